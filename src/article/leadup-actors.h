/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

void leadup_actors_find (LeadupArticle *article);
gint32 leadup_actors_at (const LeadupArticle *article, guint32 first, guint32 end);

G_END_DECLS
