/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-mapping.h"
#include "import/leadup-import-plan.h"
#include "import/leadup-import-sample.h"

G_BEGIN_DECLS

/* Rows of a table, and members of its objects, that importers take. */
#define LEADUP_IMPORT_MAX_COLUMNS (1000)

/* How many rows are read between two looks at the cancellable. */
#define LEADUP_IMPORT_STRIDE (4096)

/**
 * LeadupImportProgress:
 * @permille: of the input that was read; any thread may look
 */
typedef struct
{
  gint permille;
} LeadupImportProgress;

/**
 * LeadupImportInput:
 * @bytes: the whole input
 * @name: (nullable): file name for messages and titles, without its folder
 * @published: (nullable): ISO day that the user gave for an article
 * @accept_all: whether events read out of an article enter the story at once (command line) or wait
 * as candidates
 * @snapshot: the story that it goes into
 * @mapping: (nullable): of a table, in place of what its columns tell
 * @order: of numeric dates, in place of what they tell themselves
 * @progress: (nullable): is told how far it is
 */
typedef struct
{
  GBytes         *bytes;
  const char     *name;
  const char     *published;
  gboolean        accept_all;
  LeadupSnapshot *snapshot;
  LeadupImportMapping *mapping;
  LeadupImportOrder order;
  LeadupImportProgress *progress;
} LeadupImportInput;

/**
 * LeadupImporter:
 * @id: on the command line
 * @label: for people, translatable
 * @sniff: how sure it is, 0 … 100, from the first bytes alone; never trusts a file name
 * @parse: runs in a worker
 * @sample: (nullable): of a table, what a person sees who maps its columns; runs in a worker
 */
typedef struct
{
  const char         *id;
  const char         *label;
  const char * const *content_types;
  guint             (*sniff) (const char              *bytes,
                              gsize                    length);
  LeadupImportPlan *(*parse) (const LeadupImportInput  *input,
                              GCancellable             *cancellable,
                              GError                  **error);
  LeadupImportSample *(*sample) (const LeadupImportInput *input,
                                 GCancellable            *cancellable,
                                 GError                 **error);
} LeadupImporter;

const LeadupImporter * const *leadup_importers_get_all (void);
const LeadupImporter         *leadup_importers_find    (const char *id);
const LeadupImporter         *leadup_importers_detect  (GBytes     *bytes);
const char                   *leadup_importers_advise  (GBytes     *bytes);

void leadup_import_progress_tell (LeadupImportProgress *self, gsize done, gsize all);

G_END_DECLS
