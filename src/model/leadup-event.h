/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-when.h"
#include "model/leadup-evidence.h"
#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupEvent:
 *
 * Something that happened or was said at a stated time.
 */
#define LEADUP_TYPE_EVENT (leadup_event_get_type ())

G_DECLARE_FINAL_TYPE (LeadupEvent, leadup_event, LEADUP, EVENT, LeadupRecord)

typedef enum
{
  LEADUP_VERIFICATION_UNVERIFIED,
  LEADUP_VERIFICATION_SINGLE_SOURCE,
  LEADUP_VERIFICATION_CORROBORATED,
  LEADUP_VERIFICATION_VERIFIED,
  LEADUP_VERIFICATION_DISPUTED,
  LEADUP_VERIFICATION_RETRACTED,
  LEADUP_VERIFICATION_ANNOUNCED,
} LeadupVerification;

#define LEADUP_N_VERIFICATIONS (LEADUP_VERIFICATION_ANNOUNCED + 1)

typedef enum
{
  LEADUP_ROLE_INITIATOR,
  LEADUP_ROLE_TARGET,
  LEADUP_ROLE_SPEAKER,
  LEADUP_ROLE_MENTIONED,
  LEADUP_ROLE_INSTRUMENT,
} LeadupRole;

/**
 * LeadupParticipant:
 * @actor: id of the actor
 * @as: (nullable): the words of this mention
 */
typedef struct
{
  const char *actor;
  const char *as;
  LeadupRole  role;
  const char *extra;
} LeadupParticipant;

/**
 * LeadupPlace:
 * @country: (nullable): ISO 3166 code
 * @latitude: degrees, NAN where not known
 * @precision: (nullable): “point”, “town”, “region”, “country”
 */
typedef struct
{
  const char *name;
  const char *country;
  double      latitude;
  double      longitude;
  const char *precision;
  const char *extra;
} LeadupPlace;

/**
 * LeadupValue:
 * @name: “killed”, “injured”, “detained”, or an amount
 * @qualifier: (nullable): “almost”, “at least” …
 * @source: (nullable): id of the source that says so
 */
typedef struct
{
  const char *name;
  double      low;
  double      high;
  const char *qualifier;
  const char *source;
  const char *extra;
} LeadupValue;

typedef struct
{
  const char *to;   /* id of an event */
  const char *kind; /* “retaliation-for” … */
  const char *extra;
} LeadupLink;

/**
 * LeadupEventFields:
 * @category: id of a category
 * @when: (nullable): %NULL for an event that still has to be dated
 * @place: (nullable): where
 * @importance: 1 … 5, or 0 where it is computed
 * @tone: NAN where it is the category’s
 * @embargo: (nullable): ISO time before which the event stays out of exports
 */
typedef struct
{
  const char              *id;
  const char              *title;
  const char              *category;
  const char              *summary;
  LeadupWhen              *when;
  const LeadupPlace       *place;
  const LeadupParticipant *participants;
  LeadupEvidence * const  *evidence;
  const LeadupValue       *values;
  const LeadupLink        *links;
  const char * const      *tags;
  double                   tone;
  guint                    n_participants;
  LeadupVerification       verification;
  guint                    n_evidence;
  guint                    importance;
  guint                    n_values;
  guint                    n_links;
  const char              *notes;
  const char              *embargo;
  const char * const      *also;
  const char              *when_extra;
  const char              *extra;
} LeadupEventFields;

LeadupEvent *leadup_event_new (const LeadupEventFields *fields) G_GNUC_WARN_UNUSED_RESULT;
LeadupEvent *leadup_event_new_taking_when (const LeadupEventFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupEventFields *leadup_event_unpack (LeadupEvent *self, LeadupEventFields *fields);

/**
 * leadup_event_get_fields:
 * @event: a #LeadupEvent
 *
 * A view of what it holds, to be read in the block of code that asks for it; the strings and arrays
 * in it live as long as the event.
 *
 * Returns: (transfer none): a const LeadupEventFields *
 */
#define leadup_event_get_fields(event) leadup_event_unpack ((event), &(LeadupEventFields) { 0 })

const char *leadup_event_get_title (LeadupEvent *self);
LeadupWhen *leadup_event_get_when (LeadupEvent *self);
int leadup_event_collate (LeadupEvent *a, LeadupEvent *b);
LeadupVerification leadup_event_constrain_verification (const LeadupEventFields *fields, LeadupInstant now);
const char *leadup_verification_to_string (LeadupVerification verification);
gboolean leadup_verification_from_string (const char *name, LeadupVerification *verification);
const char *leadup_role_to_string (LeadupRole role);
gboolean leadup_role_from_string (const char *name, LeadupRole *role);

G_END_DECLS
