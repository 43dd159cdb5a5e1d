/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables: how they are written, what their columns are, and what cells say. */

#include "config.h"

#include "import/leadup-csv-reader.h"
#include "import/leadup-import-cell.h"
#include "import/leadup-import-hash.h"
#include "import/leadup-import-mapper.h"
#include "import/leadup-import-memory.h"
#include "import/leadup-import-sample.h"
#include "import/leadup-import-text.h"
#include "import/leadup-importer.h"
#include "model/leadup-story.h"

#include <math.h>
#include <string.h>

/* Cells with bars between them, rows with line ends. */
static char *
read_all (const char *text,
          char        separator)
{
  g_autoptr (LeadupCsvReader) reader = leadup_csv_reader_new (text, strlen (text), separator);
  GString *all = g_string_new (NULL);
  LeadupCsvRow row;

  while (leadup_csv_reader_next (reader, &row))
    {
      g_string_append_printf (all, "%u:", row.line);
      for (guint i = 0; i < row.n_cells; i++)
        g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", row.cells[i]);
      g_string_append (all, row.problem != NULL ? "!" : ";");
    }
  g_assert_cmpuint (leadup_csv_reader_get_position (reader), ==, strlen (text));

  return g_string_free (all, FALSE);
}

static void
test_cells_are_what_was_written (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } table[] = {
    { "a,b\n1,2\n", "1:a|b;2:1|2;" },
    { "a,b\r\n1,2", "1:a|b;2:1|2;" },
    { "a,b\r1,2\r", "1:a|b;2:1|2;" },
    { "\n\na,b\n\n\n1,2\n\n", "3:a|b;6:1|2;" },
    { "\"a,b\",c\n", "1:a,b|c;" },
    { "\"a\nb\",c\nd,e\n", "1:a\nb|c;3:d|e;" },
    { "\"a\r\nb\",c\nd,e\n", "1:a\r\nb|c;3:d|e;" },
    { "\"a \"\"b\"\"\",c\n", "1:a \"b\"|c;" },
    { "\"\",\"\"\"\"\n", "1:|\";" },
    { "a \"b\" c,d\n", "1:a \"b\" c|d;" },
    { "\"a \"b\" c\",d\n", "1:a \"b\" c|d;" },
    { " \"a\" , b\n", "1:a | b;" },
    { "\"a,b\nc,\"d\ne\"\n", "1:\"a|b;2:c|d\ne;" },
    { "\"never,closed\nnext,row\n", "1:\"never|closed;2:next|row;" },
    { "a,,\n,,\n", "1:a||;2:||;" },
    { "sep=;\na;b\n", "2:a|b;" },
    { "a,b,c\n1,\"\",\"\"\n2,3,4\n", "1:a|b|c;2:1||;3:2|3|4;" },
    { "k,v\n1,\"{\"\"at\"\": [102.0, 0.5]}\"\n", "1:k|v;2:1|{\"at\": [102.0, 0.5]};" },
    { "lat,lon\n\"48,85\",\"-2,35\"\n", "1:lat|lon;2:48,85|-2,35;" },
    { "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n", "1:a|b;2:1|ha \n\"ha\" \nha;5:3|4;" },
    { "a,b\n1,\"ha\r\n\"\"ha\"\"\"\r\n3,4\r\n", "1:a|b;2:1|ha\r\n\"ha\";4:3|4;" },
    { "a,b\n1,\xca\xa4\n\xe2\x82\xac,\"\xf0\x9f\x97\xba\"\n",
      "1:a|b;2:1|\xca\xa4;3:\xe2\x82\xac|\xf0\x9f\x97\xba;" },
    { "a,b\n1,2\x1a", "1:a|b;2:1|2\x1a;" },
    { "a,b\n\"1\"x,2\n", "1:a|b;2:\"1\"x|2;" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *cells = read_all (table[i].text, ',');

      g_assert_cmpstr (cells, ==, table[i].cells);
    }
}

/* A table of random cells: with quotes around each, and without any. */
static void
append_row (GString *quoted,
            GString *plain,
            GRand   *random)
{
  static const char *const line_ends[] = { "\n", "\r\n", "\r", "\n\n" };
  static const char *const words[] = { "", "", "a", " b", "c ", "word", "é — “x”", "1.5", "'" };
  const char *line_end = line_ends[g_rand_int_range (random, 0, G_N_ELEMENTS (line_ends))];
  guint n_cells = (guint) g_rand_int_range (random, 1, g_rand_int_range (random, 2, 40));
  guint n_words = g_rand_int_range (random, 0, 30) == 0 ? 900 : 4;

  for (guint i = 0; i < n_cells; i++)
    {
      g_string_append (quoted, i > 0 ? ",\"" : "\"");
      g_string_append (plain, i > 0 ? "," : "");
      for (guint j = (guint) g_rand_int_range (random, i == 0, (gint32) n_words); j > 0; j--)
        {
          const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];

          word = i == 0 && j == 1 ? "end" : word;
          g_string_append (quoted, word);
          g_string_append (plain, word);
        }
      g_string_append_c (quoted, '"');
    }
  g_string_append (quoted, line_end);
  g_string_append (plain, line_end);
}

static void
test_cells_are_the_same_with_and_without_quotes (void)
{
  GRand *random = g_rand_new_with_seed (20261129);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) quoted = g_string_new (NULL);
      g_autoptr (GString) plain = g_string_new (NULL);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      for (guint i = 0; i < 12; i++)
        append_row (quoted, plain, random);
      first = read_all (quoted->str, ',');
      second = read_all (plain->str, ',');
      g_assert_cmpstr (first, ==, second);
    }
  g_rand_free (random);
}

static void
test_rows_have_bounds (void)
{
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) large = g_string_new ("a,\"");
  g_autoptr (LeadupCsvReader) reader = NULL;
  LeadupCsvRow row;

  for (guint i = 0; i < LEADUP_CSV_MAX_COLUMNS + 5; i++)
    g_string_append (wide, "x,");
  g_string_append (wide, "\nnext\n");
  reader = leadup_csv_reader_new (wide->str, wide->len, ',');
  g_assert_true (leadup_csv_reader_next (reader, &row));
  g_assert_nonnull (row.problem);
  g_assert_cmpuint (row.n_cells, ==, LEADUP_CSV_MAX_COLUMNS);
  g_assert_true (leadup_csv_reader_next (reader, &row));
  g_assert_null (row.problem);
  g_assert_cmpuint (row.n_cells, ==, 1);
  leadup_csv_reader_free (g_steal_pointer (&reader));

  for (guint i = 0; i < LEADUP_CSV_MAX_CELL / 8 + 1; i++)
    g_string_append (large, "a letter");
  g_string_append (large, "\",b\nnext,row\n");
  reader = leadup_csv_reader_new (large->str, large->len, ',');
  g_assert_true (leadup_csv_reader_next (reader, &row));
  g_assert_nonnull (row.problem);
  while (leadup_csv_reader_next (reader, &row))
    g_assert_cmpuint (row.line, ==, 2);
}

/* A quote at the beginning of each row must not cost a look at all the rest for each. */
static void
test_quotes_that_are_never_closed_cost_little (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LeadupCsvReader) reader = NULL;
  gint64 start;
  LeadupCsvRow row;
  guint n = 0;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "\"x y,z\n");
  reader = leadup_csv_reader_new (text->str, text->len, ',');
  start = g_get_monotonic_time ();
  while (leadup_csv_reader_next (reader, &row))
    n++;
  g_assert_cmpuint (n, ==, 200000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
test_the_separator_is_found (void)
{
  static const struct
  {
    const char *text;
    char separator;
    guint n_columns;
  } table[] = {
    { "a,b,c\n1,2,3\n4,5,6\n", ',', 3 },
    { "a;b;c\n1,5;2,5;3\n4,5;5;6\n", ';', 3 },
    { "a\tb\n1,2\t2,3\n", '\t', 2 },
    { "a|b\n1|2\n", '|', 2 },
    { "sep=;\na;b\n1;2\n", ';', 2 },
    { "\"a,b\";c\n\"d,e\";f\n", ';', 2 },
    { "one column\nand no more\n", '\0', 0 },
    { "A title\nAs of May, by us\n\na;b;c;d\n1;2;3;4\n5;6;7;8\n", ';', 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint n_columns = 0;
      char separator =
          leadup_csv_guess_separator (table[i].text, strlen (table[i].text), &n_columns);

      g_assert_cmpint (separator, ==, table[i].separator);
      g_assert_cmpuint (n_columns, ==, table[i].n_columns);
    }
}

/* What stands above the names of the columns is told to be no row, and nothing else is. */
static void
test_notes_above_a_table_are_no_names (void)
{
  static const struct
  {
    const char *text;
    guint n_rows; /* without what stands above */
    guint n_above;
  } table[] = {
    { "Chronology;;;;\nMay 2024;;;;\n;;;;\nDate;Title;Place;Source;Tags\n"
      "2024-05-01;One;Here;A;x\n;;;;\n2024-05-02;Two;;;\n",
      2, 2 },
    { "Chronology\nBy us in May\n\nDate,Title,Place\n2024-05-01,One,Here\n2024-05-02,Two,There\n",
      2, 2 },
    { "Date,Title,Place\n2024-05-01,One,\n2024-05-02,,\n", 2, 0 },
    { "Date,Title\n2024-05-01,One\n", 1, 0 },
    { "Title\n\"Date, title, place, tags\"\n\"A, b, c\"\n", 2, 0 },
    { ",,,,,Title\n2024,a,b,c,d,One\n2025,e,f,g,h,Two\n", 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].text, strlen (table[i].text));
      g_autoptr (LeadupStory) story = leadup_story_new ();
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
      LeadupImportInput input = { .bytes = bytes, .snapshot = snapshot };
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupImportPlan) plan =
          leadup_importers_find ("csv")->parse (&input, NULL, &error);
      guint n_above = 0;

      g_assert_no_error (error);
      for (guint j = 0; j < leadup_import_plan_get_n_rows (plan); j++)
        {
          const LeadupImportRow *row = leadup_import_plan_get_row (plan, j);

          n_above += row->verdict == LEADUP_IMPORT_REJECTED &&
                             g_strcmp0 (row->reason, "It stands above the table") == 0
                         ? 1
                         : 0;
        }
      g_assert_cmpuint (n_above, ==, table[i].n_above);
      g_assert_cmpuint (leadup_import_plan_get_n_rows (plan) - n_above, ==, table[i].n_rows);
    }
}

static void
test_numbers_are_read_as_people_write_them (void)
{
  static const struct
  {
    const char *text;
    double number; /* NAN: none */
  } table[] = {
    { "12", 12 },          { "-3.5", -3.5 },      { "48,85", 48.85 },
    { "1,234", 1234 },     { "0,125", 0.125 },    { "1 234,5", 1234.5 },
    { "1.234,5", 1234.5 }, { "1,234.5", 1234.5 }, { "1,234,567", 1234567 },
    { "−3", -3 },          { "1e3", 1000 },       { "1'000", 1000 },
    { "", NAN },           { "about 200", NAN },  { "12-13", NAN },
    { "1e999", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double number = NAN;
      gboolean is_number = leadup_import_cell_read_number (table[i].text, &number);

      g_test_message ("%s", table[i].text);
      g_assert_true (is_number == !isnan (table[i].number));
      if (is_number)
        g_assert_cmpfloat (number, ==, table[i].number);
    }
  g_assert_false (leadup_import_cell_read_number (NULL, NULL));
}

static void
test_known_tables_are_known (void)
{
  static const char *const acled[] = { "\xef\xbb\xbfx", "event_id_cnty", "EVENT_DATE", "event_type",
                                       NULL };
  static const char *const unknown[] = { "when", "what", "where", NULL };
  static const char *const gdelt[] = { "1001", "20240304" };
  g_autoptr (LeadupImportMapping) known = leadup_import_mapping_find_preset (acled);
  g_autoptr (LeadupImportMapping) none = leadup_import_mapping_find_preset (unknown);
  g_autoptr (LeadupImportMapping) guessed = leadup_import_mapping_guess (unknown);
  g_autoptr (LeadupImportMapping) by_id = leadup_import_mapping_get_preset ("acled");
  g_autoptr (LeadupImportMapping) no_id = leadup_import_mapping_get_preset ("none");
  g_autoptr (LeadupImportMapping) wide = NULL;
  const char *cells[61];
  gboolean is_known;

  g_assert_cmpstr (known->id, ==, "acled");
  g_assert_true (known == by_id);
  g_assert_null (none);
  g_assert_null (no_id);
  g_assert_cmpuint (guessed->rules->len, ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = i < 2 ? gdelt[i] : "";
  wide = leadup_import_mapping_find_headerless (61, cells);
  g_assert_cmpstr (wide->id, ==, "gdelt");
  g_assert_null (leadup_import_mapping_find_headerless (60, cells));

  g_clear_pointer (&known, leadup_import_mapping_unref);
  known = leadup_import_choose_mapping (NULL, unknown, &is_known);
  g_assert_false (is_known);
}

static void
test_mappings_are_written_and_read (void)
{
  g_autoptr (LeadupImportMapping) mapping = leadup_import_mapping_get_preset ("gdelt");
  g_autofree char *text = leadup_import_mapping_to_json (mapping);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupImportMapping) again =
      leadup_import_mapping_from_json (text, strlen (text), &error);
  g_autofree char *second = NULL;
  static const char *const wrong[] = { "[]", "{}", "{\"rules\":[{\"field\":\"ghost\"}]}",
                                       "{\"date_order\":\"ymd\",\"rules\":[]}", "{" };

  g_assert_no_error (error);
  second = leadup_import_mapping_to_json (again);
  g_assert_cmpstr (text, ==, second);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) problem = NULL;

      g_assert_null (leadup_import_mapping_from_json (wrong[i], strlen (wrong[i]), &problem));
      g_assert_nonnull (problem);
    }
  for (guint i = 0; i < LEADUP_N_IMPORT_FIELDS; i++)
    {
      g_assert_nonnull (leadup_import_field_to_string ((LeadupImportField) i));
      g_assert_nonnull (leadup_import_field_get_label ((LeadupImportField) i));
    }
  g_assert_true (leadup_import_field_is_list (LEADUP_IMPORT_FIELD_TAGS));
  g_assert_false (leadup_import_field_is_list (LEADUP_IMPORT_FIELD_TITLE));
}

/* Names of maps come from files, and can have quotes in them like everything else. */
static void
test_maps_with_any_name_are_written_and_read (void)
{
  static const char text[] =
      "{\"maps\":{\"b \\\"q\\\" \\\\\":{\"N\":\"North\"},\"a\":{\"S\":\"South\"}},"
      "\"rules\":[{\"field\":\"title\",\"column\":\"x\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupImportMapping) mapping =
      leadup_import_mapping_from_json (text, strlen (text), &error);
  g_autoptr (LeadupImportMapping) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *rewritten = NULL;

  g_assert_no_error (error);
  written = leadup_import_mapping_to_json (mapping);
  again = leadup_import_mapping_from_json (written, strlen (written), &error);
  g_assert_no_error (error);
  rewritten = leadup_import_mapping_to_json (again);
  g_assert_cmpstr (written, ==, rewritten);
  g_assert_nonnull (strstr (written, "\"b \\\"q\\\" \\\\\":{\"N\":\"North\"}"));
}

static void
test_the_order_of_columns_is_no_part_of_the_fingerprint (void)
{
  static const char *const one[] = { "Date", "Title ", NULL };
  static const char *const other[] = { "title", "DATE", NULL };
  static const char *const more[] = { "title", "date", "x", NULL };
  g_autofree char *a = leadup_import_mapping_fingerprint (one);
  g_autofree char *b = leadup_import_mapping_fingerprint (other);
  g_autofree char *c = leadup_import_mapping_fingerprint (more);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

static LeadupImportPlan *
plan (const char          *text,
      LeadupImportMapping *mapping,
      LeadupImportOrder    order)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GError) error = NULL;
  LeadupImportProgress progress = { 0 };
  LeadupImportInput input = {
    .bytes = bytes, .snapshot = snapshot, .mapping = mapping, .order = order, .progress = &progress
  };
  LeadupImportPlan *result = leadup_importers_find ("csv")->parse (&input, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_atomic_int_get (&progress.permille), ==, 1000);

  return result;
}

static LeadupEventFields
get_event (LeadupImportPlan *result,
           guint             index)
{
  LeadupRecord *record = leadup_import_plan_get_row (result, index)->after;

  return *leadup_event_get_fields (LEADUP_EVENT (record));
}

static void
test_a_mapping_says_what_columns_are (void)
{
  static const char text[] =
      "{\"id\":\"mine\",\"date_order\":\"dmy\",\"zone\":\"Europe/"
      "Kyiv\",\"verification\":\"verified\","
      "\"maps\":{\"verbs\":{\"A\":\"attacks\"}},\"rules\":["
      "{\"field\":\"date\",\"column\":\"d\"},{\"field\":\"time\",\"column\":\"t\"},"
      "{\"field\":\"title\",\"template\":\"{x} {k|verbs}[ near {p}]\"},"
      "{\"field\":\"category\",\"column\":\"k\",\"values\":{\"A\":\"strike\",\"*\":\"other\"}},"
      "{\"field\":\"actors\",\"column\":\"x\",\"role\":\"initiator\",\"separator\":\"+\"},"
      "{\"field\":\"value\",\"column\":\"n\",\"name\":\"injured\"},"
      "{\"field\":\"sources\",\"template\":\"My own list\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupImportMapping) mapping =
      leadup_import_mapping_from_json (text, strlen (text), &error);
  g_autoptr (LeadupImportPlan) result = NULL;
  LeadupEventFields event;

  g_assert_no_error (error);
  result = plan ("d,t,x,k,p,n,rest\n3/4/2024,08:00,Iran+Oman,A,Suhar,\"1,5\",kept\n"
                 "4/4/2024,,Oman,B,,,\n",
                 mapping, LEADUP_IMPORT_ORDER_UNKNOWN);
  event = get_event (result, 0);
  g_assert_cmpstr (event.title, ==, "Iran+Oman attacks near Suhar");
  g_assert_cmpstr (event.category, ==, "strike");
  g_assert_cmpstr (leadup_when_get_edtf (event.when), ==, "2024-04-03T08:00");
  g_assert_cmpstr (leadup_when_get_zone (event.when), ==, "Europe/Kyiv");
  g_assert_cmpuint (event.n_participants, ==, 2);
  g_assert_cmpint (event.participants[0].role, ==, LEADUP_ROLE_INITIATOR);
  g_assert_cmpfloat (event.values[0].low, ==, 1.5);
  g_assert_cmpstr (event.values[0].name, ==, "injured");
  g_assert_cmpuint (event.n_evidence, ==, 1);
  g_assert_cmpint (event.verification, ==, LEADUP_VERIFICATION_VERIFIED);
  g_assert_nonnull (strstr (event.extra, "\"rest\":\"kept\""));

  event = get_event (result, 1);
  g_assert_cmpstr (event.title, ==, "Oman B");
  g_assert_cmpstr (event.category, ==, "other");
}

/* What people write is not looked up among our own sentences, where it could be found: an empty one
 * stands for the header of a catalogue. */
static void
test_a_warning_is_said_as_it_was_written (void)
{
  static const struct
  {
    const char *json;
    const char *warning;
  } cases[] = {
    { "{\"warning\":\"Ask Ines first\",\"rules\":[{\"field\":\"title\",\"column\":\"x\"}]}",
      "Ask Ines first" },
    { "{\"warning\":\"\",\"rules\":[{\"field\":\"title\",\"column\":\"x\"}]}", NULL },
    { "{\"rules\":[{\"field\":\"title\",\"column\":\"x\"}]}", NULL },
  };
  g_autoptr (LeadupImportMapping) preset = leadup_import_mapping_get_preset ("gdelt");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupImportMapping) mapping =
          leadup_import_mapping_from_json (cases[i].json, strlen (cases[i].json), &error);
      g_autoptr (LeadupImportPlan) result = NULL;

      g_assert_no_error (error);
      result = plan ("x\nOne\n", mapping, LEADUP_IMPORT_ORDER_UNKNOWN);
      g_assert_cmpstr (leadup_import_plan_get_warnings (result)[0], ==, cases[i].warning);
    }

  /* That of a preset stands among ours, word for word. */
  g_assert_true (leadup_import_mapping_get_warning (preset) != preset->warning);
  g_assert_cmpstr (leadup_import_mapping_get_warning (preset), ==, preset->warning);
}

/* Two rows of one id are one only where both say the same in every column. */
static void
test_rows_of_one_id_are_told_apart_by_all_that_they_say (void)
{
  static const char *const others[] = {
    "7,Fire,2024-03-05,strike,Oman;Iran,Suhar,https://a.example/,x",
    "7,Fires,2024-03-04,strike,Oman;Iran,Suhar,https://a.example/,x",
    "7,Fire,2024-03-04,talks,Oman;Iran,Suhar,https://a.example/,x",
    "7,Fire,2024-03-04,strike,Iran;Oman,Suhar,https://a.example/,x",
    "7,Fire,2024-03-04,strike,Oman;Iran,Sohar,https://a.example/,x",
    "7,Fire,2024-03-04,strike,Oman;Iran,Suhar,https://b.example/,x",
    "7,Fire,2024-03-04,strike,Oman;Iran,Suhar,https://a.example/,y",
    "7,Fire,soon,strike,Oman;Iran,Suhar,https://a.example/,x",
    "7,Fire,sooner,strike,Oman;Iran,Suhar,https://a.example/,x",
    "7,Fire,2024-03-04,strike,OMAN;Iran,Suhar,https://a.example/,x",
  };
  static const char first[] = "7,Fire,2024-03-04,strike,Oman;Iran,Suhar,https://a.example/,x";
  g_autoptr (GString) text = g_string_new ("id,title,date,category,actors,place,url,rest\n");
  g_autoptr (LeadupImportPlan) result = NULL;

  g_string_append_printf (text, "%s\n%s\n", first, first);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_string_append_printf (text, "%s\n%s\n", others[i], others[i]);
  g_string_append_printf (text, "%s\n", first);

  result = plan (text->str, NULL, LEADUP_IMPORT_ORDER_UNKNOWN);
  for (guint i = 0; i < 2 + 2 * G_N_ELEMENTS (others); i++)
    {
      const LeadupImportRow *row = leadup_import_plan_get_row (result, i);

      g_assert_cmpuint (row->line, ==, i + 2);
      if (i % 2 == 1)
        {
          g_autofree char *reason = g_strdup_printf ("The same as line %u", i + 1);

          g_assert_cmpint (row->verdict, ==, LEADUP_IMPORT_UNCHANGED);
          g_assert_cmpstr (row->reason, ==, reason);
        }
      else
        g_assert_nonnull (row->after);
    }
  g_assert_cmpint (leadup_import_plan_get_row (result, 2 + 2 * G_N_ELEMENTS (others))->verdict, ==,
                   LEADUP_IMPORT_UNCHANGED);
}

static void
test_the_order_of_dates_is_found_or_asked_for (void)
{
  g_autoptr (LeadupImportPlan) told =
      plan ("date,title\n3/4/2024,a\n13/4/2024,b\n", NULL, LEADUP_IMPORT_ORDER_UNKNOWN);
  g_autoptr (LeadupImportPlan) open =
      plan ("date,title\n3/4/2024,a\n4/5/2024,b\n", NULL, LEADUP_IMPORT_ORDER_UNKNOWN);
  g_autoptr (LeadupImportPlan) said =
      plan ("date,title\n3/4/2024,a\n4/5/2024,b\n", NULL, LEADUP_IMPORT_ORDER_MONTH_FIRST);

  g_assert_cmpstr (leadup_when_get_edtf (get_event (told, 0).when), ==, "2024-04-03");
  g_assert_cmpuint (leadup_import_plan_count (open, LEADUP_IMPORT_UNDATED), ==, 2);
  g_assert_cmpstr (leadup_when_get_edtf (get_event (said, 0).when), ==, "2024-03-04");
}

static void
test_a_sample_shows_what_there_is_to_map (void)
{
  static const struct
  {
    const char *text;
    const char *format;
  } inputs[] = {
    { "d,what\n3/4/2024,a\n13/4/2024,b\n", "csv" },
    { "[{\"d\":\"3/4/2024\",\"what\":\"a\"},{\"d\":\"13/4/2024\",\"what\":\"b\"}]", "json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (inputs[i].text, strlen (inputs[i].text));
      g_autoptr (LeadupImportSample) sample = NULL;
      LeadupImportInput input = { .bytes = bytes };

      sample = leadup_importers_find (inputs[i].format)->sample (&input, NULL, NULL);
      g_assert_cmpuint (g_strv_length (sample->columns), ==, 2);
      g_assert_cmpstr (sample->columns[1], ==, "what");
      g_assert_cmpuint (sample->rows->len, ==, 2);
      g_assert_cmpstr (((GStrv) sample->rows->pdata[1])[0], ==, "13/4/2024");
      g_assert_false (sample->is_known);
      g_assert_cmpuint (sample->mapping->rules->len, ==, 1);
      g_assert_nonnull (sample->fingerprint);
    }
}

static void
test_a_mapping_is_remembered (void)
{
  g_autoptr (LeadupImportMapping) mapping = leadup_import_mapping_get_preset ("acled");
  g_autofree char *text = leadup_import_mapping_to_json (mapping);
  g_autoptr (LeadupImportMapping) again = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (leadup_import_memory_load ("0123456789bc"));
  g_assert_true (leadup_import_memory_save ("0123456789bc", mapping, &error));
  g_assert_no_error (error);
  again = leadup_import_memory_load ("0123456789bc");
  second = leadup_import_mapping_to_json (again);
  g_assert_cmpstr (text, ==, second);
}

/* What was computed once is computed again, on any machine. */
static guint64
mix_slowly (guint64 state,
            guint64 word)
{
  state = (state ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return state ^ (state >> 29);
}

/* What stories remember of their imports is compared with what is computed today. */
static void
test_a_hash_is_that_of_all_bytes_whatever_the_length (void)
{
  static const char text[] = "Ein Übergang ist kein Übergang, sagt sie";

  for (gsize length = 0; length < sizeof text; length++)
    {
      guint64 state = mix_slowly (7, length + 1);

      for (gsize i = 0; i <= length; i += 8)
        {
          guint64 word = 0;

          for (gsize j = i; j < MIN (i + 8, length); j++)
            word |= (guint64) (guchar) text[j] << 8 * (j - i);
          state = mix_slowly (state, word);
        }
      state = mix_slowly (state, state >> 32);
      g_assert_cmpuint (leadup_import_hash (7, text, length), ==, state ^ (state >> 32));
    }
}

static void
test_hashes_stay_the_same (void)
{
  char digits[13] = "";

  leadup_import_hash_write (leadup_import_hash_text (0, "Suhar"), digits, 12);
  g_assert_cmpstr (digits, ==, "2c2h3xbz8cd6");
  g_assert_true (leadup_import_hash_text (0, NULL) != leadup_import_hash_text (0, ""));
  g_assert_true (leadup_import_hash (0, "12345678", 8) != leadup_import_hash (0, "12345679", 8));
}

static void
test_texts_of_all_encodings_become_utf_8 (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *text;
  } table[] = {
    { "a\xc3\xbc", 3, "aü" },
    { "\xef\xbb\xbf"
      "a\xc3\xbc",
      6, "aü" },
    { "a\xfc", 2, "aü" },
    { "\xff\xfe"
      "a\0\xfc\0",
      6, "aü" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].bytes, table[i].length);
      g_autoptr (GBytes) text = leadup_import_text_decode (bytes, NULL);
      g_autofree char *copy = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));

      g_assert_cmpstr (copy, ==, table[i].text);
    }
}

/* The names of a mapping that somebody wrote are not kept for as long as the program runs. */
static void
test_the_name_of_a_mapping_is_forgotten (void)
{
  static const char mapping_text[] = "{\"id\":\"a name of nobody else\","
                                     "\"rules\":[{\"column\":\"i\",\"field\":\"id\"},"
                                     "{\"column\":\"k\",\"field\":\"title\"},"
                                     "{\"column\":\"d\",\"field\":\"date\"}]}";
  static const char text[] = "i,k,d\n7,A strike,2025-03-04\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupImportMapping) mapping =
      leadup_import_mapping_from_json (mapping_text, strlen (mapping_text), &error);
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (LeadupImportPlan) plan = NULL;
  LeadupImportInput input = { .bytes = bytes, .snapshot = snapshot, .mapping = mapping };

  g_assert_no_error (error);
  plan = leadup_importers_find ("csv")->parse (&input, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leadup_import_plan_count (plan, LEADUP_IMPORT_NEW), ==, 1);
  g_assert_nonnull (strstr (leadup_record_get_extra (leadup_import_plan_get_row (plan, 0)->after),
                            "\"format\":\"a name of nobody else\""));
  g_assert_cmpuint (g_quark_try_string (mapping->id), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-table/a-hash-is-that-of-all-bytes-whatever-the-length",
                   test_a_hash_is_that_of_all_bytes_whatever_the_length);
  g_test_add_func ("/import-table/a-warning-is-said-as-it-was-written",
                   test_a_warning_is_said_as_it_was_written);
  g_test_add_func ("/import-table/rows-of-one-id-are-told-apart-by-all-that-they-say",
                   test_rows_of_one_id_are_told_apart_by_all_that_they_say);
  g_test_add_func ("/import-table/cells-are-what-was-written", test_cells_are_what_was_written);
  g_test_add_func ("/import-table/cells-are-the-same-with-and-without-quotes",
                   test_cells_are_the_same_with_and_without_quotes);
  g_test_add_func ("/import-table/rows-have-bounds", test_rows_have_bounds);
  g_test_add_func ("/import-table/quotes-that-are-never-closed-cost-little",
                   test_quotes_that_are_never_closed_cost_little);
  g_test_add_func ("/import-table/the-name-of-a-mapping-is-forgotten",
                   test_the_name_of_a_mapping_is_forgotten);
  g_test_add_func ("/import-table/the-separator-is-found", test_the_separator_is_found);
  g_test_add_func ("/import-table/notes-above-a-table-are-no-names",
                   test_notes_above_a_table_are_no_names);
  g_test_add_func ("/import-table/numbers-are-read-as-people-write-them",
                   test_numbers_are_read_as_people_write_them);
  g_test_add_func ("/import-table/known-tables-are-known", test_known_tables_are_known);
  g_test_add_func ("/import-table/mappings-are-written-and-read",
                   test_mappings_are_written_and_read);
  g_test_add_func ("/import-table/maps-with-any-name-are-written-and-read",
                   test_maps_with_any_name_are_written_and_read);
  g_test_add_func ("/import-table/the-order-of-columns-is-no-part-of-the-fingerprint",
                   test_the_order_of_columns_is_no_part_of_the_fingerprint);
  g_test_add_func ("/import-table/a-mapping-says-what-columns-are",
                   test_a_mapping_says_what_columns_are);
  g_test_add_func ("/import-table/the-order-of-dates-is-found-or-asked-for",
                   test_the_order_of_dates_is_found_or_asked_for);
  g_test_add_func ("/import-table/a-sample-shows-what-there-is-to-map",
                   test_a_sample_shows_what_there_is_to_map);
  g_test_add_func ("/import-table/a-mapping-is-remembered", test_a_mapping_is_remembered);
  g_test_add_func ("/import-table/hashes-stay-the-same", test_hashes_stay_the_same);
  g_test_add_func ("/import-table/texts-of-all-encodings-become-utf-8",
                   test_texts_of_all_encodings_become_utf_8);

  return g_test_run ();
}
