/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-projector.h"

#include "base/leadup-job-slot.h"

#define PROGRESS_MS 100

struct _LeadupProjector
{
  GObject parent_instance;

  LeadupJobSlot *indexing;
  LeadupJobSlot *projecting;
  LeadupTimelineIndex *index;
  LeadupProjection *projection;
  int *permille; /* (nullable): of the newest index while it is made; shared with the worker */
  guint progress_timeout;
  gboolean is_slow;
};

enum
{
  INDEXED,
  PROJECTED,
  PROGRESSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupProjector, leadup_projector, G_TYPE_OBJECT)

/* What a worker needs for an index. */
typedef struct
{
  LeadupTimelineIndex *before;
  LeadupSnapshot *snapshot;
  LeadupFilter *filter;
  LeadupView *lanes;
  int *permille;
} IndexJob;

static void
index_job_free (gpointer data)
{
  IndexJob *job = data;

  g_clear_pointer (&job->before, leadup_timeline_index_unref);
  leadup_snapshot_unref (job->snapshot);
  leadup_filter_unref (job->filter);
  g_object_unref (job->lanes);
  g_atomic_rc_box_release (job->permille);
  g_free (job);
}

/* An index, and what a projection is made of beside it. */
typedef struct
{
  LeadupTimelineIndex *index;
  LeadupFilter *filter;
  LeadupFilter *prepared;
  guint32 *matches;
} Indexed;

static void
indexed_free (gpointer data)
{
  Indexed *self = data;

  g_clear_pointer (&self->index, leadup_timeline_index_unref);
  g_clear_pointer (&self->filter, leadup_filter_unref);
  g_clear_pointer (&self->prepared, leadup_filter_unref);
  g_free (self->matches);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Indexed, indexed_free)

static gpointer
index_in_thread (gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  IndexJob *job = data;
  g_autoptr (Indexed) self = g_new0 (Indexed, 1);

  self->filter = leadup_filter_ref (job->filter);
  self->prepared = leadup_filter_prepare (job->filter, job->snapshot);
  if (!leadup_filter_is_empty (self->prepared))
    self->matches = leadup_filter_match_all (self->prepared, job->snapshot, cancellable);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    self->index = leadup_timeline_index_update (job->before, job->snapshot, self->matches,
                                                leadup_view_get_fields (job->lanes), job->permille,
                                                cancellable);
  if (self->index == NULL)
    {
      g_clear_error (error);
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static gpointer
project_in_thread (gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  Indexed *indexed = data;

  return leadup_projection_new (indexed->index, indexed->filter, indexed->prepared,
                                indexed->matches, cancellable, error);
}

static void
projected_cb (gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  LeadupProjector *self = LEADUP_PROJECTOR (user_data);

  if (result == NULL)
    return;

  g_clear_pointer (&self->projection, leadup_projection_unref);
  self->projection = result;
  g_signal_emit (self, signals[PROJECTED], 0);
}

static void
stop_telling (LeadupProjector *self)
{
  gboolean was_slow = self->is_slow;

  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_pointer (&self->permille, g_atomic_rc_box_release);
  self->is_slow = FALSE;
  if (was_slow)
    g_signal_emit (self, signals[PROGRESSED], 0);
}

static void
indexed_cb (gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  LeadupProjector *self = LEADUP_PROJECTOR (user_data);
  Indexed *indexed = result;

  stop_telling (self);
  if (result == NULL)
    return;

  g_clear_pointer (&self->index, leadup_timeline_index_unref);
  self->index = leadup_timeline_index_ref (indexed->index);
  leadup_job_slot_start (self->projecting, project_in_thread, indexed, indexed_free,
                         (GDestroyNotify) leadup_projection_unref, projected_cb, self);
  g_signal_emit (self, signals[INDEXED], 0);
}

static gboolean
progress_cb (gpointer user_data)
{
  LeadupProjector *self = LEADUP_PROJECTOR (user_data);

  self->is_slow = TRUE;
  g_signal_emit (self, signals[PROGRESSED], 0);

  return G_SOURCE_CONTINUE;
}

static void
leadup_projector_dispose (GObject *object)
{
  LeadupProjector *self = LEADUP_PROJECTOR (object);

  if (self->indexing != NULL)
    leadup_projector_cancel (self);
  g_clear_object (&self->indexing);
  g_clear_object (&self->projecting);

  G_OBJECT_CLASS (leadup_projector_parent_class)->dispose (object);
}

static void
leadup_projector_finalize (GObject *object)
{
  LeadupProjector *self = LEADUP_PROJECTOR (object);

  g_clear_pointer (&self->projection, leadup_projection_unref);
  g_clear_pointer (&self->index, leadup_timeline_index_unref);

  G_OBJECT_CLASS (leadup_projector_parent_class)->finalize (object);
}

static void
leadup_projector_class_init (LeadupProjectorClass *klass)
{
  static const char *const names[N_SIGNALS] = { "indexed", "projected", "progressed" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_projector_dispose;
  object_class->finalize = leadup_projector_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
leadup_projector_init (LeadupProjector *self)
{
  self->indexing = leadup_job_slot_new ();
  self->projecting = leadup_job_slot_new ();
}

LeadupProjector *
leadup_projector_new (void)
{
  return g_object_new (LEADUP_TYPE_PROJECTOR, NULL);
}

/**
 * leadup_projector_start:
 * @snapshot: (transfer none): the story
 * @filter: (transfer none): what is let through
 * @lanes: (transfer none): what it says of lanes is how the index makes them
 *
 * Starts over; what was not ready is dropped.
 */
void
leadup_projector_start (LeadupProjector *self,
                        LeadupSnapshot  *snapshot,
                        LeadupFilter    *filter,
                        LeadupView      *lanes)
{
  IndexJob *job;

  g_return_if_fail (LEADUP_IS_PROJECTOR (self));
  g_return_if_fail (snapshot != NULL && filter != NULL);
  g_return_if_fail (LEADUP_IS_VIEW (lanes));

  leadup_projector_cancel (self);
  self->permille = g_atomic_rc_box_new0 (int);
  self->progress_timeout = g_timeout_add (PROGRESS_MS, progress_cb, self);

  job = g_new0 (IndexJob, 1);
  job->before = self->index != NULL ? leadup_timeline_index_ref (self->index) : NULL;
  job->snapshot = leadup_snapshot_ref (snapshot);
  job->filter = leadup_filter_ref (filter);
  job->lanes = g_object_ref (lanes);
  job->permille = g_atomic_rc_box_acquire (self->permille);
  leadup_job_slot_start (self->indexing, index_in_thread, job, index_job_free, indexed_free,
                         indexed_cb, self);
}

void
leadup_projector_cancel (LeadupProjector *self)
{
  g_return_if_fail (LEADUP_IS_PROJECTOR (self));

  leadup_job_slot_cancel (self->indexing);
  leadup_job_slot_cancel (self->projecting);
  stop_telling (self);
}

LeadupTimelineIndex *
leadup_projector_get_index (LeadupProjector *self)
{
  g_return_val_if_fail (LEADUP_IS_PROJECTOR (self), NULL);

  return self->index;
}

LeadupProjection *
leadup_projector_get_projection (LeadupProjector *self)
{
  g_return_val_if_fail (LEADUP_IS_PROJECTOR (self), NULL);

  return self->projection;
}

double
leadup_projector_get_progress (LeadupProjector *self)
{
  g_return_val_if_fail (LEADUP_IS_PROJECTOR (self), -1);

  return self->is_slow ? g_atomic_int_get (self->permille) / 1000.0 : -1;
}
