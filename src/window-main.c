/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "leadup-ui-resources.h"
#include "ui/leadup-application.h"

#include <glib/gi18n.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

int
main (int    argc,
      char **argv)
{
  g_autoptr (LeadupApplication) application = NULL;

#ifdef M_MMAP_THRESHOLD
  /* Pictures of a window are larger than what glibc keeps: without this it hands each back to the
   * system and faults the next one in page by page, a third of what a frame costs. */
  mallopt (M_MMAP_THRESHOLD, 32 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 64 * 1024 * 1024);
#endif

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  leadup_ui_register_resource ();
  application = leadup_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
