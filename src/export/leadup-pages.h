/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "export/leadup-chart.h"

G_BEGIN_DECLS

/**
 * LeadupPages:
 *
 * A chart, or a chart for each step, laid out on pages: for PDF and for printers alike. One owner;
 * belongs to the thread that made it.
 */
typedef struct _LeadupPages LeadupPages;

LeadupPages       *leadup_pages_new       (LeadupSnapshot             *snapshot,
                                           const LeadupExportOptions  *options,
                                           double                      width,
                                           double                      height,
                                           GCancellable               *cancellable,
                                           GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_pages_free      (LeadupPages                *self);

guint              leadup_pages_get_n     (const LeadupPages          *self);
void               leadup_pages_get_size  (const LeadupPages          *self,
                                           guint                       page,
                                           double                     *width,
                                           double                     *height);
const LeadupChart *leadup_pages_get_chart (const LeadupPages          *self,
                                           guint                       page);
gboolean           leadup_pages_place     (const LeadupPages          *self,
                                           guint                       page,
                                           const LeadupRect           *bounds,
                                           LeadupRect                 *placed);
void               leadup_pages_paint     (const LeadupPages          *self,
                                           guint                       page,
                                           cairo_t                    *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupPages, leadup_pages_free)

G_END_DECLS
