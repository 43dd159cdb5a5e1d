/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-error.h"
#include "storage/leadup-json-scanner.h"

G_BEGIN_DECLS

/**
 * LeadupRecordOrigin:
 * @label: untranslated name of what is being read
 * @record: where the record begins; its id is looked up there
 *
 * What messages say about the record that is being read.
 */
typedef struct
{
  LeadupJsonScanner *scanner;
  const char *label;
  const char *record;
} LeadupRecordOrigin;

/**
 * LeadupRecordPlace:
 * @origin: whose record it is
 * @parent: (nullable): what holds it; %NULL for the record itself
 * @name: (nullable): the member of @parent that this is, or %NULL
 * @index: the element of @parent that this is, where @name is %NULL
 * @start: its first byte
 *
 * Where a reader stands, on its stack, for messages.
 */
typedef struct _LeadupRecordPlace LeadupRecordPlace;

struct _LeadupRecordPlace
{
  const LeadupRecordOrigin *origin;
  const LeadupRecordPlace *parent;
  const char *name;
  guint index;
  const char *start;
};

gboolean leadup_record_place_fail        (const LeadupRecordPlace  *self,
                                          LeadupError               code,
                                          GError                  **error,
                                          const char               *problem);
gboolean leadup_record_place_fail_schema (const LeadupRecordPlace  *self,
                                          GError                  **error,
                                          const char               *problem);

G_END_DECLS
