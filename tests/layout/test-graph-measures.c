/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Distances, pivots, the first picture, packing and metrics, each against what can be worked out by
 * hand. */

#include "config.h"

#include "layout/leadup-graph-distances.h"
#include "layout/leadup-graph-metrics.h"
#include "layout/leadup-graph-packing.h"
#include "layout/leadup-graph-part.h"
#include "layout/leadup-graph-pivot-mds.h"
#include "layout/leadup-graph-polish.h"
#include "layout/leadup-graph-sgd.h"

#include <math.h>
#include <string.h>

#define THICKET 90
#define THICKET_PAIRS 8100

static void
test_shortest_ways_are_found (void)
{
  /* The way round is shorter than the long edge; 4 is not connected. */
  static const LeadupGraphEdge edges[]
      = { { 0, 1, 1.0 }, { 1, 2, 0.5 }, { 0, 2, 3.0 }, { 2, 3, 1.0 }, { 3, 2, 0.75 } };
  static const float expected[] = { 0.0f, 1.0f, 1.5f, 2.25f, -1.0f };
  g_autoptr (LeadupGraphDistances) graph
      = leadup_graph_distances_new (5, edges, G_N_ELEMENTS (edges));
  g_autofree float *all = NULL;
  float distances[5];
  guint components[5];
  guint n_neighbours;

  leadup_graph_distances_measure (graph, 0, distances);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (distances[i], ==, expected[i]);
  all = leadup_graph_distances_measure_all (graph, NULL, NULL);
  for (guint i = 0; i < 5; i++)
    for (guint k = 0; k < 5; k++)
      g_assert_cmpfloat (all[5 * i + k], ==, all[5 * k + i]);

  g_assert_cmpuint (leadup_graph_distances_get_n (graph), ==, 5);
  g_assert_cmpuint (leadup_graph_distances_get_components (graph, components), ==, 2);
  g_assert_cmpuint (components[3], ==, 0);
  g_assert_cmpuint (components[4], ==, 1);
  leadup_graph_distances_get_neighbours (graph, 2, &n_neighbours);
  g_assert_cmpuint (n_neighbours, ==, 3);
}

/* Dijkstra and counting steps must agree where all edges are as long. */
static void
test_both_ways_of_measuring_agree (void)
{
  LeadupGraphEdge edges[61];
  float steps[41];
  float lengths[41];
  g_autoptr (LeadupGraphDistances) uniform = NULL;
  g_autoptr (LeadupGraphDistances) mixed = NULL;

  for (guint i = 0; i < 60; i++)
    edges[i] = (LeadupGraphEdge) { (i * 7) % 40, (i * 13 + 5) % 40, 1.0 };
  edges[60] = (LeadupGraphEdge) { 39, 40, 2.0 };
  uniform = leadup_graph_distances_new (40, edges, 60);
  mixed = leadup_graph_distances_new (41, edges, 61);
  for (guint source = 0; source < 40; source++)
    {
      leadup_graph_distances_measure (uniform, source, steps);
      leadup_graph_distances_measure (mixed, source, lengths);
      for (guint i = 0; i < 40; i++)
        g_assert_cmpfloat (steps[i], ==, lengths[i]);
    }
}

static void
test_pivots_lie_far_from_each_other (void)
{
  LeadupGraphEdge edges[20];
  g_autoptr (LeadupGraphDistances) graph = NULL;
  g_autoptr (LeadupGraphPivots) pivots = NULL;
  g_autofree float *weights = NULL;
  LeadupPoint positions[21];

  for (guint i = 0; i < 20; i++)
    edges[i] = (LeadupGraphEdge) { i, i + 1, 1.0 };
  graph = leadup_graph_distances_new (21, edges, 20);
  pivots = leadup_graph_pivots_new (graph, 3, NULL, NULL);
  g_assert_cmpuint (pivots->n_pivots, ==, 3);
  g_assert_cmpuint (pivots->nodes[0], ==, 20);
  g_assert_cmpuint (pivots->nodes[1], ==, 0);
  g_assert_cmpuint (pivots->nodes[2], ==, 10);

  /* From the end, the middle stands for itself and five on either side, as far as they are nearest
   * to it. */
  weights = leadup_graph_pivots_weigh (pivots, 21, NULL);
  g_assert_cmpfloat (weights[2 * 21 + 10], ==, 0.0);
  g_assert_cmpfloat_with_epsilon (weights[2 * 21 + 0], 9.0 / 100.0, 1e-6);

  /* A path is drawn as a straight line, in order and to scale. */
  leadup_graph_pivot_mds_place (pivots, 21, positions, NULL);
  for (guint i = 0; i < 20; i++)
    g_assert_cmpfloat_with_epsilon (fabs (positions[i + 1].x - positions[i].x), 1.0, 0.35);
  g_assert_cmpfloat_with_epsilon (fabs (positions[20].x - positions[0].x), 20.0, 2.0);
}

static void
test_descent_reaches_a_perfect_picture (void)
{
  /* The corners of a right triangle, 3–4–5. */
  static const float distances[] = { 0, 3, 4, 3, 0, 5, 4, 5, 0 };
  LeadupGraphSchedule schedule = { .first = 25.0, .last = 0.01, .n_epochs = 100 };
  LeadupPoint positions[] = { { 0, 0 }, { 1, 0 }, { 1, 2 } };
  gboolean is_pinned[] = { TRUE, FALSE, FALSE };
  LeadupPcg random;

  leadup_pcg_init (&random, 1, 1);
  g_assert_true (
      leadup_graph_sgd_run (3, distances, &schedule, is_pinned, &random, positions, NULL, NULL));
  g_assert_cmpfloat (positions[0].x, ==, 0.0);
  for (guint i = 0; i < 3; i++)
    for (guint k = 0; k < 3; k++)
      g_assert_cmpfloat_with_epsilon (
          sqrt ((positions[i].x - positions[k].x) * (positions[i].x - positions[k].x)
                + (positions[i].y - positions[k].y) * (positions[i].y - positions[k].y)),
          distances[3 * i + k], 0.02);
}

static void
test_sparse_descent_draws_a_path_straight (void)
{
  LeadupGraphEdge edges[30];
  LeadupPoint positions[31] = { 0 };
  LeadupGraphSchedule schedule = { .first = 900.0, .last = 0.001, .n_epochs = 30 };
  g_autoptr (LeadupGraphDistances) graph = NULL;
  g_autoptr (LeadupGraphPivots) pivots = NULL;
  LeadupGraphMetrics metrics;
  LeadupPcg random;

  for (guint i = 0; i < 30; i++)
    edges[i] = (LeadupGraphEdge) { i, i + 1, 1.0 };
  graph = leadup_graph_distances_new (31, edges, 30);
  pivots = leadup_graph_pivots_new (graph, 6, NULL, NULL);
  leadup_pcg_init (&random, 1, 1);
  leadup_graph_pivot_mds_place (pivots, 31, positions, NULL);
  g_assert_true (
      leadup_graph_sgd_run_sparse (graph, pivots, &schedule, NULL, &random, positions, NULL, NULL));
  leadup_graph_metrics_measure (&metrics, 31, edges, 30, positions, NULL);
  g_assert_cmpfloat (metrics.stress, <, 0.01);
}

static void
test_metrics_are_those_worked_out_by_hand (void)
{
  /* A square with both diagonals, drawn as a square: 4 edges right, 2 too long by √2; one crossing.
   */
  static const LeadupGraphEdge edges[] = {
    { 0, 1, 1.0 }, { 1, 2, 1.0 }, { 2, 3, 1.0 }, { 3, 0, 1.0 }, { 0, 2, 1.0 }, { 1, 3, 1.0 },
  };
  static const LeadupPoint square[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } };
  static const LeadupPoint moved[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 3, 14 } };
  double sum = 40.0 + 20.0 * sqrt (2.0);
  double squares = 400.0 + 400.0;
  LeadupPoint boxes[] = { { 1, 1 }, { 1, 1 }, { 9.5, 1 }, { 1, 1 } };
  LeadupGraphMetrics metrics;

  leadup_graph_metrics_measure (&metrics, 4, edges, 6, square, NULL);
  g_assert_cmpfloat_with_epsilon (metrics.stress, 1.0 - sum * sum / (6.0 * squares), 1e-12);
  g_assert_cmpfloat_with_epsilon (metrics.scale, sum / squares, 1e-12);
  g_assert_cmpuint (metrics.n_crossings, ==, 1);
  g_assert_cmpuint (metrics.n_overlaps, ==, 0);

  /* One box reaches into its neighbour, and into edge 3–0? No: 0.5 short of it. */
  leadup_graph_metrics_measure (&metrics, 4, edges, 6, square, boxes);
  g_assert_cmpuint (metrics.n_overlaps, ==, 1);
  g_assert_cmpuint (metrics.n_on_edges, ==, 1);

  g_assert_cmpfloat (leadup_graph_metrics_displace (4, square, square), ==, 0.0);
  g_assert_cmpfloat (leadup_graph_metrics_displace (1, square, moved), ==, 0.0);
  g_assert_cmpfloat (leadup_graph_metrics_displace (0, square, moved), ==, 0.0);
}

static void
test_segments_and_boxes_meet_as_they_should (void)
{
  LeadupPoint a = { 0, 0 }, b = { 10, 10 }, c = { 0, 10 }, d = { 10, 0 }, e = { 4, 0 };
  LeadupPoint half = { 1, 1 };
  LeadupPoint on = { 5, 5 }, beside = { 7, 4.5 }, behind = { 12, 12 };

  g_assert_true (leadup_graph_segments_cross (&a, &b, &c, &d));
  g_assert_false (leadup_graph_segments_cross (&a, &c, &e, &b));
  g_assert_true (leadup_graph_segment_hits_box (&a, &b, &on, &half));
  g_assert_false (leadup_graph_segment_hits_box (&a, &b, &beside, &half));
  g_assert_false (leadup_graph_segment_hits_box (&a, &b, &behind, &half));
}

static gboolean
overlap (const LeadupRect *a,
         const LeadupRect *b)
{
  return a->x < b->x + b->width - 1e-9 && b->x < a->x + a->width - 1e-9 &&
         a->y < b->y + b->height - 1e-9 && b->y < a->y + a->height - 1e-9;
}

static void
test_packed_rectangles_do_not_overlap_and_fill_the_page (void)
{
  for (guint n = 1; n < 60; n += 7)
    {
      g_autofree LeadupGraphShape *shapes = g_new0 (LeadupGraphShape, n);
      double area = 0.0;
      LeadupRect whole;

      for (guint i = 0; i < n; i++)
        {
          shapes[i].bounds = (LeadupRect) { 0.0, 0.0, 1.0 + (i * 7) % 5, 1.0 + (i * 3) % 4 };
          area += shapes[i].bounds.width * shapes[i].bounds.height;
        }
      leadup_graph_packing_place (shapes, n, 1, 1.5);
      g_assert_cmpfloat (shapes[0].bounds.x, ==, 0.0);
      whole = shapes[0].bounds;
      for (guint i = 0; i < n; i++)
        {
          whole = leadup_rect_union (&whole, &shapes[i].bounds);
          for (guint k = 0; k < i; k++)
            g_assert_false (overlap (&shapes[i].bounds, &shapes[k].bounds));
        }
      if (n > 20)
        {
          g_assert_cmpfloat (whole.width * whole.height, <, 1.5 * area);
          g_assert_cmpfloat (whole.width / whole.height, >, 1.0);
          g_assert_cmpfloat (whole.width / whole.height, <, 2.2);
        }
    }
}

static void
test_small_shapes_go_into_the_gaps_of_large_ones (void)
{
  /* A frame that is empty inside. */
  static const LeadupRect frame[] = {
    { 0, 0, 10, 1 }, { 0, 9, 10, 1 }, { 0, 0, 1, 10 }, { 9, 0, 1, 10 }
  };
  LeadupGraphShape shapes[] = { { { 0, 0, 10, 10 }, frame, 4 }, { { 50, 50, 3, 3 } } };

  leadup_graph_packing_place (shapes, 2, 0, 1.0);
  g_assert_cmpfloat (shapes[1].bounds.x, >=, 1.0);
  g_assert_cmpfloat (shapes[1].bounds.x, <=, 6.0);
  g_assert_cmpfloat (shapes[1].bounds.y, >=, 1.0);
  g_assert_cmpfloat (shapes[1].bounds.y, <=, 6.0);
}

static void
test_a_part_is_laid_out_for_itself (void)
{
  static const LeadupGraphPartRules rules = { .seed = 1 };
  static const LeadupGraphEdge edges[] = { { 3, 1, 1.0 }, { 1, 4, 1.0 } };
  LeadupGraphLayoutInput input = { .n = 5, .edges = edges, .n_edges = 2 };
  g_autoptr (GPtrArray) parts = leadup_graph_part_split (&input);
  LeadupGraphPart *part = g_ptr_array_index (parts, 1);
  LeadupRect bounds;

  g_assert_cmpuint (parts->len, ==, 3);
  g_assert_cmpuint (part->n, ==, 3);
  g_assert_cmpuint (part->nodes[0], ==, 1);
  g_assert_true (leadup_graph_part_lay_out (part, &rules, NULL, NULL));
  bounds = leadup_graph_part_get_bounds (part);
  g_assert_cmpfloat_with_epsilon (bounds.width, 2.0, 0.1);
  g_assert_cmpfloat_with_epsilon (bounds.height, 0.0, 0.1);
}

static void
test_polishing_undoes_a_crossing (void)
{
  /* A square whose corners 2 and 3 have changed places. */
  static const LeadupGraphEdge edges[]
      = { { 0, 1, 1.0 }, { 1, 2, 1.0 }, { 2, 3, 1.0 }, { 3, 0, 1.0 } };
  static const float distances[] = { 0, 1, 2, 1, 1, 0, 1, 2, 2, 1, 0, 1, 1, 2, 1, 0 };
  LeadupPoint positions[] = { { 0, 0 }, { 1, 0 }, { 0.1, 1 }, { 1, 1 } };
  LeadupGraphMetrics metrics;
  LeadupPcg random;

  leadup_pcg_init (&random, 1, 1);
  g_assert_true (
      leadup_graph_polish_run (4, edges, 4, distances, NULL, 0.2, &random, positions, NULL, NULL));
  leadup_graph_metrics_measure (&metrics, 4, edges, 4, positions, NULL);
  g_assert_cmpuint (metrics.n_crossings, ==, 0);
  g_assert_cmpfloat (metrics.stress, <=, 0.2);
}

/* Each is tied with each: there nobody is moved for the sake of a crossing, for it took minutes. */
static void
test_a_thicket_is_not_polished (void)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, TRUE, sizeof (LeadupGraphEdge));
  g_autofree float *distances = g_new0 (float, THICKET_PAIRS);
  LeadupPoint positions[THICKET], before[THICKET];
  LeadupPcg random;

  leadup_pcg_init (&random, 1, 1);
  for (guint i = 0; i < THICKET; i++)
    {
      positions[i] = (LeadupPoint) { i % 10, i / 10 };
      for (guint k = 0; k < THICKET; k++)
        {
          LeadupGraphEdge edge = { .a = i, .b = k, .length = 1 };

          distances[i * THICKET + k] = i == k ? 0 : 1;
          if (i < k)
            g_array_append_val (edges, edge);
        }
    }
  memcpy (before, positions, sizeof before);
  g_assert_true (leadup_graph_polish_run (THICKET, (LeadupGraphEdge *) (gpointer) edges->data,
                                          edges->len, distances, NULL, 10, &random, positions,
                                          NULL, NULL));
  g_assert_cmpmem (positions, sizeof positions, before, sizeof before);
}

/* A path of three edges laid out straight has no stress; folded, it has, and crosses itself. */
static void
test_fidelity_is_what_stress_leaves (void)
{
  static const float distances[]
      = { 0, 1, 2, 3, 1, 0, 1, 2, 2, 1, 0, 1, 3, 2, 1, 0 };
  static const LeadupPoint straight[] = { { 0, 0 }, { 2, 0 }, { 4, 0 }, { 6, 0 } };
  static const LeadupPoint folded[] = { { 0, 0 }, { 2, 2 }, { 2, 0 }, { 0, 2 } };
  static const LeadupGraphEdge edges[] = { { 0, 1, 1.0 }, { 1, 2, 1.0 }, { 2, 3, 1.0 } };
  LeadupGraphMetrics metrics = { 0 };

  g_assert_cmpfloat_with_epsilon (
      leadup_graph_metrics_measure_stress (4, distances, straight), 0.0, 1e-12);
  g_assert_cmpfloat (leadup_graph_metrics_measure_stress (4, distances, folded), >, 0.1);
  g_assert_cmpuint (leadup_graph_metrics_count_crossings (edges, 3, straight), ==, 0);
  g_assert_cmpuint (leadup_graph_metrics_count_crossings (edges, 3, folded), ==, 1);

  metrics.stress = 0.06;
  g_assert_cmpfloat_with_epsilon (leadup_graph_metrics_get_fidelity (&metrics), 0.94, 1e-12);
  metrics.stress = 3;
  g_assert_cmpfloat (leadup_graph_metrics_get_fidelity (&metrics), ==, 0.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) g_test_add_func ("/graph-measures/" name, test)
  add ("shortest-ways-are-found", test_shortest_ways_are_found);
  add ("both-ways-of-measuring-agree", test_both_ways_of_measuring_agree);
  add ("pivots-lie-far-from-each-other", test_pivots_lie_far_from_each_other);
  add ("descent-reaches-a-perfect-picture", test_descent_reaches_a_perfect_picture);
  add ("sparse-descent-draws-a-path-straight", test_sparse_descent_draws_a_path_straight);
  add ("metrics-are-those-worked-out-by-hand", test_metrics_are_those_worked_out_by_hand);
  add ("segments-and-boxes-meet-as-they-should", test_segments_and_boxes_meet_as_they_should);
  add ("packed-rectangles-do-not-overlap-and-fill-the-page", test_packed_rectangles_do_not_overlap_and_fill_the_page);
  add ("small-shapes-go-into-the-gaps-of-large-ones", test_small_shapes_go_into_the_gaps_of_large_ones);
  add ("a-part-is-laid-out-for-itself", test_a_part_is_laid_out_for_itself);
  add ("polishing-undoes-a-crossing", test_polishing_undoes_a_crossing);
  add ("a-thicket-is-not-polished", test_a_thicket_is_not_polished);
#undef add

  g_test_add_func ("/graph-measures/fidelity-is-what-stress-leaves",
                   test_fidelity_is_what_stress_leaves);

  return g_test_run ();
}
