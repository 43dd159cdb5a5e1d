/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-evidence.h"

#include "model/leadup-arena.h"

struct _LeadupEvidence
{
  GObject parent_instance;

  LeadupEvidenceFields *fields; /* one block with all strings */
};

G_DEFINE_FINAL_TYPE (LeadupEvidence, leadup_evidence, G_TYPE_OBJECT)

static void
pack_evidence (LeadupArena *arena, gpointer data)
{
  LeadupEvidenceFields *fields = data;

  if (fields->source == NULL)
    fields->source = "";
  if (fields->span_start < 0 || fields->span_end < fields->span_start)
    fields->span_start = fields->span_end = -1;

  leadup_arena_keep_string (arena, &fields->source);
  leadup_arena_keep_string (arena, &fields->quote);
  leadup_arena_keep_strv (arena, &fields->supports);
  leadup_arena_keep_string (arena, &fields->extra);
}

static void
leadup_evidence_finalize (GObject *object)
{
  LeadupEvidence *self = LEADUP_EVIDENCE (object);

  leadup_arena_free (self->fields);

  G_OBJECT_CLASS (leadup_evidence_parent_class)->finalize (object);
}

static void
leadup_evidence_class_init (LeadupEvidenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = leadup_evidence_finalize;
}

static void
leadup_evidence_init (LeadupEvidence *self)
{
}

/**
 * leadup_evidence_new:
 * @fields: what it holds; copied
 *
 * A span that does not start at 0 or later, or ends before it starts, counts as not known (−1, −1).
 *
 * Returns: (transfer full): the evidence
 */
LeadupEvidence *
leadup_evidence_new (const LeadupEvidenceFields *fields)
{
  LeadupEvidence *self;
  LeadupEvidenceFields *block;

  g_return_val_if_fail (fields != NULL, NULL);

  block = leadup_arena_pack (fields, sizeof *fields, pack_evidence);
  if (block == NULL)
    return NULL;

  self = g_object_new (LEADUP_TYPE_EVIDENCE, NULL);
  self->fields = block;

  return self;
}

/**
 * leadup_evidence_get_fields:
 * @self: the evidence
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupEvidenceFields *
leadup_evidence_get_fields (LeadupEvidence *self)
{
  g_return_val_if_fail (LEADUP_IS_EVIDENCE (self), NULL);

  return self->fields;
}
