/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-reader.h"

#include "base/leadup-calendar.h"
#include "storage/leadup-record-place.h"
#include "storage/leadup-record-shape.h"
#include "storage/leadup-record-value.h"
#include "storage/leadup-scratch.h"

#include <glib/gi18n.h>
#include <string.h>

/* Elements that the memory of a list begins with. */
#define FIRST_ELEMENTS 4

/**
 * LeadupRecordReader:
 * @end: of the text
 * @at: the byte to read next; values are read once, from front to back
 * @known: (array length=n_known) (nullable): values that are left alone; whoever reads the whole
 * file knows where they end
 */
struct _LeadupRecordReader
{
  LeadupRecordOrigin origin;
  const char *end;
  const char *at;
  LeadupScratch *scratch;
  const LeadupJsonValue *known;
  guint n_known;
};

static gboolean read_members (LeadupRecordReader *self,
                              LeadupRecordPlace *place,
                              const LeadupShape *shape,
                              gpointer fields,
                              char **extra,
                              GError **error);

static void
set_fallbacks (const LeadupShape *shape,
               guint8            *fields)
{
  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LeadupField *field = &shape->fields[i];

      if (field->type == LEADUP_FIELD_NUMBER)
        *(double *) (gpointer) (fields + field->offset) = field->fallback;
      else if (field->type == LEADUP_FIELD_INSTANT)
        *(LeadupInstant *) (gpointer) (fields + field->offset) =
            field->minimum < 0 ? LEADUP_INSTANT_MIN : LEADUP_INSTANT_MAX;
      else if (field->type == LEADUP_FIELD_SPAN)
        *(gint64 *) (gpointer) (fields + field->offset) =
            *(gint64 *) (gpointer) (fields + field->second) = -1;
      else if (field->type == LEADUP_FIELD_INLINE)
        set_fallbacks (field->shape, fields);
    }
}

/* Behind the comma, or at the closing bracket. */
static void
step_on (LeadupRecordReader *self)
{
  self->at = leadup_json_skip_space (self->at, self->end);
  if (*self->at == ',')
    self->at = leadup_json_skip_space (self->at + 1, self->end);
}

/* Behind the opening bracket. */
static void
step_in (LeadupRecordReader *self)
{
  self->at = leadup_json_skip_space (self->at + 1, self->end);
}

/* The value that begins here; behind it afterwards. */
static LeadupJsonValue
take_value (LeadupRecordReader *self)
{
  LeadupJsonValue value = { self->at, leadup_json_skip_value (self->at, self->end) };

  self->at = value.end;

  return value;
}

/* A list of a million records is not gone through to be left alone. */
static void
leave_alone (LeadupRecordReader *self)
{
  for (guint i = 0; i < self->n_known; i++)
    if (self->known[i].start == self->at)
      {
        self->at = self->known[i].end;
        return;
      }

  take_value (self);
}

/* A list of @size bytes an element that can hold one more than @n. */
static gpointer
grow (LeadupRecordReader *self,
      gpointer            list,
      guint               n,
      gsize               size)
{
  gpointer larger;

  if (n > 0 && (n < FIRST_ELEMENTS || (n & (n - 1)) != 0))
    return list;

  larger = leadup_scratch_alloc (self->scratch, size * MAX (FIRST_ELEMENTS, 2 * (gsize) n));
  if (n > 0)
    memcpy (larger, list, size * n);

  return larger;
}

static gboolean
read_strings (LeadupRecordReader      *self,
              const LeadupRecordPlace *place,
              const LeadupField       *field,
              const char            ***strings,
              GError                 **error)
{
  guint n = 0;

  if (*self->at != '[')
    return leadup_record_place_fail_schema (place, error, _ ("should be a list"));

  for (step_in (self); *self->at != ']'; step_on (self))
    {
      LeadupRecordPlace element = {
        .origin = &self->origin, .parent = place, .index = n, .start = self->at
      };
      LeadupJsonValue value = take_value (self);
      const char *text;

      if (!leadup_record_value_check_count (place, n + 1, error))
        return FALSE;
      text = leadup_record_value_read_string (&element, &value, field, self->scratch, error);
      if (text == NULL)
        return FALSE;
      *strings = grow (self, *strings, n, sizeof text);
      (*strings)[n++] = text;
    }
  self->at++;

  if (n > 0)
    {
      *strings = grow (self, *strings, n, sizeof (char *));
      (*strings)[n] = NULL;
    }

  return TRUE;
}

/* The struct of one object, filled; @extra gets what it cannot keep itself. */
static gboolean
read_struct (LeadupRecordReader *self,
             LeadupRecordPlace  *place,
             const LeadupShape  *shape,
             gpointer            fields,
             char              **extra,
             GError            **error)
{
  if (*self->at != '{')
    return leadup_record_place_fail_schema (place, error, _ ("should be an object in braces"));

  memset (fields, 0, shape->size);
  set_fallbacks (shape, fields);
  if (!read_members (self, place, shape, fields, extra, error))
    return FALSE;
  if (shape->settle != NULL)
    shape->settle (fields);

  return TRUE;
}

/* Returns: (transfer none) (nullable): the object, which the scratch keeps */
static gpointer
read_object (LeadupRecordReader *self,
             LeadupRecordPlace  *place,
             const LeadupShape  *shape,
             char              **extra,
             GError            **error)
{
  g_autoptr (GError) problem = NULL;
  gpointer fields = leadup_scratch_alloc (self->scratch, shape->size);
  gpointer object;

  if (!read_struct (self, place, shape, fields, extra, error))
    return NULL;

  object = shape->make (fields, &problem);
  if (object == NULL)
    {
      leadup_record_place_fail_schema (
          place, error, problem != NULL ? problem->message : _ ("cannot be understood"));
      return NULL;
    }

  return leadup_scratch_take (self->scratch, object, shape->release);
}

static gboolean
read_several (LeadupRecordReader      *self,
              const LeadupRecordPlace *place,
              const LeadupField       *field,
              gpointer                *elements,
              guint                   *n_elements,
              GError                 **error)
{
  gboolean are_objects = field->type == LEADUP_FIELD_OBJECTS;
  gsize size = are_objects ? sizeof (gpointer) : field->shape->size;

  if (*self->at != '[')
    return leadup_record_place_fail_schema (place, error, _ ("should be a list"));

  for (step_in (self); *self->at != ']'; step_on (self))
    {
      guint n = *n_elements;
      LeadupRecordPlace element = {
        .origin = &self->origin, .parent = place, .index = n, .start = self->at
      };
      guint8 *at;

      if (!leadup_record_value_check_count (place, n + 1, error))
        return FALSE;
      *elements = grow (self, *elements, n, size);
      at = (guint8 *) *elements + n * size;
      if (!are_objects && !read_struct (self, &element, field->shape, at, NULL, error))
        return FALSE;
      if (are_objects)
        {
          gpointer object = read_object (self, &element, field->shape, NULL, error);

          if (object == NULL)
            return FALSE;
          memcpy (at, &object, sizeof object);
        }
      (*n_elements)++;
    }
  self->at++;

  return TRUE;
}

static gboolean
read_nested (LeadupRecordReader *self,
             LeadupRecordPlace  *place,
             const LeadupField  *field,
             guint8             *fields,
             char              **extra,
             GError            **error)
{
  gpointer *at = (gpointer *) (gpointer) (fields + field->offset);

  switch ((int) field->type)
    {
    case LEADUP_FIELD_INLINE:
      if (*self->at != '{')
        return leadup_record_place_fail_schema (place, error, _ ("should be an object in braces"));
      return read_members (self, place, field->shape, fields, extra, error);

    case LEADUP_FIELD_STRUCT:
      *at = leadup_scratch_alloc (self->scratch, field->shape->size);
      return read_struct (self, place, field->shape, *at, extra, error);

    case LEADUP_FIELD_OBJECT:
      *at = read_object (self, place, field->shape, extra, error);
      if (*extra != NULL && field->second != LEADUP_FIELD_NO_OFFSET)
        {
          char *text = leadup_scratch_take (self->scratch, g_steal_pointer (extra), g_free);

          memcpy (fields + field->second, &text, sizeof text);
        }
      return *at != NULL;

    default:
      return read_several (self, place, field, at, (guint *) (gpointer) (fields + field->second),
                           error);
    }
}

static gboolean
read_field (LeadupRecordReader *self,
            LeadupRecordPlace  *place,
            const LeadupField  *field,
            guint8             *fields,
            char              **extra,
            GError            **error)
{
  LeadupJsonValue value;

  switch ((int) field->type)
    {
    case LEADUP_FIELD_STRINGS:
      return read_strings (self, place, field, (gpointer) (fields + field->offset), error);
    case LEADUP_FIELD_INLINE:
    case LEADUP_FIELD_STRUCT:
    case LEADUP_FIELD_STRUCTS:
    case LEADUP_FIELD_OBJECT:
    case LEADUP_FIELD_OBJECTS:
      return read_nested (self, place, field, fields, extra, error);
    case LEADUP_FIELD_ELSEWHERE:
      leave_alone (self);
      return TRUE;
    default:
      value = take_value (self);
      return leadup_record_value_read (place, &value, field, fields, self->scratch, error);
    }
}

/* Begins the next member of the object that is being put together. */
static GString *
begin_member (GString **object)
{
  if (*object == NULL)
    *object = g_string_new ("{");
  else
    g_string_append_c (*object, ',');

  return *object;
}

/* Members mostly stand in the order of the shape: @hint is the one that is expected. */
static const LeadupField *
find_field (const LeadupShape     *shape,
            const LeadupJsonValue *key,
            guint                 *hint)
{
  char first = key->start[1];

  for (guint i = 0; i < shape->n_fields; i++)
    {
      guint index = (*hint + i) % shape->n_fields;
      const char *name = shape->fields[index].name;

      if ((*name == first || first == '\\') && leadup_json_value_is_string (key, name))
        {
          *hint = index + 1;
          return &shape->fields[index];
        }
    }

  return NULL;
}

/* One member, whose key was read. What is nested and keeps no unknown members of its own leaves
 * them here under its name. */
static gboolean
read_member (LeadupRecordReader    *self,
             LeadupRecordPlace     *place,
             const LeadupField     *field,
             const LeadupJsonValue *key,
             gpointer               fields,
             GString              **unknown,
             GError               **error)
{
  LeadupRecordPlace child = { .origin = &self->origin, .parent = place, .start = self->at };
  g_autofree char *nested = NULL;

  if (field == NULL)
    {
      LeadupJsonValue value = take_value (self);

      leadup_json_value_append (key, begin_member (unknown));
      g_string_append_c (*unknown, ':');
      leadup_json_value_append (&value, *unknown);
      return TRUE;
    }

  child.name = field->name;
  if (*self->at == 'n')
    take_value (self);
  else if (!read_field (self, &child, field, fields, &nested, error))
    return FALSE;
  if (nested != NULL)
    g_string_append_printf (begin_member (unknown), "\"%s\":%s", field->name, nested);

  return TRUE;
}

/* Reads the fields that are there, and looks for those that have to be. */
static gboolean
read_fields (LeadupRecordReader *self,
             LeadupRecordPlace  *place,
             const LeadupShape  *shape,
             gpointer            fields,
             GString           **unknown,
             GError            **error)
{
  guint64 seen = 0;
  guint hint = 0;

  for (step_in (self); *self->at != '}'; step_on (self))
    {
      LeadupJsonValue key = { self->at, leadup_json_skip_string (self->at, self->end) };
      const LeadupField *field = find_field (shape, &key, &hint);

      self->at = leadup_json_skip_space (key.end, self->end);
      self->at = leadup_json_skip_space (self->at + 1, self->end);
      if (field != NULL)
        {
          guint64 bit = G_GUINT64_CONSTANT (1) << (field - shape->fields);

          if ((seen & bit) != 0)
            {
              g_autofree char *problem =
                  g_strdup_printf (_ ("“%s” stands here a second time"), field->name);

              return leadup_record_place_fail_schema (place, error, problem);
            }
          if (*self->at != 'n')
            seen |= bit;
        }
      if (!read_member (self, place, field, &key, fields, unknown, error))
        return FALSE;
    }
  self->at++;

  for (guint i = 0; i < shape->n_fields; i++)
    if (shape->fields[i].type == LEADUP_FIELD_ID && (seen & (G_GUINT64_CONSTANT (1) << i)) == 0)
      {
        g_autofree char *problem = g_strdup_printf (_ ("has no “%s”"), shape->fields[i].name);

        return leadup_record_place_fail_schema (place, error, problem);
      }

  return TRUE;
}

static gboolean
read_members (LeadupRecordReader *self,
              LeadupRecordPlace  *place,
              const LeadupShape  *shape,
              gpointer            fields,
              char              **extra,
              GError            **error)
{
  GString *unknown = NULL;
  gboolean done = read_fields (self, place, shape, fields, &unknown, error);
  char *text;

  if (unknown == NULL)
    return done;

  g_string_append_c (unknown, '}');
  text = g_string_free (unknown, FALSE);
  if (done && shape->extra == LEADUP_FIELD_NO_OFFSET && extra != NULL)
    {
      *extra = text;
      return TRUE;
    }

  leadup_scratch_take (self->scratch, text, g_free);
  if (shape->extra != LEADUP_FIELD_NO_OFFSET)
    memcpy ((guint8 *) fields + shape->extra, &text, sizeof text);

  return done;
}

/* @scanner stays alive as long as the reader. */
LeadupRecordReader *
leadup_record_reader_new (LeadupJsonScanner *scanner)
{
  LeadupRecordReader *self;
  LeadupJsonValue root;

  g_return_val_if_fail (scanner != NULL, NULL);

  leadup_json_scanner_get_root (scanner, &root);
  self = g_new0 (LeadupRecordReader, 1);
  self->origin.scanner = scanner;
  self->end = root.end;
  self->scratch = leadup_scratch_new ();

  return self;
}

void
leadup_record_reader_free (LeadupRecordReader *self)
{
  if (self == NULL)
    return;

  leadup_scratch_free (self->scratch);
  g_free (self);
}

/**
 * leadup_record_reader_set_known:
 * @self: a reader
 * @values: (array length=n_values): members of the file whose ends are known; they stay where they
 * are
 * @n_values: how many
 */
void
leadup_record_reader_set_known (LeadupRecordReader    *self,
                                const LeadupJsonValue *values,
                                guint                  n_values)
{
  g_return_if_fail (self != NULL && (values != NULL || n_values == 0));

  self->known = values;
  self->n_known = n_values;
}

/**
 * leadup_record_reader_read:
 * @self: a reader
 * @kind: what it should be
 * @value: where it stands; for the info the root of the file, of which the lists are left alone
 * @error: return location; the message names line, record and member
 *
 * Returns: (transfer full) (nullable): the record
 */
LeadupRecord *
leadup_record_reader_read (LeadupRecordReader    *self,
                           LeadupRecordKind       kind,
                           const LeadupJsonValue *value,
                           GError               **error)
{
  g_return_val_if_fail (value != NULL, NULL);

  return leadup_record_reader_read_at (self, kind, value->start, NULL, error);
}

/**
 * leadup_record_reader_read_at:
 * @self: a reader
 * @kind: what it should be
 * @start: the first byte of its value
 * @end: (out) (optional): what is behind its last byte, where it could be read
 * @error: return location; the message names line, record and member
 *
 * As leadup_record_reader_read(), for lists that are read from front to back: where the value ends
 * need not be known.
 *
 * Returns: (transfer full) (nullable): the record
 */
LeadupRecord *
leadup_record_reader_read_at (LeadupRecordReader *self,
                              LeadupRecordKind    kind,
                              const char         *start,
                              const char        **end,
                              GError            **error)
{
  const LeadupShape *shape;
  LeadupRecordPlace place = { .start = start };
  LeadupRecord *record;

  g_return_val_if_fail (self != NULL && start != NULL, NULL);
  g_return_val_if_fail (kind < LEADUP_N_RECORD_KINDS, NULL);

  shape = leadup_record_shape_get (kind);
  self->origin.label = shape->label;
  self->origin.record = start;
  self->at = start;
  place.origin = &self->origin;
  record = read_object (self, &place, shape, NULL, error);
  if (record != NULL)
    g_object_ref (record);
  leadup_scratch_reset (self->scratch);
  if (end != NULL)
    *end = self->at;

  return record;
}

/* Reads the text of one record, as leadup_record_writer_append() makes it. */
LeadupRecord *
leadup_record_reader_read_text (LeadupRecordKind kind,
                                const char      *text,
                                GError         **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LeadupJsonScanner) scanner = NULL;
  g_autoptr (LeadupRecordReader) reader = NULL;
  LeadupJsonValue root;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new (text, strlen (text));
  scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, error);
  if (scanner == NULL)
    return NULL;

  reader = leadup_record_reader_new (scanner);
  leadup_json_scanner_get_root (scanner, &root);

  return leadup_record_reader_read (reader, kind, &root, error);
}
