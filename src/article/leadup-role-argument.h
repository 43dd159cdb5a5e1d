/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

LeadupArgument
leadup_role_argument_make (LeadupArticle *article, const LeadupClauses *clauses, gint32 phrase);

G_END_DECLS
