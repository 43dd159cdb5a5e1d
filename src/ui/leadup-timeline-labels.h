/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-timeline-scene.h"

G_BEGIN_DECLS

/**
 * LeadupTimelineLabels:
 *
 * What a timeline on screen keeps from picture to picture: the levels of its lanes, and whether the
 * labels of very many events have been placed yet. Until then its pictures are drafts; a worker
 * places them meanwhile. Owned by a view, main thread; its levels are used by the one worker that
 * draws.
 */
#define LEADUP_TYPE_TIMELINE_LABELS (leadup_timeline_labels_get_type ())

G_DECLARE_FINAL_TYPE (LeadupTimelineLabels, leadup_timeline_labels, LEADUP, TIMELINE_LABELS, GObject)

/* Signal: `placed`, when a picture would no longer be a draft. */
LeadupTimelineLabels *leadup_timeline_labels_new   (void) G_GNUC_WARN_UNUSED_RESULT;
/* Completes what a picture is made from; the options need the labels to live. */
void                  leadup_timeline_labels_fill  (LeadupTimelineLabels             *self,
                                                    LeadupTimelineSceneOptions       *options);
/* Places labels in a worker where a picture made from these has to do without. */
void                  leadup_timeline_labels_place (LeadupTimelineLabels             *self,
                                                    LeadupTimelineIndex              *index,
                                                    const LeadupTimelineSceneOptions *options,
                                                    const LeadupTheme                *theme);

G_END_DECLS
