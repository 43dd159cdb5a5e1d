/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when-format.h"

#include "base/leadup-edtf.h"

#include <glib/gi18n.h>
#include <string.h>

/* More members of a list than this are shown by their bounds. */
#define MAX_MEMBERS (3)

/* Patterns of g_date_time_format(). The first end of a range leaves out what the last one says. */
typedef struct
{
  const char *day;
  const char *first_in_month;
  const char *first_in_year;
  const char *month;
  const char *first_month_in_year;
  const char *minute;
  const char *second;
} Patterns;

/* TRANSLATORS: patterns of g_date_time_format(). Only the order and the punctuation are yours; the
 * names of months come from the system. Where the order of your language differs, keep in mind that
 * the first end of a range and the last end (a full date) are joined with a dash: 2–4 Mar 2025. */
static const Patterns patterns[] = {
  [LEADUP_WHEN_STYLE_SHORT] = {
    .day = N_ ("%-e %b %Y"),
    .first_in_month = N_ ("%-e"),
    .first_in_year = N_ ("%-e %b"),
    .month = N_ ("%Ob %Y"),
    .first_month_in_year = N_ ("%Ob"),
    .minute = N_ ("%-e %b %Y, %H:%M"),
    .second = N_ ("%-e %b %Y, %H:%M:%S"),
  },
  [LEADUP_WHEN_STYLE_LONG] = {
    .day = N_ ("%-e %B %Y"),
    .first_in_month = N_ ("%-e"),
    .first_in_year = N_ ("%-e %B"),
    .month = N_ ("%OB %Y"),
    .first_month_in_year = N_ ("%OB"),
    .minute = N_ ("%-e %B %Y, %H:%M"),
    .second = N_ ("%-e %B %Y, %H:%M:%S"),
  },
};

/* What is being written: the style, and how intervals and clocks are meant. */
typedef struct
{
  LeadupWhenStyle style;
  gboolean is_within;
  const char *zone;
} Context;

static char *
format_year (int year)
{
  if (year <= 0)
    return g_strdup_printf (_ ("%d BC"), 1 - year);

  /* TRANSLATORS: a year before 100, which would look like a number of something */
  return g_strdup_printf (year < 100 ? _ ("AD %d") : "%d", year);
}

static char *
format_years (int first,
              int last)
{
  g_autofree char *from = format_year (first);
  g_autofree char *to = format_year (last);

  if (first == last)
    return g_steal_pointer (&from);

  return g_strdup_printf (first >= 100 ? _ ("%s–%s") : _ ("%s – %s"), from, to);
}

/* As g_date_time_format(), for any year: that only knows 1 to 9999, so it is given a year with the
 * same days and weekdays, and the year is written into the pattern. */
static char *
format_civil (LeadupInstant civil,
              const char   *pattern)
{
  g_autofree char *year = NULL;
  g_autofree char *formatted = NULL;
  g_autoptr (GString) filled = g_string_new (pattern);
  g_autoptr (GDateTime) date = NULL;
  LeadupCivil c;

  leadup_calendar_from_instant (civil, &c);
  year = format_year (c.year);
  g_string_replace (filled, "%Y", year, 0);
  date = g_date_time_new_utc (2000 + (c.year % 400 + 400) % 400, c.month, c.day, c.hour, c.minute,
                              c.second);
  formatted = g_date_time_format (date, filled->str);

  return formatted != NULL ? g_steal_pointer (&formatted)
                           : g_strdup_printf ("%s-%02d-%02d", year, c.month, c.day);
}

static int
year_of (LeadupInstant instant)
{
  LeadupCivil civil;

  leadup_calendar_from_instant (instant, &civil);

  return civil.year;
}

static gboolean
is_bounded (LeadupInstant instant)
{
  return instant != LEADUP_INSTANT_MIN && instant != LEADUP_INSTANT_MAX;
}

static char *
join (const Context *context,
      const char    *from,
      const char    *to,
      gboolean       is_tight)
{
  if (context->is_within)
    return g_strdup_printf (_ ("between %s and %s"), from, to);

  return g_strdup_printf (is_tight ? _ ("%s–%s") : _ ("%s – %s"), from, to);
}

/* Days or months, both ends included. */
static char *
format_calendar_range (const Context *context,
                       LeadupUnit     unit,
                       LeadupInstant  first,
                       LeadupInstant  last)
{
  const Patterns *p = &patterns[context->style];
  const char *full = unit == LEADUP_UNIT_DAY ? p->day : p->month;
  const char *in_year = unit == LEADUP_UNIT_DAY ? p->first_in_year : p->first_month_in_year;
  const char *shortened = full;
  g_autofree char *from = NULL;
  g_autofree char *to = format_civil (last, _ (full));
  LeadupCivil a, b;
  gboolean is_tight = FALSE;

  leadup_calendar_from_instant (first, &a);
  leadup_calendar_from_instant (last, &b);
  if (a.year == b.year && a.month == b.month && (unit == LEADUP_UNIT_MONTH || a.day == b.day))
    return g_steal_pointer (&to);

  if (a.year == b.year)
    shortened = in_year;
  if (a.year == b.year && a.month == b.month)
    {
      shortened = p->first_in_month;
      is_tight = TRUE;
    }
  from = format_civil (first, _ (shortened));

  return join (context, from, to, is_tight);
}

static char *
format_range_in_unit (const Context *context,
                      LeadupUnit     unit,
                      LeadupInstant  first,
                      LeadupInstant  last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (unit != LEADUP_UNIT_YEAR)
    return format_calendar_range (context, unit, first, last);
  if (!context->is_within || year_of (first) == year_of (last))
    return format_years (year_of (first), year_of (last));

  from = format_year (year_of (first));
  to = format_year (year_of (last));

  return join (context, from, to, FALSE);
}

static char *
format_season (const Context    *context,
               const LeadupEdtf *edtf)
{
  static const char *const names[] = { N_ ("Spring"), N_ ("Summer"), N_ ("Autumn"), N_ ("Winter") };
  LeadupInstant last = edtf->bounds.start_latest - 1;
  int first_year = year_of (edtf->bounds.start_earliest), last_year = year_of (last);
  g_autofree char *year = format_year (first_year);
  g_autofree char *name = NULL;

  if (edtf->season >= 33 && edtf->season <= 36)
    /* TRANSLATORS: a quarter of a year: Q3 2024 */
    return g_strdup_printf (_ ("Q%d %s"), edtf->season - 32, year);
  if (edtf->season == 40)
    return g_strdup_printf (_ ("first half of %s"), year);
  if (edtf->season == 41)
    return g_strdup_printf (_ ("second half of %s"), year);
  if (edtf->season > 36)
    return format_calendar_range (&(Context) { .style = context->style }, LEADUP_UNIT_MONTH,
                                  edtf->bounds.start_earliest, last);

  if (first_year != last_year && first_year > 0)
    {
      g_free (year);
      year = g_strdup_printf ("%d–%02d", first_year, last_year % 100);
    }
  /* TRANSLATORS: a season and its year: Summer 2024 */
  name = g_strdup_printf (_ ("%s %s"), _ (names[(edtf->season - 21) % 4]), year);

  return edtf->season >= 29 ? g_strdup_printf (_ ("%s (southern hemisphere)"), name)
                            : g_steal_pointer (&name);
}

/* The name of the clock: “Kyiv” of “Europe/Kyiv”, or “UTC+2”. */
static char *
format_zone (const Context    *context,
             const LeadupEdtf *edtf)
{
  const char *slash = context->zone != NULL ? strrchr (context->zone, '/') : NULL;
  int minutes = ABS (edtf->utc_offset_s) / 60;
  char sign = edtf->utc_offset_s < 0 ? '-' : '+';

  if (slash != NULL)
    return g_strdelimit (g_strdup (slash + 1), "_", ' ');
  if (!edtf->has_zone)
    return g_strdup (context->zone);
  if (edtf->utc_offset_s == 0)
    return g_strdup ("UTC");
  if (minutes % 60 == 0)
    return g_strdup_printf ("UTC%c%d", sign, minutes / 60);

  return g_strdup_printf ("UTC%c%d:%02d", sign, minutes / 60, minutes % 60);
}

static char *
format_time (const Context    *context,
             const LeadupEdtf *edtf)
{
  const Patterns *p = &patterns[context->style];
  LeadupInstant local = edtf->bounds.start_earliest + edtf->utc_offset_s * LEADUP_USEC_SECOND;
  gboolean has_seconds = edtf->time_unit < LEADUP_UNIT_MINUTE;
  g_autofree char *time = format_civil (local, has_seconds ? _ (p->second) : _ (p->minute));
  g_autofree char *zone = NULL;

  if (edtf->time_unit == LEADUP_UNIT_HOUR)
    {
      g_autofree char *start = g_steal_pointer (&time);
      g_autofree char *end = format_civil (local + 59 * LEADUP_USEC_MINUTE, _ ("%H:%M"));

      time = g_strdup_printf (_ ("%s–%s"), start, end);
    }

  zone = context->style == LEADUP_WHEN_STYLE_LONG ? format_zone (context, edtf) : NULL;

  /* TRANSLATORS: a time and its place or zone: 4 March 2025, 03:15 Kyiv */
  return zone != NULL ? g_strdup_printf (_ ("%s %s"), time, zone) : g_steal_pointer (&time);
}

/* One unit of the calendar that begins at @from. */
static char *
format_unit (LeadupWhenStyle style,
             LeadupUnit      unit,
             LeadupInstant   from)
{
  const Patterns *p = &patterns[style];
  int year = year_of (from);
  g_autofree char *text = NULL;

  switch (unit)
    {
    case LEADUP_UNIT_MILLISECOND:
    case LEADUP_UNIT_SECOND:
      text = format_civil (from, _ (p->second));
      if (unit == LEADUP_UNIT_SECOND)
        return g_steal_pointer (&text);
      return g_strdup_printf (
          "%s.%03d", text,
          (int) ((from - leadup_calendar_floor (from, LEADUP_UNIT_SECOND, 1)) / 1000));
    case LEADUP_UNIT_MINUTE:
    case LEADUP_UNIT_HOUR:
      return format_civil (from, _ (p->minute));
    case LEADUP_UNIT_DAY:
      return format_civil (from, _ (p->day));
    case LEADUP_UNIT_WEEK:
      text = format_civil (from, _ (p->day));
      return g_strdup_printf (_ ("week of %s"), text);
    case LEADUP_UNIT_MONTH:
      return format_civil (from, _ (p->month));
    case LEADUP_UNIT_QUARTER:
      {
        LeadupCivil civil;

        leadup_calendar_from_instant (from, &civil);
        text = format_year (year);
        return g_strdup_printf (_ ("Q%d %s"), (civil.month - 1) / 3 + 1, text);
      }
    case LEADUP_UNIT_YEAR:
      return format_year (year);
    case LEADUP_UNIT_DECADE:
      /* TRANSLATORS: a decade: 1990s */
      return year >= 100 ? g_strdup_printf (_ ("%ds"), year) : format_years (year, year + 9);
    case LEADUP_UNIT_CENTURY:
      return format_years (year, year + 99);
    case LEADUP_UNIT_MILLENNIUM:
    default:
      return format_years (year, year + 999);
    }
}

static char *
format_plain_point (const Context    *context,
                    const LeadupEdtf *edtf)
{
  static const LeadupUnit units[] = {
    [LEADUP_PRECISION_DAY] = LEADUP_UNIT_DAY,
    [LEADUP_PRECISION_WEEK] = LEADUP_UNIT_WEEK,
    [LEADUP_PRECISION_MONTH] = LEADUP_UNIT_MONTH,
    [LEADUP_PRECISION_YEAR] = LEADUP_UNIT_YEAR,
    [LEADUP_PRECISION_DECADE] = LEADUP_UNIT_DECADE,
    [LEADUP_PRECISION_CENTURY] = LEADUP_UNIT_CENTURY,
  };

  if (edtf->precision == LEADUP_PRECISION_UNDATED)
    return g_strdup (_ ("undated"));
  if (edtf->precision == LEADUP_PRECISION_TIME)
    return format_time (context, edtf);
  if (!edtf->is_whole)
    return format_range_in_unit (&(Context) { .style = context->style, .is_within = TRUE },
                                 edtf->precision == LEADUP_PRECISION_CENTURY ? LEADUP_UNIT_YEAR
                                                                             : LEADUP_UNIT_DAY,
                                 edtf->bounds.start_earliest, edtf->bounds.start_latest - 1);
  if (edtf->season != 0)
    return format_season (context, edtf);

  return format_unit (context->style, units[edtf->precision], edtf->bounds.start_earliest);
}

/* Marks what the source itself was not sure of. */
static char *
qualify (const Context    *context,
         const LeadupEdtf *edtf,
         char             *plain)
{
  gboolean is_long = context->style == LEADUP_WHEN_STYLE_LONG;
  g_autofree char *text = plain;

  if (edtf->is_approximate)
    {
      g_autofree char *bare = g_steal_pointer (&text);

      text = g_strdup_printf (is_long ? _ ("about %s") : _ ("c. %s"), bare);
    }
  if (edtf->is_uncertain)
    return g_strdup_printf (is_long ? _ ("%s (uncertain)") : _ ("%s?"), text);

  return g_steal_pointer (&text);
}

static char *
format_part (LeadupPart        part,
             const LeadupEdtf *edtf,
             char             *plain)
{
  gboolean is_short = edtf->precision <= LEADUP_PRECISION_WEEK;
  g_autofree char *text = plain;

  switch (part)
    {
    case LEADUP_PART_EARLY:
      return g_strdup_printf (is_short ? _ ("start of %s") : _ ("early %s"), text);
    case LEADUP_PART_MID:
      return g_strdup_printf (is_short ? _ ("middle of %s") : _ ("mid-%s"), text);
    case LEADUP_PART_LATE:
      return g_strdup_printf (is_short ? _ ("end of %s") : _ ("late %s"), text);
    case LEADUP_PART_NONE:
    default:
      return g_steal_pointer (&text);
    }
}

static char *
format_point (const Context    *context,
              LeadupPart        part,
              const LeadupEdtf *edtf)
{
  return qualify (context, edtf, format_part (part, edtf, format_plain_point (context, edtf)));
}

/* Reads one end of an interval or a list. The texts come from values that were read before. */
static gboolean
parse_end (const char *start,
           const char *end,
           LeadupEdtf *edtf)
{
  g_autofree char *text = g_strndup (start, (gsize) (end - start));

  return leadup_edtf_parse (text, LEADUP_PART_NONE, edtf, NULL);
}

/* “2–4 Mar 2025” where both ends are of one kind, else both ends in full. */
static char *
format_both_ends (const Context    *context,
                  const LeadupEdtf *from,
                  const LeadupEdtf *to)
{
  gboolean is_plain = from->precision == to->precision && from->is_whole && to->is_whole &&
                      !from->is_approximate && !from->is_uncertain && !to->is_approximate &&
                      !to->is_uncertain;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (is_plain && from->precision == LEADUP_PRECISION_DAY)
    return format_range_in_unit (context, LEADUP_UNIT_DAY, from->bounds.start_earliest,
                                 to->bounds.start_earliest);
  if (is_plain && from->precision == LEADUP_PRECISION_MONTH)
    return format_range_in_unit (context, LEADUP_UNIT_MONTH, from->bounds.start_earliest,
                                 to->bounds.start_earliest);
  if (is_plain && from->precision == LEADUP_PRECISION_YEAR)
    return format_range_in_unit (context, LEADUP_UNIT_YEAR, from->bounds.start_earliest,
                                 to->bounds.start_earliest);

  first = format_point (context, LEADUP_PART_NONE, from);
  last = format_point (context, LEADUP_PART_NONE, to);

  return join (context, first, last, FALSE);
}

/* An interval or a range of a list, of which @from and @to are %NULL where they are open. */
static char *
format_ends (const Context    *context,
             const LeadupEdtf *from,
             const LeadupEdtf *to,
             gboolean          is_ongoing)
{
  g_autofree char *only = NULL;

  if (from != NULL && to != NULL)
    return format_both_ends (context, from, to);
  if (from == NULL && to == NULL)
    return g_strdup (_ ("undated"));

  only = format_point (context, LEADUP_PART_NONE, from != NULL ? from : to);
  if (to != NULL)
    return g_strdup_printf (context->is_within ? _ ("by %s") : _ ("until %s"), only);
  if (context->is_within)
    return g_strdup_printf (_ ("%s or later"), only);

  return g_strdup_printf (is_ongoing ? _ ("since %s") : _ ("from %s"), only);
}

static char *
format_interval (const Context *context,
                 const char    *text,
                 gboolean       is_ongoing)
{
  const char *slash = strchr (text, '/');
  LeadupEdtf from, to;
  gboolean has_from = parse_end (text, slash, &from);
  gboolean has_to = parse_end (slash + 1, text + strlen (text), &to);

  return format_ends (context, has_from ? &from : NULL, has_to ? &to : NULL, is_ongoing);
}

static char *
format_member (const Context *context,
               const char    *member)
{
  const char *dots = strstr (member, "..");
  const char *end = member + strlen (member);
  LeadupEdtf from, to;
  gboolean has_from = parse_end (member, dots != NULL ? dots : end, &from);
  gboolean has_to = dots != NULL && parse_end (dots + 2, end, &to);

  if (dots == NULL && has_from)
    return format_point (context, LEADUP_PART_NONE, &from);

  return format_ends (context, has_from ? &from : NULL, has_to ? &to : NULL, FALSE);
}

static char *
format_one_of (const Context          *outer,
               const char             *text,
               const LeadupWhenBounds *bounds)
{
  Context context = { .style = outer->style, .zone = outer->zone, .is_within = TRUE };
  g_autofree char *inner = g_strndup (text + 1, strlen (text) - 2);
  g_auto (GStrv) members = g_strsplit (inner, ",", -1);
  g_autofree char *joined = NULL;

  if (g_strv_length (members) > MAX_MEMBERS && is_bounded (bounds->start_earliest) &&
      is_bounded (bounds->start_latest))
    return format_range_in_unit (&context, LEADUP_UNIT_DAY, bounds->start_earliest,
                                 bounds->start_latest - 1);

  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *before = g_steal_pointer (&joined);
      g_autofree char *member = format_member (&context, members[i]);

      joined = before != NULL ? g_strdup_printf (_ ("%s or %s"), before, member)
                              : g_steal_pointer (&member);
    }

  return g_steal_pointer (&joined);
}

/**
 * leadup_when_format:
 * @self: a date
 * @style: how long
 *
 * Writes a date in the language of the user, with the clock that the source used, and never finer
 * than the source said it.
 *
 * Returns: (transfer full): text for people
 */
char *
leadup_when_format (const LeadupWhen *self,
                    LeadupWhenStyle   style)
{
  const char *text;
  LeadupEdtf edtf;
  Context context;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (style <= LEADUP_WHEN_STYLE_LONG, NULL);

  context.style = style;
  context.is_within = leadup_when_is_within (self);
  context.zone = leadup_when_get_zone (self);

  text = leadup_when_get_edtf (self);
  if (!leadup_edtf_parse (text, LEADUP_PART_NONE, &edtf, NULL))
    g_return_val_if_reached (g_strdup (text));

  if (edtf.is_interval)
    return format_interval (&context, text, leadup_when_is_ongoing (self));
  if (edtf.is_one_of)
    return format_one_of (&context, text, &edtf.bounds);

  return format_point (&context, leadup_when_get_part (self), &edtf);
}

/**
 * leadup_instant_format:
 * @instant: a moment
 * @finest: the finest unit to name; what is finer is dropped
 *
 * Returns: (transfer full): text for people, in UTC; “…” for the two unbounded instants
 */
char *
leadup_instant_format (LeadupInstant instant,
                       LeadupUnit    finest)
{
  g_return_val_if_fail (finest <= LEADUP_UNIT_MILLENNIUM, NULL);

  if (!is_bounded (instant))
    return g_strdup ("…");

  return format_unit (LEADUP_WHEN_STYLE_SHORT, finest, leadup_calendar_floor (instant, finest, 1));
}

/* How finely a range is said: in whole years, months or days if it has such, or as its length asks.
 */
static LeadupUnit
choose_range_unit (LeadupInstant from,
                   LeadupInstant to)
{
  static const LeadupUnit whole[] = { LEADUP_UNIT_YEAR, LEADUP_UNIT_MONTH, LEADUP_UNIT_DAY };
  double days = ((double) to - (double) from) / (double) LEADUP_USEC_DAY;

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      if (leadup_calendar_floor (from, whole[i], 1) == from &&
          leadup_calendar_floor (to, whole[i], 1) == to)
        return whole[i];
    }

  if (days > 60 * 365)
    return LEADUP_UNIT_YEAR;
  if (days > 3 * 365)
    return LEADUP_UNIT_MONTH;
  if (days > 3)
    return LEADUP_UNIT_DAY;

  return days * 24 * 60 > 3 ? LEADUP_UNIT_MINUTE : LEADUP_UNIT_SECOND;
}

/**
 * leadup_range_format:
 * @from: the first moment, or %LEADUP_INSTANT_MIN
 * @to: the end, exclusive, or %LEADUP_INSTANT_MAX
 *
 * Returns: (transfer full): text for a status line (“Mar – May 2025”), as fine as the length asks
 */
char *
leadup_range_format (LeadupInstant from,
                     LeadupInstant to)
{
  const Context context = { .style = LEADUP_WHEN_STYLE_SHORT };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  LeadupUnit unit;

  if (!is_bounded (from) && !is_bounded (to))
    return g_strdup (_ ("all time"));
  if (!is_bounded (from))
    {
      last = leadup_instant_format (to - 1, LEADUP_UNIT_DAY);
      return g_strdup_printf (_ ("until %s"), last);
    }
  if (!is_bounded (to))
    {
      first = leadup_instant_format (from, LEADUP_UNIT_DAY);
      return g_strdup_printf (_ ("from %s"), first);
    }
  if (to <= from)
    return leadup_instant_format (from, LEADUP_UNIT_MINUTE);

  unit = choose_range_unit (from, to);
  if (unit >= LEADUP_UNIT_DAY)
    return format_range_in_unit (&context, unit, from, to - 1);

  first = leadup_instant_format (from, unit);
  if (leadup_calendar_floor (from, LEADUP_UNIT_DAY, 1) ==
      leadup_calendar_floor (to, LEADUP_UNIT_DAY, 1))
    {
      last = format_civil (to, unit == LEADUP_UNIT_MINUTE ? _ ("%H:%M") : _ ("%H:%M:%S"));
      return g_strdup_printf (_ ("%s–%s"), first, last);
    }
  last = leadup_instant_format (to, unit);

  return g_strdup_printf (_ ("%s – %s"), first, last);
}
