/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/**
 * leadup_cli_run:
 * @verbs: (array length=n_verbs): those of this program
 * @n_verbs: how many
 * @argc: as main() got it
 * @argv: as main() got it; the second is a verb
 *
 * Speaks the language of the user from here on.
 *
 * Returns: exit status of the verb, 2 if there is no such verb
 */
int
leadup_cli_run (const LeadupCliVerb *verbs,
                guint                n_verbs,
                int                  argc,
                char               **argv)
{
  g_return_val_if_fail (verbs != NULL && argv != NULL, 2);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  for (guint i = 0; argc > 1 && i < n_verbs; i++)
    if (strcmp (verbs[i].name, argv[1]) == 0)
      return verbs[i].run (argc - 1, argv + 1);

  return 2;
}
