/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of an enum’s values in files and on the command line: an array indexed by the value. */

gboolean leadup_names_find (const char * const *names,
                            guint               n_names,
                            const char         *name,
                            guint              *index);

G_END_DECLS
