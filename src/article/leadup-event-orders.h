/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-event-composer.h"

G_BEGIN_DECLS

/* What an order is: a demand, the expulsion of those who are to leave, or a move of one's own army.
 */

void     leadup_event_orders_set_demand (LeadupReading *reading,
                                         const char    *targets);
gboolean leadup_event_orders_read       (const LeadupClauses   *self,
                                         const LeadupPredicate *predicate,
                                         LeadupReading         *reading);

G_END_DECLS
