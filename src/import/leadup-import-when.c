/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-when.h"

#include "base/leadup-calendar.h"
#include "base/leadup-text.h"
#include "import/leadup-import-json.h"

#include <glib/gi18n.h>
#include <string.h>

#define F(name) LEADUP_IMPORT_FIELD_##name

/* Characters of a date that is only shown. */
#define MAX_SHOWN 200

/* How far from its day something can be of which only the week is known. */
#define WEEK_DAYS 3

void
leadup_import_when_init (LeadupImportWhen *self)
{
  memset (self, 0, sizeof *self);
}

static gboolean
is_about_time (LeadupImportField field)
{
  return (field >= F (DATE) && field <= F (PRECISION)) || field == F (TIME) ||
         field == F (END_TIME);
}

/* Returns whether @field is about time. */
gboolean
leadup_import_when_set (LeadupImportWhen *self,
                        LeadupImportField field,
                        const char       *text)
{
  if (!is_about_time (field))
    return FALSE;

  if (self->texts[field] == NULL)
    self->texts[field] = text;

  return TRUE;
}

/* A date that is a number or has parts. Returns whether it is one. */
gboolean
leadup_import_when_set_json (LeadupImportWhen       *self,
                             const LeadupImportCell *cell,
                             LeadupImportDraft      *draft)
{
  LeadupJsonValue end;

  if (cell->json.start == NULL ||
      (*cell->json.start != '{' && leadup_json_value_get_type (&cell->json) != LEADUP_JSON_NUMBER))
    return FALSE;

  self->json = cell->json;
  if (leadup_import_json_get (&cell->json, "end", &end))
    leadup_import_when_set (self, F (END),
                            leadup_import_draft_keep (draft, leadup_import_json_dup_text (&end)));

  return TRUE;
}

gboolean
leadup_import_when_is_set (const LeadupImportWhen *self,
                           LeadupImportField       field)
{
  if (field == F (DATE) && self->json.start != NULL)
    return TRUE;

  return is_about_time (field) && self->texts[field] != NULL;
}

static gboolean
read_part (const LeadupImportWhen *self,
           LeadupImportField       field,
           gint64                  minimum,
           gint64                  maximum,
           gint64                 *part,
           char                  **problem)
{
  const char *text = self->texts[field];
  char digits[32];
  guint n = 0;

  if (text == NULL || *problem != NULL)
    return FALSE;

  for (const char *at = text; *at != '\0' && *at != '.' && n < sizeof digits - 1; at++)
    if (*at != ' ' && *at != ',')
      digits[n++] = *at;
  digits[n] = '\0';
  if (g_ascii_string_to_signed (digits, 10, minimum, maximum, part, NULL))
    return TRUE;

  *problem =
      g_strdup_printf (_ ("Its date has the %s “%s”"), leadup_import_field_get_label (field), text);

  return FALSE;
}

/* From columns for year, month and day; what is absent makes it less precise. */
static char *
join_parts (const LeadupImportWhen *self,
            LeadupImportField       first,
            LeadupImportField       time,
            char                  **problem)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *clock = NULL;
  gint64 year, month, day;

  if (!read_part (self, first, -9999, 9999, &year, problem))
    return NULL;

  text = g_string_new (NULL);
  g_string_append_printf (text, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
  if (read_part (self, first + 1, 1, 12, &month, problem))
    {
      g_string_append_printf (text, "-%02d", (int) month);
      if (read_part (self, first + 2, 1, 31, &day, problem))
        {
          g_string_append_printf (text, "-%02d", (int) day);
          clock =
              self->texts[time] != NULL ? leadup_import_date_read_time (self->texts[time]) : NULL;
          if (clock != NULL)
            g_string_append (text, clock);
          else if (self->texts[time] != NULL)
            *problem = g_strdup_printf (_ ("“%s” is no time of day"), self->texts[time]);
        }
    }

  return *problem == NULL ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* A day in one column, the time of day in another. */
static char *
join_time (const char *date,
           const char *time)
{
  g_autofree char *clock = time != NULL ? leadup_import_date_read_time (time) : NULL;

  if (clock == NULL || strchr (date, ':') != NULL)
    return g_strdup (date);

  return g_strdup_printf ("%s %s", date, clock + 1);
}

static LeadupWhen *
read_one (const LeadupImportWhen      *self,
          LeadupImportField            date,
          LeadupImportField            time,
          LeadupImportField            year,
          const LeadupImportDateStyle *style,
          char                       **problem)
{
  g_autofree char *text = NULL;

  if (date == F (DATE) && self->json.start != NULL)
    return leadup_import_json_read_date (&self->json, style->as_of, problem);
  if (self->texts[date] != NULL && self->texts[time] == NULL)
    return leadup_import_date_read (self->texts[date], style, problem);

  if (self->texts[date] != NULL)
    text = join_time (self->texts[date], self->texts[time]);
  else if (self->texts[year] != NULL)
    text = join_parts (self, year, time, problem);
  else if (date == F (DATE))
    *problem = g_strdup (_ ("It has no date"));

  return text != NULL ? leadup_import_date_read (text, style, problem) : NULL;
}

/* 1, 2 or 3, as in ACLED, or a word: only the week or the month is known. */
static char *
widen (LeadupWhen *when,
       const char *precision)
{
  const LeadupWhenBounds *bounds = leadup_when_get_bounds (when);
  gint64 day = bounds->start_earliest / LEADUP_USEC_DAY;
  int from[3], to[3];

  if (leadup_when_get_precision (when) != LEADUP_PRECISION_DAY)
    return NULL;

  leadup_calendar_from_day_number (day, &from[0], &from[1], &from[2]);
  if (g_str_equal (precision, "3") || g_ascii_strcasecmp (precision, "month") == 0)
    return g_strdup_printf ("%04d-%02d", from[0], from[1]);
  if (g_ascii_strcasecmp (precision, "year") == 0)
    return g_strdup_printf ("%04d", from[0]);
  if (!g_str_equal (precision, "2") && g_ascii_strcasecmp (precision, "week") != 0)
    return NULL;

  leadup_calendar_from_day_number (day - WEEK_DAYS, &from[0], &from[1], &from[2]);
  leadup_calendar_from_day_number (day + WEEK_DAYS, &to[0], &to[1], &to[2]);

  return g_strdup_printf ("[%04d-%02d-%02d..%04d-%02d-%02d]", from[0], from[1], from[2], to[0],
                          to[1], to[2]);
}

static LeadupWhen *
replace (LeadupWhen *when,
         const char *edtf,
         const char *stated,
         const char *rule)
{
  LeadupWhenFields fields = {
    .edtf = edtf != NULL ? edtf : leadup_when_get_edtf (when),
    .stated = stated != NULL ? stated : leadup_when_get_stated (when),
    .zone = leadup_when_get_zone (when),
    .rule = rule != NULL ? rule : leadup_when_get_rule (when),
    .as_of = leadup_when_get_as_of (when),
    .part = leadup_when_get_part (when),
  };
  g_autofree char *line = leadup_text_single_line (fields.stated, MAX_SHOWN);
  LeadupWhen *replaced;

  fields.stated = fields.stated != NULL ? line : NULL;
  replaced = leadup_when_new (&fields, NULL);

  return replaced != NULL ? replaced : leadup_when_ref (when);
}

static LeadupWhen *
refine (const LeadupImportWhen *self,
        LeadupWhen             *when)
{
  const char *precision = self->texts[F (PRECISION)];
  const char *stated = self->texts[F (STATED)];
  g_autofree char *edtf = precision != NULL ? widen (when, precision) : NULL;

  if (edtf == NULL && stated == NULL)
    return leadup_when_ref (when);

  /* A date that the table only knows roughly is told as inferred. */
  return replace (when, edtf, stated != NULL || edtf == NULL ? stated : leadup_when_get_edtf (when),
                  edtf != NULL ? "inferred:precision" : NULL);
}

/* The date as it stands there, to show it to whoever dates the event by hand. */
static const char *
get_shown (const LeadupImportWhen *self,
           LeadupImportDraft      *draft)
{
  if (self->json.start != NULL)
    return leadup_import_draft_keep (draft, leadup_import_json_dup_raw (&self->json));
  if (self->texts[F (DATE)] != NULL)
    return self->texts[F (DATE)];
  if (self->texts[F (YEAR)] != NULL)
    return self->texts[F (YEAR)];

  return self->texts[F (STATED)];
}

/* Whether the row says nothing but two texts, whose meaning then is that of the same two elsewhere.
 */
static gboolean
can_be_remembered (const LeadupImportWhen *self)
{
  return self->json.start == NULL && self->texts[F (DATE)] != NULL &&
         self->texts[F (TIME)] == NULL && self->texts[F (END_TIME)] == NULL &&
         self->texts[F (END_YEAR)] == NULL && self->texts[F (STATED)] == NULL &&
         self->texts[F (PRECISION)] == NULL;
}

static void
read_all (LeadupImportWhen            *self,
          const LeadupImportDateStyle *style,
          LeadupImportDraft           *draft)
{
  g_autoptr (LeadupWhen) start = NULL;
  g_autoptr (LeadupWhen) end = NULL;
  g_autoptr (LeadupWhen) joined = NULL;
  g_autofree char *problem = NULL;
  char *first_problem = NULL;

  start = read_one (self, F (DATE), F (TIME), F (YEAR), style, &first_problem);
  if (start == NULL && self->texts[F (STATED)] != NULL && self->texts[F (DATE)] == NULL &&
      self->texts[F (YEAR)] == NULL && self->json.start == NULL)
    {
      /* Words are better than nothing. */
      g_clear_pointer (&first_problem, g_free);
      start = leadup_import_date_read (self->texts[F (STATED)], style, &first_problem);
    }
  draft->problem = leadup_import_draft_keep (draft, first_problem);
  if (start == NULL)
    {
      draft->date = get_shown (self, draft);
      return;
    }

  end = read_one (self, F (END), F (END_TIME), F (END_YEAR), style, &problem);
  if (end != NULL)
    joined = leadup_import_date_join (start, end, &problem);
  draft->when = refine (self, joined != NULL ? joined : start);
  if (problem != NULL && draft->problem == NULL)
    draft->problem = leadup_import_draft_keep (draft, g_steal_pointer (&problem));
}

/**
 * leadup_import_when_finish:
 * @self: all that the row says about its time
 * @style: how the table writes dates
 * @cache: dates that were read in the same style
 * @draft: gets the time, or the problem
 */
void
leadup_import_when_finish (LeadupImportWhen            *self,
                           const LeadupImportDateStyle *style,
                           LeadupImportWhenCache       *cache,
                           LeadupImportDraft           *draft)
{
  if (!can_be_remembered (self))
    {
      read_all (self, style, draft);
      return;
    }

  draft->when = leadup_import_when_cache_find (cache, self->texts[F (DATE)], self->texts[F (END)]);
  if (draft->when != NULL)
    return;

  draft->when =
      leadup_import_date_read_standard (self->texts[F (DATE)], self->texts[F (END)], style);
  if (draft->when == NULL)
    read_all (self, style, draft);
  if (draft->when != NULL && draft->problem == NULL)
    leadup_import_when_cache_put (cache, self->texts[F (DATE)], self->texts[F (END)], draft->when);
}
