/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record-list.h"
#include "model/leadup-story.h"
#include "model/leadup-transaction.h"

G_BEGIN_DECLS

/**
 * LeadupStoryState:
 * @lists: the records
 * @counts: (element-type utf8 Count): for each kind how many references there are to an id. So an
 * edit is checked without looking at what it does not touch
 *
 * All that a story is between two edits.
 */
typedef struct
{
  LeadupRecordList *lists[LEADUP_N_RECORD_KINDS];
  GHashTable *counts[LEADUP_N_RECORD_KINDS];
} LeadupStoryState;

/* The edits of one transaction, by kind, and the lists that they lead to. */
typedef struct
{
  LeadupRecordEdit *edits[LEADUP_N_RECORD_KINDS];
  guint n_edits[LEADUP_N_RECORD_KINDS];
  LeadupRecordList *lists[LEADUP_N_RECORD_KINDS]; /* NULL: unchanged */
} LeadupStoryPlan;

/**
 * LeadupStoryEdit:
 * @base: what it was prepared for
 * @state: what the story will be; once it was carried out, what it was before
 *
 * An edit of a story that a worker has prepared, so that the main thread only has to exchange one
 * state for another.
 */
struct _LeadupStoryEdit
{
  LeadupTransaction *transaction;
  LeadupTransaction *inverse;
  LeadupSnapshot *base;
  LeadupStoryPlan plan;
  LeadupStoryState state;
  gboolean is_done;
};

gboolean                leadup_story_plan_init       (LeadupStoryPlan           *self,
                                                      LeadupRecordList * const  *lists,
                                                      LeadupTransaction         *transaction,
                                                      GError                   **error);
void                    leadup_story_plan_clear      (LeadupStoryPlan           *self);
const LeadupRecordEdit *leadup_story_plan_get        (const LeadupStoryPlan     *self,
                                                      LeadupRecordKind           kind,
                                                      guint                      index);

void                    leadup_story_state_init      (LeadupStoryState          *self);
void                    leadup_story_state_clear     (LeadupStoryState          *self);
gboolean                leadup_story_state_count_all (LeadupStoryState          *self,
                                                      GError                   **error);
gboolean                leadup_story_state_count     (LeadupStoryState          *self,
                                                      const LeadupStoryPlan     *plan,
                                                      LeadupTransaction         *transaction,
                                                      GError                   **error);

gboolean                leadup_story_apply_edit      (LeadupStory               *self,
                                                      LeadupStoryEdit           *edit,
                                                      GError                   **error);
LeadupTransaction      *leadup_story_revert_edit     (LeadupStory               *self,
                                                      LeadupStoryEdit           *edit);

G_END_DECLS
