/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "events-for-bench.h"
#include "model/leadup-event.h"
#include "render/leadup-painter.h"
#include "render/leadup-timeline-scene.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* What the timeline costs, for stories of a thousand to a million events: their memory, the index
 * beside sorting the events, and the frames of a 1920×1080 window on a path of 200 steps that pans
 * and zooms. Beside each frame stands the plainest one that shows as much: the surface filled with
 * the background, and the same texts set from shaped layouts. CPU time of the thread; warm text
 * cache. */

#define WIDTH 1920
#define HEIGHT 1080
#define N_STEPS 200

typedef struct
{
  double scene[N_STEPS];
  double paint[N_STEPS];
  double frame[N_STEPS];
  double reference[N_STEPS];
  double texts;
  double marks;
} Path;

typedef struct
{
  cairo_t *cr;
  LeadupTextMeasure *measure;
  LeadupTextMeasure *other_measure; /* of the reference */
  const LeadupTheme *theme;
  double clear_ms;
} Bench;

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static double
now_ms (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

/* What is really there, whoever hands it out. */
static double
used_bytes (void)
{
  g_autofree char *text = NULL;
  guint64 size, resident = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) &&
      sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &size, &resident) != 2)
    return 0;

  return (double) resident * (double) sysconf (_SC_PAGESIZE);
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
quantile (const double *values,
          double        q)
{
  double sorted[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    sorted[i] = values[i];
  qsort (sorted, N_STEPS, sizeof *sorted, compare_doubles);

  return sorted[MIN ((guint) (q * N_STEPS), N_STEPS - 1)];
}

static void
clear (const Bench *bench)
{
  LeadupColour colour = bench->theme->background;

  cairo_set_source_rgb (bench->cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
  cairo_paint (bench->cr);
  cairo_surface_flush (cairo_get_target (bench->cr));
}

static double
measure_clear (const Bench *bench)
{
  double values[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    {
      double start = now_ms ();

      clear (bench);
      values[i] = now_ms () - start;
    }

  return quantile (values, 0.5);
}

/* The background, and the same texts from cached layouts. Returns: how many */
static guint
paint_reference (const Bench *bench,
                 LeadupScene *scene)
{
  guint n = 0;

  clear (bench);
  for (guint i = 0; i < leadup_scene_get_n_groups (scene); i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, i);

      for (guint j = 0; j < group->n_items; j++)
        {
          const LeadupSceneItem *item = leadup_scene_get_item (scene, group->first_item + j);
          PangoLayout *layout;

          if (item->shape != LEADUP_SHAPE_TEXT || item->text[0] == '\0')
            continue;
          layout = leadup_text_measure_get_layout (bench->other_measure, item->role, item->text);
          cairo_move_to (bench->cr, item->rect.x,
                         item->rect.y -
                             (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
          pango_cairo_show_layout (bench->cr, layout);
          n++;
        }
    }
  cairo_surface_flush (cairo_get_target (bench->cr));

  return n;
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

/* The first round warms the texts. */
static void
run_path (const Bench         *bench,
          LeadupTimelineIndex *index,
          Path                *path)
{
  g_autoptr (LeadupTimelineLevels) levels = leadup_timeline_levels_new ();
  LeadupTimelineSceneOptions options = {
    .width = WIDTH, .height = HEIGHT, .levels = levels, .now = LEADUP_INSTANT_MIN
  };
  LeadupInstant from = 0, to = 0;

  leadup_timeline_index_get_range (index, &from, &to);
  for (guint i = 0; i < 2 * N_STEPS; i++)
    {
      g_autoptr (LeadupScene) scene = NULL;
      guint step = i % N_STEPS;
      double start;

      set_window (&options, from, to, step);
      start = now_ms ();
      scene = leadup_timeline_scene_new (index, &options, bench->theme, bench->measure);
      path->scene[step] = now_ms () - start;
      start = now_ms ();
      leadup_painter_paint (scene, bench->cr, bench->measure, NULL);
      cairo_surface_flush (cairo_get_target (bench->cr));
      path->paint[step] = now_ms () - start;
      path->frame[step] = path->scene[step] + path->paint[step];
      start = now_ms ();
      path->texts += paint_reference (bench, scene) / (2.0 * N_STEPS);
      path->reference[step] = now_ms () - start;
      path->marks += leadup_scene_get_n_groups (scene) / (2.0 * N_STEPS);
    }
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  return leadup_event_collate (*(LeadupEvent *const *) a, *(LeadupEvent *const *) b);
}

static double
measure_sort (LeadupSnapshot *snapshot)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  double start;

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT); i++)
    g_ptr_array_add (events, leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i));
  start = now_ms ();
  g_ptr_array_sort (events, compare_events);

  return now_ms () - start;
}

static void
run (const Bench *bench,
     guint        n_events)
{
  double before = used_bytes (), with_events, with_index, start, index_ms, draft_ms, labels_ms;
  g_autoptr (LeadupSnapshot) snapshot = bench_events_snapshot (n_events);
  g_autoptr (LeadupTimelineIndex) index = NULL;
  g_autofree Path *path = g_new0 (Path, 1);
  LeadupTimelineSceneOptions options = {
    .width = WIDTH, .height = HEIGHT, .now = LEADUP_INSTANT_MIN, .is_draft = TRUE
  };

  with_events = used_bytes ();
  /* Several threads make it. */
  start = read_clock (CLOCK_PROCESS_CPUTIME_ID);
  index = leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_CATEGORY, NULL);
  index_ms = read_clock (CLOCK_PROCESS_CPUTIME_ID) - start;
  options.from = LEADUP_INSTANT_MIN;
  options.to = LEADUP_INSTANT_MAX;
  start = now_ms ();
  leadup_scene_unref (leadup_timeline_scene_new (index, &options, bench->theme, bench->measure));
  draft_ms = now_ms () - start;
  options.is_draft = FALSE;
  start = now_ms ();
  leadup_scene_unref (leadup_timeline_scene_new (index, &options, bench->theme, bench->measure));
  labels_ms = now_ms () - start;
  with_index = used_bytes ();

  g_print ("%u events\n", n_events);
  g_print ("  memory: an event %.0f bytes, its place in the index %.0f\n",
           (with_events - before) / n_events, (with_index - with_events) / n_events);
  g_print ("  index %.0f ms (sorting the events once: %.0f), draft of the first picture %.1f ms, "
           "rows and labels %.0f ms\n",
           index_ms, measure_sort (snapshot), draft_ms, labels_ms);

  run_path (bench, index, path);
  g_print ("  scene %.2f ms (p95 %.2f)  paint %.2f ms (p95 %.2f): %.1f × clearing\n",
           quantile (path->scene, 0.5), quantile (path->scene, 0.95), quantile (path->paint, 0.5),
           quantile (path->paint, 0.95), quantile (path->paint, 0.5) / bench->clear_ms);
  g_print ("  frame %.2f ms (p95 %.2f, longest %.2f)  reference %.2f ms (p95 %.2f): %.2f × it\n",
           quantile (path->frame, 0.5), quantile (path->frame, 0.95), quantile (path->frame, 1),
           quantile (path->reference, 0.5), quantile (path->reference, 0.95),
           quantile (path->frame, 0.5) / quantile (path->reference, 0.5));
  g_print ("  %.0f marks, %.0f texts: %.2f µs a mark\n", path->marks, path->texts,
           quantile (path->frame, 0.5) * 1e3 / path->marks);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000, 1000000 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  Bench bench = { .cr = cairo_create (surface), .theme = leadup_theme_get (NULL) };

  bench.measure = leadup_text_measure_new (bench.theme);
  bench.other_measure = leadup_text_measure_new (bench.theme);
  bench.clear_ms = measure_clear (&bench);
  g_print ("clearing %d×%d: %.2f ms\n", WIDTH, HEIGHT, bench.clear_ms);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || sizes[i] == g_ascii_strtoull (argv[1], NULL, 10))
      run (&bench, sizes[i]);

  leadup_text_measure_free (bench.measure);
  leadup_text_measure_free (bench.other_measure);
  cairo_destroy (bench.cr);
  cairo_surface_destroy (surface);

  return 0;
}
