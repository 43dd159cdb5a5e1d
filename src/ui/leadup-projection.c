/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-projection.h"

#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event-order.h"
#include "model/leadup-source.h"
#include "ui/leadup-labels.h"

struct _LeadupProjection
{
  gatomicrefcount ref_count;
  LeadupSnapshot *snapshot;
  LeadupFilter *filter;
  LeadupTimelineIndex *index;
  LeadupTies *ties;
  GPtrArray *events;
  GArray *facets[LEADUP_N_FACETS];
};

G_DEFINE_BOXED_TYPE (LeadupProjection,
                     leadup_projection,
                     leadup_projection_ref,
                     leadup_projection_unref)

/* One facet while it is being counted. */
typedef struct
{
  GArray *values;   /* LeadupFacetValue */
  GHashTable *rows; /* key owned by values -> row + 1 */
} FacetCount;

static void
clear_facet_value (gpointer data)
{
  LeadupFacetValue *value = data;

  g_free (value->key);
  g_free (value->label);
}

static void
count_value (FacetCount *count,
             const char *key,
             gboolean    is_shown)
{
  LeadupFacetValue *value;
  guint row;

  if (key == NULL || *key == '\0')
    return;

  row = GPOINTER_TO_UINT (g_hash_table_lookup (count->rows, key));
  if (row == 0)
    {
      LeadupFacetValue fresh = { .key = g_strdup (key) };

      g_array_append_val (count->values, fresh);
      row = count->values->len;
      g_hash_table_insert (count->rows, fresh.key, GUINT_TO_POINTER (row));
    }

  value = &g_array_index (count->values, LeadupFacetValue, row - 1);
  value->n_all++;
  if (is_shown)
    value->n_shown++;
}

static gboolean
is_first_participation (const LeadupEventFields *fields,
                        guint                    participant)
{
  for (guint i = 0; i < participant; i++)
    if (g_str_equal (fields->participants[i].actor, fields->participants[participant].actor))
      return FALSE;

  return TRUE;
}

static const char *
get_evidence_source (const LeadupEventFields *fields,
                     guint                    evidence)
{
  return leadup_evidence_get_fields (fields->evidence[evidence])->source;
}

static gboolean
is_first_evidence_of_source (const LeadupEventFields *fields,
                             guint                    evidence)
{
  const char *source = get_evidence_source (fields, evidence);

  for (guint i = 0; i < evidence; i++)
    if (g_strcmp0 (get_evidence_source (fields, i), source) == 0)
      return FALSE;

  return TRUE;
}

static void
count_event (FacetCount  *counts,
             LeadupEvent *event,
             gboolean     is_shown)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);

  count_value (&counts[LEADUP_FACET_CATEGORY], fields->category, is_shown);
  count_value (&counts[LEADUP_FACET_VERIFICATION],
               leadup_verification_to_string (fields->verification), is_shown);
  if (fields->place != NULL)
    count_value (&counts[LEADUP_FACET_PLACE], fields->place->name, is_shown);
  for (guint i = 0; i < fields->n_participants; i++)
    if (is_first_participation (fields, i))
      count_value (&counts[LEADUP_FACET_ACTOR], fields->participants[i].actor, is_shown);
  for (guint i = 0; i < fields->n_evidence; i++)
    if (is_first_evidence_of_source (fields, i))
      count_value (&counts[LEADUP_FACET_SOURCE], get_evidence_source (fields, i), is_shown);
  for (guint i = 0; fields->tags != NULL && fields->tags[i] != NULL; i++)
    count_value (&counts[LEADUP_FACET_TAG], fields->tags[i], is_shown);
}

static char *
make_label (LeadupSnapshot *snapshot,
            LeadupFacet     facet,
            const char     *key)
{
  gpointer record = NULL;
  LeadupVerification verification;

  switch (facet)
    {
    case LEADUP_FACET_CATEGORY:
      record = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_CATEGORY, key);
      return g_strdup (record != NULL ? leadup_category_get_fields (record)->name : key);

    case LEADUP_FACET_ACTOR:
      record = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_ACTOR, key);
      return g_strdup (record != NULL ? leadup_actor_get_name (record) : key);

    case LEADUP_FACET_SOURCE:
      record = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_SOURCE, key);
      return record != NULL ? leadup_source_dup_label (record) : g_strdup (key);

    case LEADUP_FACET_VERIFICATION:
      if (leadup_verification_from_string (key, &verification))
        return g_strdup (leadup_labels_verification (verification));
      return g_strdup (key);

    case LEADUP_FACET_PLACE:
    case LEADUP_FACET_TAG:
    default:
      return g_strdup (key);
    }
}

static int
compare_facet_values (gconstpointer a,
                      gconstpointer b)
{
  const LeadupFacetValue *first = a;
  const LeadupFacetValue *second = b;

  if (first->n_all != second->n_all)
    return first->n_all > second->n_all ? -1 : 1;

  return g_utf8_collate (first->label, second->label);
}

static void
take_facets (LeadupProjection *self,
             FacetCount       *counts)
{
  for (guint facet = 0; facet < LEADUP_N_FACETS; facet++)
    {
      GArray *values = counts[facet].values;

      for (guint i = 0; i < values->len; i++)
        {
          LeadupFacetValue *value = &g_array_index (values, LeadupFacetValue, i);

          value->label = make_label (self->snapshot, (LeadupFacet) facet, value->key);
        }
      g_array_sort (values, compare_facet_values);
      self->facets[facet] = values;
      g_hash_table_unref (counts[facet].rows);
    }
}

/* Fills the events and the facets; stops early when cancelled. */
static void
collect (LeadupProjection *self,
         const guint32    *matches,
         GCancellable     *cancellable)
{
  FacetCount counts[LEADUP_N_FACETS];
  guint n_events = leadup_snapshot_get_n (self->snapshot, LEADUP_RECORD_EVENT);

  for (guint facet = 0; facet < LEADUP_N_FACETS; facet++)
    {
      counts[facet].values = g_array_new (FALSE, FALSE, sizeof (LeadupFacetValue));
      g_array_set_clear_func (counts[facet].values, clear_facet_value);
      counts[facet].rows = g_hash_table_new (g_str_hash, g_str_equal);
    }

  for (guint i = 0; i < n_events; i++)
    {
      LeadupEvent *event = leadup_snapshot_get (self->snapshot, LEADUP_RECORD_EVENT, i);
      gboolean is_shown = matches == NULL || leadup_filter_has_matched (matches, i);

      leadup_snapshot_look_ahead (self->snapshot, i);
      count_event (counts, event, is_shown);
      if (is_shown)
        g_ptr_array_add (self->events, g_object_ref (event));
      if (i % 1024 == 0 && g_cancellable_is_cancelled (cancellable))
        break;
    }

  leadup_event_order_sort (self->events);
  take_facets (self, counts);
}

/**
 * leadup_projection_new:
 * @index: of the story, of what the filter lets through
 * @filter: as the user made it
 * @prepared: the same, prepared for the snapshot of @index
 * @matches: (nullable): what passes it, of leadup_filter_match_all(); %NULL = everything
 * @cancellable: (nullable): tested in loops
 * @error: return location for %G_IO_ERROR_CANCELLED, the only error
 *
 * Computes what all views show. Made for a worker thread: O(n log n) in the number of events.
 *
 * Returns: (transfer full): the projection, or %NULL
 */
LeadupProjection *
leadup_projection_new (LeadupTimelineIndex *index,
                       LeadupFilter        *filter,
                       LeadupFilter        *prepared,
                       const guint32       *matches,
                       GCancellable        *cancellable,
                       GError             **error)
{
  g_autoptr (LeadupProjection) self = NULL;

  g_return_val_if_fail (index != NULL && filter != NULL && prepared != NULL, NULL);

  self = g_new0 (LeadupProjection, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = leadup_snapshot_ref (leadup_timeline_index_get_snapshot (index));
  self->filter = leadup_filter_ref (filter);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->index = leadup_timeline_index_ref (index);

  collect (self, matches, cancellable);
  self->ties = leadup_ties_new (self->snapshot, prepared, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

LeadupProjection *
leadup_projection_ref (LeadupProjection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
leadup_projection_unref (LeadupProjection *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint facet = 0; facet < LEADUP_N_FACETS; facet++)
    g_clear_pointer (&self->facets[facet], g_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->ties, leadup_ties_unref);
  g_clear_pointer (&self->index, leadup_timeline_index_unref);
  g_clear_pointer (&self->filter, leadup_filter_unref);
  g_clear_pointer (&self->snapshot, leadup_snapshot_unref);
  g_free (self);
}

LeadupSnapshot *
leadup_projection_get_snapshot (const LeadupProjection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->snapshot;
}

LeadupFilter *
leadup_projection_get_filter (const LeadupProjection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->filter;
}

LeadupTimelineIndex *
leadup_projection_get_index (const LeadupProjection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->index;
}

LeadupTies *
leadup_projection_get_ties (const LeadupProjection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ties;
}

GPtrArray *
leadup_projection_get_events (const LeadupProjection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->events;
}

/**
 * leadup_projection_get_facet:
 * @self: a projection
 * @facet: the field
 * @n_values: (out): how many values it has
 *
 * Returns: (array length=n_values) (transfer none): the values, the most frequent first
 */
const LeadupFacetValue *
leadup_projection_get_facet (const LeadupProjection *self,
                             LeadupFacet             facet,
                             guint                  *n_values)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (facet < LEADUP_N_FACETS, NULL);

  *n_values = self->facets[facet]->len;

  return (const LeadupFacetValue *) (gpointer) self->facets[facet]->data;
}
