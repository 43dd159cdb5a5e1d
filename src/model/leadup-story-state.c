/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "model/leadup-actor.h"
#include "model/leadup-candidate.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-record-private.h"
#include "model/leadup-references.h"
#include "model/leadup-source.h"
#include "model/leadup-story-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of a title in a message, in characters. */
#define MAX_TITLE 80

/* How many references there are to @id, which is its key. */
typedef struct
{
  guint n;
  char id[];
} Count;

/* References that a visitor remembers; a power of two. */
#define N_RECENT 1024

/* A reference that was met, by where its text stands: neighbours share theirs. */
typedef struct
{
  const char *id;
  Count *count;
  LeadupRecordKind kind;
} Recent;

/**
 * Visit:
 * @recent: (nullable): by hash of the address; none where references only go
 *
 * What the visitor of references carries along.
 */
typedef struct
{
  Recent *recent;
  GHashTable *const *counts;
  LeadupRecordList *const *lists;
  LeadupRecord *record;
  LeadupRecordKind missing_kind;
  char *missing_id;
  LeadupRecord *missing_from;
} Visit;

static const char *
get_kind_name (LeadupRecord *record)
{
  return leadup_record_kind_to_string (leadup_record_get_kind (record));
}

static guint
get_count (const LeadupStoryState *self,
           LeadupRecordKind        kind,
           const char             *id)
{
  const Count *count = g_hash_table_lookup (self->counts[kind], id);

  return count != NULL ? count->n : 0;
}

static guint
get_slot (const char *id)
{
  return (guint) ((gsize) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 40) & (N_RECENT - 1);
}

static void
add_reference (LeadupRecordKind kind,
               const char      *id,
               gpointer         data)
{
  Visit *visit = data;
  GHashTable *counts = visit->counts[kind];
  Recent *recent = &visit->recent[get_slot (id)];
  Count *count;
  gsize length;

  if (recent->id == id && recent->kind == kind)
    {
      recent->count->n++;
      return;
    }

  count = g_hash_table_lookup (counts, id);
  if (count != NULL)
    {
      count->n++;
      *recent = (Recent) { id, count, kind };
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
  GHashTable *counts = visit->counts[kind];
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

/* Adds the references of one side of all changes to the counts and drops those of the other, in the
 * order of the transaction: that in which the records were made, and lie in memory. */
static void
count_changes (LeadupTransaction *transaction,
               Visit             *visit,
               gboolean           is_forward)
{
  guint n = leadup_transaction_get_n_changes (transaction);

  visit->recent = g_new0 (Recent, N_RECENT);
  for (guint i = 0; i < n; i++)
    {
      const LeadupChange *change = leadup_transaction_get_change (transaction, i);

      visit->record = is_forward ? change->after : change->before;
      if (visit->record != NULL)
        leadup_references_visit (visit->record, add_reference, visit);
    }

  g_clear_pointer (&visit->recent, g_free);

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

/* What people know @record by; its id where it has no words of its own. */
static char *
dup_title (LeadupRecord *record)
{
  g_autofree char *label = NULL;
  const char *title = NULL;

  if (LEADUP_IS_CANDIDATE (record))
    record = LEADUP_RECORD (leadup_candidate_get_fields (LEADUP_CANDIDATE (record))->event);
  if (LEADUP_IS_EVENT (record))
    title = leadup_event_get_title (LEADUP_EVENT (record));
  else if (LEADUP_IS_ACTOR (record))
    title = leadup_actor_get_name (LEADUP_ACTOR (record));
  else if (LEADUP_IS_CATEGORY (record))
    title = leadup_category_get_fields (LEADUP_CATEGORY (record))->name;
  else if (LEADUP_IS_SOURCE (record))
    title = label = leadup_source_dup_label (LEADUP_SOURCE (record));
  if (title == NULL || *title == '\0')
    title = leadup_record_peek_id (record);

  return leadup_text_single_line (title, MAX_TITLE);
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
check_removed (const LeadupStoryState    *self,
               const LeadupStoryPlan     *plan,
               LeadupRecordList * const  *lists,
               GError                   **error)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    for (guint j = 0; j < plan->n_edits[i]; j++)
      {
        const LeadupRecordEdit *edit = leadup_story_plan_get (plan, i, j);
        g_autofree char *title = NULL;
        g_autofree char *user = NULL;
        LeadupRecord *referrer;

        if (edit->after != NULL || get_count (self, i, edit->id) == 0)
          continue;

        referrer = find_referrer (lists, i, edit->id);
        g_assert (referrer != NULL);
        title = dup_title (edit->before);
        user = dup_title (referrer);
        /* Translators: two titles, each behind a word such as “event” or “actor”. */
        g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
                     _ ("The %s “%s” cannot be deleted: the %s “%s” refers to it. Please change or "
                        "delete that first."),
                     leadup_record_kind_to_string (i), title, get_kind_name (referrer), user);
        return FALSE;
      }

  return TRUE;
}

/* No lists yet, and nothing counted. */
void
leadup_story_state_init (LeadupStoryState *self)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      self->lists[i] = NULL;
      self->counts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
    }
}

void
leadup_story_state_clear (LeadupStoryState *self)
{
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      g_clear_pointer (&self->lists[i], leadup_record_list_unref);
      g_clear_pointer (&self->counts[i], g_hash_table_unref);
    }
}

/* Counts the references of all records; fails where one leads nowhere. */
gboolean
leadup_story_state_count_all (LeadupStoryState *self,
                              GError          **error)
{
  g_autofree Recent *recent = g_new0 (Recent, N_RECENT);
  Visit visit = { .recent = recent, .counts = self->counts, .lists = self->lists };

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    for (guint j = 0; j < leadup_record_list_get_n (self->lists[i]); j++)
      {
        visit.record = leadup_record_list_get (self->lists[i], j);
        leadup_references_visit (visit.record, add_reference, &visit);
      }

  return report_missing (&visit, error);
}

/* Counts what @transaction changes; where it must not be carried out, nothing has changed. The
 * lists stay as they are. */
gboolean
leadup_story_state_count (LeadupStoryState      *self,
                          const LeadupStoryPlan *plan,
                          LeadupTransaction     *transaction,
                          GError               **error)
{
  LeadupRecordList *lists[LEADUP_N_RECORD_KINDS];
  Visit visit = { .counts = self->counts, .lists = lists };

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    lists[i] = plan->lists[i] != NULL ? plan->lists[i] : self->lists[i];

  count_changes (transaction, &visit, TRUE);
  if (report_missing (&visit, error) && check_removed (self, plan, lists, error))
    return TRUE;

  /* Takes the counting back. What it adds was there before. */
  visit.lists = self->lists;
  count_changes (transaction, &visit, FALSE);
  g_assert (visit.missing_id == NULL);

  return FALSE;
}
