/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-mapper.h"
#include "import/leadup-importer.h"

G_BEGIN_DECLS

/**
 * LeadupImportTable:
 *
 * Rows on their way through a mapper into a plan: what importers of tables share, whatever the
 * tables are written in. Keeps count of rows that are one event, heeds the bounds. One thread at a
 * time; of a large table a second one makes the records while the first one reads on.
 */
typedef struct _LeadupImportTable LeadupImportTable;

LeadupImportTable *leadup_import_table_new         (const LeadupImportInput  *input,
                                                    LeadupImportMapping      *mapping,
                                                    const char               *format) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_import_table_free        (LeadupImportTable        *self);
LeadupImportMapper *leadup_import_table_get_mapper (LeadupImportTable        *self);
LeadupImportRecords *leadup_import_table_get_records (LeadupImportTable      *self);

gboolean           leadup_import_table_begin_row   (LeadupImportTable        *self,
                                                    guint                     line,
                                                    GCancellable             *cancellable,
                                                    GError                  **error);
void               leadup_import_table_set_text    (LeadupImportTable        *self,
                                                    guint                     column,
                                                    const char               *text);
void               leadup_import_table_set_texts   (LeadupImportTable        *self,
                                                    const char *const        *texts,
                                                    guint                     n_texts,
                                                    const char               *all,
                                                    gsize                     length);
void               leadup_import_table_begin_weighing (LeadupImportTable     *self,
                                                    guint                     line);
void               leadup_import_table_weigh_row   (LeadupImportTable        *self);
void               leadup_import_table_end_row     (LeadupImportTable        *self);
void               leadup_import_table_reject_row  (LeadupImportTable        *self,
                                                    const char               *reason);
LeadupImportPlan  *leadup_import_table_finish      (LeadupImportTable        *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupImportTable, leadup_import_table_free)

G_END_DECLS
