/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void leadup_discard_in_thread (gpointer       data,
                               GDestroyNotify free_func);

G_END_DECLS
