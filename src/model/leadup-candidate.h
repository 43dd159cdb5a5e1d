/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-actor.h"
#include "model/leadup-event.h"

G_BEGIN_DECLS

/**
 * LeadupCandidate:
 *
 * An event that was read out of a source and waits for a person’s word. Kept in the story until it
 * is dealt with, and after it was rejected, so that reading the article again does not propose it
 * again.
 */
#define LEADUP_TYPE_CANDIDATE (leadup_candidate_get_type ())

G_DECLARE_FINAL_TYPE (LeadupCandidate, leadup_candidate, LEADUP, CANDIDATE, LeadupRecord)

typedef enum
{
  LEADUP_CANDIDATE_PENDING,
  LEADUP_CANDIDATE_ACCEPTED,
  LEADUP_CANDIDATE_REJECTED,
} LeadupCandidateState;

/**
 * LeadupCandidateFields:
 * @source: id of the source that it was read out of
 * @event: the event as proposed; its participants are actors of the story or among @actors
 * @actors: (array length=n_actors): actors that accepting adds where the story lacks them
 * @confidence: 0 … 1
 * @reason: (nullable): the rules that made it, for people
 */
typedef struct
{
  const char           *id;
  const char           *source;
  LeadupEvent          *event;
  LeadupActor * const  *actors;
  guint                 n_actors;
  double                confidence;
  const char           *reason;
  LeadupCandidateState  state;
  const char           *extra;
} LeadupCandidateFields;

LeadupCandidate *leadup_candidate_new (const LeadupCandidateFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupCandidateFields *leadup_candidate_get_fields (LeadupCandidate *self);

const char *leadup_candidate_state_to_string (LeadupCandidateState state);
gboolean leadup_candidate_state_from_string (const char *name, LeadupCandidateState *state);

G_END_DECLS
