/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-scene.h"

G_BEGIN_DECLS

/**
 * leadup_svg_writer_write:
 * @scene: a finished scene
 * @zoom: pixels of the drawing per unit of the scene
 * @title: (nullable): what the picture is called
 * @description: (nullable): its alternative text
 *
 * Writes @scene as SVG with real text, named layers and one group a record. No script, no reference
 * to anything outside. The same scene gives the same bytes. Any thread.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *leadup_svg_writer_write (const LeadupScene *scene,
                                 double             zoom,
                                 const char        *title,
                                 const char        *description) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
