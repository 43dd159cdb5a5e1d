/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

LeadupArticle *leadup_html_reader_read (const char *html,
                                        gsize       length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
