/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What titles are compared by, for those who compare one with many others. */

GArray *leadup_trigrams_list    (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
double  leadup_trigrams_compare (const GArray *a,
                                 const GArray *b);

G_END_DECLS
