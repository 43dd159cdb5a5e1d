/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-part.h"
#include "model/leadup-info.h"
#include "model/leadup-transaction.h"

G_BEGIN_DECLS

/* What is done about two events that may be the same, as transactions that whoever asks pushes. Any
 * thread. The parts that a person chooses between are those of %LEADUP_EVENT_MERGE_CHOICES; of the
 * others (actors, sources, values, tags) both are kept. */

#define LEADUP_EVENT_MERGE_CHOICES                                                                 \
  (1u << LEADUP_IMPORT_PART_TITLE | 1u << LEADUP_IMPORT_PART_SUMMARY |                             \
   1u << LEADUP_IMPORT_PART_CATEGORY | 1u << LEADUP_IMPORT_PART_WHEN |                             \
   1u << LEADUP_IMPORT_PART_PLACE)

LeadupTransaction *leadup_event_merge_join      (LeadupSnapshot  *snapshot,
                                                 LeadupEvent     *kept,
                                                 LeadupEvent     *other,
                                                 guint            taken,
                                                 LeadupInstant    now) G_GNUC_WARN_UNUSED_RESULT;
gboolean           leadup_event_merge_is_joined (LeadupEvent     *event);
LeadupTransaction *leadup_event_merge_part      (LeadupSnapshot  *snapshot,
                                                 LeadupEvent     *event,
                                                 LeadupInstant    now,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;

LeadupTransaction *leadup_event_merge_tell_apart (LeadupSnapshot *snapshot,
                                                 LeadupEvent     *a,
                                                 LeadupEvent     *b) G_GNUC_WARN_UNUSED_RESULT;
gboolean           leadup_event_merge_are_apart (LeadupInfo      *info,
                                                 LeadupEvent     *a,
                                                 LeadupEvent     *b);

G_END_DECLS
