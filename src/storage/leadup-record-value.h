/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "storage/leadup-record-place.h"
#include "storage/leadup-record-shape.h"

G_BEGIN_DECLS

/* Single values of records, strictly: json-glib's own getters raise criticals on a wrong type. */

const char *leadup_record_value_get_string  (JsonNode           *node);
gboolean    leadup_record_value_read_string (LeadupRecordPlace  *place,
                                             JsonNode           *node,
                                             const LeadupField  *field,
                                             const char        **text,
                                             GError            **error);
JsonArray  *leadup_record_value_read_list   (LeadupRecordPlace  *place,
                                             JsonNode           *node,
                                             GError            **error);
gboolean    leadup_record_value_read        (LeadupRecordPlace  *place,
                                             JsonNode           *node,
                                             const LeadupField  *field,
                                             gpointer            fields,
                                             GError            **error);

G_END_DECLS
