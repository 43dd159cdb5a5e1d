/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define TICK_GAP 14.0 /* pixels between the labels of two ticks */
#define CONTEXT_GAP 10.0
#define MAX_TICKS 5000

#define LABEL_OFFSET 5.0 /* of a tick’s label from its line */

struct _LeadupAxis
{
  LeadupInstant from;
  LeadupInstant to;
  LeadupUnit unit;
  GArray *ticks;
  GArray *contexts;
};

/**
 * Step:
 * @seconds: the least time between two ticks
 * @context: of what the ticks are parts
 */
typedef struct
{
  LeadupUnit unit;
  int step;
  double seconds;
  LeadupUnit context;
  int context_step;
} Step;

#define DAY 86400.0
#define YEAR (365 * DAY)

/* From fine to coarse. */
static const Step steps[] = {
  { LEADUP_UNIT_MILLISECOND, 1, 1e-3, LEADUP_UNIT_SECOND, 1 },
  { LEADUP_UNIT_MILLISECOND, 5, 5e-3, LEADUP_UNIT_SECOND, 1 },
  { LEADUP_UNIT_MILLISECOND, 10, 1e-2, LEADUP_UNIT_SECOND, 1 },
  { LEADUP_UNIT_MILLISECOND, 50, 5e-2, LEADUP_UNIT_SECOND, 1 },
  { LEADUP_UNIT_MILLISECOND, 100, 0.1, LEADUP_UNIT_SECOND, 1 },
  { LEADUP_UNIT_MILLISECOND, 500, 0.5, LEADUP_UNIT_MINUTE, 1 },
  { LEADUP_UNIT_SECOND, 1, 1, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_SECOND, 5, 5, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_SECOND, 15, 15, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_SECOND, 30, 30, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_MINUTE, 1, 60, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_MINUTE, 5, 300, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_MINUTE, 15, 900, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_MINUTE, 30, 1800, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_HOUR, 1, 3600, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_HOUR, 3, 10800, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_HOUR, 6, 21600, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_HOUR, 12, 43200, LEADUP_UNIT_DAY, 1 },
  { LEADUP_UNIT_DAY, 1, DAY, LEADUP_UNIT_MONTH, 1 },
  { LEADUP_UNIT_WEEK, 1, 7 * DAY, LEADUP_UNIT_MONTH, 1 },
  { LEADUP_UNIT_MONTH, 1, 28 * DAY, LEADUP_UNIT_YEAR, 1 },
  { LEADUP_UNIT_MONTH, 3, 90 * DAY, LEADUP_UNIT_YEAR, 1 },
  { LEADUP_UNIT_MONTH, 6, 181 * DAY, LEADUP_UNIT_YEAR, 1 },
  { LEADUP_UNIT_YEAR, 1, YEAR, LEADUP_UNIT_DECADE, 1 },
  { LEADUP_UNIT_YEAR, 2, 2 * YEAR, LEADUP_UNIT_DECADE, 1 },
  { LEADUP_UNIT_YEAR, 5, 5 * YEAR, LEADUP_UNIT_CENTURY, 1 },
  { LEADUP_UNIT_YEAR, 10, 10 * YEAR, LEADUP_UNIT_CENTURY, 1 },
  { LEADUP_UNIT_YEAR, 20, 20 * YEAR, LEADUP_UNIT_CENTURY, 1 },
  { LEADUP_UNIT_YEAR, 50, 50 * YEAR, LEADUP_UNIT_MILLENNIUM, 1 },
  { LEADUP_UNIT_YEAR, 100, 100 * YEAR, LEADUP_UNIT_MILLENNIUM, 1 },
  { LEADUP_UNIT_YEAR, 200, 200 * YEAR, LEADUP_UNIT_MILLENNIUM, 1 },
  { LEADUP_UNIT_YEAR, 500, 500 * YEAR, LEADUP_UNIT_MILLENNIUM, 1 },
  { LEADUP_UNIT_YEAR, 1000, 1000 * YEAR, LEADUP_UNIT_MILLENNIUM, 10 },
  { LEADUP_UNIT_YEAR, 5000, 5000 * YEAR, LEADUP_UNIT_MILLENNIUM, 100 },
  { LEADUP_UNIT_YEAR, 10000, 10000 * YEAR, LEADUP_UNIT_MILLENNIUM, 100 },
  { LEADUP_UNIT_YEAR, 50000, 50000 * YEAR, LEADUP_UNIT_MILLENNIUM, 1000 },
  { LEADUP_UNIT_YEAR, 100000, 100000 * YEAR, LEADUP_UNIT_MILLENNIUM, 1000 },
};

static char *
format_year (int year)
{
  /* TRANSLATORS: a year before Christ */
  if (year <= 0)
    return g_strdup_printf (_ ("%d BC"), 1 - year);

  return g_strdup_printf ("%d", year);
}

/* A span of years, “1900–1999”. */
static char *
format_years (int first,
              int n)
{
  g_autofree char *start = format_year (first);
  g_autofree char *end = format_year (first + n - 1);

  return g_strdup_printf (_ ("%s–%s"), start, end);
}

/* The locale’s words come from GLib, for a year that it can hold. */
static char *
format_month (int         month,
              const char *format)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2000, month, 1, 0, 0, 0);

  return g_date_time_format (date, format);
}

static char *
format_tick (const Step   *step,
             LeadupInstant time)
{
  LeadupCivil civil;

  leadup_calendar_from_instant (time, &civil);
  switch (step->unit)
    {
    case LEADUP_UNIT_MILLISECOND:
      return g_strdup_printf ("%02d.%03d", civil.second, civil.microsecond / 1000);
    case LEADUP_UNIT_SECOND:
      return g_strdup_printf ("%02d:%02d:%02d", civil.hour, civil.minute, civil.second);
    case LEADUP_UNIT_MINUTE:
    case LEADUP_UNIT_HOUR:
      return g_strdup_printf ("%02d:%02d", civil.hour, civil.minute);
    case LEADUP_UNIT_DAY:
    case LEADUP_UNIT_WEEK:
      return g_strdup_printf ("%d", civil.day);
    case LEADUP_UNIT_MONTH:
    case LEADUP_UNIT_QUARTER:
      return format_month (civil.month, "%Ob");
    case LEADUP_UNIT_YEAR:
    case LEADUP_UNIT_DECADE:
    case LEADUP_UNIT_CENTURY:
    case LEADUP_UNIT_MILLENNIUM:
    default:
      return format_year (civil.year);
    }
}

/* Two wordings of a context: @is_short is for where there is little room. */
static char *
format_context (const Step   *step,
                LeadupInstant time,
                gboolean      is_short)
{
  g_autofree char *month = NULL;
  g_autofree char *year = NULL;
  LeadupCivil civil;

  leadup_calendar_from_instant (time, &civil);
  month = format_month (civil.month, step->context == LEADUP_UNIT_MONTH ? is_short ? "%Ob" : "%OB"
                                     : is_short                         ? "%b"
                                                                        : "%B");
  year = format_year (civil.year);

  switch (step->context)
    {
    case LEADUP_UNIT_SECOND:
      /* TRANSLATORS: day, month, year and a time; the order may be changed, as in "%2$s %1$d" */
      return g_strdup_printf (_ ("%d %s %s, %02d:%02d:%02d"), civil.day, month, year, civil.hour,
                              civil.minute, civil.second);
    case LEADUP_UNIT_MINUTE:
      return g_strdup_printf (_ ("%d %s %s, %02d:%02d"), civil.day, month, year, civil.hour,
                              civil.minute);
    case LEADUP_UNIT_DAY:
      return is_short ? g_strdup_printf (_ ("%d %s"), civil.day, month)
                      : g_strdup_printf (_ ("%d %s %s"), civil.day, month, year);
    case LEADUP_UNIT_MONTH:
      return is_short ? g_steal_pointer (&month) : g_strdup_printf (_ ("%s %s"), month, year);
    case LEADUP_UNIT_DECADE:
      return format_years (civil.year, 10);
    case LEADUP_UNIT_CENTURY:
      return format_years (civil.year, 100);
    case LEADUP_UNIT_MILLENNIUM:
      return format_years (civil.year, 1000 * step->context_step);
    case LEADUP_UNIT_MILLISECOND:
    case LEADUP_UNIT_HOUR:
    case LEADUP_UNIT_WEEK:
    case LEADUP_UNIT_QUARTER:
    case LEADUP_UNIT_YEAR:
    default:
      return g_steal_pointer (&year);
    }
}

/* The widest label that a step can show, wherever the window is. */
static double
widest_label (const LeadupAxis        *self,
              const Step              *step,
              const LeadupAxisOptions *options)
{
  static const char *const samples[] = { "00.000", "00:00:00", "00:00", "00:00", "30", "30" };
  double widest = 0;
  LeadupInstant ends[2] = { self->from, self->to };

  if (step->unit <= LEADUP_UNIT_WEEK)
    return options->measure (samples[step->unit], FALSE, options->measure_data);

  if (step->unit <= LEADUP_UNIT_QUARTER)
    {
      for (int month = 1; month <= 12; month++)
        {
          g_autofree char *label = format_month (month, "%Ob");

          widest = MAX (widest, options->measure (label, FALSE, options->measure_data));
        }
      return widest;
    }

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *label = NULL;
      LeadupCivil civil;

      /* Years differ in width only by their number of digits; count in what panning by a window
       * meets. */
      leadup_calendar_from_instant (ends[i], &civil);
      label = format_year (ABS (civil.year) < 10000 && civil.year > 0 ? 2000 : civil.year);
      widest = MAX (widest, options->measure (label, FALSE, options->measure_data));
    }

  return widest;
}

static const Step *
choose_step (const LeadupAxis        *self,
             const LeadupAxisOptions *options)
{
  double pixels_per_second =
      leadup_time_scale_get_density (&options->scale) * (double) LEADUP_USEC_SECOND;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double room = steps[i].seconds * pixels_per_second;

      /* Measuring is dearer than knowing that nothing fits. */
      if (steps[i].unit < options->finest || room < 16)
        continue;
      if (room >= widest_label (self, &steps[i], options) + TICK_GAP)
        return &steps[i];
    }

  return &steps[G_N_ELEMENTS (steps) - 1];
}

/* The first fold that ends after @time. */
static const LeadupTimeFold *
find_next_fold (const LeadupAxisOptions *options,
                LeadupInstant            time)
{
  const LeadupTimeFolds *folds = options->scale.folds;

  for (guint i = 0; i < leadup_time_folds_get_n (folds); i++)
    if (leadup_time_folds_get (folds, i)->cut.to > time)
      return leadup_time_folds_get (folds, i);

  return NULL;
}

/* Whether its label would reach into the fold behind it. */
static gboolean
is_cut_off (const LeadupAxisOptions *options,
            const LeadupAxisTick    *tick)
{
  const LeadupTimeFold *fold = find_next_fold (options, tick->time);

  return fold != NULL &&
         tick->x + LABEL_OFFSET + options->measure (tick->label, FALSE, options->measure_data) >
             leadup_time_scale_to_x (&options->scale, fold->cut.from);
}

static void
add_ticks (LeadupAxis              *self,
           const Step              *step,
           const LeadupAxisOptions *options)
{
  LeadupInstant time = leadup_calendar_floor (self->from, step->unit, step->step);

  for (guint i = 0; i < MAX_TICKS && time <= self->to; i++)
    {
      const LeadupTimeFold *fold = leadup_time_folds_find (options->scale.folds, time);
      LeadupInstant next;

      if (fold != NULL)
        {
          time = leadup_calendar_floor (fold->cut.to - 1, step->unit, step->step);
        }
      else if (time >= self->from)
        {
          LeadupAxisTick tick = { .time = time,
                                  .x = leadup_time_scale_to_x (&options->scale, time) };

          tick.is_major = leadup_calendar_floor (time, step->context, step->context_step) == time;
          tick.label = format_tick (step, time);
          if (is_cut_off (options, &tick))
            g_clear_pointer (&tick.label, g_free);
          g_array_append_val (self->ticks, tick);
        }
      next = leadup_calendar_add (time, step->unit, step->step);
      if (next <= time)
        break;
      time = next;
    }
}

static void
add_context (LeadupAxis              *self,
             const Step              *step,
             const LeadupAxisOptions *options,
             LeadupInstant            time,
             LeadupInstant            from,
             LeadupInstant            to)
{
  LeadupAxisContext context = { .x = leadup_time_scale_to_x (&options->scale, from),
                                .end = leadup_time_scale_to_x (&options->scale, to) };

  for (int is_short = 0; is_short <= 1 && context.label == NULL; is_short++)
    {
      g_autofree char *label = format_context (step, time, is_short != 0);

      if (options->measure (label, TRUE, options->measure_data) + CONTEXT_GAP <=
          context.end - context.x)
        context.label = g_steal_pointer (&label);
    }
  g_array_append_val (self->contexts, context);
}

static void
add_contexts (LeadupAxis              *self,
              const Step              *step,
              const LeadupAxisOptions *options)
{
  LeadupInstant time = leadup_calendar_floor (self->from, step->context, step->context_step);

  for (guint i = 0; i < MAX_TICKS && time < self->to; i++)
    {
      LeadupInstant next = leadup_calendar_add (time, step->context, step->context_step);
      LeadupInstant end = next > time ? MIN (next, self->to) : self->to;
      LeadupInstant start = MAX (time, self->from);
      const LeadupTimeFold *fold = find_next_fold (options, start);

      /* What is left of it before, between and behind folds. */
      for (; fold != NULL && fold->cut.from < end; fold = find_next_fold (options, start))
        {
          if (start < fold->cut.from)
            add_context (self, step, options, time, start, fold->cut.from);
          start = fold->cut.to;
        }
      if (start < end)
        add_context (self, step, options, time, start, end);
      if (next <= time)
        break;
      /* On to the one in which a fold ends that hid this one. */
      time = start > next
                 ? leadup_calendar_floor (start - 1, step->context, step->context_step)
                 : next;
    }
}

/* Where a window may lie within one unit there may be no tick in it: then the upper row says which
 * unit that is, and not only what it is part of. */
static void
name_units (Step                    *step,
            const LeadupAxisOptions *options)
{
  double pixels_per_second =
      leadup_time_scale_get_density (&options->scale) * (double) LEADUP_USEC_SECOND;

  if (step->step != 1 || step->seconds * pixels_per_second < options->scale.width ||
      (step->unit != LEADUP_UNIT_DAY && step->unit != LEADUP_UNIT_MONTH &&
       step->unit != LEADUP_UNIT_YEAR))
    return;

  step->context = step->unit;
  step->context_step = step->step;
}

static void
clear_tick (gpointer data)
{
  g_free (((LeadupAxisTick *) data)->label);
}

static void
clear_context (gpointer data)
{
  g_free (((LeadupAxisContext *) data)->label);
}

/**
 * leadup_axis_new:
 *
 * Returns: (transfer full): the axis of a window
 */
LeadupAxis *
leadup_axis_new (const LeadupAxisOptions *options)
{
  LeadupAxis *self;
  Step step;

  g_return_val_if_fail (options != NULL && options->measure != NULL, NULL);
  g_return_val_if_fail (options->scale.to > options->scale.from, NULL);

  self = g_new0 (LeadupAxis, 1);
  self->from = leadup_time_folds_unfold (options->scale.folds, (LeadupInstant) options->scale.from);
  self->to = leadup_time_folds_unfold (options->scale.folds, (LeadupInstant) options->scale.to);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (LeadupAxisTick));
  g_array_set_clear_func (self->ticks, clear_tick);
  self->contexts = g_array_new (FALSE, FALSE, sizeof (LeadupAxisContext));
  g_array_set_clear_func (self->contexts, clear_context);

  step = *choose_step (self, options);
  self->unit = step.unit;
  add_ticks (self, &step, options);
  name_units (&step, options);
  add_contexts (self, &step, options);

  return self;
}

void
leadup_axis_free (LeadupAxis *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ticks);
  g_array_unref (self->contexts);
  g_free (self);
}

/* Returns: the unit of the ticks */
LeadupUnit
leadup_axis_get_unit (const LeadupAxis *self)
{
  g_return_val_if_fail (self != NULL, LEADUP_UNIT_DAY);

  return self->unit;
}

guint
leadup_axis_get_n_ticks (const LeadupAxis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ticks->len;
}

const LeadupAxisTick *
leadup_axis_get_tick (const LeadupAxis *self,
                      guint             index)
{
  g_return_val_if_fail (self != NULL && index < self->ticks->len, NULL);

  return &g_array_index (self->ticks, LeadupAxisTick, index);
}

guint
leadup_axis_get_n_contexts (const LeadupAxis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->contexts->len;
}

const LeadupAxisContext *
leadup_axis_get_context (const LeadupAxis *self,
                         guint             index)
{
  g_return_val_if_fail (self != NULL && index < self->contexts->len, NULL);

  return &g_array_index (self->contexts, LeadupAxisContext, index);
}
