/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-lane-packing.h"

G_BEGIN_DECLS

/* How entries find their rows, and how places are stored: for the packing alone. */

#define LEADUP_LANE_BLOCK 16
#define LEADUP_LANE_NEVER G_MAXUINT16

/**
 * LeadupLanePlace:
 * @activations: steps on a scale of logarithms, rounded up; %LEADUP_LANE_NEVER where never
 */
typedef struct
{
  guint16 activations[LEADUP_N_LABEL_CLASSES];
  guint8  row;
} LeadupLanePlace;

#define LEADUP_LANE_PLACE_NONE                                                                     \
  ((LeadupLanePlace) { { LEADUP_LANE_NEVER, LEADUP_LANE_NEVER, LEADUP_LANE_NEVER,                  \
                         LEADUP_LANE_NEVER, LEADUP_LANE_NEVER },                                   \
                       0 })

guint    leadup_lane_leaves_for          (guint                           n);
guint16  leadup_lane_scale_to_step_above (double                          scale);
guint16  leadup_lane_scale_to_step_below (double                          scale);
double   leadup_lane_step_to_scale       (guint                           step);
gboolean leadup_lane_rows_fill           (const LeadupLane               *lane,
                                          const LeadupLaneUnit           *units,
                                          const LeadupLanePackingOptions *options,
                                          LeadupLanePlace                *places,
                                          guint                          *n_rows,
                                          GCancellable                   *cancellable);

static inline double
leadup_lane_unit_get_left (const LeadupLaneUnit *unit,
                           LeadupLabelClass      label)
{
  if (label == LEADUP_LABEL_NONE || !unit->is_left || unit->is_untitled)
    return (double) unit->left;

  return (double) MAX (unit->left, unit->labels[label - 1]);
}

static inline double
leadup_lane_unit_get_right (const LeadupLaneUnit *unit,
                            LeadupLabelClass      label)
{
  if (label == LEADUP_LABEL_NONE || unit->is_left || unit->is_untitled)
    return (double) unit->right;

  return (double) MAX (unit->right, unit->labels[label - 1]);
}

G_END_DECLS
