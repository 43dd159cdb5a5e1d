/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-event.h"
#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/**
 * LeadupImportPart:
 *
 * What of an event an input can say. An event remembers a few bits of each part as it was read, so
 * that the next reading knows what the input changed since, and what people did.
 */
typedef enum
{
  LEADUP_IMPORT_PART_TITLE,
  LEADUP_IMPORT_PART_SUMMARY,
  LEADUP_IMPORT_PART_CATEGORY,
  LEADUP_IMPORT_PART_WHEN,
  LEADUP_IMPORT_PART_PLACE,
  LEADUP_IMPORT_PART_ACTORS,
  LEADUP_IMPORT_PART_EVIDENCE,
  LEADUP_IMPORT_PART_VALUES,
  LEADUP_IMPORT_PART_TAGS,
  LEADUP_IMPORT_PART_VERIFICATION,
} LeadupImportPart;

#define LEADUP_N_IMPORT_PARTS (LEADUP_IMPORT_PART_VERIFICATION + 1)

/* Digits that stand for one part. */
#define LEADUP_IMPORT_PART_DIGITS (4)

const char *leadup_import_part_to_string (LeadupImportPart         part);
const char *leadup_import_part_get_label (LeadupImportPart         part);
void        leadup_import_part_copy      (LeadupImportPart         part,
                                          LeadupEventFields       *to,
                                          const LeadupEventFields *from);
char       *leadup_import_part_describe  (LeadupImportPart         part,
                                          const LeadupEventFields *fields,
                                          LeadupSnapshot          *snapshot) G_GNUC_WARN_UNUSED_RESULT;

guint64     leadup_import_parts_write    (const LeadupEventFields *fields,
                                          char                    *digits);
guint       leadup_import_parts_compare  (const char              *digits,
                                          const char              *other);

G_END_DECLS
