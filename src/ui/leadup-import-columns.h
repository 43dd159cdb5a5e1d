/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "import/leadup-import-sample.h"

G_BEGIN_DECLS

/**
 * LeadupImportColumns:
 *
 * What the columns of a table are: for each of them what it holds and what is made of it; and which
 * number of its dates is the day, with the dates that tell it.
 *
 * Emits `changed ()` when the user says something else.
 */
#define LEADUP_TYPE_IMPORT_COLUMNS (leadup_import_columns_get_type ())

G_DECLARE_FINAL_TYPE (LeadupImportColumns, leadup_import_columns, LEADUP, IMPORT_COLUMNS, AdwBin)

LeadupImportColumns *leadup_import_columns_new (LeadupImportSample *sample) G_GNUC_WARN_UNUSED_RESULT;

LeadupImportMapping *leadup_import_columns_dup_mapping (LeadupImportColumns *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean leadup_import_columns_is_clear (LeadupImportColumns *self);

G_END_DECLS
