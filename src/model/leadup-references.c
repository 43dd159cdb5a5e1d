/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-references.h"

#include "model/leadup-actor.h"
#include "model/leadup-candidate.h"
#include "model/leadup-event.h"
#include "model/leadup-placement.h"
#include "model/leadup-record-private.h"
#include "model/leadup-step.h"

static void
visit_event (const LeadupEventFields *fields,
             LeadupReferenceFunc      func,
             gpointer                 data)
{
  func (LEADUP_RECORD_CATEGORY, fields->category, data);
  for (guint i = 0; i < fields->n_participants; i++)
    func (LEADUP_RECORD_ACTOR, fields->participants[i].actor, data);
  for (guint i = 0; i < fields->n_evidence; i++)
    func (LEADUP_RECORD_SOURCE, leadup_evidence_get_fields (fields->evidence[i])->source, data);
  for (guint i = 0; i < fields->n_values; i++)
    if (fields->values[i].source != NULL)
      func (LEADUP_RECORD_SOURCE, fields->values[i].source, data);
  for (guint i = 0; i < fields->n_links; i++)
    func (LEADUP_RECORD_EVENT, fields->links[i].to, data);
}

static gboolean
brings_actor (const LeadupCandidateFields *fields,
              const char                  *id)
{
  for (guint i = 0; i < fields->n_actors; i++)
    if (g_str_equal (leadup_record_peek_id (fields->actors[i]), id))
      return TRUE;

  return FALSE;
}

static void
visit_candidate (const LeadupCandidateFields *fields,
                 LeadupReferenceFunc          func,
                 gpointer                     data)
{
  const LeadupEventFields *event;

  func (LEADUP_RECORD_SOURCE, fields->source, data);
  if (fields->state != LEADUP_CANDIDATE_PENDING)
    return;

  event = leadup_event_get_fields (fields->event);
  func (LEADUP_RECORD_CATEGORY, event->category, data);
  for (guint i = 0; i < event->n_participants; i++)
    if (!brings_actor (fields, event->participants[i].actor))
      func (LEADUP_RECORD_ACTOR, event->participants[i].actor, data);
}

/**
 * leadup_references_visit:
 * @record: a record
 * @func: called for each reference, several times where a record refers to the same thing several
 * times
 * @data: for @func
 *
 * What @record needs other records for. The one place that knows: an event its category, the actors
 * that take part, the sources of evidence and values, and the events that it links to; an actor
 * what it is a member of; a candidate its source and, while it is pending, the category and the
 * actors that it does not bring along; a step its view; a placement its actor. What a saved view
 * selects or filters by is no reference: it just shows nothing once that is gone.
 */
void
leadup_references_visit (LeadupRecord       *record,
                         LeadupReferenceFunc func,
                         gpointer            data)
{
  gpointer block = leadup_record_get_block (record);

  switch (leadup_record_peek_kind (record))
    {
    case LEADUP_RECORD_EVENT:
      visit_event (leadup_event_get_fields (LEADUP_EVENT (record)), func, data);
      break;

    case LEADUP_RECORD_CANDIDATE:
      visit_candidate (block, func, data);
      break;

    case LEADUP_RECORD_ACTOR:
      {
        const char *const *groups = ((LeadupActorFields *) block)->member_of;

        for (guint i = 0; groups != NULL && groups[i] != NULL; i++)
          func (LEADUP_RECORD_ACTOR, groups[i], data);
        break;
      }

    case LEADUP_RECORD_STEP:
      func (LEADUP_RECORD_VIEW, ((LeadupStepFields *) block)->view, data);
      break;

    case LEADUP_RECORD_PLACEMENT:
      func (LEADUP_RECORD_ACTOR, ((LeadupPlacementFields *) block)->id, data);
      break;

    case LEADUP_RECORD_INFO:
    case LEADUP_RECORD_CATEGORY:
    case LEADUP_RECORD_SOURCE:
    case LEADUP_RECORD_PHASE:
    case LEADUP_RECORD_VIEW:
      break;

    default:
      g_assert_not_reached ();
    }
}
