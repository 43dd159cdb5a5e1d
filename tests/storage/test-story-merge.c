/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-story-merge.h"

#include "model/leadup-story.h"
#include "storage/leadup-record-member.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-writer.h"
#include "storage/leadup-story-reader.h"
#include "storage/leadup-story-writer.h"

#include <string.h>

#define HEAD                                                                                       \
  "{\"format\":\"leadup\",\"version\":1,\"title\":\"T\",\"categories\":[{\"id\":\"c\",\"name\":"   \
  "\"C\"}],\"actors\":[{\"id\":\"a\",\"name\":\"A\"}],\"events\":["
#define E1 "{\"id\":\"e1\",\"title\":\"One\",\"category\":\"c\",\"tags\":[\"x\",\"y\"]}"

static GPtrArray *
read_story (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStoryContents) contents = leadup_story_reader_read (bytes, 0, NULL, &error);

  g_assert_no_error (error);

  return g_steal_pointer (&contents->records);
}

static char *
describe_story (LeadupStory *story)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GBytes) bytes = leadup_story_writer_write (snapshot, NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Whoever chooses nothing gets what the command line writes. */
static void
check_that_the_edit_gives_the_same (GPtrArray   *ours,
                                    LeadupMerge *result,
                                    LeadupStory *merged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStory) story = leadup_story_new_from_records (ours, &error);
  g_autoptr (LeadupTransaction) edit = leadup_merge_to_transaction (result, "Merge", &error);
  g_autofree char *wanted = describe_story (merged);
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  leadup_story_apply (story, edit, &error);
  g_assert_no_error (error);
  got = describe_story (story);
  g_assert_cmpstr (got, ==, wanted);
}

static LeadupMerge *
merge (const char *base,
       const char *ours,
       const char *theirs)
{
  g_autoptr (GPtrArray) first = read_story (base);
  g_autoptr (GPtrArray) second = read_story (ours);
  g_autoptr (GPtrArray) third = read_story (theirs);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStory) story = NULL;
  LeadupMerge *result = leadup_merge_run (first, second, third, NULL, &error);

  g_assert_no_error (error);
  story = leadup_story_new_from_records (result->records, &error);
  g_assert_no_error (error);
  check_that_the_edit_gives_the_same (second, result, story);

  return result;
}

static char *
get_record (LeadupMerge *result,
            const char  *id)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->records->len; i++)
    if (g_str_equal (leadup_record_get_id (result->records->pdata[i]), id))
      leadup_record_writer_append (text, result->records->pdata[i]);

  return g_string_free (text, FALSE);
}

static void
test_members_are_merged (void)
{
  static const struct
  {
    const char *ours;
    const char *theirs;
    const char *merged;
    guint n_conflicts;
  } table[] = {
    { E1, E1, E1, 0 },
    { "{\"id\":\"e1\",\"title\":\"New\",\"category\":\"c\",\"tags\":[\"x\",\"y\"]}",
      "{\"id\":\"e1\",\"title\":\"One\",\"category\":\"c\",\"summary\":\"S\",\"tags\":[\"x\",\"y\"]"
      "}",
      "{\"id\":\"e1\",\"title\":\"New\",\"category\":\"c\",\"summary\":\"S\",\"verification\":"
      "\"unverified\",\"tags\":[\"x\",\"y\"]}",
      0 },
    { "{\"id\":\"e1\",\"title\":\"Ours\",\"category\":\"c\",\"tags\":[\"x\",\"y\"]}",
      "{\"id\":\"e1\",\"title\":\"Theirs\",\"category\":\"c\",\"tags\":[\"x\",\"y\"]}",
      "{\"id\":\"e1\",\"title\":\"Ours\",\"category\":\"c\",\"verification\":\"unverified\","
      "\"tags\":"
      "[\"x\",\"y\"]}",
      1 },
    { "{\"id\":\"e1\",\"title\":\"One\",\"category\":\"c\",\"tags\":[\"y\",\"z\"]}",
      "{\"id\":\"e1\",\"title\":\"One\",\"category\":\"c\",\"tags\":[\"x\",\"y\",\"w\"]}",
      "{\"id\":\"e1\",\"title\":\"One\",\"category\":\"c\",\"verification\":\"unverified\","
      "\"tags\":"
      "[\"y\",\"z\",\"w\"]}",
      0 },
    { "{\"id\":\"e1\",\"title\":\"Ours\",\"category\":\"c\",\"tags\":[\"x\",\"y\"]}", "", NULL, 1 },
    { "", E1, "", 0 },
    { E1, "", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *ours = g_strconcat (HEAD, table[i].ours, "]}", NULL);
      g_autofree char *theirs = g_strconcat (HEAD, table[i].theirs, "]}", NULL);
      g_autoptr (LeadupMerge) result = merge (HEAD E1 "]}", ours, theirs);
      g_autofree char *got = get_record (result, "e1");

      g_test_message ("%u: %s", i, got);
      g_assert_cmpuint (result->conflicts->len, ==, table[i].n_conflicts);
      if (i == 0)
        g_assert_nonnull (strstr (got, "\"One\""));
      else if (table[i].merged != NULL)
        g_assert_cmpstr (got, ==, table[i].merged);
      else
        g_assert_cmpstr (got, !=, "");
    }
}

static void
test_conflicts_say_what_both_have (void)
{
  g_autoptr (LeadupMerge) result =
      merge (HEAD E1 "]}", HEAD "{\"id\":\"e1\",\"title\":\"Ours\",\"category\":\"c\"}]}",
             HEAD "{\"id\":\"e1\",\"title\":\"Theirs\",\"category\":\"c\"}]}");
  const LeadupMergeConflict *conflict = g_ptr_array_index (result->conflicts, 0);

  g_assert_cmpuint (result->conflicts->len, ==, 1);
  g_assert_cmpint (conflict->kind, ==, LEADUP_RECORD_EVENT);
  g_assert_cmpstr (conflict->id, ==, "e1");
  g_assert_cmpstr (conflict->member, ==, "title");
  g_assert_cmpstr (conflict->ours, ==, "\"Ours\"");
  g_assert_cmpstr (conflict->theirs, ==, "\"Theirs\"");
}

/* We remove an actor that they let act. */
static void
test_what_is_referred_to_stays (void)
{
  static const char without[] =
      "{\"format\":\"leadup\",\"version\":1,\"title\":\"T\",\"categories\":[{"
      "\"id\":\"c\",\"name\":\"C\"}],\"events\":[" E1 "]}";
  g_autoptr (LeadupMerge) result =
      merge (HEAD E1 "]}", without,
             HEAD E1 ",{\"id\":\"e2\",\"title\":\"Two\",\"category\":\"c\",\"actors\":[{\"actor\":"
                     "\"a\",\"role\":\"target\"}]}]}");
  g_autofree char *actor = get_record (result, "a");

  g_assert_cmpuint (result->conflicts->len, ==, 1);
  g_assert_cmpstr (actor, !=, "");
}

static char *
apply_to (LeadupMerge *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupTransaction) edit = leadup_merge_to_transaction (result, "Merge", &error);
  g_autoptr (LeadupStory) story = NULL;

  g_assert_no_error (error);
  story = leadup_story_new_from_records (result->sides[1], &error);
  g_assert_no_error (error);
  leadup_story_apply (story, edit, &error);
  g_assert_no_error (error);

  return describe_story (story);
}

/* They rename e1, remove e2 and add e3 with an actor of its own; we rename e1 too. */
#define CHOICE_BASE HEAD E1 ",{\"id\":\"e2\",\"title\":\"Two\",\"category\":\"c\"}]}"
#define CHOICE_OURS                                                                                \
  HEAD "{\"id\":\"e1\",\"title\":\"Ours\",\"category\":\"c\",\"tags\":[\"x\",\"y\"]},"                 \
       "{\"id\":\"e2\",\"title\":\"Two\",\"category\":\"c\"}]}"
#define CHOICE_THEIRS                                                                              \
  "{\"format\":\"leadup\",\"version\":1,\"title\":\"T\",\"categories\":[{\"id\":\"c\",\"name\":"   \
  "\"C\"}],\"actors\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\"}],\"events\":["  \
  "{\"id\":\"e1\",\"title\":\"Theirs\",\"category\":\"c\",\"tags\":[\"x\",\"y\"]},"                   \
  "{\"id\":\"e3\",\"title\":\"Three\",\"category\":\"c\",\"actors\":[{\"actor\":\"b\"}]}]}"

static void
test_what_comes_in_is_listed_and_chosen (void)
{
  static const struct
  {
    const char *name;
    guint taken; /* bit n: change n */
    gboolean takes_theirs;
    const char *has[3];
    const char *lacks[3];
  } table[] = {
    { "all", 7, FALSE, { "Ours", "Three", "\"B\"" }, { "Theirs", "Two" } },
    { "nothing", 0, FALSE, { "Ours", "Two" }, { "Theirs", "Three", "\"B\"" } },
    { "an event brings its actor", 4, TRUE, { "Theirs", "Two", "\"B\"" }, { "Ours" } },
    { "an actor alone", 1, TRUE, { "Theirs", "Two", "\"B\"" }, { "Three", "Ours" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (LeadupMerge) result = merge (CHOICE_BASE, CHOICE_OURS, CHOICE_THEIRS);
      g_autofree char *got = NULL;

      g_test_message ("%s", table[i].name);
      g_assert_cmpuint (result->conflicts->len, ==, 1);
      g_assert_cmpuint (result->changes->len, ==, 3);
      for (guint j = 0; j < result->changes->len; j++)
        ((LeadupMergeChange *) result->changes->pdata[j])->is_taken = (table[i].taken >> j) & 1;
      ((LeadupMergeConflict *) result->conflicts->pdata[0])->takes_theirs = table[i].takes_theirs;
      got = apply_to (result);
      for (guint j = 0; j < 3 && table[i].has[j] != NULL; j++)
        g_assert_nonnull (strstr (got, table[i].has[j]));
      for (guint j = 0; j < 3 && table[i].lacks[j] != NULL; j++)
        g_assert_null (strstr (got, table[i].lacks[j]));
    }
}

static void
test_changes_name_their_members (void)
{
  g_autoptr (LeadupMerge) result =
      merge (HEAD E1 "]}", HEAD E1 "]}",
             HEAD "{\"id\":\"e1\",\"title\":\"New\",\"category\":\"c\",\"summary\":\"S\"}]}");
  const LeadupMergeChange *change = g_ptr_array_index (result->changes, 0);
  g_autofree char *members = g_strjoinv (" ", change->members);

  g_assert_cmpuint (result->changes->len, ==, 1);
  g_assert_cmpuint (result->conflicts->len, ==, 0);
  g_assert_cmpstr (members, ==, "title tags summary");
}

/* Without a common beginning nothing is lost: what differs is a conflict. */
static void
test_without_a_base_every_difference_is_a_conflict (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) ours = read_story (CHOICE_OURS);
  g_autoptr (GPtrArray) theirs = read_story (CHOICE_THEIRS);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupMerge) result = leadup_merge_run (none, ours, theirs, NULL, &error);
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (result->conflicts->len, ==, 1);
  got = apply_to (result);
  g_assert_nonnull (strstr (got, "Ours"));
  g_assert_nonnull (strstr (got, "Two"));
  g_assert_nonnull (strstr (got, "Three"));
}

/* We removed what they changed: it comes back, unless that is chosen otherwise; and the reverse. */
static void
test_removed_here_and_changed_there_can_be_chosen (void)
{
  static const char changed[] = HEAD "{\"id\":\"e1\",\"title\":\"New\",\"category\":\"c\"}]}";

  for (guint i = 0; i < 4; i++)
    {
      gboolean is_ours_removed = i % 2 == 0, takes_theirs = i / 2 == 0;
      g_autoptr (LeadupMerge) result =
          is_ours_removed ? merge (HEAD E1 "]}", HEAD "]}", changed)
                          : merge (HEAD E1 "]}", changed, HEAD "]}");
      LeadupMergeConflict *conflict = g_ptr_array_index (result->conflicts, 0);
      g_autofree char *got = NULL;

      g_assert_cmpint (conflict->takes_theirs, ==, is_ours_removed);
      g_assert_cmpuint (result->changes->len, ==, 0);
      conflict->takes_theirs = takes_theirs;
      got = apply_to (result);
      g_assert_true ((strstr (got, "New") != NULL) == (is_ours_removed == takes_theirs));
    }
}

static void
test_sides_are_read_or_say_why_not (void)
{
  static const struct
  {
    const char *text;
    guint n_records;
    const char *message;
  } table[] = {
    { "", 0, NULL },
    { HEAD E1 "]}", 4, NULL },
    { "{\"format\":\"leadup\",\"version\":99,\"events\":[]}", 0, "newer version" },
    { "id,title\n1,One\n", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].text, strlen (table[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) side = leadup_merge_read_side (bytes, NULL, &error);

      g_assert_true ((side != NULL) == (table[i].message == NULL));
      if (side != NULL)
        g_assert_cmpuint (side->len, ==, table[i].n_records);
      else
        g_assert_nonnull (strstr (error->message, table[i].message));
    }
}

static void
test_a_member_is_set_or_taken_away (void)
{
  static const struct
  {
    const char *member;
    const char *json;
    const char *has;
    const char *lacks;
  } table[] = {
    { "title", "\"New\"", "\"New\"", "\"One\"" },
    { "summary", "\"S\"", "\"summary\":\"S\"", NULL },
    { "tags", NULL, "\"One\"", "tags" },
    { "unknown", "[1]", "\"unknown\":[1]", NULL },
    { "title", "7", NULL, NULL },
  };
  g_autoptr (LeadupRecord) record = leadup_record_reader_read_text (LEADUP_RECORD_EVENT, E1, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupRecord) changed =
          leadup_record_member_set (record, table[i].member, table[i].json, &error);
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_true ((changed != NULL) == (table[i].has != NULL));
      if (changed == NULL)
        continue;

      leadup_record_writer_append (text, changed);
      g_assert_nonnull (strstr (text->str, table[i].has));
      if (table[i].lacks != NULL)
        g_assert_null (strstr (text->str, table[i].lacks));
    }
}

static void
test_a_merge_can_be_stopped (void)
{
  g_autoptr (GPtrArray) side = read_story (HEAD E1 "]}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_merge_run (side, side, side, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/members-are-merged", test_members_are_merged);
  g_test_add_func ("/merge/conflicts-say-what-both-have", test_conflicts_say_what_both_have);
  g_test_add_func ("/merge/what-is-referred-to-stays", test_what_is_referred_to_stays);

  g_test_add_func ("/merge/what-comes-in-is-listed-and-chosen",
                   test_what_comes_in_is_listed_and_chosen);
  g_test_add_func ("/merge/changes-name-their-members", test_changes_name_their_members);
  g_test_add_func ("/merge/without-a-base-every-difference-is-a-conflict",
                   test_without_a_base_every_difference_is_a_conflict);
  g_test_add_func ("/merge/removed-here-and-changed-there-can-be-chosen",
                   test_removed_here_and_changed_there_can_be_chosen);
  g_test_add_func ("/merge/sides-are-read-or-say-why-not",
                   test_sides_are_read_or_say_why_not);
  g_test_add_func ("/merge/a-member-is-set-or-taken-away", test_a_member_is_set_or_taken_away);
  g_test_add_func ("/merge/a-merge-can-be-stopped", test_a_merge_can_be_stopped);

  return g_test_run ();
}
