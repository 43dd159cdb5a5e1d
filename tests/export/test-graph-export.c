/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-exporter.h"
#include "export/leadup-graph-data.h"
#include "model/leadup-story.h"
#include "storage/leadup-story-reader.h"

#include <string.h>

/* Invented events: names that formats have to quote, and one that may not leave. */
static const char story_text[] =
    "{\"format\":\"leadup\",\"version\":1,\"title\":\"The <harbour> "
    "\\\"war\\\"\",\"zone\":\"UTC\",\n"
    "\"categories\":[{\"id\":\"strike\",\"name\":\"Strike\",\"family\":\"strike\","
    "\"colour\":\"#D55E00\",\"symbol\":\"burst\",\"plover\":\"ASSAULT\",\"tone\":-9.5},\n"
    "{\"id\":\"talks\",\"name\":\"Talks\",\"family\":\"diplomacy\",\"colour\":\"#0072B2\","
    "\"symbol\":\"circle\",\"plover\":\"CONSULT\",\"tone\":2.5}],\n"
    "\"actors\":[{\"id\":\"n\",\"name\":\"=North & \\\"Co\\\"\",\"kind\":\"state\","
    "\"aliases\":[\"The <North>\"]},\n"
    "{\"id\":\"s\",\"name\":\"South\",\"kind\":\"armed-group\"},\n"
    "{\"id\":\"x\",\"name\":\"Nobody\",\"kind\":\"unattributed\"}],\n"
    "\"graph\":{\"positions\":{\"n\":[1.5,-2]}},\n"
    "\"events\":[\n"
    "{\"id\":\"e1\",\"title\":\"A\",\"category\":\"strike\",\"when\":{\"edtf\":\"2025-03-04\"},"
    "\"actors\":[{\"actor\":\"n\",\"role\":\"initiator\"},{\"actor\":\"s\",\"role\":\"target\"}],"
    "\"verification\":\"verified\"},\n"
    "{\"id\":\"e2\",\"title\":\"B\",\"category\":\"strike\",\"when\":{\"edtf\":\"2025-04\"},"
    "\"actors\":[{\"actor\":\"n\",\"role\":\"initiator\"},{\"actor\":\"s\",\"role\":\"target\"}]},"
    "\n"
    "{\"id\":\"e3\",\"title\":\"C\",\"category\":\"talks\","
    "\"actors\":[{\"actor\":\"s\",\"role\":\"initiator\"},{\"actor\":\"n\",\"role\":\"target\"}]},"
    "\n"
    "{\"id\":\"secret\",\"title\":\"D\",\"category\":\"strike\",\"when\":{\"edtf\":\"2025-05-01\"},"
    "\"actors\":[{\"actor\":\"x\",\"role\":\"initiator\"},{\"actor\":\"n\",\"role\":\"target\"}],"
    "\"embargo\":\"9000-01-01\"}]}\n";

static LeadupSnapshot *
read_story (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (story_text, sizeof story_text - 1);
  g_autoptr (LeadupStoryContents) contents = NULL;
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (GError) error = NULL;

  contents = leadup_story_reader_read (bytes, G_MAXINT64 / 4, NULL, &error);
  g_assert_no_error (error);
  story = leadup_story_new_from_records (contents->records, &error);
  g_assert_no_error (error);

  return leadup_story_snapshot (story);
}

static char *
export_graph (const char                *format,
              const LeadupExportOptions *options)
{
  g_autoptr (LeadupSnapshot) snapshot = read_story ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      leadup_exporters_find (format)->write (snapshot, options, NULL, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Whether XML is well-formed, and how many elements of a name it has. */
static void
count_start_cb (GMarkupParseContext *context,
                const char          *name,
                const char         **names,
                const char         **values,
                gpointer             data,
                GError             **error)
{
  GHashTable *counts = data;

  g_hash_table_insert (counts, g_strdup (name),
                       GUINT_TO_POINTER (
                           GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1));
}

static GHashTable *
count_elements (const char *xml)
{
  static const GMarkupParser parser = { .start_element = count_start_cb };
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, counts, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  return counts;
}

static void
test_xml_formats_are_well_formed_and_complete (void)
{
  static const char *const formats[] = { "graphml", "gexf" };
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = export_graph (formats[i], &options);
      g_autoptr (GHashTable) counts = count_elements (text);

      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "node")), ==, 2);
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "edge")), ==, 2);
      g_assert_nonnull (strstr (text, "=North &amp; &quot;Co&quot;"));
      g_assert_nonnull (strstr (text, "e1 e2"));
      g_assert_null (strstr (text, "secret"));
    }
}

static void
test_gexf_has_a_spell_for_each_dated_event (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *text = export_graph ("gexf", &options);
  g_autoptr (GHashTable) counts = count_elements (text);

  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "spells")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "spell")), ==, 2);
  g_assert_nonnull (strstr (text, "<spell start=\"2025-03-04\" end=\"2025-03-04\"/>"));
  g_assert_nonnull (strstr (text, "<spell start=\"2025-04-01\" end=\"2025-04-30\"/>"));
  g_assert_nonnull (strstr (text, "<viz:position x=\"150\" y=\"200\" z=\"0\"/>"));
}

static void
test_dot_quotes_names_and_says_tone_and_certainty (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *text = export_graph ("dot", &options);

  g_assert_nonnull (strstr (text, "label=\"=North & \\\"Co\\\"\", shape=box, pos=\"150,200\"]"));
  g_assert_nonnull (strstr (text, "n0 -> n1 [weight=2, label=\"2\", color=\"#d55e00\""));
  g_assert_nonnull (strstr (text, "n1 -> n0 [weight=1, label=\"1\", color=\"#0072b2\""));
  g_assert_nonnull (strstr (text, "arrowhead=empty"));
}

static void
test_tables_are_quoted_and_no_formulas (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *nodes = export_graph ("csv-nodes", &options);
  g_autofree char *edges = export_graph ("csv-edges", &options);

  g_assert_true (g_str_has_prefix (nodes, "\"Id\",\"Label\",\"kind\",\"events\""));
  g_assert_nonnull (
      strstr (nodes, "\r\n\"n\",\"'=North & \"\"Co\"\"\",\"state\",\"3\",\"\",\"The <North>\","
                     "\"1.5\",\"-2\"\r\n"));
  g_assert_true (g_str_has_prefix (edges, "\"Source\",\"Target\",\"Type\",\"Weight\""));
  g_assert_nonnull (strstr (edges, "\"n\",\"s\",\"Directed\",\"2\",\"2\",\"hostile\",\"-9.5\",\"1\""));
}

static void
test_window_and_filter_hold_for_data_too (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (LeadupSnapshot) snapshot = read_story ();
  g_autoptr (LeadupWhen) april = leadup_when_new_from_edtf ("2025-04", NULL);
  g_autoptr (LeadupGraphData) data = NULL;
  g_autofree char *day = NULL;
  g_autofree char *events = NULL;

  options.from = leadup_when_get_bounds (april)->start_earliest;
  options.to = leadup_when_get_bounds (april)->end_latest;
  data = leadup_graph_data_new (snapshot, &options, NULL, NULL);
  g_assert_cmpuint (data->edges->len, ==, 1);
  events = leadup_graph_data_list_events (&g_array_index (data->edges, LeadupGraphDataEdge, 0));
  day = leadup_graph_data_format_day (options.from);
  g_assert_cmpstr (events, ==, "e2");
  g_assert_cmpstr (day, ==, "2025-04-01");
  g_assert_null (leadup_graph_data_format_day (LEADUP_INSTANT_MIN));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-export/xml-formats-are-well-formed-and-complete",
                   test_xml_formats_are_well_formed_and_complete);
  g_test_add_func ("/graph-export/gexf-has-a-spell-for-each-dated-event",
                   test_gexf_has_a_spell_for_each_dated_event);
  g_test_add_func ("/graph-export/dot-quotes-names-and-says-tone-and-certainty",
                   test_dot_quotes_names_and_says_tone_and_certainty);
  g_test_add_func ("/graph-export/tables-are-quoted-and-no-formulas",
                   test_tables_are_quoted_and_no_formulas);
  g_test_add_func ("/graph-export/window-and-filter-hold-for-data-too",
                   test_window_and_filter_hold_for_data_too);

  return g_test_run ();
}
