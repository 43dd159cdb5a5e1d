/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-event.h"

G_BEGIN_DECLS

/* The order in which events are told: the earliest first, of these the one that ended first, and
 * of one time in the order of the source. */

int  leadup_event_order_compare (LeadupEvent         *a,
                                 LeadupEvent         *b);
void leadup_event_order_sort    (GPtrArray           *events);
void leadup_event_order_told    (LeadupEvent * const *events,
                                 guint               *order,
                                 guint                n);

G_END_DECLS
