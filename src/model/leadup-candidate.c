/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-candidate.h"

#include "model/leadup-names.h"
#include "model/leadup-record-private.h"

struct _LeadupCandidate
{
  LeadupRecord parent_instance;
};

static const char *const state_names[] = {
  "pending",
  "accepted",
  "rejected",
};

G_DEFINE_FINAL_TYPE (LeadupCandidate, leadup_candidate, LEADUP_TYPE_RECORD)

static void
pack_candidate (LeadupArena *arena, gpointer data)
{
  LeadupCandidateFields *fields = data;
  gpointer actors;

  fields->confidence = fields->confidence >= 0.0 ? MIN (fields->confidence, 1.0) : 0.0;
  if (fields->source == NULL)
    fields->source = "";

  actors =
      leadup_arena_keep_array (arena, fields->actors, sizeof (LeadupActor *), fields->n_actors);
  if (actors != NULL || fields->n_actors == 0)
    fields->actors = actors;
  leadup_arena_keep_string (arena, &fields->id);
  leadup_arena_keep_string (arena, &fields->source);
  leadup_arena_keep_string (arena, &fields->reason);
  leadup_arena_keep_string (arena, &fields->extra);
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_candidate_get_fields (LEADUP_CANDIDATE (record))->extra;
}

static void
leadup_candidate_finalize (GObject *object)
{
  const LeadupCandidateFields *fields = leadup_record_get_block (object);

  g_object_unref (fields->event);
  for (guint i = 0; i < fields->n_actors; i++)
    g_object_unref (fields->actors[i]);

  G_OBJECT_CLASS (leadup_candidate_parent_class)->finalize (object);
}

static void
leadup_candidate_class_init (LeadupCandidateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  object_class->finalize = leadup_candidate_finalize;

  record_class->kind = LEADUP_RECORD_CANDIDATE;
  record_class->get_extra = get_extra;
}

static void
leadup_candidate_init (LeadupCandidate *self)
{
}

/**
 * leadup_candidate_new:
 * @fields: what the record holds; copied
 *
 * Takes references on the event and the actors. The confidence is clamped to 0 … 1.
 *
 * Returns: (transfer full): the record
 */
LeadupCandidate *
leadup_candidate_new (const LeadupCandidateFields *fields)
{
  LeadupCandidate *self;
  const LeadupCandidateFields *kept;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);
  g_return_val_if_fail (LEADUP_IS_EVENT (fields->event), NULL);
  g_return_val_if_fail ((guint) fields->state < G_N_ELEMENTS (state_names), NULL);
  for (guint i = 0; i < fields->n_actors; i++)
    g_return_val_if_fail (LEADUP_IS_ACTOR (fields->actors[i]), NULL);

  self = leadup_record_new_packed (LEADUP_TYPE_CANDIDATE, fields, sizeof *fields, pack_candidate);
  if (self == NULL)
    return NULL;

  kept = leadup_record_get_block (self);
  g_object_ref (kept->event);
  for (guint i = 0; i < kept->n_actors; i++)
    g_object_ref (kept->actors[i]);

  return self;
}

/**
 * leadup_candidate_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupCandidateFields *
leadup_candidate_get_fields (LeadupCandidate *self)
{
  g_return_val_if_fail (LEADUP_IS_CANDIDATE (self), NULL);

  return leadup_record_get_block (self);
}

/* In files and on the command line. */
const char *
leadup_candidate_state_to_string (LeadupCandidateState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

gboolean
leadup_candidate_state_from_string (const char           *name,
                                    LeadupCandidateState *state)
{
  guint index;

  g_return_val_if_fail (state != NULL, FALSE);

  if (!leadup_names_find (state_names, G_N_ELEMENTS (state_names), name, &index))
    return FALSE;

  *state = (LeadupCandidateState) index;

  return TRUE;
}
