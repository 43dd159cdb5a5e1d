/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the system takes back faster than the program could. */

void leadup_cli_keep (gpointer data);

G_END_DECLS
