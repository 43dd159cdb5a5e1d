/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

void leadup_role_fallback_find (LeadupArticle *article,
                                const LeadupClauses *clauses,
                                gint32 index,
                                LeadupArticleEvent *event);

G_END_DECLS
