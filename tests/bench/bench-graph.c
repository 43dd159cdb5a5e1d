/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Graph layout: CPU time and quality on graphs of our own, and, where the development graphs are
 * beside the project, against what Graphviz’ neato and the SGD² authors’ program reach on them.
 */

#include "config.h"

#include "layout/leadup-graph-layout.h"
#include "layout/leadup-graph-map.h"
#include "layout/leadup-graph-metrics.h"
#include "layout/leadup-graph-overlap.h"
#include "layout/leadup-pcg.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <time.h>

/* Above so many actors only the descent is measured: nobody draws them all. */
#define N_CANCELS 12
#define MAX_BOXES 20000

typedef struct
{
  double ratio_neato;
  double ratio_sgd2;
  double crossings;
  double crossings_sgd2;
  double worst;
  double seconds;
  guint  n_overlaps;
  guint  n;
} Totals;

static double
get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

/* Scale-free, as in news: whoever is known meets more people. Barabási and Albert with @k ties
 * each. */
static GArray *
make_scale_free (guint n,
                 guint k)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (LeadupGraphEdge));
  LeadupPcg random;

  leadup_pcg_init (&random, n, k);
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < MIN (i, k); j++)
      {
        LeadupGraphEdge edge = { i, 0, 1.0 };

        if (edges->len > 0)
          {
            guint pick = leadup_pcg_next_below (&random, 2 * edges->len);
            const LeadupGraphEdge *other = &g_array_index (edges, LeadupGraphEdge, pick / 2);

            edge.b = pick & 1 ? other->a : other->b;
          }
        if (edge.a != edge.b)
          g_array_append_val (edges, edge);
      }

  return edges;
}

typedef struct
{
  double started;
  double first;
} FirstPicture;

static void
take_first_picture (const LeadupPoint *positions,
                    gpointer           data)
{
  FirstPicture *self = data;

  if (self->first == 0.0)
    self->first = get_cpu_seconds () - self->started;
}

static LeadupPoint *
make_boxes (guint n)
{
  LeadupPoint *half_sizes = g_new (LeadupPoint, n + 1);

  /* Up to some hundred boxes of labels of 12 letters, where an edge is 110 pixels long; above, of
   * symbols. */
  for (guint i = 0; i < n; i++)
    half_sizes[i] = n <= 300 ? (LeadupPoint) { 42.0 / 110.0, 20.0 / 110.0 }
                             : (LeadupPoint) { 0.07, 0.07 };

  return half_sizes;
}

/* A layout that is given up, and when it had noticed. */
typedef struct
{
  LeadupGraphLayoutInput input;
  GCancellable *cancellable;
  gint64 ended;
} Cancelled;

static gpointer
lay_out_in_thread (gpointer data)
{
  Cancelled *self = data;

  g_free (leadup_graph_layout_run (&self->input, self->cancellable, NULL));
  self->ended = g_get_monotonic_time ();

  return NULL;
}

/* How long a layout that takes @seconds goes on after it was cancelled, at the worst of several
 * moments. */
static double
measure_cancelling (const LeadupGraphLayoutInput *input,
                    double                        seconds)
{
  gint64 longest = 0;

  for (guint i = 0; i < N_CANCELS; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Cancelled run = { *input, cancellable, 0 };
      GThread *thread = g_thread_new ("layout", lay_out_in_thread, &run);
      gint64 asked;

      g_usleep ((gulong) (1e6 * seconds * (i + 0.5) / N_CANCELS));
      asked = g_get_monotonic_time ();
      g_cancellable_cancel (cancellable);
      g_thread_join (thread);
      longest = MAX (longest, run.ended - asked);
    }

  return (double) longest / 1e3;
}

static void
bench_size (guint n)
{
  g_autoptr (GArray) edges = make_scale_free (n, 2);
  LeadupGraphLayoutInput input = { n, (LeadupGraphEdge *) (gpointer) edges->data, edges->len,
                                   .seed = 1, .crossing_slack = 0.05 };
  FirstPicture picture = { get_cpu_seconds (), 0.0 };
  g_autofree LeadupPoint *positions = NULL;
  g_autofree LeadupPoint *with_boxes = NULL;
  g_autofree LeadupPoint *half_sizes = make_boxes (n);
  g_autofree char *hash = NULL;
  double seconds[3];
  LeadupGraphMetrics metrics;

  input.progress = take_first_picture;
  input.data = &picture;
  positions = leadup_graph_layout_run (&input, NULL, NULL);
  seconds[0] = get_cpu_seconds () - picture.started;
  leadup_graph_metrics_measure (&metrics, n, input.edges, input.n_edges, positions, NULL);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) positions,
                                      n * sizeof *positions);

  g_print ("%6u actors, %6u ties: %7.3f s CPU, first picture %.0f ms, stress %.4f, %u crossings, "
           "hash %.16s\n",
           n, edges->len, seconds[0], 1e3 * picture.first, metrics.stress, metrics.n_crossings,
           hash);
  input.progress = NULL;
  g_print ("               cancelled at %d moments: goes on for at most %.0f ms\n", N_CANCELS,
           measure_cancelling (&input, seconds[0]));
  if (n > MAX_BOXES)
    return;

  input.half_sizes = half_sizes;
  seconds[1] = get_cpu_seconds ();
  with_boxes = leadup_graph_layout_run (&input, NULL, NULL);
  seconds[1] = get_cpu_seconds () - seconds[1];
  seconds[2] = get_cpu_seconds ();
  for (guint i = 0; i < edges->len; i++)
    g_array_index (edges, LeadupGraphEdge, i).length = 0.875 + 0.0625 * (i % 9);
  g_free (with_boxes);
  with_boxes = leadup_graph_layout_run (&input, NULL, NULL);
  seconds[2] = get_cpu_seconds () - seconds[2];

  g_print ("               with boxes %.3f s, and with lengths by tone %.3f s, %u overlaps\n",
           seconds[1], seconds[2], leadup_graph_overlap_count (n, half_sizes, with_boxes));
}

static void
read_edges (JsonArray *array,
            GArray    *edges)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonArray *pair = json_array_get_array_element (array, i);
      LeadupGraphEdge edge = { (guint) json_array_get_int_element (pair, 0),
                               (guint) json_array_get_int_element (pair, 1), 1.0 };

      g_array_append_val (edges, edge);
    }
}

static void
bench_graph (JsonObject *graph,
             double      slack,
             Totals     *totals)
{
  guint n = (guint) json_object_get_int_member (graph, "n");
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (LeadupGraphEdge));
  g_autofree LeadupPoint *half_sizes = g_new (LeadupPoint, n + 1);
  g_autofree LeadupPoint *positions = NULL;
  LeadupGraphLayoutInput input = { .n = n, .seed = 1, .crossing_slack = slack };
  LeadupGraphMetrics metrics;
  JsonObject *sgd2 = json_object_get_object_member (graph, "sgd2");
  JsonObject *neato = json_object_get_object_member (graph, "neato");
  double started;
  double ratio;

  read_edges (json_object_get_array_member (graph, "edges"), edges);
  input.edges = (LeadupGraphEdge *) (gpointer) edges->data;
  input.n_edges = edges->len;

  started = get_cpu_seconds ();
  positions = leadup_graph_layout_run (&input, NULL, NULL);
  totals->seconds += get_cpu_seconds () - started;
  leadup_graph_metrics_measure (&metrics, n, input.edges, input.n_edges, positions, NULL);
  ratio = metrics.stress / json_object_get_double_member (sgd2, "stress");
  if (n > 300)
    g_print ("  %-16s n %5u: stress %.4f, ∕ neato %.3f, ∕ SGD² %.3f\n", json_object_get_string_member (graph, "name"), n,
             metrics.stress, metrics.stress / json_object_get_double_member (neato, "stress"), ratio);
  totals->n++;
  totals->ratio_neato += metrics.stress / json_object_get_double_member (neato, "stress");
  totals->ratio_sgd2 += ratio;
  totals->worst = MAX (totals->worst, ratio);
  if (n <= 300)
    {
      totals->crossings += metrics.n_crossings;
      totals->crossings_sgd2 += (double) json_object_get_int_member (sgd2, "crossings");
    }

  if (n > 300)
    return;

  /* Boxes of labels of 12 letters, where an edge is 110 pixels long. */
  for (guint i = 0; i < n; i++)
    half_sizes[i] = (LeadupPoint) { 42.0 / 110.0, 20.0 / 110.0 };
  input.half_sizes = half_sizes;
  g_free (positions);
  positions = leadup_graph_layout_run (&input, NULL, NULL);
  leadup_graph_metrics_measure (&metrics, n, input.edges, input.n_edges, positions, half_sizes);
  totals->n_overlaps += metrics.n_overlaps;
}

/* One of the windows of a sequence: its actors by name, and the graph among them. */
typedef struct
{
  GPtrArray   *names;
  GArray      *edges;
  LeadupPoint *positions;
} Window;

static void
clear_window (Window *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
  g_clear_pointer (&self->positions, g_free);
}

static void
read_window (JsonObject *object,
             Window     *self)
{
  JsonArray *names = json_object_get_array_member (object, "nodes");
  JsonArray *edges = json_object_get_array_member (object, "edges");

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->edges = g_array_new (FALSE, FALSE, sizeof (LeadupGraphEdge));
  for (guint i = 0; i < json_array_get_length (names); i++)
    g_ptr_array_add (self->names, g_strdup (json_array_get_string_element (names, i)));
  for (guint i = 0; i < json_array_get_length (edges); i++)
    {
      JsonArray *edge = json_array_get_array_element (edges, i);
      double hostility = json_array_get_int_element (edge, 2) < 0 ? 1.0 : 0.0;
      LeadupGraphEdge to_add = {
        (guint) json_array_get_int_element (edge, 0),
        (guint) json_array_get_int_element (edge, 1),
        leadup_graph_map_get_length (hostility, LEADUP_GRAPH_MAP_DEFAULT_PUSH),
      };

      g_array_append_val (self->edges, to_add);
    }
}

/* Where those are that both windows have: first in @before, then in @after. */
static guint
collect_common (const Window      *before,
                const Window      *after,
                const LeadupPoint *positions,
                LeadupPoint       *old_places,
                LeadupPoint       *new_places)
{
  guint n = 0;

  for (guint i = 0; i < after->names->len; i++)
    for (guint k = 0; k < before->names->len; k++)
      if (g_str_equal (after->names->pdata[i], before->names->pdata[k]))
        {
          old_places[n] = before->positions[k];
          new_places[n++] = positions[i];
        }

  return n;
}

typedef struct
{
  double displacement;
  double most;
  double ratio;
  double worst;
  double seconds;
  guint  n;
} Steps;

static LeadupPoint *
make_start (const Window *before,
            const Window *now)
{
  LeadupPoint *start = g_new (LeadupPoint, now->names->len + 1);

  for (guint k = 0; k < now->names->len; k++)
    {
      start[k] = (LeadupPoint) { NAN, NAN };
      for (guint j = 0; j < before->names->len; j++)
        if (g_str_equal (now->names->pdata[k], before->names->pdata[j]))
          start[k] = before->positions[j];
    }

  return start;
}

/* Lays out a window from where the one before was, and compares it with a fresh map. */
static void
bench_step (const Window *before,
            Window       *now,
            double        anchoring,
            Steps        *steps)
{
  guint n = now->names->len;
  LeadupGraphLayoutInput input = { .n = n, .edges = (LeadupGraphEdge *) (gpointer) now->edges->data,
                                   .n_edges = now->edges->len, .seed = 1 };
  g_autofree LeadupPoint *fresh = leadup_graph_layout_run (&input, NULL, NULL);
  g_autofree LeadupPoint *start = NULL;
  g_autofree LeadupPoint *old_places = g_new (LeadupPoint, n);
  g_autofree LeadupPoint *new_places = g_new (LeadupPoint, n);
  LeadupGraphMetrics metrics, fresh_metrics;
  double moved;

  if (before->names == NULL)
    {
      now->positions = g_steal_pointer (&fresh);
      return;
    }

  start = make_start (before, now);
  input.start = start;
  input.anchoring = anchoring;
  steps->seconds -= get_cpu_seconds ();
  now->positions = leadup_graph_layout_run (&input, NULL, NULL);
  steps->seconds += get_cpu_seconds ();
  moved = leadup_graph_metrics_displace (
      collect_common (before, now, now->positions, old_places, new_places), old_places, new_places);
  leadup_graph_metrics_measure (&metrics, n, input.edges, input.n_edges, now->positions, NULL);
  leadup_graph_metrics_measure (&fresh_metrics, n, input.edges, input.n_edges, fresh, NULL);
  steps->displacement += moved;
  steps->most = MAX (steps->most, moved);
  steps->ratio += metrics.stress / fresh_metrics.stress;
  steps->worst = MAX (steps->worst, metrics.stress / fresh_metrics.stress);
  steps->n++;
}

static void
bench_sequence (const char *path,
                double      anchoring)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Window before = { 0 };
  Steps steps = { 0 };

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) root = json_from_string (lines[i], NULL);
      Window now = { 0 };

      read_window (json_node_get_object (root), &now);
      bench_step (&before, &now, anchoring, &steps);
      clear_window (&before);
      before = now;
    }
  clear_window (&before);
  g_print ("signed states, anchoring %.2f: %u steps: median displacement %.2f %% of the diagonal "
           "(most %.2f %%), stress ∕ fresh %.3f (worst %.3f); %.3f s CPU a step\n",
           anchoring, steps.n, 100.0 * steps.displacement / steps.n, 100.0 * steps.most,
           steps.ratio / steps.n, steps.worst, steps.seconds / steps.n);
}

static void
bench_development_graphs (const char *path,
                          double      slack)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Totals totals = { 0 };

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_print ("no development graphs at %s\n", path);
      return;
    }

  g_print ("development graphs, crossing slack %.2f\n", slack);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (json_parser_load_from_data (parser, lines[i], -1, NULL)
          && json_parser_get_root (parser) != NULL)
        bench_graph (json_node_get_object (json_parser_get_root (parser)), slack, &totals);
    }
  g_print ("  %u graphs: mean stress ∕ neato %.3f, ∕ SGD² %.3f (worst %.3f); crossings up to 300 "
           "actors ∕ SGD² %.3f; "
           "%u overlaps with labels; %.2f s CPU\n",
           totals.n, totals.ratio_neato / totals.n, totals.ratio_sgd2 / totals.n, totals.worst,
           totals.crossings / totals.crossings_sgd2, totals.n_overlaps, totals.seconds);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 40, 100, 300, 1000, 5000, 100000 };
  const char *source = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *path = g_build_filename (source != NULL ? source : "tests", "..", "..", "shared", "data", "graphs",
                                            "dev.jsonl", NULL);

  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *states = g_build_filename (folder, "signed-states.jsonl", NULL);

  setlocale (LC_ALL, "");
  if (argc > 1 && g_str_equal (argv[1], "states"))
    {
      for (int i = 2; i < argc; i++)
        bench_sequence (states, g_ascii_strtod (argv[i], NULL));
      return 0;
    }
  if (argc > 1)
    {
      for (int i = 1; i < argc; i++)
        bench_size ((guint) g_ascii_strtoull (argv[i], NULL, 10));
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_size (sizes[i]);
  bench_sequence (states, 0.0);
  bench_sequence (states, LEADUP_GRAPH_ANCHORING);
  bench_development_graphs (path, 0.0);
  bench_development_graphs (path, 0.05);

  return 0;
}
