/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/leadup-candidate.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupReviewView:
 *
 * The review of candidates: the article on the left, what was read out of it on the right, and the
 * keys to deal with it. The commands are actions of the window, which call the functions below.
 *
 * Emits `state-changed` where what can be done changed.
 */
#define LEADUP_TYPE_REVIEW_VIEW (leadup_review_view_get_type ())

G_DECLARE_FINAL_TYPE (LeadupReviewView, leadup_review_view, LEADUP, REVIEW_VIEW, GtkWidget)

void             leadup_review_view_set_workspace        (LeadupReviewView *self,
                                                          LeadupWorkspace  *workspace);

LeadupCandidate *leadup_review_view_get_selected         (LeadupReviewView *self);
void             leadup_review_view_select               (LeadupReviewView *self,
                                                          const char       *id);
void             leadup_review_view_move                 (LeadupReviewView *self,
                                                          int               step);
gboolean         leadup_review_view_has_text_selection   (LeadupReviewView *self);
guint            leadup_review_view_count_above          (LeadupReviewView *self);
void             leadup_review_view_set_threshold        (LeadupReviewView *self,
                                                          double            threshold);

/* What the keys do. Accepting returns the id of the new event, or NULL. */
char            *leadup_review_view_accept               (LeadupReviewView *self) G_GNUC_WARN_UNUSED_RESULT;
void             leadup_review_view_accept_all           (LeadupReviewView *self);
void             leadup_review_view_reject               (LeadupReviewView *self);
void             leadup_review_view_merge_into           (LeadupReviewView *self,
                                                          LeadupEvent      *event);
void             leadup_review_view_choose_text          (LeadupReviewView *self);

G_END_DECLS
