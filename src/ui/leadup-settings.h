/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the program remembers between runs. Main thread. */
GSettings *leadup_settings_get         (void);
gboolean   leadup_settings_get_boolean (const char *key,
                                        gboolean    fallback);
int        leadup_settings_get_int     (const char *key,
                                        int         fallback);
char      *leadup_settings_dup_string  (const char *key) G_GNUC_WARN_UNUSED_RESULT;
void       leadup_settings_set_boolean (const char *key,
                                        gboolean    value);
void       leadup_settings_set_int     (const char *key,
                                        int         value);
void       leadup_settings_set_string  (const char *key,
                                        const char *value);
void leadup_settings_follow (const char *key, GObject *object, const char *property);

G_END_DECLS
