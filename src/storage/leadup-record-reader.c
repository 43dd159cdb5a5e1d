/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-reader.h"

#include "base/leadup-calendar.h"
#include "base/leadup-text.h"
#include "storage/leadup-record-place.h"
#include "storage/leadup-record-shape.h"
#include "storage/leadup-record-value.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * Scratch:
 *
 * What a record is made from and no longer needs when it is made.
 */
typedef struct
{
  gpointer data;
  GDestroyNotify release;
} Scratch;

struct _LeadupRecordReader
{
  LeadupRecordOrigin origin;
  JsonParser *parser;
  GArray *scratch;
};

static gboolean read_shape (LeadupRecordReader *self,
                            LeadupRecordPlace *place,
                            JsonObject *object,
                            const LeadupShape *shape,
                            gpointer fields,
                            char **extra,
                            GError **error);

static gpointer
keep (LeadupRecordReader *self,
      gpointer            data,
      GDestroyNotify      release)
{
  Scratch scratch = { data, release };

  g_array_append_val (self->scratch, scratch);

  return data;
}

static void
clear_scratch (gpointer data)
{
  Scratch *scratch = data;

  scratch->release (scratch->data);
}

static gboolean
read_strings (LeadupRecordReader *self,
              LeadupRecordPlace  *place,
              JsonNode           *node,
              const LeadupField  *field,
              const char       ***strings,
              GError            **error)
{
  JsonArray *array = leadup_record_value_read_list (place, node, error);
  guint length;

  if (array == NULL)
    return FALSE;

  length = json_array_get_length (array);
  if (length == 0)
    return TRUE;

  *strings = keep (self, g_new0 (const char *, length + 1), g_free);
  for (guint i = 0; i < length; i++)
    {
      LeadupRecordPlace element = { .origin = &self->origin, .parent = place, .index = i };

      if (!leadup_record_value_read_string (&element, json_array_get_element (array, i), field,
                                            &(*strings)[i], error))
        return FALSE;
    }

  return TRUE;
}

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

/* The struct of one object, filled; @extra gets what it cannot keep itself. */
static gboolean
read_struct (LeadupRecordReader *self,
             LeadupRecordPlace  *place,
             JsonNode           *node,
             const LeadupShape  *shape,
             gpointer            fields,
             char              **extra,
             GError            **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return leadup_record_place_fail_schema (place, error, _ ("should be an object in braces"));

  set_fallbacks (shape, fields);
  if (!read_shape (self, place, json_node_get_object (node), shape, fields, extra, error))
    return FALSE;
  if (shape->settle != NULL)
    shape->settle (fields);

  return TRUE;
}

/* Returns: (transfer none) (nullable): the object, which the scratch keeps */
static gpointer
read_object (LeadupRecordReader *self,
             LeadupRecordPlace  *place,
             JsonNode           *node,
             const LeadupShape  *shape,
             char              **extra,
             GError            **error)
{
  g_autoptr (GError) problem = NULL;
  gpointer fields = keep (self, g_malloc0 (shape->size), g_free);
  gpointer object;

  if (!read_struct (self, place, node, shape, fields, extra, error))
    return NULL;

  object = shape->make (fields, &problem);
  if (object == NULL)
    {
      leadup_record_place_fail_schema (
          place, error, problem != NULL ? problem->message : _ ("cannot be understood"));
      return NULL;
    }

  return keep (self, object, shape->release);
}

static gboolean
read_several (LeadupRecordReader *self,
              LeadupRecordPlace  *place,
              JsonNode           *node,
              const LeadupField  *field,
              gpointer           *elements,
              guint              *n_elements,
              GError            **error)
{
  gboolean are_objects = field->type == LEADUP_FIELD_OBJECTS;
  gsize size = are_objects ? sizeof (gpointer) : field->shape->size;
  JsonArray *array = leadup_record_value_read_list (place, node, error);
  guint8 *all;

  if (array == NULL)
    return FALSE;

  *n_elements = json_array_get_length (array);
  if (*n_elements == 0)
    return TRUE;

  all = keep (self, g_malloc0_n (*n_elements, size), g_free);
  *elements = all;
  for (guint i = 0; i < *n_elements; i++)
    {
      LeadupRecordPlace element = { .origin = &self->origin, .parent = place, .index = i };
      JsonNode *child = json_array_get_element (array, i);
      gpointer at = all + i * size;

      if (!are_objects && !read_struct (self, &element, child, field->shape, at, NULL, error))
        return FALSE;
      if (are_objects)
        {
          gpointer object = read_object (self, &element, child, field->shape, NULL, error);

          if (object == NULL)
            return FALSE;
          memcpy (at, &object, sizeof object);
        }
    }

  return TRUE;
}

static gboolean
read_nested (LeadupRecordReader *self,
             LeadupRecordPlace  *place,
             JsonNode           *node,
             const LeadupField  *field,
             guint8             *fields,
             char              **extra,
             GError            **error)
{
  gpointer *at = (gpointer *) (gpointer) (fields + field->offset);

  switch ((int) field->type)
    {
    case LEADUP_FIELD_INLINE:
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return leadup_record_place_fail_schema (place, error, _ ("should be an object in braces"));
      return read_shape (self, place, json_node_get_object (node), field->shape, fields, extra,
                         error);

    case LEADUP_FIELD_STRUCT:
      *at = keep (self, g_malloc0 (field->shape->size), g_free);
      return read_struct (self, place, node, field->shape, *at, extra, error);

    case LEADUP_FIELD_OBJECT:
      *at = read_object (self, place, node, field->shape, extra, error);
      if (*extra != NULL && field->second != LEADUP_FIELD_NO_OFFSET)
        {
          char *text = keep (self, g_steal_pointer (extra), g_free);

          memcpy (fields + field->second, &text, sizeof text);
        }
      return *at != NULL;

    default:
      return read_several (self, place, node, field, at,
                           (guint *) (gpointer) (fields + field->second), error);
    }
}

static gboolean
read_field (LeadupRecordReader *self,
            LeadupRecordPlace  *place,
            JsonNode           *node,
            const LeadupField  *field,
            guint8             *fields,
            char              **extra,
            GError            **error)
{
  switch ((int) field->type)
    {
    case LEADUP_FIELD_STRINGS:
      return read_strings (self, place, node, field, (gpointer) (fields + field->offset), error);
    case LEADUP_FIELD_INLINE:
    case LEADUP_FIELD_STRUCT:
    case LEADUP_FIELD_STRUCTS:
    case LEADUP_FIELD_OBJECT:
    case LEADUP_FIELD_OBJECTS:
      return read_nested (self, place, node, field, fields, extra, error);
    case LEADUP_FIELD_ELSEWHERE:
      return TRUE;
    default:
      return leadup_record_value_read (place, node, field, fields, error);
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

/* Appends the members that the shape does not know, as they stand in the text. */
static void
append_unknown (LeadupRecordPlace *place,
                const LeadupShape *shape,
                GString          **unknown)
{
  LeadupJsonIter iter;
  LeadupJsonValue key, value;

  leadup_record_place_locate (place);
  leadup_json_iter_init (&iter, &place->slice);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = leadup_json_value_dup_string (&key);

      if (leadup_record_shape_find (shape, name) == NULL)
        {
          leadup_json_value_append (&key, begin_member (unknown));
          g_string_append_c (*unknown, ':');
          leadup_json_value_append (&value, *unknown);
        }
    }
}

/* Reads the fields that are there. What is nested and keeps no unknown members of its own leaves
 * them here under its name. */
static gboolean
read_fields (LeadupRecordReader *self,
             LeadupRecordPlace  *place,
             JsonObject         *object,
             const LeadupShape  *shape,
             gpointer            fields,
             GString           **unknown,
             GError            **error)
{
  guint n_found = 0;

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const LeadupField *field = &shape->fields[i];
      JsonNode *node = json_object_get_member (object, field->name);
      LeadupRecordPlace child = { .origin = &self->origin, .parent = place, .name = field->name };
      g_autofree char *nested = NULL;

      n_found += node != NULL ? 1 : 0;
      if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
        {
          if (!read_field (self, &child, node, field, fields, &nested, error))
            return FALSE;
          if (nested != NULL)
            g_string_append_printf (begin_member (unknown), "\"%s\":%s", field->name, nested);
        }
      else if (field->type == LEADUP_FIELD_ID)
        {
          g_autofree char *problem = g_strdup_printf (_ ("has no “%s”"), field->name);

          return leadup_record_place_fail_schema (place, error, problem);
        }
    }

  if (n_found < json_object_get_size (object))
    append_unknown (place, shape, unknown);

  return TRUE;
}

static gboolean
read_shape (LeadupRecordReader *self,
            LeadupRecordPlace  *place,
            JsonObject         *object,
            const LeadupShape  *shape,
            gpointer            fields,
            char              **extra,
            GError            **error)
{
  GString *unknown = NULL;
  gboolean done = read_fields (self, place, object, shape, fields, &unknown, error);
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

  keep (self, text, g_free);
  if (shape->extra != LEADUP_FIELD_NO_OFFSET)
    memcpy ((guint8 *) fields + shape->extra, &text, sizeof text);

  return done;
}

static void
remember_id (LeadupRecordReader *self,
             JsonNode           *node)
{
  JsonNode *id = NULL;

  g_clear_pointer (&self->origin.id, g_free);
  if (JSON_NODE_HOLDS_OBJECT (node))
    id = json_object_get_member (json_node_get_object (node), "id");
  if (id != NULL && leadup_record_value_get_string (id) != NULL)
    self->origin.id = leadup_text_single_line (leadup_record_value_get_string (id), 60);
}

/* What json-glib has to know of the top of a file: the members of @shape alone, for all others
 * belong to lists of records, or are kept as they stand. */
static JsonNode *
assemble (LeadupRecordReader    *self,
          const LeadupShape     *shape,
          const LeadupJsonValue *value,
          GError               **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  LeadupJsonIter iter;
  LeadupJsonValue key, child;
  JsonNode *node;

  leadup_json_iter_init (&iter, value);
  while (leadup_json_iter_next (&iter, &key, &child))
    {
      g_autofree char *name = leadup_json_value_dup_string (&key);
      const LeadupField *field = leadup_record_shape_find (shape, name);

      if (field == NULL || field->type == LEADUP_FIELD_ELSEWHERE)
        node = json_node_new (JSON_NODE_NULL);
      else if (field->type == LEADUP_FIELD_INLINE &&
               leadup_json_value_get_type (&child) == LEADUP_JSON_OBJECT)
        node = assemble (self, field->shape, &child, error);
      else if (leadup_json_scanner_parse (self->origin.scanner, self->parser, &child, error) !=
               NULL)
        node = json_parser_steal_root (self->parser);
      else
        node = NULL;

      if (node == NULL)
        return NULL;
      json_object_set_member (object, name, node);
    }

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, object);

  return node;
}

static JsonNode *
parse (LeadupRecordReader    *self,
       LeadupRecordKind       kind,
       const LeadupJsonValue *value,
       GError               **error)
{
  if (kind == LEADUP_RECORD_INFO && leadup_json_value_get_type (value) == LEADUP_JSON_OBJECT)
    return assemble (self, leadup_record_shape_get (kind), value, error);

  if (leadup_json_scanner_parse (self->origin.scanner, self->parser, value, error) == NULL)
    return NULL;

  return json_parser_steal_root (self->parser);
}

/* @scanner stays alive as long as the reader. */
LeadupRecordReader *
leadup_record_reader_new (LeadupJsonScanner *scanner)
{
  LeadupRecordReader *self;

  g_return_val_if_fail (scanner != NULL, NULL);

  self = g_new0 (LeadupRecordReader, 1);
  self->origin.scanner = scanner;
  self->parser = json_parser_new ();
  self->scratch = g_array_new (FALSE, FALSE, sizeof (Scratch));
  g_array_set_clear_func (self->scratch, clear_scratch);

  return self;
}

void
leadup_record_reader_free (LeadupRecordReader *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->parser);
  g_clear_pointer (&self->scratch, g_array_unref);
  g_free (self->origin.id);
  g_free (self);
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
  g_autoptr (JsonNode) node = NULL;
  const LeadupShape *shape;
  LeadupRecordPlace place = { .is_located = TRUE };
  LeadupRecord *record;

  g_return_val_if_fail (self != NULL && value != NULL, NULL);
  g_return_val_if_fail (kind < LEADUP_N_RECORD_KINDS, NULL);

  shape = leadup_record_shape_get (kind);
  self->origin.label = shape->label;
  g_clear_pointer (&self->origin.id, g_free);
  node = parse (self, kind, value, error);
  if (node == NULL)
    return NULL;

  remember_id (self, node);
  place.origin = &self->origin;
  place.slice = *value;
  record = read_object (self, &place, node, shape, NULL, error);
  if (record != NULL)
    g_object_ref (record);
  g_array_set_size (self->scratch, 0);

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
