/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/* What importers know records by. */

char *leadup_import_make_id (int letter, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char *leadup_import_dup_imported (LeadupRecord *record, const char *member) G_GNUC_WARN_UNUSED_RESULT;
char *leadup_import_dup_title (LeadupRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
