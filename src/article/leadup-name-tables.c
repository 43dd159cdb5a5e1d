/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-name-tables.h"

#include <string.h>

void
leadup_name_tables_init (LeadupNameTables    *self,
                         const LeadupLexicon *lexicon)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (lexicon != NULL);

  self->lexicon = lexicon;
  self->states = leadup_lexicon_get_table (lexicon, "states");
  self->seats = leadup_lexicon_get_table (lexicon, "seats");
  self->family_names = leadup_lexicon_get_table (lexicon, "family-names");
  self->places = leadup_lexicon_get_table (lexicon, "places");
  self->subdivisions = leadup_lexicon_get_table (lexicon, "subdivisions");
  self->gazetteer = leadup_lexicon_get_table (lexicon, "gazetteer");
  self->demonyms = leadup_lexicon_get_table (lexicon, "demonyms");
  self->organisations = leadup_lexicon_get_table (lexicon, "organisations");
  self->media = leadup_lexicon_get_table (lexicon, "media");
  self->titles = leadup_lexicon_get_table (lexicon, "titles");
  self->given_names = leadup_lexicon_get_table (lexicon, "given-names");
  self->more_given_names = leadup_lexicon_get_table (lexicon, "more-given-names");
  self->organisation_nouns = leadup_lexicon_get_table (lexicon, "organisation-nouns");
  self->place_nouns = leadup_lexicon_get_table (lexicon, "place-nouns");
  self->things = leadup_lexicon_get_table (lexicon, "things");
  self->directions = leadup_lexicon_get_table (lexicon, "directions");
  self->pursuits = leadup_lexicon_get_table (lexicon, "pursuits");
  self->collectives = leadup_lexicon_get_table (lexicon, "collectives");
  self->vessels = leadup_lexicon_get_table (lexicon, "vessels");
  self->starters = leadup_lexicon_get_table (lexicon, "sentence-starters");
  self->tails = leadup_lexicon_get_table (lexicon, "name-tails");
  self->typed = leadup_lexicon_table_get_bit (self->states) |
                leadup_lexicon_table_get_bit (self->organisations) |
                leadup_lexicon_table_get_bit (self->media) |
                leadup_lexicon_table_get_bit (self->seats) |
                leadup_lexicon_table_get_bit (self->demonyms) |
                leadup_lexicon_table_get_bit (self->titles) |
                leadup_lexicon_table_get_bit (self->places) |
                leadup_lexicon_table_get_bit (self->gazetteer) |
                leadup_lexicon_table_get_bit (self->subdivisions);
}

/* Whether the capitals of the text agree with those of the table: “US” is not “us”, “IS” not “is”.
 */
static gboolean
agrees (const LeadupLexiconRow *row,
        const LeadupToken      *tokens)
{
  const char *phrase = row->phrase;
  gboolean is_all_capitals = TRUE;
  guint n_letters = 0;

  if (g_str_has_prefix (phrase, "the "))
    return row->n_words > 1 && tokens[1].is_capitalised;

  for (const char *c = phrase; *c != '\0'; c++)
    if (g_ascii_isalpha (*c))
      {
        n_letters++;
        is_all_capitals = is_all_capitals && g_ascii_isupper (*c);
      }

  if (is_all_capitals && n_letters > 1)
    return tokens[0].is_all_capitals;
  if (g_ascii_islower (phrase[0]))
    return !tokens[0].is_capitalised || tokens[0].starts_sentence ||
           (row->n_words > 1 && tokens[row->n_words - 1].is_capitalised);

  return tokens[0].is_capitalised;
}

static void
try_table (const LeadupLexiconTable *table,
           LeadupNameType            type,
           const LeadupToken        *tokens,
           gsize                     n_tokens,
           const LeadupLexiconRow  **best,
           LeadupNameType           *best_type)
{
  const LeadupLexiconRow *row = leadup_lexicon_table_match (table, tokens, n_tokens);

  while (row != NULL && !agrees (row, tokens))
    row = leadup_lexicon_table_next_same (table, row);

  if (row != NULL && (*best == NULL || row->n_words > (*best)->n_words))
    {
      *best = row;
      *best_type = type;
    }
}

/**
 * leadup_name_tables_match:
 * @self: the tables
 * @tokens: (array length=n_tokens): tokens at whose first a name has to start
 * @n_tokens: how many there are to look at
 * @row: (out): the row that was found
 *
 * Returns: how the longest name that stands there is typed
 */
LeadupNameType
leadup_name_tables_match (const LeadupNameTables  *self,
                          const LeadupToken       *tokens,
                          gsize                    n_tokens,
                          const LeadupLexiconRow **row)
{
  LeadupNameType type = LEADUP_NAME_NONE;
  const LeadupLexiconRow *before;

  *row = NULL;
  if (n_tokens == 0 ||
      (leadup_lexicon_get_starts (self->lexicon, tokens[0].word) & self->typed) == 0)
    return type;

  /* Of equally long names the first table wins. */
  try_table (self->states, LEADUP_NAME_STATE, tokens, n_tokens, row, &type);
  try_table (self->organisations, LEADUP_NAME_ORGANISATION, tokens, n_tokens, row, &type);
  if (type == LEADUP_NAME_ORGANISATION && g_str_equal ((*row)->columns[1], "armed-group"))
    type = LEADUP_NAME_ARMED_GROUP;
  try_table (self->media, LEADUP_NAME_MEDIA, tokens, n_tokens, row, &type);
  try_table (self->seats, LEADUP_NAME_SEAT, tokens, n_tokens, row, &type);
  try_table (self->demonyms, LEADUP_NAME_NATION, tokens, n_tokens, row, &type);
  try_table (self->titles, LEADUP_NAME_TITLE, tokens, n_tokens, row, &type);
  try_table (self->places, LEADUP_NAME_PLACE, tokens, n_tokens, row, &type);
  before = *row;
  try_table (self->gazetteer, LEADUP_NAME_PLACE, tokens, n_tokens, row, &type);
  if (*row != before && g_str_equal ((*row)->columns[1], "organisation"))
    type = LEADUP_NAME_ORGANISATION;
  try_table (self->subdivisions, LEADUP_NAME_PLACE, tokens, n_tokens, row, &type);

  return type;
}

gboolean
leadup_name_tables_is_given_name (const LeadupNameTables *self,
                                  const LeadupToken      *token)
{
  return token->is_capitalised &&
         (leadup_lexicon_table_find_word (self->given_names, token->word) != NULL ||
          leadup_lexicon_table_find_word (self->more_given_names, token->word) != NULL);
}

/**
 * leadup_name_tables_is_particle:
 * @token: a token
 *
 * Returns: whether it joins the words of a name though it has no capital: “van der”
 */
gboolean
leadup_name_tables_is_particle (const LeadupToken *token)
{
  static const char *const particles[] = { "de",  "del", "della", "di",  "da",  "dos", "du", "von",
                                           "van", "der", "den",   "bin", "ibn", "al",  "el", "ul",
                                           "la",  "le",  "ad",    "ez",  "abu", "bint", "wal", NULL };

  return strchr ("dvbeualw", token->folded[0]) != NULL && leadup_token_is_any (token, particles);
}

LeadupActorKind
leadup_name_type_to_kind (LeadupNameType type)
{
  switch (type)
    {
    case LEADUP_NAME_STATE:
      return LEADUP_ACTOR_KIND_STATE;
    case LEADUP_NAME_SEAT:
    case LEADUP_NAME_PLACE:
      return LEADUP_ACTOR_KIND_PLACE;
    case LEADUP_NAME_NATION:
      return LEADUP_ACTOR_KIND_NATIONALITY;
    case LEADUP_NAME_ORGANISATION:
      return LEADUP_ACTOR_KIND_ORGANISATION;
    case LEADUP_NAME_ARMED_GROUP:
      return LEADUP_ACTOR_KIND_ARMED_GROUP;
    case LEADUP_NAME_MEDIA:
      return LEADUP_ACTOR_KIND_MEDIA;
    case LEADUP_NAME_TITLE:
    case LEADUP_NAME_NONE:
    default:
      return LEADUP_ACTOR_KIND_PERSON;
    }
}
