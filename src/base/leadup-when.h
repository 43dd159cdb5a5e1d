/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "base/leadup-calendar.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_WHEN (leadup_when_get_type ())

/**
 * LeadupWhen:
 *
 * When something happened: as the source said it, as EDTF (ISO 8601-2:2019), the bounds computed
 * from it, and the rule that read it. Immutable, reference-counted (atomically), may cross threads.
 *
 * Bounds are half-open: a day starts in [00:00, 00:00 of the next day). What is not bounded has
 * %LEADUP_INSTANT_MIN or %LEADUP_INSTANT_MAX.
 */
typedef struct _LeadupWhen LeadupWhen;

/* How finely the source said it. */
typedef enum
{
  LEADUP_PRECISION_TIME,
  LEADUP_PRECISION_DAY,
  LEADUP_PRECISION_WEEK,
  LEADUP_PRECISION_MONTH,
  LEADUP_PRECISION_SEASON,
  LEADUP_PRECISION_QUARTER,
  LEADUP_PRECISION_YEAR,
  LEADUP_PRECISION_DECADE,
  LEADUP_PRECISION_CENTURY,
  LEADUP_PRECISION_INTERVAL,
  LEADUP_PRECISION_UNDATED,
} LeadupPrecision;

/* Own extension, kept apart from the EDTF text: which part of the unit. */
typedef enum
{
  LEADUP_PART_NONE,
  LEADUP_PART_EARLY,
  LEADUP_PART_MID,
  LEADUP_PART_LATE,
} LeadupPart;

typedef enum
{
  LEADUP_ORDER_BEFORE,
  LEADUP_ORDER_AFTER,
  LEADUP_ORDER_UNKNOWN,
} LeadupOrder;

/**
 * LeadupWhenFields:
 * @stated: (nullable): the source's own words (“early March 2025”)
 * @edtf: EDTF text (“2025-03”, “2025-03-04T03:15Z”, “2025-01-01/2025-12-19”, “../2025-12-19”)
 * @zone: (nullable): an IANA name or an offset; %NULL where nobody said
 * @rule: (nullable): the rule that read @stated, as `family:name` or `family`. An interval read by
 * one of the families `relative`, `vague`, `narrative` and `published-bound` is a moment somewhere
 * within it; any other interval lasted all of it
 * @as_of: (nullable): the ISO day that @stated is relative to
 * @part: which part of the unit
 */
typedef struct
{
  const char *stated;
  const char *edtf;
  const char *zone;
  const char *rule;
  const char *as_of;
  LeadupPart  part;
} LeadupWhenFields;

/**
 * LeadupWhenBounds:
 * @start_earliest: the first moment at which it can have begun (or happened)
 * @start_latest: the moment by which it had begun, exclusive
 * @end_earliest: the first moment at which it can have ended; as @start_earliest where it did not
 * last
 * @end_latest: the moment by which it had ended, exclusive
 *
 * For what did not last, the start and the end bounds are equal.
 */
typedef struct
{
  LeadupInstant start_earliest;
  LeadupInstant start_latest;
  LeadupInstant end_earliest;
  LeadupInstant end_latest;
} LeadupWhenBounds;

GType                   leadup_when_get_type       (void);
LeadupWhen             *leadup_when_new            (const LeadupWhenFields  *fields,
                                                    GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupWhen             *leadup_when_new_from_edtf  (const char              *edtf,
                                                    GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupWhen             *leadup_when_ref            (LeadupWhen              *self);
void                    leadup_when_unref          (LeadupWhen              *self);

const char             *leadup_when_get_stated     (const LeadupWhen        *self);
const char             *leadup_when_get_edtf       (const LeadupWhen        *self);
const char             *leadup_when_get_zone       (const LeadupWhen        *self);
const char             *leadup_when_get_rule       (const LeadupWhen        *self);
const char             *leadup_when_get_as_of      (const LeadupWhen        *self);
LeadupPart              leadup_when_get_part       (const LeadupWhen        *self);
const LeadupWhenBounds *leadup_when_get_bounds     (const LeadupWhen        *self);
LeadupPrecision         leadup_when_get_precision  (const LeadupWhen        *self);

gboolean                leadup_when_lasted         (const LeadupWhen        *self);
gboolean                leadup_when_is_within      (const LeadupWhen        *self);
gboolean                leadup_when_is_ongoing     (const LeadupWhen        *self);
gboolean                leadup_when_has_zone       (const LeadupWhen        *self);
gboolean                leadup_when_is_approximate (const LeadupWhen        *self);
gboolean                leadup_when_is_uncertain   (const LeadupWhen        *self);
gboolean                leadup_when_equal          (const LeadupWhen        *a,
                                                    const LeadupWhen        *b);
int                     leadup_when_collate        (const LeadupWhen        *a,
                                                    const LeadupWhen        *b);
LeadupOrder             leadup_when_compare        (const LeadupWhen        *a,
                                                    const LeadupWhen        *b);
gboolean                leadup_when_overlaps       (const LeadupWhen        *self,
                                                    LeadupInstant            from,
                                                    LeadupInstant            to);

/* Names of the enums in files and on the command line. */
const char             *leadup_precision_to_string (LeadupPrecision          precision);
const char             *leadup_part_to_string      (LeadupPart               part);
gboolean                leadup_part_from_string    (const char              *name,
                                                    LeadupPart              *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupWhen, leadup_when_unref)

G_END_DECLS
