/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-merge.h"

#include "base/leadup-text.h"
#include "cli/leadup-cli-options.h"
#include "model/leadup-story.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-file-writer.h"
#include "storage/leadup-json-scanner.h"
#include "storage/leadup-story-merge.h"
#include "storage/leadup-story-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* Characters of a value in a message. */
#define MAX_SHOWN 80

static GPtrArray *
read_records (const char *path,
              GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes =
      leadup_file_reader_read (file, LEADUP_JSON_MAX_BYTES, NULL, NULL, error);

  return bytes != NULL ? leadup_merge_read_side (bytes, NULL, error) : NULL;
}

static void
tell_conflict (const char                *path,
               const LeadupMergeConflict *conflict)
{
  const char *kind = leadup_record_kind_to_string (conflict->kind);
  g_autofree char *ours = leadup_text_single_line (conflict->ours, MAX_SHOWN);
  g_autofree char *theirs = leadup_text_single_line (conflict->theirs, MAX_SHOWN);

  if (conflict->member != NULL)
    /* Translators: file: event “e1”, “title”: … */
    g_printerr (_ ("leadup: %s: %s “%s”, “%s”: kept %s, not %s\n"), path, kind, conflict->id,
                conflict->member, *ours != '\0' ? ours : "—", *theirs != '\0' ? theirs : "—");
  else if (conflict->ours == NULL && conflict->theirs == NULL)
    g_printerr (_ ("leadup: %s: %s “%s”: removed by one side, kept because the other refers to "
                   "it\n"),
                path, kind, conflict->id);
  else
    g_printerr (_ ("leadup: %s: %s “%s”: removed by one side, kept because the other changed it\n"),
                path, kind, conflict->id);
}

static void
append_text (GString    *text,
             const char *name,
             const char *json)
{
  if (json != NULL)
    g_string_append_printf (text, ",\"%s\":%s", name, json);
}

static void
print_conflicts (LeadupMerge *merge)
{
  g_autoptr (GString) text = g_string_new ("{\"conflicts\":[");

  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const LeadupMergeConflict *conflict = g_ptr_array_index (merge->conflicts, i);

      g_string_append_printf (text, "%s\n{\"kind\":\"%s\",\"id\":", i > 0 ? "," : "",
                              leadup_record_kind_to_string (conflict->kind));
      leadup_text_append_json (text, conflict->id);
      if (conflict->member != NULL)
        {
          g_string_append (text, ",\"member\":");
          leadup_text_append_json (text, conflict->member);
        }
      append_text (text, "ours", conflict->ours);
      append_text (text, "theirs", conflict->theirs);
      g_string_append_c (text, '}');
    }
  g_print ("%s]}\n", text->str);
}

static gboolean
write_story (LeadupMerge *merge,
             const char  *output,
             GError     **error)
{
  g_autoptr (LeadupStory) story = leadup_story_new_from_records (merge->records, error);
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GBytes) bytes = NULL;

  if (story == NULL)
    return FALSE;

  snapshot = leadup_story_snapshot (story);
  bytes = leadup_story_writer_write (snapshot, NULL, error);

  return bytes != NULL && leadup_file_writer_write (file, bytes, NULL, NULL, NULL, error);
}

static int
run (char      **files,
     const char *output,
     gboolean    is_json)
{
  g_autoptr (LeadupMerge) merge = NULL;
  GPtrArray *sides[3] = { NULL };
  g_autoptr (GError) error = NULL;
  const char *place = output;

  for (guint i = 0; i < G_N_ELEMENTS (sides) && error == NULL; i++)
    {
      place = files[i];
      sides[i] = read_records (files[i], &error);
    }
  if (error == NULL)
    {
      place = output;
      merge = leadup_merge_run (sides[0], sides[1], sides[2], NULL, &error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_clear_pointer (&sides[i], g_ptr_array_unref);

  if (merge == NULL || !write_story (merge, output, &error))
    {
      leadup_cli_complain (place, error->message);
      return LEADUP_CLI_MISUSED;
    }

  if (is_json)
    print_conflicts (merge);
  for (guint i = 0; i < merge->conflicts->len && !is_json; i++)
    tell_conflict (files[1], g_ptr_array_index (merge->conflicts, i));

  return merge->conflicts->len > 0 ? LEADUP_CLI_FAILED : LEADUP_CLI_OK;
}

/**
 * leadup_cli_merge:
 * @argc: number of arguments behind the verb, the verb itself being the first
 * @argv: the arguments
 *
 * `leadup merge BASE OURS THEIRS -o OUT [--json]`
 *
 * Returns: exit status; 0 where nothing contradicted, 1 where there were conflicts, 2 where nothing
 * was written: what version control expects of a merge driver
 */
int
leadup_cli_merge (int    argc,
                  char **argv)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  gboolean is_json = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, _ ("Where the merged story goes"),
      _ ("STORY") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &is_json, _ ("Print the conflicts as JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };

  if (!leadup_cli_parse (&argc, &argv, _ ("BASE OURS THEIRS -o STORY"),
                         _ ("Merge two stories that began as one, by record and member. Where both "
                            "changed the same, OURS stays and the conflict is told."),
                         entries))
    return LEADUP_CLI_MISUSED;
  if (files == NULL || g_strv_length (files) != 3)
    return leadup_cli_misused ("merge", "%s", _ ("name three stories: BASE OURS THEIRS"));
  if (output == NULL)
    return leadup_cli_misused ("merge", "%s", _ ("which story? Say -o STORY"));

  return run (files, output, is_json);
}
