/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-ties.h"

G_BEGIN_DECLS

/**
 * LeadupTiesActor:
 * @id: owned by the snapshot
 * @n_folded: actors that stand for nothing of their own any more, but are part of this one
 */
typedef struct
{
  const char *id;
  guint       n_events;
  guint       n_participations;
  guint       n_folded;
} LeadupTiesActor;

/**
 * LeadupTies:
 * @snapshot: keeps the events and the ids
 * @actors: of LeadupTiesActor, in the order of ids
 * @events: of LeadupTieEvent, those of a tie in a row
 * @ties: of LeadupTie, sorted by a and b
 * @sieved: (nullable) (array length=n_unsieved): of ties that came out of a sieve: for each actor
 * that went in, the one that it is now, or %G_MAXUINT
 */
struct _LeadupTies
{
  gatomicrefcount refs;
  LeadupSnapshot *snapshot;
  GArray         *actors;
  GArray         *events;
  GArray         *ties;
  guint          *sieved;
  guint           n_unsieved;
};

/* An event of a pair, before it is sorted to the others of the pair; @sequence is its number in the
 * snapshot. */
typedef struct
{
  guint          a;
  guint          b;
  guint          sequence;
  LeadupTieEvent event;
} LeadupTieEntry;

LeadupTies *leadup_ties_alloc   (LeadupSnapshot       *snapshot,
                                 guint                 n_events) G_GNUC_WARN_UNUSED_RESULT;
void        leadup_ties_collect (LeadupTies           *self,
                                 const LeadupTieEntry *entries,
                                 guint                 n_entries);

G_END_DECLS
