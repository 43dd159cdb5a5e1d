/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-records.h"
#include "model/leadup-event.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  int   kind; /* LeadupActorKind or LEADUP_IMPORT_ANY_KIND */
  int   role; /* LeadupRole */
} LeadupImportActor;

typedef struct
{
  char *url;
  char *outlet;
  char *title;
  char *author;
  char *published;
  char *quote;
} LeadupImportSource;

/**
 * LeadupImportDraft:
 * @format: id of the importer
 * @line: of the row in the input, from 1
 * @own_id: (nullable): what the input calls the row
 * @date: (nullable): its date as it stands in the input, where there is one
 * @problem: (nullable): why @when is missing, or what else is wrong
 * @left_out: (element-type utf8): names of members that could not be kept
 * @kept: members that we do not know, as a JSON object without its braces
 *
 * One row of a table on its way to an event. Owned by the importer, used again for each row.
 */
typedef struct
{
  const char *format;
  guint       line;
  char       *own_id;
  char       *title;
  char       *summary;
  char       *category;
  LeadupWhen *when;
  char       *date;
  char       *problem;
  char       *place;
  double      latitude;
  double      longitude;
  GArray     *actors;  /* (element-type LeadupImportActor) */
  GArray     *sources; /* (element-type LeadupImportSource) */
  GPtrArray  *tags;    /* (element-type utf8) */
  GPtrArray  *left_out;
  GString    *kept;
  int         verification; /* LeadupVerification, −1 = by the rules */
} LeadupImportDraft;

void leadup_import_draft_init        (LeadupImportDraft   *self,
                                      const char          *format);
void leadup_import_draft_reset       (LeadupImportDraft   *self,
                                      guint                line);
void leadup_import_draft_clear       (LeadupImportDraft   *self);
void leadup_import_draft_take_actor  (LeadupImportDraft   *self,
                                      char                *name,
                                      int                  kind,
                                      int                  role);
void leadup_import_draft_take_source (LeadupImportDraft   *self,
                                      LeadupImportSource  *source);
void leadup_import_draft_submit      (LeadupImportDraft   *self,
                                      LeadupImportRecords *records);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LeadupImportDraft, leadup_import_draft_clear)

G_END_DECLS
