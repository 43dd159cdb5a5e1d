/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-markdown-exporter.h"

#include "base/leadup-when-format.h"
#include "export/leadup-chart-text.h"
#include "export/leadup-export-data.h"
#include "model/leadup-event-parties.h"

#include <glib/gi18n.h>
#include <string.h>

/* A chronology with its sources in footnotes, as Pandoc and GitHub read it. */

/**
 * Writer:
 * @numbers: source → number of its footnote, from 1
 * @sources: in the order of their numbers
 */
typedef struct
{
  LeadupSnapshot *snapshot;
  GString *out;
  GHashTable *numbers;
  GPtrArray *sources;
} Writer;

/* One line, in which nothing is taken for markup. */
static void
append_text (GString    *out,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        {
          g_string_append_c (out, ' ');
          continue;
        }
      if (strchr ("\\`*_[]<>#|~$", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
}

static void
append_notes (Writer      *writer,
              LeadupEvent *event)
{
  g_autoptr (GPtrArray) sources = leadup_event_parties_list_sources (writer->snapshot, event);

  for (guint i = 0; i < sources->len; i++)
    {
      gpointer source = g_ptr_array_index (sources, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (writer->numbers, source));

      if (number == 0)
        {
          g_ptr_array_add (writer->sources, source);
          number = writer->sources->len;
          g_hash_table_insert (writer->numbers, source, GUINT_TO_POINTER (number));
        }
      g_string_append_printf (writer->out, "[^%u]", number);
    }
}

/* What the reader has to know before believing it; the ordinary case goes without saying. */
static const char *
get_caution (LeadupVerification verification)
{
  switch (verification)
    {
    case LEADUP_VERIFICATION_UNVERIFIED:
      return _ ("unverified");

    case LEADUP_VERIFICATION_SINGLE_SOURCE:
      return _ ("single source");

    case LEADUP_VERIFICATION_DISPUTED:
      return _ ("disputed");

    case LEADUP_VERIFICATION_RETRACTED:
      return _ ("retracted");

    case LEADUP_VERIFICATION_ANNOUNCED:
      return _ ("announced");

    case LEADUP_VERIFICATION_CORROBORATED:
    case LEADUP_VERIFICATION_VERIFIED:
    default:
      return NULL;
    }
}

static void
append_event (Writer      *writer,
              LeadupEvent *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  const char *caution = get_caution (fields->verification);

  g_string_append (writer->out, "- ");
  if (fields->when != NULL)
    {
      g_autofree char *date = leadup_when_format (fields->when, LEADUP_WHEN_STYLE_LONG);

      g_string_append (writer->out, "**");
      append_text (writer->out, date);
      g_string_append (writer->out, "** — ");
    }
  append_text (writer->out, fields->title);
  if (caution != NULL)
    g_string_append_printf (writer->out, " *(%s)*", caution);
  if (!g_str_has_suffix (fields->title, ".") || caution != NULL)
    g_string_append_c (writer->out, '.');
  if (fields->summary != NULL && *fields->summary != '\0')
    {
      g_string_append_c (writer->out, ' ');
      append_text (writer->out, fields->summary);
    }
  append_notes (writer, event);
  g_string_append_c (writer->out, '\n');
}

static int
get_year (LeadupEvent *event)
{
  LeadupWhen *when = leadup_event_get_when (event);
  const LeadupWhenBounds *bounds = when != NULL ? leadup_when_get_bounds (when) : NULL;
  LeadupCivil civil;

  if (bounds == NULL)
    return G_MAXINT;
  if (bounds->start_earliest == LEADUP_INSTANT_MIN)
    return G_MININT;

  leadup_calendar_from_instant (bounds->start_earliest, &civil);

  return civil.year;
}

/* A heading where a year begins; none where there is but one. */
static void
append_events (Writer       *writer,
               GPtrArray    *events,
               GCancellable *cancellable)
{
  gboolean has_years =
      events->len > 0 && get_year (g_ptr_array_index (events, 0)) !=
                             get_year (g_ptr_array_index (events, events->len - 1));
  int year = G_MININT;

  for (guint i = 0; i < events->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      LeadupEvent *event = g_ptr_array_index (events, i);
      int its_year = get_year (event);

      if (has_years && its_year != year && its_year != G_MININT)
        {
          if (its_year == G_MAXINT)
            g_string_append_printf (writer->out, "\n## %s\n\n", _ ("Without a date"));
          else
            g_string_append_printf (writer->out, "\n## %d\n\n", its_year);
        }
      year = its_year;
      append_event (writer, event);
    }
}

static void
append_footnotes (Writer *writer)
{
  if (writer->sources->len > 0)
    g_string_append_c (writer->out, '\n');
  for (guint i = 0; i < writer->sources->len; i++)
    {
      LeadupSource *source = g_ptr_array_index (writer->sources, i);
      const LeadupSourceFields *fields = leadup_source_get_fields (source);
      g_autofree char *label = leadup_source_dup_label (source);
      const char *url = leadup_export_data_get_url (source);

      g_string_append_printf (writer->out, "[^%u]: ", i + 1);
      append_text (writer->out, label);
      if (fields->outlet != NULL && fields->title != NULL && *fields->title != '\0')
        {
          g_string_append (writer->out, ": “");
          append_text (writer->out, fields->title);
          g_string_append (writer->out, "”");
        }
      if (url != NULL)
        g_string_append_printf (writer->out, ". <%s>", url);
      g_string_append_c (writer->out, '\n');
    }
}

static void
append_head (Writer                    *writer,
             const LeadupExportOptions *options)
{
  const LeadupInfoFields *info =
      leadup_info_get_fields (leadup_snapshot_get_info (writer->snapshot));
  const char *title = options->title;
  const char *subtitle = options->subtitle != NULL ? options->subtitle : info->chart_subtitle;

  if (title == NULL)
    title = info->chart_title != NULL ? info->chart_title : info->title;
  if (title != NULL && *title != '\0')
    {
      g_string_append (writer->out, "# ");
      append_text (writer->out, title);
      g_string_append (writer->out, "\n\n");
    }
  if (subtitle != NULL && *subtitle != '\0')
    {
      append_text (writer->out, subtitle);
      g_string_append (writer->out, "\n\n");
    }
}

static GBytes *
write_markdown (LeadupSnapshot            *snapshot,
                const LeadupExportOptions *options,
                GCancellable              *cancellable,
                GError                   **error)
{
  g_autoptr (LeadupSnapshot) data = leadup_export_data_new (snapshot, options, cancellable, error);
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *as_of = NULL;
  Writer writer = { data };

  if (data == NULL)
    return NULL;

  events = leadup_export_data_list (data, options);
  writer.out = g_string_new (NULL);
  writer.numbers = g_hash_table_new (NULL, NULL);
  writer.sources = g_ptr_array_new ();
  append_head (&writer, options);
  append_events (&writer, events, cancellable);
  as_of = leadup_chart_text_draft_as_of (data, options);
  if (as_of != NULL)
    {
      g_string_append (writer.out, "\n*");
      g_string_append_printf (writer.out, _ ("As of %s"), as_of);
      g_string_append (writer.out, "*\n");
    }
  append_footnotes (&writer);
  g_hash_table_unref (writer.numbers);
  g_ptr_array_unref (writer.sources);

  return g_string_free_to_bytes (writer.out);
}

const LeadupExporter leadup_markdown_exporter = {
  .id = "markdown",
  .label = N_ ("Markdown chronology"),
  .extension = "md",
  .content_type = "text/markdown",
  .write = write_markdown,
};
