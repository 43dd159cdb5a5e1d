/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-verbs.h"

#include <errno.h>
#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Becomes the program that a verb of the command line needs, or the window's. Each has the
 * libraries of its work alone, and this one none: to load those of all would take longer than most
 * verbs do. */

#define WINDOW_PROGRAM "leadup-window"
#define MAX_PATH (PATH_MAX + 64) /* beside a folder */
#define N_ELEMENTS(array) (sizeof (array) / sizeof ((array)[0]))

#define STORY_VERB(name) { #name, LEADUP_STORY_PROGRAM },
#define READER_VERB(name) { #name, LEADUP_READER_PROGRAM },

static const struct
{
  const char *verb;
  const char *program;
} verbs[] = { LEADUP_STORY_VERBS (STORY_VERB) LEADUP_READER_VERBS (READER_VERB) };

static const char *
choose_program (const char *word)
{
  for (size_t i = 0; word != NULL && i < N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].verb, word) == 0)
      return verbs[i].program;

  return WINDOW_PROGRAM;
}

/* Where the other programs are: beside this one in the build directory, in libexec where it is
 * installed, there also if the whole tree was moved. */
static void
find_program (const char *program,
              char        path[MAX_PATH])
{
  char self[PATH_MAX];
  ssize_t length = readlink ("/proc/self/exe", self, sizeof self - 1);
  char *slash;

  self[length > 0 ? length : 0] = '\0';
  slash = strrchr (self, '/');
  if (slash != NULL)
    *slash = '\0';

  snprintf (path, MAX_PATH, "%s/%s", self, program);
  if (access (path, X_OK) == 0)
    return;
  snprintf (path, MAX_PATH, LIBEXECDIR "/leadup/%s", program);
  if (access (path, X_OK) == 0)
    return;
  snprintf (path, MAX_PATH, "%s/../libexec/leadup/%s", self, program);
}

int
main (int    argc,
      char **argv)
{
  const char *program = choose_program (argc > 1 ? argv[1] : NULL);
  char path[MAX_PATH];

  if (argc == 2 && strcmp (argv[1], "--version") == 0)
    {
      printf ("leadup %s\n", PACKAGE_VERSION);
      return 0;
    }
  find_program (program, path);
  execv (path, argv);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  fprintf (stderr,
           gettext ("leadup: its program %s cannot be started: %s. Please install Leadup anew.\n"),
           path, strerror (errno));

  return 1;
}
