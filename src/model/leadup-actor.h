/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupActor:
 *
 * Who does or suffers events: a person, a state, an organisation …
 */
#define LEADUP_TYPE_ACTOR (leadup_actor_get_type ())

G_DECLARE_FINAL_TYPE (LeadupActor, leadup_actor, LEADUP, ACTOR, LeadupRecord)

typedef enum
{
  LEADUP_ACTOR_KIND_PERSON,
  LEADUP_ACTOR_KIND_STATE,
  LEADUP_ACTOR_KIND_ORGANISATION,
  LEADUP_ACTOR_KIND_ARMED_GROUP,
  LEADUP_ACTOR_KIND_MEDIA,
  LEADUP_ACTOR_KIND_PLACE,
  LEADUP_ACTOR_KIND_NATIONALITY,
  LEADUP_ACTOR_KIND_UNATTRIBUTED,
} LeadupActorKind;

/**
 * LeadupActorFields:
 * @aliases: (nullable) (array zero-terminated=1): other names as they stand in the sources
 * @role: (nullable): what the sources call the actor (“White House deputy chief of staff”)
 * @member_of: (nullable) (array zero-terminated=1): ids of actors that this one belongs to
 * @also: (nullable) (array zero-terminated=1): ids of records that were merged into this one
 */
typedef struct
{
  const char         *id;
  const char         *name;
  const char * const *aliases;
  LeadupActorKind     kind;
  const char         *role;
  const char * const *member_of;
  const char * const *also;
  const char         *colour;
  const char         *notes;
  const char         *extra;
} LeadupActorFields;

LeadupActor *leadup_actor_new (const LeadupActorFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupActorFields *leadup_actor_get_fields (LeadupActor *self);

const char *leadup_actor_get_name (LeadupActor *self);
gboolean leadup_actor_is_called (LeadupActor *self, const char *name);
const char *leadup_actor_kind_to_string (LeadupActorKind kind);
gboolean leadup_actor_kind_from_string (const char *name, LeadupActorKind *kind);

G_END_DECLS
