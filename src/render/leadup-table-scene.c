/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-table-scene.h"

#include "base/leadup-when-format.h"
#include "layout/leadup-lane-key.h"
#include "model/leadup-category.h"
#include "model/leadup-event-parties.h"
#include "model/leadup-source.h"
#include "render/leadup-chart-furniture.h"

#include <glib/gi18n.h>
#include <math.h>

/* A narrow table has one column: what else there is to say stands below each title. */
#define NARROW 640.0
#define DATE_SHARE 0.17
#define ACTORS_SHARE 0.25
#define SOURCES_SHARE 0.19
#define COLUMN_GAP 18.0
#define ROW_PAD (LEADUP_TABLE_SCENE_LEAST_ROW / 2)
#define LINE_GAP 2.0
#define SYMBOL 11.0
#define SYMBOL_GAP 8.0
#define MAX_TITLE_LINES 4
#define MAX_LINES 3 /* of the other cells */
#define MAX_NAMES 6

/* Of one list of lines in a cell. */
typedef struct
{
  double x;
  double width;
} Column;

typedef struct
{
  LeadupSnapshot *snapshot;
  const LeadupTableSceneOptions *options;
  const LeadupTheme *theme;
  LeadupTextMeasure *measure;
  LeadupScene *scene;
  LeadupRect area;
  gboolean is_narrow;
  Column date;
  Column event;
  Column actors;
  Column sources;
} Table;

/* What the cells of a row say; measured once, drawn once. */
typedef struct
{
  char *date;
  char *kind; /* category and verification */
  char *actors;
  char *sources;
  LeadupSymbol symbol;
  LeadupColour colour;
} Cells;

static void
clear_cells (Cells *cells)
{
  g_free (cells->date);
  g_free (cells->kind);
  g_free (cells->actors);
  g_free (cells->sources);
}

static void
place_columns (Table *self)
{
  double width = self->area.width;
  double x = self->area.x;

  self->is_narrow = width < NARROW;
  self->date = (Column) { x, self->is_narrow ? width : floor (width * DATE_SHARE) };
  self->event = (Column) { x, width };
  if (self->is_narrow)
    return;

  self->sources = (Column) { 0, floor (width * SOURCES_SHARE) };
  self->actors = (Column) { 0, floor (width * ACTORS_SHARE) };
  self->sources.x = x + width - self->sources.width;
  self->actors.x = self->sources.x - COLUMN_GAP - self->actors.width;
  self->event.x = x + self->date.width + COLUMN_GAP;
  self->event.width = self->actors.x - COLUMN_GAP - self->event.x;
}

/* The first few, and how many more there are. */
static void
append_list (GString   *out,
             GPtrArray *names)
{
  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (names, i));
  if (names->len > MAX_NAMES)
    g_string_append_printf (out, ", +%u", names->len - MAX_NAMES);
}

static void
append_names (Table       *self,
              GString     *out,
              LeadupEvent *event,
              guint        roles)
{
  g_autoptr (GPtrArray) names = leadup_event_parties_list_names (self->snapshot, event, roles);

  append_list (out, names);
}

/* “Initiators → targets”, or whoever is named where nobody acts. */
static char *
describe_actors (Table       *self,
                 LeadupEvent *event)
{
  g_autoptr (GString) from = g_string_new (NULL);
  g_autoptr (GString) to = g_string_new (NULL);

  append_names (self, from, event, LEADUP_EVENT_PARTIES_ACTING);
  append_names (self, to, event, 1u << LEADUP_ROLE_TARGET);
  if (to->len > 0)
    g_string_append_printf (from, "%s→ %s", from->len > 0 ? " " : "", to->str);
  if (from->len == 0)
    append_names (self, from, event, LEADUP_EVENT_PARTIES_ALL);

  return g_string_free (g_steal_pointer (&from), FALSE);
}

/* Two articles of one outlet are named once. */
static char *
describe_sources (Table       *self,
                  LeadupEvent *event)
{
  g_autoptr (GPtrArray) sources = leadup_event_parties_list_sources (self->snapshot, event);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const LeadupSourceFields *fields = leadup_source_get_fields (g_ptr_array_index (sources, i));
      const char *name = fields->outlet != NULL ? fields->outlet : fields->title;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  append_list (out, names);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
init_cells (Table       *self,
            LeadupEvent *event,
            Cells       *cells)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  LeadupCategory *category = NULL;
  const char *verification = leadup_verification_get_label (fields->verification);

  if (fields->category != NULL)
    category = leadup_snapshot_lookup (self->snapshot, LEADUP_RECORD_CATEGORY, fields->category);

  *cells = (Cells) { .symbol = LEADUP_SYMBOL_CIRCLE, .colour = self->theme->neutral };
  cells->date = fields->when != NULL ? leadup_when_format (fields->when, LEADUP_WHEN_STYLE_SHORT)
                                     : g_strdup (_ ("Not dated"));
  cells->actors = describe_actors (self, event);
  cells->sources = describe_sources (self, event);
  if (category == NULL)
    {
      cells->kind = g_strdup (verification);
      return;
    }

  cells->kind = g_strdup_printf ("%s · %s", leadup_category_get_fields (category)->name,
                                 verification);
  cells->symbol = leadup_category_get_fields (category)->symbol;
  if (leadup_colour_parse (leadup_category_get_fields (category)->colour, &cells->colour))
    cells->colour = leadup_colour_readable (cells->colour, self->theme->background,
                                            leadup_theme_get_mark_contrast (self->theme));
}

/* Adds wrapped lines from @y on, or only measures them. Returns: where they end. */
static double
add_lines (Table         *self,
           gboolean       is_drawn,
           const Column  *column,
           double         y,
           const char    *text,
           LeadupTextRole role,
           LeadupColour   colour,
           guint          max_lines)
{
  double height = ceil (leadup_text_measure_get_height (self->measure, role) * 1.08);
  double ascent = leadup_text_measure_get_ascent (self->measure, role);
  g_auto (GStrv) lines = NULL;

  if (text == NULL || *text == '\0')
    return y;

  lines = leadup_text_measure_wrap (self->measure, role, text, column->width, max_lines);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (is_drawn)
        leadup_scene_add_text (self->scene, lines[i], role, LEADUP_ANCHOR_START, column->x,
                               round (y + ascent),
                               leadup_text_measure_get_width (self->measure, role, lines[i]),
                               colour);
      y += height;
    }

  return y;
}

static double
add_event_cell (Table       *self,
                gboolean     is_drawn,
                LeadupEvent *event,
                const Cells *cells,
                double       y)
{
  const LeadupTheme *theme = self->theme;
  Column column = { self->event.x + SYMBOL + SYMBOL_GAP, self->event.width - SYMBOL - SYMBOL_GAP };
  double middle = y + leadup_text_measure_get_height (self->measure, LEADUP_TEXT_LABEL_STRONG) / 2;
  LeadupRect box = { self->event.x, round (middle - SYMBOL / 2), SYMBOL, SYMBOL };

  if (is_drawn)
    leadup_scene_add_symbol (self->scene, cells->symbol,
                             leadup_event_get_fields (event)->verification, &box, cells->colour);
  y = add_lines (self, is_drawn, &column, y, leadup_event_get_title (event),
                 LEADUP_TEXT_LABEL_STRONG, theme->text, MAX_TITLE_LINES);
  y = add_lines (self, is_drawn, &column, y + LINE_GAP, cells->kind, LEADUP_TEXT_CAPTION,
                 theme->text_dim, 1);
  if (!self->is_narrow)
    return y;

  y = add_lines (self, is_drawn, &column, y + LINE_GAP, cells->actors, LEADUP_TEXT_LABEL,
                 theme->text, MAX_LINES);

  return add_lines (self, is_drawn, &column, y + LINE_GAP, cells->sources, LEADUP_TEXT_CAPTION,
                    theme->text_dim, MAX_LINES);
}

/* Returns: the height of the row */
static double
add_row (Table       *self,
         gboolean     is_drawn,
         LeadupEvent *event,
         const Cells *cells,
         double       top)
{
  const LeadupTheme *theme = self->theme;
  double y = top + ROW_PAD;
  double bottom;

  bottom = add_lines (self, is_drawn, &self->date, y, cells->date, LEADUP_TEXT_LABEL, theme->text,
                      MAX_LINES);
  if (self->is_narrow)
    return add_event_cell (self, is_drawn, event, cells, bottom + LINE_GAP) + ROW_PAD - top;

  /* Not the macro MAX: it would draw the lower ones twice. */
  bottom = fmax (bottom, add_event_cell (self, is_drawn, event, cells, y));
  bottom = fmax (bottom, add_lines (self, is_drawn, &self->actors, y, cells->actors,
                                   LEADUP_TEXT_LABEL, theme->text, MAX_LINES));
  bottom = fmax (bottom, add_lines (self, is_drawn, &self->sources, y, cells->sources,
                                   LEADUP_TEXT_LABEL, theme->text_dim, MAX_LINES));

  return bottom + ROW_PAD - top;
}

static void
add_rule (Table       *self,
          double       y,
          LeadupColour colour)
{
  LeadupPaint line = { .stroke = colour, .stroke_width = 1 };

  leadup_scene_add_line (self->scene, self->area.x, y, self->area.x + self->area.width, y, &line);
}

/* Returns: the height of the names of the columns with the line below them */
static double
add_heading (Table *self,
             double top)
{
  const struct
  {
    const Column *column;
    const char *name;
  } heads[] = {
    { &self->date, _ ("Date") },
    { &self->event, _ ("Event") },
    { &self->actors, _ ("Who") },
    { &self->sources, _ ("Sources") },
  };
  double bottom = top;

  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "axis", NULL, NULL, NULL);
  for (guint i = 0; !self->is_narrow && i < G_N_ELEMENTS (heads); i++)
    bottom = fmax (bottom, add_lines (self, TRUE, heads[i].column, top, heads[i].name,
                                     LEADUP_TEXT_CAPTION, self->theme->text_dim, 1));
  bottom = round (bottom + (self->is_narrow ? 0 : 6)) + 0.5;
  add_rule (self, bottom, self->theme->line);
  leadup_scene_end (self->scene);

  return bottom + 0.5 - top;
}

/* Adds rows until @limit. Returns: the row before which it stopped. */
static guint
add_rows (Table     *self,
          GPtrArray *events,
          double     limit)
{
  guint first = self->options->first;
  guint i;

  for (i = first; i < events->len; i++)
    {
      LeadupEvent *event = g_ptr_array_index (events, i);
      Cells cells;
      double height;

      init_cells (self, event, &cells);
      height = ceil (add_row (self, FALSE, event, &cells, self->area.y));
      /* A page without a row would be followed by another one. */
      if (self->area.y + height > limit && !(self->options->is_paged && i == first))
        {
          clear_cells (&cells);
          break;
        }

      leadup_scene_begin (self->scene, LEADUP_SCENE_EVENT, "events",
                          leadup_record_get_id (LEADUP_RECORD (event)), NULL,
                          leadup_event_get_title (event));
      add_row (self, TRUE, event, &cells, self->area.y);
      self->area.y += height;
      add_rule (self, self->area.y + 0.5, self->theme->line_faint);
      leadup_scene_end (self->scene);
      self->area.y += 1;
      clear_cells (&cells);
    }

  return i;
}

static void
add_empty_note (Table *self)
{
  const char *text = _ ("No events to show");

  leadup_scene_begin (self->scene, LEADUP_SCENE_DECORATION, "events", NULL, NULL, text);
  self->area.y = add_lines (self, TRUE, &self->event, self->area.y + ROW_PAD, text,
                            LEADUP_TEXT_SUBTITLE, self->theme->text_dim, 1);
  leadup_scene_end (self->scene);
}

/* @end: the row after the last one of the page; @n: rows of all pages */
static char *
make_counts (const Table *self,
             guint        end,
             guint        n)
{
  guint all = self->options->n_all;

  if (self->options->is_paged && (self->options->first > 0 || end < n))
    return g_strdup_printf (_ ("Events %u–%u of %u"), self->options->first + 1, end, n);

  n = end;
  if (n == all)
    return g_strdup_printf (ngettext ("%u event", "%u events", all), all);

  return g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", all), n, all);
}

/* Everything from the header to the footer; the area’s y ends below. */
static void
draw (Table     *self,
      GPtrArray *events)
{
  const LeadupTableSceneOptions *options = self->options;
  LeadupChartTexts texts = { .title = options->title,
                             .subtitle = options->first > 0 ? NULL : options->subtitle,
                             .source_line = options->source_line,
                             .byline = options->byline,
                             .as_of = options->as_of,
                             .counts = "0" };
  double foot = leadup_chart_add_footer (NULL, self->measure, self->theme, &texts, &self->area);
  double margin = self->area.x;
  g_autofree char *counts = NULL;
  g_autofree char *note = NULL;
  guint end;

  self->area.y +=
      leadup_chart_add_header (self->scene, self->measure, self->theme, &texts, &self->area);
  self->area.y += add_heading (self, self->area.y);
  end = add_rows (self, events,
                  options->height > 0 ? options->height - margin - foot - ROW_PAD
                                          - leadup_text_measure_get_height (self->measure,
                                                                            LEADUP_TEXT_CAPTION)
                                      : G_MAXDOUBLE);
  if (events->len == 0)
    add_empty_note (self);
  if (end < events->len && !options->is_paged)
    texts.note = note =
        g_strdup_printf (ngettext ("%u more event is not shown", "%u more events are not shown",
                                   events->len - end),
                         events->len - end);
  texts.counts = counts = make_counts (self, end, events->len);
  self->area.y = options->height > 0
                     ? options->height - margin
                           - leadup_chart_add_footer (NULL, self->measure, self->theme, &texts,
                                                      &self->area)
                     : self->area.y + ROW_PAD;
  self->area.y +=
      leadup_chart_add_footer (self->scene, self->measure, self->theme, &texts, &self->area);
}

/**
 * leadup_table_scene_new:
 * @snapshot: a story
 * @events: (element-type LeadupEvent): rows of the table, in their order
 * @options: how large, and the texts around it
 * @theme: how it looks; has to outlive the scene
 * @measure: of this thread, for @theme
 *
 * Sets events as a chronology to be printed: day, mark and title, who did it to whom, and what it
 * rests on. Any thread.
 *
 * Returns: (transfer full): the scene
 */
LeadupScene *
leadup_table_scene_new (LeadupSnapshot                *snapshot,
                        GPtrArray                     *events,
                        const LeadupTableSceneOptions *options,
                        const LeadupTheme             *theme,
                        LeadupTextMeasure             *measure)
{
  Table self = { snapshot, options, theme, measure };
  double margin;

  g_return_val_if_fail (snapshot != NULL && events != NULL && options != NULL, NULL);
  g_return_val_if_fail (theme != NULL && measure != NULL, NULL);

  margin = leadup_chart_get_margin (options->width);
  self.area = (LeadupRect) { margin, margin, MAX (options->width - 2 * margin, 1), 0 };
  self.scene = leadup_scene_new (theme, options->width, options->height);
  place_columns (&self);
  draw (&self, events);
  leadup_scene_set_height (self.scene, options->height > 0 ? options->height
                                                           : ceil (self.area.y + margin));
  leadup_scene_finish (self.scene);

  return self.scene;
}
