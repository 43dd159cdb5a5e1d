/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-tide.h"
#include "render/leadup-graph-builder.h"

#include <math.h>

/* From line to line in a bundle, and how wide all of them may be, also as a part of its length. */
#define STEP 8.0
#define MAX_SPREAD 96.0
#define SPREAD_PART 0.45

/* Heads of many lines meet at a symbol. */
#define SMALLER 0.7

/* Ground around the outer lines. */
#define EDGE 5.0

/* The line of an event, drawn from what it did; @is_along is the way of the bundle. */
LeadupGraphStrand
leadup_graph_builder_make_line (const LeadupGraphStrand *bundle,
                                const LeadupTieEvent    *event,
                                gboolean                 is_along,
                                gboolean                 is_mutual)
{
  LeadupGraphStrand line = {
    .from = is_along ? bundle->from : bundle->to,
    .to = is_along ? bundle->to : bundle->from,
    .is_mutual = is_mutual,
    .shrink = bundle->shrink > 0.0 ? MIN (bundle->shrink, SMALLER) : SMALLER,
  };

  line.summary.n = 1;
  line.summary.state = event->tone < 0   ? LEADUP_TIE_STATE_HOSTILE
                       : event->tone > 0 ? LEADUP_TIE_STATE_COOPERATIVE
                                         : LEADUP_TIE_STATE_NEUTRAL;
  line.has_deeds = leadup_quad_class_is_deed (event->quad_class);
  line.dash = leadup_graph_strand_choose_dash (event->weight);

  return line;
}

/* What holds the lines together, and stands for the pair: a lens that is as wide as they are. */
static void
draw_ground (const LeadupGraphBuilder *self,
             const LeadupGraphStrand  *bundle,
             double                    half)
{
  const LeadupTheme *theme = self->theme;
  double dx = bundle->end.x - bundle->start.x, dy = bundle->end.y - bundle->start.y;
  double length = MAX (hypot (dx, dy), 1e-6);
  LeadupPoint by = { 2.0 * half * dy / length, -2.0 * half * dx / length };
  LeadupPoint control = bundle->control;
  LeadupPaint paint = { .fill = leadup_colour_mix (theme->neutral, theme->background, 0.86) };
  LeadupPathOp path[] = {
    { 'M', { bundle->start } },
    { 'Q', { { control.x + by.x, control.y + by.y }, bundle->end } },
    { 'Q', { { control.x - by.x, control.y - by.y }, bundle->start } },
    { .op = 'Z' },
  };

  leadup_graph_builder_begin_tie ((LeadupGraphBuilder *) self, bundle, "ties");
  leadup_scene_add_path (self->scene, path, G_N_ELEMENTS (path), &paint);
  leadup_scene_end (self->scene);
}

/* One entry for each event: that in which each acted on the other has two in a row. */
static guint
count_lines (const GArray *events)
{
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    n += i == 0 || g_array_index (events, LeadupTieEvent, i).event !=
                       g_array_index (events, LeadupTieEvent, i - 1).event;

  return n;
}

static void
draw_event (LeadupGraphBuilder   *self,
            LeadupGraphStrand    *line,
            double                bend,
            const LeadupTieEvent *event)
{
  leadup_graph_strand_bend (line, self->nodes, bend);
  if (!line->is_drawn)
    return;

  leadup_scene_begin (self->scene, LEADUP_SCENE_EVENT, "events",
                      leadup_record_get_id (LEADUP_RECORD (event->event)), NULL,
                      leadup_event_get_title (event->event));
  leadup_graph_strand_draw (line, self->scene, self->theme);
  leadup_scene_end (self->scene);
}

/* The tie between the ends of a line, or %NULL. */
const LeadupTie *
leadup_graph_builder_find_tie (const LeadupGraphBuilder *self,
                               const LeadupGraphStrand  *strand)
{
  return leadup_ties_find (self->ties, self->actors[strand->from].id, self->actors[strand->to].id);
}

/**
 * leadup_graph_builder_draw_bundle:
 * @self: after the fit, with a scene
 * @strand: of a pair, routed: the middle of the bundle
 *
 * A line for each event between two actors, in order of time from side to side, on a ground that
 * stands for the pair. Of very many only the latest have a line; the number on it is that of all.
 */
void
leadup_graph_builder_draw_bundle (LeadupGraphBuilder      *self,
                                  const LeadupGraphStrand *strand)
{
  const LeadupTie *tie = leadup_graph_builder_find_tie (self, strand);
  g_autoptr (GArray) events = NULL;
  gboolean starts_first;
  double length, spread, step;
  guint n_lines, n_skipped, number = 0;

  if (tie == NULL || !strand->is_drawn)
    return;

  starts_first = self->actors[strand->from].index == tie->a;
  events = leadup_graph_builder_list_events (self, tie, LEADUP_TIDE_BOTH);
  n_lines = count_lines (events);
  n_skipped = n_lines > LEADUP_GRAPH_BUILDER_MAX_BUNDLE ? n_lines - LEADUP_GRAPH_BUILDER_MAX_BUNDLE
                                                        : 0;
  n_lines -= n_skipped;
  length = hypot (strand->end.x - strand->start.x, strand->end.y - strand->start.y);
  spread = MIN (MIN (STEP * (n_lines - 1), MAX_SPREAD), SPREAD_PART * length);
  step = n_lines > 1 ? spread / (n_lines - 1) : 0.0;
  draw_ground (self, strand, spread / 2.0 + EDGE);

  for (guint i = 0; i < events->len; i++)
    {
      const LeadupTieEvent *event = &g_array_index (events, LeadupTieEvent, i);
      gboolean is_mutual = i + 1 < events->len && event[1].event == event->event;
      gboolean is_along = !event->forward == !starts_first;
      LeadupGraphStrand line =
          leadup_graph_builder_make_line (strand, event, is_along, is_mutual);
      double aside = step * number - spread / 2.0;

      i += is_mutual;
      if (n_skipped > 0)
        {
          n_skipped--;
          continue;
        }
      number++;
      draw_event (self, &line, is_along ? strand->bend + aside : -(strand->bend + aside), event);
    }
}
