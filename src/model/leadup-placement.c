/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-placement.h"

#include "model/leadup-record-private.h"

#include <math.h>

struct _LeadupPlacement
{
  LeadupRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LeadupPlacement, leadup_placement, LEADUP_TYPE_RECORD)

static void
pack_placement (LeadupArena *arena, gpointer data)
{
  LeadupPlacementFields *fields = data;

  if (!isfinite (fields->x) || !isfinite (fields->y))
    fields->x = fields->y = 0.0;

  leadup_arena_keep_string (arena, &fields->id);
}

static void
leadup_placement_class_init (LeadupPlacementClass *klass)
{
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  record_class->kind = LEADUP_RECORD_PLACEMENT;
}

static void
leadup_placement_init (LeadupPlacement *self)
{
}

/**
 * leadup_placement_new:
 * @fields: what the record holds; copied
 *
 * A position that is not finite becomes the origin.
 *
 * Returns: (transfer full): the record
 */
LeadupPlacement *
leadup_placement_new (const LeadupPlacementFields *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);

  return leadup_record_new_packed (LEADUP_TYPE_PLACEMENT, fields, sizeof *fields, pack_placement);
}

/**
 * leadup_placement_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupPlacementFields *
leadup_placement_get_fields (LeadupPlacement *self)
{
  g_return_val_if_fail (LEADUP_IS_PLACEMENT (self), NULL);

  return leadup_record_get_block (self);
}
