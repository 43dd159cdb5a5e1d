/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-agreement.h"

#include <glib.h>
#include <math.h>

static void
test_numbers_differ_where_both_cannot_be_right (void)
{
  static const struct
  {
    LeadupValue a;
    LeadupValue b;
    gboolean differs;
  } rows[] = {
    { { "killed", 17, 17, NULL, NULL, NULL }, { "killed", 17, 17, NULL, NULL, NULL }, FALSE },
    { { "killed", 17, 17, NULL, NULL, NULL }, { "killed", 23, 23, NULL, NULL, NULL }, TRUE },
    { { "killed", 17, 17, NULL, NULL, NULL }, { "injured", 23, 23, NULL, NULL, NULL }, FALSE },
    { { "killed", 17, 17, "at least", NULL, NULL }, { "killed", 23, 23, NULL, NULL, NULL }, FALSE },
    { { "killed", 30, 30, "more than", NULL, NULL }, { "killed", 23, 23, NULL, NULL, NULL }, TRUE },
    { { "killed", 30, 30, "up to", NULL, NULL }, { "killed", 23, 23, NULL, NULL, NULL }, FALSE },
    { { "killed", 100, 100, "almost", NULL, NULL }, { "killed", 95, 95, NULL, NULL, NULL }, FALSE },
    { { "killed", 10, 20, NULL, NULL, NULL }, { "killed", 15, 15, NULL, NULL, NULL }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (leadup_agreement_differs (&rows[i].a, &rows[i].b), ==, rows[i].differs);
      g_assert_cmpint (leadup_agreement_differs (&rows[i].b, &rows[i].a), ==, rows[i].differs);
    }
}

static LeadupEvent *
make (const char *id,
      const char *title,
      const char *edtf,
      const char *initiator,
      const char *source)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  LeadupParticipant who = { .actor = initiator, .role = LEADUP_ROLE_INITIATOR };
  LeadupEvidenceFields words = {
    .source = source, .quote = title, .span_start = -1, .span_end = -1
  };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&words);
  LeadupEventFields fields = { .id = id,
                               .title = title,
                               .category = "strike",
                               .when = when,
                               .participants = &who,
                               .n_participants = 1,
                               .evidence = &evidence,
                               .n_evidence = 1,
                               .verification = LEADUP_VERIFICATION_SINGLE_SOURCE,
                               .tone = NAN };

  return leadup_event_new (&fields);
}

static void
test_one_event_is_known_by_time_actors_and_words (void)
{
  static const struct
  {
    const char *title;
    const char *edtf;
    const char *initiator;
    gboolean is_same;
  } rows[] = {
    { "Navy attacked the port of Savan", "2025-03-03", "a-navy", TRUE },
    { "Navy attacked the port", "2025-03", "a-navy", TRUE },
    { "Navy attacked the port of Savan", "2025-03-04", "a-navy", FALSE },
    { "Navy attacked the port of Savan", "2025-03-03", "a-army", FALSE },
    { "Planes bombed a bridge inland", "2025-03-03", "a-navy", FALSE },
  };
  g_autoptr (LeadupEvent) event =
      make ("e-1", "Navy attacked the port of Savan", "2025-03-03", "a-navy", "s-1");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupEvent) other =
          make ("e-2", rows[i].title, rows[i].edtf, rows[i].initiator, "s-2");

      g_assert_cmpint (leadup_agreement_weigh (event, other) >= LEADUP_AGREEMENT_SAME, ==,
                       rows[i].is_same);
    }
}

static LeadupEvent *
make_count (const char *id,
            const char *title,
            const char *quote,
            double      killed,
            const char *source)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf ("2025-03-03", NULL);
  LeadupEvidenceFields words = {
    .source = source, .quote = quote, .span_start = -1, .span_end = -1
  };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&words);
  LeadupValue toll = { .name = "killed", .low = killed, .high = killed, .source = source };
  LeadupEventFields fields = { .id = id,
                               .title = title,
                               .category = "strike",
                               .when = when,
                               .evidence = &evidence,
                               .n_evidence = 1,
                               .values = &toll,
                               .n_values = 1,
                               .verification = LEADUP_VERIFICATION_SINGLE_SOURCE,
                               .tone = NAN };

  return leadup_event_new (&fields);
}

/* Two outlets, other titles, another toll: one event, both numbers, and it is said that they
 * differ. */
static void
test_reports_of_one_deed_are_known_by_their_words (void)
{
  g_autoptr (LeadupEvent) event =
      make_count ("e-1", "Bomb exploded at a crowded market in Savan",
                  "A bomb exploded at a crowded market in Savan on Monday, killing 12 people.", 12,
                  "s-1");
  g_autoptr (LeadupEvent) other =
      make_count ("e-2", "Bomb killed 17 people",
                  "A bomb that exploded on Monday at a market in Savan killed 17 people.", 17,
                  "s-2");
  g_autoptr (LeadupEvent) another =
      make_count ("e-3", "Gunmen killed 17 people", "Gunmen shot 17 farmers in the hills on Monday.",
                  17, "s-2");
  g_autoptr (LeadupEvent) joined = leadup_agreement_join (event, other, g_get_real_time ());

  g_assert_true (leadup_agreement_weigh (event, other) >= LEADUP_AGREEMENT_SAME);
  g_assert_false (leadup_agreement_weigh (event, another) >= LEADUP_AGREEMENT_SAME);
  g_assert_cmpuint (leadup_event_get_fields (joined)->n_evidence, ==, 2);
  g_assert_cmpuint (leadup_event_get_fields (joined)->n_values, ==, 2);
  g_assert_cmpint (leadup_event_get_fields (joined)->verification, ==,
                   LEADUP_VERIFICATION_DISPUTED);
}

static void
test_joining_keeps_the_event_and_adds_the_evidence (void)
{
  g_autoptr (LeadupEvent) event = make ("e-1", "Navy attacked", "../2025-03-09", "a-navy", "s-1");
  g_autoptr (LeadupEvent) other = make ("e-2", "Attack", "2025-03-03", "a-navy", "s-2");
  g_autoptr (LeadupEvent) joined = leadup_agreement_join (event, other, g_get_real_time ());
  g_autoptr (LeadupEvent) again = leadup_agreement_join (joined, other, g_get_real_time ());
  const LeadupEventFields *fields = leadup_event_get_fields (joined);

  g_assert_cmpstr (fields->id, ==, "e-1");
  g_assert_cmpstr (fields->title, ==, "Navy attacked");
  g_assert_cmpuint (fields->n_evidence, ==, 2);
  g_assert_cmpuint (fields->n_participants, ==, 1);
  g_assert_cmpint (fields->verification, ==, LEADUP_VERIFICATION_CORROBORATED);
  /* The one that knows the day says when. */
  g_assert_cmpstr (leadup_when_get_edtf (fields->when), ==, "2025-03-03");
  g_assert_true (
      leadup_agreement_has_evidence (joined, leadup_event_get_fields (other)->evidence[0]));
  g_assert_cmpuint (leadup_event_get_fields (again)->n_evidence, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agreement/numbers-differ-where-both-cannot-be-right",
                   test_numbers_differ_where_both_cannot_be_right);
  g_test_add_func ("/agreement/one-event-is-known-by-time-actors-and-words",
                   test_one_event_is_known_by_time_actors_and_words);
  g_test_add_func ("/agreement/reports-of-one-deed-are-known-by-their-words",
                   test_reports_of_one_deed_are_known_by_their_words);
  g_test_add_func ("/agreement/joining-keeps-the-event-and-adds-the-evidence",
                   test_joining_keeps_the_event_and_adds_the_evidence);

  return g_test_run ();
}
