/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-layout.h"
#include "layout/leadup-graph-metrics.h"
#include "layout/leadup-graph-overlap.h"
#include "layout/leadup-pcg.h"

#include <math.h>

/* A random graph of @n nodes in which each node but the first is tied to one before it, and some
 * more. */
static GArray *
make_graph (guint   n,
            guint   n_more,
            guint64 seed)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (LeadupGraphEdge));
  LeadupPcg random;

  leadup_pcg_init (&random, seed, 99);
  for (guint i = 1; i < n + n_more && n > 1; i++)
    {
      guint a = i < n ? i : leadup_pcg_next_below (&random, n);
      guint b = leadup_pcg_next_below (&random, i < n ? i : n);
      LeadupGraphEdge edge = { a, b, 0.75 + 0.25 * leadup_pcg_next_below (&random, 4) };

      if (a != b)
        g_array_append_val (edges, edge);
    }

  return edges;
}

static LeadupGraphLayoutInput
make_input (guint   n,
            GArray *edges)
{
  return (LeadupGraphLayoutInput) {
    .n = n,
    .edges = (LeadupGraphEdge *) (gpointer) edges->data,
    .n_edges = edges->len,
    .seed = 5,
    .crossing_slack = 0.05,
  };
}

static LeadupPoint *
make_boxes (guint n)
{
  LeadupPoint *half_sizes = g_new (LeadupPoint, n + 1);

  for (guint i = 0; i < n; i++)
    half_sizes[i] = (LeadupPoint) { 0.2 + 0.05 * (i % 7), 0.15 + 0.02 * (i % 3) };

  return half_sizes;
}

static LeadupPoint *
lay_out (const LeadupGraphLayoutInput *input)
{
  g_autoptr (GError) error = NULL;
  LeadupPoint *positions = leadup_graph_layout_run (input, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (positions);
  for (guint i = 0; i < input->n; i++)
    g_assert_true (isfinite (positions[i].x) && isfinite (positions[i].y));

  return positions;
}

static double
get_distance (const LeadupPoint *a,
              const LeadupPoint *b)
{
  return sqrt ((a->x - b->x) * (a->x - b->x) + (a->y - b->y) * (a->y - b->y));
}

static void
test_no_node_and_one_node_have_a_map (void)
{
  g_autoptr (GArray) edges = make_graph (0, 0, 1);

  for (guint n = 0; n < 2; n++)
    {
      LeadupGraphLayoutInput input = make_input (n, edges);
      g_autofree LeadupPoint *positions = lay_out (&input);

      if (n == 1)
        {
          g_assert_cmpfloat (fabs (positions[0].x), <, 1.0);
          g_assert_cmpfloat (fabs (positions[0].y), <, 1.0);
        }
    }
}

static void
test_an_edge_is_as_long_as_it_should_be (void)
{
  static const double lengths[] = { 0.75, 1.0, 1.75 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      LeadupGraphEdge edge = { 0, 1, lengths[i] };
      LeadupGraphLayoutInput input = { .n = 2, .edges = &edge, .n_edges = 1 };
      g_autofree LeadupPoint *positions = lay_out (&input);

      g_assert_cmpfloat_with_epsilon (get_distance (&positions[0], &positions[1]), lengths[i],
                                      0.01);
    }
}

static void
test_a_cycle_becomes_round (void)
{
  LeadupGraphEdge edges[12];
  LeadupGraphLayoutInput input = { .n = 12, .edges = edges, .n_edges = 12 };
  LeadupGraphMetrics metrics;
  g_autofree LeadupPoint *positions = NULL;

  for (guint i = 0; i < 12; i++)
    edges[i] = (LeadupGraphEdge) { i, (i + 1) % 12, 1.0 };
  positions = lay_out (&input);
  leadup_graph_metrics_measure (&metrics, 12, edges, 12, positions, NULL);
  g_assert_cmpuint (metrics.n_crossings, ==, 0);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpfloat_with_epsilon (get_distance (&positions[i], &positions[(i + 6) % 12]),
                                    get_distance (&positions[0], &positions[6]), 0.2);
}

static void
test_the_same_input_gives_the_same_bytes (void)
{
  static const guint sizes[] = { 12, 90, 350, 2100 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint n = sizes[i];
      g_autoptr (GArray) edges = make_graph (n, n / 3, n);
      g_autofree LeadupPoint *half_sizes = make_boxes (n);
      LeadupGraphLayoutInput input = make_input (n, edges);
      g_autofree LeadupPoint *first = NULL;
      g_autofree LeadupPoint *second = NULL;

      input.crossing_slack = n < 200 ? 0.05 : 0.0;
      input.half_sizes = half_sizes;
      first = lay_out (&input);
      second = lay_out (&input);
      g_assert_cmpmem (first, n * sizeof *first, second, n * sizeof *second);
    }
}

/* Fails on a machine or a compiler that computes otherwise, and when the engine changes: then raise
 * its version. */
static void
test_the_bytes_are_the_same_everywhere (void)
{
  static const struct
  {
    guint       n;
    const char *hash;
  } cases[] = {
    { 60, "ab678d66d2d99c710eca86a8df0774432da515037ddc3a3700be9df9362215e6" },
    { 600, "40802ecce5601452b837d82507271ae5133cb89b0f789a95c3e84a445608bf99" },
    { 2400, "1999ead6123cb5cd83aad64f4fe858f3176b62fd24abc6313fd41235575d8bd1" },
  };

  g_assert_cmpint (LEADUP_GRAPH_ENGINE_VERSION, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = cases[i].n;
      g_autoptr (GArray) edges = make_graph (n, n / 3, 3);
      g_autofree LeadupPoint *half_sizes = make_boxes (n);
      LeadupGraphLayoutInput input = make_input (n, edges);
      g_autofree LeadupPoint *positions = NULL;
      g_autofree char *hash = NULL;

      input.half_sizes = half_sizes;
      positions = lay_out (&input);
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) positions,
                                          n * sizeof *positions);
      g_assert_cmpstr (hash, ==, cases[i].hash);
    }
}

static void
test_boxes_never_overlap (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      guint n = 1 + seed * 5;
      g_autoptr (GArray) edges = make_graph (n, seed % 5 * n / 4, seed);
      g_autofree LeadupPoint *half_sizes = make_boxes (n);
      LeadupGraphLayoutInput input = make_input (n, edges);
      g_autofree LeadupPoint *positions = NULL;

      /* Cut some graphs into parts. */
      if (seed % 3 == 0)
        input.n_edges /= 2;
      if (seed % 4 == 1)
        for (guint i = 0; i < n; i++)
          half_sizes[i].x *= 3.0;
      input.crossing_slack = n < 40 ? 0.05 : 0.0;
      input.half_sizes = half_sizes;
      positions = lay_out (&input);
      g_assert_cmpuint (leadup_graph_overlap_count (n, half_sizes, positions), ==, 0);
    }
}

static void
test_boxes_in_one_point_come_apart (void)
{
  for (guint n = 2; n < 200; n += 33)
    {
      g_autofree LeadupPoint *positions = g_new0 (LeadupPoint, n);
      g_autofree LeadupPoint *half_sizes = make_boxes (n);
      g_autofree gboolean *is_pinned = g_new0 (gboolean, n);

      is_pinned[n / 2] = TRUE;
      g_assert_cmpuint (leadup_graph_overlap_count (n, half_sizes, positions), ==, n * (n - 1) / 2);
      g_assert_true (leadup_graph_overlap_remove (n, half_sizes, is_pinned, positions, NULL, NULL));
      g_assert_cmpuint (leadup_graph_overlap_count (n, half_sizes, positions), ==, 0);
      g_assert_cmpfloat (positions[n / 2].x, ==, 0.0);
      g_assert_cmpfloat (positions[n / 2].y, ==, 0.0);
    }
}

static void
test_a_box_between_pinned_ones_goes_to_a_near_gap (void)
{
  /* A wall of pinned boxes, and one box that cannot stay in it. */
  LeadupPoint positions[] = { { -1.0, 0.0 }, { 0.0, 0.0 }, { 1.0, 0.0 }, { 0.4, 0.1 } };
  LeadupPoint half_sizes[] = { { 0.5, 0.5 }, { 0.5, 0.5 }, { 0.5, 0.5 }, { 0.2, 0.2 } };
  gboolean is_pinned[] = { TRUE, TRUE, TRUE, FALSE };

  g_assert_true (leadup_graph_overlap_remove (4, half_sizes, is_pinned, positions, NULL, NULL));
  g_assert_cmpuint (leadup_graph_overlap_count (4, half_sizes, positions), ==, 0);
  g_assert_cmpfloat (fabs (positions[3].x - 0.4), <, 0.5);
  g_assert_cmpfloat_with_epsilon (positions[3].y, 0.7, 1e-3);
}

static void
test_pinned_nodes_do_not_move_at_all (void)
{
  for (guint seed = 1; seed < 12; seed++)
    {
      guint n = 10 * seed;
      g_autoptr (GArray) edges = make_graph (n, n / 2, seed);
      g_autofree LeadupPoint *half_sizes = make_boxes (n);
      g_autofree LeadupPoint *start = g_new (LeadupPoint, n);
      g_autofree gboolean *is_pinned = g_new0 (gboolean, n);
      LeadupGraphLayoutInput input = make_input (n, edges);
      g_autofree LeadupPoint *positions = NULL;
      LeadupPcg random;

      leadup_pcg_init (&random, seed, 0);
      for (guint i = 0; i < n; i++)
        {
          is_pinned[i] = i % 3 == 0;
          start[i] = i % 3 == 1 ? (LeadupPoint) { NAN, NAN }
                                : (LeadupPoint) { 8.0 * leadup_pcg_next_unit (&random),
                                                  8.0 * leadup_pcg_next_unit (&random) };
        }
      if (seed % 2 == 0)
        input.n_edges /= 2;
      input.crossing_slack = n < 50 ? 0.05 : 0.0;
      input.start = start;
      input.is_pinned = is_pinned;
      input.half_sizes = half_sizes;
      positions = lay_out (&input);
      for (guint i = 0; i < n; i += 3)
        {
          g_assert_cmpfloat (positions[i].x, ==, start[i].x);
          g_assert_cmpfloat (positions[i].y, ==, start[i].y);
        }
    }
}

static void
test_a_new_node_goes_near_its_partners (void)
{
  g_autoptr (GArray) edges = make_graph (40, 15, 8);
  LeadupGraphLayoutInput input = make_input (40, edges);
  g_autofree LeadupPoint *before = lay_out (&input);
  g_autofree LeadupPoint *start = g_new (LeadupPoint, 42);
  g_autofree gboolean *is_pinned = g_new0 (gboolean, 42);
  g_autofree LeadupPoint *after = NULL;
  LeadupGraphEdge edge = { 40, 17, 1.0 };

  g_array_append_val (edges, edge);
  for (guint i = 0; i < 42; i++)
    {
      start[i] = i < 40 ? before[i] : (LeadupPoint) { NAN, NAN };
      is_pinned[i] = i < 40;
    }
  input = make_input (42, edges);
  input.start = start;
  input.is_pinned = is_pinned;
  after = lay_out (&input);
  g_assert_cmpmem (before, 40 * sizeof *before, after, 40 * sizeof *after);
  g_assert_cmpfloat (get_distance (&after[40], &after[17]), <, 2.0);
  g_assert_cmpfloat (get_distance (&after[40], &after[17]), >, 0.2);
}

static void
test_tidying_up_keeps_the_map_recognizable (void)
{
  g_autoptr (GArray) edges = make_graph (60, 40, 4);
  LeadupGraphLayoutInput input = make_input (60, edges);
  g_autofree LeadupPoint *before = lay_out (&input);
  g_autofree LeadupPoint *after = NULL;

  input.start = before;
  input.seed = 77;
  after = lay_out (&input);
  g_assert_cmpfloat (leadup_graph_metrics_displace (60, before, after), <, 0.05);
}

static void
test_an_anchored_map_makes_room_for_new_ties_and_keeps_the_rest (void)
{
  g_autoptr (GArray) edges = make_graph (60, 40, 4);
  LeadupGraphLayoutInput input = make_input (60, edges);
  g_autofree LeadupPoint *before = NULL;
  g_autofree LeadupPoint *loose = NULL;
  g_autofree LeadupPoint *anchored = NULL;
  g_autofree LeadupPoint *fresh = NULL;
  LeadupGraphMetrics after, ideal;

  input.crossing_slack = 0.0;
  before = lay_out (&input);
  for (guint i = 0; i < 2; i++)
    {
      LeadupGraphEdge edge = { 3 + i, 50 - 7 * i, 1.0 };

      g_array_append_val (edges, edge);
    }
  input = make_input (60, edges);
  input.crossing_slack = 0.0;
  fresh = lay_out (&input);
  input.start = before;
  loose = lay_out (&input);
  input.anchoring = LEADUP_GRAPH_ANCHORING;
  anchored = lay_out (&input);
  leadup_graph_metrics_measure (&after, 60, input.edges, input.n_edges, anchored, NULL);
  leadup_graph_metrics_measure (&ideal, 60, input.edges, input.n_edges, fresh, NULL);
  g_assert_cmpfloat (leadup_graph_metrics_displace (60, before, anchored), <, 0.02);
  g_assert_cmpfloat (leadup_graph_metrics_displace (60, before, anchored), <,
                     leadup_graph_metrics_displace (60, before, loose));
  g_assert_cmpfloat (after.stress, <, 1.2 * ideal.stress);
}

typedef struct
{
  guint    n;
  guint    n_pictures;
  gboolean is_complete;
} Pictures;

static void
count_picture (const LeadupPoint *positions,
               gpointer           data)
{
  Pictures *self = data;

  self->n_pictures++;
  for (guint i = 0; i < self->n; i++)
    self->is_complete &= isfinite (positions[i].x) && isfinite (positions[i].y);
}

static void
test_pictures_on_the_way_are_complete_and_change_nothing (void)
{
  g_autoptr (GArray) edges = make_graph (900, 300, 4);
  LeadupGraphLayoutInput input = make_input (905, edges);
  Pictures pictures = { 905, 0, TRUE };
  g_autofree LeadupPoint *quiet = lay_out (&input);
  g_autofree LeadupPoint *shown = NULL;

  input.progress = count_picture;
  input.data = &pictures;
  shown = lay_out (&input);
  g_assert_cmpuint (pictures.n_pictures, >, 0);
  g_assert_true (pictures.is_complete);
  g_assert_cmpmem (quiet, 905 * sizeof *quiet, shown, 905 * sizeof *shown);
}

static void
test_coincident_starts_come_apart (void)
{
  LeadupGraphEdge edge = { 0, 1, 1.0 };
  LeadupPoint start[] = { { 3.0, 3.0 }, { 3.0, 3.0 } };
  LeadupGraphLayoutInput input = { .n = 2, .edges = &edge, .n_edges = 1, .start = start };
  g_autofree LeadupPoint *positions = lay_out (&input);

  g_assert_cmpfloat_with_epsilon (get_distance (&positions[0], &positions[1]), 1.0, 0.01);
}

static void
test_components_lie_apart_and_isolated_nodes_below (void)
{
  /* A triangle, a pair and three nodes without ties. */
  LeadupGraphEdge edges[] = { { 0, 1, 1.0 }, { 1, 2, 1.0 }, { 2, 0, 1.0 }, { 3, 4, 1.0 } };
  LeadupGraphLayoutInput input = { .n = 8, .edges = edges, .n_edges = 4 };
  g_autofree LeadupPoint *positions = lay_out (&input);

  for (guint i = 0; i < 3; i++)
    for (guint k = 3; k < 5; k++)
      g_assert_cmpfloat (get_distance (&positions[i], &positions[k]), >, 0.4);
  for (guint i = 5; i < 8; i++)
    for (guint k = 0; k < 5; k++)
      g_assert_cmpfloat (positions[i].y, >, positions[k].y);
  g_assert_cmpfloat (positions[5].y, ==, positions[6].y);
  g_assert_cmpfloat (positions[6].x, >, positions[5].x + 0.3);
}

static void
test_loops_and_repeated_edges_are_harmless (void)
{
  LeadupGraphEdge edges[]
      = { { 0, 0, 1.0 }, { 0, 1, 1.0 }, { 1, 0, 3.0 }, { 0, 1, 1.0 }, { 2, 2, 1.0 } };
  LeadupGraphLayoutInput input = { .n = 3, .edges = edges, .n_edges = 5, .crossing_slack = 0.05 };
  g_autofree LeadupPoint *positions = lay_out (&input);

  g_assert_cmpfloat_with_epsilon (get_distance (&positions[0], &positions[1]), 1.0, 0.01);
}

static void
test_polishing_takes_crossings_away_for_little_stress (void)
{
  guint n_plain = 0;
  guint n_polished = 0;

  for (guint seed = 0; seed < 6; seed++)
    {
      g_autoptr (GArray) edges = make_graph (45, 18, 100 + seed);
      LeadupGraphLayoutInput input = make_input (45, edges);
      g_autofree LeadupPoint *polished = lay_out (&input);
      g_autofree LeadupPoint *plain = NULL;
      LeadupGraphMetrics before, after;

      input.crossing_slack = 0.0;
      plain = lay_out (&input);
      leadup_graph_metrics_measure (&before, 45, input.edges, input.n_edges, plain, NULL);
      leadup_graph_metrics_measure (&after, 45, input.edges, input.n_edges, polished, NULL);
      g_assert_cmpuint (after.n_crossings, <=, before.n_crossings);
      g_assert_cmpfloat (after.stress, <=, before.stress * 1.0501);
      n_plain += before.n_crossings;
      n_polished += after.n_crossings;
    }
  g_assert_cmpuint (5 * n_polished, <, 4 * n_plain);
}

static void
test_sparse_stress_is_near_to_full_stress (void)
{
  /* A grid of 46 × 46: more than are laid out with all distances. Its stress in the plane is small.
   */
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (LeadupGraphEdge));
  LeadupGraphLayoutInput input;
  g_autofree LeadupPoint *positions = NULL;
  LeadupGraphMetrics metrics;

  for (guint i = 0; i < 46 * 46; i++)
    {
      LeadupGraphEdge right = { i, i + 1, 1.0 };
      LeadupGraphEdge down = { i, i + 46, 1.0 };

      if (i % 46 < 45)
        g_array_append_val (edges, right);
      if (i / 46 < 45)
        g_array_append_val (edges, down);
    }
  input = make_input (46 * 46, edges);
  positions = lay_out (&input);
  leadup_graph_metrics_measure (&metrics, input.n, input.edges, input.n_edges, positions, NULL);
  g_assert_cmpfloat (metrics.stress, <, 0.03);
  g_assert_cmpfloat (metrics.neighbourhood, >, 0.6);
}

static gpointer
cancel_soon_in_thread (gpointer data)
{
  g_usleep (30000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancelling_is_quick (void)
{
  static const guint sizes[] = { 300, 2000, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GArray) edges = make_graph (sizes[i], sizes[i], 1);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      LeadupGraphLayoutInput input = make_input (sizes[i], edges);
      gint64 started = g_get_monotonic_time ();
      GThread *thread = g_thread_new ("cancel", cancel_soon_in_thread, cancellable);

      g_assert_null (leadup_graph_layout_run (&input, cancellable, &error));
      /* 50 ms are promised; a busy machine with sanitizers may take longer. */
      g_assert_cmpint (g_get_monotonic_time () - started, <, 1000000);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_thread_join (thread);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add_func ("/graph-layout/" name, test)
  add ("no-node-and-one-node-have-a-map", test_no_node_and_one_node_have_a_map);
  add ("an-edge-is-as-long-as-it-should-be", test_an_edge_is_as_long_as_it_should_be);
  add ("a-cycle-becomes-round", test_a_cycle_becomes_round);
  add ("the-same-input-gives-the-same-bytes", test_the_same_input_gives_the_same_bytes);
  add ("the-bytes-are-the-same-everywhere", test_the_bytes_are_the_same_everywhere);
  add ("boxes-never-overlap", test_boxes_never_overlap);
  add ("boxes-in-one-point-come-apart", test_boxes_in_one_point_come_apart);
  add ("a-box-between-pinned-ones-goes-to-a-near-gap", test_a_box_between_pinned_ones_goes_to_a_near_gap);
  add ("pinned-nodes-do-not-move-at-all", test_pinned_nodes_do_not_move_at_all);
  add ("a-new-node-goes-near-its-partners", test_a_new_node_goes_near_its_partners);
  add ("tidying-up-keeps-the-map-recognizable", test_tidying_up_keeps_the_map_recognizable);
  add ("an-anchored-map-makes-room-for-new-ties-and-keeps-the-rest",
       test_an_anchored_map_makes_room_for_new_ties_and_keeps_the_rest);
  add ("pictures-on-the-way-are-complete-and-change-nothing",
       test_pictures_on_the_way_are_complete_and_change_nothing);
  add ("coincident-starts-come-apart", test_coincident_starts_come_apart);
  add ("components-lie-apart-and-isolated-nodes-below", test_components_lie_apart_and_isolated_nodes_below);
  add ("loops-and-repeated-edges-are-harmless", test_loops_and_repeated_edges_are_harmless);
  add ("polishing-takes-crossings-away-for-little-stress", test_polishing_takes_crossings_away_for_little_stress);
  add ("sparse-stress-is-near-to-full-stress", test_sparse_stress_is_near_to_full_stress);
  add ("cancelling-is-quick", test_cancelling_is_quick);
#undef add

  return g_test_run ();
}
