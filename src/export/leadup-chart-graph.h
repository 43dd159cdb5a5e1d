/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-chart-compose.h"

G_BEGIN_DECLS

/* The pictures that are made of ties: see leadup_chart_compose(). */

LeadupScene *leadup_chart_graph_compose         (const LeadupChartParts  *parts,
                                                 const LeadupChartWords  *words,
                                                 double                   width,
                                                 double                   height,
                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupScene *leadup_chart_graph_compose_periods (const LeadupChartParts  *parts,
                                                 double                   width,
                                                 double                   height,
                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupScene *leadup_chart_graph_compose_tides   (const LeadupChartParts  *parts,
                                                 double                   width,
                                                 double                   height) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *leadup_chart_graph_list_pairs      (LeadupTies              *ties,
                                                 const LeadupExportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
