/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-draft.h"
#include "import/leadup-importer.h"
#include "storage/leadup-json-scanner.h"

G_BEGIN_DECLS

/* What the importers of JSON share. */

LeadupJsonScanner *leadup_import_json_open      (const LeadupImportInput  *input,
                                                 GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           leadup_import_json_starts    (const char               *bytes,
                                                 gsize                     length);
void               leadup_import_json_warn      (LeadupJsonScanner        *scanner,
                                                 LeadupImportPlan         *plan);

gboolean           leadup_import_json_get       (const LeadupJsonValue    *object,
                                                 const char               *name,
                                                 LeadupJsonValue          *value);
char              *leadup_import_json_dup_text  (const LeadupJsonValue    *value) G_GNUC_WARN_UNUSED_RESULT;
char              *leadup_import_json_dup_plain (const LeadupJsonValue    *value) G_GNUC_WARN_UNUSED_RESULT;
char              *leadup_import_json_dup_raw   (const LeadupJsonValue    *value) G_GNUC_WARN_UNUSED_RESULT;
char              *leadup_import_json_dup_member (const LeadupJsonValue   *object,
                                                 const char               *name) G_GNUC_WARN_UNUSED_RESULT;
LeadupWhen        *leadup_import_json_read_date (const LeadupJsonValue    *value,
                                                 const char               *as_of,
                                                 char                    **problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
