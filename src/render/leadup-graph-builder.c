/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-builder.h"

#include "model/leadup-tie-rank.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

/* A chart has room for so many, even for those without a tie. */
#define MAX_ALL_ACTORS 30

#define MIN_RADIUS 8.0
#define MORE_RADIUS 11.0
#define NARROW 520.0
#define LABEL_GAP 3.0

/* Air around a box of symbol and label. */
#define BOX_AIR 6.0

/* The largest zoom that fitting chooses, in LEADUP_GRAPH_SCENE_UNIT. */
#define MAX_FIT 1.25

#define MIN_HEIGHT 240.0

/* Below so many pixels per unit symbols begin to shrink, down to this part of their size. */
#define FAR_ZOOM 70.0
#define MIN_SHRINK 0.25

static int
compare_indices (const void *a,
                 const void *b)
{
  const LeadupTieRank *p = a;
  const LeadupTieRank *q = b;

  return p->actor < q->actor ? -1 : p->actor > q->actor;
}

static LeadupDash
get_dash (const GArray *events)
{
  double sum = 0.0;

  for (guint i = 0; i < events->len; i++)
    sum += g_array_index (events, LeadupTieEvent, i).weight;

  return leadup_graph_strand_choose_dash (sum / MAX (events->len, 1));
}

/* Whether two actors have one line, or one for each event, in place of one for each direction. */
gboolean
leadup_graph_builder_has_pairs (const LeadupGraphBuilder *self)
{
  const LeadupGraphSceneOptions *options = self->options;

  return options->lines != LEADUP_GRAPH_LINES_DIRECTION && options->before == NULL &&
         options->form != LEADUP_GRAPH_FORM_MATRIX && options->form != LEADUP_GRAPH_FORM_LANES;
}

gboolean
leadup_graph_builder_is_bundled (const LeadupGraphBuilder *self)
{
  return leadup_graph_builder_has_pairs (self) &&
         self->options->lines == LEADUP_GRAPH_LINES_EVENT;
}

/* The events of a tie in the window, those of its lines that are in @sides. */
GArray *
leadup_graph_builder_list_events (const LeadupGraphBuilder *self,
                                  const LeadupTie          *tie,
                                  LeadupTideSides           sides)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (LeadupTieEvent));

  for (guint i = 0; i < tie->n_events; i++)
    {
      const LeadupTieEvent *event = &tie->events[i];

      if ((sides & (event->forward ? LEADUP_TIDE_FORWARD : LEADUP_TIDE_BACKWARD)) != 0 &&
          event->time >= self->options->from && event->time < self->options->to)
        g_array_append_val (events, *event);
    }

  return events;
}

/* What one of a pair did to the other in the window, or both: summarized just as the pair is. */
static void
add_strand (LeadupGraphBuilder *self,
            const LeadupTie    *tie,
            LeadupTideSides     sides)
{
  g_autoptr (GArray) events = leadup_graph_builder_list_events (self, tie, sides);
  LeadupGraphStrand strand = { 0 };
  LeadupTie part = *tie;
  gboolean is_forward;
  guint n_deeds;

  if (events->len == 0)
    return;

  part.events = (LeadupTieEvent *) (gpointer) events->data;
  part.n_events = events->len;
  leadup_tie_summarize (&part, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, &strand.summary);
  /* From who acted more to the other. */
  is_forward = strand.summary.n_forward >= strand.summary.n_backward;
  strand.from = is_forward ? tie->a : tie->b;
  strand.to = is_forward ? tie->b : tie->a;
  strand.is_mutual = strand.summary.n_forward > 0 && strand.summary.n_backward > 0;
  n_deeds = leadup_tie_summary_count_deeds (&strand.summary);
  strand.has_deeds = 2 * n_deeds >= strand.summary.n && n_deeds > 0;
  strand.dash = get_dash (events);
  g_array_append_val (self->strands, strand);
}

/* The lines of a tie. Returns: events on them; one in which each acted on the other counts for each
 * line that it is on */
static guint
add_strands (LeadupGraphBuilder *self,
             const LeadupTie    *tie)
{
  guint before = self->strands->len;
  guint n = 0;

  if (leadup_graph_builder_has_pairs (self))
    {
      add_strand (self, tie, LEADUP_TIDE_BOTH);
    }
  else
    {
      add_strand (self, tie, LEADUP_TIDE_FORWARD);
      add_strand (self, tie, LEADUP_TIDE_BACKWARD);
    }
  for (guint k = before; k < self->strands->len; k++)
    {
      const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, k);

      n += strand->summary.n_forward + strand->summary.n_backward;
    }

  return n;
}

static LeadupTieRank *
rank_actors (LeadupGraphBuilder *self)
{
  LeadupTieRank *ranks = g_new0 (LeadupTieRank, self->n_all + 1);

  for (guint i = 0; i < self->n_all; i++)
    {
      ranks[i].actor = i;
      ranks[i].n_participations = leadup_ties_get_actor_n_participations (self->ties, i);
    }
  for (guint i = 0; i < leadup_ties_get_n (self->ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (self->ties, i);
      guint n = add_strands (self, tie);

      ranks[tie->a].n_events += n;
      ranks[tie->b].n_events += n;
      ranks[tie->a].n_ties += n > 0;
      ranks[tie->b].n_ties += n > 0;
    }

  return ranks;
}

/* Whose ties ended has something to show too. */
static void
rank_ended (LeadupGraphBuilder *self,
            LeadupTieRank      *ranks)
{
  for (guint i = 0; i < self->strands->len; i++)
    {
      const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);

      if (!strand->is_compared || strand->change != LEADUP_TIE_CHANGE_ENDED)
        continue;
      ranks[strand->from].n_events += strand->summary.n;
      ranks[strand->to].n_events += strand->summary.n;
    }
}

/* Strands between actors that are shown, with the numbers that these have here. */
static void
keep_strands (LeadupGraphBuilder *self,
              const guint        *numbers)
{
  guint n = 0;

  for (guint i = 0; i < self->strands->len; i++)
    {
      LeadupGraphStrand strand = g_array_index (self->strands, LeadupGraphStrand, i);

      strand.from = numbers[strand.from];
      strand.to = numbers[strand.to];
      if (strand.from != G_MAXUINT && strand.to != G_MAXUINT)
        g_array_index (self->strands, LeadupGraphStrand, n++) = strand;
    }
  g_array_set_size (self->strands, n);
}

static double
get_radius (const LeadupGraphBuilder *self,
            guint                     n_events,
            guint                     most)
{
  double radius = MIN_RADIUS + (most > 0 ? MORE_RADIUS * sqrt ((double) n_events / most) : 0.0);

  return self->options->width < NARROW ? 0.8 * radius : radius;
}

static LeadupTextRole
get_role (guint n_events,
          guint most)
{
  return most > 0 && 3 * n_events >= most ? LEADUP_TEXT_LABEL_STRONG : LEADUP_TEXT_LABEL;
}

static void
set_label (LeadupGraphBuilder      *self,
           LeadupGraphBuilderActor *actor,
           LeadupGraphNode         *node,
           LeadupGraphLabel        *label,
           guint                    most)
{
  const char *plain = actor->record != NULL ? leadup_actor_get_name (actor->record) : actor->id;
  guint n_folded = leadup_ties_get_actor_n_folded (self->ties, actor->index);
  /* TRANSLATORS: a group, and how many members it stands for */
  g_autofree char *name = n_folded > 0 ? g_strdup_printf (_ ("%s (+%u)"), plain, n_folded)
                                       : g_strdup (plain);
  LeadupTextRole role = get_role (actor->n_events, most);
  double max_width = self->options->width < NARROW ? 92.0 : 124.0;

  node->kind = actor->record != NULL ? leadup_actor_get_fields (actor->record)->kind
                                     : LEADUP_ACTOR_KIND_PERSON;
  node->radius = get_radius (self, actor->n_events, most);
  if (self->options->names_active && actor->n_events == 0)
    actor->lines = g_new0 (char *, 1);
  else
    actor->lines = leadup_text_measure_wrap (self->measure, role, name, max_width,
                                             self->options->width < NARROW ? 3 : 2);
  *label = (LeadupGraphLabel) { .radius = node->radius, .priority = actor->n_events };
  for (guint i = 0; actor->lines[i] != NULL; i++)
    {
      label->width =
          MAX (label->width, leadup_text_measure_get_width (self->measure, role, actor->lines[i]));
      label->height += leadup_text_measure_get_height (self->measure, role);
    }
}

static gboolean
has_window (const LeadupGraphSceneOptions *options)
{
  return options->from != LEADUP_INSTANT_MIN || options->to != LEADUP_INSTANT_MAX;
}

/* Whether an actor stands back, having done nothing in the window. */
gboolean
leadup_graph_builder_is_outside (const LeadupGraphBuilder *self,
                                 guint                     index)
{
  return self->actors[index].n_events == 0 &&
         (self->options->outside != LEADUP_GRAPH_OUTSIDE_SHOW || !has_window (self->options));
}

/**
 * leadup_graph_builder_select:
 * @self: with snapshot, ties, options and measure
 * @max_actors: at most so many with a tie, those in most events of the window; 0 = no bound
 *
 * Chooses who is shown, and summarizes what they did to each other in the window.
 */
void
leadup_graph_builder_select (LeadupGraphBuilder *self,
                             guint               max_actors)
{
  g_autofree LeadupTieRank *ranks = NULL;
  g_autofree guint *numbers = NULL;
  guint most;

  self->n_all = leadup_ties_get_n_actors (self->ties);
  self->strands = g_array_new (FALSE, TRUE, sizeof (LeadupGraphStrand));
  ranks = rank_actors (self);
  leadup_graph_builder_compare (self);
  rank_ended (self, ranks);
  leadup_tie_rank_sort (ranks, self->n_all);
  most = self->n_all > 0 ? ranks[0].n_events : 0;
  self->n_actors = self->n_all;
  /* Who has no tie takes no room: they are named below, or left out next. */
  if (max_actors > 0 && max_actors < self->n_all && ranks[max_actors].n_events > 0)
    self->n_actors = max_actors;
  /* A chart of many leaves out who did nothing to anybody, and says so below. */
  while (self->options->is_chart && most > 0 && self->n_actors > MAX_ALL_ACTORS &&
         ranks[self->n_actors - 1].n_events == 0)
    self->n_actors--;
  while (self->options->outside == LEADUP_GRAPH_OUTSIDE_HIDE && has_window (self->options) &&
         self->n_actors > 0 && ranks[self->n_actors - 1].n_events == 0)
    self->n_actors--;
  self->n_mapped = self->n_actors;
  while (self->options->is_chart && most > 0 && self->n_mapped > 0 &&
         ranks[self->n_mapped - 1].n_events == 0)
    self->n_mapped--;
  qsort (ranks, self->n_mapped, sizeof *ranks, compare_indices);
  qsort (ranks + self->n_mapped, self->n_actors - self->n_mapped, sizeof *ranks, compare_indices);

  self->actors = g_new0 (LeadupGraphBuilderActor, self->n_actors + 1);
  self->nodes = g_new0 (LeadupGraphNode, self->n_actors + 1);
  self->labels = g_new0 (LeadupGraphLabel, self->n_actors + 1);
  numbers = g_new (guint, self->n_all + 1);
  for (guint i = 0; i < self->n_all; i++)
    numbers[i] = G_MAXUINT;
  for (guint i = 0; i < self->n_actors; i++)
    {
      LeadupGraphBuilderActor *actor = &self->actors[i];

      numbers[ranks[i].actor] = i;
      actor->index = ranks[i].actor;
      actor->n_ties = ranks[i].n_ties;
      actor->n_events = ranks[i].n_events;
      actor->id = leadup_ties_get_actor (self->ties, actor->index);
      actor->record = leadup_snapshot_lookup (self->snapshot, LEADUP_RECORD_ACTOR, actor->id);
      set_label (self, actor, &self->nodes[i], &self->labels[i], most);
    }
  keep_strands (self, numbers);
}

void
leadup_graph_builder_clear (LeadupGraphBuilder *self)
{
  for (guint i = 0; i < self->n_actors; i++)
    g_strfreev (self->actors[i].lines);
  g_free (self->actors);
  g_free (self->nodes);
  g_free (self->labels);
  g_clear_pointer (&self->strands, g_array_unref);
}

/* What the whole map takes up at @zoom pixels per unit: symbols, and labels below them. */
static LeadupRect
measure_map (const LeadupGraphBuilder *self,
             double                    zoom)
{
  LeadupPoint low = { G_MAXDOUBLE, G_MAXDOUBLE };
  LeadupPoint high = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < self->n_mapped; i++)
    {
      const LeadupPoint *position = &self->positions[self->actors[i].index];
      double radius = self->nodes[i].radius;
      double half = MAX (radius, self->labels[i].width / 2.0);

      low.x = MIN (low.x, zoom * position->x - half);
      high.x = MAX (high.x, zoom * position->x + half);
      low.y = MIN (low.y, zoom * position->y - radius);
      high.y = MAX (high.y, zoom * position->y + radius + LABEL_GAP + self->labels[i].height);
    }
  if (self->n_mapped == 0)
    return (LeadupRect) { 0 };

  return (LeadupRect) { low.x, low.y, high.x - low.x, high.y - low.y };
}

/* The largest zoom at which the map fits into @width × @height, by bisection. */
static double
find_zoom (const LeadupGraphBuilder *self,
           double                    width,
           double                    height)
{
  double low = 0.0;
  double high = MAX_FIT * LEADUP_GRAPH_SCENE_UNIT;

  for (guint step = 0; step < 40; step++)
    {
      double middle = (low + high) / 2.0;
      LeadupRect map = measure_map (self, middle);

      if (map.width <= width && map.height <= height)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* Seen from far away, symbols are smaller, so that a crowd does not become a blot. */
static void
shrink_symbols (LeadupGraphBuilder *self,
                double              zoom)
{
  double scale = CLAMP (zoom / FAR_ZOOM, MIN_SHRINK, 1.0);

  for (guint i = 0; i < self->n_mapped; i++)
    {
      self->nodes[i].radius *= scale;
      self->labels[i].radius = self->nodes[i].radius;
    }
  for (guint i = 0; i < self->strands->len; i++)
    g_array_index (self->strands, LeadupGraphStrand, i).shrink = scale;
}

/**
 * leadup_graph_builder_fit:
 * @self: after the selection
 * @area: (inout): where the map goes
 * @may_grow: whether the height of @area is free and to be filled in
 *
 * Puts the symbols where the camera sees them, or where all fit.
 *
 * Returns: pixels per unit
 */
double
leadup_graph_builder_fit (LeadupGraphBuilder *self,
                          LeadupRect         *area,
                          gboolean            may_grow)
{
  double zoom = self->options->camera_zoom;
  LeadupPoint middle = { self->options->camera_x, self->options->camera_y };

  if (!(zoom > 0.0))
    {
      LeadupRect map;

      zoom =
          find_zoom (self, area->width, may_grow ? 2.0 * area->width + MIN_HEIGHT : area->height);
      zoom = MAX (zoom, 1e-6);
      map = measure_map (self, zoom);
      if (may_grow)
        area->height = MAX (MIN_HEIGHT, ceil (map.height));
      middle.x = (map.x + map.width / 2.0) / zoom;
      middle.y = (map.y + map.height / 2.0) / zoom;
      if (self->options->magnify > 0.0)
        zoom *= self->options->magnify;
      middle.x -= self->options->offset.x / zoom;
      middle.y -= self->options->offset.y / zoom;
    }
  else if (may_grow)
    area->height = MAX (MIN_HEIGHT, 0.6 * area->width);

  shrink_symbols (self, zoom);
  for (guint i = 0; i < self->n_mapped; i++)
    {
      const LeadupPoint *position = &self->positions[self->actors[i].index];

      self->nodes[i].centre.x = area->x + area->width / 2.0 + zoom * (position->x - middle.x);
      self->nodes[i].centre.y = area->y + area->height / 2.0 + zoom * (position->y - middle.y);
      self->labels[i].centre = self->nodes[i].centre;
    }

  return zoom;
}

/**
 * leadup_graph_scene_measure_boxes:
 * @snapshot: a story
 * @ties: of all its events
 * @measure: for the names
 *
 * How much room each actor takes with its name, at the scale that a map is made for.
 *
 * Returns: (transfer full) (array): half widths and heights in units of placements, in the order of
 * the actors
 */
LeadupPoint *
leadup_graph_scene_measure_boxes (LeadupSnapshot    *snapshot,
                                  LeadupTies        *ties,
                                  LeadupTextMeasure *measure)
{
  static const LeadupGraphSceneOptions options = { .width = 1280,
                                                   .from = LEADUP_INSTANT_MIN,
                                                   .to = LEADUP_INSTANT_MAX };
  LeadupGraphBuilder builder = {
    .snapshot = snapshot, .ties = ties, .options = &options, .measure = measure
  };
  LeadupPoint *boxes;

  g_return_val_if_fail (snapshot != NULL && ties != NULL && measure != NULL, NULL);

  leadup_graph_builder_select (&builder, 0);
  boxes = g_new (LeadupPoint, builder.n_actors + 1);
  for (guint i = 0; i < builder.n_actors; i++)
    {
      double radius = builder.nodes[i].radius;
      double height = 2.0 * radius + LABEL_GAP + builder.labels[i].height;

      boxes[i].x =
          (MAX (radius, builder.labels[i].width / 2.0) + BOX_AIR) / LEADUP_GRAPH_SCENE_UNIT;
      boxes[i].y = (height / 2.0 + BOX_AIR) / LEADUP_GRAPH_SCENE_UNIT;
    }
  leadup_graph_builder_clear (&builder);

  return boxes;
}
