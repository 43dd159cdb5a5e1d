/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-timeline-edit.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "base/leadup-when-shift.h"
#include "base/leadup-zone.h"

#include <glib/gi18n.h>
#include <math.h>

/* How near to an end of a band the pointer takes that end, and how long the band then is. */
#define EDGE 7.0
#define MIN_BAND 28.0

#define LABEL_GAP 8
#define MAX_TITLE 40

struct _LeadupTimelineEdit
{
  GtkWidget *parent;
  GtkWidget *label;    /* old → new */
  GtkWidget *measured; /* T + 3 d 4 h, and a button that ends it */
  GtkWidget *measured_label;

  LeadupEvent *event; /* that is dragged, or NULL */
  LeadupWhenSide side;
  LeadupWhen *moved; /* where it would go; NULL = nowhere */
  LeadupRect bounds;
  double x;
  double dx;

  char *anchor; /* id of the event that is measured from, or NULL */
  LeadupInstant anchor_time;
};

static GtkWidget *
make_label (GtkWidget *parent)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "osd");
  gtk_widget_add_css_class (label, "leadup-floating");
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_parent (label, parent);
  gtk_widget_set_child_visible (label, FALSE);

  return label;
}

static GtkWidget *
make_measured (LeadupTimelineEdit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->measured_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->measured_label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (box, "osd");
  gtk_widget_add_css_class (box, "leadup-floating");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _ ("Stop Measuring"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stop Measuring"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.measure");
  gtk_box_append (GTK_BOX (box), self->measured_label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_parent (box, self->parent);
  gtk_widget_set_child_visible (box, FALSE);

  return box;
}

/**
 * leadup_timeline_edit_new:
 * @parent: the timeline
 *
 * Returns: (transfer full): for @parent to free before it goes
 */
LeadupTimelineEdit *
leadup_timeline_edit_new (GtkWidget *parent)
{
  LeadupTimelineEdit *self = g_new0 (LeadupTimelineEdit, 1);

  self->parent = parent;
  self->label = make_label (parent);
  self->measured = make_measured (self);

  return self;
}

void
leadup_timeline_edit_free (LeadupTimelineEdit *self)
{
  if (self == NULL)
    return;

  gtk_widget_unparent (self->label);
  gtk_widget_unparent (self->measured);
  g_clear_object (&self->event);
  g_clear_pointer (&self->moved, leadup_when_unref);
  g_free (self->anchor);
  g_free (self);
}

static LeadupWhenSide
find_side (LeadupWhen                 *when,
           double                      x,
           const LeadupTimelineWindow *window)
{
  LeadupWhenBounds bounds;
  double start, end;

  leadup_zone_get_bounds (window->zone, when, &bounds);
  start = leadup_time_scale_to_x (&window->time, bounds.start_earliest);
  end = leadup_time_scale_to_x (&window->time, bounds.end_latest);
  if (!leadup_when_lasted (when) || end - start < MIN_BAND)
    return LEADUP_WHEN_WHOLE;
  if (fabs (x - start) <= EDGE)
    return LEADUP_WHEN_START;
  if (fabs (x - end) <= EDGE)
    return LEADUP_WHEN_END;

  return LEADUP_WHEN_WHOLE;
}

/**
 * leadup_timeline_edit_begin:
 * @group: (nullable): under the pointer
 * @x: of the pointer, in the scene
 *
 * Returns: whether a selected event is there, which from now on follows the pointer
 */
gboolean
leadup_timeline_edit_begin (LeadupTimelineEdit         *self,
                            LeadupWorkspace            *workspace,
                            const LeadupSceneGroup     *group,
                            double                      x,
                            const LeadupTimelineWindow *window)
{
  LeadupEvent *event;

  leadup_timeline_edit_cancel (self);
  if (group == NULL || group->kind != LEADUP_SCENE_EVENT || group->id == NULL ||
      !leadup_workspace_is_selected (workspace, LEADUP_RECORD_EVENT, group->id))
    return FALSE;

  event =
      leadup_story_lookup (leadup_workspace_get_story (workspace), LEADUP_RECORD_EVENT, group->id);
  if (event == NULL || leadup_event_get_when (event) == NULL)
    return FALSE;

  self->event = g_object_ref (event);
  self->bounds = group->bounds;
  self->x = x;
  self->side = find_side (leadup_event_get_when (event), x, window);

  return TRUE;
}

/* The pointer has moved by @dx pixels of the scene since it was pressed. */
void
leadup_timeline_edit_update (LeadupTimelineEdit         *self,
                             double                      dx,
                             const LeadupTimelineWindow *window)
{
  LeadupInstant distance = leadup_time_scale_to_time (&window->time, self->x + dx) -
                           leadup_time_scale_to_time (&window->time, self->x);
  LeadupWhen *when;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  if (self->event == NULL)
    return;

  when = leadup_event_get_when (self->event);
  self->dx = dx;
  g_clear_pointer (&self->moved, leadup_when_unref);
  self->moved = leadup_when_shift (when, self->side, distance, &error);
  before = leadup_when_format (when, LEADUP_WHEN_STYLE_SHORT);
  if (self->moved != NULL)
    {
      after = leadup_when_format (self->moved, LEADUP_WHEN_STYLE_SHORT);
      text = g_strdup_printf ("%s → %s", before, after);
    }
  else
    {
      text = g_strdup (error->message);
    }
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_child_visible (self->label, TRUE);
  gtk_widget_queue_allocate (self->parent);
}

/* Takes the new date, as one step that can be undone. */
void
leadup_timeline_edit_finish (LeadupTimelineEdit *self,
                             LeadupWorkspace    *workspace)
{
  g_autoptr (LeadupEvent) event = g_steal_pointer (&self->event);
  g_autoptr (LeadupWhen) moved = g_steal_pointer (&self->moved);
  LeadupEventFields fields;

  leadup_timeline_edit_cancel (self);
  if (event == NULL || moved == NULL ||
      g_str_equal (leadup_when_get_edtf (moved),
                   leadup_when_get_edtf (leadup_event_get_when (event))))
    return;

  fields = *leadup_event_get_fields (event);
  fields.when = moved;
  leadup_workspace_replace_event (
      workspace, self->side == LEADUP_WHEN_WHOLE ? _ ("Move Event") : _ ("Change Length of Event"),
      event, &fields, NULL);
}

void
leadup_timeline_edit_cancel (LeadupTimelineEdit *self)
{
  g_clear_object (&self->event);
  g_clear_pointer (&self->moved, leadup_when_unref);
  gtk_widget_set_child_visible (self->label, FALSE);
  gtk_widget_queue_draw (self->parent);
}

gboolean
leadup_timeline_edit_is_active (LeadupTimelineEdit *self)
{
  return self->event != NULL;
}

static LeadupEvent *
lookup_dated (LeadupWorkspace *workspace,
              const char      *id)
{
  LeadupStory *story = leadup_workspace_get_story (workspace);
  LeadupEvent *event =
      story != NULL && id != NULL ? leadup_story_lookup (story, LEADUP_RECORD_EVENT, id) : NULL;

  return event != NULL && leadup_event_get_when (event) != NULL ? event : NULL;
}

/**
 * leadup_timeline_edit_measure:
 *
 * Measures from the selected event from now on, or stops.
 *
 * Returns: whether it could
 */
gboolean
leadup_timeline_edit_measure (LeadupTimelineEdit *self,
                              LeadupWorkspace    *workspace)
{
  const LeadupSelected *primary = leadup_workspace_get_primary (workspace);
  gboolean is_event = primary != NULL && primary->kind == LEADUP_RECORD_EVENT;

  if (self->anchor != NULL)
    g_clear_pointer (&self->anchor, g_free);
  else if (!is_event || lookup_dated (workspace, primary->id) == NULL)
    return FALSE;
  else
    self->anchor = g_strdup (primary->id);
  leadup_timeline_edit_tell (self, workspace);

  return TRUE;
}

/* Tells how far the event under the pointer, or else the selected one, is from the anchor. */
void
leadup_timeline_edit_tell (LeadupTimelineEdit *self,
                           LeadupWorkspace    *workspace)
{
  const LeadupSelected *other = leadup_workspace_get_hover (workspace);
  LeadupEvent *anchor = lookup_dated (workspace, self->anchor);
  LeadupEvent *event;
  g_autofree char *title = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *text = NULL;
  LeadupWhenBounds bounds;

  if (anchor == NULL)
    {
      g_clear_pointer (&self->anchor, g_free);
      gtk_widget_set_child_visible (self->measured, FALSE);
      gtk_widget_queue_draw (self->parent);
      return;
    }

  if (other == NULL || other->kind != LEADUP_RECORD_EVENT || other->is_tie)
    other = leadup_workspace_get_primary (workspace);
  event = other != NULL && other->kind == LEADUP_RECORD_EVENT && !other->is_tie
              ? lookup_dated (workspace, other->id)
              : NULL;
  leadup_zone_get_bounds (
      leadup_info_get_fields (leadup_story_get_info (leadup_workspace_get_story (workspace)))->zone,
      leadup_event_get_when (anchor), &bounds);
  self->anchor_time = bounds.start_earliest;
  title = leadup_text_ellipsize (leadup_event_get_fields (anchor)->title, MAX_TITLE);
  if (event == NULL || event == anchor)
    {
      /* Translators: %s is the title of an event. */
      text = g_strdup_printf (_ ("Measuring from “%s”: point at another event"), title);
    }
  else
    {
      interval =
          leadup_interval_format (leadup_event_get_when (anchor), leadup_event_get_when (event));
      /* Translators: the title of an event, and how far from it another one is: T + 3 d 4 h */
      text = g_strdup_printf (_ ("From “%s”: %s"), title, interval);
    }
  gtk_label_set_label (GTK_LABEL (self->measured_label), text);
  gtk_widget_set_child_visible (self->measured, TRUE);
  gtk_widget_queue_allocate (self->parent);
  gtk_widget_queue_draw (self->parent);
}

void
leadup_timeline_edit_snapshot (LeadupTimelineEdit         *self,
                               GtkSnapshot                *snapshot,
                               const LeadupTimelineWindow *window,
                               const GdkRGBA              *accent)
{
  double anchor = leadup_time_scale_to_x (&window->time, self->anchor_time);

  if (self->anchor != NULL && anchor > window->plot.x &&
      anchor < window->plot.x + window->plot.width)
    gtk_snapshot_append_color (
        snapshot, accent,
        &GRAPHENE_RECT_INIT ((float) (anchor * window->scale), 0, 1,
                             (float) ((window->plot.y + window->plot.height) * window->scale)));

  if (self->moved != NULL)
    {
      LeadupWhenBounds bounds;
      double left, right;
      GdkRGBA fill = *accent;

      leadup_zone_get_bounds (window->zone, self->moved, &bounds);
      left = leadup_time_scale_to_x (&window->time, bounds.start_earliest);
      left = CLAMP (left, window->plot.x - 4, window->plot.x + window->plot.width);
      right = CLAMP (leadup_time_scale_to_x (&window->time, bounds.end_latest), left + 3,
                     window->plot.x + window->plot.width + 4);
      fill.alpha = 0.3f;
      gtk_snapshot_append_color (
          snapshot, &fill,
          &GRAPHENE_RECT_INIT ((float) (left * window->scale),
                               (float) (self->bounds.y * window->scale),
                               (float) ((right - left) * window->scale),
                               (float) (self->bounds.height * window->scale)));
      gtk_snapshot_append_color (
          snapshot, accent,
          &GRAPHENE_RECT_INIT ((float) (left * window->scale),
                               (float) (self->bounds.y * window->scale), 2,
                               (float) (self->bounds.height * window->scale)));
    }
}

static void
place (GtkWidget *child,
       double     x,
       double     y,
       int        width,
       int        height)
{
  GtkAllocation allocation = { 0 };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &allocation.width, NULL, NULL);
  allocation.width = MIN (allocation.width, MAX (width, 1));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, NULL, &allocation.height,
                      NULL, NULL);
  allocation.x = CLAMP ((int) x, 0, MAX (0, width - allocation.width));
  allocation.y = CLAMP ((int) y - allocation.height, 0, MAX (0, height - allocation.height));
  gtk_widget_size_allocate (child, &allocation, -1);
}

/* The labels: above the pointer, and in the lower left corner. */
void
leadup_timeline_edit_allocate (LeadupTimelineEdit *self,
                               int                 width,
                               int                 height)
{
  place (self->label, self->x + self->dx, self->bounds.y - LABEL_GAP, width, height);
  place (self->measured, LABEL_GAP, height - LABEL_GAP, width, height);
}
