/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-story.h"

#include "base/leadup-error.h"
#include "model/leadup-actor.h"
#include "model/leadup-candidate.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-phase.h"
#include "model/leadup-placement.h"
#include "model/leadup-record-list.h"
#include "model/leadup-record-model.h"
#include "model/leadup-record-private.h"
#include "model/leadup-references.h"
#include "model/leadup-snapshot-private.h"
#include "model/leadup-source.h"
#include "model/leadup-step.h"
#include "model/leadup-view.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LeadupStory
{
  GObject parent_instance;

  LeadupRecordList *lists[LEADUP_N_RECORD_KINDS];
  LeadupRecordModel *models[LEADUP_N_RECORD_KINDS];

  /* For each kind: (element-type utf8 Count). So an edit is checked without looking at what it does
   * not touch. */
  GHashTable *counts[LEADUP_N_RECORD_KINDS];

  gboolean is_applying;
};

/* How many references there are to @id, which is its key. */
typedef struct
{
  guint n;
  char id[];
} Count;

/* The beginning of an id behind what all ids share, to sort by, and which edit it is of. */
typedef struct
{
  guint64 prefix;
  guint index;
} SortKey;

/* The edits of one transaction, by kind, and the lists that they lead to. */
typedef struct
{
  GArray *edits[LEADUP_N_RECORD_KINDS];
  LeadupRecordList *lists[LEADUP_N_RECORD_KINDS]; /* NULL: unchanged */
} Plan;

/* What the visitor of references carries along. */
typedef struct
{
  LeadupStory *story;
  LeadupRecordList *const *lists;
  LeadupRecord *record;
  LeadupRecordKind missing_kind;
  char *missing_id;
  LeadupRecord *missing_from;
} Visit;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupStory, leadup_story, G_TYPE_OBJECT)

static GType
get_item_type (LeadupRecordKind kind)
{
  switch (kind)
    {
    case LEADUP_RECORD_INFO:
      return LEADUP_TYPE_INFO;
    case LEADUP_RECORD_CATEGORY:
      return LEADUP_TYPE_CATEGORY;
    case LEADUP_RECORD_ACTOR:
      return LEADUP_TYPE_ACTOR;
    case LEADUP_RECORD_SOURCE:
      return LEADUP_TYPE_SOURCE;
    case LEADUP_RECORD_EVENT:
      return LEADUP_TYPE_EVENT;
    case LEADUP_RECORD_CANDIDATE:
      return LEADUP_TYPE_CANDIDATE;
    case LEADUP_RECORD_PHASE:
      return LEADUP_TYPE_PHASE;
    case LEADUP_RECORD_VIEW:
      return LEADUP_TYPE_VIEW;
    case LEADUP_RECORD_STEP:
      return LEADUP_TYPE_STEP;
    case LEADUP_RECORD_PLACEMENT:
      return LEADUP_TYPE_PLACEMENT;
    default:
      g_return_val_if_reached (LEADUP_TYPE_RECORD);
    }
}

static const char *
get_kind_name (LeadupRecord *record)
{
  return leadup_record_kind_to_string (leadup_record_get_kind (record));
}

static guint
get_count (LeadupStory     *self,
           LeadupRecordKind kind,
           const char      *id)
{
  const Count *count = g_hash_table_lookup (self->counts[kind], id);

  return count != NULL ? count->n : 0;
}

static void
add_reference (LeadupRecordKind kind,
               const char      *id,
               gpointer         data)
{
  Visit *visit = data;
  GHashTable *counts = visit->story->counts[kind];
  Count *count = g_hash_table_lookup (counts, id);
  gsize length;

  if (count != NULL)
    {
      count->n++;
      return;
    }

  /* What is referred to already is known to exist. */
  length = strlen (id);
  count = g_malloc (sizeof *count + length + 1);
  count->n = 1;
  memcpy (count->id, id, length + 1);
  g_hash_table_insert (counts, count->id, count);
  if (visit->missing_id == NULL && leadup_record_list_find (visit->lists[kind], id, NULL) == NULL)
    {
      visit->missing_kind = kind;
      visit->missing_id = g_strdup (id);
      visit->missing_from = visit->record;
    }
}

static void
drop_reference (LeadupRecordKind kind,
                const char      *id,
                gpointer         data)
{
  Visit *visit = data;
  GHashTable *counts = visit->story->counts[kind];
  Count *count = g_hash_table_lookup (counts, id);

  g_assert (count != NULL);
  if (--count->n == 0)
    g_hash_table_remove (counts, id);
}

static gboolean
report_missing (Visit   *visit,
                GError **error)
{
  if (visit->missing_id == NULL)
    return TRUE;

  if (*visit->missing_id == '\0')
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                 _ ("The record “%s” of the kind “%s” names no %s"),
                 leadup_record_peek_id (visit->missing_from), get_kind_name (visit->missing_from),
                 leadup_record_kind_to_string (visit->missing_kind));
  else
    g_set_error (
        error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
        _ ("The record “%s” of the kind “%s” refers to “%s” of the kind “%s”, which the story "
           "does not have"),
        leadup_record_peek_id (visit->missing_from), get_kind_name (visit->missing_from),
        visit->missing_id, leadup_record_kind_to_string (visit->missing_kind));
  g_clear_pointer (&visit->missing_id, g_free);

  return FALSE;
}

static void
plan_clear (Plan *plan)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      g_clear_pointer (&plan->edits[i], g_array_unref);
      g_clear_pointer (&plan->lists[i], leadup_record_list_unref);
    }
}

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

/* By id. Ids lie all over memory, so that most comparisons are made without a look at them. */
static void
sort_edits (GArray *edits)
{
  LeadupRecordEdit *all = (LeadupRecordEdit *) (gpointer) edits->data;
  g_autofree SortKey *keys = g_new (SortKey, edits->len);
  gsize shared = strlen (all[0].id);

  for (guint i = 1; i < edits->len && shared > 0; i++)
    shared = measure_shared (all[0].id, all[i].id, shared);
  for (guint i = 0; i < edits->len; i++)
    keys[i] = (SortKey) { read_prefix (all[i].id + shared), i };
  g_qsort_with_data (keys, (gint) edits->len, sizeof *keys, compare_keys, all);

  /* Each cycle of the permutation in turn; where a key points to itself it is done. */
  for (guint i = 0; i < edits->len; i++)
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
}

static const LeadupRecordEdit *
get_edit (const Plan      *plan,
          LeadupRecordKind kind,
          guint            index)
{
  return &g_array_index (plan->edits[kind], LeadupRecordEdit, index);
}

static gboolean
check_edits (const Plan      *plan,
             LeadupRecordKind kind,
             GError         **error)
{
  GArray *edits = plan->edits[kind];

  for (guint i = 1; i < edits->len; i++)
    if (g_str_equal (get_edit (plan, kind, i - 1)->id, get_edit (plan, kind, i)->id))
      {
        g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                     _ ("One edit changes the record “%s” of the kind “%s” twice"),
                     get_edit (plan, kind, i)->id, leadup_record_kind_to_string (kind));
        return FALSE;
      }

  if (kind == LEADUP_RECORD_INFO &&
      (get_edit (plan, kind, 0)->before == NULL || get_edit (plan, kind, 0)->after == NULL))
    {
      g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                           _ ("A story has exactly one record of general information"));
      return FALSE;
    }

  return TRUE;
}

/* Sorts the changes by kind and id, and makes the new lists. */
static gboolean
plan_init (Plan              *plan,
           LeadupStory       *self,
           LeadupTransaction *transaction,
           GError           **error)
{
  guint n = leadup_transaction_get_n_changes (transaction);
  guint counts[LEADUP_N_RECORD_KINDS] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);

      counts[leadup_record_get_kind (change->before != NULL ? change->before : change->after)]++;
    }
  for (guint i = 0; i < n; i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);
      LeadupRecord *subject = change->before != NULL ? change->before : change->after;
      LeadupRecordKind kind = leadup_record_get_kind (subject);
      LeadupRecordEdit edit = { leadup_record_peek_id (subject), change->before, change->after };

      if (plan->edits[kind] == NULL)
        plan->edits[kind] = g_array_sized_new (FALSE, FALSE, sizeof edit, counts[kind]);
      g_array_append_val (plan->edits[kind], edit);
    }

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    if (plan->edits[i] != NULL)
      {
        sort_edits (plan->edits[i]);
        if (!check_edits (plan, i, error))
          return FALSE;

        plan->lists[i] = leadup_record_list_edit (self->lists[i], get_edit (plan, i, 0),
                                                  plan->edits[i]->len, error);
        if (plan->lists[i] == NULL)
          return FALSE;
      }

  return TRUE;
}

/* Adds the references of one side of all changes to the counts and drops those of the other, in the
 * order of the transaction: that in which the records were made, and lie in memory. */
static void
count_changes (LeadupTransaction *transaction,
               Visit             *visit,
               gboolean           is_forward)
{
  guint n = leadup_transaction_get_n_changes (transaction);

  for (guint i = 0; i < n; i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);

      visit->record = is_forward ? change->after : change->before;
      if (visit->record != NULL)
        leadup_references_visit (visit->record, add_reference, visit);
    }

  /* Only now, so that no count falls below what it is at the end. */
  for (guint i = 0; i < n; i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);
      LeadupRecord *record = is_forward ? change->before : change->after;

      if (record != NULL)
        leadup_references_visit (record, drop_reference, visit);
    }
}

/* Does for one record of the story what finding a referrer needs. */
typedef struct
{
  LeadupRecordKind kind;
  const char *id;
  gboolean is_found;
} Search;

static void
match_reference (LeadupRecordKind kind,
                 const char      *id,
                 gpointer         data)
{
  Search *search = data;

  if (kind == search->kind && g_str_equal (id, search->id))
    search->is_found = TRUE;
}

/* Looks at all records, but only to tell why an edit is refused. */
static LeadupRecord *
find_referrer (LeadupRecordList * const  *lists,
               LeadupRecordKind           kind,
               const char                *id)
{
  Search search = { kind, id, FALSE };

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    for (guint j = 0; j < leadup_record_list_get_n (lists[i]); j++)
      {
        LeadupRecord *record = leadup_record_list_get (lists[i], j);

        leadup_references_visit (record, match_reference, &search);
        if (search.is_found)
          return record;
      }

  return NULL;
}

static gboolean
check_removed (LeadupStory               *self,
               const Plan                *plan,
               LeadupRecordList * const  *lists,
               GError                   **error)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    for (guint j = 0; plan->edits[i] != NULL && j < plan->edits[i]->len; j++)
      {
        const LeadupRecordEdit *edit = get_edit (plan, i, j);
        LeadupRecord *referrer;

        if (edit->after != NULL || get_count (self, i, edit->id) == 0)
          continue;

        referrer = find_referrer (lists, i, edit->id);
        g_assert (referrer != NULL);
        g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                     _ ("The record “%s” of the kind “%s” cannot be removed: “%s” of the kind “%s” "
                        "refers to it"),
                     edit->id, leadup_record_kind_to_string (i), leadup_record_peek_id (referrer),
                     get_kind_name (referrer));
        return FALSE;
      }

  return TRUE;
}

/* Where the lists of one kind begin and cease to differ. */
static void
emit_items_changed (LeadupStory            *self,
                    const Plan             *plan,
                    const LeadupRecordList *old,
                    LeadupRecordKind        kind)
{
  const LeadupRecordEdit *last = get_edit (plan, kind, plan->edits[kind]->len - 1);
  guint first_position, last_position, n_same_after;

  leadup_record_list_find (old, get_edit (plan, kind, 0)->id, &first_position);
  leadup_record_list_find (old, last->id, &last_position);
  n_same_after = leadup_record_list_get_n (old) - last_position - (last->before != NULL ? 1 : 0);

  leadup_record_model_set_list (self->models[kind], self->lists[kind], first_position,
                                n_same_after);
}

/* All lists are in place before anybody hears of it; each model follows when its own turn comes. */
static void
commit (LeadupStory       *self,
        Plan              *plan,
        LeadupTransaction *transaction)
{
  LeadupRecordList *old[LEADUP_N_RECORD_KINDS];

  self->is_applying = TRUE;
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      old[i] = self->lists[i];
      if (plan->lists[i] != NULL)
        self->lists[i] = g_steal_pointer (&plan->lists[i]);
    }

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    if (plan->edits[i] != NULL)
      {
        emit_items_changed (self, plan, old[i], i);
        leadup_record_list_unref (old[i]);
      }

  g_signal_emit (self, signals[CHANGED], 0, transaction);
  self->is_applying = FALSE;
}

static void
leadup_story_finalize (GObject *object)
{
  LeadupStory *self = LEADUP_STORY (object);

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      g_clear_object (&self->models[i]);
      g_clear_pointer (&self->lists[i], leadup_record_list_unref);
      g_clear_pointer (&self->counts[i], g_hash_table_unref);
    }

  G_OBJECT_CLASS (leadup_story_parent_class)->finalize (object);
}

static void
leadup_story_class_init (LeadupStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = leadup_story_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", LEADUP_TYPE_STORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, LEADUP_TYPE_TRANSACTION | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
leadup_story_init (LeadupStory *self)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    self->counts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

static gboolean
check_info (GPtrArray *infos,
            GError   **error)
{
  if (infos->len == 0)
    {
      LeadupInfoFields fields = { .title = NULL };

      g_ptr_array_add (infos, leadup_info_new (&fields));
    }

  if (infos->len > 1)
    {
      g_set_error_literal (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                           _ ("A story has exactly one record of general information"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
fill (LeadupStory        *self,
      GPtrArray * const  *records,
      GError            **error)
{
  Visit visit = { .story = self, .lists = self->lists };

  if (!check_info (records[LEADUP_RECORD_INFO], error))
    return FALSE;

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      self->lists[i] =
          leadup_record_list_new ((LeadupRecord **) records[i]->pdata, records[i]->len, error);
      if (self->lists[i] == NULL)
        return FALSE;
      self->models[i] = leadup_record_model_new (get_item_type (i), self->lists[i]);
    }

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    for (guint j = 0; j < leadup_record_list_get_n (self->lists[i]); j++)
      {
        visit.record = leadup_record_list_get (self->lists[i], j);
        leadup_references_visit (visit.record, add_reference, &visit);
      }

  return report_missing (&visit, error);
}

/**
 * leadup_story_new:
 *
 * Returns: (transfer full): a story with general information and nothing else, not even categories
 */
LeadupStory *
leadup_story_new (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return leadup_story_new_from_records (none, NULL);
}

/**
 * leadup_story_new_from_records:
 * @records: (element-type LeadupRecord) (transfer none): records of all kinds in any order
 * @error: return location; %LEADUP_ERROR_INTEGRITY, and which record is the matter, where an id
 * occurs twice within a kind or where a record refers to one that is not there
 *
 * General information is added where it is missing. The records are sorted and checked once, which
 * takes time O(n log n), or O(n) where each kind is in the order of ids, as in a file.
 *
 * Returns: (transfer full) (nullable): the story
 */
LeadupStory *
leadup_story_new_from_records (GPtrArray *records,
                               GError   **error)
{
  g_autoptr (LeadupStory) self = NULL;
  GPtrArray *by_kind[LEADUP_N_RECORD_KINDS];
  gboolean is_ok;

  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (LEADUP_TYPE_STORY, NULL);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    by_kind[i] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (by_kind[leadup_record_get_kind (records->pdata[i])],
                     g_object_ref (records->pdata[i]));

  is_ok = fill (self, by_kind, error);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_ptr_array_unref (by_kind[i]);

  return is_ok ? g_steal_pointer (&self) : NULL;
}

/**
 * leadup_story_apply:
 * @self: a story
 * @transaction: (transfer none): the edit
 * @error: return location; %LEADUP_ERROR_CONFLICT where the story does not hold what the edit
 * replaces or removes, %LEADUP_ERROR_INTEGRITY where an id is taken, a reference would lead
 * nowhere, or the transaction names a record twice
 *
 * Carries out all of @transaction or nothing of it. Then each list model that it touched emits
 * items-changed once, and the story emits changed. A transaction without changes does nothing.
 *
 * Takes time for the records that it names and for about a thousand pointers; the size of the story
 * enters only by its logarithm. May not be called from handlers of these signals.
 *
 * Returns: whether the edit was carried out
 */
gboolean
leadup_story_apply (LeadupStory       *self,
                    LeadupTransaction *transaction,
                    GError           **error)
{
  LeadupRecordList *lists[LEADUP_N_RECORD_KINDS];
  Plan plan = { { NULL }, { NULL } };
  Visit visit = { .story = self, .lists = lists };
  gboolean is_ok;

  g_return_val_if_fail (LEADUP_IS_STORY (self), FALSE);
  g_return_val_if_fail (transaction != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  g_return_val_if_fail (!self->is_applying, FALSE);

  if (leadup_transaction_get_n_changes (transaction) == 0)
    return TRUE;

  is_ok = plan_init (&plan, self, transaction, error);
  if (is_ok)
    {
      for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
        lists[i] = plan.lists[i] != NULL ? plan.lists[i] : self->lists[i];

      count_changes (transaction, &visit, TRUE);
      is_ok = report_missing (&visit, error) && check_removed (self, &plan, lists, error);
      if (is_ok)
        commit (self, &plan, transaction);
      else
        {
          /* Takes the counting back. What it adds was there before. */
          visit.lists = self->lists;
          count_changes (transaction, &visit, FALSE);
          g_assert (visit.missing_id == NULL);
        }
    }

  plan_clear (&plan);

  return is_ok;
}

/**
 * leadup_story_lookup:
 * @self: a story
 * @kind: which records
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record with @id, of the type that belongs to @kind
 */
gpointer
leadup_story_lookup (LeadupStory     *self,
                     LeadupRecordKind kind,
                     const char      *id)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return leadup_record_list_find (self->lists[kind], id, NULL);
}

guint
leadup_story_get_n (LeadupStory     *self,
                    LeadupRecordKind kind)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), 0);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, 0);

  return leadup_record_list_get_n (self->lists[kind]);
}

/**
 * leadup_story_get_model:
 * @self: a story
 * @kind: which records
 *
 * A replaced record is one position that was removed and added. A transaction with several changes
 * of one kind is one signal from the first to the last of them.
 *
 * Returns: (transfer none): the records of @kind in the order of ids; the same object every time
 */
GListModel *
leadup_story_get_model (LeadupStory     *self,
                        LeadupRecordKind kind)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);
  g_return_val_if_fail ((guint) kind < LEADUP_N_RECORD_KINDS, NULL);

  return G_LIST_MODEL (self->models[kind]);
}

/**
 * leadup_story_get_info:
 * @self: a story
 *
 * Returns: (transfer none): what is said once
 */
LeadupInfo *
leadup_story_get_info (LeadupStory *self)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);

  return leadup_story_lookup (self, LEADUP_RECORD_INFO, LEADUP_INFO_ID);
}

/**
 * leadup_story_snapshot:
 * @self: a story
 *
 * Takes the same short time for any story.
 *
 * Returns: (transfer full): all records as they are now, for a worker
 */
LeadupSnapshot *
leadup_story_snapshot (LeadupStory *self)
{
  g_return_val_if_fail (LEADUP_IS_STORY (self), NULL);

  return leadup_snapshot_new_from_lists (self->lists);
}
