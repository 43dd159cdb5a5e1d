/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LEADUP_JSON_NULL,
  LEADUP_JSON_BOOLEAN,
  LEADUP_JSON_NUMBER,
  LEADUP_JSON_STRING,
  LEADUP_JSON_ARRAY,
  LEADUP_JSON_OBJECT,
} LeadupJsonType;

/**
 * LeadupJsonValue:
 * @start: its first byte (the quote of a string, the bracket of an array)
 * @end: behind its last byte
 *
 * Where a value stands in a text that a #LeadupJsonScanner has accepted, and only there: the
 * functions below rely on correct syntax. A slice that owns nothing; it lives as long as the
 * scanner.
 */
typedef struct
{
  const char *start;
  const char *end;
} LeadupJsonValue;

/**
 * LeadupJsonIter:
 *
 * Walks the elements of an array or the members of an object, in the order of the text, without
 * recursion and without memory. On the stack; needs no clean-up.
 *
 * |[<!-- language="C" -->
 * LeadupJsonIter iter;
 * LeadupJsonValue record;
 *
 * leadup_json_iter_init (&iter, &array);
 * while (leadup_json_iter_next (&iter, NULL, &record))
 *   read_record (&record, leadup_json_scanner_get_line (scanner, record.start));
 * ]|
 */
typedef struct
{
  /*< private >*/
  const char *next;
  const char *end;
  gboolean    is_object;
} LeadupJsonIter;

LeadupJsonType leadup_json_value_get_type   (const LeadupJsonValue *self);
gsize          leadup_json_value_get_size   (const LeadupJsonValue *self);
gboolean       leadup_json_value_get_member (const LeadupJsonValue *self,
                                             const char            *name,
                                             LeadupJsonValue       *member);
gboolean       leadup_json_value_is_string  (const LeadupJsonValue *self,
                                             const char            *text);
char          *leadup_json_value_dup_string (const LeadupJsonValue *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean       leadup_json_value_get_number (const LeadupJsonValue *self,
                                             double                *number);
void           leadup_json_value_append     (const LeadupJsonValue *self,
                                             GString               *text);

gsize          leadup_json_value_copy_string (const LeadupJsonValue *self,
                                             char                  *text);

/* Steps over what the scanner has proven, for readers that walk a text once. */
const char    *leadup_json_skip_space       (const char            *at,
                                             const char            *end);
const char    *leadup_json_skip_string      (const char            *at,
                                             const char            *end);
const char    *leadup_json_skip_value       (const char            *at,
                                             const char            *end);

void           leadup_json_iter_init        (LeadupJsonIter        *self,
                                             const LeadupJsonValue *container);
gboolean       leadup_json_iter_next        (LeadupJsonIter        *self,
                                             LeadupJsonValue       *key,
                                             LeadupJsonValue       *value);
gboolean       leadup_json_iter_next_known  (LeadupJsonIter        *self,
                                             LeadupJsonValue       *key,
                                             LeadupJsonValue       *value,
                                             const LeadupJsonValue *known,
                                             guint                  n_known);
gboolean       leadup_json_iter_enter       (LeadupJsonIter        *self,
                                             LeadupJsonValue       *element,
                                             LeadupJsonIter        *members);
void           leadup_json_iter_leave       (LeadupJsonIter        *self,
                                             LeadupJsonValue       *element,
                                             const LeadupJsonIter  *members);

G_END_DECLS
