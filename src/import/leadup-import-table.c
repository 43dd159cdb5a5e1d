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

/* Rows that go from one thread to the other at once, and how many such batches there are. */
#define BATCH_ROWS 256
#define N_BATCHES 4

/**
 * Row:
 * @draft: what it says
 * @rejected: (nullable): why it is none
 */
typedef struct
{
  LeadupImportDraft draft;
  LeadupImportRowKind kind;
  const char *rejected;
} Row;

/**
 * Batch:
 * @scratch: the texts of all rows, close together on their way from one processor to the other
 */
typedef struct
{
  Row rows[BATCH_ROWS];
  guint n_rows;
  LeadupScratch *scratch;
} Batch;

/**
 * LeadupImportTable:
 * @weights: (nullable): hash of an id → sum of the weights of its rows
 * @batches: those that there are
 * @filling: the one that rows are read into; its last row is the one that is being read
 * @worker: (nullable): makes records out of the rows of earlier batches; there is none until the
 * first batch is full, and while there is one, @records, @has_title and what is in @full are its
 * own
 * @full: batches for the worker, in order, and at the end @batches
 * @empty: batches that it is done with
 */
struct _LeadupImportTable
{
  LeadupImportMapping *mapping;
  LeadupImportMapper *mapper;
  LeadupImportRecords *records;
  LeadupSnapshot *snapshot;
  GHashTable *weights;
  char *format;
  guint n_rows;
  gboolean has_title;

  Batch *batches[N_BATCHES];
  guint n_batches;
  Batch *filling;
  GThread *worker;
  GAsyncQueue *full;
  GAsyncQueue *empty;
};

static void
submit_era (LeadupImportTable *self,
            LeadupImportDraft *draft)
{
  leadup_import_records_add_era (self->records, draft->line, draft->title, draft->when,
                                 draft->problem);
}

static void
submit_title (LeadupImportTable *self,
              LeadupImportDraft *draft)
{
  LeadupInfoFields fields = *leadup_info_get_fields (leadup_snapshot_get_info (self->snapshot));
  LeadupImportPlan *plan = leadup_import_records_get_plan (self->records);
  g_autoptr (LeadupInfo) info = NULL;
  LeadupRecord *before = LEADUP_RECORD (leadup_snapshot_get_info (self->snapshot));

  self->has_title = TRUE;
  if (!leadup_text_is_blank (fields.title) || leadup_text_is_blank (draft->title))
    {
      leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, draft->line, draft->title,
                                  _ ("The story has a title already"), before, NULL);
      return;
    }

  fields.title = draft->title;
  if (leadup_text_is_blank (fields.chart_subtitle))
    fields.chart_subtitle = draft->summary;
  info = leadup_info_new (&fields);
  leadup_import_plan_add_row (plan, LEADUP_IMPORT_CHANGED, draft->line, draft->title,
                              _ ("The title of the story"), before, LEADUP_RECORD (info));
}

/* The row goes into exactly one list of the plan. */
static void
submit (LeadupImportTable *self,
        Row               *row)
{
  LeadupImportDraft *draft = &row->draft;
  LeadupImportPlan *plan = leadup_import_records_get_plan (self->records);

  if (row->rejected != NULL)
    leadup_import_plan_add_row (plan, LEADUP_IMPORT_REJECTED, draft->line, draft->shown,
                                row->rejected, NULL, NULL);
  else if (row->kind == LEADUP_IMPORT_KIND_OTHER)
    leadup_import_plan_add_row (plan, LEADUP_IMPORT_REJECTED, draft->line, draft->title,
                                _ ("It is no event"), NULL, NULL);
  else if (row->kind == LEADUP_IMPORT_KIND_ERA)
    submit_era (self, draft);
  else if (row->kind == LEADUP_IMPORT_KIND_TITLE && !self->has_title)
    submit_title (self, draft);
  else
    leadup_import_draft_submit (draft, self->records);
}

static void
submit_batch (LeadupImportTable *self,
              Batch             *batch)
{
  LeadupImportClaims *claims = leadup_import_records_get_claims (self->records);

  for (guint i = 0; i < batch->n_rows; i++)
    leadup_import_claims_expect (claims, batch->rows[i].draft.key);
  for (guint i = 0; i < batch->n_rows; i++)
    submit (self, &batch->rows[i]);
  batch->n_rows = 0;
}

static gpointer
submit_in_thread (gpointer data)
{
  LeadupImportTable *self = data;
  gpointer batch;

  while ((batch = g_async_queue_pop (self->full)) != self->batches)
    {
      submit_batch (self, batch);
      g_async_queue_push (self->empty, batch);
    }

  return NULL;
}

static void
stop_worker (LeadupImportTable *self)
{
  if (self->worker == NULL)
    return;

  g_async_queue_push (self->full, self->batches);
  g_thread_join (g_steal_pointer (&self->worker));
}

static Batch *
new_batch (LeadupImportTable *self)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->scratch = leadup_scratch_new ();
  self->batches[self->n_batches++] = batch;

  return batch;
}

/* What is full goes to the worker, who takes care that rows come in order. */
static void
hand_over (LeadupImportTable *self)
{
  if (self->worker == NULL)
    self->worker = g_thread_new ("import", submit_in_thread, self);
  g_async_queue_push (self->full, self->filling);
  self->filling = self->n_batches < N_BATCHES ? new_batch (self) : g_async_queue_pop (self->empty);
}

static Row *
get_row (LeadupImportTable *self)
{
  return &self->filling->rows[MAX (self->filling->n_rows, 1) - 1];
}

/**
 * leadup_import_table_new:
 * @input: what is read
 * @mapping: of its columns
 * @format: id of the format: part of the identity of the rows
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
  leadup_import_plan_set_unique (leadup_import_records_get_plan (self->records));
  leadup_import_records_set_origin (self->records, format, input->name);
  self->format = g_strdup (format);
  self->full = g_async_queue_new ();
  self->empty = g_async_queue_new ();
  self->filling = new_batch (self);
  if (mapping->collapses)
    self->weights = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!leadup_text_is_blank (mapping->warning))
    leadup_import_plan_add_warning (leadup_import_records_get_plan (self->records),
                                    leadup_import_mapping_get_warning (mapping));

  return self;
}

void
leadup_import_table_free (LeadupImportTable *self)
{
  if (self == NULL)
    return;

  stop_worker (self);
  for (guint i = 0; i < self->n_batches; i++)
    {
      for (guint j = 0; j < BATCH_ROWS; j++)
        leadup_import_draft_clear (&self->batches[i]->rows[j].draft);
      leadup_scratch_free (self->batches[i]->scratch);
      g_free (self->batches[i]);
    }
  g_async_queue_unref (self->full);
  g_async_queue_unref (self->empty);
  leadup_import_mapper_free (self->mapper);
  leadup_import_records_free (self->records);
  leadup_snapshot_unref (self->snapshot);
  leadup_import_mapping_unref (self->mapping);
  g_clear_pointer (&self->weights, g_hash_table_unref);
  g_free (self->format);
  g_free (self);
}

LeadupImportMapper *
leadup_import_table_get_mapper (LeadupImportTable *self)
{
  return self->mapper;
}

/* Says what stands in a column of the row that is being read; @text need not outlive the call. */
void
leadup_import_table_set_text (LeadupImportTable *self,
                              guint              column,
                              const char        *text)
{
  gsize size = text != NULL ? strlen (text) + 1 : 0;
  char *copy = NULL;

  if (size > 1)
    {
      copy = leadup_scratch_alloc (get_row (self)->draft.scratch, size);
      memcpy (copy, text, size);
    }
  leadup_import_mapper_set_text (self->mapper, column, copy);
}

/**
 * leadup_import_table_set_texts:
 * @texts: (array length=n_texts): what stands in the first columns of the row that is being read,
 * all of it within @all
 * @all: (array length=length): copied at once; need not outlive the call
 */
void
leadup_import_table_set_texts (LeadupImportTable   *self,
                               const char * const  *texts,
                               guint                n_texts,
                               const char          *all,
                               gsize                length)
{
  char *copy = leadup_scratch_alloc (get_row (self)->draft.scratch, length);

  memcpy (copy, all, length);
  for (guint i = 0; i < n_texts; i++)
    leadup_import_mapper_set_text (self->mapper, i,
                                   *texts[i] != '\0' ? copy + (texts[i] - all) : NULL);
}

/* Until the first row is read. */
LeadupImportRecords *
leadup_import_table_get_records (LeadupImportTable *self)
{
  return self->records;
}

static void
begin (LeadupImportTable *self,
       guint              line)
{
  Row *row;

  if (self->filling->n_rows == BATCH_ROWS)
    hand_over (self);
  if (self->filling->n_rows++ == 0)
    leadup_scratch_reset (self->filling->scratch);
  row = get_row (self);
  row->rejected = NULL;
  row->kind = LEADUP_IMPORT_KIND_EVENT;
  /* Small tables need few of them. */
  if (row->draft.kept == NULL)
    leadup_import_draft_init (&row->draft, self->format, self->filling->scratch);
  leadup_import_draft_reset (&row->draft, line);
  leadup_import_mapper_begin (self->mapper);
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

  begin (self, line);

  return TRUE;
}

/* The first of two walks over a table whose rows are counted together: begins a row. */
void
leadup_import_table_begin_weighing (LeadupImportTable *self,
                                    guint              line)
{
  begin (self, line);
}

/* The cells are set; of the row nothing stays but its weight. */
void
leadup_import_table_weigh_row (LeadupImportTable *self)
{
  LeadupImportDraft *draft = &get_row (self)->draft;
  guint64 key;
  double *sum, weight;

  self->filling->n_rows--;
  if (self->weights == NULL)
    return;

  weight = leadup_import_mapper_get_weight (self->mapper, draft);
  leadup_import_mapper_fill (self->mapper, draft);
  if (draft->own_id == NULL)
    return;

  key = leadup_import_hash_text (0, draft->own_id);
  sum = g_hash_table_lookup (self->weights, &key);
  if (sum != NULL)
    *sum += weight;
  else
    g_hash_table_insert (self->weights, g_memdup2 (&key, sizeof key),
                         g_memdup2 (&weight, sizeof weight));
}

/* The second time all rows are counted anew. */
static void
add_weight (LeadupImportTable *self,
            LeadupImportDraft *draft)
{
  guint64 key = leadup_import_hash_text (0, draft->own_id);
  const double *sum = g_hash_table_lookup (self->weights, &key);

  if (sum != NULL)
    leadup_import_draft_add_value (draft, "reports", *sum, *sum);
  /* Of the rows that are one event the first one tells. */
  draft->is_counted = TRUE;
  g_string_truncate (draft->kept, 0);
}

/* The cells are set: the row goes into exactly one list of the plan. */
void
leadup_import_table_end_row (LeadupImportTable *self)
{
  Row *row = get_row (self);

  row->kind = leadup_import_mapper_fill (self->mapper, &row->draft);
  if (self->weights != NULL && row->draft.own_id != NULL)
    add_weight (self, &row->draft);
  if (row->kind == LEADUP_IMPORT_KIND_EVENT)
    leadup_import_draft_settle (&row->draft);
  if (row->draft.title == NULL)
    row->draft.shown = leadup_import_mapper_get_first (self->mapper, &row->draft);
}

/* In place of leadup_import_table_end_row(); what cells are set helps to find the row. */
void
leadup_import_table_reject_row (LeadupImportTable *self,
                                const char        *reason)
{
  Row *row = get_row (self);

  row->draft.shown = leadup_import_mapper_get_first (self->mapper, &row->draft);
  row->rejected = leadup_import_draft_keep (&row->draft, g_strdup (reason));
}

/* Returns: (transfer full): the plan */
LeadupImportPlan *
leadup_import_table_finish (LeadupImportTable *self)
{
  stop_worker (self);
  submit_batch (self, self->filling);

  return leadup_import_records_finish (self->records);
}
