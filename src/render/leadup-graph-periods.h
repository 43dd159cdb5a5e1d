/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-calendar.h"
#include "render/leadup-chart-furniture.h"
#include "render/leadup-graph-scene.h"

G_BEGIN_DECLS

/* More maps than this on a sheet are too small to be read. */
#define LEADUP_GRAPH_PERIODS_MAX 60

/* So many actors stay legible in a small map, where nobody says how many. */
#define LEADUP_GRAPH_PERIODS_MAX_ACTORS 24

LeadupUnit   leadup_graph_periods_choose_unit (LeadupInstant                  from,
                                               LeadupInstant                  to);
guint        leadup_graph_periods_count       (LeadupInstant                  from,
                                               LeadupInstant                  to,
                                               LeadupUnit                     unit);
LeadupScene *leadup_graph_periods_scene_new   (LeadupSnapshot                *snapshot,
                                               LeadupTies                    *ties,
                                               const LeadupPoint             *positions,
                                               const LeadupGraphSceneOptions *options,
                                               LeadupUnit                     unit,
                                               const LeadupTieWindow         *only,
                                               const LeadupTheme             *theme,
                                               LeadupTextMeasure             *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
