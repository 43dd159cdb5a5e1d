/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "model/leadup-actor-merge.h"
#include "model/leadup-history.h"
#include "model/leadup-placement.h"

#include <math.h>

/* a2 is called “Second” too and belongs to a3; a4 belongs to a2; e1 is a strike of a1 on a2 and of
 * a2 on a5, e2 a word about a2 by the name “him”. */
static LeadupStory *
make_family (void)
{
  static const char *const second[] = { "Second", NULL };
  static const char *const in_a3[] = { "a3", NULL };
  static const char *const in_a2[] = { "a2", NULL };
  LeadupActorFields a2 = { .id = "a2", .name = "Two", .aliases = second, .member_of = in_a3 };
  LeadupActorFields a4 = { .id = "a4", .name = "Four", .member_of = in_a2 };
  LeadupParticipant mentions[] = { { .actor = "a2", .as = "him", .role = LEADUP_ROLE_MENTIONED },
                                   { .actor = "a5", .role = LEADUP_ROLE_SPEAKER } };
  LeadupPlacementFields place = { .id = "a2", .x = 1, .y = 2 };
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupWhen) when = make_when ("2025-03-11");
  LeadupEventFields e2 = { .id = "e2",
                           .title = "e2",
                           .category = "note",
                           .when = when,
                           .participants = mentions,
                           .n_participants = 2,
                           .tone = (double) NAN };
  LeadupStory *story;

  for (guint i = records->len; i > 0; i--)
    {
      const char *id = leadup_record_get_id (records->pdata[i - 1]);

      if (g_str_equal (id, "a2") || g_str_equal (id, "a4"))
        g_ptr_array_remove_index (records, i - 1);
    }
  g_ptr_array_add (records, leadup_actor_new (&a2));
  g_ptr_array_add (records, leadup_actor_new (&a4));
  g_ptr_array_add (records, make_act ("e1", "strike", "2025-03-10", "i:a1 t:a2 i:a2 t:a5", 0));
  g_ptr_array_add (records, leadup_event_new (&e2));
  g_ptr_array_add (records, leadup_placement_new (&place));
  story = leadup_story_new_from_records (records, &error);
  g_assert_no_error (error);

  return story;
}

/* “i:a1 t:a1=Two ” */
static char *
describe (LeadupStory *story,
          const char  *id)
{
  static const char letters[] = "itsmx";
  const LeadupEventFields *fields =
      leadup_event_get_fields (leadup_story_lookup (story, LEADUP_RECORD_EVENT, id));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fields->n_participants; i++)
    {
      g_string_append_printf (text, "%c:%s", letters[fields->participants[i].role],
                              fields->participants[i].actor);
      if (fields->participants[i].as != NULL)
        g_string_append_printf (text, "=%s", fields->participants[i].as);
      g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}

static void
check (LeadupStory *story,
       const char  *id,
       const char  *expected)
{
  g_autofree char *text = describe (story, id);

  g_assert_cmpstr (text, ==, expected);
}

static void
merge (LeadupStory   *story,
       LeadupHistory *history)
{
  static const char *const others[] = { "a2", NULL };
  g_autoptr (LeadupTransaction) transaction = leadup_actor_merge (story, "a1", others, "Merge");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (transaction);
  g_assert_true (leadup_history_push (history, transaction, &error));
  g_assert_no_error (error);
}

static void
test_merging (void)
{
  g_autoptr (LeadupStory) story = make_family ();
  g_autoptr (LeadupHistory) history = leadup_history_new (story);
  const LeadupActorFields *a1, *a4;

  merge (story, history);
  a1 = leadup_actor_get_fields (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, "a1"));
  a4 = leadup_actor_get_fields (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, "a4"));
  g_assert_null (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, "a2"));
  g_assert_null (leadup_story_lookup (story, LEADUP_RECORD_PLACEMENT, "a2"));
  g_assert_true (g_strv_contains (a1->aliases, "Two"));
  g_assert_true (g_strv_contains (a1->aliases, "Second"));
  g_assert_true (g_strv_contains (a1->also, "a2"));
  g_assert_true (g_strv_contains (a1->member_of, "a3"));
  g_assert_cmpstr (a4->member_of[0], ==, "a1");
  check (story, "e1", "i:a1 t:a1=Two i:a1=Two t:a5 ");
  check (story, "e2", "m:a1=him s:a5 ");
  g_assert_cmpuint (leadup_actor_count_mentions (story, "a1", "Two"), ==, 2);

  /* One step back, and all is as it was. */
  g_assert_true (leadup_history_undo (history));
  check (story, "e1", "i:a1 t:a2 i:a2 t:a5 ");
  g_assert_nonnull (leadup_story_lookup (story, LEADUP_RECORD_PLACEMENT, "a2"));
  a4 = leadup_actor_get_fields (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, "a4"));
  g_assert_cmpstr (a4->member_of[0], ==, "a2");
}

static void
test_splitting (void)
{
  g_autoptr (LeadupStory) story = make_family ();
  g_autoptr (LeadupHistory) history = leadup_history_new (story);
  g_autoptr (LeadupTransaction) transaction = NULL;
  const LeadupActorFields *a1;

  merge (story, history);
  transaction = leadup_actor_split (story, "a1", "Two", "n1", "Split");
  g_assert_nonnull (transaction);
  g_assert_true (leadup_history_push (history, transaction, NULL));
  check (story, "e1", "i:a1 t:n1=Two i:n1=Two t:a5 ");
  check (story, "e2", "m:a1=him s:a5 ");
  a1 = leadup_actor_get_fields (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, "a1"));
  g_assert_false (g_strv_contains (a1->aliases, "Two"));
  g_assert_true (leadup_history_undo (history));
  check (story, "e1", "i:a1 t:a1=Two i:a1=Two t:a5 ");
}

static void
test_what_cannot_be_merged (void)
{
  static const char *const nobody[] = { NULL };
  static const char *const itself[] = { "a1", NULL };
  static const char *const gone[] = { "a2", "gone", NULL };
  g_autoptr (LeadupStory) story = make_family ();

  g_assert_null (leadup_actor_merge (story, "a1", nobody, "Merge"));
  g_assert_null (leadup_actor_merge (story, "a1", itself, "Merge"));
  g_assert_null (leadup_actor_merge (story, "a1", gone, "Merge"));
  g_assert_null (leadup_actor_merge (story, "gone", itself, "Merge"));
  g_assert_null (leadup_actor_split (story, "a2", "Three", "n1", "Split"));
  g_assert_null (leadup_actor_split (story, "a2", "Second", "a1", "Split"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/actor-merge/keeps-the-words-of-each-mention", test_merging);
  g_test_add_func ("/actor-merge/comes-apart-by-the-words", test_splitting);
  g_test_add_func ("/actor-merge/refuses-what-makes-no-sense", test_what_cannot_be_merged);

  return g_test_run ();
}
