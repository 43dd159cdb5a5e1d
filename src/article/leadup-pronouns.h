/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

void leadup_pronouns_find (LeadupArticle *article);
gint32 leadup_pronouns_get_actor (const LeadupArticle *article, guint32 token);

G_END_DECLS
