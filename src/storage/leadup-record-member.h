/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/* Members of a record as the file has them, whatever kind it is of. */

LeadupRecord *leadup_record_member_set (LeadupRecord  *record,
                                        const char    *member,
                                        const char    *json,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
