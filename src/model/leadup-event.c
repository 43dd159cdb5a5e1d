/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-event.h"

#include "model/leadup-names.h"
#include "model/leadup-record-private.h"

#include <math.h>
#include <string.h>

struct _LeadupEvent
{
  LeadupRecord parent_instance;
};

static const char *const verification_names[] = {
  "unverified", "single-source", "corroborated", "verified", "disputed", "retracted", "announced",
};

static const char *const role_names[] = {
  "initiator", "target", "speaker", "mentioned", "instrument",
};

/* Words of the fields that are read without unpacking. */
#define WORD(member) (G_STRUCT_OFFSET (LeadupEventFields, member) / sizeof (guint64))

G_STATIC_ASSERT (sizeof (LeadupEventFields) % sizeof (guint64) == 0);

/* What most events have nothing else to say of. */
static const LeadupEventFields usual_fields = { .tone = (double) NAN };

G_DEFINE_FINAL_TYPE (LeadupEvent, leadup_event, LEADUP_TYPE_RECORD)

static inline gpointer
get_pointer (gpointer event,
             guint    word)
{
  return (gpointer) (gsize) leadup_words_get (leadup_record_get_block (event), word);
}

static inline const char *
get_id (gpointer event)
{
  return ((const LeadupWords *) leadup_record_get_block (event))->first;
}

static void
pack_place (LeadupArena       *arena,
            LeadupEventFields *fields)
{
  LeadupPlace *copy;
  LeadupPlace place;

  if (fields->place == NULL)
    return;

  copy = leadup_arena_keep_array (arena, fields->place, sizeof *copy, 1);
  place = *fields->place;
  if (place.name == NULL)
    place.name = "";
  if (!(fabs (place.latitude) <= 90.0) || !(fabs (place.longitude) <= 180.0))
    place.latitude = place.longitude = (double) NAN;

  leadup_arena_keep_shared (arena, &place.name);
  leadup_arena_keep_shared (arena, &place.country);
  leadup_arena_keep_shared (arena, &place.precision);
  leadup_arena_keep_string (arena, &place.extra);

  if (copy != NULL)
    {
      *copy = place;
      fields->place = copy;
    }
}

static void
pack_participants (LeadupArena       *arena,
                   LeadupEventFields *fields)
{
  LeadupParticipant *copies =
      leadup_arena_keep_array (arena, fields->participants, sizeof *copies, fields->n_participants);

  for (guint i = 0; i < fields->n_participants; i++)
    {
      LeadupParticipant one = fields->participants[i];

      if (one.actor == NULL)
        one.actor = "";
      leadup_arena_keep_shared (arena, &one.actor);
      leadup_arena_keep_shared (arena, &one.as);
      leadup_arena_keep_string (arena, &one.extra);
      if (copies != NULL)
        copies[i] = one;
    }

  /* Measuring leaves the caller’s array in place; no elements, no array. */
  if (copies != NULL || fields->n_participants == 0)
    fields->participants = copies;
}

static void
pack_evidence (LeadupArena       *arena,
               LeadupEventFields *fields)
{
  LeadupEvidence **copies =
      leadup_arena_keep_array (arena, fields->evidence, sizeof *copies, fields->n_evidence);

  if (copies != NULL || fields->n_evidence == 0)
    fields->evidence = copies;
}

static void
pack_values (LeadupArena       *arena,
             LeadupEventFields *fields)
{
  LeadupValue *copies =
      leadup_arena_keep_array (arena, fields->values, sizeof *copies, fields->n_values);

  for (guint i = 0; i < fields->n_values; i++)
    {
      LeadupValue one = fields->values[i];

      if (one.name == NULL)
        one.name = "";
      leadup_arena_keep_shared (arena, &one.name);
      leadup_arena_keep_shared (arena, &one.qualifier);
      leadup_arena_keep_shared (arena, &one.source);
      leadup_arena_keep_string (arena, &one.extra);
      if (copies != NULL)
        copies[i] = one;
    }

  /* Measuring leaves the caller’s array in place; no elements, no array. */
  if (copies != NULL || fields->n_values == 0)
    fields->values = copies;
}

static void
pack_links (LeadupArena       *arena,
            LeadupEventFields *fields)
{
  LeadupLink *copies =
      leadup_arena_keep_array (arena, fields->links, sizeof *copies, fields->n_links);

  for (guint i = 0; i < fields->n_links; i++)
    {
      LeadupLink one = fields->links[i];

      if (one.to == NULL)
        one.to = "";
      if (one.kind == NULL)
        one.kind = "";
      leadup_arena_keep_string (arena, &one.to);
      leadup_arena_keep_shared (arena, &one.kind);
      leadup_arena_keep_string (arena, &one.extra);
      if (copies != NULL)
        copies[i] = one;
    }

  /* Measuring leaves the caller’s array in place; no elements, no array. */
  if (copies != NULL || fields->n_links == 0)
    fields->links = copies;
}

static void
pack_event (LeadupArena *arena,
            gpointer     data)
{
  LeadupEventFields *fields = data;

  if (fields->title == NULL)
    fields->title = "";
  if (fields->category == NULL)
    fields->category = "";
  fields->importance = MIN (fields->importance, 5);
  if (!isfinite (fields->tone))
    fields->tone = (double) NAN;
  else
    fields->tone = CLAMP (fields->tone, -10.0, 10.0);

  leadup_arena_keep_string (arena, &fields->id);
  leadup_arena_keep_string (arena, &fields->title);
  leadup_arena_keep_shared (arena, &fields->category);
  leadup_arena_keep_string (arena, &fields->summary);
  pack_place (arena, fields);
  pack_participants (arena, fields);
  pack_evidence (arena, fields);
  pack_values (arena, fields);
  pack_links (arena, fields);
  leadup_arena_keep_strv (arena, &fields->tags);
  leadup_arena_keep_string (arena, &fields->notes);
  leadup_arena_keep_string (arena, &fields->embargo);
  leadup_arena_keep_strv (arena, &fields->also);
  leadup_arena_keep_string (arena, &fields->when_extra);
  leadup_arena_keep_string (arena, &fields->extra);
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_event_get_fields (LEADUP_EVENT (record))->extra;
}

static void
leadup_event_finalize (GObject *object)
{
  const LeadupEventFields *fields = leadup_event_get_fields (LEADUP_EVENT (object));

  if (fields->when != NULL)
    leadup_when_unref (fields->when);
  for (guint i = 0; i < fields->n_evidence; i++)
    g_object_unref (fields->evidence[i]);

  G_OBJECT_CLASS (leadup_event_parent_class)->finalize (object);
}

static void
leadup_event_class_init (LeadupEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  object_class->finalize = leadup_event_finalize;

  record_class->kind = LEADUP_RECORD_EVENT;
  record_class->get_extra = get_extra;
}

static void
leadup_event_init (LeadupEvent *self)
{
}

/**
 * leadup_event_new:
 * @fields: what the record holds; copied
 *
 * Takes references on the time and the evidence. The importance is clamped to 5, the tone to −10 …
 * +10; coordinates off the globe count as not known; empty lists become %NULL. A category is needed
 * before the event can go into a story, which checks it.
 *
 * Returns: (transfer full): the record
 */
LeadupEvent *
leadup_event_new (const LeadupEventFields *fields)
{
  LeadupEvent *self = leadup_event_new_taking_when (fields);

  if (self != NULL && fields->when != NULL)
    leadup_when_ref (fields->when);

  return self;
}

/**
 * leadup_event_new_taking_when:
 * @fields: what the record holds; copied
 *
 * As leadup_event_new(), but the reference that the caller has on the time is the event’s, unless
 * there is none: of an import several threads count the same times.
 *
 * Returns: (transfer full): the record
 */
LeadupEvent *
leadup_event_new_taking_when (const LeadupEventFields *fields)
{
  LeadupEvent *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);
  g_return_val_if_fail ((guint) fields->verification < LEADUP_N_VERIFICATIONS, NULL);
  for (guint i = 0; i < fields->n_participants; i++)
    g_return_val_if_fail ((guint) fields->participants[i].role < G_N_ELEMENTS (role_names), NULL);
  for (guint i = 0; i < fields->n_evidence; i++)
    g_return_val_if_fail (LEADUP_IS_EVIDENCE (fields->evidence[i]), NULL);

  self = leadup_record_new_of_words (LEADUP_TYPE_EVENT, fields, &usual_fields, sizeof *fields,
                                     pack_event);
  if (self == NULL)
    return NULL;

  for (guint i = 0; i < fields->n_evidence; i++)
    g_object_ref (fields->evidence[i]);

  return self;
}

/**
 * leadup_event_unpack:
 * @self: the record
 * @fields: (out caller-allocates): what it holds; the strings and arrays live as long as @self
 *
 * Returns: (transfer none): @fields
 */
const LeadupEventFields *
leadup_event_unpack (LeadupEvent       *self,
                     LeadupEventFields *fields)
{
  g_return_val_if_fail (LEADUP_IS_EVENT (self), NULL);
  g_return_val_if_fail (fields != NULL, NULL);

  leadup_arena_unpack_words (leadup_record_get_block (self), &usual_fields, sizeof *fields, fields);

  return fields;
}

const char *
leadup_event_get_title (LeadupEvent *self)
{
  g_return_val_if_fail (LEADUP_IS_EVENT (self), NULL);

  return get_pointer (self, WORD (title));
}

/**
 * leadup_event_get_when:
 * @self: an event
 *
 * Returns: (transfer none) (nullable): when it was, %NULL where it still has to be dated
 */
LeadupWhen *
leadup_event_get_when (LeadupEvent *self)
{
  g_return_val_if_fail (LEADUP_IS_EVENT (self), NULL);

  return get_pointer (self, WORD (when));
}

/**
 * leadup_event_collate:
 * @a: an event
 * @b: another
 *
 * By time, what is not dated last, then by id, so that no two events are equal.
 *
 * Returns: less than, equal to or greater than 0
 */
int
leadup_event_collate (LeadupEvent *a,
                      LeadupEvent *b)
{
  const LeadupWhen *first, *second;
  int order = 0;

  g_return_val_if_fail (LEADUP_IS_EVENT (a), 0);
  g_return_val_if_fail (LEADUP_IS_EVENT (b), 0);

  first = get_pointer (a, WORD (when));
  second = get_pointer (b, WORD (when));
  if (first != NULL && second != NULL)
    order = leadup_when_collate (first, second);
  else if (first != second)
    order = first == NULL ? 1 : -1;

  return order != 0 ? order : strcmp (get_id (a), get_id (b));
}

/**
 * leadup_event_constrain_verification:
 * @fields: an event as it is being edited or read
 * @now: the present moment
 *
 * The rules of the story file: without a source an event is at most unverified, and what lies after
 * now is announced. An event that is disputed or retracted stays so. The story does not enforce
 * this; readers and editors ask.
 *
 * Returns: the verification that @fields may have, which is its own where that is allowed
 */
LeadupVerification
leadup_event_constrain_verification (const LeadupEventFields *fields,
                                     LeadupInstant            now)
{
  g_return_val_if_fail (fields != NULL, LEADUP_VERIFICATION_UNVERIFIED);

  if (fields->verification == LEADUP_VERIFICATION_DISPUTED ||
      fields->verification == LEADUP_VERIFICATION_RETRACTED)
    return fields->verification;

  if (fields->when != NULL && leadup_when_get_bounds (fields->when)->start_earliest > now)
    return LEADUP_VERIFICATION_ANNOUNCED;

  if (fields->n_evidence == 0 && fields->verification != LEADUP_VERIFICATION_ANNOUNCED)
    return LEADUP_VERIFICATION_UNVERIFIED;

  return fields->verification;
}

/* In files and on the command line. */
const char *
leadup_verification_to_string (LeadupVerification verification)
{
  g_return_val_if_fail ((guint) verification < G_N_ELEMENTS (verification_names), NULL);

  return verification_names[verification];
}

gboolean
leadup_verification_from_string (const char         *name,
                                 LeadupVerification *verification)
{
  guint index;

  g_return_val_if_fail (verification != NULL, FALSE);

  if (!leadup_names_find (verification_names, G_N_ELEMENTS (verification_names), name, &index))
    return FALSE;

  *verification = (LeadupVerification) index;

  return TRUE;
}

/* In files and on the command line. */
const char *
leadup_role_to_string (LeadupRole role)
{
  g_return_val_if_fail ((guint) role < G_N_ELEMENTS (role_names), NULL);

  return role_names[role];
}

gboolean
leadup_role_from_string (const char *name,
                         LeadupRole *role)
{
  guint index;

  g_return_val_if_fail (role != NULL, FALSE);

  if (!leadup_names_find (role_names, G_N_ELEMENTS (role_names), name, &index))
    return FALSE;

  *role = (LeadupRole) index;

  return TRUE;
}
