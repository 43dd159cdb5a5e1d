/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "storage/leadup-etag.h"
#include "storage/leadup-story-merge.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/* What both versions are taken to have begun as. */
typedef enum
{
  LEADUP_VERSIONS_SAVED, /* our file as it was opened or saved last */
  LEADUP_VERSIONS_FILE,  /* another file */
  LEADUP_VERSIONS_NONE,  /* not known */
} LeadupVersionsBase;

/**
 * LeadupVersionsDialog:
 *
 * Merges the story with another version of it: what comes in is listed and can be left out, and
 * where both changed the same, one of the two is chosen. Reads, compares and puts together in a
 * worker.
 *
 * Emits `chosen (LeadupTransaction *transaction)` with the one edit that it comes to, which has no
 * changes where nothing comes in, and closes.
 */
#define LEADUP_TYPE_VERSIONS_DIALOG (leadup_versions_dialog_get_type ())

G_DECLARE_FINAL_TYPE (LeadupVersionsDialog, leadup_versions_dialog, LEADUP, VERSIONS_DIALOG, AdwWindow)

LeadupVersionsDialog *leadup_versions_dialog_new           (GtkWindow            *parent,
                                                            LeadupWorkspace      *workspace,
                                                            GFile                *file,
                                                            gboolean              saves_then) G_GNUC_WARN_UNUSED_RESULT;

GFile                *leadup_versions_dialog_get_file      (LeadupVersionsDialog *self);
const LeadupEtag     *leadup_versions_dialog_get_etag      (LeadupVersionsDialog *self);
LeadupMerge          *leadup_versions_dialog_get_merge     (LeadupVersionsDialog *self);
LeadupVersionsBase    leadup_versions_dialog_get_base      (LeadupVersionsDialog *self);
void                  leadup_versions_dialog_set_base      (LeadupVersionsDialog *self,
                                                            LeadupVersionsBase    base,
                                                            GFile                *file);

G_END_DECLS
