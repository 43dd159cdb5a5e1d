/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-html-tree.h"

G_BEGIN_DECLS

/**
 * LeadupHtmlFate:
 * @LEADUP_HTML_DROPPED: not of the article
 * @LEADUP_HTML_KEPT: of the article
 * @LEADUP_HTML_CAPTION: kept, but furniture (captions)
 *
 * What becomes of a node of a page.
 */
typedef enum
{
  LEADUP_HTML_DROPPED,
  LEADUP_HTML_KEPT,
  LEADUP_HTML_CAPTION,
} LeadupHtmlFate;

guint8 *leadup_html_main_find (const LeadupHtmlTree *tree) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
