/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-actor.h"

#include "base/leadup-text.h"
#include "model/leadup-names.h"
#include "model/leadup-record-private.h"

struct _LeadupActor
{
  LeadupRecord parent_instance;
};

static const char *const kind_names[] = {
  "person", "state", "organisation", "armed-group", "media", "place", "nationality", "unattributed",
};

G_DEFINE_FINAL_TYPE (LeadupActor, leadup_actor, LEADUP_TYPE_RECORD)

static void
pack_actor (LeadupArena *arena, gpointer data)
{
  LeadupActorFields *fields = data;

  if (fields->name == NULL)
    fields->name = "";

  leadup_arena_keep_string (arena, &fields->id);
  leadup_arena_keep_string (arena, &fields->name);
  leadup_arena_keep_strv (arena, &fields->aliases);
  leadup_arena_keep_string (arena, &fields->role);
  leadup_arena_keep_strv (arena, &fields->member_of);
  leadup_arena_keep_strv (arena, &fields->also);
  leadup_arena_keep_string (arena, &fields->colour);
  leadup_arena_keep_string (arena, &fields->notes);
  leadup_arena_keep_string (arena, &fields->extra);
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_actor_get_fields (LEADUP_ACTOR (record))->extra;
}

static void
leadup_actor_class_init (LeadupActorClass *klass)
{
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  record_class->kind = LEADUP_RECORD_ACTOR;
  record_class->get_extra = get_extra;
}

static void
leadup_actor_init (LeadupActor *self)
{
}

/**
 * leadup_actor_new:
 * @fields: what the record holds; copied
 *
 * Empty lists become %NULL.
 *
 * Returns: (transfer full): the record
 */
LeadupActor *
leadup_actor_new (const LeadupActorFields *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);
  g_return_val_if_fail ((guint) fields->kind < G_N_ELEMENTS (kind_names), NULL);

  return leadup_record_new_packed (LEADUP_TYPE_ACTOR, fields, sizeof *fields, pack_actor);
}

/**
 * leadup_actor_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupActorFields *
leadup_actor_get_fields (LeadupActor *self)
{
  g_return_val_if_fail (LEADUP_IS_ACTOR (self), NULL);

  return leadup_record_get_block (self);
}

const char *
leadup_actor_get_name (LeadupActor *self)
{
  g_return_val_if_fail (LEADUP_IS_ACTOR (self), NULL);

  return leadup_actor_get_fields (self)->name;
}

/**
 * leadup_actor_is_called:
 * @self: an actor
 * @name: a name
 *
 * Returns: whether @name is the name or an alias of the actor; case and accents do not count
 */
gboolean
leadup_actor_is_called (LeadupActor *self,
                        const char  *name)
{
  const LeadupActorFields *fields;
  g_autofree char *wanted = NULL;
  g_autofree char *own = NULL;

  g_return_val_if_fail (LEADUP_IS_ACTOR (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  fields = leadup_record_get_block (self);
  wanted = leadup_text_fold (name);
  own = leadup_text_fold (fields->name);
  if (g_str_equal (wanted, own))
    return TRUE;

  for (guint i = 0; fields->aliases != NULL && fields->aliases[i] != NULL; i++)
    {
      g_autofree char *alias = leadup_text_fold (fields->aliases[i]);

      if (g_str_equal (wanted, alias))
        return TRUE;
    }

  return FALSE;
}

/* In files and on the command line. */
const char *
leadup_actor_kind_to_string (LeadupActorKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

gboolean
leadup_actor_kind_from_string (const char      *name,
                               LeadupActorKind *kind)
{
  guint index;

  g_return_val_if_fail (kind != NULL, FALSE);

  if (!leadup_names_find (kind_names, G_N_ELEMENTS (kind_names), name, &index))
    return FALSE;

  *kind = (LeadupActorKind) index;

  return TRUE;
}
