/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-actor-entry.h"

#include "base/leadup-text.h"

#include <glib/gi18n.h>

/* A completion of more actors than this would not be read by anybody, but be built at each focus.
 */
#define MAX_NAMES 20000

#define MAX_NAME_CHARACTERS 300

struct _LeadupActorEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkListStore *names;
  LeadupWorkspace *workspace;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupActorEntry, leadup_actor_entry, GTK_TYPE_WIDGET)

/* The story may have changed since the entry had the focus last. */
static void
fill_names (LeadupActorEntry *self)
{
  LeadupStory *story =
      self->workspace != NULL ? leadup_workspace_get_story (self->workspace) : NULL;
  GListModel *actors;
  guint n;

  gtk_list_store_clear (self->names);
  if (story == NULL)
    return;

  actors = leadup_story_get_model (story, LEADUP_RECORD_ACTOR);
  n = MIN (g_list_model_get_n_items (actors), MAX_NAMES);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupActor) actor = g_list_model_get_item (actors, i);
      g_autofree char *name =
          leadup_text_single_line (leadup_actor_get_name (actor), MAX_NAME_CHARACTERS);

      gtk_list_store_insert_with_values (self->names, NULL, -1, 0, name, -1);
    }
}

static void
choose (LeadupActorEntry *self,
        const char       *text)
{
  g_autofree char *name = leadup_text_single_line (text, MAX_NAME_CHARACTERS);

  if (leadup_text_is_blank (name))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[CHOSEN], 0, g_strstrip (name));
}

static void
activated_cb (LeadupActorEntry *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  choose (self, text);
}

static gboolean
match_selected_cb (GtkEntryCompletion *completion,
                   GtkTreeModel       *model,
                   GtkTreeIter        *iter,
                   gpointer            user_data)
{
  LeadupActorEntry *self = LEADUP_ACTOR_ENTRY (user_data);
  g_autofree char *name = NULL;

  gtk_tree_model_get (model, iter, 0, &name, -1);
  choose (self, name);

  return GDK_EVENT_STOP;
}

/* A name is offered by any of its words. */
static gboolean
match_func (GtkEntryCompletion *completion,
            const char         *key,
            GtkTreeIter        *iter,
            gpointer            user_data)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *wanted = leadup_text_fold (key);

  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, 0, &name, -1);
  if (name == NULL)
    return FALSE;

  folded = leadup_text_fold (name);

  return strstr (folded, wanted) != NULL;
}

static gboolean
leadup_actor_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEADUP_ACTOR_ENTRY (widget)->entry);
}

static void
leadup_actor_entry_dispose (GObject *object)
{
  LeadupActorEntry *self = LEADUP_ACTOR_ENTRY (object);

  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->names);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_actor_entry_parent_class)->dispose (object);
}

static void
leadup_actor_entry_class_init (LeadupActorEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_actor_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = leadup_actor_entry_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_actor_entry_init (LeadupActorEntry *self)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  self->names = gtk_list_store_new (1, G_TYPE_STRING);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY,
                                     "list-add-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);

  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (self->names));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_popup_single_match (completion, TRUE);
  /* Both belong to this widget, which outlives the completion of its entry. */
  gtk_entry_completion_set_match_func (completion, match_func, NULL, NULL);
  g_signal_connect_object (completion, "match-selected", G_CALLBACK (match_selected_cb), self, 0);
  gtk_entry_set_completion (GTK_ENTRY (self->entry), completion);

  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (fill_names), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
leadup_actor_entry_new (const char *placeholder)
{
  LeadupActorEntry *self = g_object_new (LEADUP_TYPE_ACTOR_ENTRY, NULL);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  placeholder, -1);

  return GTK_WIDGET (self);
}

void
leadup_actor_entry_set_workspace (LeadupActorEntry *self,
                                  LeadupWorkspace  *workspace)
{
  g_return_if_fail (LEADUP_IS_ACTOR_ENTRY (self));

  g_set_object (&self->workspace, workspace);
}

LeadupActor *
leadup_actor_entry_find (LeadupActorEntry *self,
                         const char       *name,
                         gboolean         *is_new)
{
  g_autofree char *id = NULL;
  LeadupActorFields fields = { 0 };
  GListModel *actors;
  guint n;

  g_return_val_if_fail (LEADUP_IS_ACTOR_ENTRY (self), NULL);
  g_return_val_if_fail (name != NULL && is_new != NULL, NULL);

  *is_new = FALSE;
  actors =
      leadup_story_get_model (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_ACTOR);
  n = g_list_model_get_n_items (actors);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupActor) actor = g_list_model_get_item (actors, i);

      if (leadup_actor_is_called (actor, name))
        return g_steal_pointer (&actor);
    }

  *is_new = TRUE;
  id = leadup_record_make_id (LEADUP_RECORD_ACTOR);
  fields.id = id;
  fields.name = name;
  fields.kind = LEADUP_ACTOR_KIND_ORGANISATION;

  return leadup_actor_new (&fields);
}
