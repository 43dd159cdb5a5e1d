/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LeadupTimelineLevel:
 *
 * How much of a lane’s events there is room to show.
 */
typedef enum
{
  LEADUP_TIMELINE_LEVEL_DENSITY,  /* how many there are when */
  LEADUP_TIMELINE_LEVEL_CLUSTERS, /* the most important, and how many more */
  LEADUP_TIMELINE_LEVEL_GLYPHS,   /* most have a symbol */
  LEADUP_TIMELINE_LEVEL_TITLES,   /* most have a title */
  LEADUP_TIMELINE_LEVEL_CARDS,    /* and what else is to be said */
} LeadupTimelineLevel;

#define LEADUP_N_TIMELINE_LEVELS (LEADUP_TIMELINE_LEVEL_CARDS + 1)

/**
 * LeadupTimelineLevels:
 *
 * The levels that lanes had last, so that none jumps to and fro where it is about to change. Owned
 * by whoever draws one timeline again and again; one thread at a time.
 */
typedef struct _LeadupTimelineLevels LeadupTimelineLevels;

LeadupTimelineLevels *leadup_timeline_levels_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void                  leadup_timeline_levels_free   (LeadupTimelineLevels *self);
LeadupTimelineLevel   leadup_timeline_levels_update (LeadupTimelineLevels *self,
                                                     const char           *key,
                                                     double                events_per_pixel,
                                                     guint                 n_rows);

/* Without a memory, as for a picture that is drawn once. */
LeadupTimelineLevel   leadup_timeline_level_choose  (double                events_per_pixel,
                                                     guint                 n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTimelineLevels, leadup_timeline_levels_free)

G_END_DECLS
