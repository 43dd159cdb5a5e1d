/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-view.h"

G_BEGIN_DECLS

/**
 * LeadupTimeFolds:
 *
 * A clock that runs fast through long quiet stretches: it leads every instant to a folded one and
 * back. Both only ever grow with each other, and outside the folds they keep pace, so that what is
 * laid out in folded time obeys all rules of what is laid out in time. Where nothing is folded
 * there is no clock: %NULL leads every instant to itself.
 *
 * Immutable, reference-counted (atomically), may cross threads.
 */
typedef struct _LeadupTimeFolds LeadupTimeFolds;

/* Some time. */
typedef struct
{
  LeadupInstant from;
  LeadupInstant to;
} LeadupTimeSpan;

/**
 * LeadupTimeFold:
 * @quiet: from the end of what was before to the beginning of what comes after
 * @cut: what of it is folded; a little of it is left at both ends
 * @folded: the same in folded time
 */
typedef struct
{
  LeadupTimeSpan quiet;
  LeadupTimeSpan cut;
  LeadupTimeSpan folded;
} LeadupTimeFold;

LeadupTimeFolds      *leadup_time_folds_new    (LeadupTimeSpan        *spans,
                                                guint                  n_spans,
                                                const LeadupStretch   *opened,
                                                guint                  n_opened) G_GNUC_WARN_UNUSED_RESULT;
LeadupTimeFolds      *leadup_time_folds_ref    (LeadupTimeFolds       *self);
void                  leadup_time_folds_unref  (LeadupTimeFolds       *self);

guint                 leadup_time_folds_get_n  (const LeadupTimeFolds *self);
const LeadupTimeFold *leadup_time_folds_get    (const LeadupTimeFolds *self,
                                                guint                  index);
LeadupInstant         leadup_time_folds_fold   (const LeadupTimeFolds *self,
                                                LeadupInstant          time);
LeadupInstant         leadup_time_folds_unfold (const LeadupTimeFolds *self,
                                                LeadupInstant          folded);
const LeadupTimeFold *leadup_time_folds_find   (const LeadupTimeFolds *self,
                                                LeadupInstant          time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTimeFolds, leadup_time_folds_unref)

G_END_DECLS
