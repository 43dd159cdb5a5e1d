/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli.h"

#include "cli/leadup-cli-check.h"
#include "cli/leadup-cli-digest.h"
#include "cli/leadup-cli-export.h"
#include "cli/leadup-cli-extract.h"
#include "cli/leadup-cli-import.h"
#include "cli/leadup-cli-merge.h"

#include <string.h>

/* The one place to add a verb. */
static const struct
{
  const char *name;
  int (*run) (int argc, char **argv);
} verbs[] = {
  { "check", leadup_cli_check },
  { "digest", leadup_cli_digest },
  { "export", leadup_cli_export },
  { "extract", leadup_cli_extract },
  { "import", leadup_cli_import },
  { "merge", leadup_cli_merge },
};

/**
 * leadup_cli_is_verb:
 * @word: (nullable): the first argument of the program
 *
 * Returns: whether it asks for the command line rather than for a window
 */
gboolean
leadup_cli_is_verb (const char *word)
{
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, word) == 0)
      return TRUE;

  return FALSE;
}

/**
 * leadup_cli_run:
 * @argc: as main() got it
 * @argv: as main() got it; the second is a verb
 *
 * Returns: exit status of the verb, 2 if there is no such verb
 */
int
leadup_cli_run (int    argc,
                char **argv)
{
  g_return_val_if_fail (argv != NULL, 2);

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, argv[1]) == 0)
      return verbs[i].run (argc - 1, argv + 1);

  return 2;
}
