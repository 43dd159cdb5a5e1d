/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-phase.h"
#include "render/leadup-timeline-scene.h"

#include <math.h>
#include <string.h>

#include "render/leadup-chart-furniture.h"
#include "sample-story.h"

#define N_SCALES 20

/* @from and @to are in folded time. */
typedef struct
{
  LeadupTimelineIndex *index;
  LeadupTextMeasure *measure;
  LeadupInstant from;
  LeadupInstant to;
} Story;

static void
init_story (Story        *story,
            guint         n_events,
            guint32       seed,
            LeadupLanesBy lanes_by)
{
  g_autoptr (LeadupSnapshot) snapshot = sample_story_random (n_events, seed, SAMPLE_LATIN);

  story->index = leadup_timeline_index_new (snapshot, NULL, lanes_by, NULL);
  story->measure = leadup_text_measure_new_fixed (leadup_theme_get (NULL));
  g_assert_true (leadup_timeline_index_get_range (story->index, &story->from, &story->to));
}

/* Every second story has two long quiet stretches, which are folded. */
static void
init_foldable_story (Story        *story,
                     guint         n_events,
                     guint32       seed,
                     LeadupLanesBy lanes_by)
{
  LeadupViewFields view = { .lanes_by = lanes_by, .is_quiet_folded = TRUE };
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  const LeadupTimeFolds *folds;

  if (seed % 2 == 0)
    {
      init_story (story, n_events, seed, lanes_by);
      return;
    }

  snapshot = sample_story_quiet (n_events, seed);
  story->index = leadup_timeline_index_new_for_view (snapshot, NULL, &view, NULL);
  story->measure = leadup_text_measure_new_fixed (leadup_theme_get (NULL));
  g_assert_true (leadup_timeline_index_get_range (story->index, &story->from, &story->to));
  folds = leadup_timeline_index_get_folds (story->index);
  g_assert_cmpuint (leadup_time_folds_get_n (folds), >=, 2);
  story->from = leadup_time_folds_fold (folds, story->from);
  story->to = leadup_time_folds_fold (folds, story->to);
}

static void
clear_story (Story *story)
{
  leadup_timeline_index_unref (story->index);
  leadup_text_measure_free (story->measure);
}

static LeadupScene *
window (Story        *story,
        LeadupInstant from,
        LeadupInstant to)
{
  const LeadupTimeFolds *folds = leadup_timeline_index_get_folds (story->index);
  LeadupTimelineSceneOptions options = { .width = 1100,
                                         .height = 620,
                                         .from = leadup_time_folds_unfold (folds, from),
                                         .to = leadup_time_folds_unfold (folds, to),
                                         .now = LEADUP_INSTANT_MIN };

  return leadup_timeline_scene_new (story->index, &options, leadup_theme_get (NULL),
                                    story->measure);
}

/* A window around a point of the story, each step a little closer. */
static LeadupScene *
window_at_step (Story *story,
                guint  step,
                double place)
{
  double span = (double) (story->to - story->from) * 1.3 * pow (0.72, step);
  double from = (double) story->from + (double) (story->to - story->from) * place - span * place;

  return window (story, (LeadupInstant) from, (LeadupInstant) (from + span));
}

static gboolean
is_mark (const LeadupSceneGroup *group)
{
  return group->kind == LEADUP_SCENE_EVENT || group->kind == LEADUP_SCENE_CLUSTER;
}

/* The boxes of symbols, pills and labels, each with the group that it belongs to. */
typedef struct
{
  LeadupRect rect;
  guint group;
} Box;

static GArray *
collect_boxes (const LeadupScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      for (guint j = 0; j < group->n_items && is_mark (group); j++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);
          Box box = { .rect = item->rect, .group = i };

          if (item->shape == LEADUP_SHAPE_TEXT)
            {
              box.rect.y -= box.rect.height * 0.7;
              box.rect.height *= 0.9;
              if (item->anchor == LEADUP_ANCHOR_END)
                box.rect.x -= box.rect.width;
              else if (item->anchor == LEADUP_ANCHOR_MIDDLE)
                box.rect.x -= box.rect.width / 2;
            }
          else if (item->shape == LEADUP_SHAPE_PATH || item->shape == LEADUP_SHAPE_BOXES ||
                   (item->shape == LEADUP_SHAPE_RECT && group->kind == LEADUP_SCENE_EVENT))
            {
              continue;
            }
          g_array_append_val (boxes, box);
        }
    }

  return boxes;
}

static void
assert_no_overlap (const LeadupScene *scene)
{
  g_autoptr (GArray) boxes = collect_boxes (scene);

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      {
        const Box *a = &g_array_index (boxes, Box, i), *b = &g_array_index (boxes, Box, j);
        LeadupRect inner = leadup_rect_inset (&a->rect, 0.5);

        if (a->group != b->group && leadup_rect_intersects (&inner, &b->rect))
          g_error ("“%s” and “%s” overlap", leadup_scene_get_group (scene, a->group)->id,
                   leadup_scene_get_group (scene, b->group)->id);
      }
}

static const LeadupSceneItem *
label_of (const LeadupScene      *scene,
          const LeadupSceneGroup *group)
{
  for (guint i = 0; i < group->n_items; i++)
    {
      const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + i);

      if (item->shape == LEADUP_SHAPE_TEXT && item->role == LEADUP_TEXT_LABEL)
        return item;
    }

  return NULL;
}

/* The labels of a scene by the ids of their events. */
static GHashTable *
collect_labels (const LeadupScene *scene)
{
  GHashTable *labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);
      const LeadupSceneItem *label =
          group->kind == LEADUP_SCENE_EVENT ? label_of (scene, group) : NULL;

      if (label != NULL)
        g_hash_table_insert (labels, (gpointer) group->id, (gpointer) label);
    }

  return labels;
}

static void
test_nothing_overlaps (void)
{
  static const LeadupLanesBy lanes[] = { LEADUP_LANES_BY_CATEGORY, LEADUP_LANES_BY_ACTOR,
                                         LEADUP_LANES_NONE };

  for (guint seed = 0; seed < 9; seed++)
    {
      Story story;

      init_foldable_story (&story, 1 + seed * 60, seed, lanes[seed % G_N_ELEMENTS (lanes)]);
      for (guint step = 0; step < N_SCALES; step++)
        {
          g_autoptr (LeadupScene) scene = window_at_step (&story, step, 0.1 * seed);

          assert_no_overlap (scene);
        }
      clear_story (&story);
    }
}

/* Whether an event’s first item of a shape begins left of the window’s end. */
static gboolean
has_in_sight (const LeadupScene *scene,
              const char        *id,
              LeadupShape        shape)
{
  const LeadupRect *plot = leadup_scene_get_plot (scene);

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      if (group->kind != LEADUP_SCENE_EVENT || g_strcmp0 (group->id, id) != 0)
        continue;
      for (guint j = 0; j < group->n_items; j++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);

          if (item->shape == shape)
            return item->rect.x < plot->x + plot->width - 8;
        }
    }

  return FALSE;
}

/* Of what happened some time in a month nothing but the month may be in sight. */
static void
test_a_band_whose_mark_is_out_of_sight_has_its_title (void)
{
  guint n_found = 0;

  for (guint seed = 0; seed < 8; seed++)
    {
      Story story;

      init_story (&story, 80, seed, LEADUP_LANES_BY_CATEGORY);
      for (guint i = 0; i < 40; i++)
        {
          LeadupInstant from = story.from + (story.to - story.from) / 40 * i;
          g_autoptr (LeadupScene) scene = window (&story, from, from + (story.to - from) / 50);
          g_autoptr (GHashTable) labels = collect_labels (scene);
          const LeadupRect *plot = leadup_scene_get_plot (scene);
          GHashTableIter iter;
          gpointer id, value;

          g_hash_table_iter_init (&iter, labels);
          while (g_hash_table_iter_next (&iter, &id, &value))
            {
              const LeadupSceneItem *label = value;

              if (has_in_sight (scene, id, LEADUP_SHAPE_SYMBOL) ||
                  !has_in_sight (scene, id, LEADUP_SHAPE_RECT))
                continue;
              g_assert_cmpfloat (label->rect.x, >=, plot->x);
              g_assert_cmpfloat (label->rect.x, <, plot->x + plot->width);
              n_found++;
            }
        }
      clear_story (&story);
    }
  g_assert_cmpuint (n_found, >, 10);
}

static void
test_panning_changes_no_label (void)
{
  guint n_compared = 0;

  for (guint seed = 0; seed < 8; seed++)
    {
      Story story;

      init_foldable_story (&story, 10 + seed * 70, seed, LEADUP_LANES_BY_CATEGORY);
      for (guint step = 2; step < N_SCALES; step++)
        {
          LeadupInstant span =
              (LeadupInstant) ((double) (story.to - story.from) * pow (0.72, step));
          LeadupInstant from = story.from + (story.to - story.from) / 3;
          g_autoptr (LeadupScene) before = window (&story, from, from + span);
          g_autoptr (LeadupScene) after = window (&story, from + span / 5, from + span / 5 + span);
          g_autoptr (GHashTable) labels = collect_labels (before);
          g_autoptr (GHashTable) moved = collect_labels (after);
          double shift = leadup_scene_get_plot (before)->width / 5;
          GHashTableIter iter;
          gpointer id, value;

          g_hash_table_iter_init (&iter, labels);
          while (g_hash_table_iter_next (&iter, &id, &value))
            {
              const LeadupSceneItem *label = value;
              const LeadupSceneItem *same = g_hash_table_lookup (moved, id);

              /* What has left the window on the left is gone; what is in sight is the same, and
               * stands by its mark where that is. */
              if (label->rect.x - shift < leadup_scene_get_plot (before)->x + 6 ||
                  !has_in_sight (before, id, LEADUP_SHAPE_SYMBOL))
                continue;
              g_assert_nonnull (same);
              g_assert_cmpstr (same->text, ==, label->text);
              g_assert_cmpfloat (same->rect.y, ==, label->rect.y);
              g_assert_cmpfloat_with_epsilon (same->rect.x, label->rect.x - shift, 0.01);
              n_compared++;
            }
        }
      clear_story (&story);
    }
  g_assert_cmpuint (n_compared, >, 1000);
}

static void
test_zooming_in_only_adds (void)
{
  guint n_compared = 0, n_added = 0;

  for (guint seed = 0; seed < 8; seed++)
    {
      Story story;

      init_foldable_story (&story, 10 + seed * 70, 100 + seed, LEADUP_LANES_BY_CATEGORY);
      for (guint step = 1; step < N_SCALES; step++)
        {
          g_autoptr (LeadupScene) before = window_at_step (&story, step - 1, 0.4);
          g_autoptr (LeadupScene) after = window_at_step (&story, step, 0.4);
          g_autoptr (GHashTable) labels = collect_labels (before);
          g_autoptr (GHashTable) zoomed = collect_labels (after);

          /* Whatever of the old labels is still in the window still has its label. */
          for (guint i = 0; i < leadup_scene_get_n_groups (after); i++)
            {
              const LeadupSceneGroup *group = leadup_scene_get_group (after, i);

              if (group->kind != LEADUP_SCENE_EVENT)
                continue;
              if (g_hash_table_contains (labels, group->id))
                {
                  g_assert_true (g_hash_table_contains (zoomed, group->id));
                  n_compared++;
                }
              else if (g_hash_table_contains (zoomed, group->id))
                {
                  n_added++;
                }
            }
        }
      clear_story (&story);
    }
  g_assert_cmpuint (n_compared, >, 1000);
  g_assert_cmpuint (n_added, >, 100);
}

/* The number in a cluster’s title. */
static guint
count_of (const LeadupSceneGroup *group)
{
  g_autofree char *title = leadup_scene_group_dup_title (group);

  return group->kind == LEADUP_SCENE_EVENT ? 1 : (guint) g_ascii_strtoull (title, NULL, 10);
}

/* On a stage a title ends where the picture does. */
static void
test_a_still_window_cuts_no_title_off (void)
{
  guint n_shorter = 0;

  for (guint i = 0; i < 20; i++)
    {
      LeadupTimelineSceneOptions options = { .width = 900,
                                             .height = 700,
                                             .now = LEADUP_INSTANT_MIN,
                                             .is_still = TRUE };
      g_autoptr (LeadupScene) scene = NULL;
      const LeadupRect *plot;
      LeadupInstant from, to;
      Story story;

      init_story (&story, 120, i, LEADUP_LANES_BY_CATEGORY);
      g_assert_true (leadup_timeline_index_get_range (story.index, &from, &to));
      options.from = from + (to - from) / 4;
      options.to = from + (to - from) * 2 / 3;
      scene =
          leadup_timeline_scene_new (story.index, &options, leadup_theme_get (NULL), story.measure);
      plot = leadup_scene_get_plot (scene);
      for (guint j = 0; j < leadup_scene_get_n_groups (scene); j++)
        {
          const LeadupSceneGroup *group = leadup_scene_get_group (scene, j);
          const LeadupSceneItem *label =
              group->kind == LEADUP_SCENE_EVENT ? label_of (scene, group) : NULL;

          if (label == NULL)
            continue;
          g_assert_cmpfloat (label->rect.x + label->rect.width, <=, plot->x + plot->width + 0.5);
          n_shorter += label->rect.x + label->rect.width > plot->x + plot->width - 30;
        }
      clear_story (&story);
    }
  g_assert_cmpuint (n_shorter, >, 3);
}

/* Nobody scrolls there: all lanes are in sight, where they can be at all. */
static void
test_a_still_window_shows_all_lanes (void)
{
  static const double heights[] = { 1000, 600, 420, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      LeadupTimelineSceneOptions options = { .width = 900,
                                             .height = heights[i],
                                             .from = LEADUP_INSTANT_MIN,
                                             .to = LEADUP_INSTANT_MAX,
                                             .now = LEADUP_INSTANT_MIN,
                                             .is_still = TRUE };
      g_autoptr (LeadupScene) still = NULL;
      g_autoptr (LeadupScene) moving = NULL;
      Story story;

      init_story (&story, 200, 3, LEADUP_LANES_BY_CATEGORY);
      still =
          leadup_timeline_scene_new (story.index, &options, leadup_theme_get (NULL), story.measure);
      options.is_still = FALSE;
      moving =
          leadup_timeline_scene_new (story.index, &options, leadup_theme_get (NULL), story.measure);
      g_assert_cmpfloat (leadup_scene_get_content_height (still), <=,
                         leadup_scene_get_plot (still)->height);
      assert_no_overlap (still);
      if (heights[i] < 400)
        g_assert_cmpfloat (leadup_scene_get_content_height (moving), >,
                           leadup_scene_get_plot (moving)->height);
      clear_story (&story);
    }
}

static void
test_no_event_vanishes (void)
{
  static const guint sizes[] = { 1, 40, 400, 9000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      LeadupTimelineSceneOptions options = { .width = 1100,
                                             .height = 4000,
                                             .from = LEADUP_INSTANT_MIN,
                                             .to = LEADUP_INSTANT_MAX,
                                             .now = LEADUP_INSTANT_MIN };
      g_autoptr (LeadupScene) scene = NULL;
      Story story;
      guint n = 0;

      init_story (&story, sizes[i], 5, LEADUP_LANES_BY_ACTOR);
      scene =
          leadup_timeline_scene_new (story.index, &options, leadup_theme_get (NULL), story.measure);
      for (guint j = 0; j < leadup_scene_get_n_groups (scene); j++)
        if (is_mark (leadup_scene_get_group (scene, j)))
          n += count_of (leadup_scene_get_group (scene, j));
      g_assert_cmpuint (n, ==, sizes[i]);
      clear_story (&story);
    }
}

static void
test_cost_depends_on_pixels (void)
{
  guint n_groups[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LeadupScene) scene = NULL;
      Story story;

      init_story (&story, i == 0 ? 3000 : 30000, 5, LEADUP_LANES_BY_CATEGORY);
      scene = window (&story, story.from, story.to);
      n_groups[i] = leadup_scene_get_n_groups (scene);
      clear_story (&story);
    }
  g_assert_cmpuint (n_groups[1], <, n_groups[0] * 3 / 2);
}

static void
test_measure_tells_where_the_scene_draws (void)
{
  LeadupTimelineSceneOptions options = { .width = 1100,
                                         .height = 620,
                                         .from = LEADUP_INSTANT_MIN,
                                         .to = LEADUP_INSTANT_MAX,
                                         .now = LEADUP_INSTANT_MIN };
  g_autoptr (LeadupScene) scene = NULL;
  LeadupRect plot;
  double height;
  Story story;

  init_story (&story, 300, 5, LEADUP_LANES_BY_CATEGORY);
  scene = leadup_timeline_scene_new (story.index, &options, leadup_theme_get (NULL), story.measure);
  leadup_timeline_scene_measure (story.index, &options, leadup_theme_get (NULL), story.measure,
                                 &plot, &height);
  g_assert_cmpmem (&plot, sizeof plot, leadup_scene_get_plot (scene), sizeof plot);
  g_assert_cmpfloat (height, ==, leadup_scene_get_content_height (scene));
  clear_story (&story);
}

static void
test_scrolling_moves_lanes_alone (void)
{
  LeadupTimelineSceneOptions options = { .width = 500,
                                         .height = 300,
                                         .from = LEADUP_INSTANT_MIN,
                                         .to = LEADUP_INSTANT_MAX,
                                         .now = LEADUP_INSTANT_MIN };
  g_autoptr (LeadupScene) still = NULL;
  g_autoptr (LeadupScene) scrolled = NULL;
  const LeadupSceneGroup *lane;
  Story story;

  init_story (&story, 100, 5, LEADUP_LANES_BY_CATEGORY);
  still = leadup_timeline_scene_new (story.index, &options, leadup_theme_get (NULL), story.measure);
  options.scroll_y = 40;
  scrolled =
      leadup_timeline_scene_new (story.index, &options, leadup_theme_get (NULL), story.measure);
  lane = leadup_scene_find (still, LEADUP_SCENE_LANE, "strike");
  g_assert_nonnull (lane);
  g_assert_cmpfloat_with_epsilon (
      leadup_scene_find (scrolled, LEADUP_SCENE_LANE, "strike")->bounds.y, lane->bounds.y - 40, 1);
  g_assert_cmpfloat (leadup_scene_get_plot (still)->y, ==, leadup_scene_get_plot (scrolled)->y);
  clear_story (&story);
}

static gboolean
has_text (const LeadupScene *scene,
          const char        *text)
{
  g_autofree char *all = leadup_scene_to_text (scene);

  return strstr (all, text) != NULL;
}

static void
test_charts_say_what_they_show (void)
{
  g_autoptr (LeadupSnapshot) snapshot = sample_story_written (36);
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_CATEGORY, NULL);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (leadup_theme_get (NULL));
  LeadupTimelineSceneOptions options = { .width = 1200,
                                         .from = LEADUP_INSTANT_MIN,
                                         .to = LEADUP_INSTANT_MAX,
                                         .is_chart = TRUE,
                                         .title = "The strait",
                                         .source_line = "Sources: Oram Gazette",
                                         .as_of = "15 November 2025",
                                         .now = LEADUP_INSTANT_MIN };
  static const char *const expected[] = {
    "“The strait”",
    "“Sources: Oram Gazette”",
    "“As of 15 November 2025”",
    "“35 of 36 events”",
    "“Without a date: A letter whose date nobody knows”",
    "“Retracted”",
    "“Some time in this span”",
    "“Still going on”",
    "“Open strikes”",
  };
  g_autoptr (LeadupScene) scene =
      leadup_timeline_scene_new (index, &options, leadup_theme_get (NULL), measure);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (has_text (scene, expected[i]));
  /* Lanes by category carry their marks; nothing is crowded. */
  g_assert_false (has_text (scene, "“Several events”"));
  g_assert_cmpfloat (leadup_scene_get_height (scene), >, 300);
  assert_no_overlap (scene);
}

static void
test_charts_of_a_given_size_stay_in_it (void)
{
  static const double sizes[][2] = {
    { 1200, 675 }, { 1080, 1080 }, { 1080, 1920 }, { 640, 450 }, { 360, 640 }
  };
  g_autoptr (LeadupSnapshot) snapshot = sample_story_written (36);
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_CATEGORY, NULL);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (leadup_theme_get (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      LeadupTimelineSceneOptions options = { .width = sizes[i][0],
                                             .height = sizes[i][1],
                                             .from = LEADUP_INSTANT_MIN,
                                             .to = LEADUP_INSTANT_MAX,
                                             .is_chart = TRUE,
                                             .title = "The strait",
                                             .now = LEADUP_INSTANT_MIN };
      g_autoptr (LeadupScene) scene =
          leadup_timeline_scene_new (index, &options, leadup_theme_get (NULL), measure);

      g_assert_cmpfloat (leadup_scene_get_height (scene), ==, sizes[i][1]);
      for (guint j = 0; j < leadup_scene_get_n_groups (scene); j++)
        {
          const LeadupSceneGroup *group = leadup_scene_get_group (scene, j);
          LeadupRect bounds = group->bounds;

          if (leadup_scene_get_clip (scene, j) != NULL)
            continue;
          g_assert_cmpfloat (bounds.x, >=, 0);
          g_assert_cmpfloat (bounds.x + bounds.width, <=, sizes[i][0]);
          g_assert_cmpfloat (bounds.y + bounds.height, <=, sizes[i][1]);
        }
      assert_no_overlap (scene);
    }
}

static void
test_furniture_is_as_high_as_it_says (void)
{
  const LeadupTheme *theme = leadup_theme_get (NULL);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (theme);
  LeadupChartTexts texts = { .title = "A title that is long enough to need a second line here",
                             .subtitle = "Sub",
                             .note = "Note",
                             .source_line = "Sources: none",
                             .byline = "By",
                             .as_of = "today",
                             .counts = "3 events" };
  LeadupChartTexts nothing = { 0 };
  LeadupLegendEntry entries[LEADUP_LEGEND_LINE + 1];
  LeadupRect area = { leadup_chart_get_margin (400), 10, 300, 0 };
  g_autoptr (LeadupScene) scene = leadup_scene_new (theme, 400, 800);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = (LeadupLegendEntry) { .mark = i,
                                       .label = "Something to explain",
                                       .paint = { .fill = theme->neutral } };

  g_assert_cmpfloat (leadup_chart_add_header (scene, measure, theme, &texts, &area), ==,
                     leadup_chart_add_header (NULL, measure, theme, &texts, &area));
  g_assert_cmpfloat (leadup_chart_add_legend (scene, measure, theme, entries, 5, &area), ==,
                     leadup_chart_add_legend (NULL, measure, theme, entries, 5, &area));
  g_assert_cmpfloat (leadup_chart_add_footer (scene, measure, theme, &texts, &area), ==,
                     leadup_chart_add_footer (NULL, measure, theme, &texts, &area));
  g_assert_cmpfloat (leadup_chart_add_header (NULL, measure, theme, &nothing, &area), ==, 0);
  g_assert_cmpfloat (leadup_chart_add_legend (NULL, measure, theme, entries, 0, &area), ==, 0);
  g_assert_cmpfloat (leadup_chart_add_footer (NULL, measure, theme, &nothing, &area), ==, 0);
  g_assert_cmpfloat (leadup_chart_get_margin (360), <, leadup_chart_get_margin (1920));
}

/* Three phases that follow each other closely, the last one up to the edge. */
static LeadupSnapshot *
make_phased_snapshot (void)
{
  static const char *const spans[] = { "2025-01-01/2025-08-10", "2025-08-11/2025-09-01",
                                       "2025-09-02/2025-09-20" };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) phases = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { [LEADUP_RECORD_EVENT] = events,
                                                [LEADUP_RECORD_PHASE] = phases };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (spans[i], NULL);
      g_autofree char *title = g_strdup_printf ("The long name of phase %u", i);
      LeadupEventFields event = { .id = title, .title = "Event", .when = when };
      LeadupPhaseFields phase = { .id = title, .title = title, .when = when };

      g_ptr_array_add (events, leadup_event_new (&event));
      g_ptr_array_add (phases, leadup_phase_new (&phase));
    }

  return leadup_snapshot_new (records);
}

static void
test_a_chart_tells_the_names_of_narrow_phases_whole (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_phased_snapshot ();
  g_autoptr (LeadupTimelineIndex) index =
      leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (leadup_theme_get (NULL));

  for (guint width = 700; width <= 1900; width += 300)
    {
      LeadupTimelineSceneOptions options = { .width = width,
                                             .from = leadup_calendar_date_instant (2025, 1, 1),
                                             .to = leadup_calendar_date_instant (2025, 9, 21),
                                             .is_chart = TRUE };
      g_autoptr (LeadupScene) scene =
          leadup_timeline_scene_new (index, &options, leadup_theme_get (NULL), measure);
      LeadupRect names[3];
      guint n = 0;

      for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
        {
          const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

          for (guint j = 0; group->kind == LEADUP_SCENE_PHASE && j < group->n_items; j++)
            {
              const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);

              if (item->shape != LEADUP_SHAPE_TEXT)
                continue;
              g_assert_cmpstr (item->text, ==, group->id);
              g_assert_cmpfloat (item->rect.x + item->rect.width, <, width);
              g_assert_cmpuint (n, <, G_N_ELEMENTS (names));
              names[n++] = item->rect;
            }
        }
      g_assert_cmpuint (n, ==, G_N_ELEMENTS (names));
      for (guint i = 1; i < n; i++)
        for (guint j = 0; j < i; j++)
          g_assert_true (names[i].y != names[j].y || names[j].x + names[j].width < names[i].x);
    }
}

/* Nothing stands for several where there is room for all. */
static void
test_a_chart_as_high_as_it_needs_titles_few_events_all (void)
{
  static const double widths[] = { 600, 900, 1200, 1920 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (LeadupScene) scene = NULL;
      LeadupTimelineSceneOptions options = { .width = widths[i], .is_chart = TRUE };
      guint n_titles = 0;
      Story story;

      init_story (&story, 50, 7 + i, LEADUP_LANES_BY_CATEGORY);
      options.from = story.from - LEADUP_USEC_DAY;
      options.to = story.to + 30 * LEADUP_USEC_DAY;
      scene = leadup_timeline_scene_new (story.index, &options, leadup_theme_get (NULL),
                                         story.measure);
      for (guint j = 0; j < leadup_scene_get_n_groups (scene); j++)
        {
          const LeadupSceneGroup *group = leadup_scene_get_group (scene, j);

          g_assert_cmpint (group->kind, !=, LEADUP_SCENE_CLUSTER);
          n_titles += group->kind == LEADUP_SCENE_EVENT;
        }
      g_assert_cmpuint (n_titles, ==, leadup_timeline_index_get_n_shown (story.index));
      clear_story (&story);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-scene/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/timeline-scene/panning-changes-no-label", test_panning_changes_no_label);
  g_test_add_func ("/timeline-scene/a-band-whose-mark-is-out-of-sight-has-its-title",
                   test_a_band_whose_mark_is_out_of_sight_has_its_title);
  g_test_add_func ("/timeline-scene/zooming-in-only-adds", test_zooming_in_only_adds);
  g_test_add_func ("/timeline-scene/a-still-window-cuts-no-title-off",
                   test_a_still_window_cuts_no_title_off);
  g_test_add_func ("/timeline-scene/a-still-window-shows-all-lanes",
                   test_a_still_window_shows_all_lanes);
  g_test_add_func ("/timeline-scene/no-event-vanishes", test_no_event_vanishes);
  g_test_add_func ("/timeline-scene/its-size-depends-on-pixels", test_cost_depends_on_pixels);
  g_test_add_func ("/timeline-scene/measure-tells-where-the-scene-draws",
                   test_measure_tells_where_the_scene_draws);
  g_test_add_func ("/timeline-scene/scrolling-moves-lanes-alone", test_scrolling_moves_lanes_alone);
  g_test_add_func ("/timeline-scene/charts-say-what-they-show", test_charts_say_what_they_show);
  g_test_add_func ("/timeline-scene/charts-of-a-given-size-stay-in-it",
                   test_charts_of_a_given_size_stay_in_it);
  g_test_add_func ("/chart-furniture/it-is-as-high-as-it-says",
                   test_furniture_is_as_high_as_it_says);

  g_test_add_func ("/timeline-scene/a-chart-tells-the-names-of-narrow-phases-whole",
                   test_a_chart_tells_the_names_of_narrow_phases_whole);
  g_test_add_func ("/timeline-scene/a-chart-as-high-as-it-needs-titles-few-events-all",
                   test_a_chart_as_high_as_it_needs_titles_few_events_all);

  return g_test_run ();
}
