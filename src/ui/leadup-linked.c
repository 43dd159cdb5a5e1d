/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-linked.h"

static void
add_tie (LeadupProjection *projection,
         const char       *id,
         GPtrArray        *events)
{
  const LeadupTie *tie = leadup_ties_find_pair (leadup_projection_get_ties (projection), id);

  for (guint i = 0; tie != NULL && i < tie->n_events; i++)
    if (i == 0 || tie->events[i].event != tie->events[i - 1].event)
      g_ptr_array_add (events, tie->events[i].event);
}

static void
add_actor (LeadupProjection *projection,
           const char       *id,
           GPtrArray        *events)
{
  GPtrArray *all = leadup_projection_get_events (projection);

  for (guint i = 0; i < all->len; i++)
    {
      const LeadupEventFields *fields = leadup_event_get_fields (all->pdata[i]);

      for (guint k = 0; k < fields->n_participants; k++)
        if (g_str_equal (fields->participants[k].actor, id))
          {
            g_ptr_array_add (events, all->pdata[i]);
            break;
          }
    }
}

static GPtrArray *
list_events (LeadupWorkspace      *workspace,
             const LeadupSelected *thing)
{
  LeadupProjection *projection = leadup_workspace_get_projection (workspace);
  GPtrArray *events = g_ptr_array_new ();

  if (projection == NULL || thing == NULL || thing->kind != LEADUP_RECORD_ACTOR)
    return events;

  if (thing->is_tie)
    add_tie (projection, thing->id, events);
  else
    add_actor (projection, thing->id, events);

  return events;
}

GPtrArray *
leadup_linked_list_events (LeadupWorkspace *workspace)
{
  const LeadupSelected *hover;
  const LeadupSelected *selected;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), NULL);

  hover = leadup_workspace_get_hover (workspace);
  selected = leadup_workspace_get_primary (workspace);
  if (hover == NULL && selected != NULL && selected->is_tie)
    return list_events (workspace, selected);

  return list_events (workspace, hover);
}

static int
compare_ties (gconstpointer a,
              gconstpointer b)
{
  const LeadupTie *first = *(const LeadupTie *const *) a;
  const LeadupTie *second = *(const LeadupTie *const *) b;

  return (first->n_events < second->n_events) - (first->n_events > second->n_events);
}

GStrv
leadup_linked_list_pairs (LeadupWorkspace *workspace)
{
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();
  g_autoptr (GPtrArray) ties = g_ptr_array_new ();
  LeadupProjection *projection;
  const LeadupSelected *selected;
  LeadupTies *all;
  guint actor;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), NULL);

  projection = leadup_workspace_get_projection (workspace);
  selected = leadup_workspace_get_primary (workspace);
  if (projection == NULL || selected == NULL || selected->kind != LEADUP_RECORD_ACTOR)
    return NULL;

  if (selected->is_tie)
    {
      g_strv_builder_add (pairs, selected->id);
      return g_strv_builder_end (pairs);
    }

  all = leadup_projection_get_ties (projection);
  if (!leadup_ties_find_actor (all, selected->id, &actor))
    return NULL;
  for (guint i = 0; i < leadup_ties_get_n (all); i++)
    {
      const LeadupTie *tie = leadup_ties_get (all, i);

      if (tie->a == actor || tie->b == actor)
        g_ptr_array_add (ties, (gpointer) tie);
    }
  g_ptr_array_sort (ties, compare_ties);
  for (guint i = 0; i < ties->len; i++)
    {
      const LeadupTie *tie = ties->pdata[i];
      g_autofree char *pair = g_strdup_printf ("%s %s", leadup_ties_get_actor (all, tie->a),
                                               leadup_ties_get_actor (all, tie->b));

      g_strv_builder_add (pairs, pair);
    }

  return g_strv_builder_end (pairs);
}

GHashTable *
leadup_linked_list_lit (LeadupCanvas *canvas)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (canvas);
  g_autoptr (GPtrArray) events = list_events (workspace, leadup_workspace_get_hover (workspace));
  GHashTable *lit;

  if (events->len == 0)
    return NULL;

  lit = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < events->len; i++)
    g_hash_table_add (lit, g_strdup (leadup_record_get_id (events->pdata[i])));

  return lit;
}
