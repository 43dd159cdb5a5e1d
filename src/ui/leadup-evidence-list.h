/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupEvidenceList:
 *
 * What an event rests on: sources and their words, with the way to the place in the source.
 */
#define LEADUP_TYPE_EVIDENCE_LIST (leadup_evidence_list_get_type ())

G_DECLARE_FINAL_TYPE (LeadupEvidenceList, leadup_evidence_list, LEADUP, EVIDENCE_LIST, GtkWidget)

GtkWidget *leadup_evidence_list_new  (void);
void       leadup_evidence_list_show (LeadupEvidenceList *self,
                                      LeadupWorkspace    *workspace,
                                      LeadupEvent        *event);

G_END_DECLS
