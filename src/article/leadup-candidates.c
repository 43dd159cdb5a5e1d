/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-candidates.h"

#include "article/leadup-article-title.h"
#include "article/leadup-grammar.h"
#include "article/leadup-tokens.h"
#include "base/leadup-text.h"

#include <math.h>
#include <string.h>

/* How many events back a repetition is looked for. */
#define MAX_BACK 200

/* The sentences behind a headline that tell it in full, with a byline. */
#define LEAD_SENTENCES 3

/* How many events from a verb of saying what is said is looked for. */
#define MAX_CONTENT 6

/* Words in common, of all words, that make two titles one. */
#define SAME_TITLE 0.6

#define BETWEEN_WORDS " ,’'"

/**
 * Finder:
 * @title_words: (element-type guint32): numbers of the words of all titles so far
 * @titles: (element-type LeadupSpan): by event: which of them are its own
 */
typedef struct
{
  LeadupArticle *article;
  LeadupWordPool *words;
  GArray *title_words;
  GArray *titles;
} Finder;

static LeadupArticleEvent *
event_at (const LeadupArticle *article,
          guint                index)
{
  return &g_array_index (article->events, LeadupArticleEvent, index);
}

static gint32
first_actor (const GArray *arguments)
{
  for (guint i = 0; i < arguments->len; i++)
    if (g_array_index (arguments, LeadupArgument, i).actor >= 0)
      return g_array_index (arguments, LeadupArgument, i).actor;

  return -1;
}

static gboolean
is_said (const LeadupArticleEvent *event)
{
  return strcmp (event->quad, "neutral") == 0;
}

static double
raise_by_modality (const LeadupArticleEvent *event)
{
  if (strcmp (event->modality, "asserted") == 0)
    return 0.15;
  if (strcmp (event->modality, "claimed") == 0 || strcmp (event->modality, "attempted") == 0)
    return 0.05;
  if (strcmp (event->modality, "planned") == 0 || strcmp (event->modality, "threatened") == 0)
    return 0.1;
  if (strcmp (event->modality, "hypothetical") == 0)
    return -0.6;

  return -0.35;
}

static gboolean
is_quoted (const LeadupArticle      *article,
           const LeadupArticleEvent *event)
{
  const LeadupSentence *sentence =
      &g_array_index (article->sentences, LeadupSentence, event->sentence);

  for (guint32 i = sentence->first_token; i < sentence->end_token; i++)
    {
      const LeadupToken *token = &g_array_index (article->tokens, LeadupToken, i);

      if (token->span.start == event->trigger.start)
        return token->is_quoted;
    }

  return FALSE;
}

/* Whether a title begins with the “to” of its verb. */
static gboolean
is_infinitive (const LeadupArticle      *article,
               const LeadupArticleEvent *event,
               const char               *first)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  guint32 at = leadup_tokens_at (article, event->trigger.start);

  if (at < article->grammar->len && grammar[at].tag != LEADUP_TAG_TO && at > 0)
    at--;

  return at < article->grammar->len && grammar[at].tag == LEADUP_TAG_TO &&
         g_str_equal (g_array_index (article->tokens, LeadupToken, at).folded, first);
}

/* “Over ten”, “At least ten”, “Between 60 and 75”. */
static gboolean
opens_number (const LeadupArticle *article,
              const char          *words)
{
  const LeadupWordFacts *facts = leadup_word_facts_get (article->lexicon);
  g_autofree char *word = NULL;
  guint32 number;

  words += strspn (words, " ");
  if (g_ascii_isdigit (*words) || g_str_has_prefix (words, "of ") || g_str_has_prefix (words, "least ") ||
      g_str_has_prefix (words, "most "))
    return TRUE;
  word = g_strndup (words, strcspn (words, " "));
  number = leadup_lexicon_find_word (article->lexicon, word, strlen (word));

  return leadup_lexicon_table_find_word (facts->quantities, number) != NULL;
}

/* What a title loses that begins with a word that says nobody (“They”) or that is no sentence
 * (“To discuss”, “In a video posted”, “Shelled”). */
static double
doubt_title (const LeadupArticle      *article,
             const LeadupArticleEvent *event)
{
  const LeadupWordFacts *facts = leadup_word_facts_get (article->lexicon);
  gsize length = strcspn (event->title, " ’'");
  g_autofree char *word = g_strndup (event->title, length);
  g_autofree char *folded = leadup_text_lower (word);
  guint32 number = leadup_lexicon_find_word (article->lexicon, folded, strlen (folded));

  guint32 classes = number <= facts->n_words ? facts->words[number].classes : 0;

  if (strchr (event->title, ' ') == NULL || g_str_has_suffix (event->title, "…"))
    return 0.2;
  if (is_infinitive (article, event, folded))
    return 0.6;
  if ((classes & LEADUP_WORD_PREPOSITION) != 0 && !opens_number (article, event->title + length))
    return 0.5;
  if ((classes & (LEADUP_WORD_DETERMINER | LEADUP_WORD_NOUN)) != 0)
    return 0.0;
  if ((classes & (LEADUP_WORD_SUBORDINATOR | LEADUP_WORD_RELATIVE)) != 0)
    return 0.5;

  return (classes & LEADUP_WORD_PRONOUN) != 0 ? 0.2 : 0.0;
}

/* A sum of terms must not miss a floor by its last bit. */
static double
in_hundredths (double confidence)
{
  return round (confidence * 100.0) / 100.0;
}

/* Each term is a feature that can be seen in the extract: how it was said, by whom, about whom,
 * when. Set so that of the events at 0.8 about 80 % have the right class, source and target; see
 * CONTRIBUTING. */
static double
weigh (const LeadupArticle      *article,
       const LeadupArticleEvent *event)
{
  double confidence = 0.45 + raise_by_modality (event);

  confidence += first_actor (event->initiators) >= 0 ? 0.15
                : event->initiators->len > 0         ? -0.05
                                                     : -0.1;
  confidence += first_actor (event->targets) >= 0 ? 0.1 : event->targets->len > 0 ? 0.05 : 0.0;
  if (event->when != NULL && event->date >= 0)
    confidence += leadup_when_get_precision (event->when) <= LEADUP_PRECISION_MONTH ? 0.1 : 0.05;
  if (event->values->len > 0)
    confidence += 0.1;
  if (is_said (event))
    confidence -= 0.1;
  confidence -= doubt_title (article, event);
  if (is_quoted (article, event))
    confidence -= 0.2;
  /* A noun alone: “the strikes”. */
  if (event->span.end - event->span.start < 2 * (event->trigger.end - event->trigger.start) &&
      event->initiators->len == 0)
    confidence -= 0.25;
  if (first_actor (event->initiators) < 0 && first_actor (event->targets) < 0 && event->speaker < 0)
    confidence -= event->values->len > 0 ? 0.05 : 0.1;

  return in_hundredths (CLAMP (confidence, 0.01, 0.97));
}

/* How plainly the verb of an event says that somebody speaks, NULL if it tells more. */
static const char *
find_plainness (const LeadupArticle      *article,
                const LeadupArticleEvent *event)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  guint32 at = leadup_tokens_at (article, event->trigger.start);
  const LeadupLexiconRow *row;

  if (!is_said (event) || at >= article->grammar->len)
    return NULL;
  if (leadup_token_is (&g_array_index (article->tokens, LeadupToken, at), "according"))
    return "plain";
  row = leadup_lexicon_table_find_word (leadup_word_facts_get (article->lexicon)->cues,
                                        grammar[at].lemma);

  return row != NULL && row->columns[LEADUP_CUE_PLAIN][0] != '\0' ? row->columns[LEADUP_CUE_PLAIN]
                                                                  : NULL;
}

/* “said”, “added”, “announced”: whether the verb says no more than that somebody speaks. */
static gboolean
only_says (const LeadupArticle      *article,
           const LeadupArticleEvent *event)
{
  return find_plainness (article, event) != NULL;
}

/* Whether an event stands in what a verb of saying brings: not “announced a fee and said that Togo
 * had shelled the port”. */
static gboolean
is_brought (const LeadupArticle      *article,
            const LeadupArticleEvent *saying,
            const LeadupArticleEvent *content)
{
  /* “It fell, he said, when a shell hit it”. */
  if (g_strcmp0 (find_plainness (article, saying), "told") != 0)
    return TRUE;
  for (guint i = 0; i < article->statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (article->statements, LeadupStatement, i);

      if (statement->cue.start <= saying->trigger.start &&
          saying->trigger.start < statement->cue.end)
        return statement->content.start <= content->trigger.start &&
               content->trigger.end <= statement->content.end;
    }

  return FALSE;
}

/* What a statement is worth less whose content is a candidate of its own, which says already who
 * claims it, and when at the latest: “Chad said on Monday that it had left”. */
static double
doubt_statement (const LeadupArticle *article,
                 guint                index)
{
  const LeadupArticleEvent *event = event_at (article, index);
  const gint32 speaker = first_actor (event->initiators);

  if (!only_says (article, event))
    return 0.0;
  for (guint i = index > MAX_CONTENT ? index - MAX_CONTENT : 0;
       i < article->events->len && i <= index + MAX_CONTENT; i++)
    {
      const LeadupArticleEvent *content = event_at (article, i);

      if (i != index && content->sentence == event->sentence && content->speaker == speaker &&
          !only_says (article, content) && strcmp (content->modality, "asserted") != 0 &&
          is_brought (article, event, content) &&
          weigh (article, content) >= LEADUP_CANDIDATES_FLOOR)
        return 0.55;
    }

  return 0.0;
}

static LeadupSpan
title_of (const Finder *self,
          guint         event)
{
  return g_array_index (self->titles, LeadupSpan, event);
}

/* Takes down the words of the title of the next event, as numbers. */
static void
add_title (Finder     *self,
           const char *title)
{
  g_autofree char *folded = leadup_text_lower (title);
  LeadupSpan span = { self->title_words->len, 0 };

  for (const char *at = folded; *folded != '\0'; at++)
    {
      gsize length = strcspn (at, BETWEEN_WORDS);
      guint32 word = leadup_word_pool_add (self->words, at, length);

      g_array_append_val (self->title_words, word);
      at += length;
      if (*at == '\0')
        break;
    }

  span.end = self->title_words->len;
  g_array_append_val (self->titles, span);
}

static double
likeness (const Finder *self,
          guint         a,
          guint         b)
{
  const guint32 *words = (const guint32 *) (gpointer) self->title_words->data;
  LeadupSpan left = title_of (self, a);
  LeadupSpan right = title_of (self, b);
  guint common = 0;

  for (guint32 i = left.start; i < left.end; i++)
    for (guint32 j = right.start; j < right.end; j++)
      if (words[i] == words[j])
        {
          common++;
          break;
        }

  return 2.0 * common / MAX (1, left.end - left.start + right.end - right.start);
}

static gboolean
can_be_same_time (const LeadupArticleEvent *a,
                  const LeadupArticleEvent *b)
{
  const LeadupWhenBounds *bounds;

  if (a->when == NULL || b->when == NULL)
    return TRUE;
  bounds = leadup_when_get_bounds (b->when);

  return leadup_when_overlaps (a->when, bounds->start_earliest, bounds->end_latest);
}

/* “Blast kills at least 12” over “A bomb exploded, killing at least 12 people”. */
static gboolean
has_same_toll (const LeadupArticleEvent *a,
               const LeadupArticleEvent *b)
{
  for (guint i = 0; i < a->values->len; i++)
    for (guint j = 0; j < b->values->len; j++)
      {
        const LeadupArticleValue *x = &g_array_index (a->values, LeadupArticleValue, i);
        const LeadupArticleValue *y = &g_array_index (b->values, LeadupArticleValue, j);

        if (g_str_equal (x->name, y->name) && x->low > 1 && !(x->low < y->low) &&
            !(x->low > y->low))
          return TRUE;
      }

  return FALSE;
}

static guint32
lemma_of (const LeadupArticle      *article,
          const LeadupArticleEvent *event)
{
  guint32 token = leadup_tokens_at (article, event->trigger.start);

  if (token >= article->grammar->len)
    return 0;

  return g_array_index (article->grammar, LeadupGrammar, token).lemma;
}

/* Whether the headline tells what the text does, by the same or on the same: “Chad bombs port” over
 * “Chadian jets bombed the port of Lome on Friday”. */
static gboolean
is_announced (const LeadupArticle      *article,
              const LeadupArticleEvent *a,
              const LeadupArticleEvent *b)
{
  gint32 who = first_actor (a->initiators), other = first_actor (b->initiators);
  gint32 whom = first_actor (a->targets), other_whom = first_actor (b->targets);

  if (!leadup_article_title_has (article, a->trigger) ||
      leadup_article_title_has (article, b->trigger) || !can_be_same_time (a, b) ||
      (who >= 0 && other >= 0 && who != other) ||
      (whom >= 0 && other_whom >= 0 && whom != other_whom))
    return FALSE;
  if (lemma_of (article, a) != lemma_of (article, b) && is_said (a))
    return FALSE;
  /* “Tanker boarded off Oman” over “Armed men boarded a tanker on Saturday”. */
  if (who < 0 && whom < 0 && b->sentence <= a->sentence + LEAD_SENTENCES)
    return lemma_of (article, a) == lemma_of (article, b) && !is_said (a) &&
           (a->values->len == 0 || has_same_toll (a, b));

  return (who >= 0 && who == other) || (whom >= 0 && whom == other_whom);
}

static gboolean
tells_the_same (const Finder *self,
                guint         earlier,
                guint         later)
{
  const LeadupArticleEvent *a = event_at (self->article, earlier);
  const LeadupArticleEvent *b = event_at (self->article, later);
  gint32 who, other;

  if (a->plover[0] != b->plover[0] || strcmp (a->plover, b->plover) != 0 ||
      strcmp (a->polarity, b->polarity) != 0)
    return FALSE;
  who = first_actor (a->initiators);
  other = first_actor (b->initiators);
  if (is_announced (self->article, a, b))
    return TRUE;
  if ((who != other && who >= 0 && other >= 0) || !can_be_same_time (a, b))
    return FALSE;
  if (!is_said (a) && has_same_toll (a, b))
    return TRUE;
  if (other != who)
    return FALSE;
  if (likeness (self, earlier, later) >= SAME_TITLE)
    return TRUE;

  /* The same deed by the same on the same, told again in other words. */
  return !is_said (a) && who >= 0 && first_actor (a->targets) >= 0 &&
         first_actor (a->targets) == first_actor (b->targets) && a->date >= 0 && a->date == b->date;
}

static void
find_same (Finder *self,
           guint   index)
{
  for (guint i = index; i > 0 && index - i < MAX_BACK; i--)
    if (event_at (self->article, i - 1)->same_as < 0 && tells_the_same (self, i - 1, index))
      {
        /* The text tells it better than the headline. */
        if (leadup_article_title_has (self->article, event_at (self->article, i - 1)->trigger))
          event_at (self->article, i - 1)->same_as = (gint32) index;
        else
          event_at (self->article, index)->same_as = (gint32) i - 1;
        return;
      }
}

/**
 * leadup_candidates_make:
 * @article: an article with events that are linked to dates
 *
 * Gives each event a confidence, and marks what an earlier event of the text already
 * tells.
 */
void
leadup_candidates_make (LeadupArticle *article)
{
  Finder self = { .article = article };

  g_return_if_fail (article != NULL);

  self.words = leadup_word_pool_new (article->events->len * 4);
  self.title_words = g_array_new (FALSE, FALSE, sizeof (guint32));
  self.titles = g_array_new (FALSE, FALSE, sizeof (LeadupSpan));

  for (guint i = 0; i < article->events->len; i++)
    {
      LeadupArticleEvent *event = event_at (article, i);

      event->confidence =
          MAX (in_hundredths (weigh (article, event) - doubt_statement (article, i)), 0.01);
      event->same_as = -1;
      add_title (&self, event->title);
      find_same (&self, i);
    }

  g_array_unref (self.titles);
  g_array_unref (self.title_words);
  leadup_word_pool_free (self.words);
}

typedef struct
{
  const LeadupArticle *article;
} Order;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const Order *order = data;
  const LeadupArticleEvent *x = event_at (order->article, *(const guint32 *) a);
  const LeadupArticleEvent *y = event_at (order->article, *(const guint32 *) b);
  int result = 0;

  if (x->when != NULL && y->when != NULL)
    result = leadup_when_collate (x->when, y->when);
  else if (x->when != y->when)
    result = x->when == NULL ? 1 : -1;

  if (result != 0)
    return result;

  return *(const guint32 *) a < *(const guint32 *) b ? -1 : 1;
}

/**
 * leadup_candidates_list:
 * @article: an article whose candidates are made
 * @floor: the least confidence, LEADUP_CANDIDATES_FLOOR for what is worth a person's look
 *
 * What a person is asked about: no event twice, nothing hypothetical or denied (the denial itself
 * is another event), nothing without anybody in it.
 *
 * Returns: (transfer full) (element-type guint32): indices of events, sorted by time, undated last
 */
GArray *
leadup_candidates_list (const LeadupArticle *article,
                        double               floor)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));
  Order order = { article };

  g_return_val_if_fail (article != NULL, list);

  for (guint32 i = 0; i < article->events->len; i++)
    {
      const LeadupArticleEvent *event = event_at (article, i);

      if (event->same_as >= 0 || event->confidence < floor ||
          strcmp (event->modality, "hypothetical") == 0 || strcmp (event->modality, "denied") == 0)
        continue;
      if (event->initiators->len == 0 && event->targets->len == 0 && event->speaker < 0 &&
          event->values->len == 0)
        continue;
      g_array_append_val (list, i);
    }

  g_array_sort_with_data (list, compare_candidates, &order);

  return list;
}
