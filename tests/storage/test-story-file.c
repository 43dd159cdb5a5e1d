/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-story-reader.h"

#include "base/leadup-error.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-source.h"
#include "model/leadup-story.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-shape.h"
#include "storage/leadup-record-writer.h"
#include "storage/leadup-story-writer.h"
#include "storage/leadup-time-text.h"
#include "storage/leadup-transaction-text.h"

#include <math.h>
#include <string.h>

/* 2026-01-01, so that the tests do not depend on the day. */
#define NOW (G_GINT64_CONSTANT (1767225600) * LEADUP_USEC_SECOND)

#define N_RANDOM_STORIES 40

static LeadupStoryContents *
read_text (const char *text,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return leadup_story_reader_read (bytes, NOW, NULL, error);
}

/* What the text of a story becomes when it is read and written. */
static char *
rewrite (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStoryContents) contents = read_text (text, &error);
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  story = leadup_story_new_from_records (contents->records, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);
  bytes = leadup_story_writer_write (snapshot, NULL, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
load_corpus (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", "stories", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_every_member_comes_back (void)
{
  g_autofree char *text = load_corpus ("every-member.leadup");
  g_autofree char *again = rewrite (text);

  g_assert_cmpstr (again, ==, text);
}

static void
test_corpus_is_stable (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "corpus", "stories", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *text = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      if (!g_str_has_suffix (name, ".leadup"))
        continue;
      text = load_corpus (name);
      first = rewrite (text);
      second = rewrite (first);
      g_assert_cmpstr (first, ==, second);
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
}

static const char *
pick (GRand               *random,
      const char * const  *from,
      guint                n)
{
  return from[g_rand_int_range (random, 0, (gint32) n)];
}

static double
make_number (GRand *random)
{
  static const double numbers[] = { 0, 1, -1, 0.1, 1e17, 1e300, -2.5e-300, 123456789.125, 1.0 / 3 };

  return numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))];
}

static const char *const words[] = {
  "",
  "a",
  "two words",
  "\"quoted\" \\ / back",
  "line\nbreak\ttab",
  "\x01\x1f\x7f",
  "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
  "\xe2\x80\xa8",
  "{\"a\":1}",
  "[],:",
  "<&>",
  "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
};

#define WORD(random) pick (random, words, G_N_ELEMENTS (words))

static LeadupRecord *
make_event (GRand *random,
            guint  number)
{
  static const char *const dates[] = {
    "2025",          "2025-03",       "2025-03-04", "2025-03-04T05:06:07Z", "2024-12/2025-02",
    "../2025-12-19", "2025-09-02/..", "2025-03~"
  };
  static const char *const extras[] = { NULL, "{\"x\":1}", "{\"x\":[1,{\"y\":\"z\"}]}" };
  const char *tags[] = { WORD (random), WORD (random), NULL };
  g_autofree char *id = g_strdup_printf ("e%u", number);
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (pick (random, dates, 8), NULL);
  LeadupParticipant participants[] = {
    { .actor = "a0", .as = WORD (random), .role = (LeadupRole) g_rand_int_range (random, 0, 5) },
    { .actor = "a1", .extra = pick (random, extras, 3) },
  };
  LeadupEvidenceFields evidence_fields = { .source = "s0",
                                           .quote = WORD (random),
                                           .span_start = g_rand_int_range (random, -1, 5),
                                           .span_end = 9,
                                           .supports = tags,
                                           .extra = pick (random, extras, 3) };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&evidence_fields);
  LeadupValue value = { .name = "killed", .low = -1.5, .high = make_number (random) };
  LeadupPlace place = { .name = WORD (random), .latitude = 12.5, .longitude = -0.1 };
  LeadupEventFields fields = { .id = id,
                               .title = WORD (random),
                               .category = "c0",
                               .summary = WORD (random),
                               .when = when,
                               .place = g_rand_boolean (random) ? &place : NULL,
                               .participants = participants,
                               .n_participants = (guint) g_rand_int_range (random, 0, 3),
                               .evidence = &evidence,
                               .n_evidence = (guint) g_rand_int_range (random, 0, 2),
                               .values = &value,
                               .n_values = (guint) g_rand_int_range (random, 0, 2),
                               .tags = g_rand_boolean (random) ? tags : NULL,
                               .importance = (guint) g_rand_int_range (random, 0, 6),
                               .tone = g_rand_boolean (random) ? -3.25 : (double) NAN,
                               .notes = WORD (random),
                               .extra = pick (random, extras, 3) };

  return LEADUP_RECORD (leadup_event_new (&fields));
}

static LeadupStory *
make_story (GRand *random)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  LeadupCategoryFields category = { .id = "c0", .name = WORD (random), .tone = -1.5 };
  LeadupSourceFields source = { .id = "s0", .title = WORD (random), .text = WORD (random) };
  guint n = (guint) g_rand_int_range (random, 0, 30);
  LeadupStory *story;

  g_ptr_array_add (records, leadup_category_new (&category));
  g_ptr_array_add (records, leadup_source_new (&source));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      LeadupActorFields actor = { .id = id, .name = WORD (random), .kind = (LeadupActorKind) i };

      g_ptr_array_add (records, leadup_actor_new (&actor));
    }
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, make_event (random, i));
  story = leadup_story_new_from_records (records, &error);
  g_assert_no_error (error);

  return story;
}

static void
test_random_stories_come_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_RANDOM_STORIES; i++)
    {
      g_autoptr (LeadupStory) story = make_story (random);
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
      g_autoptr (GBytes) bytes = leadup_story_writer_write (snapshot, NULL, NULL);
      g_autoptr (GBytes) same = leadup_story_writer_write (snapshot, NULL, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autofree char *again = rewrite (text);
      guint n_lines = 0;

      g_assert_true (g_bytes_equal (bytes, same));
      g_assert_cmpstr (again, ==, text);
      for (const char *at = text; *at != '\0'; at++)
        n_lines += *at == '\n' ? 1 : 0;
      /* The members of the top and one line a record. */
      g_assert_cmpuint (n_lines, ==,
                        14 + 4 + leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT));
    }
}

/* The same through the journal’s words. */
static void
test_transactions_come_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < N_RANDOM_STORIES; i++)
    {
      g_autoptr (LeadupStory) story = make_story (random);
      g_autoptr (LeadupStory) copy = leadup_story_new ();
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
      g_autoptr (LeadupSnapshot) copied = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) one = NULL;
      g_autoptr (GBytes) other = NULL;
      g_autoptr (LeadupTransaction) transaction = NULL;
      g_autoptr (GError) error = NULL;

      leadup_transaction_text_append_snapshot (text, snapshot);
      g_assert_null (strchr (text->str, '\n'));
      bytes = g_bytes_new (text->str, text->len);
      transaction = leadup_transaction_text_read (bytes, copy, &error);
      g_assert_no_error (error);
      g_assert_true (leadup_story_apply (copy, transaction, &error));
      copied = leadup_story_snapshot (copy);
      one = leadup_story_writer_write (snapshot, NULL, NULL);
      other = leadup_story_writer_write (copied, NULL, NULL);
      g_assert_true (g_bytes_equal (one, other));
    }
}

static void
test_transaction_replaces_and_removes (void)
{
  static const char text[] =
      "{\"label\":\"Two\",\"changes\":["
      "{\"kind\":\"category\",\"id\":\"c\",\"after\":{\"id\":\"c\",\"name\":\"New\"}},"
      "{\"kind\":\"actor\",\"id\":\"a\"},{\"kind\":\"actor\",\"id\":\"unknown\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (GString) written = g_string_new (NULL);
  LeadupCategoryFields category = { .id = "c", .name = "Old" };
  LeadupActorFields actor = { .id = "a", .name = "A" };

  g_ptr_array_add (records, leadup_category_new (&category));
  g_ptr_array_add (records, leadup_actor_new (&actor));
  story = leadup_story_new_from_records (records, NULL);
  transaction = leadup_transaction_text_read (bytes, story, NULL);
  g_assert_cmpstr (leadup_transaction_get_label (transaction), ==, "Two");
  g_assert_cmpuint (leadup_transaction_get_n_changes (transaction), ==, 2);
  leadup_transaction_text_append (written, transaction);
  g_assert_nonnull (strstr (written->str, "{\"kind\":\"actor\",\"id\":\"a\"}"));
  g_assert_true (leadup_story_apply (story, transaction, NULL));
  g_assert_cmpuint (leadup_story_get_n (story, LEADUP_RECORD_ACTOR), ==, 0);
}

static void
test_wrong_transactions_are_refused (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "{}",
    "{\"changes\":{}}",
    "{\"changes\":[1]}",
    "{\"changes\":[{\"kind\":\"event\"}]}",
    "{\"changes\":[{\"kind\":\"none\",\"id\":\"a\"}]}",
    "{\"changes\":[{\"kind\":\"actor\",\"id\":\"a\",\"after\":{\"id\":\"b\"}}]}",
    "{\"changes\":[{\"kind\":\"actor\",\"id\":\"a\",\"after\":7}]}",
  };
  g_autoptr (LeadupStory) story = leadup_story_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (leadup_transaction_text_read (bytes, story, &error));
      g_assert_nonnull (error);
    }
}

#define EVENT(members)                                                                             \
  "{\"format\":\"leadup\",\"categories\":[{\"id\":\"c\"}],\n\"events\":[\n{\"id\":\"e7\","         \
  "\"category\":\"c\"," members "}]}"

static const struct
{
  const char *text;
  int code;
  const char *message;
} wrong[] = {
  { "[]", LEADUP_ERROR_UNSUPPORTED, "not a Leadup story" },
  { "{\"format\":\"other\"}", LEADUP_ERROR_UNSUPPORTED, "not a Leadup story" },
  { "{\"format\":1}", LEADUP_ERROR_UNSUPPORTED, "not a Leadup story" },
  { "{\"format\":\"leadup\",\"version\":\"1\"}", LEADUP_ERROR_SCHEMA,
    "“version” should be a whole number" },
  { "{\"format\":\"leadup\",\"version\":0}", LEADUP_ERROR_SCHEMA,
    "“version” should be a whole number" },
  { "{\"format\":\"leadup\",\"version\":1.5}", LEADUP_ERROR_SCHEMA,
    "“version” should be a whole number" },
  { "{\"format\":\"leadup\",\"title\":7}", LEADUP_ERROR_SCHEMA,
    "Line 1, story, “title”: should be a text" },
  { "{\"format\":\"leadup\",\n\"chart\":{\"alt\":[]}}", LEADUP_ERROR_SCHEMA,
    "Line 2, story, “chart.alt”: should be a text" },
  { "{\"format\":\"leadup\",\"chart\":[]}", LEADUP_ERROR_SCHEMA, "“chart”: should be an object" },
  { "{\"format\":\"leadup\",\n\n\"events\":{}}", LEADUP_ERROR_SCHEMA,
    "Line 3: a list should stand here" },
  { "{\"format\":\"leadup\",\n\"events\":[],\n\"events\":[]}", LEADUP_ERROR_SCHEMA,
    "Line 3: “events” stands here a second time" },
  { "{\"format\":\"leadup\",\"events\":[7]}", LEADUP_ERROR_SCHEMA,
    "Line 1, event: should be an object" },
  { "{\"format\":\"leadup\",\"events\":[{}]}", LEADUP_ERROR_SCHEMA, "Line 1, event: has no “id”" },
  { "{\"format\":\"leadup\",\"events\":[{\"id\":\"\"}]}", LEADUP_ERROR_SCHEMA,
    "“id”: should not be empty" },
  { "{\"format\":\"leadup\",\"actors\":[{\"id\":\"a\"},\n{\"id\":\"a\"}]}", LEADUP_ERROR_SCHEMA,
    "Line 2: a second “a” among “actors”" },
  { EVENT ("\"title\":true"), LEADUP_ERROR_SCHEMA,
    "Line 3, event “e7”, “title”: should be a text" },
  { EVENT ("\"when\":\"2025\""), LEADUP_ERROR_SCHEMA, "“when”: should be an object" },
  { EVENT ("\"when\":{\"edtf\":\"soon\"}"), LEADUP_ERROR_SCHEMA, "Line 3, event “e7”, “when”: " },
  { EVENT ("\"when\":{\"edtf\":5}"), LEADUP_ERROR_SCHEMA,
    "Line 3, event “e7”, “when.edtf”: should be a text" },
  { EVENT ("\"when\":{\"edtf\":\"2025-02-30\"}"), LEADUP_ERROR_SCHEMA,
    "Line 3, event “e7”, “when”: " },
  { EVENT ("\"place\":{\"lat\":91}"), LEADUP_ERROR_SCHEMA,
    "“place.lat”: should be between -90 and 90" },
  { EVENT ("\"place\":{\"lon\":\"5\"}"), LEADUP_ERROR_SCHEMA, "“place.lon”: should be a number" },
  { EVENT ("\"actors\":[{\"actor\":\"a\"},{}]"), LEADUP_ERROR_SCHEMA,
    "“actors[1]”: has no “actor”" },
  { EVENT ("\"actors\":[{\"actor\":\"a\"},{\"actor\":\"a\",\"role\":\"boss\"}]"),
    LEADUP_ERROR_SCHEMA, "“actors[1].role”: “boss” is not known here" },
  { EVENT ("\"actors\":{}"), LEADUP_ERROR_SCHEMA, "“actors”: should be a list" },
  { EVENT ("\"evidence\":[{\"source\":\"s\",\"span\":[2,1]}]"), LEADUP_ERROR_SCHEMA,
    "“evidence[0].span”: should be two whole numbers" },
  { EVENT ("\"evidence\":[{\"source\":\"s\",\"span\":[1]}]"), LEADUP_ERROR_SCHEMA,
    "“evidence[0].span”: should be two whole numbers" },
  { EVENT ("\"evidence\":[{\"source\":\"s\",\"supports\":[1]}]"), LEADUP_ERROR_SCHEMA,
    "“evidence[0].supports[0]”: should be a text" },
  { EVENT ("\"values\":[{\"name\":\"killed\",\"low\":\"three\"}]"), LEADUP_ERROR_SCHEMA,
    "“values[0].low”: should be a number" },
  { EVENT ("\"verification\":\"sure\""), LEADUP_ERROR_SCHEMA,
    "“verification”: “sure” is not known here" },
  { EVENT ("\"verification\":1"), LEADUP_ERROR_SCHEMA, "“verification”: should be a text" },
  { EVENT ("\"importance\":2.5"), LEADUP_ERROR_SCHEMA, "“importance”: should be a whole number" },
  { EVENT ("\"importance\":6"), LEADUP_ERROR_SCHEMA, "“importance”: should be between 0 and 5" },
  { EVENT ("\"tags\":\"a\""), LEADUP_ERROR_SCHEMA, "“tags”: should be a list" },
  { EVENT ("\"tags\":[\"a\",null]"), LEADUP_ERROR_SCHEMA, "“tags[1]”: should be a text" },
  { "{\"format\":\"leadup\",\"views\":[{\"id\":\"v\",\"from\":\"2025\"}]}", LEADUP_ERROR_SCHEMA,
    "view “v”, “from”: should be a time such as" },
  { "{\"format\":\"leadup\",\"views\":[{\"id\":\"v\",\"filter\":{\"verifications\":[\"x\"]}}]}",
    LEADUP_ERROR_SCHEMA, "“filter.verifications[0]”: “x” is not known here" },
  { "{\"format\":\"leadup\",\"candidates\":[{\"id\":\"k\",\"source\":\"s\"}]}", LEADUP_ERROR_SCHEMA,
    "candidate “k”: has no “event”" },
  { "{\"format\":\"leadup\",\"graph\":{\"seed\":-1}}", LEADUP_ERROR_SCHEMA,
    "“graph.seed”: should be a whole number" },
  { "{\"format\":\"leadup\",\"graph\":{\"positions\":[]}}", LEADUP_ERROR_SCHEMA,
    "“positions” should be an object" },
  { "{\"format\":\"leadup\",\"graph\":{\"positions\":{\"a\":[1]}}}", LEADUP_ERROR_SCHEMA,
    "a position should be" },
  { "{\"format\":\"leadup\",\"graph\":{\"positions\":{\"a\":[1,2,\"nailed\"]}}}",
    LEADUP_ERROR_SCHEMA, "a position should be" },
  { "{\"format\":\"leadup\",\"graph\":{\"positions\":{\"a\":[1,2],\"a\":[1,2]}}}",
    LEADUP_ERROR_SCHEMA, "a second position" },
  { "{\"format\":\"leadup\",\"version\":2,\"title\":7}", LEADUP_ERROR_UNSUPPORTED,
    "A newer version of Leadup wrote this story" },
  { "{\"format\":\"leadup\",\"title\":\"\\u0000\"}", LEADUP_ERROR_SYNTAX, "U+0000" },
  { "{\"format\":\"leadup\"", LEADUP_ERROR_SYNTAX, "Line 1, column 19" },
};

static void
test_what_is_wrong_is_named (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupStoryContents) contents = read_text (wrong[i].text, &error);

      if (contents != NULL)
        g_error ("Accepted: %s", wrong[i].text);
      g_assert_error (error, LEADUP_ERROR, wrong[i].code);
      if (strstr (error->message, wrong[i].message) == NULL)
        g_error ("%s\n%s\n%s", wrong[i].text, error->message, wrong[i].message);
    }
}

/* Texts around each bound; “#” becomes that many letters. */
static void
test_lengths_are_bounded (void)
{
  static const struct
  {
    const char *text;
    gsize most;
    const char *message;
  } bounds[] = {
    { EVENT ("\"title\":\"#\""), LEADUP_STORY_MAX_TITLE,
      "event “e7”, “title”: longer than 10,000 characters" },
    { EVENT ("\"notes\":\"#\""), LEADUP_STORY_MAX_STRING,
      "event “e7”, “notes”: longer than 1 MiB" },
    { "{\"format\":\"leadup\",\"sources\":[{\"id\":\"s\",\"url\":\"#\"}]}", LEADUP_STORY_MAX_STRING,
      "source “s”, “url”: longer than 1 MiB" },
    { "{\"format\":\"leadup\",\"sources\":[{\"id\":\"s\",\"text\":\"#\"}]}", LEADUP_STORY_MAX_TEXT,
      "a string of more than 16 MiB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      for (gsize over = 0; over < 2; over++)
        {
          g_autoptr (GString) text = g_string_new (bounds[i].text);
          g_autofree char *filler = g_strnfill (bounds[i].most + over, 'x');
          g_autoptr (GError) error = NULL;
          g_autoptr (LeadupStoryContents) contents = NULL;

          g_string_replace (text, "#", filler, 1);
          contents = read_text (text->str, &error);
          g_assert_true ((contents != NULL) == (over == 0));
          if (over == 0)
            continue;
          g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
          g_assert_nonnull (strstr (error->message, bounds[i].message));
        }
    }
}

static void
check_many (const char *head,
            const char *one,
            guint       n,
            const char *tail,
            const char *message)
{
  g_autoptr (GString) text = g_string_new (head);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStoryContents) contents = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      g_string_append_printf (text, "%s%u%s", one, i, strchr (one, '{') != NULL ? "\"}" : "\"");
    }
  g_string_append (text, tail);
  contents = read_text (text->str, &error);
  if (message == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_numbers_of_records_are_bounded (void)
{
  const char *actors = "{\"format\":\"leadup\",\"actors\":[";
  const char *tags = "{\"format\":\"leadup\",\"events\":[{\"id\":\"e\",\"tags\":[";

  check_many (actors, "{\"id\":\"", LEADUP_STORY_MAX_ACTORS, "]}", NULL);
  check_many (actors, "{\"id\":\"", LEADUP_STORY_MAX_ACTORS + 1, "]}",
              "more than 200000 of “actors”");
  check_many (tags, "\"", LEADUP_STORY_MAX_LIST, "]}]}", NULL);
  check_many (tags, "\"", LEADUP_STORY_MAX_LIST + 1, "]}]}", "“tags”: a list of more than 100,000");
}

static void
test_rules_correct_with_a_warning (void)
{
  static const struct
  {
    const char *text;
    LeadupVerification verification;
    const char *warning;
  } rules[] = {
    { EVENT ("\"verification\":\"verified\""), LEADUP_VERIFICATION_UNVERIFIED,
      "Line 3: event “e7” names no source" },
    { EVENT ("\"verification\":\"disputed\""), LEADUP_VERIFICATION_DISPUTED, NULL },
    { EVENT ("\"verification\":\"verified\",\"evidence\":[{\"source\":\"s\"}]"),
      LEADUP_VERIFICATION_VERIFIED, NULL },
    { EVENT ("\"when\":{\"edtf\":\"2026-01-02\"}"), LEADUP_VERIFICATION_ANNOUNCED,
      "Line 3: event “e7” lies in the future" },
    { EVENT ("\"when\":{\"edtf\":\"2026-01-02\"},\"verification\":\"retracted\""),
      LEADUP_VERIFICATION_RETRACTED, NULL },
    { EVENT ("\"when\":{\"edtf\":\"2025-12-31\"}"), LEADUP_VERIFICATION_UNVERIFIED, NULL },
    { EVENT ("\"when\":{\"edtf\":\"2025/2027\"}"), LEADUP_VERIFICATION_UNVERIFIED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupStoryContents) contents = read_text (rules[i].text, &error);
      LeadupEvent *event;

      g_assert_no_error (error);
      event = g_ptr_array_index (contents->records, contents->records->len - 1);
      g_assert_cmpint (leadup_event_get_fields (event)->verification, ==, rules[i].verification);
      g_assert_cmpuint (g_strv_length (contents->warnings), ==, rules[i].warning != NULL ? 1 : 0);
      if (rules[i].warning != NULL)
        g_assert_true (g_str_has_prefix (contents->warnings[0], rules[i].warning));
    }
}

static void
test_newer_version_is_told (void)
{
  g_autoptr (LeadupStoryContents) contents =
      read_text ("{\"format\":\"leadup\",\"version\":3,\"new\":1}", NULL);

  g_assert_true (contents->is_newer);
  g_assert_cmpuint (contents->version, ==, 3);
  g_assert_cmpuint (g_strv_length (contents->warnings), ==, 1);
}

static void
test_wrong_extra_is_not_written (void)
{
  static const char *const extras[] = {
    "{", "[1]", "7", "{\"a\":1}}", "{\"a\":1},{\"b\":2", "{\"id\":\"z\"}", ""
  };

  for (guint i = 0; i < G_N_ELEMENTS (extras); i++)
    {
      LeadupActorFields fields = { .id = "a", .name = "A", .extra = extras[i] };
      g_autoptr (LeadupRecord) record = LEADUP_RECORD (leadup_actor_new (&fields));
      g_autoptr (GString) text = g_string_new (NULL);

      leadup_record_writer_append (text, record);
      g_assert_cmpstr (text->str, ==, "{\"id\":\"a\",\"name\":\"A\",\"kind\":\"person\"}");
    }
}

static void
test_cancelled_reading_stops (void)
{
  g_autofree char *text = load_corpus ("every-member.leadup");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_story_reader_read (bytes, NOW, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_times_come_back (void)
{
  static const char *const times[] = {
    "1970-01-01T00:00:00Z",  "2025-03-04T03:15:59Z",   "0000-02-29T23:59:59.999999Z",
    "-0044-03-15T12:00:00Z", "+12345-06-07T08:09:10Z", "2025-03-04T03:15:59.000001Z"
  };
  static const char *const wrong_times[] = { "",
                                             "2025",
                                             "2025-03-04",
                                             "2025-03-04T03:15Z",
                                             "2025-03-04T03:15:00",
                                             "2025-02-30T00:00:00Z",
                                             "2025-13-01T00:00:00Z",
                                             "2025-03-04T24:00:00Z",
                                             "2025-03-04T03:15:60Z",
                                             "2025-03-04T03:15:00.Z",
                                             "2025-03-04T03:15:00.1234567Z",
                                             "2025-03-04T03:15:00Zx",
                                             "12025-03-04T03:15:00Z",
                                             "+999999-03-04T03:15:00Z",
                                             "2025-3-4T03:15:00Z" };
  LeadupInstant instant;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_true (leadup_time_text_parse (times[i], &instant));
      leadup_time_text_append (text, instant);
      g_assert_cmpstr (text->str, ==, times[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong_times); i++)
    g_assert_false (leadup_time_text_parse (wrong_times[i], &instant));
  g_assert_true (leadup_time_text_parse ("1970-01-01T00:00:01.5Z", &instant));
  g_assert_cmpint (instant, ==, 1500000);
}

static void
test_shapes_know_their_lists (void)
{
  g_assert_cmpstr (leadup_record_shape_get_list (LEADUP_RECORD_EVENT), ==, "events");
  g_assert_null (leadup_record_shape_get_list (LEADUP_RECORD_INFO));
  g_assert_nonnull (
      leadup_record_shape_find (leadup_record_shape_get (LEADUP_RECORD_EVENT), "when"));
  g_assert_null (leadup_record_shape_find (leadup_record_shape_get (LEADUP_RECORD_EVENT), "newer"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/story/every-member-comes-back", test_every_member_comes_back);
  g_test_add_func ("/story/what-was-written-is-written-the-same", test_corpus_is_stable);
  g_test_add_func ("/story/random-stories-come-back", test_random_stories_come_back);
  g_test_add_func ("/story/transactions-come-back", test_transactions_come_back);
  g_test_add_func ("/story/a-transaction-replaces-and-removes",
                   test_transaction_replaces_and_removes);
  g_test_add_func ("/story/wrong-transactions-are-refused", test_wrong_transactions_are_refused);
  g_test_add_func ("/story/what-is-wrong-is-named", test_what_is_wrong_is_named);
  g_test_add_func ("/story/lengths-are-bounded", test_lengths_are_bounded);
  g_test_add_func ("/story/numbers-of-records-are-bounded", test_numbers_of_records_are_bounded);
  g_test_add_func ("/story/rules-correct-with-a-warning", test_rules_correct_with_a_warning);
  g_test_add_func ("/story/a-newer-version-is-told", test_newer_version_is_told);
  g_test_add_func ("/story/a-wrong-extra-is-not-written", test_wrong_extra_is_not_written);
  g_test_add_func ("/story/cancelled-reading-stops", test_cancelled_reading_stops);
  g_test_add_func ("/story/times-come-back", test_times_come_back);
  g_test_add_func ("/story/shapes-know-their-lists", test_shapes_know_their_lists);

  return g_test_run ();
}
