/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_TRANSACTION (leadup_transaction_get_type ())

/**
 * LeadupTransaction:
 *
 * A named edit: a list of changes, each (before or %NULL, after or %NULL) of one id. Built by one
 * thread, read-only once it was handed on. Reference-counted (atomically).
 */
typedef struct _LeadupTransaction LeadupTransaction;

/* At least one is set; both, when set, are of the same kind and id. */
typedef struct
{
  LeadupRecord *before;
  LeadupRecord *after;
} LeadupChange;

GType               leadup_transaction_get_type      (void);
LeadupTransaction  *leadup_transaction_new           (const char              *label) G_GNUC_WARN_UNUSED_RESULT;
LeadupTransaction  *leadup_transaction_ref           (LeadupTransaction       *self);
void                leadup_transaction_unref         (LeadupTransaction       *self);

void                leadup_transaction_add           (LeadupTransaction       *self,
                                                      LeadupRecord            *record);
void                leadup_transaction_remove        (LeadupTransaction       *self,
                                                      LeadupRecord            *record);
void                leadup_transaction_replace       (LeadupTransaction       *self,
                                                      LeadupRecord            *before,
                                                      LeadupRecord            *after);

const char         *leadup_transaction_get_label     (const LeadupTransaction *self);
guint               leadup_transaction_get_n_changes (const LeadupTransaction *self);
gboolean            leadup_transaction_touches      (const LeadupTransaction *self,
                                                     LeadupRecordKind         kind);
const LeadupChange *leadup_transaction_get_change    (const LeadupTransaction *self,
                                                      guint                    index);
LeadupTransaction  *leadup_transaction_invert        (const LeadupTransaction *self) G_GNUC_WARN_UNUSED_RESULT;
LeadupTransaction  *leadup_transaction_join          (const LeadupTransaction *first,
                                                      const LeadupTransaction *second) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupTransaction, leadup_transaction_unref)

G_END_DECLS
