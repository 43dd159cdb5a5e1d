/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupPlacement:
 *
 * Where an actor stands on the map. Its id is the actor’s.
 */
#define LEADUP_TYPE_PLACEMENT (leadup_placement_get_type ())

G_DECLARE_FINAL_TYPE (LeadupPlacement, leadup_placement, LEADUP, PLACEMENT, LeadupRecord)

typedef struct
{
  const char *id;
  double      x;
  double      y;
  gboolean    is_pinned;
} LeadupPlacementFields;

LeadupPlacement *leadup_placement_new (const LeadupPlacementFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupPlacementFields *leadup_placement_get_fields (LeadupPlacement *self);

G_END_DECLS
