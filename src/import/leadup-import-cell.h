/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-draft.h"
#include "storage/leadup-json-value.h"

G_BEGIN_DECLS

/**
 * LeadupImportCell:
 * @text: (nullable): of a table of texts, or what was read out of @json
 * @json: of a table of objects; its start is %NULL where there is none
 * @is_plain: whether @text has been cleaned
 *
 * What a row says in one column.
 */
typedef struct
{
  const char      *text;
  LeadupJsonValue  json;
  gboolean         is_plain;
} LeadupImportCell;

gboolean    leadup_import_cell_is_there      (const LeadupImportCell    *self);
gboolean    leadup_import_cell_is_several    (const LeadupImportCell    *self);
const char *leadup_import_cell_get_plain     (LeadupImportCell          *self,
                                              LeadupImportDraft         *draft);
void        leadup_import_cell_add_actors    (LeadupImportCell          *self,
                                              LeadupImportDraft         *draft,
                                              const char                *separator,
                                              int                        role,
                                              GHashTable                *words);
void        leadup_import_cell_add_tags      (LeadupImportCell          *self,
                                              LeadupImportDraft         *draft,
                                              const char                *separator,
                                              GHashTable                *words);
void        leadup_import_cell_add_sources   (LeadupImportCell          *self,
                                              LeadupImportDraft         *draft,
                                              const char                *separator,
                                              GHashTable                *words);
void        leadup_import_cell_complete_source (LeadupImportDraft       *draft,
                                              const LeadupImportSource  *rest);
gboolean    leadup_import_cell_read_place    (LeadupImportCell          *self,
                                              LeadupImportDraft         *draft);
void        leadup_import_cell_keep          (const LeadupImportCell    *self,
                                              LeadupImportDraft         *draft,
                                              const char                *name);
gboolean    leadup_import_cell_read_number   (const char                *text,
                                              double                    *number);

G_END_DECLS
