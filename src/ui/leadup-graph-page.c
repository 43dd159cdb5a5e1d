/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-page.h"

#include "base/leadup-job-slot.h"
#include "ui/leadup-graph-quality.h"
#include "ui/leadup-graph-strip.h"
#include "ui/leadup-graph-table.h"
#include "ui/leadup-graph-view-private.h"
#include "ui/leadup-play-bar.h"
#include "ui/leadup-timeline-view.h"

#include <glib/gi18n.h>

struct _LeadupGraphPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *stack;
  GtkWidget *paned;
  LeadupGraphView *view;
  GtkWidget *strip; /* (nullable): this and what follows until it is shown */
  GtkWidget *table;
  GtkWidget *notes;
  GtkWidget *play;
  GtkWidget *timeline; /* (nullable): until it is asked for */
  LeadupWorkspace *workspace;
  LeadupJobSlot *measuring;
  guint measured; /* hash of what was measured last */
  char *quality;
};

G_DEFINE_FINAL_TYPE (LeadupGraphPage, leadup_graph_page, GTK_TYPE_WIDGET)

static void
tell (LeadupGraphPage *self)
{
  g_autofree char *counts = NULL;
  gboolean is_map = leadup_graph_view_get_form (self->view) == LEADUP_GRAPH_FORM_MAP;

  if (self->strip == NULL)
    return;

  counts = leadup_graph_view_dup_counts (self->view);
  leadup_graph_strip_set_form (LEADUP_GRAPH_STRIP (self->strip),
                               leadup_graph_view_get_form (self->view));
  leadup_graph_strip_tell (LEADUP_GRAPH_STRIP (self->strip), counts,
                           is_map ? self->quality : NULL);
}

static void
measured_cb (gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  LeadupGraphPage *self = LEADUP_GRAPH_PAGE (user_data);

  if (result == NULL)
    return;

  g_free (self->quality);
  self->quality = result;
  tell (self);
}

/* How good the map is changes with who is on it and where, not with the camera. */
static void
measure (LeadupGraphPage *self)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  LeadupTieSieve *sieve =
      leadup_graph_state_get_sieve (leadup_graph_view_get_state (self->view));
  g_autofree LeadupPoint *positions = NULL;
  guint hash;

  if (projection == NULL || leadup_graph_view_get_form (self->view) != LEADUP_GRAPH_FORM_MAP)
    return;
  positions = leadup_graph_view_collect_positions (
      self->view, leadup_projection_get_snapshot (projection),
      leadup_projection_get_ties (projection));
  if (positions == NULL)
    return;

  hash = leadup_graph_quality_hash (leadup_projection_get_ties (projection), sieve, positions);
  if (hash == self->measured)
    return;
  self->measured = hash;
  leadup_graph_quality_start (self->measuring, leadup_projection_get_snapshot (projection),
                              leadup_projection_get_ties (projection), sieve,
                              g_steal_pointer (&positions), measured_cb, self);
}

static void
shown_cb (LeadupGraphPage *self)
{
  measure (self);
  tell (self);
}

static void
notes_closed_cb (LeadupGraphPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.graph-notes", "s", "none");
}

/* Makes what is around the view. Only the view is needed before the page is shown, and a window
 * that starts is not to wait for the rest. */
static void
ensure (LeadupGraphPage *self)
{
  LeadupGraphState *state = leadup_graph_view_get_state (self->view);

  if (self->strip != NULL || self->workspace == NULL)
    return;

  self->strip = leadup_graph_strip_new ();
  self->table = leadup_graph_table_new ();
  self->notes = leadup_graph_notes_new ();
  self->play = leadup_play_bar_new ();
  leadup_graph_strip_set_state (LEADUP_GRAPH_STRIP (self->strip), state, self->workspace);
  leadup_graph_table_set_workspace (LEADUP_GRAPH_TABLE (self->table), self->workspace, state);
  leadup_graph_notes_set_workspace (LEADUP_GRAPH_NOTES (self->notes), self->workspace, state);
  leadup_play_bar_set_workspace (LEADUP_PLAY_BAR (self->play), self->workspace);
  gtk_box_prepend (GTK_BOX (self->box), self->strip);
  gtk_stack_add_child (GTK_STACK (self->stack), self->table);
  gtk_box_append (GTK_BOX (self->box), self->notes);
  gtk_box_append (GTK_BOX (self->box), self->play);
  g_signal_connect_object (self->play, "stepped", G_CALLBACK (leadup_canvas_greet), self->view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "closed", G_CALLBACK (notes_closed_cb), self,
                           G_CONNECT_SWAPPED);
  tell (self);
}

static gboolean
leadup_graph_page_grab_focus (GtkWidget *widget)
{
  LeadupGraphPage *self = LEADUP_GRAPH_PAGE (widget);
  gboolean is_table = gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->table;

  return gtk_widget_grab_focus (is_table ? self->table : GTK_WIDGET (self->view));
}

static void
leadup_graph_page_map (GtkWidget *widget)
{
  ensure (LEADUP_GRAPH_PAGE (widget));

  GTK_WIDGET_CLASS (leadup_graph_page_parent_class)->map (widget);
}

static void
leadup_graph_page_dispose (GObject *object)
{
  LeadupGraphPage *self = LEADUP_GRAPH_PAGE (object);

  if (self->measuring != NULL)
    leadup_job_slot_cancel (self->measuring);
  g_clear_object (&self->measuring);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_graph_page_parent_class)->dispose (object);
}

static void
leadup_graph_page_finalize (GObject *object)
{
  g_free (LEADUP_GRAPH_PAGE (object)->quality);

  G_OBJECT_CLASS (leadup_graph_page_parent_class)->finalize (object);
}

static void
leadup_graph_page_class_init (LeadupGraphPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leadup_graph_page_dispose;
  object_class->finalize = leadup_graph_page_finalize;
  widget_class->grab_focus = leadup_graph_page_grab_focus;
  widget_class->map = leadup_graph_page_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_graph_page_init (LeadupGraphPage *self)
{
  self->measuring = leadup_job_slot_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->view = g_object_new (LEADUP_TYPE_GRAPH_VIEW, NULL);
  self->paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_paned_set_start_child (GTK_PANED (self->paned), GTK_WIDGET (self->view));
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->paned);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  g_signal_connect_object (self->view, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
}

LeadupGraphView *
leadup_graph_page_get_view (LeadupGraphPage *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_PAGE (self), NULL);

  return self->view;
}

void
leadup_graph_page_set_workspace (LeadupGraphPage *self,
                                 LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_GRAPH_PAGE (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  leadup_graph_view_set_workspace (self->view, workspace);
}

void
leadup_graph_page_set_is_split (LeadupGraphPage *self,
                                gboolean         is_split)
{
  g_return_if_fail (LEADUP_IS_GRAPH_PAGE (self));

  if (is_split && self->timeline == NULL)
    {
      self->timeline = g_object_new (LEADUP_TYPE_TIMELINE_VIEW, NULL);
      leadup_timeline_view_set_workspace (LEADUP_TIMELINE_VIEW (self->timeline), self->workspace);
      gtk_widget_set_size_request (self->timeline, -1, 140);
      gtk_paned_set_end_child (GTK_PANED (self->paned), self->timeline);
      gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
      gtk_paned_set_position (GTK_PANED (self->paned),
                              gtk_widget_get_height (self->paned) * 3 / 5);
    }
  if (self->timeline != NULL)
    gtk_widget_set_visible (self->timeline, is_split);
}

void
leadup_graph_page_set_is_table (LeadupGraphPage *self,
                                gboolean         is_table)
{
  g_return_if_fail (LEADUP_IS_GRAPH_PAGE (self));

  ensure (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), is_table ? self->table : self->paned);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
leadup_graph_page_show_notes (LeadupGraphPage     *self,
                              LeadupGraphNotesKind kind)
{
  g_return_if_fail (LEADUP_IS_GRAPH_PAGE (self));

  ensure (self);
  leadup_graph_notes_show (LEADUP_GRAPH_NOTES (self->notes), kind);
}

void
leadup_graph_page_set_is_played (LeadupGraphPage *self,
                                 gboolean         is_played)
{
  g_return_if_fail (LEADUP_IS_GRAPH_PAGE (self));

  ensure (self);
  leadup_play_bar_set_active (LEADUP_PLAY_BAR (self->play), is_played);
  if (is_played)
    leadup_play_bar_set_playing (LEADUP_PLAY_BAR (self->play), TRUE);
}
