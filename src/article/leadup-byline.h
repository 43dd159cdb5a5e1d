/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

guint32  leadup_byline_name_end (const LeadupArticle *article,
                                 guint32              at,
                                 guint32              end);
guint32  leadup_byline_skip_opening (const LeadupArticle *article,
                                     guint32              at,
                                     guint32              end);
gboolean leadup_byline_has_outlet_word (const LeadupArticle *article,
                                        guint32              first,
                                        guint32              end);
gboolean leadup_byline_is_credit (const LeadupArticle *article,
                                  guint32              at,
                                  guint32              end);
gboolean leadup_byline_read     (LeadupArticle       *article,
                                 guint32              at,
                                 guint32              end);

G_END_DECLS
