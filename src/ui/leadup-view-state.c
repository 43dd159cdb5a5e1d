/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-view-state.h"

#include "ui/leadup-compare.h"
#include "ui/leadup-graph-state.h"

/**
 * leadup_view_state_get_look:
 * @workspace: a workspace
 * @look: (out caller-allocates): how its graph is looked at, with the range that is brushed and
 * what that is compared with; borrows from @workspace
 */
void
leadup_view_state_get_look (LeadupWorkspace *workspace,
                            LeadupGraphLook *look)
{
  LeadupTieWindow after;

  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));
  g_return_if_fail (look != NULL);

  *look = *leadup_graph_state_get_look (leadup_graph_state_get (workspace));
  look->range = look->before = (LeadupTieWindow) { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX };
  look->is_compared = leadup_compare_get (workspace, &look->before, &after);
  if (!leadup_workspace_get_brush (workspace, &look->range.from, &look->range.to))
    look->range = (LeadupTieWindow) { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX };
  leadup_graph_look_settle (look);
}

/* The graph, and the range that is brushed, as a view has them. */
static void
show_look (LeadupWorkspace       *workspace,
           const LeadupGraphLook *look)
{
  LeadupTieWindow before;

  leadup_graph_state_set_look (leadup_graph_state_get (workspace), look);
  if (leadup_graph_look_has_range (look))
    leadup_workspace_set_brush (workspace, look->range.from, look->range.to);
  else
    leadup_workspace_clear_brush (workspace);
  leadup_compare_set_active (workspace, leadup_graph_look_get_before (look, &before));
  if (leadup_graph_look_get_before (look, &before))
    leadup_compare_set_before (workspace, &before);
}

/**
 * leadup_view_state_store:
 * @workspace: a workspace with a document
 * @fields: (out caller-allocates): what it shows now, without id, picture and camera of the graph;
 * borrows from
 * @workspace and from @selection
 * @selection: (out) (transfer full): what @fields borrows besides
 */
void
leadup_view_state_store (LeadupWorkspace  *workspace,
                         LeadupViewFields *fields,
                         GStrv            *selection)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  LeadupFilter *filter;

  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));
  g_return_if_fail (fields != NULL);
  g_return_if_fail (selection != NULL);

  for (guint i = 0; i < leadup_workspace_get_n_selected (workspace); i++)
    {
      const LeadupSelected *selected = leadup_workspace_get_selected (workspace, i);

      if (selected->kind == LEADUP_RECORD_EVENT || selected->kind == LEADUP_RECORD_ACTOR)
        g_strv_builder_add (ids, selected->id);
    }
  *selection = g_strv_builder_end (ids);

  /* What is said of lanes, and nothing else. */
  *fields = *leadup_workspace_get_lanes (workspace);
  fields->from = LEADUP_INSTANT_MIN;
  fields->to = LEADUP_INSTANT_MAX;
  leadup_workspace_get_camera (workspace, &fields->from, &fields->to);
  leadup_view_state_get_look (workspace, &fields->graph);
  filter = leadup_workspace_get_filter (workspace);
  fields->filter = leadup_filter_is_empty (filter) ? NULL : filter;
  if (**selection != NULL)
    fields->selection = (const char *const *) *selection;
}

/* What is selected, an id at a time: an event, an actor, or a tie of two actors. */
static void
select_id (LeadupWorkspace *workspace,
           const char      *id)
{
  LeadupStory *story = leadup_workspace_get_story (workspace);
  g_auto (GStrv) ends = g_strsplit (id, " ", 2);

  if (ends[0] != NULL && ends[1] != NULL)
    leadup_workspace_select_tie (workspace, ends[0], ends[1]);
  else if (leadup_story_lookup (story, LEADUP_RECORD_EVENT, id) != NULL)
    leadup_workspace_select_add (workspace, LEADUP_RECORD_EVENT, id);
  else if (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, id) != NULL)
    leadup_workspace_select_add (workspace, LEADUP_RECORD_ACTOR, id);
}

/**
 * leadup_view_state_show:
 * @workspace: a workspace with a document
 * @view: (nullable): what it shall show; %NULL = everything
 * @as_of: (nullable): ISO day; what was published later is hidden
 *
 * Brings filter, lanes, selection, brush and graph of @workspace to those of @view. The time window
 * stays: how it moves there is the caller's.
 */
void
leadup_view_state_show (LeadupWorkspace *workspace,
                        LeadupView      *view,
                        const char      *as_of)
{
  LeadupViewFields fields = { 0 };
  g_autoptr (LeadupFilter) filter = NULL;

  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (view != NULL)
    fields = *leadup_view_get_fields (view);
  filter = leadup_filter_new_known_by (fields.filter, as_of);
  leadup_workspace_set_filter (workspace, filter);
  leadup_workspace_set_lanes (workspace, &fields);
  show_look (workspace, &fields.graph);

  leadup_workspace_select_none (workspace);
  for (guint i = 0; fields.selection != NULL && fields.selection[i] != NULL; i++)
    select_id (workspace, fields.selection[i]);
}

/**
 * leadup_view_state_get_window:
 * @view: (nullable): what is to be shown
 * @from: (out): left end of its window of time
 * @to: (out): right end
 *
 * Returns: FALSE where it has none, so that all of the story is to be fitted
 */
gboolean
leadup_view_state_get_window (LeadupView    *view,
                              LeadupInstant *from,
                              LeadupInstant *to)
{
  const LeadupViewFields *fields;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (view == NULL)
    return FALSE;

  fields = leadup_view_get_fields (view);
  *from = fields->from;
  *to = fields->to;

  return fields->from != LEADUP_INSTANT_MIN && fields->to != LEADUP_INSTANT_MAX &&
         fields->from < fields->to;
}
