/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-application.h"

#include "document/leadup-recovery.h"
#include "ui/leadup-help-window.h"
#include "ui/leadup-recent-files.h"
#include "ui/leadup-recovery-dialog.h"
#include "ui/leadup-settings.h"
#include "ui/leadup-window.h"

#include <glib/gi18n.h>

struct _LeadupApplication
{
  AdwApplication parent_instance;

  gboolean has_offered_recovery;
};

G_DEFINE_FINAL_TYPE (LeadupApplication, leadup_application, ADW_TYPE_APPLICATION)

/* Keys of actions. Keys that belong to a canvas alone (arrows, A D W S) are the canvas’ own. */
static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.quit", { "<Primary>q" } },
  { "app.new", { "<Primary>n" } },
  { "app.help", { "F1" } },
  { "win.open", { "<Primary>o" } },
  { "win.save", { "<Primary>s" } },
  { "win.save-as", { "<Primary><Shift>a" } },
  { "win.import-file", { "<Primary>i" } },
  { "win.paste-article", { "<Primary><Shift>v" } },
  { "win.export", { "<Primary>e" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.search", { "<Primary>f" } },
  { "win.new-event", { "<Primary><Shift>n" } },
  { "win.new-event-from-source", { "<Primary><Shift>e" } },
  { "win.zoom-in", { "<Primary>plus", "<Primary>equal", "<Primary>KP_Add" } },
  { "win.zoom-out", { "<Primary>minus", "<Primary>KP_Subtract" } },
  { "win.zoom-fit", { "<Primary>0", "<Primary>KP_0" } },
  { "win.camera-back", { "<Alt>Left" } },
  { "win.camera-forward", { "<Alt>Right" } },
  { "win.command-palette", { "<Primary><Shift>p" } },
  { "win.go-to", { "<Primary>p" } },
  { "win.go-to-date", { "<Primary>g" } },
  { "win.measure", { "<Primary>m" } },
  { "win.show-tension", { "<Primary>t" } },
  { "win.fold-quiet", { "<Primary>b" } },
  { "win.open-break", { "<Primary><Shift>b" } },
  { "win.present", { "F5" } },
  { "win.present-from-here", { "<Shift>F5" } },
  { "win.capture-step", { "<Primary><Shift>s" } },
  { "win.show-steps", { "F8" } },
  { "win.show-as-of", { "<Primary><Shift>k" } },
  { "win.second-zone", { "<Primary><Shift>t" } },
  { "win.show-facets", { "F9" } },
  { "win.show-inspector", { "<Primary>F9", "F4" } },
  { "win.view::timeline", { "<Alt>1" } },
  { "win.view::graph", { "<Alt>2" } },
  { "win.view::table", { "<Alt>3" } },
  { "win.view::sources", { "<Alt>4" } },
  { "win.view::review", { "<Alt>5" } },
  { "win.show-help-overlay", { "<Primary>question" } },
  { "window.close", { "<Primary>w" } },
};

static GtkWindow *
open_window (LeadupApplication *self)
{
  GtkWindow *window = GTK_WINDOW (leadup_window_new (GTK_APPLICATION (self)));

  gtk_window_present (window);

  return window;
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  open_window (LEADUP_APPLICATION (user_data));
}

/* Every window asks for itself, so that nothing unsaved is lost. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (LEADUP_IS_WINDOW (l->data))
      gtk_window_close (l->data);
  g_list_free (windows);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  adw_show_about_window (
      gtk_application_get_active_window (GTK_APPLICATION (user_data)), "application-name",
      _ ("Leadup"), "application-icon", APPLICATION_ID, "version", PACKAGE_VERSION,
      "developer-name", _ ("The Leadup authors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
      _ ("See what led up to it: news about an escalation as a dated, sourced timeline "
         "and a map of who did what to whom."),
      NULL);
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (leadup_help_window_new (parent)));
}

static void
forget_recent_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  leadup_recent_files_forget ();
}

static const GActionEntry entries[] = {
  { "new", new_cb },
  { "help", help_cb },
  { "quit", quit_cb },
  { "about", about_cb },
  { "forget-recent", forget_recent_cb },
};

/* Settings that are actions as well, so that a menu can show and change them. */
static const char *const setting_actions[] = { "remember-recent", "color-scheme" };

static LeadupWindow *
find_pristine_window (LeadupApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LEADUP_IS_WINDOW (l->data) && leadup_window_is_pristine (l->data))
      return l->data;

  return NULL;
}

/* The window that already shows @file: a story is never open twice. */
static LeadupWindow *
find_window_of (LeadupApplication *self,
                GFile             *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      LeadupDocument *document;
      GFile *shown = NULL;

      if (!LEADUP_IS_WINDOW (l->data))
        continue;

      document = leadup_workspace_get_document (leadup_window_get_workspace (l->data));
      if (document != NULL)
        shown = leadup_document_get_file (document);
      if (shown != NULL && g_file_equal (shown, file))
        return l->data;
    }

  return NULL;
}

static gboolean
restored_cb (LeadupApplication *self,
             LeadupDocument    *document)
{
  LeadupWindow *window = find_pristine_window (self);

  if (window == NULL)
    window = leadup_window_new (GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (window));

  return leadup_window_show_document (window, document);
}

/* Once a run, above the first window. */
static void
offer_recovery (LeadupApplication *self)
{
  g_autoptr (GFile) directory = NULL;
  g_autoptr (GListModel) recoveries = NULL;
  LeadupRecoveryDialog *dialog;

  if (self->has_offered_recovery)
    return;

  self->has_offered_recovery = TRUE;
  directory = leadup_application_get_state_directory (self);
  if (directory != NULL)
    recoveries = leadup_recovery_list (directory);
  if (recoveries == NULL || g_list_model_get_n_items (recoveries) == 0)
    return;

  dialog = leadup_recovery_dialog_new (gtk_application_get_active_window (GTK_APPLICATION (self)),
                                       recoveries);
  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
leadup_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    open_window (LEADUP_APPLICATION (application));
  else
    gtk_window_present (window);
  offer_recovery (LEADUP_APPLICATION (application));
}

/* A story is opened; anything else is imported into the window’s story. */
static void
open_or_import (LeadupWindow *window,
                GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".leadup"))
    leadup_window_open (window, file);
  else
    leadup_window_import_file (window, file);
}

static void
leadup_application_open (GApplication *application,
                         GFile       **files,
                         int           n_files,
                         const char   *hint)
{
  LeadupApplication *self = LEADUP_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      LeadupWindow *window = find_window_of (self, files[i]);

      if (window == NULL)
        {
          window = find_pristine_window (self);
          if (window == NULL)
            window = leadup_window_new (GTK_APPLICATION (self));
          open_or_import (window, files[i]);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
  offer_recovery (self);
}

/* The desktop’s choice, unless the user made another one. */
static void
follow_colour_scheme (GSettings *settings)
{
  g_autofree char *scheme = NULL;

  scheme = g_settings_get_string (settings, "color-scheme");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (scheme, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                                      : g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                                      : ADW_COLOR_SCHEME_DEFAULT);
}

static void
add_settings (GActionMap *map)
{
  GSettings *settings = leadup_settings_get ();

  if (settings == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (setting_actions); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, setting_actions[i]);

      g_action_map_add_action (map, action);
    }
  follow_colour_scheme (settings);
  /* Both live as long as the program. */
  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (follow_colour_scheme), NULL);
}

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/leadup/Leadup/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
leadup_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (leadup_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
  add_style ();
  add_settings (G_ACTION_MAP (application));
}

static void
leadup_application_class_init (LeadupApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = leadup_application_startup;
  application_class->activate = leadup_application_activate;
  application_class->open = leadup_application_open;
}

static void
leadup_application_init (LeadupApplication *self)
{
}

LeadupApplication *
leadup_application_new (void)
{
  return g_object_new (LEADUP_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/leadup/Leadup",
                       NULL);
}

/**
 * leadup_application_get_state_directory:
 * @self: the application
 *
 * Returns: (transfer full) (nullable): the folder of the journals, 0700; %NULL where it cannot be
 * made
 */
GFile *
leadup_application_get_state_directory (LeadupApplication *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (LEADUP_IS_APPLICATION (self), NULL);

  path = g_build_filename (g_get_user_state_dir (), "leadup", NULL);
  if (g_mkdir_with_parents (path, 0700) != 0)
    return NULL;

  return g_file_new_for_path (path);
}
