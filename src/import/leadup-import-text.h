/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What importers of texts share. */

GBytes  *leadup_import_text_decode (GBytes  *bytes,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean leadup_import_text_parse_markup (const GMarkupParser *parser,
                                          gpointer             data,
                                          GBytes              *bytes,
                                          GError             **error);

G_END_DECLS
