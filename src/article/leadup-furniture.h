/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/* The name of the rule for the line above a text that says when it was published: its words make
 * no event, but its date is one of the text. */
#define LEADUP_FURNITURE_HEADER "header"

/* That for the clock in front of an entry of a live blog. */
#define LEADUP_FURNITURE_CLOCK "clock"

void leadup_furniture_find (LeadupArticle *article);

G_END_DECLS
