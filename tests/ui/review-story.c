/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "review-story.h"

#include "model/leadup-candidate.h"
#include "model/leadup-source.h"

#include <math.h>
#include <string.h>

static LeadupActor *
make_actor (const char *id,
            const char *name)
{
  LeadupActorFields fields = { .id = id, .name = name, .kind = LEADUP_ACTOR_KIND_STATE };

  return leadup_actor_new (&fields);
}

static LeadupEvent *
make_event (const char *id,
            const char *title,
            const char *edtf,
            const char *actor,
            const char *quote)
{
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  g_autoptr (LeadupEvidence) evidence = NULL;
  LeadupParticipant participant = { .actor = actor, .role = LEADUP_ROLE_INITIATOR };
  LeadupEvidenceFields words = { .source = "s1", .quote = quote, .span_start = -1, .span_end = -1 };
  LeadupEventFields fields = { .id = id,
                               .title = title,
                               .category = "strike",
                               .when = when,
                               .participants = &participant,
                               .n_participants = actor != NULL ? 1 : 0,
                               .verification = LEADUP_VERIFICATION_SINGLE_SOURCE,
                               .tone = NAN };
  const char *place = quote != NULL ? strstr (REVIEW_STORY_TEXT, quote) : NULL;

  if (place != NULL)
    {
      words.span_start = place - REVIEW_STORY_TEXT;
      words.span_end = words.span_start + (gint64) strlen (quote);
      evidence = leadup_evidence_new (&words);
      fields.evidence = &evidence;
      fields.n_evidence = 1;
    }
  else
    {
      fields.verification = LEADUP_VERIFICATION_UNVERIFIED;
    }

  return leadup_event_new (&fields);
}

static void
add_candidate (LeadupTransaction *transaction,
               const char        *id,
               LeadupEvent       *event,
               LeadupActor       *actor,
               double             confidence)
{
  LeadupCandidateFields fields = { .id = id,
                                   .source = "s1",
                                   .event = event,
                                   .actors = &actor,
                                   .n_actors = actor != NULL ? 1 : 0,
                                   .confidence = confidence,
                                   .reason = "verb:strike, date:same-clause" };
  g_autoptr (LeadupCandidate) candidate = leadup_candidate_new (&fields);

  leadup_transaction_add (transaction, LEADUP_RECORD (candidate));
}

static void
add_records (LeadupTransaction *transaction)
{
  LeadupSourceFields article = { .id = "s1",
                                 .title = "Harbour struck",
                                 .outlet = "The Desk",
                                 .published = "2025-03-05",
                                 .text = REVIEW_STORY_TEXT };
  g_autoptr (LeadupSource) source = leadup_source_new (&article);
  g_autoptr (LeadupActor) known = make_actor ("a1", "Avaria");
  g_autoptr (LeadupActor) again = make_actor ("p1", "AVARIA");
  g_autoptr (LeadupActor) fresh = make_actor ("p2", "Borland Guard");
  g_autoptr (LeadupEvent) old = make_event ("e1", "Avaria warns Borland", "2025-02-20", "a1", NULL);
  g_autoptr (LeadupEvent) first =
      make_event ("n1", "Avaria strikes a harbour in Borland", "2025-03-02", "p1",
                  "Avaria struck a harbour in Borland on 2 March 2025.");
  g_autoptr (LeadupEvent) second =
      make_event ("n2", "Borland Guard vows to answer", "2025-03-04", "p2",
                  "The Borland Guard vowed to answer on Tuesday.");
  g_autoptr (LeadupEvent) third =
      make_event ("n3", "Talks may follow", "../2025-03-05", NULL, "Talks may follow.");

  leadup_transaction_add (transaction, LEADUP_RECORD (source));
  leadup_transaction_add (transaction, LEADUP_RECORD (known));
  leadup_transaction_add (transaction, LEADUP_RECORD (old));
  add_candidate (transaction, "c1", first, again, 0.9);
  add_candidate (transaction, "c2", second, fresh, 0.7);
  add_candidate (transaction, "c3", third, NULL, 0.4);
}

LeadupDocument *
review_story_new (void)
{
  LeadupDocument *document = leadup_document_new ();
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Set up");
  g_autoptr (GError) error = NULL;

  add_records (transaction);
  leadup_history_push (leadup_document_get_history (document), transaction, &error);
  g_assert_no_error (error);

  return document;
}
