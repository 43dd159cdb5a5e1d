/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-export-arguments.h"

#include "base/leadup-error.h"
#include "base/leadup-typed-date.h"
#include "base/leadup-when-format.h"
#include "cli/leadup-cli-filter.h"
#include "cli/leadup-cli-options.h"
#include "export/leadup-export-preset.h"
#include "export/leadup-own-presets.h"
#include "render/leadup-theme.h"

#include <glib/gi18n.h>

#define VERB "export"

#define UNITS "day|week|month|quarter|year"

static const struct
{
  const char *name;
  LeadupUnit unit;
} units[] = {
  { "day", LEADUP_UNIT_DAY },         { "week", LEADUP_UNIT_WEEK }, { "month", LEADUP_UNIT_MONTH },
  { "quarter", LEADUP_UNIT_QUARTER }, { "year", LEADUP_UNIT_YEAR },
};

void
leadup_cli_export_arguments_clear (LeadupCliExportArguments *self)
{
  g_free (self->output);
  g_free (self->view);
  g_free (self->format);
  g_free (self->preset);
  g_free (self->theme);
  g_free (self->from);
  g_free (self->to);
  g_free (self->lanes);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source_line);
  g_free (self->byline);
  g_free (self->alt);
  g_free (self->as_of);
  g_free (self->paper);
  g_free (self->house_style);
  g_free (self->lines);
  g_free (self->compare_from);
  g_free (self->compare_to);
  g_free (self->periods);
  g_free (self->each);
  g_strfreev (self->pairs);
  g_strfreev (self->filters);
  g_strfreev (self->files);
}

/* What is written and how it looks. */
static void
list_picture_entries (LeadupCliExportArguments *self,
                      GArray                   *list)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      _ ("File to write; - is standard output; {slug}, {date}, {preset}, {scale}, {step}, "
         "{period}, {view}, {theme} and {format} in it are filled in"),
      _ ("FILE") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &self->view, _ ("What is drawn"),
      "timeline|graph|rings|blocs|matrix|lanes|both|table|tides|periods" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, _ ("In place of the ending of FILE"),
      "png|svg|pdf|markdown|csv|json|timelinejs|ics|…" },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &self->preset,
      _ ("Size for a purpose, or one of the house style"),
      "wide|full|plain|link-card|square|portrait|vertical|slide|broadcast|a4|a3" },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &self->width, _ ("Width in pixels"), _ ("PIXELS") },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &self->height,
      _ ("Height in pixels; 0 is as high as needed"), _ ("PIXELS") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &self->scale,
      _ ("Pixels of the picture for each of these"), "1…4" },
    { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &self->zoom,
      _ ("Letters and marks that many times as large, in a picture of the same size"), "0.5…4" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &self->theme, _ ("Colours and fonts"), "light|dark|…" },
    { "house-style", 0, 0, G_OPTION_ARG_FILENAME, &self->house_style,
      _ ("Colours, fonts, logo and sizes of a newsroom"), _ ("FILE") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &self->is_plain, _ ("Without texts around the picture"),
      NULL },
  };

  g_array_append_vals (list, entries, G_N_ELEMENTS (entries));
}

/* How a graph is looked at. */
static void
list_graph_entries (LeadupCliExportArguments *self,
                    GArray                   *list)
{
  const GOptionEntry entries[] = {
    { "lines", 0, 0, G_OPTION_ARG_STRING, &self->lines,
      _ ("Lines of a graph: one for each direction, pair or event"), "direction|pair|event" },
    { "top", 0, 0, G_OPTION_ARG_INT, &self->top, _ ("Only so many actors, the most involved"),
      _ ("NUMBER") },
    { "min-events", 0, 0, G_OPTION_ARG_INT, &self->min_events,
      _ ("Only pairs of actors with so many events"), _ ("NUMBER") },
    { "compare-from", 0, 0, G_OPTION_ARG_STRING, &self->compare_from,
      _ ("What changed from this day …"), _ ("DATE") },
    { "compare-to", 0, 0, G_OPTION_ARG_STRING, &self->compare_to,
      _ ("… to this one until the range of --from and --to"), _ ("DATE") },
    { "pair", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->pairs,
      _ ("Tides of these two actors; may be repeated"), _ ("FIRST=SECOND") },
    { "periods", 0, 0, G_OPTION_ARG_STRING, &self->periods,
      _ ("A map for each of these, on one sheet"), UNITS },
    { "each", 0, 0, G_OPTION_ARG_STRING, &self->each,
      _ ("A file for each of these, with {period} in its name; nobody moves on the map"), UNITS },
  };

  g_array_append_vals (list, entries, G_N_ELEMENTS (entries));
}

/* What of the story. */
static void
list_story_entries (LeadupCliExportArguments *self,
                    GArray                   *list)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from, _ ("First day that is shown"), _ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, _ ("Last day that is shown"), _ ("DATE") },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->filters,
      _ ("Only events with this actor, category, source, place, tag, verification or text, or of "
         "this time (when); may be repeated"),
      "KEY=VALUE" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &self->as_of,
      _ ("Without what was published after this day"), _ ("DATE") },
    { "lanes", 0, 0, G_OPTION_ARG_STRING, &self->lanes, _ ("What lanes are made from"),
      "category|actor|source|place|verification|tag|none" },
    { "fold-quiet", 0, 0, G_OPTION_ARG_NONE, &self->is_quiet_folded,
      _ ("Fold long stretches without events into labelled breaks"), NULL },
    { "step", 0, 0, G_OPTION_ARG_INT, &self->step, _ ("What this step of the story shows"),
      _ ("NUMBER") },
    { "steps", 0, 0, G_OPTION_ARG_NONE, &self->has_steps,
      _ ("Every step: a page each in a PDF, otherwise a file each, with {step} in its name"),
      NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self->paper, _ ("Pages of a PDF"),
      "none|a4|a3|letter|tabloid" },
    { "tile", 0, 0, G_OPTION_ARG_NONE, &self->is_tiled,
      _ ("Keep the width, and go on on more pages of the paper"), NULL },
  };

  g_array_append_vals (list, entries, G_N_ELEMENTS (entries));
}

/* What stands around it, and for whom it is. */
static void
list_text_entries (LeadupCliExportArguments *self,
                   GArray                   *list)
{
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title, _ ("Title, in place of the story’s"),
      _ ("TEXT") },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &self->subtitle, _ ("Line below the title"),
      _ ("TEXT") },
    { "source-line", 0, 0, G_OPTION_ARG_STRING, &self->source_line, _ ("Where it is all from"),
      _ ("TEXT") },
    { "byline", 0, 0, G_OPTION_ARG_STRING, &self->byline, _ ("Who made it"), _ ("TEXT") },
    { "alt", 0, 0, G_OPTION_ARG_STRING, &self->alt, _ ("Text for those who do not see it"),
      _ ("TEXT") },
    { "tension", 0, 0, G_OPTION_ARG_NONE, &self->has_tension,
      _ ("With the curve of conflict and cooperation"), NULL },
    { "no-watermark", 0, 0, G_OPTION_ARG_NONE, &self->is_cleared,
      _ ("You answer for what is unverified, disputed or embargoed"), NULL },
    { "for-insiders", 0, 0, G_OPTION_ARG_NONE, &self->for_insiders,
      _ ("With events under embargo; data also with notes"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
  };

  g_array_append_vals (list, entries, G_N_ELEMENTS (entries));
}

gboolean
leadup_cli_export_arguments_parse (LeadupCliExportArguments *self,
                                   int                      *argc,
                                   char                   ***argv)
{
  g_autoptr (GArray) list = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  list_picture_entries (self, list);
  list_graph_entries (self, list);
  list_story_entries (self, list);
  list_text_entries (self, list);

  return leadup_cli_parse (
      argc, argv, _ ("STORY -o FILE"),
      _ ("Draw a story as a timeline or as a map of who did what to whom, or write the data behind "
         "it. No display is needed."),
      (const GOptionEntry *) (gconstpointer) list->data);
}

/* What the user names on the command line, told in one place. */
static gboolean
refuse (const char *option,
        const char *value,
        const char *hint)
{
  leadup_cli_misused (VERB, "--%s %s: %s", option, value, hint);

  return FALSE;
}

/* Sizes of one's own are looked at last: a file that is broken stops nobody who does not want them.
 */
static gboolean
read_own_preset (const LeadupCliExportArguments *self,
                 LeadupExportOptions            *options)
{
  g_autofree char *path = leadup_own_presets_dup_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupOwnPresets) own = leadup_own_presets_load (path, &error);
  const LeadupExportPreset *preset;

  if (own == NULL)
    return refuse ("preset", self->preset, error->message);
  preset = leadup_own_presets_find (own, self->preset);
  if (preset == NULL)
    return refuse ("preset", self->preset, _ ("unknown; the help lists them"));
  leadup_export_options_set_preset (options, preset);

  return TRUE;
}

static gboolean
read_preset (const LeadupCliExportArguments *self,
             LeadupExportOptions            *options)
{
  const LeadupExportPreset *preset;

  if (self->preset == NULL)
    return TRUE;

  preset =
      options->style != NULL ? leadup_house_style_find_preset (options->style, self->preset) : NULL;
  if (preset == NULL)
    preset = leadup_export_presets_find (self->preset);
  if (preset == NULL)
    return read_own_preset (self, options);
  leadup_export_options_set_preset (options, preset);

  return TRUE;
}

static gboolean
read_size (const LeadupCliExportArguments *self,
           LeadupExportOptions            *options)
{
  if (self->width != 0)
    options->width = self->width;
  if (self->height != 0)
    options->height = self->height;
  if (self->scale != 0)
    options->scale = self->scale;
  if (self->zoom != 0)
    options->zoom = self->zoom;

  if (!(options->width >= 1 && options->width <= LEADUP_EXPORT_MAX_SIDE &&
        options->height >= 0 && options->height <= LEADUP_EXPORT_MAX_SIDE) ||
      !(options->scale >= 1 && options->scale <= LEADUP_EXPORT_MAX_SCALE))
    {
      leadup_cli_misused (VERB,
                          _ ("a size of %g × %g at %g times: sides are 1 to %.0f, scales 1 to %.0f"),
                          options->width, options->height, options->scale,
                          LEADUP_EXPORT_MAX_SIDE, LEADUP_EXPORT_MAX_SCALE);
      return FALSE;
    }
  if (!(options->zoom >= LEADUP_EXPORT_MIN_ZOOM && options->zoom <= LEADUP_EXPORT_MAX_ZOOM))
    {
      leadup_cli_misused (VERB, _ ("a zoom of %g: it is %g to %g"), options->zoom,
                          LEADUP_EXPORT_MIN_ZOOM, LEADUP_EXPORT_MAX_ZOOM);
      return FALSE;
    }

  return TRUE;
}

/* A date as it is typed: its beginning, or with @is_end the moment after it. What was understood of
 * words is told. */
static gboolean
read_moment (const char    *option,
             const char    *text,
             gboolean       is_end,
             LeadupInstant *instant)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (LeadupWhen) when = NULL;
  g_autoptr (GError) error = NULL;
  const LeadupWhenBounds *bounds;

  if (text == NULL)
    return TRUE;

  when = leadup_typed_date_read (text, today, &error);
  if (when == NULL)
    return refuse (option, text, error->message);

  bounds = leadup_when_get_bounds (when);
  *instant = is_end ? bounds->end_latest : bounds->start_earliest;
  if (leadup_when_get_stated (when) != NULL)
    {
      g_autofree char *words = leadup_when_format (when, LEADUP_WHEN_STYLE_LONG);
      g_autofree char *moment =
          leadup_instant_format (is_end ? *instant - 1 : *instant, LEADUP_UNIT_MINUTE);

      g_printerr ("leadup: --%s %s: %s (%s)\n", option, text, words, moment);
    }

  return TRUE;
}

static gboolean
read_texts (const LeadupCliExportArguments *self,
            LeadupExportOptions            *options)
{
  const struct
  {
    const char *typed;
    const char **wanted;
  } texts[] = {
    { self->title, &options->title },
    { self->subtitle, &options->subtitle },
    { self->source_line, &options->source_line },
    { self->byline, &options->byline },
    { self->alt, &options->alt },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].typed != NULL)
      *texts[i].wanted = texts[i].typed;

  return TRUE;
}

static gboolean
read_theme (const LeadupCliExportArguments *self,
            LeadupExportOptions            *options)
{
  if (self->theme == NULL)
    return TRUE;

  if (!g_strv_contains (leadup_theme_get_ids (), self->theme))
    {
      g_autofree char *ids = g_strjoinv (", ", (char **) leadup_theme_get_ids ());

      leadup_cli_misused (VERB, _ ("--theme %s: unknown; there are %s"), self->theme, ids);
      return FALSE;
    }
  options->theme = self->theme;

  return TRUE;
}

static gboolean
read_pages (const LeadupCliExportArguments *self,
            LeadupExportOptions            *options)
{
  if (self->paper != NULL && !leadup_paper_from_string (self->paper, &options->paper))
    return refuse ("paper", self->paper, _ ("unknown; there are none, a4, a3, letter and tabloid"));
  if (self->is_tiled && options->paper == LEADUP_PAPER_NONE)
    return refuse ("tile", "", _ ("say with --paper what the pages are"));
  options->is_tiled = self->is_tiled;
  options->is_plain |= self->is_plain;
  options->for_insiders = self->for_insiders;
  options->is_cleared = self->is_cleared;

  return TRUE;
}

/* Of two windows both have both ends. */
static gboolean
read_compared (const LeadupCliExportArguments *self,
               LeadupExportOptions            *options)
{
  LeadupGraphLook *graph = &options->graph;

  if (self->compare_from == NULL && self->compare_to == NULL)
    return TRUE;
  if (self->compare_from == NULL || self->compare_to == NULL || self->from == NULL ||
      self->to == NULL)
    return refuse ("compare-from", self->compare_from != NULL ? self->compare_from : "",
                   _ ("say it with --compare-to, --from and --to"));
  if (!read_moment ("compare-from", self->compare_from, FALSE, &graph->before.from) ||
      !read_moment ("compare-to", self->compare_to, TRUE, &graph->before.to))
    return FALSE;
  if (graph->before.from >= graph->before.to)
    return refuse ("compare-to", self->compare_to, _ ("nothing lies between it and --compare-from"));

  graph->range = (LeadupTieWindow) { options->from, options->to };
  graph->is_compared = TRUE;

  return TRUE;
}

static gboolean
read_unit (const char *option,
           const char *name,
           LeadupUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (name, units[i].name))
      {
        *unit = units[i].unit;
        return TRUE;
      }

  return refuse (option, name, _ ("unknown; there are day, week, month, quarter and year"));
}

static gboolean
read_graph (const LeadupCliExportArguments *self,
            LeadupExportOptions            *options)
{
  if (self->lines != NULL && !leadup_graph_lines_from_string (self->lines, &options->graph.lines))
    return refuse ("lines", self->lines, _ ("unknown; there are direction, pair and event"));
  if (self->top < 0 || self->min_events < 0)
    {
      leadup_cli_misused (VERB, "%s", _ ("--top and --min-events are counted from 1"));
      return FALSE;
    }
  if (self->periods != NULL && !read_unit ("periods", self->periods, &options->period))
    return FALSE;
  if (self->pairs != NULL && options->picture != LEADUP_PICTURE_TIDES)
    return refuse ("pair", self->pairs[0], _ ("say --view tides"));
  options->graph.sieve.top = (guint) self->top;
  options->graph.sieve.min_events = (guint) self->min_events;

  return read_compared (self, options);
}

/* Whether all that was typed is understood; if not, standard error says what is not. */
gboolean
leadup_cli_export_arguments_read (const LeadupCliExportArguments *self,
                                  LeadupExportOptions            *options)
{
  if (self->view != NULL && leadup_graph_form_from_string (self->view, &options->graph.form))
    options->picture = LEADUP_PICTURE_GRAPH;
  else if (self->view != NULL && !leadup_picture_from_string (self->view, &options->picture))
    return refuse ("view", self->view,
                   _ ("unknown; there are timeline, graph, rings, blocs, matrix, lanes, both, table, tides "
                      "and periods"));
  if (self->lanes != NULL && !leadup_lanes_by_from_string (self->lanes, &options->lanes_by))
    return refuse ("lanes", self->lanes, _ ("unknown; the help lists what lanes are made from"));
  if (self->as_of != NULL)
    {
      if (!leadup_cli_is_day (self->as_of))
        return refuse ("as-of", self->as_of, _ ("not a day; write YYYY-MM-DD"));
      options->as_of = self->as_of;
    }
  options->has_tension = self->has_tension;
  options->is_quiet_folded = self->is_quiet_folded;
  if (!read_moment ("from", self->from, FALSE, &options->from) ||
      !read_moment ("to", self->to, TRUE, &options->to))
    return FALSE;
  if (options->from >= options->to)
    return refuse ("to", self->to, _ ("nothing lies between it and --from"));

  return read_graph (self, options) && read_theme (self, options) &&
         read_preset (self, options) && read_size (self, options) && read_pages (self, options) &&
         read_texts (self, options);
}

/* Whether a file for each period is wanted, and of which; what is not understood is told. */
gboolean
leadup_cli_export_arguments_get_each (const LeadupCliExportArguments *self,
                                      LeadupUnit                     *unit)
{
  return read_unit ("each", self->each, unit);
}

/* Returns: (transfer full) (nullable): the id of the first actor that is called so */
static char *
dup_actor (LeadupSnapshot *snapshot,
           const char     *name)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  return leadup_cli_filter_add_ids (snapshot, LEADUP_RECORD_ACTOR, name, ids)
             ? g_strdup (g_ptr_array_index (ids, 0))
             : NULL;
}

/**
 * leadup_cli_export_arguments_find_pairs:
 * @self: what was typed
 * @snapshot: the story, whose actors may be named or given by id
 * @pairs: (out) (transfer full) (nullable): ids of both actors of each pair, with a space between;
 * %NULL where none was named
 * @error: return location
 *
 * Returns: whether all are known
 */
gboolean
leadup_cli_export_arguments_find_pairs (const LeadupCliExportArguments *self,
                                        LeadupSnapshot                 *snapshot,
                                        GStrv                          *pairs,
                                        GError                        **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  *pairs = NULL;
  if (self->pairs == NULL)
    return TRUE;

  for (guint i = 0; self->pairs[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (self->pairs[i], "=", 2);
      g_autofree char *first = dup_actor (snapshot, g_strstrip (names[0]));
      g_autofree char *second =
          names[1] != NULL ? dup_actor (snapshot, g_strstrip (names[1])) : NULL;
      g_autofree char *pair = NULL;

      if (names[1] == NULL || first == NULL || second == NULL)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                       names[1] == NULL ? _ ("“%s”: write FIRST=SECOND, two actors of the story")
                                        : _ ("There is no actor called “%s” in the story."),
                       names[1] == NULL || first == NULL ? names[0] : names[1]);
          return FALSE;
        }
      pair = g_strdup_printf ("%s %s", first, second);
      g_strv_builder_add (builder, pair);
    }
  *pairs = g_strv_builder_end (builder);

  return TRUE;
}
