/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-when-editor.h"

#include "base/leadup-edtf.h"
#include "base/leadup-typed-date.h"
#include "model/leadup-source.h"
#include "ui/leadup-form.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LeadupWhenEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *edtf;
  GtkWidget *echo;
  GtkWidget *stated;
  GtkWidget *zone;
  GtkWidget *part;

  LeadupWorkspace *workspace;
  char *id;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (LeadupWhenEditor, leadup_when_editor, GTK_TYPE_WIDGET)

static LeadupEvent *
lookup (LeadupWhenEditor *self)
{
  LeadupStory *story =
      self->workspace != NULL ? leadup_workspace_get_story (self->workspace) : NULL;

  if (story == NULL || self->id == NULL)
    return NULL;

  return leadup_story_lookup (story, LEADUP_RECORD_EVENT, self->id);
}

static const char *
get_text (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? text : NULL;
}

static void
tell (LeadupWhenEditor *self,
      const char       *text,
      gboolean          is_error)
{
  gtk_label_set_label (GTK_LABEL (self->echo), text);
  if (is_error)
    {
      gtk_widget_add_css_class (self->edtf, "error");
      gtk_widget_add_css_class (self->echo, "error");
      gtk_widget_remove_css_class (self->echo, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (self->edtf, "error");
      gtk_widget_remove_css_class (self->echo, "error");
      gtk_widget_add_css_class (self->echo, "dim-label");
    }
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->edtf), GTK_ACCESSIBLE_STATE_INVALID,
      is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
tell_when (LeadupWhenEditor *self,
           LeadupWhen       *when)
{
  g_autofree char *text = NULL;

  if (when == NULL)
    text = g_strdup (
        _ ("Not dated. Write, say, 4 Mar 2025, ~2025-03, 3–9 March 2025, mid-2024, before "
           "4 March or last Tuesday."));
  else
    text = leadup_typed_date_echo (when);
  tell (self, text, FALSE);
  gtk_widget_set_sensitive (self->stated, when != NULL);
  gtk_widget_set_sensitive (self->zone, when != NULL);
  gtk_widget_set_sensitive (self->part, when != NULL);
}

static void
push (LeadupWhenEditor *self,
      LeadupEvent      *event,
      LeadupWhen       *when,
      const char       *member)
{
  LeadupEventFields fields = *leadup_event_get_fields (event);
  g_autofree char *key = g_strdup_printf ("event/%s/when/%s", self->id, member);

  if (fields.when == when ||
      (when != NULL && fields.when != NULL && leadup_when_equal (fields.when, when)))
    return;

  fields.when = when;
  leadup_workspace_replace_event (self->workspace, _ ("Change date"), event, &fields, key);
}

/* The day that “last Tuesday” is relative to: that of the first source with one, else today. */
static char *
get_reference_day (LeadupWhenEditor *self,
                   LeadupEvent      *event)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (guint i = 0; i < fields->n_evidence; i++)
    {
      LeadupSource *source = leadup_story_lookup (
          story, LEADUP_RECORD_SOURCE, leadup_evidence_get_fields (fields->evidence[i])->source);
      const char *published = NULL;
      g_autofree char *day = NULL;
      LeadupEdtf edtf;

      if (source != NULL)
        published = leadup_source_get_fields (source)->published;
      if (published != NULL)
        day = g_strndup (published, strcspn (published, "T "));
      if (day != NULL && leadup_edtf_parse (day, LEADUP_PART_NONE, &edtf, NULL) &&
          edtf.precision == LEADUP_PRECISION_DAY)
        return g_steal_pointer (&day);
    }

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Words are told as they are typed and taken when the user is done with them: they may be on the
 * way to others. EDTF is taken at once. */
static gboolean
read_typed (LeadupWhenEditor *self,
            LeadupEvent      *event,
            gboolean          is_done,
            LeadupWhenFields *fields,
            LeadupWhen      **typed)
{
  g_autofree char *as_of = get_reference_day (self, event);
  g_autofree char *echo = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  *typed = leadup_typed_date_read (fields->edtf, as_of, &error);
  if (*typed == NULL)
    {
      tell (self, error->message, TRUE);
      return FALSE;
    }
  if (leadup_when_get_stated (*typed) == NULL)
    return TRUE;

  if (!is_done)
    {
      echo = leadup_typed_date_echo (*typed);
      /* Translators: what was understood of a typed date is said first. */
      text = g_strdup_printf (_ ("%s\nPress Enter to take it."), echo);
      tell (self, text, FALSE);
      return FALSE;
    }

  fields->edtf = leadup_when_get_edtf (*typed);
  fields->part = leadup_when_get_part (*typed);
  fields->rule = leadup_when_get_rule (*typed);
  fields->as_of = leadup_when_get_as_of (*typed);
  if (leadup_when_get_zone (*typed) != NULL)
    fields->zone = leadup_when_get_zone (*typed);
  if (fields->stated == NULL)
    fields->stated = leadup_when_get_stated (*typed);

  return TRUE;
}

/* Saves what the rows say, unless it cannot be read. An empty date waits for the focus to leave:
 * it may be on the way to another one, and the words of the source would be lost with it. */
static void
save (LeadupWhenEditor *self,
      const char       *member,
      gboolean          is_done)
{
  LeadupEvent *event = lookup (self);
  g_autoptr (LeadupWhen) when = NULL;
  g_autoptr (LeadupWhen) typed = NULL;
  g_autoptr (GError) error = NULL;
  LeadupWhenFields fields = { 0 };
  LeadupWhen *former;

  if (self->is_showing || event == NULL)
    return;

  fields.edtf = get_text (self->edtf);
  if (fields.edtf == NULL)
    {
      tell_when (self, NULL);
      return;
    }

  former = leadup_event_get_when (event);
  fields.stated = get_text (self->stated);
  fields.zone = get_text (self->zone);
  fields.part = (LeadupPart) adw_combo_row_get_selected (ADW_COMBO_ROW (self->part));
  if (former != NULL && g_str_equal (leadup_when_get_edtf (former), fields.edtf))
    {
      /* How the date was read stays true until somebody writes another one. */
      fields.rule = leadup_when_get_rule (former);
      fields.as_of = leadup_when_get_as_of (former);
    }
  else if (!read_typed (self, event, is_done, &fields, &typed))
    {
      return;
    }

  when = leadup_when_new (&fields, &error);
  if (when == NULL)
    {
      tell (self, error->message, TRUE);
      return;
    }

  tell_when (self, when);
  push (self, event, when, member);
}

static void
changed_cb (LeadupWhenEditor *self,
            GtkWidget        *entry)
{
  save (self, gtk_widget_get_name (entry), FALSE);
}

static void
part_changed_cb (LeadupWhenEditor *self)
{
  save (self, "part", FALSE);
}

static void
activated_cb (LeadupWhenEditor *self)
{
  save (self, "edtf", TRUE);
}

static void
left_cb (LeadupWhenEditor *self)
{
  LeadupEvent *event = lookup (self);

  if (event == NULL)
    return;

  if (get_text (self->edtf) == NULL)
    push (self, event, NULL, "edtf");
  else
    save (self, "edtf", TRUE);
  leadup_history_end_coalescing (leadup_workspace_get_history (self->workspace));
}

static void
leadup_when_editor_dispose (GObject *object)
{
  LeadupWhenEditor *self = LEADUP_WHEN_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (leadup_when_editor_parent_class)->dispose (object);
}

static void
leadup_when_editor_class_init (LeadupWhenEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_when_editor_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_entry (LeadupWhenEditor *self,
           GtkWidget        *group,
           const char       *title,
           const char       *name)
{
  GtkWidget *row = leadup_form_add_entry (group, title);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_name (row, name);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);

  return row;
}

static void
leadup_when_editor_init (LeadupWhenEditor *self)
{
  const char *const parts[] = { _ ("All of it"), _ ("Early"), _ ("Middle"), _ ("Late"), NULL };
  GtkWidget *group;
  GtkWidget *more;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  group = leadup_form_add_group (self->box, _ ("When"));
  self->edtf = add_entry (self, group, _ ("Date"), "edtf");
  g_signal_connect_object (self->edtf, "entry-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->echo = leadup_form_note_new ("");
  gtk_widget_set_margin_start (self->echo, 12);
  gtk_widget_set_margin_end (self->echo, 12);
  gtk_widget_set_margin_bottom (self->echo, 6);
  gtk_box_append (GTK_BOX (self->box), self->echo);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->edtf), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->echo, NULL, -1);

  more = leadup_form_add_group (self->box, NULL);
  self->part = leadup_form_add_combo (more, _ ("Part of It"));
  leadup_form_set_names (ADW_COMBO_ROW (self->part), parts, 0);
  g_signal_connect_object (self->part, "notify::selected", G_CALLBACK (part_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->stated = add_entry (self, more, _ ("Words of the Source"), "stated");
  self->zone = add_entry (self, more, _ ("Time Zone"), "zone");
}

GtkWidget *
leadup_when_editor_new (void)
{
  return g_object_new (LEADUP_TYPE_WHEN_EDITOR, NULL);
}

/**
 * leadup_when_editor_show:
 * @self: an editor
 * @workspace: where edits go
 * @event: whose date it shows
 *
 * Shows the date as it is now. While the same event is shown, a text that is being typed and cannot
 * be read yet stays.
 */
void
leadup_when_editor_show (LeadupWhenEditor *self,
                         LeadupWorkspace  *workspace,
                         LeadupEvent      *event)
{
  LeadupWhen *when;
  const char *id;
  gboolean is_other;

  g_return_if_fail (LEADUP_IS_WHEN_EDITOR (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  id = leadup_record_get_id (LEADUP_RECORD (event));
  is_other = g_strcmp0 (id, self->id) != 0;
  when = leadup_event_get_when (event);
  if (!is_other && gtk_widget_has_css_class (self->edtf, "error") &&
      gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return;

  g_set_object (&self->workspace, workspace);
  if (is_other)
    {
      g_free (self->id);
      self->id = g_strdup (id);
    }

  self->is_showing = TRUE;
  if (when != NULL || is_other || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    {
      leadup_form_set_text (self->edtf, when != NULL ? leadup_when_get_edtf (when) : NULL);
      leadup_form_set_text (self->stated, when != NULL ? leadup_when_get_stated (when) : NULL);
      leadup_form_set_text (self->zone, when != NULL ? leadup_when_get_zone (when) : NULL);
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->part),
                                  when != NULL ? leadup_when_get_part (when) : LEADUP_PART_NONE);
    }
  tell_when (self, when);
  self->is_showing = FALSE;
}
