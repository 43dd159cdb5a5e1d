/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/leadup-event.h"
#include "model/leadup-story.h"

G_BEGIN_DECLS

/**
 * LeadupMergeDialog:
 *
 * Asks which event of the story a candidate is another report of. Those that look most alike come
 * first.
 *
 * Emits `chosen (LeadupEvent *event)`.
 */
#define LEADUP_TYPE_MERGE_DIALOG (leadup_merge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LeadupMergeDialog, leadup_merge_dialog, LEADUP, MERGE_DIALOG, AdwWindow)

LeadupMergeDialog *leadup_merge_dialog_new (GtkWindow   *parent,
                                            LeadupStory *story,
                                            LeadupEvent *proposed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
