/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-actor-likeness.h"
#include "model/leadup-actor.h"
#include "model/leadup-story.h"

static void
test_who_is_alike (void)
{
  static const struct
  {
    const char *name;
    const char *other;
    const char *alias; /* of the other */
    int likeness;      /* −1 = not alike */
  } rows[] = {
    { "Nicolás Maduro", "Nicolas Maduro", NULL, LEADUP_LIKENESS_NAME },
    { "The Pentagon", "Pentagon", NULL, LEADUP_LIKENESS_NAME },
    { "U.S. Treasury", "US Treasury", NULL, LEADUP_LIKENESS_NAME },
    { "Jean-Luc Picard", "Jean Luc Picard", NULL, LEADUP_LIKENESS_NAME },
    { "Volodymyr Zelenskyy", "President Z", "VOLODYMYR ZELENSKYY", LEADUP_LIKENESS_NAME },
    { "Vladimir Putin", "Владимир Путин", NULL, LEADUP_LIKENESS_SCRIPT },
    { "Αθήνα", "Athena", "Athḗna", LEADUP_LIKENESS_SCRIPT },
    { "CIA", "Central Intelligence Agency", NULL, LEADUP_LIKENESS_ACRONYM },
    { "European Union", "EU", NULL, LEADUP_LIKENESS_ACRONYM },
    { "United Nations", "U.N.", NULL, LEADUP_LIKENESS_ACRONYM },
    { "Revolutionary Armed Forces of Colombia", "Rebels", "RAFC", LEADUP_LIKENESS_ACRONYM },
    { "Alan Bates", "AB", "Ab", LEADUP_LIKENESS_ACRONYM },
    { "Donald Trump", "Melania Trump", NULL, -1 },
    { "North Korea", "South Korea", NULL, -1 },
    { "US Treasury", "UT plan", "Ut", -1 },
    { "…", "?", NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *aliases[] = { rows[i].alias, NULL };
      LeadupActorFields a = { .id = "a", .name = rows[i].name };
      LeadupActorFields b = { .id = "b", .name = rows[i].other, .aliases = aliases };
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (LeadupStory) story = NULL;
      g_autoptr (LeadupSnapshot) snapshot = NULL;
      const char *ids[] = { "a", "b" };

      g_ptr_array_add (records, leadup_actor_new (&a));
      g_ptr_array_add (records, leadup_actor_new (&b));
      story = leadup_story_new_from_records (records, NULL);
      snapshot = leadup_story_snapshot (story);
      /* From either side. */
      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (GArray) found = leadup_actor_likeness_find (snapshot, ids[k], NULL);

          g_test_message ("%s – %s", rows[i].name, rows[i].other);
          g_assert_cmpuint (found->len, ==, rows[i].likeness < 0 ? 0 : 1);
          if (found->len == 0)
            continue;
          g_assert_cmpstr (g_array_index (found, LeadupLikeActor, 0).actor, ==, ids[1 - k]);
          g_assert_cmpint (g_array_index (found, LeadupLikeActor, 0).likeness, ==,
                           rows[i].likeness);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-likeness/is-seen-by-name-script-and-acronym", test_who_is_alike);

  return g_test_run ();
}
