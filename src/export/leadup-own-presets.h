/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-export-preset.h"

G_BEGIN_DECLS

/**
 * LeadupOwnPresets:
 *
 * The sizes that somebody keeps for their own work: a key file in their configuration, with a group
 * for each, which the window writes and the command line reads. One owner; one thread at a time.
 */
typedef struct _LeadupOwnPresets LeadupOwnPresets;

/* More than that is a list that nobody finds anything in. */
#define LEADUP_OWN_PRESETS_MAX 100

char                     *leadup_own_presets_dup_path (void) G_GNUC_WARN_UNUSED_RESULT;

LeadupOwnPresets         *leadup_own_presets_load     (const char                *path,
                                                       GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
void                      leadup_own_presets_free     (LeadupOwnPresets          *self);

guint                     leadup_own_presets_get_n    (const LeadupOwnPresets    *self);
const LeadupExportPreset *leadup_own_presets_get      (const LeadupOwnPresets    *self,
                                                       guint                      index);
const LeadupExportPreset *leadup_own_presets_find     (const LeadupOwnPresets    *self,
                                                       const char                *id);

const LeadupExportPreset *leadup_own_presets_keep     (LeadupOwnPresets          *self,
                                                       const char                *label,
                                                       const LeadupExportPreset  *preset,
                                                       GError                   **error);
gboolean                  leadup_own_presets_forget   (LeadupOwnPresets          *self,
                                                       const char                *id,
                                                       GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupOwnPresets, leadup_own_presets_free)

G_END_DECLS
