/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-mapping.h"

G_BEGIN_DECLS

/* What somebody said of the columns of a table is remembered for the next one with the same
 * columns, in the user’s data folder. Workers only. */

LeadupImportMapping *leadup_import_memory_load (const char *fingerprint) G_GNUC_WARN_UNUSED_RESULT;
gboolean leadup_import_memory_save (const char *fingerprint, const LeadupImportMapping *mapping, GError **error);

G_END_DECLS
