/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-png-exporter.h"

#include "base/leadup-error.h"
#include "export/leadup-chart.h"
#include "render/leadup-raster.h"

#include <glib/gi18n.h>
#include <png.h>
#include <setjmp.h>

/* Pixels per metre of a picture at scale 1: CSS’ 96 to the inch. */
#define PIXELS_PER_METRE (96 / 0.0254)

/* Of zlib, 1 … 9. */
#define COMPRESSION_LEVEL 3

/* What libpng’s callbacks see. */
typedef struct
{
  GByteArray *bytes;
  GCancellable *cancellable;
  char message[200];
} Sink;

static void
write_data (png_structp png,
            png_bytep   data,
            size_t      length)
{
  Sink *sink = png_get_io_ptr (png);

  if (g_cancellable_is_cancelled (sink->cancellable))
    png_error (png, "cancelled");
  g_byte_array_append (sink->bytes, data, (guint) length);
}

static void
flush_data (png_structp png)
{
}

G_NORETURN static void
fail (png_structp     png,
      png_const_charp message)
{
  Sink *sink = png_get_error_ptr (png);

  g_strlcpy (sink->message, message, sizeof sink->message);
  png_longjmp (png, 1);
}

static void
ignore_warning (png_structp     png,
                png_const_charp message)
{
}

/* Texts of the file: titles for programs that list pictures, the description for who cannot see it.
 */
static void
set_texts (png_structp        png,
           png_infop          info,
           const LeadupChart *chart)
{
  const struct
  {
    const char *key;
    const char *text;
  } texts[] = {
    { "Title", chart->title },
    { "Author", chart->byline },
    { "Description", chart->alt },
    { "Software", "Leadup" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      png_text entry = { 0 };

      if (texts[i].text == NULL || *texts[i].text == '\0')
        continue;

      entry.compression = PNG_ITXT_COMPRESSION_NONE;
      entry.key = (char *) texts[i].key;
      entry.text = (char *) texts[i].text;
      entry.itxt_length = strlen (texts[i].text);
      entry.lang = (char *) "";
      entry.lang_key = (char *) "";
      png_set_text (png, info, &entry, 1);
    }
}

/* One row of cairo’s premultiplied ARGB as RGB; charts have no transparent parts. */
static void
convert_row (const guint32 *source,
             int            width,
             guint8        *target)
{
  for (int x = 0; x < width; x++)
    {
      target[3 * x] = (guint8) (source[x] >> 16);
      target[3 * x + 1] = (guint8) (source[x] >> 8);
      target[3 * x + 2] = (guint8) source[x];
    }
}

/* libpng jumps here on any error, so nothing that needs freeing is declared after setjmp. */
static gboolean
encode (png_structp         png,
        png_infop           info,
        const LeadupRaster *raster,
        const LeadupChart  *chart,
        double              scale,
        guint8             *row)
{
  const guint8 *pixels = g_bytes_get_data (raster->bytes, NULL);
  guint32 density = (guint32) (PIXELS_PER_METRE * scale + 0.5);

  if (setjmp (png_jmpbuf (png)) != 0)
    return FALSE;

  png_set_IHDR (png, info, (guint32) raster->width, (guint32) raster->height, 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  /* Even colours and letters: filters make such a picture larger, and higher levels hardly smaller.
   */
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level (png, COMPRESSION_LEVEL);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, density, density, PNG_RESOLUTION_METER);
  set_texts (png, info, chart);
  png_write_info (png, info);
  for (int y = 0; y < raster->height; y++)
    {
      convert_row ((const guint32 *) (gconstpointer) (pixels + (gsize) y * raster->stride),
                   raster->width, row);
      png_write_row (png, row);
    }
  png_write_end (png, info);

  return TRUE;
}

static GBytes *
to_png (const LeadupRaster *raster,
        const LeadupChart  *chart,
        double              scale,
        GCancellable       *cancellable,
        GError            **error)
{
  g_autofree guint8 *row = g_malloc ((gsize) raster->width * 3);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Sink sink = { bytes, cancellable, "" };
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &sink, fail, ignore_warning);
  png_infop info = png_create_info_struct (png);
  gboolean is_encoded;

  png_set_write_fn (png, &sink, write_data, flush_data);
  is_encoded = encode (png, info, raster, chart, scale, row);
  png_destroy_write_struct (&png, &info);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!is_encoded)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT, _ ("The PNG could not be written: %s"),
                   sink.message);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
write_png (LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           GCancellable              *cancellable,
           GError                   **error)
{
  g_autoptr (LeadupChart) chart = leadup_chart_new (snapshot, options, cancellable, error);
  LeadupRaster raster;
  GBytes *bytes;

  if (chart == NULL ||
      !leadup_raster_paint (chart->scene, options->scale * chart->zoom, chart->measure, &raster,
                            error))
    return NULL;

  bytes = to_png (&raster, chart, options->scale, cancellable, error);
  leadup_raster_clear (&raster);

  return bytes;
}

const LeadupExporter leadup_png_exporter = {
  .id = "png",
  .label = N_ ("PNG picture"),
  .extension = "png",
  .content_type = "image/png",
  .is_picture = TRUE,
  .write = write_png,
};
