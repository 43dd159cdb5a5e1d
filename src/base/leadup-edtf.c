/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-edtf.h"

#include "base/leadup-ascii.h"
#include "base/leadup-edtf-point-private.h"
#include "base/leadup-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* Parts of units that are bounded by thirds: where the middle and the late part begin, in @unit
 * from the beginning of the whole. This is the one table of what “early”, “mid” and “late” mean:
 *
 * day      00:00–08:00      08:00–16:00        16:00–24:00
 * week     Mon–Tue          Wed–Thu            Fri–Sun
 * month    1–10             11–20              21–end
 * season, quarter           one month each (thirds of longer parts of the year, in whole months)
 * year     Jan–Apr          May–Aug            Sep–Dec
 * decade   years 0–3        4–6                7–9
 * century  years 0–32       33–66              67–99
 */
static const struct
{
  LeadupPrecision precision;
  LeadupUnit unit;
  int mid;
  int late;
} parts[] = {
  { LEADUP_PRECISION_DAY, LEADUP_UNIT_HOUR, 8, 16 },
  { LEADUP_PRECISION_WEEK, LEADUP_UNIT_DAY, 2, 4 },
  { LEADUP_PRECISION_MONTH, LEADUP_UNIT_DAY, 10, 20 },
  { LEADUP_PRECISION_SEASON, LEADUP_UNIT_MONTH, 1, 2 },
  { LEADUP_PRECISION_QUARTER, LEADUP_UNIT_MONTH, 1, 2 },
  { LEADUP_PRECISION_YEAR, LEADUP_UNIT_MONTH, 4, 8 },
  { LEADUP_PRECISION_DECADE, LEADUP_UNIT_YEAR, 4, 7 },
  { LEADUP_PRECISION_CENTURY, LEADUP_UNIT_YEAR, 33, 67 },
};

static gboolean
is_open (const LeadupEdtfCursor *cursor)
{
  return cursor->end - cursor->p == 2 && strncmp (cursor->p, "..", 2) == 0;
}

static gboolean
parse_interval (LeadupEdtfCursor *cursor,
                const char       *slash,
                LeadupEdtf       *out,
                GError          **error)
{
  LeadupEdtfCursor sides[2] = { *cursor, *cursor };
  LeadupEdtf ends[2] = { 0 };
  gboolean is_given[2];
  LeadupWhenBounds *bounds = &out->bounds;

  memset (out, 0, sizeof *out);
  sides[0].end = slash;
  sides[1].p = slash + 1;

  for (guint i = 0; i < 2; i++)
    {
      is_given[i] = !leadup_edtf_at_end (&sides[i]) && !is_open (&sides[i]);
      if (is_given[i] && !leadup_edtf_parse_point (&sides[i], &ends[i], error))
        return FALSE;
      out->is_approximate |= ends[i].is_approximate;
      out->is_uncertain |= ends[i].is_uncertain;
    }

  if (!is_given[0] && !is_given[1] && !(is_open (&sides[0]) && is_open (&sides[1])))
    return leadup_edtf_refuse (cursor, error,
                               _ ("an interval has at least one end, as in 2025-09-02/.."));
  if (is_given[0] && is_given[1] && ends[1].bounds.start_latest <= ends[0].bounds.start_earliest)
    return leadup_edtf_refuse (cursor, error, _ ("the interval ends before it begins"));

  bounds->start_earliest = is_given[0] ? ends[0].bounds.start_earliest : LEADUP_INSTANT_MIN;
  bounds->end_latest = is_given[1] ? ends[1].bounds.start_latest : LEADUP_INSTANT_MAX;
  bounds->start_latest =
      MIN (is_given[0] ? ends[0].bounds.start_latest : bounds->end_latest, bounds->end_latest);
  bounds->end_earliest = MAX (is_given[1] ? ends[1].bounds.start_earliest : bounds->start_earliest,
                              bounds->start_earliest);

  /* An open end says that it goes on; a missing end only that nobody said. */
  out->is_ongoing = is_given[0] && is_open (&sides[1]);
  if (out->is_ongoing)
    bounds->end_earliest = LEADUP_INSTANT_MAX;

  out->is_interval = TRUE;
  out->has_zone = (!is_given[0] || ends[0].has_zone) && (!is_given[1] || ends[1].has_zone) &&
                  (is_given[0] || is_given[1]);
  out->precision =
      is_given[0] || is_given[1] ? LEADUP_PRECISION_INTERVAL : LEADUP_PRECISION_UNDATED;

  return TRUE;
}

/* One member of a list: “a”, “a..b”, “..b” or “a..”, into the bounds of @out. */
static gboolean
parse_member (LeadupEdtfCursor *cursor,
              gboolean          is_first,
              LeadupEdtf       *out,
              GError          **error)
{
  const char *dots = g_strstr_len (cursor->p, cursor->end - cursor->p, "..");
  LeadupInstant from = LEADUP_INSTANT_MIN, to = LEADUP_INSTANT_MAX;
  LeadupEdtf point = { 0 };
  LeadupEdtfCursor side = *cursor;

  if (dots == NULL || dots > cursor->p)
    {
      side.end = dots != NULL ? dots : cursor->end;
      if (!leadup_edtf_parse_point (&side, &point, error))
        return FALSE;
      from = point.bounds.start_earliest;
      if (dots == NULL)
        to = point.bounds.start_latest;
      out->is_approximate |= point.is_approximate;
      out->is_uncertain |= point.is_uncertain;
    }
  if (dots != NULL && dots + 2 < cursor->end)
    {
      side.p = dots + 2;
      side.end = cursor->end;
      if (!leadup_edtf_parse_point (&side, &point, error))
        return FALSE;
      to = point.bounds.start_latest;
      out->is_approximate |= point.is_approximate;
      out->is_uncertain |= point.is_uncertain;
    }
  else if (dots == cursor->p)
    {
      return leadup_edtf_refuse (cursor, error,
                                 _ ("“..” needs a date on one side, as in [2025-03-01..]"));
    }

  if (to <= from)
    return leadup_edtf_refuse (cursor, error, _ ("the range ends before it begins"));

  from = is_first ? from : MIN (from, out->bounds.start_earliest);
  to = is_first ? to : MAX (to, out->bounds.start_latest);
  leadup_edtf_set_bounds (out, from, to);

  return TRUE;
}

static gboolean
parse_one_of (LeadupEdtfCursor *cursor,
              LeadupEdtf       *out,
              GError          **error)
{
  LeadupEdtfCursor member = *cursor;
  gboolean is_first = TRUE;

  memset (out, 0, sizeof *out);
  if (cursor->end[-1] != ']' || cursor->end - cursor->p < 3)
    return leadup_edtf_refuse (cursor, error, _ ("a list is written like [2025-03-01,2025-03-04]"));

  member.p = cursor->p + 1;
  do
    {
      const char *comma = memchr (member.p, ',', (gsize) (cursor->end - 1 - member.p));

      member.end = comma != NULL ? comma : cursor->end - 1;
      if (!parse_member (&member, is_first, out, error))
        return FALSE;
      is_first = FALSE;
      member.p = member.end + 1;
    }
  while (member.p < cursor->end);

  out->is_one_of = TRUE;
  out->precision = LEADUP_PRECISION_INTERVAL;

  return TRUE;
}

static gboolean
apply_part (const LeadupEdtfCursor *cursor,
            LeadupPart              part,
            LeadupEdtf             *out,
            GError                **error)
{
  for (guint i = 0; out->is_whole && i < G_N_ELEMENTS (parts); i++)
    {
      LeadupInstant whole = out->bounds.start_earliest, end = out->bounds.start_latest;
      LeadupInstant mid, late;
      int thirds = out->season != 0 ? leadup_edtf_season_months (out->season) / 3 : 1;

      if (parts[i].precision != out->precision)
        continue;

      mid = leadup_calendar_add (whole, parts[i].unit, parts[i].mid * thirds);
      late = leadup_calendar_add (whole, parts[i].unit, parts[i].late * thirds);
      leadup_edtf_set_bounds (out,
                              part == LEADUP_PART_EARLY ? whole
                              : part == LEADUP_PART_MID ? mid
                                                        : late,
                              part == LEADUP_PART_EARLY ? mid
                              : part == LEADUP_PART_MID ? late
                                                        : end);

      return TRUE;
    }

  return leadup_edtf_refuse (
      cursor, error,
      _ ("early, mid or late can only be said of a day, week, month, season, year, "
         "decade or century"));
}

/**
 * leadup_edtf_parse:
 * @text: (nullable): EDTF text; may come from anywhere
 * @part: which part of the date; only of a whole unit
 * @result: (out): what it says; undefined on failure
 * @error: return location
 *
 * Reads level 0 and 1 of ISO 8601-2:2019, and of level 2 what can be said with bounds: one-of
 * lists, seasons up to 41, unspecified digits anywhere and qualified components. ISO weeks are read
 * too. A time without an offset is read as if it were UTC. “Approximate” does not widen the bounds.
 *
 * Returns: %FALSE with a %LEADUP_ERROR_SYNTAX, _LIMIT or _UNSUPPORTED
 */
gboolean
leadup_edtf_parse (const char *text,
                   LeadupPart  part,
                   LeadupEdtf *result,
                   GError    **error)
{
  return leadup_edtf_parse_in_zone (text, part, NULL, result, error);
}

/**
 * leadup_edtf_parse_in_zone:
 * @zone: (nullable): IANA name or offset of the clock for times that name no offset. If this system
 * does not know the zone, they are read as if they were UTC and @result has no zone
 *
 * As leadup_edtf_parse(). In the hour that a clock shows twice, the bounds cover both.
 */
gboolean
leadup_edtf_parse_in_zone (const char *text,
                           LeadupPart  part,
                           const char *zone,
                           LeadupEdtf *result,
                           GError    **error)
{
  LeadupEdtfCursor cursor = { .p = text, .text = text, .zone = zone };
  gsize length = text != NULL ? strlen (text) : 0;
  const char *slash;
  gboolean is_read;

  g_return_val_if_fail (result != NULL, FALSE);

  if (length == 0)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX,
                   _ ("The date is empty; write it like 2025-03-04"));
      return FALSE;
    }
  if (length > LEADUP_EDTF_MAX_BYTES)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("The date is longer than %d characters"), LEADUP_EDTF_MAX_BYTES);
      return FALSE;
    }
  if (!leadup_ascii_is_utf8 (text, length))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX,
                   _ ("The date is not text; write it like 2025-03-04"));
      return FALSE;
    }
  if (text[0] == '{')
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
                   _ ("The date “%s” is a set of dates; give each its own event"), text);
      return FALSE;
    }

  cursor.end = text + length;
  slash = strchr (text, '/');
  if (text[0] == '[')
    is_read = parse_one_of (&cursor, result, error);
  else if (slash != NULL)
    is_read = parse_interval (&cursor, slash, result, error);
  else
    is_read = leadup_edtf_parse_point (&cursor, result, error);

  if (!is_read)
    return FALSE;

  cursor.p = text;

  return part == LEADUP_PART_NONE ? TRUE : apply_part (&cursor, part, result, error);
}

static char *
year_text (int year)
{
  if (year > 9999 || year < -9999)
    return g_strdup_printf ("Y%d", year);

  return year < 0 ? g_strdup_printf ("-%04d", -year) : g_strdup_printf ("%04d", year);
}

/* A day, or its year where years need a “Y” and EDTF has nothing finer. */
static char *
day_text (gint64 day_number)
{
  g_autofree char *year = NULL;
  int y, m, d;

  leadup_calendar_from_day_number (day_number, &y, &m, &d);
  if (y >= 0 && y <= 9999)
    {
      /* Nearly all; without a format, since articles have thousands. */
      char text[] = { (char) ('0' + y / 1000),     (char) ('0' + y / 100 % 10),
                      (char) ('0' + y / 10 % 10),  (char) ('0' + y % 10),
                      '-',                         (char) ('0' + m / 10),
                      (char) ('0' + m % 10),       '-',
                      (char) ('0' + d / 10),       (char) ('0' + d % 10),
                      '\0' };

      return g_strdup (text);
    }

  y = CLAMP (y, LEADUP_YEAR_MIN, LEADUP_YEAR_MAX);
  year = year_text (y);

  return year[0] == 'Y' ? g_steal_pointer (&year) : g_strdup_printf ("%s-%02d-%02d", year, m, d);
}

/* Makes of “2020-01-01” the month, year, decade or century of that many months that it begins. */
static gboolean
cut_to_unit (char *text,
             int   y,
             int   m,
             int   months)
{
  if (months == 1)
    text[strlen ("2020-01")] = '\0';
  else if (months == 12 && m == 1)
    text[strlen ("2020")] = '\0';
  else if (months == 120 && m == 1 && y % 10 == 0)
    memcpy (text + strlen ("202"), "X", sizeof "X");
  else if (months == 1200 && m == 1 && y % 100 == 0)
    memcpy (text + strlen ("20"), "XX", sizeof "XX");
  else
    return FALSE;

  return TRUE;
}

/**
 * leadup_edtf_from_days:
 * @first_day: day number
 * @last_day: day number of the last day that belongs to it; not before @first_day
 *
 * Writes days as the shortest EDTF text that means them: a day, a month, a year, a decade (`199X`),
 * a century (`19XX`), or else an interval. Beyond the years ±9999 there is nothing finer than a
 * year.
 *
 * Returns: (transfer full): EDTF text that leadup_edtf_parse() reads
 */
char *
leadup_edtf_from_days (gint64 first_day,
                       gint64 last_day)
{
  g_autofree char *first = day_text (first_day);
  g_autofree char *last = NULL;
  int y, m, d, next_y, next_m, next_d;

  g_return_val_if_fail (first_day <= last_day, g_steal_pointer (&first));

  if (first_day == last_day)
    return g_steal_pointer (&first);

  last = day_text (last_day);
  if (g_str_equal (first, last))
    return g_steal_pointer (&first);

  leadup_calendar_from_day_number (first_day, &y, &m, &d);
  leadup_calendar_from_day_number (last_day + 1, &next_y, &next_m, &next_d);
  if (d == 1 && next_d == 1 && y >= -9999 && next_y <= 10000)
    {
      int months = (next_y - y) * 12 + next_m - m;

      if (y >= 0 && y <= 9999 && cut_to_unit (first, y, m, months))
        return g_steal_pointer (&first);
      if (y < 0 && months == 1)
        return g_strdup_printf ("-%04d-%02d", -y, m);
      if (y < 0 && months == 12 && m == 1)
        return year_text (y);
    }

  return g_strconcat (first, "/", last, NULL);
}
