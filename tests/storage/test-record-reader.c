/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-reader.h"

#include "model/leadup-actor.h"
#include "model/leadup-info.h"
#include "storage/leadup-record-place.h"
#include "storage/leadup-record-value.h"
#include "storage/leadup-record-writer.h"

#include <string.h>

static LeadupJsonScanner *
scan (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LeadupJsonScanner *scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, &error);

  g_assert_no_error (error);

  return scanner;
}

static void
test_one_reader_reads_many (void)
{
  g_autoptr (LeadupJsonScanner) scanner =
      scan ("[{\"id\":\"a\"},\n{\"id\":\"b\",\"name\":7},\n{\"id\":\"c\",\"x\":1}]");
  g_autoptr (LeadupRecordReader) reader = leadup_record_reader_new (scanner);
  LeadupJsonValue root, value;
  LeadupJsonIter iter;
  guint n = 0;

  leadup_json_scanner_get_root (scanner, &root);
  leadup_json_iter_init (&iter, &root);
  while (leadup_json_iter_next (&iter, NULL, &value))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupRecord) record =
          leadup_record_reader_read (reader, LEADUP_RECORD_ACTOR, &value, &error);

      /* What is wrong with one does not spoil the next. */
      g_assert_true ((record == NULL) == (n == 1));
      if (n == 1)
        g_assert_cmpstr (error->message, ==,
                         "Line 2, actor “b”, “name”: should be a text in quotes");
      if (n == 2)
        g_assert_cmpstr (leadup_record_get_extra (record), ==, "{\"x\":1}");
      n++;
    }
  g_assert_cmpuint (n, ==, 3);
}

/* Whoever says that the list ends behind the title has no title. */
static void
test_values_whose_ends_are_known_are_passed_over (void)
{
  g_autoptr (LeadupJsonScanner) scanner =
      scan ("{\"events\":[1,2],\"title\":\"A\",\"language\":\"en\"}");
  g_autoptr (LeadupRecordReader) reader = leadup_record_reader_new (scanner);
  LeadupJsonValue root, known;

  leadup_json_scanner_get_root (scanner, &root);
  g_assert_true (leadup_json_value_get_member (&root, "events", &known));
  known.end = strstr (known.start, ",\"language");
  for (guint n = 0; n < 2; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupRecord) info = NULL;
      const LeadupInfoFields *fields;

      leadup_record_reader_set_known (reader, &known, n);
      info = leadup_record_reader_read (reader, LEADUP_RECORD_INFO, &root, &error);
      g_assert_no_error (error);
      fields = leadup_info_get_fields (LEADUP_INFO (info));
      g_assert_cmpstr (fields->title, ==, n == 0 ? "A" : "");
      g_assert_cmpstr (fields->language, ==, "en");
    }
}

static void
test_places_are_named (void)
{
  g_autoptr (LeadupJsonScanner) scanner = scan ("{\"id\":\"e1\",\"a\":[\n{\"b\":1},\n{\"b\":2}]}");
  LeadupRecordOrigin origin = { scanner, "event", NULL };
  LeadupRecordPlace root = { .origin = &origin };
  LeadupRecordPlace list = { .origin = &origin, .parent = &root, .name = "a" };
  LeadupRecordPlace second = { .origin = &origin, .parent = &list, .index = 1 };
  LeadupRecordPlace member = { .origin = &origin, .parent = &second, .name = "b" };
  g_autoptr (GError) error = NULL;
  LeadupJsonValue value;

  leadup_json_scanner_get_root (scanner, &value);
  root.start = value.start;
  member.start = strstr (value.start, "2}");
  g_assert_false (leadup_record_place_fail_schema (&member, &error, "is odd"));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
  g_assert_cmpstr (error->message, ==, "Line 3, event, “a[1].b”: is odd");
  g_clear_error (&error);

  origin.record = root.start;
  g_assert_false (leadup_record_place_fail (&root, LEADUP_ERROR_LIMIT, &error, "is large"));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "Line 1, event “e1”: is large");
}

static void
test_scratch_is_used_again (void)
{
  g_autoptr (LeadupScratch) scratch = leadup_scratch_new ();
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);
  char *small, *large;

  g_object_add_weak_pointer (object, (gpointer *) &object);
  for (guint i = 0; i < 3; i++)
    {
      small = leadup_scratch_alloc (scratch, 5);
      large = leadup_scratch_alloc (scratch, 1 << 20);
      memset (small, 'x', 5);
      memset (large, 'y', 1 << 20);
      for (guint j = 0; j < 10000; j++)
        *(char *) leadup_scratch_alloc (scratch, 9) = 'z';
      g_assert_true (small[4] == 'x' && large[0] == 'y' && large[(1 << 20) - 1] == 'y');
      leadup_scratch_reset (scratch);
    }

  g_assert_true (leadup_scratch_take (scratch, object, g_object_unref) == object);
  g_assert_nonnull (object);
  leadup_scratch_reset (scratch);
  g_assert_null (object);
}

static void
test_a_member_stands_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupRecord) record = leadup_record_reader_read_text (
      LEADUP_RECORD_ACTOR, "{\"id\":\"a\",\"name\":\"A\",\"name\":\"B\"}", &error);

  g_assert_null (record);
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
  g_assert_cmpstr (error->message, ==, "Line 1, actor “a”: “name” stands here a second time");
}

static void
test_a_list_is_read_from_front_to_back (void)
{
  g_autoptr (LeadupJsonScanner) scanner = scan ("[{\"id\":\"a\",\"x\":[1]} , {\"id\":\"b\"}]");
  g_autoptr (LeadupRecordReader) reader = leadup_record_reader_new (scanner);
  g_autoptr (LeadupRecord) first = NULL;
  g_autoptr (LeadupRecord) second = NULL;
  LeadupJsonValue root;
  const char *at;

  leadup_json_scanner_get_root (scanner, &root);
  first = leadup_record_reader_read_at (reader, LEADUP_RECORD_ACTOR, root.start + 1, &at, NULL);
  g_assert_true (g_str_has_prefix (at, " , {"));
  at = leadup_json_skip_space (leadup_json_skip_space (at, root.end) + 1, root.end);
  second = leadup_record_reader_read_at (reader, LEADUP_RECORD_ACTOR, at, &at, NULL);
  g_assert_cmpstr (leadup_record_get_id (first), ==, "a");
  g_assert_cmpstr (leadup_record_get_id (second), ==, "b");
  g_assert_true (at == root.end - 1);
}

/* Of each type of field something right and something wrong. */
static void
test_values_are_of_their_type (void)
{
  static const struct
  {
    LeadupRecordKind  kind;
    const char       *name;
    const char       *right;
    const char       *wrong;
  } values[] = {
    { LEADUP_RECORD_ACTOR, "id", "\"a\"", "\"\"" },
    { LEADUP_RECORD_ACTOR, "name", "\"\"", "null" },
    { LEADUP_RECORD_ACTOR, "kind", "\"state\"", "\"ghost\"" },
    { LEADUP_RECORD_SOURCE, "text", "\"x\"", "[]" },
    { LEADUP_RECORD_CATEGORY, "tone", "-9.5", "-10.5" },
    { LEADUP_RECORD_CATEGORY, "tone", "10", "true" },
    { LEADUP_RECORD_EVENT, "importance", "5", "5.5" },
    { LEADUP_RECORD_EVENT, "importance", "3.0", "\"3\"" },
    { LEADUP_RECORD_PLACEMENT, "pinned", "true", "1" },
    { LEADUP_RECORD_VIEW, "from", "\"2025-03-04T03:15:00Z\"", "\"2025\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const LeadupShape *shape = leadup_record_shape_get (values[i].kind);
      const LeadupField *field = leadup_record_shape_find (shape, values[i].name);

      for (guint wrong = 0; wrong < 2; wrong++)
        {
          const char *text = wrong == 1 ? values[i].wrong : values[i].right;
          g_autoptr (LeadupJsonScanner) scanner = scan (text);
          g_autoptr (LeadupScratch) scratch = leadup_scratch_new ();
          g_autofree guint8 *fields = g_malloc0 (shape->size);
          LeadupRecordOrigin origin = { scanner, shape->label, NULL };
          LeadupRecordPlace place = { .origin = &origin };
          LeadupJsonValue value;
          g_autoptr (GError) error = NULL;

          leadup_json_scanner_get_root (scanner, &value);
          place.start = value.start;
          if (leadup_record_value_read (&place, &value, field, fields, scratch, &error) !=
              (wrong == 0))
            g_error ("%s: %s", values[i].name, text);
          g_assert_true ((error != NULL) == (wrong == 1));
        }
    }
}

static void
test_strings_and_lists_are_strict (void)
{
  g_autoptr (LeadupJsonScanner) scanner = scan ("[\"s\\u00e9\",1]");
  g_autoptr (LeadupScratch) scratch = leadup_scratch_new ();
  LeadupRecordOrigin origin = { scanner, "actor", NULL };
  LeadupRecordPlace place = { .origin = &origin };
  const LeadupField *field =
      leadup_record_shape_find (leadup_record_shape_get (LEADUP_RECORD_ACTOR), "role");
  g_autoptr (GError) error = NULL;
  LeadupJsonValue list, value;
  LeadupJsonIter iter;

  leadup_json_scanner_get_root (scanner, &list);
  place.start = list.start;
  leadup_json_iter_init (&iter, &list);
  leadup_json_iter_next (&iter, NULL, &value);
  g_assert_cmpstr (leadup_record_value_read_string (&place, &value, field, scratch, &error), ==,
                   "sé");
  g_assert_true (leadup_record_value_check_count (&place, 100000, &error));
  g_assert_no_error (error);

  leadup_json_iter_next (&iter, NULL, &value);
  g_assert_null (leadup_record_value_read_string (&place, &value, field, scratch, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA);
  g_clear_error (&error);
  g_assert_false (leadup_record_value_check_count (&place, 100001, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
}

static gboolean
write_elsewhere (GString    *text,
                 const char *name,
                 gpointer    user_data)
{
  if (strcmp (name, "events") != 0)
    return FALSE;

  g_string_append (text, user_data);

  return TRUE;
}

static void
test_what_stands_elsewhere_is_asked_for (void)
{
  LeadupInfoFields fields = { .title = "T", .zone = "UTC", .language = "en", .extra = "{\"x\":1}" };
  g_autoptr (LeadupRecord) info = LEADUP_RECORD (leadup_info_new (&fields));
  g_autoptr (GString) text = g_string_new (NULL);

  leadup_record_writer_append_with (text, info, write_elsewhere, (char *) "[7]");
  g_assert_cmpstr (text->str, ==,
                   "{\"title\":\"T\",\n\"zone\":\"UTC\",\n\"language\":\"en\",\n\"events\":[7],\n"
                   "\"graph\":{},\n\"chart\":{},\n\"x\":1}");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/one-reader-reads-many", test_one_reader_reads_many);
  g_test_add_func ("/record-reader/values-whose-ends-are-known-are-passed-over",
                   test_values_whose_ends_are_known_are_passed_over);
  g_test_add_func ("/record/places-are-named", test_places_are_named);
  g_test_add_func ("/record/scratch-is-used-again", test_scratch_is_used_again);
  g_test_add_func ("/record/a-member-stands-once", test_a_member_stands_once);
  g_test_add_func ("/record/a-list-is-read-from-front-to-back",
                   test_a_list_is_read_from_front_to_back);
  g_test_add_func ("/record/values-are-of-their-type", test_values_are_of_their_type);
  g_test_add_func ("/record/strings-and-lists-are-strict", test_strings_and_lists_are_strict);
  g_test_add_func ("/record/what-stands-elsewhere-is-asked-for",
                   test_what_stands_elsewhere_is_asked_for);

  return g_test_run ();
}
