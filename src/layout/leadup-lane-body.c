/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-pool.h"
#include "base/leadup-zone.h"
#include "layout/leadup-lane-body-private.h"
#include "layout/leadup-lane-key.h"
#include "layout/leadup-timeline-index-private.h"
#include "layout/leadup-timeline-sort.h"
#include "model/leadup-filter.h"

/* Packings for two heights: of a million events they are large. */
#define MAX_DERIVED 2

/* The calendar unit below which a date says nothing. */
static LeadupUnit
unit_of (LeadupPrecision precision)
{
  switch (precision)
    {
    case LEADUP_PRECISION_TIME:
      return LEADUP_UNIT_MILLISECOND;
    case LEADUP_PRECISION_MONTH:
    case LEADUP_PRECISION_SEASON:
    case LEADUP_PRECISION_QUARTER:
      return LEADUP_UNIT_MONTH;
    case LEADUP_PRECISION_YEAR:
    case LEADUP_PRECISION_DECADE:
    case LEADUP_PRECISION_CENTURY:
      return LEADUP_UNIT_YEAR;
    case LEADUP_PRECISION_DAY:
    case LEADUP_PRECISION_WEEK:
    case LEADUP_PRECISION_INTERVAL:
    case LEADUP_PRECISION_UNDATED: /* the day by which it was */
    default:
      return LEADUP_UNIT_DAY;
    }
}

static void
describe_for_density (gconstpointer           data,
                      guint                   index,
                      LeadupLaneDensityEvent *event)
{
  const LeadupTimelineEntry *entry = (const LeadupTimelineEntry *) data + index;

  *event = (LeadupLaneDensityEvent) {
    .start = entry->start,
    .category = entry->category,
    .is_doubtful = leadup_verification_get_rank (entry->verification) <
                   leadup_verification_get_rank (LEADUP_VERIFICATION_SINGLE_SOURCE)
  };
}

void
leadup_lane_reach_add (LeadupLaneReach        *self,
                       const LeadupWhen       *when,
                       const LeadupWhenBounds *bounds)
{
  LeadupInstant times[4] = { bounds->start_earliest, bounds->start_latest, bounds->end_earliest,
                             bounds->end_latest };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      if (times[i] == LEADUP_INSTANT_MIN || times[i] == LEADUP_INSTANT_MAX)
        continue;
      self->from = MIN (self->from, times[i]);
      self->to = MAX (self->to, times[i]);
    }
  self->finest = MIN (self->finest, unit_of (leadup_when_get_precision (when)));
}

void
leadup_lane_reach_join (LeadupLaneReach       *self,
                        const LeadupLaneReach *other)
{
  self->from = MIN (self->from, other->from);
  self->to = MAX (self->to, other->to);
  self->finest = MIN (self->finest, other->finest);
}

/**
 * leadup_lane_body_new:
 * @entries: (transfer full) (array length=n_entries): at least one, sorted, of the pool
 * @reach: of these
 *
 * Returns: (transfer full): the body
 */
LeadupLaneBody *
leadup_lane_body_new (const char            *key,
                      LeadupTimelineEntry   *entries,
                      guint                  n_entries,
                      const LeadupLaneReach *reach)
{
  LeadupLaneBody *self;
  guint longest = 0;

  g_return_val_if_fail (entries != NULL && n_entries > 0, NULL);

  self = g_new0 (LeadupLaneBody, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->key = g_strdup (key);
  self->entries = entries;
  self->n_entries = n_entries;
  self->reach = *reach;
  self->category = (int) entries[0].category;

  for (guint i = 0; i < n_entries; i++)
    {
      if (entries[i].end > entries[longest].end)
        longest = i;
      entries[i].longest = longest;
      if ((int) entries[i].category != self->category)
        self->category = -1;
    }
  if (self->category == LEADUP_TIMELINE_NO_CATEGORY)
    self->category = -1;
  self->derived = leadup_derived_new (MAX_DERIVED);
  self->density = leadup_lane_density_new (describe_for_density, entries, n_entries);

  return self;
}

LeadupLaneBody *
leadup_lane_body_ref (LeadupLaneBody *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
leadup_lane_body_unref (LeadupLaneBody *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  leadup_derived_free (self->derived);
  leadup_lane_density_free (self->density);
  leadup_pool_free (self->entries);
  g_free (self->key);
  g_free (self);
}

static guint
count_matching (const LeadupLaneBody *self,
                const guint32        *matches)
{
  guint n = 0;

  for (guint i = 0; i < self->n_entries; i++)
    n += leadup_filter_has_matched (matches, self->entries[i].event);

  return n;
}

/**
 * leadup_lane_body_filter:
 * @snapshot: whose events these are
 * @zone: (nullable): in which times of day are shown
 * @matches: which of its events pass; see leadup_filter_match_all()
 * @before: (nullable): another part of this body
 *
 * Returns: (transfer full) (nullable): this body where all of it passes, @before where just that
 * does, %NULL where nothing does
 */
LeadupLaneBody *
leadup_lane_body_filter (LeadupLaneBody *self,
                         LeadupSnapshot *snapshot,
                         const char     *zone,
                         const guint32  *matches,
                         LeadupLaneBody *before)
{
  LeadupLaneReach reach = LEADUP_LANE_REACH_NONE;
  LeadupTimelineEntry *entries;
  guint n = count_matching (self, matches);

  if (n == self->n_entries)
    return leadup_lane_body_ref (self);
  if (n == 0)
    return NULL;
  if (before != NULL && before->n_entries == n && count_matching (before, matches) == n)
    return leadup_lane_body_ref (before);

  entries = leadup_pool_alloc (n * sizeof *entries);
  for (guint i = 0, j = 0; i < self->n_entries && j < n; i++)
    {
      const LeadupWhen *when;
      LeadupWhenBounds bounds;

      if (!leadup_filter_has_matched (matches, self->entries[i].event))
        continue;
      entries[j++] = self->entries[i];
      when = leadup_event_get_when (
          leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, self->entries[i].event));
      leadup_zone_get_bounds (zone, when, &bounds);
      leadup_lane_reach_add (&reach, when, &bounds);
    }

  return leadup_lane_body_new (self->key, entries, n, &reach);
}

/* Returns: (transfer full): the same in folded time */
LeadupLaneBody *
leadup_lane_body_fold (LeadupLaneBody        *self,
                       LeadupSnapshot        *snapshot,
                       const LeadupTimeFolds *folds)
{
  g_autofree LeadupTimelineEntry *folded = g_new (LeadupTimelineEntry, self->n_entries);

  for (guint i = 0; i < self->n_entries; i++)
    {
      folded[i] = self->entries[i];
      folded[i].start = leadup_time_folds_fold (folds, folded[i].start);
      folded[i].end = leadup_time_folds_fold (folds, folded[i].end);
    }

  return leadup_lane_body_new (self->key,
                               leadup_timeline_sort (folded, NULL, self->n_entries, snapshot),
                               self->n_entries, &self->reach);
}
