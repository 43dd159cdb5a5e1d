/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-tie-rank.h"

#include <stdlib.h>

static int
compare_ranks (const void *a,
               const void *b)
{
  const LeadupTieRank *p = a, *q = b;

  if (p->n_events != q->n_events)
    return p->n_events > q->n_events ? -1 : 1;
  if (p->n_participations != q->n_participations)
    return p->n_participations > q->n_participations ? -1 : 1;

  return p->actor < q->actor ? -1 : p->actor > q->actor;
}

/* The most involved first: the one order by which actors are chosen. */
void
leadup_tie_rank_sort (LeadupTieRank *ranks,
                      gsize          n)
{
  g_return_if_fail (ranks != NULL || n == 0);

  if (n > 1)
    qsort (ranks, n, sizeof *ranks, compare_ranks);
}
