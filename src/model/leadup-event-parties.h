/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-event.h"
#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/* Every role. */
#define LEADUP_EVENT_PARTIES_ALL G_MAXUINT

/* Those who act, and those who speak. */
#define LEADUP_EVENT_PARTIES_ACTING (1u << LEADUP_ROLE_INITIATOR | 1u << LEADUP_ROLE_SPEAKER)

/* Whom an event names, as its story knows them. */

GPtrArray *leadup_event_parties_list_names   (LeadupSnapshot *snapshot,
                                              LeadupEvent    *event,
                                              guint           roles) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *leadup_event_parties_list_sources (LeadupSnapshot *snapshot,
                                              LeadupEvent    *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
