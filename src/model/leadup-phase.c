/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-phase.h"

#include "model/leadup-record-private.h"

struct _LeadupPhase
{
  LeadupRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LeadupPhase, leadup_phase, LEADUP_TYPE_RECORD)

static void
pack_phase (LeadupArena *arena, gpointer data)
{
  LeadupPhaseFields *fields = data;

  if (fields->title == NULL)
    fields->title = "";

  leadup_arena_keep_string (arena, &fields->id);
  leadup_arena_keep_string (arena, &fields->title);
  leadup_arena_keep_string (arena, &fields->colour);
  leadup_arena_keep_string (arena, &fields->extra);
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_phase_get_fields (LEADUP_PHASE (record))->extra;
}

static void
leadup_phase_finalize (GObject *object)
{
  LeadupPhaseFields *fields = leadup_record_get_block (object);

  g_clear_pointer (&fields->when, leadup_when_unref);

  G_OBJECT_CLASS (leadup_phase_parent_class)->finalize (object);
}

static void
leadup_phase_class_init (LeadupPhaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  object_class->finalize = leadup_phase_finalize;

  record_class->kind = LEADUP_RECORD_PHASE;
  record_class->get_extra = get_extra;
}

static void
leadup_phase_init (LeadupPhase *self)
{
}

/**
 * leadup_phase_new:
 * @fields: what the record holds; copied
 *
 * Returns: (transfer full): the record
 */
LeadupPhase *
leadup_phase_new (const LeadupPhaseFields *fields)
{
  LeadupPhase *self;
  const LeadupPhaseFields *kept;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);

  self = leadup_record_new_packed (LEADUP_TYPE_PHASE, fields, sizeof *fields, pack_phase);
  if (self == NULL)
    return NULL;

  kept = leadup_record_get_block (self);
  if (kept->when != NULL)
    leadup_when_ref (kept->when);

  return self;
}

/**
 * leadup_phase_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupPhaseFields *
leadup_phase_get_fields (LeadupPhase *self)
{
  g_return_val_if_fail (LEADUP_IS_PHASE (self), NULL);

  return leadup_record_get_block (self);
}
