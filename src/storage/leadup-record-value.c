/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-value.h"

#include "base/leadup-calendar.h"
#include "storage/leadup-time-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Largest whole number that every reader knows exactly. */
#define MAX_EXACT 9007199254740992.0

/* Bytes of a choice’s name that need no memory of their own. */
#define MAX_NAME 64

static const char *
check_length (LeadupFieldType type,
              const char     *text,
              gsize           length)
{
  if (type == LEADUP_FIELD_TEXT)
    return length > LEADUP_STORY_MAX_TEXT ? _ ("longer than 16 MiB") : NULL;
  if (length > LEADUP_STORY_MAX_STRING)
    return _ ("longer than 1 MiB");
  if ((type == LEADUP_FIELD_TITLE || type == LEADUP_FIELD_ID) && length > LEADUP_STORY_MAX_TITLE &&
      g_utf8_strlen (text, -1) > LEADUP_STORY_MAX_TITLE)
    return _ ("longer than 10,000 characters");

  return NULL;
}

/**
 * leadup_record_value_read_string:
 * @place: where it stands
 * @value: what stands there
 * @field: what should stand there
 * @scratch: keeps the text
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
leadup_record_value_read_string (const LeadupRecordPlace *place,
                                 const LeadupJsonValue   *value,
                                 const LeadupField       *field,
                                 LeadupScratch           *scratch,
                                 GError                 **error)
{
  const char *problem;
  char *text;
  gsize length;

  if (*value->start != '"')
    {
      leadup_record_place_fail_schema (place, error, _ ("should be a text in quotes"));
      return NULL;
    }

  text = leadup_scratch_alloc (scratch, (gsize) (value->end - value->start));
  length = leadup_json_value_copy_string (value, text);
  if (field->type == LEADUP_FIELD_ID && length == 0)
    {
      leadup_record_place_fail_schema (place, error, _ ("should not be empty"));
      return NULL;
    }

  problem = length > LEADUP_STORY_MAX_TITLE ? check_length (field->type, text, length) : NULL;
  if (problem != NULL)
    {
      leadup_record_place_fail (place, LEADUP_ERROR_LIMIT, error, problem);
      return NULL;
    }

  return text;
}

/* Whether a list may have so many elements. */
gboolean
leadup_record_value_check_count (const LeadupRecordPlace *place,
                                 guint                    n_elements,
                                 GError                 **error)
{
  if (n_elements <= LEADUP_STORY_MAX_LIST)
    return TRUE;

  return leadup_record_place_fail (place, LEADUP_ERROR_LIMIT, error,
                                   _ ("a list of more than 100,000"));
}

static gboolean
read_number (const LeadupRecordPlace *place,
             const LeadupJsonValue   *value,
             const LeadupField       *field,
             gboolean                 is_whole,
             double                  *number,
             GError                 **error)
{
  g_autofree char *problem = NULL;

  if (!leadup_json_value_get_number (value, number))
    return leadup_record_place_fail_schema (place, error, _ ("should be a number"));
  if (is_whole && *number != floor (*number))
    return leadup_record_place_fail_schema (place, error, _ ("should be a whole number"));
  if (*number < field->minimum || *number > field->maximum)
    {
      problem = g_strdup_printf (_ ("should be between %g and %g"), field->minimum, field->maximum);
      return leadup_record_place_fail_schema (place, error, problem);
    }

  return TRUE;
}

/* Numbers up to 2⁵³ as they are; larger ones as text, which no reader rounds. */
static gboolean
read_seed (const LeadupRecordPlace *place,
           const LeadupJsonValue   *value,
           guint64                 *seed,
           GError                 **error)
{
  g_autofree char *text = leadup_json_value_dup_string (value);
  double number;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, seed, NULL))
    return TRUE;
  if (leadup_json_value_get_number (value, &number) && number >= 0 && number <= MAX_EXACT)
    {
      *seed = (guint64) number;
      return TRUE;
    }

  return leadup_record_place_fail_schema (place, error, _ ("should be a whole number"));
}

static gboolean
read_choice (const LeadupRecordPlace *place,
             const LeadupJsonValue   *value,
             const LeadupField       *field,
             int                     *choice,
             GError                 **error)
{
  char buffer[MAX_NAME];
  g_autofree char *long_name = NULL;
  g_autofree char *problem = NULL;
  const char *name = buffer;

  if (*value->start != '"')
    return leadup_record_place_fail_schema (place, error, _ ("should be a text in quotes"));

  if (leadup_json_value_get_size (value) <= sizeof buffer)
    leadup_json_value_copy_string (value, buffer);
  else
    name = long_name = leadup_json_value_dup_string (value);
  if (field->from_name (name, choice))
    return TRUE;

  problem = g_strdup_printf (_ ("“%.60s” is not known here"), name);
  /* Cutting by bytes may have split a character. */
  if (!g_utf8_validate (problem, -1, NULL))
    g_clear_pointer (&problem, g_free);

  return leadup_record_place_fail_schema (place, error,
                                          problem != NULL ? problem : _ ("is not known here"));
}

static gboolean
read_choices (const LeadupRecordPlace *place,
              const LeadupJsonValue   *value,
              const LeadupField       *field,
              guint                   *bits,
              GError                 **error)
{
  LeadupJsonValue element;
  LeadupJsonIter iter;

  if (*value->start != '[')
    return leadup_record_place_fail_schema (place, error, _ ("should be a list"));

  leadup_json_iter_init (&iter, value);
  for (guint i = 0; leadup_json_iter_next (&iter, NULL, &element); i++)
    {
      LeadupRecordPlace child = {
        .origin = place->origin, .parent = place, .index = i, .start = element.start
      };
      int choice;

      if (!leadup_record_value_check_count (place, i + 1, error) ||
          !read_choice (&child, &element, field, &choice, error))
        return FALSE;
      *bits |= 1u << choice;
    }

  return TRUE;
}

static gboolean
read_instant (const LeadupRecordPlace *place,
              const LeadupJsonValue   *value,
              LeadupInstant           *instant,
              GError                 **error)
{
  g_autofree char *text = leadup_json_value_dup_string (value);

  if (text != NULL && leadup_time_text_parse (text, instant))
    return TRUE;

  return leadup_record_place_fail_schema (place, error,
                                          _ ("should be a time such as “2025-03-04T03:15:00Z”"));
}

static gboolean
read_span (const LeadupRecordPlace *place,
           const LeadupJsonValue   *value,
           gint64                  *start,
           gint64                  *end,
           GError                 **error)
{
  LeadupJsonValue first, second, more;
  LeadupJsonIter iter;
  double from, to;
  gboolean has_two = FALSE;

  if (*value->start == '[')
    {
      leadup_json_iter_init (&iter, value);
      has_two = leadup_json_iter_next (&iter, NULL, &first) &&
                leadup_json_iter_next (&iter, NULL, &second) &&
                !leadup_json_iter_next (&iter, NULL, &more);
    }
  if (!has_two || !leadup_json_value_get_number (&first, &from) ||
      !leadup_json_value_get_number (&second, &to) || from != floor (from) || to != floor (to) ||
      from < 0 || to < from || to > (double) LEADUP_JSON_MAX_BYTES)
    return leadup_record_place_fail_schema (
        place, error, _ ("should be two whole numbers, where the quote begins and ends"));

  *start = (gint64) from;
  *end = (gint64) to;

  return TRUE;
}

static gboolean
read_whole (const LeadupRecordPlace *place,
            const LeadupJsonValue   *value,
            const LeadupField       *field,
            guint                   *count,
            GError                 **error)
{
  double number;

  if (!read_number (place, value, field, TRUE, &number, error))
    return FALSE;
  *count = (guint) number;

  return TRUE;
}

static gboolean
read_flag (const LeadupRecordPlace *place,
           const LeadupJsonValue   *value,
           gboolean                *flag,
           GError                 **error)
{
  if (leadup_json_value_get_type (value) != LEADUP_JSON_BOOLEAN)
    return leadup_record_place_fail_schema (place, error, _ ("should be true or false"));
  *flag = *value->start == 't';

  return TRUE;
}

static gboolean
read_text (const LeadupRecordPlace *place,
           const LeadupJsonValue   *value,
           const LeadupField       *field,
           gpointer                 at,
           LeadupScratch           *scratch,
           GError                 **error)
{
  const char *text = leadup_record_value_read_string (place, value, field, scratch, error);

  memcpy (at, &text, sizeof text);

  return text != NULL;
}

/**
 * leadup_record_value_read:
 * @place: where it stands
 * @value: what stands there; not null
 * @field: what should stand there, nothing nested
 * @fields: the struct, which afterwards points into @scratch
 * @scratch: keeps texts
 * @error: return location
 *
 * Returns: whether it is right
 */
gboolean
leadup_record_value_read (const LeadupRecordPlace *place,
                          const LeadupJsonValue   *value,
                          const LeadupField       *field,
                          gpointer                 fields,
                          LeadupScratch           *scratch,
                          GError                 **error)
{
  guint8 *bytes = fields;
  gpointer at = bytes + field->offset;

  switch ((int) field->type)
    {
    case LEADUP_FIELD_NUMBER:
      return read_number (place, value, field, FALSE, at, error);
    case LEADUP_FIELD_COUNT:
      return read_whole (place, value, field, at, error);
    case LEADUP_FIELD_SEED:
      return read_seed (place, value, at, error);
    case LEADUP_FIELD_FLAG:
      return read_flag (place, value, at, error);
    case LEADUP_FIELD_CHOICE:
      return read_choice (place, value, field, at, error);
    case LEADUP_FIELD_CHOICES:
      return read_choices (place, value, field, at, error);
    case LEADUP_FIELD_INSTANT:
      return read_instant (place, value, at, error);
    case LEADUP_FIELD_SPAN:
      return read_span (place, value, at, (gpointer) (bytes + field->second), error);
    default:
      return read_text (place, value, field, at, scratch, error);
    }
}
