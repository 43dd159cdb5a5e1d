/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-painter.h"
#include "render/leadup-timeline-scene.h"
#include "sample-story.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

/* What a frame of the timeline costs: scene and paint of a 1920×1080 window on a path of 200 steps
 * that pans and zooms, beside filling the same surface with the background. CPU time of the thread;
 * warm text cache. */

#define WIDTH 1920
#define HEIGHT 1080
#define N_STEPS 200

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
quantile (double *values,
          guint   n,
          double  q)
{
  qsort (values, n, sizeof *values, compare_doubles);

  return values[MIN ((guint) (q * n), n - 1)];
}

static double
clear_ms (cairo_t           *cr,
          const LeadupTheme *theme)
{
  double values[50];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double start = now_ms ();

      cairo_set_source_rgb (cr, theme->background.red / 255.0, theme->background.green / 255.0,
                            theme->background.blue / 255.0);
      cairo_paint (cr);
      values[i] = now_ms () - start;
    }

  return quantile (values, G_N_ELEMENTS (values), 0.5);
}

/* From the whole into a fortieth of it and out again, while moving to and fro. */
static void
set_window (LeadupTimelineSceneOptions *options,
            LeadupInstant               from,
            LeadupInstant               to,
            guint                       step)
{
  double t = (double) step / N_STEPS;
  double whole = (double) (to - from);
  double span = whole * pow (40, -sin (t * G_PI));
  double middle = (double) from + whole * (0.5 + 0.4 * sin (t * 7));

  options->from = (LeadupInstant) (middle - span / 2);
  options->to = (LeadupInstant) (middle + span / 2);
}

static void
run (guint              n_events,
     cairo_t           *cr,
     LeadupTextMeasure *measure,
     const LeadupTheme *theme)
{
  g_autoptr (LeadupSnapshot) snapshot = sample_story_random (n_events, 1, SAMPLE_LATIN);
  g_autoptr (LeadupTimelineIndex) index = NULL;
  LeadupTimelineSceneOptions options = { .width = WIDTH,
                                         .height = HEIGHT,
                                         .now = LEADUP_INSTANT_MIN };
  double scene_ms[N_STEPS], frame_ms[N_STEPS];
  double start, index_ms, first_ms, groups = 0;
  LeadupInstant from = 0, to = 0;

  start = now_ms ();
  index = leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_CATEGORY, NULL);
  index_ms = now_ms () - start;
  leadup_timeline_index_get_range (index, &from, &to);

  set_window (&options, from, to, 0);
  start = now_ms ();
  leadup_scene_unref (leadup_timeline_scene_new (index, &options, theme, measure));
  first_ms = now_ms () - start;

  /* The first round warms the texts. */
  for (guint i = 0; i < 2 * N_STEPS; i++)
    {
      g_autoptr (LeadupScene) scene = NULL;

      set_window (&options, from, to, i % N_STEPS);
      start = now_ms ();
      scene = leadup_timeline_scene_new (index, &options, theme, measure);
      scene_ms[i % N_STEPS] = now_ms () - start;
      leadup_painter_paint (scene, cr, measure, NULL);
      cairo_surface_flush (cairo_get_target (cr));
      frame_ms[i % N_STEPS] = now_ms () - start;
      groups += leadup_scene_get_n_groups (scene) / (2.0 * N_STEPS);
    }

  g_print ("%8u events: index %8.1f ms  first scene %8.1f ms  scene %6.2f ms (p95 %6.2f)  "
           "frame %6.2f ms (p95 %6.2f)  %4.0f groups\n",
           n_events, index_ms, first_ms, quantile (scene_ms, N_STEPS, 0.5),
           quantile (scene_ms, N_STEPS, 0.95), quantile (frame_ms, N_STEPS, 0.5),
           quantile (frame_ms, N_STEPS, 0.95), groups);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  const LeadupTheme *theme = leadup_theme_get (NULL);
  g_autoptr (LeadupTextMeasure) measure = leadup_text_measure_new (theme);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  g_print ("clearing %d×%d: %.2f ms\n", WIDTH, HEIGHT, clear_ms (cr, theme));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    run (argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : sizes[i], cr, measure, theme);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return 0;
}
