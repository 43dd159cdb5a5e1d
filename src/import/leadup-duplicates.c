/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-duplicates.h"

#include "article/leadup-latin.h"
#include "base/leadup-pool.h"
#include "base/leadup-text.h"
#include "base/leadup-trigrams.h"
#include "import/leadup-event-merge.h"
#include "import/leadup-import-hash.h"
#include "import/leadup-import-identity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Pairs that are so alike are told. */
#define SAME 0.62

/* What the publisher of a table tells apart by its ids has to be alike in all. */
#define SAME_IN_ONE_TABLE 0.95

/* What each part of two events counts, all together 1. */
#define TITLE_WEIGHT 0.55
#define ACTORS_WEIGHT 0.2
#define PLACE_WEIGHT 0.15
#define CATEGORY_WEIGHT 0.1

/* With titles that are less alike nothing else makes two events one. */
#define LEAST_TITLE ((SAME - ACTORS_WEIGHT - PLACE_WEIGHT - CATEGORY_WEIGHT) / TITLE_WEIGHT)

/* Places so near are one, and so far from each other are two. */
#define NEAR_KM 25.0
#define FAR_KM 100.0

/* Of what is known to the day, and of what is known to the month; what is vaguer could be anything.
 */
#define MAX_DAYS 3
#define MAX_MONTHS 3

/* In a crowd each is compared with so many of its neighbours in the order of titles. */
#define CROWD 400
#define N_NEIGHBOURS 40

#define STRIDE 4096

/* One word in three has to be there in both before titles are compared letter by letter. */
#define WORDS_IN_COMMON 3

/**
 * Entry:
 * @words: one bit of 64 for each word of the title
 * @order: hash of the first words, which brings like titles together
 * @set: hash of the table that it came from with an id of its own, or 0
 * @first: the day on which it can have begun, as a number
 * @last: the day on which it can have ended; before @first where nobody knows
 * @is_new: whether the story did not have it before
 */
typedef struct
{
  LeadupEvent *event;
  guint64 words;
  guint64 order;
  guint set;
  gint first;
  gint last;
  gboolean is_new;
} Entry;

/**
 * Place:
 * @key: a day or a month, in a crowd together with an actor or with the words of the title
 * @entry: who is to be found there
 * @words, @order, @set: of the entry, so that most pairs are told apart without a look at it
 */
typedef struct
{
  guint64 key;
  guint64 order;
  guint64 words;
  guint set;
  guint entry;
} Place;

/**
 * Places:
 * @all: an array of leadup_pool_resize()
 * @n_room: for so many there is room
 */
typedef struct
{
  Place *all;
  guint n;
  guint n_room;
} Places;

/* Places are sorted in so many parts, each of which stays close to the processor; a power of two.
 */
#define PART_BITS 12
#define N_PARTS (1u << PART_BITS)

/* Titles that are remembered. */
#define N_TITLES 4096

/**
 * Title:
 * @trigrams: (nullable): %NULL where none is remembered yet
 * @bits: one of 256 for each trigram
 */
typedef struct
{
  GArray *trigrams;
  guint entry;
  guint64 bits[4];
} Title;

/**
 * Search:
 * @titles: those that were compared last
 * @months: those in which something is known only to the month
 * @pairs: of entries, as a << 32 | b, that were looked at and are alike
 */
typedef struct
{
  LeadupSnapshot *before; /* (nullable) */
  LeadupInfo *info;
  Title *titles;
  GArray *entries;
  GHashTable *months;
  GHashTable *pairs;
  GArray *found;
} Search;

static void
clear_duplicate (gpointer data)
{
  LeadupDuplicate *duplicate = data;

  g_clear_object (&duplicate->first);
  g_clear_object (&duplicate->second);
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  g_autofree char *x = a != NULL ? leadup_text_fold (a) : NULL;
  g_autofree char *y = b != NULL ? leadup_text_fold (b) : NULL;

  return x != NULL && y != NULL && *x != '\0' && g_str_equal (x, y);
}

static double
get_distance_km (const LeadupPlace *a,
                 const LeadupPlace *b)
{
  double north = (a->latitude - b->latitude) * 111.2;
  double east = remainder (a->longitude - b->longitude, 360) * 111.2 *
                cos ((a->latitude + b->latitude) * G_PI / 360);

  return hypot (north, east);
}

/* 1 = the same, 0 = two, −1 = nobody can tell. */
static int
compare_places (const LeadupPlace *a,
                const LeadupPlace *b)
{
  double distance = a != NULL && b != NULL ? get_distance_km (a, b) : (double) NAN;

  if (a == NULL || b == NULL)
    return -1;
  if (distance <= NEAR_KM || is_same_text (a->name, b->name))
    return 1;
  if (distance > FAR_KM ||
      (a->country != NULL && b->country != NULL && g_strcmp0 (a->country, b->country) != 0))
    return 0;

  return -1;
}

/* A role that nobody gave is no other one. */
static gboolean
is_same_role (LeadupRole a,
              LeadupRole b)
{
  return a == b || a == LEADUP_ROLE_MENTIONED || b == LEADUP_ROLE_MENTIONED;
}

static guint
count_shared (const LeadupEventFields *a,
              const LeadupEventFields *b)
{
  guint n = 0;

  for (guint i = 0; i < a->n_participants; i++)
    {
      gboolean is_shared = FALSE;

      for (guint j = 0; j < b->n_participants && !is_shared; j++)
        is_shared = is_same_role (a->participants[i].role, b->participants[j].role) &&
                    g_str_equal (a->participants[i].actor, b->participants[j].actor);
      n += is_shared ? 1 : 0;
    }

  return n;
}

/* Two rows of one table with ids of their own. */
static gboolean
are_told_apart_by_ids (LeadupEvent *a,
                       LeadupEvent *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (leadup_record_get_extra (LEADUP_RECORD (a)) == NULL ||
      leadup_record_get_extra (LEADUP_RECORD (b)) == NULL)
    return FALSE;

  first = leadup_import_dup_imported (LEADUP_RECORD (a), "set");
  second = leadup_import_dup_imported (LEADUP_RECORD (b), "set");

  return first != NULL && g_strcmp0 (first, second) == 0;
}

/* Returns: (transfer full): what its title is compared by, whatever letters it is written in */
static GArray *
list_trigrams (LeadupEvent *event)
{
  g_autofree char *latin = leadup_latin_write (leadup_event_get_title (event));

  return leadup_trigrams_list (latin);
}

static gboolean
can_be_one_time (LeadupWhen *a,
                 LeadupWhen *b)
{
  const LeadupWhenBounds *bounds;

  if (a == NULL || b == NULL)
    return FALSE;

  bounds = leadup_when_get_bounds (b);

  return leadup_when_overlaps (a, bounds->start_earliest, bounds->end_latest);
}

/* What titles, actors and category come to; where there are no actors the titles stand for them. */
static double
sum_up (const LeadupDuplicate *duplicate,
        double                 title,
        guint                  n_most)
{
  double actors = n_most > 0 ? (double) MIN (duplicate->n_actors, n_most) / n_most : title;

  return TITLE_WEIGHT * title + ACTORS_WEIGHT * actors +
         CATEGORY_WEIGHT * (duplicate->is_same_category ? 1 : 0);
}

/* As leadup_duplicates_weigh(), with the trigrams of both titles, and how alike these are at most.
 */
static gboolean
weigh (LeadupEvent     *a,
       LeadupEvent     *b,
       const GArray    *first,
       const GArray    *second,
       double           most,
       LeadupDuplicate *duplicate)
{
  const LeadupEventFields *x = leadup_event_get_fields (a);
  const LeadupEventFields *y = leadup_event_get_fields (b);
  guint fewest = MIN (x->n_participants, y->n_participants);
  double sum;
  int place;

  *duplicate = (LeadupDuplicate) { .first = a, .second = b };
  duplicate->n_actors = count_shared (x, y);
  duplicate->is_same_category = g_str_equal (x->category, y->category);
  /* The same place would not help. */
  if (sum_up (duplicate, most, fewest) + PLACE_WEIGHT < SAME || !can_be_one_time (x->when, y->when))
    return FALSE;

  duplicate->title = leadup_trigrams_compare (first, second);
  sum = sum_up (duplicate, duplicate->title, fewest);
  if (sum + PLACE_WEIGHT < SAME)
    return FALSE;

  place = compare_places (x->place, y->place);
  duplicate->is_same_place = place == 1;
  duplicate->likeness = sum + PLACE_WEIGHT * (place < 0 ? duplicate->title : place);
  if (place == 0)
    duplicate->likeness *= 0.7;

  return duplicate->likeness >= SAME &&
         (duplicate->likeness >= SAME_IN_ONE_TABLE || !are_told_apart_by_ids (a, b));
}

/**
 * leadup_duplicates_weigh:
 * @a: an event
 * @b: another
 * @duplicate: (out caller-allocates): what they have in common; without references
 *
 * How likely two events are one: times that can be one, then titles (whatever letters they are
 * written in), actors, place and category. What nobody says counts as much as the titles do.
 *
 * Returns: whether somebody should look at them
 */
gboolean
leadup_duplicates_weigh (LeadupEvent     *a,
                         LeadupEvent     *b,
                         LeadupDuplicate *duplicate)
{
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;

  g_return_val_if_fail (LEADUP_IS_EVENT (a) && LEADUP_IS_EVENT (b), FALSE);
  g_return_val_if_fail (duplicate != NULL, FALSE);

  first = list_trigrams (a);
  second = list_trigrams (b);

  return weigh (a, b, first, second, 1, duplicate);
}

static void
read_title (Entry *entry)
{
  g_autofree char *latin = leadup_latin_write (leadup_event_get_title (entry->event));
  g_autofree char *folded = leadup_text_fold (latin);
  guint64 hash = 0;
  guint n_words = 0;
  char *at = folded;

  while (*at != '\0')
    {
      char *end = at;

      while ((guchar) *end >= 0x80 || g_ascii_isalnum (*end))
        end++;
      if (end > at)
        {
          guint64 word = leadup_import_hash (0, at, (gsize) (end - at));

          entry->words |= G_GUINT64_CONSTANT (1) << (word & 63);
          if (n_words++ < 3)
            hash = leadup_import_hash (hash, at, (gsize) (end - at));
        }
      at = *end != '\0' ? end + 1 : end;
    }
  entry->order = hash;
}

static void
read_set (Entry *entry)
{
  g_autofree char *set = NULL;

  if (leadup_record_get_extra (LEADUP_RECORD (entry->event)) != NULL)
    set = leadup_import_dup_imported (LEADUP_RECORD (entry->event), "set");
  entry->set = set != NULL ? MAX (1, (guint) leadup_import_hash_text (0, set)) : 0;
}

static void
read_days (Entry *entry)
{
  LeadupWhen *when = leadup_event_get_when (entry->event);
  const LeadupWhenBounds *bounds = when != NULL ? leadup_when_get_bounds (when) : NULL;

  entry->first = 1;
  if (bounds == NULL || bounds->start_earliest == LEADUP_INSTANT_MIN ||
      bounds->end_latest == LEADUP_INSTANT_MAX)
    return;

  entry->first =
      (gint) (leadup_calendar_floor (bounds->start_earliest, LEADUP_UNIT_DAY, 1) / LEADUP_USEC_DAY);
  entry->last =
      (gint) (leadup_calendar_floor (bounds->end_latest - 1, LEADUP_UNIT_DAY, 1) / LEADUP_USEC_DAY);
}

static void
add_place (Places      *places,
           guint64      key,
           const Entry *of,
           guint        entry)
{
  if (places->n == places->n_room)
    {
      gsize old_size = sizeof *places->all * places->n_room;

      places->n_room = MAX (2 * places->n_room, N_PARTS);
      places->all =
          leadup_pool_resize (places->all, old_size, sizeof *places->all * places->n_room);
    }
  places->all[places->n++] = (Place) {
    .key = key, .order = of->order, .words = of->words, .set = of->set, .entry = entry
  };
}

static void
drop_places (Places *places)
{
  leadup_pool_drop (places->all, sizeof *places->all * places->n_room);
}

static gint64
get_month (gint day)
{
  int year, month, of_month;

  leadup_calendar_from_day_number (day, &year, &month, &of_month);

  /* Never the number of a day. */
  return G_MININT32 + (gint64) year * 12 + month;
}

static gboolean
is_by_month (const Entry *entry)
{
  return entry->last - entry->first >= MAX_DAYS &&
         get_month (entry->last) - get_month (entry->first) < MAX_MONTHS;
}

static void
note_months (Search *search)
{
  for (guint i = 0; i < search->entries->len; i++)
    {
      const Entry *entry = &g_array_index (search->entries, Entry, i);

      if (is_by_month (entry))
        for (gint64 month = get_month (entry->first); month <= get_month (entry->last); month++)
          g_hash_table_add (search->months, GINT_TO_POINTER ((gint) (month - G_MININT32)));
    }
}

static guint64
make_key (gint64 period)
{
  return leadup_import_hash (0, &period, sizeof period);
}

/* Where an event could meet those that are the same. */
static void
settle (Search *search,
        Places *places,
        guint   index)
{
  const Entry *entry = &g_array_index (search->entries, Entry, index);
  gboolean is_by_day = entry->last - entry->first < MAX_DAYS;

  if (is_by_day)
    for (gint day = entry->first; day <= entry->last; day++)
      add_place (places, make_key (day), entry, index);
  if (g_hash_table_size (search->months) == 0 || entry->last < entry->first ||
      (!is_by_day && !is_by_month (entry)))
    return;

  for (gint64 month = get_month (entry->first); month <= get_month (entry->last); month++)
    if (g_hash_table_contains (search->months, GINT_TO_POINTER ((gint) (month - G_MININT32))))
      add_place (places, make_key (month), entry, index);
}

static int
compare_places_of (gconstpointer a,
                   gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;

  return (x->entry > y->entry) - (x->entry < y->entry);
}

/* By key; those of the parts one after the other, each sorted by itself. */
static void
sort_places (Places *places)
{
  gsize size = sizeof *places->all * places->n_room;
  Place *sorted = leadup_pool_resize (NULL, 0, MAX (size, 1));
  g_autofree guint *starts = g_new0 (guint, N_PARTS + 1);
  g_autofree guint *ends = NULL;

  for (guint i = 0; i < places->n; i++)
    starts[(places->all[i].key >> (64 - PART_BITS)) + 1]++;
  for (guint i = 0; i < N_PARTS; i++)
    starts[i + 1] += starts[i];
  ends = g_memdup2 (starts, sizeof *starts * N_PARTS);
  for (guint i = 0; i < places->n; i++)
    sorted[ends[places->all[i].key >> (64 - PART_BITS)]++] = places->all[i];
  for (guint i = 0; i < N_PARTS; i++)
    qsort (&sorted[starts[i]], ends[i] - starts[i], sizeof *sorted, compare_places_of);

  leadup_pool_drop (places->all, size);
  places->all = sorted;
}

static gboolean
is_new (Search      *search,
        LeadupEvent *event)
{
  return search->before == NULL ||
         leadup_snapshot_lookup (search->before, LEADUP_RECORD_EVENT,
                                 leadup_record_get_id (LEADUP_RECORD (event))) == NULL;
}

static void
read_trigrams (Title       *title,
               LeadupEvent *event)
{
  title->trigrams = list_trigrams (event);
  memset (title->bits, 0, sizeof title->bits);
  for (guint i = 0; i < title->trigrams->len; i++)
    {
      guint64 trigram = g_array_index (title->trigrams, guint64, i);
      guint bit = (guint) (trigram * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 56);

      title->bits[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
    }
}

/* Who meets one meets others: of those of a day each title is mostly read once. Returns: its
 * trigrams are the caller’s too */
static Title
get_title (Search *search,
           guint   entry)
{
  Title *title = &search->titles[entry % N_TITLES];

  if (title->trigrams == NULL || title->entry != entry)
    {
      g_clear_pointer (&title->trigrams, g_array_unref);
      read_trigrams (title, g_array_index (search->entries, Entry, entry).event);
      title->entry = entry;
    }
  g_array_ref (title->trigrams);

  return *title;
}

/* How alike two titles can be at most: each bit that only one of them has is of a trigram that only
 * this one has. */
static double
bound_likeness (const Title *a,
                const Title *b)
{
  guint only_a = 0, only_b = 0, common;

  for (guint i = 0; i < G_N_ELEMENTS (a->bits); i++)
    {
      only_a += (guint) __builtin_popcountll (a->bits[i] & ~b->bits[i]);
      only_b += (guint) __builtin_popcountll (b->bits[i] & ~a->bits[i]);
    }
  common = MIN (a->trigrams->len - only_a, b->trigrams->len - only_b);

  return 2.0 * common / MAX (1, a->trigrams->len + b->trigrams->len);
}

static void
compare_two (Search      *search,
             const Place *a,
             const Place *b)
{
  guint first = MIN (a->entry, b->entry), second = MAX (a->entry, b->entry);
  const Entry *x = &g_array_index (search->entries, Entry, first);
  const Entry *y = &g_array_index (search->entries, Entry, second);
  guint64 pair = (guint64) first << 32 | second;
  Title x_title, y_title;
  LeadupDuplicate duplicate;
  double most;
  gboolean is_found;

  if ((!x->is_new && !y->is_new) || g_hash_table_contains (search->pairs, &pair))
    return;

  x_title = get_title (search, first);
  y_title = get_title (search, second);
  most = bound_likeness (&x_title, &y_title);
  is_found = most >= LEAST_TITLE &&
             weigh (x->event, y->event, x_title.trigrams, y_title.trigrams, most, &duplicate) &&
             !leadup_event_merge_are_apart (search->info, x->event, y->event);
  g_array_unref (x_title.trigrams);
  g_array_unref (y_title.trigrams);
  if (!is_found)
    return;

  g_hash_table_add (search->pairs, g_memdup2 (&pair, sizeof pair));
  g_object_ref (duplicate.first);
  g_object_ref (duplicate.second);
  g_array_append_val (search->found, duplicate);
}

/* Whether a closer look is worth it. */
static gboolean
may_be_same (const Place *a,
             const Place *b)
{
  int fewest;

  /* The titles of one table have to be the same but for a letter. */
  if (a->entry == b->entry || (a->set != 0 && a->set == b->set && a->words != b->words))
    return FALSE;

  fewest = MIN (__builtin_popcountll (a->words), __builtin_popcountll (b->words));

  return __builtin_popcountll (a->words & b->words) * WORDS_IN_COMMON >= fewest;
}

/* All who are at one place; in a crowd those that are next to each other. */
static void
compare_all (Search      *search,
             const Place *places,
             guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      guint end = n > CROWD ? MIN (n, i + N_NEIGHBOURS) : n;

      for (guint j = i + 1; j < end; j++)
        if (may_be_same (&places[i], &places[j]))
          compare_two (search, &places[i], &places[j]);
    }
}

static gboolean
are_of_one_table (const Place *places,
                  guint        n)
{
  for (guint i = 1; i < n; i++)
    if (places[i].set != places[0].set)
      return FALSE;

  return places[0].set != 0;
}

/* Those in a crowd meet once more: with each actor, or, where their titles have to be the same,
 * with these words, which needs no look at the events. */
static void
split_crowd (Search      *search,
             const Place *places,
             guint        n,
             Places      *meetings)
{
  gboolean is_table = are_of_one_table (places, n);

  for (guint i = 0; i < n; i++)
    {
      const Place *place = &places[i];
      const Entry *entry = &g_array_index (search->entries, Entry, place->entry);
      const LeadupEventFields *fields = is_table ? NULL : leadup_event_get_fields (entry->event);

      if (is_table)
        add_place (meetings, leadup_import_hash (place->key, &place->words, sizeof place->words),
                   entry, place->entry);
      for (guint j = 0; !is_table && j < fields->n_participants; j++)
        add_place (meetings, leadup_import_hash_text (place->key, fields->participants[j].actor),
                   entry, place->entry);
    }
}

/* @crowds: (nullable): where those of crowds go */
static gboolean
go_through (Search       *search,
            Places       *places,
            Places       *crowds,
            GCancellable *cancellable,
            GError      **error)
{
  sort_places (places);

  for (guint from = 0, to; from < places->n; from = to)
    {
      for (to = from + 1; to < places->n && places->all[to].key == places->all[from].key; to++)
        ;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      compare_all (search, &places->all[from], to - from);
      if (crowds != NULL && to - from > CROWD)
        split_crowd (search, &places->all[from], to - from, crowds);
    }

  return TRUE;
}

static int
compare_likeness (gconstpointer a,
                  gconstpointer b)
{
  const LeadupDuplicate *x = a, *y = b;
  int order;

  if (x->likeness < y->likeness || x->likeness > y->likeness)
    return x->likeness > y->likeness ? -1 : 1;

  order = leadup_event_collate (x->first, y->first);

  return order != 0 ? order : leadup_event_collate (x->second, y->second);
}

static gboolean
run (Search         *search,
     LeadupSnapshot *snapshot,
     GCancellable   *cancellable,
     GError        **error)
{
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  Places places = { NULL }, crowds = { NULL };
  gboolean is_done;

  for (guint i = 0; i < n; i++)
    {
      Entry entry = { .event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i) };

      if (i % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_title (&entry);
      read_set (&entry);
      read_days (&entry);
      entry.is_new = is_new (search, entry.event);
      g_array_append_val (search->entries, entry);
    }
  note_months (search);
  for (guint i = 0; i < n; i++)
    settle (search, &places, i);

  is_done = go_through (search, &places, &crowds, cancellable, error);
  drop_places (&places);
  is_done = is_done && go_through (search, &crowds, NULL, cancellable, error);
  drop_places (&crowds);

  return is_done;
}

/**
 * leadup_duplicates_find:
 * @snapshot: a story
 * @before: (nullable): what the story was before: only pairs with an event that it did not have
 * @cancellable: (nullable): to stop it
 * @error: return location; %G_IO_ERROR_CANCELLED
 *
 * Looks for events that may be the same: those that meet on a day (or in a month, where that is all
 * that is known); of a crowd, those with an actor in common or whose titles begin alike, and of the
 * crowd of one table that has ids those whose titles have the same words. Pairs that people told
 * apart are left out. Any thread; takes time for the events and for those that meet, not for all
 * pairs.
 *
 * Returns: (transfer full) (nullable) (element-type LeadupDuplicate): the likest first
 */
GArray *
leadup_duplicates_find (LeadupSnapshot *snapshot,
                        LeadupSnapshot *before,
                        GCancellable   *cancellable,
                        GError        **error)
{
  Search search = { .before = before };
  gboolean is_done;
  guint n;

  g_return_val_if_fail (snapshot != NULL, NULL);

  n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  search.info = leadup_snapshot_get_info (snapshot);
  search.entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n);
  search.titles = g_new0 (Title, N_TITLES);
  search.months = g_hash_table_new (NULL, NULL);
  search.pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  search.found = g_array_new (FALSE, FALSE, sizeof (LeadupDuplicate));
  g_array_set_clear_func (search.found, clear_duplicate);
  is_done = run (&search, snapshot, cancellable, error);
  g_array_unref (search.entries);
  for (guint i = 0; i < N_TITLES; i++)
    g_clear_pointer (&search.titles[i].trigrams, g_array_unref);
  g_free (search.titles);
  g_hash_table_unref (search.months);
  g_hash_table_unref (search.pairs);
  if (!is_done)
    {
      g_array_unref (search.found);
      return NULL;
    }

  g_array_sort (search.found, compare_likeness);
  if (search.found->len > LEADUP_DUPLICATES_MAX)
    g_array_set_size (search.found, LEADUP_DUPLICATES_MAX);

  return search.found;
}
