/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-tie-path.h"

/* @steps: how many ties away from the end; @n_events: of the tie to whom it goes on to */
typedef struct
{
  guint steps;
  guint next;
  guint n_events;
} Station;

/* Whether @from is better reached from the end through @to. */
static void
reach (Station *stations,
       guint    from,
       guint    to,
       guint    steps,
       guint    n_events)
{
  if (stations[to].steps != steps ||
      stations[from].steps < steps + 1 ||
      (stations[from].steps == steps + 1 && stations[from].n_events >= n_events))
    return;

  stations[from] = (Station) { steps + 1, to, n_events };
}

/**
 * leadup_tie_path_find:
 * @ties: ties
 * @from: id of an actor
 * @to: id of another
 *
 * The way over the fewest ties, whoever acted on whom; of two such ways at each actor the one with
 * more events.
 *
 * Returns: (transfer container) (nullable) (element-type utf8): the ids on the way, both ends
 * included, owned by @ties; %NULL where there is no way
 */
GPtrArray *
leadup_tie_path_find (LeadupTies *ties,
                      const char *from,
                      const char *to)
{
  g_autofree Station *stations = NULL;
  GPtrArray *path;
  guint n, start, end;

  g_return_val_if_fail (ties != NULL && from != NULL && to != NULL, NULL);

  if (!leadup_ties_find_actor (ties, from, &start) || !leadup_ties_find_actor (ties, to, &end))
    return NULL;

  n = leadup_ties_get_n_actors (ties);
  stations = g_new (Station, n);
  for (guint i = 0; i < n; i++)
    stations[i] = (Station) { G_MAXUINT, G_MAXUINT, 0 };
  stations[end].steps = 0;
  for (guint steps = 0; steps < n && stations[start].steps == G_MAXUINT; steps++)
    {
      gboolean has_any = FALSE;

      for (guint i = 0; i < leadup_ties_get_n (ties); i++)
        {
          const LeadupTie *tie = leadup_ties_get (ties, i);

          reach (stations, tie->a, tie->b, steps, tie->n_events);
          reach (stations, tie->b, tie->a, steps, tie->n_events);
        }
      for (guint i = 0; i < n && !has_any; i++)
        has_any = stations[i].steps == steps + 1;
      if (!has_any)
        return NULL;
    }
  if (stations[start].steps == G_MAXUINT)
    return NULL;

  path = g_ptr_array_new ();
  for (guint i = start;; i = stations[i].next)
    {
      g_ptr_array_add (path, (gpointer) leadup_ties_get_actor (ties, i));
      if (i == end)
        return path;
    }
}
