/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"
#include "model/leadup-story.h"

G_BEGIN_DECLS

/**
 * LeadupSelected:
 * @id: of the record; a tie has the ids of both actors with a space between
 */
typedef struct
{
  LeadupRecordKind  kind;
  gboolean          is_tie;
  char             *id;
} LeadupSelected;

/* A selection is a #GArray of #LeadupSelected, in the order in which it was made. */

GArray  *leadup_selection_new           (void) G_GNUC_WARN_UNUSED_RESULT;
guint    leadup_selection_find          (GArray           *self,
                                         LeadupRecordKind  kind,
                                         const char       *id);
void     leadup_selection_append        (GArray           *self,
                                         LeadupRecordKind  kind,
                                         gboolean          is_tie,
                                         const char       *id);
gboolean leadup_selection_drop_vanished (GArray           *self,
                                         LeadupStory      *story);

G_END_DECLS
