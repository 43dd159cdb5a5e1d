/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-export-job.h"

#include "export/leadup-chart-text.h"
#include "export/leadup-pages.h"
#include "export/leadup-png-exporter.h"
#include "export/leadup-svg-writer.h"
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

void
leadup_export_job_set_exporter (LeadupExportJob      *self,
                                const LeadupExporter *exporter)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (exporter != NULL);

  self->exporter = exporter;
}

/* Where leadup_export_job_write() writes. */
void
leadup_export_job_set_file (LeadupExportJob *self,
                            GFile           *file)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
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
  g_autoptr (LeadupPages) pages = NULL;
  const LeadupChart *chart;
  LeadupExportOptions draft;
  double scale;

  g_return_val_if_fail (self != NULL, NULL);

  draft = *self->options;
  draft.alt = NULL;
  if (self->exporter == NULL || !self->exporter->has_pages)
    draft.paper = LEADUP_PAPER_NONE;
  pages = leadup_pages_new (self->snapshot, &draft, 0, 0, cancellable, error);
  if (pages == NULL)
    return NULL;

  chart = leadup_pages_get_chart (pages, 0);
  scale = MIN (PREVIEW_WIDTH / leadup_scene_get_width (chart->scene),
               PREVIEW_HEIGHT / leadup_scene_get_height (chart->scene));
  if (!leadup_raster_paint (chart->scene, MIN (scale, 2), chart->measure, &preview->raster,
                            error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  preview->n_pages = leadup_pages_get_n (pages);
  preview->alt = leadup_chart_text_draft_alt (chart->snapshot, &draft, chart->title);
  preview->source_line = leadup_chart_text_draft_source_line (chart->snapshot, &draft);
  leadup_export_data_count_doubts (chart->snapshot, self->options, &preview->doubts);

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

/**
 * leadup_export_job_copy:
 * @self: a job
 * @cancellable: (nullable): tested in loops
 * @error: return location
 *
 * Makes the picture as pixels, as a drawing and as words. Any thread.
 *
 * Returns: (transfer full): all three, or %NULL
 */
LeadupExportCopy *
leadup_export_job_copy (LeadupExportJob *self,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_autoptr (LeadupExportCopy) copy = g_new0 (LeadupExportCopy, 1);
  g_autoptr (LeadupChart) chart = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  chart = leadup_chart_new (self->snapshot, self->options, cancellable, error);
  if (chart == NULL)
    return NULL;

  copy->alt = g_strdup (chart->alt);
  copy->svg = leadup_svg_writer_write (chart->scene, chart->zoom, chart->title, chart->alt);
  copy->png = leadup_png_exporter.write (self->snapshot, self->options, cancellable, error);

  return copy->png != NULL ? g_steal_pointer (&copy) : NULL;
}

void
leadup_export_copy_free (LeadupExportCopy *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->png, g_bytes_unref);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_free (self->alt);
  g_free (self);
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
