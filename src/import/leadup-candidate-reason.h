/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says in words why an event of an article is proposed as it is: from which word it was read,
 * whether the text tells it as done, and what its day rests on.
 */

#pragma once

#include "base/leadup-when.h"

G_BEGIN_DECLS

char *leadup_candidate_reason_describe (const char *trigger, const char *modality, const LeadupWhen *when);

G_END_DECLS
