/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

int leadup_date_tense_find (const LeadupArticle *article,
                            guint32              first_token,
                            guint32              end_token);
gboolean leadup_date_tense_is_planned (const LeadupArticle *article,
                                       guint32              first_token,
                                       guint32              end_token);
gboolean leadup_date_tense_is_habit (const LeadupArticle *article,
                                     guint32              token);

G_END_DECLS
