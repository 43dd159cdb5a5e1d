/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-text.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "ui/leadup-presentation-private.h"

#include <glib/gi18n.h>

/* As targets of the action “tool”, in the order of LeadupShowTool. */
static const char *const tool_names[LEADUP_N_SHOW_TOOLS] = { "none", "pointer", "pen", "eraser",
                                                             "spotlight" };

static void
next_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  if (!leadup_show_go_by (self->show, 1))
    gtk_widget_error_bell (GTK_WIDGET (self->audience));
}

static void
previous_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  if (!leadup_show_go_by (self->show, -1))
    gtk_widget_error_bell (GTK_WIDGET (self->audience));
}

static void
first_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  leadup_show_go_to (LEADUP_PRESENTATION (user_data)->show, 0);
}

static void
last_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LeadupShow *show = LEADUP_PRESENTATION (user_data)->show;

  leadup_show_go_to (show, leadup_show_get_n_steps (show) - 1);
}

static void
blank_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  leadup_show_set_blank (LEADUP_PRESENTATION (user_data)->show, g_variant_get_boolean (state));
}

static void
freeze_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  leadup_show_set_frozen (LEADUP_PRESENTATION (user_data)->show, g_variant_get_boolean (state));
}

static void
overview_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LeadupShow *show = LEADUP_PRESENTATION (user_data)->show;

  leadup_show_set_overview (show, !leadup_show_is_overview (show));
}

static void
tool_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  for (guint i = 0; i < LEADUP_N_SHOW_TOOLS; i++)
    if (g_str_equal (g_variant_get_string (state, NULL), tool_names[i]))
      leadup_show_set_tool (self->show, (LeadupShowTool) i);
}

static void
clear_ink_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  leadup_show_clear_ink (LEADUP_PRESENTATION (user_data)->show);
}

static void
start_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  leadup_show_start_clock (LEADUP_PRESENTATION (user_data)->show, g_get_monotonic_time ());
}

static void
pause_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LeadupShow *show = LEADUP_PRESENTATION (user_data)->show;
  gint64 now = g_get_monotonic_time ();

  if (leadup_show_is_clock_paused (show))
    leadup_show_start_clock (show, now);
  else
    leadup_show_pause_clock (show, now);
}

static void
notes_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  leadup_presentation_set_notes (LEADUP_PRESENTATION (user_data), g_variant_get_boolean (state));
}

static void
notes_larger_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  leadup_show_zoom_notes (LEADUP_PRESENTATION (user_data)->show, 1);
}

static void
notes_smaller_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  leadup_show_zoom_notes (LEADUP_PRESENTATION (user_data)->show, -1);
}

static void
return_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  if (leadup_show_is_exploring (self->show))
    leadup_show_go_to (self->show, leadup_show_get_index (self->show));
}

static void
back_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  if (!leadup_show_back_out (self->show))
    leadup_presentation_end (self);
}

static void
end_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  leadup_presentation_end (LEADUP_PRESENTATION (user_data));
}

static GtkWidget *
get_prompt (LeadupPresentation *self)
{
  return self->presenter != NULL ? leadup_presenter_window_get_prompt (self->presenter)
                                 : leadup_audience_window_get_prompt (self->audience);
}

static void
go_to_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  self->question = LEADUP_QUESTION_GO_TO;
  leadup_show_prompt_ask (LEADUP_SHOW_PROMPT (get_prompt (self)),
                          _ ("Go to step: number or words"));
}

static void
focus_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  self->question = LEADUP_QUESTION_FOCUS;
  leadup_show_prompt_ask (LEADUP_SHOW_PROMPT (get_prompt (self)),
                          _ ("Show only: actor, category or words"));
}

static const char *
get_name (LeadupRecord *record)
{
  const char *name = LEADUP_IS_ACTOR (record)
                         ? leadup_actor_get_name (LEADUP_ACTOR (record))
                         : leadup_category_get_fields (LEADUP_CATEGORY (record))->name;

  return name != NULL ? name : "";
}

/* The id of the actor or category that is called @name, which is folded. */
static const char *
find_named (LeadupStory     *story,
            LeadupRecordKind kind,
            const char      *name)
{
  GListModel *records = leadup_story_get_model (story, kind);

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (LeadupRecord) record = g_list_model_get_item (records, i);
      g_autofree char *folded = leadup_text_fold (get_name (record));

      if (g_str_equal (folded, name))
        return leadup_record_get_id (record);
    }

  return NULL;
}

/* Narrows what the step shows to what was asked about. */
static void
focus_on (LeadupPresentation *self,
          const char         *text)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  LeadupFilterFields fields =
      *leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace));
  g_autofree char *name = leadup_text_fold (text);
  g_autoptr (LeadupFilter) filter = NULL;
  const char *one[] = { NULL, NULL };

  g_strstrip (name);
  one[0] = find_named (story, LEADUP_RECORD_ACTOR, name);
  if (one[0] != NULL)
    fields.actors = one;
  else if ((one[0] = find_named (story, LEADUP_RECORD_CATEGORY, name)) != NULL)
    fields.categories = one;
  else
    fields.text = text;

  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (self->workspace, filter);
  leadup_show_set_exploring (self->show, TRUE);
}

static void
answered_cb (LeadupPresentation *self,
             const char         *text,
             LeadupShowPrompt   *prompt)
{
  guint index;

  if (self->question == LEADUP_QUESTION_FOCUS)
    {
      if (leadup_text_is_blank (text))
        return_cb (NULL, NULL, self);
      else
        focus_on (self, text);
      gtk_widget_set_visible (GTK_WIDGET (prompt), FALSE);
      return;
    }

  index = leadup_show_find (self->show, text);
  if (!leadup_show_go_to (self->show, index))
    {
      leadup_show_prompt_complain (prompt);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (prompt), FALSE);
}

void
leadup_presentation_watch_prompt (LeadupPresentation *self,
                                  GtkWidget          *prompt)
{
  g_signal_connect_object (prompt, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

/**
 * leadup_presentation_place:
 * @window: of the audience or the presenter
 * @monitor: number of the monitor to fill, from 1; 0 = stays a window
 */
void
leadup_presentation_place (GtkWindow *window,
                           guint      monitor)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) chosen = NULL;

  if (monitor > 0)
    chosen = g_list_model_get_item (monitors, monitor - 1);
  if (chosen != NULL)
    gtk_window_fullscreen_on_monitor (window, chosen);
  else
    gtk_window_unfullscreen (window);
}

static void
place_audience_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  leadup_presentation_place (GTK_WINDOW (LEADUP_PRESENTATION (user_data)->audience),
                             g_variant_get_uint32 (parameter));
}

static void
place_presenter_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  leadup_presentation_set_notes (self, TRUE);
  leadup_presentation_place (GTK_WINDOW (self->presenter), g_variant_get_uint32 (parameter));
}

/* The window with the keyboard, or the audience's. */
static void
full_screen_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);
  GtkWindow *window = GTK_WINDOW (self->audience);

  if (self->presenter != NULL && gtk_window_is_active (GTK_WINDOW (self->presenter)))
    window = GTK_WINDOW (self->presenter);
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static const GActionEntry entries[] = {
  { "next", next_cb },
  { "previous", previous_cb },
  { "first", first_cb },
  { "last", last_cb },
  { "blank", NULL, NULL, "false", blank_cb },
  { "freeze", NULL, NULL, "false", freeze_cb },
  { "overview", overview_cb },
  { "go-to", go_to_cb },
  { "focus", focus_cb },
  { "return", return_cb },
  { "start", start_cb },
  { "pause", pause_cb },
  { "tool", NULL, "s", "'none'", tool_cb },
  { "clear-ink", clear_ink_cb },
  { "notes", NULL, NULL, "false", notes_cb },
  { "notes-larger", notes_larger_cb },
  { "notes-smaller", notes_smaller_cb },
  { "place-audience", place_audience_cb, "u" },
  { "place-presenter", place_presenter_cb, "u" },
  { "full-screen", full_screen_cb },
  { "back-out", back_out_cb },
  { "end", end_cb },
};

void
leadup_presentation_install_actions (LeadupPresentation *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

/* Makes the commands actions of a window, so that keys, menus and the session bus reach them. */
void
leadup_presentation_share_actions (LeadupPresentation *self,
                                   GActionMap         *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_add_action (
        window, g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name));
}

/* Before a window goes: its group of actions would stay tied to actions that live on. */
void
leadup_presentation_unshare_actions (GActionMap *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (window, entries[i].name);
}

static void
set_state (LeadupPresentation *self,
           const char         *name,
           GVariant           *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
set_enabled (LeadupPresentation *self,
             const char         *name,
             gboolean            is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

void
leadup_presentation_update_actions (LeadupPresentation *self)
{
  set_state (self, "blank", g_variant_new_boolean (leadup_show_is_blank (self->show)));
  set_state (self, "freeze", g_variant_new_boolean (leadup_show_is_frozen (self->show)));
  set_state (self, "notes", g_variant_new_boolean (self->presenter != NULL));
  set_state (self, "tool", g_variant_new_string (tool_names[leadup_show_get_tool (self->show)]));
  set_enabled (self, "return", leadup_show_is_exploring (self->show));
}

static GMenu *
create_places (const char *action)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i <= g_list_model_get_n_items (monitors); i++)
    {
      g_autofree char *detailed = g_strdup_printf ("%s(uint32 %u)", action, i);
      g_autofree char *label = NULL;

      if (i == 0)
        {
          label = g_strdup (_ ("A Window"));
        }
      else
        {
          g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i - 1);
          const char *model = gdk_monitor_get_model (monitor);

          label = g_strdup_printf (_ ("Monitor %u %s"), i, model != NULL ? model : "");
        }
      g_menu_append (menu, label, detailed);
    }

  return menu;
}

/* Returns: (transfer full): all commands of the show */
GMenuModel *
leadup_presentation_menu_new (LeadupPresentation *self)
{
  const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_ ("Next Step"), "win.next" },
    { N_ ("Previous Step"), "win.previous" },
    { N_ ("First Step"), "win.first" },
    { N_ ("Last Step"), "win.last" },
    { N_ ("Go to…"), "win.go-to" },
    { N_ ("Overview"), "win.overview" },
    { NULL, NULL },
    { N_ ("Show Only…"), "win.focus" },
    { N_ ("Back to the Step"), "win.return" },
    { N_ ("Freeze"), "win.freeze" },
    { N_ ("Blank"), "win.blank" },
    { NULL, NULL },
    { N_ ("Hand"), "win.tool::none" },
    { N_ ("Pointer"), "win.tool::pointer" },
    { N_ ("Pen"), "win.tool::pen" },
    { N_ ("Eraser"), "win.tool::eraser" },
    { N_ ("Spotlight"), "win.tool::spotlight" },
    { N_ ("Wipe What Was Drawn"), "win.clear-ink" },
    { NULL, NULL },
    { N_ ("Start the Clock"), "win.start" },
    { N_ ("Pause or Go On"), "win.pause" },
    { N_ ("Notes and Clock"), "win.notes" },
    { N_ ("Larger Notes"), "win.notes-larger" },
    { N_ ("Smaller Notes"), "win.notes-smaller" },
    { NULL, NULL },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) audience = create_places ("win.place-audience");
  g_autoptr (GMenu) presenter = create_places ("win.place-presenter");
  g_autoptr (GMenu) last = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (items[i].label != NULL)
        {
          g_menu_append (section, _ (items[i].label), items[i].action);
          continue;
        }

      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
  g_menu_append_submenu (last, _ ("Audience on"), G_MENU_MODEL (audience));
  g_menu_append_submenu (last, _ ("Presenter on"), G_MENU_MODEL (presenter));
  g_menu_append (last, _ ("Full Screen"), "win.full-screen");
  g_menu_append (last, _ ("End the Show"), "win.end");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}
