/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-labels.h"

#include <stdlib.h>

/* Between symbol and text; beside it, where there is no line height to add air, more. */
#define GAP 3.0
#define GAP_BESIDE 6.0

/* Names nearer than this beside each other are read as one. */
#define WORD_GAP 5.0

#define N_SLOTS 12

/* How far a text may reach out of the area before it is as good as outside. */
#define MARGIN_X 12.0
#define MARGIN_Y 18.0

/* What a place costs: another text hardly ever, symbols never if it can be helped, lines if they
 * must. */
#define COST_OUTSIDE 400.0
#define COST_MARGIN 120.0
#define COST_LABEL 1000.0
#define COST_SYMBOL 300.0
#define COST_NAMELESS 60.0 /* a symbol that has no name, and stands back */
#define COST_LINE_POINT 6.0
#define COST_DROPPED 280.0
#define COST_SLOT 2.0

typedef struct
{
  double priority;
  guint  label;
} Turn;

static int
compare_turns (const void *a,
               const void *b)
{
  const Turn *p = a;
  const Turn *q = b;

  if (p->priority > q->priority)
    return -1;
  if (p->priority < q->priority)
    return 1;
  return p->label < q->label ? -1 : p->label > q->label;
}

/* Below first, as on maps of the press; then beside, above and the corners, at last
 * below or above but to one side. */
static LeadupRect
get_slot (const LeadupGraphLabel *label,
          guint                   slot)
{
  static const struct
  {
    double x, y;       /* side of the symbol, in radii */
    double dx, dy;     /* which point of the text lies there: −1 left or top, 1 right or bottom */
  } slots[N_SLOTS] = {
    { 0, 1, 0, -1 },      { 1, 0, -1, 0 },      { -1, 0, 1, 0 },      { 0, -1, 0, 1 },
    { 0.8, 0.8, -1, -1 }, { -0.8, 0.8, 1, -1 }, { 0.8, -0.8, -1, 1 }, { -0.8, -0.8, 1, 1 },
    { 0, 1, -0.6, -1 },   { 0, 1, 0.6, -1 },    { 0, -1, -0.6, 1 },   { 0, -1, 0.6, 1 },
  };
  double x = label->centre.x + slots[slot].x * (label->radius + GAP_BESIDE);
  double y = label->centre.y + slots[slot].y * (label->radius + GAP);

  return (LeadupRect) { x - label->width / 2.0 * (1.0 + slots[slot].dx),
                        y - label->height / 2.0 * (1.0 + slots[slot].dy), label->width,
                        label->height };
}

static gboolean
overlap (const LeadupRect *a,
         const LeadupRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_outside (const LeadupRect *rect,
            const LeadupRect *area,
            double            margin_x,
            double            margin_y)
{
  return rect->x < area->x - margin_x || rect->y < area->y - margin_y
         || rect->x + rect->width > area->x + area->width + margin_x
         || rect->y + rect->height > area->y + area->height + margin_y;
}

static double
judge (const LeadupGraphLabel *labels,
       guint                   n_labels,
       guint                   index,
       const LeadupRect       *rect,
       const LeadupPoint      *line_points,
       guint                   n_line_points,
       const LeadupRect       *area)
{
  double cost = 0.0;

  if (is_outside (rect, area, MARGIN_X, MARGIN_Y))
    cost += COST_OUTSIDE;
  else if (is_outside (rect, area, 0.0, 0.0))
    cost += COST_MARGIN;

  for (guint i = 0; i < n_labels; i++)
    {
      const LeadupGraphLabel *other = &labels[i];
      double reach = other->radius + 1.0;
      LeadupRect name = { other->rect.x - WORD_GAP, other->rect.y,
                          other->rect.width + 2.0 * WORD_GAP, other->rect.height };
      LeadupRect symbol = { other->centre.x - reach, other->centre.y - reach, 2.0 * reach,
                            2.0 * reach };

      if (i == index)
        continue;
      if (overlap (rect, &symbol))
        cost += other->width > 0.0 ? COST_SYMBOL : COST_NAMELESS;
      if (other->rect.width > 0.0 && overlap (rect, &name))
        cost += COST_LABEL;
    }
  for (guint i = 0; i < n_line_points; i++)
    if (leadup_rect_contains (rect, line_points[i].x, line_points[i].y))
      cost += COST_LINE_POINT;

  return cost;
}

/**
 * leadup_graph_labels_place:
 * @labels: (array length=n_labels) (inout): labels of symbols
 * @line_points: (array length=n_line_points): points along the lines that are better not covered
 * @area: what labels are better not outside of
 * @may_drop: whether a label that finds no room is left out; otherwise it goes where it hurts least
 *
 * Gives each label one of twelve places around its symbol, the most important first, and then once
 * more with all others known.
 */
void
leadup_graph_labels_place (LeadupGraphLabel  *labels,
                           guint              n_labels,
                           const LeadupPoint *line_points,
                           guint              n_line_points,
                           const LeadupRect  *area,
                           gboolean           may_drop)
{
  g_autofree Turn *turns = g_new (Turn, n_labels + 1);

  for (guint i = 0; i < n_labels; i++)
    {
      turns[i] = (Turn) { labels[i].priority, i };
      labels[i].rect = (LeadupRect) { 0 };
    }
  qsort (turns, n_labels, sizeof *turns, compare_turns);

  for (guint pass = 0; pass < 2; pass++)
    for (guint k = 0; k < n_labels; k++)
      {
        guint i = turns[k].label;
        LeadupRect best = { 0 };
        double best_cost = may_drop ? COST_DROPPED : G_MAXDOUBLE;

        for (guint slot = 0; slot < N_SLOTS; slot++)
          {
            LeadupRect rect = get_slot (&labels[i], slot);
            double cost = judge (labels, n_labels, i, &rect, line_points, n_line_points, area) +
                          COST_SLOT * slot;

            if (cost < best_cost)
              {
                best_cost = cost;
                best = rect;
              }
          }
        labels[i].rect = best;
      }
}
