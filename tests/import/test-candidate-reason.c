/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-candidate-reason.h"

static void
test_a_reason_is_told_in_words (void)
{
  static const struct
  {
    const char *modality;
    const char *rule; /* NULL: not dated */
    const char *reason;
  } cases[] = {
    { "asserted", "explicit:month-day", "“hit”: told as done; its day stands in the text" },
    { "asserted", "iso-date", "“hit”: told as done; its day stands in the text" },
    { "claimed", "relative:weekday",
      "“hit”: claimed by a speaker; its day is counted from the day of publication" },
    { "planned", "narrative:later", "“hit”: planned; its day is counted from a day told before" },
    { "negated", "vague:reference",
      "“hit”: said not to have happened; its day is told vaguely" },
    { "asserted", "published-bound",
      "“hit”: told as done; no day is named, so it was by the day of publication" },
    { "asserted", "published-bound:statement",
      "“hit”: told as done; no day is named, so it was by the day of publication" },
    { "possible", NULL, "“hit”: possible only; no day is known" },
    { "sung", NULL, "“hit”: told in some other way; no day is known" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupWhenFields fields = { .edtf = "2025-03-04", .rule = cases[i].rule };
      g_autoptr (LeadupWhen) when = cases[i].rule != NULL ? leadup_when_new (&fields, NULL) : NULL;
      g_autofree char *reason = leadup_candidate_reason_describe ("hit", cases[i].modality, when);

      g_assert_cmpstr (reason, ==, cases[i].reason);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/candidate-reason/a-reason-is-told-in-words", test_a_reason_is_told_in_words);

  return g_test_run ();
}
