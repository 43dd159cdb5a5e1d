/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-pivot-mds.h"

#include <math.h>

/* Nodes from one look at whether it is still wanted to the next. */
#define CANCEL_STEP 1024

#define N_ITERATIONS 60

/* Squared distances, n × k, with the mean of each row and each column taken out. */
static double *
centre (const LeadupGraphPivots *pivots,
        guint                    n)
{
  guint k = pivots->n_pivots;
  double *centred = g_new (double, (gsize) n *k + 1);
  g_autofree double *columns = g_new0 (double, k + 1);
  double whole = 0.0;

  for (guint p = 0; p < k; p++)
    {
      for (guint i = 0; i < n; i++)
        {
          double distance = (double) pivots->distances[(gsize) p * n + i];

          centred[(gsize) i * k + p] = distance * distance;
          columns[p] += distance * distance;
        }
      columns[p] /= n;
      whole += columns[p];
    }
  whole /= k;

  for (guint i = 0; i < n; i++)
    {
      double *row = centred + (gsize) i * k;
      double mean = 0.0;

      for (guint p = 0; p < k; p++)
        mean += row[p];
      mean /= k;
      for (guint p = 0; p < k; p++)
        row[p] = -0.5 * (row[p] - mean - columns[p] + whole);
    }

  return centred;
}

/* The k × k matrix of scalar products of the columns. */
static double *
multiply_by_itself (const double *centred,
                    guint         n,
                    guint         k,
                    GCancellable *cancellable)
{
  double *product = g_new0 (double, (gsize) k *k + 1);

  for (guint i = 0; i < n; i++)
    {
      const double *row = centred + (gsize) i * k;

      if (i % CANCEL_STEP == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      for (guint p = 0; p < k; p++)
        for (guint q = 0; q < k; q++)
          product[(gsize) p * k + q] += row[p] * row[q];
    }

  return product;
}

/* Takes @other, of length 1, out of @vector and makes that 1 long; to 0 where nothing is left. */
static void
make_unit (double       *vector,
           const double *other,
           guint         k)
{
  double along = 0.0;
  double square = 0.0;

  for (guint p = 0; p < k && other != NULL; p++)
    along += vector[p] * other[p];
  for (guint p = 0; p < k; p++)
    {
      if (other != NULL)
        vector[p] -= along * other[p];
      square += vector[p] * vector[p];
    }
  for (guint p = 0; p < k; p++)
    vector[p] = square > 1e-30 ? vector[p] / sqrt (square) : 0.0;
}

/* The strongest eigenvector that is perpendicular to @other, by power iteration. */
static void
find_eigenvector (const double *product,
                  guint         k,
                  const double *other,
                  double       *vector)
{
  g_autofree double *next = g_new (double, k + 1);

  /* Anything that is not perpendicular to the solution; the uneven part breaks symmetries. */
  for (guint p = 0; p < k; p++)
    vector[p] = 1.0 + (double) ((p * 7919u) % 101u) / 101.0;
  make_unit (vector, other, k);

  for (guint step = 0; step < N_ITERATIONS; step++)
    {
      for (guint p = 0; p < k; p++)
        {
          next[p] = 0.0;
          for (guint q = 0; q < k; q++)
            next[p] += product[(gsize) p * k + q] * vector[q];
        }
      memcpy (vector, next, k * sizeof *vector);
      make_unit (vector, other, k);
    }
}

/**
 * leadup_graph_pivot_mds_place:
 * @pivots: of a connected graph
 * @n: its nodes
 * @positions: (array length=n) (out caller-allocates): where they come to lie; anywhere once
 * @cancellable was cancelled
 * @cancellable: (nullable): to give up
 *
 * A first picture of a graph: multidimensional scaling with the distances to the pivots alone
 * (Brandes and Pich, “Eigensolver methods for progressive multidimensional scaling of large data”,
 * 2006).
 */
void
leadup_graph_pivot_mds_place (const LeadupGraphPivots *pivots,
                              guint                    n,
                              LeadupPoint             *positions,
                              GCancellable            *cancellable)
{
  guint k = pivots->n_pivots;
  g_autofree double *centred = centre (pivots, n);
  g_autofree double *product = multiply_by_itself (centred, n, k, cancellable);
  g_autofree double *first = g_new (double, k + 1);
  g_autofree double *second = g_new (double, k + 1);
  double measured = 0.0;
  double drawn = 0.0;
  double scale;

  find_eigenvector (product, k, NULL, first);
  find_eigenvector (product, k, first, second);

  for (guint i = 0; i < n; i++)
    {
      positions[i] = (LeadupPoint) { 0.0, 0.0 };
      for (guint p = 0; p < k; p++)
        {
          positions[i].x += centred[(gsize) i * k + p] * first[p];
          positions[i].y += centred[(gsize) i * k + p] * second[p];
        }
    }

  for (guint p = 0; p < k && !g_cancellable_is_cancelled (cancellable); p++)
    for (guint i = 0; i < n; i++)
      {
        double dx = positions[i].x - positions[pivots->nodes[p]].x;
        double dy = positions[i].y - positions[pivots->nodes[p]].y;

        measured += (double) pivots->distances[(gsize) p * n + i];
        drawn += sqrt (dx * dx + dy * dy);
      }
  scale = drawn > 0.0 ? measured / drawn : 1.0;
  for (guint i = 0; i < n; i++)
    {
      positions[i].x *= scale;
      positions[i].y *= scale;
    }
}
