/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-mentions.h"

#include "article/leadup-actors.h"
#include "article/leadup-grammar.h"
#include "article/leadup-name-tables.h"

#include <string.h>

/* Evidence for the kind of a name, summed over the text. */
#define WEAK 1
#define FAIR 3
#define STRONG 8

#define N_KINDS (LEADUP_ACTOR_KIND_UNATTRIBUTED + 1)

typedef struct
{
  guint32 first;
  guint32 end;
  guint8 votes[N_KINDS];
  guint is_sure : 1; /* a table has it */
} Name;

typedef struct
{
  LeadupArticle *article;
  const LeadupWordFacts *facts;
  LeadupNameTables tables;
  const LeadupToken *tokens;
  const LeadupGrammar *grammar;
  guint32 end; /* of the sentence */
  guint32 first;
  gboolean is_headline;
  GArray *names; /* (element-type Name) */
} Finder;

static const LeadupWordFact *
fact_of (const Finder *self,
         guint32       at)
{
  guint32 word = self->tokens[at].word;

  return &self->facts->words[word <= self->facts->n_words ? word : 0];
}

static gboolean
is_word (const Finder *self,
         guint32       at,
         const char   *word)
{
  return at >= self->first && at < self->end && strcmp (self->tokens[at].folded, word) == 0;
}

static gboolean
has_row (const LeadupLexiconTable *table,
         const LeadupToken        *token)
{
  return leadup_lexicon_table_find_word (table, token->word) != NULL;
}

/* Whether a capital here says that the word is a name. */
static gboolean
is_name_word (const Finder *self,
              guint32       at)
{
  const LeadupToken *token = &self->tokens[at];
  const LeadupWordFact *fact;

  if (at >= self->end || token->kind != LEADUP_TOKEN_WORD || !token->is_capitalised)
    return FALSE;
  if (token->folded[0] == '\'')
    return FALSE;

  fact = fact_of (self, at);
  if (fact->classes & LEADUP_WORD_CALENDAR)
    return FALSE;
  if ((fact->classes & LEADUP_WORD_FUNCTION) &&
      !(token->is_all_capitals && strlen (token->folded) > 1) &&
      !((fact->classes & LEADUP_WORD_MODAL) && !token->starts_sentence))
    return FALSE;

  return TRUE;
}

/* At the start of a sentence or in a headline a capital says nothing of a common word. */
static gboolean
is_plain_word (const Finder *self,
               guint32       at)
{
  const LeadupToken *token = &self->tokens[at];
  const LeadupWordFact *fact = fact_of (self, at);
  gboolean weak = token->starts_sentence || self->is_headline || at == self->first ||
                  self->grammar[at - 1].tag == LEADUP_TAG_QUOTE || is_word (self, at - 1, ":");

  if (token->is_all_capitals && token->span.end - token->span.start > 1 && !self->is_headline)
    return FALSE;

  return weak &&
         ((fact->classes & (LEADUP_WORD_COMMON | LEADUP_WORD_NOUN)) != 0 || fact->forms != 0 ||
          g_str_has_suffix (token->folded, "ing") || g_str_has_suffix (token->folded, "ly")) &&
         !leadup_name_tables_is_given_name (&self->tables, token);
}

static void
vote (Name           *name,
      LeadupActorKind kind,
      guint           weight)
{
  name->votes[kind] = (guint8) MIN (255, name->votes[kind] + weight);
}

static Name *
add_name (Finder *self,
          guint32 first,
          guint32 end)
{
  Name name = { .first = first, .end = end };

  g_array_append_val (self->names, name);

  return &g_array_index (self->names, Name, self->names->len - 1);
}

/* What joins words of a name in lower case: “of”, “de”, “al-”, “bin”. */
static guint32
connector_end (const Finder *self,
               guint32       at)
{
  static const char *const particles[] = {
    "de",  "del", "della", "di", "da", "dos", "du", "von", "van", "der", "den", "bin",
    "ibn", "al",  "el",    "ul", "la", "le",  "ad", "as",  "ez",  "ibn", "abu", "bint"
  };
  guint32 next = at;

  if (at >= self->end)
    return at;

  if (is_word (self, at, "-") && self->tokens[at].span.start == self->tokens[at - 1].span.end)
    {
      if (is_name_word (self, at + 1))
        return at + 1;
      /* “Deir al-Zor”, “Al-qaida”. */
      for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
        if (is_word (self, at + 1, particles[i]) && is_word (self, at + 2, "-") &&
            is_name_word (self, at + 3))
          return at + 3;
      return at;
    }

  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (is_word (self, at, particles[i]))
      {
        if (strlen (particles[i]) < 3 && strcmp (particles[i], "as") == 0 &&
            !is_word (self, at + 1, "-"))
          break;
        next = at + 1;
        if (is_word (self, next, "-"))
          next++;
        if (is_word (self, next, "la") || is_word (self, next, "los"))
          next++;
        return is_name_word (self, next) ? next : at;
      }

  return at;
}

/* The end of the run of name words from @at. */
static guint32
run_end (const Finder *self,
         guint32       at)
{
  const LeadupLexiconRow *title =
      leadup_lexicon_table_match (self->tables.titles, &self->tokens[at], self->end - at);
  guint32 end = at + (title != NULL ? title->n_words : 1);

  while (end < self->end)
    {
      guint32 next;

      if (is_name_word (self, end))
        {
          end++;
          continue;
        }
      next = connector_end (self, end);
      if (next == end)
        break;
      end = next;
    }

  return end;
}

static gboolean
ends_organisation (const Finder *self,
                   guint32       first,
                   guint32       end)
{
  return end > first + 1 && has_row (self->tables.organisation_nouns, &self->tokens[end - 1]);
}

/* “Ministry of Foreign Affairs”, “Gulf of Aden”: what a head noun with “of” brings along. */
static guint32
of_end (const Finder *self,
        guint32       first,
        guint32       end)
{
  guint32 at = end;
  gboolean is_head = FALSE;

  if (!is_word (self, end, "of") && !is_word (self, end, "for"))
    return end;
  for (guint32 i = first; i < end && !is_head; i++)
    is_head = has_row (self->tables.organisation_nouns, &self->tokens[i]) ||
              has_row (self->tables.place_nouns, &self->tokens[i]);
  if (!is_head)
    return end;

  at++;
  if (is_word (self, at, "the"))
    at++;
  if (!is_name_word (self, at))
    return end;
  at = run_end (self, at);
  while ((is_word (self, at, "and") || is_word (self, at, "&")) && is_name_word (self, at + 1) &&
         has_row (self->tables.organisation_nouns, &self->tokens[first]) &&
         fact_of (self, at + 1)->primary == 'n')
    at = run_end (self, at + 1);

  return at;
}

static gboolean
is_speech_verb (const Finder *self,
                guint32       at)
{
  static const char *const words[] = { "said",    "says",    "told",      "added",
                                       "wrote",   "tweeted", "who",       "argued",
                                       "himself", "herself", "testified", "stated" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_word (self, at, words[i]))
      return TRUE;

  return FALSE;
}

static void
vote_by_context (const Finder *self,
                 Name         *name)
{
  guint32 before = name->first - 1;

  if (is_speech_verb (self, name->end) ||
      (is_word (self, name->end, ",") &&
       (is_word (self, name->end + 1, "who") ||
        self->tokens[MIN (name->end + 1, self->end - 1)].kind == LEADUP_TOKEN_NUMBER)))
    vote (name, LEADUP_ACTOR_KIND_PERSON, FAIR);
  if (name->first == self->first)
    return;

  if (is_word (self, before, "in") || is_word (self, before, "near") ||
      is_word (self, before, "at") || is_word (self, before, "from") ||
      is_word (self, before, "outside") || is_word (self, before, "across"))
    vote (name, LEADUP_ACTOR_KIND_PLACE, is_word (self, before, "in") ? FAIR : WEAK);
  if (is_word (self, before, "of") && before > self->first &&
      has_row (self->tables.place_nouns, &self->tokens[before - 1]))
    vote (name, LEADUP_ACTOR_KIND_PLACE, STRONG);
  if (is_word (self, before, "the"))
    vote (name, LEADUP_ACTOR_KIND_ORGANISATION, FAIR);
  if (!self->tokens[before].is_capitalised &&
      (fact_of (self, before)->classes & LEADUP_WORD_PEOPLE) != 0 &&
      self->grammar[before].tag == LEADUP_TAG_NOUN)
    vote (name, LEADUP_ACTOR_KIND_PERSON, FAIR);
  if (name->end < self->end && has_row (self->tables.place_nouns, &self->tokens[name->end]) &&
      !self->tokens[name->end].is_capitalised)
    vote (name, LEADUP_ACTOR_KIND_PLACE, FAIR);
}

/* The kind of a run of names that no table knows. */
static void
type_name (const Finder *self,
           Name         *name)
{
  const LeadupToken *first = &self->tokens[name->first];
  const LeadupToken *last = &self->tokens[name->end - 1];
  guint32 length = name->end - name->first;

  if (has_row (self->tables.organisation_nouns, last) && length > 1)
    vote (name, LEADUP_ACTOR_KIND_ORGANISATION, STRONG);
  else if (has_row (self->tables.place_nouns, last) && length > 1)
    vote (name, LEADUP_ACTOR_KIND_PLACE, STRONG);
  else if (length > 1 && has_row (self->tables.organisation_nouns, first) &&
           (is_word (self, name->first + 1, "of") || is_word (self, name->first + 1, "for")))
    vote (name, LEADUP_ACTOR_KIND_ORGANISATION, STRONG);
  else if (length > 1 && has_row (self->tables.place_nouns, first))
    vote (name, LEADUP_ACTOR_KIND_PLACE, STRONG);
  else if (leadup_name_tables_is_given_name (&self->tables, first))
    vote (name, LEADUP_ACTOR_KIND_PERSON, length > 1 ? STRONG : WEAK);
  else
    {
      gboolean has_of = FALSE, has_common = FALSE;

      for (guint32 i = name->first; i < name->end; i++)
        {
          has_of = has_of || is_word (self, i, "of") || is_word (self, i, "for");
          has_common = has_common || (fact_of (self, i)->classes & LEADUP_WORD_COMMON) != 0;
        }
      if (has_of)
        vote (name, LEADUP_ACTOR_KIND_ORGANISATION, FAIR);
      else if (first->is_all_capitals && length == 1 && first->span.end - first->span.start > 1 &&
               !self->is_headline)
        vote (name, LEADUP_ACTOR_KIND_ORGANISATION, FAIR);
      else if (length >= 2 && length <= 5 && !has_common)
        vote (name, LEADUP_ACTOR_KIND_PERSON, FAIR);
      else if (length >= 2 && has_common)
        vote (name, LEADUP_ACTOR_KIND_ORGANISATION, WEAK);
      else
        vote (name, LEADUP_ACTOR_KIND_PERSON, WEAK);
    }

  vote_by_context (self, name);
}

static void
add_run (Finder  *self,
         guint32  first,
         guint32  end,
         gboolean is_titled)
{
  Name *name;

  /* “Donald J. Trump Jr.”; a possessive ends it. */
  while (end > first && !is_name_word (self, end - 1))
    end--;
  if (end == first)
    return;
  if (end == first + 1 && is_plain_word (self, first) && !is_titled)
    return;

  name = add_name (self, first, end);
  /* “the Trump administration” is who acts, not Trump. */
  if (is_word (self, end, "administration") || is_word (self, end, "regime"))
    {
      name->end++;
      vote (name, LEADUP_ACTOR_KIND_ORGANISATION, STRONG);
      return;
    }
  if (is_titled)
    {
      vote (name, LEADUP_ACTOR_KIND_PERSON, STRONG);
      return;
    }
  type_name (self, name);
}

/* Whether a demonym names the state by its organs (“Russian forces”) or a people (“Russians”). */
static LeadupActorKind
nation_kind (const Finder           *self,
             const LeadupLexiconRow *row,
             guint32                 end)
{
  gboolean is_plural = g_str_has_suffix (row->phrase, "s") && !g_str_has_suffix (row->phrase, "ss");

  if (row->columns[1][0] == '\0' || is_plural || end >= self->end)
    return LEADUP_ACTOR_KIND_NATIONALITY;
  if (self->tokens[end].kind == LEADUP_TOKEN_WORD &&
      (self->grammar[end].tag == LEADUP_TAG_NOUN ||
       self->grammar[end].tag == LEADUP_TAG_ADJECTIVE || self->grammar[end].tag == LEADUP_TAG_NAME))
    return LEADUP_ACTOR_KIND_STATE;

  return LEADUP_ACTOR_KIND_NATIONALITY;
}

/* A name of the tables at @at in the run up to @end; the token after it, @at if there is none. */
static guint32
take_known (Finder  *self,
            guint32  at,
            guint32  end,
            gboolean is_titled)
{
  const LeadupLexiconRow *row;
  LeadupNameType type =
      leadup_name_tables_match (&self->tables, &self->tokens[at], self->end - at, &row);
  guint32 after;
  Name *name;
  LeadupActorKind kind;

  if (type == LEADUP_NAME_NONE || type == LEADUP_NAME_TITLE)
    return at;

  after = at + row->n_words;
  if (after > end && row->n_words == 1)
    return at;

  /* “Jordan Peterson”, “Paris Hilton”, “Georgia Tech”: a name that only begins like a place. */
  if (after < end && (type == LEADUP_NAME_PLACE || type == LEADUP_NAME_STATE ||
                      type == LEADUP_NAME_SEAT || type == LEADUP_NAME_ORGANISATION))
    {
      if (ends_organisation (self, at, end) && type != LEADUP_NAME_STATE)
        return at;
      if (leadup_name_tables_is_given_name (&self->tables, &self->tokens[at]) && row->n_words == 1)
        return at;
      if (type != LEADUP_NAME_STATE && row->n_words == 1 && !self->is_headline &&
          has_row (self->tables.place_nouns, &self->tokens[end - 1]))
        return at;
    }
  if (is_titled && row->n_words == 1 && type != LEADUP_NAME_STATE && type != LEADUP_NAME_NATION)
    return at;
  if (row->n_words == 1 && is_plain_word (self, at) && type == LEADUP_NAME_PLACE)
    return at;

  kind =
      type == LEADUP_NAME_NATION ? nation_kind (self, row, after) : leadup_name_type_to_kind (type);
  /* “Israeli Prime Minister”, but “the American Civil Liberties Union”, “Islamic Jihad”. */
  if (type == LEADUP_NAME_NATION && after < end && ends_organisation (self, at, end) &&
      row->columns[1][0] == '\0')
    return at;

  name = add_name (self, at, after);
  vote (name, kind, STRONG);
  name->is_sure = TRUE;

  return after;
}

static guint32
take_title (const Finder *self,
            guint32       at,
            guint32       end)
{
  const LeadupLexiconRow *row =
      leadup_lexicon_table_match (self->tables.titles, &self->tokens[at], end - at);

  if (row == NULL)
    return at;
  /* “Don Smith” has a given name, “House Speaker” none; the last of a run is no title of a name. */
  if (leadup_name_tables_is_given_name (&self->tables, &self->tokens[at]) && row->n_words == 1 &&
      !g_str_equal (row->columns[1], "office"))
    return at;
  at += row->n_words;
  if (at < end && is_word (self, at, "-"))
    return at + 1;

  return at;
}

/* Splits a run: “Iraqi Prime Minister Haider al-Abadi” is a state, a title and a person. */
static void
split_run (Finder *self,
           guint32 first,
           guint32 end)
{
  guint32 at = first;
  gboolean is_titled = FALSE;

  while (at < end)
    {
      guint32 next;

      if (!is_name_word (self, at) && !is_word (self, at, "the"))
        {
          at++;
          continue;
        }

      next = take_title (self, at, end);
      if (next > at)
        {
          is_titled = TRUE;
          at = next;
          continue;
        }

      next = take_known (self, at, end, is_titled);
      if (next > at)
        {
          at = next;
          continue;
        }

      /* In a headline only what tables or the rest of the text know is a name. */
      if (at == first && is_plain_word (self, at) && end > at + 1 &&
          !has_row (self->tables.organisation_nouns, &self->tokens[end - 1]))
        {
          at++;
          continue;
        }

      add_run (self, at, end, is_titled);
      at = end;
    }
}

static gboolean
reads_as_headline (const Finder *self)
{
  guint32 capitals = 0, words = 0;

  for (guint32 i = self->first; i < self->end; i++)
    if (self->tokens[i].kind == LEADUP_TOKEN_WORD)
      {
        words += strlen (self->tokens[i].folded) > 3;
        capitals += strlen (self->tokens[i].folded) > 3 && self->tokens[i].is_capitalised;
      }

  return words > 4 && capitals * 4 > words * 3;
}

static void
find_in_sentence (Finder               *self,
                  const LeadupSentence *sentence)
{
  self->first = sentence->first_token;
  self->end = sentence->end_token;
  self->is_headline = reads_as_headline (self);

  for (guint32 i = self->first; i < self->end;)
    {
      guint32 end, after;

      if (self->tokens[i].is_furniture || !is_name_word (self, i))
        {
          /* Names in lower case: “al Qaeda”, “peshmerga”. */
          const LeadupLexiconRow *row;
          LeadupNameType type = LEADUP_NAME_NONE;

          if (!self->tokens[i].is_furniture && self->tokens[i].word != 0 &&
              !self->tokens[i].is_capitalised)
            type = leadup_name_tables_match (&self->tables, &self->tokens[i], self->end - i, &row);
          if (type == LEADUP_NAME_ARMED_GROUP || (type == LEADUP_NAME_SEAT && row->n_words > 1))
            {
              Name *name = add_name (self, i + (type == LEADUP_NAME_SEAT), i + row->n_words);

              vote (name,
                    type == LEADUP_NAME_SEAT ? LEADUP_ACTOR_KIND_ORGANISATION
                                             : LEADUP_ACTOR_KIND_ARMED_GROUP,
                    STRONG);
              name->is_sure = TRUE;
              i += row->n_words;
              continue;
            }
          i++;
          continue;
        }

      end = run_end (self, i);
      after = of_end (self, i, end);
      split_run (self, i, after);
      i = MAX (after, i + 1);
    }
}

static char *
surface (const Finder *self,
         const Name   *name)
{
  GString *text = g_string_new (NULL);

  for (guint32 i = name->first; i < name->end; i++)
    {
      g_string_append (text, self->tokens[i].folded);
      g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}

static LeadupActorKind
best_kind (const guint8 *votes)
{
  LeadupActorKind best = LEADUP_ACTOR_KIND_PERSON;

  for (guint i = 1; i < N_KINDS; i++)
    if (votes[i] > votes[best])
      best = (LeadupActorKind) i;

  return best;
}

/* The same words are the same kind all over a text, and a surname is a person. */
static void
share_votes (Finder *self)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) votes = g_array_new (FALSE, TRUE, N_KINDS);

  g_array_set_size (votes, self->names->len);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->names->len; i++)
      {
        const Name *name = &g_array_index (self->names, Name, i);
        char *key = NULL;
        guint8 *sum;
        gpointer slot;

        if (name->is_sure)
          continue;
        if (pass == 1)
          {
            /* Surnames. */
            if (name->end - name->first < 2 ||
                best_kind (name->votes) != LEADUP_ACTOR_KIND_PERSON ||
                name->votes[LEADUP_ACTOR_KIND_PERSON] < STRONG)
              continue;
            key = g_strdup_printf ("%s ", self->tokens[name->end - 1].folded);
          }
        else
          key = surface (self, name);

        if (g_hash_table_lookup_extended (sums, key, NULL, &slot))
          g_free (key);
        else
          {
            slot = GUINT_TO_POINTER (i);
            g_hash_table_insert (sums, key, slot);
          }
        sum = (guint8 *) votes->data + (gsize) GPOINTER_TO_UINT (slot) * N_KINDS;
        for (guint k = 0; k < N_KINDS; k++)
          sum[k] = (guint8) MIN (255, sum[k] + name->votes[k]);
      }

  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = &g_array_index (self->names, Name, i);
      g_autofree char *key = NULL;
      gpointer slot;

      if (name->is_sure)
        continue;
      key = surface (self, name);
      if (g_hash_table_lookup_extended (sums, key, NULL, &slot))
        memcpy (name->votes, (guint8 *) votes->data + (gsize) GPOINTER_TO_UINT (slot) * N_KINDS,
                N_KINDS);
    }
}

static void
put_mentions (Finder *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      LeadupMention mention = { .first_token = name->first, .end_token = name->end, .actor = -1 };

      mention.span.start = self->tokens[name->first].span.start;
      mention.span.end = self->tokens[name->end - 1].span.end;
      mention.kind = best_kind (name->votes);
      g_array_append_val (self->article->mentions, mention);
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
  Finder self = { .article = article };

  g_return_if_fail (article != NULL);

  leadup_grammar_find (article);
  g_array_set_size (article->mentions, 0);
  self.facts = leadup_word_facts_get (article->lexicon);
  leadup_name_tables_init (&self.tables, article->lexicon);
  self.tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  self.grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  self.names = g_array_new (FALSE, TRUE, sizeof (Name));

  for (guint i = 0; i < article->sentences->len; i++)
    {
      const LeadupSentence *sentence = &g_array_index (article->sentences, LeadupSentence, i);

      if (!sentence->is_furniture)
        find_in_sentence (&self, sentence);
    }

  share_votes (&self);
  put_mentions (&self);
  g_array_unref (self.names);
  leadup_actors_find (article);
}
