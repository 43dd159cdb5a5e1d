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
 * @id: (nullable): of the record
 *
 * What messages say about the record that is being read.
 */
typedef struct
{
  LeadupJsonScanner *scanner;
  const char *label;
  char *id;
} LeadupRecordOrigin;

/**
 * LeadupRecordPlace:
 * @origin: whose record it is
 * @parent: (nullable): what holds it; %NULL for the record itself
 * @name: (nullable): the member of @parent that this is, or %NULL
 * @index: the element of @parent that this is, where @name is %NULL
 * @slice: its place in the text, once it was asked for
 * @iter: how far the elements were walked
 * @n_walked: the element that @iter yields next
 *
 * Where a reader stands, on its stack. The place in the text is only looked up for messages and
 * unknown members; elements are asked for in order, so that all look-ups together walk an array
 * once.
 */
typedef struct _LeadupRecordPlace LeadupRecordPlace;

struct _LeadupRecordPlace
{
  const LeadupRecordOrigin *origin;
  LeadupRecordPlace *parent;
  const char *name;
  guint index;
  gboolean is_located;
  gboolean is_walked;
  LeadupJsonValue slice;
  LeadupJsonIter iter;
  guint n_walked;
};

void     leadup_record_place_locate      (LeadupRecordPlace  *self);
gboolean leadup_record_place_fail        (LeadupRecordPlace  *self,
                                          LeadupError         code,
                                          GError            **error,
                                          const char         *problem);
gboolean leadup_record_place_fail_schema (LeadupRecordPlace  *self,
                                          GError            **error,
                                          const char         *problem);

G_END_DECLS
