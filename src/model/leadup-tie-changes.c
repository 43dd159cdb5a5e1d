/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-tie-changes.h"

#include "model/leadup-ties-private.h"

#include <math.h>

#define EPSILON 1e-9

/**
 * leadup_tie_summarize_one:
 * @tie: a tie
 * @forward: whether the first one acts
 * @from: start of the window
 * @to: its end, exclusive
 * @summary: (out): what one did to the other
 *
 * As leadup_tie_summarize(), for one direction alone.
 */
void
leadup_tie_summarize_one (const LeadupTie  *tie,
                          gboolean          forward,
                          LeadupInstant     from,
                          LeadupInstant     to,
                          LeadupTieSummary *summary)
{
  g_autofree LeadupTieEvent *events = NULL;
  LeadupTie part;

  g_return_if_fail (tie != NULL && summary != NULL);

  part = *tie;
  part.n_events = 0;
  events = g_new (LeadupTieEvent, tie->n_events + 1);
  for (guint i = 0; i < tie->n_events; i++)
    if (!tie->events[i].forward == !forward && tie->events[i].time >= from &&
        tie->events[i].time < to)
      events[part.n_events++] = tie->events[i];
  part.events = events;
  leadup_tie_summarize (&part, from, to, summary);
}

/* Σ w·s⁻ by day. */
static double
get_heat (const LeadupTie       *tie,
          gboolean               forward,
          const LeadupTieWindow *window)
{
  double sum = 0.0;
  double days = ((double) window->to - (double) window->from) / (double) LEADUP_USEC_DAY;

  for (guint i = 0; i < tie->n_events; i++)
    {
      const LeadupTieEvent *event = &tie->events[i];

      if (!event->forward == !forward && event->time >= window->from &&
          event->time < window->to && event->tone < 0)
        sum -= event->weight * event->tone;
    }

  return sum / MAX (days, EPSILON);
}

/**
 * leadup_tie_change_look_closer:
 * @change: one of @ties
 * @ties: ties
 * @before: the first window
 * @after: the second one
 *
 * Finds what a sentence about it says beside its counts: the first deed, and how many outlets tell.
 */
void
leadup_tie_change_look_closer (LeadupTieChange       *change,
                               LeadupTies            *ties,
                               const LeadupTieWindow *before,
                               const LeadupTieWindow *after)
{
  g_autoptr (GHashTable) outlets = NULL;
  const LeadupTieWindow *window;
  const LeadupTie *tie;

  g_return_if_fail (change != NULL && ties != NULL && before != NULL && after != NULL);

  tie = leadup_ties_find (ties, leadup_ties_get_actor (ties, change->from),
                          leadup_ties_get_actor (ties, change->to));
  g_return_if_fail (tie != NULL);

  outlets = g_hash_table_new (g_str_hash, g_str_equal);
  window = change->after.n > 0 ? after : before;
  change->first_deed = LEADUP_INSTANT_MIN;
  for (guint i = 0; i < tie->n_events; i++)
    {
      const LeadupTieEvent *event = &tie->events[i];

      if (!event->forward != (change->from != tie->a) || event->time < window->from ||
          event->time >= window->to)
        continue;
      leadup_ties_add_outlets (ties->snapshot, event->event, outlets);
      if (change->first_deed == LEADUP_INSTANT_MIN && change->after.n > 0 &&
          leadup_quad_class_is_deed (event->quad_class))
        change->first_deed = event->time;
    }
  change->n_outlets = g_hash_table_size (outlets);
}

static gboolean
is_flip (LeadupTieState before,
         LeadupTieState after)
{
  return (before == LEADUP_TIE_STATE_HOSTILE && after == LEADUP_TIE_STATE_COOPERATIVE) ||
         (before == LEADUP_TIE_STATE_COOPERATIVE && after == LEADUP_TIE_STATE_HOSTILE);
}

static LeadupTieChangeKind
get_kind (const LeadupTieChange *change,
          double                 heat_before,
          double                 heat_after)
{
  if (change->before.n == 0)
    return LEADUP_TIE_CHANGE_NEW;
  if (change->after.n == 0)
    return LEADUP_TIE_CHANGE_ENDED;
  if (is_flip (change->before.state, change->after.state))
    return LEADUP_TIE_CHANGE_FLIPPED;
  if (leadup_tie_summary_count_deeds (&change->before) == 0 &&
      leadup_tie_summary_count_deeds (&change->after) > 0)
    return LEADUP_TIE_CHANGE_TO_DEEDS;
  if (heat_after > EPSILON && heat_after >= LEADUP_TIE_CHANGE_RATIO * heat_before)
    return LEADUP_TIE_CHANGE_HOTTER;
  if (heat_before > EPSILON && heat_before >= LEADUP_TIE_CHANGE_RATIO * heat_after)
    return LEADUP_TIE_CHANGE_COOLER;

  return LEADUP_TIE_CHANGE_NONE;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const LeadupTieChange *p = a, *q = b;
  guint n = p->before.n + p->after.n;
  guint m = q->before.n + q->after.n;

  if (p->kind != q->kind)
    return p->kind < q->kind ? -1 : 1;
  if (n != m)
    return n > m ? -1 : 1;
  if (p->from != q->from)
    return p->from < q->from ? -1 : 1;

  return p->to < q->to ? -1 : p->to > q->to;
}

/**
 * leadup_tie_changes_list:
 * @ties: ties
 * @before: the first window
 * @after: the second one
 *
 * What became of what each did to each other, from one window to another: counted, never judged.
 * Windows of different length are compared by day. First deeds and outlets are left open; see
 * leadup_tie_change_look_closer().
 *
 * Returns: (transfer full) (element-type LeadupTieChange): by kind, then those with most events;
 * what did not change stands last
 */
GArray *
leadup_tie_changes_list (LeadupTies            *ties,
                         const LeadupTieWindow *before,
                         const LeadupTieWindow *after)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (LeadupTieChange));

  g_return_val_if_fail (ties != NULL && before != NULL && after != NULL, changes);

  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    for (guint back = 0; back < 2; back++)
      {
        const LeadupTie *tie = leadup_ties_get (ties, i);
        LeadupTieChange change = { back ? tie->b : tie->a, back ? tie->a : tie->b,
                                   .first_deed = LEADUP_INSTANT_MIN };

        leadup_tie_summarize_one (tie, !back, before->from, before->to, &change.before);
        leadup_tie_summarize_one (tie, !back, after->from, after->to, &change.after);
        if (change.before.n == 0 && change.after.n == 0)
          continue;
        change.kind =
            get_kind (&change, get_heat (tie, !back, before), get_heat (tie, !back, after));
        g_array_append_val (changes, change);
      }
  g_array_sort (changes, compare_changes);

  return changes;
}
