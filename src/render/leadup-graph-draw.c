/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-builder.h"
#include "render/leadup-graph-describe.h"

#include <math.h>

#define N_LINE_POINTS 24

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

/* Returns: (transfer full) (element-type LeadupPoint): points along all lines */
static GArray *
route_strands (LeadupGraphBuilder *self)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LeadupPoint));

  for (guint i = 0; i < self->strands->len; i++)
    {
      LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);

      leadup_graph_strand_route (strand, self->nodes,
                                 self->n_actors <= MAX_ROUTED ? self->n_actors : 0,
                                 is_paired (self, i));
      for (guint k = 0; k <= N_LINE_POINTS && strand->is_drawn; k++)
        {
          LeadupPoint point = leadup_graph_strand_get_point (strand, (double) k / N_LINE_POINTS);

          g_array_append_val (points, point);
        }
    }

  return points;
}

static void
begin_tie (LeadupGraphBuilder      *self,
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
  for (guint i = 0; i < self->strands->len; i++)
    {
      const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);

      if (!strand->is_drawn)
        continue;
      begin_tie (self, strand, "ties");
      leadup_graph_strand_draw (strand, self->scene, self->theme);
      leadup_scene_end (self->scene);
    }
}

static void
draw_label (LeadupGraphBuilder            *self,
            const LeadupGraphBuilderActor *actor,
            const LeadupGraphNode         *node,
            const LeadupGraphLabel        *label,
            guint                          most)
{
  LeadupTextRole role =
      3 * actor->n_events >= most && most > 0 ? LEADUP_TEXT_LABEL_STRONG : LEADUP_TEXT_LABEL;
  double height = leadup_text_measure_get_height (self->measure, role);
  double middle = label->rect.x + label->rect.width / 2.0;
  LeadupAnchor anchor = LEADUP_ANCHOR_MIDDLE;
  double x = middle;
  LeadupColour colour = actor->n_events > 0 ? self->theme->text : self->theme->text_dim;

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

  for (guint i = 0; i < self->n_actors; i++)
    most = MAX (most, self->actors[i].n_events);

  return most;
}

static void
draw_actors (LeadupGraphBuilder *self)
{
  guint most = get_most_events (self);

  for (guint i = 0; i < self->n_actors; i++)
    {
      const LeadupGraphBuilderActor *actor = &self->actors[i];
      LeadupPaint paint = { .fill = self->theme->surface,
                            .stroke = self->theme->text,
                            .stroke_width = 1.6 };
      g_autofree char *title = NULL;
      LeadupColour own;

      if (actor->record != NULL && leadup_actor_get_fields (actor->record)->colour != NULL &&
          leadup_colour_parse (leadup_actor_get_fields (actor->record)->colour, &own))
        paint.fill = leadup_colour_mix (own, self->theme->background, 0.45);
      if (actor->n_events == 0)
        paint.stroke = self->theme->line;
      title = leadup_graph_describe_actor (get_name (actor), self->nodes[i].kind, actor->n_ties,
                                           actor->n_events);
      leadup_scene_begin (self->scene, LEADUP_SCENE_ACTOR, "actors", actor->id,
                          leadup_actor_kind_to_string (self->nodes[i].kind), title);
      leadup_graph_node_draw (&self->nodes[i], self->scene, &paint);
      draw_label (self, actor, &self->nodes[i], &self->labels[i], most);
      leadup_scene_end (self->scene);
    }
}

static gboolean
is_covered (const LeadupGraphBuilder *self,
            const LeadupRect         *rect,
            const GArray             *counts)
{
  for (guint i = 0; i < self->n_actors; i++)
    {
      double reach = self->nodes[i].radius + 1.0;
      LeadupRect symbol = { self->nodes[i].centre.x - reach, self->nodes[i].centre.y - reach,
                            2.0 * reach, 2.0 * reach };

      if (leadup_rect_intersects (rect, &symbol) ||
          (self->labels[i].rect.width > 0.0 &&
           leadup_rect_intersects (rect, &self->labels[i].rect)))
        return TRUE;
    }
  for (guint i = 0; i < counts->len; i++)
    if (leadup_rect_intersects (rect, &g_array_index (counts, LeadupRect, i)))
      return TRUE;

  return FALSE;
}

/* The number of events on the line itself, where there is room for it. */
static void
draw_counts (LeadupGraphBuilder *self)
{
  static const double places[] = { 0.46, 0.38, 0.54, 0.3, 0.62 };
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (LeadupRect));
  double height = leadup_text_measure_get_height (self->measure, LEADUP_TEXT_BADGE);

  for (guint i = 0; i < self->strands->len; i++)
    {
      const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);
      g_autofree char *text = g_strdup_printf ("%u", strand->summary.n);
      double width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_BADGE, text);

      for (guint k = 0; k < G_N_ELEMENTS (places) && strand->is_drawn && strand->summary.n > 1; k++)
        {
          LeadupPoint p = leadup_graph_strand_get_point (strand, places[k]);
          LeadupRect rect = { p.x - width / 2.0 - 4.0, p.y - height / 2.0, width + 8.0, height };
          LeadupPaint pill = { .fill = self->theme->background };

          if (is_covered (self, &rect, counts))
            continue;
          g_array_append_val (counts, rect);
          begin_tie (self, strand, "labels");
          leadup_scene_add_rect (self->scene, &rect, height / 2.0, &pill);
          leadup_scene_add_text (
              self->scene, text, LEADUP_TEXT_BADGE, LEADUP_ANCHOR_MIDDLE, p.x,
              rect.y + leadup_text_measure_get_ascent (self->measure, LEADUP_TEXT_BADGE), width,
              self->theme->text);
          leadup_scene_end (self->scene);
          break;
        }
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

  leadup_graph_labels_place (self->labels, self->n_actors, (LeadupPoint *) (gpointer) points->data,
                             points->len, area, TRUE);
  draw_strands (self);
  draw_actors (self);
  draw_counts (self);
}
