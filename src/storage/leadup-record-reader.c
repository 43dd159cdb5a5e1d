/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-reader.h"

#include "base/leadup-calendar.h"
#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "storage/leadup-record-shape.h"
#include "storage/leadup-time-text.h"

#include <glib/gi18n.h>
#include <math.h>
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
  LeadupJsonScanner *scanner;
  JsonParser *parser;
  GArray *scratch;

  /* The record being read, for messages. */
  const LeadupShape *shape;
  char *id;
};

/**
 * Frame:
 * @name: (nullable): the member of @parent that this is, or %NULL
 * @index: the element of @parent that this is, where @name is %NULL
 * @slice: its place in the text, once it was asked for
 * @iter: how far the elements were walked
 * @n_walked: the element that @iter yields next
 *
 * Where the reader stands. The place in the text is only looked up for messages and unknown
 * members; elements are asked for in order, so that all look-ups together walk an array once.
 */
typedef struct _Frame Frame;

struct _Frame
{
  Frame *parent;
  const char *name;
  guint index;
  gboolean is_located;
  gboolean is_walked;
  LeadupJsonValue slice;
  LeadupJsonIter iter;
  guint n_walked;
};

static gboolean read_shape (LeadupRecordReader *self,
                            Frame *frame,
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

/* Finds where @frame stands in the text. */
static void
locate (Frame *frame)
{
  Frame *parent = frame->parent;

  if (frame->is_located)
    return;

  locate (parent);
  frame->slice = parent->slice;
  frame->is_located = TRUE;
  if (frame->name != NULL)
    {
      leadup_json_value_get_member (&parent->slice, frame->name, &frame->slice);
      return;
    }

  if (!parent->is_walked)
    {
      leadup_json_iter_init (&parent->iter, &parent->slice);
      parent->is_walked = TRUE;
    }
  while (parent->n_walked <= frame->index
         && leadup_json_iter_next (&parent->iter, NULL, &frame->slice))
    parent->n_walked++;
}

static void
append_path (const Frame *frame,
             GString     *path)
{
  if (frame->parent == NULL)
    return;

  append_path (frame->parent, path);
  if (frame->name == NULL)
    g_string_append_printf (path, "[%u]", frame->index);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", frame->name);
}

static gboolean
fail (LeadupRecordReader *self,
      Frame              *frame,
      LeadupError         code,
      GError            **error,
      const char         *problem)
{
  g_autoptr (GString) path = g_string_new (NULL);
  guint line;

  locate (frame);
  line = leadup_json_scanner_get_line (self->scanner, frame->slice.start);
  append_path (frame, path);

  if (self->id != NULL && path->len > 0)
    /* Translators: line 7, event “e1”, “when.edtf”: what is wrong */
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s “%s”, “%s”: %s"), line,
                 _ (self->shape->label), self->id, path->str, problem);
  else if (self->id != NULL)
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s “%s”: %s"), line,
                 _ (self->shape->label), self->id, problem);
  else if (path->len > 0)
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s, “%s”: %s"), line,
                 _ (self->shape->label), path->str, problem);
  else
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s: %s"), line, _ (self->shape->label),
                 problem);

  return FALSE;
}

static gboolean
fail_schema (LeadupRecordReader *self,
             Frame              *frame,
             GError            **error,
             const char         *problem)
{
  return fail (self, frame, LEADUP_ERROR_SCHEMA, error, problem);
}

/* json-glib's own getters raise criticals on a wrong type. */
static const char *
get_string (JsonNode *node)
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
  if ((type == LEADUP_FIELD_TITLE || type == LEADUP_FIELD_ID) && length > LEADUP_STORY_MAX_TITLE
      && g_utf8_strlen (text, -1) > LEADUP_STORY_MAX_TITLE)
    return _ ("longer than 10,000 characters");

  return NULL;
}

static gboolean
read_string (LeadupRecordReader *self,
             Frame              *frame,
             JsonNode           *node,
             const LeadupField  *field,
             const char        **text,
             GError            **error)
{
  const char *problem;

  *text = get_string (node);
  if (*text == NULL)
    return fail_schema (self, frame, error, _ ("should be a text in quotes"));
  if (field->type == LEADUP_FIELD_ID && **text == '\0')
    return fail_schema (self, frame, error, _ ("should not be empty"));

  problem = check_length (field->type, *text);
  if (problem != NULL)
    return fail (self, frame, LEADUP_ERROR_LIMIT, error, problem);

  return TRUE;
}

/* Returns: (nullable): the list, with its length bounded */
static JsonArray *
read_list (LeadupRecordReader *self,
           Frame              *frame,
           JsonNode           *node,
           GError            **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      fail_schema (self, frame, error, _ ("should be a list"));
      return NULL;
    }

  array = json_node_get_array (node);
  if (json_array_get_length (array) > LEADUP_STORY_MAX_LIST)
    {
      fail (self, frame, LEADUP_ERROR_LIMIT, error, _ ("a list of more than 100,000"));
      return NULL;
    }

  return array;
}

static gboolean
read_strings (LeadupRecordReader *self,
              Frame              *frame,
              JsonNode           *node,
              const LeadupField  *field,
              const char       ***strings,
              GError            **error)
{
  JsonArray *array = read_list (self, frame, node, error);
  guint length;

  if (array == NULL)
    return FALSE;

  length = json_array_get_length (array);
  if (length == 0)
    return TRUE;

  *strings = keep (self, g_new0 (const char *, length + 1), g_free);
  for (guint i = 0; i < length; i++)
    {
      Frame element = { .parent = frame, .index = i };

      if (!read_string (self, &element, json_array_get_element (array, i), field, &(*strings)[i],
                        error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_number (LeadupRecordReader *self,
             Frame              *frame,
             JsonNode           *node,
             const LeadupField  *field,
             gboolean            is_whole,
             double             *number,
             GError            **error)
{
  g_autofree char *problem = NULL;

  if (!get_number (node, number))
    return fail_schema (self, frame, error, _ ("should be a number"));
  if (is_whole && *number != floor (*number))
    return fail_schema (self, frame, error, _ ("should be a whole number"));
  if (*number < field->minimum || *number > field->maximum)
    {
      problem = g_strdup_printf (_ ("should be between %g and %g"), field->minimum, field->maximum);
      return fail_schema (self, frame, error, problem);
    }

  return TRUE;
}

/* Numbers up to 2⁵³ as they are; larger ones as text, which no reader rounds. */
static gboolean
read_seed (LeadupRecordReader *self,
           Frame              *frame,
           JsonNode           *node,
           guint64            *seed,
           GError            **error)
{
  const char *text = get_string (node);
  double number;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, seed, NULL))
    return TRUE;
  if (text == NULL && get_number (node, &number) && number >= 0 && number <= 9007199254740992.0)
    {
      *seed = (guint64) number;
      return TRUE;
    }

  return fail_schema (self, frame, error, _ ("should be a whole number"));
}

static gboolean
read_choice (LeadupRecordReader *self,
             Frame              *frame,
             JsonNode           *node,
             const LeadupField  *field,
             int                *choice,
             GError            **error)
{
  const char *name = get_string (node);
  g_autofree char *problem = NULL;

  if (name == NULL)
    return fail_schema (self, frame, error, _ ("should be a text in quotes"));
  if (field->from_name (name, choice))
    return TRUE;

  problem = g_strdup_printf (_ ("“%.60s” is not known here"), name);
  /* Cutting by bytes may have split a character. */
  if (!g_utf8_validate (problem, -1, NULL))
    g_clear_pointer (&problem, g_free);

  return fail_schema (self, frame, error, problem != NULL ? problem : _ ("is not known here"));
}

static gboolean
read_choices (LeadupRecordReader *self,
              Frame              *frame,
              JsonNode           *node,
              const LeadupField  *field,
              guint              *bits,
              GError            **error)
{
  JsonArray *array = read_list (self, frame, node, error);

  if (array == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      Frame element = { .parent = frame, .index = i };
      int choice;

      if (!read_choice (self, &element, json_array_get_element (array, i), field, &choice, error))
        return FALSE;
      *bits |= 1u << choice;
    }

  return TRUE;
}

static gboolean
read_instant (LeadupRecordReader *self,
              Frame              *frame,
              JsonNode           *node,
              LeadupInstant      *instant,
              GError            **error)
{
  const char *text = get_string (node);

  if (text != NULL && leadup_time_text_parse (text, instant))
    return TRUE;

  return fail_schema (self, frame, error, _ ("should be a time such as “2025-03-04T03:15:00Z”"));
}

static gboolean
read_span (LeadupRecordReader *self,
           Frame              *frame,
           JsonNode           *node,
           gint64             *start,
           gint64             *end,
           GError            **error)
{
  JsonArray *array;
  double from, to;

  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  if (array == NULL || json_array_get_length (array) != 2
      || !get_number (json_array_get_element (array, 0), &from)
      || !get_number (json_array_get_element (array, 1), &to) || from != floor (from)
      || to != floor (to) || from < 0 || to < from || to > (double) LEADUP_JSON_MAX_BYTES)
    return fail_schema (self, frame, error,
                        _ ("should be two whole numbers, where the quote begins and ends"));

  *start = (gint64) from;
  *end = (gint64) to;

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
        *(LeadupInstant *) (gpointer) (fields + field->offset)
            = field->minimum < 0 ? LEADUP_INSTANT_MIN : LEADUP_INSTANT_MAX;
      else if (field->type == LEADUP_FIELD_SPAN)
        *(gint64 *) (gpointer) (fields + field->offset)
            = *(gint64 *) (gpointer) (fields + field->second) = -1;
      else if (field->type == LEADUP_FIELD_INLINE)
        set_fallbacks (field->shape, fields);
    }
}

/* The struct of one object, filled; @extra gets what it cannot keep itself. */
static gboolean
read_struct (LeadupRecordReader *self,
             Frame              *frame,
             JsonNode           *node,
             const LeadupShape  *shape,
             gpointer            fields,
             char              **extra,
             GError            **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_schema (self, frame, error, _ ("should be an object in braces"));

  set_fallbacks (shape, fields);
  if (!read_shape (self, frame, json_node_get_object (node), shape, fields, extra, error))
    return FALSE;
  if (shape->settle != NULL)
    shape->settle (fields);

  return TRUE;
}

/* Returns: (transfer none) (nullable): the object, which the scratch keeps */
static gpointer
read_object (LeadupRecordReader *self,
             Frame              *frame,
             JsonNode           *node,
             const LeadupShape  *shape,
             char              **extra,
             GError            **error)
{
  g_autoptr (GError) problem = NULL;
  gpointer fields = keep (self, g_malloc0 (shape->size), g_free);
  gpointer object;

  if (!read_struct (self, frame, node, shape, fields, extra, error))
    return NULL;

  object = shape->make (fields, &problem);
  if (object == NULL)
    {
      fail_schema (self, frame, error,
                   problem != NULL ? problem->message : _ ("cannot be understood"));
      return NULL;
    }

  return keep (self, object, shape->release);
}

static gboolean
read_several (LeadupRecordReader *self,
              Frame              *frame,
              JsonNode           *node,
              const LeadupField  *field,
              gpointer           *elements,
              guint              *n_elements,
              GError            **error)
{
  gboolean are_objects = field->type == LEADUP_FIELD_OBJECTS;
  gsize size = are_objects ? sizeof (gpointer) : field->shape->size;
  JsonArray *array = read_list (self, frame, node, error);
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
      Frame element = { .parent = frame, .index = i };
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
             Frame              *frame,
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
        return fail_schema (self, frame, error, _ ("should be an object in braces"));
      return read_shape (self, frame, json_node_get_object (node), field->shape, fields, extra,
                         error);

    case LEADUP_FIELD_STRUCT:
      *at = keep (self, g_malloc0 (field->shape->size), g_free);
      return read_struct (self, frame, node, field->shape, *at, extra, error);

    case LEADUP_FIELD_OBJECT:
      *at = read_object (self, frame, node, field->shape, extra, error);
      if (*extra != NULL && field->second != LEADUP_FIELD_NO_OFFSET)
        {
          char *text = keep (self, g_steal_pointer (extra), g_free);

          memcpy (fields + field->second, &text, sizeof text);
        }
      return *at != NULL;

    default:
      return read_several (self, frame, node, field, at,
                           (guint *) (gpointer) (fields + field->second), error);
    }
}

static gboolean
read_whole (LeadupRecordReader *self,
            Frame              *frame,
            JsonNode           *node,
            const LeadupField  *field,
            guint              *count,
            GError            **error)
{
  double number;

  if (!read_number (self, frame, node, field, TRUE, &number, error))
    return FALSE;
  *count = (guint) number;

  return TRUE;
}

static gboolean
read_flag (LeadupRecordReader *self,
           Frame              *frame,
           JsonNode           *node,
           gboolean           *flag,
           GError            **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail_schema (self, frame, error, _ ("should be true or false"));
  *flag = json_node_get_boolean (node);

  return TRUE;
}

static gboolean
read_field (LeadupRecordReader *self,
            Frame              *frame,
            JsonNode           *node,
            const LeadupField  *field,
            guint8             *fields,
            char              **extra,
            GError            **error)
{
  gpointer at = fields + field->offset;

  switch (field->type)
    {
    case LEADUP_FIELD_ID:
    case LEADUP_FIELD_TITLE:
    case LEADUP_FIELD_STRING:
    case LEADUP_FIELD_TEXT:
      return read_string (self, frame, node, field, at, error);
    case LEADUP_FIELD_STRINGS:
      return read_strings (self, frame, node, field, at, error);
    case LEADUP_FIELD_NUMBER:
      return read_number (self, frame, node, field, FALSE, at, error);
    case LEADUP_FIELD_COUNT:
      return read_whole (self, frame, node, field, at, error);
    case LEADUP_FIELD_SEED:
      return read_seed (self, frame, node, at, error);
    case LEADUP_FIELD_FLAG:
      return read_flag (self, frame, node, at, error);
    case LEADUP_FIELD_CHOICE:
      return read_choice (self, frame, node, field, at, error);
    case LEADUP_FIELD_CHOICES:
      return read_choices (self, frame, node, field, at, error);
    case LEADUP_FIELD_INSTANT:
      return read_instant (self, frame, node, at, error);
    case LEADUP_FIELD_SPAN:
      return read_span (self, frame, node, at, (gpointer) (fields + field->second), error);
    case LEADUP_FIELD_INLINE:
    case LEADUP_FIELD_STRUCT:
    case LEADUP_FIELD_STRUCTS:
    case LEADUP_FIELD_OBJECT:
    case LEADUP_FIELD_OBJECTS:
      return read_nested (self, frame, node, field, fields, extra, error);
    case LEADUP_FIELD_ELSEWHERE:
    default:
      return TRUE;
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
append_unknown (Frame             *frame,
                const LeadupShape *shape,
                GString          **unknown)
{
  LeadupJsonIter iter;
  LeadupJsonValue key, value;

  locate (frame);
  leadup_json_iter_init (&iter, &frame->slice);
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
             Frame              *frame,
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
      Frame child = { .parent = frame, .name = field->name };
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

          return fail_schema (self, frame, error, problem);
        }
    }

  if (n_found < json_object_get_size (object))
    append_unknown (frame, shape, unknown);

  return TRUE;
}

static gboolean
read_shape (LeadupRecordReader *self,
            Frame              *frame,
            JsonObject         *object,
            const LeadupShape  *shape,
            gpointer            fields,
            char              **extra,
            GError            **error)
{
  GString *unknown = NULL;
  gboolean done = read_fields (self, frame, object, shape, fields, &unknown, error);
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

  g_clear_pointer (&self->id, g_free);
  if (JSON_NODE_HOLDS_OBJECT (node))
    id = json_object_get_member (json_node_get_object (node), "id");
  if (id != NULL && get_string (id) != NULL)
    self->id = leadup_text_single_line (get_string (id), 60);
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
      else if (field->type == LEADUP_FIELD_INLINE
               && leadup_json_value_get_type (&child) == LEADUP_JSON_OBJECT)
        node = assemble (self, field->shape, &child, error);
      else if (leadup_json_scanner_parse (self->scanner, self->parser, &child, error) != NULL)
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

  if (leadup_json_scanner_parse (self->scanner, self->parser, value, error) == NULL)
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
  self->scanner = scanner;
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
  g_free (self->id);
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
  Frame frame = { .is_located = TRUE };
  LeadupRecord *record;

  g_return_val_if_fail (self != NULL && value != NULL, NULL);
  g_return_val_if_fail (kind < LEADUP_N_RECORD_KINDS, NULL);

  self->shape = leadup_record_shape_get (kind);
  g_clear_pointer (&self->id, g_free);
  node = parse (self, kind, value, error);
  if (node == NULL)
    return NULL;

  remember_id (self, node);
  frame.slice = *value;
  record = read_object (self, &frame, node, self->shape, NULL, error);
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
