/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-actor-merge.h"

#include "model/leadup-actor.h"
#include "model/leadup-candidate.h"
#include "model/leadup-event.h"
#include "model/leadup-placement.h"

#include <string.h>

/* Which mentions get another actor: gives the id of it, or %NULL where it stays, and what its words
 * are. */
typedef const char *(*Choose) (const LeadupParticipant *mention, const char **words, gpointer data);

static gboolean
contains (const GPtrArray *list,
          const char      *text)
{
  for (guint i = 0; i < list->len; i++)
    if (list->pdata[i] != NULL && g_str_equal (list->pdata[i], text))
      return TRUE;

  return FALSE;
}

static void
add_new (GPtrArray  *list,
         const char *text)
{
  if (text != NULL && !contains (list, text))
    g_ptr_array_add (list, (gpointer) text);
}

static void
add_all (GPtrArray           *list,
         const char * const  *texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_new (list, texts[i]);
}

static const char *const *
finish (GPtrArray *list)
{
  if (list->len == 0)
    return NULL;
  g_ptr_array_add (list, NULL);

  return (const char *const *) list->pdata;
}

static gboolean
is_same_mention (const LeadupParticipant *a,
                 const LeadupParticipant *b)
{
  return a->role == b->role && g_str_equal (a->actor, b->actor) && g_strcmp0 (a->as, b->as) == 0;
}

/* Returns: (transfer full) (nullable): @event with other actors; %NULL where nothing changes */
static LeadupEvent *
repoint (LeadupEvent *event,
         Choose       choose,
         gpointer     data)
{
  LeadupEventFields fields = *leadup_event_get_fields (event);
  g_autofree LeadupParticipant *mentions = g_new (LeadupParticipant, fields.n_participants + 1);
  gboolean has_changed = FALSE;
  guint n = 0;

  for (guint i = 0; i < fields.n_participants; i++)
    {
      LeadupParticipant mention = fields.participants[i];
      const char *words = mention.as;
      const char *actor = choose (&mention, &words, data);
      gboolean is_there = FALSE;

      if (actor != NULL)
        {
          mention.actor = actor;
          mention.as = words;
          has_changed = TRUE;
        }
      for (guint k = 0; k < n; k++)
        is_there = is_there || is_same_mention (&mentions[k], &mention);
      if (!is_there)
        mentions[n++] = mention;
    }
  if (!has_changed)
    return NULL;

  fields.participants = mentions;
  fields.n_participants = n;

  return leadup_event_new (&fields);
}

static void
repoint_events (LeadupStory       *story,
                LeadupTransaction *transaction,
                Choose             choose,
                gpointer           data)
{
  GListModel *events = leadup_story_get_model (story, LEADUP_RECORD_EVENT);
  GListModel *candidates = leadup_story_get_model (story, LEADUP_RECORD_CANDIDATE);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (LeadupEvent) event = g_list_model_get_item (events, i);
      g_autoptr (LeadupEvent) after = repoint (event, choose, data);

      if (after != NULL)
        leadup_transaction_replace (transaction, LEADUP_RECORD (event), LEADUP_RECORD (after));
    }
  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr (LeadupCandidate) candidate = g_list_model_get_item (candidates, i);
      LeadupCandidateFields fields = *leadup_candidate_get_fields (candidate);
      g_autoptr (LeadupEvent) event = repoint (fields.event, choose, data);
      g_autoptr (LeadupCandidate) after = NULL;

      if (event == NULL)
        continue;
      fields.event = event;
      after = leadup_candidate_new (&fields);
      leadup_transaction_replace (transaction, LEADUP_RECORD (candidate), LEADUP_RECORD (after));
    }
}

typedef struct
{
  LeadupStory *story;
  const char *kept;
  const char *const *others;
} Merge;

/* A mention without words of its own was made by the name that its actor had. */
static const char *
choose_merged (const LeadupParticipant *mention,
               const char             **words,
               gpointer                 data)
{
  const Merge *merge = data;

  if (!g_strv_contains (merge->others, mention->actor))
    return NULL;
  if (*words == NULL)
    *words = leadup_actor_get_name (
        leadup_story_lookup (merge->story, LEADUP_RECORD_ACTOR, mention->actor));

  return merge->kept;
}

/* What all of them were called, were members of, and were merged from before. */
static LeadupActor *
join (const Merge *merge,
      LeadupActor *kept)
{
  LeadupActorFields fields = *leadup_actor_get_fields (kept);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GPtrArray) also = g_ptr_array_new ();

  add_all (aliases, fields.aliases);
  add_all (members, fields.member_of);
  add_all (also, fields.also);
  for (guint i = 0; merge->others[i] != NULL; i++)
    {
      LeadupActor *other =
          leadup_story_lookup (merge->story, LEADUP_RECORD_ACTOR, merge->others[i]);
      const LeadupActorFields *more = leadup_actor_get_fields (other);

      if (!g_str_equal (more->name, fields.name))
        add_new (aliases, more->name);
      add_all (aliases, more->aliases);
      add_all (members, more->member_of);
      add_new (also, more->id);
      add_all (also, more->also);
      if (fields.role == NULL)
        fields.role = more->role;
      if (fields.colour == NULL)
        fields.colour = more->colour;
      if (fields.notes == NULL)
        fields.notes = more->notes;
    }
  for (guint i = members->len; i > 0; i--)
    if (g_str_equal (members->pdata[i - 1], merge->kept) ||
        g_strv_contains (merge->others, members->pdata[i - 1]))
      g_ptr_array_remove_index (members, i - 1);
  fields.aliases = finish (aliases);
  fields.member_of = finish (members);
  fields.also = finish (also);

  return leadup_actor_new (&fields);
}

/* Who was a member of one of them is a member of the one that stays. */
static void
repoint_members (const Merge       *merge,
                 LeadupTransaction *transaction)
{
  GListModel *actors = leadup_story_get_model (merge->story, LEADUP_RECORD_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (LeadupActor) actor = g_list_model_get_item (actors, i);
      LeadupActorFields fields = *leadup_actor_get_fields (actor);
      g_autoptr (GPtrArray) members = g_ptr_array_new ();
      g_autoptr (LeadupActor) after = NULL;
      gboolean has_changed = FALSE;

      if (g_str_equal (fields.id, merge->kept) || g_strv_contains (merge->others, fields.id))
        continue;
      for (guint k = 0; fields.member_of != NULL && fields.member_of[k] != NULL; k++)
        {
          gboolean is_other = g_strv_contains (merge->others, fields.member_of[k]);

          add_new (members, is_other ? merge->kept : fields.member_of[k]);
          has_changed = has_changed || is_other;
        }
      if (!has_changed)
        continue;
      fields.member_of = finish (members);
      after = leadup_actor_new (&fields);
      leadup_transaction_replace (transaction, LEADUP_RECORD (actor), LEADUP_RECORD (after));
    }
}

/**
 * leadup_actor_merge:
 * @story: a story
 * @kept: id of the actor that stays
 * @others: ids of actors that become part of it
 * @label: of the undo step
 *
 * All that the others took part in becomes the kept one’s; they live on as its other names. Each
 * mention keeps its words, and gets those of its actor where it had none.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL where one of them does not exist, or where
 * there is nothing to merge
 */
LeadupTransaction *
leadup_actor_merge (LeadupStory         *story,
                    const char          *kept,
                    const char * const  *others,
                    const char          *label)
{
  Merge merge = { story, kept, others };
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (LeadupActor) after = NULL;
  LeadupActor *before;

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);
  g_return_val_if_fail (kept != NULL && others != NULL, NULL);

  before = leadup_story_lookup (story, LEADUP_RECORD_ACTOR, kept);
  if (before == NULL || others[0] == NULL || g_strv_contains (others, kept))
    return NULL;
  for (guint i = 0; others[i] != NULL; i++)
    if (leadup_story_lookup (story, LEADUP_RECORD_ACTOR, others[i]) == NULL)
      return NULL;

  transaction = leadup_transaction_new (label);
  after = join (&merge, before);
  leadup_transaction_replace (transaction, LEADUP_RECORD (before), LEADUP_RECORD (after));
  repoint_events (story, transaction, choose_merged, &merge);
  repoint_members (&merge, transaction);
  for (guint i = 0; others[i] != NULL; i++)
    {
      LeadupRecord *placement = leadup_story_lookup (story, LEADUP_RECORD_PLACEMENT, others[i]);

      if (placement != NULL)
        leadup_transaction_remove (transaction, placement);
      leadup_transaction_remove (transaction,
                                 leadup_story_lookup (story, LEADUP_RECORD_ACTOR, others[i]));
    }

  return g_steal_pointer (&transaction);
}

typedef struct
{
  const char *actor;
  const char *name;
  const char *new_id;
} Split;

static const char *
choose_split (const LeadupParticipant *mention,
              const char             **words,
              gpointer                 data)
{
  const Split *split = data;

  return g_str_equal (mention->actor, split->actor) && g_strcmp0 (mention->as, split->name) == 0
             ? split->new_id
             : NULL;
}

/* How often an actor is mentioned by a name in events. */
guint
leadup_actor_count_mentions (LeadupStory *story,
                             const char  *actor,
                             const char  *name)
{
  GListModel *events;
  guint n = 0;

  g_return_val_if_fail (LEADUP_IS_STORY (story), 0);
  g_return_val_if_fail (actor != NULL && name != NULL, 0);

  events = leadup_story_get_model (story, LEADUP_RECORD_EVENT);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (LeadupEvent) event = g_list_model_get_item (events, i);
      const LeadupEventFields *fields = leadup_event_get_fields (event);

      for (guint k = 0; k < fields->n_participants; k++)
        n += g_str_equal (fields->participants[k].actor, actor) &&
             g_strcmp0 (fields->participants[k].as, name) == 0;
    }

  return n;
}

/**
 * leadup_actor_split:
 * @story: a story
 * @actor: id of an actor
 * @name: one of its other names
 * @new_id: of the actor that is made of it
 * @label: of the undo step
 *
 * The mentions that were made with @name become those of an actor of its own; whoever was merged
 * comes apart again that way, at any later time.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL where the actor has no such other name
 */
LeadupTransaction *
leadup_actor_split (LeadupStory *story,
                    const char  *actor,
                    const char  *name,
                    const char  *new_id,
                    const char  *label)
{
  Split split = { actor, name, new_id };
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (LeadupActor) after = NULL;
  g_autoptr (LeadupActor) made = NULL;
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  LeadupActorFields fields, made_fields;
  LeadupActor *before;

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);
  g_return_val_if_fail (actor != NULL && name != NULL && new_id != NULL, NULL);

  before = leadup_story_lookup (story, LEADUP_RECORD_ACTOR, actor);
  if (before == NULL || leadup_story_lookup (story, LEADUP_RECORD_ACTOR, new_id) != NULL)
    return NULL;
  fields = *leadup_actor_get_fields (before);
  if (fields.aliases == NULL || !g_strv_contains (fields.aliases, name))
    return NULL;

  transaction = leadup_transaction_new (label);
  made_fields = (LeadupActorFields) { .id = new_id, .name = name, .kind = fields.kind };
  made = leadup_actor_new (&made_fields);
  add_all (aliases, fields.aliases);
  for (guint i = aliases->len; i > 0; i--)
    if (g_str_equal (aliases->pdata[i - 1], name))
      g_ptr_array_remove_index (aliases, i - 1);
  fields.aliases = finish (aliases);
  after = leadup_actor_new (&fields);
  leadup_transaction_add (transaction, LEADUP_RECORD (made));
  leadup_transaction_replace (transaction, LEADUP_RECORD (before), LEADUP_RECORD (after));
  repoint_events (story, transaction, choose_split, &split);

  return g_steal_pointer (&transaction);
}
