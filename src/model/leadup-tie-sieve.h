/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-ties.h"

G_BEGIN_DECLS

/**
 * LeadupTieSieve:
 *
 * Which ties and actors of a graph are shown, so that many of them stay legible. Immutable,
 * reference-counted (atomically), may cross threads.
 */
typedef struct _LeadupTieSieve LeadupTieSieve;

#define LEADUP_TYPE_TIE_SIEVE (leadup_tie_sieve_get_type ())

/* How far from the middle of a focus actors may be. */
#define LEADUP_TIE_SIEVE_MAX_HOPS 3

/* Of more actors than this only so few are shown at first, and of their pairs no more than can be
 * told apart. */
#define LEADUP_TIE_SIEVE_MANY 100
#define LEADUP_TIE_SIEVE_FEW 40
#define LEADUP_TIE_SIEVE_PAIRS 60

/* No picture needs more events of a pair than this to be legible. */
#define LEADUP_TIE_SIEVE_MOST_LEAST 20

/**
 * LeadupTieSieveFields:
 * @min_events: a pair needs so many events; 0 and 1 = any
 * @min_outlets: and so many outlets that tell of them; 0 and 1 = any
 * @min_weight: events less certain than this do not count: 0 = all, 0.7 = reported, 1 = confirmed
 * @quad_classes: bit set, 1 << LeadupQuadClass, of what counts; 0 = all
 * @top: only so many actors, those in most events; 0 = all
 * @focus: (nullable): ids of actors; only those near them are shown
 * @hops: how many ties away is near; 0 = everywhere
 * @folded: (nullable): ids of actors whose members stand for nothing of their own
 */
typedef struct
{
  guint               min_events;
  guint               min_outlets;
  double              min_weight;
  guint               quad_classes;
  guint               top;
  const char * const *focus;
  guint               hops;
  const char * const *folded;
} LeadupTieSieveFields;

GType                       leadup_tie_sieve_get_type   (void);
LeadupTieSieve             *leadup_tie_sieve_new        (const LeadupTieSieveFields *fields) G_GNUC_WARN_UNUSED_RESULT;
LeadupTieSieve             *leadup_tie_sieve_ref        (LeadupTieSieve             *self);
void                        leadup_tie_sieve_unref      (LeadupTieSieve             *self);

const LeadupTieSieveFields *leadup_tie_sieve_get_fields (const LeadupTieSieve       *self);
gboolean                    leadup_tie_sieve_is_open    (const LeadupTieSieve       *self);
LeadupTies                 *leadup_tie_sieve_apply      (LeadupTieSieve             *self,
                                                         LeadupTies                 *ties,
                                                         LeadupInstant               from,
                                                         LeadupInstant               to) G_GNUC_WARN_UNUSED_RESULT;

guint                       leadup_tie_sieve_choose_min_events (const LeadupTieSieveFields *fields,
                                                         LeadupTies              *ties,
                                                         LeadupInstant            from,
                                                         LeadupInstant            to,
                                                         guint                    max_pairs);

gboolean                    leadup_tie_sieve_offer      (const LeadupTieSieveFields *fields,
                                                         LeadupTies              *ties,
                                                         LeadupTieSieveFields    *offer);

guint                       leadup_tie_sieve_count_tied (LeadupTies              *ties,
                                                         LeadupInstant            from,
                                                         LeadupInstant            to);

/* (transfer full): ids of all actors that others are members of */
GStrv                       leadup_tie_sieve_list_groups (LeadupSnapshot            *snapshot) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTieSieve, leadup_tie_sieve_unref)

G_END_DECLS
