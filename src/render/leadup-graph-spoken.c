/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-spoken.h"

#include "base/leadup-when-format.h"
#include "layout/leadup-graph-forms.h"
#include "model/leadup-actor.h"
#include "model/leadup-tie-path.h"
#include "render/leadup-graph-describe.h"

#include <glib/gi18n.h>

/* Of a larger crowd blocs are not found while somebody waits for a word. */
#define MAX_BLOCS_OF 1000

/* Titles that are read out for a step; of the others the number is. */
#define MAX_TITLES 3

/* Of the tide in words. */
#define MAX_BINS 24

/**
 * Ways:
 * @partner: (nullable): whom the actor has most events with
 * @with_partner: what is between both
 * @n_on: whom it acted on
 * @n_by: who acted on it
 * @first: of its events, %LEADUP_INSTANT_MIN without any that is dated
 */
typedef struct
{
  const char      *partner;
  LeadupTieSummary with_partner;
  guint            n_on;
  guint            n_by;
  LeadupInstant    first;
  LeadupInstant    last;
} Ways;

static void
look_around (LeadupTies            *ties,
             const LeadupGraphLook *look,
             guint                  actor,
             Ways                  *ways)
{
  *ways = (Ways) { .first = LEADUP_INSTANT_MIN, .last = LEADUP_INSTANT_MIN };
  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      LeadupTieSummary summary;

      if (tie->a != actor && tie->b != actor)
        continue;
      leadup_tie_summarize (tie, look->range.from, look->range.to, &summary);
      if (summary.n == 0)
        continue;
      ways->n_on += (tie->a == actor ? summary.n_forward : summary.n_backward) > 0;
      ways->n_by += (tie->a == actor ? summary.n_backward : summary.n_forward) > 0;
      if (summary.first != LEADUP_INSTANT_MIN &&
          (ways->first == LEADUP_INSTANT_MIN || summary.first < ways->first))
        ways->first = summary.first;
      ways->last = MAX (ways->last, summary.last);
      if (ways->partner == NULL || summary.n > ways->with_partner.n)
        {
          ways->partner = leadup_ties_get_actor (ties, tie->a == actor ? tie->b : tie->a);
          ways->with_partner = summary;
        }
    }
}

static const char *
get_name (LeadupSnapshot *snapshot,
          const char     *id)
{
  LeadupActor *actor = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_ACTOR, id);

  return actor != NULL ? leadup_actor_get_name (actor) : id;
}

static char *
say_partner (LeadupSnapshot *snapshot,
             const Ways     *ways)
{
  g_autofree char *count = NULL;

  if (ways->partner == NULL)
    return NULL;

  count = g_strdup_printf (ngettext ("%u event", "%u events", ways->with_partner.n),
                           ways->with_partner.n);

  /* TRANSLATORS: “most with Venezuela: hostile, 9 events” */
  return g_strdup_printf (_ ("most with %s: %s, %s"), get_name (snapshot, ways->partner),
                          leadup_graph_describe_state (ways->with_partner.state), count);
}

static char *
say_ring (LeadupSnapshot        *snapshot,
          LeadupTies            *ties,
          const LeadupGraphLook *look,
          const char            *actor)
{
  guint middle;
  const char *id;
  g_autoptr (GPtrArray) path = NULL;

  if (look->middle == NULL || !leadup_ties_find_actor (ties, look->middle, &middle))
    middle = leadup_graph_forms_find_centre (ties);
  id = leadup_ties_get_actor (ties, middle);
  if (g_str_equal (id, actor))
    return g_strdup (_ ("in the middle"));

  path = leadup_tie_path_find (ties, actor, id);
  if (path == NULL)
    return g_strdup_printf (_ ("no way to %s"), get_name (snapshot, id));

  /* TRANSLATORS: how far from whom, in ties */
  return g_strdup_printf (ngettext ("%u tie from %s", "%u ties from %s", path->len - 1),
                          path->len - 1, get_name (snapshot, id));
}

static char *
say_bloc (LeadupTies            *ties,
          const LeadupGraphLook *look,
          guint                  actor)
{
  guint n_blocs, n = 0;
  g_autofree guint *blocs = NULL;

  if (leadup_ties_get_n_actors (ties) > MAX_BLOCS_OF)
    return NULL;

  blocs = leadup_graph_forms_find_blocs (ties, look->range.from, look->range.to, &n_blocs);
  for (guint i = 0; i < leadup_ties_get_n_actors (ties); i++)
    n += blocs[i] == blocs[actor];

  /* TRANSLATORS: the column of an actor, of how many, and how many actors are in it */
  return g_strdup_printf (ngettext ("bloc %u of %u, with %u actor", "bloc %u of %u, with %u actors",
                                    n),
                          blocs[actor] + 1, n_blocs, n);
}

static char *
say_span (const Ways *ways)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (ways->first == LEADUP_INSTANT_MIN)
    return g_strdup (_ ("no dated event"));

  first = leadup_instant_format (ways->first, LEADUP_UNIT_DAY);
  last = leadup_instant_format (ways->last, LEADUP_UNIT_DAY);
  if (g_str_equal (first, last))
    return g_strdup_printf (_ ("on %s"), first);

  /* TRANSLATORS: the first and the last day of what an actor did */
  return g_strdup_printf (_ ("first %s, last %s"), first, last);
}

/**
 * leadup_graph_spoken_actor:
 * @snapshot: a story
 * @ties: those that are shown
 * @look: how they are looked at
 * @actor: id of an actor of them
 *
 * Returns: (transfer full) (nullable): on the map with whom it has most to do, in rings how far
 * from the middle it is, in blocs in which, in the matrix how many it acts on, in lanes from when
 * to when
 */
char *
leadup_graph_spoken_actor (LeadupSnapshot        *snapshot,
                           LeadupTies            *ties,
                           const LeadupGraphLook *look,
                           const char            *actor)
{
  guint index;
  Ways ways;

  g_return_val_if_fail (snapshot != NULL && ties != NULL && look != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!leadup_ties_find_actor (ties, actor, &index))
    return NULL;

  look_around (ties, look, index, &ways);
  switch (look->form)
    {
    case LEADUP_GRAPH_FORM_RINGS:
      return say_ring (snapshot, ties, look, actor);
    case LEADUP_GRAPH_FORM_BLOCS:
      return say_bloc (ties, look, index);
    case LEADUP_GRAPH_FORM_MATRIX:
      /* TRANSLATORS: numbers of actors */
      return g_strdup_printf (_ ("acts on %u, %u act on it"), ways.n_on, ways.n_by);
    case LEADUP_GRAPH_FORM_LANES:
      return say_span (&ways);
    case LEADUP_GRAPH_FORM_MAP:
    default:
      return say_partner (snapshot, &ways);
    }
}

/* Returns: (transfer full) (nullable): when most of it was, of what one did to the other; of the
 * pair where its lines are those of pairs */
char *
leadup_graph_spoken_tie (LeadupTies            *ties,
                         const LeadupGraphLook *look,
                         const char            *from,
                         const char            *to)
{
  const LeadupTie *tie;
  g_autoptr (LeadupTide) tide = NULL;
  LeadupTideSides sides = LEADUP_TIDE_BOTH;

  g_return_val_if_fail (ties != NULL && look != NULL, NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  tie = leadup_ties_find (ties, from, to);
  if (tie == NULL)
    return NULL;

  if (look->lines == LEADUP_GRAPH_LINES_DIRECTION || look->is_compared ||
      look->form == LEADUP_GRAPH_FORM_MATRIX || look->form == LEADUP_GRAPH_FORM_LANES)
    sides = g_str_equal (leadup_ties_get_actor (ties, tie->a), from) ? LEADUP_TIDE_FORWARD
                                                                      : LEADUP_TIDE_BACKWARD;
  tide = leadup_tide_new (tie, look->range.from, look->range.to, MAX_BINS);

  return leadup_graph_describe_tide (tide, sides);
}

/**
 * leadup_graph_spoken_step:
 * @events: (element-type LeadupEvent): of the story
 * @from: start of what is new
 * @to: its end, exclusive
 *
 * Returns: (transfer full): “3 September 2025: 2 events: Strike on a boat; Senate is told”
 */
char *
leadup_graph_spoken_step (GPtrArray    *events,
                          LeadupInstant from,
                          LeadupInstant to)
{
  g_autofree char *day = leadup_instant_format (to - 1, LEADUP_UNIT_DAY);
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const LeadupEventFields *fields = leadup_event_get_fields (events->pdata[i]);
      LeadupInstant time = fields->when != NULL
                               ? leadup_when_get_bounds (fields->when)->start_earliest
                               : LEADUP_INSTANT_MIN;

      if (time == LEADUP_INSTANT_MIN || time < from || time >= to)
        continue;
      n++;
      if (n <= MAX_TITLES)
        g_string_append_printf (titles, "%s%s", n > 1 ? "; " : "", fields->title);
    }
  if (n == 0)
    /* TRANSLATORS: a day of the time-lapse */
    return g_strdup_printf (_ ("%s: nothing new"), day);

  count = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  if (n > MAX_TITLES)
    g_string_append (titles, " …");

  return g_strdup_printf ("%s: %s: %s", day, count, titles->str);
}
