/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-article-importer.h"

#include "article/leadup-article-text.h"
#include "article/leadup-candidates.h"
#include "article/leadup-extract.h"
#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-article-reading.h"
#include "import/leadup-import-records.h"
#include "model/leadup-agreement.h"
#include "model/leadup-candidate.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <string.h>

/* So sure must it be of an event that enters the story without a person's look. */
#define ACCEPT_FLOOR 0.5

static void
reading_clear (LeadupArticleReading *self)
{
  g_clear_pointer (&self->article, leadup_article_free);
  g_clear_pointer (&self->records, leadup_import_records_free);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->joined, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LeadupArticleReading, reading_clear)

static guint
sniff (const char *bytes, gsize length)
{
  static const char *const others[] = { "%PDF-",        "PK\x03\x04", "\x89PNG",
                                        "\xff\xd8\xff", "{\\rtf",     "GIF8" };
  gboolean has_mark = length > 1 && ((guchar) bytes[0] ^ (guchar) bytes[1]) == (0xff ^ 0xfe);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (length >= strlen (others[i]) && memcmp (bytes, others[i], strlen (others[i])) == 0)
      return 0;

  if (leadup_article_text_is_html (bytes, length))
    return 70;

  /* UTF-16 has its mark; nothing else that is text holds NUL. */
  return has_mark || memchr (bytes, '\0', length) == NULL ? 10 : 0;
}

/* The file's name without its ending: what people know a text by that has no title. */
static char *
make_title (LeadupArticleReading *self)
{
  g_autofree char *name = NULL;
  char *dot;

  if (!leadup_text_is_blank (self->article->title))
    return leadup_text_single_line (self->article->title, LEADUP_STORY_MAX_TITLE);
  if (leadup_text_is_blank (self->input->name))
    return NULL;

  name = leadup_text_single_line (self->input->name, LEADUP_STORY_MAX_TITLE);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_steal_pointer (&name);
}

static gboolean
add_source (LeadupArticleReading *self,
            GError              **error)
{
  LeadupArticle *article = self->article;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->input->bytes);
  g_autofree char *title = make_title (self);
  LeadupSourceFields fields = {
    .outlet = article->outlet,
    .title = title,
    .author = article->author,
    .url = article->url,
    .published = article->published,
    .language = article->language,
    .sha256 = sha256,
    .text = article->text,
  };

  if (article->length > LEADUP_STORY_MAX_TEXT)
    {
      g_set_error (
          error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
          _ ("The text is %u MB long; a story keeps texts of up to %u MB. Split it into articles."),
          (guint) (article->length >> 20), (guint) (LEADUP_STORY_MAX_TEXT >> 20));
      return FALSE;
    }

  self->source = leadup_import_records_use_source (self->records, &fields);
  self->is_same_text =
      g_strcmp0 (leadup_source_get_fields (self->source)->text, article->text) == 0;
  if (!self->is_same_text)
    leadup_import_plan_add_warning (
        leadup_import_records_get_plan (self->records),
        _ ("The story has this article in another wording; it is kept"));

  return TRUE;
}

static void
find_lines (LeadupArticleReading *self)
{
  const char *text = self->article->text;
  const char *end = text + self->article->length;

  self->lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (self->article->is_html)
    return;

  for (const char *at = text; (at = memchr (at, '\n', (gsize) (end - at))) != NULL; at++)
    {
      guint32 offset = (guint32) (at - text);

      g_array_append_val (self->lines, offset);
    }
}

/* From 1; 0 for pages, whose lines nobody sees. */
static guint
get_line (LeadupArticleReading *self,
          guint32               at)
{
  guint low = 0, high = self->lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->lines, guint32, middle) < at)
        low = middle + 1;
      else
        high = middle;
    }

  return self->article->is_html ? 0 : low + 1;
}

/* What the event is known by when the article is read again: its words and their category. The same
 * words may stand twice in a text. */
static char *
make_key (LeadupArticleReading     *self,
          const LeadupArticleEvent *event)
{
  const char *source = leadup_record_get_id (LEADUP_RECORD (self->source));
  g_autofree char *clause = leadup_article_dup_span (self->article, event->span);
  g_autofree char *trigger = leadup_article_dup_span (self->article, event->trigger);
  char *key = leadup_import_make_id ('e', source, event->category, clause, trigger, NULL);
  LeadupImportClaims *claims = leadup_import_records_get_claims (self->records);

  for (guint i = 1; leadup_import_claims_add (claims, leadup_import_claims_make_key (key), 1) != 0;
       i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_free (key);
      key = leadup_import_make_id ('e', source, event->category, clause, trigger, number, NULL);
    }

  return key;
}

static gboolean
add_known (LeadupArticleReading *self,
           guint                 line,
           const char           *event_id,
           const char           *candidate_id)
{
  LeadupImportPlan *plan = leadup_import_records_get_plan (self->records);
  LeadupRecord *event =
      leadup_snapshot_lookup (self->input->snapshot, LEADUP_RECORD_EVENT, event_id);
  LeadupRecord *candidate =
      leadup_snapshot_lookup (self->input->snapshot, LEADUP_RECORD_CANDIDATE, candidate_id);
  LeadupRecord *known = event != NULL ? event : candidate;
  const char *reason = _ ("The story has it already");
  g_autofree char *title = NULL;

  if (known == NULL)
    return FALSE;

  if (event == NULL)
    {
      LeadupCandidateState state =
          leadup_candidate_get_fields (LEADUP_CANDIDATE (candidate))->state;

      if (state == LEADUP_CANDIDATE_PENDING)
        reason = _ ("It waits for review already");
      else if (state == LEADUP_CANDIDATE_REJECTED)
        reason = _ ("It was rejected before");
    }

  title = leadup_import_dup_title (known);
  leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, line, title, reason, known, NULL);

  return TRUE;
}

static LeadupEvent *
event_of (LeadupRecord *record)
{
  return LEADUP_IS_CANDIDATE (record)
             ? leadup_candidate_get_fields (LEADUP_CANDIDATE (record))->event
             : LEADUP_EVENT (record);
}

/* Whether an event rests on the article that is read and on nothing else. */
static gboolean
is_of_source (LeadupArticleReading *self,
              LeadupEvent          *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  const char *source = leadup_record_get_id (LEADUP_RECORD (self->source));

  for (guint i = 0; i < fields->n_evidence; i++)
    if (!g_str_equal (leadup_evidence_get_fields (fields->evidence[i])->source, source))
      return FALSE;

  return TRUE;
}

/* What the story has of the same event from other articles, with what was joined to it so far. In
 * @is_known whether it has these very words already. */
static LeadupRecord *
find_same (LeadupArticleReading *self,
           LeadupEvent          *event,
           gboolean             *is_known)
{
  LeadupRecordKind kind = self->input->accept_all ? LEADUP_RECORD_EVENT : LEADUP_RECORD_CANDIDATE;
  LeadupEvidence *words = leadup_event_get_fields (event)->evidence[0];
  double best_weight = LEADUP_AGREEMENT_SAME;
  LeadupRecord *best = NULL;

  *is_known = FALSE;
  for (guint i = 0; i < leadup_snapshot_get_n (self->input->snapshot, kind); i++)
    {
      LeadupRecord *record = leadup_snapshot_get (self->input->snapshot, kind, i);
      LeadupRecord *joined = g_hash_table_lookup (self->joined, leadup_record_get_id (record));
      LeadupEvent *other = event_of (joined != NULL ? joined : record);
      double weight;

      if (!g_str_equal (leadup_event_get_fields (other)->category,
                        leadup_event_get_fields (event)->category))
        continue;
      if (leadup_agreement_has_evidence (other, words))
        {
          *is_known = TRUE;
          return record;
        }
      if (is_of_source (self, other) ||
          (LEADUP_IS_CANDIDATE (record) &&
           leadup_candidate_get_fields (LEADUP_CANDIDATE (record))->state !=
               LEADUP_CANDIDATE_PENDING))
        continue;
      weight = leadup_agreement_weigh (other, event);
      if (weight >= best_weight)
        {
          best = joined != NULL ? joined : record;
          best_weight = weight;
        }
    }

  return best;
}

/* A candidate that two articles tell of: more sure than each of them, and with both their actors.
 */
static LeadupCandidate *
join_candidates (LeadupArticleReading *self,
                 LeadupCandidate      *known,
                 LeadupCandidate      *added)
{
  LeadupCandidateFields fields = *leadup_candidate_get_fields (known);
  const LeadupCandidateFields *other = leadup_candidate_get_fields (added);
  g_autoptr (LeadupEvent) event = leadup_agreement_join (fields.event, other->event, self->now);
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();

  for (guint i = 0; i < fields.n_actors; i++)
    g_ptr_array_add (actors, fields.actors[i]);
  for (guint i = 0; i < other->n_actors; i++)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < fields.n_actors && !is_there; j++)
        is_there = g_str_equal (leadup_record_get_id (LEADUP_RECORD (fields.actors[j])),
                                leadup_record_get_id (LEADUP_RECORD (other->actors[i])));
      if (!is_there)
        g_ptr_array_add (actors, other->actors[i]);
    }

  fields.event = event;
  fields.actors = (LeadupActor *const *) actors->pdata;
  fields.n_actors = actors->len;
  fields.confidence = 1.0 - (1.0 - fields.confidence) * (1.0 - 0.5 * other->confidence);

  return leadup_candidate_new (&fields);
}

/* Adds what the article says of an event to what the story has of it. FALSE if it has nothing. */
static gboolean
join_event (LeadupArticleReading     *self,
            guint                     line,
            const LeadupArticleEvent *found,
            LeadupEvent              *event,
            const char               *candidate_id)
{
  gboolean is_known;
  LeadupRecord *same = find_same (self, event, &is_known);
  LeadupRecord *joined;

  if (same == NULL)
    return FALSE;
  if (is_known)
    return add_known (self, line, leadup_record_get_id (same), leadup_record_get_id (same));

  if (LEADUP_IS_CANDIDATE (same))
    {
      g_autoptr (LeadupCandidate) candidate =
          leadup_article_reading_make_candidate (self, found, event, candidate_id);

      joined = LEADUP_RECORD (join_candidates (self, LEADUP_CANDIDATE (same), candidate));
    }
  else
    {
      joined = LEADUP_RECORD (leadup_agreement_join (LEADUP_EVENT (same), event, self->now));
    }
  g_hash_table_insert (self->joined, g_strdup (leadup_record_get_id (joined)), joined);

  return TRUE;
}

static void
add_event (LeadupArticleReading *self,
           guint32               index)
{
  const LeadupArticleEvent *found = leadup_article_reading_get_event (self, index);
  g_autofree char *event_id = make_key (self, found);
  g_autofree char *candidate_id = g_strdup_printf ("c%s", event_id + 1);
  guint line = get_line (self, found->span.start);
  const char *reason = found->when == NULL ? _ ("The article does not say when") : NULL;
  g_autoptr (LeadupEvent) event = NULL;
  g_autoptr (LeadupCandidate) candidate = NULL;

  if (add_known (self, line, event_id, candidate_id))
    return;

  event = leadup_article_reading_make_whole_event (self, index, event_id);
  if (join_event (self, line, found, event, candidate_id))
    return;
  if (self->input->accept_all)
    {
      leadup_import_records_add_row (self->records, line, reason, LEADUP_RECORD (event));
      return;
    }

  candidate = leadup_article_reading_make_candidate (self, found, event, candidate_id);
  leadup_import_records_add_row (self->records, line, reason, LEADUP_RECORD (candidate));
}

static gboolean
add_events (LeadupArticleReading *self,
            GCancellable         *cancellable,
            GError              **error)
{
  double floor = self->input->accept_all ? ACCEPT_FLOOR : LEADUP_CANDIDATES_FLOOR;
  g_autoptr (GArray) list = leadup_candidates_list (self->article, floor);
  LeadupImportPlan *plan = leadup_import_records_get_plan (self->records);
  g_autoptr (GList) ids = NULL;

  if (self->article->published == NULL)
    leadup_import_plan_add_warning (
        plan, _ ("No day of publication was found, so that words such as “Tuesday” "
                 "have no date; say on which day it was published"));
  if (list->len == 0)
    leadup_import_plan_add_warning (plan, _ ("No events were found in the text"));

  for (guint i = 0; i < list->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_event (self, g_array_index (list, guint32, i));
    }

  ids = g_list_sort (g_hash_table_get_keys (self->joined), (GCompareFunc) strcmp);
  for (GList *l = ids; l != NULL; l = l->next)
    leadup_import_records_add_row (self->records, 0, _ ("This article tells of it too"),
                                   g_hash_table_lookup (self->joined, l->data));

  return TRUE;
}

static gboolean
check_text (LeadupArticleReading *self,
            GError              **error)
{
  if (!leadup_text_is_blank (self->article->text))
    return TRUE;

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED, _ ("There is no text in it"));

  return FALSE;
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  g_auto (LeadupArticleReading) self = {
    .input = input,
    .now = g_get_real_time (),
  };

  self.article =
      leadup_article_read (input->bytes, input->name, input->published, cancellable, error);
  if (self.article == NULL || !check_text (&self, error))
    return NULL;

  self.records = leadup_import_records_new (input->snapshot, _ ("Import article"));
  leadup_import_records_hold_actors (self.records, !input->accept_all);
  self.actors = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self.actors, (int) self.article->actors->len);
  self.joined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  find_lines (&self);
  if (!add_source (&self, error) || !add_events (&self, cancellable, error))
    return NULL;

  return leadup_import_records_finish (self.records);
}

static const char *const content_types[] = { "text/plain", "text/html", "application/xhtml+xml",
                                             NULL };

const LeadupImporter leadup_article_importer = {
  .id = "article",
  .label = N_ ("Article (text or web page)"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
};
