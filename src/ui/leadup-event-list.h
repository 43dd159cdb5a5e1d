/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LeadupEventList:
 *
 * The events of a projection as a list model: a window on its array, without a copy. Main thread.
 */
#define LEADUP_TYPE_EVENT_LIST (leadup_event_list_get_type ())

G_DECLARE_FINAL_TYPE (LeadupEventList, leadup_event_list, LEADUP, EVENT_LIST, GObject)

LeadupEventList *leadup_event_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @events: (transfer none) (element-type LeadupEvent): read-only from now on; what is the same at
 * both ends of the former array is not told as a change */
void leadup_event_list_set_events (LeadupEventList *self, GPtrArray *events);

G_END_DECLS
