/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-snapshot.h"
#include "model/leadup-transaction.h"

G_BEGIN_DECLS

/**
 * LeadupImportPlan:
 *
 * What an import would do to a story, before it does it: rows that are new, changed, unchanged,
 * undated, rejected, each with its reason and place in the input. Every row of the input is in
 * exactly one list. Immutable once it was handed on.
 */
#define LEADUP_TYPE_IMPORT_PLAN (leadup_import_plan_get_type ())

G_DECLARE_FINAL_TYPE (LeadupImportPlan, leadup_import_plan, LEADUP, IMPORT_PLAN, GObject)

typedef enum
{
  LEADUP_IMPORT_NEW,
  LEADUP_IMPORT_CHANGED,
  LEADUP_IMPORT_UNCHANGED,
  LEADUP_IMPORT_UNDATED,
  LEADUP_IMPORT_REJECTED,
} LeadupImportVerdict;

#define LEADUP_N_IMPORT_VERDICTS (LEADUP_IMPORT_REJECTED + 1)

/**
 * LeadupImportRow:
 * @line: of the input, from 1; 0 = not known
 * @reason: (nullable): why it was rejected, or what was left out of it
 * @before: (nullable): what the story has
 * @after: (nullable): what it would have
 */
typedef struct
{
  LeadupImportVerdict  verdict;
  guint                line;
  char                *title;
  char                *reason;
  LeadupRecord        *before;
  LeadupRecord        *after;
} LeadupImportRow;

LeadupImportPlan      *leadup_import_plan_new         (const char           *label) G_GNUC_WARN_UNUSED_RESULT;
void                   leadup_import_plan_add_row     (LeadupImportPlan     *self,
                                                       LeadupImportVerdict   verdict,
                                                       guint                 line,
                                                       const char           *title,
                                                       const char           *reason,
                                                       LeadupRecord         *before,
                                                       LeadupRecord         *after);
/* Records that rows need (actors, sources, categories) and that are no rows themselves. */
void                   leadup_import_plan_add_support (LeadupImportPlan     *self,
                                                       LeadupRecord         *record);
void                   leadup_import_plan_add_warning (LeadupImportPlan     *self,
                                                       const char           *message);

const char            *leadup_import_plan_get_label   (LeadupImportPlan     *self);
guint                  leadup_import_plan_get_n_rows  (LeadupImportPlan     *self);
const LeadupImportRow *leadup_import_plan_get_row     (LeadupImportPlan     *self,
                                                       guint                 index);
guint                  leadup_import_plan_count       (LeadupImportPlan     *self,
                                                       LeadupImportVerdict   verdict);
const char * const    *leadup_import_plan_get_warnings (LeadupImportPlan    *self);
LeadupTransaction     *leadup_import_plan_to_transaction (LeadupImportPlan  *self,
                                                       LeadupSnapshot       *snapshot) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
