/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-mentions.h"

#include "article/leadup-actors.h"
#include "article/leadup-name-kind.h"
#include "article/leadup-name-land.h"
#include "article/leadup-name-reader.h"
#include "article/leadup-name-run.h"
#include "article/leadup-name-vessels.h"

#include <string.h>

/* A quotation of capitalised words up to this length is the title of a work. */
#define MAX_TITLE_TOKENS 10

typedef struct
{
  LeadupNameReader reader;
  const LeadupToken *tokens;
  const LeadupNameTables *tables;
  GArray *names; /* (element-type LeadupName) */
  LeadupNameVessels vessels;
} Finder;

static gboolean
is_word (const Finder *self,
         guint32       at,
         const char   *word)
{
  return leadup_name_reader_is (&self->reader, at, word);
}

static gboolean
is_name (const Finder *self,
         guint32       at)
{
  return leadup_name_reader_is_name (&self->reader, at);
}

static gboolean
has_row (const Finder             *self,
         const LeadupLexiconTable *table,
         guint32                   at)
{
  return leadup_name_reader_has_row (&self->reader, table, at);
}

static LeadupName *
add_name (Finder *self,
          guint32 first,
          guint32 end)
{
  LeadupName name = { .first = first, .end = end };

  g_array_append_val (self->names, name);

  return &g_array_index (self->names, LeadupName, self->names->len - 1);
}

static void
add_known (Finder         *self,
           guint32         first,
           guint32         end,
           LeadupActorKind kind)
{
  LeadupName *name = add_name (self, first, end);

  leadup_name_vote (name, kind, LEADUP_VOTE_STRONG);
  name->is_sure = TRUE;
}

static gboolean
ends_organisation (const Finder *self,
                   guint32       first,
                   guint32       end)
{
  return end > first + 1 && has_row (self, self->tables->organisation_nouns, end - 1);
}

/* A word with a digit (“X86”, “EF-111”) is a type, a code or a number, not a name. */
static gboolean
has_digit (const Finder *self,
           guint32       first,
           guint32       end)
{
  for (guint32 i = first; i < end; i++)
    if (strpbrk (self->tokens[i].folded, "0123456789") != NULL)
      return TRUE;

  return is_word (self, end, "-") && end + 1 < self->reader.end &&
         self->tokens[end + 1].kind == LEADUP_TOKEN_NUMBER &&
         self->tokens[end + 1].span.start == self->tokens[end].span.end;
}

/* “the Trump administration” is who acts, not Trump; “NATO members” are not NATO. How many words
 * after @end belong to the name. */
static guint
get_tail (const Finder *self,
          guint32       end,
          gboolean      is_body)
{
  const LeadupLexiconRow *row;

  if (end >= self->reader.end || self->tokens[end].is_capitalised)
    return 0;
  row =
      leadup_lexicon_table_match (self->tables->tails, &self->tokens[end], self->reader.end - end);

  return row != NULL && (is_body || g_str_equal (row->columns[1], "any")) ? row->n_words : 0;
}

/* Where a name ends: before a possessive, and “KC” is none of it. */
static guint32
trim_run (const Finder *self,
          guint32       first,
          guint32       end)
{
  static const char *const degrees[] = { "kc", "qc", "mp", "mep", "obe", "cbe", "mbe", NULL };

  /* “Donald J. Trump Jr.”; a possessive ends it. */
  while (end > first && !is_name (self, end - 1) &&
         !leadup_name_run_is_syllable (&self->reader, end - 1))
    end--;
  /* “Ada Roe KC”. */
  while (end > first + 2 && leadup_token_is_any (&self->tokens[end - 1], degrees) &&
         self->tokens[end - 1].is_all_capitals)
    end--;

  return end;
}

/* “50 million CFA francs”. */
static gboolean
is_currency (const Finder *self,
             guint32       first,
             guint32       end)
{
  static const char *const coins[] = {
    "francs", "franc",    "dollars", "dollar", "pounds", "pesos", "rupees", "roubles", "rubles",
    "rials",  "riyals",   "dinars",  "lira",   "yuan",   "yen",   "crowns", "kronor",  "won",
    "birr",   "shillings", "naira",  "reais",  "euros",  NULL,
  };

  return end == first + 1 && self->tokens[first].is_all_capitals && end < self->reader.end &&
         !self->tokens[end].is_capitalised && leadup_token_is_any (&self->tokens[end], coins);
}

static void
add_run (Finder  *self,
         guint32  first,
         guint32  end,
         gboolean is_titled)
{
  LeadupName *name;
  gboolean opens;
  guint tail;

  end = trim_run (self, first, end);
  if (end == first || is_currency (self, first, end))
    return;
  /* “the 7th Brigade”. */
  if (!is_titled && has_row (self, self->tables->organisation_nouns, end - 1) &&
      leadup_name_reader_is_ordinal (&self->reader, first - 1))
    first--;

  opens = leadup_name_reader_opens (&self->reader, first);
  if (!is_titled && end == first + 1 && opens && is_word (self, end, ":"))
    return;
  /* Only what the rest of the text says can make it a name. */
  tail = get_tail (self, end, has_row (self, self->tables->organisation_nouns, end - 1));
  if (!is_titled && end == first + 1 && tail == 0 &&
      leadup_name_reader_is_plain (&self->reader, first))
    {
      add_name (self, first, end)->is_doubtful = TRUE;
      return;
    }
  if (!is_titled && has_digit (self, first, end) &&
      !has_row (self, self->tables->organisation_nouns, end - 1))
    return;

  /* “Minister of Defence”: what the minister is of. */
  if (!is_titled && end == first + 1 && is_word (self, first - 1, "of") &&
      is_word (self, first - 2, "minister") &&
      (leadup_name_reader_get_fact (&self->reader, first)->classes &
       (LEADUP_WORD_COMMON | LEADUP_WORD_NOUN)) != 0)
    return;

  name = add_name (self, first, end);
  if (tail > 0)
    {
      name->end += tail;
      leadup_name_vote (name, LEADUP_ACTOR_KIND_ORGANISATION, LEADUP_VOTE_STRONG);
      return;
    }
  if (is_titled)
    {
      leadup_name_vote (name, LEADUP_ACTOR_KIND_PERSON, LEADUP_VOTE_STRONG);
      return;
    }
  name->is_doubtful =
      end == first + 1 &&
      (opens ||
       ((leadup_name_reader_get_fact (&self->reader, first)->classes & LEADUP_WORD_COMMON) != 0 &&
        !has_row (self, self->tables->organisation_nouns, first)));
  leadup_name_judge (name, &self->reader);
}

/* Whether a demonym stands for the state (“Russian forces”) or says what somebody is (“Russians”,
 * “a Russian pianist”). */
static LeadupActorKind
nation_kind (const Finder           *self,
             const LeadupLexiconRow *row,
             guint32                 end)
{
  gboolean is_plural = g_str_has_suffix (row->phrase, "s") && !g_str_has_suffix (row->phrase, "ss");
  const LeadupActorKind land =
      row->columns[2][0] != '\0' ? LEADUP_ACTOR_KIND_PLACE : LEADUP_ACTOR_KIND_STATE;
  const LeadupLexiconRow *other;
  gboolean has_noun = FALSE;

  if (row->columns[1][0] == '\0' || is_plural)
    return LEADUP_ACTOR_KIND_NATIONALITY;

  /* “Dutch and French police”: what follows the last tells of the first. */
  if (end + 1 < self->reader.end && self->reader.grammar[end].tag == LEADUP_TAG_CONJUNCTION &&
      (other = leadup_lexicon_table_match (self->tables->demonyms, &self->tokens[end + 1],
                                           self->reader.end - end - 1)) != NULL)
    end += 1 + other->n_words;
  /* “a Russian-backed militia”, but not “a Russian-born poet”. */
  if (end + 1 < self->reader.end && is_word (self, end, "-") &&
      self->tokens[end].span.start == self->tokens[end - 1].span.end &&
      self->tokens[end + 1].kind == LEADUP_TOKEN_WORD && !self->tokens[end + 1].is_capitalised)
    return has_row (self, self->tables->pursuits, end + 1) ? LEADUP_ACTOR_KIND_NATIONALITY : land;

  /* Up to two words may stand between: “Russian chamber music composer”. */
  for (guint32 i = end; i < self->reader.end && i < end + 3; i++)
    {
      LeadupTag tag = self->reader.grammar[i].tag;

      if (self->tokens[i].kind != LEADUP_TOKEN_WORD ||
          (tag != LEADUP_TAG_NOUN && tag != LEADUP_TAG_ADJECTIVE && tag != LEADUP_TAG_NAME))
        break;
      if (has_row (self, self->tables->pursuits, i))
        return LEADUP_ACTOR_KIND_NATIONALITY;
      has_noun = TRUE;
    }

  if (has_noun)
    return land;

  /* “The British had known”: who acts for it. */
  return end > self->reader.first + 1 && end < self->reader.end && is_word (self, end - 2, "the") &&
                 leadup_tag_is_verbal ((LeadupTag) self->reader.grammar[end].tag)
             ? LEADUP_ACTOR_KIND_STATE
             : LEADUP_ACTOR_KIND_NATIONALITY;
}

/* “West Germany”, “East Belfast”: the place with the word before it. */
static guint32
take_direction (Finder *self,
                guint32 at,
                guint32 end)
{
  const LeadupLexiconRow *row;
  LeadupNameType type;
  guint32 next = at + 1;

  if (next >= end || !has_row (self, self->tables->directions, at))
    return at;

  type = leadup_name_tables_match (&self->reader.tables, &self->tokens[next],
                                   self->reader.end - next, &row);
  if ((type != LEADUP_NAME_STATE && type != LEADUP_NAME_PLACE && type != LEADUP_NAME_SEAT) ||
      next + row->n_words < end)
    return at;

  add_known (self, at, next + row->n_words, LEADUP_ACTOR_KIND_PLACE);

  return next + row->n_words;
}

/* Whether the run goes on to be another name than that of the table, which covers [at, after). */
static gboolean
is_longer_name (const Finder           *self,
                LeadupNameType          type,
                const LeadupLexiconRow *row,
                guint32                 at,
                guint32                 end)
{
  guint32 after = at + row->n_words;

  if (after >= end)
    return FALSE;
  /* “American Civil Liberties Union”, “U.S. Treasury Department”, “Boston Police”. */
  if (ends_organisation (self, at, end) && type != LEADUP_NAME_TITLE)
    return TRUE;
  if (type == LEADUP_NAME_NATION)
    return FALSE;
  /* “Amara Diallo”: no word that anything but a name is called by. */
  if (type == LEADUP_NAME_PLACE && row->n_words == 1 && after + 1 == end &&
      self->tokens[after].word == 0 && !self->reader.is_headline)
    return TRUE;
  /* “Jordan Peterson”, “Paris Hilton”. */
  if (row->n_words == 1 && leadup_name_reader_is_given_name (&self->reader, at))
    return TRUE;

  return type != LEADUP_NAME_STATE && row->n_words == 1 && !self->reader.is_headline &&
         has_row (self, self->tables->place_nouns, end - 1);
}

/* A name of the tables at @at in the run up to @end; the token after it, @at if there is none. */
static guint32
take_known (Finder  *self,
            guint32  at,
            guint32  end,
            gboolean is_titled)
{
  const LeadupLexiconRow *row;
  LeadupNameType type = leadup_name_tables_match (&self->reader.tables, &self->tokens[at],
                                                  self->reader.end - at, &row);
  guint32 after;
  LeadupActorKind kind;

  if (type == LEADUP_NAME_NONE || type == LEADUP_NAME_TITLE || row->n_words == 1)
    {
      after = take_direction (self, at, end);
      if (after > at || type == LEADUP_NAME_NONE || type == LEADUP_NAME_TITLE)
        return after;
    }

  after = at + row->n_words;
  /* “US$40 million”: the money. */
  if (is_word (self, after, "$") &&
      self->tokens[after].span.start == self->tokens[after - 1].span.end)
    return after;
  if ((after > end && row->n_words == 1) || is_longer_name (self, type, row, at, end))
    return at;
  /* “Ministry of Foreign Affairs”. */
  if (type == LEADUP_NAME_MEDIA && at > self->reader.first + 1 && is_word (self, at - 1, "of") &&
      (is_word (self, at - 2, "ministry") || is_word (self, at - 2, "department")))
    return at;
  if (is_titled && row->n_words == 1 && type != LEADUP_NAME_STATE && type != LEADUP_NAME_NATION)
    return at;
  if (row->n_words == 1 && leadup_name_reader_is_plain (&self->reader, at) &&
      type == LEADUP_NAME_PLACE)
    return at;

  kind =
      type == LEADUP_NAME_NATION ? nation_kind (self, row, after) : leadup_name_type_to_kind (type);
  if (kind == LEADUP_ACTOR_KIND_ORGANISATION)
    after += get_tail (self, after, TRUE);
  add_known (self, at, after, kind);

  return after;
}

/* The token after a title at @at, @at if there is none. */
static guint32
take_title (const Finder *self,
            guint32       at,
            guint32       end)
{
  const LeadupLexiconRow *row =
      leadup_lexicon_table_match (self->tables->titles, &self->tokens[at], end - at);
  guint32 after;

  if (row == NULL)
    return at;
  /* “Don Smith” has a given name, “House Speaker” none; the last of a run is no title of a name. */
  if (leadup_name_reader_is_given_name (&self->reader, at) && row->n_words == 1 &&
      !g_str_equal (row->columns[1], "office"))
    return at;

  after = at + row->n_words;
  /* “Justice Department”, “Prince William County”, “General Directorate of Security”. */
  if (after < end && (has_row (self, self->tables->organisation_nouns, end - 1) ||
                      has_row (self, self->tables->place_nouns, end - 1) ||
                      has_row (self, self->tables->organisation_nouns, after)))
    return at;
  if (after < end && is_word (self, after, "-"))
    return after + 1;

  return after;
}

/* Where in a run after its first word a title and the name of its bearer begin. */
static guint32
find_title (const Finder *self,
            guint32       first,
            guint32       end)
{
  for (guint32 i = first + 1; i < end; i++)
    {
      const LeadupLexiconRow *row =
          leadup_lexicon_table_match (self->tables->titles, &self->tokens[i], end - i);

      if (row != NULL && i + row->n_words < end && is_name (self, i) &&
          is_name (self, i + row->n_words) &&
          !leadup_name_reader_is_given_name (&self->reader, first) && take_title (self, i, end) > i)
        return i;
    }

  return end;
}

/* The end of the name at @at of a body that the rest of the run goes on after (“US Army Colonel”).
 */
static guint32
body_end (const Finder *self,
          guint32       at,
          guint32       end)
{
  guint32 title = find_title (self, at, end);

  return title < end && has_row (self, self->tables->organisation_nouns, title - 1) ? title : end;
}

/* “Saint Vincent and the Grenadines”: a land or town of the tables that begins like a title. */
static gboolean
is_titled_land (const Finder *self,
                guint32       at)
{
  const LeadupLexiconRow *row;
  LeadupNameType type = leadup_name_tables_match (self->tables, &self->tokens[at],
                                                  self->reader.end - at, &row);

  return (type == LEADUP_NAME_STATE || type == LEADUP_NAME_PLACE) && row->n_words > 1 &&
         has_row (self, self->tables->titles, at);
}

/* Splits a run: “Iraqi Prime Minister Haider al-Abadi” is a state, a title and a person. Returns:
 * the token behind what was read, for the tables know names that go on after the run. */
static guint32
split_run (Finder *self,
           guint32 first,
           guint32 end)
{
  guint32 at = first;
  gboolean is_titled = FALSE;

  while (at < end)
    {
      guint32 next, stop, thing;

      if (!is_name (self, at) && !is_word (self, at, "the"))
        {
          at++;
          continue;
        }

      next = is_titled_land (self, at) ? at : take_title (self, at, end);
      if (next > at)
        {
          is_titled = TRUE;
          at = next;
          continue;
        }

      stop = body_end (self, at, end);
      next = take_known (self, at, stop, is_titled);
      if (next > at)
        {
          at = next;
          continue;
        }

      thing = is_titled ? end : leadup_name_reader_find_thing (&self->reader, at, end);
      if (thing == at)
        break;

      /* In a headline only what tables or the rest of the text know is a name. */
      if (at == first && leadup_name_reader_is_plain (&self->reader, at) && end > at + 1 &&
          !has_row (self, self->tables->organisation_nouns, end - 1) &&
          !(is_word (self, at + 1, "of") &&
            has_row (self, self->tables->organisation_nouns, at)))
        {
          at++;
          continue;
        }

      stop = MIN (find_title (self, at, end), thing);
      add_run (self, at, stop, is_titled);
      at = stop;
    }

  return MAX (at, end);
}

/* “Police”, “the rebels”: a body that acts without a name. The token after it, @at if there is
 * none.
 */
static guint32
take_collective (Finder *self,
                 guint32 at)
{
  const LeadupLexiconRow *row = leadup_lexicon_table_match (
      self->tables->collectives, &self->tokens[at], self->reader.end - at);
  LeadupTag before, after;
  guint32 end;

  if (row == NULL ||
      (self->tokens[at].is_capitalised && !leadup_name_reader_opens (&self->reader, at)))
    return at;

  end = at + row->n_words;
  before =
      at > self->reader.first ? (LeadupTag) self->reader.grammar[at - 1].tag : LEADUP_TAG_BREAK;
  after = end < self->reader.end ? (LeadupTag) self->reader.grammar[end].tag : LEADUP_TAG_BREAK;
  if (before == LEADUP_TAG_DETERMINER && !is_word (self, at - 1, "the"))
    return at;
  if (before == LEADUP_TAG_NOUN || before == LEADUP_TAG_NAME || before == LEADUP_TAG_ADJECTIVE ||
      before == LEADUP_TAG_NUMBER || before == LEADUP_TAG_HYPHEN ||
      before == LEADUP_TAG_POSSESSIVE || after == LEADUP_TAG_NOUN || after == LEADUP_TAG_NAME ||
      after == LEADUP_TAG_HYPHEN || after == LEADUP_TAG_ADJECTIVE || is_word (self, end, "of"))
    return at;

  add_known (self, at, end,
             g_str_equal (row->columns[1], "armed-group") ? LEADUP_ACTOR_KIND_ARMED_GROUP
                                                          : LEADUP_ACTOR_KIND_ORGANISATION);

  return end;
}

/* Names in lower case: “al Qaeda”, “peshmerga”, “the White House”. */
static guint32
take_lower (Finder *self,
            guint32 at)
{
  const LeadupLexiconRow *row;
  LeadupNameType type = LEADUP_NAME_NONE;

  if (self->tokens[at].is_furniture || self->tokens[at].word == 0 ||
      self->tokens[at].is_capitalised)
    return at + 1;

  type = leadup_name_tables_match (&self->reader.tables, &self->tokens[at], self->reader.end - at,
                                   &row);
  if (type == LEADUP_NAME_ARMED_GROUP)
    add_known (self, at, at + row->n_words, LEADUP_ACTOR_KIND_ARMED_GROUP);
  else if (type == LEADUP_NAME_SEAT && row->n_words > 1)
    add_known (self, at + 1, at + row->n_words, LEADUP_ACTOR_KIND_ORGANISATION);
  else
    return at + 1;

  return at + row->n_words;
}

/* “Ada Roe,” he said: who it was, not what it is called. */
static gboolean
is_quoted_person (const Finder *self,
                  guint32       first,
                  guint         n_capitals)
{
  return n_capitals == 2 && leadup_name_reader_is_given_name (&self->reader, first) &&
         is_name (self, first + 1);
}

/* “A Beautiful Lie”: capitalised words that fill a quotation are the title of a work. The token
 * after it, @at if it is none. */
static guint32
title_of_work_end (const Finder *self,
                   guint32       at)
{
  const LeadupLexiconRow *row;
  guint n_capitals = 0;

  if (self->tokens[at].kind != LEADUP_TOKEN_QUOTE_OPEN)
    return at;
  /* “Islamic State” in quotation marks is whom the tables know. */
  if (at + 1 < self->reader.end &&
      leadup_name_tables_match (&self->reader.tables, &self->tokens[at + 1],
                                self->reader.end - at - 1, &row) != LEADUP_NAME_NONE &&
      at + 1 + row->n_words < self->reader.end &&
      self->tokens[at + 1 + row->n_words].kind == LEADUP_TOKEN_QUOTE_CLOSE)
    return at;

  for (guint32 i = at + 1; i < self->reader.end && i < at + 2 + MAX_TITLE_TOKENS; i++)
    {
      const LeadupToken *token = &self->tokens[i];

      if (token->kind == LEADUP_TOKEN_QUOTE_CLOSE)
        return n_capitals > 1 && !is_quoted_person (self, at + 1, n_capitals) ? i : at;
      if (token->kind == LEADUP_TOKEN_WORD && !token->is_capitalised &&
          (leadup_name_reader_get_fact (&self->reader, i)->classes & LEADUP_WORD_FUNCTION) == 0)
        return at;
      n_capitals += token->kind == LEADUP_TOKEN_WORD && token->is_capitalised;
    }

  return at;
}

/* “PORT AMSA, Norland, March 11 (Example Wire) –”: where it was written, and for whom. The token
 * behind what was read of it. */
static guint32
take_dateline (Finder *self,
               guint32 at)
{
  guint32 limit = self->reader.article->dateline_end;
  const LeadupLexiconRow *row;
  guint32 end = at;

  while (end < limit && self->tokens[end].kind == LEADUP_TOKEN_WORD &&
         self->tokens[end].is_capitalised &&
         (leadup_name_reader_get_fact (&self->reader, end)->classes & LEADUP_WORD_CALENDAR) == 0)
    /* “PORT-AU-PRINCE”. */
    end += is_word (self, end + 1, "-") && end + 2 < limit &&
                   self->tokens[end + 2].is_capitalised &&
                   self->tokens[end + 2].span.start == self->tokens[end].span.end + 1
             ? 2
             : 1;
  if (end == at && is_word (self, at, "("))
    {
      if (leadup_name_tables_match (self->tables, &self->tokens[at + 1], limit - at - 1, &row) ==
          LEADUP_NAME_MEDIA)
        add_known (self, at + 1, at + 1 + row->n_words, LEADUP_ACTOR_KIND_MEDIA);
      return limit;
    }
  if (end == at)
    return at + 1;
  if (leadup_name_tables_match (self->tables, &self->tokens[at], end - at, &row) ==
          LEADUP_NAME_STATE &&
      row->n_words == end - at)
    add_known (self, at, end, LEADUP_ACTOR_KIND_STATE);
  else if (at == self->reader.article->dateline_first)
    add_known (self, at, end, LEADUP_ACTOR_KIND_PLACE);
  else
    leadup_name_vote (add_name (self, at, end), LEADUP_ACTOR_KIND_PLACE, LEADUP_VOTE_FAIR);

  return end;
}

/* “The Hague”: the token behind a place whose article is a part of its name, @at if there is none.
 */
static guint32
take_with_article (Finder *self,
                   guint32 at)
{
  const LeadupLexiconRow *row;
  LeadupNameType type;
  guint32 end;

  if (!self->tokens[at].is_capitalised || !is_word (self, at, "the"))
    return at;
  type = leadup_name_tables_match (self->tables, &self->tokens[at], self->reader.end - at, &row);
  if ((type != LEADUP_NAME_PLACE && type != LEADUP_NAME_SEAT) || row->n_words < 2 ||
      !g_str_has_prefix (row->phrase, "The "))
    return at;
  end = at + row->n_words;
  /* “The Netherlands” are a state. */
  if (leadup_name_tables_match (self->tables, &self->tokens[at + 1], self->reader.end - at - 1,
                                &row) == LEADUP_NAME_STATE)
    return at;
  add_known (self, at, end, LEADUP_ACTOR_KIND_PLACE);

  return end;
}

static void
find_in_sentence (Finder               *self,
                  const LeadupSentence *sentence)
{
  leadup_name_reader_set_sentence (&self->reader, sentence);

  for (guint32 i = sentence->first_token; i < sentence->end_token;)
    {
      guint32 end = title_of_work_end (self, i);

      if (i >= self->reader.article->dateline_first && i < self->reader.article->dateline_end)
        end = take_dateline (self, i);
      else if (end == i)
        end = take_with_article (self, i);
      if (end > i)
        {
          i = end;
          continue;
        }
      if (!self->tokens[i].is_furniture && self->tokens[i].word != 0)
        end = take_collective (self, i);
      if (end > i)
        {
          i = end;
          continue;
        }
      if (self->tokens[i].is_furniture || !is_name (self, i))
        {
          i = take_lower (self, i);
          continue;
        }

      end = leadup_name_run_find_end (&self->reader, i);
      if (!leadup_name_vessels_take (&self->vessels, &self->reader, i, end))
        {
          end = leadup_name_run_extend (&self->reader, i, end);
          end = split_run (self, i, end);
        }
      i = MAX (end, i + 1);
    }
}

/* Whether what follows says that the first word of a sentence is somebody. */
static gboolean
acts (const Finder     *self,
      const LeadupName *name)
{
  guint32 next = name->end;
  LeadupTag tag;

  if (next >= self->reader.article->tokens->len || self->tokens[next].starts_sentence)
    return FALSE;

  tag = (LeadupTag) self->reader.grammar[next].tag;

  return leadup_tag_is_verbal (tag) || tag == LEADUP_TAG_POSSESSIVE || tag == LEADUP_TAG_ADVERB;
}

/* Whether a word whose capital says nothing is a name after all. */
static gboolean
is_worth (const Finder     *self,
          const LeadupName *name)
{
  guint8 votes = name->votes[leadup_name_get (name)];

  return votes >= LEADUP_VOTE_FAIR ||
         (votes > 0 && acts (self, name) &&
          !(leadup_name_reader_get_fact (&self->reader, name->first)->classes &
            LEADUP_WORD_COMMON));
}

static void
put_mentions (Finder *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const LeadupName *name = &g_array_index (self->names, LeadupName, i);
      LeadupMention mention = { .first_token = name->first, .end_token = name->end, .actor = -1 };

      if (name->is_doubtful && !is_worth (self, name))
        continue;
      mention.span.start = self->tokens[name->first].span.start;
      mention.span.end = self->tokens[name->end - 1].span.end;
      mention.kind = leadup_name_get (name);
      g_array_append_val (self->reader.article->mentions, mention);
    }
}

/**
 * leadup_mentions_find:
 * @article: an article with tokens, sentences and furniture
 *
 * Finds the names of people, states, organisations, armed groups, media and places, and types them
 * by tables, titles, head nouns and what stands around, the same words alike all over the text.
 * Tags the grammar first, and gathers the mentions into actors last.
 */
void
leadup_mentions_find (LeadupArticle *article)
{
  Finder self;

  g_return_if_fail (article != NULL);

  leadup_grammar_find (article);
  g_array_set_size (article->mentions, 0);
  leadup_name_reader_init (&self.reader, article);
  self.tokens = self.reader.tokens;
  self.tables = &self.reader.tables;
  self.names = g_array_new (FALSE, TRUE, sizeof (LeadupName));
  leadup_name_vessels_init (&self.vessels);

  for (guint i = 0; i < article->sentences->len; i++)
    {
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence, i);

      if (!sentence->is_furniture)
        find_in_sentence (&self, sentence);
    }

  leadup_name_share (self.names, &self.reader);
  g_hash_table_remove_all (article->lands);
  leadup_name_land_find (self.names, &self.reader, article->lands);
  put_mentions (&self);
  leadup_name_vessels_clear (&self.vessels);
  g_array_unref (self.names);
  leadup_actors_find (article);
}
