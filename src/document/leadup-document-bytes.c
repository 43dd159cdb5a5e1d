/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-document-private.h"
#include "storage/leadup-story-reader.h"

/**
 * leadup_document_new_from_bytes:
 * @bytes: a story as a file holds it
 * @error: return location
 *
 * Makes a document of a story that is no file, as the sample that is built into the program. It has
 * no file, and nothing to save as long as nobody edits it. Main thread, reads at once: for small
 * stories.
 *
 * Returns: (transfer full) (nullable): the document
 */
LeadupDocument *
leadup_document_new_from_bytes (GBytes  *bytes,
                                GError **error)
{
  g_autoptr (LeadupStoryContents) contents = NULL;
  LeadupDocument *self;
  LeadupStory *story;

  g_return_val_if_fail (bytes != NULL, NULL);

  contents = leadup_story_reader_read (bytes, g_get_real_time (), NULL, error);
  if (contents == NULL)
    return NULL;

  story = leadup_story_new_from_records (contents->records, error);
  if (story == NULL)
    return NULL;

  self = leadup_document_new_for_story (story);
  for (guint i = 0; contents->warnings != NULL && contents->warnings[i] != NULL; i++)
    leadup_document_add_warning (self, contents->warnings[i]);

  return self;
}
