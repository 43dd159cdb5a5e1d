/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean leadup_name_fit_is_initialism (const char *letters,
                                        const char *name);
gboolean leadup_name_fit_is_part       (const char *part,
                                        const char *whole);
guint    leadup_name_fit_person        (const char *name,
                                        const char *known);

G_END_DECLS
