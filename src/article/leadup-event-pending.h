/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"
#include "article/leadup-event-meaning.h"

G_BEGIN_DECLS

gboolean     leadup_event_pending_is_case       (const LeadupClauses   *clauses,
                                                 const LeadupPredicate *predicate);
gboolean     leadup_event_pending_is_charged    (const LeadupClauses   *clauses,
                                                 const LeadupPredicate *predicate);
gboolean     leadup_event_pending_is_untold     (const LeadupClauses   *clauses,
                                                 const LeadupPredicate *outer,
                                                 const LeadupPredicate *predicate);
gboolean     leadup_event_pending_is_called_off (const LeadupClauses   *clauses,
                                                 const LeadupPredicate *predicate,
                                                 gint32                 noun);
gboolean     leadup_event_pending_is_left_open  (const LeadupClauses   *clauses,
                                                 const LeadupPredicate *predicate);
LeadupEffect leadup_event_pending_get_effect    (LeadupEffect           helper,
                                                 LeadupEffect           effect);

gboolean leadup_event_pending_is_by_means (const LeadupClauses *self,
                                           const LeadupPredicate *governor,
                                           const LeadupEventMeaning *aim);

G_END_DECLS
