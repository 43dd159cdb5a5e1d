/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-review-edit.h"

#include "base/leadup-text.h"
#include "model/leadup-agreement.h"

#include <glib/gi18n.h>

/**
 * Edit:
 * @names: folded names of actors to their ids
 * @ids: ids of proposed actors to those that they have in the story
 * @events: ids of events that come with this edit
 *
 * An edit in the making.
 */
typedef struct
{
  LeadupStory *story;
  LeadupTransaction *transaction;
  LeadupInstant now;
  GHashTable *names;
  GHashTable *ids;
  GHashTable *events;
} Edit;

static void
remember_name (Edit       *edit,
               const char *name,
               const char *id)
{
  char *folded = leadup_text_fold (name);

  if (*folded != '\0' && !g_hash_table_contains (edit->names, folded))
    g_hash_table_insert (edit->names, folded, g_strdup (id));
  else
    g_free (folded);
}

static void
remember_actor (Edit        *edit,
                LeadupActor *actor)
{
  const LeadupActorFields *fields = leadup_actor_get_fields (actor);

  remember_name (edit, fields->name, fields->id);
  for (guint i = 0; fields->aliases != NULL && fields->aliases[i] != NULL; i++)
    remember_name (edit, fields->aliases[i], fields->id);
}

static void
begin (Edit         *edit,
       LeadupStory  *story,
       LeadupInstant now,
       const char   *label)
{
  GListModel *actors = leadup_story_get_model (story, LEADUP_RECORD_ACTOR);
  guint n = g_list_model_get_n_items (actors);

  edit->story = story;
  edit->now = now;
  edit->transaction = leadup_transaction_new (label);
  edit->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  edit->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  edit->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupActor) actor = g_list_model_get_item (actors, i);

      remember_actor (edit, actor);
    }
}

static LeadupTransaction *
end (Edit *edit)
{
  g_hash_table_unref (edit->names);
  g_hash_table_unref (edit->ids);
  g_hash_table_unref (edit->events);

  return edit->transaction;
}

static LeadupActor *
find_proposed (const LeadupCandidateFields *candidate,
               const char                  *id)
{
  for (guint i = 0; i < candidate->n_actors; i++)
    if (g_str_equal (leadup_record_get_id (LEADUP_RECORD (candidate->actors[i])), id))
      return candidate->actors[i];

  return NULL;
}

static const char *use_actor (Edit *edit, const LeadupCandidateFields *candidate, const char *id);

static void
add_actor (Edit                        *edit,
           const LeadupCandidateFields *candidate,
           LeadupActor                 *proposed)
{
  LeadupActorFields fields = *leadup_actor_get_fields (proposed);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (LeadupActor) actor = NULL;

  /* Known before its groups are looked at, so that a circle of groups ends. */
  g_hash_table_insert (edit->ids, g_strdup (fields.id), g_strdup (fields.id));
  for (guint i = 0; fields.member_of != NULL && fields.member_of[i] != NULL; i++)
    {
      const char *group = use_actor (edit, candidate, fields.member_of[i]);

      if (group != NULL && !g_str_equal (group, fields.id))
        g_ptr_array_add (groups, (gpointer) group);
    }
  g_ptr_array_add (groups, NULL);
  fields.member_of = groups->len > 1 ? (const char *const *) groups->pdata : NULL;

  actor = leadup_actor_new (&fields);
  leadup_transaction_add (edit->transaction, LEADUP_RECORD (actor));
  remember_actor (edit, actor);
}

/* The id that actor @id of the candidate has in the story after this edit: its own, or that of an
 * actor of the same name. NULL where nobody knows it. */
static const char *
use_actor (Edit                        *edit,
           const LeadupCandidateFields *candidate,
           const char                  *id)
{
  const char *known = g_hash_table_lookup (edit->ids, id);
  LeadupActor *proposed;
  g_autofree char *folded = NULL;

  if (known != NULL)
    return known;
  if (leadup_story_lookup (edit->story, LEADUP_RECORD_ACTOR, id) != NULL)
    return id;

  proposed = find_proposed (candidate, id);
  if (proposed == NULL)
    return NULL;

  folded = leadup_text_fold (leadup_actor_get_name (proposed));
  known = g_hash_table_lookup (edit->names, folded);
  if (known != NULL)
    g_hash_table_insert (edit->ids, g_strdup (id), g_strdup (known));
  else
    add_actor (edit, candidate, proposed);

  return g_hash_table_lookup (edit->ids, id);
}

static gboolean
has_participant (GArray                  *participants,
                 const LeadupParticipant *wanted)
{
  for (guint i = 0; i < participants->len; i++)
    {
      const LeadupParticipant *participant = &g_array_index (participants, LeadupParticipant, i);

      if (participant->role == wanted->role && g_str_equal (participant->actor, wanted->actor))
        return TRUE;
    }

  return FALSE;
}

/* Adds those who take part in the candidate's event and are not among @participants. */
static void
add_participants (Edit                        *edit,
                  const LeadupCandidateFields *candidate,
                  GArray                      *participants)
{
  const LeadupEventFields *event = leadup_event_get_fields (candidate->event);

  for (guint i = 0; i < event->n_participants; i++)
    {
      LeadupParticipant participant = event->participants[i];

      participant.actor = use_actor (edit, candidate, participant.actor);
      if (participant.actor != NULL && !has_participant (participants, &participant))
        g_array_append_val (participants, participant);
    }
}

static void
set_state (Edit                *edit,
           LeadupCandidate     *candidate,
           LeadupCandidateState state)
{
  LeadupCandidateFields fields = *leadup_candidate_get_fields (candidate);
  g_autoptr (LeadupCandidate) changed = NULL;

  fields.state = state;
  changed = leadup_candidate_new (&fields);
  leadup_transaction_replace (edit->transaction, LEADUP_RECORD (candidate),
                              LEADUP_RECORD (changed));
}

static gboolean
has_event (Edit       *edit,
           const char *id)
{
  return g_hash_table_contains (edit->events, id) ||
         leadup_story_lookup (edit->story, LEADUP_RECORD_EVENT, id) != NULL;
}

static void
accept_one (Edit            *edit,
            LeadupCandidate *candidate)
{
  const LeadupCandidateFields *proposal = leadup_candidate_get_fields (candidate);
  LeadupEventFields fields = *leadup_event_get_fields (proposal->event);
  g_autoptr (GArray) participants = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (LeadupLink));
  g_autofree char *id = NULL;
  g_autoptr (LeadupEvent) event = NULL;

  add_participants (edit, proposal, participants);
  fields.participants = (const LeadupParticipant *) (gpointer) participants->data;
  fields.n_participants = participants->len;

  /* A link to what was not accepted would lead nowhere. */
  for (guint i = 0; i < fields.n_links; i++)
    if (has_event (edit, fields.links[i].to))
      g_array_append_val (links, fields.links[i]);
  fields.links = (const LeadupLink *) (gpointer) links->data;
  fields.n_links = links->len;

  if (has_event (edit, fields.id))
    fields.id = id = leadup_record_make_id (LEADUP_RECORD_EVENT);
  fields.verification = leadup_event_constrain_verification (&fields, edit->now);

  event = leadup_event_new (&fields);
  leadup_transaction_add (edit->transaction, LEADUP_RECORD (event));
  g_hash_table_add (edit->events, g_strdup (fields.id));
  set_state (edit, candidate, LEADUP_CANDIDATE_ACCEPTED);
}

/**
 * leadup_review_edit_accept:
 * @story: a story
 * @candidates: (element-type LeadupCandidate): pending ones of it, at least one
 * @now: the present moment, for the rules of verification
 *
 * Makes events of candidates: one undo step, however many they are. Actors that the story lacks
 * come along; one that it has under the same name or alias is used instead. The candidates are kept
 * as accepted, so that reading the article again proposes nothing twice. An event is the change of
 * kind event, in the order of @candidates.
 *
 * Returns: (transfer full): the edit, to be pushed
 */
LeadupTransaction *
leadup_review_edit_accept (LeadupStory  *story,
                           GPtrArray    *candidates,
                           LeadupInstant now)
{
  Edit edit;
  g_autofree char *label = NULL;

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);
  g_return_val_if_fail (candidates != NULL && candidates->len > 0, NULL);

  /* Translators: the name of an undo step. */
  label = g_strdup_printf (ngettext ("Accept %u event", "Accept %u events", candidates->len),
                           candidates->len);
  begin (&edit, story, now, label);
  for (guint i = 0; i < candidates->len; i++)
    accept_one (&edit, g_ptr_array_index (candidates, i));

  return end (&edit);
}

/**
 * leadup_review_edit_reject:
 * @story: a story
 * @candidate: a pending one of it
 *
 * Returns: (transfer full): the edit, to be pushed; the candidate is kept as rejected
 */
LeadupTransaction *
leadup_review_edit_reject (LeadupStory     *story,
                           LeadupCandidate *candidate)
{
  Edit edit = { .story = story };

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);
  g_return_val_if_fail (LEADUP_IS_CANDIDATE (candidate), NULL);

  edit.transaction = leadup_transaction_new (_ ("Reject event"));
  set_state (&edit, candidate, LEADUP_CANDIDATE_REJECTED);

  return edit.transaction;
}

/**
 * leadup_review_edit_merge:
 * @story: a story
 * @candidate: a pending one of it
 * @event: an event of it
 * @now: the present moment, for the rules of verification
 *
 * Takes @candidate as another report of @event, as leadup_agreement_join() does.
 *
 * Returns: (transfer full): the edit, to be pushed
 */
LeadupTransaction *
leadup_review_edit_merge (LeadupStory     *story,
                          LeadupCandidate *candidate,
                          LeadupEvent     *event,
                          LeadupInstant    now)
{
  Edit edit;
  const LeadupCandidateFields *proposal;
  LeadupEventFields proposed;
  g_autoptr (GArray) participants = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));
  g_autoptr (LeadupEvent) other = NULL;
  g_autoptr (LeadupEvent) merged = NULL;

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);
  g_return_val_if_fail (LEADUP_IS_CANDIDATE (candidate), NULL);
  g_return_val_if_fail (LEADUP_IS_EVENT (event), NULL);

  proposal = leadup_candidate_get_fields (candidate);
  begin (&edit, story, now, _ ("Merge into event"));

  proposed = *leadup_event_get_fields (proposal->event);
  add_participants (&edit, proposal, participants);
  proposed.participants = (const LeadupParticipant *) (gpointer) participants->data;
  proposed.n_participants = participants->len;
  other = leadup_event_new (&proposed);

  merged = leadup_agreement_join (event, other, now);
  leadup_transaction_replace (edit.transaction, LEADUP_RECORD (event), LEADUP_RECORD (merged));
  set_state (&edit, candidate, LEADUP_CANDIDATE_ACCEPTED);

  return end (&edit);
}
