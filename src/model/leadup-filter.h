/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/leadup-calendar.h"
#include "model/leadup-event.h"
#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_FILTER (leadup_filter_get_type ())

/**
 * LeadupFilter:
 *
 * Which events are shown. Immutable, reference-counted (atomically), may cross threads. An empty
 * list lets everything pass; within a list any match is enough, between lists all must match.
 */
typedef struct _LeadupFilter LeadupFilter;

/**
 * LeadupFilterFields:
 * @text: (nullable): words that must all occur (folded) in title, summary, place, tags or quotes
 * @verifications: bit set, 1 << LeadupVerification; 0 = all
 * @from: %LEADUP_INSTANT_MIN = open
 * @to: exclusive; %LEADUP_INSTANT_MAX = open
 * @as_of: hides what no source had published before this moment; 0 and %LEADUP_INSTANT_MAX hide
 * nothing
 */
typedef struct
{
  const char         *text;
  const char * const *categories;
  const char * const *actors;
  const char * const *sources;
  const char * const *places;
  const char * const *tags;
  guint               verifications;
  LeadupInstant       from;
  LeadupInstant       to;
  LeadupInstant       as_of;
} LeadupFilterFields;

#define LEADUP_FILTER_FIELDS_INIT                                                                  \
  { .from = LEADUP_INSTANT_MIN, .to = LEADUP_INSTANT_MAX, .as_of = LEADUP_INSTANT_MAX }

GType                     leadup_filter_get_type   (void);
LeadupFilter             *leadup_filter_new        (const LeadupFilterFields *fields) G_GNUC_WARN_UNUSED_RESULT;
LeadupFilter             *leadup_filter_new_known_by (const LeadupFilter     *self,
                                                    const char               *day) G_GNUC_WARN_UNUSED_RESULT;
LeadupFilter             *leadup_filter_ref        (LeadupFilter             *self);
void                      leadup_filter_unref      (LeadupFilter             *self);

LeadupFilter             *leadup_filter_prepare    (LeadupFilter             *self,
                                                    LeadupSnapshot           *snapshot) G_GNUC_WARN_UNUSED_RESULT;

const LeadupFilterFields *leadup_filter_get_fields (const LeadupFilter       *self);
gboolean                  leadup_filter_is_empty   (const LeadupFilter       *self);
gboolean                  leadup_filter_equal      (const LeadupFilter       *a,
                                                    const LeadupFilter       *b);
gboolean                  leadup_filter_matches    (const LeadupFilter       *self,
                                                    LeadupEvent              *event);

guint32                  *leadup_filter_match_all  (const LeadupFilter       *self,
                                                    const LeadupSnapshot     *snapshot,
                                                    GCancellable             *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: whether the event @index of a snapshot is among @matches, of leadup_filter_match_all()
 */
static inline gboolean
leadup_filter_has_matched (const guint32 *matches,
                           guint          index)
{
  return (matches[index / 32] >> (index % 32) & 1) != 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupFilter, leadup_filter_unref)

G_END_DECLS
