/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-info.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-transaction.h"

G_BEGIN_DECLS

/**
 * LeadupStory:
 *
 * All records, with one way in: leadup_story_apply(). Knows no files, colours or selection. Main
 * thread; workers get a snapshot.
 *
 * Emits `changed (LeadupTransaction *transaction)` after each edit.
 */
#define LEADUP_TYPE_STORY (leadup_story_get_type ())

G_DECLARE_FINAL_TYPE (LeadupStory, leadup_story, LEADUP, STORY, GObject)

/* An edit of many records that is prepared in a worker and carried out at once. */
typedef struct _LeadupStoryEdit LeadupStoryEdit;

LeadupStory    *leadup_story_new           (void) G_GNUC_WARN_UNUSED_RESULT;
LeadupStory    *leadup_story_new_from_records (GPtrArray          *records,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean        leadup_story_apply         (LeadupStory        *self,
                                            LeadupTransaction  *transaction,
                                            GError            **error);

LeadupStoryEdit *leadup_story_edit_prepare (LeadupSnapshot   *snapshot,
                                            LeadupTransaction  *transaction,
                                            GCancellable       *cancellable,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupTransaction *leadup_story_edit_get_transaction (LeadupStoryEdit *self);
gboolean        leadup_story_edit_fits     (LeadupStoryEdit    *self,
                                            LeadupSnapshot     *snapshot);
void            leadup_story_edit_free     (LeadupStoryEdit    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupStoryEdit, leadup_story_edit_free)

gpointer        leadup_story_lookup        (LeadupStory        *self,
                                            LeadupRecordKind    kind,
                                            const char         *id);
guint           leadup_story_get_n         (LeadupStory        *self,
                                            LeadupRecordKind    kind);
GListModel     *leadup_story_get_model     (LeadupStory        *self,
                                            LeadupRecordKind    kind);
LeadupInfo     *leadup_story_get_info      (LeadupStory        *self);
LeadupSnapshot *leadup_story_snapshot      (LeadupStory        *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
