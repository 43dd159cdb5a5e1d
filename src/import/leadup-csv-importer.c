/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-csv-importer.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-csv-reader.h"
#include "import/leadup-import-cell.h"
#include "import/leadup-import-sample.h"
#include "import/leadup-import-table.h"
#include "import/leadup-import-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many rows are read between two looks at the cancellable. */
#define STRIDE 4096

/* Of the beginning, to find the separator. */
#define SAMPLE_BYTES ((gsize) 256 << 10)

/* Rows that tell how wide the table is. */
#define SAMPLE_ROWS 40

/**
 * Opened:
 * @n_above: rows above the table: its title, notes
 * @columns: (array zero-terminated=1): names
 * @has_header: whether the first row names them
 */
typedef struct
{
  GBytes *text;
  char separator;
  guint n_above;
  GStrv columns;
  gboolean has_header;
  LeadupImportMapping *mapping;
  gboolean is_known;
} Opened;

static void
opened_clear (Opened *self)
{
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->mapping, leadup_import_mapping_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opened, opened_clear)

/* Names as they stand there, each of them once, none of them blank. */
static GStrv
make_columns (const LeadupCsvRow *row, gboolean has_header)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *name =
          has_header ? leadup_text_single_line (row->cells[i], 100) : g_strdup ("");
      g_autofree char *folded = NULL;

      if (*name == '\0')
        {
          g_free (name);
          /* Translators: the name of a column that has none. */
          name = g_strdup_printf (_ ("Column %u"), i + 1);
        }
      folded = leadup_text_fold (name);
      if (g_hash_table_contains (seen, folded))
        {
          g_autofree char *again = g_strdup_printf ("%s (%u)", name, i + 1);

          g_free (name);
          name = g_steal_pointer (&again);
          g_free (folded);
          folded = leadup_text_fold (name);
        }
      g_hash_table_add (seen, g_steal_pointer (&folded));
      g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

static gboolean
looks_like_data (const LeadupCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      double number;

      if (g_ascii_isdigit (*row->cells[i]) ||
          leadup_import_cell_read_number (row->cells[i], &number))
        return TRUE;
    }

  return FALSE;
}

/* What the columns are, from the first row. */
static void
choose_columns (Opened              *self,
                const LeadupCsvRow  *first,
                LeadupImportMapping *given)
{
  self->mapping = given == NULL
                      ? leadup_import_mapping_find_headerless (first->n_cells, first->cells)
                      : leadup_import_mapping_ref (given);
  if (self->mapping != NULL && self->mapping->columns != NULL &&
      self->mapping->columns->len == first->n_cells)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

      for (guint i = 0; i < self->mapping->columns->len; i++)
        g_strv_builder_add (builder, g_ptr_array_index (self->mapping->columns, i));
      self->columns = g_strv_builder_end (builder);
      self->is_known = TRUE;
      return;
    }
  g_clear_pointer (&self->mapping, leadup_import_mapping_unref);

  self->columns = make_columns (first, TRUE);
  self->has_header = TRUE;
  self->mapping =
      leadup_import_choose_mapping (given, (const char *const *) self->columns, &self->is_known);
  if (given == NULL && self->mapping->rules->len == 0 && looks_like_data (first))
    {
      g_strfreev (self->columns);
      self->columns = make_columns (first, FALSE);
      self->has_header = FALSE;
    }
}

static LeadupCsvReader *
new_reader (Opened *self)
{
  const char *text;
  gsize length;

  text = g_bytes_get_data (self->text, &length);

  return leadup_csv_reader_new (text, length, self->separator);
}

static void
skip_rows (LeadupCsvReader *reader,
           guint            n)
{
  LeadupCsvRow row;

  while (n > 0 && leadup_csv_reader_next (reader, &row))
    n--;
}

/* A reader behind the header. */
static LeadupCsvReader *
new_row_reader (Opened *self)
{
  LeadupCsvReader *reader = new_reader (self);

  skip_rows (reader, self->n_above + (self->has_header ? 1 : 0));

  return reader;
}

/* Cells that say anything. */
static guint
count_filled (const LeadupCsvRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n += leadup_text_is_blank (row->cells[i]) ? 0 : 1;

  return n;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  return (int) *(const guint *) b - (int) *(const guint *) a;
}

/* People write a title and notes above a table: rows that fill less than half of the cells that a
 * good part of the rows fill, above one that looks like names.
 *
 * Returns: how many there are */
static guint
count_above (Opened *self)
{
  g_autoptr (LeadupCsvReader) reader = new_reader (self);
  guint filled[SAMPLE_ROWS], sorted[SAMPLE_ROWS];
  gboolean is_data[SAMPLE_ROWS];
  guint n = 0, width, header = 0;
  LeadupCsvRow row;

  for (; n < SAMPLE_ROWS && leadup_csv_reader_next (reader, &row); n++)
    {
      sorted[n] = filled[n] = count_filled (&row);
      is_data[n] = row.problem != NULL || looks_like_data (&row);
    }
  if (n == 0)
    return 0;

  qsort (sorted, n, sizeof *sorted, compare_counts);
  width = sorted[n / 4];
  while (header < n && 2 * filled[header] < width)
    header++;
  if (width < LEADUP_CSV_FEW_COLUMNS || header == n || header > LEADUP_CSV_MAX_ABOVE ||
      is_data[header])
    return 0;

  return header;
}

/* Where rows are of many widths, their names tell what separates cells. One column is a table too.
 */
static char
find_in_first_row (const char *text,
                   gsize       length)
{
  static const char separators[] = ",\t;|";
  char found = ',';
  guint most = 0;

  for (const char *separator = separators; *separator != '\0'; separator++)
    {
      g_autoptr (LeadupCsvReader) reader = leadup_csv_reader_new (text, length, *separator);
      LeadupCsvRow row;

      if (leadup_csv_reader_next (reader, &row) && row.n_cells > most)
        {
          most = row.n_cells;
          found = *separator;
        }
    }

  return found;
}

static gboolean
open_table (Opened                  *self,
            const LeadupImportInput *input,
            GError                 **error)
{
  g_autoptr (LeadupCsvReader) reader = NULL;
  LeadupCsvRow first;
  const char *text;
  gsize length;

  self->text = leadup_import_text_decode (input->bytes, error);
  if (self->text == NULL)
    return FALSE;

  text = g_bytes_get_data (self->text, &length);
  self->separator = leadup_csv_guess_separator (text, MIN (length, SAMPLE_BYTES), NULL);
  if (self->separator == '\0')
    self->separator = find_in_first_row (text, MIN (length, SAMPLE_BYTES));
  if (input->mapping == NULL || input->mapping->columns == NULL)
    self->n_above = count_above (self);
  reader = new_reader (self);
  skip_rows (reader, self->n_above);
  if (!leadup_csv_reader_next (reader, &first))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, _ ("The table has no rows"));
      return FALSE;
    }
  if (first.problem != NULL)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT, _ ("Line %u: %s"), first.line,
                   first.problem);
      return FALSE;
    }

  choose_columns (self, &first, input->mapping);

  return TRUE;
}

static void
set_cells (LeadupImportTable  *table,
           const LeadupCsvRow *row)
{
  LeadupImportMapper *mapper = leadup_import_table_get_mapper (table);

  while (leadup_import_mapper_get_n_columns (mapper) < row->n_cells)
    {
      g_autofree char *name =
          g_strdup_printf (_ ("Column %u"), leadup_import_mapper_get_n_columns (mapper) + 1);
      guint n = leadup_import_mapper_get_n_columns (mapper);

      if (leadup_import_mapper_add_column (mapper, name) < n)
        break; /* A header that has such names itself. */
    }
  leadup_import_table_set_texts (table, (const char *const *) row->cells,
                                 MIN (row->n_cells, leadup_import_mapper_get_n_columns (mapper)),
                                 row->text, row->length);
}

/* All dates of the table, for the few ones of it that tell. */
static void
look_at_dates (Opened                   *self,
               LeadupImportMapper       *mapper,
               LeadupImportDateEvidence *evidence)
{
  g_autoptr (LeadupCsvReader) reader = new_row_reader (self);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  LeadupCsvRow row;

  memset (evidence, 0, sizeof *evidence);
  for (guint i = 0; i < leadup_import_mapper_get_n_columns (mapper); i++)
    if (leadup_import_mapper_is_date (mapper, i))
      g_array_append_val (columns, i);

  for (guint n = 0; columns->len > 0 && leadup_csv_reader_next (reader, &row); n++)
    {
      for (guint i = 0; i < columns->len; i++)
        if (g_array_index (columns, guint, i) < row.n_cells)
          leadup_import_date_look (evidence, row.cells[g_array_index (columns, guint, i)]);
      /* Dates that begin with the year need no evidence. */
      if (n == STRIDE && evidence->n_day_first + evidence->n_month_first + evidence->n_open == 0)
        break;
    }
}

static gboolean
weigh_rows (Opened            *self,
            LeadupImportTable *table,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autoptr (LeadupCsvReader) reader = new_row_reader (self);
  LeadupCsvRow row;

  for (guint n = 0; leadup_csv_reader_next (reader, &row); n++)
    {
      if (n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (row.problem != NULL)
        continue;
      leadup_import_table_begin_weighing (table, row.line);
      set_cells (table, &row);
      leadup_import_table_weigh_row (table);
    }

  return TRUE;
}

static gboolean
is_empty (const LeadupCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
read_rows (Opened                  *self,
           const LeadupImportInput *input,
           LeadupImportTable       *table,
           GCancellable            *cancellable,
           GError                 **error)
{
  g_autoptr (LeadupCsvReader) reader = new_reader (self);
  LeadupCsvRow row;

  for (guint n = 0; leadup_csv_reader_next (reader, &row); n++)
    {
      if (n == self->n_above && self->has_header)
        continue;
      /* Spreadsheets write separators for rows that nobody filled. */
      if (row.problem == NULL && is_empty (&row))
        continue;
      if (!leadup_import_table_begin_row (table, row.line, cancellable, error))
        return FALSE;
      if (n < self->n_above)
        {
          set_cells (table, &row);
          leadup_import_table_reject_row (table, _ ("It stands above the table"));
          continue;
        }
      if (row.problem != NULL)
        {
          leadup_import_table_reject_row (table, row.problem);
          continue;
        }
      set_cells (table, &row);
      leadup_import_table_end_row (table);
      leadup_import_progress_tell (input->progress, leadup_csv_reader_get_position (reader),
                                   g_bytes_get_size (self->text));
    }

  return TRUE;
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  g_auto (Opened) opened = { NULL };
  g_autoptr (LeadupImportTable) table = NULL;
  LeadupImportMapper *mapper;
  LeadupImportDateEvidence evidence;

  if (!open_table (&opened, input, error))
    return NULL;

  table = leadup_import_table_new (
      input, opened.mapping,
      opened.is_known && opened.mapping->id != NULL ? opened.mapping->id : leadup_csv_importer.id);
  mapper = leadup_import_table_get_mapper (table);
  for (guint i = 0; opened.columns[i] != NULL; i++)
    leadup_import_mapper_add_column (mapper, opened.columns[i]);

  if (input->order != LEADUP_IMPORT_ORDER_UNKNOWN)
    leadup_import_mapper_set_order (mapper, input->order);
  else if (opened.mapping->order == LEADUP_IMPORT_ORDER_UNKNOWN)
    {
      look_at_dates (&opened, mapper, &evidence);
      leadup_import_mapper_set_order (mapper, leadup_import_date_decide (&evidence));
    }
  if (opened.mapping->collapses && !weigh_rows (&opened, table, cancellable, error))
    return NULL;
  if (!read_rows (&opened, input, table, cancellable, error))
    return NULL;

  return leadup_import_table_finish (table);
}

static LeadupImportSample *
sample (const LeadupImportInput *input,
        GCancellable            *cancellable,
        GError                 **error)
{
  g_auto (Opened) opened = { NULL };
  g_autoptr (LeadupCsvReader) reader = NULL;
  g_autoptr (LeadupImportMapper) mapper = NULL;
  LeadupImportSample *result;
  LeadupCsvRow row;

  if (!open_table (&opened, input, error))
    return NULL;

  result = leadup_import_sample_new (g_strdupv (opened.columns), opened.mapping);
  result->is_known = opened.is_known;
  result->is_given = input->mapping != NULL;
  reader = new_row_reader (&opened);
  for (guint i = 0; i < LEADUP_IMPORT_SAMPLE_ROWS && leadup_csv_reader_next (reader, &row); i++)
    leadup_import_sample_add_row (result, row.cells, row.n_cells);

  mapper = leadup_import_mapper_new (opened.mapping, NULL);
  for (guint i = 0; opened.columns[i] != NULL; i++)
    leadup_import_mapper_add_column (mapper, opened.columns[i]);
  look_at_dates (&opened, mapper, &result->evidence);

  return result;
}

static gboolean
has_field (const LeadupImportMapping *mapping,
           LeadupImportField          field)
{
  for (guint i = 0; i < mapping->rules->len; i++)
    if (((const LeadupImportRule *) g_ptr_array_index (mapping->rules, i))->field == field)
      return TRUE;

  return FALSE;
}

/* Text with commas in it is an article; a table has the same number of them in each row, and names
 * above its columns that are those of tables. */
static guint
sniff (const char *bytes,
       gsize       length)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (bytes, length);
  g_auto (Opened) opened = { NULL };
  const char *text;
  gsize size;
  guint n_columns = 0;
  LeadupImportInput input = { .bytes = raw };
  gboolean has_mark = length > 1 && ((guchar) bytes[0] ^ (guchar) bytes[1]) == (0xff ^ 0xfe);

  if (length == 0 || *bytes == '{' || *bytes == '[' || *bytes == '<' ||
      (memchr (bytes, '\0', length) != NULL && !has_mark))
    return 0;
  if (!open_table (&opened, &input, NULL))
    return 0;

  text = g_bytes_get_data (opened.text, &size);
  if (leadup_csv_guess_separator (text, size, &n_columns) == '\0')
    return 0;
  if (opened.is_known)
    return 95;
  if (has_field (opened.mapping, LEADUP_IMPORT_FIELD_DATE) ||
      (opened.mapping->rules->len >= 2 && n_columns <= 2 * opened.mapping->rules->len))
    return 75;
  if (opened.separator == '\t' || opened.separator == ';')
    return 40;

  return n_columns >= 3 && opened.mapping->rules->len > 0 ? 30 : 0;
}

static const char *const content_types[] = { "text/csv", "text/tab-separated-values", NULL };

const LeadupImporter leadup_csv_importer = {
  .id = "csv",
  .label = N_ ("Table (CSV, TSV)"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
  .sample = sample,
};
