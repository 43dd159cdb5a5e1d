/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-story-reader.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "model/leadup-event.h"
#include "model/leadup-info.h"
#include "model/leadup-placement.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-shape.h"
#include "storage/leadup-story-writer.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* How many records are read between two looks at the cancellable. */
#define STRIDE 256

/* So many warnings are told one by one. */
#define MAX_WARNINGS 50

/**
 * Reading:
 * @keys: (element-type LeadupJsonValue): members of the root, which is too long to be walked again
 * for each
 * @values: (element-type LeadupJsonValue): of those, one for one
 */
typedef struct
{
  LeadupJsonScanner *scanner;
  GArray *keys;
  GArray *values;
  LeadupRecordReader *reader;
  GCancellable *cancellable;
  GPtrArray *records;
  GPtrArray *warnings;
  guint n_warnings;
  LeadupInstant now;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->reader, leadup_record_reader_free);
  g_clear_pointer (&reading->scanner, leadup_json_scanner_free);
  g_clear_pointer (&reading->keys, g_array_unref);
  g_clear_pointer (&reading->values, g_array_unref);
  g_clear_pointer (&reading->records, g_ptr_array_unref);
  g_clear_pointer (&reading->warnings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
warn (Reading *reading, char *sentence)
{
  reading->n_warnings++;
  if (reading->n_warnings <= MAX_WARNINGS)
    g_ptr_array_add (reading->warnings, sentence);
  else
    g_free (sentence);
}

static gboolean
fail_at (Reading    *reading,
         const char *at,
         LeadupError code,
         GError    **error,
         const char *problem)
{
  g_set_error (error, LEADUP_ERROR, code, _ ("Line %u: %s"),
               leadup_json_scanner_get_line (reading->scanner, at), problem);

  return FALSE;
}

/* Those that we know; more of them than there are names is refused by check_once(). */
static void
list_members (Reading               *reading,
              const LeadupJsonValue *root)
{
  const LeadupShape *shape = leadup_record_shape_get (LEADUP_RECORD_INFO);
  LeadupJsonIter iter;
  LeadupJsonValue key, value;

  if (leadup_json_value_get_type (root) != LEADUP_JSON_OBJECT)
    return;

  leadup_json_iter_init (&iter, root);
  while (reading->keys->len <= shape->n_fields &&
         leadup_json_scanner_next (reading->scanner, &iter, &key, &value))
    {
      g_autofree char *name = leadup_json_value_dup_string (&key);

      if (leadup_record_shape_find (shape, name) == NULL)
        continue;
      g_array_append_val (reading->keys, key);
      g_array_append_val (reading->values, value);
    }
}

/* As leadup_json_value_get_member() of the root: the last one counts. */
static gboolean
find_member (Reading         *reading,
             const char      *name,
             LeadupJsonValue *value)
{
  for (guint i = reading->keys->len; i > 0; i--)
    if (leadup_json_value_is_string (&g_array_index (reading->keys, LeadupJsonValue, i - 1), name))
      {
        *value = g_array_index (reading->values, LeadupJsonValue, i - 1);
        return TRUE;
      }

  return FALSE;
}

static gboolean
check_once (Reading *reading,
            GError **error)
{
  const LeadupShape *shape = leadup_record_shape_get (LEADUP_RECORD_INFO);
  guint64 seen = 0;

  for (guint i = 0; i < reading->keys->len; i++)
    {
      const LeadupJsonValue *key = &g_array_index (reading->keys, LeadupJsonValue, i);
      g_autofree char *name = leadup_json_value_dup_string (key);
      const LeadupField *field = leadup_record_shape_find (shape, name);
      guint64 bit = field != NULL ? G_GUINT64_CONSTANT (1) << (field - shape->fields) : 0;

      if ((seen & bit) != 0)
        {
          g_autofree char *problem = g_strdup_printf (_ ("“%s” stands here a second time"), name);

          return fail_at (reading, key->start, LEADUP_ERROR_SCHEMA, error, problem);
        }
      seen |= bit;
    }

  return TRUE;
}

/* Whether it is a story at all, and of which version. */
static gboolean
read_format (Reading *reading,
             guint   *version,
             GError **error)
{
  LeadupJsonValue value;
  double number;

  if (!find_member (reading, "format", &value)
      || !leadup_json_value_is_string (&value, "leadup"))
    {
      g_set_error (
          error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
          _ ("This is JSON, but not a Leadup story (it has no \"format\":\"leadup\"); try to "
             "import it"));
      return FALSE;
    }

  *version = LEADUP_STORY_VERSION;
  if (find_member (reading, "version", &value))
    {
      if (!leadup_json_value_get_number (&value, &number) || number != floor (number) || number < 1
          || number > G_MAXINT)
        return fail_at (reading, value.start, LEADUP_ERROR_SCHEMA, error,
                        _ ("“version” should be a whole number from 1"));
      *version = (guint) number;
    }

  return check_once (reading, error);
}

static guint
get_limit (LeadupRecordKind kind)
{
  if (kind == LEADUP_RECORD_EVENT)
    return LEADUP_STORY_MAX_EVENTS;
  if (kind == LEADUP_RECORD_ACTOR || kind == LEADUP_RECORD_PLACEMENT)
    return LEADUP_STORY_MAX_ACTORS;

  return LEADUP_STORY_MAX_RECORDS;
}

static gboolean
check_count (Reading         *reading,
             LeadupRecordKind kind,
             guint            count,
             const char      *at,
             GError         **error)
{
  g_autofree char *problem = NULL;

  if (count % STRIDE == 0 && g_cancellable_set_error_if_cancelled (reading->cancellable, error))
    return FALSE;
  if (count < get_limit (kind))
    return TRUE;

  problem = g_strdup_printf (
      _ ("more than %u of “%s”; split the story into several"), get_limit (kind),
      kind == LEADUP_RECORD_PLACEMENT ? "positions" : leadup_record_shape_get_list (kind));

  return fail_at (reading, at, LEADUP_ERROR_LIMIT, error, problem);
}

/* Without a source an event is at most unverified; what is still to come can only be announced. */
static LeadupRecord *
correct_event (Reading      *reading,
               LeadupRecord *record,
               const char   *at)
{
  LeadupEventFields fields = *leadup_event_get_fields (LEADUP_EVENT (record));
  LeadupVerification verification = fields.verification;
  LeadupRecord *corrected;

  if (fields.n_evidence == 0
      && (verification == LEADUP_VERIFICATION_SINGLE_SOURCE
          || verification == LEADUP_VERIFICATION_CORROBORATED
          || verification == LEADUP_VERIFICATION_VERIFIED))
    verification = LEADUP_VERIFICATION_UNVERIFIED;
  if (fields.when != NULL && leadup_when_get_bounds (fields.when)->start_earliest > reading->now
      && verification != LEADUP_VERIFICATION_RETRACTED
      && verification != LEADUP_VERIFICATION_DISPUTED)
    verification = LEADUP_VERIFICATION_ANNOUNCED;
  if (verification == fields.verification)
    return record;

  warn (reading,
        g_strdup_printf (
            verification == LEADUP_VERIFICATION_ANNOUNCED
                ? _ ("Line %u: event “%s” lies in the future; it is now marked as announced")
                : _ ("Line %u: event “%s” names no source; it is now marked as unverified"),
            leadup_json_scanner_get_line (reading->scanner, at), fields.id));
  fields.verification = verification;
  corrected = LEADUP_RECORD (leadup_event_new (&fields));
  g_object_unref (record);

  return corrected;
}

/* Whether the last record is the first one of its id. Files are in the order of ids, where the one
 * before tells; all ids are looked at only in one that is not. */
static gboolean
is_new_id (Reading     *reading,
           GHashTable **ids,
           guint        first)
{
  guint last = reading->records->len - 1;
  const char *id = leadup_record_get_id (reading->records->pdata[last]);

  if (*ids == NULL &&
      (last == first ||
       strcmp (leadup_record_get_id (reading->records->pdata[last - 1]), id) < 0))
    return TRUE;

  if (*ids == NULL)
    {
      *ids = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = first; i < last; i++)
        g_hash_table_add (*ids, (gpointer) leadup_record_get_id (reading->records->pdata[i]));
    }

  return g_hash_table_add (*ids, (gpointer) id);
}

static gboolean
read_list (Reading               *reading,
           LeadupRecordKind       kind,
           const LeadupJsonValue *list,
           GError               **error)
{
  g_autoptr (GHashTable) ids = NULL;
  const char *at;
  guint count = 0;
  guint first = reading->records->len;

  if (leadup_json_value_get_type (list) == LEADUP_JSON_NULL)
    return TRUE;
  if (leadup_json_value_get_type (list) != LEADUP_JSON_ARRAY)
    return fail_at (reading, list->start, LEADUP_ERROR_SCHEMA, error,
                    _ ("a list should stand here"));

  at = leadup_json_skip_space (list->start + 1, list->end);
  while (*at != ']')
    {
      const char *start = at;
      LeadupRecord *record;

      if (!check_count (reading, kind, count++, start, error))
        return FALSE;
      record = leadup_record_reader_read_at (reading->reader, kind, start, &at, error);
      if (record == NULL)
        return FALSE;
      if (kind == LEADUP_RECORD_EVENT)
        record = correct_event (reading, record, start);
      g_ptr_array_add (reading->records, record);
      if (!is_new_id (reading, &ids, first))
        {
          g_autofree char *problem
              = g_strdup_printf (_ ("a second “%s” among “%s”"), leadup_record_get_id (record),
                                 leadup_record_shape_get_list (kind));

          return fail_at (reading, start, LEADUP_ERROR_SCHEMA, error, problem);
        }

      at = leadup_json_skip_space (at, list->end);
      if (*at == ',')
        at = leadup_json_skip_space (at + 1, list->end);
    }

  return TRUE;
}

static gboolean
read_position (const LeadupJsonValue *value,
               LeadupPlacementFields *fields)
{
  LeadupJsonIter iter;
  LeadupJsonValue x, y, pinned;

  if (leadup_json_value_get_type (value) != LEADUP_JSON_ARRAY)
    return FALSE;

  leadup_json_iter_init (&iter, value);
  if (!leadup_json_iter_next (&iter, NULL, &x) || !leadup_json_iter_next (&iter, NULL, &y)
      || !leadup_json_value_get_number (&x, &fields->x)
      || !leadup_json_value_get_number (&y, &fields->y))
    return FALSE;

  fields->is_pinned = leadup_json_iter_next (&iter, NULL, &pinned);

  return !fields->is_pinned
         || (leadup_json_value_is_string (&pinned, "pinned")
             && !leadup_json_iter_next (&iter, NULL, &pinned));
}

static gboolean
read_positions (Reading *reading,
                GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  LeadupJsonIter iter;
  LeadupJsonValue graph, positions, key, value;
  guint count = 0;

  if (!find_member (reading, "graph", &graph)
      || !leadup_json_value_get_member (&graph, "positions", &positions)
      || leadup_json_value_get_type (&positions) == LEADUP_JSON_NULL)
    return TRUE;
  if (leadup_json_value_get_type (&positions) != LEADUP_JSON_OBJECT)
    return fail_at (reading, positions.start, LEADUP_ERROR_SCHEMA, error,
                    _ ("“positions” should be an object in braces"));

  leadup_json_iter_init (&iter, &positions);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *id = leadup_json_value_dup_string (&key);
      LeadupPlacementFields fields = { .id = id };
      LeadupRecord *record;

      if (!check_count (reading, LEADUP_RECORD_PLACEMENT, count++, value.start, error))
        return FALSE;
      if (*id == '\0' || strlen (id) > LEADUP_STORY_MAX_TITLE || !read_position (&value, &fields))
        return fail_at (reading, key.start, LEADUP_ERROR_SCHEMA, error,
                        _ ("a position should be an id and [x,y] or [x,y,\"pinned\"]"));
      if (g_hash_table_contains (ids, id))
        return fail_at (reading, key.start, LEADUP_ERROR_SCHEMA, error,
                        _ ("a second position of the same actor"));

      record = LEADUP_RECORD (leadup_placement_new (&fields));
      g_hash_table_add (ids, (gpointer) leadup_record_get_id (record));
      g_ptr_array_add (reading->records, record);
    }

  return TRUE;
}

static gboolean
read_records (Reading               *reading,
              const LeadupJsonValue *root,
              GError               **error)
{
  LeadupRecord *info = leadup_record_reader_read (reading->reader, LEADUP_RECORD_INFO, root, error);
  LeadupJsonValue list;

  if (info == NULL)
    return FALSE;
  g_ptr_array_add (reading->records, info);

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      const char *name = leadup_record_shape_get_list (kind);

      if (name != NULL && find_member (reading, name, &list)
          && !read_list (reading, kind, &list, error))
        return FALSE;
    }

  return read_positions (reading, error);
}

static LeadupStoryContents *
finish (Reading *reading,
        guint    version)
{
  LeadupStoryContents *contents = g_new0 (LeadupStoryContents, 1);

  if (version > LEADUP_STORY_VERSION)
    g_ptr_array_insert (
        reading->warnings, 0,
        g_strdup (_ ("A newer version of Leadup wrote this story. It can be read, but not "
                     "changed here.")));
  if (reading->n_warnings > MAX_WARNINGS)
    g_ptr_array_add (reading->warnings, g_strdup_printf (_ ("… and %u more of the kind"),
                                                         reading->n_warnings - MAX_WARNINGS));
  g_ptr_array_add (reading->warnings, NULL);

  contents->records = g_steal_pointer (&reading->records);
  contents->warnings = (GStrv) g_ptr_array_steal (reading->warnings, NULL);
  contents->version = version;
  contents->is_newer = version > LEADUP_STORY_VERSION;

  return contents;
}

/**
 * leadup_story_reader_read:
 * @bytes: of a file
 * @now: events after this can only be announced
 * @cancellable: (nullable): to stop it
 * @error: return location; the message names line, record and member
 *
 * Reads a story, all of it or nothing: what is absent is left out, what is wrong is an error. Any
 * thread. References between records are not looked at; that is for the story.
 *
 * Returns: (transfer full) (nullable): the contents; %NULL with %LEADUP_ERROR_SYNTAX (no JSON),
 *   %LEADUP_ERROR_UNSUPPORTED (JSON, but no story, or of a newer version and not understood),
 *   %LEADUP_ERROR_SCHEMA (a story with something wrong in it) or %LEADUP_ERROR_LIMIT
 */
LeadupStoryContents *
leadup_story_reader_read (GBytes       *bytes,
                          LeadupInstant now,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (GError) problem = NULL;
  LeadupJsonValue root;
  guint version;

  g_return_val_if_fail (bytes != NULL, NULL);

  reading.scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, error);
  if (reading.scanner == NULL)
    return NULL;

  reading.reader = leadup_record_reader_new (reading.scanner);
  reading.cancellable = cancellable;
  reading.records = g_ptr_array_new_with_free_func (g_object_unref);
  reading.warnings = g_ptr_array_new_with_free_func (g_free);
  reading.now = now;
  reading.keys = g_array_new (FALSE, FALSE, sizeof (LeadupJsonValue));
  reading.values = g_array_new (FALSE, FALSE, sizeof (LeadupJsonValue));
  leadup_json_scanner_get_root (reading.scanner, &root);
  list_members (&reading, &root);
  leadup_record_reader_set_known (reading.reader,
                                  (const LeadupJsonValue *) (gpointer) reading.values->data,
                                  reading.values->len);

  if (!read_format (&reading, &version, error))
    return NULL;
  if (read_records (&reading, &root, &problem))
    return finish (&reading, version);

  if (version > LEADUP_STORY_VERSION && problem->domain == LEADUP_ERROR)
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
                 _ ("A newer version of Leadup wrote this story, and this one cannot read it (%s)"),
                 problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));

  return NULL;
}

void
leadup_story_contents_free (LeadupStoryContents *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->warnings, g_strfreev);
  g_free (self);
}
