/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-actor-merge-list.h"

#include "article/leadup-actor-likeness.h"
#include "base/leadup-job-slot.h"
#include "model/leadup-actor-merge.h"
#include "ui/leadup-actor-entry.h"
#include "ui/leadup-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Rows of either list. */
#define MAX_ROWS 12

struct _LeadupActorMergeList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *likely;
  GtkWidget *names;
  GtkWidget *entry;
  LeadupWorkspace *workspace;
  LeadupActor *actor;
  LeadupJobSlot *looking;
};

G_DEFINE_FINAL_TYPE (LeadupActorMergeList, leadup_actor_merge_list, GTK_TYPE_WIDGET)

typedef struct
{
  LeadupSnapshot *snapshot;
  char *actor;
} LikenessJob;

/* What was found keeps the story that its ids belong to. */
typedef struct
{
  LeadupSnapshot *snapshot;
  GArray *actors;
} Likely;

static void
likeness_job_free (gpointer data)
{
  LikenessJob *job = data;

  leadup_snapshot_unref (job->snapshot);
  g_free (job->actor);
  g_free (job);
}

static void
likely_free (gpointer data)
{
  Likely *likely = data;

  g_array_unref (likely->actors);
  leadup_snapshot_unref (likely->snapshot);
  g_free (likely);
}

static gpointer
look_in_thread (gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  LikenessJob *job = data;
  Likely *likely = g_new0 (Likely, 1);

  likely->snapshot = leadup_snapshot_ref (job->snapshot);
  likely->actors = leadup_actor_likeness_find (job->snapshot, job->actor, cancellable);

  return likely;
}

static const char *
get_id (LeadupActorMergeList *self)
{
  return leadup_record_get_id (LEADUP_RECORD (self->actor));
}

static void
merge (LeadupActorMergeList *self,
       const char           *id)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  LeadupActor *other = leadup_story_lookup (story, LEADUP_RECORD_ACTOR, id);
  const char *others[] = { id, NULL };
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autofree char *label = NULL;

  if (other == NULL)
    return;

  label = g_strdup_printf (_ ("Merge %s into %s"), leadup_actor_get_name (other),
                           leadup_actor_get_name (self->actor));
  transaction = leadup_actor_merge (story, get_id (self), others, label);
  if (transaction != NULL)
    leadup_workspace_push (self->workspace, transaction, NULL);
}

static void
merge_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  merge (LEADUP_ACTOR_MERGE_LIST (user_data), id);
}

static void
chosen_cb (LeadupActorMergeList *self,
           const char           *name)
{
  gboolean is_new;
  g_autoptr (LeadupActor) other =
      leadup_actor_entry_find (LEADUP_ACTOR_ENTRY (self->entry), name, &is_new);

  if (other != NULL && !is_new && other != self->actor)
    merge (self, leadup_record_get_id (LEADUP_RECORD (other)));
}

static void
split_clicked_cb (GtkButton *button,
                  gpointer   user_data)
{
  LeadupActorMergeList *self = LEADUP_ACTOR_MERGE_LIST (user_data);
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));
  g_autofree char *id = leadup_record_make_id (LEADUP_RECORD_ACTOR);
  g_autofree char *label = g_strdup_printf (_ ("Split off %s"), name);
  g_autoptr (LeadupTransaction) transaction =
      leadup_actor_split (story, get_id (self), name, id, label);

  if (transaction != NULL)
    leadup_workspace_push (self->workspace, transaction, NULL);
}

static const char *
describe (LeadupLikeness likeness)
{
  switch (likeness)
    {
    case LEADUP_LIKENESS_SCRIPT:
      return _ ("The same name in another script");
    case LEADUP_LIKENESS_ACRONYM:
      return _ ("One is the acronym of the other");
    case LEADUP_LIKENESS_NAME:
    default:
      return _ ("The same name, written in another way");
    }
}

static GtkWidget *
create_button (const char *label,
               const char *spoken)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);

  return button;
}

static void
looked_cb (gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  LeadupActorMergeList *self = LEADUP_ACTOR_MERGE_LIST (user_data);
  Likely *likely = result;

  if (likely == NULL)
    return;

  leadup_form_clear (self->likely);
  for (guint i = 0; i < MIN (likely->actors->len, MAX_ROWS); i++)
    {
      const LeadupLikeActor *like = &g_array_index (likely->actors, LeadupLikeActor, i);
      LeadupActor *other =
          leadup_snapshot_lookup (likely->snapshot, LEADUP_RECORD_ACTOR, like->actor);
      GtkWidget *row = leadup_form_add_link (self->likely, leadup_actor_get_name (other),
                                             describe (like->likeness));
      g_autofree char *spoken = g_strdup_printf (_ ("Merge %s into this actor"),
                                                 leadup_actor_get_name (other));
      GtkWidget *button = create_button (_ ("Merge"), spoken);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      g_object_set_data_full (G_OBJECT (button), "id", g_strdup (like->actor), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (merge_clicked_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_widget_set_visible (gtk_widget_get_parent (self->likely), likely->actors->len > 0);
  likely_free (likely);
}

static void
show_names (LeadupActorMergeList *self)
{
  const char *const *aliases = leadup_actor_get_fields (self->actor)->aliases;
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  guint n = 0;

  leadup_form_clear (self->names);
  for (guint i = 0; aliases != NULL && aliases[i] != NULL && n < MAX_ROWS; i++)
    {
      guint n_mentions = leadup_actor_count_mentions (story, get_id (self), aliases[i]);
      g_autofree char *count = NULL;
      g_autofree char *spoken = NULL;
      GtkWidget *button;
      GtkWidget *row;

      if (n_mentions == 0)
        continue;
      n++;
      count = g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
      spoken = g_strdup_printf (_ ("Make an actor of %s"), aliases[i]);
      row = leadup_form_add_link (self->names, aliases[i], count);
      button = create_button (_ ("Split Off"), spoken);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      g_object_set_data_full (G_OBJECT (button), "name", g_strdup (aliases[i]), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (split_clicked_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_widget_set_visible (gtk_widget_get_parent (self->names), n > 0);
}

static void
leadup_actor_merge_list_dispose (GObject *object)
{
  LeadupActorMergeList *self = LEADUP_ACTOR_MERGE_LIST (object);

  if (self->looking != NULL)
    leadup_job_slot_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (leadup_actor_merge_list_parent_class)->dispose (object);
}

static void
leadup_actor_merge_list_class_init (LeadupActorMergeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_actor_merge_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_actor_merge_list_init (LeadupActorMergeList *self)
{
  self->looking = leadup_job_slot_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The same actor"), -1);
  self->likely = leadup_form_add_list (self->box, _ ("Perhaps the Same"), NULL);
  self->names = leadup_form_add_list (self->box, _ ("Mentioned As"), NULL);
  self->entry = leadup_actor_entry_new (_ ("Merge another actor into this one"));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  g_signal_connect_object (self->entry, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_actor_merge_list_new (void)
{
  return g_object_new (LEADUP_TYPE_ACTOR_MERGE_LIST, NULL);
}

void
leadup_actor_merge_list_show (LeadupActorMergeList *self,
                              LeadupWorkspace      *workspace,
                              LeadupActor          *actor)
{
  LikenessJob *job;

  g_return_if_fail (LEADUP_IS_ACTOR_MERGE_LIST (self));
  g_return_if_fail (LEADUP_IS_ACTOR (actor));

  g_set_object (&self->workspace, workspace);
  if (!g_set_object (&self->actor, actor))
    return;

  leadup_actor_entry_set_workspace (LEADUP_ACTOR_ENTRY (self->entry), workspace);
  show_names (self);
  gtk_widget_set_visible (gtk_widget_get_parent (self->likely), FALSE);
  job = g_new0 (LikenessJob, 1);
  job->snapshot = leadup_story_snapshot (leadup_workspace_get_story (workspace));
  job->actor = g_strdup (get_id (self));
  leadup_job_slot_start (self->looking, look_in_thread, job, likeness_job_free, likely_free,
                         looked_cb, self);
}
