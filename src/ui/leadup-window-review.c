/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-merge-dialog.h"
#include "ui/leadup-window-private.h"

static void
accept_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autofree char *id = leadup_review_view_accept (LEADUP_WINDOW (user_data)->review_view);
}

/* Accepts, and goes on in the inspector. */
static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  g_autofree char *id = leadup_review_view_accept (self->review_view);

  if (id == NULL)
    return;

  leadup_workspace_select (self->workspace, LEADUP_RECORD_EVENT, id);
  g_action_group_activate_action (G_ACTION_GROUP (self), "edit-selection", NULL);
}

static void
event_chosen_cb (LeadupWindow *self,
                 LeadupEvent  *event)
{
  leadup_review_view_merge_into (self->review_view, event);
}

static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupCandidate *candidate = leadup_review_view_get_selected (self->review_view);
  LeadupMergeDialog *dialog;

  if (candidate == NULL)
    return;

  dialog = leadup_merge_dialog_new (GTK_WINDOW (self), leadup_workspace_get_story (self->workspace),
                                    leadup_candidate_get_fields (candidate)->event);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (event_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
reject_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  leadup_review_view_reject (LEADUP_WINDOW (user_data)->review_view);
}

static void
accept_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  leadup_review_view_accept_all (LEADUP_WINDOW (user_data)->review_view);
}

static void
from_text_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  leadup_review_view_choose_text (LEADUP_WINDOW (user_data)->review_view);
}

static void
next_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  leadup_review_view_move (LEADUP_WINDOW (user_data)->review_view, 1);
}

static void
previous_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  leadup_review_view_move (LEADUP_WINDOW (user_data)->review_view, -1);
}

static const GActionEntry entries[] = {
  { "review-accept", accept_cb },
  { "review-edit", edit_cb },
  { "review-merge", merge_cb },
  { "review-reject", reject_cb },
  { "review-accept-all", accept_all_cb },
  { "review-from-text", from_text_cb },
  { "review-next", next_cb },
  { "review-previous", previous_cb },
};

static void
set_enabled (LeadupWindow *self,
             const char   *name,
             gboolean      is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
state_changed_cb (LeadupWindow *self)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  LeadupReviewView *view = self->review_view;
  gboolean has_candidate = view != NULL && leadup_review_view_get_selected (view) != NULL;
  gboolean has_events = story != NULL && leadup_story_get_n (story, LEADUP_RECORD_EVENT) > 0;

  set_enabled (self, "review-accept", has_candidate);
  set_enabled (self, "review-edit", has_candidate);
  set_enabled (self, "review-merge", has_candidate && has_events);
  set_enabled (self, "review-reject", has_candidate);
  set_enabled (self, "review-next", has_candidate);
  set_enabled (self, "review-previous", has_candidate);
  set_enabled (self, "review-accept-all",
               view != NULL && leadup_review_view_count_above (view) > 0);
  set_enabled (self, "review-from-text",
               view != NULL && leadup_review_view_has_text_selection (view));
}

void
leadup_window_review_install (LeadupWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  state_changed_cb (self);
}

/* Most windows never have anything to review, and no other page has as many widgets. */
void
leadup_window_review_create (LeadupWindow *self)
{
  if (self->review_view != NULL)
    return;

  self->review_view = g_object_new (LEADUP_TYPE_REVIEW_VIEW, NULL);
  adw_bin_set_child (self->review_place, GTK_WIDGET (self->review_view));
  leadup_review_view_set_workspace (self->review_view, self->workspace);
  g_signal_connect_object (self->review_view, "state-changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
}
