/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-event-composer.h"

G_BEGIN_DECLS

gboolean leadup_event_subject_compose (const LeadupClauses *clauses,
                                       const LeadupPredicate *predicate,
                                       const LeadupLexiconRow *light,
                                       LeadupReading *reading);
gboolean leadup_event_subject_is_told (const LeadupClauses *clauses,
 const GArray *readings,
 gint32 index);

G_END_DECLS
