/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-arena.h"
#include "model/leadup-record.h"

G_BEGIN_DECLS

/* For the record types only: each keeps a copy of its fields struct in one block, which the base
 * class owns. The first member of the struct is the id, except where the class overrides get_id.
 * Of records of which there are a million the block holds only the words of the struct that say
 * something. */

gpointer    leadup_record_new_packed (GType           type,
                                      gconstpointer   fields,
                                      gsize           size,
                                      LeadupPackFunc  pack) G_GNUC_WARN_UNUSED_RESULT;
gpointer    leadup_record_new_of_words (GType         type,
                                      gconstpointer   fields,
                                      gconstpointer   defaults,
                                      gsize           size,
                                      LeadupPackFunc  pack) G_GNUC_WARN_UNUSED_RESULT;
gpointer    leadup_record_get_block  (gpointer        record);
const char *leadup_record_peek_id    (gpointer        record);

/* leadup_record_get_kind() likewise. */
static inline LeadupRecordKind
leadup_record_peek_kind (gpointer record)
{
  return ((LeadupRecordClass *) ((GTypeInstance *) record)->g_class)->kind;
}

G_END_DECLS
