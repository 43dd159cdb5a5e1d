/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LeadupLaneUnit:
 * @start: microseconds; where the mark’s band begins
 * @end: where it ends, at least @start; may be infinite
 * @anchor: where the symbol stands, from @start to @end
 * @left: pixels that symbol (and label) take left of the anchor
 * @right: pixels that they take right of it
 * @importance: the more important choose first
 * @entry: what it stands for; the caller’s number
 */
typedef struct
{
  double start;
  double end;
  double anchor;
  float left;
  float right;
  float importance;
  guint entry;
} LeadupLaneUnit;

/**
 * LeadupLanePacking:
 *
 * For each event of a lane a row and an activation scale, the smallest scale (pixels per
 * microsecond) from which its label is shown: consistent dynamic labelling in one dimension, after
 * K. Been, E. Daiches and C. Yap, “Dynamic map labeling” (2006). What is shown at scale s are the
 * units with activation ≤ s. They never overlap in their row; panning changes none of them; zooming
 * in only adds.
 *
 * Immutable, reference-counted (atomically), may cross threads.
 */
typedef struct _LeadupLanePacking LeadupLanePacking;

/**
 * LeadupLanePlace:
 * @activation: %INFINITY where it is never shown
 */
typedef struct
{
  double activation;
  guint row;
} LeadupLanePlace;

/**
 * LeadupLanePackingOptions:
 * @max_rows: 0 … 64; 0 shows none at any scale
 * @fit_scale: a unit that can be shown from this scale on in one of the upper rows opens no further
 * row
 */
typedef struct
{
  guint max_rows;
  double fit_scale;
} LeadupLanePackingOptions;

/* Returns: whether to go on */
typedef gboolean (*LeadupLaneVisitFunc) (const LeadupLaneUnit *unit,
                                         const LeadupLanePlace *place,
                                         gpointer data);

LeadupLanePacking *leadup_lane_packing_new (const LeadupLaneUnit *units,
                                            guint n_units,
                                            const LeadupLanePackingOptions *options,
                                            GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
LeadupLanePacking *leadup_lane_packing_ref (LeadupLanePacking *self);
void leadup_lane_packing_unref (LeadupLanePacking *self);

guint leadup_lane_packing_get_n (const LeadupLanePacking *self);
guint leadup_lane_packing_get_n_rows (const LeadupLanePacking *self);
const LeadupLaneUnit *leadup_lane_packing_get_unit (const LeadupLanePacking *self, guint index);
const LeadupLanePlace *leadup_lane_packing_get_place (const LeadupLanePacking *self, guint index);
double leadup_lane_packing_get_highest_activation (const LeadupLanePacking *self);
void leadup_lane_packing_visit (const LeadupLanePacking *self,
                                double scale,
                                double from,
                                double to,
                                LeadupLaneVisitFunc func,
                                gpointer data);
guint leadup_lane_packing_find (const LeadupLanePacking *self, double anchor);
guint leadup_lane_packing_count_hidden (const LeadupLanePacking *self,
                                        double scale,
                                        guint first,
                                        guint end);
int leadup_lane_packing_top_hidden (const LeadupLanePacking *self,
                                    double scale,
                                    guint first,
                                    guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupLanePacking, leadup_lane_packing_unref)

G_END_DECLS
