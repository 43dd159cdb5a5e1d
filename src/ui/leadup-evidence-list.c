/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-evidence-list.h"

#include "base/leadup-text.h"
#include "model/leadup-source.h"
#include "ui/leadup-form.h"

#include <glib/gi18n.h>

/* Rows that are shown. */
#define MAX_ROWS 100

/* Longest quote of a row, in characters; the source has all of it. */
#define MAX_QUOTE 400

struct _LeadupEvidenceList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *note;
  LeadupWorkspace *workspace;
  LeadupEvent *event;
};

G_DEFINE_FINAL_TYPE (LeadupEvidenceList, leadup_evidence_list, GTK_TYPE_WIDGET)

static void
remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  LeadupEvidenceList *self = LEADUP_EVIDENCE_LIST (user_data);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  LeadupEventFields fields = *leadup_event_get_fields (self->event);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();

  for (guint i = 0; i < fields.n_evidence; i++)
    if (i != index)
      g_ptr_array_add (evidence, fields.evidence[i]);
  fields.evidence = (LeadupEvidence *const *) evidence->pdata;
  fields.n_evidence = evidence->len;
  leadup_workspace_replace_event (self->workspace, _ ("Remove evidence"), self->event, &fields,
                                  NULL);
}

static GtkWidget *
create_text (const char *source,
             const char *quote)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (source);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, source);
  gtk_box_append (GTK_BOX (text), name);
  if (quote != NULL)
    {
      g_autofree char *words = leadup_text_ellipsize (quote, MAX_QUOTE);
      g_autofree char *line = leadup_text_single_line (words, MAX_QUOTE);
      g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), line);
      GtkWidget *label = gtk_label_new (quoted);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), 4);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (text), label);
    }
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);

  return text;
}

static void
add_row (LeadupEvidenceList *self,
         guint               index)
{
  const LeadupEventFields *fields = leadup_event_get_fields (self->event);
  const LeadupEvidenceFields *evidence = leadup_evidence_get_fields (fields->evidence[index]);
  LeadupSource *source = leadup_story_lookup (leadup_workspace_get_story (self->workspace),
                                              LEADUP_RECORD_SOURCE, evidence->source);
  g_autofree char *label =
      source != NULL ? leadup_source_dup_label (source) : g_strdup (evidence->source);
  g_autofree char *name = leadup_text_single_line (label, 300);
  g_autofree char *show_label = g_strdup_printf (_ ("Show in source: %s"), name);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *show = leadup_form_icon_button_new ("go-next-symbolic", show_label);
  GtkWidget *remove =
      leadup_form_icon_button_new ("list-remove-symbolic", _ ("Remove this evidence"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (show), "(su)", fields->id, index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.show-evidence");
  g_object_set_data (G_OBJECT (remove), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  gtk_widget_add_css_class (line, "leadup-row");
  gtk_widget_add_css_class (line, "leadup-indented");
  gtk_box_append (GTK_BOX (line), create_text (name, evidence->quote));
  gtk_box_append (GTK_BOX (line), show);
  gtk_box_append (GTK_BOX (line), remove);
  leadup_form_append_line (self->list, line);
}

static void
leadup_evidence_list_dispose (GObject *object)
{
  LeadupEvidenceList *self = LEADUP_EVIDENCE_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (leadup_evidence_list_parent_class)->dispose (object);
}

static void
leadup_evidence_list_class_init (LeadupEvidenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_evidence_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_evidence_list_init (LeadupEvidenceList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = leadup_form_add_list (self->box, _ ("Evidence"), NULL);
  self->note = leadup_form_note_new (
      _ ("None yet: mark words in the Sources view to give an event its evidence."));
  gtk_box_append (GTK_BOX (self->box), self->note);
}

GtkWidget *
leadup_evidence_list_new (void)
{
  return g_object_new (LEADUP_TYPE_EVIDENCE_LIST, NULL);
}

void
leadup_evidence_list_show (LeadupEvidenceList *self,
                           LeadupWorkspace    *workspace,
                           LeadupEvent        *event)
{
  const LeadupEventFields *fields;

  g_return_if_fail (LEADUP_IS_EVIDENCE_LIST (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  if (self->event == event)
    return;

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->event, event);
  fields = leadup_event_get_fields (event);
  leadup_form_clear (self->list);
  for (guint i = 0; i < MIN (fields->n_evidence, MAX_ROWS); i++)
    add_row (self, i);
  gtk_widget_set_visible (self->list, fields->n_evidence > 0);
  gtk_widget_set_visible (self->note, fields->n_evidence == 0);
}
