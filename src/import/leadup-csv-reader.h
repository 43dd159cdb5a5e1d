/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LEADUP_CSV_MAX_COLUMNS (1000)
#define LEADUP_CSV_MAX_CELL    ((gsize) 1 << 20)

/* So many rows can stand above a table that has more columns than a few. */
#define LEADUP_CSV_MAX_ABOVE   (20)
#define LEADUP_CSV_FEW_COLUMNS (3)

/**
 * LeadupCsvReader:
 *
 * A table as text (RFC 4180, and what spreadsheets really write: any of the usual separators, a
 * “sep=” line, quoted line ends, doubled and stray quotes, any line end), row by row, in memory
 * that is used again. One thread at a time.
 */
typedef struct _LeadupCsvReader LeadupCsvReader;

/**
 * LeadupCsvRow:
 * @line: of its first character, from 1
 * @cells: (array length=n_cells): texts; valid until the next row
 * @text: (array length=length): what holds the cells one behind the other, each with its NUL
 * @problem: (nullable): why the row cannot be used (too many columns, a cell too long)
 */
typedef struct
{
  guint        line;
  const char **cells;
  guint        n_cells;
  const char  *text;
  gsize        length;
  const char  *problem;
} LeadupCsvRow;

LeadupCsvReader *leadup_csv_reader_new           (const char       *text,
                                                  gsize             length,
                                                  char              separator) G_GNUC_WARN_UNUSED_RESULT;
void             leadup_csv_reader_free          (LeadupCsvReader  *self);
gboolean         leadup_csv_reader_next          (LeadupCsvReader  *self,
                                                  LeadupCsvRow     *row);
gsize            leadup_csv_reader_get_position  (LeadupCsvReader  *self);

char             leadup_csv_guess_separator      (const char       *text,
                                                  gsize             length,
                                                  guint            *n_columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupCsvReader, leadup_csv_reader_free)

G_END_DECLS
