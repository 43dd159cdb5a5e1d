/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-window.h"

G_BEGIN_DECLS

/* The actions on lanes, and their menu; once the window has its workspace and timeline. */
void leadup_window_install_lanes (LeadupWindow *self);

G_END_DECLS
