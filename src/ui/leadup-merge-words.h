/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-snapshot.h"
#include "storage/leadup-story-merge.h"

G_BEGIN_DECLS

/* What a merge of two stories is about, for people. */

const char *leadup_merge_words_get_kind     (LeadupRecordKind           kind);
char       *leadup_merge_words_dup_title    (LeadupRecord              *record) G_GNUC_WARN_UNUSED_RESULT;
char       *leadup_merge_words_dup_member   (const char                *member) G_GNUC_WARN_UNUSED_RESULT;
char       *leadup_merge_words_dup_change   (const LeadupMergeChange   *change) G_GNUC_WARN_UNUSED_RESULT;
char       *leadup_merge_words_dup_value    (const LeadupMergeConflict *conflict,
                                             gboolean                   is_theirs,
                                             LeadupRecord              *record,
                                             LeadupSnapshot            *snapshot) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
