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
/* In which other lanes it has ghosts. */
void        leadup_lane_key_for_others (LeadupEvent  *event,
                                  LeadupLanesBy   lanes_by,
                                  void          (*func) (const char *key,
                                                         gpointer    data),
                                  gpointer        data);
int         leadup_lane_key_rank (const char     *key,
                                  LeadupLanesBy   lanes_by,
                                  LeadupSnapshot *snapshot);

/* From the least verified up, 0 … %LEADUP_N_VERIFICATIONS − 1. */
guint       leadup_verification_get_rank  (LeadupVerification verification);
LeadupVerification leadup_verification_from_rank (guint rank);
const char *leadup_verification_get_label (LeadupVerification verification);

G_END_DECLS
