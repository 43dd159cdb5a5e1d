/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-actors.h"

#include "article/leadup-actor-roles.h"
#include "article/leadup-grammar.h"
#include "article/leadup-name-fit.h"
#include "article/leadup-name-tables.h"
#include "article/leadup-pronouns.h"
#include "base/leadup-text.h"

#include <string.h>

/* Who was named so many sentences before the other is not meant. */
#define NEAR_SENTENCES 1

/* A relative clause longer than this is not made part of a name. */
#define MAX_RESTRICTION 12

typedef struct
{
  LeadupArticle *article;
  LeadupNameTables tables;
  const LeadupToken *tokens;
  const LeadupGrammar *grammar;
  GHashTable *by_key; /* “kind:name” → index of the actor + 1 */
  GPtrArray *folded;  /* (element-type utf8): of each actor: its name in lower case, no article */
  GHashTable *long_forms; /* (element-type utf8 LeadupMention): “dreamland” → “Dreamland Motel” */
} Resolver;

static void
add_alias (LeadupArticleActor *actor,
           const char         *alias)
{
  if (g_str_equal (actor->name, alias) ||
      g_ptr_array_find_with_equal_func (actor->aliases, alias, g_str_equal, NULL))
    return;

  g_ptr_array_add (actor->aliases, g_strdup (alias));
}

static const char *
without_article (const char *name)
{
  return g_ascii_strncasecmp (name, "the ", 4) == 0 ? name + 4 : name;
}

static gint32
new_actor (Resolver       *self,
           const char     *name,
           LeadupActorKind kind,
           const char     *key)
{
  LeadupArticleActor actor = { .name = g_strdup (name), .kind = kind };
  gint32 index = (gint32) self->article->actors->len;

  actor.aliases = g_ptr_array_new_with_free_func (g_free);
  actor.member_of = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->article->actors, actor);
  g_ptr_array_add (self->folded, leadup_text_lower (without_article (name)));
  g_hash_table_insert (self->by_key, g_strdup_printf ("%d:%s", (int) kind, key),
                       GINT_TO_POINTER (index + 1));

  return index;
}

static gint32
find_key (const Resolver *self,
          LeadupActorKind kind,
          const char     *key)
{
  g_autofree char *text = g_strdup_printf ("%d:%s", (int) kind, key);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_key, text)) - 1;
}

/* “Chechnya” may be a place in one sentence and act in the next: one actor. */
static gint32
find_land (const Resolver *self,
           const char     *key)
{
  gint32 index = find_key (self, LEADUP_ACTOR_KIND_STATE, key);

  return index >= 0 ? index : find_key (self, LEADUP_ACTOR_KIND_PLACE, key);
}

/* “Oxford St” is Oxford Street. */
static char *
make_key (const char *name)
{
  static const char *const ways[][2] = {
    { " st", "street" },
    { " rd", "road" },
    { " ave", "avenue" },
    { " sq", "square" },
  };
  g_autofree char *key = leadup_text_lower (name);
  gsize length = strlen (key);

  if (length > 0 && key[length - 1] == '.')
    key[--length] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_has_suffix (key, ways[i][0]))
      {
        key[length - strlen (ways[i][0]) + 1] = '\0';
        return g_strconcat (key, ways[i][1], NULL);
      }

  return g_steal_pointer (&key);
}

static gint32
find_or_add (Resolver       *self,
             const char     *name,
             LeadupActorKind kind)
{
  g_autofree char *key = make_key (name);
  gboolean is_land = kind == LEADUP_ACTOR_KIND_STATE || kind == LEADUP_ACTOR_KIND_PLACE;
  gint32 index = is_land ? find_land (self, key) : find_key (self, kind, key);

  return index >= 0 ? index : new_actor (self, name, kind, key);
}

/* The state that a name stands for, NULL if it is none. */
static const char *
state_of (const Resolver      *self,
          const LeadupMention *mention)
{
  const LeadupLexiconRow *row;
  guint32 length = mention->end_token - mention->first_token;
  LeadupNameType type =
      leadup_name_tables_match (&self->tables, &self->tokens[mention->first_token], length, &row);

  if (type != LEADUP_NAME_STATE && type != LEADUP_NAME_NATION && type != LEADUP_NAME_SEAT)
    return NULL;

  return row->n_words == length && row->columns[1][0] != '\0' ? row->columns[1] : NULL;
}

/* “accused Moscow of”, “warned Ankara”: whether a verb at @at is done to those who can answer. */
static gboolean
is_told (const Resolver *self,
         guint32         at)
{
  static const char *const categories[] = { "accusation", "demand", "threat", NULL };
  const LeadupGrammar *verb = &self->grammar[at];
  const LeadupLexiconRow *row;

  if (verb->tag != LEADUP_TAG_VERB || verb->lemma == 0)
    return FALSE;
  row = leadup_lexicon_table_find_word (leadup_word_facts_get (self->article->lexicon)->verbs,
                                        verb->lemma);

  return row != NULL && g_strv_contains (categories, row->columns[LEADUP_VERB_CATEGORY]);
}

/* “Washington said”: a seat of power that acts is the state. */
static gboolean
acts (const Resolver      *self,
      const LeadupMention *mention)
{
  guint32 next = mention->end_token;

  while (next < self->article->tokens->len && self->grammar[next].tag == LEADUP_TAG_ADVERB)
    next++;
  if (next >= self->article->tokens->len)
    return FALSE;
  if (mention->first_token > 0 && is_told (self, mention->first_token - 1))
    return TRUE;
  if (mention->first_token > 0 &&
      self->grammar[mention->first_token - 1].tag == LEADUP_TAG_PREPOSITION)
    return strcmp (self->tokens[mention->first_token - 1].folded, "between") == 0 ||
           strcmp (self->tokens[mention->first_token - 1].folded, "by") == 0 ||
           strcmp (self->tokens[mention->first_token - 1].folded, "with") == 0;

  return leadup_tag_is_verbal ((LeadupTag) self->grammar[next].tag);
}

/* “Maracay Central Hospital” is the “Central Hospital of Maracay”. */
static gboolean
has_same_words (const char *a,
                const char *b)
{
  gsize a_length = strlen (a), b_length = strlen (b);
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) others = NULL;
  guint n_words = 0, n_others = 0;

  if (MAX (a_length, b_length) - MIN (a_length, b_length) > strlen (" of the") ||
      strchr (a, ' ') == NULL || strchr (b, ' ') == NULL ||
      (strstr (a, " of ") == NULL) == (strstr (b, " of ") == NULL))
    return FALSE;

  words = g_strsplit (a, " ", -1);
  others = g_strsplit (b, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], "of") && !g_str_equal (words[i], "the"))
      {
        if (!g_strv_contains ((const char *const *) others, words[i]))
          return FALSE;
        n_words++;
      }
  for (guint i = 0; others[i] != NULL; i++)
    n_others += !g_str_equal (others[i], "of") && !g_str_equal (others[i], "the");

  return n_words == n_others && n_words > 2;
}

/* “the IRA” after “the Provisional IRA”, if nothing else that was named ends so. */
static gint32
find_short_form (const Resolver *self,
                 const char     *folded)
{
  gint32 found = -1;

  for (gint32 i = 0; i < (gint32) self->article->actors->len; i++)
    {
      const char *known = g_ptr_array_index (self->folded, i);

      if ((leadup_article_get_actor (self->article, i)->kind != LEADUP_ACTOR_KIND_ORGANISATION &&
           leadup_article_get_actor (self->article, i)->kind != LEADUP_ACTOR_KIND_ARMED_GROUP) ||
          strlen (known) <= strlen (folded) || !leadup_name_fit_is_part (folded, known) ||
          !g_str_has_suffix (known, folded) || strstr (known, " of ") != NULL)
        continue;
      if (found >= 0)
        return -1;
      found = i;
    }

  return found;
}

static gint32
find_body (const Resolver      *self,
           const LeadupMention *mention,
           const char          *name,
           const char          *folded)
{
  gboolean is_acronym = mention->end_token == mention->first_token + 1 &&
                        self->tokens[mention->first_token].is_all_capitals && strlen (folded) > 1;

  for (gint32 i = (gint32) self->article->actors->len - 1; i >= 0; i--)
    {
      const LeadupArticleActor *actor = leadup_article_get_actor (self->article, i);
      const char *known = g_ptr_array_index (self->folded, i);

      if (actor->kind != LEADUP_ACTOR_KIND_ORGANISATION && actor->kind != LEADUP_ACTOR_KIND_MEDIA &&
          actor->kind != LEADUP_ACTOR_KIND_ARMED_GROUP && actor->kind != LEADUP_ACTOR_KIND_STATE)
        continue;
      if (is_acronym && strchr (actor->name, ' ') != NULL &&
          leadup_name_fit_is_initialism (name, without_article (actor->name)))
        return i;
      if (actor->kind == LEADUP_ACTOR_KIND_STATE)
        continue;
      if (g_str_equal (known, folded) || has_same_words (known, folded) ||
          g_ptr_array_find_with_equal_func (actor->aliases, name, g_str_equal, NULL) ||
          /* “the government”: not that of “Government College”. */
          (leadup_name_fit_is_part (folded, known) &&
           (actor->kind == LEADUP_ACTOR_KIND_MEDIA || strlen (folded) > 4) &&
           (self->tokens[mention->end_token - 1].is_capitalised ||
            g_str_has_suffix (known, folded))))
        return i;
    }

  return is_acronym ? find_short_form (self, folded) : -1;
}

/* “Bolivarian National Armed Forces (FANB)”: what stands alone in brackets behind a name is another
 * name of the same. */
static gint32
find_bracketed (const Resolver      *self,
                const LeadupMention *mention)
{
  const LeadupMention *before = mention - 1;

  if (mention == leadup_article_get_mention (self->article, 0) || before->actor < 0 ||
      before->end_token + 1 != mention->first_token ||
      mention->end_token != mention->first_token + 1 ||
      mention->end_token >= self->article->tokens->len ||
      strcmp (self->tokens[before->end_token].folded, "(") != 0 ||
      strcmp (self->tokens[mention->end_token].folded, ")") != 0 ||
      !self->tokens[mention->first_token].is_all_capitals)
    return -1;

  switch (leadup_article_get_actor (self->article, before->actor)->kind)
    {
    case LEADUP_ACTOR_KIND_ORGANISATION:
    case LEADUP_ACTOR_KIND_ARMED_GROUP:
    case LEADUP_ACTOR_KIND_MEDIA:
      return before->actor;

    case LEADUP_ACTOR_KIND_PERSON:
    case LEADUP_ACTOR_KIND_STATE:
    case LEADUP_ACTOR_KIND_PLACE:
    case LEADUP_ACTOR_KIND_NATIONALITY:
    case LEADUP_ACTOR_KIND_UNATTRIBUTED:
    default:
      return -1;
    }
}

static gboolean
is_all_capitals (const char *name)
{
  while (g_ascii_isupper (*name))
    name++;

  return *name == '\0';
}

/* “RSF denies defeat. … the Rapid Support Forces”: what a headline shortened has its name now. */
static gint32
find_initials (Resolver   *self,
               const char *name)
{
  if (strchr (name, ' ') == NULL)
    return -1;

  for (gint32 i = 0; i < (gint32) self->article->actors->len; i++)
    {
      LeadupArticleActor *actor = leadup_article_get_actor (self->article, i);
      g_autofree char *former = NULL;

      if ((actor->kind != LEADUP_ACTOR_KIND_ORGANISATION &&
           actor->kind != LEADUP_ACTOR_KIND_ARMED_GROUP) ||
          strlen (actor->name) < 2 || !is_all_capitals (actor->name) ||
          !leadup_name_fit_is_initialism (actor->name, without_article (name)))
        continue;
      former = actor->name;
      actor->name = g_strdup (without_article (name));
      add_alias (actor, former);
      g_free (g_ptr_array_index (self->folded, i));
      g_ptr_array_index (self->folded, i) = leadup_text_lower (actor->name);
      return i;
    }

  return -1;
}

/* “Coalition nations which have struck Peru” are not those which have struck Chile: the words after
 * the name up to the next verb, 0 if nothing restricts it. */
static guint32
restriction_end (const Resolver      *self,
                 const LeadupMention *mention)
{
  guint32 at = mention->end_token, end;
  gboolean has_verb = FALSE, is_over = FALSE;

  /* “The Poe administration that …” is one. */
  if (self->tokens[at - 1].is_capitalised || at >= self->article->tokens->len ||
      self->grammar[at].tag != LEADUP_TAG_RELATIVE ||
      !g_str_has_suffix (self->tokens[at - 1].folded, "s") ||
      leadup_lexicon_table_find_word (self->tables.tails, self->tokens[at - 1].word) == NULL)
    return 0;

  for (end = at + 1; end < self->article->tokens->len && end < at + MAX_RESTRICTION; end++)
    {
      LeadupTag tag = (LeadupTag) self->grammar[end].tag;
      gboolean is_verb = leadup_tag_is_verbal (tag);

      if (tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_QUOTE ||
          self->tokens[end].starts_sentence || (is_verb && is_over))
        break;
      has_verb = has_verb || is_verb;
      is_over = is_over || (has_verb && !is_verb && tag != LEADUP_TAG_ADVERB);
    }

  return has_verb ? end : 0;
}

static gint32
resolve_restricted (Resolver            *self,
                    const LeadupMention *mention,
                    guint32              end)
{
  LeadupSpan span = { mention->span.start, self->tokens[end - 1].span.end };
  g_autofree char *name = leadup_article_dup_span (self->article, span);
  g_autofree char *folded = leadup_text_lower (without_article (name));
  gint32 index = find_key (self, mention->kind, folded);

  if (index >= 0)
    return index;
  index = new_actor (self, without_article (name), mention->kind, folded);
  /* Nobody else is meant by a part of it. */
  *(char *) g_ptr_array_index (self->folded, index) = '\0';

  return index;
}

static gint32
resolve_body (Resolver            *self,
              const LeadupMention *mention)
{
  g_autofree char *name = leadup_article_dup_span (self->article, mention->span);
  g_autofree char *folded = leadup_text_lower (without_article (name));
  const LeadupLexiconRow *row =
      leadup_lexicon_table_match (self->tables.media, &self->tokens[mention->first_token],
                                  mention->end_token - mention->first_token);
  guint32 restricted = restriction_end (self, mention);
  gint32 index;

  if (restricted > 0)
    return resolve_restricted (self, mention, restricted);
  if (mention->kind == LEADUP_ACTOR_KIND_MEDIA && row != NULL && row->columns[1][0] != '\0')
    {
      index = find_or_add (self, row->columns[1], mention->kind);
      add_alias (leadup_article_get_actor (self->article, index), name);
      return index;
    }

  index = find_bracketed (self, mention);
  if (index < 0)
    index = find_initials (self, name);
  if (index < 0)
    index = find_body (self, mention, name, folded);
  if (index < 0)
    return new_actor (self, without_article (name), mention->kind, folded);

  add_alias (leadup_article_get_actor (self->article, index), name);

  return index;
}

/* The sentence of the last mention of an actor before @mention, -1 if there is none. */
static gint64
last_sentence (const Resolver      *self,
               const LeadupMention *mention,
               gint32               actor)
{
  const LeadupMention *first = leadup_article_get_mention (self->article, 0);

  for (const LeadupMention *at = mention; at > first; at--)
    if (at[-1].actor == actor)
      return self->tokens[at[-1].first_token].sentence;

  return -1;
}

/* “Maria Lopez met Maria Ruiz. Maria spoke.”: of two whom a name fits as well, who was named just
 * now, while the other was not; -1 if it can be both. */
static gint32
tell_apart (const Resolver      *self,
            const LeadupMention *mention,
            const char          *name,
            gint32               latest,
            guint                fit)
{
  gint64 nearest = last_sentence (self, mention, latest);
  gint64 other = -1;
  gint32 found = latest;

  for (gint32 i = 0; i < (gint32) self->article->actors->len; i++)
    {
      const LeadupArticleActor *actor = leadup_article_get_actor (self->article, i);
      gint64 sentence;

      if (i == latest || actor->kind != LEADUP_ACTOR_KIND_PERSON ||
          leadup_name_fit_person (name, actor->name) != fit)
        continue;
      sentence = last_sentence (self, mention, i);
      if (sentence > nearest)
        {
          other = nearest;
          nearest = sentence;
          found = i;
        }
      else
        other = MAX (other, sentence);
    }

  return other < 0 || other + NEAR_SENTENCES < nearest ? found : -1;
}

static gint32
resolve_person (Resolver            *self,
                const LeadupMention *mention)
{
  g_autofree char *name = leadup_article_dup_span (self->article, mention->span);
  g_autofree char *folded = NULL;
  gint32 best = -1;
  guint best_fit = 0;

  /* The latest actor that fits best. */
  for (gint32 i = (gint32) self->article->actors->len - 1; i >= 0; i--)
    {
      const LeadupArticleActor *actor = leadup_article_get_actor (self->article, i);
      guint fit;

      if (actor->kind != LEADUP_ACTOR_KIND_PERSON)
        continue;
      fit = leadup_name_fit_person (name, actor->name);
      if (fit > best_fit)
        {
          best = i;
          best_fit = fit;
        }
    }

  if (best >= 0 && best_fit < 4)
    best = tell_apart (self, mention, name, best, best_fit);
  if (best < 0)
    {
      folded = leadup_text_lower (name);
      return new_actor (self, name, LEADUP_ACTOR_KIND_PERSON, folded);
    }

  if (strlen (name) > strlen (leadup_article_get_actor (self->article, best)->name))
    {
      LeadupArticleActor *actor = leadup_article_get_actor (self->article, best);
      g_autofree char *former = g_steal_pointer (&actor->name);

      actor->name = g_strdup (name);
      add_alias (actor, former);
    }
  else
    add_alias (leadup_article_get_actor (self->article, best), name);

  return best;
}

/* The words of a mention but for the last @n_left of them, in lower case. */
static char *
fold_words (const Resolver      *self,
            const LeadupMention *mention,
            guint32              n_left)
{
  LeadupSpan span = mention->span;
  g_autofree char *words = NULL;

  span.end = self->tokens[mention->end_token - n_left - 1].span.end;
  words = leadup_article_dup_span (self->article, span);

  return leadup_text_lower (without_article (words));
}

/* Keeps the names of places that say what they are: “Dreamland Motel”, “Caspian Sea”. Of two that
 * begin alike neither is kept. */
static void
find_long_forms (Resolver *self)
{
  self->long_forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->article->mentions->len; i++)
    {
      const LeadupMention *mention = leadup_article_get_mention (self->article, i);
      const LeadupMention *known;
      g_autofree char *key = NULL;

      if (mention->kind != LEADUP_ACTOR_KIND_PLACE ||
          mention->end_token < mention->first_token + 2 ||
          leadup_lexicon_table_find_word (self->tables.place_nouns,
                                          self->tokens[mention->end_token - 1].word) == NULL ||
          leadup_lexicon_table_find_word (self->tables.directions,
                                          self->tokens[mention->first_token].word) != NULL)
        continue;
      key = fold_words (self, mention, 1);
      known = g_hash_table_lookup (self->long_forms, key);
      if (known != NULL &&
          self->tokens[known->end_token - 1].word != self->tokens[mention->end_token - 1].word)
        mention = leadup_article_get_mention (self->article, 0);
      g_hash_table_insert (self->long_forms, g_steal_pointer (&key), (gpointer) mention);
    }
}

/* “The Gulf”, “the Mill”: a word that names many. */
static gboolean
is_common (const Resolver *self,
           guint32         token)
{
  const LeadupWordFacts *facts = leadup_word_facts_get (self->article->lexicon);
  guint32 word = self->tokens[token].word;

  return word <= facts->n_words && (facts->words[word].classes & LEADUP_WORD_COMMON) != 0;
}

/* “The Dreamland” after “the Dreamland Motel”, “the Caspian sea” beside “the Caspian Sea”. A place
 * that is known by itself is not meant by what is named after it (“London”, “London Bridge”). */
static const LeadupMention *
find_long_form (const Resolver      *self,
                const LeadupMention *mention)
{
  g_autofree char *key = NULL;
  const LeadupMention *found;
  const LeadupLexiconRow *row;
  guint32 length = mention->end_token - mention->first_token;

  if (g_hash_table_size (self->long_forms) == 0)
    return NULL;

  key = fold_words (self, mention, 0);
  found = g_hash_table_lookup (self->long_forms, key);
  if (found == NULL || found->end_token < found->first_token + length + 1)
    return NULL;
  if (mention->end_token < self->article->tokens->len &&
      self->tokens[mention->end_token].word == self->tokens[found->end_token - 1].word)
    return found;

  return (length > 1 || !is_common (self, mention->first_token)) &&
                 leadup_name_tables_match (&self->tables, &self->tokens[mention->first_token],
                                           length, &row) == LEADUP_NAME_NONE
             ? found
             : NULL;
}

/* “PORT AMSA” of a dateline is Port Amsa. */
static char *
dup_name (const Resolver      *self,
          const LeadupMention *mention)
{
  char *name = leadup_article_dup_span (self->article, mention->span);
  gboolean at_start = TRUE;

  if (mention->first_token < self->article->dateline_first ||
      mention->end_token > self->article->dateline_end ||
      mention->kind != LEADUP_ACTOR_KIND_PLACE)
    return name;
  for (char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gunichar lower = at_start ? letter : g_unichar_tolower (letter);

      /* “Port-au-Prince”. */
      at_start = !g_unichar_isalpha (letter) &&
                 !(letter == '-' && strcspn (c + 1, "- ") == strlen ("au"));
      if (g_unichar_to_utf8 (lower, NULL) == g_unichar_to_utf8 (letter, NULL))
        g_unichar_to_utf8 (lower, c);
    }

  return name;
}

/* “Tovian jets” of the text in which “the Republic of Tovia” is said, −1 if it is none. */
static gint32
resolve_land (Resolver            *self,
              const LeadupMention *mention,
              const char          *name)
{
  g_autofree char *folded = NULL;
  const char *land;
  gint32 index;

  if (g_hash_table_size (self->article->lands) == 0)
    return -1;
  folded = leadup_text_lower (name);
  land = g_hash_table_lookup (self->article->lands, folded);
  if (land == NULL)
    return -1;
  index = find_or_add (self, land, mention->kind);
  add_alias (leadup_article_get_actor (self->article, index), name);

  return index;
}

/* A place that is told at length elsewhere, −1 if it is none. */
static gint32
resolve_short (Resolver            *self,
               const LeadupMention *mention,
               const char          *name)
{
  const LeadupMention *whole = mention->kind == LEADUP_ACTOR_KIND_PLACE ||
                                       mention->kind == LEADUP_ACTOR_KIND_ORGANISATION
                                   ? find_long_form (self, mention)
                                   : NULL;
  g_autofree char *long_name = NULL;
  gint32 index;

  if (whole == NULL)
    return -1;
  long_name = leadup_article_dup_span (self->article, whole->span);
  index = find_or_add (self, without_article (long_name), LEADUP_ACTOR_KIND_PLACE);
  add_alias (leadup_article_get_actor (self->article, index), name);

  return index;
}

static gint32
resolve (Resolver            *self,
         const LeadupMention *mention)
{
  g_autofree char *name = dup_name (self, mention);
  const char *state = state_of (self, mention);
  gint32 index = state == NULL ? resolve_land (self, mention, name) : -1;

  if (index < 0)
    index = resolve_short (self, mention, name);
  if (index >= 0)
    return index;

  switch (mention->kind)
    {
    case LEADUP_ACTOR_KIND_STATE:
      index = find_or_add (self, state != NULL ? state : name, mention->kind);
      add_alias (leadup_article_get_actor (self->article, index), name);
      return index;

    case LEADUP_ACTOR_KIND_PLACE:
      if (state != NULL && self->tokens[mention->first_token].word != 0 &&
          leadup_lexicon_table_match (self->tables.demonyms, &self->tokens[mention->first_token],
                                      mention->end_token - mention->first_token) != NULL)
        return find_or_add (self, state, mention->kind);
      if (state != NULL && acts (self, mention))
        return find_or_add (self, state, LEADUP_ACTOR_KIND_STATE);
      return find_or_add (self, name, mention->kind);

    case LEADUP_ACTOR_KIND_NATIONALITY:
      return find_or_add (self, name, mention->kind);

    case LEADUP_ACTOR_KIND_ORGANISATION:
    case LEADUP_ACTOR_KIND_MEDIA:
    case LEADUP_ACTOR_KIND_ARMED_GROUP:
      return resolve_body (self, mention);

    case LEADUP_ACTOR_KIND_PERSON:
      return resolve_person (self, mention);

    case LEADUP_ACTOR_KIND_UNATTRIBUTED:
    default:
      return -1;
    }
}

/**
 * leadup_actors_find:
 * @article: an article with mentions
 *
 * Gathers the mentions into actors: later surnames, acronyms, short names, nationalities, and seats
 * of power that act. Two people with one surname stay two. Roles and affiliations come from what
 * stands beside a name.
 */
void
leadup_actors_find (LeadupArticle *article)
{
  Resolver self = { .article = article };

  g_return_if_fail (article != NULL);

  g_array_set_size (article->actors, 0);
  leadup_name_tables_init (&self.tables, article->lexicon);
  self.tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  self.grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  self.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.folded = g_ptr_array_new_with_free_func (g_free);

  find_long_forms (&self);

  for (guint i = 0; i < article->mentions->len; i++)
    {
      LeadupMention *mention = leadup_article_get_mention (article, i);

      mention->actor = resolve (&self, mention);
    }

  leadup_actor_roles_find (article);
  leadup_pronouns_find (article);
  g_hash_table_unref (self.long_forms);
  g_hash_table_unref (self.by_key);
  g_ptr_array_unref (self.folded);
}

/**
 * leadup_actors_at:
 * @article: an article with actors
 * @first: a token
 * @end: token after the last
 *
 * Returns: the actor of the last mention in these tokens that is no adjective before another, −1 if
 * there is none
 */
gint32
leadup_actors_at (const LeadupArticle *article,
                  guint32              first,
                  guint32              end)
{
  guint before;

  g_return_val_if_fail (article != NULL, -1);

  before = leadup_article_count_mentions (article, end);
  if (before == 0 || leadup_article_get_mention (article, before - 1)->end_token <= first)
    return -1;

  return leadup_article_get_mention (article, before - 1)->actor;
}
