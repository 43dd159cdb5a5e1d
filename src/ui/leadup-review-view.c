/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-review-view.h"

struct _LeadupReviewView
{
  GtkWidget parent_instance;

  LeadupWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LeadupReviewView, leadup_review_view, GTK_TYPE_WIDGET)

static void
leadup_review_view_dispose (GObject *object)
{
  LeadupReviewView *self = LEADUP_REVIEW_VIEW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_review_view_parent_class)->dispose (object);
}

static void
leadup_review_view_class_init (LeadupReviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = leadup_review_view_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_review_view_init (LeadupReviewView *self)
{
}

void
leadup_review_view_set_workspace (LeadupReviewView *self,
                                  LeadupWorkspace  *workspace)
{
  g_return_if_fail (LEADUP_IS_REVIEW_VIEW (self));

  g_set_object (&self->workspace, workspace);
}
