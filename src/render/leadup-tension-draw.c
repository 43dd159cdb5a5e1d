/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when-format.h"
#include "layout/leadup-tension.h"
#include "render/leadup-timeline-builder.h"

#include <glib/gi18n.h>
#include <math.h>

/* Above and below the baseline. */
#define HALF_HEIGHT 27.0
#define MARGIN 5.0

/* A picture that is lower has no room for it. */
#define MIN_SCENE_HEIGHT 320.0

/* A single event is seen beside hundreds. */
#define MIN_BAR 2.0

/* Part of a bin’s width that is drawn where it has few events. */
#define THIN 0.4

#define DERIVED_KEY "tension"

/* Returns: (transfer full) (nullable): the counts; %NULL where a draft would have to wait for them
 */
static LeadupTension *
ref_tension (const LeadupTimelineBuilder *self)
{
  LeadupDerived *derived = leadup_timeline_index_get_derived (self->index);
  LeadupTension *tension = leadup_derived_ref (derived, DERIVED_KEY);

  if (tension != NULL ||
      (self->options->is_draft &&
       leadup_timeline_index_get_n_shown (self->index) > LEADUP_TIMELINE_MANY_EVENTS))
    return tension;

  tension = leadup_tension_new (self->index);
  leadup_derived_keep (derived, DERIVED_KEY, tension, (GBoxedCopyFunc) leadup_tension_ref,
                       (GDestroyNotify) leadup_tension_unref);

  return tension;
}

static LeadupUnit
choose_unit (const LeadupTimelineBuilder *self)
{
  return leadup_tension_choose_unit (
      self->scale * (double) LEADUP_USEC_SECOND,
      MIN (leadup_timeline_index_get_finest (self->index), LEADUP_UNIT_DAY));
}

/**
 * leadup_timeline_builder_get_tension_height:
 *
 * Returns: how much room the curve takes; 0 where it is switched off or there is no room
 */
double
leadup_timeline_builder_get_tension_height (const LeadupTimelineBuilder *self)
{
  if (!self->options->has_tension || leadup_timeline_index_get_n_shown (self->index) == 0 ||
      (self->options->height > 0 && self->options->height < MIN_SCENE_HEIGHT))
    return 0;

  return 2 * (HALF_HEIGHT + MARGIN);
}

static double
get_baseline (const LeadupTimelineBuilder *self)
{
  return floor (self->plot.y - self->tension_height / 2);
}

/* Words are lighter than deeds. */
static LeadupColour
words_colour (const LeadupTimelineBuilder *self,
              LeadupColour                 deeds)
{
  return leadup_colour_mix (self->theme->background, deeds, 0.5);
}

static char *
describe_side (guint deeds,
               guint words)
{
  g_autofree char *first = g_strdup_printf (ngettext ("%u deed", "%u deeds", deeds), deeds);
  /* TRANSLATORS: things said, not words of a text */
  g_autofree char *second =
      g_strdup_printf (ngettext ("%u statement", "%u statements", words), words);

  return g_strdup_printf (_ ("%s, %s"), first, second);
}

static char *
describe_bin (const LeadupTensionBin *bin)
{
  const guint *counts = bin->counts;
  g_autofree char *span = leadup_range_format (bin->start, bin->end);
  g_autofree char *conflict = describe_side (counts[LEADUP_QUAD_CLASS_MATERIAL_CONFLICT],
                                             counts[LEADUP_QUAD_CLASS_VERBAL_CONFLICT]);
  g_autofree char *cooperation = describe_side (counts[LEADUP_QUAD_CLASS_MATERIAL_COOPERATION],
                                                counts[LEADUP_QUAD_CLASS_VERBAL_COOPERATION]);
  g_autoptr (GString) text = g_string_new (NULL);

  /* TRANSLATORS: a span of time, then how many events of both kinds began in it */
  g_string_printf (text, _ ("%s\nConflict: %s\nCooperation: %s"), span, conflict, cooperation);
  if (counts[LEADUP_QUAD_CLASS_NEUTRAL] > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Neither: %u"), counts[LEADUP_QUAD_CLASS_NEUTRAL]);
    }
  if (bin->n < LEADUP_TENSION_MIN_EVENTS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Fewer than %d events: too few to compare"),
                              LEADUP_TENSION_MIN_EVENTS);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Deeds at the baseline, words beyond them. @direction is −1 above and 1 below. */
static void
add_side (LeadupTimelineBuilder *self,
          const LeadupRect      *column,
          int                    direction,
          guint                  peak,
          guint                  deeds,
          guint                  words,
          LeadupColour           colour)
{
  double baseline = get_baseline (self);
  double all = deeds + words > 0 ? MAX ((deeds + words) * HALF_HEIGHT / MAX (peak, 1), MIN_BAR) : 0;
  double dark = deeds + words > 0 ? all * deeds / (deeds + words) : 0;
  LeadupPaint paint = { .fill = colour };
  LeadupRect rect = *column;

  rect.height = dark;
  rect.y = direction < 0 ? baseline - dark : baseline;
  if (dark > 0)
    leadup_scene_add_rect (self->scene, &rect, 0, &paint);

  paint.fill = words_colour (self, colour);
  rect.height = all - dark;
  rect.y = direction < 0 ? baseline - all : baseline + dark;
  if (all > dark)
    leadup_scene_add_rect (self->scene, &rect, 0, &paint);
}

static void
add_bin (LeadupTimelineBuilder     *self,
         const LeadupTensionCounts *counts,
         const LeadupTensionBin    *bin)
{
  double x = leadup_time_scale_to_x (&self->time, bin->start);
  double width = leadup_time_scale_to_x (&self->time, bin->end) - x;
  LeadupRect whole = { x, self->plot.y - self->tension_height + MARGIN, width,
                       self->tension_height - 2 * MARGIN };
  LeadupPaint nothing = { 0 };
  LeadupRect column = { x + 0.5, 0, MAX (width - 1, 1), 0 };
  g_autofree char *title = describe_bin (bin);

  if (bin->n < LEADUP_TENSION_MIN_EVENTS)
    column = (LeadupRect) { x + width * (1 - THIN) / 2, 0, MAX (width * THIN, 1), 0 };

  leadup_scene_begin (self->scene, LEADUP_SCENE_AXIS, "tension", NULL,
                      bin->n < LEADUP_TENSION_MIN_EVENTS ? "bin thin" : "bin", title);
  /* The pointer finds all of the bin. */
  leadup_scene_add_rect (self->scene, &whole, 0, &nothing);
  add_side (self, &column, -1, counts->peak, bin->counts[LEADUP_QUAD_CLASS_MATERIAL_CONFLICT],
            bin->counts[LEADUP_QUAD_CLASS_VERBAL_CONFLICT], self->theme->hostile);
  add_side (self, &column, 1, counts->peak, bin->counts[LEADUP_QUAD_CLASS_MATERIAL_COOPERATION],
            bin->counts[LEADUP_QUAD_CLASS_VERBAL_COOPERATION], self->theme->cooperative);
  leadup_scene_end (self->scene);
}

/* Nothing is known of this time. That is not peace. */
static void
add_gap (LeadupTimelineBuilder *self,
         LeadupInstant          from,
         LeadupInstant          to)
{
  double left = MAX (leadup_time_scale_to_x (&self->time, from), self->plot.x);
  double right =
      MIN (leadup_time_scale_to_x (&self->time, to), self->plot.x + self->plot.width);
  LeadupPaint paint = { .fill = self->theme->line, .pattern = LEADUP_PATTERN_HATCH };
  LeadupRect rect = { left, get_baseline (self) - HALF_HEIGHT / 2, right - left, HALF_HEIGHT };
  g_autofree char *span = leadup_range_format (from, to);
  g_autofree char *title = NULL;

  if (rect.width < 1)
    return;

  /* TRANSLATORS: a span of time of which there are no events */
  title = g_strdup_printf (_ ("%s\nNo reports"), span);
  leadup_scene_begin (self->scene, LEADUP_SCENE_AXIS, "tension", NULL, "gap", title);
  leadup_scene_add_rect (self->scene, &rect, 0, &paint);
  leadup_scene_end (self->scene);
}

static void
add_label (LeadupTimelineBuilder *self,
           const char            *text,
           double                 baseline,
           LeadupColour           colour)
{
  double width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_CAPTION, text);
  gboolean has_column = self->plot.x - self->area.x > width + 8;
  double x = has_column ? self->area.x : self->plot.x + 4;

  leadup_scene_add_text_full (self->scene, text, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START, x,
                              round (baseline), width, 0,
                              /* In the curve its own colour would be lost. */
                              has_column
                                  ? leadup_colour_readable (colour, self->theme->background, 4.5)
                                  : self->theme->text,
                              has_column ? (LeadupColour) { 0 } : self->theme->background);
}

static char *
describe_unit (LeadupUnit unit,
               guint      peak)
{
  switch ((int) unit)
    {
    case LEADUP_UNIT_HOUR:
      return g_strdup_printf (_ ("up to %u an hour"), peak);
    case LEADUP_UNIT_DAY:
      return g_strdup_printf (_ ("up to %u a day"), peak);
    case LEADUP_UNIT_WEEK:
      return g_strdup_printf (_ ("up to %u a week"), peak);
    case LEADUP_UNIT_MONTH:
      return g_strdup_printf (_ ("up to %u a month"), peak);
    case LEADUP_UNIT_QUARTER:
      return g_strdup_printf (_ ("up to %u a quarter"), peak);
    case LEADUP_UNIT_YEAR:
      return g_strdup_printf (_ ("up to %u a year"), peak);
    case LEADUP_UNIT_DECADE:
      return g_strdup_printf (_ ("up to %u a decade"), peak);
    case LEADUP_UNIT_CENTURY:
      return g_strdup_printf (_ ("up to %u a century"), peak);
    default:
      return g_strdup_printf (_ ("up to %u a millennium"), peak);
    }
}

static void
add_labels (LeadupTimelineBuilder     *self,
            LeadupUnit                 unit,
            const LeadupTensionCounts *counts)
{
  double baseline = get_baseline (self);
  g_autofree char *scale = describe_unit (unit, counts->peak);
  g_autofree char *title = NULL;

  if (counts->n_vague > 0)
    title = g_strdup_printf (ngettext ("%u event is dated too vaguely to be counted here",
                                       "%u events are dated too vaguely to be counted here",
                                       counts->n_vague),
                             counts->n_vague);
  leadup_scene_begin (self->scene, LEADUP_SCENE_AXIS, "tension", NULL, "labels", title);
  add_label (self, _ ("Conflict"), baseline - 16, self->theme->hostile);
  /* The scale stands beside the curve or not at all: in it, it would hide what it is about. */
  if (counts->peak > 0 &&
      leadup_text_measure_get_width (self->measure, LEADUP_TEXT_CAPTION, scale) + 8 <
          self->plot.x - self->area.x)
    add_label (self, scale, baseline + 4, self->theme->text_dim);
  add_label (self, _ ("Cooperation"), baseline + 24, self->theme->cooperative);
  leadup_scene_end (self->scene);
}

/* Counts what the curve shows; the index keeps it for all pictures that follow. */
void
leadup_timeline_builder_count_tension (const LeadupTimelineBuilder *self)
{
  LeadupTension *tension = self->tension_height > 0 ? ref_tension (self) : NULL;

  g_clear_pointer (&tension, leadup_tension_unref);
}

/**
 * leadup_timeline_builder_add_tension:
 *
 * Two mirrored areas: how many events of conflict began in each calendar bin, above, and of
 * cooperation, below. Nothing is added up to one figure.
 */
void
leadup_timeline_builder_add_tension (LeadupTimelineBuilder *self)
{
  g_autoptr (LeadupTension) tension = NULL;
  LeadupPaint line = { .stroke = self->theme->line, .stroke_width = 1 };
  LeadupTensionCounts counts;
  LeadupUnit unit;
  LeadupRect across;
  double baseline;

  if (self->tension_height <= 0)
    return;

  tension = ref_tension (self);
  if (tension == NULL)
    return;

  unit = choose_unit (self);
  leadup_tension_count (tension, unit, &counts);
  baseline = get_baseline (self);
  across = (LeadupRect) { self->plot.x, self->plot.y - self->tension_height, self->plot.width,
                          self->tension_height };

  leadup_scene_push_clip (self->scene, &across);
  for (guint i = leadup_tension_find (&counts, self->from_instant);
       i < counts.n_bins && (i == 0 || counts.bins[i - 1].end < self->to_instant); i++)
    {
      const LeadupTensionBin *bin = &counts.bins[i];

      if (i > 0 && counts.bins[i - 1].end < bin->start)
        add_gap (self, counts.bins[i - 1].end, bin->start);
      if (bin->start < self->to_instant)
        add_bin (self, &counts, bin);
    }
  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "tension", NULL, "baseline", NULL);
  leadup_scene_add_line (self->scene, self->plot.x, baseline + 0.5, self->plot.x + self->plot.width,
                         baseline + 0.5, &line);
  leadup_scene_end (self->scene);
  leadup_scene_pop_clip (self->scene);

  add_labels (self, unit, &counts);
}

/**
 * leadup_timeline_builder_add_tension_legend:
 * @entries: (element-type LeadupLegendEntry): gets what the curve needs to be read
 */
void
leadup_timeline_builder_add_tension_legend (const LeadupTimelineBuilder *self,
                                            GArray                      *entries)
{
  LeadupLegendEntry deeds = { .mark = LEADUP_LEGEND_BAND,
                              .label = _ ("Deeds"),
                              .paint = { .fill = self->theme->hostile } };
  LeadupLegendEntry words = { .mark = LEADUP_LEGEND_BAND,
                              .label = _ ("Words"),
                              .paint = { .fill = words_colour (self, self->theme->hostile) } };
  LeadupLegendEntry gap = { .mark = LEADUP_LEGEND_BAND,
                            .label = _ ("No reports"),
                            .paint = { .fill = self->theme->line,
                                       .pattern = LEADUP_PATTERN_HATCH } };
  LeadupLegendEntry thin = { .mark = LEADUP_LEGEND_BARS,
                             .label = _ ("Narrow: fewer than 3 events"),
                             .paint = { .fill = self->theme->hostile } };

  if (self->tension_height <= 0)
    return;

  g_array_append_val (entries, deeds);
  g_array_append_val (entries, words);
  g_array_append_val (entries, gap);
  g_array_append_val (entries, thin);
}
