/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A verb of the command line. Nothing of GTK is initialised. */
typedef struct
{
  const char *name;
  int       (*run) (int    argc,
                    char **argv);
} LeadupCliVerb;

int leadup_cli_run (const LeadupCliVerb *verbs,
                    guint                n_verbs,
                    int                  argc,
                    char               **argv);

G_END_DECLS
