/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-cell.h"
#include "import/leadup-import-mapping.h"
#include "import/leadup-import-when-cache.h"

G_BEGIN_DECLS

/**
 * LeadupImportWhen:
 * @texts: (array): by LeadupImportField, of those that are about time
 * @json: of the date, where it is a number or an object
 *
 * What the columns of a row say about its time, until they are put together. On the stack.
 */
typedef struct
{
  const char      *texts[LEADUP_N_IMPORT_FIELDS];
  LeadupJsonValue  json;
} LeadupImportWhen;

void     leadup_import_when_init     (LeadupImportWhen             *self);
gboolean leadup_import_when_set      (LeadupImportWhen             *self,
                                      LeadupImportField             field,
                                      const char                   *text);
gboolean leadup_import_when_set_json (LeadupImportWhen             *self,
                                      const LeadupImportCell       *cell,
                                      LeadupImportDraft            *draft);
gboolean leadup_import_when_is_set   (const LeadupImportWhen       *self,
                                      LeadupImportField             field);
void     leadup_import_when_finish   (LeadupImportWhen             *self,
                                      const LeadupImportDateStyle  *style,
                                      LeadupImportWhenCache        *cache,
                                      LeadupImportDraft            *draft);

G_END_DECLS
