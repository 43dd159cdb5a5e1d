/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-forms.h"
#include "render/leadup-graph-builder.h"
#include "render/leadup-scene-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#define MIN_LANE 15.0
#define MAX_LANE 40.0

/* How far into the past a line says that it may have been long before. */
#define PAST 28.0

/* So many lines a pixel can be told apart. */
#define FEW_LINES 0.25
#define MAX_NAME 180.0
#define SYMBOL   5.5
#define NAME_GAP 6.0
#define AXIS_GAP 6.0
#define HEAD     4.5
#define DOT      3.0

/* Room beside the first and the last event, of the whole time. */
#define MARGIN_PART 0.02

/**
 * Lanes:
 * @places: (array): the lane of each of builder->actors
 * @numbers: (array): number among builder->actors of each actor of the ties, or %G_MAXUINT
 * @names: (array): by lane, as they are set
 * @is_undated: whether no event that is shown has a date
 */
typedef struct
{
  LeadupGraphBuilder *builder;
  guint               n;
  guint              *order;
  guint              *places;
  guint              *numbers;
  char              **names;
  double              name_width;
  double              lane;
  LeadupRect          plot;
  LeadupInstant       from;
  LeadupInstant       to;
  gboolean            is_undated;
  guint               n_events; /* that are shown */
  double              strength; /* of lines: where there are many, they stand back behind heads */
} Lanes;

static gboolean
is_shown (const Lanes          *self,
          const LeadupTie      *tie,
          const LeadupTieEvent *event)
{
  const LeadupGraphSceneOptions *options = self->builder->options;

  return self->numbers[tie->a] != G_MAXUINT && self->numbers[tie->b] != G_MAXUINT &&
         event->time != LEADUP_INSTANT_MIN && event->time >= options->from &&
         event->time < options->to;
}

/* From the first to the last event that is shown, with some room. */
static void
find_range (Lanes *self)
{
  LeadupTies *ties = self->builder->ties;
  LeadupInstant margin;

  self->from = LEADUP_INSTANT_MAX;
  self->to = LEADUP_INSTANT_MIN;
  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);

      for (guint k = 0; k < tie->n_events; k++)
        if (is_shown (self, tie, &tie->events[k]))
          {
            self->n_events++;
            self->from = MIN (self->from, tie->events[k].time);
            self->to = MAX (self->to, tie->events[k].time);
          }
    }
  self->is_undated = self->from > self->to;
  if (self->is_undated)
    {
      self->from = 0;
      self->to = LEADUP_USEC_DAY;
    }
  margin = MAX ((LeadupInstant) (MARGIN_PART * ((double) self->to - (double) self->from)),
                LEADUP_USEC_DAY / 2);
  self->from -= margin;
  self->to += margin;
}

static void
lanes_init (Lanes              *self,
            LeadupGraphBuilder *builder,
            double              width)
{
  guint n_all = leadup_ties_get_n_actors (builder->ties);
  g_autofree guint *all =
      leadup_graph_forms_order (builder->ties, builder->options->from, builder->options->to);
  double longest = MIN (MAX_NAME, 0.3 * width);

  *self = (Lanes) { builder, 0, g_new (guint, n_all + 1), g_new (guint, n_all + 1),
                    g_new (guint, n_all + 1) };
  self->names = g_new0 (char *, n_all + 1);
  for (guint i = 0; i < n_all; i++)
    self->numbers[i] = G_MAXUINT;
  for (guint i = 0; i < builder->n_mapped; i++)
    self->numbers[builder->actors[i].index] = i;
  for (guint i = 0; i < n_all; i++)
    if (self->numbers[all[i]] != G_MAXUINT)
      {
        const LeadupGraphBuilderActor *actor = &builder->actors[self->numbers[all[i]]];

        self->names[self->n] = leadup_text_measure_ellipsize (
            builder->measure, LEADUP_TEXT_LABEL,
            actor->record != NULL ? leadup_actor_get_name (actor->record) : actor->id, longest);
        self->name_width = fmax (self->name_width,
                                leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_LABEL,
                                                               self->names[self->n]));
        self->places[self->numbers[all[i]]] = self->n;
        self->order[self->n++] = self->numbers[all[i]];
      }
  self->name_width += 2.0 * SYMBOL + 2.0 * NAME_GAP;
  find_range (self);
}

static void
lanes_clear (Lanes *self)
{
  g_free (self->order);
  g_free (self->places);
  g_free (self->numbers);
  g_strfreev (self->names);
}

static double
get_x (const Lanes  *self,
       LeadupInstant time)
{
  return self->plot.x + self->plot.width * ((double) time - (double) self->from) /
                            ((double) self->to - (double) self->from);
}

static double
get_y (const Lanes *self,
       guint        number)
{
  return round (self->plot.y + (self->places[number] + 0.5) * self->lane) + 0.5;
}

static void
draw_axis (const Lanes *self,
           double       top)
{
  LeadupGraphBuilder *builder = self->builder;
  LeadupSceneAxis axis = { self->from, self->to, LEADUP_UNIT_DAY, self->plot, top };

  axis.plot.height = self->n * self->lane;
  leadup_scene_add_axis (builder->scene, builder->measure, builder->theme, &axis);
}

/* In place of the axis. */
static void
draw_note (const Lanes *self,
           double       top)
{
  LeadupGraphBuilder *builder = self->builder;
  const char *note = _ ("No event with a date");

  leadup_scene_begin (builder->scene, LEADUP_SCENE_AXIS, "axis", NULL, NULL, note);
  leadup_scene_add_text (
      builder->scene, note, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START, self->plot.x,
      top + leadup_text_measure_get_ascent (builder->measure, LEADUP_TEXT_CONTEXT),
      leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_CAPTION, note),
      builder->theme->text_dim);
  leadup_scene_end (builder->scene);
}

/* The name, and a line through the time. */
static void
draw_lane (const Lanes *self,
           guint        place)
{
  LeadupGraphBuilder *builder = self->builder;
  guint number = self->order[place];
  LeadupGraphNode node = builder->nodes[number];
  double ascent = leadup_text_measure_get_ascent (builder->measure, LEADUP_TEXT_LABEL);
  double y = get_y (self, number);
  LeadupPaint paint = { .fill = builder->theme->surface,
                        .stroke = builder->theme->text,
                        .stroke_width = 1.2 };
  LeadupPaint line = { .stroke = builder->theme->line, .stroke_width = 1.0 };

  leadup_scene_begin (builder->scene, LEADUP_SCENE_DECORATION, "axis", NULL, NULL, NULL);
  leadup_scene_add_line (builder->scene, self->plot.x, y, self->plot.x + self->plot.width, y,
                         &line);
  leadup_scene_end (builder->scene);

  leadup_graph_builder_begin_actor (builder, number);
  node.radius = MIN (SYMBOL, 0.4 * self->lane);
  node.centre = (LeadupPoint) { self->plot.x - NAME_GAP - SYMBOL, y };
  leadup_graph_node_draw (&node, builder->scene, &paint);
  leadup_scene_add_text (builder->scene, self->names[place], LEADUP_TEXT_LABEL, LEADUP_ANCHOR_END,
                         node.centre.x - SYMBOL - NAME_GAP, round (y + 0.36 * ascent),
                         leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_LABEL,
                                                        self->names[place]),
                         leadup_graph_builder_is_outside (builder, number)
                             ? builder->theme->text_dim
                             : builder->theme->text);
  leadup_scene_end (builder->scene);
}

static LeadupColour
get_colour (const Lanes          *self,
            const LeadupTieEvent *event)
{
  const LeadupTheme *theme = self->builder->theme;

  return event->tone < 0 ? theme->hostile : event->tone > 0 ? theme->cooperative : theme->neutral;
}

/* From who acted to who was acted on, with a head there: filled for deeds, hollow for words. */
static void
draw_connector (const Lanes          *self,
                const LeadupTie      *tie,
                const LeadupTieEvent *event)
{
  LeadupScene *scene = self->builder->scene;
  guint from = self->numbers[event->forward ? tie->a : tie->b];
  guint to = self->numbers[event->forward ? tie->b : tie->a];
  double x = round (get_x (self, event->time)) + 0.5;
  double start = get_y (self, from), end = get_y (self, to);
  double side = end > start ? 1 : -1;
  gboolean is_deed = leadup_quad_class_is_deed (event->quad_class);
  LeadupColour colour = get_colour (self, event);
  LeadupPaint line = { .stroke = leadup_colour_mix (self->builder->theme->background, colour,
                                                    self->strength),
                       .stroke_width = 0.6 + 0.9 * self->strength };
  LeadupPaint head = { .fill = is_deed ? colour : self->builder->theme->background,
                       .stroke = colour,
                       .stroke_width = 1.2 };
  LeadupPathOp path[] = {
    { 'M', { { x, end } } },
    { 'L', { { x - HEAD, end - side * 1.7 * HEAD } } },
    { 'L', { { x + HEAD, end - side * 1.7 * HEAD } } },
    { .op = 'Z' },
  };

  line.dash = leadup_graph_strand_choose_dash (event->weight);
  leadup_scene_add_line (scene, x, start, x, end - side * 1.7 * HEAD, &line);
  leadup_scene_add_path (scene, path, G_N_ELEMENTS (path), &head);
}

static void
draw_strand (const Lanes             *self,
             const LeadupGraphStrand *strand)
{
  const LeadupTie *tie = leadup_graph_builder_find_tie (self->builder, strand);

  if (tie == NULL)
    return;

  leadup_graph_builder_begin_tie (self->builder, strand, "ties");
  for (guint i = 0; i < tie->n_events; i++)
    if (is_shown (self, tie, &tie->events[i]) &&
        self->numbers[tie->events[i].forward ? tie->a : tie->b] == strand->from)
      draw_connector (self, tie, &tie->events[i]);
  leadup_scene_end (self->builder->scene);
}

/* A dotted line through all the time in which an event may have begun; where it only is known by
 * when it had, a short one into the past. */
static void
draw_doubt (const Lanes          *self,
            const LeadupTieEvent *event,
            double                x,
            double                y,
            const LeadupColour   *colour)
{
  LeadupScene *scene = self->builder->scene;
  const LeadupWhenBounds *bounds = leadup_when_get_bounds (leadup_event_get_when (event->event));
  LeadupPaint line = { .stroke = *colour, .stroke_width = 1.5, .dash = LEADUP_DASH_DOTTED };
  double end = x;

  if (bounds->start_earliest == LEADUP_INSTANT_MIN)
    end = MAX (x - PAST, self->plot.x);
  else if (bounds->start_latest != LEADUP_INSTANT_MAX)
    end = MIN (get_x (self, bounds->start_latest), self->plot.x + self->plot.width);
  if (fabs (end - x) <= 2 * DOT)
    return;

  leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, "events", NULL, NULL, NULL);
  leadup_scene_add_line (scene, x, y, end, y, &line);
  leadup_scene_end (scene);
}

/* A dot where an event begins, which can be pointed at and chosen. */
static void
draw_dots (const Lanes             *self,
           const LeadupGraphStrand *strand)
{
  LeadupScene *scene = self->builder->scene;
  const LeadupTie *tie = leadup_graph_builder_find_tie (self->builder, strand);

  for (guint i = 0; tie != NULL && i < tie->n_events; i++)
    {
      const LeadupTieEvent *event = &tie->events[i];
      double x = round (get_x (self, event->time)) + 0.5;
      double y = get_y (self, strand->from);
      LeadupRect rect = { x - DOT, y - DOT, 2 * DOT, 2 * DOT };
      LeadupPaint paint = { .fill = get_colour (self, event) };

      if (!is_shown (self, tie, event) ||
          self->numbers[event->forward ? tie->a : tie->b] != strand->from)
        continue;
      draw_doubt (self, event, x, y, &paint.fill);
      leadup_scene_begin (scene, LEADUP_SCENE_EVENT, "events",
                          leadup_record_get_id (LEADUP_RECORD (event->event)), NULL,
                          leadup_event_get_title (event->event));
      leadup_scene_add_rect (scene, &rect, DOT, &paint);
      leadup_scene_end (scene);
    }
}

/**
 * leadup_graph_builder_draw_lanes:
 * @self: after the selection, with a scene
 * @area: (inout): where it goes
 * @may_grow: whether the height of @area is free and to be filled in
 *
 * A lane of time for each actor, and from lane to lane a line for each event.
 */
void
leadup_graph_builder_draw_lanes (LeadupGraphBuilder *self,
                                 LeadupRect         *area,
                                 gboolean            may_grow)
{
  Lanes lanes;
  double axis = leadup_scene_axis_get_height (self->measure) + AXIS_GAP;
  double magnify = self->options->magnify > 0.0 ? self->options->magnify : 1.0;

  lanes_init (&lanes, self, area->width);
  lanes.lane = may_grow || lanes.n == 0 ? 26.0 : floor ((area->height - axis) / lanes.n);
  lanes.lane = CLAMP (lanes.lane, MIN_LANE, MAX_LANE) * magnify;
  if (may_grow)
    area->height = ceil (axis + lanes.n * lanes.lane);
  lanes.plot = (LeadupRect) {
    area->x + lanes.name_width + self->options->offset.x,
    area->y + axis + self->options->offset.y,
    MAX (area->width - lanes.name_width, 1.0) * magnify,
    lanes.n * lanes.lane,
  };
  lanes.strength = CLAMP (FEW_LINES * lanes.plot.width / MAX (lanes.n_events, 1u), 0.2, 1.0);
  if (lanes.is_undated)
    draw_note (&lanes, lanes.plot.y - axis);
  else
    draw_axis (&lanes, lanes.plot.y - axis);
  for (guint i = 0; i < lanes.n; i++)
    draw_lane (&lanes, i);
  for (guint i = 0; i < self->strands->len; i++)
    {
      const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);

      if (strand->from < self->n_mapped && strand->to < self->n_mapped)
        draw_strand (&lanes, strand);
    }
  for (guint i = 0; i < self->strands->len; i++)
    {
      const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);

      if (strand->from < self->n_mapped && strand->to < self->n_mapped)
        draw_dots (&lanes, strand);
    }
  lanes_clear (&lanes);
}
