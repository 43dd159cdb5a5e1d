/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-filter.h"

#include "base/leadup-edtf.h"
#include "base/leadup-text.h"
#include "base/leadup-zone.h"
#include "model/leadup-arena.h"
#include "model/leadup-info.h"
#include "model/leadup-source.h"

#include <string.h>

/* From how many members on a list is searched by a hash table. */
#define MANY 8

/* Words beyond this many are not looked for; nobody types as many. */
#define MAX_WORDS 64

#define CANCEL_STEP 1024

/* A list of the fields, ready to be searched. */
typedef struct
{
  const char *const *members; /* (nullable): lets everything pass */
  GHashTable *table;          /* (nullable): the same where there are many */
} Set;

struct _LeadupFilter
{
  gatomicrefcount refs;
  LeadupFilterFields *fields; /* one block with all strings */
  char **words;               /* (nullable): the words of the text, folded */
  guint n_words;
  Set categories;
  Set actors;
  Set sources;
  Set places;
  Set tags;
  GHashTable *published; /* (element-type utf8 LeadupInstant): of sources; once prepared */
  char *zone;            /* (nullable): on whose calendar the window is */
};

G_DEFINE_BOXED_TYPE (LeadupFilter, leadup_filter, leadup_filter_ref, leadup_filter_unref)

static void
pack_filter (LeadupArena *arena, gpointer data)
{
  LeadupFilterFields *fields = data;

  leadup_arena_keep_string (arena, &fields->text);
  leadup_arena_keep_strv (arena, &fields->categories);
  leadup_arena_keep_strv (arena, &fields->actors);
  leadup_arena_keep_strv (arena, &fields->sources);
  leadup_arena_keep_strv (arena, &fields->places);
  leadup_arena_keep_strv (arena, &fields->tags);
}

static void
set_init (Set                 *set,
          const char * const  *members)
{
  set->members = members;
  if (members == NULL || g_strv_length ((char **) members) < MANY)
    return;

  set->table = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; members[i] != NULL; i++)
    g_hash_table_add (set->table, (gpointer) members[i]);
}

static gboolean
set_contains (const Set  *set,
              const char *member)
{
  return set->table != NULL ? g_hash_table_contains (set->table, member)
                            : g_strv_contains (set->members, member);
}

static gboolean
matches_actors (const Set               *set,
                const LeadupEventFields *event)
{
  if (set->members == NULL)
    return TRUE;

  for (guint i = 0; i < event->n_participants; i++)
    if (set_contains (set, event->participants[i].actor))
      return TRUE;

  return FALSE;
}

static gboolean
matches_sources (const Set               *set,
                 const LeadupEventFields *event)
{
  if (set->members == NULL)
    return TRUE;

  for (guint i = 0; i < event->n_evidence; i++)
    if (set_contains (set, leadup_evidence_get_fields (event->evidence[i])->source))
      return TRUE;

  return FALSE;
}

static gboolean
matches_tags (const Set               *set,
              const LeadupEventFields *event)
{
  if (set->members == NULL)
    return TRUE;

  for (guint i = 0; event->tags != NULL && event->tags[i] != NULL; i++)
    if (set_contains (set, event->tags[i]))
      return TRUE;

  return FALSE;
}

static gboolean
matches_time (const LeadupFilter *self,
              LeadupWhen         *when)
{
  const LeadupFilterFields *fields = self->fields;
  LeadupWhenBounds bounds;

  if (fields->from == LEADUP_INSTANT_MIN && fields->to == LEADUP_INSTANT_MAX)
    return TRUE;
  if (when == NULL || leadup_when_get_precision (when) == LEADUP_PRECISION_UNDATED)
    return FALSE;
  if (leadup_zone_is_utc (self->zone) || fields->to <= fields->from)
    return leadup_when_overlaps (when, fields->from, fields->to);

  leadup_zone_get_bounds (self->zone, when, &bounds);

  return bounds.start_earliest < fields->to && fields->from < bounds.end_latest;
}

/* Whether it was known by then: where its sources are not dated, whether it had happened. */
static gboolean
matches_as_of (const LeadupFilter      *self,
               const LeadupEventFields *fields)
{
  gboolean is_dated = FALSE;

  if (self->fields->as_of == LEADUP_INSTANT_MAX)
    return TRUE;

  for (guint i = 0; self->published != NULL && i < fields->n_evidence; i++)
    {
      const char *source = leadup_evidence_get_fields (fields->evidence[i])->source;
      const LeadupInstant *published =
          source != NULL ? g_hash_table_lookup (self->published, source) : NULL;

      if (published == NULL)
        continue;
      if (*published < self->fields->as_of)
        return TRUE;
      is_dated = TRUE;
    }
  if (is_dated)
    return FALSE;

  return fields->when == NULL ||
         leadup_when_get_bounds (fields->when)->start_earliest < self->fields->as_of;
}

/* Takes the words that occur in @text out of @wanted, a bit set. */
static guint64
find_words (const LeadupFilter *self,
            const char         *text,
            guint64             wanted)
{
  g_autofree char *folded = NULL;

  if (wanted == 0 || text == NULL || *text == '\0')
    return wanted;

  folded = leadup_text_fold (text);
  for (guint i = 0; i < self->n_words; i++)
    if ((wanted & ((guint64) 1 << i)) != 0 && strstr (folded, self->words[i]) != NULL)
      wanted &= ~((guint64) 1 << i);

  return wanted;
}

static gboolean
matches_text (const LeadupFilter      *self,
              const LeadupEventFields *event)
{
  guint64 wanted;

  if (self->n_words == 0)
    return TRUE;

  wanted = G_MAXUINT64 >> (MAX_WORDS - self->n_words);
  wanted = find_words (self, event->title, wanted);
  wanted = find_words (self, event->summary, wanted);
  if (event->place != NULL)
    wanted = find_words (self, event->place->name, wanted);
  for (guint i = 0; wanted != 0 && event->tags != NULL && event->tags[i] != NULL; i++)
    wanted = find_words (self, event->tags[i], wanted);
  for (guint i = 0; wanted != 0 && i < event->n_evidence; i++)
    wanted = find_words (self, leadup_evidence_get_fields (event->evidence[i])->quote, wanted);

  return wanted == 0;
}

static gboolean
is_subset (const char * const  *part,
           const char * const  *whole)
{
  for (guint i = 0; part != NULL && part[i] != NULL; i++)
    if (whole == NULL || !g_strv_contains (whole, part[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_same_set (const char * const  *a,
             const char * const  *b)
{
  return is_subset (a, b) && is_subset (b, a);
}

static void
split_words (LeadupFilter *self)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  GPtrArray *kept;

  if (self->fields->text == NULL || leadup_text_is_blank (self->fields->text))
    return;

  folded = leadup_text_fold (self->fields->text);
  words = g_strsplit_set (folded, " \t\r\n", -1);
  kept = g_ptr_array_new ();
  for (guint i = 0; words[i] != NULL && kept->len < MAX_WORDS; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (kept, g_strdup (words[i]));

  self->n_words = kept->len;
  g_ptr_array_add (kept, NULL);
  self->words = (char **) g_ptr_array_free (kept, FALSE);
}

/**
 * leadup_filter_new:
 * @fields: what to let pass; copied. Empty lists become %NULL
 *
 * Returns: (transfer full): the filter
 */
LeadupFilter *
leadup_filter_new (const LeadupFilterFields *fields)
{
  LeadupFilter *self;
  LeadupFilterFields *block;

  g_return_val_if_fail (fields != NULL, NULL);

  block = leadup_arena_pack (fields, sizeof *fields, pack_filter);
  if (block == NULL)
    return NULL;

  self = g_new0 (LeadupFilter, 1);
  g_atomic_ref_count_init (&self->refs);
  self->fields = block;
  if (block->as_of == 0)
    block->as_of = LEADUP_INSTANT_MAX;
  set_init (&self->categories, block->categories);
  set_init (&self->actors, block->actors);
  set_init (&self->sources, block->sources);
  set_init (&self->places, block->places);
  set_init (&self->tags, block->tags);
  split_words (self);

  return self;
}

/**
 * leadup_filter_prepare:
 * @self: a filter
 * @snapshot: the story whose events it will look at
 *
 * Looks up what does not stand in the events themselves: when sources were published, and the zone
 * in which the story shows its times. A filter that was not prepared knows of neither.
 *
 * Returns: (transfer full): a filter with the same fields
 */
LeadupFilter *
leadup_filter_prepare (LeadupFilter   *self,
                       LeadupSnapshot *snapshot)
{
  LeadupFilter *prepared;

  g_return_val_if_fail (self != NULL && snapshot != NULL, NULL);

  prepared = leadup_filter_new (self->fields);
  if (leadup_snapshot_get_info (snapshot) != NULL)
    prepared->zone =
        g_strdup (leadup_info_get_fields (leadup_snapshot_get_info (snapshot))->zone);
  if (self->fields->as_of == LEADUP_INSTANT_MAX)
    return prepared;

  prepared->published = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_SOURCE); i++)
    {
      LeadupSource *source = leadup_snapshot_get (snapshot, LEADUP_RECORD_SOURCE, i);
      LeadupInstant published = leadup_source_get_published (source);

      if (published != LEADUP_INSTANT_MAX)
        g_hash_table_insert (prepared->published,
                             g_strdup (leadup_record_get_id (LEADUP_RECORD (source))),
                             g_memdup2 (&published, sizeof published));
    }

  return prepared;
}

/**
 * leadup_filter_new_known_by:
 * @self: (nullable): what else has to match
 * @day: (nullable): ISO day; what no source had published by its end is hidden
 *
 * Returns: (transfer full): the filter; where @day is none, it hides nothing for it
 */
LeadupFilter *
leadup_filter_new_known_by (const LeadupFilter *self,
                            const char         *day)
{
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  LeadupEdtf edtf;

  if (self != NULL)
    fields = *self->fields;
  if (day != NULL && leadup_edtf_parse (day, LEADUP_PART_NONE, &edtf, NULL) &&
      edtf.bounds.end_latest != LEADUP_INSTANT_MAX)
    fields.as_of = edtf.bounds.end_latest;

  return leadup_filter_new (&fields);
}

LeadupFilter *
leadup_filter_ref (LeadupFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_filter_unref (LeadupFilter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->categories.table, g_hash_table_unref);
  g_clear_pointer (&self->actors.table, g_hash_table_unref);
  g_clear_pointer (&self->sources.table, g_hash_table_unref);
  g_clear_pointer (&self->places.table, g_hash_table_unref);
  g_clear_pointer (&self->tags.table, g_hash_table_unref);
  g_clear_pointer (&self->published, g_hash_table_unref);
  g_free (self->zone);
  g_strfreev (self->words);
  leadup_arena_free (self->fields);
  g_free (self);
}

/**
 * leadup_filter_get_fields:
 * @self: a filter
 *
 * Returns: (transfer none): what it lets pass; lives as long as @self
 */
const LeadupFilterFields *
leadup_filter_get_fields (const LeadupFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fields;
}

/* Whether everything passes. */
gboolean
leadup_filter_is_empty (const LeadupFilter *self)
{
  const LeadupFilterFields *fields;

  g_return_val_if_fail (self != NULL, TRUE);

  fields = self->fields;

  return self->n_words == 0 && fields->categories == NULL && fields->actors == NULL &&
         fields->sources == NULL && fields->places == NULL && fields->tags == NULL &&
         fields->verifications == 0 && fields->from == LEADUP_INSTANT_MIN &&
         fields->to == LEADUP_INSTANT_MAX && fields->as_of == LEADUP_INSTANT_MAX;
}

/**
 * leadup_filter_equal:
 * @a: a filter
 * @b: another
 *
 * The order within the lists does not matter.
 *
 * Returns: whether both were made from the same text, sets and times
 */
gboolean
leadup_filter_equal (const LeadupFilter *a,
                     const LeadupFilter *b)
{
  const LeadupFilterFields *first, *second;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  first = a->fields;
  second = b->fields;

  return g_strcmp0 (first->text, second->text) == 0 &&
         is_same_set (first->categories, second->categories) &&
         is_same_set (first->actors, second->actors) &&
         is_same_set (first->sources, second->sources) &&
         is_same_set (first->places, second->places) && is_same_set (first->tags, second->tags) &&
         first->verifications == second->verifications && first->from == second->from &&
         first->to == second->to && first->as_of == second->as_of;
}

/**
 * leadup_filter_matches:
 * @self: a filter
 * @event: an event
 *
 * An actor passes in any role, a source as evidence, a place by its name as it stands. An event of
 * unknown time passes only where the window is open on both sides.
 *
 * Returns: whether @event passes
 */
gboolean
leadup_filter_matches (const LeadupFilter *self,
                       LeadupEvent        *event)
{
  const LeadupEventFields *fields;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (LEADUP_IS_EVENT (event), FALSE);

  fields = leadup_event_get_fields (event);

  /* What is cheap first: words need folding. */
  return (self->fields->verifications == 0 ||
          (self->fields->verifications & (1u << fields->verification)) != 0) &&
         matches_time (self, fields->when) && matches_as_of (self, fields) &&
         (self->categories.members == NULL || set_contains (&self->categories, fields->category)) &&
         (self->places.members == NULL ||
          (fields->place != NULL && set_contains (&self->places, fields->place->name))) &&
         matches_actors (&self->actors, fields) && matches_sources (&self->sources, fields) &&
         matches_tags (&self->tags, fields) && matches_text (self, fields);
}

/**
 * leadup_filter_match_all:
 * @self: a filter, prepared for @snapshot
 * @snapshot: the story
 * @cancellable: (nullable): makes it return %NULL
 *
 * Asks for each event once; who needs the answers again looks them up.
 *
 * Returns: (transfer full) (nullable): for leadup_filter_has_matched()
 */
guint32 *
leadup_filter_match_all (const LeadupFilter   *self,
                         const LeadupSnapshot *snapshot,
                         GCancellable         *cancellable)
{
  g_autofree guint32 *matches = NULL;
  gboolean is_empty;
  guint n;

  g_return_val_if_fail (self != NULL && snapshot != NULL, NULL);

  is_empty = leadup_filter_is_empty (self);
  n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  matches = g_new0 (guint32, n / 32 + 1);
  for (guint i = 0; i < n; i++)
    {
      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (!is_empty)
        leadup_snapshot_look_ahead (snapshot, i);
      if (is_empty ||
          leadup_filter_matches (self, leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i)))
        matches[i / 32] |= 1u << (i % 32);
    }

  return g_steal_pointer (&matches);
}
