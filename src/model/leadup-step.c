/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-step.h"

#include "model/leadup-record-private.h"

struct _LeadupStep
{
  LeadupRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LeadupStep, leadup_step, LEADUP_TYPE_RECORD)

static void
pack_step (LeadupArena *arena, gpointer data)
{
  LeadupStepFields *fields = data;

  if (fields->view == NULL)
    fields->view = "";

  leadup_arena_keep_string (arena, &fields->id);
  leadup_arena_keep_string (arena, &fields->view);
  leadup_arena_keep_string (arena, &fields->caption);
  leadup_arena_keep_string (arena, &fields->notes);
  leadup_arena_keep_string (arena, &fields->as_of);
  leadup_arena_keep_string (arena, &fields->extra);
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_step_get_fields (LEADUP_STEP (record))->extra;
}

static void
leadup_step_class_init (LeadupStepClass *klass)
{
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  record_class->kind = LEADUP_RECORD_STEP;
  record_class->get_extra = get_extra;
}

static void
leadup_step_init (LeadupStep *self)
{
}

/**
 * leadup_step_new:
 * @fields: what the record holds; copied
 *
 * Returns: (transfer full): the record
 */
LeadupStep *
leadup_step_new (const LeadupStepFields *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);

  return leadup_record_new_packed (LEADUP_TYPE_STEP, fields, sizeof *fields, pack_step);
}

/**
 * leadup_step_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupStepFields *
leadup_step_get_fields (LeadupStep *self)
{
  g_return_val_if_fail (LEADUP_IS_STEP (self), NULL);

  return leadup_record_get_block (self);
}
