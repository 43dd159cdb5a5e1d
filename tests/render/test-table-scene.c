/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-table-scene.h"
#include "sample-story.h"

#include <string.h>

static LeadupScene *
compose (guint  n_events,
         double width,
         double height)
{
  g_autoptr (LeadupSnapshot) snapshot = sample_story_written (n_events);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  const LeadupTheme *theme = leadup_theme_get ("light");
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new_fixed (theme);
  LeadupTableSceneOptions options = {
    .width = width, .height = height, .n_all = n_events, .title = "Chronology"
  };

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT); i++)
    g_ptr_array_add (events, leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i));

  return leadup_table_scene_new (snapshot, events, &options, theme, measure);
}

static guint
count_rows (LeadupScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    n += leadup_scene_get_group (scene, i)->kind == LEADUP_SCENE_EVENT;

  return n;
}

/* Whether some text of the scene begins with @start. */
static gboolean
has_text (LeadupScene *scene,
          const char  *start)
{
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      for (guint j = 0; j < group->n_items; j++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);

          if (item->shape == LEADUP_SHAPE_TEXT && g_str_has_prefix (item->text, start))
            return TRUE;
        }
    }

  return FALSE;
}

static void
test_every_event_has_a_row_and_no_row_overlaps (void)
{
  static const struct
  {
    guint n_events;
    double width;
  } cases[] = { { 0, 1200 }, { 1, 1200 }, { 12, 1200 }, { 12, 600 }, { 12, 300 }, { 36, 900 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LeadupScene) scene = compose (cases[i].n_events, cases[i].width, 0);
      double bottom = 0;

      g_assert_cmpuint (count_rows (scene), ==, cases[i].n_events);
      g_assert_true (has_text (scene, "Chronology"));
      for (guint j = 0; j < leadup_scene_get_n_groups (scene); j++)
        {
          const LeadupSceneGroup *group = leadup_scene_get_group (scene, j);

          if (group->kind != LEADUP_SCENE_EVENT)
            continue;
          g_assert_cmpfloat (group->bounds.y, >=, bottom);
          g_assert_cmpfloat (group->bounds.x + group->bounds.width, <=, cases[i].width);
          bottom = group->bounds.y + group->bounds.height - 1;
        }
      g_assert_cmpfloat (bottom, <, leadup_scene_get_height (scene));
    }
}

static void
test_what_has_no_room_is_counted (void)
{
  g_autoptr (LeadupScene) scene = compose (36, 1200, 600);
  guint n = count_rows (scene);
  g_autofree char *rest = g_strdup_printf ("%u more events are not shown", 36 - n);
  g_autofree char *counts = g_strdup_printf ("%u of 36 events", n);

  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (n, <, 30);
  g_assert_cmpfloat (leadup_scene_get_height (scene), ==, 600);
  g_assert_true (has_text (scene, rest));
  g_assert_true (has_text (scene, counts));
}

static void
test_a_narrow_table_has_no_columns (void)
{
  g_autoptr (LeadupScene) wide = compose (3, 1200, 0);
  g_autoptr (LeadupScene) narrow = compose (3, 600, 0);
  g_autoptr (LeadupScene) empty = compose (0, 600, 0);

  g_assert_true (has_text (wide, "Sources"));
  g_assert_false (has_text (narrow, "Sources"));
  g_assert_true (has_text (empty, "No events to show"));
}

/* At widths at which the cells on the right need more lines than their title. */
static void
test_no_line_is_written_twice (void)
{
  for (guint width = 640; width < 1400; width += 20)
    {
      g_autoptr (LeadupScene) scene = compose (36, width, 0);
      g_autoptr (GHashTable) seen =
          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
        {
          const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

          for (guint j = 0; j < group->n_items; j++)
            {
              const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);

              if (item->shape == LEADUP_SHAPE_TEXT &&
                  !g_hash_table_add (seen, g_strdup_printf ("%s at %.0f, %.0f", item->text,
                                                            item->rect.x, item->rect.y)))
                g_error ("%u px: “%s” stands twice in one place", width, item->text);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-scene/every-event-has-a-row-and-no-row-overlaps",
                   test_every_event_has_a_row_and_no_row_overlaps);
  g_test_add_func ("/table-scene/what-has-no-room-is-counted", test_what_has_no_room_is_counted);
  g_test_add_func ("/table-scene/no-line-is-written-twice", test_no_line_is_written_twice);
  g_test_add_func ("/table-scene/a-narrow-table-has-no-columns",
                   test_a_narrow_table_has_no_columns);

  return g_test_run ();
}
