/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-questions.h"
#include "layout/leadup-pcg.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-story.h"

#include <math.h>

#define FIRST LEADUP_INSTANT_MIN
#define LAST  LEADUP_INSTANT_MAX

static void
add_actor (GPtrArray  *records,
           const char *id)
{
  LeadupActorFields fields = { .id = id, .name = id };

  g_ptr_array_add (records, leadup_actor_new (&fields));
}

static void
add_act (GPtrArray  *records,
         const char *from,
         const char *to,
         gboolean    is_hostile)
{
  g_autofree char *id = g_strdup_printf ("e%u", records->len);
  LeadupParticipant participants[] = {
    { .actor = from, .role = LEADUP_ROLE_INITIATOR },
    { .actor = to, .role = LEADUP_ROLE_TARGET },
  };
  LeadupEventFields fields = { .id = id,
                               .title = "x",
                               .category = is_hostile ? "strike" : "talks",
                               .participants = participants,
                               .n_participants = 2,
                               .tone = (double) NAN };

  g_ptr_array_add (records, leadup_event_new (&fields));
}

static GPtrArray *
make_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 2; i++)
    {
      LeadupCategoryFields fields = { .id = i == 0 ? "strike" : "talks",
                                      .name = "x",
                                      .colour = "#d55e00",
                                      .plover = i == 0 ? "ASSAULT" : "CONSULT",
                                      .tone = i == 0 ? -9.5 : 2.5 };

      g_ptr_array_add (records, leadup_category_new (&fields));
    }

  return records;
}

static LeadupTies *
make_ties (GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupStory) story = leadup_story_new_from_records (records, &error);
  g_autoptr (LeadupSnapshot) snapshot = NULL;

  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);

  return leadup_ties_new (snapshot, NULL, NULL);
}

/* “ab+3 bc-3”: pairs, how they stand to each other, and the number of events. */
static LeadupTies *
parse_ties (const char *text)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char name = 'a'; name <= 'j'; name++)
    {
      const char id[] = { name, '\0' };

      add_actor (records, id);
    }
  for (guint i = 0; words[i] != NULL; i++)
    for (int k = 0; k < words[i][3] - '0'; k++)
      {
        const char from[] = { words[i][0], '\0' };
        const char to[] = { words[i][1], '\0' };

        add_act (records, from, to, words[i][2] == '-');
      }

  return make_ties (records);
}

/* “torn b ac 3 ”: kind, actors, number */
static char *
describe (LeadupTies   *ties,
          const GArray *questions)
{
  static const char *const names[] = { "torn", "all", "bridge", "silent" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const LeadupGraphQuestion *question = &g_array_index (questions, LeadupGraphQuestion, i);

      g_string_append_printf (text, "%s ", names[question->kind]);
      for (guint k = 0; k < question->n_actors; k++)
        g_string_append (text, leadup_ties_get_actor (ties, question->actors[k]));
      g_string_append_printf (text, " %u ", question->n);
    }

  return g_string_free (text, FALSE);
}

static void
test_questions (void)
{
  static const struct
  {
    const char *ties;
    const char *found;
  } rows[] = {
    { "ab+3 bc+3 ac-3", "torn bac 3 " },
    { "ab-3 bc+4 ac+5", "torn cab 3 " },
    { "ab+3 bc-4 ac+3", "torn abc 3 " },
    { "ab-3 bc-4 ac-5", "all abc 3 " },
    { "ab+3 bc+3 ac+3", "" },
    { "ab-3 bc-3 ac+3", "" },
    { "ab+3 bc+3 ac-2", "" },
    { "ab+3 cd+3 bc+1", "" },
    { "ab+9 ac+9 bc+9 de+9 df+9 ef+9 cd+3", "bridge cd 3 " },
    { "ac+1 ad+1 ae+1 bc+1 bd+1 be+1", "silent ab 3 silent cd 2 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows) - 1; i++)
    {
      g_autoptr (LeadupTies) ties = parse_ties (rows[i].ties);
      g_autoptr (GArray) found = leadup_graph_questions_find (ties, FIRST, LAST, 10);
      g_autofree char *text = describe (ties, found);

      g_assert_cmpstr (text, ==, rows[i].found);
    }
}

/* a and b have c, d and e in common. */
static void
test_silent (void)
{
  g_autoptr (LeadupTies) ties = parse_ties ("ac+1 ad+1 ae+1 bc-1 bd+1 be+1");
  g_autoptr (GArray) found = leadup_graph_questions_find (ties, FIRST, LAST, 10);
  g_autofree char *text = describe (ties, found);
  g_autoptr (LeadupTies) loud = parse_ties ("ac+1 ad+1 ae+1 bc-1 bd+1 be+1 ab+1");
  g_autoptr (GArray) nothing = leadup_graph_questions_find (loud, FIRST, LAST, 10);

  g_assert_cmpstr (text, ==, "silent ab 3 ");
  g_assert_cmpuint (nothing->len, ==, 0);
}

static int
get_sign (LeadupTies *ties,
          guint       a,
          guint       b)
{
  const LeadupTie *tie =
      leadup_ties_find (ties, leadup_ties_get_actor (ties, a), leadup_ties_get_actor (ties, b));
  LeadupTieSummary summary;

  if (tie == NULL)
    return 0;
  leadup_tie_summarize (tie, FIRST, LAST, &summary);
  if (summary.n < LEADUP_GRAPH_QUESTION_ENOUGH)
    return 0;

  return summary.state == LEADUP_TIE_STATE_HOSTILE       ? -1
         : summary.state == LEADUP_TIE_STATE_COOPERATIVE ? 1
                                                         : 0;
}

/* As many triangles as there are when all triples are looked at. */
static void
test_all_triangles_are_found (void)
{
  for (guint seed = 1; seed <= 20; seed++)
    {
      LeadupPcg random;
      g_autoptr (GPtrArray) records = make_records ();
      g_autoptr (LeadupTies) ties = NULL;
      g_autoptr (GArray) found = NULL;
      guint n = 14, n_triangles = 0, n_expected = 0;

      leadup_pcg_init (&random, seed, 1);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("x%02u", i);

          add_actor (records, id);
        }
      for (guint i = 0; i < 60; i++)
        {
          guint a = leadup_pcg_next_below (&random, n), b = leadup_pcg_next_below (&random, n);
          g_autofree char *from = g_strdup_printf ("x%02u", a);
          g_autofree char *to = g_strdup_printf ("x%02u", b);
          gboolean is_hostile = leadup_pcg_next_below (&random, 2) == 0;

          for (guint k = 0; k < 3 && a != b; k++)
            add_act (records, from, to, is_hostile);
        }
      ties = make_ties (records);
      n = leadup_ties_get_n_actors (ties);
      for (guint a = 0; a < n; a++)
        for (guint b = a + 1; b < n; b++)
          for (guint c = b + 1; c < n; c++)
            n_expected += get_sign (ties, a, b) * get_sign (ties, b, c) * get_sign (ties, a, c) < 0;
      found = leadup_graph_questions_find (ties, FIRST, LAST, 1000);
      for (guint i = 0; i < found->len; i++)
        {
          const LeadupGraphQuestion *question = &g_array_index (found, LeadupGraphQuestion, i);

          n_triangles += question->n_actors == 3;
          if (question->kind != LEADUP_GRAPH_QUESTION_TORN)
            continue;
          g_assert_cmpint (get_sign (ties, question->actors[0], question->actors[1]), ==, 1);
          g_assert_cmpint (get_sign (ties, question->actors[0], question->actors[2]), ==, 1);
          g_assert_cmpint (get_sign (ties, question->actors[1], question->actors[2]), ==, -1);
        }
      g_assert_cmpuint (n_triangles, ==, n_expected);
    }
}

static void
test_bound (void)
{
  g_autoptr (LeadupTies) ties = parse_ties ("ab-3 bc-4 ac-5 de-3 ef-4 df-9");
  g_autoptr (GArray) found = leadup_graph_questions_find (ties, FIRST, LAST, 1);
  g_autofree char *text = describe (ties, found);

  g_assert_cmpstr (text, ==, "all def 3 ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-questions/are-asked-where-signs-do-not-fit", test_questions);
  g_test_add_func ("/graph-questions/silence-between-neighbours-is-one", test_silent);
  g_test_add_func ("/graph-questions/all-triangles-are-found", test_all_triangles_are_found);
  g_test_add_func ("/graph-questions/the-best-founded-come-first", test_bound);

  return g_test_run ();
}
