/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-table.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-import-hash.h"
#include "model/leadup-info.h"
#include "model/leadup-phase.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* How many rows are read between two looks at the cancellable. */
#define STRIDE 256

/**
 * LeadupImportTable:
 * @weights: (nullable): hash of an id → sum of the weights of its rows
 */
struct _LeadupImportTable
{
  LeadupImportMapping *mapping;
  LeadupImportMapper *mapper;
  LeadupImportRecords *records;
  LeadupImportDraft draft;
  LeadupSnapshot *snapshot;
  GHashTable *weights;
  guint n_rows;
  gboolean has_title;
};

/**
 * leadup_import_table_new:
 * @input: what is read
 * @mapping: of its columns
 * @format: id of the format, static: part of the identity of the rows
 */
LeadupImportTable *
leadup_import_table_new (const LeadupImportInput *input,
                         LeadupImportMapping     *mapping,
                         const char              *format)
{
  LeadupImportTable *self;

  g_return_val_if_fail (input != NULL && mapping != NULL && format != NULL, NULL);

  self = g_new0 (LeadupImportTable, 1);
  self->mapping = leadup_import_mapping_ref (mapping);
  self->mapper = leadup_import_mapper_new (mapping, input->published);
  self->records = leadup_import_records_new (input->snapshot, _ ("Import events"));
  self->snapshot = leadup_snapshot_ref (input->snapshot);
  leadup_import_records_set_origin (self->records, format, input->name);
  leadup_import_draft_init (&self->draft, g_intern_string (format));
  if (mapping->collapses)
    self->weights = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (mapping->warning != NULL)
    leadup_import_plan_add_warning (leadup_import_records_get_plan (self->records),
                                    _ (mapping->warning));

  return self;
}

void
leadup_import_table_free (LeadupImportTable *self)
{
  if (self == NULL)
    return;

  leadup_import_draft_clear (&self->draft);
  leadup_import_mapper_free (self->mapper);
  leadup_import_records_free (self->records);
  leadup_snapshot_unref (self->snapshot);
  leadup_import_mapping_unref (self->mapping);
  g_clear_pointer (&self->weights, g_hash_table_unref);
  g_free (self);
}

LeadupImportMapper *
leadup_import_table_get_mapper (LeadupImportTable *self)
{
  return self->mapper;
}

LeadupImportDraft *
leadup_import_table_get_draft (LeadupImportTable *self)
{
  return &self->draft;
}

LeadupImportRecords *
leadup_import_table_get_records (LeadupImportTable *self)
{
  return self->records;
}

/* Returns: %FALSE where there are too many rows, or where somebody wants it to stop */
gboolean
leadup_import_table_begin_row (LeadupImportTable *self,
                               guint              line,
                               GCancellable      *cancellable,
                               GError           **error)
{
  if (self->n_rows >= LEADUP_STORY_MAX_EVENTS)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("Line %u: more than %u events; split the file"), line,
                   (guint) LEADUP_STORY_MAX_EVENTS);
      return FALSE;
    }
  if (self->n_rows++ % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  leadup_import_draft_reset (&self->draft, line);
  leadup_import_mapper_begin (self->mapper);

  return TRUE;
}

/* The first of two walks over a table whose rows are counted together. */
void
leadup_import_table_weigh_row (LeadupImportTable *self)
{
  guint64 key;
  double *sum, weight;

  if (self->weights == NULL)
    return;

  weight = leadup_import_mapper_get_weight (self->mapper, &self->draft);
  leadup_import_mapper_fill (self->mapper, &self->draft);
  if (self->draft.own_id == NULL)
    return;

  key = leadup_import_hash_text (0, self->draft.own_id);
  sum = g_hash_table_lookup (self->weights, &key);
  if (sum != NULL)
    *sum += weight;
  else
    g_hash_table_insert (self->weights, g_memdup2 (&key, sizeof key),
                         g_memdup2 (&weight, sizeof weight));
}

/* The second time all rows are counted anew. */
static void
add_weight (LeadupImportTable *self)
{
  LeadupImportDraft *draft = &self->draft;
  guint64 key = leadup_import_hash_text (0, draft->own_id);
  const double *sum = g_hash_table_lookup (self->weights, &key);

  if (sum != NULL)
    leadup_import_draft_add_value (draft, "reports", *sum, *sum);
  /* Of the rows that are one event the first one tells. */
  draft->is_counted = TRUE;
  g_string_truncate (draft->kept, 0);
}

static void
submit_era (LeadupImportTable *self)
{
  LeadupImportDraft *draft = &self->draft;

  leadup_import_records_add_era (self->records, draft->line, draft->title, draft->when,
                                 draft->problem);
}

static void
submit_title (LeadupImportTable *self)
{
  LeadupInfoFields fields = *leadup_info_get_fields (leadup_snapshot_get_info (self->snapshot));
  LeadupImportPlan *plan = leadup_import_records_get_plan (self->records);
  g_autoptr (LeadupInfo) info = NULL;
  LeadupRecord *before = LEADUP_RECORD (leadup_snapshot_get_info (self->snapshot));

  self->has_title = TRUE;
  if (!leadup_text_is_blank (fields.title) || leadup_text_is_blank (self->draft.title))
    {
      leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, self->draft.line,
                                  self->draft.title, _ ("The story has a title already"), before,
                                  NULL);
      return;
    }

  fields.title = self->draft.title;
  if (leadup_text_is_blank (fields.chart_subtitle))
    fields.chart_subtitle = self->draft.summary;
  info = leadup_info_new (&fields);
  leadup_import_plan_add_row (plan, LEADUP_IMPORT_CHANGED, self->draft.line, self->draft.title,
                              _ ("The title of the story"), before, LEADUP_RECORD (info));
}

/* The cells are set: the row goes into exactly one list of the plan. */
void
leadup_import_table_end_row (LeadupImportTable *self)
{
  LeadupImportRowKind kind = leadup_import_mapper_fill (self->mapper, &self->draft);

  if (self->weights != NULL && self->draft.own_id != NULL)
    add_weight (self);
  if (kind == LEADUP_IMPORT_KIND_OTHER)
    leadup_import_plan_add_row (leadup_import_records_get_plan (self->records),
                                LEADUP_IMPORT_REJECTED, self->draft.line, self->draft.title,
                                _ ("It is no event"), NULL, NULL);
  else if (kind == LEADUP_IMPORT_KIND_ERA)
    submit_era (self);
  else if (kind == LEADUP_IMPORT_KIND_TITLE && !self->has_title)
    submit_title (self);
  else
    leadup_import_draft_submit (&self->draft, self->records);
}

void
leadup_import_table_reject_row (LeadupImportTable *self,
                                guint              line,
                                const char        *reason)
{
  leadup_import_plan_add_row (leadup_import_records_get_plan (self->records),
                              LEADUP_IMPORT_REJECTED, line, NULL, reason, NULL, NULL);
}

/* Returns: (transfer full): the plan */
LeadupImportPlan *
leadup_import_table_finish (LeadupImportTable *self)
{
  return leadup_import_records_finish (self->records);
}
