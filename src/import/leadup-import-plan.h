/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "import/leadup-import-part.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-transaction.h"

G_BEGIN_DECLS

/**
 * LeadupImportPlan:
 *
 * What an import would do to a story, before it does it: rows that are new, changed, unchanged,
 * undated, rejected, each with its reason and place in the input, and what an earlier reading
 * brought that the input no longer has. Every row of the input is in exactly one list. Filled by
 * one thread; afterwards the main thread may choose among its rows and their parts.
 */
#define LEADUP_TYPE_IMPORT_PLAN (leadup_import_plan_get_type ())

G_DECLARE_FINAL_TYPE (LeadupImportPlan, leadup_import_plan, LEADUP, IMPORT_PLAN, GObject)

/* Vanished rows are no rows of the input. */
typedef enum
{
  LEADUP_IMPORT_NEW,
  LEADUP_IMPORT_CHANGED,
  LEADUP_IMPORT_UNCHANGED,
  LEADUP_IMPORT_UNDATED,
  LEADUP_IMPORT_REJECTED,
  LEADUP_IMPORT_VANISHED,
} LeadupImportVerdict;

#define LEADUP_N_IMPORT_VERDICTS (LEADUP_IMPORT_VANISHED + 1)

/* As many rows of each verdict are found without looking for them. */
#define LEADUP_IMPORT_PLAN_FIRST (200)

/**
 * LeadupImportRow:
 * @line: of the input, from 1; 0 = not known
 * @reason: (nullable): why it was rejected, or what was left out of it
 * @before: (nullable): what the story has
 * @after: (nullable): what it would have
 * @theirs: (nullable): for an event that changed: all of it as the input says
 * @offered: for an event that changed: bit n says whether the input has something new for part n
 * @conflicts: the parts among them that people changed too
 * @taken: the parts among them that @after takes from @theirs; conflicts are not, unless chosen
 * @is_chosen: whether the row is carried out
 */
typedef struct
{
  LeadupImportVerdict  verdict;
  guint                line;
  const char          *title;
  char                *reason;
  LeadupRecord        *before;
  LeadupRecord        *after;
  LeadupRecord        *theirs;
  guint                offered   : LEADUP_N_IMPORT_PARTS;
  guint                conflicts : LEADUP_N_IMPORT_PARTS;
  guint                taken     : LEADUP_N_IMPORT_PARTS;
  guint                is_chosen  : 1;
  guint                owns_title : 1;
} LeadupImportRow;

LeadupImportPlan      *leadup_import_plan_new         (const char           *label) G_GNUC_WARN_UNUSED_RESULT;
void                   leadup_import_plan_add_row     (LeadupImportPlan     *self,
                                                       LeadupImportVerdict   verdict,
                                                       guint                 line,
                                                       const char           *title,
                                                       const char           *reason,
                                                       LeadupRecord         *before,
                                                       LeadupRecord         *after);
void                   leadup_import_plan_add_update  (LeadupImportPlan     *self,
                                                       guint                 line,
                                                       const char           *reason,
                                                       LeadupEvent          *before,
                                                       LeadupEvent          *theirs,
                                                       guint                 offered,
                                                       guint                 conflicts);
void                   leadup_import_plan_take_new    (LeadupImportPlan     *self,
                                                       guint                 line,
                                                       char                 *reason,
                                                       LeadupEvent          *event);
void                   leadup_import_plan_set_unique  (LeadupImportPlan     *self);
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
const guint           *leadup_import_plan_get_first   (LeadupImportPlan     *self,
                                                       LeadupImportVerdict   verdict,
                                                       guint                *n);
guint                  leadup_import_plan_count_conflicts (LeadupImportPlan *self);
const char * const    *leadup_import_plan_get_warnings (LeadupImportPlan    *self);
const char            *leadup_import_verdict_to_string (LeadupImportVerdict  verdict);

void                   leadup_import_plan_choose      (LeadupImportPlan     *self,
                                                       guint                 index,
                                                       gboolean              is_chosen);
void                   leadup_import_plan_take        (LeadupImportPlan     *self,
                                                       guint                 index,
                                                       guint                 parts);
guint                  leadup_import_plan_count_chosen (LeadupImportPlan    *self);
LeadupTransaction     *leadup_import_plan_to_transaction (LeadupImportPlan  *self,
                                                       LeadupSnapshot       *snapshot) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
