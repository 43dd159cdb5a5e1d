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

/* json-glib's own getters raise criticals on a wrong type. */
const char *
leadup_record_value_get_string (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
get_number (JsonNode *node,
            double   *number)
{
  GType type;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  type = json_node_get_value_type (node);
  if (type == G_TYPE_INT64)
    *number = (double) json_node_get_int (node);
  else if (type == G_TYPE_DOUBLE)
    *number = json_node_get_double (node);
  else
    return FALSE;

  return isfinite (*number);
}

static const char *
check_length (LeadupFieldType type,
              const char     *text)
{
  gsize length = strlen (text);

  if (type == LEADUP_FIELD_TEXT)
    return length > LEADUP_STORY_MAX_TEXT ? _ ("longer than 16 MiB") : NULL;
  if (length > LEADUP_STORY_MAX_STRING)
    return _ ("longer than 1 MiB");
  if ((type == LEADUP_FIELD_TITLE || type == LEADUP_FIELD_ID) && length > LEADUP_STORY_MAX_TITLE &&
      g_utf8_strlen (text, -1) > LEADUP_STORY_MAX_TITLE)
    return _ ("longer than 10,000 characters");

  return NULL;
}

gboolean
leadup_record_value_read_string (LeadupRecordPlace *place,
                                 JsonNode          *node,
                                 const LeadupField *field,
                                 const char       **text,
                                 GError           **error)
{
  const char *problem;

  *text = leadup_record_value_get_string (node);
  if (*text == NULL)
    return leadup_record_place_fail_schema (place, error, _ ("should be a text in quotes"));
  if (field->type == LEADUP_FIELD_ID && **text == '\0')
    return leadup_record_place_fail_schema (place, error, _ ("should not be empty"));

  problem = check_length (field->type, *text);
  if (problem != NULL)
    return leadup_record_place_fail (place, LEADUP_ERROR_LIMIT, error, problem);

  return TRUE;
}

/* Returns: (nullable): the list, with its length bounded */
JsonArray *
leadup_record_value_read_list (LeadupRecordPlace *place,
                               JsonNode          *node,
                               GError           **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      leadup_record_place_fail_schema (place, error, _ ("should be a list"));
      return NULL;
    }

  array = json_node_get_array (node);
  if (json_array_get_length (array) > LEADUP_STORY_MAX_LIST)
    {
      leadup_record_place_fail (place, LEADUP_ERROR_LIMIT, error,
                                _ ("a list of more than 100,000"));
      return NULL;
    }

  return array;
}

static gboolean
read_number (LeadupRecordPlace *place,
             JsonNode          *node,
             const LeadupField *field,
             gboolean           is_whole,
             double            *number,
             GError           **error)
{
  g_autofree char *problem = NULL;

  if (!get_number (node, number))
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
read_seed (LeadupRecordPlace *place,
           JsonNode          *node,
           guint64           *seed,
           GError           **error)
{
  const char *text = leadup_record_value_get_string (node);
  double number;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, seed, NULL))
    return TRUE;
  if (text == NULL && get_number (node, &number) && number >= 0 && number <= 9007199254740992.0)
    {
      *seed = (guint64) number;
      return TRUE;
    }

  return leadup_record_place_fail_schema (place, error, _ ("should be a whole number"));
}

static gboolean
read_choice (LeadupRecordPlace *place,
             JsonNode          *node,
             const LeadupField *field,
             int               *choice,
             GError           **error)
{
  const char *name = leadup_record_value_get_string (node);
  g_autofree char *problem = NULL;

  if (name == NULL)
    return leadup_record_place_fail_schema (place, error, _ ("should be a text in quotes"));
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
read_choices (LeadupRecordPlace *place,
              JsonNode          *node,
              const LeadupField *field,
              guint             *bits,
              GError           **error)
{
  JsonArray *array = leadup_record_value_read_list (place, node, error);

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      LeadupRecordPlace element = { .origin = place->origin, .parent = place, .index = i };
      int choice;

      if (!read_choice (&element, json_array_get_element (array, i), field, &choice, error))
        return FALSE;
      *bits |= 1u << choice;
    }

  return TRUE;
}

static gboolean
read_instant (LeadupRecordPlace *place,
              JsonNode          *node,
              LeadupInstant     *instant,
              GError           **error)
{
  const char *text = leadup_record_value_get_string (node);

  if (text != NULL && leadup_time_text_parse (text, instant))
    return TRUE;

  return leadup_record_place_fail_schema (place, error,
                                          _ ("should be a time such as “2025-03-04T03:15:00Z”"));
}

static gboolean
read_span (LeadupRecordPlace *place,
           JsonNode          *node,
           gint64            *start,
           gint64            *end,
           GError           **error)
{
  JsonArray *array;
  double from, to;

  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  if (array == NULL || json_array_get_length (array) != 2 ||
      !get_number (json_array_get_element (array, 0), &from) ||
      !get_number (json_array_get_element (array, 1), &to) || from != floor (from) ||
      to != floor (to) || from < 0 || to < from || to > (double) LEADUP_JSON_MAX_BYTES)
    return leadup_record_place_fail_schema (
        place, error, _ ("should be two whole numbers, where the quote begins and ends"));

  *start = (gint64) from;
  *end = (gint64) to;

  return TRUE;
}

static gboolean
read_whole (LeadupRecordPlace *place,
            JsonNode          *node,
            const LeadupField *field,
            guint             *count,
            GError           **error)
{
  double number;

  if (!read_number (place, node, field, TRUE, &number, error))
    return FALSE;
  *count = (guint) number;

  return TRUE;
}

static gboolean
read_flag (LeadupRecordPlace *place,
           JsonNode          *node,
           gboolean          *flag,
           GError           **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return leadup_record_place_fail_schema (place, error, _ ("should be true or false"));
  *flag = json_node_get_boolean (node);

  return TRUE;
}

/**
 * leadup_record_value_read:
 * @place: where it stands
 * @node: what stands there; not null
 * @field: what should stand there, nothing nested
 * @fields: the struct, which afterwards points into @node
 * @error: return location
 *
 * Returns: whether it is right
 */
gboolean
leadup_record_value_read (LeadupRecordPlace *place,
                          JsonNode          *node,
                          const LeadupField *field,
                          gpointer           fields,
                          GError           **error)
{
  guint8 *bytes = fields;
  gpointer at = bytes + field->offset;

  switch ((int) field->type)
    {
    case LEADUP_FIELD_NUMBER:
      return read_number (place, node, field, FALSE, at, error);
    case LEADUP_FIELD_COUNT:
      return read_whole (place, node, field, at, error);
    case LEADUP_FIELD_SEED:
      return read_seed (place, node, at, error);
    case LEADUP_FIELD_FLAG:
      return read_flag (place, node, at, error);
    case LEADUP_FIELD_CHOICE:
      return read_choice (place, node, field, at, error);
    case LEADUP_FIELD_CHOICES:
      return read_choices (place, node, field, at, error);
    case LEADUP_FIELD_INSTANT:
      return read_instant (place, node, at, error);
    case LEADUP_FIELD_SPAN:
      return read_span (place, node, at, (gpointer) (bytes + field->second), error);
    default:
      return leadup_record_value_read_string (place, node, field, at, error);
    }
}
