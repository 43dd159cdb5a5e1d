/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-importer.h"

G_BEGIN_DECLS

/**
 * LeadupGraphDraft:
 *
 * A graph as it is read, whatever it is written in: nodes and links with what is said of them,
 * until all of it is there and can become a plan. One thread.
 */
typedef struct _LeadupGraphDraft LeadupGraphDraft;

LeadupGraphDraft *leadup_graph_draft_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void              leadup_graph_draft_free      (LeadupGraphDraft         *self);

gboolean          leadup_graph_draft_add_node  (LeadupGraphDraft         *self,
                                                guint                     line,
                                                const char               *id,
                                                GError                  **error);
gboolean          leadup_graph_draft_add_link  (LeadupGraphDraft         *self,
                                                guint                     line,
                                                const char               *source,
                                                const char               *target,
                                                gboolean                  is_directed,
                                                GError                  **error);
void              leadup_graph_draft_say       (LeadupGraphDraft         *self,
                                                const char               *name,
                                                const char               *text);

LeadupImportPlan *leadup_graph_draft_plan      (LeadupGraphDraft         *self,
                                                const LeadupImportInput  *input,
                                                GCancellable             *cancellable,
                                                GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupGraphDraft, leadup_graph_draft_free)

G_END_DECLS
