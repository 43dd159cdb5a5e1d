/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-candidate.h"
#include "model/leadup-source.h"
#include "model/leadup-story.h"

G_BEGIN_DECLS

/**
 * LeadupReviewReader:
 *
 * An article with the passages that candidates rest on underlined in the colours of their
 * categories, and what is none of its text in grey. Read-only. Main thread; furniture is found in a
 * worker.
 *
 * Emits `candidate-clicked (const char *id)`, and `passage-chosen (gint64 start, gint64 end)` where
 * the user wants an event from a passage (code points, end exclusive). Property: `has-selection`.
 */
#define LEADUP_TYPE_REVIEW_READER (leadup_review_reader_get_type ())

G_DECLARE_FINAL_TYPE (LeadupReviewReader, leadup_review_reader, LEADUP, REVIEW_READER, GtkWidget)

void     leadup_review_reader_show             (LeadupReviewReader *self,
                                                LeadupStory        *story,
                                                LeadupSource       *source);
void     leadup_review_reader_update_marks     (LeadupReviewReader *self);
void     leadup_review_reader_select           (LeadupReviewReader *self,
                                                LeadupCandidate    *candidate);
gboolean leadup_review_reader_get_selection    (LeadupReviewReader *self,
                                                gint64             *start,
                                                gint64             *end);
void     leadup_review_reader_choose_selection (LeadupReviewReader *self);

G_END_DECLS
