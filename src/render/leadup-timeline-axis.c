/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-zone.h"
#include "layout/leadup-axis.h"
#include "model/leadup-phase.h"
#include "render/leadup-timeline-builder.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define PHASE_ROW 20.0
#define ZONE_ROW 17.0

/* Pixels of a day that has ticks finer than itself. */
#define MIN_DAY_WITH_HOURS 130.0

#define MAX_PHASE_ROWS 3
#define MIN_PHASE_NAME 44.0

static double
measure_label (const char *text,
               gboolean    is_context,
               gpointer    data)
{
  return leadup_text_measure_get_width (data, is_context ? LEADUP_TEXT_CONTEXT : LEADUP_TEXT_TICK,
                                        text);
}

static double
sharp (double x)
{
  return floor (x) + 0.5;
}

/* Below the axis come the phases’ names, the curve and the lanes. */
static double
get_axis_bottom (const LeadupTimelineBuilder *self)
{
  return self->plot.y - self->tension_height - self->phases_height;
}

/* Grid lines reach down through the phases and the lanes; only those of a new context are strong.
 */
static void
add_grid (LeadupTimelineBuilder *self,
          const LeadupAxis      *axis)
{
  LeadupPaint faint = { .stroke = self->theme->line_faint, .stroke_width = 1 };
  LeadupPaint strong = { .stroke = self->theme->line, .stroke_width = 1 };
  double bottom = self->plot.y + self->plot.height;
  double top = get_axis_bottom (self);

  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "axis", NULL, "grid", NULL);
  for (guint i = 0; i < leadup_axis_get_n_ticks (axis); i++)
    {
      const LeadupAxisTick *tick = leadup_axis_get_tick (axis, i);
      double x = sharp (tick->x);

      /* The names of the phases stay clear of lines. */
      leadup_scene_add_line (self->scene, x, tick->is_major ? top - self->axis_height : top - 5, x,
                             top, tick->is_major ? &strong : &faint);
      leadup_scene_add_line (self->scene, x, self->plot.y - self->tension_height, x, bottom,
                             tick->is_major ? &strong : &faint);
    }
  leadup_scene_end (self->scene);
}

/* The tick’s label stands right of its line, as the days on a calendar do: the line is where it
 * begins. */
static void
add_tick_labels (LeadupTimelineBuilder *self,
                 const LeadupAxis      *axis,
                 double                 baseline)
{
  for (guint i = 0; i < leadup_axis_get_n_ticks (axis); i++)
    {
      const LeadupAxisTick *tick = leadup_axis_get_tick (axis, i);
      double x = tick->x + 5;
      double width;

      if (tick->label == NULL)
        continue;
      width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_TICK, tick->label);
      if (x + width > self->plot.x + self->plot.width + 2)
        continue;
      leadup_scene_add_text (self->scene, tick->label, LEADUP_TEXT_TICK, LEADUP_ANCHOR_START, x,
                             baseline, width, self->theme->text_dim);
    }
}

static void
add_context_labels (LeadupTimelineBuilder *self,
                    const LeadupAxis      *axis,
                    double                 baseline)
{
  for (guint i = 0; i < leadup_axis_get_n_contexts (axis); i++)
    {
      const LeadupAxisContext *context = leadup_axis_get_context (axis, i);

      if (context->label == NULL)
        continue;
      leadup_scene_add_text (
          self->scene, context->label, LEADUP_TEXT_CONTEXT, LEADUP_ANCHOR_START,
          context->x + 5, baseline,
          leadup_text_measure_get_width (self->measure, LEADUP_TEXT_CONTEXT, context->label),
          self->theme->text);
    }
}

/* Where ticks are finer than days there is a clock to show. */
double
leadup_timeline_builder_get_zone_height (const LeadupTimelineBuilder *self)
{
  if (self->options->second_zone == NULL ||
      leadup_timeline_index_get_finest (self->index) >= LEADUP_UNIT_DAY ||
      self->scale * (double) LEADUP_USEC_DAY < MIN_DAY_WITH_HOURS)
    return 0;

  return ZONE_ROW;
}

/* “Kyiv” of “Europe/Kyiv”. */
static char *
get_city (const char *zone)
{
  const char *slash = strrchr (zone, '/');

  return g_strdelimit (g_strdup (slash != NULL ? slash + 1 : zone), "_", ' ');
}

/* What another clock shows at the ticks; a new day there is named. */
static void
add_second_zone (LeadupTimelineBuilder *self,
                 const LeadupAxis      *axis,
                 double                 baseline)
{
  const char *own = leadup_timeline_index_get_zone (self->index);
  const char *other = self->options->second_zone;
  g_autofree char *city = get_city (other);
  LeadupUnit unit = leadup_axis_get_unit (axis);

  leadup_scene_begin (self->scene, LEADUP_SCENE_AXIS, "axis", NULL, "second-zone", other);
  leadup_scene_add_text (
      self->scene, city, LEADUP_TEXT_TICK, LEADUP_ANCHOR_START, self->area.x, baseline,
      leadup_text_measure_get_width (self->measure, LEADUP_TEXT_TICK, city), self->theme->text_dim);
  for (guint i = 0; unit < LEADUP_UNIT_DAY && i < leadup_axis_get_n_ticks (axis); i++)
    {
      const LeadupAxisTick *tick = leadup_axis_get_tick (axis, i);
      LeadupInstant utc = tick->time, latest, civil;
      g_autofree char *label = NULL;
      LeadupCivil clock;
      double width;

      if (tick->label == NULL ||
          (!leadup_zone_is_utc (own) &&
           !leadup_zone_to_utc (own, tick->time, &utc, &latest)) ||
          !leadup_zone_to_civil (other, utc, &civil))
        continue;
      leadup_calendar_from_instant (civil, &clock);
      label = unit >= LEADUP_UNIT_MINUTE
                  ? g_strdup_printf ("%02d:%02d", clock.hour, clock.minute)
                  : g_strdup_printf ("%02d:%02d:%02d", clock.hour, clock.minute, clock.second);
      width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_TICK, label);
      if (tick->x + 5 + width <= self->plot.x + self->plot.width + 2)
        leadup_scene_add_text (self->scene, label, LEADUP_TEXT_TICK, LEADUP_ANCHOR_START,
                               tick->x + 5, baseline, width, self->theme->text_dim);
    }
  leadup_scene_end (self->scene);
}

void
leadup_timeline_builder_add_axis (LeadupTimelineBuilder *self)
{
  LeadupAxisOptions options = { .scale = self->time,
                                .finest = leadup_timeline_index_get_finest (self->index),
                                .measure = measure_label,
                                .measure_data = self->measure };
  g_autoptr (LeadupAxis) axis = leadup_axis_new (&options);
  double bottom = get_axis_bottom (self);
  double top = bottom - self->axis_height;
  LeadupPaint line = { .stroke = self->theme->line, .stroke_width = 1 };

  add_grid (self, axis);

  leadup_scene_begin (self->scene, LEADUP_SCENE_AXIS, "axis", NULL, NULL, NULL);
  leadup_scene_add_line (self->scene, self->area.x, sharp (bottom), self->plot.x + self->plot.width,
                         sharp (bottom), &line);
  add_context_labels (self, axis, round (top + 15));
  add_tick_labels (self, axis, round (bottom - self->zone_height - 7));
  leadup_scene_end (self->scene);
  if (self->zone_height > 0)
    add_second_zone (self, axis, round (bottom - 6));
}

static void
add_moment (LeadupTimelineBuilder *self,
            LeadupInstant          moment,
            LeadupDash             dash,
            const char            *css_class,
            const char            *title)
{
  LeadupPaint line = { .stroke = self->theme->accent, .stroke_width = 1.5, .dash = dash };
  double x, top = get_axis_bottom (self);

  if (moment == LEADUP_INSTANT_MIN || moment < self->from_instant || moment > self->to_instant)
    return;

  x = sharp (leadup_time_scale_to_x (&self->time, moment));
  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "axis", NULL, css_class, title);
  leadup_scene_add_line (self->scene, x, top - 4, x, self->plot.y + self->plot.height, &line);
  leadup_scene_end (self->scene);
}

/* The line of the present day, and the one up to which the sources tell. */
void
leadup_timeline_builder_add_now (LeadupTimelineBuilder *self)
{
  add_moment (self, self->options->now, LEADUP_DASH_SOLID, "now", _ ("Now"));
  if (self->options->known_until != 0)
    add_moment (self, self->options->known_until, LEADUP_DASH_DASHED, "as-of",
                _ ("Known by this day"));
}

/**
 * Span:
 * @label_x: where its name begins
 * @label_room: how wide that may be
 *
 * One phase as it is seen in the window.
 */
typedef struct
{
  LeadupPhase *phase;
  double x;
  double end;
  double fade_start;
  double fade_end;
  double label_x;
  double label_room;
  guint row;
} Span;

static double
clamped_x (const LeadupTimelineBuilder *self,
           LeadupInstant                time)
{
  double x = leadup_time_scale_to_x (&self->time, time);

  return CLAMP (x, self->plot.x - 2000, self->plot.x + self->plot.width + 2000);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return leadup_when_collate (leadup_phase_get_fields (((const Span *) a)->phase)->when,
                              leadup_phase_get_fields (((const Span *) b)->phase)->when);
}

/* Where the name of a phase stands. Where the window stands still, it is told whole if it can be,
 * even where that is beyond the phase. */
static void
place_name (const LeadupTimelineBuilder *self,
            Span                        *span)
{
  double right = self->plot.x + self->plot.width - 4;
  double width;

  span->label_x = MAX (span->x, self->plot.x) + 6;
  span->label_room = MIN (span->end - 4, right) - span->label_x;
  if (!self->options->is_chart && !self->options->is_still)
    return;

  width = ceil (leadup_text_measure_get_width (self->measure, LEADUP_TEXT_CAPTION,
                                               leadup_phase_get_fields (span->phase)->title));
  if (width <= span->label_room)
    return;

  span->label_x = MAX (MIN (span->label_x, right - width), self->plot.x + 6);
  span->label_room = MIN (width, right - span->label_x);
}

/* Gives phases that are at the same time, or whose names would be at the same place, rows of their
 * own. Where the window moves, they do not depend on it. Returns: how many */
static guint
find_rows (const LeadupTimelineBuilder *self,
           GArray                      *spans)
{
  gboolean is_fixed = self->options->is_chart || self->options->is_still;
  double row_ends[MAX_PHASE_ROWS];
  guint n_rows = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      Span *span = &g_array_index (spans, Span, i);
      const LeadupWhenBounds *bounds =
          leadup_when_get_bounds (leadup_phase_get_fields (span->phase)->when);
      double start = (double) bounds->start_earliest;
      double end = (double) bounds->end_latest;

      if (is_fixed)
        {
          start = MIN (span->x, span->label_x - 4);
          end = MAX (span->end, span->label_x + span->label_room + 8);
        }
      while (span->row < n_rows && span->row + 1 < MAX_PHASE_ROWS && row_ends[span->row] > start)
        span->row++;
      n_rows = MAX (n_rows, span->row + 1);
      row_ends[span->row] = end;
    }

  return n_rows;
}

/* All phases with their rows. */
static GArray *
make_spans (const LeadupTimelineBuilder *self,
            guint                       *n_rows)
{
  LeadupSnapshot *snapshot = leadup_timeline_index_get_snapshot (self->index);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_PHASE);

  for (guint i = 0; i < n; i++)
    {
      Span span = { .phase = leadup_snapshot_get (snapshot, LEADUP_RECORD_PHASE, i) };
      LeadupWhen *when = leadup_phase_get_fields (span.phase)->when;
      const LeadupWhenBounds *bounds;

      if (when == NULL)
        continue;
      bounds = leadup_when_get_bounds (when);
      span.x = clamped_x (self, bounds->start_earliest);
      span.end = clamped_x (self, bounds->end_latest);
      if (leadup_when_lasted (when))
        {
          span.fade_start = clamped_x (self, bounds->start_latest) - span.x;
          span.fade_end = span.end - clamped_x (self, bounds->end_earliest);
        }
      place_name (self, &span);
      g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  *n_rows = find_rows (self, spans);

  return spans;
}

guint
leadup_timeline_builder_count_phase_rows (const LeadupTimelineBuilder *self)
{
  guint n_rows = 0;
  g_autoptr (GArray) spans = make_spans (self, &n_rows);

  return n_rows;
}

static void
add_phase (LeadupTimelineBuilder *self,
           const Span            *span)
{
  const LeadupPhaseFields *fields = leadup_phase_get_fields (span->phase);
  double top = get_axis_bottom (self) + span->row * PHASE_ROW;
  LeadupRect rect = { span->x, top, span->end - span->x, self->plot.y + self->plot.height - top };
  LeadupPaint ground = { .fill = self->theme->phase,
                         .fade_start = span->fade_start,
                         .fade_end = span->fade_end };
  LeadupPaint edge = ground;
  LeadupColour colour = self->theme->text_dim;
  g_autofree char *label = NULL;
  double width;

  if (leadup_colour_parse (fields->colour, &colour))
    {
      ground.fill = leadup_colour_mix (self->theme->background, colour, 0.08);
      colour = leadup_colour_readable (colour, ground.fill, 4.5);
    }
  edge.fill = leadup_colour_mix (ground.fill, colour, 0.55);

  leadup_scene_begin (self->scene, LEADUP_SCENE_PHASE, "phases", fields->id, NULL, fields->title);
  leadup_scene_add_rect (self->scene, &rect, 0, &ground);
  rect.height = 2;
  leadup_scene_add_rect (self->scene, &rect, 0, &edge);
  label = leadup_text_measure_ellipsize (self->measure, LEADUP_TEXT_CAPTION, fields->title,
                                         span->label_room);
  width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_CAPTION, label);
  /* Two letters and an ellipsis tell nobody anything. */
  if (label[0] != '\0' && (g_str_equal (label, fields->title) || width >= MIN_PHASE_NAME))
    leadup_scene_add_text (self->scene, label, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START,
                           span->label_x, round (top + 15), width, colour);
  leadup_scene_end (self->scene);
}

void
leadup_timeline_builder_add_phases (LeadupTimelineBuilder *self)
{
  guint n_rows;
  g_autoptr (GArray) spans = make_spans (self, &n_rows);

  /* Row by row: a name may lie over a phase of a row above. */
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < spans->len; i++)
      {
        const Span *span = &g_array_index (spans, Span, i);

        if (span->row == row && span->end > self->plot.x &&
            span->x < self->plot.x + self->plot.width)
          add_phase (self, span);
      }
}
