/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-part.h"

#include <math.h>
#include <string.h>

static LeadupPlace places[] = { { "Suhar", "OM", 24.3, 56.7, NULL, NULL },
                                { "Muscat", NULL, (double) NAN, (double) NAN, NULL, NULL } };
static LeadupParticipant participants[] = { { "a1", NULL, LEADUP_ROLE_INITIATOR, NULL },
                                            { "a2", "the Union", LEADUP_ROLE_TARGET, NULL } };
static LeadupValue values[] = { { "killed", 2, 3, NULL, NULL, NULL },
                                { "killed", 4, 4, NULL, NULL, NULL } };
static const char *tags[][2] = { { "port", NULL }, { "talks", NULL } };

static LeadupEvidence *
make_evidence (const char *quote)
{
  LeadupEvidenceFields fields = { .quote = quote, .span_start = -1, .span_end = -1 };

  return leadup_evidence_new (&fields);
}

static void
init_event (LeadupEventFields *fields,
            guint              index,
            LeadupEvidence   **evidence)
{
  static const char *const titles[] = { "The port was closed", "Talks began" };
  static const char *const dates[] = { "2024-03-04", "2024-04" };
  static const char *const summaries[] = { "By decree.", "In Muscat." };

  *fields = (LeadupEventFields) {
    .id = "e",
    .title = titles[index],
    .summary = summaries[index],
    .category = index == 0 ? "policy" : "talks",
    .when = leadup_when_new_from_edtf (dates[index], NULL),
    .place = &places[index],
    .participants = &participants[index],
    .n_participants = 1,
    .evidence = evidence,
    .n_evidence = 1,
    .values = &values[index],
    .n_values = 1,
    .tags = tags[index],
    .verification =
        index == 0 ? LEADUP_VERIFICATION_UNVERIFIED : LEADUP_VERIFICATION_SINGLE_SOURCE,
  };
}

/* What each part of the first says, and that of the second. */
static const char *const described[LEADUP_N_IMPORT_PARTS][2] = {
  [LEADUP_IMPORT_PART_TITLE] = { "The port was closed", "Talks began" },
  [LEADUP_IMPORT_PART_SUMMARY] = { "By decree.", "In Muscat." },
  [LEADUP_IMPORT_PART_CATEGORY] = { "policy", "talks" },
  [LEADUP_IMPORT_PART_WHEN] = { "4 March 2024", "April 2024" },
  [LEADUP_IMPORT_PART_PLACE] = { "Suhar · 24.3000, 56.7000", "Muscat" },
  [LEADUP_IMPORT_PART_ACTORS] = { "a1", "the Union" },
  [LEADUP_IMPORT_PART_EVIDENCE] = { "It is closed", "They began" },
  [LEADUP_IMPORT_PART_VALUES] = { "killed 2–3", "killed 4" },
  [LEADUP_IMPORT_PART_TAGS] = { "port", "talks" },
  [LEADUP_IMPORT_PART_VERIFICATION] = { "unverified", "single-source" },
};

static void
test_each_part_is_described_compared_and_copied (void)
{
  g_autoptr (LeadupEvidence) first = make_evidence ("It is closed");
  g_autoptr (LeadupEvidence) second = make_evidence ("They began");
  char digits[2][LEADUP_N_IMPORT_PARTS * LEADUP_IMPORT_PART_DIGITS + 1];
  LeadupEventFields a, b;

  init_event (&a, 0, &first);
  init_event (&b, 1, &second);
  leadup_import_parts_write (&a, digits[0]);
  g_assert_cmpuint (strlen (digits[0]), ==, sizeof digits[0] - 1);
  g_assert_cmpuint (leadup_import_parts_compare (digits[0], digits[0]), ==, 0);
  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    {
      LeadupImportPart part = (LeadupImportPart) i;
      LeadupEventFields mixed = a;
      g_autofree char *ours = leadup_import_part_describe (part, &a, NULL);
      g_autofree char *theirs = leadup_import_part_describe (part, &b, NULL);
      g_autofree char *copied = NULL;

      g_assert_cmpstr (ours, ==, described[i][0]);
      g_assert_cmpstr (theirs, ==, described[i][1]);
      g_assert_cmpstr (leadup_import_part_get_label (part), !=, "");
      g_assert_cmpstr (leadup_import_part_to_string (part), !=, "");

      leadup_import_part_copy (part, &mixed, &b);
      copied = leadup_import_part_describe (part, &mixed, NULL);
      g_assert_cmpstr (copied, ==, described[i][1]);
      leadup_import_parts_write (&mixed, digits[1]);
      g_assert_cmpuint (leadup_import_parts_compare (digits[0], digits[1]), ==, 1u << i);
    }
  leadup_when_unref (a.when);
  leadup_when_unref (b.when);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-part/each-part-is-described-compared-and-copied",
                   test_each_part_is_described_compared_and_copied);

  return g_test_run ();
}
