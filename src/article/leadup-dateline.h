/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

void leadup_dateline_find (LeadupArticle *article);
guint32 leadup_dateline_skip (const LeadupArticle *article, guint32 first);

G_END_DECLS
