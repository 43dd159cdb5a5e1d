/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LeadupRecord:
 *
 * What every part of a story is: an immutable object with an id that is unique within its kind.
 * Filled at construction, never changed, so that any thread may read it.
 */
#define LEADUP_TYPE_RECORD (leadup_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (LeadupRecord, leadup_record, LEADUP, RECORD, GObject)

/* In the order in which the file holds them. */
typedef enum
{
  LEADUP_RECORD_INFO,
  LEADUP_RECORD_CATEGORY,
  LEADUP_RECORD_ACTOR,
  LEADUP_RECORD_SOURCE,
  LEADUP_RECORD_EVENT,
  LEADUP_RECORD_CANDIDATE,
  LEADUP_RECORD_PHASE,
  LEADUP_RECORD_VIEW,
  LEADUP_RECORD_STEP,
  LEADUP_RECORD_PLACEMENT,
} LeadupRecordKind;

#define LEADUP_N_RECORD_KINDS (LEADUP_RECORD_PLACEMENT + 1)

/**
 * LeadupRecordClass:
 * @kind: of all instances
 * @get_id: the id; never %NULL
 * @get_extra: (nullable): unknown members of the file, as the text of one JSON object, written back
 * on save
 */
struct _LeadupRecordClass
{
  GObjectClass      parent_class;

  LeadupRecordKind  kind;
  const char     *(*get_id)    (LeadupRecord *self);
  const char     *(*get_extra) (LeadupRecord *self);
};

LeadupRecordKind  leadup_record_get_kind       (LeadupRecord     *self);
const char       *leadup_record_get_id         (LeadupRecord     *self);
const char       *leadup_record_get_extra      (LeadupRecord     *self);
const char       *leadup_record_kind_to_string (LeadupRecordKind  kind);
char             *leadup_record_make_id        (LeadupRecordKind  kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
