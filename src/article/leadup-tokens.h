/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

void    leadup_tokens_find (LeadupArticle       *article);
guint32 leadup_tokens_at   (const LeadupArticle *article,
                            guint32              byte);

G_END_DECLS
