/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-presentation.h"

#include "layout/leadup-time-scale.h"
#include "ui/leadup-presentation-private.h"
#include "ui/leadup-step-edit.h"
#include "ui/leadup-step-overview.h"
#include "ui/leadup-view-state.h"

#include <glib/gi18n.h>

/* With more events than this on the screen, pointing at the new ones says nothing. */
#define MAX_ARRIVALS 60
#define MAX_COUNTED  5000

/* Longer than this the audience's window does not wait until its first picture is begun, nor all
 * else until it is there. */
#define MAX_OPENING_MS 120

enum
{
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupPresentation, leadup_presentation, G_TYPE_OBJECT)

static LeadupView *
get_view (LeadupPresentation *self,
          LeadupStep         *step)
{
  return step != NULL ? leadup_steps_get_view (leadup_workspace_get_story (self->workspace), step)
                      : NULL;
}

/* Ids of the events between two instants that the workspace shows; %NULL where they are too many to
 * tell apart. */
static GHashTable *
list_seen (LeadupPresentation *self,
           LeadupInstant       from,
           LeadupInstant       to)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  GHashTable *seen;
  GPtrArray *events;

  if (projection == NULL || leadup_projection_get_events (projection)->len > MAX_COUNTED)
    return NULL;

  events = leadup_projection_get_events (projection);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < events->len; i++)
    {
      LeadupWhen *when = leadup_event_get_when (events->pdata[i]);
      const LeadupWhenBounds *bounds = when != NULL ? leadup_when_get_bounds (when) : NULL;

      if (bounds != NULL && bounds->start_earliest < to && bounds->end_latest > from)
        g_hash_table_add (seen, g_strdup (leadup_record_get_id (events->pdata[i])));
    }

  return seen;
}

/* Points at what this step shows and the one before did not. */
static void
greet_arrivals (LeadupPresentation *self)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->seen);
  g_autoptr (GHashTable) now = NULL;
  GHashTableIter iter;
  gpointer id;

  if (before == NULL)
    return;

  now = list_seen (self, self->move_to[0], self->move_to[1]);
  if (now == NULL)
    return;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (before, id))
      g_hash_table_iter_remove (&iter);
  if (g_hash_table_size (now) > MAX_ARRIVALS)
    return;

  leadup_stage_greet (leadup_audience_window_get_stage (self->audience), now);
  if (self->presenter != NULL)
    leadup_stage_greet (leadup_presenter_window_get_stage (self->presenter), now);
}

static void
projection_changed_cb (LeadupPresentation *self)
{
  greet_arrivals (self);
}

static void
move_cb (double   value,
         gpointer user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);
  const LeadupTimeFolds *folds = leadup_workspace_get_folds (self->workspace);
  LeadupTimeScale scale, end;
  LeadupInstant from = self->move_to[0], to = self->move_to[1];

  leadup_time_scale_init (&scale, folds, self->move_from[0], self->move_from[1], 0, 1);
  leadup_time_scale_init (&end, folds, self->move_to[0], self->move_to[1], 0, 1);
  leadup_time_scale_mix (&scale, &end, value);
  if (value < 1)
    leadup_time_scale_get_window (&scale, &from, &to);
  self->is_applying = TRUE;
  leadup_workspace_set_camera (self->workspace, from, to);
  self->is_applying = FALSE;
}

static void
move_camera (LeadupPresentation *self,
             LeadupView         *view,
             gboolean            is_animated)
{
  LeadupInstant from;
  LeadupInstant to;
  gboolean has_camera = leadup_workspace_get_camera (self->workspace, &from, &to);

  adw_animation_pause (self->move);
  if (!leadup_view_state_get_window (view, &self->move_to[0], &self->move_to[1]))
    {
      leadup_workspace_fit_camera (self->workspace);
      leadup_workspace_get_camera (self->workspace, &self->move_to[0], &self->move_to[1]);
      return;
    }

  if (!is_animated || !has_camera || from >= to)
    {
      leadup_workspace_set_camera (self->workspace, self->move_to[0], self->move_to[1]);
      return;
    }
  if (from == self->move_to[0] && to == self->move_to[1])
    return;

  self->move_from[0] = from;
  self->move_from[1] = to;
  adw_animation_reset (self->move);
  adw_animation_play (self->move);
}

/* What the presenter sees of the step after. */
static void
prepare_next (LeadupPresentation *self)
{
  LeadupStep *next = leadup_show_get_step (self->show, leadup_show_get_index (self->show) + 1);
  LeadupView *view = get_view (self, next);
  LeadupInstant from;
  LeadupInstant to;

  if (self->presenter == NULL)
    return;

  leadup_stage_show_step (leadup_presenter_window_get_next (self->presenter), next, view,
                          LEADUP_STAGE_CUT);
  if (next == NULL)
    return;

  leadup_view_state_show (self->next_workspace, view, leadup_step_get_fields (next)->as_of);
  if (leadup_view_state_get_window (view, &from, &to))
    leadup_workspace_set_camera (self->next_workspace, from, to);
  else
    leadup_workspace_fit_camera (self->next_workspace);
}

/**
 * leadup_presentation_show_step:
 * @self: a presentation that plays
 * @is_animated: whether the camera moves there
 *
 * Brings the step that is on onto the stages.
 */
void
leadup_presentation_show_step (LeadupPresentation *self,
                               gboolean            is_animated)
{
  LeadupStep *step = leadup_show_get_step (self->show, leadup_show_get_index (self->show));
  LeadupView *view = get_view (self, step);
  g_autoptr (LeadupFilter) former = NULL;
  LeadupInstant from = 0;
  LeadupInstant to = 0;
  LeadupStageChange change;
  gboolean is_same;

  former = leadup_filter_ref (leadup_workspace_get_filter (self->workspace));
  is_animated = is_animated && !leadup_step_get_fields (step)->is_cut &&
                adw_get_enable_animations (GTK_WIDGET (self->audience));
  g_clear_pointer (&self->seen, g_hash_table_unref);
  if (is_animated && leadup_workspace_get_camera (self->workspace, &from, &to))
    self->seen = list_seen (self, from, to);

  self->is_applying = TRUE;
  leadup_view_state_show (self->workspace, view, leadup_step_get_fields (step)->as_of);
  is_same = leadup_filter_equal (former, leadup_workspace_get_filter (self->workspace));
  change = !is_animated ? LEADUP_STAGE_CUT : is_same ? LEADUP_STAGE_MOVE : LEADUP_STAGE_FADE;
  leadup_stage_show_step (leadup_audience_window_get_stage (self->audience), step, view, change);
  if (self->presenter != NULL)
    leadup_stage_show_step (leadup_presenter_window_get_stage (self->presenter), step, view,
                            change);
  move_camera (self, view, is_animated);
  self->is_applying = FALSE;
  prepare_next (self);

  /* Another filter is answered by a projection; what is there already needs no waiting. */
  if (is_same)
    greet_arrivals (self);
}

static void
step_changed_cb (LeadupPresentation *self)
{
  leadup_show_start_clock (self->show, g_get_monotonic_time ());
  leadup_presentation_show_step (self, TRUE);
  leadup_presentation_update_actions (self);
}

/* The overview and the line to type in come up where the presenter looks. */
static GtkWidget *
get_overview (LeadupPresentation *self)
{
  return self->presenter != NULL ? leadup_presenter_window_get_overview (self->presenter)
                                 : leadup_audience_window_get_overview (self->audience);
}

static void
state_changed_cb (LeadupPresentation *self)
{
  GtkWidget *overview = get_overview (self);
  gboolean is_overview = leadup_show_is_overview (self->show);
  LeadupStage *stage = leadup_audience_window_get_stage (self->audience);

  leadup_stage_set_frozen (stage, leadup_show_is_frozen (self->show));
  leadup_stage_set_blank (stage, leadup_show_is_blank (self->show));
  if (gtk_widget_get_visible (overview) != is_overview)
    {
      gtk_widget_set_visible (overview, is_overview);
      if (is_overview)
        leadup_step_overview_show (LEADUP_STEP_OVERVIEW (overview), self->show, self->workspace);
    }
  leadup_presentation_update_actions (self);
}

/* A hand that changes what is shown answers a question. */
static void
touched_cb (LeadupPresentation *self)
{
  if (!self->is_applying)
    leadup_show_set_exploring (self->show, TRUE);
}

static void
step_chosen_cb (LeadupPresentation *self,
                guint               index)
{
  leadup_show_go_to (self->show, index);
}

static void
audience_resized_cb (LeadupPresentation *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->audience));
  int height = gtk_widget_get_height (GTK_WIDGET (self->audience));

  if (self->presenter != NULL && width > 0 && height > 0)
    leadup_presenter_window_set_aspect (self->presenter, (double) width / height);
}

static gboolean
audience_closed_cb (LeadupPresentation *self)
{
  leadup_presentation_end (self);

  return GDK_EVENT_STOP;
}

static gboolean
presenter_closed_cb (LeadupPresentation *self)
{
  leadup_presentation_set_notes (self, FALSE);

  return GDK_EVENT_STOP;
}

static void
leadup_presentation_dispose (GObject *object)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (object);

  leadup_presentation_end (self);
  g_clear_object (&self->move);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  g_clear_object (&self->next_workspace);
  g_clear_object (&self->show);
  g_clear_object (&self->application);
  g_clear_pointer (&self->seen, g_hash_table_unref);

  G_OBJECT_CLASS (leadup_presentation_parent_class)->dispose (object);
}

static void
leadup_presentation_class_init (LeadupPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_presentation_dispose;

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
leadup_presentation_init (LeadupPresentation *self)
{
  self->workspace = leadup_workspace_new ();
  self->next_workspace = leadup_workspace_new ();
  leadup_workspace_set_view_only (self->workspace);
  leadup_workspace_set_view_only (self->next_workspace);
  self->actions = g_simple_action_group_new ();
}

/* Opens the audience's window, not shown yet. */
static void
create_audience (LeadupPresentation *self)
{
  g_autoptr (GMenuModel) menu = leadup_presentation_menu_new (self);
  LeadupStage *stage;

  self->audience =
      LEADUP_AUDIENCE_WINDOW (leadup_audience_window_new (self->application, self->workspace));
  stage = leadup_audience_window_get_stage (self->audience);
  leadup_stage_set_show (stage, self->show);
  leadup_audience_window_set_menu (self->audience, menu);
  leadup_presentation_share_actions (self, G_ACTION_MAP (self->audience));
  leadup_presentation_watch_prompt (self, leadup_audience_window_get_prompt (self->audience));
  g_signal_connect_object (leadup_audience_window_get_overview (self->audience), "step-chosen",
                           G_CALLBACK (step_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audience, "close-request", G_CALLBACK (audience_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audience, "notify::default-width",
                           G_CALLBACK (audience_resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->audience, "notify::default-height",
                           G_CALLBACK (audience_resized_cb), self, G_CONNECT_SWAPPED);

  self->move = adw_timed_animation_new (GTK_WIDGET (self->audience), 0, 1, LEADUP_STAGE_MOVE_MS,
                                        adw_callback_animation_target_new (move_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->move), ADW_EASE_IN_OUT_CUBIC);
}

/**
 * leadup_presentation_new:
 * @application: whose windows are opened
 * @document: (transfer none): its story is shown
 * @steps: (element-type LeadupStep): in their order, at least one
 *
 * Returns: (transfer full): a presentation that does not play yet
 */
LeadupPresentation *
leadup_presentation_new (GtkApplication *application,
                         LeadupDocument *document,
                         GPtrArray      *steps)
{
  LeadupPresentation *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (steps != NULL && steps->len > 0, NULL);

  self = g_object_new (LEADUP_TYPE_PRESENTATION, NULL);
  self->application = g_object_ref (application);
  self->show = leadup_show_new (steps);
  leadup_workspace_set_document (self->workspace, document);
  leadup_workspace_set_document (self->next_workspace, document);
  leadup_presentation_install_actions (self);
  create_audience (self);

  g_signal_connect_object (self->show, "step-changed", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->show, "state-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "projection-changed",
                           G_CALLBACK (projection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "camera-changed", G_CALLBACK (touched_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "selection-changed", G_CALLBACK (touched_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

static void
close_window (gpointer window)
{
  leadup_presentation_unshare_actions (G_ACTION_MAP (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The first monitor that is not @here, counted from 1; 0 where there is no other. */
static guint
find_other_monitor (GdkMonitor *here)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  guint n = g_list_model_get_n_items (monitors);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != here)
        return i + 1;
    }

  return 0;
}

/* What can wait until the audience sees something. */
static gboolean
finish_opening_cb (gpointer user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  self->opening = 0;
  if (self->has_second_monitor)
    leadup_presentation_set_notes (self, TRUE);
  self->inhibited =
      gtk_application_inhibit (self->application, GTK_WINDOW (self->audience),
                               GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                               _ ("A story is being presented"));

  return G_SOURCE_REMOVE;
}

/* After a frame of the audience's window. */
static void
painted_cb (LeadupPresentation *self,
            GdkFrameClock      *clock)
{
  LeadupStage *stage = leadup_audience_window_get_stage (self->audience);

  if (!leadup_stage_is_drawn (stage))
    return;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  leadup_stage_rehearse (stage);
  if (self->opening == 0)
    return;

  g_clear_handle_id (&self->opening, g_source_remove);
  self->opening = g_idle_add (finish_opening_cb, self);
}

/* Shows the audience's window while a worker makes its first picture: the window manager takes as
 * long to have it on the screen. */
static gboolean
open_audience_cb (gpointer user_data)
{
  LeadupPresentation *self = LEADUP_PRESENTATION (user_data);

  self->opening = g_timeout_add (MAX_OPENING_MS, finish_opening_cb, self);
  gtk_window_present (GTK_WINDOW (self->audience));
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self->audience)), "after-paint",
                           G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);

  return G_SOURCE_REMOVE;
}

/* The picture is begun by what the canvas has queued for this just now. */
static void
indexed_cb (LeadupPresentation *self)
{
  g_signal_handlers_disconnect_by_func (self->workspace, indexed_cb, self);
  if (self->is_ending || gtk_widget_get_visible (GTK_WIDGET (self->audience)))
    return;

  g_clear_handle_id (&self->opening, g_source_remove);
  self->opening = g_idle_add_full (G_PRIORITY_DEFAULT, open_audience_cb, self, NULL);
}

/* Has the first picture made in the size of the whole monitor. */
static void
draw_ahead (LeadupPresentation *self,
            guint               monitor)
{
  g_autoptr (GdkMonitor) chosen =
      g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), monitor - 1);
  GdkRectangle screen = { 0 };

  if (chosen != NULL)
    gdk_monitor_get_geometry (chosen, &screen);
  if (screen.width <= 0 || screen.height <= 0)
    return;

  leadup_stage_draw_ahead (leadup_audience_window_get_stage (self->audience), screen.width,
                           screen.height);
}

/**
 * leadup_presentation_play:
 * @self: a presentation
 * @index: of the step to begin with
 * @here: (nullable): where the presenter looks: with a second monitor the audience gets that one,
 * and the presenter a window of their own; with one the audience alone
 */
void
leadup_presentation_play (LeadupPresentation *self,
                          guint               index,
                          GdkMonitor         *here)
{
  guint other = find_other_monitor (here);

  g_return_if_fail (LEADUP_IS_PRESENTATION (self));
  g_return_if_fail (self->audience != NULL);

  g_signal_handlers_block_by_func (self->show, step_changed_cb, self);
  leadup_show_go_to (self->show, index);
  g_signal_handlers_unblock_by_func (self->show, step_changed_cb, self);

  leadup_presentation_place (GTK_WINDOW (self->audience), MAX (other, 1));
  leadup_presentation_show_step (self, FALSE);
  self->has_second_monitor = other > 0;
  self->opening = g_timeout_add (MAX_OPENING_MS, open_audience_cb, self);
  g_signal_connect_object (self->workspace, "index-changed", G_CALLBACK (indexed_cb), self,
                           G_CONNECT_SWAPPED);
  draw_ahead (self, MAX (other, 1));
  leadup_presentation_update_actions (self);
}

/* Opens or closes the presenter’s window. */
void
leadup_presentation_set_notes (LeadupPresentation *self,
                               gboolean            has_notes)
{
  LeadupStep *step;

  if (has_notes == (self->presenter != NULL))
    return;

  if (!has_notes)
    {
      leadup_show_set_overview (self->show, FALSE);
      close_window (g_steal_pointer (&self->presenter));
    }
  else
    {
      g_autoptr (GMenuModel) menu = leadup_presentation_menu_new (self);

      leadup_show_set_overview (self->show, FALSE);
      self->presenter = LEADUP_PRESENTER_WINDOW (leadup_presenter_window_new (
          self->application, self->workspace, self->next_workspace, self->show));
      leadup_presenter_window_set_menu (self->presenter, menu);
      leadup_presentation_share_actions (self, G_ACTION_MAP (self->presenter));
      leadup_presentation_watch_prompt (self, leadup_presenter_window_get_prompt (self->presenter));
      g_signal_connect_object (leadup_presenter_window_get_overview (self->presenter),
                               "step-chosen", G_CALLBACK (step_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->presenter, "step-chosen", G_CALLBACK (step_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->presenter, "close-request", G_CALLBACK (presenter_closed_cb),
                               self, G_CONNECT_SWAPPED);
      step = leadup_show_get_step (self->show, leadup_show_get_index (self->show));
      leadup_stage_show_step (leadup_presenter_window_get_stage (self->presenter), step,
                              get_view (self, step), LEADUP_STAGE_CUT);
      prepare_next (self);
      audience_resized_cb (self);
      gtk_window_present (GTK_WINDOW (self->presenter));
    }
  leadup_presentation_update_actions (self);
}

LeadupShow *
leadup_presentation_get_show (LeadupPresentation *self)
{
  g_return_val_if_fail (LEADUP_IS_PRESENTATION (self), NULL);

  return self->show;
}

/* Closes the windows and lets the screen sleep again. */
void
leadup_presentation_end (LeadupPresentation *self)
{
  g_return_if_fail (LEADUP_IS_PRESENTATION (self));

  if (self->is_ending)
    return;

  self->is_ending = TRUE;
  g_clear_handle_id (&self->opening, g_source_remove);
  if (self->inhibited != 0)
    gtk_application_uninhibit (self->application, self->inhibited);
  self->inhibited = 0;
  if (self->move != NULL)
    adw_animation_pause (self->move);
  if (self->presenter != NULL)
    close_window (g_steal_pointer (&self->presenter));
  if (self->audience != NULL)
    close_window (g_steal_pointer (&self->audience));
  g_signal_emit (self, signals[ENDED], 0);
}
