/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "export/leadup-chart-text.h"
#include "export/leadup-chart.h"
#include "export/leadup-exporter.h"
#include "export/leadup-svg-writer.h"
#include "export-story.h"

#include <string.h>

static GBytes *
export_story (const char         *format,
              LeadupExportOptions options)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes = leadup_exporters_find (format)->write (snapshot, &options, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
to_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
count_element_cb (GMarkupParseContext *context,
                  const char          *name,
                  const char         **attribute_names,
                  const char         **attribute_values,
                  gpointer             user_data,
                  GError             **error)
{
  GHashTable *ids = user_data;

  for (guint i = 0; attribute_names[i] != NULL; i++)
    if (g_str_equal (attribute_names[i], "id"))
      g_assert_true (g_hash_table_add (ids, g_strdup (attribute_values[i])));
}

static void
test_svg_is_well_formed_and_its_ids_are_unique (void)
{
  const GMarkupParser parser = { .start_element = count_element_cb };
  const LeadupPicture pictures[] = { LEADUP_PICTURE_TIMELINE, LEADUP_PICTURE_GRAPH };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, ids, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      options.picture = pictures[i];
      bytes = export_story ("svg", options);
      text = to_text (bytes);
      g_markup_parse_context_parse (context, text, (gssize) strlen (text), &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);
      g_assert_true (g_hash_table_contains (ids, "chart-title"));
    }
}

static void
test_svg_holds_real_text_and_groups_of_events (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = export_story ("svg", options);
  g_autofree char *text = to_text (bytes);

  g_assert_nonnull (strstr (text, "<text"));
  g_assert_nonnull (strstr (text, "Fleet shells the harbour"));
  g_assert_nonnull (strstr (text, "id=\"event-e1\""));
  g_assert_nonnull (strstr (text, "The &lt;harbour&gt; &amp; the fleet"));
  g_assert_nonnull (strstr (text, "Harbour Post"));
  g_assert_nonnull (strstr (text, "direction=\"rtl\""));
  g_assert_null (strstr (text, "<script"));
  g_assert_null (strstr (text, "href"));
}

static void
test_what_is_embargoed_or_noted_does_not_leave (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) outside = export_story ("svg", options);
  g_autofree char *outside_text = to_text (outside);
  g_autoptr (GBytes) inside = NULL;
  g_autofree char *inside_text = NULL;

  g_assert_null (strstr (outside_text, "EMBARGOED"));
  g_assert_null (strstr (outside_text, "SECRET"));

  options.for_insiders = TRUE;
  inside = export_story ("svg", options);
  inside_text = to_text (inside);
  g_assert_nonnull (strstr (inside_text, "EMBARGOED"));
  g_assert_null (strstr (inside_text, "SECRET"));
}

static void
test_two_runs_give_the_same_bytes (gconstpointer data)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) first = export_story (data, options);
  g_autoptr (GBytes) second = export_story (data, options);

  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL), g_bytes_get_size (second));
}

/* Whatever it is a picture of, and however the graph is looked at. */
static void
test_every_picture_minds_the_sieve (void)
{
  const char *focus[] = { "nobody", "a1", NULL };
  const char *pairs[] = { "nobody a1", "not-a-pair", NULL };

  for (guint picture = 0; picture <= LEADUP_PICTURE_PERIODS; picture++)
    for (guint form = 0; form < LEADUP_N_GRAPH_FORMS; form++)
      {
        LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
        g_autoptr (GBytes) bytes = NULL;

        options.picture = (LeadupPicture) picture;
        options.height = 675;
        options.graph.form = (LeadupGraphForm) form;
        options.graph.sieve.focus = focus;
        options.graph.sieve.hops = 2;
        options.graph.sieve.folded = focus;
        options.pairs = pairs;
        bytes = export_story ("svg", options);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
      }
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static void
test_png_has_the_size_density_and_texts_asked_for (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *png;
  gsize size;

  options.width = 600;
  options.height = 400;
  options.scale = 2;
  bytes = export_story ("png", options);
  png = g_bytes_get_data (bytes, &size);
  g_assert_cmpmem (png, 8, "\211PNG\r\n\032\n", 8);
  g_assert_cmpuint (read_number (png + 16), ==, 1200);
  g_assert_cmpuint (read_number (png + 20), ==, 800);
  {
    g_autofree char *head = g_malloc0 (2001);

    for (gsize i = 0; i < MIN (size, 2000); i++)
      head[i] = png[i] == 0 ? ' ' : (char) png[i];
    g_assert_nonnull (strstr (head, "sRGB"));
    g_assert_nonnull (strstr (head, "pHYs"));
    g_assert_nonnull (strstr (head, "iTXt"));
    g_assert_nonnull (strstr (head, "Description"));
  }
}

static void
test_pdf_has_no_date_of_creation (void)
{
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (GBytes) bytes = export_story ("pdf", options);
  gsize size;
  const char *pdf = g_bytes_get_data (bytes, &size);

  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
  g_assert_null (g_strstr_len (pdf, (gssize) size, "CreationDate"));
}

static void
test_what_cannot_be_drawn_is_refused_with_a_reason (void)
{
  static const struct
  {
    const char *format;
    const char *theme;
    double width;
    double scale;
    gint64 from;
    gint64 to;
    int code;
  } cases[] = {
    { "png", "no-such-theme", 600, 1, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX,
      LEADUP_ERROR_UNSUPPORTED },
    { "png", "light", 40000, 1, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, LEADUP_ERROR_LIMIT },
    { "png", "light", 8000, 4, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, LEADUP_ERROR_LIMIT },
    { "pdf", "light", 40000, 1, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX, LEADUP_ERROR_LIMIT },
    { "svg", "light", 600, 1, 2000, 1000, LEADUP_ERROR_SCHEMA },
  };
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      options.theme = cases[i].theme;
      options.width = cases[i].width;
      options.scale = cases[i].scale;
      options.from = cases[i].from;
      options.to = cases[i].to;
      bytes = leadup_exporters_find (cases[i].format)->write (snapshot, &options, NULL, &error);
      g_assert_null (bytes);
      g_assert_error (error, LEADUP_ERROR, cases[i].code);
    }
}

static void
test_a_cancelled_export_gives_nothing (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; leadup_exporters_get_all ()[i] != NULL; i++)
    {
      LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
          leadup_exporters_get_all ()[i]->write (snapshot, &options, cancellable, &error);

      g_assert_null (bytes);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_the_alternative_text_says_what_is_shown (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autofree char *timeline = leadup_chart_text_draft_alt (snapshot, &options, "Harbour");
  g_autofree char *sources = leadup_chart_text_draft_source_line (snapshot, &options);
  g_autofree char *graph = NULL;

  g_assert_true (g_str_has_prefix (
      timeline, "Harbour. Timeline of 5 events from 4 Mar 2025 to 12 May 2025: Statement 3, "
                "Strike 2. It begins with: Fleet shells the harbour (4 March 2025). In between, "
                "among others: "));
  g_assert_nonnull (strstr (timeline, "Ministers meet (April 2025)"));
  g_assert_nonnull (strstr (timeline, "It ends with: =HYPERLINK"));
  g_assert_nonnull (strstr (timeline, "3 events are unverified. 1 event is disputed."));
  g_assert_cmpstr (sources, ==, "Harbour Post, Coast Radio");

  options.picture = LEADUP_PICTURE_GRAPH;
  graph = leadup_chart_text_draft_alt (snapshot, &options, NULL);
  g_assert_true (g_str_has_prefix (graph, "Network of 2 actors and 1 relation between them."));
}

/* A picture of a part says which. */
static void
test_a_chart_says_what_it_is_restricted_to (void)
{
  const char *categories[] = { "c1", "no-such", NULL };
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  g_autoptr (LeadupFilter) filter = NULL;
  g_autofree char *all = leadup_chart_text_draft_limits (snapshot, &options);
  g_autofree char *part = NULL;
  g_autofree char *ranged = NULL;
  g_autofree char *svg = NULL;

  g_assert_null (all);
  fields.categories = categories;
  fields.verifications = 1u << LEADUP_VERIFICATION_DISPUTED;
  fields.text = "harbour";
  filter = leadup_filter_new (&fields);
  options.filter = filter;
  part = leadup_chart_text_draft_limits (snapshot, &options);
  g_assert_true (g_str_has_suffix (part, " or no-such, Disputed, “harbour”"));
  g_assert_true (g_str_has_prefix (part, "Only: "));

  options.picture = LEADUP_PICTURE_GRAPH;
  options.from = leadup_calendar_date_instant (2025, 3, 1);
  options.to = leadup_calendar_date_instant (2025, 5, 1);
  ranged = leadup_chart_text_draft_limits (snapshot, &options);
  g_assert_true (g_str_has_suffix (ranged, ", Mar – Apr 2025"));
  svg = export_story_write ("svg", &options);
  g_assert_nonnull (strstr (svg, "Only: "));
}

static void
test_a_public_copy_drops_only_what_is_embargoed (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (LeadupSnapshot) outside = leadup_chart_make_public (snapshot, &options);
  g_autoptr (LeadupSnapshot) inside = NULL;

  g_assert_cmpuint (leadup_snapshot_get_n (outside, LEADUP_RECORD_EVENT), ==, 5);
  g_assert_null (leadup_snapshot_lookup (outside, LEADUP_RECORD_EVENT, "e3"));
  options.for_insiders = TRUE;
  inside = leadup_chart_make_public (snapshot, &options);
  g_assert_true (inside == snapshot);
}

static void
test_a_chart_has_the_texts_of_options_story_or_draft (void)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  LeadupExportOptions options = LEADUP_EXPORT_OPTIONS_INIT;
  g_autoptr (LeadupChart) drafted = leadup_chart_new (snapshot, &options, NULL, NULL);
  g_autoptr (LeadupChart) given = NULL;

  g_assert_cmpstr (drafted->title, ==, "The <harbour> & the fleet");
  g_assert_nonnull (strstr (drafted->alt, "Timeline of 4 events"));
  g_assert_cmpfloat (leadup_scene_get_width (drafted->scene), ==, options.width);

  options.title = "";
  options.alt = "Three events.";
  given = leadup_chart_new (snapshot, &options, NULL, NULL);
  g_assert_cmpstr (given->title, ==, "");
  g_assert_cmpstr (given->alt, ==, "Three events.");
}

static void
test_formats_are_found_by_id_and_by_name (void)
{
  g_assert_cmpstr (leadup_exporters_for_name ("a.b.PNG")->id, ==, "png");
  g_assert_cmpstr (leadup_exporters_for_name ("x.svg")->id, ==, "svg");
  g_assert_null (leadup_exporters_for_name ("x"));
  g_assert_null (leadup_exporters_for_name ("x.exe"));
  g_assert_null (leadup_exporters_find ("exe"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/svg/is-well-formed-and-its-ids-are-unique",
                   test_svg_is_well_formed_and_its_ids_are_unique);
  g_test_add_func ("/svg/holds-real-text-and-groups-of-events",
                   test_svg_holds_real_text_and_groups_of_events);
  g_test_add_func ("/export/what-is-embargoed-or-noted-does-not-leave",
                   test_what_is_embargoed_or_noted_does_not_leave);
  g_test_add_data_func ("/export/two-runs-give-the-same-bytes/png", "png",
                        test_two_runs_give_the_same_bytes);
  g_test_add_data_func ("/export/two-runs-give-the-same-bytes/svg", "svg",
                        test_two_runs_give_the_same_bytes);
  g_test_add_data_func ("/export/two-runs-give-the-same-bytes/pdf", "pdf",
                        test_two_runs_give_the_same_bytes);
  g_test_add_func ("/export/every-picture-minds-the-sieve", test_every_picture_minds_the_sieve);
  g_test_add_func ("/png/has-the-size-density-and-texts-asked-for",
                   test_png_has_the_size_density_and_texts_asked_for);
  g_test_add_func ("/pdf/has-no-date-of-creation", test_pdf_has_no_date_of_creation);
  g_test_add_func ("/export/what-cannot-be-drawn-is-refused-with-a-reason",
                   test_what_cannot_be_drawn_is_refused_with_a_reason);
  g_test_add_func ("/export/a-cancelled-export-gives-nothing",
                   test_a_cancelled_export_gives_nothing);
  g_test_add_func ("/chart/the-alternative-text-says-what-is-shown",
                   test_the_alternative_text_says_what_is_shown);
  g_test_add_func ("/chart/says-what-it-is-restricted-to",
                   test_a_chart_says_what_it_is_restricted_to);
  g_test_add_func ("/chart/a-public-copy-drops-only-what-is-embargoed",
                   test_a_public_copy_drops_only_what_is_embargoed);
  g_test_add_func ("/chart/has-the-texts-of-options-story-or-draft",
                   test_a_chart_has_the_texts_of_options_story_or_draft);
  g_test_add_func ("/export/formats-are-found-by-id-and-by-name",
                   test_formats_are_found_by_id_and_by_name);

  return g_test_run ();
}
