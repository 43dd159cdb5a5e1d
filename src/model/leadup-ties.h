/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-category.h"
#include "model/leadup-filter.h"
#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_TIES (leadup_ties_get_type ())

/**
 * LeadupTies:
 *
 * The actor graph, derived from events: per pair of actors the events between them in order of
 * time, so that a time window is two binary searches. An edge has no data of its own. Statements
 * about a third party are not events with it: only initiators (and speakers) and targets are tied.
 * Immutable, reference-counted (atomically), may cross threads.
 */
typedef struct _LeadupTies LeadupTies;

typedef enum
{
  LEADUP_TIE_STATE_SILENT,
  LEADUP_TIE_STATE_HOSTILE,
  LEADUP_TIE_STATE_MIXED,
  LEADUP_TIE_STATE_COOPERATIVE,
  LEADUP_TIE_STATE_NEUTRAL,
} LeadupTieState;

/**
 * LeadupTieEvent:
 * @event: (transfer none): owned by the ties
 * @time: the first moment at which it can have been; where that is not bounded, the moment by which
 * it had been; %LEADUP_INSTANT_MIN for an event that is not dated
 * @forward: whether the pair’s first actor acted on the second
 * @tone: the event’s own, or its category’s
 * @weight: by certainty: 1, 0.7 or 0.4
 *
 * An event in which each acted on the other stands twice in a row, forward first.
 */
typedef struct
{
  LeadupEvent     *event;
  LeadupInstant    time;
  double           tone;
  double           weight;
  LeadupQuadClass  quad_class;
  gboolean         forward;
} LeadupTieEvent;

/**
 * LeadupTie:
 * @a: index of the first actor, less than @b
 * @events: (array length=n_events): in order of time
 */
typedef struct
{
  guint                 a;
  guint                 b;
  const LeadupTieEvent *events;
  guint                 n_events;
} LeadupTie;

/**
 * LeadupTieSummary:
 * @n: events in the window; one in which each acted on the other counts once
 * @n_forward: events in which the first acted on the second
 * @n_backward: events in which the second acted on the first
 * @n_by_quad: counts, indexed by #LeadupQuadClass
 * @tone: weighted mean, 0 where there is none
 * @hostility: Σ|w·s⁻| / Σ|w·s|, NAN where no event has a tone
 */
typedef struct
{
  guint          n;
  guint          n_forward;
  guint          n_backward;
  guint          n_by_quad[5];
  double         tone;
  double         hostility;
  LeadupTieState state;
  LeadupInstant  first;
  LeadupInstant  last;
} LeadupTieSummary;

GType            leadup_ties_get_type     (void);
LeadupTies      *leadup_ties_new          (LeadupSnapshot     *snapshot,
                                           const LeadupFilter *filter,
                                           GCancellable       *cancellable) G_GNUC_WARN_UNUSED_RESULT;
LeadupTies      *leadup_ties_ref          (LeadupTies         *self);
void             leadup_ties_unref        (LeadupTies         *self);

guint            leadup_ties_get_n_actors (const LeadupTies   *self);
const char      *leadup_ties_get_actor    (const LeadupTies   *self,
                                           guint               index);
const char      *leadup_ties_get_actor_name (const LeadupTies *self,
                                           guint               index);
guint            leadup_ties_get_actor_n_events (const LeadupTies *self,
                                           guint               index);
guint            leadup_ties_get_actor_n_participations (const LeadupTies *self,
                                           guint               index);
guint            leadup_ties_get_actor_n_folded (const LeadupTies *self,
                                           guint               index);
guint            leadup_ties_get_sieved   (const LeadupTies   *self,
                                           guint               index);
gboolean         leadup_ties_find_actor   (const LeadupTies   *self,
                                           const char         *actor,
                                           guint              *index);
guint            leadup_ties_get_n        (const LeadupTies   *self);
const LeadupTie *leadup_ties_get          (const LeadupTies   *self,
                                           guint               index);
gboolean         leadup_ties_get_span     (const LeadupTies   *self,
                                           LeadupInstant      *from,
                                           LeadupInstant      *to);
const LeadupTie *leadup_ties_find         (const LeadupTies   *self,
                                           const char         *actor,
                                           const char         *other);
const LeadupTie *leadup_ties_find_pair    (const LeadupTies   *self,
                                           const char         *id);
void             leadup_tie_summarize     (const LeadupTie    *tie,
                                           LeadupInstant       from,
                                           LeadupInstant       to,
                                           LeadupTieSummary   *summary);
guint            leadup_tie_summary_count_deeds (const LeadupTieSummary *summary);
void             leadup_ties_add_outlets  (LeadupSnapshot     *snapshot,
                                           LeadupEvent        *event,
                                           GHashTable         *outlets);
const char      *leadup_tie_state_to_string (LeadupTieState    state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTies, leadup_ties_unref)

G_END_DECLS
