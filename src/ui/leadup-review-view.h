/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupReviewView:
 *
 * The review of candidates: the article on the left, what was read out of it on the right.
 */
#define LEADUP_TYPE_REVIEW_VIEW (leadup_review_view_get_type ())

G_DECLARE_FINAL_TYPE (LeadupReviewView, leadup_review_view, LEADUP, REVIEW_VIEW, GtkWidget)

void leadup_review_view_set_workspace (LeadupReviewView *self, LeadupWorkspace *workspace);

G_END_DECLS
