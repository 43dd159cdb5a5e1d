/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-workspace.h"

#include "layout/leadup-timeline-window.h"
#include "ui/leadup-camera.h"
#include "ui/leadup-projector.h"

#include <math.h>

typedef struct
{
  LeadupInstant from;
  LeadupInstant to;
} TimeRange;

struct _LeadupWorkspace
{
  GObject parent_instance;

  LeadupDocument *document;
  LeadupFilter *filter;
  LeadupLanesBy lanes_by;
  LeadupView *lanes[LEADUP_LANES_NONE + 1];
  LeadupProjector *projector;
  guint n_folds; /* of the newest index */
  GArray *selection; /* LeadupSelected */
  LeadupSelected hover;
  LeadupCamera *camera;
  TimeRange fitted; /* when the camera was last made to show all */
  double plot_width;
  TimeRange brush;
  gboolean has_brush;
  gboolean is_view_only;
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_FILTER,
  PROP_LANES_BY,
  N_PROPS,
};

enum
{
  INDEX_CHANGED,
  PROJECTION_CHANGED,
  PROGRESS_CHANGED,
  SELECTION_CHANGED,
  CAMERA_CHANGED,
  BRUSH_CHANGED,
  HOVER_CHANGED,
  EDIT_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupWorkspace, leadup_workspace, G_TYPE_OBJECT)

static gboolean
find_fitting (LeadupWorkspace *self,
              TimeRange       *range)
{
  LeadupTimelineIndex *index = leadup_projector_get_index (self->projector);

  return index != NULL &&
         leadup_timeline_window_fit (index, self->plot_width, &range->from, &range->to);
}

/* If all is shown, it stays so. */
static void
refit_camera (LeadupWorkspace *self)
{
  LeadupInstant from, to;
  TimeRange range;

  if (leadup_camera_get (self->camera, &from, &to) && from == self->fitted.from &&
      to == self->fitted.to && find_fitting (self, &range))
    {
      self->fitted = range;
      leadup_workspace_set_camera (self, range.from, range.to);
    }
}

static void
indexed_cb (LeadupWorkspace *self)
{
  LeadupInstant from, to;
  guint n_folds = leadup_time_folds_get_n (leadup_workspace_get_folds (self));

  if (!leadup_camera_get (self->camera, &from, &to))
    leadup_workspace_fit_camera (self);
  /* What showed all goes on to do so, in less room or more. */
  else if (n_folds != self->n_folds)
    refit_camera (self);
  self->n_folds = n_folds;
  g_signal_emit (self, signals[INDEX_CHANGED], 0);
}

static void
projected_cb (LeadupWorkspace *self)
{
  g_signal_emit (self, signals[PROJECTION_CHANGED], 0);
}

static void
progressed_cb (LeadupWorkspace *self)
{
  g_signal_emit (self, signals[PROGRESS_CHANGED], 0);
}

static void
project (LeadupWorkspace *self)
{
  g_autoptr (LeadupSnapshot) snapshot = NULL;

  if (self->document == NULL)
    return;

  snapshot = leadup_story_snapshot (leadup_workspace_get_story (self));
  leadup_projector_start (self->projector, snapshot, self->filter, self->lanes[self->lanes_by]);
}

static void
story_changed_cb (LeadupWorkspace   *self,
                  LeadupTransaction *transaction,
                  LeadupStory       *story)
{
  /* An edit may have removed what was selected. */
  if (leadup_selection_drop_vanished (self->selection, story))
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
  project (self);
}

static void
set_default_lanes (LeadupWorkspace *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lanes); i++)
    {
      LeadupViewFields fields = { .id = "lanes", .lanes_by = (LeadupLanesBy) i };

      g_clear_object (&self->lanes[i]);
      self->lanes[i] = leadup_view_new (&fields);
    }
}

static void
select_only (LeadupWorkspace *self,
             LeadupRecordKind kind,
             gboolean         is_tie,
             const char      *id)
{
  g_array_set_size (self->selection, 0);
  leadup_selection_append (self->selection, kind, is_tie, id);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
leadup_workspace_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LeadupWorkspace *self = LEADUP_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;

    case PROP_LANES_BY:
      g_value_set_uint (value, self->lanes_by);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
leadup_workspace_dispose (GObject *object)
{
  LeadupWorkspace *self = LEADUP_WORKSPACE (object);

  if (self->projector != NULL)
    leadup_projector_cancel (self->projector);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (leadup_workspace_parent_class)->dispose (object);
}

static void
leadup_workspace_finalize (GObject *object)
{
  LeadupWorkspace *self = LEADUP_WORKSPACE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->lanes); i++)
    g_clear_object (&self->lanes[i]);
  g_clear_object (&self->projector);
  g_clear_pointer (&self->filter, leadup_filter_unref);
  g_clear_pointer (&self->selection, g_array_unref);
  g_clear_pointer (&self->camera, leadup_camera_free);
  g_free (self->hover.id);

  G_OBJECT_CLASS (leadup_workspace_parent_class)->finalize (object);
}

static void
install_signal (LeadupWorkspaceClass *klass,
                guint                 signal,
                const char           *name)
{
  signals[signal] = g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
leadup_workspace_class_init (LeadupWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = leadup_workspace_get_property;
  object_class->dispose = leadup_workspace_dispose;
  object_class->finalize = leadup_workspace_finalize;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, LEADUP_TYPE_DOCUMENT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, LEADUP_TYPE_FILTER,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LANES_BY] =
      g_param_spec_uint ("lanes-by", NULL, NULL, 0, LEADUP_LANES_NONE, LEADUP_LANES_BY_CATEGORY,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_signal (klass, INDEX_CHANGED, "index-changed");
  install_signal (klass, PROJECTION_CHANGED, "projection-changed");
  install_signal (klass, PROGRESS_CHANGED, "progress-changed");
  install_signal (klass, SELECTION_CHANGED, "selection-changed");
  install_signal (klass, CAMERA_CHANGED, "camera-changed");
  install_signal (klass, BRUSH_CHANGED, "brush-changed");
  install_signal (klass, HOVER_CHANGED, "hover-changed");
  signals[EDIT_FAILED] = g_signal_new ("edit-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
leadup_workspace_init (LeadupWorkspace *self)
{
  LeadupFilterFields everything = LEADUP_FILTER_FIELDS_INIT;

  self->filter = leadup_filter_new (&everything);
  self->projector = leadup_projector_new ();
  g_signal_connect_object (self->projector, "indexed", G_CALLBACK (indexed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->projector, "projected", G_CALLBACK (projected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->projector, "progressed", G_CALLBACK (progressed_cb), self,
                           G_CONNECT_SWAPPED);
  set_default_lanes (self);
  self->plot_width = 900;
  self->selection = leadup_selection_new ();
  self->camera = leadup_camera_new ();
}

LeadupWorkspace *
leadup_workspace_new (void)
{
  return g_object_new (LEADUP_TYPE_WORKSPACE, NULL);
}

LeadupDocument *
leadup_workspace_get_document (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return self->document;
}

/**
 * leadup_workspace_set_document:
 * @self: a workspace
 * @document: (transfer none): what the window shows from now on
 *
 * Starts over: filter, selection, camera and brush belong to the story.
 */
void
leadup_workspace_set_document (LeadupWorkspace *self,
                               LeadupDocument  *document)
{
  LeadupFilterFields everything = LEADUP_FILTER_FIELDS_INIT;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (LEADUP_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (leadup_document_get_story (self->document), self);
  g_set_object (&self->document, document);
  g_signal_connect_object (leadup_document_get_story (document), "changed",
                           G_CALLBACK (story_changed_cb), self, G_CONNECT_SWAPPED);

  leadup_filter_unref (self->filter);
  self->filter = leadup_filter_new (&everything);
  leadup_camera_reset (self->camera);
  set_default_lanes (self);
  leadup_workspace_clear_brush (self);
  leadup_workspace_select_none (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  project (self);
}

LeadupStory *
leadup_workspace_get_story (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return self->document != NULL ? leadup_document_get_story (self->document) : NULL;
}

LeadupHistory *
leadup_workspace_get_history (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return self->document != NULL ? leadup_document_get_history (self->document) : NULL;
}

LeadupProjection *
leadup_workspace_get_projection (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return leadup_projector_get_projection (self->projector);
}

LeadupTimelineIndex *
leadup_workspace_get_index (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return leadup_projector_get_index (self->projector);
}

/* Returns: (nullable): the clock of the timeline */
const LeadupTimeFolds *
leadup_workspace_get_folds (LeadupWorkspace *self)
{
  LeadupTimelineIndex *index = leadup_workspace_get_index (self);

  return index != NULL ? leadup_timeline_index_get_folds (index) : NULL;
}

double
leadup_workspace_get_progress (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), -1);

  return leadup_projector_get_progress (self->projector);
}

LeadupFilter *
leadup_workspace_get_filter (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return self->filter;
}

void
leadup_workspace_set_filter (LeadupWorkspace *self,
                             LeadupFilter    *filter)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (filter != NULL);

  if (leadup_filter_equal (self->filter, filter))
    return;

  leadup_filter_ref (filter);
  leadup_filter_unref (self->filter);
  self->filter = filter;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  project (self);
}

LeadupLanesBy
leadup_workspace_get_lanes_by (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), LEADUP_LANES_NONE);

  return self->lanes_by;
}

void
leadup_workspace_set_lanes_by (LeadupWorkspace *self,
                               LeadupLanesBy    lanes_by)
{
  const LeadupViewFields *other;
  LeadupViewFields lanes;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (lanes_by < G_N_ELEMENTS (self->lanes));

  if (self->lanes_by == lanes_by)
    return;

  other = leadup_view_get_fields (self->lanes[lanes_by]);
  lanes = *leadup_view_get_fields (self->lanes[self->lanes_by]);
  lanes.lanes_by = lanes_by;
  lanes.lanes_order = other->lanes_order;
  lanes.lanes = other->lanes;
  lanes.n_lanes = other->n_lanes;
  leadup_workspace_set_lanes (self, &lanes);
}

const LeadupViewFields *
leadup_workspace_get_lanes (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return leadup_view_get_fields (self->lanes[self->lanes_by]);
}

LeadupView *
leadup_workspace_get_lanes_view (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return self->lanes[self->lanes_by];
}

void
leadup_workspace_set_lanes (LeadupWorkspace        *self,
                            const LeadupViewFields *lanes)
{
  LeadupViewFields fields = { .id = "lanes" };
  g_autoptr (LeadupView) view = NULL;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (lanes != NULL && lanes->lanes_by < G_N_ELEMENTS (self->lanes));

  fields.lanes_by = lanes->lanes_by;
  fields.lanes_order = lanes->lanes_order;
  fields.lanes = lanes->lanes;
  fields.n_lanes = lanes->n_lanes;
  fields.top = lanes->top;
  fields.second_zone = lanes->second_zone;
  fields.is_quiet_folded = lanes->is_quiet_folded;
  fields.opened = lanes->opened;
  fields.n_opened = lanes->n_opened;
  view = leadup_view_new (&fields);
  if (leadup_view_has_lanes_of (view, leadup_workspace_get_lanes_view (self)))
    return;

  g_set_object (&self->lanes[fields.lanes_by], view);
  self->lanes_by = fields.lanes_by;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANES_BY]);
  project (self);
}

guint
leadup_workspace_get_n_selected (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), 0);

  return self->selection->len;
}

const LeadupSelected *
leadup_workspace_get_selected (LeadupWorkspace *self,
                               guint            index)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (index < self->selection->len, NULL);

  return &g_array_index (self->selection, LeadupSelected, index);
}

/* Returns: (nullable): what was selected last */
const LeadupSelected *
leadup_workspace_get_primary (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  if (self->selection->len == 0)
    return NULL;

  return &g_array_index (self->selection, LeadupSelected, self->selection->len - 1);
}

gboolean
leadup_workspace_is_selected (LeadupWorkspace *self,
                              LeadupRecordKind kind,
                              const char      *id)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  return leadup_selection_find (self->selection, kind, id) != G_MAXUINT;
}

void
leadup_workspace_select (LeadupWorkspace *self,
                         LeadupRecordKind kind,
                         const char      *id)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  if (self->selection->len == 1 && leadup_selection_find (self->selection, kind, id) == 0)
    return;

  select_only (self, kind, FALSE, id);
}

void
leadup_workspace_select_tie (LeadupWorkspace *self,
                             const char      *actor,
                             const char      *other)
{
  g_autofree char *id = NULL;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (actor != NULL && other != NULL);

  id = g_strdup_printf ("%s %s", actor, other);
  select_only (self, LEADUP_RECORD_ACTOR, TRUE, id);
}

void
leadup_workspace_select_add (LeadupWorkspace *self,
                             LeadupRecordKind kind,
                             const char      *id)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  if (leadup_selection_find (self->selection, kind, id) == G_MAXUINT)
    leadup_workspace_select_toggle (self, kind, id);
}

void
leadup_workspace_select_toggle (LeadupWorkspace *self,
                                LeadupRecordKind kind,
                                const char      *id)
{
  guint index;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  index = leadup_selection_find (self->selection, kind, id);
  if (index != G_MAXUINT)
    g_array_remove_index (self->selection, index);
  else
    leadup_selection_append (self->selection, kind, FALSE, id);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
leadup_workspace_select_none (LeadupWorkspace *self)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  if (self->selection->len == 0)
    return;

  g_array_set_size (self->selection, 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

gboolean
leadup_workspace_get_camera (LeadupWorkspace *self,
                             LeadupInstant   *from,
                             LeadupInstant   *to)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  return leadup_camera_get (self->camera, from, to);
}

void
leadup_workspace_set_camera (LeadupWorkspace *self,
                             LeadupInstant    from,
                             LeadupInstant    to)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  if (leadup_camera_set (self->camera, from, to))
    g_signal_emit (self, signals[CAMERA_CHANGED], 0);
}

void
leadup_workspace_jump_camera (LeadupWorkspace *self,
                              LeadupInstant    from,
                              LeadupInstant    to)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  if (leadup_camera_jump (self->camera, from, to))
    g_signal_emit (self, signals[CAMERA_CHANGED], 0);
}

void
leadup_workspace_fit_camera (LeadupWorkspace *self)
{
  TimeRange range;

  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  if (find_fitting (self, &range))
    {
      self->fitted = range;
      leadup_workspace_jump_camera (self, range.from, range.to);
    }
}

/* How wide the time window is drawn: fitting it leaves room for the last titles. What was fitted
 * stays so. */
void
leadup_workspace_set_plot_width (LeadupWorkspace *self,
                                 double           width)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  if (fabs (self->plot_width - width) < 8)
    return;

  self->plot_width = width;
  refit_camera (self);
}

/* Where the camera was before the last jump. */
gboolean
leadup_workspace_camera_back (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  if (!leadup_camera_back (self->camera))
    return FALSE;

  g_signal_emit (self, signals[CAMERA_CHANGED], 0);

  return TRUE;
}

gboolean
leadup_workspace_camera_forward (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  if (!leadup_camera_forward (self->camera))
    return FALSE;

  g_signal_emit (self, signals[CAMERA_CHANGED], 0);

  return TRUE;
}

gboolean
leadup_workspace_get_brush (LeadupWorkspace *self,
                            LeadupInstant   *from,
                            LeadupInstant   *to)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  *from = self->brush.from;
  *to = self->brush.to;

  return self->has_brush;
}

void
leadup_workspace_set_brush (LeadupWorkspace *self,
                            LeadupInstant    from,
                            LeadupInstant    to)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (from <= to);

  self->brush = (TimeRange) { from, to };
  self->has_brush = TRUE;
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

void
leadup_workspace_clear_brush (LeadupWorkspace *self)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  if (!self->has_brush)
    return;

  self->has_brush = FALSE;
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

const LeadupSelected *
leadup_workspace_get_hover (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), NULL);

  return self->hover.id != NULL ? &self->hover : NULL;
}

/**
 * leadup_workspace_set_hover:
 * @self: a workspace
 * @kind: of the record
 * @is_tie: whether @id names two actors
 * @id: (nullable): what the pointer is over; %NULL = nothing
 */
void
leadup_workspace_set_hover (LeadupWorkspace *self,
                            LeadupRecordKind kind,
                            gboolean         is_tie,
                            const char      *id)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  if (g_strcmp0 (self->hover.id, id) == 0 && (id == NULL || self->hover.kind == kind))
    return;

  g_free (self->hover.id);
  self->hover = (LeadupSelected) { kind, is_tie, g_strdup (id) };
  g_signal_emit (self, signals[HOVER_CHANGED], 0);
}

void
leadup_workspace_select_events (LeadupWorkspace *self,
                                GPtrArray       *events)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));
  g_return_if_fail (events != NULL);

  g_array_set_size (self->selection, 0);
  for (guint i = 0; i < events->len; i++)
    leadup_selection_append (self->selection, LEADUP_RECORD_EVENT, FALSE,
                             leadup_record_get_id (g_ptr_array_index (events, i)));
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
leadup_workspace_set_view_only (LeadupWorkspace *self)
{
  g_return_if_fail (LEADUP_IS_WORKSPACE (self));

  self->is_view_only = TRUE;
}

gboolean
leadup_workspace_is_view_only (LeadupWorkspace *self)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (self), FALSE);

  return self->is_view_only;
}
