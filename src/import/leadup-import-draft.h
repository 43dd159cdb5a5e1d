/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-records.h"
#include "model/leadup-event.h"
#include "storage/leadup-scratch.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  int         kind; /* LeadupActorKind or LEADUP_IMPORT_ANY_KIND */
  int         role; /* LeadupRole */
} LeadupImportActor;

typedef struct
{
  const char *url;
  const char *archived_url;
  const char *outlet;
  const char *title;
  const char *author;
  const char *published;
  const char *quote;
} LeadupImportSource;

/**
 * LeadupImportDraft:
 * @format: id of the importer
 * @scratch: keeps all texts, until the next row
 * @line: of the row in the input, from 1
 * @own_id: (nullable): what the input calls the row
 * @shown: (nullable): what people find a row by that has no title
 * @date: (nullable): its date as it stands in the input, where there is one
 * @problem: (nullable): why @when is missing, or what else is wrong
 * @left_out: (element-type utf8): names of members that could not be kept
 * @kept: members that we do not know, as a JSON object without its braces
 *
 * @id: of the event that it becomes, once it is settled, else empty
 *
 * One row of a table on its way to an event. Owned by the importer, used again for each row. Texts
 * may also be static.
 */
typedef struct
{
  const char    *format;
  LeadupScratch *scratch;
  gboolean       owns_scratch;
  guint          line;
  const char    *own_id;
  const char    *title;
  const char    *shown;
  const char    *summary;
  const char    *category;
  LeadupWhen    *when;
  const char    *date;
  const char    *problem;
  const char    *place;
  const char    *country;
  const char    *place_precision;
  double         latitude;
  double         longitude;
  LeadupImportActor *actors;
  guint          n_actors;
  guint          actors_room;
  GArray        *sources; /* (element-type LeadupImportSource) */
  GArray        *values;  /* (element-type LeadupValue) */
  GPtrArray     *tags;    /* (element-type utf8) */
  GPtrArray     *left_out;
  GString       *kept;
  GString       *extra; /* what is kept beside the event, once it is made */
  gsize          extra_start; /* of it, what stands before the id; 0 = not there yet */
  const char    *notes;
  gboolean       is_counted; /* whether all rows with its id are the same event */
  int            verification; /* LeadupVerification, −1 = by the rules */
  guint          importance;
  double         tone;
  char           id[15];
  guint64        key; /* of @id among the claims, once it is settled, else 0 */
} LeadupImportDraft;

void        leadup_import_draft_init       (LeadupImportDraft         *self,
                                            const char                *format,
                                            LeadupScratch             *scratch);
void        leadup_import_draft_reset      (LeadupImportDraft         *self,
                                            guint                      line);
void        leadup_import_draft_clear      (LeadupImportDraft         *self);
const char *leadup_import_draft_keep       (LeadupImportDraft         *self,
                                            char                      *text);
void        leadup_import_draft_set_title  (LeadupImportDraft         *self,
                                            const char                *text);
void        leadup_import_draft_add_actor  (LeadupImportDraft         *self,
                                            const char                *name,
                                            int                        kind,
                                            int                        role);
void        leadup_import_draft_add_source (LeadupImportDraft         *self,
                                            const LeadupImportSource  *source);
void        leadup_import_draft_add_tag    (LeadupImportDraft         *self,
                                            const char                *tag);
void        leadup_import_draft_add_value  (LeadupImportDraft         *self,
                                            const char                *name,
                                            double                     low,
                                            double                     high);
void        leadup_import_draft_keep_member (LeadupImportDraft        *self,
                                            const char                *name,
                                            const char                *text);
void        leadup_import_draft_settle     (LeadupImportDraft         *self);
void        leadup_import_draft_submit     (LeadupImportDraft         *self,
                                            LeadupImportRecords       *records);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LeadupImportDraft, leadup_import_draft_clear)

G_END_DECLS
