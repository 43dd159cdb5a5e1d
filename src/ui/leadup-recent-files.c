/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-recent-files.h"

#include "ui/leadup-settings.h"

#include <glib/gi18n.h>

/* As many as the menu shows. */
#define MAX_SHOWN 10

static gboolean
is_story (GtkRecentInfo *info)
{
  return g_str_has_suffix (gtk_recent_info_get_uri (info), ".leadup");
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static GMenu *
list_stories (void)
{
  GMenu *menu = g_menu_new ();
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  items = g_list_sort (items, compare_recent);
  for (GList *l = items; l != NULL && n < MAX_SHOWN; l = l->next)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!is_story (l->data) || !gtk_recent_info_exists (l->data))
        continue;

      item = g_menu_item_new (gtk_recent_info_get_display_name (l->data), NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s",
                                         gtk_recent_info_get_uri (l->data));
      g_menu_append_item (menu, item);
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  if (n == 0)
    g_menu_append (menu, _ ("No recent stories"), "win.none");

  return menu;
}

/* A file chooser puts what was chosen on the list by itself; where nothing is to be remembered, it
 * is taken off again. */
void
leadup_recent_files_add (GFile *file)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  if (leadup_settings_get_boolean ("remember-recent", TRUE))
    gtk_recent_manager_add_item (manager, uri);
  else if (gtk_recent_manager_has_item (manager, uri))
    gtk_recent_manager_remove_item (manager, uri, NULL);
}

void
leadup_recent_files_forget (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *l = items; l != NULL; l = l->next)
    {
      g_autoptr (GError) error = NULL;

      if (is_story (l->data) &&
          !gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (l->data), &error))
        g_debug ("A recent file is gone already: %s", error->message);
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* The newest stories that are still there, and what can be done about being remembered. */
GMenuModel *
leadup_recent_files_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) stories = list_stories ();
  g_autoptr (GMenu) memory = g_menu_new ();

  g_menu_append (memory, _ ("_Remember Stories"), "app.remember-recent");
  g_menu_append (memory, _ ("_Forget All"), "app.forget-recent");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (stories));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (memory));

  return G_MENU_MODEL (menu);
}
