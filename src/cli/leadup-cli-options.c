/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-options.h"

#include "base/leadup-calendar.h"
#include "base/leadup-text.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/**
 * leadup_cli_parse:
 * @argc: as the verb got it, the verb itself being the first
 * @argv: likewise
 * @parameters: what stands behind the options in the help
 * @summary: what the verb does
 * @entries: its options
 *
 * Reads the options of a verb. `--help` prints them and ends the program.
 *
 * Returns: whether they are right; if not, standard error says why
 */
gboolean
leadup_cli_parse (int                *argc,
                  char             ***argv,
                  const char         *parameters,
                  const char         *summary,
                  const GOptionEntry *entries)
{
  g_autofree char *verb = g_strdup ((*argv)[0]);
  g_autofree char *name = g_strdup_printf ("leadup %s", verb);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;

  g_set_prgname (name);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  leadup_cli_misused (verb, "%s", error->message);

  return FALSE;
}

/* Prints what is wrong with the command line. Returns the exit status for it. */
int
leadup_cli_misused (const char *verb,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  line = leadup_text_single_line (message, G_MAXSIZE);
  g_printerr (_ ("leadup %s: %s (see leadup %s --help)\n"), verb, line, verb);

  return LEADUP_CLI_MISUSED;
}

/* One line on standard error. */
void
leadup_cli_complain (const char *place,
                     const char *message)
{
  g_autofree char *line = leadup_text_single_line (message, G_MAXSIZE);

  /* Messages of the storage name the file themselves. */
  if (g_str_has_prefix (line, place))
    g_printerr ("leadup: %s\n", line);
  else
    g_printerr ("leadup: %s: %s\n", place, line);
}

/* Whether @text is a day that exists, as YYYY-MM-DD. */
gboolean
leadup_cli_is_day (const char *text)
{
  int year, month, day;
  int length = 0;

  return text != NULL && sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 &&
         length == 10 && strlen (text) == 10 && leadup_calendar_is_valid_date (year, month, day);
}

/* Whether @path names @file. */
gboolean
leadup_cli_is_same (const char *path,
                    GFile      *file)
{
  g_autoptr (GFile) other = g_file_new_for_commandline_arg (path);

  return g_file_equal (other, file);
}
