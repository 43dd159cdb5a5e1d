/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "graph-story.h"
#include "render/leadup-graph-describe.h"
#include "render/leadup-graph-sentences.h"
#include "render/leadup-tide-scene.h"

#include <string.h>

#define FIRST LEADUP_INSTANT_MIN
#define LAST  LEADUP_INSTANT_MAX

/* The pair with the most events. */
static const LeadupTie *
find_busiest (LeadupTies *ties)
{
  const LeadupTie *best = leadup_ties_get (ties, 0);

  for (guint i = 1; i < leadup_ties_get_n (ties); i++)
    if (leadup_ties_get (ties, i)->n_events > best->n_events)
      best = leadup_ties_get (ties, i);

  return best;
}

static void
test_a_tide_stays_within_its_picture (void)
{
  static const LeadupTideSceneOptions sizes[] = {
    { .width = 296, .height = 190, .first = "A", .second = "B" },
    { .width = 900, .height = 400, .first = "A name that is much longer than there is room for",
      .second = "B" },
    { .width = 60, .height = 190, .first = "A", .second = "B" },
    { .width = 296, .height = 20, .first = "A", .second = "B" },
  };
  const LeadupTheme *theme = leadup_theme_get ("light");
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (theme);
  g_autoptr (LeadupSnapshot) snapshot = graph_story_new (12);
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);
  g_autoptr (LeadupTide) tide = leadup_tide_new (find_busiest (ties), FIRST, LAST, 60);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (LeadupScene) scene = leadup_tide_scene_new (tide, &sizes[i], theme, measure);
      g_autofree char *text = leadup_scene_to_text (scene);

      for (guint k = 0; k < leadup_scene_get_n_groups (scene); k++)
        {
          const LeadupRect *bounds = &leadup_scene_get_group (scene, k)->bounds;

          g_assert_cmpfloat (bounds->y, >=, -1);
          g_assert_cmpfloat (bounds->y + bounds->height, <=, sizes[i].height + 1);
        }
      /* Too low for two lines, it stays empty. */
      g_assert_cmpint (strstr (text, "No reports") != NULL, ==, sizes[i].height > 100);
    }
}

static void
test_a_tide_is_told_in_words (void)
{
  g_autoptr (LeadupSnapshot) snapshot = graph_story_new (12);
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);
  const LeadupTie *tie = find_busiest (ties);
  g_autoptr (LeadupTide) tide = leadup_tide_new (tie, FIRST, LAST, 20);
  g_autofree char *both = leadup_graph_describe_tide (tide, LEADUP_TIDE_BOTH);
  g_autofree char *none = leadup_graph_describe_tide (NULL, LEADUP_TIDE_FORWARD);
  g_autofree char *n = NULL;
  LeadupTieSummary summary;

  leadup_tie_summarize (tie, FIRST, LAST, &summary);
  n = g_strdup_printf ("%u events, most in ", summary.n);
  g_assert_true (g_str_has_prefix (both, n));
  g_assert_cmpstr (none, ==, "No dated event");
}

static void
test_a_sparkline_stays_within_its_rect (void)
{
  const LeadupTheme *theme = leadup_theme_get ("light");
  g_autoptr (LeadupSnapshot) snapshot = graph_story_new (12);
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);
  g_autoptr (LeadupTide) tide = leadup_tide_new (find_busiest (ties), FIRST, LAST, 20);
  g_autoptr (LeadupScene) scene = leadup_scene_new (theme, 100, 50);
  LeadupRect rect = { 20, 10, 60, 16 };
  const LeadupRect *bounds;

  leadup_scene_begin (scene, LEADUP_SCENE_TIE, "ties", "x", NULL, NULL);
  leadup_tide_scene_add_sparkline (scene, tide, LEADUP_TIDE_BOTH, &rect, theme);
  leadup_scene_end (scene);
  leadup_scene_finish (scene);
  bounds = &leadup_scene_get_group (scene, 0)->bounds;
  g_assert_cmpfloat (bounds->width, >, 10);
  g_assert_cmpfloat (bounds->x, >=, 19);
  g_assert_cmpfloat (bounds->x + bounds->width, <=, 81);
  g_assert_cmpfloat (bounds->y, >=, 9);
  g_assert_cmpfloat (bounds->y + bounds->height, <=, 27);
}

static void
test_sentences_are_counted (void)
{
  g_autoptr (LeadupSnapshot) snapshot = graph_story_new (5);
  g_autoptr (LeadupTies) ties = leadup_ties_new (snapshot, NULL, NULL);
  LeadupTieChange change = { 0, 1, LEADUP_TIE_CHANGE_TO_DEEDS, .n_outlets = 3 };
  LeadupGraphQuestion question = { LEADUP_GRAPH_QUESTION_TORN, { 0, 1, 2 }, 3, 3, 11, FIRST };
  g_autofree char *sentence = NULL;
  g_autofree char *few = NULL;

  change.before.n = change.before.n_by_quad[LEADUP_QUAD_CLASS_VERBAL_CONFLICT] = 2;
  change.after.n = 6;
  change.after.n_by_quad[LEADUP_QUAD_CLASS_MATERIAL_CONFLICT] = 5;
  change.after.n_by_quad[LEADUP_QUAD_CLASS_NEUTRAL] = 1;
  change.first_deed = leadup_calendar_date_instant (2025, 6, 14);
  sentence = leadup_graph_sentences_change (snapshot, ties, &change);
  g_assert_nonnull (strstr (sentence, ": 2 hostile statements → 5 hostile deeds, 1 neutral event;"));
  g_assert_true (g_str_has_suffix (sentence, "; first deed 14 Jun 2025 (3 outlets)"));

  change = (LeadupTieChange) { 0, 1, LEADUP_TIE_CHANGE_ENDED, .first_deed = FIRST, .n_outlets = 1 };
  change.before.n = change.before.n_by_quad[LEADUP_QUAD_CLASS_MATERIAL_COOPERATION] = 1;
  few = leadup_graph_sentences_change (snapshot, ties, &change);
  g_assert_true (g_str_has_suffix (few, ": 1 cooperative deed → no event (1 outlet) – few events"));

  for (guint kind = 0; kind <= LEADUP_GRAPH_QUESTION_SILENT; kind++)
    {
      g_autofree char *text = NULL;

      question.kind = (LeadupGraphQuestionKind) kind;
      text = leadup_graph_sentences_question (snapshot, ties, &question);
      g_assert_true (g_str_has_suffix (text, "?"));
    }
  for (guint kind = 0; kind <= LEADUP_TIE_CHANGE_NONE; kind++)
    {
      g_assert_cmpstr (leadup_graph_sentences_name_change ((LeadupTieChangeKind) kind), !=, "");
      g_assert_cmpstr (leadup_graph_sentences_sign_change ((LeadupTieChangeKind) kind), !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tide-scene/a-tide-stays-within-its-picture",
                   test_a_tide_stays_within_its_picture);
  g_test_add_func ("/tide-scene/a-tide-is-told-in-words", test_a_tide_is_told_in_words);
  g_test_add_func ("/tide-scene/a-sparkline-stays-within-its-rect",
                   test_a_sparkline_stays_within_its_rect);
  g_test_add_func ("/graph-sentences/are-counted", test_sentences_are_counted);

  return g_test_run ();
}
