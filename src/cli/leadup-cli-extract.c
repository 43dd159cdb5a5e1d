/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-extract.h"

#include "article/leadup-extract-json.h"
#include "cli/leadup-cli-articles.h"
#include "cli/leadup-cli-options.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static gpointer
to_json (LeadupArticle *article,
         gpointer       user_data)
{
  GString *json = g_string_new (NULL);

  leadup_extract_json_append (article, json);
  g_string_append_c (json, '\n');
  leadup_article_free (article);

  return json;
}

static void
print (gpointer result,
       gpointer user_data)
{
  GString *json = result;
  int *status = user_data;

  if (fwrite (json->str, 1, json->len, stdout) != json->len)
    *status = LEADUP_CLI_FAILED;
  g_string_free (json, TRUE);
}

/**
 * leadup_cli_extract:
 * @argc: number of arguments behind the verb, the verb itself being the first
 * @argv: the arguments
 *
 * `leadup extract [--date YYYY-MM-DD] [--format json] FILE…`
 *
 * Returns: exit status: 0, 1 if a file could not be read, 2 if the command line is wrong
 */
int
leadup_cli_extract (int    argc,
                    char **argv)
{
  g_autofree char *date = NULL;
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  int print_status = LEADUP_CLI_OK;
  int status;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date,
      _ ("Day on which a file was published; of several files, of those that do not say theirs"),
      "YYYY-MM-DD" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, _ ("Form of the output: json"), "json" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };

  if (!leadup_cli_parse (
          &argc, &argv, _ ("FILE…"),
          _ ("Print what is found in articles (text, HTML, .jsonl), one JSON object a line."),
          entries))
    return LEADUP_CLI_MISUSED;
  if (files == NULL)
    return leadup_cli_misused ("extract", "%s", _ ("which file?"));
  if (date != NULL && !leadup_cli_is_day (date))
    return leadup_cli_misused ("extract", "--date %s: %s", date, _ ("not a day; write YYYY-MM-DD"));
  if (format != NULL && strcmp (format, "json") != 0)
    return leadup_cli_misused ("extract", "--format %s: %s", format, _ ("unknown; there is json"));

  status = leadup_cli_articles_read (files, date, to_json, print, &print_status);
  if (fflush (stdout) != 0)
    {
      leadup_cli_complain (_ ("output"), g_strerror (errno));
      status = LEADUP_CLI_FAILED;
    }

  return MAX (status, print_status);
}
