/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-candidate.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-source.h"

G_BEGIN_DECLS

/**
 * LeadupReviewFurniture:
 * @start: code points into the source’s text
 * @end: exclusive
 * @rule: what found it
 *
 * A passage of an article that is none of its text.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  char  *rule;
} LeadupReviewFurniture;

GArray          *leadup_review_passage_find_furniture (LeadupSource    *source,
                                                       GCancellable    *cancellable,
                                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupCandidate *leadup_review_passage_read           (LeadupSnapshot  *snapshot,
                                                       const char      *source,
                                                       gint64           start,
                                                       gint64           end,
                                                       GCancellable    *cancellable,
                                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
