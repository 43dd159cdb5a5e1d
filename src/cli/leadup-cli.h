/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The verbs of the command line: import, export, extract, check. Nothing of GTK is initialised. */
gboolean leadup_cli_is_verb (const char  *word);
int      leadup_cli_run     (int          argc,
                             char       **argv);

G_END_DECLS
