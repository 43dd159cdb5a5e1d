/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-pdf-exporter.h"

#include "base/leadup-error.h"
#include "export/leadup-export-data.h"
#include "export/leadup-pages.h"
#include "model/leadup-event-parties.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

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

/* A string for the attributes of a tag. */
static char *
quote (const char *text)
{
  g_autoptr (GString) quoted = g_string_new ("'");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '\'');

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/* An event leads to its first source that everybody can read. */
static const char *
find_url (const LeadupChart *chart,
          const char        *event_id)
{
  LeadupEvent *event = leadup_snapshot_lookup (chart->snapshot, LEADUP_RECORD_EVENT, event_id);
  g_autoptr (GPtrArray) sources = NULL;

  if (event == NULL)
    return NULL;

  sources = leadup_event_parties_list_sources (chart->snapshot, event);
  for (guint i = 0; i < sources->len; i++)
    {
      const char *url = leadup_export_data_get_url (g_ptr_array_index (sources, i));

      /* A link is ASCII; what is not has no business in an address. */
      if (url != NULL && g_str_is_ascii (url))
        return url;
    }

  return NULL;
}

static void
add_links (const LeadupPages *pages,
           guint              page,
           cairo_t           *cr)
{
  const LeadupChart *chart = leadup_pages_get_chart (pages, page);

  for (guint i = 0; i < leadup_scene_get_n_groups (chart->scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (chart->scene, i);
      g_autofree char *attributes = NULL;
      g_autofree char *uri = NULL;
      const char *url;
      LeadupRect placed;
      char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];

      if (group->kind != LEADUP_SCENE_EVENT || group->id == NULL ||
          !leadup_pages_place (pages, page, &group->bounds, &placed))
        continue;
      url = find_url (chart, group->id);
      if (url == NULL)
        continue;

      uri = quote (url);
      g_ascii_formatd (numbers[0], sizeof numbers[0], "%.2f", placed.x);
      g_ascii_formatd (numbers[1], sizeof numbers[1], "%.2f", placed.y);
      g_ascii_formatd (numbers[2], sizeof numbers[2], "%.2f", placed.width);
      g_ascii_formatd (numbers[3], sizeof numbers[3], "%.2f", placed.height);
      attributes = g_strdup_printf ("uri=%s rect=[%s %s %s %s]", uri, numbers[0], numbers[1],
                                    numbers[2], numbers[3]);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}

/* The outline of a page: its title where there are several charts, and the phases on it. */
static void
add_outline (const LeadupPages *pages,
             guint              page,
             cairo_surface_t   *surface)
{
  const LeadupChart *chart = leadup_pages_get_chart (pages, page);
  gboolean is_first = page == 0 || leadup_pages_get_chart (pages, page - 1) != chart;
  g_autofree char *target = g_strdup_printf ("page=%u", page + 1);
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  if (is_first && chart->title != NULL && *chart->title != '\0')
    parent = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, chart->title, target,
                                            CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint i = 0; i < leadup_scene_get_n_groups (chart->scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (chart->scene, i);
      g_autofree char *place = NULL;
      LeadupRect placed;

      /* On the page on which it begins. */
      if (group->kind != LEADUP_SCENE_PHASE || group->title == NULL ||
          !leadup_pages_place (pages, page,
                               &(LeadupRect) { group->bounds.x, group->bounds.y, 1, 1 }, &placed))
        continue;
      place = g_strdup_printf ("page=%u pos=[%d %d]", page + 1, (int) placed.x, (int) placed.y);
      cairo_pdf_surface_add_outline (surface, parent, group->title, place, 0);
    }
}

static cairo_status_t
paint_pages (const LeadupPages *pages,
             Sink              *sink)
{
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  cairo_t *cr;

  leadup_pages_get_size (pages, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_to_sink, sink, width, height);
  set_metadata (surface, leadup_pages_get_chart (pages, 0));
  cr = cairo_create (surface);
  for (guint i = 0; i < leadup_pages_get_n (pages); i++)
    {
      leadup_pages_get_size (pages, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      /* Without a structure around it, cairo 1.16 writes links that point at an object which is not
       * there. */
      cairo_tag_begin (cr, "Sect", NULL);
      leadup_pages_paint (pages, i, cr);
      add_links (pages, i, cr);
      cairo_tag_end (cr, "Sect");
      add_outline (pages, i, surface);
      cairo_show_page (cr);
    }
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
  g_autoptr (LeadupPages) pages = leadup_pages_new (snapshot, options, 0, 0, cancellable, error);
  g_autoptr (GByteArray) bytes = NULL;
  Sink sink;
  cairo_status_t status;

  if (pages == NULL)
    return NULL;

  bytes = g_byte_array_new ();
  sink = (Sink) { bytes, cancellable };
  status = paint_pages (pages, &sink);
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
  .label = N_ ("PDF document"),
  .extension = "pdf",
  .content_type = "application/pdf",
  .is_picture = TRUE,
  .has_pages = TRUE,
  .write = write_pdf,
};
