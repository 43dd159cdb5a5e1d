/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when-format.h"
#include "render/leadup-timeline-builder.h"

#include <glib/gi18n.h>
#include <math.h>

/* Where a long quiet stretch is folded, the picture is torn: a zigzag at both sides, and between
 * them how long it was. What is folded is never hidden silently. */

#define TOOTH 6.0 /* pixels down */
#define TOOTH_WIDTH 3.0
#define LABEL_MARGIN 3.0

/* How long a stretch is: so many whole ones of the largest unit of which there are some. */
typedef struct
{
  LeadupUnit unit;
  guint      n;
} Length;

static Length
find_length (const LeadupTimeSpan *span)
{
  static const LeadupUnit units[] = { LEADUP_UNIT_YEAR, LEADUP_UNIT_MONTH, LEADUP_UNIT_DAY,
                                      LEADUP_UNIT_HOUR, LEADUP_UNIT_MINUTE };
  static const double seconds[] = { 366 * 86400.0, 31 * 86400.0, 86400.0, 3600.0, 60.0 };
  double rest = ((double) span->to - (double) span->from) / (double) LEADUP_USEC_SECOND;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      Length length = { units[i], (guint) (rest / seconds[i]) };

      if (length.n < 2 && i + 1 < G_N_ELEMENTS (units))
        continue;
      while (leadup_calendar_add (span->from, length.unit, (int) length.n + 1) <= span->to)
        length.n++;
      return length;
    }

  return (Length) { LEADUP_UNIT_MINUTE, 0 };
}

static char *
format_length (Length length)
{
  switch ((int) length.unit)
    {
    case LEADUP_UNIT_YEAR:
      return g_strdup_printf (ngettext ("%u year", "%u years", length.n), length.n);
    case LEADUP_UNIT_MONTH:
      return g_strdup_printf (ngettext ("%u month", "%u months", length.n), length.n);
    case LEADUP_UNIT_DAY:
      return g_strdup_printf (ngettext ("%u day", "%u days", length.n), length.n);
    case LEADUP_UNIT_HOUR:
      return g_strdup_printf (ngettext ("%u hour", "%u hours", length.n), length.n);
    default:
      return g_strdup_printf (ngettext ("%u minute", "%u minutes", length.n), length.n);
    }
}

/* For where there is little room. */
static char *
abbreviate_length (Length length)
{
  switch ((int) length.unit)
    {
    case LEADUP_UNIT_YEAR:
      /* TRANSLATORS: so many years, as short as can be */
      return g_strdup_printf (_ ("%u y"), length.n);
    case LEADUP_UNIT_MONTH:
      /* TRANSLATORS: so many months, as short as can be */
      return g_strdup_printf (_ ("%u mo"), length.n);
    case LEADUP_UNIT_DAY:
      /* TRANSLATORS: so many days, as short as can be */
      return g_strdup_printf (_ ("%u d"), length.n);
    case LEADUP_UNIT_HOUR:
      /* TRANSLATORS: so many hours, as short as can be */
      return g_strdup_printf (_ ("%u h"), length.n);
    default:
      /* TRANSLATORS: so many minutes, as short as can be */
      return g_strdup_printf (_ ("%u min"), length.n);
    }
}

/* Whether there may be events in a stretch that are not shown. */
static gboolean
hides_events (const LeadupTimelineBuilder *self)
{
  return leadup_timeline_index_get_n_shown (self->index) +
             leadup_timeline_index_get_n_undated (self->index) <
         leadup_timeline_index_get_n_all (self->index);
}

/* “11 months without events” */
static char *
describe (const LeadupTimelineBuilder *self,
          const LeadupTimeFold        *fold)
{
  g_autofree char *length = format_length (find_length (&fold->quiet));

  if (hides_events (self))
    /* TRANSLATORS: a length of time: “11 months” */
    return g_strdup_printf (_ ("%s without shown events"), length);

  /* TRANSLATORS: a length of time: “11 months” */
  return g_strdup_printf (_ ("%s without events"), length);
}

static void
add_zigzag (LeadupTimelineBuilder *self,
            double                 x,
            double                 top,
            double                 bottom)
{
  LeadupPaint paint = { .stroke = self->theme->line, .stroke_width = 1.2 };
  guint n = (guint) ceil ((bottom - top) / TOOTH) + 1;
  g_autofree LeadupPathOp *path = g_new0 (LeadupPathOp, n);

  for (guint i = 0; i < n; i++)
    {
      path[i].op = i == 0 ? 'M' : 'L';
      path[i].points[0] = (LeadupPoint) { x + (i % 2 == 0 ? -TOOTH_WIDTH : TOOTH_WIDTH) / 2,
                                          MIN (top + i * TOOTH, bottom) };
    }
  leadup_scene_add_path (self->scene, path, n, &paint);
}

/* One line in the middle of the break, if it has room. Returns: whether it has */
static gboolean
add_line (LeadupTimelineBuilder *self,
          const char            *text,
          LeadupTextRole         role,
          const LeadupRect      *seen,
          double                 baseline)
{
  double width = leadup_text_measure_get_width (self->measure, role, text);

  if (width + 2 * LABEL_MARGIN > seen->width)
    return FALSE;

  leadup_scene_add_text (self->scene, text, role, LEADUP_ANCHOR_MIDDLE,
                         round (seen->x + seen->width / 2), round (baseline), width,
                         role == LEADUP_TEXT_CONTEXT ? self->theme->text : self->theme->text_dim);

  return TRUE;
}

/* In the rows of the axis, where nothing lies over it. */
static void
add_label (LeadupTimelineBuilder *self,
           const LeadupTimeFold  *fold,
           const LeadupRect      *seen)
{
  Length length = find_length (&fold->quiet);
  g_autofree char *text = format_length (length);
  g_autofree char *brief = abbreviate_length (length);
  double bottom = self->plot.y - self->tension_height - self->phases_height;
  double width;

  if (add_line (self, text, LEADUP_TEXT_CONTEXT, seen, bottom - self->axis_height + 15))
    {
      add_line (self, hides_events (self) ? _ ("none shown") : _ ("no events"), LEADUP_TEXT_TICK,
                seen, bottom - self->zone_height - 7);
      return;
    }
  if (add_line (self, brief, LEADUP_TEXT_TICK, seen, bottom - self->axis_height + 15))
    return;

  width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_TICK, brief);
  leadup_scene_add_text_full (self->scene, brief, LEADUP_TEXT_TICK, LEADUP_ANCHOR_START,
                              round (seen->x + seen->width / 2) + 4, bottom - 6, width, -90,
                              self->theme->text_dim, self->theme->background);
}

static void
add_break (LeadupTimelineBuilder *self,
           const LeadupTimeFold  *fold)
{
  double left = leadup_time_scale_to_x (&self->time, fold->cut.from);
  double right = leadup_time_scale_to_x (&self->time, fold->cut.to);
  double start = MAX (left, self->plot.x), end = MIN (right, self->plot.x + self->plot.width);
  double top = self->plot.y - self->tension_height - self->phases_height - self->axis_height;
  double bottom = self->plot.y + self->plot.height;
  LeadupRect seen = { start, top, end - start, bottom - top };
  LeadupPaint ground = { .fill = self->theme->background };
  g_autofree char *whole = NULL;
  g_autofree char *span = NULL;
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;

  if (start >= end)
    return;

  whole = describe (self, fold);
  span = leadup_range_format (fold->quiet.from, fold->quiet.to);
  title = g_strdup_printf ("%s\n%s", whole, span);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, fold->quiet.from);
  leadup_scene_begin (self->scene, LEADUP_SCENE_BREAK, "axis", id, NULL, title);
  leadup_scene_add_rect (self->scene, &seen, 0, &ground);
  if (left >= self->plot.x)
    add_zigzag (self, left, top + 4, bottom);
  if (right <= self->plot.x + self->plot.width)
    add_zigzag (self, right, top + 4, bottom);
  add_label (self, fold, &seen);
  leadup_scene_end (self->scene);
}

/**
 * leadup_timeline_builder_add_breaks:
 *
 * Adds the breaks in the window, over the phases and the curve and below the lanes.
 */
void
leadup_timeline_builder_add_breaks (LeadupTimelineBuilder *self)
{
  LeadupRect across = { self->plot.x, 0, self->plot.width, self->plot.y + self->plot.height };

  if (leadup_time_folds_get_n (self->time.folds) == 0)
    return;

  leadup_scene_push_clip (self->scene, &across);
  for (guint i = 0; i < leadup_time_folds_get_n (self->time.folds); i++)
    add_break (self, leadup_time_folds_get (self->time.folds, i));
  leadup_scene_pop_clip (self->scene);
}
