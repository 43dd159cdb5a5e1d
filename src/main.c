/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>

int
main (int    argc,
      char **argv)
{
  g_print ("%s %s\n", g_get_prgname (), PACKAGE_VERSION);

  return 0;
}
