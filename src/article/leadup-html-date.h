/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-html-tree.h"

G_BEGIN_DECLS

/**
 * LeadupHtmlDateSearch:
 * @language: (nullable): two letters
 *
 * Where the day on which a page was published is looked for. Days are day numbers.
 */
typedef struct
{
  const LeadupHtmlTree *tree;
  const char           *language;
} LeadupHtmlDateSearch;

gboolean leadup_html_date_parse            (const LeadupHtmlDateSearch *self,
                                            const char                 *text,
                                            gint64                     *day);
gboolean leadup_html_date_find_in_elements (const LeadupHtmlDateSearch *self,
                                            gint64                     *day);
gboolean leadup_html_date_find_in_url      (const char                 *url,
                                            gint64                     *day);
gboolean leadup_html_date_find_in_text     (const LeadupHtmlDateSearch *self,
                                            gint64                     *day);

G_END_DECLS
