/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-packing.h"

#include <math.h>

#define N_SCALES 20

/* Days of a year in microseconds, some with an extent, in bursts. */
static LeadupLaneUnit *
random_units (GRand *random,
              guint  n)
{
  LeadupLaneUnit *units = g_new0 (LeadupLaneUnit, MAX (n, 1));
  double day = 86400e6;

  for (guint i = 0; i < n; i++)
    {
      LeadupLaneUnit *unit = &units[i];
      int kind = g_rand_int_range (random, 0, 20);

      unit->start = floor (365 * pow (g_rand_double (random), 2)) * day;
      unit->end = unit->start + day;
      if (kind == 0)
        unit->end = unit->start + g_rand_int_range (random, 2, 40) * day;
      else if (kind == 1)
        unit->end = INFINITY;
      else if (kind == 2)
        unit->end = unit->start;
      unit->anchor = kind > 1 ? (unit->start + unit->end) / 2 : unit->start;
      unit->left = (float) g_rand_double_range (random, 6, kind == 3 ? 120 : 10);
      unit->right = (float) g_rand_double_range (random, 20, 240);
      unit->importance = (float) g_rand_int_range (random, 1, 6);
      unit->entry = i;
    }

  return units;
}

static double
scale_of (guint step)
{
  return 0.2 / 86400e6 * pow (2, step * 0.6);
}

typedef struct
{
  GPtrArray *units;
  GArray *rows;
} Shown;

static gboolean
collect_cb (const LeadupLaneUnit  *unit,
            const LeadupLanePlace *place,
            gpointer               data)
{
  Shown *shown = data;

  g_ptr_array_add (shown->units, (gpointer) unit);
  g_array_append_val (shown->rows, place->row);

  return TRUE;
}

static void
collect (const LeadupLanePacking *packing,
         double                   scale,
         double                   from,
         double                   to,
         Shown                   *shown)
{
  shown->units = g_ptr_array_new ();
  shown->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  leadup_lane_packing_visit (packing, scale, from, to, collect_cb, shown);
}

static void
clear (Shown *shown)
{
  g_ptr_array_unref (shown->units);
  g_array_unref (shown->rows);
}

static gboolean
contains (const Shown *shown,
          guint        entry)
{
  for (guint i = 0; i < shown->units->len; i++)
    if (((LeadupLaneUnit *) g_ptr_array_index (shown->units, i))->entry == entry)
      return TRUE;

  return FALSE;
}

/* Half a thousandth of a pixel is what sums may be off by. */
static gboolean
overlap (const LeadupLaneUnit *a,
         const LeadupLaneUnit *b,
         double                scale)
{
  double slack = 5e-4;

  if (a->start > b->start || (a->start == b->start && a->anchor > b->anchor))
    return overlap (b, a, scale);

  return (b->anchor - a->anchor) * scale < (double) (a->right + b->left) - slack ||
         (b->anchor - a->end) * scale < (double) b->left - slack ||
         (b->start - a->anchor) * scale < (double) a->right - slack || b->start < a->end;
}

typedef void (*PackingCheck) (const LeadupLanePacking *packing, GRand *random);

/* Runs a check on packings of many sizes and numbers of rows. */
static void
for_random_packings (gconstpointer data)
{
  PackingCheck check = *(const PackingCheck *) data;
  GRand *random = g_rand_new_with_seed (20251124);

  for (guint round = 0; round < 60; round++)
    {
      guint n = round < 5 ? round : (guint) g_rand_int_range (random, 5, 500);
      LeadupLanePackingOptions options = {
        .max_rows = (guint) g_rand_int_range (random, 1, 9),
        .fit_scale = scale_of ((guint) g_rand_int_range (random, 0, 10)),
      };
      g_autofree LeadupLaneUnit *units = random_units (random, n);
      g_autoptr (LeadupLanePacking) packing = leadup_lane_packing_new (units, n, &options, NULL);

      g_assert_cmpuint (leadup_lane_packing_get_n (packing), ==, n);
      g_assert_cmpuint (leadup_lane_packing_get_n_rows (packing), <=, options.max_rows);
      check (packing, random);
    }
  g_rand_free (random);
}

static void
check_no_overlap (const LeadupLanePacking *packing,
                  GRand                   *random)
{
  for (guint step = 0; step < N_SCALES; step++)
    {
      Shown shown;

      collect (packing, scale_of (step), -INFINITY, INFINITY, &shown);
      for (guint i = 0; i < shown.units->len; i++)
        for (guint j = i + 1; j < shown.units->len; j++)
          if (g_array_index (shown.rows, guint, i) == g_array_index (shown.rows, guint, j))
            g_assert_false (overlap (g_ptr_array_index (shown.units, i),
                                     g_ptr_array_index (shown.units, j), scale_of (step)));
      clear (&shown);
    }
}

/* Whether a unit reaches into a window, told without a tree. */
static gboolean
reaches_into (const LeadupLaneUnit *unit,
              double                scale,
              double                from,
              double                to)
{
  double left = MIN (unit->start, unit->anchor - (double) unit->left / scale);
  double right = MAX (unit->end, unit->anchor + (double) unit->right / scale);

  return left <= to && right >= from;
}

static void
check_panning (const LeadupLanePacking *packing,
               GRand                   *random)
{
  for (guint step = 0; step < N_SCALES; step++)
    {
      double scale = scale_of (step);
      double from = g_rand_double_range (random, -20, 370) * 86400e6;
      double to = from + g_rand_double_range (random, 0.1, 90) * 86400e6;
      Shown all, window;

      collect (packing, scale, -INFINITY, INFINITY, &all);
      collect (packing, scale, from, to, &window);
      for (guint i = 0; i < all.units->len; i++)
        {
          const LeadupLaneUnit *unit = g_ptr_array_index (all.units, i);

          g_assert_cmpint (contains (&window, unit->entry), ==,
                           reaches_into (unit, scale, from, to));
        }
      g_assert_cmpuint (window.units->len, <=, all.units->len);
      clear (&all);
      clear (&window);
    }
}

static void
check_zooming (const LeadupLanePacking *packing,
               GRand                   *random)
{
  for (guint step = 1; step < N_SCALES; step++)
    {
      Shown before, after;

      collect (packing, scale_of (step - 1), -INFINITY, INFINITY, &before);
      collect (packing, scale_of (step), -INFINITY, INFINITY, &after);
      for (guint i = 0; i < before.units->len; i++)
        {
          const LeadupLaneUnit *unit = g_ptr_array_index (before.units, i);

          g_assert_true (contains (&after, unit->entry));
        }
      clear (&before);
      clear (&after);
    }
}

static void
check_hidden (const LeadupLanePacking *packing,
              GRand                   *random)
{
  guint n = leadup_lane_packing_get_n (packing);

  for (guint step = 0; step < N_SCALES && n > 0; step++)
    {
      double scale = scale_of (step);
      guint first = (guint) g_rand_int_range (random, 0, (gint32) n);
      guint end = (guint) g_rand_int_range (random, (gint32) first, (gint32) n + 1);
      guint n_hidden = 0;
      float importance = 0;
      int top = leadup_lane_packing_top_hidden (packing, scale, first, end);

      for (guint i = first; i < end; i++)
        if (leadup_lane_packing_get_place (packing, i)->activation > scale)
          {
            n_hidden++;
            importance = MAX (importance, leadup_lane_packing_get_unit (packing, i)->importance);
          }
      g_assert_cmpuint (leadup_lane_packing_count_hidden (packing, scale, first, end), ==,
                        n_hidden);
      if (n_hidden == 0)
        g_assert_cmpint (top, ==, -1);
      else
        g_assert_cmpfloat (leadup_lane_packing_get_unit (packing, (guint) top)->importance, ==,
                           importance);
    }
}

static void
check_find (const LeadupLanePacking *packing,
            GRand                   *random)
{
  double highest = 0;

  for (guint i = 0; i < leadup_lane_packing_get_n (packing); i++)
    {
      double anchor = leadup_lane_packing_get_unit (packing, i)->anchor;
      guint found = leadup_lane_packing_find (packing, anchor);

      g_assert_cmpuint (found, <=, i);
      g_assert_cmpfloat (leadup_lane_packing_get_unit (packing, found)->anchor, ==, anchor);
      highest = MAX (highest, leadup_lane_packing_get_place (packing, i)->activation);
    }
  g_assert_cmpuint (leadup_lane_packing_find (packing, INFINITY), <=,
                    leadup_lane_packing_get_n (packing));
  g_assert_cmpfloat (leadup_lane_packing_get_highest_activation (packing), ==, highest);
}

/* The most important unit is shown from the outset, and three that fit side by side share a row. */
static void
test_units_that_fit_share_a_row (void)
{
  LeadupLaneUnit units[] = {
    { .start = 0, .end = 1, .anchor = 0, .left = 5, .right = 50, .importance = 1, .entry = 0 },
    { .start = 100,
      .end = 101,
      .anchor = 100,
      .left = 5,
      .right = 50,
      .importance = 2,
      .entry = 1 },
    { .start = 200,
      .end = 201,
      .anchor = 200,
      .left = 5,
      .right = 50,
      .importance = 3,
      .entry = 2 },
  };
  LeadupLanePackingOptions options = { .max_rows = 3, .fit_scale = 1 };
  g_autoptr (LeadupLanePacking) packing = leadup_lane_packing_new (units, 3, &options, NULL);

  g_assert_cmpuint (leadup_lane_packing_get_n_rows (packing), ==, 1);
  g_assert_cmpfloat (leadup_lane_packing_get_place (packing, 2)->activation, ==, 0);
  g_assert_cmpfloat_with_epsilon (leadup_lane_packing_get_place (packing, 1)->activation, 0.55,
                                  1e-9);
}

static void
test_units_of_one_moment_need_rows_of_their_own (void)
{
  LeadupLaneUnit units[4] = { 0 };
  LeadupLanePackingOptions options = { .max_rows = 3, .fit_scale = 1 };
  g_autoptr (LeadupLanePacking) packing = NULL;

  for (guint i = 0; i < 4; i++)
    units[i] = (LeadupLaneUnit) { .end = 1, .left = 5, .right = 50, .entry = i };
  packing = leadup_lane_packing_new (units, 4, &options, NULL);

  g_assert_cmpuint (leadup_lane_packing_get_n_rows (packing), ==, 3);
  g_assert_true (isinf (leadup_lane_packing_get_highest_activation (packing)));
  g_assert_cmpuint (leadup_lane_packing_count_hidden (packing, 1e9, 0, 4), ==, 1);
}

static void
test_cancelled_packing_gives_nothing (void)
{
  LeadupLaneUnit unit = { .end = 1, .right = 5 };
  LeadupLanePackingOptions options = { .max_rows = 1, .fit_scale = 1 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_lane_packing_new (&unit, 1, &options, cancellable));
}

int
main (int    argc,
      char **argv)
{
  static const PackingCheck no_overlap = check_no_overlap, panning = check_panning;
  static const PackingCheck zooming = check_zooming, hidden = check_hidden, find = check_find;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/lane-packing/units-in-a-row-never-overlap", &no_overlap,
                        for_random_packings);
  g_test_add_data_func ("/lane-packing/panning-changes-no-unit", &panning, for_random_packings);
  g_test_add_data_func ("/lane-packing/zooming-in-only-adds", &zooming, for_random_packings);
  g_test_add_data_func ("/lane-packing/hidden-units-are-counted-and-the-top-one-found", &hidden,
                        for_random_packings);
  g_test_add_data_func ("/lane-packing/units-are-found-by-their-anchors", &find,
                        for_random_packings);
  g_test_add_func ("/lane-packing/units-that-fit-share-a-row", test_units_that_fit_share_a_row);
  g_test_add_func ("/lane-packing/units-of-one-moment-need-rows-of-their-own",
                   test_units_of_one_moment_need_rows_of_their_own);
  g_test_add_func ("/lane-packing/a-cancelled-packing-gives-nothing",
                   test_cancelled_packing_gives_nothing);

  return g_test_run ();
}
