/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-export-job.h"

#include "export/leadup-chart-text.h"
#include "export/leadup-chart.h"
#include "storage/leadup-file-writer.h"

/* Pixels: as much as a dialogue shows on a screen of double density. */
#define PREVIEW_WIDTH 1600.0
#define PREVIEW_HEIGHT 1200.0

struct _LeadupExportJob
{
  LeadupSnapshot *snapshot;
  LeadupExportOptions *options;
  const LeadupExporter *exporter;
  GFile *file;
};

/**
 * leadup_export_job_new:
 * @snapshot: the story
 * @options: copied with its texts
 *
 * Returns: (transfer full): the job
 */
LeadupExportJob *
leadup_export_job_new (LeadupSnapshot            *snapshot,
                       const LeadupExportOptions *options)
{
  LeadupExportJob *self;

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (LeadupExportJob, 1);
  self->snapshot = leadup_snapshot_ref (snapshot);
  self->options = leadup_export_options_copy (options);

  return self;
}

void
leadup_export_job_free (LeadupExportJob *self)
{
  g_return_if_fail (self != NULL);

  leadup_snapshot_unref (self->snapshot);
  leadup_export_options_free (self->options);
  g_clear_object (&self->file);
  g_free (self);
}

/* What leadup_export_job_write() writes, and where. */
void
leadup_export_job_set_file (LeadupExportJob      *self,
                            const LeadupExporter *exporter,
                            GFile                *file)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (exporter != NULL);
  g_return_if_fail (G_IS_FILE (file));

  self->exporter = exporter;
  g_set_object (&self->file, file);
}

static gboolean
is_shown (const LeadupExportOptions *options,
          LeadupEvent               *event)
{
  LeadupWhen *when = leadup_event_get_when (event);

  if (options->filter != NULL && !leadup_filter_matches (options->filter, event))
    return FALSE;
  if (options->from == LEADUP_INSTANT_MIN && options->to == LEADUP_INSTANT_MAX)
    return TRUE;

  return when != NULL && leadup_when_overlaps (when, options->from, options->to);
}

static void
count_events (LeadupExportJob     *self,
              LeadupExportPreview *preview)
{
  g_autoptr (LeadupSnapshot) public = leadup_chart_make_public (self->snapshot, self->options);
  guint n = leadup_snapshot_get_n (public, LEADUP_RECORD_EVENT);

  for (guint i = 0; i < n; i++)
    {
      LeadupEvent *event = leadup_snapshot_get (public, LEADUP_RECORD_EVENT, i);
      LeadupVerification verification = leadup_event_get_fields (event)->verification;

      if (!is_shown (self->options, event))
        continue;
      preview->n_events++;
      preview->n_unsure += verification == LEADUP_VERIFICATION_UNVERIFIED ||
                           verification == LEADUP_VERIFICATION_DISPUTED;
    }
}

/**
 * leadup_export_job_preview:
 * @self: a job
 * @cancellable: (nullable): tested in loops
 * @error: return location
 *
 * Draws the picture for the screen and drafts its texts. Any thread.
 *
 * Returns: (transfer full): what to show, or %NULL
 */
LeadupExportPreview *
leadup_export_job_preview (LeadupExportJob *self,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr (LeadupExportPreview) preview = g_new0 (LeadupExportPreview, 1);
  g_autoptr (LeadupChart) chart = NULL;
  LeadupExportOptions draft;
  double scale;

  g_return_val_if_fail (self != NULL, NULL);

  draft = *self->options;
  draft.alt = NULL;
  chart = leadup_chart_new (self->snapshot, &draft, cancellable, error);
  if (chart == NULL)
    return NULL;

  scale = MIN (PREVIEW_WIDTH / leadup_scene_get_width (chart->scene),
               PREVIEW_HEIGHT / leadup_scene_get_height (chart->scene));
  if (!leadup_raster_paint (chart->scene, MIN (scale, 2), chart->measure, &preview->raster,
                            error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  preview->alt = leadup_chart_text_draft_alt (self->snapshot, &draft, chart->title);
  preview->source_line = leadup_chart_text_draft_source_line (self->snapshot, &draft);
  count_events (self, preview);

  return g_steal_pointer (&preview);
}

/**
 * leadup_export_job_write:
 * @self: a job with a file
 * @cancellable: (nullable): tested in loops
 * @error: return location
 *
 * Makes the picture and puts it in place of whatever the file held: all of it, or nothing. Any
 * thread.
 *
 * Returns: whether it was written
 */
gboolean
leadup_export_job_write (LeadupExportJob *self,
                         GCancellable    *cancellable,
                         GError         **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && self->exporter != NULL, FALSE);

  bytes = self->exporter->write (self->snapshot, self->options, cancellable, error);

  return bytes != NULL &&
         leadup_file_writer_write (self->file, bytes, NULL, NULL, cancellable, error);
}

void
leadup_export_preview_free (LeadupExportPreview *self)
{
  g_return_if_fail (self != NULL);

  leadup_raster_clear (&self->raster);
  g_free (self->source_line);
  g_free (self->alt);
  g_free (self);
}
