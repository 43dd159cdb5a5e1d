/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-hash.h"

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
guint leadup_import_claims_add (LeadupImportClaims *self, guint64 key, guint line);
void leadup_import_claims_tell (LeadupImportClaims *self, guint64 hash);
void leadup_import_claims_expect (LeadupImportClaims *self, guint64 key);
guint leadup_import_claims_get_line (LeadupImportClaims *self, guint64 key);
gboolean leadup_import_claims_is_same (LeadupImportClaims *self, guint64 key, guint64 hash);

/* What stands for @id there; never 0. */
static inline guint64
leadup_import_claims_make_key (const char *id)
{
  return MAX (1, leadup_import_hash_text (0, id));
}

G_END_DECLS
