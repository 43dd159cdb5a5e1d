/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-filter.h"
#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

gboolean leadup_cli_filter_read (const char * const  *words,
                                 LeadupSnapshot      *snapshot,
                                 LeadupFilter       **filter,
                                 GError             **error);

gboolean leadup_cli_filter_add_ids (LeadupSnapshot  *snapshot,
                                    LeadupRecordKind kind,
                                    const char      *name,
                                    GPtrArray       *ids);

G_END_DECLS
