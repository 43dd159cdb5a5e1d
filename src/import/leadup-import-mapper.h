/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-draft.h"
#include "import/leadup-import-mapping.h"
#include "storage/leadup-json-value.h"

G_BEGIN_DECLS

/**
 * LeadupImportMapper:
 *
 * A mapping at work: takes the cells of a row, fills the draft. Columns may be added as they
 * appear, for objects whose members differ. Owned by one importer, one thread at a time.
 */
typedef struct _LeadupImportMapper LeadupImportMapper;

/* What a row is, apart from an event. */
typedef enum
{
  LEADUP_IMPORT_KIND_EVENT,
  LEADUP_IMPORT_KIND_ERA,
  LEADUP_IMPORT_KIND_TITLE,
  LEADUP_IMPORT_KIND_OTHER,
} LeadupImportRowKind;

LeadupImportMapper *leadup_import_mapper_new         (LeadupImportMapping      *mapping,
                                                      const char               *as_of) G_GNUC_WARN_UNUSED_RESULT;
void                leadup_import_mapper_free        (LeadupImportMapper       *self);
void                leadup_import_mapper_set_order   (LeadupImportMapper       *self,
                                                      LeadupImportOrder         order);

guint               leadup_import_mapper_add_column  (LeadupImportMapper       *self,
                                                      const char               *name);
guint               leadup_import_mapper_get_n_columns (LeadupImportMapper     *self);
gboolean            leadup_import_mapper_find_json   (LeadupImportMapper       *self,
                                                      const LeadupJsonValue    *name,
                                                      guint                     expected,
                                                      guint                    *column);
gboolean            leadup_import_mapper_is_prefix   (LeadupImportMapper       *self,
                                                      const char               *name);
gboolean            leadup_import_mapper_is_date     (LeadupImportMapper       *self,
                                                      guint                     column);

void                leadup_import_mapper_begin       (LeadupImportMapper       *self);
void                leadup_import_mapper_set_text    (LeadupImportMapper       *self,
                                                      guint                     column,
                                                      const char               *text);
void                leadup_import_mapper_set_json    (LeadupImportMapper       *self,
                                                      guint                     column,
                                                      const LeadupJsonValue    *value);
LeadupImportRowKind leadup_import_mapper_fill        (LeadupImportMapper       *self,
                                                      LeadupImportDraft        *draft);
const char         *leadup_import_mapper_get_first   (LeadupImportMapper       *self,
                                                      LeadupImportDraft        *draft);
double              leadup_import_mapper_get_weight  (LeadupImportMapper       *self,
                                                      LeadupImportDraft        *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupImportMapper, leadup_import_mapper_free)

G_END_DECLS
