/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Most text is plain ASCII, which needs no decoding; these look at eight bytes at a time. */

gsize    leadup_ascii_measure        (const char *text,
                                      gsize       length);
gsize    leadup_ascii_measure_plain  (const char *text,
                                      gsize       length);
gsize    leadup_ascii_measure_quoted (const char *text,
                                      gsize       length);
gboolean leadup_ascii_is_utf8        (const char *text,
                                      gsize       length);

G_END_DECLS
