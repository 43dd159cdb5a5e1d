/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/leadup-geometry.h"
#include "model/leadup-placement.h"
#include "model/leadup-ties.h"

G_BEGIN_DECLS

/* Raised when the same input gives other positions than before. */
#define LEADUP_GRAPH_ENGINE_VERSION 2

/* Keeps a map recognizable at a little more stress than a fresh one has. */
#define LEADUP_GRAPH_ANCHORING 0.06

/**
 * LeadupGraphEdge:
 * @length: ideal length, 1 = neutral
 */
typedef struct
{
  guint  a;
  guint  b;
  double length;
} LeadupGraphEdge;

/**
 * LeadupGraphProgress:
 * @positions: (array): what is reached so far, of all nodes
 * @data: see LeadupGraphLayoutInput
 *
 * Called in the thread that lays out, at most some thirty times a second.
 */
typedef void (*LeadupGraphProgress) (const LeadupPoint *positions,
                                     gpointer           data);

/**
 * LeadupGraphLayoutInput:
 * @n: nodes
 * @edges: (array length=n_edges): no loops; may repeat
 * @start: (nullable) (array length=n): positions to start from, NAN where there is none
 * @is_pinned: (nullable) (array length=n): nodes that stay where @start has them
 * @half_sizes: (nullable) (array length=n): half width and height of symbol and label, in units of
 * length, to keep apart
 * @seed: of the random numbers
 * @crossing_slack: how much more stress than can be had fewer crossings may cost, as a part of it;
 * 0.05 looks well. 0 = stress alone counts
 * @anchoring: how strongly nodes that have a start are drawn back to it, beside all that they want
 * of others together; 0 = not at all; see %LEADUP_GRAPH_ANCHORING
 * @aspect: wanted width ∕ height of the whole; 0 = 1.5
 * @progress: (nullable): gets pictures on the way where it takes longer; they do not change the
 * result
 * @data: of @progress
 */
typedef struct
{
  guint                  n;
  const LeadupGraphEdge *edges;
  guint                  n_edges;
  const LeadupPoint     *start;
  const gboolean        *is_pinned;
  const LeadupPoint     *half_sizes;
  guint64                seed;
  double                 crossing_slack;
  double                 anchoring;
  double                 aspect;
  LeadupGraphProgress    progress;
  gpointer               data;
} LeadupGraphLayoutInput;

LeadupPoint *leadup_graph_layout_run (const LeadupGraphLayoutInput  *input,
                                      GCancellable                  *cancellable,
                                      GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
