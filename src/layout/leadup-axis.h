/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-time-scale.h"

G_BEGIN_DECLS

/**
 * LeadupAxis:
 *
 * The two calendar rows of a time axis: ticks, and above them what they are parts of. Which units
 * are used depends on the scale alone, so that panning changes no label. Plain data of one thread.
 */
typedef struct _LeadupAxis LeadupAxis;

/**
 * LeadupAxisTick:
 * @x: where it stands on the axis
 * @label: (nullable): %NULL where it would be cut off
 * @is_major: whether a new context begins here
 */
typedef struct
{
  LeadupInstant  time;
  double         x;
  char          *label;
  gboolean       is_major;
} LeadupAxisTick;

/**
 * LeadupAxisContext:
 * @x: where it begins, not left of the axis
 * @end: where it ends, not right of the axis
 * @label: (nullable): %NULL where there is no room for one
 */
typedef struct
{
  double  x;
  double  end;
  char   *label;
} LeadupAxisContext;

/**
 * LeadupAxisMeasureFunc:
 * @is_context: whether the text stands in the upper row
 *
 * Returns: the width of @text in pixels
 */
typedef double (*LeadupAxisMeasureFunc) (const char *text,
                                         gboolean    is_context,
                                         gpointer    data);

/**
 * LeadupAxisOptions:
 * @scale: the window, which is the axis; of its folds there is nothing on it
 * @finest: no tick is finer than this, however far one zooms in
 */
typedef struct
{
  LeadupTimeScale       scale;
  LeadupUnit            finest;
  LeadupAxisMeasureFunc measure;
  gpointer              measure_data;
} LeadupAxisOptions;

LeadupAxis              *leadup_axis_new            (const LeadupAxisOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void                     leadup_axis_free           (LeadupAxis              *self);

LeadupUnit               leadup_axis_get_unit       (const LeadupAxis        *self);
guint                    leadup_axis_get_n_ticks    (const LeadupAxis        *self);
const LeadupAxisTick    *leadup_axis_get_tick       (const LeadupAxis        *self,
                                                     guint                    index);
guint                    leadup_axis_get_n_contexts (const LeadupAxis        *self);
const LeadupAxisContext *leadup_axis_get_context    (const LeadupAxis        *self,
                                                     guint                    index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupAxis, leadup_axis_free)

G_END_DECLS
