/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/* Candidates below this are not shown unless asked for. */
#define LEADUP_CANDIDATES_FLOOR 0.35

void leadup_candidates_make (LeadupArticle *article);
GArray *leadup_candidates_list (const LeadupArticle *article,
                                double floor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
