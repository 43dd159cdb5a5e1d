/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record-list.h"
#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/* For the story: a snapshot costs ten references. */
LeadupSnapshot *leadup_snapshot_new_from_lists (LeadupRecordList * const *lists) G_GNUC_WARN_UNUSED_RESULT;

LeadupRecordList * const *leadup_snapshot_get_lists (const LeadupSnapshot *self);
gboolean leadup_snapshot_has_lists (const LeadupSnapshot     *self,
                                    LeadupRecordList * const *lists);

G_END_DECLS
