/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-timeline-walk.h"

#include "base/leadup-when-format.h"
#include "ui/leadup-labels.h"

#include <glib/gi18n.h>

/* The neighbouring lane that has events, up or down. */
static gboolean
step_lane (LeadupTimelineIndex *index,
           int                  direction,
           guint               *lane,
           guint               *entry)
{
  LeadupInstant time = leadup_timeline_index_get_lane (index, *lane)->entries[*entry].start;
  int n_lanes = (int) leadup_timeline_index_get_n_lanes (index);

  for (int i = (int) *lane + direction; i >= 0 && i < n_lanes; i += direction)
    {
      const LeadupLane *next = leadup_timeline_index_get_lane (index, (guint) i);

      if (next->n_entries > 0)
        {
          *lane = (guint) i;
          *entry = leadup_lane_find_nearest (next, time);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
find_first_lane (LeadupTimelineIndex *index,
                 guint               *lane)
{
  for (*lane = 0; *lane < leadup_timeline_index_get_n_lanes (index); (*lane)++)
    if (leadup_timeline_index_get_lane (index, *lane)->n_entries > 0)
      return TRUE;

  return FALSE;
}

static gboolean
step (LeadupTimelineIndex *index,
      LeadupCanvasMove     move,
      guint               *lane,
      guint               *entry)
{
  guint n_entries = leadup_timeline_index_get_lane (index, *lane)->n_entries;

  switch (move)
    {
    case LEADUP_CANVAS_MOVE_LEFT:
      if (*entry == 0)
        return FALSE;
      (*entry)--;
      return TRUE;

    case LEADUP_CANVAS_MOVE_RIGHT:
      if (*entry + 1 >= n_entries)
        return FALSE;
      (*entry)++;
      return TRUE;

    case LEADUP_CANVAS_MOVE_UP:
      return step_lane (index, -1, lane, entry);

    case LEADUP_CANVAS_MOVE_DOWN:
      return step_lane (index, 1, lane, entry);

    case LEADUP_CANVAS_MOVE_FIRST:
      *entry = 0;
      return TRUE;

    case LEADUP_CANVAS_MOVE_LAST:
    default:
      *entry = n_entries - 1;
      return TRUE;
    }
}

/**
 * leadup_timeline_walk:
 * @index: what is shown
 * @focused: (nullable): id of the event from which to go
 * @move: where to
 * @lane: (out): the lane arrived at
 * @entry: (out): the event in it
 *
 * From nowhere, or from an event that is not shown, it leads to the first one, or to the last.
 *
 * Returns: whether there is anything in that direction
 */
gboolean
leadup_timeline_walk (LeadupTimelineIndex *index,
                      const char          *focused,
                      LeadupCanvasMove     move,
                      guint               *lane,
                      guint               *entry)
{
  if (focused != NULL && leadup_timeline_index_find (index, focused, lane, entry))
    return step (index, move, lane, entry);

  if (!find_first_lane (index, lane))
    return FALSE;
  *entry = move == LEADUP_CANVAS_MOVE_LAST
               ? leadup_timeline_index_get_lane (index, *lane)->n_entries - 1
               : 0;

  return TRUE;
}

/* What a screen reader says: title, date as stated, lane, position, verification. */
char *
leadup_timeline_walk_describe (LeadupTimelineIndex *index,
                               guint                lane_number,
                               guint                entry)
{
  const LeadupLane *lane = leadup_timeline_index_get_lane (index, lane_number);
  LeadupEvent *event = leadup_timeline_index_get_event (index, &lane->entries[entry]);
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  g_autofree char *date = NULL;

  if (fields->when != NULL)
    date = leadup_when_format (fields->when, LEADUP_WHEN_STYLE_LONG);

  /* Translators: title, date, name of the lane, position in the lane, number of events in it,
   * verification. */
  return g_strdup_printf (_ ("%s, %s, %s, %u of %u, %s"),
                          fields->title != NULL ? fields->title : _ ("Untitled event"),
                          date != NULL ? date : _ ("undated"), lane->name, entry + 1,
                          lane->n_entries, leadup_labels_verification (fields->verification));
}

/* What a screen reader says of the whole. */
char *
leadup_timeline_walk_summarise (LeadupTimelineIndex *index)
{
  guint n = leadup_timeline_index_get_n_shown (index);
  guint n_folds = leadup_time_folds_get_n (leadup_timeline_index_get_folds (index));
  g_autofree char *events
      = g_strdup_printf (ngettext ("Timeline with %u event", "Timeline with %u events", n), n);
  g_autofree char *folds = g_strdup_printf (
      ngettext (", %u quiet stretch is folded", ", %u quiet stretches are folded", n_folds),
      n_folds);

  return g_strconcat (events, n_folds > 0 ? folds : NULL, NULL);
}

/* From the earliest start to the latest end of the selected events; FALSE where none is dated. */
gboolean
leadup_timeline_walk_get_selected (LeadupWorkspace *workspace,
                                   LeadupInstant   *from,
                                   LeadupInstant   *to)
{
  LeadupStory *story = leadup_workspace_get_story (workspace);
  gboolean has_any = FALSE;

  for (guint i = 0; i < leadup_workspace_get_n_selected (workspace); i++)
    {
      const LeadupSelected *selected = leadup_workspace_get_selected (workspace, i);
      const LeadupWhenBounds *bounds;
      LeadupEvent *event = NULL;

      if (selected->kind == LEADUP_RECORD_EVENT)
        event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, selected->id);
      if (event == NULL || leadup_event_get_when (event) == NULL)
        continue;

      bounds = leadup_when_get_bounds (leadup_event_get_when (event));
      if (bounds->start_earliest != LEADUP_INSTANT_MIN)
        *from = has_any ? MIN (*from, bounds->start_earliest) : bounds->start_earliest;
      else
        *from = has_any ? MIN (*from, bounds->end_latest) : bounds->end_latest;
      *to = has_any ? MAX (*to, bounds->end_latest) : bounds->end_latest;
      if (*to == LEADUP_INSTANT_MAX)
        *to = MAX (*from, bounds->start_earliest);
      has_any = TRUE;
    }

  return has_any;
}
