/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-writer.h"

#include "base/leadup-calendar.h"
#include "base/leadup-text.h"
#include "storage/leadup-json-scanner.h"
#include "storage/leadup-time-text.h"

#include <math.h>
#include <string.h>

/* Numbers up to here are exact in every reader. */
#define EXACT_MAX (G_GUINT64_CONSTANT (1) << 53)

/**
 * Unknown:
 * @value: the object that holds the members which are not known
 *
 * Members that were kept for writing back, proven to be JSON: `extra` may come from anywhere.
 */
typedef struct
{
  LeadupJsonScanner *scanner;
  LeadupJsonValue value;
} Unknown;

/**
 * Writer:
 * @text: where it goes
 * @elsewhere: (nullable): writes what is not part of the record
 * @lines: (nullable): the shape whose members stand on a line each
 */
typedef struct
{
  GString *text;
  LeadupRecordWriterFunc elsewhere;
  gpointer user_data;
  const LeadupShape *lines;
} Writer;

static void write_shape (const Writer *writer,
                         const LeadupShape *shape,
                         const guint8 *fields,
                         const LeadupJsonValue *kept);

static gboolean
open_unknown (Unknown    *unknown,
              const char *extra)
{
  g_autoptr (GBytes) bytes = NULL;

  unknown->scanner = NULL;
  if (extra == NULL || *extra == '\0')
    return FALSE;

  bytes = g_bytes_new_static (extra, strlen (extra));
  unknown->scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, NULL);
  if (unknown->scanner == NULL)
    return FALSE;

  leadup_json_scanner_get_root (unknown->scanner, &unknown->value);

  return leadup_json_value_get_type (&unknown->value) == LEADUP_JSON_OBJECT;
}

static void
write_strings (GString             *text,
               const char * const  *strings)
{
  g_string_append_c (text, '[');
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      leadup_text_append_json (text, strings[i]);
    }
  g_string_append_c (text, ']');
}

static void
write_choices (GString           *text,
               const LeadupField *field,
               guint              bits)
{
  gboolean is_first = TRUE;

  g_string_append_c (text, '[');
  for (int i = 0; i < field->n_choices; i++)
    {
      if ((bits & 1u << i) == 0)
        continue;
      if (!is_first)
        g_string_append_c (text, ',');
      leadup_text_append_json (text, field->to_name (i));
      is_first = FALSE;
    }
  g_string_append_c (text, ']');
}

static void
write_instant (GString      *text,
               LeadupInstant instant)
{
  g_string_append_c (text, '"');
  leadup_time_text_append (text, instant);
  g_string_append_c (text, '"');
}

static void
write_object (const Writer          *writer,
              const LeadupShape     *shape,
              gpointer               object,
              const LeadupJsonValue *kept)
{
  g_autofree guint8 *fields = g_malloc0 (shape->size);

  shape->load (object, fields);
  write_shape (writer, shape, fields, kept);
}

static void
write_several (const Writer      *writer,
               const LeadupField *field,
               gconstpointer      elements,
               guint              n_elements)
{
  gboolean are_objects = field->type == LEADUP_FIELD_OBJECTS;

  g_string_append_c (writer->text, '[');
  for (guint i = 0; i < n_elements; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      if (are_objects)
        write_object (writer, field->shape, ((gpointer const *) elements)[i], NULL);
      else
        write_shape (writer, field->shape, (const guint8 *) elements + i * field->shape->size,
                     NULL);
    }
  g_string_append_c (writer->text, ']');
}

/* Whether a member is left out: nobody set it. */
static gboolean
is_absent (const LeadupField *field,
           const guint8      *fields)
{
  gconstpointer at = fields + field->offset;
  double number;
  gint64 instant;

  switch (field->type)
    {
    case LEADUP_FIELD_ID:
    case LEADUP_FIELD_TITLE:
    case LEADUP_FIELD_STRING:
    case LEADUP_FIELD_TEXT:
    case LEADUP_FIELD_STRUCT:
    case LEADUP_FIELD_OBJECT:
      return *(gconstpointer const *) at == NULL;
    case LEADUP_FIELD_STRINGS:
      return *(const char *const *const *) at == NULL || **(const char *const *const *) at == NULL;
    case LEADUP_FIELD_NUMBER:
      number = *(const double *) at;
      return !isfinite (number) || number == field->fallback;
    case LEADUP_FIELD_COUNT:
    case LEADUP_FIELD_CHOICES:
    case LEADUP_FIELD_FLAG:
      return *(const guint *) at == 0;
    case LEADUP_FIELD_SEED:
      return *(const guint64 *) at == 0;
    case LEADUP_FIELD_INSTANT:
      instant = *(const LeadupInstant *) at;
      return instant == LEADUP_INSTANT_MIN || instant == LEADUP_INSTANT_MAX;
    case LEADUP_FIELD_SPAN:
      return *(const gint64 *) at < 0;
    case LEADUP_FIELD_STRUCTS:
    case LEADUP_FIELD_OBJECTS:
      return *(const guint *) (gconstpointer) (fields + field->second) == 0;
    case LEADUP_FIELD_CHOICE:
      return *(const int *) at == (int) field->fallback;
    case LEADUP_FIELD_INLINE:
    case LEADUP_FIELD_ELSEWHERE:
    default:
      return FALSE;
    }
}

static void
write_simple (GString           *text,
              const LeadupField *field,
              const guint8      *fields)
{
  gconstpointer at = fields + field->offset;
  guint64 seed;

  switch ((int) field->type)
    {
    case LEADUP_FIELD_STRINGS:
      write_strings (text, *(const char *const *const *) at);
      break;
    case LEADUP_FIELD_NUMBER:
      leadup_text_append_number (text, *(const double *) at);
      break;
    case LEADUP_FIELD_COUNT:
      g_string_append_printf (text, "%u", *(const guint *) at);
      break;
    case LEADUP_FIELD_SEED:
      seed = *(const guint64 *) at;
      if (seed <= EXACT_MAX)
        g_string_append_printf (text, "%" G_GUINT64_FORMAT, seed);
      else
        g_string_append_printf (text, "\"%" G_GUINT64_FORMAT "\"", seed);
      break;
    case LEADUP_FIELD_FLAG:
      g_string_append (text, "true");
      break;
    case LEADUP_FIELD_CHOICE:
      leadup_text_append_json (text, field->to_name (*(const int *) at));
      break;
    case LEADUP_FIELD_CHOICES:
      write_choices (text, field, *(const guint *) at);
      break;
    case LEADUP_FIELD_INSTANT:
      write_instant (text, *(const LeadupInstant *) at);
      break;
    case LEADUP_FIELD_SPAN:
      g_string_append_printf (text, "[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]",
                              *(const gint64 *) at,
                              *(const gint64 *) (gconstpointer) (fields + field->second));
      break;
    default:
      leadup_text_append_json (text, *(const char *const *) at);
      break;
    }
}

/* Unknown members of what is nested: those that its holder keeps for it, and its own. */
static void
write_nested (const Writer          *writer,
              const LeadupField     *field,
              const guint8          *fields,
              const LeadupJsonValue *kept)
{
  gconstpointer at = fields + field->offset;
  Unknown own = { NULL };
  const char *extra;

  switch ((int) field->type)
    {
    case LEADUP_FIELD_INLINE:
      write_shape (writer, field->shape, fields, kept);
      break;
    case LEADUP_FIELD_STRUCT:
      write_shape (writer, field->shape, *(const guint8 *const *) at, kept);
      break;
    case LEADUP_FIELD_OBJECT:
      if (field->second != LEADUP_FIELD_NO_OFFSET)
        {
          extra = *(const char *const *) (gconstpointer) (fields + field->second);
          kept = open_unknown (&own, extra) ? &own.value : NULL;
        }
      write_object (writer, field->shape, *(gpointer const *) at, kept);
      leadup_json_scanner_free (own.scanner);
      break;
    default:
      write_several (writer, field, *(gconstpointer const *) at,
                     *(const guint *) (gconstpointer) (fields + field->second));
      break;
    }
}

static gboolean
is_nested (const LeadupField *field)
{
  return field->type == LEADUP_FIELD_INLINE || field->type == LEADUP_FIELD_STRUCT
         || field->type == LEADUP_FIELD_STRUCTS || field->type == LEADUP_FIELD_OBJECT
         || field->type == LEADUP_FIELD_OBJECTS;
}

static void
write_field (const Writer          *writer,
             const LeadupField     *field,
             const guint8          *fields,
             const LeadupJsonValue *unknown)
{
  LeadupJsonValue kept;
  gboolean is_kept;

  if (!is_nested (field))
    {
      write_simple (writer->text, field, fields);
      return;
    }

  is_kept = unknown != NULL && leadup_json_value_get_member (unknown, field->name, &kept)
            && leadup_json_value_get_type (&kept) == LEADUP_JSON_OBJECT;
  write_nested (writer, field, fields, is_kept ? &kept : NULL);
}

static void
write_unknown (GString               *text,
               const LeadupShape     *shape,
               const LeadupJsonValue *unknown,
               const char            *separator)
{
  LeadupJsonIter iter;
  LeadupJsonValue key, value;

  leadup_json_iter_init (&iter, unknown);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = leadup_json_value_dup_string (&key);

      if (leadup_record_shape_find (shape, name) != NULL)
        continue;
      g_string_append (text, separator);
      leadup_json_value_append (&key, text);
      g_string_append_c (text, ':');
      leadup_json_value_append (&value, text);
      separator = *separator == '\0' ? "," : separator;
    }
}

/* Whether a member stands in a line of the file of its own, which it then always has. */
static gboolean
is_line (const Writer      *writer,
         const LeadupField *field)
{
  const LeadupShape *lines = writer->lines;

  return lines != NULL && field >= lines->fields && field < lines->fields + lines->n_fields;
}

/* There are ten a record: a printf would take half the time of saving. */
static void
append_name (GString    *text,
             const char *separator,
             const char *name)
{
  gsize n_before = strlen (separator), n_name = strlen (name);
  gsize start = text->len;
  char *to;

  g_string_set_size (text, start + n_before + n_name + strlen ("\"\":"));
  to = text->str + start;
  memcpy (to, separator, n_before);
  to += n_before;
  *to++ = '"';
  memcpy (to, name, n_name);
  memcpy (to + n_name, "\":", strlen ("\":"));
}

/* Writes the member, or nothing where there is nothing to write. */
static gboolean
write_member (const Writer          *writer,
              const LeadupField     *field,
              const guint8          *fields,
              const LeadupJsonValue *unknown,
              const char            *separator)
{
  gsize start = writer->text->len;
  gsize value;
  gboolean is_empty;

  if (is_absent (field, fields)
      || (field->type == LEADUP_FIELD_ELSEWHERE && writer->elsewhere == NULL))
    return FALSE;

  append_name (writer->text, separator, field->name);
  value = writer->text->len;
  if (field->type != LEADUP_FIELD_ELSEWHERE)
    write_field (writer, field, fields, unknown);
  else if (!writer->elsewhere (writer->text, field->name, writer->user_data))
    {
      g_string_truncate (writer->text, start);
      return FALSE;
    }

  /* Fields of the same struct that have nothing to say. */
  is_empty = field->type == LEADUP_FIELD_INLINE && !is_line (writer, field) &&
             writer->text->len == value + strlen ("{}");
  if (is_empty)
    g_string_truncate (writer->text, start);

  return !is_empty;
}

static void
write_shape (const Writer          *writer,
             const LeadupShape     *shape,
             const guint8          *fields,
             const LeadupJsonValue *kept)
{
  Unknown own = { NULL };
  const LeadupJsonValue *unknown = kept;
  const char *separator = "";

  if (shape->extra != LEADUP_FIELD_NO_OFFSET
      && open_unknown (&own, *(const char *const *) (gconstpointer) (fields + shape->extra)))
    unknown = &own.value;

  g_string_append_c (writer->text, '{');
  for (guint i = 0; i < shape->n_fields; i++)
    if (write_member (writer, &shape->fields[i], fields, unknown, separator))
      separator = writer->lines == shape && i > 0 ? ",\n" : ",";
  if (unknown != NULL)
    write_unknown (writer->text, shape, unknown, separator);
  g_string_append_c (writer->text, '}');

  leadup_json_scanner_free (own.scanner);
}

/* Appends @record as one JSON object on one line, its unknown members last. */
void
leadup_record_writer_append (GString      *text,
                             LeadupRecord *record)
{
  leadup_record_writer_append_with (text, record, NULL, NULL);
}

/* As leadup_record_writer_append(), asking @elsewhere for what stands in the same object of the
 * file. */
void
leadup_record_writer_append_with (GString               *text,
                                  LeadupRecord          *record,
                                  LeadupRecordWriterFunc elsewhere,
                                  gpointer               user_data)
{
  const LeadupShape *shape;
  Writer writer = { text, elsewhere, user_data, NULL };

  g_return_if_fail (text != NULL && LEADUP_IS_RECORD (record));

  shape = leadup_record_shape_get (leadup_record_get_kind (record));
  writer.lines = elsewhere != NULL ? shape : NULL;
  write_object (&writer, shape, record, NULL);
}
