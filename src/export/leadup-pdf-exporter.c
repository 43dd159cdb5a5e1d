/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-pdf-exporter.h"

#include "base/leadup-error.h"
#include "export/leadup-chart.h"
#include "render/leadup-painter.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* Points per pixel at scale 1: 72 to the inch for CSS’ 96. */
#define POINTS_PER_PIXEL 0.75

/* The largest page that PDF readers open: 200 inches. */
#define MAX_SIDE_POINTS 14400.0

/* Where cairo’s bytes go. */
typedef struct
{
  GByteArray *bytes;
  GCancellable *cancellable;
} Sink;

static cairo_status_t
write_to_sink (void                *closure,
               const unsigned char *data,
               unsigned int         length)
{
  Sink *sink = closure;

  if (g_cancellable_is_cancelled (sink->cancellable))
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (sink->bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The creation date would hold the time zone, and make two runs differ. */
static void
set_metadata (cairo_surface_t   *surface,
              const LeadupChart *chart)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  chart->title != NULL ? chart->title : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  chart->byline != NULL ? chart->byline : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  chart->alt != NULL ? chart->alt : "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Leadup");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, "");
}

static cairo_status_t
paint_page (const LeadupChart *chart,
            double             width,
            double             height,
            Sink              *sink)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_to_sink, sink, width, height);
  cairo_status_t status;
  cairo_t *cr;

  set_metadata (surface, chart);
  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  leadup_painter_paint (chart->scene, cr, chart->measure, NULL);
  cairo_show_page (cr);
  cairo_destroy (cr);

  /* Errors can appear as late as here; the context never sees them. */
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

static GBytes *
write_pdf (LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           GCancellable              *cancellable,
           GError                   **error)
{
  g_autoptr (LeadupChart) chart = leadup_chart_new (snapshot, options, cancellable, error);
  g_autoptr (GByteArray) bytes = NULL;
  Sink sink;
  cairo_status_t status;
  double width;
  double height;

  if (chart == NULL)
    return NULL;

  width = leadup_scene_get_width (chart->scene) * POINTS_PER_PIXEL;
  height = leadup_scene_get_height (chart->scene) * POINTS_PER_PIXEL;
  if (width > MAX_SIDE_POINTS || height > MAX_SIDE_POINTS)
    {
      g_set_error (
          error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
          _ ("A page of %.0f × %.0f pixels is too large for PDF: at most %.0f a side. Choose a "
             "smaller size, or a shorter range of time."),
          width / POINTS_PER_PIXEL, height / POINTS_PER_PIXEL, MAX_SIDE_POINTS / POINTS_PER_PIXEL);
      return NULL;
    }

  bytes = g_byte_array_new ();
  sink = (Sink) { bytes, cancellable };
  status = paint_page (chart, width, height, &sink);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT, _ ("The PDF could not be written: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

const LeadupExporter leadup_pdf_exporter = {
  .id = "pdf",
  .label = N_ ("PDF, a page with searchable text"),
  .extension = "pdf",
  .content_type = "application/pdf",
  .is_picture = TRUE,
  .write = write_pdf,
};
