/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-event-parties.h"

#include "model/leadup-actor.h"
#include "model/leadup-source.h"

/**
 * leadup_event_parties_list_names:
 * @snapshot: the story of @event
 * @event: an event
 * @roles: bit n says whether those in role n are wanted
 *
 * Returns: (transfer container) (element-type utf8): names of actors in the order of the event, or
 * the id of one that the story does not have; as long as @snapshot and @event are there
 */
GPtrArray *
leadup_event_parties_list_names (LeadupSnapshot *snapshot,
                                 LeadupEvent    *event,
                                 guint           roles)
{
  const LeadupEventFields *fields;
  GPtrArray *names;

  g_return_val_if_fail (snapshot != NULL && LEADUP_IS_EVENT (event), NULL);

  fields = leadup_event_get_fields (event);
  names = g_ptr_array_new ();
  for (guint i = 0; i < fields->n_participants; i++)
    {
      const LeadupParticipant *one = &fields->participants[i];
      LeadupActor *actor;

      if ((roles & 1u << one->role) == 0)
        continue;

      actor = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_ACTOR, one->actor);
      g_ptr_array_add (names, (gpointer) (actor != NULL ? leadup_actor_get_name (actor)
                                                        : one->actor));
    }

  return names;
}

/**
 * leadup_event_parties_list_sources:
 * @snapshot: the story of @event
 * @event: an event
 *
 * Returns: (transfer container) (element-type LeadupSource): what the event rests on, each once
 */
GPtrArray *
leadup_event_parties_list_sources (LeadupSnapshot *snapshot,
                                   LeadupEvent    *event)
{
  const LeadupEventFields *fields;
  GPtrArray *sources;

  g_return_val_if_fail (snapshot != NULL && LEADUP_IS_EVENT (event), NULL);

  fields = leadup_event_get_fields (event);
  sources = g_ptr_array_new ();
  for (guint i = 0; i < fields->n_evidence; i++)
    {
      const char *id = leadup_evidence_get_fields (fields->evidence[i])->source;
      LeadupSource *source = NULL;

      if (id != NULL)
        source = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_SOURCE, id);
      if (source != NULL && !g_ptr_array_find (sources, source, NULL))
        g_ptr_array_add (sources, source);
    }

  return sources;
}
