/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-actor.h"
#include "model/leadup-tie-path.h"
#include "ui/leadup-palette.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

static LeadupGraphState *
get_state (LeadupWindow *self)
{
  return leadup_graph_view_get_state (self->graph_view);
}

/* Who the graph is to be looked at around: the last actor, or the pair, that was selected. */
static GStrv
get_selected_actors (LeadupWindow *self)
{
  const LeadupSelected *selected = leadup_workspace_get_primary (self->workspace);

  return selected != NULL && selected->kind == LEADUP_RECORD_ACTOR
             ? g_strsplit (selected->id, " ", 2)
             : g_new0 (char *, 1);
}

static void
graph_focus_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupTieSieveFields fields =
      *leadup_tie_sieve_get_fields (leadup_graph_state_get_sieve (get_state (self)));
  g_auto (GStrv) selected = get_selected_actors (self);

  fields.hops = (guint) g_variant_get_int32 (parameter);
  if (selected[0] != NULL)
    fields.focus = (const char *const *) selected;
  if (fields.hops == 0)
    fields.focus = NULL;
  if (fields.hops > 0 && (fields.focus == NULL || fields.focus[0] == NULL))
    {
      leadup_window_add_message (self, _ ("Select an actor first: the graph is shown around it."));
      return;
    }
  leadup_graph_state_set_sieve (get_state (self), &fields);
}

/* Folds the members of the selected group into it, or unfolds them. */
static void
graph_fold_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupTieSieveFields fields =
      *leadup_tie_sieve_get_fields (leadup_graph_state_get_sieve (get_state (self)));
  g_auto (GStrv) selected = get_selected_actors (self);
  g_autoptr (LeadupSnapshot) snapshot =
      leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  g_auto (GStrv) groups = leadup_tie_sieve_list_groups (snapshot);
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  gboolean was_folded = FALSE;

  if (selected[0] == NULL || !g_strv_contains ((const char *const *) groups, selected[0]))
    {
      leadup_window_add_message (
          self, _ ("Select an actor that others are members of: they are folded into it."));
      return;
    }

  for (guint i = 0; fields.folded != NULL && fields.folded[i] != NULL; i++)
    if (g_str_equal (fields.folded[i], selected[0]))
      was_folded = TRUE;
    else
      g_strv_builder_add (folded, fields.folded[i]);
  if (!was_folded)
    g_strv_builder_add (folded, selected[0]);
  ids = g_strv_builder_end (folded);
  fields.folded = (const char *const *) ids;
  leadup_graph_state_set_sieve (get_state (self), &fields);
}

static void
graph_show_all_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  leadup_graph_state_reset (get_state (LEADUP_WINDOW (user_data)));
}

static void
change_outside_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  LeadupGraphOutside outside;

  if (leadup_graph_outside_from_string (g_variant_get_string (state, NULL), &outside))
    leadup_graph_state_set_outside (get_state (LEADUP_WINDOW (user_data)), outside);
}

static void
change_lines_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  LeadupGraphLines lines;

  if (leadup_graph_lines_from_string (g_variant_get_string (state, NULL), &lines))
    leadup_graph_state_set_lines (get_state (LEADUP_WINDOW (user_data)), lines);
}

static void
graph_next_lines_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  static const char *const said[] = { N_ ("One line for each direction"), N_ ("One line a pair"),
                                      N_ ("One line for each event") };
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  guint next = (leadup_graph_state_get_lines (get_state (self)) + 1) % LEADUP_N_GRAPH_LINES;

  leadup_graph_state_set_lines (get_state (self), (LeadupGraphLines) next);
  leadup_window_add_message (self, _ (said[next]));
}

static void
change_form_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupGraphForm form;

  if (!leadup_graph_form_from_string (g_variant_get_string (state, NULL), &form))
    return;

  leadup_window_show_view (self, "graph");
  leadup_graph_view_set_form (self->graph_view, form);
}

static void
change_split_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  g_simple_action_set_state (action, state);
  leadup_graph_page_set_is_split (self->graph_page, g_variant_get_boolean (state));
}

static void
fill_path (LeadupPalette *palette,
           const char    *typed,
           gpointer       data)
{
  LeadupWindow *self = LEADUP_WINDOW (data);
  GListModel *actors =
      leadup_story_get_model (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_ACTOR);
  g_auto (GStrv) selected = get_selected_actors (self);
  gboolean has_room = TRUE;

  for (guint i = 0; has_room && i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (LeadupActor) actor = g_list_model_get_item (actors, i);
      const LeadupActorFields *fields = leadup_actor_get_fields (actor);

      if (!g_str_equal (fields->id, selected[0]) && leadup_palette_matches (fields->name, typed))
        has_room = leadup_palette_add (palette, fields->name, _ ("Actor"), "win.graph-path-to",
                                       g_variant_new_string (fields->id));
    }
}

static void
graph_path_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_auto (GStrv) selected = get_selected_actors (self);

  if (selected[0] == NULL)
    {
      leadup_window_add_message (self, _ ("Select the actor from which the path shall go first."));
      return;
    }
  gtk_window_present (GTK_WINDOW (leadup_palette_new (
      GTK_WINDOW (self), _ ("Shortest Path To"), _ ("Name of an actor"), fill_path, self)));
}

/* “3 ties: A – B – C – D” */
static char *
describe_path (LeadupSnapshot  *snapshot,
               const GPtrArray *path)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (path == NULL)
    return g_strdup (_ ("There is no path between the two in what is shown."));

  for (guint i = 0; i < path->len; i++)
    {
      LeadupActor *actor = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_ACTOR, path->pdata[i]);

      if (i > 0)
        g_string_append (names, " – ");
      g_string_append (names, actor != NULL ? leadup_actor_get_name (actor) : path->pdata[i]);
    }

  /* TRANSLATORS: the number of ties on a path, and the names of who is on it */
  return g_strdup_printf (ngettext ("%u tie: %s", "%u ties: %s", path->len - 1), path->len - 1,
                          names->str);
}

/* Selects who is on the way, and says what the way is. */
static void
graph_path_to_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  g_auto (GStrv) selected = get_selected_actors (self);
  g_autoptr (GPtrArray) path = NULL;
  g_autofree char *message = NULL;

  if (projection == NULL || selected[0] == NULL)
    return;

  path = leadup_tie_path_find (leadup_projection_get_ties (projection), selected[0],
                                 g_variant_get_string (parameter, NULL));
  message = describe_path (leadup_projection_get_snapshot (projection), path);
  leadup_window_add_message (self, message);
  if (path == NULL)
    return;

  leadup_workspace_select (self->workspace, LEADUP_RECORD_ACTOR, path->pdata[0]);
  for (guint i = 1; i < path->len; i++)
    leadup_workspace_select_add (self->workspace, LEADUP_RECORD_ACTOR, path->pdata[i]);
}

static void
change_table_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state))
    adw_view_stack_set_visible_child_name (self->views, "graph");
  leadup_graph_page_set_is_table (self->graph_page, g_variant_get_boolean (state));
}

static void
change_play_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state))
    adw_view_stack_set_visible_child_name (self->views, "graph");
  leadup_graph_page_set_is_played (self->graph_page, g_variant_get_boolean (state));
}

static void
change_notes_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  static const char *const names[] = { "none", "changes", "questions" };
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (g_variant_get_string (state, NULL), names[i]))
      {
        g_simple_action_set_state (action, state);
        if (i > 0)
          adw_view_stack_set_visible_child_name (self->views, "graph");
        leadup_graph_page_show_notes (self->graph_page, (LeadupGraphNotesKind) i);
      }
}

static const GActionEntry entries[] = {
  { "graph-focus", graph_focus_cb, "i" },
  { "graph-fold", graph_fold_cb },
  { "graph-show-all", graph_show_all_cb },
  { "graph-path", graph_path_cb },
  { "graph-path-to", graph_path_to_cb, "s" },
  { "graph-next-lines", graph_next_lines_cb },
  { "graph-form", NULL, "s", "'graph'", change_form_cb },
  { "graph-lines", NULL, "s", "'direction'", change_lines_cb },
  { "graph-outside", NULL, "s", "'dim'", change_outside_cb },
  { "graph-table", NULL, NULL, "false", change_table_cb },
  { "graph-play", NULL, NULL, "false", change_play_cb },
  { "graph-notes", NULL, "s", "'none'", change_notes_cb },
  { "graph-split", NULL, NULL, "false", change_split_cb },
};

static void
set_choice (LeadupWindow *self,
            const char   *name,
            const char   *choice)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (choice));
}

static void
state_changed_cb (LeadupWindow *self)
{
  const LeadupGraphLook *look = leadup_graph_state_get_look (get_state (self));

  set_choice (self, "graph-outside", leadup_graph_outside_to_string (look->outside));
  set_choice (self, "graph-lines", leadup_graph_lines_to_string (look->lines));
  set_choice (self, "graph-form", leadup_graph_form_to_string (look->form));
}

/* What the graph shows, and how one finds a way through it. */
void
leadup_window_graph_install (LeadupWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (get_state (self), "changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
