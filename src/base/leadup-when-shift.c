/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when-shift.h"

#include "base/leadup-edtf.h"
#include "base/leadup-error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What a date of each precision moves by. */
static const struct
{
  LeadupPrecision precision;
  LeadupUnit unit;
  double days; /* mean length */
} steps[] = {
  { LEADUP_PRECISION_DAY, LEADUP_UNIT_DAY, 1 },
  { LEADUP_PRECISION_WEEK, LEADUP_UNIT_WEEK, 7 },
  { LEADUP_PRECISION_MONTH, LEADUP_UNIT_MONTH, 30.436875 },
  { LEADUP_PRECISION_SEASON, LEADUP_UNIT_QUARTER, 91.310625 },
  { LEADUP_PRECISION_QUARTER, LEADUP_UNIT_QUARTER, 91.310625 },
  { LEADUP_PRECISION_YEAR, LEADUP_UNIT_YEAR, 365.2425 },
  { LEADUP_PRECISION_DECADE, LEADUP_UNIT_DECADE, 3652.425 },
  { LEADUP_PRECISION_CENTURY, LEADUP_UNIT_CENTURY, 36524.25 },
};

/* Seasons of one family follow each other: from @first on, @n a year. */
static const struct
{
  int first;
  int n;
} seasons[] = {
  { 21, 4 }, { 25, 4 }, { 29, 4 }, { 33, 4 }, { 37, 3 }, { 40, 2 },
};

static gboolean
refuse (GError    **error,
        const char *edtf)
{
  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
               _ ("“%s” cannot be moved; write the new date instead"), edtf);

  return FALSE;
}

/* By how many steps of its own a date goes, and how long one is. */
static gboolean
get_step (const LeadupEdtf *edtf,
          LeadupUnit       *unit,
          double           *usec)
{
  static const gint64 widths[] = {
    [LEADUP_UNIT_MILLISECOND] = 1000,
    [LEADUP_UNIT_SECOND] = LEADUP_USEC_SECOND,
    [LEADUP_UNIT_MINUTE] = LEADUP_USEC_MINUTE,
    [LEADUP_UNIT_HOUR] = LEADUP_USEC_HOUR,
  };

  if (!edtf->is_whole)
    return FALSE;
  if (edtf->precision == LEADUP_PRECISION_TIME)
    {
      *unit = edtf->time_unit;
      *usec = (double) widths[edtf->time_unit];
      return TRUE;
    }
  if (edtf->season >= 37)
    {
      *unit = LEADUP_UNIT_MONTH;
      *usec = (edtf->season >= 40 ? 6 : 4) * 30.436875 * (double) LEADUP_USEC_DAY;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].precision == edtf->precision)
      {
        *unit = steps[i].unit;
        *usec = steps[i].days * (double) LEADUP_USEC_DAY;
        return TRUE;
      }

  return FALSE;
}

static int
year_of (LeadupInstant instant)
{
  LeadupCivil civil;

  leadup_calendar_from_instant (instant, &civil);

  return civil.year;
}

static char *
season_text (const LeadupEdtf *edtf,
             gint64            count)
{
  int year = year_of (edtf->bounds.start_earliest);

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      gint64 index = edtf->season - seasons[i].first + count;
      gint64 turns =
          index >= 0 ? index / seasons[i].n : -((seasons[i].n - 1 - index) / seasons[i].n);

      if (edtf->season < seasons[i].first || edtf->season >= seasons[i].first + seasons[i].n)
        continue;
      year += (int) turns;
      if (year < 0 || year > 9999)
        return NULL;
      return g_strdup_printf ("%04d-%02d", year,
                              (int) (seasons[i].first + index - turns * seasons[i].n));
    }

  return NULL;
}

/* The clock goes on as it stands, so that a zone’s change of offset does not move it. */
static char *
time_text (const LeadupEdtf *edtf,
           const char       *old,
           LeadupInstant     from)
{
  LeadupInstant local = from + edtf->utc_offset_s * LEADUP_USEC_SECOND;
  const char *offset = strpbrk (strchr (old, 'T'), "Z+-");
  /* Qualifiers are written behind it again. */
  g_autofree char *zone =
      offset != NULL ? g_strndup (offset, strcspn (offset, "~?%")) : g_strdup ("");
  g_autofree char *date = NULL;
  LeadupCivil civil;
  gint64 day;

  leadup_calendar_from_instant (local, &civil);
  day = leadup_calendar_day_number (civil.year, civil.month, civil.day);
  date = leadup_edtf_from_days (day, day);
  if (date[0] == 'Y')
    return NULL;

  switch ((int) edtf->time_unit)
    {
    case LEADUP_UNIT_HOUR:
      return g_strdup_printf ("%sT%02d%s", date, civil.hour, zone);
    case LEADUP_UNIT_MINUTE:
      return g_strdup_printf ("%sT%02d:%02d%s", date, civil.hour, civil.minute, zone);
    case LEADUP_UNIT_SECOND:
      return g_strdup_printf ("%sT%02d:%02d:%02d%s", date, civil.hour, civil.minute, civil.second,
                              zone);
    default:
      return g_strdup_printf ("%sT%02d:%02d:%02d.%03d%s", date, civil.hour, civil.minute,
                              civil.second, civil.microsecond / 1000, zone);
    }
}

static char *
week_text (LeadupInstant from)
{
  int year, week;

  if (!leadup_calendar_iso_week (from / LEADUP_USEC_DAY, &year, &week) || year < 0 || year > 9999)
    return NULL;

  return g_strdup_printf ("%04d-W%02d", year, week);
}

/* One date by @count of its own steps. */
static char *
shift_point (const LeadupEdtf *edtf,
             const char       *text,
             LeadupUnit        unit,
             gint64            count)
{
  const char *mark = edtf->is_approximate && edtf->is_uncertain ? "%"
                     : edtf->is_approximate                     ? "~"
                     : edtf->is_uncertain                       ? "?"
                                                                : "";
  LeadupInstant from = leadup_calendar_add (edtf->bounds.start_earliest, unit, count);
  LeadupInstant to;
  g_autofree char *bare = NULL;

  if (edtf->season != 0)
    bare = season_text (edtf, count);
  else if (edtf->precision == LEADUP_PRECISION_TIME)
    bare = time_text (edtf, text, from);
  else if (edtf->precision == LEADUP_PRECISION_WEEK)
    bare = week_text (from);
  else
    {
      to = leadup_calendar_add (from, unit, 1);
      if (from != LEADUP_INSTANT_MIN && to != LEADUP_INSTANT_MAX)
        bare = leadup_edtf_from_days (from / LEADUP_USEC_DAY, to / LEADUP_USEC_DAY - 1);
    }

  return bare != NULL ? g_strconcat (bare, mark, NULL) : NULL;
}

/* One end of an interval, or a date that stands alone, by the step nearest to @distance. */
static char *
shift_text (const LeadupWhen *when,
            const char       *text,
            gint64            distance,
            GError          **error)
{
  LeadupEdtf edtf;
  LeadupUnit unit;
  double step;
  char *shifted = NULL;

  if (*text == '\0' || g_str_equal (text, ".."))
    return g_strdup (text);
  if (!leadup_edtf_parse_in_zone (text, LEADUP_PART_NONE, leadup_when_get_zone (when), &edtf,
                                  error))
    return NULL;

  if (get_step (&edtf, &unit, &step))
    {
      double count = round ((double) distance / step);

      if (fabs (count) < 1e9)
        shifted = shift_point (&edtf, text, unit, (gint64) count);
    }
  if (shifted == NULL)
    refuse (error, text);

  return shifted;
}

/**
 * leadup_when_shift:
 * @self: a date
 * @side: what of it to move; a date that did not last has no sides
 * @distance: how far, in microseconds
 * @error: return location
 *
 * Moves a date by the steps of its own precision that come nearest to @distance: a day by days, a
 * month by months. The words of the source, the zone and the part stay.
 *
 * Returns: (transfer full) (nullable): the moved date, or %NULL with an error where it is of a kind
 *   that cannot be moved, or would end before it began
 */
LeadupWhen *
leadup_when_shift (const LeadupWhen *self,
                   LeadupWhenSide    side,
                   gint64            distance,
                   GError          **error)
{
  const char *text, *slash, *rule;
  g_autofree char *edtf = NULL;
  LeadupWhenFields fields;

  g_return_val_if_fail (self != NULL, NULL);

  text = leadup_when_get_edtf (self);
  slash = strchr (text, '/');
  if (text[0] == '[' || (side != LEADUP_WHEN_WHOLE && slash == NULL))
    {
      refuse (error, text);
      return NULL;
    }

  if (slash == NULL)
    {
      edtf = shift_text (self, text, distance, error);
    }
  else
    {
      g_autofree char *first = g_strndup (text, (gsize) (slash - text));
      g_autofree char *from =
          side == LEADUP_WHEN_END ? g_strdup (first) : shift_text (self, first, distance, error);
      g_autofree char *to = from == NULL ? NULL
                            : side == LEADUP_WHEN_START
                                ? g_strdup (slash + 1)
                                : shift_text (self, slash + 1, distance, error);

      if (from != NULL && to != NULL)
        edtf = g_strdup_printf ("%s/%s", from, to);
    }
  if (edtf == NULL)
    return NULL;

  /* Which family it is says whether an interval lasted. */
  rule = leadup_when_is_within (self) ? leadup_when_get_rule (self) : NULL;
  fields = (LeadupWhenFields) {
    .stated = leadup_when_get_stated (self),
    .edtf = edtf,
    .zone = leadup_when_get_zone (self),
    .rule = rule,
    .as_of = NULL,
    .part = leadup_when_get_part (self),
  };

  return leadup_when_new (&fields, error);
}

/* Of years, days, hours, minutes or seconds. */
static char *
format_count (guint unit,
              int   count)
{
  switch (unit)
    {
    case 0:
      /* TRANSLATORS: short for years, days, hours … of an interval: 2 y 10 d, 3 d 4 h */
      return g_strdup_printf (_ ("%d y"), count);
    case 1:
      return g_strdup_printf (_ ("%d d"), count);
    case 2:
      return g_strdup_printf (_ ("%d h"), count);
    case 3:
      return g_strdup_printf (_ ("%d min"), count);
    default:
      return g_strdup_printf (_ ("%d s"), count);
    }
}

/* “3 d 4 h”: the largest unit that there is, and the next one. */
static char *
format_length (gint64 usec)
{
  static const gint64 widths[] = { G_GINT64_CONSTANT (31556952) * LEADUP_USEC_SECOND,
                                   LEADUP_USEC_DAY, LEADUP_USEC_HOUR, LEADUP_USEC_MINUTE,
                                   LEADUP_USEC_SECOND };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (widths) && usec < widths[i])
    i++;
  if (usec == 0)
    i = 1;
  first = format_count (i, (int) (usec / widths[i]));
  usec %= widths[i];
  if (i + 1 == G_N_ELEMENTS (widths) || usec / widths[i + 1] == 0)
    return g_steal_pointer (&first);

  second = format_count (i + 1, (int) (usec / widths[i + 1]));

  return g_strdup_printf ("%s %s", first, second);
}

static gboolean
is_open (LeadupInstant instant)
{
  return instant == LEADUP_INSTANT_MIN || instant == LEADUP_INSTANT_MAX;
}

/* The latest start; a minute counts as its beginning. */
static LeadupInstant
get_latest (const LeadupWhen *when)
{
  const LeadupWhenBounds *bounds = leadup_when_get_bounds (when);

  /* The bound is exclusive. */
  return leadup_when_get_precision (when) == LEADUP_PRECISION_TIME
             ? bounds->start_earliest
             : bounds->start_latest - LEADUP_USEC_SECOND;
}

/**
 * leadup_interval_format:
 * @from: where it is measured from
 * @to: a date before or after it
 *
 * Measures from the beginning of the one to the beginning of the other. Two times give one length,
 * two days whole days; what is less exact gives the least and the most that it can be.
 *
 * Returns: (transfer full): “T + 3 d 4 h”, “T − 2 d”, “T + 3 d to 5 d”, or “T ± …” where there is
 * no telling
 */
char *
leadup_interval_format (const LeadupWhen *from,
                        const LeadupWhen *to)
{
  const LeadupWhenBounds *a, *b;
  gint64 least, most;
  gboolean is_days;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  a = leadup_when_get_bounds (from);
  b = leadup_when_get_bounds (to);
  if (is_open (a->start_earliest) || is_open (a->start_latest) || is_open (b->start_earliest) ||
      is_open (b->start_latest))
    return g_strdup (_ ("T ± …"));

  is_days = a->start_latest - a->start_earliest == LEADUP_USEC_DAY &&
            b->start_latest - b->start_earliest == LEADUP_USEC_DAY;
  least = b->start_earliest - a->start_earliest;
  most = least;
  if (!is_days && (leadup_when_get_precision (from) != LEADUP_PRECISION_TIME ||
                   leadup_when_get_precision (to) != LEADUP_PRECISION_TIME))
    {
      least = b->start_earliest - get_latest (from);
      most = get_latest (to) - a->start_earliest;
    }

  if (least == most)
    {
      first = format_length (ABS (least));
      return g_strdup_printf (least < 0 ? _ ("T − %s") : _ ("T + %s"), first);
    }
  if (least < 0 && most > 0)
    {
      first = format_length (-least);
      last = format_length (most);
      return g_strdup_printf (_ ("T − %s to T + %s"), first, last);
    }

  first = format_length (MIN (ABS (least), ABS (most)));
  last = format_length (MAX (ABS (least), ABS (most)));

  return g_strdup_printf (most <= 0 ? _ ("T − %s to %s") : _ ("T + %s to %s"), first, last);
}
