/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-graph-data.h"

#include "export/leadup-export-data.h"
#include "model/leadup-info.h"
#include "model/leadup-placement.h"

static void
clear_edge (gpointer data)
{
  LeadupGraphDataEdge *edge = data;

  g_ptr_array_unref (edge->events);
}

static void
add_node (LeadupGraphData *self,
          guint            index)
{
  LeadupGraphDataNode node = { .id = leadup_ties_get_actor (self->ties, index) };
  LeadupPlacement *placement =
      leadup_snapshot_lookup (self->snapshot, LEADUP_RECORD_PLACEMENT, node.id);

  node.record = leadup_snapshot_lookup (self->snapshot, LEADUP_RECORD_ACTOR, node.id);
  node.name = node.record != NULL ? leadup_actor_get_name (node.record) : node.id;
  node.kind = leadup_actor_kind_to_string (
      node.record != NULL ? leadup_actor_get_fields (node.record)->kind : LEADUP_ACTOR_KIND_PERSON);
  node.n_events = leadup_ties_get_actor_n_participations (self->ties, index);
  if (placement != NULL)
    {
      node.has_place = TRUE;
      node.place = (LeadupPoint) { leadup_placement_get_fields (placement)->x,
                                   leadup_placement_get_fields (placement)->y };
    }
  g_array_append_val (self->nodes, node);
}

static void
add_edge (LeadupGraphData           *self,
          const LeadupTie           *tie,
          gboolean                   forward,
          const LeadupExportOptions *options)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (LeadupTieEvent));
  LeadupGraphDataEdge edge = { forward ? tie->a : tie->b, forward ? tie->b : tie->a };
  LeadupTie part = *tie;

  for (guint i = 0; i < tie->n_events; i++)
    if (!tie->events[i].forward == !forward && tie->events[i].time >= options->from &&
        tie->events[i].time < options->to)
      g_array_append_val (events, tie->events[i]);
  if (events->len == 0)
    return;

  part.events = (LeadupTieEvent *) (gpointer) events->data;
  part.n_events = events->len;
  leadup_tie_summarize (&part, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &edge.summary);
  edge.events = g_ptr_array_new ();
  for (guint i = 0; i < events->len; i++)
    {
      edge.certainty += part.events[i].weight / events->len;
      g_ptr_array_add (edge.events, part.events[i].event);
    }
  g_array_append_val (self->edges, edge);
}

/**
 * leadup_graph_data_new:
 * @snapshot: the story
 * @options: filter, window and whether it is for insiders
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the graph; %NULL when cancelled
 */
LeadupGraphData *
leadup_graph_data_new (LeadupSnapshot            *snapshot,
                       const LeadupExportOptions *options,
                       GCancellable              *cancellable,
                       GError                   **error)
{
  g_autoptr (LeadupSnapshot) data = leadup_export_data_new (snapshot, options, cancellable, error);
  g_autoptr (LeadupGraphData) self = NULL;
  g_autoptr (LeadupFilter) filter = NULL;
  LeadupExportOptions own;
  const char *title;

  if (data == NULL)
    return NULL;

  self = g_new0 (LeadupGraphData, 1);
  self->snapshot = g_steal_pointer (&data);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (LeadupGraphDataNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (LeadupGraphDataEdge));
  g_array_set_clear_func (self->edges, clear_edge);
  title = leadup_info_get_fields (leadup_snapshot_get_info (self->snapshot))->title;
  self->title = g_strdup (options->title != NULL ? options->title : title);
  leadup_export_options_prepare (options, self->snapshot, &own);
  filter = own.filter;
  self->ties = leadup_ties_new (self->snapshot, filter, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  for (guint i = 0; i < leadup_ties_get_n_actors (self->ties); i++)
    add_node (self, i);
  for (guint i = 0; i < leadup_ties_get_n (self->ties); i++)
    {
      add_edge (self, leadup_ties_get (self->ties, i), TRUE, options);
      add_edge (self, leadup_ties_get (self->ties, i), FALSE, options);
    }

  return g_steal_pointer (&self);
}

void
leadup_graph_data_free (LeadupGraphData *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_clear_pointer (&self->ties, leadup_ties_unref);
  leadup_snapshot_unref (self->snapshot);
  g_free (self->title);
  g_free (self);
}

/* Returns: (transfer full) (nullable): “2025-06-19”, %NULL where calendars end */
char *
leadup_graph_data_format_day (LeadupInstant instant)
{
  g_autoptr (GDateTime) time = NULL;

  if (instant == LEADUP_INSTANT_MIN || instant == LEADUP_INSTANT_MAX)
    return NULL;

  time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
}

/* Returns: (transfer full): the ids of the events, with spaces between */
char *
leadup_graph_data_list_events (const LeadupGraphDataEdge *edge)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < edge->events->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "",
                            leadup_record_get_id (g_ptr_array_index (edge->events, i)));

  return g_string_free (list, FALSE);
}
