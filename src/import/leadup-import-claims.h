/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupImportClaims:
 *
 * Which row of an input became which record, by id: a million rows in a table of 24 bytes each. One
 * thread at a time.
 */
typedef struct _LeadupImportClaims LeadupImportClaims;

LeadupImportClaims *leadup_import_claims_new (void) G_GNUC_WARN_UNUSED_RESULT;
void leadup_import_claims_free (LeadupImportClaims *self);
guint leadup_import_claims_add (LeadupImportClaims *self, const char *id, guint line);
void leadup_import_claims_tell (LeadupImportClaims *self, guint64 hash);
void leadup_import_claims_expect (LeadupImportClaims *self, const char *id);
guint leadup_import_claims_get_line (LeadupImportClaims *self, const char *id);
gboolean leadup_import_claims_is_same (LeadupImportClaims *self, const char *id, guint64 hash);

G_END_DECLS
