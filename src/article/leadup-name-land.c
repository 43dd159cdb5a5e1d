/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-name-land.h"

#include "base/leadup-text.h"

#include <string.h>

/* The shortest part that a land and its adjective have in common: “Tov” of “Tovia” and “Tovian”. */
#define MIN_STEM 3
/* How many letters the land may have beyond that. */
#define MAX_TAIL 3
/* More than the words of a text can say for another kind. */
#define CERTAIN 200

/**
 * Land:
 * @token: where it stands first
 * @n_adjectives: how often an adjective made of it stands before a noun
 * @n_described: how often it is such an adjective itself
 * @is_state: whether something speaks for a state
 * @is_person: whether somebody is called so
 * @is_adjective_of: (nullable): the land of which this is the adjective
 * @n_acts: how often it stands before a verb
 *
 * A word that no table knows and that may be a land, or what belongs to one.
 */
typedef struct _Land Land;

struct _Land
{
  guint32 token;
  guint n_adjectives;
  guint n_described;
  guint n_acts;
  gboolean is_state;
  gboolean is_person;
  Land *is_adjective_of;
};

typedef struct
{
  GArray *names; /* (element-type LeadupName) */
  const LeadupNameReader *reader;
  const LeadupLexiconTable *state_nouns;
  GHashTable *words; /* folded word → Land */
  GHashTable *stems; /* its first letters → Land */
} Finder;

static const LeadupToken *
get_token (const Finder *self,
           guint32       at)
{
  return &self->reader->tokens[at];
}

static Land *
find (const Finder *self,
      guint32       token)
{
  return g_hash_table_lookup (self->words, get_token (self, token)->folded);
}

/* Takes a word down as one that may be a land, under each stem that its adjective can have. */
static Land *
add (Finder *self,
     guint32 token)
{
  const char *folded = get_token (self, token)->folded;
  gsize length = strlen (folded);
  Land *land = find (self, token);

  if (land != NULL)
    return land;
  land = g_new0 (Land, 1);
  land->token = token;
  g_hash_table_insert (self->words, (gpointer) folded, land);
  for (gsize tail = 0; tail <= MAX_TAIL && length >= tail + MIN_STEM; tail++)
    {
      char *stem = g_strndup (folded, length - tail);
      const Land *other = g_hash_table_lookup (self->stems, stem);

      /* Of “Tovian” and “Tovia” the shorter. */
      if (other != NULL && strlen (get_token (self, other->token)->folded) <= length)
        g_free (stem);
      else
        g_hash_table_insert (self->stems, stem, land);
    }

  return land;
}

/* How long the next ending is that makes an adjective of a land, 0 = there is none; @at is where
 * the last one was found. */
static gsize
get_ending (const char *folded,
            guint      *at)
{
  static const char *const endings[] = { "ian", "ean", "ese", "ish", "ic", "an", "i" };
  gsize length = strlen (folded);

  for (guint i = at != NULL ? *at : 0; i < G_N_ELEMENTS (endings); i++)
    if (length >= strlen (endings[i]) + MIN_STEM && g_str_has_suffix (folded, endings[i]))
      {
        if (at != NULL)
          *at = i + 1;
        return strlen (endings[i]);
      }

  return 0;
}

/* “Tovian” after “Tovia”, “Oluwean” after “Oluwe”, “Tarshi” after “Tarsh”; NULL if there is no such
 * land. */
static Land *
find_land_of (const Finder *self,
              const char   *folded)
{
  gsize length = strlen (folded), n_ending;
  guint at = 0;

  while ((n_ending = get_ending (folded, &at)) > 0)
    {
      g_autofree char *stem = g_strndup (folded, length - n_ending);
      Land *land = g_hash_table_lookup (self->stems, stem);

      if (land != NULL && strlen (get_token (self, land->token)->folded) < length &&
          (n_ending > 1 || g_str_equal (get_token (self, land->token)->folded, stem)))
        return land;
    }

  return NULL;
}

/* Whether a noun in lower case, or a title, stands at @at: what the word before it describes. */
static gboolean
is_described (const Finder *self,
              guint32       at)
{
  const LeadupNameReader *reader = self->reader;

  if (at >= reader->article->tokens->len || get_token (self, at)->starts_sentence)
    return FALSE;
  if (get_token (self, at)->is_capitalised)
    return leadup_name_reader_has_row (reader, reader->tables.titles, at);

  return reader->grammar[at].tag == LEADUP_TAG_NOUN ||
         reader->grammar[at].tag == LEADUP_TAG_ADJECTIVE;
}

static gboolean
is_of_state (const Finder *self,
             guint32       at)
{
  guint32 n_tokens = self->reader->article->tokens->len;

  for (guint32 i = at; i < MIN (at + 2, n_tokens); i++)
    if (leadup_lexicon_table_match (self->state_nouns, get_token (self, i), n_tokens - i) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_realm (const Finder *self,
          guint32       at)
{
  static const char *const realms[] = { "republic",  "kingdom", "government",   "emirate",
                                        "sultanate", "empire",  "principality", "federation", NULL };

  return leadup_token_is_any (get_token (self, at), realms);
}

/* The word behind “Republic of”, “Government of the Kingdom of”; the end of the name if it is none
 * of these or more than that. */
static guint32
skip_realm (const Finder     *self,
            const LeadupName *name)
{
  guint32 at = name->first;

  while (at + 2 < name->end && is_realm (self, at) &&
         leadup_token_is (get_token (self, at + 1), "of"))
    {
      at += 2;
      if (at + 1 < name->end && leadup_token_is (get_token (self, at), "the"))
        at++;
    }

  return at > name->first && at + 1 == name->end ? at : name->end;
}

/* Whether a name of the text can be an adjective, or says that it is a realm: most texts have
 * none. */
static gboolean
has_any (const Finder *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const LeadupName *name = &g_array_index (self->names, LeadupName, i);

      if (!name->is_sure &&
          (skip_realm (self, name) < name->end ||
           (is_described (self, name->first + 1) &&
            get_ending (get_token (self, name->first)->folded, NULL) > 0)))
        return TRUE;
    }

  return FALSE;
}

static void
collect (Finder *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const LeadupName *name = &g_array_index (self->names, LeadupName, i);
      guint32 land = name->end;

      if (name->is_sure)
        continue;
      if (name->end == name->first + 1 &&
          (leadup_name_get (name) == LEADUP_ACTOR_KIND_STATE ||
           !leadup_name_reader_is_given_name (self->reader, name->first)))
        add (self, name->first);
      else
        land = skip_realm (self, name);
      if (land < name->end)
        add (self, land)->is_state = TRUE;
    }
}

/* What a person is called by is no land. */
static void
exclude_people (Finder *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const LeadupName *name = &g_array_index (self->names, LeadupName, i);

      if (name->end > name->first + 1 && leadup_name_get (name) == LEADUP_ACTOR_KIND_PERSON)
        for (guint32 at = name->first; at < name->end; at++)
          {
            Land *land = find (self, at);

            if (land != NULL)
              land->is_person = TRUE;
          }
    }
}

static gboolean
stands_before_verb (const Finder     *self,
                    const LeadupName *name)
{
  if (name->end >= self->reader->article->tokens->len ||
      get_token (self, name->end)->starts_sentence)
    return FALSE;
  /* “Tarsk was calm”: that a town is as well. */
  if (leadup_token_is (get_token (self, name->end), "was") ||
      leadup_token_is (get_token (self, name->end), "is"))
    return FALSE;

  return leadup_tag_is_verbal ((LeadupTag) self->reader->grammar[name->end].tag);
}

static void
weigh (Finder *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const LeadupName *name = &g_array_index (self->names, LeadupName, i);
      Land *word = name->is_sure ? NULL : find (self, name->first);
      Land *land;

      if (name->is_sure || (name->end > name->first + 1 && !is_described (self, name->first + 1)))
        continue;
      if (word != NULL)
        word->n_acts += stands_before_verb (self, name) ? 1 : 0;
      land = find_land_of (self, get_token (self, name->first)->folded);
      if (land == NULL || land->is_person)
        continue;
      if (word == NULL)
        word = add (self, name->first);
      word->is_adjective_of = land;
      if (is_described (self, name->first + 1))
        {
          land->n_adjectives++;
          word->n_described++;
          land->is_state = land->is_state || is_of_state (self, name->first + 1);
        }
    }
}

static void
decide (LeadupName *name,
        gboolean    is_state)
{
  memset (name->votes, 0, sizeof name->votes);
  leadup_name_vote (name, is_state ? LEADUP_ACTOR_KIND_STATE : LEADUP_ACTOR_KIND_PLACE, CERTAIN);
  name->is_doubtful = FALSE;
}

/* What has people and does something is a state: a town says nothing. */
static gboolean
is_state (const Land *self)
{
  return self->is_state || (self->n_adjectives > 0 && self->n_acts > 0);
}

static char *
dup_words (const Finder *self,
           guint32       first,
           guint32       end)
{
  LeadupSpan span = { get_token (self, first)->span.start, get_token (self, end - 1)->span.end };

  return leadup_article_dup_span (self->reader->article, span);
}

static void
name_after (const Finder     *self,
            const LeadupName *name,
            const Land       *land,
            GHashTable       *lands)
{
  g_autofree char *words = dup_words (self, name->first, name->end);

  g_hash_table_insert (lands, leadup_text_lower (words),
                       dup_words (self, land->token, land->token + 1));
}

/* Types the lands and their adjectives, and tells whose these are. */
static void
apply (Finder     *self,
       GHashTable *lands)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      LeadupName *name = &g_array_index (self->names, LeadupName, i);
      guint32 realm = skip_realm (self, name);
      const Land *word = NULL, *land = NULL;

      if (name->is_sure)
        continue;
      word = find (self, realm < name->end ? realm : name->first);
      if (word == NULL || word->is_person)
        continue;
      land = word->is_adjective_of;
      if (realm == name->end && land != NULL && land->n_adjectives > 0 &&
          word->n_described > word->n_acts &&
          (name->end == name->first + 1 || is_described (self, name->first + 1)) &&
          !leadup_name_reader_has_row (self->reader, self->reader->tables.organisation_nouns,
                                       name->end - 1))
        {
          name->end = name->first + 1;
          decide (name, is_state (land));
          name_after (self, name, land, lands);
        }
      else if ((realm < name->end || name->end == name->first + 1) && land == NULL &&
               (word->n_adjectives > 0 || word->is_state))
        {
          decide (name, is_state (word));
          if (realm < name->end)
            name_after (self, name, word, lands);
        }
    }
}

/**
 * leadup_name_land_find:
 * @names: (element-type LeadupName): the names of a text, with their votes
 * @reader: a reader of the text
 * @lands: to be filled: by what else it is called, in lower case, the name of a land
 *
 * Finds lands that no table knows by what is said of them: “Tovian jets” makes Tovia a state, and
 * “the Kingdom of Tovia” is Tovia.
 */
void
leadup_name_land_find (GArray                 *names,
                       const LeadupNameReader *reader,
                       GHashTable             *lands)
{
  Finder self = { .names = names, .reader = reader };

  self.state_nouns = leadup_lexicon_get_table (reader->article->lexicon, "state-nouns");
  if (!has_any (&self))
    return;
  self.words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self.stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect (&self);
  exclude_people (&self);
  weigh (&self);
  apply (&self, lands);

  g_hash_table_unref (self.stems);
  g_hash_table_unref (self.words);
}
