/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-review-pending.h"

#include "model/leadup-agreement.h"

#include <string.h>

/* So that a share of a whole number of per cent means what it says. */
#define TOLERANCE 1e-9

/* So many of the newest events of a story are looked through while somebody waits. */
#define MAX_COMPARED 5000

/* Where the source tells it; what has no place comes first. */
static gint64
get_place (const LeadupEventFields *event)
{
  return event->n_evidence > 0 ? leadup_evidence_get_fields (event->evidence[0])->span_start : -1;
}

/* What an article does not tell apart in time stays in the order in which it is told. */
static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const LeadupCandidateFields *first = leadup_candidate_get_fields (*(LeadupCandidate *const *) a);
  const LeadupCandidateFields *second = leadup_candidate_get_fields (*(LeadupCandidate *const *) b);
  const LeadupWhen *when = leadup_event_get_fields (first->event)->when;
  const LeadupWhen *other = leadup_event_get_fields (second->event)->when;
  gint64 place = get_place (leadup_event_get_fields (first->event));
  gint64 other_place = get_place (leadup_event_get_fields (second->event));
  gboolean is_tie = when == other || (when != NULL && other != NULL &&
                                      leadup_when_collate (when, other) == 0);

  if (is_tie && !g_str_equal (first->source, second->source))
    return strcmp (first->source, second->source);
  if (is_tie && place != other_place)
    return place < other_place ? -1 : 1;

  return leadup_event_collate (first->event, second->event);
}

/**
 * leadup_review_pending_list:
 * @story: (nullable): a story
 * @source: (nullable): id of the only source that counts
 * @least: the lowest confidence that counts, 0 … 1
 *
 * Returns: (transfer full) (element-type LeadupCandidate): what still has to be reviewed, by time
 */
GPtrArray *
leadup_review_pending_list (LeadupStory *story,
                            const char  *source,
                            double       least)
{
  GPtrArray *pending = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *candidates;
  guint n;

  if (story == NULL)
    return pending;

  candidates = leadup_story_get_model (story, LEADUP_RECORD_CANDIDATE);
  n = g_list_model_get_n_items (candidates);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupCandidate) candidate = g_list_model_get_item (candidates, i);
      const LeadupCandidateFields *fields = leadup_candidate_get_fields (candidate);

      if (fields->state == LEADUP_CANDIDATE_PENDING && fields->confidence >= least - TOLERANCE &&
          (source == NULL || g_str_equal (fields->source, source)))
        g_ptr_array_add (pending, g_steal_pointer (&candidate));
    }
  g_ptr_array_sort (pending, compare_candidates);

  return pending;
}

/**
 * leadup_review_pending_find_same:
 * @story: a story
 * @event: a proposed event
 *
 * Returns: (transfer none) (nullable): the event of the story that most likely is the same one
 */
LeadupEvent *
leadup_review_pending_find_same (LeadupStory *story,
                                 LeadupEvent *event)
{
  GListModel *events = leadup_story_get_model (story, LEADUP_RECORD_EVENT);
  guint n = g_list_model_get_n_items (events);
  double best_weight = LEADUP_AGREEMENT_SAME;
  LeadupEvent *best = NULL;

  for (guint i = n > MAX_COMPARED ? n - MAX_COMPARED : 0; i < n; i++)
    {
      g_autoptr (LeadupEvent) other = g_list_model_get_item (events, i);
      double weight = leadup_agreement_weigh (other, event);

      if (weight >= best_weight)
        {
          best = other;
          best_weight = weight;
        }
    }

  return best;
}
