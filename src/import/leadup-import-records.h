/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-claims.h"
#include "import/leadup-import-identity.h"
#include "import/leadup-import-plan.h"
#include "model/leadup-actor.h"
#include "model/leadup-phase.h"
#include "model/leadup-source.h"

G_BEGIN_DECLS

/* Actors of any kind may be meant. */
#define LEADUP_IMPORT_ANY_KIND (-1)

/* Digits that stand for the input that a row came from. */
#define LEADUP_IMPORT_SET_DIGITS (6)

/**
 * LeadupImportRecords:
 *
 * What an importer works with while it fills a plan: finds the story’s actors, categories and
 * sources by what the input calls them, makes those that are missing, and compares rows with what
 * the story has. All ids that it makes are computed from contents, so that the same input read
 * again meets what it made before. One thread at a time.
 */
typedef struct _LeadupImportRecords LeadupImportRecords;

LeadupImportRecords *leadup_import_records_new          (LeadupSnapshot           *snapshot,
                                                         const char               *label) G_GNUC_WARN_UNUSED_RESULT;
void                 leadup_import_records_free         (LeadupImportRecords      *self);
LeadupImportPlan    *leadup_import_records_finish       (LeadupImportRecords      *self) G_GNUC_WARN_UNUSED_RESULT;

void                 leadup_import_records_hold_actors  (LeadupImportRecords      *self,
                                                         gboolean                  holds_actors);
void                 leadup_import_records_set_origin   (LeadupImportRecords      *self,
                                                         const char               *format,
                                                         const char               *name);
const char          *leadup_import_records_get_set      (LeadupImportRecords      *self);
LeadupInstant        leadup_import_records_get_now      (LeadupImportRecords      *self);
LeadupImportPlan    *leadup_import_records_get_plan     (LeadupImportRecords      *self);
LeadupRecord        *leadup_import_records_lookup       (LeadupImportRecords      *self,
                                                         LeadupRecordKind          kind,
                                                         const char               *id);

const char          *leadup_import_records_use_category (LeadupImportRecords      *self,
                                                         const char               *name);
const char          *leadup_import_records_use_actor    (LeadupImportRecords      *self,
                                                         const LeadupActorFields  *fields,
                                                         int                       kind);
LeadupSource        *leadup_import_records_use_source   (LeadupImportRecords      *self,
                                                         const LeadupSourceFields *fields);

const char          *leadup_import_records_use_name     (LeadupImportRecords      *self,
                                                         const char               *name,
                                                         int                       kind);
LeadupImportClaims  *leadup_import_records_get_claims   (LeadupImportRecords      *self);
void                 leadup_import_records_add_row      (LeadupImportRecords      *self,
                                                         guint                     line,
                                                         const char               *reason,
                                                         LeadupRecord             *record);

void                 leadup_import_records_add_era      (LeadupImportRecords      *self,
                                                         guint                     line,
                                                         const char               *title,
                                                         LeadupWhen               *when,
                                                         const char               *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupImportRecords, leadup_import_records_free)

G_END_DECLS
