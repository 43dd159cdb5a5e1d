/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"
#include "article/leadup-html-tree.h"

G_BEGIN_DECLS

void leadup_html_metadata_read (const LeadupHtmlTree *tree,
                                LeadupArticle        *article);

G_END_DECLS
