/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "layout/leadup-timeline-index.h"

G_BEGIN_DECLS

/**
 * LeadupLabelClass:
 *
 * How much of an event is shown: its symbol alone, or with a label of at most a certain width.
 */
typedef enum
{
  LEADUP_LABEL_NONE, /* the symbol alone */
  LEADUP_LABEL_SHORT,
  LEADUP_LABEL_MEDIUM,
  LEADUP_LABEL_LONG,
  LEADUP_LABEL_WHOLE, /* where nobody else needs the room */
} LeadupLabelClass;

#define LEADUP_N_LABEL_CLASSES (LEADUP_LABEL_WHOLE + 1)

/**
 * LeadupLaneUnit:
 * @left: pixels that the symbol takes left of its anchor
 * @right: pixels that it takes right of it
 * @labels: likewise, with a label of each class but the first; not falling
 * @importance: the more important choose first; less than 0 takes no part
 * @is_left: whether the label stands left of the symbol
 * @is_untitled: never has a label
 */
typedef struct
{
  float    left;
  float    right;
  float    labels[LEADUP_N_LABEL_CLASSES - 1];
  float    importance;
  gboolean is_left;
  gboolean is_untitled;
} LeadupLaneUnit;

/**
 * LeadupLanePacking:
 *
 * For each entry of a lane a row and activation scales, the smallest scales (pixels per
 * microsecond) from which its symbol and its label of each width are shown: consistent dynamic
 * labelling in one dimension, after K. Been, E. Daiches and C. Yap, “Dynamic map labeling” (2006).
 * What is shown at a scale are the entries that are active by then. They never overlap in their
 * row; panning changes none of them; zooming in only adds.
 *
 * An implicit forest over the entries tells for any range of them how many are not shown, which of
 * these is the most important, and how well the worst of them is verified.
 *
 * Immutable, reference-counted (atomically), may cross threads; lives no longer than the index
 * whose lane it belongs to.
 */
typedef struct _LeadupLanePacking LeadupLanePacking;

#define LEADUP_LANE_MAX_ROWS 48

/**
 * LeadupLanePackingOptions:
 * @max_rows: 0 … %LEADUP_LANE_MAX_ROWS; 0 shows none at any scale
 * @fit_scale: an entry whose longest label can be shown from this scale on in one of the upper rows
 * opens no further row
 * @most_scale: nothing is shown that is not shown at this scale, which is sooner found out; 0 where
 * all scales are wanted
 */
typedef struct
{
  guint  max_rows;
  double fit_scale;
  double most_scale;
} LeadupLanePackingOptions;

/**
 * LeadupLaneHidden:
 * @n: how many entries
 * @top: index of the most important one, or −1
 * @least: the rank of the least verified one; see leadup_verification_get_rank()
 */
typedef struct
{
  guint n;
  int   top;
  guint least;
} LeadupLaneHidden;

/* Returns: whether to go on */
typedef gboolean (*LeadupLaneVisitFunc) (guint            index,
                                         guint            row,
                                         LeadupLabelClass label,
                                         gpointer         data);

LeadupLanePacking *leadup_lane_packing_new             (const LeadupLane               *lane,
                                                        const LeadupLaneUnit           *units,
                                                        const LeadupLanePackingOptions *options,
                                                        GCancellable                   *cancellable) G_GNUC_WARN_UNUSED_RESULT;
LeadupLanePacking *leadup_lane_packing_ref             (LeadupLanePacking              *self);
void               leadup_lane_packing_unref           (LeadupLanePacking              *self);

guint              leadup_lane_packing_get_n_rows      (const LeadupLanePacking        *self);
gboolean           leadup_lane_packing_is_enough       (const LeadupLanePacking        *self,
                                                        guint                           max_rows);
double             leadup_lane_packing_get_activation  (const LeadupLanePacking        *self,
                                                        guint                           index,
                                                        LeadupLabelClass                label);
guint              leadup_lane_packing_get_row         (const LeadupLanePacking        *self,
                                                        guint                           index);
double             leadup_lane_packing_get_highest_activation (const LeadupLanePacking *self);
void               leadup_lane_packing_visit           (const LeadupLanePacking        *self,
                                                        double                          scale,
                                                        double                          from,
                                                        double                          to,
                                                        LeadupLaneVisitFunc             func,
                                                        gpointer                        data);
LeadupLaneHidden   leadup_lane_packing_get_hidden      (const LeadupLanePacking        *self,
                                                        double                          scale,
                                                        guint                           first,
                                                        guint                           end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupLanePacking, leadup_lane_packing_unref)

G_END_DECLS
