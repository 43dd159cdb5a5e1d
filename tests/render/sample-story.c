/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-story.h"

#include <math.h>

#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-phase.h"

typedef struct
{
  const char *title;
  const char *category;
  const char *edtf; /* NULL: not dated yet */
  const char *rule;
  const char *actor;
  LeadupVerification verification;
} SampleEvent;

static const LeadupCategoryFields categories[] = {
  { .id = "strike",
    .name = "Strikes",
    .family = "strike",
    .colour = "#c0392b",
    .symbol = LEADUP_SYMBOL_BURST,
    .tone = -9 },
  { .id = "policy",
    .name = "Policy",
    .family = "policy",
    .colour = "#2c6fbb",
    .symbol = LEADUP_SYMBOL_SQUARE,
    .tone = -3 },
  { .id = "statement",
    .name = "Statements",
    .family = "statement",
    .colour = "#8a5a00",
    .symbol = LEADUP_SYMBOL_SPEECH,
    .tone = -1 },
  { .id = "sanction",
    .name = "Sanctions",
    .family = "sanction",
    .colour = "#7b4fa3",
    .symbol = LEADUP_SYMBOL_DIAMOND,
    .tone = -5 },
  { .id = "talks",
    .name = "Talks",
    .family = "talks",
    .colour = "#1a7f5a",
    .symbol = LEADUP_SYMBOL_CIRCLE,
    .tone = 5 },
};

static const char *const actor_names[][2] = {
  { "karvia", "Republic of Karvia" },      { "tessal", "Union of Tessal" },
  { "oram", "Free Port of Oram" },         { "guard", "Oram Coast Guard" },
  { "envoy", "Special envoy Ilse Maren" },
};

#define U LEADUP_VERIFICATION_UNVERIFIED
#define S LEADUP_VERIFICATION_SINGLE_SOURCE
#define C LEADUP_VERIFICATION_CORROBORATED
#define V LEADUP_VERIFICATION_VERIFIED
#define D LEADUP_VERIFICATION_DISPUTED
#define R LEADUP_VERIFICATION_RETRACTED
#define A LEADUP_VERIFICATION_ANNOUNCED

static const SampleEvent events[] = {
  { "Tessal closes the Lower Strait to foreign tankers", "policy", "2025-01-14", NULL, "tessal",
    V },
  { "Karvia calls the closure “piracy by decree”", "statement", "2025-01-16", NULL, "karvia", C },
  { "Patrol boats collide off Cape Oram", "strike", "2025-02-03", NULL, "guard", C },
  { "Naval exercise “Long Lantern”", "policy", "2025-02-20/2025-03-28", NULL, "karvia", C },
  { "Envoys meet in secret, a participant says", "talks", "2025-03", NULL, "envoy", S },
  { "Drone shot down over the harbour", "strike", "2025-04-09", NULL, "tessal", D },
  { "Asset freeze on six shipping firms", "sanction", "2025-04-22", NULL, "karvia", V },
  { "Tessal’s foreign minister rules out talks under pressure", "statement", "2025-04-25", NULL,
    "tessal", C },
  { "Missile strike on the radar station at Hallen", "strike", "2025-06-11", NULL, "karvia", V },
  { "Blockade of Oram’s outer roads", "policy", "2025-06-18/..", NULL, "tessal", C },
  { "Report of a second strike, withdrawn a day later", "strike", "2025-06-19", NULL, "karvia", R },
  { "Ceasefire conference in Oram", "talks", "2025-12-02", NULL, "oram", A },
  { "Oram declares itself neutral", "statement", "2025-02-11", NULL, "oram", V },
  { "Fishing fleet kept in port", "policy", "2025-02/2025-05", NULL, "oram", S },
  { "Shots fired at a survey ship", "strike", "2025-03-17", NULL, "guard", S },
  { "Second round of sanctions on grain traders", "sanction", "2025-05-06", NULL, "karvia", C },
  { "Sabotage of an undersea cable", "strike", "2025-05", NULL, NULL, U },
  { "“We will not be starved into silence”, Tessal’s president says", "statement", "2025-05-30",
    NULL, "tessal", V },
  { "Envoy Maren offers a humanitarian corridor", "talks", "2025-06-27", NULL, "envoy", C },
  { "First convoy passes the corridor", "policy", "2025-07-08", NULL, "oram", V },
  { "Strike on a fuel depot kills four, the ministry says", "strike", "2025-07-15", NULL, "karvia",
    S },
  { "Strike on a bridge at Nerrow", "strike", "2025-07-21", NULL, "karvia", C },
  { "Karvia denies hitting the bridge", "statement", "2025-07-22", NULL, "karvia", C },
  { "Mobilisation of reservists", "policy", "2025-08-01", NULL, "tessal", V },
  { "Talks break off after two days", "talks", "2025-08-12/2025-08-14", NULL, "envoy", V },
  { "Submarine cable repaired", "policy", "2025-08", NULL, "oram", U },
  { "Strikes on Hallen and Nerrow within one night", "strike", "2025-09-03", NULL, "karvia", V },
  { "Tessal recalls its ambassador", "policy", "2025-09-04", NULL, "tessal", V },
  { "Port insurers stop covering Oram", "sanction", "2025-09-10", NULL, "oram", C },
  { "Prisoners exchanged", "talks", "2025-10-05", NULL, "envoy", V },
  { "Warning of “a final answer”", "statement", "2025-10-19", NULL, "karvia", C },
  { "Strike on the outer lighthouse", "strike", "2025-10-23", NULL, "karvia", D },
  { "Sanctions on the port authority", "sanction", "2025-11-01", NULL, "karvia", V },
  { "Arms shipment earlier in the year comes to light", "policy", "2025-01-01/2025-11-10",
    "relative:earlier", "tessal", S },
  { "Both sides name delegations", "talks", "2025-11-15", NULL, "envoy", C },
  { "A letter whose date nobody knows", "statement", NULL, NULL, "oram", U },
};

#undef U
#undef S
#undef C
#undef V
#undef D
#undef R
#undef A

static LeadupWhen *
make_when (const char *edtf,
           const char *rule)
{
  LeadupWhenFields fields = { .edtf = edtf, .rule = rule };
  g_autoptr (GError) error = NULL;
  LeadupWhen *when = leadup_when_new (&fields, &error);

  g_assert_no_error (error);

  return when;
}

static void
add_event (GPtrArray         *records,
           const SampleEvent *sample,
           const char        *id)
{
  g_autoptr (LeadupWhen) when = NULL;
  LeadupParticipant participant = { .actor = sample->actor, .role = LEADUP_ROLE_INITIATOR };
  LeadupEventFields fields = { .id = id,
                               .title = sample->title,
                               .category = sample->category,
                               .verification = sample->verification,
                               .participants = &participant,
                               .n_participants = sample->actor != NULL ? 1 : 0,
                               .tone = NAN };

  if (sample->edtf != NULL)
    fields.when = when = make_when (sample->edtf, sample->rule);
  g_ptr_array_add (records, leadup_event_new (&fields));
}

static GPtrArray *
make_categories (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    g_ptr_array_add (records, leadup_category_new (&categories[i]));

  return records;
}

static GPtrArray *
make_actors (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (actor_names); i++)
    {
      LeadupActorFields fields = { .id = actor_names[i][0],
                                   .name = actor_names[i][1],
                                   .kind = LEADUP_ACTOR_KIND_STATE };

      g_ptr_array_add (records, leadup_actor_new (&fields));
    }

  return records;
}

static GPtrArray *
make_phases (void)
{
  static const char *const phases[][4] = {
    { "ph-1", "The strait closes", "2025-01-14/2025-03-31", NULL },
    { "ph-2", "Open strikes", "2025-06-11/2025-09-15", "#c0392b" },
  };
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      g_autoptr (LeadupWhen) when = make_when (phases[i][2], NULL);
      LeadupPhaseFields fields = {
        .id = phases[i][0], .title = phases[i][1], .when = when, .colour = phases[i][3]
      };

      g_ptr_array_add (records, leadup_phase_new (&fields));
    }

  return records;
}

static LeadupSnapshot *
make_snapshot (GPtrArray *event_records,
               gboolean   has_phases)
{
  g_autoptr (GPtrArray) category_records = make_categories ();
  g_autoptr (GPtrArray) actor_records = make_actors ();
  g_autoptr (GPtrArray) phase_records = has_phases ? make_phases () : NULL;
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { NULL };

  records[LEADUP_RECORD_CATEGORY] = category_records;
  records[LEADUP_RECORD_ACTOR] = actor_records;
  records[LEADUP_RECORD_PHASE] = phase_records;
  records[LEADUP_RECORD_EVENT] = event_records;

  return leadup_snapshot_new (records);
}

/* The first @n_events of a written story; as many as there are where that is more. */
LeadupSnapshot *
sample_story_written (guint n_events)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (n_events, G_N_ELEMENTS (events)); i++)
    {
      g_autofree char *id = g_strdup_printf ("ev-%02u", i + 1);

      add_event (records, &events[i], id);
    }

  return make_snapshot (records, n_events > 1);
}

static const char *const words[][8] = {
  [SAMPLE_LATIN] = { "strike", "on the harbour", "talks in", "Oram", "envoy warns", "of sanctions",
                     "convoy", "at the strait" },
  [SAMPLE_ARABIC] = { "غارة", "على الميناء", "محادثات", "في أورام", "تحذير", "من العقوبات", "قافلة",
                      "عند المضيق" },
  [SAMPLE_CHINESE] = { "袭击", "港口", "会谈", "在奥拉姆", "特使警告", "制裁", "车队", "海峡附近" },
};

static char *
make_title (GRand       *random,
            SampleScript script)
{
  GString *title = g_string_new (NULL);
  int n = g_rand_int_range (random, 2, 7);

  for (int i = 0; i < n; i++)
    g_string_append_printf (title, "%s%s", i > 0 && script != SAMPLE_CHINESE ? " " : "",
                            words[script][g_rand_int_range (random, 0, 8)]);

  return g_string_free (title, FALSE);
}

/* A day of three years: a third anywhere, the others in bursts. */
static gint64
random_day (GRand *random,
            guint  n_bursts)
{
  gint64 first = leadup_calendar_day_number (2023, 1, 1);

  if (g_rand_int_range (random, 0, 3) == 0)
    return first + g_rand_int_range (random, 0, 1090);

  return first + 40 +
         (gint64) (((guint) g_rand_int_range (random, 0, (gint32) n_bursts)) * 379 % 1000) +
         (gint64) (pow (g_rand_double (random), 3) * 30);
}

static char *
random_edtf (GRand *random,
             guint  n_events,
             gint64 later)
{
  int year, month, day, year2, month2, day2;
  gint64 number = later + random_day (random, MAX (n_events / 60, 3));
  int kind = g_rand_int_range (random, 0, 40);

  leadup_calendar_from_day_number (number, &year, &month, &day);
  leadup_calendar_from_day_number (number + g_rand_int_range (random, 1, 60), &year2, &month2,
                                   &day2);
  if (kind == 0)
    return g_strdup_printf ("%04d-%02d", year, month);
  if (kind == 1)
    return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", year, month, day, year2, month2, day2);
  if (kind == 2)
    return g_strdup_printf ("%04d-%02d-%02d~", year, month, day);
  if (kind < 8)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02dZ", year, month, day,
                            g_rand_int_range (random, 0, 24), g_rand_int_range (random, 0, 60));

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* @gap days lie between each of three times. */
static LeadupSnapshot *
make_random (guint        n_events,
             guint32      seed,
             SampleScript script,
             gint64       gap)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GRand *random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("ev-%07u", i);
      g_autofree char *title = make_title (random, script);
      g_autofree char *edtf = random_edtf (random, n_events, gap * (i % 3));
      SampleEvent event = {
        .title = title,
        .edtf = edtf,
        .category = categories[g_rand_int_range (random, 0, G_N_ELEMENTS (categories))].id,
        .actor = actor_names[g_rand_int_range (random, 0, G_N_ELEMENTS (actor_names))][0],
        .verification = (LeadupVerification) g_rand_int_range (random, 0, LEADUP_N_VERIFICATIONS)
      };

      add_event (records, &event, id);
    }
  g_rand_free (random);

  return make_snapshot (records, FALSE);
}

/* The same for the same seed, on every machine. */
LeadupSnapshot *
sample_story_random (guint        n_events,
                     guint32      seed,
                     SampleScript script)
{
  return make_random (n_events, seed, script, 0);
}

/* As at random, in three times with forty quiet years after each but the last. */
LeadupSnapshot *
sample_story_quiet (guint   n_events,
                    guint32 seed)
{
  return make_random (n_events, seed, SAMPLE_LATIN, 14610);
}
