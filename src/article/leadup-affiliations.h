/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

void leadup_affiliations_find (LeadupArticle *article, const LeadupClauses *clauses);

G_END_DECLS
