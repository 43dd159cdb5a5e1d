/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-export-data.h"
#include "render/leadup-raster.h"

G_BEGIN_DECLS

/**
 * LeadupExportJob:
 *
 * What a worker needs to preview or write a picture: the story as it was, and options with texts of
 * its own. Made by the main thread, then owned by the worker.
 */
typedef struct _LeadupExportJob LeadupExportJob;

/**
 * LeadupExportPreview:
 * @raster: the picture, small enough for a screen
 * @source_line: draft of the line of sources
 * @alt: draft of the alternative text
 * @n_pages: of a PDF
 * @doubts: what in the picture somebody has to answer for
 *
 * What the dialogue shows. One owner.
 */
typedef struct
{
  LeadupRaster raster;
  char *source_line;
  char *alt;
  guint n_pages;
  LeadupDoubts doubts;
} LeadupExportPreview;

LeadupExportJob *
leadup_export_job_new (LeadupSnapshot *snapshot,
                       const LeadupExportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void leadup_export_job_free (LeadupExportJob *self);
void leadup_export_job_set_exporter (LeadupExportJob *self, const LeadupExporter *exporter);
void leadup_export_job_set_file (LeadupExportJob *self, GFile *file);

LeadupExportPreview *leadup_export_job_preview (LeadupExportJob *self,
                                                GCancellable *cancellable,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean leadup_export_job_write (LeadupExportJob *self, GCancellable *cancellable, GError **error);

/**
 * LeadupExportCopy:
 *
 * A picture in all forms that other programs paste. One owner.
 */
typedef struct
{
  GBytes *png;
  GBytes *svg;
  char *alt;
} LeadupExportCopy;

LeadupExportCopy *leadup_export_job_copy (LeadupExportJob *self,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void leadup_export_copy_free (LeadupExportCopy *self);
void leadup_export_preview_free (LeadupExportPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupExportJob, leadup_export_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupExportCopy, leadup_export_copy_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupExportPreview, leadup_export_preview_free)

G_END_DECLS
