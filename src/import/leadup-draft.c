/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-draft.h"

#include "article/leadup-extract.h"
#include "model/leadup-candidate.h"
#include "model/leadup-source.h"

#include <string.h>

/* Candidates of one source, to be looked up by place. */
static GHashTable *
group_candidates (LeadupSnapshot *snapshot)
{
  GHashTable *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_CANDIDATE); i++)
    {
      LeadupCandidate *candidate = leadup_snapshot_get (snapshot, LEADUP_RECORD_CANDIDATE, i);
      const LeadupCandidateFields *fields = leadup_candidate_get_fields (candidate);
      GPtrArray *group = g_hash_table_lookup (groups, fields->source);

      if (fields->state != LEADUP_CANDIDATE_PENDING)
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) fields->source, group);
        }
      g_ptr_array_add (group, candidate);
    }

  return groups;
}

/* Reads the articles of the story again. Returns the ids of those that were read. */
static GPtrArray *
read_sources (LeadupSnapshot *snapshot,
              LeadupDigest   *digest,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_SOURCE); i++)
    {
      LeadupSource *source = leadup_snapshot_get (snapshot, LEADUP_RECORD_SOURCE, i);
      const LeadupSourceFields *fields = leadup_source_get_fields (source);
      g_autoptr (LeadupArticle) article = NULL;

      if (fields->text == NULL || *fields->text == '\0')
        continue;
      article = leadup_article_read_text (fields->text, strlen (fields->text), NULL,
                                          fields->published, cancellable, error);
      if (article == NULL)
        return NULL;
      leadup_digest_add (digest, article);
      g_ptr_array_add (ids, (gpointer) fields->id);
    }

  return g_steal_pointer (&ids);
}

static gboolean
stands_in (const LeadupEventFields    *event,
           const char                 *source,
           const LeadupDigestSentence *sentence)
{
  for (guint i = 0; i < event->n_evidence; i++)
    {
      const LeadupEvidenceFields *evidence = leadup_evidence_get_fields (event->evidence[i]);

      if (g_str_equal (evidence->source, source) && evidence->span_start >= sentence->start &&
          evidence->span_start < sentence->end)
        return TRUE;
    }

  return FALSE;
}

/* Whether an event can have been on the day. */
static gboolean
can_be_on (const LeadupEventFields *event,
           const char              *day)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (day, NULL);
  const LeadupWhenBounds *bounds = when != NULL ? leadup_when_get_bounds (when) : NULL;

  return event->when == NULL || bounds == NULL ||
         leadup_when_overlaps (event->when, bounds->start_earliest, bounds->end_latest);
}

/* The most certain candidate of the sentence. */
static LeadupCandidate *
find_candidate (GPtrArray                  *group,
                const char                 *source,
                const char                 *day,
                const LeadupDigestSentence *sentence)
{
  LeadupCandidate *best = NULL;

  for (guint i = 0; group != NULL && i < group->len; i++)
    {
      LeadupCandidate *candidate = g_ptr_array_index (group, i);
      const LeadupCandidateFields *fields = leadup_candidate_get_fields (candidate);
      const LeadupEventFields *event = leadup_event_get_fields (fields->event);

      if (stands_in (event, source, sentence) && can_be_on (event, day) &&
          (best == NULL || fields->confidence > leadup_candidate_get_fields (best)->confidence))
        best = candidate;
    }

  return best;
}

/**
 * leadup_draft_choose:
 * @snapshot: a story with articles and what was read out of them
 * @limits: how much of it
 * @cancellable: (nullable): tested at each article and day
 * @error: return location
 *
 * Chooses the candidates that make a first draft of the story: those that stand in the sentences of
 * a digest of its articles. Any thread.
 *
 * Returns: (transfer full) (element-type LeadupCandidate) (nullable): pending candidates, by day
 */
GPtrArray *
leadup_draft_choose (LeadupSnapshot           *snapshot,
                     const LeadupDigestLimits *limits,
                     GCancellable             *cancellable,
                     GError                  **error)
{
  g_autoptr (LeadupDigest) digest = leadup_digest_new ();
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  ids = read_sources (snapshot, digest, cancellable, error);
  if (ids == NULL)
    return NULL;
  days = leadup_digest_make (digest, limits, cancellable, error);
  if (days == NULL)
    return NULL;

  groups = group_candidates (snapshot);
  for (guint i = 0; i < days->len; i++)
    {
      const LeadupDigestDay *day = g_ptr_array_index (days, i);

      for (guint j = 0; j < day->sentences->len; j++)
        {
          const LeadupDigestSentence *sentence = g_ptr_array_index (day->sentences, j);
          const char *source = g_ptr_array_index (ids, sentence->document);
          LeadupCandidate *candidate = find_candidate (g_hash_table_lookup (groups, source), source,
                                                       day->day, sentence);

          if (candidate != NULL && !g_ptr_array_find (chosen, candidate, NULL))
            g_ptr_array_add (chosen, g_object_ref (candidate));
        }
    }

  return g_steal_pointer (&chosen);
}
