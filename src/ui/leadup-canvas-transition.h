/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "render/leadup-raster.h"
#include "render/leadup-scene.h"

G_BEGIN_DECLS

/**
 * LeadupCanvasTransition:
 *
 * From one picture to another in which the same things stand elsewhere: each that is in both moves
 * there, and the rest of the new picture comes in meanwhile. Main thread.
 */
typedef struct _LeadupCanvasTransition LeadupCanvasTransition;

LeadupCanvasTransition *leadup_canvas_transition_new      (LeadupScene            *from,
                                                           LeadupScene            *to,
                                                           const LeadupRaster     *raster,
                                                           double                  scale) G_GNUC_WARN_UNUSED_RESULT;
void                    leadup_canvas_transition_free     (LeadupCanvasTransition *self);
void                    leadup_canvas_transition_snapshot (LeadupCanvasTransition *self,
                                                           GtkSnapshot            *snapshot,
                                                           GskRenderNode          *whole,
                                                           double                  text_scale,
                                                           double                  progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupCanvasTransition, leadup_canvas_transition_free)

G_END_DECLS
