/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-strand.h"

#include "render/leadup-stroke.h"

#include <math.h>

/* Below this many events a tone says little: the line stays thin. */
#define FEW 3
#define THIN 1.3
#define WIDTH_OF_ONE 1.2
#define MAX_WIDTH 9.0

/* Seen from far away, heads and lines shrink with the symbols, but never below these parts. */
#define MIN_HEAD 0.55
#define MIN_LINE 0.7

/* Between outline and arrowhead. */
#define GAP 2.0

#define N_SAMPLES 24

/* Points of a tapered line, and how thin its end is where there was nothing. */
#define N_TAPER 40
#define LEAST_TAPER 0.7

/* How far two lines of a pair are bent from each other, in pixels, and how far a line may swerve to
 * go round a symbol. */
#define PAIR_BEND 13.0
static const double swerves[] = { 0.0, 26.0, -26.0, 48.0, -48.0, 76.0, -76.0 };

static double
get_width_of (const LeadupGraphStrand *self,
              guint                    n)
{
  double shrink = self->shrink > 0.0 ? MAX (self->shrink, MIN_LINE) : 1.0;

  return shrink * (n < FEW ? THIN : MIN (MAX_WIDTH, WIDTH_OF_ONE * sqrt (n)));
}

static double
get_head_length (const LeadupGraphStrand *self)
{
  double shrink = self->shrink > 0.0 ? MAX (self->shrink, MIN_HEAD) : 1.0;

  return shrink * (8.5 + 1.25 * leadup_graph_strand_get_width (self));
}

static LeadupPoint
get_curve_point (LeadupPoint a,
                 LeadupPoint b,
                 LeadupPoint c,
                 double      t)
{
  double u = 1.0 - t;

  return (LeadupPoint) { u * u * a.x + 2.0 * u * t * b.x + t * t * c.x,
                         u * u * a.y + 2.0 * u * t * b.y + t * t * c.y };
}

/* Whether a curve, which never leaves the box of its three points, may come near a symbol. */
static gboolean
may_hit (LeadupPoint            a,
         LeadupPoint            b,
         LeadupPoint            c,
         const LeadupGraphNode *node,
         double                 reach)
{
  LeadupPoint p = node->centre;

  return p.x > MIN (a.x, MIN (b.x, c.x)) - reach && p.x < MAX (a.x, MAX (b.x, c.x)) + reach &&
         p.y > MIN (a.y, MIN (b.y, c.y)) - reach && p.y < MAX (a.y, MAX (b.y, c.y)) + reach;
}

/* How deep the curve runs into symbols of others, in pixels. */
static double
measure_hits (const LeadupGraphStrand *self,
              const LeadupGraphNode   *nodes,
              guint                    n_nodes,
              LeadupPoint              control)
{
  LeadupPoint a = nodes[self->from].centre, b = nodes[self->to].centre;
  double hits = 0.0;

  for (guint i = 0; i < n_nodes; i++)
    {
      double reach = nodes[i].radius + 5.0;
      double nearest = G_MAXDOUBLE;

      if (i == self->from || i == self->to || !may_hit (a, control, b, &nodes[i], reach))
        continue;
      for (guint k = 1; k < N_SAMPLES; k++)
        {
          LeadupPoint p = get_curve_point (a, control, b, (double) k / N_SAMPLES);
          double dx = p.x - nodes[i].centre.x, dy = p.y - nodes[i].centre.y;

          nearest = MIN (nearest, dx * dx + dy * dy);
        }
      if (nearest < reach * reach)
        hits += reach - sqrt (nearest);
    }

  return hits;
}

/* The part of the curve at which it leaves the outline of @node, looked for from @t in steps of
 * @step. */
static double
find_leaving (const LeadupGraphStrand *self,
              const LeadupGraphNode   *nodes,
              guint                    node,
              double                   t,
              double                   step)
{
  const LeadupPoint *centre = &nodes[node].centre;

  for (; t >= 0.0 && t <= 1.0; t += step)
    {
      LeadupPoint p =
          get_curve_point (nodes[self->from].centre, self->control, nodes[self->to].centre, t);
      double dx = p.x - centre->x;
      double dy = p.y - centre->y;

      if (hypot (dx, dy) >= leadup_graph_node_get_reach (&nodes[node], dx, dy) + GAP)
        return t;
    }

  return CLAMP (t, 0.0, 1.0);
}

/* The part of a quadratic curve from t0 to t1 is one too: its control point. */
static LeadupPoint
get_part_control (LeadupPoint a,
                  LeadupPoint b,
                  LeadupPoint c,
                  double      t0,
                  double      t1)
{
  return (LeadupPoint) {
    (1 - t0) * (1 - t1) * a.x + ((1 - t0) * t1 + t0 * (1 - t1)) * b.x + t0 * t1 * c.x,
    (1 - t0) * (1 - t1) * a.y + ((1 - t0) * t1 + t0 * (1 - t1)) * b.y + t0 * t1 * c.y,
  };
}

static void
cut (LeadupGraphStrand     *self,
     const LeadupGraphNode *nodes,
     double                 t0,
     double                 t1)
{
  LeadupPoint a = nodes[self->from].centre;
  LeadupPoint b = self->control;
  LeadupPoint c = nodes[self->to].centre;

  self->start = get_curve_point (a, b, c, t0);
  self->end = get_curve_point (a, b, c, t1);
  self->control = get_part_control (a, b, c, t0, t1);
}

/* A control point pulls a curve half its own way. */
static LeadupPoint
get_bent_control (LeadupPoint a,
                  LeadupPoint b,
                  double      bend)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = MAX (hypot (dx, dy), 1e-6);

  return (LeadupPoint) { (a.x + b.x) / 2.0 + 2.0 * bend * dy / length,
                         (a.y + b.y) / 2.0 - 2.0 * bend * dx / length };
}

/**
 * leadup_graph_strand_choose_dash:
 * @certainty: the weight of an event, 1, 0.7 or 0.4, or the mean of several
 *
 * Returns: the line for it; weights are cut in the middle between them
 */
LeadupDash
leadup_graph_strand_choose_dash (double certainty)
{
  return certainty >= 0.85   ? LEADUP_DASH_SOLID
         : certainty >= 0.55 ? LEADUP_DASH_DASHED
                             : LEADUP_DASH_DOTTED;
}

/**
 * leadup_graph_strand_get_width:
 * @self: a strand
 *
 * Returns: its width in pixels: by the root of the number of events, and thin below three
 */
double
leadup_graph_strand_get_width (const LeadupGraphStrand *self)
{
  return get_width_of (self, self->summary.n);
}

/**
 * leadup_graph_strand_bend:
 * @self: a strand with its ends
 * @nodes: all symbols that are shown
 * @bend: how far its middle is from the straight line, to the left of its way
 *
 * Leads the line from outline to outline.
 */
void
leadup_graph_strand_bend (LeadupGraphStrand     *self,
                          const LeadupGraphNode *nodes,
                          double                 bend)
{
  LeadupPoint a = nodes[self->from].centre;
  LeadupPoint b = nodes[self->to].centre;
  double length = hypot (b.x - a.x, b.y - a.y);
  double t0, t1;

  self->bend = bend;
  self->is_drawn = FALSE;
  if (length < 1.0)
    return;

  self->control = get_bent_control (a, b, bend);
  t0 = find_leaving (self, nodes, self->from, 0.0, 0.004);
  t1 = find_leaving (self, nodes, self->to, 1.0, -0.004);
  self->is_drawn = t1 > t0 && (t1 - t0) * length > 4.0;
  cut (self, nodes, t0, t1);
}

/**
 * leadup_graph_strand_route:
 * @self: a strand with its ends
 * @nodes: (array length=n_nodes): all symbols that are shown
 * @is_paired: whether there is one back too: both are bent to their own left, so that they run
 * apart
 *
 * Finds the way of the line: straight where it can be, around symbols of others, from outline to
 * outline.
 */
void
leadup_graph_strand_route (LeadupGraphStrand     *self,
                           const LeadupGraphNode *nodes,
                           guint                  n_nodes,
                           gboolean               is_paired)
{
  LeadupPoint a = nodes[self->from].centre;
  LeadupPoint b = nodes[self->to].centre;
  double least = G_MAXDOUBLE;
  double best = is_paired ? PAIR_BEND : 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (swerves); i++)
    {
      double bend = (is_paired ? PAIR_BEND : 0.0) + swerves[i];
      double detour = 0.05 * fabs (swerves[i]);
      double cost;

      if (is_paired && bend < 0.0)
        continue;
      /* Wider ways only cost more. */
      if (detour >= least)
        break;
      cost = measure_hits (self, nodes, n_nodes, get_bent_control (a, b, bend)) + detour;
      if (cost < least)
        {
          least = cost;
          best = bend;
        }
    }
  leadup_graph_strand_bend (self, nodes, best);
}

/* Returns: the point at @t, 0 at the start, 1 at the tip */
LeadupPoint
leadup_graph_strand_get_point (const LeadupGraphStrand *self,
                               double                   t)
{
  return get_curve_point (self->start, self->control, self->end, t);
}

/* Where the line ends and the head begins; and the direction into the tip, of length 1. */
static LeadupPoint
find_neck (const LeadupGraphStrand *self,
           double                   head,
           LeadupPoint             *direction,
           double                  *t_neck)
{
  double t = 1.0;
  LeadupPoint neck = self->end;
  double length;

  for (; t > 0.0; t -= 0.01)
    {
      neck = leadup_graph_strand_get_point (self, t);
      if (hypot (self->end.x - neck.x, self->end.y - neck.y) >= head)
        break;
    }
  length = hypot (self->end.x - neck.x, self->end.y - neck.y);
  *direction = length > 0.0 ? (LeadupPoint) { (self->end.x - neck.x) / length,
                                              (self->end.y - neck.y) / length }
                            : (LeadupPoint) { 1.0, 0.0 };
  *t_neck = MAX (t, 0.0);

  return neck;
}

static void
draw_line (const LeadupGraphStrand *self,
           LeadupScene             *scene,
           LeadupColour             colour,
           double                   width,
           double                   aside,
           double                   t_start,
           double                   t_end)
{
  LeadupPoint start = leadup_graph_strand_get_point (self, t_start);
  LeadupPoint end = leadup_graph_strand_get_point (self, t_end);
  LeadupPoint control = get_part_control (self->start, self->control, self->end, t_start, t_end);
  LeadupPaint paint = { .stroke = colour, .stroke_width = width, .dash = self->dash };
  double dx = end.x - start.x;
  double dy = end.y - start.y;
  double length = MAX (hypot (dx, dy), 1e-6);
  LeadupPoint by = { -aside * dy / length, aside * dx / length };
  LeadupPathOp path[] = {
    { 'M', { { start.x + by.x, start.y + by.y } } },
    { 'Q', { { control.x + by.x, control.y + by.y }, { end.x + by.x, end.y + by.y } } },
  };

  leadup_scene_add_path (scene, path, G_N_ELEMENTS (path), &paint);
}

/* Where a tapered line runs, and how wide it is there. */
typedef struct
{
  LeadupPoint at;
  LeadupPoint across; /* of length 1 */
  double length;      /* from its start */
  double half;
} TaperPoint;

static void
fill_taper (const LeadupGraphStrand *self,
            TaperPoint              *points,
            double                   before,
            double                   after,
            double                   aside,
            double                   t_start,
            double                   t_end)
{
  for (guint i = 0; i <= N_TAPER; i++)
    {
      double part = (double) i / N_TAPER;
      double t = t_start + part * (t_end - t_start);
      LeadupPoint at = leadup_graph_strand_get_point (self, t);
      LeadupPoint next = leadup_graph_strand_get_point (self, t + 0.01);
      double dx = next.x - at.x, dy = next.y - at.y;
      double length = MAX (hypot (dx, dy), 1e-9);

      points[i].across = (LeadupPoint) { -dy / length, dx / length };
      points[i].at = (LeadupPoint) { at.x + aside * points[i].across.x,
                                     at.y + aside * points[i].across.y };
      points[i].half = (before + part * (after - before)) / 2.0;
      if (i == 0)
        points[i].length = 0.0;
      else
        points[i].length =
            points[i - 1].length + hypot (points[i].at.x - points[i - 1].at.x,
                                          points[i].at.y - points[i - 1].at.y);
    }
}

static TaperPoint
get_taper_point (const TaperPoint *points,
                 double            length)
{
  guint i = 1;
  double part;
  TaperPoint point;

  while (i < N_TAPER && points[i].length < length)
    i++;
  point = points[i];
  part = (length - points[i - 1].length) / MAX (points[i].length - points[i - 1].length, 1e-9);
  part = CLAMP (part, 0.0, 1.0);
  point.at.x = points[i - 1].at.x + part * (points[i].at.x - points[i - 1].at.x);
  point.at.y = points[i - 1].at.y + part * (points[i].at.y - points[i - 1].at.y);
  point.half = points[i - 1].half + part * (points[i].half - points[i - 1].half);

  return point;
}

/* The piece between two lengths: there on one side, back on the other. */
static void
add_taper_piece (LeadupScene       *scene,
                 const TaperPoint  *points,
                 double             start,
                 double             end,
                 const LeadupPaint *paint)
{
  LeadupPathOp path[2 * (N_TAPER + 3) + 1];
  TaperPoint piece[N_TAPER + 3];
  guint n = 0, n_ops = 0;

  piece[n++] = get_taper_point (points, start);
  for (guint i = 0; i <= N_TAPER; i++)
    if (points[i].length > start && points[i].length < end)
      piece[n++] = points[i];
  piece[n++] = get_taper_point (points, end);
  for (guint i = 0; i < 2 * n; i++)
    {
      const TaperPoint *point = &piece[i < n ? i : 2 * n - 1 - i];
      double by = i < n ? point->half : -point->half;

      path[n_ops++] = (LeadupPathOp) { i == 0 ? 'M' : 'L',
                                       { { point->at.x + by * point->across.x,
                                           point->at.y + by * point->across.y } } };
    }
  path[n_ops++] = (LeadupPathOp) { .op = 'Z' };
  leadup_scene_add_path (scene, path, n_ops, paint);
}

/* As wide at its start as it was in the window before, and at its tip as it is now; in pieces where
 * its certainty asks for them. */
static void
draw_taper (const LeadupGraphStrand *self,
            LeadupScene             *scene,
            LeadupColour             colour,
            double                   scale,
            double                   aside,
            double                   t_start,
            double                   t_end)
{
  gboolean has_ended = self->change == LEADUP_TIE_CHANGE_ENDED;
  double before =
      self->n_before > 0 ? scale * get_width_of (self, self->n_before) : LEAST_TAPER;
  double after = has_ended ? LEAST_TAPER : scale * leadup_graph_strand_get_width (self);
  LeadupPaint paint = { .fill = colour };
  TaperPoint points[N_TAPER + 1];
  double on = 0.0, off = 0.0, length;

  fill_taper (self, points, before, after, aside, t_start, t_end);
  length = points[N_TAPER].length;
  if (!leadup_dash_get_lengths (self->dash, MAX (before, after), &on, &off))
    on = length;
  for (double start = 0.0; start < length; start += on + off)
    {
      add_taper_piece (scene, points, start, MIN (start + on, length), &paint);
      if (on >= length)
        break;
    }
}

static gboolean
is_tapered (const LeadupGraphStrand *self)
{
  return self->is_compared && self->change != LEADUP_TIE_CHANGE_NONE;
}

/* The line of one tone. */
static void
draw_body (const LeadupGraphStrand *self,
           LeadupScene             *scene,
           LeadupColour             colour,
           double                   width,
           double                   aside,
           double                   t_start,
           double                   t_end)
{
  if (is_tapered (self))
    draw_taper (self, scene, colour, width / leadup_graph_strand_get_width (self), aside, t_start,
                t_end);
  else
    draw_line (self, scene, colour, width, aside, t_start, t_end);
}

/* Half a head, on the side of @side, or with 0 all of it. Filled for deeds, hollow for words. */
static void
draw_head (const LeadupGraphStrand *self,
           LeadupScene             *scene,
           const LeadupTheme       *theme,
           LeadupColour             colour,
           LeadupPoint              neck,
           LeadupPoint              direction,
           double                   side)
{
  double half = 0.42 * get_head_length (self) + 0.28 * leadup_graph_strand_get_width (self);
  LeadupPoint left = { neck.x + half * direction.y, neck.y - half * direction.x };
  LeadupPoint right = { neck.x - half * direction.y, neck.y + half * direction.x };
  LeadupPaint paint = { .fill = self->has_deeds ? colour : theme->background, .stroke = colour,
                        .stroke_width = self->has_deeds ? 0.8 : 1.5 };
  LeadupPathOp path[] = {
    { 'M', { self->end } },
    { 'L', { side > 0.0 ? neck : left } },
    { 'L', { side < 0.0 ? neck : right } },
    { .op = 'Z' },
  };

  leadup_scene_add_path (scene, path, G_N_ELEMENTS (path), &paint);
}

/* The same line, looked at from its other end. */
static LeadupGraphStrand
reverse (const LeadupGraphStrand *self)
{
  LeadupGraphStrand back = *self;

  back.start = self->end;
  back.end = self->start;

  return back;
}

static LeadupColour
get_colour (const LeadupGraphStrand *self,
            const LeadupTheme       *theme)
{
  if (self->is_compared && self->change == LEADUP_TIE_CHANGE_NONE)
    return leadup_colour_mix (theme->neutral, theme->background, 0.5);

  return self->summary.state == LEADUP_TIE_STATE_HOSTILE       ? theme->hostile
         : self->summary.state == LEADUP_TIE_STATE_COOPERATIVE ? theme->cooperative
                                                               : theme->neutral;
}

/**
 * leadup_graph_strand_draw:
 * @self: a routed strand
 * @scene: an open group of it
 * @theme: for the colours of tones
 */
void
leadup_graph_strand_draw (const LeadupGraphStrand *self,
                          LeadupScene             *scene,
                          const LeadupTheme       *theme)
{
  double width = leadup_graph_strand_get_width (self);
  gboolean is_mixed = self->summary.state == LEADUP_TIE_STATE_MIXED &&
                      !(self->is_compared && self->change == LEADUP_TIE_CHANGE_NONE);
  LeadupColour colour = get_colour (self, theme);
  LeadupGraphStrand back = reverse (self);
  LeadupPoint direction, back_direction = { 0, 0 };
  LeadupPoint neck, back_neck = { 0, 0 };
  double t_neck, t_back = 1.0;

  if (!self->is_drawn)
    return;

  neck = find_neck (self, get_head_length (self), &direction, &t_neck);
  if (self->is_mutual)
    back_neck = find_neck (&back, get_head_length (self), &back_direction, &t_back);
  t_back = MIN (1.0 - t_back, t_neck);
  if (!is_mixed)
    {
      draw_body (self, scene, colour, width, 0.0, t_back, t_neck);
      draw_head (self, scene, theme, colour, neck, direction, 0.0);
      if (self->is_mutual)
        draw_head (&back, scene, theme, colour, back_neck, back_direction, 0.0);
      return;
    }

  width = MAX (0.6 * width, 1.5);
  draw_body (self, scene, theme->hostile, width, -width / 2.0 - 0.7, t_back, t_neck);
  draw_body (self, scene, theme->cooperative, width, width / 2.0 + 0.7, t_back, t_neck);
  draw_head (self, scene, theme, theme->hostile, neck, direction, -1.0);
  draw_head (self, scene, theme, theme->cooperative, neck, direction, 1.0);
  if (!self->is_mutual)
    return;
  draw_head (&back, scene, theme, theme->hostile, back_neck, back_direction, 1.0);
  draw_head (&back, scene, theme, theme->cooperative, back_neck, back_direction, -1.0);
}
