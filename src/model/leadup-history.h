/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-story.h"

G_BEGIN_DECLS

/**
 * LeadupHistory:
 *
 * Unlimited named undo over a story, with a save mark. The only caller of leadup_story_apply() once
 * a document is open. Main thread.
 *
 * Emits `applied (LeadupTransaction *transaction)` after every push, undo and redo with the
 * transaction as it went into the story (for the journal), and notifies `can-undo`, `can-redo`,
 * `undo-label`, `redo-label` and `modified`.
 */
#define LEADUP_TYPE_HISTORY (leadup_history_get_type ())

G_DECLARE_FINAL_TYPE (LeadupHistory, leadup_history, LEADUP, HISTORY, GObject)

LeadupHistory *leadup_history_new            (LeadupStory        *story) G_GNUC_WARN_UNUSED_RESULT;

LeadupStory   *leadup_history_get_story      (LeadupHistory      *self);

/**
 * leadup_history_push:
 * @self: a history
 * @transaction: (transfer none): the edit to carry out
 * @error: return location for why the story refused it
 *
 * Applies @transaction to the story and makes it the newest undo step. What was undone before can
 * no longer be redone. If the story refuses the transaction, nothing has changed.
 *
 * Returns: whether it was applied
 */
gboolean       leadup_history_push           (LeadupHistory      *self,
                                              LeadupTransaction  *transaction,
                                              GError            **error);
/* As push, but joins the newest step when that one has the same non-NULL @key and nothing was saved
 * or undone since: typing is one step. */
gboolean       leadup_history_push_coalesced (LeadupHistory      *self,
                                              LeadupTransaction  *transaction,
                                              const char         *key,
                                              GError            **error);
gboolean       leadup_history_push_edit      (LeadupHistory      *self,
                                              LeadupStoryEdit    *edit,
                                              GError            **error);
/* Applies what is no edit of the user's, such as computed places: it belongs to the newest step and
 * is undone with it, and whether the story counts as modified stays. Returns FALSE, and changes
 * nothing, where it does not fit the story or something could be redone. */
gboolean       leadup_history_amend          (LeadupHistory      *self,
                                              LeadupTransaction  *transaction);
void           leadup_history_end_coalescing (LeadupHistory      *self);
gboolean       leadup_history_undo           (LeadupHistory      *self);
gboolean       leadup_history_redo           (LeadupHistory      *self);
gboolean       leadup_history_get_can_undo   (LeadupHistory      *self);
gboolean       leadup_history_get_can_redo   (LeadupHistory      *self);
const char    *leadup_history_get_undo_label (LeadupHistory      *self);
const char    *leadup_history_get_redo_label (LeadupHistory      *self);
void           leadup_history_mark_saved     (LeadupHistory      *self);
/* A number that no other state of this history has. Taken together with the snapshot that a worker
 * saves, it tells leadup_history_mark_state_saved() afterwards what was saved, whatever was edited
 * meanwhile. */
guint64        leadup_history_get_state      (LeadupHistory      *self);
void           leadup_history_mark_state_saved (LeadupHistory    *self,
                                                guint64           state);
gboolean       leadup_history_get_modified   (LeadupHistory      *self);

G_END_DECLS
