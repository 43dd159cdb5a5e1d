/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

/**
 * LeadupImportWhenCache:
 *
 * Dates of a table that were read before: many rows have the same day, which then is one
 * #LeadupWhen. Holds a fixed number of them. Owned by one mapper.
 */
typedef struct _LeadupImportWhenCache LeadupImportWhenCache;

LeadupImportWhenCache *leadup_import_when_cache_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void                   leadup_import_when_cache_free (LeadupImportWhenCache *self);

LeadupWhen            *leadup_import_when_cache_find (LeadupImportWhenCache *self,
                                                      const char            *start,
                                                      const char            *end);
void                   leadup_import_when_cache_put  (LeadupImportWhenCache *self,
                                                      const char            *start,
                                                      const char            *end,
                                                      LeadupWhen            *when);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupImportWhenCache, leadup_import_when_cache_free)

G_END_DECLS
