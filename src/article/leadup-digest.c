/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-digest.h"

#include "article/leadup-digest-notes.h"
#include "base/leadup-calendar.h"
#include "base/leadup-text.h"

#include <math.h>
#include <string.h>

/* So many words of the shorter of two sentences in the other make them one. */
#define SAME_WORDS 0.55

/* Sentences of a day that are weighed against each other. */
#define MAX_CANDIDATES 4000

/* Shorter or longer than this, in words that carry meaning, a sentence tells a day badly. */
#define MIN_WORDS 5
#define MAX_WORDS 32

struct _LeadupDigest
{
  LeadupDigestNotes notes;
};

/**
 * DayWeight:
 * @told: by articles of other days: how much their best sentences on it are on the subject
 * @told_later: the same, of later articles only
 * @announced: articles that looked ahead to it
 * @published: articles that came out on it
 * @is_told: whether there is a sentence for it
 */
typedef struct
{
  gint32 day;
  double told;
  double told_later;
  guint announced;
  guint published;
  gboolean is_told;
  double weight;
} DayWeight;

typedef struct
{
  guint32 note;
  double score;
} Choice;

typedef struct
{
  LeadupDigest *digest;
  const LeadupDigestLimits *limits;
  GHashTable *days; /* day → DayWeight */
  GArray *choices;  /* (element-type guint32): notes that were taken, of all days */
  gint32 from;
  gint32 to;
} Maker;

static const LeadupDigestNote *
note_at (const Maker *self,
         guint        index)
{
  return &g_array_index (self->digest->notes.notes, LeadupDigestNote, index);
}

static void
sentence_free (gpointer data)
{
  LeadupDigestSentence *sentence = data;

  g_free (sentence->text);
  g_array_unref (sentence->also);
  g_free (sentence);
}

static void
day_free (gpointer data)
{
  LeadupDigestDay *day = data;

  g_ptr_array_unref (day->sentences);
  g_free (day);
}

static DayWeight *
use_day (Maker *self,
         gint32 day)
{
  DayWeight *found;

  if (day < self->from || day > self->to)
    return NULL;

  found = g_hash_table_lookup (self->days, GINT_TO_POINTER (day));
  if (found == NULL)
    {
      found = g_new0 (DayWeight, 1);
      found->day = day;
      g_hash_table_insert (self->days, GINT_TO_POINTER (day), found);
    }

  return found;
}

/* How much of the subject is in a sentence: the share of articles that use its words. */
static double
relevance (const Maker            *self,
           const LeadupDigestNote *note)
{
  const LeadupDigestNotes *notes = &self->digest->notes;
  double sum = 0.0;

  for (guint i = 0; i < note->n_words; i++)
    sum += leadup_digest_notes_get_spread (notes, note->first_word + i);

  return sum / MAX (6, note->n_words);
}

/* Each article counts once for a day, by its best sentence on it. */
static void
weigh_document (Maker      *self,
                guint       document,
                guint       first,
                guint       end,
                GHashTable *best)
{
  const LeadupDigestNotes *notes = &self->digest->notes;
  gint32 published = g_array_index (notes->documents, LeadupDigestDocument, document).published;
  DayWeight *own = published != LEADUP_DIGEST_NO_DAY ? use_day (self, published) : NULL;
  GHashTableIter iter;
  gpointer key, value;

  if (own != NULL)
    own->published++;

  g_hash_table_remove_all (best);
  for (guint i = first; i < end; i++)
    {
      const LeadupDigestNote *note = note_at (self, i);
      DayWeight *day = use_day (self, note->day);
      double *known;

      if (day != NULL)
        day->is_told = TRUE;
      if (!note->is_dated)
        continue;
      known = g_hash_table_lookup (best, GINT_TO_POINTER (note->day));
      if (known == NULL)
        {
          known = g_new0 (double, 1);
          g_hash_table_insert (best, GINT_TO_POINTER (note->day), known);
        }
      *known = MAX (*known, relevance (self, note));
    }

  g_hash_table_iter_init (&iter, best);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      DayWeight *day = use_day (self, GPOINTER_TO_INT (key));

      if (day == NULL || day->day == published)
        continue;
      day->told += *(double *) value;
      if (published == LEADUP_DIGEST_NO_DAY || day->day < published)
        day->told_later += *(double *) value;
      else
        day->announced++;
    }
}

static void
weigh_days (Maker *self)
{
  const LeadupDigestNotes *notes = &self->digest->notes;
  g_autoptr (GHashTable) best = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < notes->documents->len; i++)
    {
      guint first = g_array_index (notes->documents, LeadupDigestDocument, i).first_note;
      guint end = i + 1 < notes->documents->len
                      ? g_array_index (notes->documents, LeadupDigestDocument, i + 1).first_note
                      : notes->notes->len;

      weigh_document (self, i, first, end, best);
    }
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const DayWeight *x = *(const DayWeight *const *) a;
  const DayWeight *y = *(const DayWeight *const *) b;

  if (x->weight > y->weight || x->weight < y->weight)
    return x->weight > y->weight ? -1 : 1;

  return x->day < y->day ? -1 : x->day > y->day;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const DayWeight *x = *(const DayWeight *const *) a;
  const DayWeight *y = *(const DayWeight *const *) b;

  return x->day < y->day ? -1 : x->day > y->day;
}

/* The days that matter, in order of time. What articles of other days tell of a day says most; that
 * articles came out on it says something; that it was only announced takes away from it. */
static GPtrArray *
choose_days (Maker *self)
{
  GPtrArray *days = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->days);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      DayWeight *day = value;

      day->weight = log1p (day->told) + 0.5 * log1p (day->published) +
                    0.25 * log1p (day->told_later) - 0.25 * log1p (day->announced);
      if (day->is_told)
        g_ptr_array_add (days, day);
    }

  g_ptr_array_sort (days, compare_weights);
  if (days->len > self->limits->n_days)
    g_ptr_array_set_size (days, (int) self->limits->n_days);
  g_ptr_array_sort (days, compare_days);

  return days;
}

static guint
count_common (const Maker            *self,
              const LeadupDigestNote *a,
              const LeadupDigestNote *b)
{
  const guint32 *words = (const guint32 *) (gpointer) self->digest->notes.words->data;
  guint i = 0, j = 0, n = 0;

  /* Both are sorted. */
  while (i < a->n_words && j < b->n_words)
    {
      guint32 left = words[a->first_word + i];
      guint32 right = words[b->first_word + j];

      n += left == right;
      i += left <= right;
      j += right <= left;
    }

  return n;
}

static gboolean
says_the_same (const Maker            *self,
               const LeadupDigestNote *a,
               const LeadupDigestNote *b)
{
  guint shorter = MIN (a->n_words, b->n_words);

  return shorter > 0 && count_common (self, a, b) >= SAME_WORDS * shorter;
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *x = a;
  const Choice *y = b;

  if (x->score > y->score || x->score < y->score)
    return x->score > y->score ? -1 : 1;

  return x->note < y->note ? -1 : x->note > y->note;
}

/* How well a sentence tells its day: words that the day's sentences share and the other articles do
 * not use as much, an event, an early place in its article, a fitting length. */
static double
weigh_sentence (const Maker            *self,
                const LeadupDigestNote *note,
                GHashTable             *uses,
                guint                   n_candidates)
{
  const LeadupDigestNotes *notes = &self->digest->notes;
  const guint32 *words = (const guint32 *) (gpointer) notes->words->data;
  double sum = 0.0;

  for (guint i = 0; i < note->n_words; i++)
    {
      guint n = GPOINTER_TO_UINT (
          g_hash_table_lookup (uses, GUINT_TO_POINTER (words[note->first_word + i])));
      double spread = leadup_digest_notes_get_spread (notes, note->first_word + i);

      /* What stands in every article tells no day from another, what stands in one is a detail. */
      sum += sqrt ((double) n / n_candidates) * (0.3 + spread) * (1.1 - spread);
    }

  sum /= sqrt (MAX (MIN_WORDS + 3, note->n_words));
  sum *= note->is_dated ? 1.0 : 0.7;
  sum *= 0.8 + 0.4 * (double) note->event;
  sum *= 1.0 + 0.5 / (1 + note->position);
  if (note->n_words < MIN_WORDS || note->n_words > MAX_WORDS)
    sum *= 0.4;
  if (note->is_quote)
    sum *= 0.6;

  return sum;
}

static GArray *
rank_sentences (const Maker *self,
                GArray      *candidates)
{
  const guint32 *words = (const guint32 *) (gpointer) self->digest->notes.words->data;
  g_autoptr (GHashTable) uses = g_hash_table_new (NULL, NULL);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  for (guint i = 0; i < candidates->len; i++)
    {
      const LeadupDigestNote *note = note_at (self, g_array_index (candidates, guint32, i));

      for (guint j = 0; j < note->n_words; j++)
        {
          gpointer word = GUINT_TO_POINTER (words[note->first_word + j]);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (uses, word));

          g_hash_table_insert (uses, word, GUINT_TO_POINTER (n + 1));
        }
    }

  for (guint i = 0; i < candidates->len; i++)
    {
      Choice choice = { .note = g_array_index (candidates, guint32, i) };

      choice.score = weigh_sentence (self, note_at (self, choice.note), uses, candidates->len);
      g_array_append_val (choices, choice);
    }
  g_array_sort (choices, compare_choices);

  return choices;
}

/* An earlier choice that says the same, whatever its day; −1 if none does. */
static int
find_said (const Maker            *self,
           const LeadupDigestNote *note)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (says_the_same (self, note_at (self, g_array_index (self->choices, guint32, i)), note))
      return (int) i;

  return -1;
}

static LeadupDigestSentence *
make_sentence (const Maker            *self,
               const LeadupDigestNote *note)
{
  LeadupDigestSentence *sentence = g_new0 (LeadupDigestSentence, 1);

  sentence->text = leadup_text_single_line (self->digest->notes.texts->str + note->text, G_MAXSIZE);
  sentence->document = note->document;
  sentence->start = note->start;
  sentence->end = note->end;
  sentence->also = g_array_new (FALSE, FALSE, sizeof (guint32));

  return sentence;
}

static void
add_agreement (GPtrArray              *sentences,
               guint                   index,
               const LeadupDigestNote *note)
{
  LeadupDigestSentence *sentence = g_ptr_array_index (sentences, index);

  if (sentence->document == note->document)
    return;
  for (guint i = 0; i < sentence->also->len; i++)
    if (g_array_index (sentence->also, guint32, i) == note->document)
      return;
  g_array_append_val (sentence->also, note->document);
}

/* Takes the best sentences; what says the same as one of them only stands behind it. */
static void
take_sentences (Maker           *self,
                LeadupDigestDay *day,
                GArray          *candidates)
{
  g_autoptr (GArray) ranked = rank_sentences (self, candidates);
  guint first = self->choices->len;

  for (guint i = 0; i < ranked->len; i++)
    {
      guint32 index = g_array_index (ranked, Choice, i).note;
      const LeadupDigestNote *note = note_at (self, index);
      int said = find_said (self, note);

      if (said >= (int) first)
        add_agreement (day->sentences, (guint) said - first, note);
      if (said >= 0 || day->sentences->len >= self->limits->n_sentences)
        continue;

      g_ptr_array_add (day->sentences, make_sentence (self, note));
      g_array_append_val (self->choices, index);
    }
}

/* The notes of each chosen day. */
static GHashTable *
group_notes (Maker     *self,
             GPtrArray *days)
{
  GHashTable *groups =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < days->len; i++)
    g_hash_table_insert (groups, GINT_TO_POINTER (((DayWeight *) days->pdata[i])->day),
                         g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 i = 0; i < self->digest->notes.notes->len; i++)
    {
      GArray *group = g_hash_table_lookup (groups, GINT_TO_POINTER (note_at (self, i)->day));

      if (group != NULL && group->len < MAX_CANDIDATES)
        g_array_append_val (group, i);
    }

  return groups;
}

static gint32
read_bound (const char *day,
            gint32      fallback)
{
  gint32 number = day != NULL ? leadup_digest_notes_read_day (day) : LEADUP_DIGEST_NO_DAY;

  return number != LEADUP_DIGEST_NO_DAY ? number : fallback;
}

static gboolean
make_days (Maker        *self,
           GPtrArray    *chosen,
           GPtrArray    *days,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GHashTable) groups = group_notes (self, chosen);

  for (guint i = 0; i < chosen->len; i++)
    {
      const DayWeight *weight = g_ptr_array_index (chosen, i);
      GArray *candidates = g_hash_table_lookup (groups, GINT_TO_POINTER (weight->day));
      g_autofree LeadupDigestDay *day = g_new0 (LeadupDigestDay, 1);
      int year, month, number;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      leadup_calendar_from_day_number (weight->day, &year, &month, &number);
      g_snprintf (day->day, sizeof day->day, "%04d-%02d-%02d", year, month, number);
      day->weight = weight->weight;
      day->sentences = g_ptr_array_new_with_free_func (sentence_free);
      take_sentences (self, day, candidates);
      g_ptr_array_add (days, g_steal_pointer (&day));
    }

  return TRUE;
}

LeadupDigest *
leadup_digest_new (void)
{
  LeadupDigest *self = g_new0 (LeadupDigest, 1);

  leadup_digest_notes_init (&self->notes);

  return self;
}

void
leadup_digest_free (LeadupDigest *self)
{
  if (self == NULL)
    return;

  leadup_digest_notes_clear (&self->notes);
  g_free (self);
}

/**
 * leadup_digest_add:
 * @self: a digest
 * @article: an article that was read to the end; it is not kept
 *
 * Takes down what the article says of which day.
 */
void
leadup_digest_add (LeadupDigest        *self,
                   const LeadupArticle *article)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (article != NULL);

  leadup_digest_notes_add (&self->notes, article);
}

guint
leadup_digest_get_n_documents (LeadupDigest *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->notes.documents->len;
}

/**
 * leadup_digest_make:
 * @self: a digest
 * @limits: what to choose
 * @cancellable: (nullable): tested at each day
 * @error: return location
 *
 * Chooses the days that matter and the sentences that tell them: by how many articles of other days
 * speak of a day and how much these sentences are on the subject; no two sentences say the same.
 *
 * Returns: (transfer full) (element-type LeadupDigestDay) (nullable): days in order of time
 */
GPtrArray *
leadup_digest_make (LeadupDigest             *self,
                    const LeadupDigestLimits *limits,
                    GCancellable             *cancellable,
                    GError                  **error)
{
  Maker maker = { .digest = self, .limits = limits };
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  gboolean is_done;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  maker.from = read_bound (limits->from, G_MININT32 + 1);
  maker.to = read_bound (limits->to, G_MAXINT32);
  maker.days = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  maker.choices = g_array_new (FALSE, FALSE, sizeof (guint32));
  days = g_ptr_array_new_with_free_func (day_free);

  leadup_digest_notes_count (&self->notes);
  weigh_days (&maker);
  chosen = choose_days (&maker);
  is_done = make_days (&maker, chosen, days, cancellable, error);

  g_array_unref (maker.choices);
  g_hash_table_unref (maker.days);

  return is_done ? g_steal_pointer (&days) : NULL;
}
