/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is asked of a graph while it is looked at: another window of time, a sieve, what changed,
 * questions, the tide of a pair. 10,000 events between 1,000 actors. */

#include "config.h"

#include "layout/leadup-graph-questions.h"
#include "layout/leadup-pcg.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-story.h"
#include "model/leadup-tide.h"
#include "model/leadup-tie-changes.h"
#include "model/leadup-tie-sieve.h"
#include "render/leadup-graph-scene.h"

#include <math.h>
#include <time.h>

#define N_EVENTS 10000
#define N_ACTORS 1000
#define N_DAYS   700
#define N_RUNS   21

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec * 1e-6;
}

/* Few are in most of it: the square of a number between 0 and 1. */
static guint
pick_actor (LeadupPcg *random)
{
  double part = leadup_pcg_next_unit (random);

  return MIN ((guint) (part * part * N_ACTORS), N_ACTORS - 1);
}

static LeadupSnapshot *
make_snapshot (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LeadupStory) story = NULL;
  LeadupPcg random;

  leadup_pcg_init (&random, 1, 1);
  for (guint i = 0; i < 2; i++)
    {
      LeadupCategoryFields fields = { .id = i == 0 ? "strike" : "talks",
                                      .name = "x",
                                      .colour = "#d55e00",
                                      .plover = i == 0 ? "ASSAULT" : "CONSULT",
                                      .tone = i == 0 ? -9.5 : 2.5 };

      g_ptr_array_add (records, leadup_category_new (&fields));
    }
  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%04u", i);
      LeadupActorFields fields = { .id = id, .name = id };

      g_ptr_array_add (records, leadup_actor_new (&fields));
    }
  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%05u", i);
      guint a = pick_actor (&random), b = pick_actor (&random);
      g_autofree char *from = g_strdup_printf ("a%04u", a);
      g_autofree char *to = g_strdup_printf ("a%04u", a == b ? (b + 1) % N_ACTORS : b);
      LeadupParticipant participants[] = { { .actor = from, .role = LEADUP_ROLE_INITIATOR },
                                           { .actor = to, .role = LEADUP_ROLE_TARGET } };
      g_autofree char *day = NULL;
      g_autoptr (LeadupWhen) when = NULL;
      LeadupEventFields fields = { .id = id,
                                   .title = "x",
                                   .category = (a ^ b) & 1 ? "strike" : "talks",
                                   .participants = participants,
                                   .n_participants = 2,
                                   .tone = (double) NAN };
      int year, month, date;

      leadup_calendar_from_day_number (
          leadup_calendar_day_number (2024, 1, 1) + leadup_pcg_next_below (&random, N_DAYS), &year,
          &month, &date);
      day = g_strdup_printf ("%04d-%02d-%02d", year, month, date);
      when = leadup_when_new_from_edtf (day, NULL);
      fields.when = when;
      g_ptr_array_add (records, leadup_event_new (&fields));
    }
  story = leadup_story_new_from_records (records, NULL);

  return leadup_story_snapshot (story);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *p = a, *q = b;

  return *p < *q ? -1 : *p > *q;
}

/* The window of a run: a quarter of the time, as a brush that moves. */
static LeadupTieWindow
get_window (guint run)
{
  LeadupInstant start = leadup_calendar_date_instant (2024, 1, 1) +
                        (LeadupInstant) (N_DAYS / 4 + run * 10) * LEADUP_USEC_DAY;

  return (LeadupTieWindow) { start, start + (LeadupInstant) (N_DAYS / 4) * LEADUP_USEC_DAY };
}

typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupTies *ties;
  LeadupPoint *positions;
  LeadupTextMeasure *measure;
} Bench;

static void
brush (const Bench    *self,
       guint           run,
       LeadupTieSieve *sieve)
{
  LeadupTieWindow window = get_window (run);
  LeadupGraphSceneOptions options = { .width = 1280,
                                      .height = 800,
                                      .from = window.from,
                                      .to = window.to,
                                      .sieve = sieve };

  leadup_scene_unref (leadup_graph_scene_new (self->snapshot, self->ties, self->positions, &options,
                                              leadup_theme_get ("light"), self->measure));
}

static void
summarize_window (const Bench *self,
                  guint        run)
{
  LeadupTieWindow window = get_window (run);

  for (guint i = 0; i < leadup_ties_get_n (self->ties); i++)
    {
      LeadupTieSummary summary;

      leadup_tie_summarize (leadup_ties_get (self->ties, i), window.from, window.to, &summary);
    }
}

static void
run_case (const Bench *self,
          guint        number,
          guint        run)
{
  LeadupTieSieveFields few = { .top = 50 };
  g_autoptr (LeadupTieSieve) sieve = leadup_tie_sieve_new (&few);
  LeadupTieWindow after = get_window (run);
  LeadupTieWindow before = { after.from - (after.to - after.from), after.from };

  switch (number)
    {
    case 0:
      summarize_window (self, run);
      break;
    case 1:
      leadup_ties_unref (leadup_tie_sieve_apply (sieve, self->ties, after.from, after.to));
      break;
    case 2:
      brush (self, run, sieve);
      break;
    case 3:
      g_array_unref (leadup_tie_changes_list (self->ties, &before, &after));
      break;
    case 4:
      g_array_unref (leadup_graph_questions_find (self->ties, LEADUP_INSTANT_MIN,
                                                  LEADUP_INSTANT_MAX, 10));
      break;
    case 5:
    default:
      leadup_tide_unref (leadup_tide_new (leadup_ties_get (self->ties, 0), LEADUP_INSTANT_MIN,
                                          LEADUP_INSTANT_MAX, LEADUP_TIDE_MAX_BINS));
      break;
    }
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[] = { "all pairs summed up in a window",
                                       "a sieve of the 50 most involved",
                                       "a picture of the 50 most involved in a window",
                                       "what changed between two windows",
                                       "questions over all of the time",
                                       "the tide of a pair" };
  Bench bench = { 0 };

  bench.snapshot = make_snapshot ();
  bench.ties = leadup_ties_new (bench.snapshot, NULL, NULL);
  bench.positions = g_new (LeadupPoint, N_ACTORS);
  bench.measure = leadup_text_measure_new (leadup_theme_get ("light"));
  for (guint i = 0; i < N_ACTORS; i++)
    bench.positions[i] = (LeadupPoint) { 0.7 * (i % 32), 0.7 * (i / 32) };
  g_print ("%u events, %u actors, %u ties; median CPU of %u runs\n", N_EVENTS,
           leadup_ties_get_n_actors (bench.ties), leadup_ties_get_n (bench.ties), N_RUNS);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      double times[N_RUNS];

      for (guint run = 0; run < N_RUNS; run++)
        {
          double start = get_cpu_ms ();

          run_case (&bench, i, run);
          times[run] = get_cpu_ms () - start;
        }
      qsort (times, N_RUNS, sizeof *times, compare_doubles);
      g_print ("%-48s %8.3f ms\n", names[i], times[N_RUNS / 2]);
    }
  leadup_text_measure_free (bench.measure);
  g_free (bench.positions);
  leadup_ties_unref (bench.ties);
  leadup_snapshot_unref (bench.snapshot);

  return 0;
}
