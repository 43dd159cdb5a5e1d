/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits a story until it is killed: adds events, and says on standard output how many were on disk
 * at least (“12”). With “save” it saves now and then. */

#include "config.h"

#include "document-fixture.h"

#include <stdio.h>
#include <string.h>

#define EDITS_PER_ROUND 5
#define ROUNDS_PER_SAVE 3
#define MAX_EDITS 100000

int
main (int    argc,
      char **argv)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  g_autoptr (GFile) directory = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean flushes, saves;

  if (argc != 4)
    return 2;

  directory = g_file_new_for_path (argv[1]);
  file = g_file_new_for_path (argv[2]);
  saves = strcmp (argv[3], "save") == 0;
  flushes = strcmp (argv[3], "wait") != 0;
  if (g_file_query_exists (file, NULL) && !leadup_document_load (document, file, NULL, &error))
    g_error ("%s", error->message);
  if (!leadup_document_start_journal (document, directory, &error))
    g_error ("%s", error->message);

  for (guint n = count_events (document); n < MAX_EDITS;)
    {
      for (guint i = 0; i < EDITS_PER_ROUND; i++)
        add_event (document, n++);
      if (flushes)
        leadup_document_flush_journal (document);
      printf ("%u\n", n);
      fflush (stdout);
      if (saves && n / EDITS_PER_ROUND % ROUNDS_PER_SAVE == 0 &&
          !leadup_document_save (document, file, FALSE, NULL, &error))
        g_error ("%s", error->message);
      if (!flushes)
        g_usleep (G_USEC_PER_SEC * 100);
    }

  return 0;
}
