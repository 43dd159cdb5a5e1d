/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-merge-dialog.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* Rows that the list shows; the search finds the others. */
#define MAX_ROWS 100

struct _LeadupMergeDialog
{
  AdwWindow parent_instance;

  GArray *ranked;
  GtkSearchEntry *search;
  GtkListBox *rows;
};

/* An event and how much it looks like the proposed one. */
typedef struct
{
  LeadupEvent *event;
  char *folded;
  double likeness;
} Ranked;

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupMergeDialog, leadup_merge_dialog, ADW_TYPE_WINDOW)

static void
ranked_clear (gpointer data)
{
  Ranked *ranked = data;

  g_clear_object (&ranked->event);
  g_free (ranked->folded);
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  double first = ((const Ranked *) a)->likeness;
  double second = ((const Ranked *) b)->likeness;

  return (second > first) - (second < first);
}

/* Words of the titles, time and category count; nobody sees the number. */
static double
get_likeness (LeadupEvent *event,
              LeadupEvent *proposed)
{
  const LeadupEventFields *a = leadup_event_get_fields (event);
  const LeadupEventFields *b = leadup_event_get_fields (proposed);
  double likeness = leadup_text_similarity (a->title, b->title);

  if (a->when != NULL && b->when != NULL)
    {
      const LeadupWhenBounds *bounds = leadup_when_get_bounds (b->when);

      if (leadup_when_overlaps (a->when, bounds->start_earliest, bounds->end_latest))
        likeness += 1;
    }
  if (g_strcmp0 (a->category, b->category) == 0)
    likeness += 0.3;

  return likeness;
}

static void
rank_events (LeadupMergeDialog *self,
             LeadupStory       *story,
             LeadupEvent       *proposed)
{
  GListModel *events = leadup_story_get_model (story, LEADUP_RECORD_EVENT);
  guint n = g_list_model_get_n_items (events);

  for (guint i = 0; i < n; i++)
    {
      Ranked ranked = { .event = g_list_model_get_item (events, i) };

      ranked.folded = leadup_text_fold (leadup_event_get_title (ranked.event));
      ranked.likeness = get_likeness (ranked.event, proposed);
      g_array_append_val (self->ranked, ranked);
    }
  g_array_sort (self->ranked, compare_ranked);
}

static GtkWidget *
make_row (LeadupEvent *event)
{
  GtkWidget *row = adw_action_row_new ();
  LeadupWhen *when = leadup_event_get_when (event);
  g_autofree char *title = leadup_text_single_line (leadup_event_get_title (event), 200);
  g_autofree char *subtitle =
      when != NULL ? leadup_when_format (when, LEADUP_WHEN_STYLE_LONG) : g_strdup (_ ("Not dated"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "event", g_object_ref (event), g_object_unref);

  return row;
}

static void
fill_rows (LeadupMergeDialog *self)
{
  g_autofree char *wanted = leadup_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));

  for (guint i = 0; i < self->ranked->len && n < MAX_ROWS; i++)
    {
      const Ranked *ranked = &g_array_index (self->ranked, Ranked, i);

      if (strstr (ranked->folded, wanted) == NULL)
        continue;
      gtk_list_box_append (self->rows, make_row (ranked->event));
      n++;
    }
  gtk_list_box_select_row (self->rows, gtk_list_box_get_row_at_index (self->rows, 0));
}

static void
choose (LeadupMergeDialog *self,
        GtkListBoxRow     *row)
{
  if (row == NULL)
    return;

  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "event"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (LeadupMergeDialog *self,
                  GtkListBoxRow     *row)
{
  choose (self, row);
}

static void
search_activated_cb (LeadupMergeDialog *self)
{
  choose (self, gtk_list_box_get_selected_row (self->rows));
}

static void
leadup_merge_dialog_dispose (GObject *object)
{
  g_clear_pointer (&LEADUP_MERGE_DIALOG (object)->ranked, g_array_unref);

  G_OBJECT_CLASS (leadup_merge_dialog_parent_class)->dispose (object);
}

static void
leadup_merge_dialog_class_init (LeadupMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_merge_dialog_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, LEADUP_TYPE_EVENT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LeadupMergeDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LeadupMergeDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, fill_rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
leadup_merge_dialog_init (LeadupMergeDialog *self)
{
  self->ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_array_set_clear_func (self->ranked, ranked_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * leadup_merge_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @story: whose events are offered
 * @proposed: what they are compared with
 *
 * Returns: (transfer none): a dialog, to be presented; GTK owns it
 */
LeadupMergeDialog *
leadup_merge_dialog_new (GtkWindow   *parent,
                         LeadupStory *story,
                         LeadupEvent *proposed)
{
  LeadupMergeDialog *self;

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);
  g_return_val_if_fail (LEADUP_IS_EVENT (proposed), NULL);

  self = g_object_new (LEADUP_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  rank_events (self, story, proposed);
  fill_rows (self);

  return self;
}
