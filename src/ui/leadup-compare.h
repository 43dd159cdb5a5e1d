/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-tie-changes.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/* The two windows of time that are compared: the brush, and the one before it, which is as long
 * unless the user has brushed another one. */

void     leadup_compare_set_active (LeadupWorkspace       *workspace,
                                    gboolean               is_active);
gboolean leadup_compare_is_active  (LeadupWorkspace       *workspace);
void     leadup_compare_set_before (LeadupWorkspace       *workspace,
                                    const LeadupTieWindow *before);
gboolean leadup_compare_get        (LeadupWorkspace       *workspace,
                                    LeadupTieWindow       *before,
                                    LeadupTieWindow       *after);

G_END_DECLS
