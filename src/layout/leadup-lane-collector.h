/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-lane-body-private.h"

G_BEGIN_DECLS

GPtrArray *leadup_lane_bodies_collect (LeadupSnapshot *snapshot,
                                       LeadupLanesBy   lanes_by,
                                       const char     *zone,
                                       GArray         *undated,
                                       int            *permille,
                                       GCancellable   *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
