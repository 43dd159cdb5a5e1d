/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli.h"

#include <glib.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");

  /* The command line needs no display: nothing of GTK may be touched before this. */
  if (argc > 1 && leadup_cli_is_verb (argv[1]))
    return leadup_cli_run (argc, argv);

  g_print ("%s %s\n", g_get_prgname (), PACKAGE_VERSION);

  return 0;
}
