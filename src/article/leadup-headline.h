/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

#define LEADUP_HEADLINE_CHARACTERS 80

char *leadup_headline_make (const LeadupArticle *article,
                            const LeadupArticleEvent *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
