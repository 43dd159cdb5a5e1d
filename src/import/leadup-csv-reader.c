/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-csv-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* Rows that are looked at to find the separator. */
#define SAMPLE_ROWS 50

/* How well a separator suits that is one. */
#define GOOD_RATE 0.55

/* Rows of up to so many bytes are looked at as a whole first. */
#define SIMPLE_BYTES ((gsize) 4096)

/* After so many quotes that are never closed, quotes no longer span lines. */
#define MAX_OPEN_QUOTES 16

/**
 * LeadupCsvReader:
 * @row: texts of the cells of one row, each with a NUL
 * @starts: offsets into @row, where they are not cut in @row itself
 * @cells: texts of the cells, room for as many as a row can have
 * @n_open_quotes: quotes that were never closed; each cost a look at up to 1 MiB
 */
struct _LeadupCsvReader
{
  const char *start;
  const char *at;
  const char *end;
  guint line;
  char separator;

  GString *row;
  GArray *starts;
  const char **cells;
  guint n_cells;
  guint n_open_quotes;
};

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* Behind the line end that begins here. */
static void
skip_line_end (LeadupCsvReader *self)
{
  if (self->at >= self->end)
    return;

  if (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n')
    self->at++;
  self->at++;
  self->line++;
}

static gboolean
ends_cell (LeadupCsvReader *self,
           const char      *at)
{
  while (at < self->end && *at == ' ')
    at++;

  return at >= self->end || *at == self->separator || is_line_end (*at);
}

/* The quote that closes the one at @start, or NULL where there is none within the bounds. Quotes in
 * the middle of words are just there; one that opens a cell on a later line tells that the first
 * one was never closed. */
static const char *
find_closing (LeadupCsvReader *self,
              const char      *start)
{
  const char *limit = start + MIN ((gsize) (self->end - start), LEADUP_CSV_MAX_CELL + 2);
  const char *at = start + 1;

  for (const char *quote; at < limit; at = quote + 1)
    {
      quote = memchr (at, '"', (gsize) (limit - at));
      if (quote == NULL)
        return NULL;
      if (quote + 1 < self->end && quote[1] == '"' && !ends_cell (self, quote + 1))
        {
          quote++;
          continue;
        }
      if (ends_cell (self, quote + 1))
        return quote;
      if ((quote[-1] == self->separator || is_line_end (quote[-1])) &&
          memchr (start, '\n', (gsize) (quote - start)) != NULL)
        return NULL;
    }

  return NULL;
}

/* A cell in quotes; FALSE where it is none, for want of the second one. */
static gboolean
read_quoted (LeadupCsvReader *self)
{
  const char *closing =
      self->n_open_quotes < MAX_OPEN_QUOTES ? find_closing (self, self->at) : NULL;

  if (closing == NULL && self->n_open_quotes >= MAX_OPEN_QUOTES)
    {
      const char *line_end = self->at;

      /* On its own line it may still be closed. */
      while (line_end < self->end && !is_line_end (*line_end))
        line_end++;
      closing = memchr (self->at + 1, '"', (gsize) (line_end - self->at) - 1);
    }
  if (closing == NULL)
    {
      self->n_open_quotes++;
      return FALSE;
    }

  for (const char *at = self->at + 1; at < closing; at++)
    {
      if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
        self->line++;
      g_string_append_c (self->row, *at);
      if (*at == '"' && at + 1 < closing && at[1] == '"')
        at++;
    }
  self->at = closing + 1;

  return TRUE;
}

/* Up to the next separator or line end. */
static void
read_plain (LeadupCsvReader *self)
{
  const char *from = self->at;

  while (self->at < self->end && *self->at != self->separator && !is_line_end (*self->at))
    self->at++;
  g_string_append_len (self->row, from, self->at - from);
}

static void
read_cell (LeadupCsvReader *self)
{
  const char *from = self->at;

  g_array_append_val (self->starts, self->row->len);

  /* Some put spaces around their quotes. */
  while (self->at < self->end && *self->at == ' ' && self->separator != ' ')
    self->at++;
  if (self->at >= self->end || *self->at != '"' || !read_quoted (self))
    self->at = from;
  read_plain (self);
  g_string_append_c (self->row, '\0');
}

/* A row without any quote, that ends soon, is copied as a whole and only cut into its cells.
 * Returns: whether it was one; else nothing was read */
static gboolean
read_simple_row (LeadupCsvReader *self)
{
  gsize most = MIN ((gsize) (self->end - self->at), SIMPLE_BYTES);
  const char *line_end = memchr (self->at, '\n', most);
  gsize length;
  char *cell, *end;

  if (line_end == NULL || is_line_end (self->separator))
    return FALSE;
  length = (gsize) (line_end - self->at);
  if (length > 0 && line_end[-1] == '\r')
    length--;
  if (memchr (self->at, '"', length) != NULL || memchr (self->at, '\r', length) != NULL)
    return FALSE;

  g_string_append_len (self->row, self->at, (gssize) length + 1);
  cell = self->row->str;
  end = cell + length;
  *end = '\0';
  for (;;)
    {
      char *separator = memchr (cell, self->separator, (gsize) (end - cell));

      if (self->n_cells == LEADUP_CSV_MAX_COLUMNS)
        {
          g_string_truncate (self->row, 0);
          self->n_cells = 0;
          return FALSE;
        }
      self->cells[self->n_cells++] = cell;
      if (separator == NULL)
        break;
      *separator = '\0';
      cell = separator + 1;
    }
  self->at += length;

  return TRUE;
}

/* Any row. */
static void
read_row (LeadupCsvReader *self,
          LeadupCsvRow    *row)
{
  for (;;)
    {
      gsize before = self->row->len;

      if (self->starts->len == LEADUP_CSV_MAX_COLUMNS)
        {
          row->problem = _ ("It has more than 1,000 columns");
          read_plain (self);
          g_string_truncate (self->row, before);
        }
      else
        read_cell (self);
      if (self->row->len - before > LEADUP_CSV_MAX_CELL + 1)
        {
          row->problem = _ ("A cell of it is larger than 1 MiB");
          g_string_truncate (self->row, before);
          g_string_append_c (self->row, '\0');
        }
      if (self->at >= self->end || *self->at != self->separator)
        break;
      self->at++;
    }

  for (guint i = 0; i < self->starts->len; i++)
    self->cells[self->n_cells++] = self->row->str + g_array_index (self->starts, gsize, i);
}

/**
 * leadup_csv_reader_new:
 * @text: valid UTF-8 without a byte order mark; lives as long as the reader
 * @length: of @text
 * @separator: of the cells
 */
LeadupCsvReader *
leadup_csv_reader_new (const char *text,
                       gsize       length,
                       char        separator)
{
  LeadupCsvReader *self;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  self = g_new0 (LeadupCsvReader, 1);
  self->start = self->at = text;
  self->end = text + length;
  self->line = 1;
  self->separator = separator;
  self->row = g_string_sized_new (1024);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_new (const char *, LEADUP_CSV_MAX_COLUMNS);

  /* What Excel writes above the table to tell itself the separator. */
  if (length > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && is_line_end (text[5]))
    {
      self->separator = text[4];
      self->at += 5;
      skip_line_end (self);
    }

  return self;
}

void
leadup_csv_reader_free (LeadupCsvReader *self)
{
  if (self == NULL)
    return;

  g_string_free (self->row, TRUE);
  g_array_unref (self->starts);
  g_free (self->cells);
  g_free (self);
}

/**
 * leadup_csv_reader_next:
 * @self: a reader
 * @row: (out caller-allocates): the row
 *
 * Lines with nothing in them are no rows.
 *
 * Returns: %FALSE behind the last row
 */
gboolean
leadup_csv_reader_next (LeadupCsvReader *self,
                        LeadupCsvRow    *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  while (self->at < self->end && is_line_end (*self->at))
    skip_line_end (self);
  if (self->at >= self->end)
    return FALSE;

  *row = (LeadupCsvRow) { .line = self->line };
  g_string_truncate (self->row, 0);
  if (self->starts->len > 0)
    g_array_set_size (self->starts, 0);
  self->n_cells = 0;
  if (!read_simple_row (self))
    read_row (self, row);
  skip_line_end (self);

  row->text = self->row->str;
  row->length = self->row->len;
  row->cells = self->cells;
  row->n_cells = self->n_cells;

  return TRUE;
}

/* Bytes that were read so far. */
gsize
leadup_csv_reader_get_position (LeadupCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (gsize) (self->at - self->start);
}

/* How well @reader’s separator suits: the share of rows with the same number of cells as the first
 * one, and a little for each cell.
 *
 * @most_above: rows that may stand above the table, of fewer cells than it has
 * @width: (out): cells of the first row of the table */
static double
rate_separator (LeadupCsvReader *reader,
                guint            most_above,
                guint           *width)
{
  LeadupCsvRow row;
  guint n_rows = 0, n_same = 0, n_above = 0;

  *width = 0;
  while (n_rows < SAMPLE_ROWS && leadup_csv_reader_next (reader, &row))
    {
      /* The last row may be cut. */
      if (reader->at >= reader->end && n_rows > 1)
        break;
      if (n_rows == 0 && row.n_cells < LEADUP_CSV_FEW_COLUMNS && n_above++ < most_above)
        continue;
      *width = n_rows == 0 ? row.n_cells : *width;
      n_same += row.n_cells == *width || (row.n_cells < *width && row.n_cells > *width / 2) ? 1 : 0;
      n_rows++;
    }
  if (*width < 2 || n_rows == 0)
    return 0;

  /* With the right separator no quote is left over. */
  return (double) n_same / n_rows + MIN (*width, 100) / 1000.0 -
         (reader->n_open_quotes > 0 ? 0.05 : 0);
}

/**
 * leadup_csv_guess_separator:
 * @text: the beginning of a table
 * @length: of @text
 * @n_columns: (out) (optional): how many columns it then has
 *
 * Tries the usual separators: the one with which most rows have the same number of cells is meant,
 * and among equals the one with more cells. Where there is none, a few lines may stand above.
 *
 * Returns: the separator, or 0 where it is no table
 */
char
leadup_csv_guess_separator (const char *text,
                            gsize       length,
                            guint      *n_columns)
{
  static const char separators[] = "\t,;|";
  static const guint above[] = { 0, LEADUP_CSV_MAX_ABOVE };

  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    {
      double best = 0;
      char found = '\0';

      for (const char *separator = separators; *separator != '\0'; separator++)
        {
          g_autoptr (LeadupCsvReader) reader = leadup_csv_reader_new (text, length, *separator);
          /* The table may say it itself. */
          gboolean is_said = reader->separator != *separator;
          char tried = reader->separator;
          guint width;
          double rate = rate_separator (reader, above[i], &width);

          if (!is_said && rate <= best)
            continue;
          best = rate;
          found = tried;
          if (n_columns != NULL)
            *n_columns = width;
          if (is_said)
            return found;
        }
      if (best >= GOOD_RATE)
        return found;
    }

  return '\0';
}
