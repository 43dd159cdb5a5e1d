/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-typed-date.h"
#include "base/leadup-zone.h"
#include "model/leadup-actor.h"
#include "ui/leadup-palette.h"
#include "ui/leadup-window-private.h"
#include "ui/leadup-workspace-lanes.h"

#include <glib/gi18n.h>

/* The label of a menu without its mnemonic. */
static char *
plain_label (const char *label)
{
  g_autoptr (GString) plain = g_string_new (label);

  g_string_replace (plain, "_", "", 0);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
get_accelerator (LeadupWindow *self,
                 const char   *action,
                 GVariant     *target)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *detailed = g_action_print_detailed_name (action, target);
  g_auto (GStrv) accels = NULL;
  guint key;
  GdkModifierType modifiers;

  if (application == NULL)
    return NULL;

  accels = gtk_application_get_accels_for_action (application, detailed);
  if (accels[0] == NULL || !gtk_accelerator_parse (accels[0], &key, &modifiers))
    return NULL;

  return gtk_accelerator_get_label (key, modifiers);
}

static gboolean
is_enabled (LeadupWindow *self,
            const char   *action)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean is_in_window = g_str_has_prefix (action, "win.");
  GActionGroup *group = is_in_window ? G_ACTION_GROUP (self) : G_ACTION_GROUP (application);

  return group != NULL && g_action_group_get_action_enabled (group, action + 4);
}

/* All that the menu offers and that can be done now. */
static void
add_menu (LeadupWindow  *self,
          LeadupPalette *palette,
          GMenuModel    *menu,
          const char    *path,
          const char    *typed)
{
  static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *full = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        plain = plain_label (label);
      /* TRANSLATORS: a menu and what stands in it */
      full = path != NULL && plain != NULL ? g_strdup_printf (_ ("%s: %s"), path, plain)
                                           : g_strdup (plain != NULL ? plain : path);
      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) linked = g_menu_model_get_item_link (menu, i, links[j]);

          if (linked != NULL)
            add_menu (self, palette, linked, full, typed);
        }

      if (full != NULL &&
          g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action) &&
          leadup_palette_matches (full, typed) && is_enabled (self, action))
        {
          g_autoptr (GVariant) target =
              g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
          g_autofree char *accelerator = get_accelerator (self, action, target);

          leadup_palette_add (palette, full, accelerator, action, target);
        }
    }
}

static void
fill_commands (LeadupPalette *palette,
               const char    *typed,
               gpointer       data)
{
  LeadupWindow *self = LEADUP_WINDOW (data);

  add_menu (self, palette, self->main_menu, NULL, typed);
}

static void
fill_places (LeadupPalette *palette,
             const char    *typed,
             gpointer       data)
{
  LeadupWindow *self = LEADUP_WINDOW (data);
  LeadupTimelineIndex *index = leadup_workspace_get_index (self->workspace);
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  GListModel *actors = leadup_story_get_model (story, LEADUP_RECORD_ACTOR);
  gboolean has_room = TRUE;

  for (guint i = 0; index != NULL && has_room && i < leadup_timeline_index_get_n_lanes (index); i++)
    {
      const LeadupLane *lane = leadup_timeline_index_get_lane (index, i);

      if (lane->name != NULL && leadup_palette_matches (lane->name, typed))
        has_room = leadup_palette_add (palette, lane->name, _ ("Lane"), "win.go-to-lane",
                                       g_variant_new_string (lane->key));
    }
  for (guint i = 0; has_room && i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (LeadupActor) actor = g_list_model_get_item (actors, i);
      const LeadupActorFields *fields = leadup_actor_get_fields (actor);

      if (leadup_palette_matches (fields->name, typed))
        has_room = leadup_palette_add (palette, fields->name, _ ("Actor"), "win.go-to-actor",
                                       g_variant_new_string (fields->id));
    }
}

/* What “last Tuesday” is relative to: today. */
static LeadupWhen *
read_date (const char *typed,
           GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return leadup_typed_date_read (typed, today, error);
}

static void
fill_date (LeadupPalette *palette,
           const char    *typed,
           gpointer       data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupWhen) when = NULL;
  g_autofree char *echo = NULL;

  if (*typed == '\0')
    {
      leadup_palette_tell (palette,
                           _ ("Write, say, 4 March 2025, mid-2024, Q3 2024, before 4 March "
                              "or last Tuesday."));
      return;
    }

  when = read_date (typed, &error);
  if (when == NULL)
    {
      leadup_palette_tell (palette, error->message);
      return;
    }

  echo = leadup_typed_date_echo (when);
  leadup_palette_tell (palette, echo);
  leadup_palette_add (palette, _ ("Go to This Date"), NULL, "win.go-to-typed",
                      g_variant_new_string (typed));
  leadup_palette_add (palette, _ ("Show Only Events of This Date"), NULL, "win.filter-typed",
                      g_variant_new_string (typed));
}

static void
open_palette (LeadupWindow     *self,
              const char       *title,
              const char       *hint,
              LeadupPaletteFill fill)
{
  gtk_window_present (
      GTK_WINDOW (leadup_palette_new (GTK_WINDOW (self), title, hint, fill, self)));
}

static void
command_palette_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  open_palette (user_data, _ ("Commands"), _ ("Type what you want to do"), fill_commands);
}

static void
go_to_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  open_palette (user_data, _ ("Go to Actor or Lane"), _ ("Name of an actor or a lane"), fill_places);
}

static void
go_to_date_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  open_palette (user_data, _ ("Go to Date"), _ ("A date, in words or digits"), fill_date);
}

static void
go_to_typed_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_autoptr (LeadupWhen) when = read_date (g_variant_get_string (parameter, NULL), NULL);
  const LeadupWhenBounds *bounds;

  if (when == NULL)
    return;

  bounds = leadup_when_get_bounds (when);
  leadup_timeline_view_go_to (self->timeline_view, bounds->start_earliest, bounds->end_latest);
}

static void
filter_typed_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupFilterFields fields =
      *leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace));
  g_autoptr (LeadupWhen) when = read_date (g_variant_get_string (parameter, NULL), NULL);
  g_autoptr (LeadupFilter) filter = NULL;

  if (when == NULL)
    return;

  fields.from = leadup_when_get_bounds (when)->start_earliest;
  fields.to = leadup_when_get_bounds (when)->end_latest;
  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (self->workspace, filter);
}

static void
go_to_actor_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  leadup_workspace_select (self->workspace, LEADUP_RECORD_ACTOR,
                           g_variant_get_string (parameter, NULL));
  leadup_timeline_view_go_to_lane (self->timeline_view, g_variant_get_string (parameter, NULL));
  leadup_graph_view_centre_selection (self->graph_view);
}

static void
go_to_lane_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  adw_view_stack_set_visible_child_name (self->views, "timeline");
  leadup_timeline_view_go_to_lane (self->timeline_view, g_variant_get_string (parameter, NULL));
}

static void
change_tension_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  leadup_timeline_view_set_has_tension (LEADUP_WINDOW (user_data)->timeline_view,
                                        g_variant_get_boolean (state));
}

static void
measure_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  leadup_timeline_view_measure (LEADUP_WINDOW (user_data)->timeline_view);
}

static void
fill_zones (LeadupPalette *palette,
            const char    *typed,
            gpointer       data)
{
  g_autofree char *zone = *typed != '\0' ? leadup_zone_find (typed) : NULL;
  LeadupInstant now = g_get_real_time (), civil;
  LeadupCivil clock;
  g_autofree char *time = NULL;

  if (*typed == '\0')
    leadup_palette_add (palette, _ ("No Second Clock"), NULL, "win.second-zone-named",
                        g_variant_new_string (""));
  if (zone == NULL || !leadup_zone_to_civil (zone, now, &civil))
    {
      leadup_palette_tell (palette, _ ("Write a city such as Kyiv or Washington, UTC, or an offset "
                                       "such as +02:00."));
      return;
    }

  leadup_calendar_from_instant (civil, &clock);
  /* TRANSLATORS: %02d:%02d is a time */
  time = g_strdup_printf (_ ("now %02d:%02d"), clock.hour, clock.minute);
  leadup_palette_add (palette, zone, time, "win.second-zone-named", g_variant_new_string (zone));
}

static void
second_zone_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  gtk_window_present (
      GTK_WINDOW (leadup_palette_new (GTK_WINDOW (user_data), _ ("Second Clock"),
                                      _ ("A city or a time zone"), fill_zones, user_data)));
}

static void
second_zone_named_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  const char *zone = g_variant_get_string (parameter, NULL);
  LeadupTimelineIndex *index = leadup_workspace_get_index (self->workspace);

  leadup_workspace_set_second_zone (self->workspace, *zone != '\0' ? zone : NULL);
  if (*zone == '\0' || index == NULL)
    return;

  /* Else nothing would be seen, and nobody told why. */
  if (leadup_timeline_index_get_finest (index) >= LEADUP_UNIT_DAY)
    adw_toast_overlay_add_toast (
        self->toasts, adw_toast_new (_ ("No event has a time of day: there is nothing that a second "
                                        "clock could show.")));
  else
    adw_toast_overlay_add_toast (
        self->toasts,
        adw_toast_new (_ ("The second clock stands below the ticks where these are hours.")));
}

static void
change_as_of_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  leadup_as_of_bar_set_active (LEADUP_WINDOW (user_data)->as_of_bar, g_variant_get_boolean (state));
}

static const GActionEntry entries[] = {
  { "command-palette", command_palette_cb },
  { "go-to", go_to_cb },
  { "go-to-date", go_to_date_cb },
  { "go-to-typed", go_to_typed_cb, "s" },
  { "filter-typed", filter_typed_cb, "s" },
  { "go-to-actor", go_to_actor_cb, "s" },
  { "go-to-lane", go_to_lane_cb, "s" },
  { "show-tension", NULL, NULL, "true", change_tension_cb },
  { "measure", measure_cb },
  { "second-zone", second_zone_cb },
  { "show-as-of", NULL, NULL, "false", change_as_of_cb },
  { "second-zone-named", second_zone_named_cb, "s" },
};

/* Where the user goes by typing, and what the timeline shows besides events. */
void
leadup_window_go_install (LeadupWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  leadup_as_of_bar_set_workspace (self->as_of_bar, self->workspace);
}
