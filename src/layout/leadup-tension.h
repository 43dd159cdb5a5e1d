/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-timeline-index.h"
#include "model/leadup-category.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_TENSION (leadup_tension_get_type ())

#define LEADUP_N_QUAD_CLASSES (LEADUP_QUAD_CLASS_MATERIAL_CONFLICT + 1)

/* Bins with fewer events say little. */
#define LEADUP_TENSION_MIN_EVENTS (3)

/**
 * LeadupTension:
 *
 * How many events of conflict and of cooperation, words and deeds, began in each calendar bin.
 * Counted once a unit of the calendar, in whatever thread asks first; then a window costs as much
 * as it has bins. Reference-counted (atomically), may cross threads.
 */
typedef struct _LeadupTension LeadupTension;

/**
 * LeadupTensionBin:
 * @start: its first moment
 * @end: exclusive
 * @n: how many events began in it
 * @counts: of them by #LeadupQuadClass
 */
typedef struct
{
  LeadupInstant start;
  LeadupInstant end;
  guint         n;
  guint         counts[LEADUP_N_QUAD_CLASSES];
} LeadupTensionBin;

/**
 * LeadupTensionCounts:
 * @bins: (array length=n_bins): those with events, by time
 * @peak: the most of conflict or of cooperation in one bin
 * @n_vague: events whose dates are too vague for a bin; they are in none
 */
typedef struct
{
  const LeadupTensionBin *bins;
  guint                   n_bins;
  guint                   peak;
  guint                   n_vague;
} LeadupTensionCounts;

GType                leadup_tension_get_type    (void);
LeadupTension       *leadup_tension_new         (LeadupTimelineIndex    *index) G_GNUC_WARN_UNUSED_RESULT;
LeadupTension       *leadup_tension_ref         (LeadupTension          *self);
void                 leadup_tension_unref       (LeadupTension          *self);

void                 leadup_tension_count       (LeadupTension          *self,
                                                 LeadupUnit              unit,
                                                 LeadupTensionCounts    *counts);
guint                leadup_tension_find        (const LeadupTensionCounts *counts,
                                                 LeadupInstant              from);
guint                leadup_tension_bin_conflict (const LeadupTensionBin   *bin);
guint                leadup_tension_bin_cooperation (const LeadupTensionBin *bin);
LeadupUnit           leadup_tension_choose_unit (double                  pixels_per_second,
                                                 LeadupUnit              finest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTension, leadup_tension_unref)

G_END_DECLS
