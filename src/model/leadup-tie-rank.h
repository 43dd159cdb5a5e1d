/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupTieRank:
 * @actor: number of an actor
 * @n_events: events that tie it with somebody
 * @n_participations: events that it takes part in, in any role
 * @n_ties: whom it is tied with; does not count for the order
 *
 * How involved an actor is. Plain data.
 */
typedef struct
{
  guint actor;
  guint n_events;
  guint n_participations;
  guint n_ties;
} LeadupTieRank;

void leadup_tie_rank_sort (LeadupTieRank *ranks,
                           gsize          n);

G_END_DECLS
