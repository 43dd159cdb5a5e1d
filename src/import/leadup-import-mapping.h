/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-import-date.h"

G_BEGIN_DECLS

/* What a column can be. */
typedef enum
{
  LEADUP_IMPORT_FIELD_ID,
  LEADUP_IMPORT_FIELD_TITLE,
  LEADUP_IMPORT_FIELD_SUMMARY,
  LEADUP_IMPORT_FIELD_CATEGORY,
  LEADUP_IMPORT_FIELD_DATE,
  LEADUP_IMPORT_FIELD_TIME,
  LEADUP_IMPORT_FIELD_END,
  LEADUP_IMPORT_FIELD_END_TIME,
  LEADUP_IMPORT_FIELD_YEAR,
  LEADUP_IMPORT_FIELD_MONTH,
  LEADUP_IMPORT_FIELD_DAY,
  LEADUP_IMPORT_FIELD_END_YEAR,
  LEADUP_IMPORT_FIELD_END_MONTH,
  LEADUP_IMPORT_FIELD_END_DAY,
  LEADUP_IMPORT_FIELD_STATED,
  LEADUP_IMPORT_FIELD_PRECISION,
  LEADUP_IMPORT_FIELD_ACTORS,
  LEADUP_IMPORT_FIELD_PLACE,
  LEADUP_IMPORT_FIELD_COUNTRY,
  LEADUP_IMPORT_FIELD_LATITUDE,
  LEADUP_IMPORT_FIELD_LONGITUDE,
  LEADUP_IMPORT_FIELD_SOURCES,
  LEADUP_IMPORT_FIELD_URL,
  LEADUP_IMPORT_FIELD_SOURCE_TITLE,
  LEADUP_IMPORT_FIELD_AUTHOR,
  LEADUP_IMPORT_FIELD_PUBLISHED,
  LEADUP_IMPORT_FIELD_QUOTE,
  LEADUP_IMPORT_FIELD_TAGS,
  LEADUP_IMPORT_FIELD_VERIFICATION,
  LEADUP_IMPORT_FIELD_VALUE,
  LEADUP_IMPORT_FIELD_IMPORTANCE,
  LEADUP_IMPORT_FIELD_TONE,
  LEADUP_IMPORT_FIELD_NOTES,
  LEADUP_IMPORT_FIELD_KIND,
  LEADUP_IMPORT_FIELD_WEIGHT,
  LEADUP_IMPORT_FIELD_IGNORE,
} LeadupImportField;

#define LEADUP_N_IMPORT_FIELDS (LEADUP_IMPORT_FIELD_IGNORE + 1)

/**
 * LeadupImportRule:
 * @field: what it is for
 * @column: (nullable): name of the column that it takes, or else
 * @template: (nullable): a text with the names of columns in braces (“{actor1} in {place}”); what
 * stands in square brackets goes where a column in it is blank; without braces a constant
 * @separator: (nullable): of the elements of a list; %NULL finds it out
 * @role: of actors, a LeadupRole
 * @name: (nullable): of a value (“killed”)
 * @values: (nullable) (element-type utf8 utf8): what the column’s words stand for
 */
typedef struct
{
  LeadupImportField  field;
  char              *column;
  char              *template;
  char              *separator;
  int                role;
  char              *name;
  GHashTable        *values;
} LeadupImportRule;

/**
 * LeadupImportMapping:
 * @id: stable name: part of what events remember of their import
 * @label: for people
 * @columns: (nullable) (element-type utf8): names of the columns of a table that has no header
 * @match: (nullable) (element-type utf8): columns by which a table is known to be of this kind
 * @order: of numeric dates
 * @zone: (nullable): of the clock of times of day
 * @verification: a LeadupVerification, or −1 for the rules
 * @collapses: whether rows with one id are one event, counted together
 * @maps: (element-type utf8 GHashTable): tables of words for templates
 * @rules: (element-type LeadupImportRule): of two for the same field, the first that says something
 * counts; lists get them all
 *
 * How the columns of a table become events. Made once, then read-only; reference-counted
 * (atomically).
 */
typedef struct
{
  gatomicrefcount    refs;
  char              *id;
  char              *label;
  GPtrArray         *columns;
  GPtrArray         *match;
  LeadupImportOrder  order;
  char              *zone;
  int                verification;
  gboolean           collapses;
  char              *warning;
  GHashTable        *maps;
  GPtrArray         *rules;
} LeadupImportMapping;

LeadupImportMapping *leadup_import_mapping_new         (void) G_GNUC_WARN_UNUSED_RESULT;
LeadupImportMapping *leadup_import_mapping_ref         (LeadupImportMapping        *self);
void                 leadup_import_mapping_unref       (LeadupImportMapping        *self);
LeadupImportRule    *leadup_import_mapping_add         (LeadupImportMapping        *self,
                                                        LeadupImportField           field,
                                                        const char                 *column);

LeadupImportMapping *leadup_import_mapping_from_json   (const char                 *text,
                                                        gsize                       length,
                                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
char                *leadup_import_mapping_to_json     (const LeadupImportMapping  *self) G_GNUC_WARN_UNUSED_RESULT;

LeadupImportMapping *leadup_import_mapping_guess       (const char * const         *columns) G_GNUC_WARN_UNUSED_RESULT;
const char          *leadup_import_mapping_get_warning (const LeadupImportMapping  *self);
LeadupImportMapping *leadup_import_mapping_find_preset (const char * const         *columns) G_GNUC_WARN_UNUSED_RESULT;
LeadupImportMapping *leadup_import_mapping_find_headerless (guint                   n_columns,
                                                        const char * const         *cells) G_GNUC_WARN_UNUSED_RESULT;
LeadupImportMapping *leadup_import_mapping_get_preset  (const char                 *id) G_GNUC_WARN_UNUSED_RESULT;
char                *leadup_import_mapping_fingerprint (const char * const         *columns) G_GNUC_WARN_UNUSED_RESULT;

const char          *leadup_import_field_to_string     (LeadupImportField           field);
gboolean             leadup_import_field_from_string   (const char                 *string,
                                                        LeadupImportField          *field);
const char          *leadup_import_field_get_label     (LeadupImportField           field);
gboolean             leadup_import_field_is_list       (LeadupImportField           field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupImportMapping, leadup_import_mapping_unref)

G_END_DECLS
