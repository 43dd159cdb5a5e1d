/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-participants-editor.h"

#include "model/leadup-actor.h"
#include "ui/leadup-actor-entry.h"
#include "ui/leadup-form.h"
#include "ui/leadup-labels.h"

#include <glib/gi18n.h>

/* Rows that are shown; a row is five widgets. */
#define MAX_ROWS 100

struct _LeadupParticipantsEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *entry;
  LeadupWorkspace *workspace;
  LeadupEvent *event; /* as the rows show it */
  gboolean is_saving;
};

G_DEFINE_FINAL_TYPE (LeadupParticipantsEditor, leadup_participants_editor, GTK_TYPE_WIDGET)

static guint
get_index (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index"));
}

/* The participants as they are, to be changed. */
static GArray *
dup_participants (LeadupEvent *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));

  if (fields->n_participants > 0)
    g_array_append_vals (copy, fields->participants, fields->n_participants);

  return copy;
}

static LeadupEvent *
dup_event_with (LeadupEvent *event,
                GArray      *participants)
{
  LeadupEventFields fields = *leadup_event_get_fields (event);

  fields.participants = (const LeadupParticipant *) (gpointer) participants->data;
  fields.n_participants = participants->len;

  return leadup_event_new (&fields);
}

static void
push (LeadupParticipantsEditor *self,
      GArray                   *participants,
      const char               *label)
{
  g_autoptr (LeadupEvent) after = dup_event_with (self->event, participants);

  leadup_workspace_replace (self->workspace, label, LEADUP_RECORD (self->event),
                            LEADUP_RECORD (after), NULL);
}

static void
role_changed_cb (GtkDropDown *choice,
                 GParamSpec  *pspec,
                 gpointer     user_data)
{
  LeadupParticipantsEditor *self = LEADUP_PARTICIPANTS_EDITOR (user_data);
  guint index = get_index (choice);
  g_autoptr (GArray) participants = dup_participants (self->event);
  LeadupParticipant *one = &g_array_index (participants, LeadupParticipant, index);
  LeadupRole role = (LeadupRole) gtk_drop_down_get_selected (choice);

  if (one->role == role)
    return;

  one->role = role;
  /* The rows show it already; new ones would lose the focus. */
  self->is_saving = TRUE;
  push (self, participants, _ ("Change role"));
  self->is_saving = FALSE;
}

static void
remove_clicked_cb (GtkButton *button,
                   gpointer   user_data)
{
  LeadupParticipantsEditor *self = LEADUP_PARTICIPANTS_EDITOR (user_data);
  g_autoptr (GArray) participants = dup_participants (self->event);

  g_array_remove_index (participants, get_index (button));
  push (self, participants, _ ("Remove participant"));
}

static void
name_clicked_cb (GtkButton *button,
                 gpointer   user_data)
{
  LeadupParticipantsEditor *self = LEADUP_PARTICIPANTS_EDITOR (user_data);
  const LeadupEventFields *fields = leadup_event_get_fields (self->event);

  leadup_workspace_select (self->workspace, LEADUP_RECORD_ACTOR,
                           fields->participants[get_index (button)].actor);
}

static void
chosen_cb (LeadupParticipantsEditor *self,
           const char               *name)
{
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (LeadupActor) actor = NULL;
  g_autoptr (LeadupEvent) after = NULL;
  g_autoptr (GArray) participants = NULL;
  LeadupParticipant added = { 0 };
  gboolean is_new;

  if (self->event == NULL)
    return;

  actor = leadup_actor_entry_find (LEADUP_ACTOR_ENTRY (self->entry), name, &is_new);
  participants = dup_participants (self->event);
  added.actor = leadup_record_get_id (LEADUP_RECORD (actor));
  added.role = participants->len == 0   ? LEADUP_ROLE_INITIATOR
               : participants->len == 1 ? LEADUP_ROLE_TARGET
                                        : LEADUP_ROLE_MENTIONED;
  g_array_append_val (participants, added);
  after = dup_event_with (self->event, participants);

  transaction = leadup_transaction_new (_ ("Add participant"));
  if (is_new)
    leadup_transaction_add (transaction, LEADUP_RECORD (actor));
  leadup_transaction_replace (transaction, LEADUP_RECORD (self->event), LEADUP_RECORD (after));
  leadup_workspace_push (self->workspace, transaction, NULL);
}

static GtkWidget *
create_role_choice (LeadupParticipantsEditor *self,
                    LeadupRole                role,
                    guint                     index)
{
  const char *names[LEADUP_ROLE_INSTRUMENT + 2] = { NULL };
  GtkWidget *choice;

  for (guint i = 0; i <= LEADUP_ROLE_INSTRUMENT; i++)
    names[i] = leadup_labels_role ((LeadupRole) i);
  choice = gtk_drop_down_new_from_strings (names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), role);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice, "leadup-compact");
  g_object_set_data (G_OBJECT (choice), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (role_changed_cb), self, 0);

  return choice;
}

static void
add_row (LeadupParticipantsEditor *self,
         guint                     index)
{
  const LeadupParticipant *one = &leadup_event_get_fields (self->event)->participants[index];
  LeadupActor *actor = leadup_story_lookup (leadup_workspace_get_story (self->workspace),
                                            LEADUP_RECORD_ACTOR, one->actor);
  const char *name = actor != NULL ? leadup_actor_get_name (actor) : one->actor;
  g_autofree char *remove_label = g_strdup_printf (_ ("Remove %s"), name);
  g_autofree char *role_label = g_strdup_printf (_ ("Role of %s"), name);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (name);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *choice = create_role_choice (self, one->role, index);
  GtkWidget *remove = leadup_form_icon_button_new ("list-remove-symbolic", remove_label);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, one->as != NULL ? one->as : name);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (remove), "index", GUINT_TO_POINTER (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  role_label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (name_clicked_cb), self, 0);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  gtk_widget_add_css_class (line, "leadup-row");
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (line), choice);
  gtk_box_append (GTK_BOX (line), remove);
  leadup_form_append_line (self->list, line);
}

static void
leadup_participants_editor_dispose (GObject *object)
{
  LeadupParticipantsEditor *self = LEADUP_PARTICIPANTS_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (leadup_participants_editor_parent_class)->dispose (object);
}

static void
leadup_participants_editor_class_init (LeadupParticipantsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_participants_editor_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_participants_editor_init (LeadupParticipantsEditor *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = leadup_form_add_list (self->box, _ ("Participants"), NULL);
  self->entry = leadup_actor_entry_new (_ ("Add a participant"));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  g_signal_connect_object (self->entry, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_participants_editor_new (void)
{
  return g_object_new (LEADUP_TYPE_PARTICIPANTS_EDITOR, NULL);
}

static gboolean
participants_equal (LeadupEvent *a,
                    LeadupEvent *b)
{
  const LeadupEventFields *first = leadup_event_get_fields (a);
  const LeadupEventFields *second = leadup_event_get_fields (b);

  if (!g_str_equal (first->id, second->id) || first->n_participants != second->n_participants)
    return FALSE;

  for (guint i = 0; i < first->n_participants; i++)
    if (first->participants[i].role != second->participants[i].role ||
        !g_str_equal (first->participants[i].actor, second->participants[i].actor))
      return FALSE;

  return TRUE;
}

void
leadup_participants_editor_show (LeadupParticipantsEditor *self,
                                 LeadupWorkspace          *workspace,
                                 LeadupEvent              *event)
{
  gboolean is_same;
  guint n;

  g_return_if_fail (LEADUP_IS_PARTICIPANTS_EDITOR (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  is_same = self->event != NULL && (self->is_saving || participants_equal (self->event, event));
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->event, event);
  leadup_actor_entry_set_workspace (LEADUP_ACTOR_ENTRY (self->entry), workspace);
  if (is_same)
    return;

  leadup_form_clear (self->list);
  n = leadup_event_get_fields (event)->n_participants;
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    add_row (self, i);
  gtk_widget_set_visible (self->list, n > 0);
}
