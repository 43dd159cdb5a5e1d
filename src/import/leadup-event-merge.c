/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-event-merge.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-extra.h"
#include "model/leadup-agreement.h"
#include "storage/leadup-record-reader.h"
#include "storage/leadup-record-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* [{"kept":{…},"other":{…}}, …] beside an event: what it was made of, the last time last. */
#define JOINED "joined"

/* [["e1","e2"],…] beside the story: pairs that people told apart, the lesser id first. */
#define APART "apart"

static const char *
get_id (gpointer record)
{
  return leadup_record_get_id (LEADUP_RECORD (record));
}

static char *
dup_json (LeadupEvent *event,
          gboolean     has_history)
{
  LeadupEventFields fields = *leadup_event_get_fields (event);
  g_autofree char *extra = has_history ? NULL : leadup_extra_set (fields.extra, JOINED, NULL);
  g_autoptr (LeadupEvent) bare = NULL;
  GString *text = g_string_new (NULL);

  if (!has_history)
    {
      fields.extra = extra;
      bare = leadup_event_new (&fields);
    }
  leadup_record_writer_append (text, LEADUP_RECORD (has_history ? event : bare));

  return g_string_free (text, FALSE);
}

/* What was joined before, and this time. */
static char *
add_history (LeadupEvent *kept,
             LeadupEvent *other)
{
  g_autoptr (GString) history = g_string_new ("[");
  const char *extra = leadup_record_get_extra (LEADUP_RECORD (kept));
  g_autofree char *before = dup_json (kept, FALSE);
  g_autofree char *added = dup_json (other, TRUE);
  LeadupJsonValue list, one;
  LeadupJsonIter iter;

  if (leadup_extra_get (extra, JOINED, &list) &&
      leadup_json_value_get_type (&list) == LEADUP_JSON_ARRAY)
    {
      leadup_json_iter_init (&iter, &list);
      while (leadup_json_iter_next (&iter, NULL, &one))
        {
          leadup_json_value_append (&one, history);
          g_string_append_c (history, ',');
        }
    }
  g_string_append_printf (history, "{\"kept\":%s,\"other\":%s}]", before, added);

  return leadup_extra_set (extra, JOINED, history->str);
}

static void
add_once (GPtrArray  *texts,
          const char *text)
{
  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, (gpointer) text);
}

static void
add_all (GPtrArray           *texts,
         const char * const  *more)
{
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    add_once (texts, more[i]);
}

/* Links of both, none of them to either. */
static void
join_links (const LeadupEventFields *kept,
            const LeadupEventFields *other,
            GArray                  *links)
{
  const LeadupEventFields *both[] = { kept, other };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (guint j = 0; j < both[i]->n_links; j++)
      {
        const LeadupLink *link = &both[i]->links[j];
        gboolean is_new = !g_str_equal (link->to, kept->id) && !g_str_equal (link->to, other->id);

        for (guint k = 0; k < links->len && is_new; k++)
          is_new = !g_str_equal (g_array_index (links, LeadupLink, k).to, link->to) ||
                   !g_str_equal (g_array_index (links, LeadupLink, k).kind, link->kind);
        if (is_new)
          g_array_append_val (links, *link);
      }
}

/* Whoever led to @from leads to @to. */
static void
redirect_links (LeadupSnapshot    *snapshot,
                LeadupTransaction *transaction,
                const char        *from,
                const char        *to)
{
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);

  for (guint i = 0; i < n; i++)
    {
      LeadupEvent *event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);
      LeadupEventFields fields = *leadup_event_get_fields (event);
      g_autofree LeadupLink *links = NULL;
      g_autoptr (LeadupEvent) changed = NULL;
      gboolean is_affected = FALSE;

      for (guint j = 0; j < fields.n_links; j++)
        is_affected = is_affected || g_str_equal (fields.links[j].to, from);
      if (!is_affected || g_str_equal (fields.id, from) || g_str_equal (fields.id, to))
        continue;

      links = g_memdup2 (fields.links, sizeof *links * fields.n_links);
      for (guint j = 0; j < fields.n_links; j++)
        if (g_str_equal (links[j].to, from))
          links[j].to = to;
      fields.links = links;
      changed = leadup_event_new (&fields);
      leadup_transaction_replace (transaction, LEADUP_RECORD (event), LEADUP_RECORD (changed));
    }
}

static char *
join_notes (const char *a,
            const char *b)
{
  if (leadup_text_is_blank (b) || g_strcmp0 (a, b) == 0)
    return g_strdup (a);
  if (leadup_text_is_blank (a))
    return g_strdup (b);

  return g_strdup_printf ("%s\n\n%s", a, b);
}

/**
 * leadup_event_merge_join:
 * @snapshot: the story that has both
 * @kept: an event, whose id stays
 * @other: another report of it, which goes
 * @taken: among %LEADUP_EVENT_MERGE_CHOICES: bit n says that part n is that of @other
 * @now: the present moment, for the rules of verification
 *
 * Makes one event of two. Actors, sources, values, tags and links of both are kept; the id of
 * @other stays known, so that importing its table again does not bring it back. What both were is
 * kept beside the event, so that leadup_event_merge_part() can part them.
 *
 * Returns: (transfer full): the edit
 */
LeadupTransaction *
leadup_event_merge_join (LeadupSnapshot *snapshot,
                         LeadupEvent    *kept,
                         LeadupEvent    *other,
                         guint           taken,
                         LeadupInstant   now)
{
  LeadupTransaction *transaction;
  const LeadupEventFields *mine = leadup_event_get_fields (kept);
  const LeadupEventFields *theirs = leadup_event_get_fields (other);
  LeadupEventFields fields;
  g_autoptr (LeadupEvent) chosen = NULL;
  g_autoptr (LeadupEvent) joined = NULL;
  g_autoptr (LeadupEvent) complete = NULL;
  g_autoptr (GPtrArray) also = g_ptr_array_new ();
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (LeadupLink));
  g_autofree char *notes = join_notes (mine->notes, theirs->notes);
  g_autofree char *extra = add_history (kept, other);

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (LEADUP_IS_EVENT (kept) && LEADUP_IS_EVENT (other) && kept != other, NULL);

  fields = *mine;
  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    if ((taken & LEADUP_EVENT_MERGE_CHOICES & 1u << i) != 0)
      leadup_import_part_copy ((LeadupImportPart) i, &fields, theirs);
  chosen = leadup_event_new (&fields);
  joined = leadup_agreement_join (chosen, other, now);

  fields = *leadup_event_get_fields (joined);
  add_all (also, mine->also);
  add_once (also, theirs->id);
  add_all (also, theirs->also);
  g_ptr_array_add (also, NULL);
  fields.also = (const char *const *) also->pdata;
  add_all (tags, fields.tags);
  add_all (tags, theirs->tags);
  g_ptr_array_add (tags, NULL);
  fields.tags = (const char *const *) tags->pdata;
  join_links (mine, theirs, links);
  fields.links = (const LeadupLink *) (gpointer) links->data;
  fields.n_links = links->len;
  fields.notes = notes;
  fields.importance = MAX (mine->importance, theirs->importance);
  fields.extra = extra;
  complete = leadup_event_new (&fields);

  transaction = leadup_transaction_new (_ ("Merge events"));
  leadup_transaction_replace (transaction, LEADUP_RECORD (kept), LEADUP_RECORD (complete));
  leadup_transaction_remove (transaction, LEADUP_RECORD (other));
  redirect_links (snapshot, transaction, theirs->id, mine->id);

  return transaction;
}

/* The last thing that happened: what was kept and what was added to it. */
static gboolean
get_last (LeadupEvent     *event,
          LeadupJsonValue *last)
{
  LeadupJsonValue list, one;
  LeadupJsonIter iter;
  gboolean is_there = FALSE;

  if (!leadup_extra_get (leadup_record_get_extra (LEADUP_RECORD (event)), JOINED, &list) ||
      leadup_json_value_get_type (&list) != LEADUP_JSON_ARRAY)
    return FALSE;

  leadup_json_iter_init (&iter, &list);
  while (leadup_json_iter_next (&iter, NULL, &one))
    {
      *last = one;
      is_there = TRUE;
    }

  return is_there;
}

/* Whether the event was made of two that can be parted. */
gboolean
leadup_event_merge_is_joined (LeadupEvent *event)
{
  LeadupJsonValue last;

  g_return_val_if_fail (LEADUP_IS_EVENT (event), FALSE);

  return get_last (event, &last);
}

static LeadupEvent *
read_event (const LeadupJsonValue *pair,
            const char            *name,
            GError               **error)
{
  LeadupJsonValue value;
  g_autofree char *text = NULL;

  if (leadup_json_value_get_type (pair) != LEADUP_JSON_OBJECT ||
      !leadup_json_value_get_member (pair, name, &value))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("What the event was made of is not known any more"));
      return NULL;
    }

  text = g_strndup (value.start, leadup_json_value_get_size (&value));

  return (LeadupEvent *) leadup_record_reader_read_text (LEADUP_RECORD_EVENT, text, error);
}

static gboolean
has_value (const LeadupEventFields *fields,
           const LeadupValue       *value)
{
  for (guint i = 0; i < fields->n_values; i++)
    if (g_str_equal (fields->values[i].name, value->name) &&
        g_strcmp0 (fields->values[i].source, value->source) == 0 &&
        !leadup_agreement_differs (&fields->values[i], value))
      return TRUE;

  return FALSE;
}

static gboolean
has_participant (const LeadupEventFields *fields,
                 const LeadupParticipant *participant)
{
  for (guint i = 0; i < fields->n_participants; i++)
    if (fields->participants[i].role == participant->role &&
        g_str_equal (fields->participants[i].actor, participant->actor))
      return TRUE;

  return FALSE;
}

/* What @now has and @other brought, without what @kept had already. */
static void
take_out (LeadupEventFields *now,
          LeadupEvent       *kept,
          LeadupEvent       *other,
          GPtrArray         *evidence,
          GArray            *participants,
          GArray            *values)
{
  const LeadupEventFields *mine = leadup_event_get_fields (kept);
  const LeadupEventFields *theirs = leadup_event_get_fields (other);

  for (guint i = 0; i < now->n_evidence; i++)
    if (!leadup_agreement_has_evidence (other, now->evidence[i]) ||
        leadup_agreement_has_evidence (kept, now->evidence[i]))
      g_ptr_array_add (evidence, now->evidence[i]);
  for (guint i = 0; i < now->n_participants; i++)
    if (!has_participant (theirs, &now->participants[i]) ||
        has_participant (mine, &now->participants[i]))
      g_array_append_val (participants, now->participants[i]);
  for (guint i = 0; i < now->n_values; i++)
    if (!has_value (theirs, &now->values[i]) || has_value (mine, &now->values[i]))
      g_array_append_val (values, now->values[i]);

  now->evidence = (LeadupEvidence *const *) evidence->pdata;
  now->n_evidence = evidence->len;
  now->participants = (const LeadupParticipant *) (gpointer) participants->data;
  now->n_participants = participants->len;
  now->values = (const LeadupValue *) (gpointer) values->data;
  now->n_values = values->len;
}

/* Parts that were taken from @other and that nobody changed since become what they were. */
static void
give_back (LeadupEventFields *now,
           LeadupEvent       *kept,
           LeadupEvent       *other)
{
  char digits[3][LEADUP_N_IMPORT_PARTS * LEADUP_IMPORT_PART_DIGITS + 1];
  guint changed, foreign;

  leadup_import_parts_write (now, digits[0]);
  leadup_import_parts_write (leadup_event_get_fields (kept), digits[1]);
  leadup_import_parts_write (leadup_event_get_fields (other), digits[2]);
  changed = leadup_import_parts_compare (digits[0], digits[1]);
  foreign = ~leadup_import_parts_compare (digits[0], digits[2]);
  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    if ((changed & foreign & LEADUP_EVENT_MERGE_CHOICES & 1u << i) != 0)
      leadup_import_part_copy ((LeadupImportPart) i, now, leadup_event_get_fields (kept));
}

/* Likewise what is joined into one. */
static void
give_back_notes (LeadupEventFields       *now,
                 const LeadupEventFields *mine,
                 const LeadupEventFields *theirs)
{
  g_autofree char *notes = join_notes (mine->notes, theirs->notes);

  if (g_strcmp0 (now->notes, notes) == 0)
    now->notes = mine->notes;
  if (now->importance == MAX (mine->importance, theirs->importance))
    now->importance = mine->importance;
  now->verification = mine->verification;
}

/* Without the last one. */
static char *
drop_history (LeadupEvent *event)
{
  const char *extra = leadup_record_get_extra (LEADUP_RECORD (event));
  g_autoptr (GString) history = g_string_new ("[");
  LeadupJsonValue list, one, next;
  LeadupJsonIter iter;
  gboolean is_there;

  if (!leadup_extra_get (extra, JOINED, &list))
    return g_strdup (extra);

  leadup_json_iter_init (&iter, &list);
  is_there = leadup_json_iter_next (&iter, NULL, &one);
  for (; is_there && leadup_json_iter_next (&iter, NULL, &next); one = next)
    {
      if (history->len > 1)
        g_string_append_c (history, ',');
      leadup_json_value_append (&one, history);
    }
  g_string_append_c (history, ']');

  return leadup_extra_set (extra, JOINED, history->len > 2 ? history->str : NULL);
}

static const char **
leave_out (const char * const  *texts,
           const char * const  *gone,
           const char          *also_gone,
           const char * const  *stays)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if ((stays != NULL && g_strv_contains (stays, texts[i])) ||
        ((gone == NULL || !g_strv_contains (gone, texts[i])) &&
         g_strcmp0 (also_gone, texts[i]) != 0))
      g_ptr_array_add (left, (gpointer) texts[i]);
  g_ptr_array_add (left, NULL);

  return (const char **) g_ptr_array_steal (left, NULL);
}

/**
 * leadup_event_merge_part:
 * @snapshot: the story
 * @event: one that leadup_event_merge_join() made
 * @now: the present moment, for the rules of verification
 * @error: return location; %LEADUP_ERROR_SCHEMA where what it was made of cannot be read
 *
 * Makes two events of one again: the other is as it was; of the kept one goes what the other
 * brought. What people changed since then stays in the kept one.
 *
 * Returns: (transfer full) (nullable): the edit
 */
LeadupTransaction *
leadup_event_merge_part (LeadupSnapshot *snapshot,
                         LeadupEvent    *event,
                         LeadupInstant   now,
                         GError        **error)
{
  static const char nothing[] = "0";
  LeadupEventFields fields = *leadup_event_get_fields (event);
  const LeadupEventFields *mine, *theirs;
  LeadupTransaction *transaction;
  LeadupJsonValue last = { NULL, NULL };
  g_autoptr (LeadupEvent) kept = NULL;
  g_autoptr (LeadupEvent) other = NULL;
  g_autoptr (LeadupEvent) joined = NULL;
  g_autoptr (LeadupEvent) parted = NULL;
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GArray) participants = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (LeadupValue));
  g_autofree const char **tags = NULL;
  g_autofree const char **also = NULL;
  g_autofree char *extra = NULL;

  g_return_val_if_fail (snapshot != NULL && LEADUP_IS_EVENT (event), NULL);

  if (!get_last (event, &last))
    last = (LeadupJsonValue) { nothing, nothing + 1 };
  kept = read_event (&last, "kept", error);
  other = kept != NULL ? read_event (&last, "other", error) : NULL;
  if (other == NULL)
    return NULL;
  if (leadup_snapshot_lookup (snapshot, LEADUP_RECORD_EVENT, get_id (other)) != NULL)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT,
                   _ ("The story has the other event already"));
      return NULL;
    }

  mine = leadup_event_get_fields (kept);
  theirs = leadup_event_get_fields (other);
  take_out (&fields, kept, other, evidence, participants, values);
  give_back (&fields, kept, other);
  /* Tags of the other, and those that joining the two made. */
  joined = leadup_agreement_join (kept, other, now);
  add_all (gone, theirs->tags);
  add_all (gone, leadup_event_get_fields (joined)->tags);
  g_ptr_array_add (gone, NULL);
  fields.tags = tags =
      leave_out (fields.tags, (const char *const *) gone->pdata, NULL, mine->tags);
  fields.also = also = leave_out (fields.also, theirs->also, theirs->id, mine->also);
  give_back_notes (&fields, mine, theirs);
  fields.verification = leadup_event_constrain_verification (&fields, now);
  fields.extra = extra = drop_history (event);
  parted = leadup_event_new (&fields);

  transaction = leadup_transaction_new (_ ("Part merged events"));
  leadup_transaction_replace (transaction, LEADUP_RECORD (event), LEADUP_RECORD (parted));
  leadup_transaction_add (transaction, LEADUP_RECORD (other));

  return transaction;
}

static gboolean
is_pair (const LeadupJsonValue *pair,
         const char            *a,
         const char            *b)
{
  LeadupJsonValue first, second;
  LeadupJsonIter iter;

  if (leadup_json_value_get_type (pair) != LEADUP_JSON_ARRAY)
    return FALSE;

  leadup_json_iter_init (&iter, pair);

  return leadup_json_iter_next (&iter, NULL, &first) &&
         leadup_json_iter_next (&iter, NULL, &second) && leadup_json_value_is_string (&first, a) &&
         leadup_json_value_is_string (&second, b);
}

/* Whether people said that the two are not the same. */
gboolean
leadup_event_merge_are_apart (LeadupInfo  *info,
                              LeadupEvent *a,
                              LeadupEvent *b)
{
  gboolean is_ordered = strcmp (get_id (a), get_id (b)) < 0;
  LeadupJsonValue list, pair;
  LeadupJsonIter iter;

  if (info == NULL ||
      !leadup_extra_get (leadup_record_get_extra (LEADUP_RECORD (info)), APART, &list) ||
      leadup_json_value_get_type (&list) != LEADUP_JSON_ARRAY)
    return FALSE;

  leadup_json_iter_init (&iter, &list);
  while (leadup_json_iter_next (&iter, NULL, &pair))
    if (is_pair (&pair, get_id (is_ordered ? a : b), get_id (is_ordered ? b : a)))
      return TRUE;

  return FALSE;
}

/**
 * leadup_event_merge_tell_apart:
 * @snapshot: the story that has both
 * @a: an event
 * @b: another
 *
 * The story remembers that the two are not the same.
 *
 * Returns: (transfer full): the edit
 */
LeadupTransaction *
leadup_event_merge_tell_apart (LeadupSnapshot *snapshot,
                               LeadupEvent    *a,
                               LeadupEvent    *b)
{
  LeadupInfo *info = leadup_snapshot_get_info (snapshot);
  LeadupInfoFields fields = *leadup_info_get_fields (info);
  gboolean is_ordered = strcmp (get_id (a), get_id (b)) < 0;
  LeadupTransaction *transaction = leadup_transaction_new (_ ("Tell events apart"));
  g_autoptr (GString) list = g_string_new ("[");
  g_autofree char *extra = NULL;
  g_autoptr (LeadupInfo) changed = NULL;
  LeadupJsonValue old, pair;
  LeadupJsonIter iter;

  if (leadup_event_merge_are_apart (info, a, b))
    return transaction;

  if (leadup_extra_get (fields.extra, APART, &old) &&
      leadup_json_value_get_type (&old) == LEADUP_JSON_ARRAY)
    {
      leadup_json_iter_init (&iter, &old);
      while (leadup_json_iter_next (&iter, NULL, &pair))
        {
          leadup_json_value_append (&pair, list);
          g_string_append_c (list, ',');
        }
    }
  g_string_append_c (list, '[');
  leadup_text_append_json (list, get_id (is_ordered ? a : b));
  g_string_append_c (list, ',');
  leadup_text_append_json (list, get_id (is_ordered ? b : a));
  g_string_append (list, "]]");
  fields.extra = extra = leadup_extra_set (fields.extra, APART, list->str);
  changed = leadup_info_new (&fields);
  leadup_transaction_replace (transaction, LEADUP_RECORD (info), LEADUP_RECORD (changed));

  return transaction;
}
