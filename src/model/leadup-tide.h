/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-ties.h"

G_BEGIN_DECLS

/* More bins than this make no picture. */
#define LEADUP_TIDE_MAX_BINS 120

/* Which of a pair’s two directions. */
typedef enum
{
  LEADUP_TIDE_FORWARD = 1,
  LEADUP_TIDE_BACKWARD = 2,
  LEADUP_TIDE_BOTH = 3,
} LeadupTideSides;

/**
 * LeadupTideAmounts:
 * @n: events, those without a tone too
 * @words_up: Σ w·|s| of cooperative words
 * @deeds_up: and of cooperative deeds
 * @words_down: and of hostile words
 * @deeds_down: and of hostile deeds
 *
 * What one of a pair did to the other in one bin.
 */
typedef struct
{
  guint  n;
  double words_up;
  double deeds_up;
  double words_down;
  double deeds_down;
} LeadupTideAmounts;

/**
 * LeadupTideBin:
 * @end: exclusive
 * @n: events of both; one in which each acted on the other counts once. 0 = there are no reports,
 * which does not mean that there was peace
 */
typedef struct
{
  LeadupInstant     start;
  LeadupInstant     end;
  guint             n;
  LeadupTideAmounts forward;
  LeadupTideAmounts backward;
} LeadupTideBin;

/**
 * LeadupTideTurn:
 * @bin: where it is
 * @event: that turned it; owned by the ties
 * @is_down: towards conflict
 *
 * The mean of three bins changed its sign, or the strongest event is two steps from the one before
 * on the stair of deeds for, words for, words against, deeds against.
 */
typedef struct
{
  guint        bin;
  LeadupEvent *event;
  gboolean     is_down;
} LeadupTideTurn;

/**
 * LeadupTide:
 * @unit: how long a bin is
 * @most: the largest sum up or down of one direction in a bin
 * @turns: in order of time
 *
 * How what is between two actors changed. Plain data, immutable, reference-counted (atomically); of
 * the same thread or snapshot as the ties that its events belong to.
 */
typedef struct
{
  gatomicrefcount  refs;
  LeadupUnit       unit;
  LeadupTideBin   *bins;
  guint            n_bins;
  LeadupTideTurn  *turns;
  guint            n_turns;
  double           most;
} LeadupTide;

LeadupTide *leadup_tide_new      (const LeadupTie *tie,
                                  LeadupInstant    from,
                                  LeadupInstant    to,
                                  guint            max_bins) G_GNUC_WARN_UNUSED_RESULT;
LeadupTide *leadup_tide_ref      (LeadupTide      *self);
void        leadup_tide_unref    (LeadupTide      *self);
guint       leadup_tide_find_bin (const LeadupTide *self,
                                  LeadupInstant    time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTide, leadup_tide_unref)

G_END_DECLS
