/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-canvas.h"

G_BEGIN_DECLS

/**
 * LeadupOverviewStrip:
 *
 * The density of all and of the shown events over the whole time, the timeline’s window in it, and
 * the brush. The brush is made by dragging, moved by dragging it, resized at its ends; the arrow
 * keys move it, Shift resizes it.
 */
#define LEADUP_TYPE_OVERVIEW_STRIP (leadup_overview_strip_get_type ())

G_DECLARE_FINAL_TYPE (LeadupOverviewStrip, leadup_overview_strip, LEADUP, OVERVIEW_STRIP, LeadupCanvas)

void leadup_overview_strip_set_workspace (LeadupOverviewStrip *self,
                                          LeadupWorkspace     *workspace);

G_END_DECLS
