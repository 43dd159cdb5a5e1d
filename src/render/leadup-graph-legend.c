/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-builder.h"
#include "render/leadup-graph-describe.h"
#include "render/leadup-graph-sentences.h"

#include <glib/gi18n.h>
#include <math.h>

#define ROW 22.0
#define LINE_SAMPLE 36.0
#define NODE_SAMPLE 15.0
#define MARK_GAP 6.0
#define ENTRY_GAP 20.0
#define BELOW 10.0

/* Where the next entry goes. */
typedef struct
{
  LeadupGraphBuilder *builder;
  LeadupScene        *scene;
  const LeadupRect   *area;
  double              x;
  double              y;
} Flow;

/* Makes room for a sample of @width and its label. Returns: (transfer full): the label as it is set
 */
static char *
begin_entry (Flow        *self,
             double       width,
             const char  *label,
             LeadupPoint *at)
{
  LeadupTextMeasure *measure = self->builder->measure;
  char *text = leadup_text_measure_ellipsize (measure, LEADUP_TEXT_CAPTION, label,
                                              self->area->width - width - MARK_GAP);
  double text_width = leadup_text_measure_get_width (measure, LEADUP_TEXT_CAPTION, text);

  if (self->x > self->area->x &&
      self->x + width + MARK_GAP + text_width > self->area->x + self->area->width)
    {
      self->x = self->area->x;
      self->y += ROW;
    }
  *at = (LeadupPoint) { self->x, self->y + ROW / 2.0 };
  if (self->scene != NULL)
    {
      leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "legend", NULL, NULL, label);
      leadup_scene_add_text (self->scene, text, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START,
                             self->x + width + MARK_GAP, round (self->y + ROW / 2.0 + 4.0),
                             text_width, self->builder->theme->text);
    }
  self->x += width + MARK_GAP + text_width + ENTRY_GAP;

  return text;
}

static void
add_strand (Flow          *self,
            LeadupTieState state,
            guint          n,
            gboolean       has_deeds,
            LeadupDash     dash,
            const char    *label)
{
  LeadupGraphStrand strand = {
    .summary = { .n = n, .state = state }, .has_deeds = has_deeds, .dash = dash, .is_drawn = TRUE
  };
  g_autofree char *text = begin_entry (self, LINE_SAMPLE, label, &strand.start);

  strand.end = (LeadupPoint) { strand.start.x + LINE_SAMPLE, strand.start.y };
  strand.control = (LeadupPoint) { strand.start.x + LINE_SAMPLE / 2.0, strand.start.y };
  if (self->scene == NULL)
    return;

  leadup_graph_strand_draw (&strand, self->scene, self->builder->theme);
  leadup_scene_end (self->scene);
}

static void
add_kind (Flow           *self,
          LeadupActorKind kind)
{
  const LeadupTheme *theme = self->builder->theme;
  LeadupPaint paint = { .fill = theme->surface, .stroke = theme->text_dim, .stroke_width = 1.5 };
  LeadupGraphNode node = { .radius = NODE_SAMPLE / 2.0, .kind = kind };
  g_autofree char *text =
      begin_entry (self, NODE_SAMPLE, leadup_graph_node_name_kind (kind), &node.centre);

  node.centre.x += NODE_SAMPLE / 2.0;
  if (self->scene == NULL)
    return;

  leadup_graph_node_draw (&node, self->scene, &paint);
  leadup_scene_end (self->scene);
}

static void
add_tones (Flow *self,
           guint used)
{
  static const LeadupTieState states[] = { LEADUP_TIE_STATE_HOSTILE, LEADUP_TIE_STATE_MIXED,
                                           LEADUP_TIE_STATE_COOPERATIVE, LEADUP_TIE_STATE_NEUTRAL };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (used & (1u << states[i]))
      add_strand (self, states[i], 4, TRUE, LEADUP_DASH_SOLID,
                  leadup_graph_describe_state (states[i]));
}

/* A bar of a matrix, up or down from the middle, or flat. */
static void
add_bar (Flow          *self,
         LeadupTieState state,
         double         width,
         const char    *label)
{
  const LeadupTheme *theme = self->builder->theme;
  gboolean is_up = state == LEADUP_TIE_STATE_COOPERATIVE;
  gboolean is_flat = state == LEADUP_TIE_STATE_NEUTRAL;
  LeadupPaint paint = { .fill = is_up     ? theme->cooperative
                                : is_flat ? theme->neutral
                                          : theme->hostile };
  LeadupPaint line = { .stroke = theme->line, .stroke_width = 1.0 };
  LeadupPoint at;
  g_autofree char *text = begin_entry (self, NODE_SAMPLE, label, &at);
  LeadupRect bar = { at.x + (NODE_SAMPLE - width) / 2.0, is_up ? at.y - 8.0 : at.y, width, 8.0 };

  if (self->scene == NULL)
    return;

  if (is_flat)
    bar = (LeadupRect) { bar.x, at.y - 1.5, width, 3.0 };
  leadup_scene_add_line (self->scene, at.x, at.y, at.x + NODE_SAMPLE, at.y, &line);
  leadup_scene_add_rect (self->scene, &bar, 0.0, &paint);
  leadup_scene_end (self->scene);
}

/* An entry that is a sentence. */
static void
add_words (Flow       *self,
           const char *words)
{
  LeadupPoint at;
  g_autofree char *text = begin_entry (self, -MARK_GAP, words, &at);

  if (self->scene != NULL)
    leadup_scene_end (self->scene);
}

/* Comes last: room is kept for it before it is known whether a line found room for its own. */
static void
add_tide (Flow *self)
{
  if (self->scene != NULL ? self->builder->has_tides
                          : leadup_graph_builder_may_have_tides (self->builder))
    add_words (self, _ ("Small bars: events in time, conflict below the line."));
}

static void
add_matrix_entries (Flow *self,
                    guint used)
{
  add_words (self, _ ("Rows act on columns."));
  if (used & (1u << LEADUP_TIE_STATE_COOPERATIVE | 1u << LEADUP_TIE_STATE_MIXED))
    add_bar (self, LEADUP_TIE_STATE_COOPERATIVE, 6.0, _ ("cooperative"));
  if (used & (1u << LEADUP_TIE_STATE_HOSTILE | 1u << LEADUP_TIE_STATE_MIXED))
    add_bar (self, LEADUP_TIE_STATE_HOSTILE, 6.0, _ ("hostile"));
  if (used & (1u << LEADUP_TIE_STATE_NEUTRAL))
    add_bar (self, LEADUP_TIE_STATE_NEUTRAL, 6.0, _ ("neutral"));
  add_bar (self, LEADUP_TIE_STATE_NEUTRAL, 2.0, _ ("thin: 1–2 events"));
}

/* What a line stands for, where it is not what one actor did to another. */
static void
add_lines (Flow *self)
{
  const LeadupGraphBuilder *builder = self->builder;
  gboolean has_mutual = FALSE, has_more = FALSE;

  if (!leadup_graph_builder_has_pairs (builder))
    return;

  for (guint i = 0; i < builder->strands->len; i++)
    {
      const LeadupGraphStrand *strand = &g_array_index (builder->strands, LeadupGraphStrand, i);

      has_mutual |= strand->is_mutual;
      has_more |= strand->summary.n > LEADUP_GRAPH_BUILDER_MAX_BUNDLE;
    }
  if (builder->options->lines == LEADUP_GRAPH_LINES_PAIR)
    add_words (self, has_mutual ? _ ("One line a pair: two heads where each acted on the other.")
                                : _ ("One line a pair."));
  else if (has_more)
    add_words (self, _ ("One line an event, of more than 40 the latest 40."));
  else
    add_words (self, _ ("One line an event."));
}

/* What the signs on compared lines mean, of those that are there. */
static void
add_changes (Flow *self)
{
  const LeadupGraphBuilder *builder = self->builder;
  guint kinds = 0;

  if (builder->options->before == NULL)
    return;

  for (guint i = 0; i < builder->strands->len; i++)
    kinds |= 1u << g_array_index (builder->strands, LeadupGraphStrand, i).change;
  if ((kinds & ~(1u << LEADUP_TIE_CHANGE_NONE)) == 0)
    return;

  add_words (self, _ ("Before → after; a line is as wide at its start as before, at its tip as now."));
  for (guint kind = 0; kind < LEADUP_TIE_CHANGE_NONE; kind++)
    if ((kinds & (1u << kind)) != 0)
      {
        g_autofree char *words =
            g_strdup_printf ("%s %s", leadup_graph_sentences_sign_change ((LeadupTieChangeKind) kind),
                             leadup_graph_sentences_name_change ((LeadupTieChangeKind) kind));

        add_words (self, words);
      }
}

/* The kinds of actors stand in a row of their own. */
static void
add_kinds (Flow *self,
           guint used)
{
  if (self->x > self->area->x)
    {
      self->x = self->area->x;
      self->y += ROW;
    }
  for (guint kind = LEADUP_ACTOR_KIND_PERSON; kind <= LEADUP_ACTOR_KIND_UNATTRIBUTED; kind++)
    if (used & (1u << kind))
      add_kind (self, (LeadupActorKind) kind);
}

/* What is in the picture: bits by state, head, dash. */
typedef struct
{
  guint states;
  guint heads;
  guint dashes;
  gboolean has_width;
} Used;

static void
use_line (Used                    *self,
          const LeadupGraphStrand *strand)
{
  self->states |= 1u << strand->summary.state;
  self->heads |= strand->has_deeds ? 2 : 1;
  /* What ended is dotted for that. */
  if (!strand->is_compared || strand->change != LEADUP_TIE_CHANGE_ENDED)
    self->dashes |= 1u << strand->dash;
  self->has_width |= strand->summary.n >= 3;
}

static void
use_strand (Used                     *self,
            const LeadupGraphBuilder *builder,
            const LeadupGraphStrand  *strand)
{
  const LeadupTie *tie;
  g_autoptr (GArray) events = NULL;

  if (!leadup_graph_builder_is_bundled (builder))
    {
      use_line (self, strand);
      return;
    }

  tie = leadup_graph_builder_find_tie (builder, strand);
  if (tie == NULL)
    return;

  events = leadup_graph_builder_list_events (builder, tie, LEADUP_TIDE_BOTH);
  for (guint i = 0; i < events->len; i++)
    {
      LeadupGraphStrand line = leadup_graph_builder_make_line (
          strand, &g_array_index (events, LeadupTieEvent, i), TRUE, FALSE);

      use_line (self, &line);
    }
}

/**
 * leadup_graph_builder_add_legend:
 * @self: after the selection
 * @scene: (nullable): %NULL only measures
 * @area: x, y and width count
 *
 * Explains what is in the picture, and nothing else.
 *
 * Returns: the height, with the room below; 0 where there is nothing to explain
 */
double
leadup_graph_builder_add_legend (LeadupGraphBuilder *self,
                                 LeadupScene        *scene,
                                 const LeadupRect   *area)
{
  static const LeadupTieState neutral = LEADUP_TIE_STATE_NEUTRAL;
  Flow flow = { self, scene, area, area->x, area->y };
  gboolean is_bundled = leadup_graph_builder_is_bundled (self);
  Used used = { 0 };
  guint kinds = 0;

  for (guint i = 0; i < self->strands->len; i++)
    use_strand (&used, self, &g_array_index (self->strands, LeadupGraphStrand, i));
  for (guint i = 0; i < self->n_actors; i++)
    kinds |= 1u << self->nodes[i].kind;
  if (self->n_actors == 0 || self->brevity >= LEADUP_GRAPH_BREVITY_BARE)
    return 0.0;

  if (self->options->form == LEADUP_GRAPH_FORM_MATRIX)
    {
      add_matrix_entries (&flow, used.states);
      add_kinds (&flow, kinds);
      add_tide (&flow);
      return flow.y + ROW - area->y + BELOW;
    }

  add_tones (&flow, used.states);
  if (self->brevity >= LEADUP_GRAPH_BREVITY_TONES)
    return flow.y + ROW - area->y + BELOW;

  add_lines (&flow);
  if (used.heads & 2)
    add_strand (&flow, neutral, 4, TRUE, LEADUP_DASH_SOLID, is_bundled ? _ ("deeds") : _ ("mostly deeds"));
  if (used.heads & 1)
    add_strand (&flow, neutral, 4, FALSE, LEADUP_DASH_SOLID, is_bundled ? _ ("words") : _ ("mostly words"));
  if (used.has_width)
    {
      add_strand (&flow, neutral, 1, TRUE, LEADUP_DASH_SOLID, _ ("1–2 events"));
      add_strand (&flow, neutral, 16, TRUE, LEADUP_DASH_SOLID, _ ("16 events"));
    }
  if (used.dashes & (1u << LEADUP_DASH_SOLID))
    add_strand (&flow, neutral, 4, TRUE, LEADUP_DASH_SOLID, _ ("confirmed"));
  if (used.dashes & (1u << LEADUP_DASH_DASHED))
    add_strand (&flow, neutral, 4, TRUE, LEADUP_DASH_DASHED, _ ("reported"));
  if (used.dashes & (1u << LEADUP_DASH_DOTTED))
    add_strand (&flow, neutral, 4, TRUE, LEADUP_DASH_DOTTED, _ ("unverified or disputed"));
  add_changes (&flow);
  add_kinds (&flow, kinds);
  add_tide (&flow);

  return flow.y + ROW - area->y + BELOW;
}
