/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-story-merge.h"

#include "model/leadup-story.h"
#include "storage/leadup-record-writer.h"
#include "storage/leadup-story-reader.h"

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
  LeadupMerge *result = leadup_merge_run (first, second, third, &error);

  g_assert_no_error (error);
  story = leadup_story_new_from_records (result->records, &error);
  g_assert_no_error (error);

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/members-are-merged", test_members_are_merged);
  g_test_add_func ("/merge/conflicts-say-what-both-have", test_conflicts_say_what_both_have);
  g_test_add_func ("/merge/what-is-referred-to-stays", test_what_is_referred_to_stays);

  return g_test_run ();
}
