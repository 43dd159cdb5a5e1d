/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

void     leadup_article_title_find (LeadupArticle       *article);
gboolean leadup_article_title_has  (const LeadupArticle *article,
                                    LeadupSpan           span);

G_END_DECLS
