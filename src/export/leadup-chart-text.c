/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-chart-text.h"

#include "base/leadup-when-format.h"
#include "export/leadup-chart-graph.h"
#include "export/leadup-export-data.h"
#include "layout/leadup-lane-key.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-source.h"
#include "model/leadup-tide.h"
#include "model/leadup-ties.h"
#include "render/leadup-graph-describe.h"

#include <glib/gi18n.h>

/* A source line names at most so many outlets. */
#define MAX_OUTLETS 8

/* An alternative text names at most so many categories. */
#define MAX_CATEGORIES 4

/* Of each thing that is filtered by, so many are named. */
#define MAX_LIMITS 4

/* A name and how often it occurs. */
typedef struct
{
  const char *name;
  guint n;
} Count;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *first = a;
  const Count *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return g_strcmp0 (first->name, second->name);
}

static void
count (GArray     *counts,
       const char *name)
{
  Count fresh = { name, 1 };

  if (name == NULL || *name == '\0')
    return;

  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (g_array_index (counts, Count, i).name, name))
      {
        g_array_index (counts, Count, i).n++;
        return;
      }
  g_array_append_val (counts, fresh);
}

/**
 * leadup_chart_text_draft_source_line:
 * @snapshot: the story
 * @options: which events are shown
 *
 * Returns: (transfer full): the outlets that the shown events rest on, the most used first; “”
 * without any
 */
char *
leadup_chart_text_draft_source_line (LeadupSnapshot            *snapshot,
                                     const LeadupExportOptions *options)
{
  g_autoptr (GPtrArray) events = leadup_export_data_list (snapshot, options);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const LeadupEventFields *fields = leadup_event_get_fields (g_ptr_array_index (events, i));

      for (guint j = 0; j < fields->n_evidence; j++)
        {
          const LeadupEvidenceFields *evidence = leadup_evidence_get_fields (fields->evidence[j]);
          LeadupSource *source = NULL;

          if (evidence->source != NULL)
            source = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_SOURCE, evidence->source);
          if (source != NULL)
            count (counts, leadup_source_get_fields (source)->outlet);
        }
    }

  g_array_sort (counts, compare_counts);
  for (guint i = 0; i < MIN (counts->len, MAX_OUTLETS); i++)
    {
      if (i > 0)
        g_string_append (line, ", ");
      g_string_append (line, g_array_index (counts, Count, i).name);
    }
  if (counts->len > MAX_OUTLETS)
    g_string_append_printf (line, _ (" and %u more"), counts->len - MAX_OUTLETS);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
append_categories (GString        *text,
                   LeadupSnapshot *snapshot,
                   GPtrArray      *events)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (Count));

  for (guint i = 0; i < events->len; i++)
    {
      const char *id = leadup_event_get_fields (g_ptr_array_index (events, i))->category;
      LeadupCategory *category = NULL;

      if (id != NULL)
        category = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_CATEGORY, id);
      count (counts, category != NULL ? leadup_category_get_fields (category)->name : id);
    }

  g_array_sort (counts, compare_counts);
  for (guint i = 0; i < MIN (counts->len, MAX_CATEGORIES); i++)
    {
      const Count *entry = &g_array_index (counts, Count, i);

      g_string_append (text, i == 0 ? ": " : ", ");
      /* Translators: a kind of event and how many there are of it, as in “Strike 12”. */
      g_string_append_printf (text, _ ("%s %u"), entry->name, entry->n);
    }
}

/* “Fleet shells the harbour (4 March 2025)” */
static void
append_event (GString     *text,
              LeadupEvent *event)
{
  g_autofree char *date =
      leadup_when_format (leadup_event_get_when (event), LEADUP_WHEN_STYLE_LONG);

  g_string_append_printf (text, "%s (%s)", leadup_event_get_title (event), date);
}

/* How much an event has to say for itself: what the editor said, else how many report it. */
static guint
get_weight (LeadupEvent *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  guint importance = fields->importance > 0 ? fields->importance : 3;

  return importance * 1000 + MIN (fields->n_evidence, 999);
}

/* The weightiest between the first and the last, at most two; in the order of time. */
static void
append_important (GString   *text,
                  GPtrArray *events)
{
  LeadupEvent *best[2] = { NULL };
  guint places[2] = { 0 };

  for (guint i = 1; i + 1 < events->len; i++)
    {
      LeadupEvent *event = g_ptr_array_index (events, i);

      if (best[0] == NULL || get_weight (event) > get_weight (best[0]))
        {
          best[1] = best[0];
          places[1] = places[0];
          best[0] = event;
          places[0] = i;
        }
      else if (best[1] == NULL || get_weight (event) > get_weight (best[1]))
        {
          best[1] = event;
          places[1] = i;
        }
    }
  if (best[0] == NULL)
    return;

  if (best[1] != NULL && places[1] < places[0])
    {
      LeadupEvent *first = best[1];

      best[1] = best[0];
      best[0] = first;
    }
  g_string_append_c (text, ' ');
  g_string_append (text, _ ("In between, among others:"));
  g_string_append_c (text, ' ');
  append_event (text, best[0]);
  if (best[1] != NULL)
    {
      g_string_append (text, "; ");
      append_event (text, best[1]);
    }
  g_string_append_c (text, '.');
}

static void
append_doubts (GString   *text,
               GPtrArray *events)
{
  guint n_unverified = 0, n_disputed = 0;

  for (guint i = 0; i < events->len; i++)
    {
      LeadupVerification verification =
          leadup_event_get_fields (g_ptr_array_index (events, i))->verification;

      n_unverified += verification == LEADUP_VERIFICATION_UNVERIFIED;
      n_disputed += verification == LEADUP_VERIFICATION_DISPUTED;
    }

  if (n_unverified > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text, ngettext ("%u event is unverified.", "%u events are unverified.", n_unverified),
          n_unverified);
    }
  if (n_disputed > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text, ngettext ("%u event is disputed.", "%u events are disputed.", n_disputed),
          n_disputed);
    }
}

/* “ from 20 January to 19 December 2025” */
static void
append_span (GString   *text,
             GPtrArray *events)
{
  LeadupInstant from = LEADUP_INSTANT_MAX, to = LEADUP_INSTANT_MIN;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const LeadupWhenBounds *bounds =
          leadup_when_get_bounds (leadup_event_get_when (g_ptr_array_index (events, i)));

      if (bounds->start_earliest != LEADUP_INSTANT_MIN)
        from = MIN (from, bounds->start_earliest);
      if (bounds->end_latest != LEADUP_INSTANT_MAX)
        to = MAX (to, bounds->end_latest);
    }
  if (from >= to || to - from <= LEADUP_USEC_DAY)
    return;

  first = leadup_instant_format (from, LEADUP_UNIT_DAY);
  last = leadup_instant_format (to - 1, LEADUP_UNIT_DAY);
  /* Translators: two days, as in “Timeline of 40 events from 2 January 2025 to 19 December 2025”.
   */
  g_string_append_printf (text, _ (" from %s to %s"), first, last);
}

static void
remove_undated (GPtrArray *events)
{
  for (guint i = events->len; i-- > 0;)
    if (leadup_event_get_when (g_ptr_array_index (events, i)) == NULL)
      g_ptr_array_remove_index (events, i);
}

static void
append_timeline (GString        *text,
                 LeadupSnapshot *snapshot,
                 GPtrArray      *events,
                 gboolean        is_table)
{
  remove_undated (events);
  g_string_append_printf (
      text,
      is_table ? ngettext ("Table of %u dated event", "Table of %u dated events", events->len)
               : ngettext ("Timeline of %u event", "Timeline of %u events", events->len),
      events->len);
  append_span (text, events);
  append_categories (text, snapshot, events);
  g_string_append_c (text, '.');
  if (events->len > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append (text, events->len > 1 ? _ ("It begins with:") : _ ("The event:"));
      g_string_append_c (text, ' ');
      append_event (text, g_ptr_array_index (events, 0));
      g_string_append_c (text, '.');
    }
  append_important (text, events);
  if (events->len > 1)
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _ ("It ends with:"));
      g_string_append_c (text, ' ');
      append_event (text, g_ptr_array_index (events, events->len - 1));
      g_string_append_c (text, '.');
    }
  append_doubts (text, events);
}

/* The tie with the most events. */
static const LeadupTie *
find_strongest (LeadupTies *ties)
{
  const LeadupTie *strongest = NULL;

  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);

      if (strongest == NULL || tie->n_events > strongest->n_events)
        strongest = tie;
    }

  return strongest;
}

/* The ties of the events that are shown. */
static LeadupTies *
make_ties (LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options)
{
  LeadupExportOptions own;
  g_autoptr (LeadupFilter) filter = NULL;

  leadup_export_options_prepare (options, snapshot, &own);
  filter = own.filter;

  return leadup_ties_new (snapshot, filter, NULL);
}

static void
append_graph (GString                   *text,
              LeadupSnapshot            *snapshot,
              const LeadupExportOptions *options)
{
  g_autoptr (LeadupTies) ties = make_ties (snapshot, options);
  const LeadupTie *strongest = find_strongest (ties);
  guint n_actors, n_ties;

  n_actors = leadup_ties_get_n_actors (ties);
  n_ties = leadup_ties_get_n (ties);
  g_string_append_printf (text, ngettext ("Network of %u actor", "Network of %u actors", n_actors),
                          n_actors);
  g_string_append_printf (
      text, ngettext (" and %u relation between them.", " and %u relations between them.", n_ties),
      n_ties);
  if (strongest == NULL)
    return;

  /* Translators: two actors and how many events lie between them. */
  g_string_append_c (text, ' ');
  g_string_append_printf (text,
                          ngettext ("Most events lie between %s and %s: %u.",
                                    "Most events lie between %s and %s: %u.", strongest->n_events),
                          leadup_ties_get_actor_name (ties, strongest->a),
                          leadup_ties_get_actor_name (ties, strongest->b),
                          strongest->n_events);
}

/* “How what is between A and B changed.” for each pair, with its counts. */
static void
append_tides (GString                   *text,
              LeadupSnapshot            *snapshot,
              const LeadupExportOptions *options)
{
  g_autoptr (LeadupTies) ties = make_ties (snapshot, options);
  g_autoptr (GPtrArray) pairs = leadup_chart_graph_list_pairs (ties, options);

  g_string_append (text, _ ("How relations changed in time, conflict below the line."));
  for (guint i = 0; i < pairs->len; i++)
    {
      const LeadupTie *tie = g_ptr_array_index (pairs, i);
      g_autoptr (LeadupTide) tide =
          leadup_tide_new (tie, options->from, options->to, LEADUP_TIDE_MAX_BINS);
      g_autofree char *told = leadup_graph_describe_tide (tide, LEADUP_TIDE_BOTH);

      const char *first = leadup_ties_get_actor_name (ties, tie->a);
      const char *second = leadup_ties_get_actor_name (ties, tie->b);

      g_string_append_printf (text, " %s – %s: %s.", first, second, told);
    }
}

/**
 * leadup_chart_text_draft_alt:
 * @snapshot: the story
 * @options: which picture of which events
 * @title: (nullable): of the chart
 *
 * Says what the picture shows to who cannot see it: what, from when to when, how much by category,
 * the first, the most important and the last, how much is not verified.
 *
 * Returns: (transfer full): a few sentences
 */
char *
leadup_chart_text_draft_alt (LeadupSnapshot            *snapshot,
                             const LeadupExportOptions *options,
                             const char                *title)
{
  g_autoptr (GPtrArray) events = leadup_export_data_list (snapshot, options);
  g_autoptr (GString) text = g_string_new (NULL);

  if (title != NULL && *title != '\0')
    g_string_append_printf (text, "%s. ", title);
  if (options->picture == LEADUP_PICTURE_GRAPH || options->picture == LEADUP_PICTURE_PERIODS)
    append_graph (text, snapshot, options);
  else if (options->picture == LEADUP_PICTURE_TIDES)
    append_tides (text, snapshot, options);
  else
    append_timeline (text, snapshot, events, options->picture == LEADUP_PICTURE_TABLE);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * leadup_chart_text_draft_as_of:
 * @snapshot: the story
 * @options: which events are shown
 *
 * Returns: (transfer full) (nullable): the day that the picture knows of, for people
 */
char *
leadup_chart_text_draft_as_of (LeadupSnapshot            *snapshot,
                               const LeadupExportOptions *options)
{
  g_autofree char *day = leadup_export_data_get_as_of (snapshot, options);
  g_autoptr (LeadupWhen) when = day != NULL ? leadup_when_new_from_edtf (day, NULL) : NULL;

  return when != NULL ? leadup_when_format (when, LEADUP_WHEN_STYLE_LONG) : NULL;
}

/* What a filter calls a thing, as people do. */
static char *
dup_limit_name (LeadupSnapshot  *snapshot,
                LeadupRecordKind kind,
                const char      *id)
{
  LeadupRecord *record = leadup_snapshot_lookup (snapshot, kind, id);

  if (record == NULL)
    return g_strdup (id);
  if (kind == LEADUP_RECORD_ACTOR)
    return g_strdup (leadup_actor_get_name (LEADUP_ACTOR (record)));
  if (kind == LEADUP_RECORD_CATEGORY)
    return g_strdup (leadup_category_get_fields (LEADUP_CATEGORY (record))->name);

  return g_strdup (leadup_source_get_fields (LEADUP_SOURCE (record))->outlet);
}

/* “Strike or Talks”, behind what is there already; @kind is that of the ids, or none. */
static void
append_limit (GString             *text,
              LeadupSnapshot      *snapshot,
              gint                 kind,
              const char * const  *ids)
{
  guint n = ids != NULL ? g_strv_length ((GStrv) ids) : 0;

  for (guint i = 0; i < MIN (n, MAX_LIMITS); i++)
    {
      g_autofree char *name = kind >= 0
                                  ? dup_limit_name (snapshot, (LeadupRecordKind) kind, ids[i])
                                  : g_strdup (ids[i]);

      if (i > 0)
        g_string_append (text, _ (" or "));
      else if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, name != NULL ? name : ids[i]);
    }
  if (n > MAX_LIMITS)
    g_string_append_printf (text, _ (" and %u more"), n - MAX_LIMITS);
}

static void
append_verifications (GString *text,
                      guint    verifications)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
    if ((verifications & (1u << i)) != 0)
      {
        if (!is_first)
          g_string_append (text, _ (" or "));
        else if (text->len > 0)
          g_string_append (text, ", ");
        g_string_append (text, leadup_verification_get_label ((LeadupVerification) i));
        is_first = FALSE;
      }
}

static void
append_range (GString      *text,
              LeadupInstant from,
              LeadupInstant to)
{
  g_autofree char *range = NULL;

  if (from == LEADUP_INSTANT_MIN && to == LEADUP_INSTANT_MAX)
    return;

  range = leadup_range_format (from, to);
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", range);
}

/**
 * leadup_chart_text_draft_limits:
 * @snapshot: the story
 * @options: which of its events are shown
 *
 * Returns: (transfer full) (nullable): what a reader has to know was left out: “Only: Strike, Sep –
 * Dec 2025”, or %NULL where all is shown
 */
char *
leadup_chart_text_draft_limits (LeadupSnapshot            *snapshot,
                                const LeadupExportOptions *options)
{
  const LeadupFilterFields open = LEADUP_FILTER_FIELDS_INIT;
  const LeadupFilterFields *filter =
      options->filter != NULL ? leadup_filter_get_fields (options->filter) : &open;
  g_autoptr (GString) text = g_string_new (NULL);

  append_limit (text, snapshot, LEADUP_RECORD_CATEGORY, filter->categories);
  append_limit (text, snapshot, LEADUP_RECORD_ACTOR, filter->actors);
  append_limit (text, snapshot, LEADUP_RECORD_SOURCE, filter->sources);
  append_limit (text, snapshot, -1, filter->places);
  append_limit (text, snapshot, -1, filter->tags);
  append_verifications (text, filter->verifications);
  if (filter->text != NULL && *filter->text != '\0')
    g_string_append_printf (text, _ ("%s“%s”"), text->len > 0 ? ", " : "", filter->text);
  append_range (text, filter->from, filter->to);
  /* The others have an axis, or say it with each map. */
  if (options->picture == LEADUP_PICTURE_TABLE ||
      (options->picture == LEADUP_PICTURE_GRAPH && options->still == NULL))
    append_range (text, options->from, options->to);
  if (text->len == 0)
    return NULL;

  /* Translators: what a chart is restricted to, as in “Only: Strike, Sep – Dec 2025”. */
  return g_strdup_printf (_ ("Only: %s"), text->str);
}
