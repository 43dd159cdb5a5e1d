/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* `leadup merge` */
int leadup_cli_merge (int    argc,
                      char **argv);

G_END_DECLS
