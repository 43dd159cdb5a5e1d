/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "layout/leadup-timeline-index.h"
#include "model/leadup-filter.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-ties.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_PROJECTION (leadup_projection_get_type ())

/**
 * LeadupProjection:
 *
 * What one filter lets through of one snapshot, computed once in a worker for all views: the
 * timeline index, the ties, the events in order of time, and the counts of the facets. Immutable,
 * reference-counted (atomically).
 */
typedef struct _LeadupProjection LeadupProjection;

/* The fields that facets count. */
typedef enum
{
  LEADUP_FACET_CATEGORY,
  LEADUP_FACET_ACTOR,
  LEADUP_FACET_SOURCE,
  LEADUP_FACET_VERIFICATION,
  LEADUP_FACET_PLACE,
  LEADUP_FACET_TAG,
} LeadupFacet;

#define LEADUP_N_FACETS (LEADUP_FACET_TAG + 1)

/**
 * LeadupFacetValue:
 * @key: what the filter's list holds (an id, a name or a verification's word)
 * @label: for people
 * @n_all: events of the story with it
 * @n_shown: those that the filter lets through
 */
typedef struct
{
  char  *key;
  char  *label;
  guint  n_all;
  guint  n_shown;
} LeadupFacetValue;

GType                   leadup_projection_get_type     (void);
LeadupProjection       *leadup_projection_new          (LeadupTimelineIndex     *index,
                                                        LeadupFilter            *filter,
                                                        LeadupFilter            *prepared,
                                                        const guint32           *matches,
                                                        GCancellable            *cancellable,
                                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupProjection       *leadup_projection_ref          (LeadupProjection        *self);
void                    leadup_projection_unref        (LeadupProjection        *self);

LeadupSnapshot         *leadup_projection_get_snapshot (const LeadupProjection  *self);
LeadupFilter           *leadup_projection_get_filter   (const LeadupProjection  *self);
/* Of what the filter shows. */
LeadupTimelineIndex    *leadup_projection_get_index    (const LeadupProjection  *self);
LeadupTies             *leadup_projection_get_ties     (const LeadupProjection  *self);
/* (element-type LeadupEvent): shown, in order of time, undated ones last */
GPtrArray              *leadup_projection_get_events   (const LeadupProjection  *self);
const LeadupFacetValue *leadup_projection_get_facet    (const LeadupProjection  *self,
                                                        LeadupFacet              facet,
                                                        guint                   *n_values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupProjection, leadup_projection_unref)

G_END_DECLS
