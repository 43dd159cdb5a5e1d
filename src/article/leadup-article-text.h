/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of unknown encoding to Unicode. */

char    *leadup_article_text_decode        (const char *bytes,
                                            gsize       length,
                                            const char *declared,
                                            gsize      *decoded_length) G_GNUC_WARN_UNUSED_RESULT;
char    *leadup_article_text_find_declared (const char *bytes,
                                            gsize       length) G_GNUC_WARN_UNUSED_RESULT;
gboolean leadup_article_text_is_html       (const char *bytes,
                                            gsize       length);

G_END_DECLS
