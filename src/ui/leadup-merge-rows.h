/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-snapshot.h"
#include "storage/leadup-story-merge.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How what two versions of a story differ in is listed. */

GtkWidget *leadup_merge_rows_make_conflict (const LeadupMergeConflict *conflict,
                                            LeadupRecord              *record,
                                            LeadupSnapshot            *snapshot) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *leadup_merge_rows_make_change   (const LeadupMergeChange   *change) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *leadup_merge_rows_get_choice    (GtkWidget                 *row,
                                            gboolean                   is_theirs);

G_END_DECLS
