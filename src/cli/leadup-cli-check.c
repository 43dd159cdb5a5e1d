/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-check.h"

#include "cli/leadup-cli-options.h"
#include "model/leadup-story.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-shape.h"
#include "storage/leadup-story-reader.h"

#include <glib/gi18n.h>

/* Problems of one file that are told one by one. */
#define MAX_TOLD 200

/* Whatever stands in one of the lists: so all that is wrong is told at once, not one thing a run.
 */
static guint
check_records (const char        *path,
               LeadupJsonScanner *scanner)
{
  g_autoptr (LeadupRecordReader) reader = leadup_record_reader_new (scanner);
  LeadupJsonValue root, list, value;
  LeadupJsonIter iter;
  guint n_problems = 0;

  leadup_json_scanner_get_root (scanner, &root);
  if (leadup_json_value_get_type (&root) != LEADUP_JSON_OBJECT)
    return 0;

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      const char *name = leadup_record_shape_get_list (kind);

      if (name == NULL || !leadup_json_value_get_member (&root, name, &list) ||
          leadup_json_value_get_type (&list) != LEADUP_JSON_ARRAY)
        continue;

      leadup_json_iter_init (&iter, &list);
      while (n_problems < MAX_TOLD && leadup_json_iter_next (&iter, NULL, &value))
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (LeadupRecord) record =
              leadup_record_reader_read (reader, kind, &value, &error);

          if (record != NULL)
            continue;
          leadup_cli_complain (path, error->message);
          n_problems++;
        }
    }

  return n_problems;
}

static gboolean
is_story (LeadupJsonScanner *scanner)
{
  LeadupJsonValue root, format;

  leadup_json_scanner_get_root (scanner, &root);

  return leadup_json_value_get_type (&root) == LEADUP_JSON_OBJECT &&
         leadup_json_value_get_member (&root, "format", &format) &&
         leadup_json_value_is_string (&format, "leadup");
}

static gboolean
check_story (const char *path,
             GBytes     *bytes,
             GError    **error)
{
  g_autoptr (LeadupJsonScanner) scanner =
      leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, error);
  g_autoptr (LeadupStoryContents) contents = NULL;
  g_autoptr (LeadupStory) story = NULL;

  if (scanner == NULL)
    return FALSE;
  if (is_story (scanner) && check_records (path, scanner) > 0)
    return FALSE;

  contents = leadup_story_reader_read (bytes, g_get_real_time (), NULL, error);
  if (contents == NULL)
    return FALSE;

  for (guint i = 0; contents->warnings[i] != NULL; i++)
    leadup_cli_complain (path, contents->warnings[i]);

  story = leadup_story_new_from_records (contents->records, error);
  if (story == NULL)
    return FALSE;

  g_print (_ ("%s: correct; %u events, %u actors, %u sources\n"), path,
           leadup_story_get_n (story, LEADUP_RECORD_EVENT),
           leadup_story_get_n (story, LEADUP_RECORD_ACTOR),
           leadup_story_get_n (story, LEADUP_RECORD_SOURCE));

  return TRUE;
}

/* Whether the syntax is that of RFC 8259, whatever it says. */
static gboolean
check_json (GBytes  *bytes,
            GError **error)
{
  g_autoptr (LeadupJsonScanner) scanner =
      leadup_json_scanner_new (bytes, LEADUP_JSON_ALLOW_NUL, error);

  return scanner != NULL;
}

static gboolean
check_file (const char *path,
            gboolean    is_json)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      leadup_file_reader_read (file, LEADUP_JSON_MAX_BYTES, NULL, NULL, &error);
  gboolean is_correct = FALSE;

  if (bytes != NULL)
    is_correct = is_json ? check_json (bytes, &error) : check_story (path, bytes, &error);
  if (error != NULL)
    leadup_cli_complain (path, error->message);

  return is_correct;
}

/**
 * leadup_cli_check:
 * @argc: number of arguments behind the verb, the verb itself being the first
 * @argv: the arguments
 *
 * `leadup check [--json] FILE…`
 *
 * Returns: exit status; 0 where all files are correct, 1 where one is not
 */
int
leadup_cli_check (int    argc,
                  char **argv)
{
  g_auto (GStrv) files = NULL;
  gboolean is_json = FALSE;
  int status = LEADUP_CLI_OK;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, _ ("Look only at the syntax of JSON (RFC 8259)"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };

  if (!leadup_cli_parse (&argc, &argv, _ ("FILE…"),
                         _ ("Read stories completely and say what is wrong in them, and where."),
                         entries))
    return LEADUP_CLI_MISUSED;
  if (files == NULL)
    return leadup_cli_misused ("check", "%s", _ ("which file?"));

  for (guint i = 0; files[i] != NULL; i++)
    if (!check_file (files[i], is_json))
      status = LEADUP_CLI_FAILED;

  return status;
}
