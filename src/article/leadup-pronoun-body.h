/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

gint32 leadup_pronoun_body_find (const LeadupArticle *article, guint32 token);

G_END_DECLS
