/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-mapping.h"

G_BEGIN_DECLS

/* Rows that are shown. */
#define LEADUP_IMPORT_SAMPLE_ROWS (8)

/**
 * LeadupImportSample:
 * @columns: (array zero-terminated=1): names
 * @rows: (element-type GStrv): the first rows, as texts
 * @mapping: what the columns are taken for
 * @is_known: whether @mapping is that of a known kind of table, or was given
 * @is_given: whether it was given
 * @evidence: what its numeric dates say about their order, from the whole table
 * @fingerprint: of the columns
 *
 * What a person sees who maps the columns of a table. Owned by who asks for it; may cross threads.
 */
typedef struct
{
  GStrv                     columns;
  GPtrArray                *rows;
  LeadupImportMapping      *mapping;
  gboolean                  is_known;
  gboolean                  is_given;
  LeadupImportDateEvidence  evidence;
  char                     *fingerprint;
} LeadupImportSample;

LeadupImportSample  *leadup_import_sample_new  (GStrv                  columns,
                                                LeadupImportMapping   *mapping) G_GNUC_WARN_UNUSED_RESULT;
void                 leadup_import_sample_free (LeadupImportSample    *self);
void                 leadup_import_sample_add_row (LeadupImportSample *self,
                                                const char * const    *cells,
                                                guint                  n_cells);
LeadupImportMapping *leadup_import_choose_mapping (LeadupImportMapping *given,
                                                const char * const    *columns,
                                                gboolean              *is_known) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupImportSample, leadup_import_sample_free)

G_END_DECLS
