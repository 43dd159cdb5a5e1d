/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-event.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-view.h"

G_BEGIN_DECLS

/* Which lane an event belongs to: the record’s id or the value that makes the lane, “” where there
 * is none. An event with several actors stands once, with the one who acted. */
const char *leadup_lane_key_of   (LeadupEvent    *event,
                                  LeadupLanesBy   lanes_by);
char       *leadup_lane_key_name (const char     *key,
                                  LeadupLanesBy   lanes_by,
                                  LeadupSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;
int         leadup_lane_key_rank (const char     *key,
                                  LeadupLanesBy   lanes_by,
                                  LeadupSnapshot *snapshot);

const char *leadup_verification_get_label (LeadupVerification verification);

G_END_DECLS
