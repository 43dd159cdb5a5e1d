/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-story.h"

G_BEGIN_DECLS

/* Transactions as JSON on one line, for the journal: what each record was changed into. */

void               leadup_transaction_text_append          (GString                 *text,
                                                            const LeadupTransaction *transaction);
void               leadup_transaction_text_append_snapshot (GString                 *text,
                                                            LeadupSnapshot          *snapshot);
LeadupTransaction *leadup_transaction_text_read            (GBytes                  *text,
                                                            LeadupStory             *story,
                                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
