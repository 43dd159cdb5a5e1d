/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-export.h"

#include "base/leadup-text.h"
#include "base/leadup-typed-date.h"
#include "base/leadup-when-format.h"
#include "cli/leadup-cli-filter.h"
#include "cli/leadup-cli-options.h"
#include "document/leadup-document.h"
#include "export/leadup-export-preset.h"
#include "export/leadup-exporter.h"
#include "render/leadup-theme.h"
#include "storage/leadup-file-writer.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Pixels a side that are exported, and scales. */
#define MAX_SIDE 16384
#define MAX_SCALE 4

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
  char **filters;
  char **files;
  double width;
  double height;
  double scale;
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
  g_strfreev (self->filters);
  g_strfreev (self->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse_arguments (Arguments *self, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      _ ("Picture to write; - is standard output"), _ ("FILE") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &self->view, _ ("What is drawn"), "timeline|graph" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, _ ("In place of the ending of FILE"),
      "png|svg|pdf" },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &self->preset, _ ("Size and texts for a purpose"),
      "plain|full|link-card|square|portrait|vertical|slide|broadcast" },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &self->width, _ ("Width in pixels"), _ ("PIXELS") },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &self->height,
      _ ("Height in pixels; 0 is as high as needed"), _ ("PIXELS") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &self->scale,
      _ ("Pixels of the picture for each of these"), "1…4" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &self->theme, _ ("Colours and fonts"), "light|dark|…" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self->from, _ ("First day that is shown"), _ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self->to, _ ("Last day that is shown"), _ ("DATE") },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->filters,
      _ ("Only events with this actor, category, source, place, tag, verification or text; may be "
         "repeated"),
      "KEY=VALUE" },
    { "lanes", 0, 0, G_OPTION_ARG_STRING, &self->lanes, _ ("What lanes are made from"),
      "category|actor|source|place|verification|tag|none" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title, _ ("Title, in place of the story’s"),
      _ ("TEXT") },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &self->subtitle, _ ("Line below the title"),
      _ ("TEXT") },
    { "source-line", 0, 0, G_OPTION_ARG_STRING, &self->source_line, _ ("Where it is all from"),
      _ ("TEXT") },
    { "byline", 0, 0, G_OPTION_ARG_STRING, &self->byline, _ ("Who made it"), _ ("TEXT") },
    { "alt", 0, 0, G_OPTION_ARG_STRING, &self->alt, _ ("Text for those who do not see it"),
      _ ("TEXT") },
    { "for-insiders", 0, 0, G_OPTION_ARG_NONE, &self->for_insiders, _ ("With events under embargo"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
    { NULL },
  };

  return leadup_cli_parse (
      argc, argv, _ ("STORY -o FILE"),
      _ ("Draw a story as a timeline or as a map of who did what to whom. No display is needed."),
      entries);
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

static gboolean
read_preset (const Arguments     *self,
             LeadupExportOptions *options)
{
  const LeadupExportPreset *preset;

  if (self->preset == NULL)
    return TRUE;

  preset = leadup_export_presets_find (self->preset);
  if (preset == NULL)
    return refuse ("preset", self->preset, _ ("unknown; the help lists them"));

  leadup_export_preset_apply (preset, options);
  /* The page around it says the rest. */
  if (g_str_equal (self->preset, "plain"))
    options->title = options->subtitle = options->source_line = options->byline = "";

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

  if (!(options->width >= 1 && options->width <= MAX_SIDE && options->height >= 0 &&
        options->height <= MAX_SIDE) ||
      !(options->scale >= 1 && options->scale <= MAX_SCALE))
    {
      leadup_cli_misused (VERB,
                          _ ("a size of %g × %g at %g times: sides are 1 to %d, scales 1 to %d"),
                          options->width, options->height, options->scale, MAX_SIDE, MAX_SCALE);
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

/* Whether all that was typed is understood; if not, standard error says what is not. */
static gboolean
read_options (const Arguments     *self,
              LeadupExportOptions *options)
{
  if (self->view != NULL && !leadup_picture_from_string (self->view, &options->picture))
    return refuse ("view", self->view, _ ("unknown; there are timeline and graph"));
  if (options->picture == LEADUP_PICTURE_BOTH)
    return refuse ("view", self->view, _ ("one at a time: timeline or graph"));
  if (self->lanes != NULL && !leadup_lanes_by_from_string (self->lanes, &options->lanes_by))
    return refuse ("lanes", self->lanes, _ ("unknown; the help lists what lanes are made from"));
  if (self->theme != NULL)
    {
      if (!g_strv_contains (leadup_theme_get_ids (), self->theme))
        {
          g_autofree char *ids = g_strjoinv (", ", (char **) leadup_theme_get_ids ());

          leadup_cli_misused (VERB, _ ("--theme %s: unknown; there are %s"), self->theme, ids);
          return FALSE;
        }
      options->theme = self->theme;
    }
  options->for_insiders = self->for_insiders;
  if (!read_moment ("from", self->from, FALSE, &options->from) ||
      !read_moment ("to", self->to, TRUE, &options->to))
    return FALSE;
  if (options->from >= options->to)
    return refuse ("to", self->to, _ ("nothing lies between it and --from"));

  return read_preset (self, options) && read_size (self, options) && read_texts (self, options);
}

static const LeadupExporter *
find_exporter (const Arguments *self)
{
  const LeadupExporter *exporter;

  if (self->format != NULL)
    {
      exporter = leadup_exporters_find (self->format);
      if (exporter == NULL)
        refuse ("format", self->format, _ ("unknown; there are png, svg and pdf"));
      return exporter;
    }

  exporter = leadup_exporters_for_name (self->output);
  if (exporter == NULL)
    {
      g_autofree char *name = g_filename_display_name (self->output);

      leadup_cli_misused (
          VERB, _ ("-o %s: say with --format, or by the ending, which of png, svg and pdf it is"),
          name);
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
run (const Arguments      *self,
     const LeadupExporter *exporter,
     LeadupExportOptions  *options,
     GError              **error)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  g_autoptr (GFile) story = g_file_new_for_commandline_arg (self->files[0]);
  g_autoptr (GFile) output = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupFilter) filter = NULL;
  g_autoptr (GBytes) bytes = NULL;

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
  bytes = exporter->write (snapshot, options, NULL, error);
  if (bytes == NULL)
    {
      leadup_cli_complain (self->output, (*error)->message);
      return FALSE;
    }

  if (g_str_equal (self->output, "-"))
    {
      if (write_to_stdout (bytes, error))
        return TRUE;
      leadup_cli_complain (_ ("standard output"), (*error)->message);
      return FALSE;
    }

  output = g_file_new_for_commandline_arg (self->output);
  if (leadup_file_writer_write (output, bytes, NULL, NULL, NULL, error))
    return TRUE;

  leadup_cli_complain (self->output, (*error)->message);

  return FALSE;
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
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) output = NULL;

  if (!parse_arguments (&self, &argc, &argv))
    return LEADUP_CLI_MISUSED;
  if (self.files == NULL)
    return leadup_cli_misused (VERB, "%s", _ ("which story?"));
  if (self.files[1] != NULL)
    return leadup_cli_misused (VERB, "%s", _ ("one story at a time"));
  if (self.output == NULL)
    return leadup_cli_misused (VERB, "%s", _ ("where to? Say -o FILE"));

  output = g_file_new_for_commandline_arg (self.output);
  if (leadup_cli_is_same (self.files[0], output))
    return leadup_cli_misused (VERB, "%s", _ ("the picture would replace the story"));
  exporter = find_exporter (&self);
  if (exporter == NULL || !read_options (&self, &options))
    return LEADUP_CLI_MISUSED;

  return run (&self, exporter, &options, &error) ? LEADUP_CLI_OK : LEADUP_CLI_FAILED;
}
