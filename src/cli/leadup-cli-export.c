/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-export.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "base/leadup-typed-date.h"
#include "base/leadup-when-format.h"
#include "cli/leadup-cli-filter.h"
#include "cli/leadup-cli-options.h"
#include "document/leadup-document.h"
#include "export/leadup-export-preset.h"
#include "export/leadup-exporter.h"
#include "export/leadup-file-name.h"
#include "export/leadup-own-presets.h"
#include "render/leadup-theme.h"
#include "storage/leadup-file-writer.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Pixels a side that are exported, and scales. */

#define VERB "export"

/**
 * Arguments:
 *
 * The options as they were typed.
 */
typedef struct
{
  char *output;
  char *view;
  char *format;
  char *preset;
  char *theme;
  char *from;
  char *to;
  char *lanes;
  char *title;
  char *subtitle;
  char *source_line;
  char *byline;
  char *alt;
  char *as_of;
  char *paper;
  char *house_style;
  char *lines;
  char *compare_from;
  char *compare_to;
  char **filters;
  char **files;
  double width;
  double height;
  double scale;
  double zoom;
  int step;
  int top;
  int min_events;
  gboolean has_steps;
  gboolean is_tiled;
  gboolean is_plain;
  gboolean is_cleared;
  gboolean has_tension;
  gboolean is_quiet_folded;
  gboolean for_insiders;
} Arguments;

static void
arguments_clear (Arguments *self)
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
  g_strfreev (self->filters);
  g_strfreev (self->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

/* What is written and how it looks. */
static void
list_picture_entries (Arguments *self, GArray *list)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      _ ("File to write; - is standard output; {slug}, {date}, {preset}, {scale}, {step}, {view}, "
         "{theme} and {format} in it are filled in"),
      _ ("FILE") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &self->view, _ ("What is drawn"), "timeline|graph|rings|blocs|matrix|lanes|both|table" },
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
list_graph_entries (Arguments *self,
                    GArray    *list)
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
  };

  g_array_append_vals (list, entries, G_N_ELEMENTS (entries));
}

/* What of the story. */
static void
list_story_entries (Arguments *self,
                    GArray    *list)
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
list_text_entries (Arguments *self,
                   GArray    *list)
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

static gboolean
parse_arguments (Arguments *self,
                 int       *argc,
                 char    ***argv)
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
read_own_preset (const Arguments     *self,
                 LeadupExportOptions *options)
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
read_preset (const Arguments     *self,
             LeadupExportOptions *options)
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
read_size (const Arguments     *self,
           LeadupExportOptions *options)
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
read_texts (const Arguments     *self,
            LeadupExportOptions *options)
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
read_theme (const Arguments     *self,
            LeadupExportOptions *options)
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
read_pages (const Arguments     *self,
            LeadupExportOptions *options)
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
read_compared (const Arguments     *self,
               LeadupExportOptions *options)
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
read_graph (const Arguments     *self,
            LeadupExportOptions *options)
{
  if (self->lines != NULL && !leadup_graph_lines_from_string (self->lines, &options->graph.lines))
    return refuse ("lines", self->lines, _ ("unknown; there are direction, pair and event"));
  if (self->top < 0 || self->min_events < 0)
    {
      leadup_cli_misused (VERB, "%s", _ ("--top and --min-events are counted from 1"));
      return FALSE;
    }
  options->graph.sieve.top = (guint) self->top;
  options->graph.sieve.min_events = (guint) self->min_events;

  return read_compared (self, options);
}

/* Whether all that was typed is understood; if not, standard error says what is not. */
static gboolean
read_options (const Arguments     *self,
              LeadupExportOptions *options)
{
  if (self->view != NULL && leadup_graph_form_from_string (self->view, &options->graph.form))
    options->picture = LEADUP_PICTURE_GRAPH;
  else if (self->view != NULL && !leadup_picture_from_string (self->view, &options->picture))
    return refuse ("view", self->view,
                   _ ("unknown; there are timeline, graph, rings, blocs, matrix, lanes, both and table"));
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

static char *
list_formats (void)
{
  const LeadupExporter *const *exporters = leadup_exporters_get_all ();
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", exporters[i]->id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static const LeadupExporter *
find_exporter (const Arguments *self)
{
  g_autofree char *formats = list_formats ();
  const LeadupExporter *exporter;

  if (self->format != NULL)
    {
      exporter = leadup_exporters_find (self->format);
      if (exporter == NULL)
        leadup_cli_misused (VERB, _ ("--format %s: unknown; there are %s"), self->format, formats);
      return exporter;
    }

  exporter = leadup_exporters_for_name (self->output);
  if (exporter == NULL)
    {
      g_autofree char *name = g_filename_display_name (self->output);

      leadup_cli_misused (VERB, _ ("-o %s: say with --format, or by the ending, what it is: %s"),
                          name, formats);
    }

  return exporter;
}

static gboolean
write_to_stdout (GBytes  *bytes,
                 GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));

  return FALSE;
}

static gboolean
write_file (const char *name,
            GBytes     *bytes,
            GError    **error)
{
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (name);

  if (leadup_file_writer_write (output, bytes, NULL, NULL, NULL, error))
    return TRUE;

  leadup_cli_complain (name, (*error)->message);

  return FALSE;
}

/* One file, of the whole story or of a step. */
static gboolean
export_one (const Arguments           *self,
            const LeadupExporter      *exporter,
            LeadupSnapshot            *snapshot,
            const LeadupExportOptions *options,
            guint                      step,
            GError                   **error)
{
  const LeadupInfoFields *info = leadup_info_get_fields (leadup_snapshot_get_info (snapshot));
  const char *title = options->title;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LeadupFileNameParts parts = {
    .preset = self->preset,
    .theme = options->style != NULL ? leadup_house_style_get_name (options->style) : options->theme,
    .format = exporter->extension,
    .picture = options->picture,
    .scale = options->scale,
    .step = step,
  };

  if (title == NULL)
    title = info->chart_title != NULL ? info->chart_title : info->title;
  parts.title = title;
  name = leadup_file_name_expand (self->output, &parts, error);
  bytes = name != NULL ? exporter->write (snapshot, options, NULL, error) : NULL;
  if (bytes == NULL)
    {
      leadup_cli_complain (self->output, (*error)->message);
      return FALSE;
    }

  if (!g_str_equal (self->output, "-"))
    return write_file (name, bytes, error);
  if (write_to_stdout (bytes, error))
    return TRUE;
  leadup_cli_complain (_ ("standard output"), (*error)->message);

  return FALSE;
}

static gboolean
export_steps (const Arguments           *self,
              const LeadupExporter      *exporter,
              LeadupSnapshot            *snapshot,
              const LeadupExportOptions *options,
              GError                   **error)
{
  guint n = leadup_export_options_count_steps (snapshot);
  guint first = self->step > 0 ? (guint) self->step : 1;
  guint last = self->step > 0 ? (guint) self->step : n;

  if (n == 0 || first > n)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   ngettext ("it has %u step", "it has %u steps", n), n);
      leadup_cli_complain (self->files[0], (*error)->message);
      return FALSE;
    }

  for (guint i = first; i <= last; i++)
    {
      LeadupExportOptions step = *options;

      leadup_export_options_set_step (&step, snapshot, i);
      if (!export_one (self, exporter, snapshot, &step, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run (const Arguments      *self,
     const LeadupExporter *exporter,
     LeadupExportOptions  *options,
     GError              **error)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  g_autoptr (GFile) story = g_file_new_for_commandline_arg (self->files[0]);
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupFilter) filter = NULL;

  if (!leadup_document_load (document, story, NULL, error))
    {
      leadup_cli_complain (self->files[0], (*error)->message);
      return FALSE;
    }

  snapshot = leadup_story_snapshot (leadup_document_get_story (document));
  if (!leadup_cli_filter_read ((const char *const *) self->filters, snapshot, &filter, error))
    {
      leadup_cli_complain ("--filter", (*error)->message);
      return FALSE;
    }

  options->filter = filter;
  options->has_steps = self->has_steps && exporter->has_pages;
  if (self->step > 0 || (self->has_steps && !options->has_steps))
    return export_steps (self, exporter, snapshot, options, error);

  return export_one (self, exporter, snapshot, options, 0, error);
}

/* Whether the files asked for can be told apart, and none of them is the story. */
static gboolean
check_output (const Arguments      *self,
              const LeadupExporter *exporter)
{
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (self->output);

  if (leadup_cli_is_same (self->files[0], output))
    {
      leadup_cli_misused (VERB, "%s", _ ("the picture would replace the story"));
      return FALSE;
    }
  if (self->step < 0)
    {
      leadup_cli_misused (VERB, "%s", _ ("--step: steps are counted from 1"));
      return FALSE;
    }
  if (self->has_steps && !exporter->has_pages && strstr (self->output, "{step}") == NULL)
    {
      leadup_cli_misused (VERB, "%s",
                          _ ("--steps: each is a file; put {step} into the name after -o"));
      return FALSE;
    }

  return TRUE;
}

/**
 * leadup_cli_export:
 * @argc: number of arguments behind the verb, the verb itself being the first
 * @argv: the arguments
 *
 * `leadup export STORY -o FILE [OPTION…]`
 *
 * Returns: exit status
 */
int
leadup_cli_export (int    argc,
                   char **argv)
{
  g_auto (Arguments) self = {
    NULL,
  };
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  const LeadupExporter *exporter;
  g_autoptr (LeadupHouseStyle) style = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_arguments (&self, &argc, &argv))
    return LEADUP_CLI_MISUSED;
  if (self.files == NULL)
    return leadup_cli_misused (VERB, "%s", _ ("which story?"));
  if (self.files[1] != NULL)
    return leadup_cli_misused (VERB, "%s", _ ("one story at a time"));
  if (self.output == NULL)
    return leadup_cli_misused (VERB, "%s", _ ("where to? Say -o FILE"));

  exporter = find_exporter (&self);
  if (exporter == NULL || !check_output (&self, exporter))
    return LEADUP_CLI_MISUSED;
  if (self.house_style != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (self.house_style);

      style = leadup_house_style_load (file, NULL, &error);
      if (style == NULL)
        {
          leadup_cli_complain ("--house-style", error->message);
          return LEADUP_CLI_FAILED;
        }
      options.style = style;
    }
  if (!read_options (&self, &options))
    return LEADUP_CLI_MISUSED;

  return run (&self, exporter, &options, &error) ? LEADUP_CLI_OK : LEADUP_CLI_FAILED;
}
