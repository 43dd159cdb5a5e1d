/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/leadup-calendar.h"

G_BEGIN_DECLS

/**
 * LeadupStoryContents:
 * @records: (element-type LeadupRecord): all of them, the info first
 * @warnings: (array zero-terminated=1): sentences for people: what was put right, and what may be
 * lost
 * @version: of the format of the file
 * @is_newer: a newer program wrote it, so that writing it back may lose something
 *
 * What was read from a story file. Owned by who reads; may be handed to another thread.
 */
typedef struct
{
  GPtrArray *records;
  GStrv      warnings;
  guint      version;
  gboolean   is_newer;
} LeadupStoryContents;

LeadupStoryContents *leadup_story_reader_read   (GBytes               *bytes,
                                                 LeadupInstant         now,
                                                 GCancellable         *cancellable,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                 leadup_story_contents_free (LeadupStoryContents  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupStoryContents, leadup_story_contents_free)

G_END_DECLS
