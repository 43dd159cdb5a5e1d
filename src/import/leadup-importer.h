/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-plan.h"

G_BEGIN_DECLS

/**
 * LeadupImportInput:
 * @bytes: the whole input
 * @name: (nullable): file name for messages and titles, without its folder
 * @published: (nullable): ISO day that the user gave for an article
 * @accept_all: whether events read out of an article enter the story at once (command line) or wait
 * as candidates
 * @snapshot: the story that it goes into
 */
typedef struct
{
  GBytes         *bytes;
  const char     *name;
  const char     *published;
  gboolean        accept_all;
  LeadupSnapshot *snapshot;
} LeadupImportInput;

/**
 * LeadupImporter:
 * @id: on the command line
 * @label: for people, translatable
 * @sniff: how sure it is, 0 … 100, from the first bytes alone; never trusts a file name
 * @parse: runs in a worker
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
} LeadupImporter;

const LeadupImporter * const *leadup_importers_get_all (void);
const LeadupImporter         *leadup_importers_find    (const char *id);
const LeadupImporter         *leadup_importers_detect  (GBytes     *bytes);

G_END_DECLS
