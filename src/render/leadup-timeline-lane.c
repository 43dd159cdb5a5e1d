/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when-format.h"
#include "layout/leadup-lane-key.h"
#include "render/leadup-timeline-builder.h"

#include <glib/gi18n.h>
#include <math.h>

#define HALF_SYMBOL (LEADUP_TIMELINE_SYMBOL / 2)
#define TEXT_OFFSET (HALF_SYMBOL + LEADUP_TIMELINE_LABEL_GAP)
#define BAND_HEIGHT 17.0
#define NAME_HEIGHT 24.0
#define NAME_LINE 15.0    /* from one line of a name to the next */
#define COUNT_LINE 16.0   /* from there to the number of events */
#define NAME_DESCENT 6.0
#define MARK_WIDTH 18.0   /* of a category’s symbol, and the room behind it */
#define CARD_ROW 32.0
#define LEAST_AT_EDGE 36.0

/* One lane while its events are added. */
typedef struct
{
  LeadupTimelineBuilder *builder;
  const LeadupLane *lane;
  double top; /* of the first row of labels */
  gboolean has_cards;
} LaneBuilder;

static double
window_x (const LeadupTimelineBuilder *self,
          double                       time)
{
  double x = leadup_timeline_builder_to_x (self, time);

  /* Far outside is far outside; keep numbers small for the painter and the files. */
  return CLAMP (x, self->plot.x - 4000, self->plot.x + self->plot.width + 4000);
}

static void
add_chevron (LeadupTimelineBuilder *self,
             double                 x,
             double                 y,
             LeadupColour           colour)
{
  LeadupPathOp path[] = { { 'M', { { x, y - 5.5 } } },
                          { 'L', { { x + 5, y } } },
                          { 'L', { { x, y + 5.5 } } } };
  LeadupPaint paint = { .stroke = colour, .stroke_width = 1.8 };

  leadup_scene_add_path (self->scene, path, G_N_ELEMENTS (path), &paint);
}

/**
 * leadup_timeline_builder_find_band:
 * @colour: of the event
 * @band: (out): x and width count
 * @paint: (out): with the fades of what is not known
 *
 * Finds the stretch of time in which it lasted, or within which it happened.
 *
 * Returns: whether there is one to be seen
 */
gboolean
leadup_timeline_builder_find_band (const LeadupTimelineBuilder *self,
                                   const LeadupTimelineEntry   *entry,
                                   LeadupColour                 colour,
                                   LeadupRect                  *band,
                                   LeadupPaint                 *paint)
{
  double right = self->plot.x + self->plot.width;
  double last = leadup_timeline_entry_get_end (entry);
  double start = window_x (self, (double) entry->start);
  double end = isinf (last) ? right - 8 : window_x (self, last);
  gboolean is_crisp;

  *paint = (LeadupPaint) { .fill = leadup_colour_with_alpha (colour, entry->lasted ? 0.24 : 0.3) };
  if (entry->is_open_start)
    {
      start -= LEADUP_TIMELINE_OPEN_TAIL;
      paint->fade_start = LEADUP_TIMELINE_OPEN_TAIL;
    }
  if (entry->is_open_end && !entry->is_ongoing)
    {
      end += LEADUP_TIMELINE_OPEN_TAIL;
      paint->fade_end = LEADUP_TIMELINE_OPEN_TAIL;
    }
  /* What a day is sure of needs no band until one looks at hours. */
  is_crisp = !entry->lasted && !entry->is_vague && paint->fade_start + paint->fade_end == 0;
  if (end - start < LEADUP_TIMELINE_SYMBOL * (is_crisp ? 4 : 0.6))
    return FALSE;
  if (is_crisp)
    paint->fill = leadup_colour_with_alpha (colour, 0.13);

  /* A day’s worth of doubt at each end is how days are, not doubt. */
  if (entry->lasted && !entry->is_vague)
    {
      paint->fade_start = paint->fade_end = 0;
    }
  else if (entry->lasted)
    {
      LeadupInstant start_certain, end_certain;

      leadup_timeline_index_get_certain (self->index, entry, &start_certain, &end_certain);
      if (!entry->is_open_start && start_certain != LEADUP_INSTANT_MAX)
        paint->fade_start = window_x (self, (double) start_certain) - start;
      if (!entry->is_open_end && end_certain != LEADUP_INSTANT_MIN)
        paint->fade_end = end - window_x (self, (double) end_certain);
    }
  else if (entry->is_vague && paint->fade_start == 0 && paint->fade_end == 0)
    {
      paint->fade_start = paint->fade_end = (end - start) * 0.45;
    }

  *band = (LeadupRect) { start, 0, end - start, BAND_HEIGHT };

  return TRUE;
}

static void
add_band (LeadupTimelineBuilder     *self,
          const LeadupTimelineEntry *entry,
          double                     middle,
          LeadupColour               colour)
{
  LeadupPaint paint;
  LeadupRect rect;

  if (!leadup_timeline_builder_find_band (self, entry, colour, &rect, &paint))
    return;

  rect.y = middle - BAND_HEIGHT / 2;
  leadup_scene_add_rect (self->scene, &rect, entry->lasted ? 3 : 0, &paint);
  if (entry->is_ongoing && rect.x + rect.width > self->plot.x)
    add_chevron (self, rect.x + rect.width + 1, middle, colour);
}

/* What a card tells under the title: when, and how well it is known. */
static void
add_detail (LaneBuilder               *self,
            const LeadupTimelineEntry *entry,
            LeadupAnchor               anchor,
            double                     x,
            double                     baseline,
            double                     room)
{
  LeadupTimelineBuilder *builder = self->builder;
  LeadupEvent *event = leadup_timeline_index_get_event (builder->index, entry);
  g_autofree char *date =
      leadup_when_format (leadup_event_get_when (event), LEADUP_WHEN_STYLE_LONG);
  g_autofree char *whole = g_strdup_printf (
      "%s · %s", date, leadup_verification_get_label ((LeadupVerification) entry->verification));
  const char *detail =
      leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_CAPTION, whole) <= room ? whole
                                                                                           : date;

  leadup_scene_add_text (
      builder->scene, detail, LEADUP_TEXT_CAPTION, anchor, x, baseline,
      leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_CAPTION, detail),
      builder->theme->text_dim);
}

/* A title that would be cut by the edge of a still window says less there. Where the window moves
 * titles do not change; in a chart they stand on the other side of their marks. */
static const char *
cut_at_edge (const LeadupTimelineBuilder *self,
             const char                  *label,
             double                       x,
             double                      *width)
{
  double room = self->plot.x + self->plot.width - x;

  if (!self->options->is_still || *width <= room)
    return label;
  if (room < LEAST_AT_EDGE)
    return "";

  return leadup_text_measure_fit (self->measure, LEADUP_TEXT_LABEL, label, room, width);
}

/* What began before the window and goes on in it keeps its name in sight, and so does what has its
 * mark, in the middle of what is not known, behind it. */
static double
keep_in_sight (const LeadupTimelineBuilder *self,
               const LeadupTimelineEntry   *entry,
               double                       x,
               double                       width)
{
  double first = self->plot.x + 4;

  if (x < first)
    return MAX (x, MIN (first, window_x (self, leadup_timeline_entry_get_end (entry)) - width - 4));
  if (x - TEXT_OFFSET - HALF_SYMBOL < self->plot.x + self->plot.width)
    return x;

  return MAX (first, window_x (self, (double) entry->start) + 4);
}

static void
add_label (LaneBuilder               *self,
           const LeadupTimelineEntry *entry,
           LeadupLabelClass           label_class,
           double                     x,
           double                     middle)
{
  LeadupTimelineBuilder *builder = self->builder;
  LeadupAnchor anchor;
  LeadupLaneUnit unit;
  const char *label;
  double room, width;

  leadup_timeline_builder_init_unit (builder, entry, &unit);
  room = (double) unit.labels[label_class - 1] - TEXT_OFFSET - LEADUP_TIMELINE_LABEL_ROOM;
  label = leadup_text_measure_fit (
      builder->measure, LEADUP_TEXT_LABEL,
      leadup_event_get_title (leadup_timeline_index_get_event (builder->index, entry)), room + 4,
      &width);
  if (label[0] == '\0' || g_str_equal (label, "…"))
    return;

  x += unit.is_left ? -TEXT_OFFSET : TEXT_OFFSET;
  anchor = unit.is_left ? LEADUP_ANCHOR_END : LEADUP_ANCHOR_START;
  if (!unit.is_left)
    x = keep_in_sight (builder, entry, x, width);

  if (!unit.is_left)
    label = cut_at_edge (builder, label, x, &width);
  if (label[0] == '\0')
    return;

  leadup_scene_add_text (
      builder->scene, label, LEADUP_TEXT_LABEL, anchor, x,
      round (middle + (self->has_cards ? -2 : 4)), width,
      entry->verification == LEADUP_VERIFICATION_RETRACTED ? builder->theme->text_dim
                                                           : builder->theme->text);
  if (self->has_cards && label_class >= LEADUP_LABEL_LONG)
    add_detail (self, entry, anchor, x, round (middle + 11), MAX (room, 160));
}

void
leadup_timeline_builder_begin_event (LeadupTimelineBuilder     *self,
                                     const LeadupTimelineEntry *entry)
{
  leadup_scene_begin_events (self->scene, LEADUP_SCENE_EVENT, "events",
                             leadup_timeline_index_get_event (self->index, entry), 1,
                             (LeadupVerification) entry->verification);
}

static gboolean
add_event_cb (guint            index,
              guint            row,
              LeadupLabelClass label,
              gpointer         data)
{
  LaneBuilder *self = data;
  LeadupTimelineBuilder *builder = self->builder;
  const LeadupTimelineEntry *entry = &self->lane->entries[index];
  LeadupColour colour =
      leadup_timeline_builder_get_lane_colour (builder, self->lane, entry->category);
  double x = window_x (builder, (double) leadup_timeline_entry_get_anchor (entry));
  double middle = self->top + (row + 0.5) * builder->row_height;
  LeadupRect box = { x - HALF_SYMBOL, middle - HALF_SYMBOL, LEADUP_TIMELINE_SYMBOL,
                     LEADUP_TIMELINE_SYMBOL };

  /* Rows that are scrolled out of sight cost nothing. */
  if (middle + builder->row_height < builder->plot.y ||
      middle - builder->row_height > builder->plot.y + builder->plot.height)
    return TRUE;
  /* Words without their mark tell nothing. */
  if (x + HALF_SYMBOL <= builder->plot.x &&
      window_x (builder, leadup_timeline_entry_get_end (entry)) <= builder->plot.x)
    return TRUE;

  leadup_timeline_builder_begin_event (builder, entry);
  add_band (builder, entry, middle, colour);
  leadup_scene_add_symbol (builder->scene,
                           leadup_timeline_builder_get_symbol (builder, entry->category),
                           entry->verification, &box, colour);
  if (label != LEADUP_LABEL_NONE)
    add_label (self, entry, label, x, middle);
  leadup_scene_end (builder->scene);

  return TRUE;
}

static gboolean
has_mark (const LeadupTimelineBuilder *self,
          const LeadupLane            *lane)
{
  return leadup_timeline_index_get_lanes_by (self->index) == LEADUP_LANES_BY_CATEGORY &&
         lane->category >= 0;
}

/* How wide the name of a lane may be. */
static double
get_name_room (const LeadupTimelineBuilder *self,
               const LeadupLane            *lane)
{
  double room = self->has_names_above ? self->area.width : self->plot.x - self->area.x - 14;

  return room - (has_mark (self, lane) ? MARK_WIDTH : 0);
}

/* Of the first line of a name, below the top of its lane. */
static double
get_name_baseline (const LeadupTimelineBuilder *self)
{
  return self->has_names_above ? 16
         : self->is_compact    ? 14 + self->lane_padding
                               : 17 + self->lane_padding / 2;
}

/* In a window the pointer tells the rest of a name; on paper or on a wall nothing does. */
static guint
count_name_lines (const LeadupTimelineBuilder *self,
                  const LeadupLane            *lane)
{
  if ((!self->options->is_chart && !self->options->is_still) || self->has_names_above ||
      leadup_text_measure_get_width (self->measure, LEADUP_TEXT_LANE, lane->name) <=
          get_name_room (self, lane))
    return 1;

  return 2;
}

/* Returns: the least height of a lane in which there is room for its name */
double
leadup_timeline_builder_get_name_height (const LeadupTimelineBuilder *self,
                                         guint                        lane)
{
  guint n_lines = count_name_lines (self, leadup_timeline_index_get_lane (self->index, lane));

  return n_lines < 2 ? 0
                     : get_name_baseline (self) + (n_lines - 1) * NAME_LINE +
                           (self->is_compact ? 0 : COUNT_LINE) + NAME_DESCENT;
}

/* Where in the window the lanes’ names stand, they also carry the category’s mark: the legend needs
 * none then. */
static void
add_name (LeadupTimelineBuilder *self,
          const LeadupLane      *lane,
          double                 top)
{
  const LeadupTheme *theme = self->theme;
  double x = self->area.x;
  double room = get_name_room (self, lane);
  double baseline = round (top + get_name_baseline (self));
  g_auto (GStrv) lines = NULL;
  g_autofree char *count = NULL;
  double width;

  if (lane->name[0] == '\0')
    return;

  if (has_mark (self, lane))
    {
      LeadupRect box = { x, baseline - 10.5, 12, 12 };

      leadup_scene_add_symbol (self->scene,
                               leadup_timeline_builder_get_symbol (self, (guint32) lane->category),
                               LEADUP_VERIFICATION_CORROBORATED, &box,
                               leadup_timeline_builder_get_colour (self, (guint32) lane->category));
      x += MARK_WIDTH;
    }

  count = g_strdup_printf (ngettext ("%u event", "%u events", lane->n_entries), lane->n_entries);
  width = leadup_text_measure_get_width (self->measure, LEADUP_TEXT_CAPTION, count);
  lines = leadup_text_measure_wrap (self->measure, LEADUP_TEXT_LANE, lane->name,
                                    room - (self->has_names_above ? width + 12 : 0),
                                    count_name_lines (self, lane));
  /* Above the lane it stands on the lines of the axis and of the present day. */
  if (self->has_names_above)
    leadup_scene_add_text_full (self->scene, count, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_END,
                                self->area.x + self->area.width, baseline, width, 0,
                                theme->text_dim, theme->background);
  else if (!self->is_compact)
    leadup_scene_add_text (self->scene, count, LEADUP_TEXT_CAPTION, LEADUP_ANCHOR_START, x,
                           baseline + (g_strv_length (lines) - 1) * NAME_LINE + COUNT_LINE, width,
                           theme->text_dim);

  for (guint i = 0; lines[i] != NULL; i++)
    leadup_scene_add_text_full (
        self->scene, lines[i], LEADUP_TEXT_LANE, LEADUP_ANCHOR_START, x, baseline + i * NAME_LINE,
        leadup_text_measure_get_width (self->measure, LEADUP_TEXT_LANE, lines[i]), 0, theme->text,
        self->has_names_above ? theme->background : (LeadupColour) { 0 });
}

static void
add_ground (LeadupTimelineBuilder *self,
            const LeadupLane      *lane,
            double                 top,
            double                 bottom)
{
  LeadupPaint line = { .stroke = self->theme->line_faint, .stroke_width = 1 };
  double y = floor (bottom) + 0.5;

  leadup_scene_begin (self->scene, LEADUP_SCENE_LANE, "lanes", lane->key, NULL, lane->name);
  add_name (self, lane, top);
  leadup_scene_add_line (self->scene, self->area.x, y, self->plot.x + self->plot.width, y, &line);
  leadup_scene_end (self->scene);
}

/* Returns: y of the first row of labels of a lane */
double
leadup_timeline_builder_get_rows_y (const LeadupTimelineBuilder *self,
                                    guint                        lane)
{
  return self->plot.y - (self->options->is_chart ? 0 : self->options->scroll_y) +
         g_array_index (self->tops, double, lane) + self->lane_padding +
         (self->has_names_above ? NAME_HEIGHT - 4 : 0);
}

/**
 * leadup_timeline_builder_add_lane:
 *
 * Adds what the window shows of a lane: its name, the events that have a label at this scale, and
 * the strip of the others.
 */
void
leadup_timeline_builder_add_lane (LeadupTimelineBuilder *self,
                                  guint                  lane_index)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (self->index, lane_index);
  const LeadupLanePacking *packing = g_ptr_array_index (self->packings, lane_index);
  double offset = self->plot.y - (self->options->is_chart ? 0 : self->options->scroll_y);
  double top = offset + g_array_index (self->tops, double, lane_index);
  double bottom = offset + g_array_index (self->tops, double, lane_index + 1);
  double rows = leadup_lane_packing_get_n_rows (packing) * self->row_height;
  LeadupRect clip = { self->plot.x, self->plot.y, self->plot.width, self->plot.height };
  LaneBuilder lane_builder = { .builder = self, .lane = lane };

  if (bottom < self->plot.y || top > self->plot.y + self->plot.height)
    return;

  add_ground (self, lane, top, bottom);
  lane_builder.has_cards = self->row_height >= CARD_ROW &&
                           g_array_index (self->levels, LeadupTimelineLevel, lane_index) ==
                               LEADUP_TIMELINE_LEVEL_CARDS;

  leadup_scene_push_clip (self->scene, &clip);
  lane_builder.top = leadup_timeline_builder_get_rows_y (self, lane_index);
  leadup_lane_packing_visit (packing, self->scale, self->from, self->to, add_event_cb,
                             &lane_builder);
  if (leadup_timeline_builder_needs_strip (self, lane_index))
    leadup_timeline_builder_add_strip (self, lane_index, lane_builder.top + rows);
  leadup_scene_pop_clip (self->scene);
}
