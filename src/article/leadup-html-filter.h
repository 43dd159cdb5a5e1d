/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupHtmlFiltered:
 * @html: the page without what no article needs; long values of attributes are numbers of @values
 *   behind #LEADUP_HTML_VALUE_MARK
 * @values: (element-type utf8): the values
 * @data: (element-type utf8): the JSON-LD of the page
 */
typedef struct
{
  char         *html;
  gsize         length;
  GPtrArray    *values;
  GPtrArray    *data;
  GStringChunk *strings;
} LeadupHtmlFiltered;

#define LEADUP_HTML_VALUE_MARK '~'

void leadup_html_filter         (LeadupHtmlFiltered *self,
                                 const char         *html,
                                 gsize               length);
void leadup_html_filtered_clear (LeadupHtmlFiltered *self);

G_END_DECLS
