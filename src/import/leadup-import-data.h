/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of tables, in the program itself: kinds of them, names of columns and months. */
GBytes    *leadup_import_data_get       (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *leadup_import_data_read_rows (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
