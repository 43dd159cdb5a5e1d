/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-places.h"

#include "model/leadup-placement.h"
#include "render/leadup-graph-scene.h"

/**
 * _LeadupGraphPlaces:
 * @points: (element-type utf8 LeadupPoint)
 */
struct _LeadupGraphPlaces
{
  GHashTable *points;
};

LeadupGraphPlaces *
leadup_graph_places_new (void)
{
  LeadupGraphPlaces *self = g_new0 (LeadupGraphPlaces, 1);

  self->points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * leadup_graph_places_new_mapped:
 * @snapshot: the story
 * @mode: who may move
 * @push: how far conflict pushes apart, 0 … 1
 * @cancellable: (nullable): tested in loops
 * @error: return location
 *
 * Lays out all actors of the story, whatever the filter. Made for a worker.
 *
 * Returns: (transfer full): a place for each actor that has events, or %NULL
 */
LeadupGraphPlaces *
leadup_graph_places_new_mapped (LeadupSnapshot    *snapshot,
                                LeadupGraphMapMode mode,
                                double             push,
                                GCancellable      *cancellable,
                                GError           **error)
{
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, cancellable);
  g_autoptr (LeadupTextMeasure) measure = NULL;
  g_autofree LeadupPoint *boxes = NULL;
  g_autofree LeadupPoint *points = NULL;
  LeadupGraphPlaces *self;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  /* All themes have the same fonts. */
  measure = leadup_text_measure_new (leadup_theme_get ("light"));
  boxes = leadup_graph_scene_measure_boxes (snapshot, ties, measure);
  points = leadup_graph_map_place (
    snapshot, ties, boxes, mode, push, cancellable, error);
  if (points == NULL && leadup_ties_get_n_actors (ties) > 0)
    return NULL;

  self = leadup_graph_places_new ();
  for (guint i = 0; i < leadup_ties_get_n_actors (ties); i++)
    leadup_graph_places_set (self, leadup_ties_get_actor (ties, i), points[i]);

  return self;
}

void
leadup_graph_places_free (LeadupGraphPlaces *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->points);
  g_free (self);
}

void
leadup_graph_places_set (LeadupGraphPlaces *self,
                         const char        *id,
                         LeadupPoint        point)
{
  g_return_if_fail (self != NULL);

  g_hash_table_insert (self->points, g_strdup (id), g_memdup2 (&point, sizeof point));
}

gboolean
leadup_graph_places_get (const LeadupGraphPlaces *self,
                         const char              *id,
                         LeadupPoint             *point)
{
  const LeadupPoint *place;

  g_return_val_if_fail (self != NULL, FALSE);

  place = g_hash_table_lookup (self->points, id);
  if (place != NULL)
    *point = *place;

  return place != NULL;
}

/**
 * leadup_graph_places_mix:
 * @self: gets the result
 * @from: where actors were; who was nowhere appears at once
 * @to: where they go
 * @part: 0 … 1 of the way
 */
void
leadup_graph_places_mix (LeadupGraphPlaces       *self,
                         const LeadupGraphPlaces *from,
                         const LeadupGraphPlaces *to,
                         double                   part)
{
  GHashTableIter iter;
  gpointer id;
  gpointer target;

  g_return_if_fail (self != NULL && from != NULL && to != NULL);

  g_hash_table_iter_init (&iter, to->points);
  while (g_hash_table_iter_next (&iter, &id, &target))
    {
      const LeadupPoint *end = target;
      LeadupPoint point = *end;
      LeadupPoint start;

      if (leadup_graph_places_get (from, id, &start))
        point = (LeadupPoint) {
          start.x + part * (end->x - start.x),
          start.y + part * (end->y - start.y),
        };
      leadup_graph_places_set (self, id, point);
    }
}

/**
 * leadup_graph_places_add_changes:
 * @self: places
 * @story: the story that shall have them
 * @transaction: gets a change for each actor that the story knows
 * @pinned: (nullable): id of the actor that the user has put there
 */
void
leadup_graph_places_add_changes (const LeadupGraphPlaces *self,
                                 LeadupStory             *story,
                                 LeadupTransaction       *transaction,
                                 const char              *pinned)
{
  GHashTableIter iter;
  gpointer id;
  gpointer point;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->points);
  while (g_hash_table_iter_next (&iter, &id, &point))
    {
      LeadupPlacement *before = leadup_story_lookup (story, LEADUP_RECORD_PLACEMENT, id);
      LeadupPlacementFields fields = { .id = id };
      g_autoptr (LeadupPlacement) after = NULL;

      if (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, id) == NULL)
        continue;

      fields.x = ((LeadupPoint *) point)->x;
      fields.y = ((LeadupPoint *) point)->y;
      fields.is_pinned = (before != NULL && leadup_placement_get_fields (before)->is_pinned) ||
                         g_strcmp0 (pinned, id) == 0;
      after = leadup_placement_new (&fields);
      if (before == NULL)
        leadup_transaction_add (transaction, LEADUP_RECORD (after));
      else
        leadup_transaction_replace (transaction, LEADUP_RECORD (before), LEADUP_RECORD (after));
    }
}

/* Forgets who the story has placed: it knows better from now on. */
void
leadup_graph_places_drop_stored (LeadupGraphPlaces *self,
                                 LeadupStory       *story)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (self != NULL);

  g_hash_table_iter_init (&iter, self->points);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (leadup_story_lookup (story, LEADUP_RECORD_PLACEMENT, id) != NULL)
      g_hash_table_iter_remove (&iter);
}

GPtrArray *
leadup_graph_places_list (const LeadupGraphPlaces *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (self != NULL, ids);

  g_hash_table_iter_init (&iter, self->points);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);

  return ids;
}
