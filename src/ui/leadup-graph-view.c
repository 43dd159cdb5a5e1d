/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-view.h"

#include "base/leadup-job-slot.h"
#include "model/leadup-actor.h"
#include "model/leadup-placement.h"
#include "render/leadup-graph-scene.h"
#include "ui/leadup-compare.h"
#include "ui/leadup-graph-camera.h"
#include "ui/leadup-graph-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define TIDY_MS 400

#define MIN_MAGNIFY 0.3
#define MAX_MAGNIFY 20.0

G_DEFINE_FINAL_TYPE (LeadupGraphView, leadup_graph_view, LEADUP_TYPE_CANVAS)

/* What the worker needs for one picture. */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupTies *ties;
  LeadupPoint *positions;
  LeadupGraphSceneOptions options;
  LeadupTieWindow before;
  char *middle;
  char *tie;
  const LeadupTheme *theme;
} GraphJob;

/* What a worker needs to give places to actors. */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupGraphMapMode mode;
  double push;
} MapJob;

enum
{
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void queue_map (LeadupGraphView *self, LeadupGraphMapMode mode);

static void
graph_job_free (gpointer data)
{
  GraphJob *job = data;

  leadup_snapshot_unref (job->snapshot);
  leadup_ties_unref (job->ties);
  g_clear_pointer (&job->options.sieve, leadup_tie_sieve_unref);
  g_free (job->positions);
  g_free (job->middle);
  g_free (job->tie);
  g_free (job);
}

static void
map_job_free (gpointer data)
{
  MapJob *job = data;

  leadup_snapshot_unref (job->snapshot);
  g_free (job);
}

static gpointer
map_in_thread (gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  MapJob *job = data;

  return leadup_graph_places_new_mapped (job->snapshot, job->mode, job->push, cancellable, error);
}

static gboolean
find_place (LeadupGraphView *self,
            LeadupSnapshot  *snapshot,
            const char      *id,
            LeadupPoint     *point)
{
  LeadupPlacement *placement = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_PLACEMENT, id);

  /* While something moves, what is on the screen is ahead of the story. */
  if ((placement == NULL || self->tidy_to != NULL || g_strcmp0 (self->dragged, id) == 0) &&
      leadup_graph_places_get (self->places, id, point))
    return TRUE;
  if (placement != NULL)
    {
      const LeadupPlacementFields *fields = leadup_placement_get_fields (placement);

      *point = (LeadupPoint) { fields->x, fields->y };
      return TRUE;
    }

  return FALSE;
}

/* Returns: (nullable): a place for each actor of the ties; %NULL while some have none yet */
LeadupPoint *
leadup_graph_view_collect_positions (LeadupGraphView *self,
                                     LeadupSnapshot  *snapshot,
                                     LeadupTies      *ties)
{
  guint n = leadup_ties_get_n_actors (ties);
  g_autofree LeadupPoint *positions = g_new0 (LeadupPoint, n + 1);

  for (guint i = 0; i < n; i++)
    if (!find_place (self, snapshot, leadup_ties_get_actor (ties, i), &positions[i]))
      return NULL;

  return g_steal_pointer (&positions);
}

/* Returns: (nullable): ids of the two actors whose tie is selected */
static char *
dup_selected_tie (LeadupGraphView *self)
{
  const LeadupSelected *selected =
      leadup_workspace_get_primary (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));

  return selected != NULL && selected->is_tie ? g_strdup (selected->id) : NULL;
}

/* The range, and how the graph is looked at. */
static void
take_look (LeadupGraphView *self,
           GraphJob        *job)
{
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  const LeadupGraphLook *look = leadup_graph_state_get_look (self->state);
  LeadupTieWindow after;

  if (!leadup_workspace_get_brush (workspace, &job->options.from, &job->options.to))
    {
      job->options.from = LEADUP_INSTANT_MIN;
      job->options.to = LEADUP_INSTANT_MAX;
    }
  job->options.sieve = leadup_tie_sieve_ref (leadup_graph_state_get_sieve (self->state));
  if (leadup_compare_get (workspace, &job->before, &after))
    job->options.before = &job->before;
  job->middle = g_strdup (look->middle);
  job->options.outside = look->outside;
  job->options.lines = look->lines;
  job->options.form = look->form;
  job->options.middle = job->middle;
  job->tie = dup_selected_tie (self);
  g_free (self->tide_of);
  self->tide_of = g_strdup (job->tie);
  job->options.tie = job->tie;
}

static gpointer
leadup_graph_view_prepare (LeadupCanvas      *canvas,
                           double             width,
                           double             height,
                           const LeadupTheme *theme)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (canvas);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (canvas);
  LeadupProjection *projection = NULL;
  LeadupPoint *positions;
  GraphJob *job;

  if (workspace != NULL)
    projection = leadup_workspace_get_projection (workspace);
  if (projection == NULL)
    return NULL;

  positions = leadup_graph_view_collect_positions (
      self, leadup_projection_get_snapshot (projection), leadup_projection_get_ties (projection));
  if (positions == NULL)
    {
      queue_map (self, LEADUP_GRAPH_MAP_KEEP);
      return NULL;
    }

  leadup_graph_state_offer (self->state, leadup_projection_get_ties (projection));
  job = g_new0 (GraphJob, 1);
  job->snapshot = leadup_snapshot_ref (leadup_projection_get_snapshot (projection));
  job->ties = leadup_ties_ref (leadup_projection_get_ties (projection));
  job->positions = positions;
  job->theme = theme;
  job->options.width = width;
  job->options.height = height;
  take_look (self, job);
  if (self->form != LEADUP_GRAPH_FORM_MAP)
    {
      job->options.magnify = self->magnify;
      job->options.offset = self->offset;
      return job;
    }

  job->options.camera_zoom = self->zoom;
  if (self->zoom == 0)
    job->options.camera_zoom =
        leadup_graph_view_find_fit (self, job->ties, positions, &self->camera);
  job->options.camera_x = self->camera.x;
  job->options.camera_y = self->camera.y;

  return job;
}

static LeadupScene *
leadup_graph_view_compose (gpointer           data,
                           LeadupTextMeasure *measure)
{
  GraphJob *job = data;

  return leadup_graph_scene_new (job->snapshot, job->ties, job->positions, &job->options,
                                 job->theme, measure);
}

/* Makes the fitted camera an explicit one, before it is moved. */
static gboolean
take_camera (LeadupGraphView *self)
{
  LeadupProjection *projection =
      leadup_workspace_get_projection (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
  g_autofree LeadupPoint *positions = NULL;
  LeadupTies *ties;

  if (self->zoom > 0)
    return TRUE;
  if (projection == NULL)
    return FALSE;

  ties = leadup_projection_get_ties (projection);
  positions = leadup_graph_view_collect_positions (
      self, leadup_projection_get_snapshot (projection), ties);
  if (positions == NULL)
    return FALSE;

  self->zoom = leadup_graph_view_find_fit (self, ties, positions, &self->camera);

  return TRUE;
}

static void
leadup_graph_view_pan (LeadupCanvas *canvas,
                       double        dx,
                       double        dy)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (canvas);

  if (self->form != LEADUP_GRAPH_FORM_MAP)
    {
      self->offset.x += dx;
      self->offset.y += dy;
      leadup_canvas_queue_scene (canvas);
      return;
    }
  if (!take_camera (self))
    return;

  self->camera.x -= dx / self->zoom;
  self->camera.y -= dy / self->zoom;
  leadup_canvas_queue_scene (canvas);
}

/* Around a point that is so far from the middle. */
static void
magnify_at (LeadupGraphView *self,
            double           x,
            double           y,
            double           factor)
{
  double magnify = CLAMP (self->magnify * factor, MIN_MAGNIFY, MAX_MAGNIFY);

  factor = magnify / self->magnify;
  self->offset.x = x - (x - self->offset.x) * factor;
  self->offset.y = y - (y - self->offset.y) * factor;
  self->magnify = magnify;
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

static void
leadup_graph_view_zoom_at (LeadupCanvas *canvas,
                           double        x,
                           double        y,
                           double        factor)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (canvas);
  double width;
  double height;
  double zoom;

  leadup_canvas_get_size (canvas, &width, &height);
  if (self->form != LEADUP_GRAPH_FORM_MAP)
    {
      magnify_at (self, x - width / 2, y - height / 2, factor);
      return;
    }
  if (!take_camera (self))
    return;

  zoom = CLAMP (self->zoom * factor, LEADUP_GRAPH_CAMERA_MIN_ZOOM, LEADUP_GRAPH_CAMERA_MAX_ZOOM);
  self->camera.x += (x - width / 2) * (1 / self->zoom - 1 / zoom);
  self->camera.y += (y - height / 2) * (1 / self->zoom - 1 / zoom);
  self->zoom = zoom;
  leadup_canvas_queue_scene (canvas);
}

static gboolean
leadup_graph_view_drag_begin (LeadupCanvas           *canvas,
                              const LeadupSceneGroup *group,
                              double                  x,
                              double                  y)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (canvas);
  LeadupProjection *projection =
      leadup_workspace_get_projection (leadup_canvas_get_workspace (canvas));

  if (group == NULL || group->kind != LEADUP_SCENE_ACTOR || projection == NULL ||
      self->form != LEADUP_GRAPH_FORM_MAP || !take_camera (self))
    return FALSE;
  if (!find_place (self, leadup_projection_get_snapshot (projection), group->id,
                   &self->dragged_from))
    return FALSE;

  g_free (self->dragged);
  self->dragged = g_strdup (group->id);

  return TRUE;
}

static void
leadup_graph_view_drag_update (LeadupCanvas *canvas,
                               double        dx,
                               double        dy)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (canvas);
  LeadupPoint point = { self->dragged_from.x + dx / self->zoom,
                        self->dragged_from.y + dy / self->zoom };

  leadup_graph_places_set (self->places, self->dragged, point);
  leadup_canvas_queue_scene (canvas);
}

static void
leadup_graph_view_drag_end (LeadupCanvas *canvas,
                            gboolean      is_cancelled)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (canvas);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (canvas);
  g_autofree char *id = g_steal_pointer (&self->dragged);
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autofree char *label = NULL;
  LeadupStory *story = leadup_workspace_get_story (workspace);
  LeadupActor *actor;
  LeadupPoint point;

  if (id == NULL || !leadup_graph_places_get (self->places, id, &point))
    return;

  actor = leadup_story_lookup (story, LEADUP_RECORD_ACTOR, id);
  /* Translators: %s is the name of an actor. */
  label = g_strdup_printf (_ ("Move %s"), actor != NULL ? leadup_actor_get_name (actor) : id);
  transaction = leadup_transaction_new (label);
  leadup_graph_places_add_changes (self->places, story, transaction, id);
  leadup_workspace_push (workspace, transaction, NULL);
  leadup_graph_places_drop_stored (self->places, story);
  leadup_canvas_queue_scene (canvas);
}

static void
leadup_graph_view_activate (LeadupCanvas           *canvas,
                            const LeadupSceneGroup *group,
                            double                  x,
                            double                  y)
{
  if (group != NULL && group->kind == LEADUP_SCENE_ACTOR)
    leadup_workspace_select (leadup_canvas_get_workspace (canvas), LEADUP_RECORD_ACTOR, group->id);
  if (group != NULL)
    gtk_widget_activate_action (GTK_WIDGET (canvas), "win.edit-selection", NULL);
}

static void
leadup_graph_view_scene_changed (LeadupCanvas *canvas)
{
  g_autofree char *summary = leadup_graph_view_dup_counts (LEADUP_GRAPH_VIEW (canvas));
  g_autofree char *spoken = NULL;

  if (summary == NULL)
    return;

  /* TRANSLATORS: the graph as a whole for a screen reader; %s is “Showing 25 of 140 actors” */
  spoken = g_strdup_printf (_ ("Graph. %s"), summary);
  leadup_canvas_set_summary (canvas, spoken);
  leadup_graph_view_tell_focus (LEADUP_GRAPH_VIEW (canvas));
  g_signal_emit (canvas, signals[SHOWN], 0);
}

static void
tidy_step_cb (double   value,
              gpointer user_data)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (user_data);

  if (self->tidy_to == NULL)
    return;

  leadup_graph_places_mix (self->places, self->tidy_from, self->tidy_to, value);
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

static void
tidy_done_cb (LeadupGraphView *self)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (_ ("Tidy up the graph"));
  g_autoptr (LeadupGraphPlaces) places = g_steal_pointer (&self->tidy_to);
  LeadupWorkspace *workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  LeadupStory *story = leadup_workspace_get_story (workspace);

  g_clear_pointer (&self->tidy_from, leadup_graph_places_free);
  if (places == NULL)
    return;

  leadup_graph_places_add_changes (places, story, transaction, NULL);
  leadup_workspace_push (workspace, transaction, NULL);
  leadup_graph_places_drop_stored (self->places, story);
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

/* Takes over @places. */
static void
animate_to (LeadupGraphView   *self,
            LeadupGraphPlaces *places)
{
  LeadupStory *story =
      leadup_workspace_get_story (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GPtrArray) ids = leadup_graph_places_list (places);

  g_clear_pointer (&self->tidy_to, leadup_graph_places_free);
  g_clear_pointer (&self->tidy_from, leadup_graph_places_free);
  self->tidy_from = leadup_graph_places_new ();
  for (guint i = 0; i < ids->len; i++)
    {
      LeadupPoint now;

      if (find_place (self, snapshot, ids->pdata[i], &now))
        leadup_graph_places_set (self->tidy_from, ids->pdata[i], now);
    }
  self->tidy_to = places;

  if (self->animation == NULL)
    {
      self->animation =
          adw_timed_animation_new (GTK_WIDGET (self), 0, 1, TIDY_MS,
                                   adw_callback_animation_target_new (tidy_step_cb, self, NULL));
      g_signal_connect_object (self->animation, "done", G_CALLBACK (tidy_done_cb), self,
                               G_CONNECT_SWAPPED);
    }
  self->zoom = 0;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

static void
mapped_cb (gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (user_data);
  g_autoptr (LeadupGraphPlaces) places = result;

  if (places == NULL)
    {
      g_message ("No map: %s", error->message);
      return;
    }

  if (self->is_tidying)
    {
      self->is_tidying = FALSE;
      animate_to (self, g_steal_pointer (&places));
      return;
    }

  leadup_graph_places_free (self->places);
  self->places = g_steal_pointer (&places);
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

static void
queue_map (LeadupGraphView   *self,
           LeadupGraphMapMode mode)
{
  LeadupStory *story =
      leadup_workspace_get_story (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
  MapJob *job;

  if (leadup_job_slot_is_busy (self->mapping))
    return;

  job = g_new0 (MapJob, 1);
  job->snapshot = leadup_story_snapshot (story);
  job->mode = mode;
  job->push = leadup_graph_state_get_push (self->state);
  leadup_job_slot_start (self->mapping, map_in_thread, job, map_job_free,
                         (GDestroyNotify) leadup_graph_places_free, mapped_cb, self);
}

/* Another form begins fitted, and what is in both moves there. */
static void
state_changed_cb (LeadupGraphView *self)
{
  LeadupGraphForm form = leadup_graph_state_get_form (self->state);

  if (self->form != form)
    {
      leadup_canvas_animate_next (LEADUP_CANVAS (self));
      self->form = form;
      self->magnify = 1.0;
      self->offset = (LeadupPoint) { 0, 0 };
    }
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

/* The tide of the selected tie stands on its line. */
static void
selection_changed_cb (LeadupGraphView *self)
{
  g_autofree char *tie = dup_selected_tie (self);

  if (g_strcmp0 (tie, self->tide_of) != 0)
    leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

static void
document_changed_cb (LeadupGraphView *self)
{
  leadup_job_slot_cancel (self->mapping);
  leadup_graph_places_free (self->places);
  self->places = leadup_graph_places_new ();
  self->is_tidying = FALSE;
  self->zoom = 0;
}

static void
leadup_graph_view_dispose (GObject *object)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (object);

  if (self->mapping != NULL)
    leadup_job_slot_cancel (self->mapping);
  g_clear_object (&self->mapping);
  g_clear_pointer (&self->tidy_to, leadup_graph_places_free);
  g_clear_object (&self->animation);

  G_OBJECT_CLASS (leadup_graph_view_parent_class)->dispose (object);
}

static void
leadup_graph_view_finalize (GObject *object)
{
  LeadupGraphView *self = LEADUP_GRAPH_VIEW (object);

  g_clear_pointer (&self->places, leadup_graph_places_free);
  g_clear_pointer (&self->tidy_from, leadup_graph_places_free);
  g_clear_pointer (&self->dragged, g_free);
  g_clear_pointer (&self->walked, g_free);
  g_clear_pointer (&self->tide_of, g_free);
  leadup_graph_view_forget_sieved (self);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (leadup_graph_view_parent_class)->finalize (object);
}

static void
leadup_graph_view_class_init (LeadupGraphViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LeadupCanvasClass *canvas_class = LEADUP_CANVAS_CLASS (klass);

  object_class->dispose = leadup_graph_view_dispose;
  object_class->finalize = leadup_graph_view_finalize;
  canvas_class->prepare = leadup_graph_view_prepare;
  canvas_class->compose = leadup_graph_view_compose;
  canvas_class->draws_ties = TRUE;
  canvas_class->job_free = graph_job_free;
  canvas_class->scene_changed = leadup_graph_view_scene_changed;
  canvas_class->pan = leadup_graph_view_pan;
  canvas_class->zoom = leadup_graph_view_zoom_at;
  canvas_class->activate = leadup_graph_view_activate;
  canvas_class->move_focus = leadup_graph_view_move_focus;
  canvas_class->key = leadup_graph_view_key;
  canvas_class->list_lit = leadup_graph_view_list_lit;
  canvas_class->drag_begin = leadup_graph_view_drag_begin;
  canvas_class->drag_update = leadup_graph_view_drag_update;
  canvas_class->drag_end = leadup_graph_view_drag_end;

  signals[SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "graph");
  for (guint form = 0; form < LEADUP_N_GRAPH_FORMS; form++)
    {
      const char *name = leadup_graph_form_to_string ((LeadupGraphForm) form);

      gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_1 + form, 0,
                                           "win.graph-form", "s", name);
      gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_KP_1 + form, 0,
                                           "win.graph-form", "s", name);
    }
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_e, 0,
                                       "win.graph-next-lines", NULL);
}

static void
leadup_graph_view_init (LeadupGraphView *self)
{
  self->mapping = leadup_job_slot_new ();
  self->places = leadup_graph_places_new ();
  self->magnify = 1.0;
}

void
leadup_graph_view_set_workspace (LeadupGraphView *self,
                                 LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  leadup_canvas_set_workspace (LEADUP_CANVAS (self), workspace);
  g_set_object (&self->state, leadup_graph_state_get (workspace));
  g_signal_connect_object (self->state, "changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "brush-changed", G_CALLBACK (leadup_canvas_queue_scene), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::document", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
leadup_graph_view_zoom (LeadupGraphView *self,
                        double           factor)
{
  double width;
  double height;

  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  leadup_canvas_get_size (LEADUP_CANVAS (self), &width, &height);
  leadup_graph_view_zoom_at (LEADUP_CANVAS (self), width / 2, height / 2, factor);
}

void
leadup_graph_view_fit (LeadupGraphView *self)
{
  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  self->zoom = 0;
  self->magnify = 1.0;
  self->offset = (LeadupPoint) { 0, 0 };
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

void
leadup_graph_view_set_form (LeadupGraphView *self,
                            LeadupGraphForm  form)
{
  const LeadupSelected *selected;
  const char *middle = NULL;

  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  selected = leadup_workspace_get_primary (leadup_canvas_get_workspace (LEADUP_CANVAS (self)));
  if (selected != NULL && selected->kind == LEADUP_RECORD_ACTOR && !selected->is_tie)
    middle = selected->id;
  self->magnify = 1.0;
  self->offset = (LeadupPoint) { 0, 0 };
  leadup_graph_state_set_form (self->state, form, middle);
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

void
leadup_graph_view_centre_selection (LeadupGraphView *self)
{
  LeadupWorkspace *workspace;
  const LeadupSelected *selected;
  LeadupProjection *projection;
  g_auto (GStrv) ids = NULL;
  LeadupPoint point;

  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  selected = leadup_workspace_get_primary (workspace);
  projection = leadup_workspace_get_projection (workspace);
  if (selected == NULL || selected->kind != LEADUP_RECORD_ACTOR || projection == NULL ||
      self->form != LEADUP_GRAPH_FORM_MAP ||
      !take_camera (self))
    return;

  ids = g_strsplit (selected->id, " ", 2);
  if (!find_place (self, leadup_projection_get_snapshot (projection), ids[0], &point))
    return;

  self->camera.x = point.x;
  self->camera.y = point.y;
  leadup_canvas_queue_scene (LEADUP_CANVAS (self));
}

void
leadup_graph_view_tidy (LeadupGraphView *self)
{
  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  self->is_tidying = TRUE;
  leadup_job_slot_cancel (self->mapping);
  queue_map (self, LEADUP_GRAPH_MAP_TIDY);
}

/* Gives the story the places that were computed and are shown, so that the map looks the same when
 * the story is opened again. No step of the user's. */
void
leadup_graph_view_store_places (LeadupGraphView *self)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (_ ("Place actors"));
  LeadupWorkspace *workspace;
  LeadupStory *story;

  g_return_if_fail (LEADUP_IS_GRAPH_VIEW (self));

  if (self->tidy_to != NULL || self->dragged != NULL)
    return;

  workspace = leadup_canvas_get_workspace (LEADUP_CANVAS (self));
  story = leadup_workspace_get_story (workspace);
  leadup_graph_places_drop_stored (self->places, story);
  leadup_graph_places_add_changes (self->places, story, transaction, NULL);
  if (leadup_history_amend (leadup_workspace_get_history (workspace), transaction))
    leadup_graph_places_drop_stored (self->places, story);
}
