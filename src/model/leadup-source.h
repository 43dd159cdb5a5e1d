/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-calendar.h"
#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupSource:
 *
 * An article or another record that events rest on.
 */
#define LEADUP_TYPE_SOURCE (leadup_source_get_type ())

G_DECLARE_FINAL_TYPE (LeadupSource, leadup_source, LEADUP, SOURCE, LeadupRecord)

/**
 * LeadupSourceFields:
 * @published: (nullable): ISO day or time
 * @retrieved: (nullable): ISO day or time
 * @sha256: (nullable): of the bytes that @text was read from
 * @text: (nullable): the whole text; spans of evidence count its Unicode code points
 */
typedef struct
{
  const char         *id;
  const char         *outlet;
  const char         *title;
  const char         *author;
  const char         *url;
  const char         *archived_url;
  const char         *published;
  const char         *retrieved;
  const char         *language;
  const char         *sha256;
  const char         *text;
  const char * const *also;
  const char         *extra;
} LeadupSourceFields;

LeadupSource *leadup_source_new (const LeadupSourceFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupSourceFields *leadup_source_get_fields (LeadupSource *self);

char *leadup_source_dup_day   (LeadupSource *self);
char *leadup_source_dup_label (LeadupSource *self);
LeadupInstant             leadup_source_get_published (LeadupSource            *self);

G_END_DECLS
