/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-tide.h"
#include "render/leadup-graph-builder.h"
#include "render/leadup-tide-scene.h"

#include <math.h>
#include <string.h>

/* What stands on the lines: how many events there are, and how they lie in time. */

/* A tide beside a line, how far from it, and the least line that has one of its own accord. */
#define TIDE_WIDTH 60.0
#define TIDE_HEIGHT 16.0
#define TIDE_GAP 5.0
#define BESIDE 2.0
#define LEAST_LENGTH 100.0
#define LEAST_EVENTS 4

/* A crowd has no tides but that of the selected tie. */
#define MAX_TIDES 24

/* Of so many lines those are thin that have less than this number, which then says enough. */
#define CROWD 80
#define LEAST_OF_CROWD 3

/* Narrower pictures have no room for tides. */
#define LEAST_WIDTH 520.0

/* In a matrix: a cell that has one, with its share of the names. */
#define CELL_AND_NAME 52.0

#define N_SAMPLES 24

/* Of a tide so narrow. */
#define MAX_BINS 24

/* Nearer to a name a number reads as a part of it. */
#define NAME_GAP 6.0

static const double places[] = { 0.46, 0.38, 0.54, 0.3, 0.62 };

static gboolean
is_covered (const LeadupGraphBuilder *self,
            const LeadupRect         *rect,
            const GArray             *counts)
{
  for (guint i = 0; i < self->n_mapped; i++)
    {
      double reach = self->nodes[i].radius + 1.0;
      LeadupRect symbol = { self->nodes[i].centre.x - reach, self->nodes[i].centre.y - reach,
                            2.0 * reach, 2.0 * reach };
      LeadupRect name = self->labels[i].rect;

      name.x -= NAME_GAP;
      name.width += 2.0 * NAME_GAP;
      if (leadup_rect_intersects (rect, &symbol) ||
          (self->labels[i].rect.width > 0.0 && leadup_rect_intersects (rect, &name)))
        return TRUE;
    }
  for (guint i = 0; i < counts->len; i++)
    if (leadup_rect_intersects (rect, &g_array_index (counts, LeadupRect, i)))
      return TRUE;

  return FALSE;
}

/* The time over which tides are drawn: that of the window, or of all that is shown. */
static LeadupTieWindow
get_span (LeadupGraphBuilder *self)
{
  LeadupTieWindow span = { self->options->from, self->options->to };

  if (self->span.from < self->span.to)
    return self->span;

  if (span.from == LEADUP_INSTANT_MIN || span.to == LEADUP_INSTANT_MAX)
    leadup_ties_get_span (self->ties, &span.from, &span.to);
  self->span = span;

  return span;
}

/**
 * leadup_graph_builder_add_tide:
 * @self: with a scene, in which a group is open
 * @strand: a line
 * @rect: where to
 *
 * What its line stands for, by time; all tides of a picture are drawn over the same time.
 */
void
leadup_graph_builder_add_tide (LeadupGraphBuilder      *self,
                               const LeadupGraphStrand *strand,
                               const LeadupRect        *rect)
{
  const LeadupTie *tie = leadup_graph_builder_find_tie (self, strand);
  LeadupTieWindow span = get_span (self);
  g_autoptr (LeadupTide) tide = NULL;
  LeadupTideSides sides = LEADUP_TIDE_BOTH;

  if (tie == NULL || span.from >= span.to)
    return;

  if (!leadup_graph_builder_has_pairs (self))
    sides = self->actors[strand->from].index == tie->a ? LEADUP_TIDE_FORWARD : LEADUP_TIDE_BACKWARD;
  tide = leadup_tide_new (tie, span.from, span.to, MAX_BINS);
  leadup_tide_scene_add_sparkline (self->scene, tide, sides, rect, self->theme);
  self->has_tides = TRUE;
}

/* Whether something would hide a line of others. */
static gboolean
hides_lines (const LeadupGraphBuilder *self,
             const LeadupGraphStrand  *strand,
             const LeadupRect         *rect)
{
  for (guint i = 0; i < self->strands->len; i++)
    {
      const LeadupGraphStrand *other = &g_array_index (self->strands, LeadupGraphStrand, i);

      for (guint k = 0; k <= N_SAMPLES && other != strand && other->is_drawn; k++)
        {
          LeadupPoint p = leadup_graph_strand_get_point (other, (double) k / N_SAMPLES);

          if (leadup_rect_contains (rect, p.x, p.y))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_place (const LeadupGraphBuilder *self,
            const LeadupGraphStrand  *strand,
            GArray                   *taken,
            double                    width,
            double                    height,
            LeadupRect               *rect)
{
  for (guint k = 0; k < G_N_ELEMENTS (places); k++)
    {
      LeadupPoint p = leadup_graph_strand_get_point (strand, places[k]);

      *rect = (LeadupRect) { p.x - width / 2.0, p.y - height / 2.0, width, height };
      if (is_covered (self, rect, taken))
        continue;
      g_array_append_val (taken, *rect);
      return TRUE;
    }

  return FALSE;
}

/* Beside the line, on its outer side where there is one back; with @is_forced on it if need be. */
static gboolean
find_place_beside (const LeadupGraphBuilder *self,
                   const LeadupGraphStrand  *strand,
                   GArray                   *taken,
                   double                    width,
                   double                    height,
                   gboolean                  is_forced,
                   LeadupRect               *rect)
{
  LeadupPoint p;

  for (guint k = 0; k < 2 * G_N_ELEMENTS (places); k++)
    {
      double t = places[k / 2], side = k % 2 == 0 ? 1.0 : -1.0;
      LeadupPoint next = leadup_graph_strand_get_point (strand, t + 0.02);
      double length, dx, dy, away;

      p = leadup_graph_strand_get_point (strand, t);
      length = MAX (hypot (next.x - p.x, next.y - p.y), 1e-6);
      dx = side * (next.y - p.y) / length;
      dy = -side * (next.x - p.x) / length;
      away = fabs (dx) * width / 2.0 + fabs (dy) * height / 2.0 +
             leadup_graph_strand_get_width (strand) / 2.0 + BESIDE;
      *rect = (LeadupRect) { p.x + away * dx - width / 2.0, p.y + away * dy - height / 2.0, width,
                             height };
      if (is_covered (self, rect, taken) || hides_lines (self, strand, rect))
        continue;
      g_array_append_val (taken, *rect);
      return TRUE;
    }
  if (!is_forced)
    return FALSE;

  p = leadup_graph_strand_get_point (strand, 0.5);
  *rect = (LeadupRect) { p.x - width / 2.0, p.y - height / 2.0, width, height };
  g_array_append_val (taken, *rect);

  return TRUE;
}

static gboolean
is_selected (const LeadupGraphBuilder *self,
             const LeadupGraphStrand  *strand)
{
  const char *from = self->actors[strand->from].id, *to = self->actors[strand->to].id;
  const char *tie = self->options->tie;
  gsize length = strlen (from);

  if (tie == NULL)
    return FALSE;
  if (strncmp (tie, from, length) == 0 && tie[length] == ' ' && g_str_equal (tie + length + 1, to))
    return TRUE;

  length = strlen (to);

  return leadup_graph_builder_has_pairs (self) && strncmp (tie, to, length) == 0 &&
         tie[length] == ' ' && g_str_equal (tie + length + 1, from);
}

static gboolean
has_room (const LeadupGraphBuilder *self,
          const LeadupGraphStrand  *strand)
{
  /* Of a bundle the lines are events in order of time themselves. */
  return self->strands->len <= MAX_TIDES && !strand->is_compared &&
         !leadup_graph_builder_is_bundled (self) &&
         strand->summary.n >= LEAST_EVENTS &&
         hypot (strand->end.x - strand->start.x, strand->end.y - strand->start.y) >= LEAST_LENGTH;
}

/* Whether tides on lines or in cells are to be expected in a picture of a width. */
gboolean
leadup_graph_builder_may_have_tides (const LeadupGraphBuilder *self)
{
  const LeadupGraphSceneOptions *options = self->options;

  if (options->form == LEADUP_GRAPH_FORM_LANES || options->before != NULL ||
      leadup_graph_builder_is_bundled (self) || options->width < LEAST_WIDTH)
    return FALSE;
  if (options->form == LEADUP_GRAPH_FORM_MATRIX)
    return self->n_mapped > 0 && options->width / self->n_mapped >= CELL_AND_NAME;

  for (guint i = 0; i < self->strands->len && self->strands->len <= MAX_TIDES; i++)
    if (g_array_index (self->strands, LeadupGraphStrand, i).summary.n >= LEAST_EVENTS)
      return TRUE;

  return FALSE;
}

static void
draw_count (LeadupGraphBuilder      *self,
            const LeadupGraphStrand *strand,
            GArray                  *taken)
{
  double row = leadup_text_measure_get_height (self->measure, LEADUP_TEXT_BADGE);
  g_autofree char *text = leadup_graph_builder_dup_count (strand);
  double width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_BADGE, text);
  gboolean is_forced = is_selected (self, strand) && !strand->is_compared;
  LeadupPaint pill = { .fill = self->theme->background };
  LeadupRect rect, tide;
  gboolean has_tide;

  has_tide = (is_forced || has_room (self, strand)) &&
             find_place_beside (self, strand, taken, width + 12.0 + TIDE_GAP + TIDE_WIDTH,
                                MAX (row, TIDE_HEIGHT) + 4.0, is_forced, &rect);
  if (!has_tide && !find_place (self, strand, taken, width + 8.0, row, &rect))
    return;

  if (is_forced)
    {
      pill.stroke = self->theme->line;
      pill.stroke_width = 1.0;
    }
  leadup_graph_builder_begin_tie (self, strand, "labels");
  leadup_scene_add_rect (self->scene, &rect, MIN (rect.height / 2.0, 8.0), &pill);
  leadup_scene_add_text (
      self->scene, text, LEADUP_TEXT_BADGE, LEADUP_ANCHOR_START,
      rect.x + (has_tide ? 6.0 : 4.0),
      rect.y + (rect.height - row) / 2.0 +
          leadup_text_measure_get_ascent (self->measure, LEADUP_TEXT_BADGE),
      width, self->theme->text);
  tide = (LeadupRect) { rect.x + 6.0 + width + TIDE_GAP,
                        rect.y + (rect.height - TIDE_HEIGHT) / 2.0, TIDE_WIDTH, TIDE_HEIGHT };
  if (has_tide)
    leadup_graph_builder_add_tide (self, strand, &tide);
  leadup_scene_end (self->scene);
}

/* The number of events on the line itself, and their tide, where there is room for it; on the
 * selected line in any case. */
void
leadup_graph_builder_draw_counts (LeadupGraphBuilder *self)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (LeadupRect));
  guint least = self->strands->len > CROWD ? LEAST_OF_CROWD : 2;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->strands->len; i++)
      {
        const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);
        gboolean has_count = strand->is_compared ? strand->change != LEADUP_TIE_CHANGE_NONE
                                                 : strand->summary.n >= least;

        /* The selected one chooses first. */
        if (is_selected (self, strand) == (pass == 0) && strand->is_drawn &&
            (has_count || pass == 0))
          draw_count (self, strand, taken);
      }
}
