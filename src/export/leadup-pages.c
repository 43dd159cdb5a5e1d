/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-pages.h"

#include "base/leadup-error.h"
#include "export/leadup-export-data.h"
#include "render/leadup-painter.h"
#include "render/leadup-table-scene.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Points per pixel at scale 1: 72 to the inch for CSS’ 96. */
#define POINTS_PER_PIXEL 0.75

/* The largest page that PDF readers open: 200 inches. */
#define MAX_SIDE_POINTS 14400.0

/* Points that printers leave blank: 10 mm. */
#define PAPER_MARGIN 28.35

/* Pixels that two neighbours share, so that they can be glued, and the length of the marks. */
#define OVERLAP 40.0
#define MARK_LENGTH 9.0

/* By how much a chart may be too high for a row of tiles before it gets a second one. */
#define SQUEEZE 1.6

#define MAX_PAGES 400

/**
 * Page:
 * @chart: index of its chart
 * @tile: what of the chart it shows, in pixels
 */
typedef struct
{
  guint chart;
  guint column;
  guint row;
  LeadupRect tile;
} Page;

/**
 * _LeadupPages:
 * @width: of the room on each page, in points; 0 = pages are as large as their charts
 * @margin: around it
 * @unit: points per unit of the charts’ scenes
 * @is_tiled: a chart lies over as many pages as it needs
 */
struct _LeadupPages
{
  GPtrArray *charts;
  GArray *pages;
  double width;
  double height;
  double margin;
  double unit;
  gboolean is_tiled;
};

/* The room on a page in units of the scenes. */
static LeadupRect
get_room (const LeadupPages *self)
{
  return (LeadupRect) { 0, 0, floor (self->width / self->unit), floor (self->height / self->unit) };
}

static guint
count_tiles (double length,
             double room)
{
  if (length <= room)
    return 1;

  return (guint) ceil ((length - OVERLAP) / (room - OVERLAP));
}

static gboolean
check_side (const LeadupPages *self,
            const LeadupChart *chart,
            GError           **error)
{
  double width = leadup_scene_get_width (chart->scene);
  double height = leadup_scene_get_height (chart->scene);
  double most = MAX_SIDE_POINTS / self->unit;

  if (width <= most && height <= most)
    return TRUE;

  g_set_error (
      error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
      _ ("A page of %.0f × %.0f pixels is too large for PDF: at most %.0f a side. Choose a "
         "smaller size, a shorter range of time, or a paper with tiles."),
      width, height, most);

  return FALSE;
}

static gboolean
check_count (const LeadupPages *self,
             guint              n_more,
             GError           **error)
{
  if (self->pages->len + n_more <= MAX_PAGES)
    return TRUE;

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
               _ ("That would be more than %d pages. Choose a smaller size or a larger paper."),
               MAX_PAGES);

  return FALSE;
}

static gboolean
add_tiles (LeadupPages *self,
           LeadupChart *chart,
           GError     **error)
{
  LeadupRect room = get_room (self);
  double width = leadup_scene_get_width (chart->scene);
  double height = leadup_scene_get_height (chart->scene);
  guint n_columns = self->is_tiled ? count_tiles (width, room.width) : 1;
  guint n_rows = self->is_tiled ? count_tiles (height, room.height) : 1;

  g_ptr_array_add (self->charts, chart);
  if (self->width <= 0 && !check_side (self, chart, error))
    return FALSE;
  if (!check_count (self, n_columns * n_rows, error))
    return FALSE;

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        Page page = { self->charts->len - 1, column, row, { 0, 0, width, height } };

        if (self->is_tiled)
          {
            page.tile.x = column * (room.width - OVERLAP);
            page.tile.y = row * (room.height - OVERLAP);
            page.tile.width = MIN (room.width, width - page.tile.x);
            page.tile.height = MIN (room.height, height - page.tile.y);
          }
        g_array_append_val (self->pages, page);
      }

  return TRUE;
}

static guint
count_rows (const LeadupScene *table)
{
  guint n = 0;

  for (guint i = 0; i < leadup_scene_get_n_groups (table); i++)
    if (leadup_scene_get_group (table, i)->kind == LEADUP_SCENE_EVENT)
      n++;

  return n;
}

/* Each page of a table goes through all events: that they are too many is said before the first. */
static gboolean
check_rows (const LeadupPages         *self,
            LeadupSnapshot            *snapshot,
            const LeadupExportOptions *options,
            GError                   **error)
{
  g_autoptr (LeadupSnapshot) public = leadup_chart_make_public (snapshot, options);
  g_autoptr (GPtrArray) events = leadup_export_data_list (public, options);
  double most = MAX (floor (get_room (self).height / LEADUP_TABLE_SCENE_LEAST_ROW), 1);

  return check_count (self, (guint) ceil (events->len / most), error);
}

/* A table breaks between its rows: each page is a chart with the names of the columns. */
static gboolean
add_table (LeadupPages               *self,
           LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           GCancellable              *cancellable,
           GError                   **error)
{
  LeadupExportOptions part = *options;
  LeadupRect room = get_room (self);

  part.zoom = 1;
  part.width = room.width;
  part.height = room.height;
  part.is_paged = TRUE;
  part.first_row = 0;
  if (!check_rows (self, snapshot, options, error))
    return FALSE;

  for (;;)
    {
      LeadupChart *chart = leadup_chart_new (snapshot, &part, cancellable, error);
      guint n = chart != NULL ? count_rows (chart->scene) : 0;

      if (chart != NULL && n == 0 && part.first_row > 0)
        {
          leadup_chart_free (chart);
          return TRUE;
        }
      if (chart == NULL || !add_tiles (self, chart, error))
        return FALSE;
      if (n == 0)
        return TRUE;

      part.first_row += n;
    }
}

static gboolean
add_chart (LeadupPages               *self,
           LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           GCancellable              *cancellable,
           GError                   **error)
{
  LeadupExportOptions fitted = *options;
  LeadupRect room = get_room (self);
  LeadupChart *chart;

  if (self->width > 0 && options->picture == LEADUP_PICTURE_TABLE)
    return add_table (self, snapshot, options, cancellable, error);

  if (self->width > 0 && !self->is_tiled)
    {
      fitted.zoom = 1;
      fitted.width = room.width;
      fitted.height = room.height;
    }
  chart = leadup_chart_new (snapshot, &fitted, cancellable, error);
  if (chart != NULL && self->is_tiled && fitted.height <= 0 &&
      leadup_scene_get_height (chart->scene) > room.height &&
      leadup_scene_get_height (chart->scene) <= SQUEEZE * room.height)
    {
      leadup_chart_free (chart);
      fitted.height = room.height * fitted.zoom;
      chart = leadup_chart_new (snapshot, &fitted, cancellable, error);
    }

  return chart != NULL && add_tiles (self, chart, error);
}

static gboolean
add_steps (LeadupPages               *self,
           LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           GCancellable              *cancellable,
           GError                   **error)
{
  guint n = leadup_export_options_count_steps (snapshot);

  if (n == 0)
    {
      g_set_error (
          error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
          _ ("This story has no steps yet. Capture some while you look at it, or export the "
             "whole of it."));
      return FALSE;
    }

  for (guint i = 1; i <= n; i++)
    {
      LeadupExportOptions step = *options;

      leadup_export_options_set_step (&step, snapshot, i);
      if (!add_chart (self, snapshot, &step, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * leadup_pages_new:
 * @snapshot: the story
 * @options: what of it
 * @width: of the room on a printer’s page, in points; 0 = as the options’ paper says
 * @height: as @width
 * @cancellable: (nullable): tested in loops
 * @error: return location
 *
 * Returns: (transfer full): the pages, at least one; or %NULL
 */
LeadupPages *
leadup_pages_new (LeadupSnapshot            *snapshot,
                  const LeadupExportOptions *options,
                  double                     width,
                  double                     height,
                  GCancellable              *cancellable,
                  GError                   **error)
{
  g_autoptr (LeadupPages) self = NULL;
  gboolean is_made;

  g_return_val_if_fail (snapshot != NULL && options != NULL, NULL);

  self = g_new0 (LeadupPages, 1);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) leadup_chart_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  self->width = width;
  self->height = height;
  self->unit = POINTS_PER_PIXEL * options->zoom;
  if (width <= 0 && options->paper != LEADUP_PAPER_NONE)
    {
      leadup_paper_get_size (options->paper, &self->width, &self->height);
      self->width -= 2 * PAPER_MARGIN;
      self->height -= 2 * PAPER_MARGIN;
      self->margin = PAPER_MARGIN;
    }
  self->is_tiled = options->is_tiled && self->width > 0;

  is_made = options->has_steps ? add_steps (self, snapshot, options, cancellable, error)
                               : add_chart (self, snapshot, options, cancellable, error);

  return is_made ? g_steal_pointer (&self) : NULL;
}

void
leadup_pages_free (LeadupPages *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->charts);
  g_array_unref (self->pages);
  g_free (self);
}

guint
leadup_pages_get_n (const LeadupPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/* Points. */
void
leadup_pages_get_size (const LeadupPages *self,
                       guint              page,
                       double            *width,
                       double            *height)
{
  const LeadupRect *tile;

  g_return_if_fail (self != NULL && page < self->pages->len);
  g_return_if_fail (width != NULL && height != NULL);

  tile = &g_array_index (self->pages, Page, page).tile;
  *width = self->width > 0 ? self->width + 2 * self->margin : tile->width * self->unit;
  *height = self->width > 0 ? self->height + 2 * self->margin : tile->height * self->unit;
}

/* Returns: (transfer none): the chart that the page shows, or a part of it */
const LeadupChart *
leadup_pages_get_chart (const LeadupPages *self,
                        guint              page)
{
  g_return_val_if_fail (self != NULL && page < self->pages->len, NULL);

  return g_ptr_array_index (self->charts, g_array_index (self->pages, Page, page).chart);
}

/**
 * leadup_pages_place:
 * @self: pages
 * @page: number, from 0
 * @bounds: of something in the chart of the page
 * @placed: (out): where that lies on the page, in points
 *
 * Returns: whether it is on the page at all
 */
gboolean
leadup_pages_place (const LeadupPages *self,
                    guint              page,
                    const LeadupRect  *bounds,
                    LeadupRect        *placed)
{
  const LeadupRect *tile;
  LeadupRect shown;

  g_return_val_if_fail (self != NULL && page < self->pages->len, FALSE);
  g_return_val_if_fail (bounds != NULL && placed != NULL, FALSE);

  tile = &g_array_index (self->pages, Page, page).tile;
  shown.x = MAX (bounds->x, tile->x);
  shown.y = MAX (bounds->y, tile->y);
  shown.width = MIN (bounds->x + bounds->width, tile->x + tile->width) - shown.x;
  shown.height = MIN (bounds->y + bounds->height, tile->y + tile->height) - shown.y;
  if (shown.width <= 0 || shown.height <= 0)
    return FALSE;

  *placed = (LeadupRect) { self->margin + (shown.x - tile->x) * self->unit,
                           self->margin + (shown.y - tile->y) * self->unit,
                           shown.width * self->unit, shown.height * self->unit };

  return TRUE;
}

/* Short lines at the edges, between which the next page shows the same once more. */
static void
paint_marks (const LeadupPages *self,
             const Page        *page,
             cairo_t           *cr)
{
  LeadupRect room = get_room (self);
  double x[2] = { OVERLAP, room.width - OVERLAP };
  double y[2] = { OVERLAP, room.height - OVERLAP };
  const LeadupScene *scene = ((LeadupChart *) g_ptr_array_index (self->charts, page->chart))->scene;
  gboolean has_x[2] = { page->column > 0,
                        page->tile.x + page->tile.width < leadup_scene_get_width (scene) };
  gboolean has_y[2] = { page->row > 0,
                        page->tile.y + page->tile.height < leadup_scene_get_height (scene) };

  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_set_line_width (cr, 0.7);
  for (guint i = 0; i < 2; i++)
    {
      if (has_x[i])
        {
          cairo_move_to (cr, x[i], -MARK_LENGTH);
          cairo_line_to (cr, x[i], 0);
          cairo_move_to (cr, x[i], room.height);
          cairo_line_to (cr, x[i], room.height + MARK_LENGTH);
        }
      if (has_y[i])
        {
          cairo_move_to (cr, -MARK_LENGTH, y[i]);
          cairo_line_to (cr, 0, y[i]);
          cairo_move_to (cr, room.width, y[i]);
          cairo_line_to (cr, room.width + MARK_LENGTH, y[i]);
        }
    }
  cairo_stroke (cr);
}

/* “3 / 6” below the chart. */
static void
paint_number (const LeadupPages *self,
              guint              page,
              cairo_t           *cr)
{
  const LeadupChart *chart = leadup_pages_get_chart (self, page);
  g_autofree char *text = g_strdup_printf ("%u / %u", page + 1, self->pages->len);
  LeadupRect room = get_room (self);
  PangoLayout *layout = leadup_text_measure_get_layout (chart->measure, LEADUP_TEXT_CAPTION, text);

  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (
      cr,
      (room.width - leadup_text_measure_get_width (chart->measure, LEADUP_TEXT_CAPTION, text)) / 2,
      room.height + 2);
  pango_cairo_show_layout (cr, layout);
}

/**
 * leadup_pages_paint:
 * @self: pages
 * @page: number, from 0
 * @cr: where the corner of the page is the origin and the unit is a point
 */
void
leadup_pages_paint (const LeadupPages *self,
                    guint              page,
                    cairo_t           *cr)
{
  const LeadupChart *chart;
  const Page *entry;

  g_return_if_fail (self != NULL && page < self->pages->len);
  g_return_if_fail (cr != NULL);

  entry = &g_array_index (self->pages, Page, page);
  chart = g_ptr_array_index (self->charts, entry->chart);
  cairo_save (cr);
  cairo_translate (cr, self->margin, self->margin);
  cairo_scale (cr, self->unit, self->unit);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, entry->tile.width, entry->tile.height);
  cairo_clip (cr);
  cairo_translate (cr, -entry->tile.x, -entry->tile.y);
  leadup_painter_paint (chart->scene, cr, chart->measure, self->is_tiled ? &entry->tile : NULL);
  cairo_restore (cr);
  if (self->is_tiled && self->pages->len > 1 && self->margin > 0)
    paint_marks (self, entry, cr);
  if ((self->is_tiled || self->charts->len > 1) && self->pages->len > 1 && self->margin > 0)
    paint_number (self, page, cr);
  cairo_restore (cr);
}
