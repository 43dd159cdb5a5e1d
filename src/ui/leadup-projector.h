/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-projection.h"

G_BEGIN_DECLS

/**
 * LeadupProjector:
 *
 * Makes projections of a story in workers, the newest wins: first the index, which is enough for a
 * picture of the timeline, then all else. Owned by the workspace, main thread.
 *
 * Signals: `indexed`, `projected`, and `progressed` about ten times a second while an index takes
 * its time.
 */
#define LEADUP_TYPE_PROJECTOR (leadup_projector_get_type ())

G_DECLARE_FINAL_TYPE (LeadupProjector, leadup_projector, LEADUP, PROJECTOR, GObject)

LeadupProjector     *leadup_projector_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void                 leadup_projector_start          (LeadupProjector *self,
                                                      LeadupSnapshot  *snapshot,
                                                      LeadupFilter    *filter,
                                                      LeadupView      *lanes);
void                 leadup_projector_cancel         (LeadupProjector *self);

/* (nullable): %NULL until the first one is there */
LeadupTimelineIndex *leadup_projector_get_index      (LeadupProjector *self);
LeadupProjection    *leadup_projector_get_projection (LeadupProjector *self);

/* Returns: how far the index is, 0 … 1, or −1 where none is being made or it is there at once */
double               leadup_projector_get_progress   (LeadupProjector *self);

G_END_DECLS
