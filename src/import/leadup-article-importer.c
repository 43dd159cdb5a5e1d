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
#include "import/leadup-import-records.h"
#include "model/leadup-candidate.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A sentence longer than this is quoted by its clause alone. */
#define QUOTE_BYTES 700

/* So sure must it be of an event that enters the story without a person's look. */
#define ACCEPT_FLOOR 0.5

/* How many groups up a member brings along. */
#define MAX_GROUPS 8

/**
 * Reading:
 * @article: what was found
 * @source: as the story has or will have it; its text may be older than the article's
 * @is_same_text: whether it is not
 * @actors: for each of the article's actors its id in the story, once it was asked for
 * @lines: offsets of the line ends of @article
 */
typedef struct
{
  const LeadupImportInput *input;
  LeadupArticle *article;
  LeadupImportRecords *records;
  LeadupSource *source;
  gboolean is_same_text;
  GPtrArray *actors;
  GArray *lines;
  LeadupInstant now;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->article, leadup_article_free);
  g_clear_pointer (&self->records, leadup_import_records_free);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

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

static const LeadupArticleEvent *
event_at (Reading *self,
          guint32  index)
{
  return &g_array_index (self->article->events, LeadupArticleEvent, index);
}

/* The file's name without its ending: what people know a text by that has no title. */
static char *
make_title (Reading *self)
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
add_source (Reading *self,
            GError **error)
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
find_lines (Reading *self)
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
get_line (Reading *self,
          guint32  at)
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

/* Adds the actor and what it is a member of, where the story lacks them. */
static const char *
use_actor (Reading *self,
           guint32  index,
           guint    depth)
{
  const LeadupArticleActor *actor =
      &g_array_index (self->article->actors, LeadupArticleActor, index);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) aliases = NULL;
  LeadupActorFields fields = {
    .name = actor->name,
    .kind = actor->kind,
    .role = actor->role,
  };

  if (g_ptr_array_index (self->actors, index) != NULL)
    return g_ptr_array_index (self->actors, index);

  /* Under way: whoever is a member of itself in the end is not. */
  self->actors->pdata[index] = g_strdup ("");
  groups = g_ptr_array_new ();
  for (guint i = 0; actor->member_of != NULL && i < actor->member_of->len && depth < MAX_GROUPS;
       i++)
    {
      guint32 group = g_array_index (actor->member_of, guint32, i);
      const char *id = group < self->article->actors->len ? use_actor (self, group, depth + 1) : "";

      if (*id != '\0')
        g_ptr_array_add (groups, (gpointer) id);
    }
  g_ptr_array_add (groups, NULL);

  aliases = g_ptr_array_new ();
  for (guint i = 0; actor->aliases != NULL && i < actor->aliases->len; i++)
    g_ptr_array_add (aliases, g_ptr_array_index (actor->aliases, i));
  g_ptr_array_add (aliases, NULL);

  fields.aliases = (const char *const *) aliases->pdata;
  fields.member_of = (const char *const *) groups->pdata;
  g_free (self->actors->pdata[index]);
  self->actors->pdata[index] =
      g_strdup (leadup_import_records_use_actor (self->records, &fields, (int) actor->kind));

  return g_ptr_array_index (self->actors, index);
}

static void
add_participant (Reading   *self,
                 GArray    *participants,
                 GPtrArray *words,
                 gint32     actor,
                 LeadupSpan span,
                 LeadupRole role)
{
  LeadupParticipant participant = {
    .role = role,
  };
  g_autofree char *as = NULL;

  if (actor < 0 || (guint32) actor >= self->article->actors->len)
    return;

  participant.actor = use_actor (self, (guint32) actor, 0);
  for (guint i = 0; i < participants->len; i++)
    if (g_str_equal (g_array_index (participants, LeadupParticipant, i).actor, participant.actor))
      return;

  if (span.end > span.start)
    {
      as = leadup_article_dup_span (self->article, span);
      participant.as = leadup_text_single_line (as, LEADUP_STORY_MAX_TITLE);
      g_ptr_array_add (words, (gpointer) participant.as);
    }
  g_array_append_val (participants, participant);
}

static LeadupSpan
find_speaker (Reading                  *self,
              const LeadupArticleEvent *event)
{
  for (guint i = 0; i < self->article->statements->len; i++)
    {
      const LeadupStatement *statement =
          &g_array_index (self->article->statements, LeadupStatement, i);

      if (statement->actor == event->speaker && statement->content.start <= event->trigger.start &&
          statement->content.end >= event->trigger.end)
        return statement->speaker;
    }

  return (LeadupSpan) { 0, 0 };
}

static GArray *
make_participants (Reading                  *self,
                   const LeadupArticleEvent *event,
                   GPtrArray                *words)
{
  GArray *participants = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));

  for (guint i = 0; event->initiators != NULL && i < event->initiators->len; i++)
    {
      const LeadupArgument *argument = &g_array_index (event->initiators, LeadupArgument, i);

      add_participant (self, participants, words, argument->actor, argument->span,
                       LEADUP_ROLE_INITIATOR);
    }
  for (guint i = 0; event->targets != NULL && i < event->targets->len; i++)
    {
      const LeadupArgument *argument = &g_array_index (event->targets, LeadupArgument, i);

      add_participant (self, participants, words, argument->actor, argument->span,
                       LEADUP_ROLE_TARGET);
    }
  add_participant (self, participants, words, event->speaker, find_speaker (self, event),
                   LEADUP_ROLE_SPEAKER);

  return participants;
}

static GArray *
make_values (Reading                  *self,
             const LeadupArticleEvent *event)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (LeadupValue));

  for (guint i = 0; event->values != NULL && i < event->values->len; i++)
    {
      const LeadupArticleValue *value = &g_array_index (event->values, LeadupArticleValue, i);
      LeadupValue own = {
        .name = value->name,
        .low = value->low,
        .high = value->high,
        .qualifier = value->qualifier,
        .source = leadup_record_get_id (LEADUP_RECORD (self->source)),
      };

      if (isfinite (own.low) && isfinite (own.high))
        g_array_append_val (values, own);
    }

  return values;
}

/* Where the words stand in the source’s own text, which may be an older wording. */
static void
add_evidence (Reading    *self,
              GPtrArray  *evidence,
              LeadupSpan  span,
              const char *first,
              const char *second,
              const char *third)
{
  const char *supports[] = { first, second, third, NULL };
  const char *text = leadup_source_get_fields (self->source)->text;
  g_autofree char *quote = leadup_article_dup_span (self->article, span);
  LeadupEvidenceFields fields = {
    .source = leadup_record_get_id (LEADUP_RECORD (self->source)),
    .quote = quote,
    .span_start = -1,
    .span_end = -1,
    .supports = supports,
  };
  const char *found;

  if (self->is_same_text)
    {
      fields.span_start = leadup_article_character (self->article, span.start);
      fields.span_end = leadup_article_character (self->article, span.end);
    }
  else if (text != NULL && (found = strstr (text, quote)) != NULL)
    {
      fields.span_start = g_utf8_strlen (text, found - text);
      fields.span_end = fields.span_start + g_utf8_strlen (quote, -1);
    }

  g_ptr_array_add (evidence, leadup_evidence_new (&fields));
}

static LeadupSpan
get_quote (Reading                  *self,
           const LeadupArticleEvent *event)
{
  LeadupSpan span = event->span;

  if (event->sentence < self->article->sentences->len)
    {
      LeadupSpan sentence =
          g_array_index (self->article->sentences, LeadupSentence, event->sentence).span;

      if (sentence.end - sentence.start <= QUOTE_BYTES && sentence.start <= span.start &&
          sentence.end >= span.end)
        span = sentence;
    }

  return span;
}

/* The words, and those that give the date where they stand elsewhere. */
static GPtrArray *
make_evidence (Reading                  *self,
               const LeadupArticleEvent *event)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func (g_object_unref);
  LeadupSpan quote = get_quote (self, event);
  LeadupSpan date = { 0, 0 };
  const char *also = event->values != NULL && event->values->len > 0 ? "values" : NULL;

  if (event->date >= 0 && (guint32) event->date < self->article->dates->len)
    date = g_array_index (self->article->dates, LeadupDate, event->date).span;

  if (date.end > date.start && date.start >= quote.start && date.end <= quote.end)
    {
      add_evidence (self, evidence, quote, "actors", "when", also);
      return evidence;
    }

  add_evidence (self, evidence, quote, "actors", also, NULL);
  if (date.end > date.start)
    add_evidence (self, evidence, date, "when", NULL, NULL);

  return evidence;
}

static LeadupVerification
judge (const LeadupArticleEvent *event)
{
  if (g_str_equal (event->modality, "asserted"))
    return LEADUP_VERIFICATION_SINGLE_SOURCE;
  if (g_str_equal (event->modality, "planned") || g_str_equal (event->modality, "threatened"))
    return LEADUP_VERIFICATION_ANNOUNCED;

  return LEADUP_VERIFICATION_UNVERIFIED;
}

static LeadupEvent *
make_event (Reading                  *self,
            const LeadupArticleEvent *event,
            const char               *id)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) participants = make_participants (self, event, words);
  g_autoptr (GArray) values = make_values (self, event);
  g_autoptr (GPtrArray) evidence = make_evidence (self, event);
  g_autofree char *title = leadup_text_single_line (event->title, LEADUP_STORY_MAX_TITLE);
  LeadupEventFields fields = {
    .id = id,
    .title = title,
    .category = leadup_import_records_use_category (self->records, event->category),
    .when = event->when,
    .participants = (const LeadupParticipant *) (gpointer) participants->data,
    .n_participants = participants->len,
    .evidence = (LeadupEvidence *const *) evidence->pdata,
    .n_evidence = evidence->len,
    .values = (const LeadupValue *) (gpointer) values->data,
    .n_values = values->len,
    .verification = judge (event),
    .tone = NAN,
  };

  fields.verification = leadup_event_constrain_verification (&fields, self->now);

  return leadup_event_new (&fields);
}

/* The actor and its groups, as far as the story lacks them. */
static void
bring (Reading    *self,
       GPtrArray  *brought,
       const char *id,
       guint       depth)
{
  LeadupRecord *actor = leadup_import_records_lookup (self->records, LEADUP_RECORD_ACTOR, id);
  const char *const *groups;

  if (actor == NULL ||
      leadup_snapshot_lookup (self->input->snapshot, LEADUP_RECORD_ACTOR, id) != NULL ||
      g_ptr_array_find (brought, actor, NULL))
    return;

  groups = leadup_actor_get_fields (LEADUP_ACTOR (actor))->member_of;
  for (guint i = 0; groups != NULL && groups[i] != NULL && depth < MAX_GROUPS; i++)
    bring (self, brought, groups[i], depth + 1);
  g_ptr_array_add (brought, actor);
}

static LeadupCandidate *
make_candidate (Reading                  *self,
                const LeadupArticleEvent *found,
                LeadupEvent              *event,
                const char               *id)
{
  const LeadupEventFields *proposed = leadup_event_get_fields (event);
  g_autoptr (GPtrArray) brought = g_ptr_array_new ();
  g_autofree char *trigger = leadup_article_dup_span (self->article, found->trigger);
  g_autofree char *reason = NULL;
  const char *rule = found->when != NULL ? leadup_when_get_rule (found->when) : NULL;
  LeadupCandidateFields fields = {
    .id = id,
    .source = leadup_record_get_id (LEADUP_RECORD (self->source)),
    .event = event,
    .confidence = CLAMP (found->confidence, 0, 1),
    .state = LEADUP_CANDIDATE_PENDING,
  };

  for (guint i = 0; i < proposed->n_participants; i++)
    bring (self, brought, proposed->participants[i].actor, 0);

  if (rule != NULL)
    /* Translators: “killed” (asserted), dated by relative:weekday */
    reason = g_strdup_printf (_ ("“%s” (%s), dated by %s"), trigger, found->modality, rule);
  else
    reason = g_strdup_printf (_ ("“%s” (%s), not dated"), trigger, found->modality);

  fields.reason = reason;
  fields.actors = (LeadupActor *const *) brought->pdata;
  fields.n_actors = brought->len;

  return leadup_candidate_new (&fields);
}

/* What the event is known by when the article is read again: its words and their category. The same
 * words may stand twice in a text. */
static char *
make_key (Reading                  *self,
          const LeadupArticleEvent *event)
{
  const char *source = leadup_record_get_id (LEADUP_RECORD (self->source));
  g_autofree char *clause = leadup_article_dup_span (self->article, event->span);
  g_autofree char *trigger = leadup_article_dup_span (self->article, event->trigger);
  char *key = leadup_import_make_id ('e', source, event->category, clause, trigger, NULL);
  LeadupImportClaims *claims = leadup_import_records_get_claims (self->records);

  for (guint i = 1; leadup_import_claims_add (claims, key, 0, 1) != 0; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_free (key);
      key = leadup_import_make_id ('e', source, event->category, clause, trigger, number, NULL);
    }

  return key;
}

static gboolean
add_known (Reading    *self,
           guint       line,
           const char *event_id,
           const char *candidate_id)
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

static void
add_event (Reading                  *self,
           const LeadupArticleEvent *found)
{
  g_autofree char *event_id = make_key (self, found);
  g_autofree char *candidate_id = g_strdup_printf ("c%s", event_id + 1);
  guint line = get_line (self, found->span.start);
  const char *reason = found->when == NULL ? _ ("The article does not say when") : NULL;
  g_autoptr (LeadupEvent) event = NULL;
  g_autoptr (LeadupCandidate) candidate = NULL;

  if (add_known (self, line, event_id, candidate_id))
    return;

  event = make_event (self, found, event_id);
  if (self->input->accept_all)
    {
      leadup_import_records_add_row (self->records, line, reason, LEADUP_RECORD (event));
      return;
    }

  candidate = make_candidate (self, found, event, candidate_id);
  leadup_import_records_add_row (self->records, line, reason, LEADUP_RECORD (candidate));
}

static gboolean
add_events (Reading      *self,
            GCancellable *cancellable,
            GError      **error)
{
  double floor = self->input->accept_all ? ACCEPT_FLOOR : LEADUP_CANDIDATES_FLOOR;
  g_autoptr (GArray) list = leadup_candidates_list (self->article, floor);
  LeadupImportPlan *plan = leadup_import_records_get_plan (self->records);

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
      add_event (self, event_at (self, g_array_index (list, guint32, i)));
    }

  return TRUE;
}

static gboolean
check_text (Reading *self,
            GError **error)
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
  g_auto (Reading) self = {
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
