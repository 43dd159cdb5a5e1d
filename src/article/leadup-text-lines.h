/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/* Tokens [first_token, end_token) of one line of the text; never empty. */
typedef struct
{
  guint32 first_token;
  guint32 end_token;
} LeadupTextLine;

guint32 leadup_text_lines_find_end (const LeadupArticle *article, guint32 first);
GArray *leadup_text_lines_find (const LeadupArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
