/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-export.h"

#include "base/leadup-error.h"
#include "cli/leadup-cli-export-arguments.h"
#include "cli/leadup-cli-filter.h"
#include "cli/leadup-cli-keep.h"
#include "cli/leadup-cli-options.h"
#include "document/leadup-document.h"
#include "export/leadup-export-data.h"
#include "export/leadup-exporter.h"
#include "export/leadup-file-name.h"
#include "model/leadup-lapse.h"
#include "storage/leadup-file-writer.h"

#include <errno.h>
#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>

#define VERB "export"

/* One command makes no more than this. */
#define MAX_FILES 1000

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
find_exporter (const LeadupCliExportArguments *self)
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
export_one (const LeadupCliExportArguments *self,
            const LeadupExporter           *exporter,
            LeadupSnapshot                 *snapshot,
            const LeadupExportOptions      *options,
            guint                           step,
            const char                     *period,
            GError                        **error)
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
    .period = period,
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
export_steps (const LeadupCliExportArguments *self,
              const LeadupExporter           *exporter,
              LeadupSnapshot                 *snapshot,
              const LeadupExportOptions      *options,
              GError                        **error)
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
      if (!export_one (self, exporter, snapshot, &step, i, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* The time of the story that is asked for. */
static void
find_span (LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           LeadupInstant             *from,
           LeadupInstant             *to)
{
  g_autoptr (GPtrArray) events = leadup_export_data_list (snapshot, options);
  LeadupInstant first, last;

  *from = options->from;
  *to = options->to;
  if (!leadup_lapse_range (events, &first, &last))
    return;
  if (*from == LEADUP_INSTANT_MIN)
    *from = first - 1; /* in the day that ends there */
  if (*to == LEADUP_INSTANT_MAX)
    *to = last;
}

/* “2025”, “2025-Q2”, “2025-06”, and weeks by their first day */
static char *
name_period (LeadupInstant start,
             LeadupUnit    unit)
{
  LeadupCivil civil;

  leadup_calendar_from_instant (start, &civil);
  if (unit == LEADUP_UNIT_YEAR)
    return g_strdup_printf ("%04d", civil.year);
  if (unit == LEADUP_UNIT_QUARTER)
    return g_strdup_printf ("%04d-Q%d", civil.year, (civil.month + 2) / 3);
  if (unit == LEADUP_UNIT_MONTH)
    return g_strdup_printf ("%04d-%02d", civil.year, civil.month);

  return g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

/* A file for each period: what happened before and after is not in it. */
static gboolean
export_each (const LeadupCliExportArguments *self,
             const LeadupExporter           *exporter,
             LeadupSnapshot                 *snapshot,
             const LeadupExportOptions      *options,
             GError                        **error)
{
  LeadupInstant from, to;
  LeadupTieWindow whole;
  LeadupUnit unit = LEADUP_UNIT_DAY;
  guint n = 0;

  leadup_cli_export_arguments_get_each (self, &unit);
  find_span (snapshot, options, &from, &to);
  if (from == LEADUP_INSTANT_MIN || to == LEADUP_INSTANT_MAX)
    {
      g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA, _ ("it has no dated event"));
      leadup_cli_complain (self->files[0], (*error)->message);
      return FALSE;
    }

  whole = (LeadupTieWindow) { from, to };
  for (LeadupInstant start = leadup_calendar_floor (from, unit, 1); start < to; n++)
    {
      LeadupExportOptions part = *options;
      g_autofree char *day = name_period (start, unit);

      if (n >= MAX_FILES)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
                       _ ("after %d files there would still be more; choose longer periods, or a "
                          "shorter time with --from and --to"),
                       MAX_FILES);
          leadup_cli_complain ("--each", (*error)->message);
          return FALSE;
        }
      part.still = &whole;
      part.from = MAX (start, options->from);
      start = leadup_calendar_add (start, unit, 1);
      part.to = MIN (start, options->to);
      if (!export_one (self, exporter, snapshot, &part, 0, day, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run (const LeadupCliExportArguments *self,
     const LeadupExporter           *exporter,
     LeadupExportOptions            *options,
     GError                        **error)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  g_autoptr (GFile) story = g_file_new_for_commandline_arg (self->files[0]);
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupFilter) filter = NULL;
  g_auto (GStrv) pairs = NULL;

  if (!leadup_document_load (document, story, NULL, error))
    {
      leadup_cli_complain (self->files[0], (*error)->message);
      return FALSE;
    }

  snapshot = leadup_story_snapshot (leadup_document_get_story (document));
  leadup_cli_keep (leadup_snapshot_ref (snapshot));
  if (!leadup_cli_filter_read ((const char *const *) self->filters, snapshot, &filter, error))
    {
      leadup_cli_complain ("--filter", (*error)->message);
      return FALSE;
    }

  if (!leadup_cli_export_arguments_find_pairs (self, snapshot, &pairs, error))
    {
      leadup_cli_complain ("--pair", (*error)->message);
      return FALSE;
    }

  options->pairs = (const char *const *) pairs;
  options->filter = filter;
  options->has_steps = self->has_steps && exporter->has_pages;
  if (self->step > 0 || (self->has_steps && !options->has_steps))
    return export_steps (self, exporter, snapshot, options, error);

  if (self->each != NULL)
    return export_each (self, exporter, snapshot, options, error);

  return export_one (self, exporter, snapshot, options, 0, NULL, error);
}

/* Whether the files asked for can be told apart, and none of them is the story. */
static gboolean
check_output (const LeadupCliExportArguments *self,
              const LeadupExporter           *exporter)
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
  if (self->each != NULL && strstr (self->output, "{period}") == NULL)
    {
      leadup_cli_misused (VERB, "%s",
                          _ ("--each: each is a file; put {period} into the name after -o"));
      return FALSE;
    }
  if (self->each != NULL && (self->has_steps || self->step > 0))
    {
      leadup_cli_misused (VERB, "%s", _ ("--each and --step: one of them at a time"));
      return FALSE;
    }
  if (self->each != NULL)
    {
      LeadupUnit unit;

      return leadup_cli_export_arguments_get_each (self, &unit);
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
  g_auto (LeadupCliExportArguments) self = {
    NULL,
  };
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  const LeadupExporter *exporter;
  g_autoptr (LeadupHouseStyle) style = NULL;
  g_autoptr (GError) error = NULL;

#ifdef M_MMAP_THRESHOLD
  /* cairo asks for large blocks for each text that it fills: without this glibc hands each back to
   * the system and faults the next one in page by page, a quarter of what a PNG costs. */
  mallopt (M_MMAP_THRESHOLD, 32 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 64 * 1024 * 1024);
#endif

  if (!leadup_cli_export_arguments_parse (&self, &argc, &argv))
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
  if (!leadup_cli_export_arguments_read (&self, &options))
    return LEADUP_CLI_MISUSED;

  return run (&self, exporter, &options, &error) ? LEADUP_CLI_OK : LEADUP_CLI_FAILED;
}
