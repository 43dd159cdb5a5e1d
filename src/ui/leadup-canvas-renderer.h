/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-raster.h"

G_BEGIN_DECLS

/**
 * LeadupCanvasRenderer:
 * @theme: (nullable): whose fonts @measure knows; %NULL = none yet
 *
 * What a canvas keeps between its pictures: a cache of shaped texts, and memory. Belongs to the one
 * worker job at a time. To look up all fonts of a theme takes longer than a picture does, so that a
 * canvas which draws for the first time takes over what another one left, or does not need now.
 */
typedef struct
{
  const LeadupTheme *theme;
  LeadupTextMeasure *measure;
  LeadupRasterPool  *pool;
  gint64             used_us; /* monotonic time of the last picture */
} LeadupCanvasRenderer;

LeadupCanvasRenderer *leadup_canvas_renderer_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void                  leadup_canvas_renderer_free      (LeadupCanvasRenderer  *self);

/* Main thread: where a canvas keeps its own while no worker has it. */
void                  leadup_canvas_renderer_enroll    (LeadupCanvasRenderer **place);
void                  leadup_canvas_renderer_withdraw  (LeadupCanvasRenderer **place);
void                  leadup_canvas_renderer_take_over (LeadupCanvasRenderer **place,
                                                        const LeadupTheme     *theme);

/* Any thread that owns it: makes it know the fonts of @theme. */
void                  leadup_canvas_renderer_set_theme (LeadupCanvasRenderer  *self,
                                                        const LeadupTheme     *theme);

G_END_DECLS
