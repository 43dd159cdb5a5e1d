/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LeadupEvidence:
 *
 * What an event rests on: a source, the words in it, and which of the event’s fields they support.
 * Immutable, may cross threads.
 */
#define LEADUP_TYPE_EVIDENCE (leadup_evidence_get_type ())

G_DECLARE_FINAL_TYPE (LeadupEvidence, leadup_evidence, LEADUP, EVIDENCE, GObject)

/**
 * LeadupEvidenceFields:
 * @source: id of the source
 * @quote: (nullable): the words
 * @span_start: code points into the source’s text, or −1 where the place is not known
 * @span_end: exclusive
 * @supports: (nullable) (array zero-terminated=1): names of the event’s members
 */
typedef struct
{
  const char         *source;
  const char         *quote;
  gint64              span_start;
  gint64              span_end;
  const char * const *supports;
  const char         *extra;
} LeadupEvidenceFields;

LeadupEvidence             *leadup_evidence_new        (const LeadupEvidenceFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const LeadupEvidenceFields *leadup_evidence_get_fields (LeadupEvidence             *self);

G_END_DECLS
