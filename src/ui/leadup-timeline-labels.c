/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-timeline-labels.h"

#include "base/leadup-job-slot.h"

struct _LeadupTimelineLabels
{
  GObject parent_instance;

  LeadupTimelineLevels *levels;
  LeadupJobSlot *placing;
  LeadupTimelineIndex *index; /* of the last job */
  LeadupTimelineSceneOptions options;
  const LeadupTheme *theme;
};

enum
{
  PLACED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupTimelineLabels, leadup_timeline_labels, G_TYPE_OBJECT)

typedef struct
{
  LeadupTimelineIndex *index;
  LeadupTimelineSceneOptions options;
  const LeadupTheme *theme;
} PlaceJob;

static void
place_job_free (gpointer data)
{
  PlaceJob *job = data;

  leadup_timeline_index_unref (job->index);
  g_free ((char *) job->options.second_zone);
  g_free (job);
}

/* Measuring places all labels, and the index keeps them. */
static gpointer
place_in_thread (gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  PlaceJob *job = data;
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (job->theme);
  LeadupRect plot;
  double height;

  leadup_timeline_scene_measure (job->index, &job->options, job->theme, measure, &plot, &height);

  return leadup_timeline_index_ref (job->index);
}

static void
placed_cb (gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  LeadupTimelineLabels *self = LEADUP_TIMELINE_LABELS (user_data);

  if (result == NULL)
    return;

  leadup_timeline_index_unref (result);
  g_signal_emit (self, signals[PLACED], 0);
}

static void
leadup_timeline_labels_dispose (GObject *object)
{
  LeadupTimelineLabels *self = LEADUP_TIMELINE_LABELS (object);

  if (self->placing != NULL)
    leadup_job_slot_cancel (self->placing);
  g_clear_object (&self->placing);
  g_clear_pointer (&self->index, leadup_timeline_index_unref);

  G_OBJECT_CLASS (leadup_timeline_labels_parent_class)->dispose (object);
}

static void
leadup_timeline_labels_finalize (GObject *object)
{
  LeadupTimelineLabels *self = LEADUP_TIMELINE_LABELS (object);

  g_free ((char *) self->options.second_zone);
  g_clear_pointer (&self->levels, leadup_timeline_levels_free);

  G_OBJECT_CLASS (leadup_timeline_labels_parent_class)->finalize (object);
}

static void
leadup_timeline_labels_class_init (LeadupTimelineLabelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_timeline_labels_dispose;
  object_class->finalize = leadup_timeline_labels_finalize;

  signals[PLACED] = g_signal_new ("placed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
leadup_timeline_labels_init (LeadupTimelineLabels *self)
{
  self->levels = leadup_timeline_levels_new ();
  self->placing = leadup_job_slot_new ();
}

LeadupTimelineLabels *
leadup_timeline_labels_new (void)
{
  return g_object_new (LEADUP_TYPE_TIMELINE_LABELS, NULL);
}

void
leadup_timeline_labels_fill (LeadupTimelineLabels       *self,
                             LeadupTimelineSceneOptions *options)
{
  g_return_if_fail (LEADUP_IS_TIMELINE_LABELS (self));
  g_return_if_fail (options != NULL);

  options->levels = self->levels;
  options->is_draft = TRUE;
}

/* Whether labels are the same with both. */
static gboolean
is_alike (const LeadupTimelineSceneOptions *a,
          const LeadupTimelineSceneOptions *b)
{
  return a->top == b->top && a->has_tension == b->has_tension && a->is_still == b->is_still &&
         a->width <= b->width && a->width >= b->width && a->height <= b->height &&
         a->height >= b->height && g_strcmp0 (a->second_zone, b->second_zone) == 0;
}

void
leadup_timeline_labels_place (LeadupTimelineLabels             *self,
                              LeadupTimelineIndex              *index,
                              const LeadupTimelineSceneOptions *options,
                              const LeadupTheme                *theme)
{
  PlaceJob *job;

  g_return_if_fail (LEADUP_IS_TIMELINE_LABELS (self));
  g_return_if_fail (index != NULL && options != NULL && theme != NULL);

  if (leadup_timeline_index_get_n_shown (index) <= LEADUP_TIMELINE_MANY_EVENTS ||
      (self->index == index && self->theme == theme && is_alike (&self->options, options)))
    return;

  g_clear_pointer (&self->index, leadup_timeline_index_unref);
  self->index = leadup_timeline_index_ref (index);
  g_free ((char *) self->options.second_zone);
  self->options = *options;
  self->options.second_zone = g_strdup (options->second_zone);
  self->theme = theme;

  job = g_new0 (PlaceJob, 1);
  job->index = leadup_timeline_index_ref (index);
  job->options = *options;
  job->options.second_zone = g_strdup (options->second_zone);
  job->options.levels = NULL;
  job->options.is_draft = FALSE;
  job->theme = theme;
  leadup_job_slot_start (self->placing, place_in_thread, job, place_job_free,
                         (GDestroyNotify) leadup_timeline_index_unref, placed_cb, self);
}
