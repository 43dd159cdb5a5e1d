/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-tie-page.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "model/leadup-actor.h"
#include "ui/leadup-form.h"
#include "ui/leadup-labels.h"

#include <glib/gi18n.h>

/* Events that are listed; the table, filtered, has all. */
#define MAX_EVENTS 100

struct _LeadupTiePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *names;
  GtkWidget *state;
  GtkWidget *counts;
  GtkWidget *classes;
  GtkWidget *events;
  GtkWidget *more;
  LeadupWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LeadupTiePage, leadup_tie_page, GTK_TYPE_WIDGET)

static char *
dup_name (LeadupWorkspace *workspace, const char *id)
{
  LeadupActor *actor =
      leadup_story_lookup (leadup_workspace_get_story (workspace), LEADUP_RECORD_ACTOR, id);

  return leadup_text_single_line (actor != NULL ? leadup_actor_get_name (actor) : id, 200);
}

static void
event_activated_cb (LeadupTiePage *self,
                    GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  leadup_workspace_select (self->workspace, LEADUP_RECORD_EVENT, id);
}

static void
add_count (GtkWidget  *list,
           const char *title,
           guint       n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *spoken = g_strdup_printf ("%s: %u", title, n);
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
show_counts (LeadupTiePage          *self,
             const char             *first,
             const char             *second,
             const LeadupTieSummary *summary)
{
  /* Translators: an actor who acted on another one. */
  g_autofree char *forward = g_strdup_printf (_ ("%s → %s"), first, second);
  g_autofree char *backward = g_strdup_printf (_ ("%s → %s"), second, first);

  add_count (self->counts, forward, summary->n_forward);
  add_count (self->counts, backward, summary->n_backward);
  for (guint i = 0; i < G_N_ELEMENTS (summary->n_by_quad); i++)
    if (summary->n_by_quad[i] > 0)
      add_count (self->classes, leadup_labels_quad_class ((LeadupQuadClass) i),
                 summary->n_by_quad[i]);
}

static void
show_events (LeadupTiePage   *self,
             const LeadupTie *tie)
{
  LeadupEvent *former = NULL;
  guint n = 0;

  for (guint i = 0; tie != NULL && i < tie->n_events; i++)
    {
      LeadupEvent *event = tie->events[i].event;
      LeadupWhen *when = leadup_event_get_when (event);
      g_autofree char *date = NULL;
      GtkWidget *row;

      /* What each did to the other in one event stands twice in a row. */
      if (event == former)
        continue;
      former = event;
      if (n++ >= MAX_EVENTS)
        continue;

      date = when != NULL ? leadup_when_format (when, LEADUP_WHEN_STYLE_SHORT)
                          : g_strdup (_ ("Not dated"));
      row = leadup_form_add_link (self->events, leadup_event_get_title (event), date);
      g_object_set_data_full (G_OBJECT (row), "id",
                              g_strdup (leadup_record_get_id (LEADUP_RECORD (event))), g_free);
    }

  gtk_widget_set_visible (self->more, n > MAX_EVENTS);
  if (n > MAX_EVENTS)
    {
      g_autofree char *text = NULL;

      text =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_EVENTS), n - MAX_EVENTS);
      gtk_label_set_label (GTK_LABEL (self->more), text);
    }
}

static void
leadup_tie_page_dispose (GObject *object)
{
  LeadupTiePage *self = LEADUP_TIE_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_tie_page_parent_class)->dispose (object);
}

static void
leadup_tie_page_class_init (LeadupTiePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_tie_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_tie_page_init (LeadupTiePage *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Two actors"), -1);

  self->names = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->names), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->names), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->names), 0);
  gtk_widget_add_css_class (self->names, "title-4");
  self->state = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_label_set_wrap (GTK_LABEL (self->state), TRUE);
  gtk_box_append (GTK_BOX (top), self->names);
  gtk_box_append (GTK_BOX (top), self->state);
  gtk_box_append (GTK_BOX (self->box), top);

  self->counts = leadup_form_add_list (self->box, _ ("Who Acted"), NULL);
  self->classes = leadup_form_add_list (self->box, _ ("Words and Deeds"), NULL);
  self->events = leadup_form_add_list (self->box, _ ("Events Between Them"), NULL);
  self->more = leadup_form_note_new ("");
  gtk_box_append (GTK_BOX (self->box), self->more);
  g_signal_connect_object (self->events, "row-activated", G_CALLBACK (event_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_tie_page_new (void)
{
  return g_object_new (LEADUP_TYPE_TIE_PAGE, NULL);
}

void
leadup_tie_page_show (LeadupTiePage   *self,
                      LeadupWorkspace *workspace,
                      const char      *id)
{
  LeadupProjection *projection;
  g_auto (GStrv) ends = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *names = NULL;
  g_autofree char *state = NULL;
  const LeadupTie *tie = NULL;
  LeadupTieSummary summary = { 0 };

  g_return_if_fail (LEADUP_IS_TIE_PAGE (self));

  g_set_object (&self->workspace, workspace);
  ends = g_strsplit (id, " ", 2);
  if (ends[0] == NULL || ends[1] == NULL)
    return;

  projection = leadup_workspace_get_projection (workspace);
  if (projection != NULL)
    tie = leadup_ties_find (leadup_projection_get_ties (projection), ends[0], ends[1]);
  if (tie != NULL)
    {
      LeadupTies *ties = leadup_projection_get_ties (projection);

      leadup_tie_summarize (tie, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &summary);
      first = dup_name (workspace, leadup_ties_get_actor (ties, tie->a));
      second = dup_name (workspace, leadup_ties_get_actor (ties, tie->b));
    }
  else
    {
      first = dup_name (workspace, ends[0]);
      second = dup_name (workspace, ends[1]);
    }

  /* Translators: two actors and what is between them. */
  names = g_strdup_printf (_ ("%s – %s"), first, second);
  gtk_label_set_label (GTK_LABEL (self->names), names);
  /* Translators: “Hostile · 12 events”. */
  state = g_strdup_printf (ngettext ("%s · %u event", "%s · %u events", summary.n),
                           leadup_labels_tie_state (summary.state), summary.n);
  gtk_label_set_label (GTK_LABEL (self->state), state);

  leadup_form_clear (self->counts);
  leadup_form_clear (self->classes);
  leadup_form_clear (self->events);
  show_counts (self, first, second, &summary);
  show_events (self, tie);
  gtk_widget_set_visible (gtk_widget_get_parent (self->classes), summary.n > 0);
  gtk_widget_set_visible (gtk_widget_get_parent (self->events), summary.n > 0);
}
