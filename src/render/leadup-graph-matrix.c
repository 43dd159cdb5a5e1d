/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-graph-forms.h"
#include "render/leadup-graph-builder.h"

#include <math.h>

#define MIN_CELL 9.0

/* Names of rows need so much, in smaller letters; of more actors than this, not each has one. */
#define MIN_NAMED_CELL 11.0
#define MAX_NAMED 60
#define SMALL_CELL 14.5

#define MAX_CELL 60.0
#define MAX_NAME 170.0
#define SYMBOL 5.5
#define NAME_GAP 6.0

/* Counts stand in cells that have room for a bar and two digits. */
#define COUNT_WIDTH 22.0
#define COUNT_HEIGHT 13.0

/* How much wider than high a cell may be. */
#define MAX_STRETCH 2.2

/* How much of its tone a cell is tinted with: from few events, and from more. */
#define TINT_OF_FEW 0.1
#define TINT 0.22

/* A tide below them in cells that have room for that too. */
#define TIDE_CELL 34.0
#define TIDE_PART 0.36

/* From so many events on a bar is wide. */
#define ENOUGH 3

/**
 * Matrix:
 * @order: (array): numbers of builder->actors, by row and column
 * @places: (array): the row of each of them
 * @names: (array): as they are set
 */
typedef struct
{
  LeadupGraphBuilder *builder;
  guint               n;
  guint              *order;
  guint              *places;
  char              **names;
  double              name_width;
  double              cell;   /* height */
  double              column; /* width */
  LeadupPoint         origin; /* of the first cell */
} Matrix;

static void
init_matrix (Matrix             *self,
             LeadupGraphBuilder *builder,
             double              width,
             double              height)
{
  guint n_all = leadup_ties_get_n_actors (builder->ties);
  g_autofree guint *all =
      leadup_graph_forms_order (builder->ties, builder->options->from, builder->options->to);
  g_autofree guint *numbers = g_new (guint, n_all + 1);
  double longest = MIN (MAX_NAME, 0.34 * (height > 0.0 ? MIN (width, height) : width));

  *self = (Matrix) { builder, 0, g_new (guint, n_all + 1), g_new (guint, n_all + 1) };
  self->names = g_new0 (char *, n_all + 1);
  for (guint i = 0; i < n_all; i++)
    numbers[i] = G_MAXUINT;
  for (guint i = 0; i < builder->n_mapped; i++)
    numbers[builder->actors[i].index] = i;
  for (guint i = 0; i < n_all; i++)
    if (numbers[all[i]] != G_MAXUINT)
      {
        const LeadupGraphBuilderActor *actor = &builder->actors[numbers[all[i]]];

        self->names[self->n] = leadup_text_measure_ellipsize (
            builder->measure, LEADUP_TEXT_LABEL,
            actor->record != NULL ? leadup_actor_get_name (actor->record) : actor->id, longest);
        self->name_width = fmax (self->name_width,
                                leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_LABEL,
                                                               self->names[self->n]));
        self->places[numbers[all[i]]] = self->n;
        self->order[self->n++] = numbers[all[i]];
      }

  self->name_width += 2.0 * SYMBOL + 2.0 * NAME_GAP;
  self->cell = MAX_CELL;
  if (self->n > 0)
    {
      self->cell = MIN (self->cell, floor ((width - self->name_width) / self->n));
      if (height > 0.0)
        self->cell = MIN (self->cell, floor ((height - self->name_width) / self->n));
    }
  self->cell = MAX (self->cell, self->n <= MAX_NAMED ? MIN_NAMED_CELL : MIN_CELL);
  self->column = MAX (self->cell, MIN (floor ((width - self->name_width) / MAX (self->n, 1u)),
                                       MIN (MAX_CELL, MAX_STRETCH * self->cell)));
  if (builder->options->magnify > 0.0)
    {
      self->cell *= builder->options->magnify;
      self->column *= builder->options->magnify;
    }
}

static void
clear_matrix (Matrix *self)
{
  g_free (self->order);
  g_free (self->places);
  g_strfreev (self->names);
}

/* The name of a row and, turned, of a column; where these are too narrow, of every so many. */
static void
draw_texts (Matrix     *self,
            guint       place,
            LeadupPoint at)
{
  LeadupGraphBuilder *builder = self->builder;
  LeadupTextRole role = self->cell < SMALL_CELL ? LEADUP_TEXT_CAPTION : LEADUP_TEXT_LABEL;
  double ascent = leadup_text_measure_get_ascent (builder->measure, role);
  double width = leadup_text_measure_get_width (builder->measure, role, self->names[place]);
  guint step = (guint) ceil (MIN_NAMED_CELL / self->cell); /* columns are no narrower */
  LeadupColour colour = leadup_graph_builder_is_outside (builder, self->order[place])
                            ? builder->theme->text_dim
                            : builder->theme->text;

  if (place % step != 0)
    return;

  leadup_scene_add_text (builder->scene, self->names[place], role, LEADUP_ANCHOR_END,
                         self->origin.x - 2.0 * (NAME_GAP + SYMBOL), round (at.y + 0.36 * ascent),
                         width, colour);
  leadup_scene_add_text_full (builder->scene, self->names[place], role, LEADUP_ANCHOR_START,
                              round (at.x + 0.36 * ascent), self->origin.y - NAME_GAP, width, -90.0,
                              colour, builder->theme->background);
}

/* The actor’s symbol and name. */
static void
draw_names (Matrix *self,
            guint   place)
{
  LeadupGraphBuilder *builder = self->builder;
  LeadupGraphNode node = builder->nodes[self->order[place]];
  LeadupPoint at = { self->origin.x + (place + 0.5) * self->column,
                     self->origin.y + (place + 0.5) * self->cell };
  LeadupPaint paint = { .fill = builder->theme->surface,
                        .stroke = builder->theme->text,
                        .stroke_width = 1.2 };

  leadup_graph_builder_begin_actor (builder, self->order[place]);
  node.radius = MIN (SYMBOL, 0.4 * self->cell);
  node.centre = (LeadupPoint) { self->origin.x - NAME_GAP - SYMBOL, at.y };
  leadup_graph_node_draw (&node, builder->scene, &paint);
  draw_texts (self, place, at);
  leadup_scene_end (builder->scene);
}

static void
draw_grid (Matrix *self)
{
  LeadupGraphBuilder *builder = self->builder;
  LeadupScene *scene = builder->scene;
  LeadupPaint line = { .stroke = builder->theme->line_faint, .stroke_width = 1.0 };
  LeadupPaint self_cell = { .fill = builder->theme->line_faint };
  double width = self->n * self->column, height = self->n * self->cell;

  leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, "axis", NULL, NULL, NULL);
  for (guint i = 0; i <= self->n; i++)
    {
      double x = self->origin.x + i * self->column, y = self->origin.y + i * self->cell;

      leadup_scene_add_line (scene, self->origin.x, y, self->origin.x + width, y, &line);
      leadup_scene_add_line (scene, x, self->origin.y, x, self->origin.y + height, &line);
    }
  for (guint i = 0; i < self->n; i++)
    {
      LeadupRect rect = { self->origin.x + i * self->column, self->origin.y + i * self->cell,
                          self->column, self->cell };

      leadup_scene_add_rect (scene, &rect, 0.0, &self_cell);
    }
  leadup_scene_end (scene);
}

/* Up from the middle line what is cooperative, down what is hostile; grey where there is no tone.
 */
static void
draw_bars (Matrix                 *self,
           const LeadupTieSummary *summary,
           double                  x,
           double                  middle,
           double                  room)
{
  const LeadupTheme *theme = self->builder->theme;
  double width = summary->n < ENOUGH ? CLAMP (0.09 * self->column, 2.0, 3.5)
                                     : CLAMP (0.24 * self->column, 4.0, 9.0);
  double most = room / 2.0 - 1.5;
  double height = MAX (2.5, most * MIN (1.0, fabs (summary->tone) / 10.0));
  LeadupPaint up = { .fill = theme->cooperative };
  LeadupPaint down = { .fill = theme->hostile };
  LeadupPaint flat = { .fill = theme->neutral };
  LeadupRect bar = { x - width / 2.0, middle - height, width, height };

  switch (summary->state)
    {
    case LEADUP_TIE_STATE_COOPERATIVE:
      leadup_scene_add_rect (self->builder->scene, &bar, 0.0, &up);
      break;
    case LEADUP_TIE_STATE_HOSTILE:
      bar.y = middle;
      leadup_scene_add_rect (self->builder->scene, &bar, 0.0, &down);
      break;
    case LEADUP_TIE_STATE_MIXED:
      bar.height = MAX (2.0, most * (1.0 - summary->hostility));
      bar.y = middle - bar.height;
      leadup_scene_add_rect (self->builder->scene, &bar, 0.0, &up);
      bar.y = middle;
      bar.height = MAX (2.0, most * summary->hostility);
      leadup_scene_add_rect (self->builder->scene, &bar, 0.0, &down);
      break;
    case LEADUP_TIE_STATE_NEUTRAL:
    case LEADUP_TIE_STATE_SILENT:
    default:
      bar.y = middle - 1.5;
      bar.height = 3.0;
      leadup_scene_add_rect (self->builder->scene, &bar, 0.0, &flat);
      break;
    }
}

/* Lightly in the colour of its tone, so that a row is read at one look; the bar says it without
 * colour. */
static LeadupColour
get_ground (const Matrix           *self,
            const LeadupTieSummary *summary)
{
  const LeadupTheme *theme = self->builder->theme;
  double part = summary->n < ENOUGH ? TINT_OF_FEW : TINT;

  switch (summary->state)
    {
    case LEADUP_TIE_STATE_HOSTILE:
      return leadup_colour_mix (theme->background, theme->hostile, part);
    case LEADUP_TIE_STATE_COOPERATIVE:
      return leadup_colour_mix (theme->background, theme->cooperative, part);
    case LEADUP_TIE_STATE_MIXED:
    case LEADUP_TIE_STATE_NEUTRAL:
    case LEADUP_TIE_STATE_SILENT:
    default:
      return theme->surface;
    }
}

static void
draw_cell (Matrix                  *self,
           const LeadupGraphStrand *strand)
{
  LeadupGraphBuilder *builder = self->builder;
  guint row = self->places[strand->from];
  guint column = self->places[strand->to];
  LeadupRect rect = { self->origin.x + column * self->column, self->origin.y + row * self->cell,
                      self->column, self->cell };
  LeadupPaint ground = { .fill = get_ground (self, &strand->summary) };
  gboolean has_count = self->column >= COUNT_WIDTH && self->cell >= COUNT_HEIGHT;
  double tide = self->cell >= TIDE_CELL ? floor (TIDE_PART * self->cell) : 0.0;
  double middle = rect.y + (self->cell - tide) / 2.0;

  leadup_graph_builder_begin_tie (builder, strand, "ties");
  rect = leadup_rect_inset (&rect, 0.5);
  leadup_scene_add_rect (builder->scene, &rect, 0.0, &ground);
  draw_bars (self, &strand->summary, rect.x + (has_count ? 0.26 : 0.5) * self->column, middle,
             self->cell - tide);
  if (has_count)
    {
      g_autofree char *text = g_strdup_printf ("%u", strand->summary.n);
      double width = leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_BADGE, text);
      double ascent = leadup_text_measure_get_ascent (builder->measure, LEADUP_TEXT_BADGE);

      leadup_scene_add_text (builder->scene, text, LEADUP_TEXT_BADGE, LEADUP_ANCHOR_MIDDLE,
                             rect.x + 0.68 * self->column, round (middle + 0.38 * ascent), width,
                             builder->theme->text);
    }
  rect = (LeadupRect) { rect.x + 3.0, rect.y + rect.height - tide - 1.0, rect.width - 6.0, tide };
  if (tide > 0.0)
    leadup_graph_builder_add_tide (builder, strand, &rect);
  leadup_scene_end (builder->scene);
}

/**
 * leadup_graph_builder_draw_matrix:
 * @self: after the selection, with a scene
 * @area: (inout): where it goes
 * @may_grow: whether the height of @area is free and to be filled in
 *
 * Who acts in rows, on whom in columns: in each cell a bar by tone, and the number of events.
 */
void
leadup_graph_builder_draw_matrix (LeadupGraphBuilder *self,
                                  LeadupRect         *area,
                                  gboolean            may_grow)
{
  Matrix matrix;
  double width;

  init_matrix (&matrix, self, area->width, may_grow ? 0.0 : area->height);
  width = matrix.name_width + matrix.n * matrix.column;
  if (may_grow)
    area->height = MAX (120.0, ceil (matrix.name_width + matrix.n * matrix.cell));
  matrix.origin.x = round (area->x + MAX (0.0, (area->width - width) / 2.0) + matrix.name_width
                           + self->options->offset.x);
  matrix.origin.y = round (area->y + matrix.name_width + self->options->offset.y);
  draw_grid (&matrix);
  for (guint i = 0; i < self->strands->len; i++)
    {
      const LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);

      if (strand->from < self->n_mapped && strand->to < self->n_mapped)
        draw_cell (&matrix, strand);
    }
  for (guint i = 0; i < matrix.n; i++)
    draw_names (&matrix, i);
  clear_matrix (&matrix);
}
