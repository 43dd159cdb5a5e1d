/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a mapping: refused with a message, or one that reads a table, each row of which is
 * counted, and that is the same again when it was written. */

#include "config.h"

#include "fuzz.h"

#include "import/leadup-importer.h"
#include "model/leadup-story.h"

#include <string.h>

static const char table[] = "when,what,who,where,kind,dead,link\n"
                            "3/4/2025,The port is closed,Navy;Army,N,1,2,https://example.org/a\n"
                            "2025-04,,Navy,,2,,\n"
                            ",\"Nobody\nknows\",,S,x,\"1,5\",nowhere\n";

static void
read_table (LeadupImportMapping *mapping)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr (LeadupImportPlan) plan = NULL;
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  LeadupImportInput input = {
    .bytes = bytes,
    .name = "fuzz",
    .snapshot = snapshot,
    .mapping = mapping,
  };

  plan = leadup_importers_find ("csv")->parse (&input, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leadup_import_plan_get_n_rows (plan), ==, 3);
  transaction = leadup_import_plan_to_transaction (plan, snapshot);
  leadup_story_apply (story, transaction, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupImportMapping) mapping =
      leadup_import_mapping_from_json ((const char *) data, size, &error);
  g_autoptr (LeadupImportMapping) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *rewritten = NULL;

  g_assert_true ((mapping == NULL) == (error != NULL));
  if (mapping == NULL)
    return 0;

  written = leadup_import_mapping_to_json (mapping);
  again = leadup_import_mapping_from_json (written, strlen (written), &error);
  g_assert_no_error (error);
  rewritten = leadup_import_mapping_to_json (again);
  g_assert_cmpstr (written, ==, rewritten);
  read_table (mapping);

  return 0;
}
