/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupLaneDensity:
 *
 * How many events of a lane begin when, by category, in bins that lie on multiples of a power of
 * two of microseconds, so that panning regroups nothing. Coarse bins are counted beforehand, half
 * as many at each level; fine ones hold so few events that they are counted when they are asked
 * for. Belongs to a lane, read-only.
 */
typedef struct _LeadupLaneDensity LeadupLaneDensity;

#define LEADUP_LANE_MAX_KINDS 12

/* What is counted of one event. */
typedef struct
{
  gint64  start;
  guint16 category;
  gboolean is_doubtful;
} LeadupLaneDensityEvent;

/* Fills @event with what the event @index of @data is. */
typedef void (*LeadupLaneDensityFunc) (gconstpointer           data,
                                       guint                   index,
                                       LeadupLaneDensityEvent *event);

LeadupLaneDensity *leadup_lane_density_new         (LeadupLaneDensityFunc    func,
                                                    gconstpointer            data,
                                                    guint                    n_events) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_lane_density_free        (LeadupLaneDensity       *self);

guint              leadup_lane_density_get_n_kinds (const LeadupLaneDensity *self);
guint16            leadup_lane_density_get_kind    (const LeadupLaneDensity *self,
                                                    guint                    index);
double             leadup_lane_density_get_typical (const LeadupLaneDensity *self,
                                                    int                      exponent);
guint              leadup_lane_density_find        (const LeadupLaneDensity *self,
                                                    int                      exponent,
                                                    gint64                   bin);
void               leadup_lane_density_count       (const LeadupLaneDensity *self,
                                                    int                      exponent,
                                                    gint64                   first_bin,
                                                    guint                    n_bins,
                                                    guint                   *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupLaneDensity, leadup_lane_density_free)

G_END_DECLS
