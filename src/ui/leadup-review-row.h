/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-candidate.h"
#include "model/leadup-story.h"

G_BEGIN_DECLS

/**
 * LeadupReviewRow:
 *
 * A candidate in the list of the review: what, when as stated and as read, who, the words, how sure
 * and why. Shows one immutable record; another one gets another row.
 */
#define LEADUP_TYPE_REVIEW_ROW (leadup_review_row_get_type ())

G_DECLARE_FINAL_TYPE (LeadupReviewRow, leadup_review_row, LEADUP, REVIEW_ROW, GtkListBoxRow)

LeadupReviewRow *leadup_review_row_new           (LeadupStory     *story,
                                                  LeadupCandidate *candidate) G_GNUC_WARN_UNUSED_RESULT;
LeadupCandidate *leadup_review_row_get_candidate (LeadupReviewRow *self);

G_END_DECLS
