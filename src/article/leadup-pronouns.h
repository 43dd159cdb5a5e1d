/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

void leadup_pronouns_find (LeadupArticle *article);
gint32 leadup_pronouns_get_actor (const LeadupArticle *article, guint32 token);

gboolean leadup_pronouns_find_nameless (const LeadupArticle *article,
                                        guint32 token,
                                        LeadupSpan *words);

G_END_DECLS
