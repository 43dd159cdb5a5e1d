/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-canvas.h"

G_BEGIN_DECLS

/**
 * LeadupTideChart:
 *
 * How what is between two actors changed: a canvas over the projection’s ties. A drag brushes.
 */
#define LEADUP_TYPE_TIDE_CHART (leadup_tide_chart_get_type ())

G_DECLARE_FINAL_TYPE (LeadupTideChart, leadup_tide_chart, LEADUP, TIDE_CHART, LeadupCanvas)

GtkWidget *leadup_tide_chart_new  (void);
/* @pair: ids of both with a space between */
void       leadup_tide_chart_show (LeadupTideChart *self,
                                   LeadupWorkspace *workspace,
                                   const char      *pair);
/* Columns there is room for. */
guint      leadup_tide_chart_get_max_bins (LeadupTideChart *self);

G_END_DECLS
