/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-questions.h"
#include "model/leadup-tie-changes.h"

G_BEGIN_DECLS

/* What was counted, in sentences. */

const char *leadup_graph_sentences_name_change (LeadupTieChangeKind        kind);
/* (transfer none): a sign that stands for the kind on a line */
const char *leadup_graph_sentences_sign_change (LeadupTieChangeKind        kind);
char       *leadup_graph_sentences_change      (LeadupSnapshot            *snapshot,
                                                LeadupTies                *ties,
                                                const LeadupTieChange     *change) G_GNUC_WARN_UNUSED_RESULT;
char       *leadup_graph_sentences_question    (LeadupSnapshot            *snapshot,
                                                LeadupTies                *ties,
                                                const LeadupGraphQuestion *question) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
