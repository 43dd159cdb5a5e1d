/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/leadup-document.h"
#include "storage/leadup-etag.h"

G_BEGIN_DECLS

/* For leadup-recovery.c. @story is taken over; @file and @etag may be missing. The document is
 * modified until it is saved. */
LeadupDocument *leadup_document_new_restored (LeadupStory        *story,
                                              GFile              *file,
                                              const LeadupEtag   *etag,
                                              const char * const *warnings) G_GNUC_WARN_UNUSED_RESULT;
/* @story is taken over. The document is as if it was saved, but has no file. */
LeadupDocument *leadup_document_new_for_story (LeadupStory       *story) G_GNUC_WARN_UNUSED_RESULT;
void            leadup_document_add_warning  (LeadupDocument     *self,
                                              const char         *warning);

G_END_DECLS
