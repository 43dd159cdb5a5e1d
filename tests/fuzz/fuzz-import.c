/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a table of events: refused with a message, or a plan whose rows are all counted,
 * that a story takes, and that a second reading finds nothing to add to. */

#include "config.h"

#include "fuzz.h"

#include "import/leadup-importer.h"
#include "model/leadup-story.h"

static const char *const formats[] = { "json", "timelinejs", "csv",    "ical",
                                       "xml",  "markwhen",   "leadup", "graph" };

static LeadupImportPlan *
read_plan (GBytes      *bytes,
           const char  *format,
           LeadupStory *story)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GError) error = NULL;
  LeadupImportInput input = {
    .bytes = bytes,
    .name = "fuzz",
    .accept_all = TRUE,
    .snapshot = snapshot,
  };
  LeadupImportPlan *plan = leadup_importers_find (format)->parse (&input, NULL, &error);

  g_assert_true ((plan == NULL) == (error != NULL));

  return plan;
}

static guint
carry_out (LeadupImportPlan *plan,
           LeadupStory      *story,
           gboolean          must_fit)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupTransaction) transaction = leadup_import_plan_to_transaction (plan, snapshot);
  g_autoptr (GError) error = NULL;

  if (!leadup_story_apply (story, transaction, &error))
    {
      g_assert_nonnull (error);
      g_assert_false (must_fit);
      return 0;
    }

  return leadup_transaction_get_n_changes (transaction);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  leadup_importers_detect (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (LeadupImportPlan) plan = read_plan (bytes, formats[i], story);
      g_autoptr (LeadupImportPlan) again = NULL;
      /* A story’s own references can be wrong; what tables refer to is made with them. */
      gboolean must_fit = !g_str_equal (formats[i], "leadup");
      guint n = 0;

      if (plan == NULL)
        continue;

      for (guint j = 0; j < LEADUP_N_IMPORT_VERDICTS; j++)
        n += leadup_import_plan_count (plan, (LeadupImportVerdict) j);
      g_assert_cmpuint (n, ==, leadup_import_plan_get_n_rows (plan));
      if (carry_out (plan, story, must_fit) == 0)
        continue;

      again = read_plan (bytes, formats[i], story);
      g_assert_nonnull (again);
      g_assert_cmpuint (carry_out (again, story, must_fit), ==, 0);
    }

  return 0;
}
