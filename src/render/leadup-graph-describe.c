/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-describe.h"

#include "base/leadup-when-format.h"
#include "render/leadup-graph-node.h"

#include <glib/gi18n.h>

/* Returns: (transfer none): the state in a word, for people */
const char *
leadup_graph_describe_state (LeadupTieState state)
{
  switch (state)
    {
    case LEADUP_TIE_STATE_HOSTILE:
      return _ ("hostile");
    case LEADUP_TIE_STATE_MIXED:
      return _ ("mixed");
    case LEADUP_TIE_STATE_COOPERATIVE:
      return _ ("cooperative");
    case LEADUP_TIE_STATE_NEUTRAL:
      return _ ("neutral");
    case LEADUP_TIE_STATE_SILENT:
    default:
      return _ ("silent");
    }
}

/**
 * leadup_graph_describe_tie:
 * @from: name of who acted
 * @to: name of who was acted on
 * @summary: of the events in that direction
 *
 * Returns: (transfer full): a line for the pointer and the screen reader; never a tone without its
 * count
 */
char *
leadup_graph_describe_tie (const char             *from,
                           const char             *to,
                           const LeadupTieSummary *summary)
{
  g_autofree char *count = NULL;
  g_autofree char *last = NULL;

  count = g_strdup_printf (ngettext ("%u event", "%u events", summary->n), summary->n);
  if (summary->last == LEADUP_INSTANT_MIN || summary->n == 0)
    return g_strdup_printf ("%s → %s: %s, %s", from, to, leadup_graph_describe_state (summary->state), count);

  last = leadup_instant_format (summary->last, LEADUP_UNIT_DAY);
  /* Translators: “Country A → Country B: hostile, 9 events, last 19 June 2025” */
  return g_strdup_printf (_ ("%s → %s: %s, %s, last %s"), from, to, leadup_graph_describe_state (summary->state),
                          count, last);
}

/* Returns: (transfer full): “Country A, state, 14 ties, 31 events” */
char *
leadup_graph_describe_actor (const char     *name,
                             LeadupActorKind kind,
                             guint           n_ties,
                             guint           n_events)
{
  g_autofree char *ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n_ties), n_ties);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);

  return g_strdup_printf ("%s, %s, %s, %s", name, leadup_graph_node_name_kind (kind), ties, events);
}

/* Returns: (transfer full): “Showing 25 of 140 actors” */
char *
leadup_graph_describe_counts (guint n_shown,
                              guint n_all,
                              guint min_events)
{
  g_autofree char *counts =
      n_shown < n_all
          ? g_strdup_printf (ngettext ("Showing %u of %u actor", "Showing %u of %u actors", n_all),
                             n_shown, n_all)
          : g_strdup_printf (ngettext ("%u actor", "%u actors", n_all), n_all);

  if (min_events <= 1)
    return g_steal_pointer (&counts);

  /* Translators: “Showing 25 of 140 actors, pairs with at least 3 events” */
  return g_strdup_printf (ngettext ("%s, pairs with at least %u event",
                                    "%s, pairs with at least %u events", min_events),
                          counts, min_events);
}

static guint
count_bin (const LeadupTideBin *bin,
           LeadupTideSides      sides)
{
  return sides == LEADUP_TIDE_FORWARD    ? bin->forward.n
         : sides == LEADUP_TIDE_BACKWARD ? bin->backward.n
                                         : bin->n;
}

/* Returns: (transfer full): what the shape of a tide says: “5 events, most in 3–9 March 2025 (4)”
 */
char *
leadup_graph_describe_tide (const LeadupTide *tide,
                            LeadupTideSides   sides)
{
  g_autofree char *range = NULL;
  g_autofree char *count = NULL;
  guint n = 0, best = 0;

  for (guint i = 0; tide != NULL && i < tide->n_bins; i++)
    {
      n += count_bin (&tide->bins[i], sides);
      if (count_bin (&tide->bins[i], sides) > count_bin (&tide->bins[best], sides))
        best = i;
    }
  if (n == 0)
    return g_strdup (_ ("No dated event"));

  range = leadup_range_format (tide->bins[best].start, tide->bins[best].end);
  count = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

  /* TRANSLATORS: “5 events, most in 3–9 March 2025 (4)” */
  return g_strdup_printf (_ ("%s, most in %s (%u)"), count, range,
                          count_bin (&tide->bins[best], sides));
}
