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

typedef struct _LeadupRecord LeadupRecord;
typedef struct _LeadupRecordClass LeadupRecordClass;

GType leadup_record_get_type (void);

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
 * _LeadupRecord:
 * @block: starts with the fields of the record’s type; for the record types alone. In the instance,
 * since what GObject keeps apart for a type costs another 16 bytes a record
 */
struct _LeadupRecord
{
  GObject  parent_instance;
  gpointer block;
};

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupRecord, g_object_unref)

static inline LeadupRecord *
LEADUP_RECORD (gpointer record)
{
  return G_TYPE_CHECK_INSTANCE_CAST (record, LEADUP_TYPE_RECORD, LeadupRecord);
}

static inline gboolean
LEADUP_IS_RECORD (gpointer record)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (record, LEADUP_TYPE_RECORD);
}

static inline LeadupRecordClass *
LEADUP_RECORD_GET_CLASS (gpointer record)
{
  return G_TYPE_INSTANCE_GET_CLASS (record, LEADUP_TYPE_RECORD, LeadupRecordClass);
}

static inline LeadupRecordClass *
LEADUP_RECORD_CLASS (gpointer klass)
{
  return G_TYPE_CHECK_CLASS_CAST (klass, LEADUP_TYPE_RECORD, LeadupRecordClass);
}

LeadupRecordKind  leadup_record_get_kind       (LeadupRecord     *self);
const char       *leadup_record_get_id         (LeadupRecord     *self);
const char       *leadup_record_get_extra      (LeadupRecord     *self);
const char       *leadup_record_kind_to_string (LeadupRecordKind  kind);
char             *leadup_record_make_id        (LeadupRecordKind  kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
