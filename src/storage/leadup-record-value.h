/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "storage/leadup-record-place.h"
#include "storage/leadup-record-shape.h"
#include "storage/leadup-scratch.h"

G_BEGIN_DECLS

/* Single values of records, strictly. Texts are copied into the scratch. */

const char *leadup_record_value_read_string (const LeadupRecordPlace  *place,
                                             const LeadupJsonValue    *value,
                                             const LeadupField        *field,
                                             LeadupScratch            *scratch,
                                             GError                  **error);
gboolean    leadup_record_value_check_count (const LeadupRecordPlace  *place,
                                             guint                     n_elements,
                                             GError                  **error);
gboolean    leadup_record_value_read        (const LeadupRecordPlace  *place,
                                             const LeadupJsonValue    *value,
                                             const LeadupField        *field,
                                             gpointer                  fields,
                                             LeadupScratch            *scratch,
                                             GError                  **error);

G_END_DECLS
