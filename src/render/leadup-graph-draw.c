/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-builder.h"
#include "render/leadup-graph-describe.h"

#include <glib/gi18n.h>
#include <math.h>

/* Names keep clear of lines at points so many pixels apart, and of the heads of arrows. */
#define LINE_STEP 7.0
#define HEAD_REACH 7.0

/* Names below the map. */
#define UNTIED_ROW 20.0
#define UNTIED_RADIUS 5.5
#define UNTIED_GAP 16.0

/* How far the second sheet of a folded group looks out. */
#define STACK_OFFSET 3.5

/* Above this many, ways around symbols of others are not looked for, and labels may be left out. */
#define MAX_ROUTED 300

static const char *
get_name (const LeadupGraphBuilderActor *actor)
{
  return actor->record != NULL ? leadup_actor_get_name (actor->record) : actor->id;
}

/* Strands of a pair stand next to each other. */
static gboolean
is_paired (const LeadupGraphBuilder *self,
           guint                     index)
{
  const LeadupGraphStrand *strands =
      (const LeadupGraphStrand *) (gconstpointer) self->strands->data;

  return (index > 0 && strands[index - 1].from == strands[index].to &&
          strands[index - 1].to == strands[index].from) ||
         (index + 1 < self->strands->len && strands[index + 1].from == strands[index].to &&
          strands[index + 1].to == strands[index].from);
}

/* Points along a line, close to each other, and around its head. */
static void
add_line_points (const LeadupGraphStrand *strand,
                 GArray                  *points)
{
  double length = hypot (strand->end.x - strand->start.x, strand->end.y - strand->start.y);
  guint n = (guint) CLAMP (length / LINE_STEP, 8.0, 120.0);

  for (guint k = 0; k <= n; k++)
    {
      LeadupPoint point = leadup_graph_strand_get_point (strand, (double) k / n);

      g_array_append_val (points, point);
    }
  for (guint k = 0; k < 4; k++)
    {
      LeadupPoint point = { strand->end.x + (k & 1 ? HEAD_REACH : -HEAD_REACH),
                            strand->end.y + (k & 2 ? HEAD_REACH : -HEAD_REACH) };

      g_array_append_val (points, point);
    }
}

/* Returns: (transfer full) (element-type LeadupPoint): points along all lines */
static GArray *
route_strands (LeadupGraphBuilder *self)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LeadupPoint));

  for (guint i = 0; i < self->strands->len; i++)
    {
      LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);

      leadup_graph_strand_route (strand, self->nodes,
                                 self->n_mapped <= MAX_ROUTED ? self->n_mapped : 0,
                                 is_paired (self, i));
      if (strand->is_drawn)
        add_line_points (strand, points);
    }

  return points;
}

/* Opens the group of a tie. */
void
leadup_graph_builder_begin_tie (LeadupGraphBuilder      *self,
                                const LeadupGraphStrand *strand,
                                const char              *layer)
{
  const LeadupGraphBuilderActor *from = &self->actors[strand->from];
  const LeadupGraphBuilderActor *to = &self->actors[strand->to];
  g_autofree char *id = g_strdup_printf ("%s %s", from->id, to->id);
  g_autofree char *title =
      leadup_graph_describe_tie (get_name (from), get_name (to), &strand->summary);

  leadup_scene_begin (self->scene, LEADUP_SCENE_TIE, layer, id,
                      leadup_tie_state_to_string (strand->summary.state), title);
}

static void
draw_strands (LeadupGraphBuilder *self)
{
  gboolean is_bundled = leadup_graph_builder_is_bundled (self);

  for (guint i = 0; i < self->strands->len; i++)
    {
      const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);

      if (!strand->is_drawn)
        continue;
      if (is_bundled)
        {
          leadup_graph_builder_draw_bundle (self, strand);
          continue;
        }
      leadup_graph_builder_begin_tie (self, strand, "ties");
      leadup_graph_strand_draw (strand, self->scene, self->theme);
      leadup_scene_end (self->scene);
    }
}

static void
draw_label (LeadupGraphBuilder *self,
            guint               index,
            guint               most)
{
  const LeadupGraphBuilderActor *actor = &self->actors[index];
  const LeadupGraphNode *node = &self->nodes[index];
  const LeadupGraphLabel *label = &self->labels[index];
  LeadupTextRole role =
      3 * actor->n_events >= most && most > 0 ? LEADUP_TEXT_LABEL_STRONG : LEADUP_TEXT_LABEL;
  double height = leadup_text_measure_get_height (self->measure, role);
  double middle = label->rect.x + label->rect.width / 2.0;
  LeadupAnchor anchor = LEADUP_ANCHOR_MIDDLE;
  double x = middle;
  LeadupColour colour = leadup_graph_builder_is_outside (self, index) ? self->theme->text_dim
                                                                      : self->theme->text;

  if (label->rect.width <= 0.0)
    return;
  if (label->rect.x > node->centre.x)
    {
      anchor = LEADUP_ANCHOR_START;
      x = label->rect.x;
    }
  else if (label->rect.x + label->rect.width < node->centre.x)
    {
      anchor = LEADUP_ANCHOR_END;
      x = label->rect.x + label->rect.width;
    }
  for (guint i = 0; actor->lines[i] != NULL; i++)
    leadup_scene_add_text_full (
        self->scene, actor->lines[i], role, anchor, x,
        round (label->rect.y + i * height + leadup_text_measure_get_ascent (self->measure, role)),
        leadup_text_measure_get_width (self->measure, role, actor->lines[i]), 0.0, colour,
        self->theme->background);
}

static guint
get_most_events (const LeadupGraphBuilder *self)
{
  guint most = 0;

  for (guint i = 0; i < self->n_mapped; i++)
    most = MAX (most, self->actors[i].n_events);

  return most;
}

/* Opens the group of an actor. */
void
leadup_graph_builder_begin_actor (LeadupGraphBuilder *self,
                                  guint               index)
{
  const LeadupGraphBuilderActor *actor = &self->actors[index];
  LeadupActorKind kind = self->nodes[index].kind;
  g_autofree char *title =
      leadup_graph_describe_actor (get_name (actor), kind, actor->n_ties, actor->n_events);

  leadup_scene_begin (self->scene, LEADUP_SCENE_ACTOR, "actors", actor->id,
                      leadup_actor_kind_to_string (kind), title);
}

/* Behind a group that stands for its members, the edge of another sheet. */
static void
draw_stack (LeadupGraphBuilder    *self,
            const LeadupGraphNode *node,
            const LeadupPaint     *paint)
{
  LeadupGraphNode behind = *node;

  behind.centre.x += STACK_OFFSET;
  behind.centre.y -= STACK_OFFSET;
  leadup_graph_node_draw (&behind, self->scene, paint);
}

/* The symbol of an actor, in a group of it that stays open. */
static void
begin_actor (LeadupGraphBuilder *self,
             guint               index)
{
  const LeadupGraphBuilderActor *actor = &self->actors[index];
  const LeadupGraphNode *node = &self->nodes[index];
  LeadupPaint paint = { .fill = self->theme->surface,
                        .stroke = self->theme->text,
                        .stroke_width = CLAMP (node->radius / 6.0, 0.8, 1.6) };
  LeadupColour own;

  if (actor->record != NULL && leadup_actor_get_fields (actor->record)->colour != NULL &&
      leadup_colour_parse (leadup_actor_get_fields (actor->record)->colour, &own))
    paint.fill = leadup_colour_mix (own, self->theme->background, 0.45);
  if (leadup_graph_builder_is_outside (self, index))
    paint.stroke = self->theme->text_dim;
  leadup_graph_builder_begin_actor (self, index);
  if (leadup_ties_get_actor_n_folded (self->ties, actor->index) > 0)
    draw_stack (self, node, &paint);
  leadup_graph_node_draw (node, self->scene, &paint);
}

static void
draw_actors (LeadupGraphBuilder *self)
{
  guint most = get_most_events (self);

  for (guint i = 0; i < self->n_mapped; i++)
    {
      begin_actor (self, i);
      draw_label (self, i, most);
      leadup_scene_end (self->scene);
    }
}

/**
 * leadup_graph_builder_draw:
 * @self: after the fit, with a scene
 * @area: of the map
 *
 * Adds lines, symbols, names and counts to the scene.
 */
void
leadup_graph_builder_draw (LeadupGraphBuilder *self,
                           const LeadupRect   *area)
{
  g_autoptr (GArray) points = route_strands (self);

  leadup_graph_labels_place (self->labels, self->n_mapped, (LeadupPoint *) (gpointer) points->data,
                             points->len, area, TRUE);
  draw_strands (self);
  draw_actors (self);
  leadup_graph_builder_draw_counts (self);
}

/**
 * leadup_graph_builder_add_untied:
 * @self: after the selection
 * @scene: (nullable): %NULL only measures
 * @area: x, y and width count
 *
 * Names those who take part in events without a tie in the window, in rows as of a text: they say
 * something by having none, but need no map.
 *
 * Returns: the height, with the room below; 0 where there is nobody
 */
double
leadup_graph_builder_add_untied (LeadupGraphBuilder *self,
                                 LeadupScene        *scene,
                                 const LeadupRect   *area)
{
  const char *heading = _ ("Without a direct tie:");
  double x = area->x + leadup_text_measure_get_width (self->measure, LEADUP_TEXT_CAPTION, heading)
             + UNTIED_GAP;
  double y = area->y;

  if (self->n_mapped == self->n_actors || self->brevity >= LEADUP_GRAPH_BREVITY_COUNTED)
    return 0.0;

  if (scene != NULL)
    {
      leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, "legend", NULL, NULL, heading);
      leadup_scene_add_text (scene, heading, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START, area->x,
                             round (y + UNTIED_ROW / 2.0 + 4.0), x - UNTIED_GAP - area->x,
                             self->theme->text_dim);
      leadup_scene_end (scene);
    }
  for (guint i = self->n_mapped; i < self->n_actors; i++)
    {
      g_autofree char *name = leadup_text_measure_ellipsize (
          self->measure, LEADUP_TEXT_CAPTION, get_name (&self->actors[i]), 0.9 * area->width);
      double width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_CAPTION, name);

      if (x > area->x && x + 2.0 * UNTIED_RADIUS + 5.0 + width > area->x + area->width)
        {
          x = area->x;
          y += UNTIED_ROW;
        }
      self->nodes[i].radius = UNTIED_RADIUS;
      self->nodes[i].centre = (LeadupPoint) { x + UNTIED_RADIUS, y + UNTIED_ROW / 2.0 };
      x += 2.0 * UNTIED_RADIUS + 5.0;
      if (scene != NULL)
        {
          begin_actor (self, i);
          leadup_scene_add_text (scene, name, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START, x,
                                 round (y + UNTIED_ROW / 2.0 + 4.0), width, self->theme->text_dim);
          leadup_scene_end (scene);
        }
      x += width + UNTIED_GAP;
    }

  return y + UNTIED_ROW - area->y + 6.0;
}
