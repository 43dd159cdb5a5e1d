/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Graph layout: CPU time and quality on graphs of our own, and, where the development graphs are
 * beside the project, against what Graphviz’ neato and the SGD² authors’ program reach on them.
 */

#include "config.h"

#include "layout/leadup-graph-layout.h"
#include "layout/leadup-graph-metrics.h"
#include "layout/leadup-pcg.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <time.h>

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

static void
bench_size (guint n)
{
  g_autoptr (GArray) edges = make_scale_free (n, 2);
  LeadupGraphLayoutInput input = { n, (LeadupGraphEdge *) (gpointer) edges->data, edges->len,
                                   .seed = 1, .crossing_slack = 0.05 };
  double started = get_cpu_seconds ();
  g_autofree LeadupPoint *positions = leadup_graph_layout_run (&input, NULL, NULL);
  double seconds = get_cpu_seconds () - started;
  LeadupGraphMetrics metrics;

  leadup_graph_metrics_measure (&metrics, n, input.edges, input.n_edges, positions, NULL);
  g_print ("%6u actors, %6u ties: %7.3f s CPU, stress %.4f, %u crossings\n", n, edges->len, seconds, metrics.stress,
           metrics.n_crossings);
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
  static const guint sizes[] = { 40, 100, 300, 1000, 5000 };
  const char *source = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *path = g_build_filename (source != NULL ? source : "tests", "..", "..", "shared", "data", "graphs",
                                            "dev.jsonl", NULL);

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench_size (sizes[i]);
  bench_development_graphs (path, 0.0);
  bench_development_graphs (path, 0.05);

  return 0;
}
