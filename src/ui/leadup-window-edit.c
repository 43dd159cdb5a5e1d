/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

static void
show_evidence_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);
  LeadupEvent *event;
  const char *id;
  guint index;

  g_variant_get (parameter, "(&su)", &id, &index);
  event =
      leadup_story_lookup (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_EVENT, id);
  if (event == NULL)
    return;

  leadup_window_show_view (self, "sources");
  leadup_sources_view_show_evidence (self->sources_view, event, index);
}

static void
new_event_from_source_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  LeadupWindow *self = LEADUP_WINDOW (user_data);

  if (leadup_sources_view_create_event (self->sources_view))
    adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
  else
    leadup_window_add_message (self, _ ("Mark words in the text of a source first"));
}

static const GActionEntry entries[] = {
  { "show-evidence", show_evidence_cb, "(su)" },
  { "new-event-from-source", new_event_from_source_cb },
};

void
leadup_window_edit_install (LeadupWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
