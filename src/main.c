/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>

#define WINDOW_PROGRAM "leadup-window"

/* Where the window’s program is: beside this one in the build directory, in libexec where it is
 * installed, there also if the whole tree was moved. */
static char *
find_window_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (self != NULL ? self : "/");
  g_autofree char *built = g_build_filename (folder, WINDOW_PROGRAM, NULL);
  g_autofree char *moved =
      g_build_filename (folder, "..", "libexec", "leadup", WINDOW_PROGRAM, NULL);
  g_autofree char *installed = g_build_filename (LIBEXECDIR, "leadup", WINDOW_PROGRAM, NULL);

  if (g_file_test (built, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&built);
  if (g_file_test (installed, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&installed);

  return g_steal_pointer (&moved);
}

/* Becomes the window’s program. GTK is linked there alone: to load it would cost a verb of the
 * command line more than its work does. */
static int
run_window (char **argv)
{
  g_autofree char *program = find_window_program ();

  execv (program, argv);
  g_printerr (
      _ ("leadup: the window’s program %s cannot be started: %s. Please install Leadup anew.\n"),
      program, g_strerror (errno));

  return 1;
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc > 1 && leadup_cli_is_verb (argv[1]))
    return leadup_cli_run (argc, argv);

  return run_window (argv);
}
