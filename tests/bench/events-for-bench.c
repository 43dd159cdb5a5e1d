/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "events-for-bench.h"

#include "base/leadup-calendar.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"

#include <math.h>
#include <string.h>

#define N_CATEGORIES 12
#define N_ACTORS 200
#define MAX_BURSTS 400
#define MINUTE (LEADUP_USEC_DAY / 1440)

typedef struct
{
  double at;
  double scale;
  double weight; /* of it and all before */
  guint category;
} Burst;

typedef struct
{
  GRand *random;
  Burst bursts[MAX_BURSTS];
  guint n_bursts;
  double from;
  double span;
} Generator;

/* The more frequent the smaller. */
static guint
pick (GRand *random,
      guint  n,
      double power)
{
  return (guint) (n * pow (g_rand_double (random), 1 + 2 * power));
}

static void
init_bursts (Generator *self,
             guint      n_events)
{
  double weight = 0;

  self->n_bursts = (guint) CLAMP (round (sqrt (n_events) / 1.5), 3, MAX_BURSTS);
  for (guint i = 0; i < self->n_bursts; i++)
    {
      weight += MIN (pow (1 - g_rand_double (self->random), -0.9), 60);
      self->bursts[i] = (Burst) {
        .at = self->from + g_rand_double (self->random) * self->span,
        .scale = 6 * 60.0 * MINUTE * pow (120, g_rand_double (self->random)),
        .weight = weight,
        .category = pick (self->random, N_CATEGORIES, 0.7),
      };
    }
}

static double
pick_time (Generator *self,
           guint     *category)
{
  const Burst *burst = self->bursts;
  double x = g_rand_double (self->random) * self->bursts[self->n_bursts - 1].weight;
  double time;

  *category = pick (self->random, N_CATEGORIES, 0.7);
  if (g_rand_double (self->random) < 0.3)
    return self->from + g_rand_double (self->random) * self->span;

  while (burst->weight < x)
    burst++;
  if (g_rand_double (self->random) < 0.6)
    *category = burst->category;
  time = burst->at - log (1 - g_rand_double (self->random)) * burst->scale;

  return MIN (time, self->from + self->span - (double) LEADUP_USEC_DAY);
}

static char *
make_title (GRand *random)
{
  static const char *const words[] = {
    "talks",   "capital", "pressure", "partners", "observers", "agreement", "winter",  "markets",
    "new",     "surface", "payments", "border",   "ceasefire", "ministry",  "council", "over",
    "against", "under",   "the",      "of",       "amid",      "weeks",     "port",    "signs",
  };
  gsize length = 20 + (gsize) (100 * pow (g_rand_double (random), 1.6));
  GString *title = g_string_new (NULL);

  while (title->len < length)
    g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  g_string_truncate (title, length);

  return g_string_free (title, FALSE);
}

static void
append_time (GString      *edtf,
             LeadupInstant time,
             gboolean      is_day)
{
  LeadupCivil civil;

  leadup_calendar_from_instant (time, &civil);
  g_string_append_printf (edtf, "%04d-%02d-%02d", (int) civil.year, civil.month, civil.day);
  if (!is_day)
    g_string_append_printf (edtf, "T%02d:%02dZ", civil.hour, civil.minute);
}

static LeadupWhen *
make_when (Generator *self,
           double     time)
{
  GRand *random = self->random;
  gboolean is_day = g_rand_double (random) < 0.4;
  LeadupInstant step = is_day ? LEADUP_USEC_DAY : MINUTE;
  LeadupInstant start = (LeadupInstant) floor (time / (double) step) * step;
  g_autoptr (GString) edtf = g_string_new (NULL);

  append_time (edtf, start, is_day);
  if (g_rand_double (random) < 0.15)
    {
      double radius = sqrt (-2 * log (1 - g_rand_double (random)));
      double normal = radius * cos (2 * G_PI * g_rand_double (random));
      double length = CLAMP (2 * exp (1.6 * normal), 1 / 24.0, 365) * (double) LEADUP_USEC_DAY;
      LeadupInstant end = start + MAX ((LeadupInstant) (length / (double) step), 1) * step;

      g_string_append_c (edtf, '/');
      append_time (edtf, end, is_day);
    }

  return leadup_when_new_from_edtf (edtf->str, NULL);
}

static LeadupEvent *
make_event (Generator *self,
            guint      number)
{
  LeadupParticipant participants[4] = { 0 };
  char actors[4][8], category[8], id[16];
  guint n_category;
  double time = pick_time (self, &n_category);
  g_autofree char *title = make_title (self->random);
  g_autoptr (LeadupWhen) when = make_when (self, time);
  LeadupEventFields fields = {
    .id = id,
    .title = title,
    .category = category,
    .when = when,
    .participants = participants,
    .n_participants = 2 + (g_rand_double (self->random) < 0.45) +
                      (g_rand_double (self->random) < 0.2),
    .verification =
        (LeadupVerification) g_rand_int_range (self->random, 0, LEADUP_N_VERIFICATIONS),
    .tone = NAN,
  };

  g_snprintf (id, sizeof id, "e%u", number);
  g_snprintf (category, sizeof category, "c%02u", n_category);
  for (guint i = 0; i < fields.n_participants; i++)
    {
      g_snprintf (actors[i], sizeof actors[i], "a%u", pick (self->random, N_ACTORS, 0.8));
      participants[i].actor = actors[i];
      participants[i].role = i == 0 ? LEADUP_ROLE_INITIATOR : LEADUP_ROLE_TARGET;
    }

  return leadup_event_new (&fields);
}

static void
add_others (GPtrArray *records)
{
  static const char *const colours[] = { "#c0392b", "#2c6fbb", "#8a5a00", "#7b4fa3" };

  for (guint i = 0; i < N_CATEGORIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%02u", i);
      g_autofree char *name = g_strdup_printf ("Category %u", i);
      LeadupCategoryFields fields = { .id = id,
                                      .name = name,
                                      .family = i == 0 ? "strike" : "policy",
                                      .colour = colours[i % G_N_ELEMENTS (colours)],
                                      .symbol = (LeadupSymbol) (i % LEADUP_N_SYMBOLS),
                                      .tone = (double) i - 9 };

      g_ptr_array_add (records, leadup_category_new (&fields));
    }
  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      LeadupActorFields fields = { .id = id, .name = id };

      g_ptr_array_add (records, leadup_actor_new (&fields));
    }
}

/* Returns: (transfer full) (element-type LeadupRecord): all records of a story */
GPtrArray *
bench_events_records (guint n_events)
{
  Generator self = { .random = g_rand_new_with_seed (n_events + 1) };
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  self.from = (double) leadup_calendar_date_instant (2015, 1, 1);
  self.span = (double) leadup_calendar_date_instant (2025, 1, 1) - self.from;
  init_bursts (&self, n_events);
  add_others (records);
  for (guint i = 0; i < n_events; i++)
    g_ptr_array_add (records, make_event (&self, i));
  g_rand_free (self.random);

  return records;
}

/* Returns: (transfer full): the story as a worker sees it */
LeadupSnapshot *
bench_events_snapshot (guint n_events)
{
  g_autoptr (GPtrArray) all = bench_events_records (n_events);
  GPtrArray *records[LEADUP_N_RECORD_KINDS];
  LeadupSnapshot *snapshot;

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (records[leadup_record_get_kind (all->pdata[i])], g_object_ref (all->pdata[i]));
  snapshot = leadup_snapshot_new (records);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_ptr_array_unref (records[i]);

  return snapshot;
}
