/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-timeline-scene.h"

#include <string.h>

#include "model/leadup-story.h"

/* A strike at 12:00 UTC and something on that day, in a story whose clock is in @zone. */
static LeadupTimelineIndex *
make_index (const char *zone)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  LeadupInfo *before = leadup_story_get_info (story);
  LeadupInfoFields info_fields = *leadup_info_get_fields (before);
  LeadupCategoryFields category_fields = { .id = "c", .name = "C", .family = "strike" };
  g_autoptr (LeadupCategory) category = leadup_category_new (&category_fields);
  g_autoptr (LeadupWhen) time = leadup_when_new_from_edtf ("2025-07-10T12:00Z", NULL);
  g_autoptr (LeadupWhen) day = leadup_when_new_from_edtf ("2025-07-10", NULL);
  LeadupEventFields fields = { .id = "timed", .title = "T", .category = "c", .when = time };
  g_autoptr (LeadupEvent) timed = leadup_event_new (&fields);
  g_autoptr (LeadupEvent) civil = NULL;
  g_autoptr (LeadupInfo) info = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  fields.id = "civil";
  fields.when = day;
  civil = leadup_event_new (&fields);
  info_fields.zone = zone;
  info = leadup_info_new (&info_fields);
  leadup_transaction_add (transaction, LEADUP_RECORD (category));
  leadup_transaction_add (transaction, LEADUP_RECORD (timed));
  leadup_transaction_add (transaction, LEADUP_RECORD (civil));
  leadup_transaction_replace (transaction, LEADUP_RECORD (before), LEADUP_RECORD (info));
  leadup_story_apply (story, transaction, &error);
  g_assert_no_error (error);
  snapshot = leadup_story_snapshot (story);

  return leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_NONE, NULL);
}

static const LeadupTimelineEntry *
find (LeadupTimelineIndex *index,
      const char          *id)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (index, 0);

  for (guint i = 0; i < lane->n_entries; i++)
    {
      LeadupEvent *event = leadup_timeline_index_get_event (index, &lane->entries[i]);

      if (g_str_equal (leadup_record_get_id (LEADUP_RECORD (event)), id))
        return &lane->entries[i];
    }

  g_assert_not_reached ();
}

static void
test_the_zone_of_the_story_moves_times_and_no_days (void)
{
  g_autoptr (LeadupTimelineIndex) utc = make_index ("UTC");
  g_autoptr (LeadupTimelineIndex) kyiv = make_index ("Europe/Kyiv");

  g_assert_cmpstr (leadup_timeline_index_get_zone (kyiv), ==, "Europe/Kyiv");
  g_assert_cmpint (find (kyiv, "timed")->start - find (utc, "timed")->start, ==,
                   3 * LEADUP_USEC_HOUR);
  g_assert_cmpint (find (kyiv, "civil")->start, ==, find (utc, "civil")->start);
}

/* The texts of the second row, one behind the other; NULL where there is no such row. */
static char *
list_second_row (const char *own,
                 const char *other,
                 double      days)
{
  g_autoptr (LeadupTimelineIndex) index = make_index (own);
  const LeadupTheme *theme = leadup_theme_get (NULL);
  LeadupTextMeasure *measure = leadup_text_measure_new_fixed (theme);
  LeadupTimelineSceneOptions options = {
    .width = 900,
    .height = 400,
    .from = leadup_calendar_date_instant (2025, 7, 10),
    .to = leadup_calendar_date_instant (2025, 7, 10) +
          (LeadupInstant) (days * (double) LEADUP_USEC_DAY),
    .now = LEADUP_INSTANT_MIN,
    .second_zone = other,
  };
  g_autoptr (LeadupScene) scene = leadup_timeline_scene_new (index, &options, theme, measure);
  char *texts = NULL;

  leadup_text_measure_free (measure);
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      if (g_strcmp0 (group->css_class, "second-zone") != 0)
        continue;
      for (guint j = 0; j < group->n_items; j++)
        {
          g_autofree char *before = texts;
          const char *text = leadup_scene_get_item (scene, group->first_item + j)->text;

          texts = before != NULL ? g_strconcat (before, " ", text, NULL) : g_strdup (text);
        }
    }

  return texts;
}

static void
test_a_second_row_shows_another_clock (void)
{
  g_autofree char *kyiv = list_second_row ("UTC", "Europe/Kyiv", 0.5);
  g_autofree char *back = list_second_row ("Europe/Kyiv", "UTC", 0.5);
  g_autofree char *wide = list_second_row ("UTC", "Europe/Kyiv", 60);
  g_autofree char *none = list_second_row ("UTC", NULL, 0.5);

  g_assert_true (g_str_has_prefix (kyiv, "Kyiv 03:00 04:00"));
  g_assert_true (g_str_has_prefix (back, "UTC 21:00 22:00"));
  g_assert_null (wide);
  g_assert_null (none);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/second-zone/the-zone-of-the-story-moves-times-and-no-days",
                   test_the_zone_of_the_story_moves_times_and_no_days);
  g_test_add_func ("/second-zone/a-second-row-shows-another-clock",
                   test_a_second_row_shows_another_clock);

  return g_test_run ();
}
