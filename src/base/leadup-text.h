/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Safe handling of text that comes from outside: always valid UTF-8, one paragraph, bounded. */

char     *leadup_text_make_valid     (const char  *bytes,
                                      gssize       length,
                                      gsize        max_bytes) G_GNUC_WARN_UNUSED_RESULT;
char     *leadup_text_single_line    (const char  *text,
                                      gsize        max_characters) G_GNUC_WARN_UNUSED_RESULT;
char     *leadup_text_ellipsize      (const char  *text,
                                      gsize        max_characters) G_GNUC_WARN_UNUSED_RESULT;
char     *leadup_text_fold           (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char     *leadup_text_lower          (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean  leadup_text_is_blank       (const char  *text);
char     *leadup_text_slug           (const char  *text,
                                      gsize        max_characters) G_GNUC_WARN_UNUSED_RESULT;
void      leadup_text_append_xml     (GString     *string,
                                      const char  *text);
void      leadup_text_append_json    (GString     *string,
                                      const char  *text);
void      leadup_text_append_number  (GString     *string,
                                      double       number);
double    leadup_text_similarity     (const char  *a,
                                      const char  *b);

G_END_DECLS
