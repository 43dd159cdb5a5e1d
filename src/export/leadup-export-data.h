/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"
#include "model/leadup-event.h"
#include "model/leadup-source.h"

G_BEGIN_DECLS

/* How many of the shown events somebody has to answer for. */
typedef struct
{
  guint n_events;
  guint n_unverified;
  guint n_disputed;
  guint n_embargoed;
} LeadupDoubts;

/* The events behind a picture, for what writes them rather than draws them. */

gboolean        leadup_export_data_shows        (const LeadupExportOptions  *options,
                                                 LeadupEvent                *event);
gboolean        leadup_export_data_is_embargoed (LeadupEvent                *event);
GPtrArray      *leadup_export_data_list         (LeadupSnapshot             *snapshot,
                                                 const LeadupExportOptions  *options) G_GNUC_WARN_UNUSED_RESULT;
const char     *leadup_export_data_get_url      (LeadupSource               *source);
char           *leadup_export_data_get_as_of    (LeadupSnapshot             *snapshot,
                                                 const LeadupExportOptions  *options) G_GNUC_WARN_UNUSED_RESULT;
void            leadup_export_data_count_doubts (LeadupSnapshot             *snapshot,
                                                 const LeadupExportOptions  *options,
                                                 LeadupDoubts               *doubts);
LeadupSnapshot *leadup_export_data_new          (LeadupSnapshot             *snapshot,
                                                 const LeadupExportOptions  *options,
                                                 GCancellable               *cancellable,
                                                 GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
