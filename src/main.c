/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli.h"
#include "leadup-ui-resources.h"
#include "ui/leadup-application.h"

#include <glib/gi18n.h>
#include <locale.h>

static int
run_window (int    argc,
            char **argv)
{
  g_autoptr (LeadupApplication) application = NULL;

  leadup_ui_register_resource ();
  application = leadup_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* A verb of the command line initialises nothing of GTK: it works without a display. */
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

  return run_window (argc, argv);
}
