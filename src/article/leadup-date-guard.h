/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-date-matcher.h"

G_BEGIN_DECLS

gboolean leadup_date_guard_allows (const LeadupDateGrammar *grammar,
                                   const LeadupArticle     *article,
                                   const LeadupDateMatch   *match);

G_END_DECLS
