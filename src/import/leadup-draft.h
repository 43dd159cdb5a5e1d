/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-digest.h"
#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

GPtrArray *leadup_draft_choose (LeadupSnapshot           *snapshot,
                                const LeadupDigestLimits *limits,
                                GCancellable             *cancellable,
                                GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
