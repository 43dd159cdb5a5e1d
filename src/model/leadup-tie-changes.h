/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-ties.h"

G_BEGIN_DECLS

/* Below so many events in both windows together a change says little. */
#define LEADUP_TIE_CHANGE_FEW 3

/* From this ratio of hostility by day on a tie is hotter, or the other way round cooler. */
#define LEADUP_TIE_CHANGE_RATIO 1.5

/**
 * LeadupTieChangeKind:
 * @LEADUP_TIE_CHANGE_FLIPPED: from cooperative to hostile, or back
 * @LEADUP_TIE_CHANGE_TO_DEEDS: there were words, now there are deeds
 * @LEADUP_TIE_CHANGE_NEW: there was nothing before
 * @LEADUP_TIE_CHANGE_HOTTER: more hostility by day, at least by half
 * @LEADUP_TIE_CHANGE_COOLER: less, by at least a third
 * @LEADUP_TIE_CHANGE_ENDED: there is nothing any more
 */
typedef enum
{
  LEADUP_TIE_CHANGE_FLIPPED,
  LEADUP_TIE_CHANGE_TO_DEEDS,
  LEADUP_TIE_CHANGE_NEW,
  LEADUP_TIE_CHANGE_HOTTER,
  LEADUP_TIE_CHANGE_COOLER,
  LEADUP_TIE_CHANGE_ENDED,
  LEADUP_TIE_CHANGE_NONE,
} LeadupTieChangeKind;

/**
 * LeadupTieChange:
 * @from: index of who acted
 * @to: index of who was acted on
 * @before: what was in the first window
 * @after: what was in the second one
 * @first_deed: of the second window, %LEADUP_INSTANT_MIN without any
 * @n_outlets: that tell of what is in the second window; of the first one where it ended
 */
typedef struct
{
  guint               from;
  guint               to;
  LeadupTieChangeKind kind;
  LeadupTieSummary    before;
  LeadupTieSummary    after;
  LeadupInstant       first_deed;
  guint               n_outlets;
} LeadupTieChange;

/* A closed window of time; @to is exclusive. */
typedef struct
{
  LeadupInstant from;
  LeadupInstant to;
} LeadupTieWindow;

GArray *leadup_tie_changes_list (LeadupTies            *ties,
                                 const LeadupTieWindow *before,
                                 const LeadupTieWindow *after) G_GNUC_WARN_UNUSED_RESULT;
void    leadup_tie_change_look_closer (LeadupTieChange       *change,
                                       LeadupTies            *ties,
                                       const LeadupTieWindow *before,
                                       const LeadupTieWindow *after);
void    leadup_tie_summarize_one (const LeadupTie      *tie,
                                  gboolean              forward,
                                  LeadupInstant         from,
                                  LeadupInstant         to,
                                  LeadupTieSummary     *summary);

G_END_DECLS
