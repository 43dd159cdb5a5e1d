/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/* What the words around a verb say about when it was, where no date does. */

gboolean leadup_when_tense_is_perfect  (const LeadupArticle *article,
                                        guint32              verb);
gboolean leadup_when_tense_is_future   (const LeadupArticle *article,
                                        guint32              verb);
gboolean leadup_when_tense_comes_later (const LeadupArticle *article,
                                        guint32              verb);

G_END_DECLS
