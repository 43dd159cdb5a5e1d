/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "import/leadup-import-plan.h"
#include "import/leadup-import-sample.h"

G_BEGIN_DECLS

/**
 * LeadupImportDialog:
 *
 * Shows what an import would do before it does it: how many rows are new, changed, unchanged,
 * undated, rejected or gone, and each of them with its reason. Rows, and the parts of rows that
 * changed, can be chosen one by one. Of a table a second page says what its columns are.
 *
 * Emits `accepted ()` when the user wants it, and `remapped ()` when its columns are something
 * else.
 */
#define LEADUP_TYPE_IMPORT_DIALOG (leadup_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LeadupImportDialog, leadup_import_dialog, LEADUP, IMPORT_DIALOG, AdwWindow)

LeadupImportDialog  *leadup_import_dialog_new         (GtkWindow           *parent,
                                                       LeadupImportPlan    *plan,
                                                       const char          *name,
                                                       LeadupImportSample  *sample) G_GNUC_WARN_UNUSED_RESULT;

LeadupImportPlan    *leadup_import_dialog_get_plan    (LeadupImportDialog  *self);
LeadupImportMapping *leadup_import_dialog_get_mapping (LeadupImportDialog  *self);

G_END_DECLS
