/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-event.h"

G_BEGIN_DECLS

/* Reports that agree so much tell of one event. */
#define LEADUP_AGREEMENT_SAME 0.55

double       leadup_agreement_weigh        (LeadupEvent    *a,
                                            LeadupEvent    *b);
gboolean     leadup_agreement_has_evidence (LeadupEvent    *event,
                                            LeadupEvidence *evidence);
gboolean     leadup_agreement_differs      (const LeadupValue *a,
                                            const LeadupValue *b);
LeadupEvent *leadup_agreement_join         (LeadupEvent    *event,
                                            LeadupEvent    *other,
                                            LeadupInstant   now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
