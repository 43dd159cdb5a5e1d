/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-record-list.h"

#include "base/leadup-error.h"
#include "model/leadup-record-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Records in a chunk. An edit copies one chunk and one pointer a chunk: with a million records both
 * are about a thousand. */
#define CHUNK_MAX 1024

/* Records in the order of ids lie all over memory; so far ahead they are asked for. */
#define AHEAD 16

typedef struct
{
  gatomicrefcount refs;
  guint n;
  LeadupRecord *records[];
} Chunk;

struct _LeadupRecordList
{
  gatomicrefcount refs;
  guint n;
  guint n_chunks;
  Chunk **chunks; /* none of them empty */
  guint *starts;  /* index of the first record of each chunk, and @n */
};

/* What an edit collects: records of touched chunks (borrowed) until they are enough for new chunks.
 */
typedef struct
{
  GPtrArray *chunks;
  GPtrArray *pending;
} Builder;

static void
chunk_unref (Chunk *chunk)
{
  if (!g_atomic_ref_count_dec (&chunk->refs))
    return;

  for (guint i = 0; i < chunk->n; i++)
    {
      if (i + AHEAD < chunk->n)
        __builtin_prefetch (chunk->records[i + AHEAD], 1);
      g_object_unref (chunk->records[i]);
    }
  g_free (chunk);
}

static Chunk *
chunk_new (LeadupRecord * const  *records,
           guint                  n)
{
  Chunk *chunk = g_malloc (sizeof *chunk + n * sizeof *records);

  g_atomic_ref_count_init (&chunk->refs);
  chunk->n = n;
  for (guint i = 0; i < n; i++)
    {
      if (i + AHEAD < n)
        __builtin_prefetch (records[i + AHEAD], 1);
      chunk->records[i] = g_object_ref (records[i]);
    }

  return chunk;
}

/* Chunks of about the same size, so that one record too many does not leave a chunk of one. */
static void
builder_flush (Builder *builder)
{
  guint n = builder->pending->len;
  guint n_chunks = n / CHUNK_MAX + (n % CHUNK_MAX != 0);
  guint done = 0;

  for (guint i = 0; i < n_chunks; i++)
    {
      guint end = (guint) ((guint64) n * (i + 1) / n_chunks);

      g_ptr_array_add (builder->chunks,
                       chunk_new ((LeadupRecord **) &builder->pending->pdata[done], end - done));
      done = end;
    }

  g_ptr_array_set_size (builder->pending, 0);
}

static void
builder_init (Builder *builder)
{
  builder->chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) chunk_unref);
  builder->pending = g_ptr_array_new ();
}

static void
builder_clear (Builder *builder)
{
  g_ptr_array_unref (builder->chunks);
  g_ptr_array_unref (builder->pending);
}

static LeadupRecordList *
builder_finish (Builder *builder)
{
  LeadupRecordList *list = g_new0 (LeadupRecordList, 1);

  builder_flush (builder);
  g_atomic_ref_count_init (&list->refs);
  list->n_chunks = builder->chunks->len;
  list->starts = g_new (guint, list->n_chunks + 1);
  for (guint i = 0; i < list->n_chunks; i++)
    {
      list->starts[i] = list->n;
      list->n += ((Chunk *) builder->chunks->pdata[i])->n;
    }
  list->starts[list->n_chunks] = list->n;
  list->chunks = (Chunk **) g_ptr_array_steal (builder->chunks, NULL);
  builder_clear (builder);

  return list;
}

/* Index of the first record in @chunk whose id is not less than @id. */
static guint
chunk_search (const Chunk *chunk,
              const char  *id,
              gboolean    *is_found)
{
  guint low = 0, high = chunk->n;

  *is_found = FALSE;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (leadup_record_peek_id (chunk->records[middle]), id);

      if (order == 0)
        {
          *is_found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Index of the last chunk that starts at or before @id, 0 where none does. */
static guint
find_chunk (const LeadupRecordList *self,
            const char             *id)
{
  guint low = 0, high = self->n_chunks;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (strcmp (leadup_record_peek_id (self->chunks[middle]->records[0]), id) <= 0)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (leadup_record_peek_id (*(gpointer *) a), leadup_record_peek_id (*(gpointer *) b));
}

static gboolean
check_edit (const LeadupRecordEdit *edit,
            LeadupRecord           *held,
            GError                **error)
{
  const char *kind;

  if (edit->before == held)
    return TRUE;

  kind = leadup_record_kind_to_string (
      leadup_record_get_kind (edit->before != NULL ? edit->before : edit->after));
  if (edit->before == NULL)
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                 _ ("The story already has a record of the kind “%s” with the id “%s”"), kind,
                 edit->id);
  else if (held == NULL)
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT,
                 _ ("The record “%s” of the kind “%s” has been removed meanwhile"), edit->id, kind);
  else
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT,
                 _ ("The record “%s” of the kind “%s” has been changed meanwhile"), edit->id, kind);

  return FALSE;
}

/* Merges the edits, which all fall into @chunk (%NULL stands for an empty one), into the pending
 * records. */
static gboolean
merge_chunk (Builder                *builder,
             const Chunk            *chunk,
             const LeadupRecordEdit *edits,
             guint                   n_edits,
             GError                **error)
{
  guint next = 0;

  for (guint i = 0; i < n_edits; i++)
    {
      gboolean is_found = FALSE;
      guint at = chunk != NULL ? chunk_search (chunk, edits[i].id, &is_found) : 0;

      if (!check_edit (&edits[i], is_found ? chunk->records[at] : NULL, error))
        return FALSE;

      for (; next < at; next++)
        g_ptr_array_add (builder->pending, chunk->records[next]);
      if (is_found)
        next++;
      if (edits[i].after != NULL)
        g_ptr_array_add (builder->pending, edits[i].after);
    }

  for (; chunk != NULL && next < chunk->n; next++)
    g_ptr_array_add (builder->pending, chunk->records[next]);

  return TRUE;
}

/**
 * leadup_record_list_new:
 * @records: (array length=n_records): records of one kind, in any order
 * @n_records: how many
 * @error: return location; %LEADUP_ERROR_INTEGRITY where two have the same id
 *
 * Returns: (transfer full) (nullable): the list
 */
LeadupRecordList *
leadup_record_list_new (LeadupRecord * const  *records,
                        guint                  n_records,
                        GError               **error)
{
  Builder builder;
  gboolean is_sorted = TRUE;

  builder_init (&builder);
  for (guint i = 0; i < n_records; i++)
    {
      if (i > 0 && is_sorted && compare_ids (&records[i - 1], &records[i]) >= 0)
        is_sorted = FALSE;
      g_ptr_array_add (builder.pending, records[i]);
    }

  /* Files are sorted already. */
  if (!is_sorted)
    g_ptr_array_sort (builder.pending, compare_ids);

  for (guint i = 1; i < n_records && !is_sorted; i++)
    if (compare_ids (&builder.pending->pdata[i - 1], &builder.pending->pdata[i]) == 0)
      {
        LeadupRecord *record = builder.pending->pdata[i];

        g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                     _ ("Two records of the kind “%s” have the id “%s”"),
                     leadup_record_kind_to_string (leadup_record_get_kind (record)),
                     leadup_record_peek_id (record));
        builder_clear (&builder);
        return NULL;
      }

  return builder_finish (&builder);
}

LeadupRecordList *
leadup_record_list_ref (LeadupRecordList *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_record_list_unref (LeadupRecordList *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < self->n_chunks; i++)
    chunk_unref (self->chunks[i]);
  g_free (self->chunks);
  g_free (self->starts);
  g_free (self);
}

guint
leadup_record_list_get_n (const LeadupRecordList *self)
{
  return self->n;
}

/**
 * leadup_record_list_get:
 * @self: a list
 * @index: less than the number of records
 *
 * Chunks are of similar size, so that the guess is right or nearly so.
 *
 * Returns: (transfer none): the record
 */
LeadupRecord *
leadup_record_list_get (const LeadupRecordList *self,
                        guint                   index)
{
  guint low, high, guess;

  g_return_val_if_fail (index < self->n, NULL);

  guess = (guint) ((guint64) index * self->n_chunks / self->n);
  if (index >= self->starts[guess] && index < self->starts[guess + 1])
    return self->chunks[guess]->records[index - self->starts[guess]];

  low = 0;
  high = self->n_chunks;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->starts[middle] <= index)
        low = middle;
      else
        high = middle;
    }

  return self->chunks[low]->records[index - self->starts[low]];
}

/**
 * leadup_record_list_find:
 * @self: a list
 * @id: an id
 * @position: (out) (optional): index of the record, or where it would have to be inserted
 *
 * Returns: (transfer none) (nullable): the record with @id
 */
LeadupRecord *
leadup_record_list_find (const LeadupRecordList *self,
                         const char             *id,
                         guint                  *position)
{
  gboolean is_found;
  guint chunk, at;

  if (self->n == 0)
    {
      if (position != NULL)
        *position = 0;
      return NULL;
    }

  chunk = find_chunk (self, id);
  at = chunk_search (self->chunks[chunk], id, &is_found);
  if (position != NULL)
    *position = self->starts[chunk] + at;

  return is_found ? self->chunks[chunk]->records[at] : NULL;
}

/**
 * leadup_record_list_edit:
 * @self: a list
 * @edits: (array length=n_edits): sorted by id, each id once
 * @n_edits: how many
 * @error: return location; %LEADUP_ERROR_INTEGRITY where an id is taken, %LEADUP_ERROR_CONFLICT
 * where the list does not hold what an edit expects
 *
 * Returns: (transfer full) (nullable): the list after the edits
 */
LeadupRecordList *
leadup_record_list_edit (const LeadupRecordList *self,
                         const LeadupRecordEdit *edits,
                         guint                   n_edits,
                         GError                **error)
{
  Builder builder;
  gboolean is_ok = TRUE;
  guint next = 0;

  builder_init (&builder);
  if (self->n_chunks == 0)
    is_ok = merge_chunk (&builder, NULL, edits, n_edits, error);

  for (guint i = 0; i < self->n_chunks && is_ok; i++)
    {
      Chunk *chunk = self->chunks[i];
      const char *end =
          i + 1 < self->n_chunks ? leadup_record_peek_id (self->chunks[i + 1]->records[0]) : NULL;
      guint first = next;

      while (next < n_edits && (end == NULL || strcmp (edits[next].id, end) < 0))
        next++;

      if (next > first)
        is_ok = merge_chunk (&builder, chunk, &edits[first], next - first, error);
      else
        {
          builder_flush (&builder);
          g_atomic_ref_count_inc (&chunk->refs);
          g_ptr_array_add (builder.chunks, chunk);
        }
    }

  if (!is_ok)
    {
      builder_clear (&builder);
      return NULL;
    }

  return builder_finish (&builder);
}
