/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "base/leadup-pool.h"
#include "model/leadup-record-private.h"
#include "model/leadup-story-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The beginning of an id behind what all ids share, to sort by, and which edit it is of. */
typedef struct
{
  guint64 prefix;
  guint index;
} SortKey;

/* Fewer are sorted by comparing them. */
#define MANY 256

/* How many bytes an id shares with the first one. */
static gsize
measure_shared (const char *first,
                const char *id,
                gsize       most)
{
  gsize length = 0;

  while (length < most && id[length] == first[length])
    length++;

  return length;
}

/* So many bytes of @id as a number has, in the order of strcmp(). */
static guint64
read_prefix (const char *id)
{
  guint64 prefix = 0;

  for (guint i = 0; i < sizeof prefix; i++)
    {
      prefix = prefix << 8 | (guchar) *id;
      id += *id != '\0' ? 1 : 0;
    }

  return prefix;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const SortKey *x = a, *y = b;
  const LeadupRecordEdit *edits = data;

  if (x->prefix != y->prefix)
    return x->prefix < y->prefix ? -1 : 1;

  return strcmp (edits[x->index].id, edits[y->index].id);
}

/* By byte @byte of the prefix, 0 being the last one; equal ones stay as they are. */
static void
distribute (const SortKey *keys,
            SortKey       *sorted,
            guint          n,
            const guint   *counts,
            guint          byte)
{
  guint starts[256];

  for (guint i = 0, sum = 0; i < G_N_ELEMENTS (starts); i++)
    {
      starts[i] = sum;
      sum += counts[i];
    }
  for (guint i = 0; i < n; i++)
    sorted[starts[keys[i].prefix >> 8 * byte & 0xff]++] = keys[i];
}

/* Byte by byte, beginning with the last one: so many keys are sorted without comparing any.
 *
 * Returns: where they are, @keys or @spare */
static SortKey *
sort_by_prefix (SortKey *keys,
                SortKey *spare,
                guint    n)
{
  guint counts[sizeof keys->prefix][256] = { { 0 } };

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < sizeof keys->prefix; j++)
      counts[j][keys[i].prefix >> 8 * j & 0xff]++;

  for (guint j = 0; j < sizeof keys->prefix; j++)
    {
      SortKey *sorted = spare;

      if (counts[j][keys[0].prefix >> 8 * j & 0xff] == n)
        continue;
      distribute (keys, sorted, n, counts[j], j);
      spare = keys;
      keys = sorted;
    }

  return keys;
}

/* Those with one prefix are sorted by the rest of their ids. */
static void
sort_equal (SortKey                *keys,
            guint                   n,
            const LeadupRecordEdit *edits)
{
  guint start = 0;

  for (guint i = 1; i <= n; i++)
    if (i == n || keys[i].prefix != keys[start].prefix)
      {
        if (i - start > 1)
          g_qsort_with_data (keys + start, (gint) (i - start), sizeof *keys, compare_keys,
                             (gpointer) edits);
        start = i;
      }
}

/* By id. Ids lie all over memory, so that most are sorted without a look at them.
 *
 * Returns: (nullable): an id that stands there twice */
static const char *
sort_edits (LeadupRecordEdit *all,
            guint             n)
{
  SortKey *both = leadup_pool_resize (NULL, 0, 2 * sizeof *both * n);
  SortKey *keys = both;
  gsize shared = strlen (all[0].id);
  const char *twice = NULL;

  for (guint i = 1; i < n && shared > 0; i++)
    shared = measure_shared (all[0].id, all[i].id, shared);
  for (guint i = 0; i < n; i++)
    keys[i] = (SortKey) { read_prefix (all[i].id + shared), i };
  if (n >= MANY)
    keys = sort_by_prefix (keys, both + n, n);
  else
    g_qsort_with_data (keys, (gint) n, sizeof *keys, compare_keys, all);
  sort_equal (keys, n, all);
  for (guint i = 1; i < n && twice == NULL; i++)
    if (keys[i - 1].prefix == keys[i].prefix &&
        g_str_equal (all[keys[i - 1].index].id, all[keys[i].index].id))
      twice = all[keys[i].index].id;

  /* Each cycle of the permutation in turn; where a key points to itself it is done. */
  for (guint i = 0; i < n; i++)
    {
      LeadupRecordEdit first = all[i];
      guint at = i;

      while (keys[at].index != i && keys[at].index != at)
        {
          guint from = keys[at].index;

          all[at] = all[from];
          keys[at].index = at;
          at = from;
        }
      if (keys[at].index == i && at != i)
        {
          all[at] = first;
          keys[at].index = at;
        }
    }

  leadup_pool_drop (both, 2 * sizeof *both * n);

  return twice;
}

static gboolean
check_edits (const LeadupStoryPlan *plan,
             LeadupRecordKind       kind,
             const char            *twice,
             GError               **error)
{
  const LeadupRecordEdit *first = leadup_story_plan_get (plan, kind, 0);

  if (twice != NULL)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                   _ ("One edit changes the record “%s” of the kind “%s” twice"), twice,
                   leadup_record_kind_to_string (kind));
      return FALSE;
    }

  if (kind == LEADUP_RECORD_INFO && (first->before == NULL || first->after == NULL))
    {
      g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                           _ ("A story has exactly one record of general information"));
      return FALSE;
    }

  return TRUE;
}

/* Sorts the changes by kind and id, and makes the new lists. */
gboolean
leadup_story_plan_init (LeadupStoryPlan           *plan,
                        LeadupRecordList * const  *lists,
                        LeadupTransaction         *transaction,
                        GError                   **error)
{
  guint n = leadup_transaction_get_n_changes (transaction);
  guint counts[LEADUP_N_RECORD_KINDS] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);

      counts[leadup_record_peek_kind (change->before != NULL ? change->before : change->after)]++;
    }
  for (guint i = 0; i < n; i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);
      LeadupRecord *subject = change->before != NULL ? change->before : change->after;
      LeadupRecordKind kind = leadup_record_peek_kind (subject);
      LeadupRecordEdit edit = { leadup_record_peek_id (subject), change->before, change->after };

      if (plan->edits[kind] == NULL)
        plan->edits[kind] = leadup_pool_resize (NULL, 0, sizeof edit * counts[kind]);
      plan->edits[kind][plan->n_edits[kind]++] = edit;
    }

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    if (plan->n_edits[i] > 0)
      {
        const char *twice = sort_edits (plan->edits[i], plan->n_edits[i]);

        if (!check_edits (plan, i, twice, error))
          return FALSE;

        plan->lists[i] = leadup_record_list_edit (lists[i], leadup_story_plan_get (plan, i, 0),
                                                  plan->n_edits[i], error);
        if (plan->lists[i] == NULL)
          return FALSE;
      }

  return TRUE;
}

void
leadup_story_plan_clear (LeadupStoryPlan *plan)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      leadup_pool_drop (plan->edits[i], sizeof *plan->edits[i] * plan->n_edits[i]);
      plan->edits[i] = NULL;
      plan->n_edits[i] = 0;
      g_clear_pointer (&plan->lists[i], leadup_record_list_unref);
    }
}

const LeadupRecordEdit *
leadup_story_plan_get (const LeadupStoryPlan *plan,
                       LeadupRecordKind       kind,
                       guint                  index)
{
  return &plan->edits[kind][index];
}
