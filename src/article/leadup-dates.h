/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

void     leadup_dates_find     (LeadupArticle *article);
gboolean leadup_dates_find_day (LeadupArticle *article,
                                guint32        from,
                                guint32        to,
                                guint32       *first_token,
                                guint32       *end_token,
                                gint64        *day);

G_END_DECLS
