/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

void                   leadup_statements_find        (LeadupArticle       *article);
gboolean               leadup_statements_is_quoted   (const LeadupArticle *article,
                                                      guint32              at);
const LeadupStatement *leadup_statements_get_holding (const LeadupArticle *article,
                                                      guint                first,
                                                      LeadupSpan           span);
const LeadupStatement *leadup_statements_get_before  (const LeadupArticle *article,
                                                      guint                first,
                                                      guint32              at);

G_END_DECLS
