/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens a story (or makes one), gives it a title and saves it: one save, for looking at what is
 * left when it is disturbed. Ends with 1 and a sentence where it could not save. */

#include "config.h"

#include "document/leadup-document.h"

#include <locale.h>

static gboolean
rename_story (LeadupDocument *document,
              const char     *title,
              GError        **error)
{
  LeadupInfo *before = leadup_story_get_info (leadup_document_get_story (document));
  LeadupInfoFields fields = *leadup_info_get_fields (before);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Rename");
  g_autoptr (LeadupInfo) after = NULL;

  fields.title = title;
  after = leadup_info_new (&fields);
  leadup_transaction_replace (transaction, LEADUP_RECORD (before), LEADUP_RECORD (after));

  return leadup_history_push (leadup_document_get_history (document), transaction, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LeadupDocument) document = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc != 3)
    {
      g_printerr ("usage: save-story FILE TITLE\n");
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  document = leadup_document_new ();
  if ((g_file_query_exists (file, NULL) && !leadup_document_load (document, file, NULL, &error)) ||
      !rename_story (document, argv[2], &error) ||
      !leadup_document_save (document, file, FALSE, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
