/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-article-reading.h"

#include "base/leadup-text.h"
#include "import/leadup-candidate-reason.h"
#include "model/leadup-agreement.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A sentence longer than this is quoted by its clause alone. */
#define QUOTE_BYTES 700

/* How many groups up a member brings along. */
#define MAX_GROUPS 8

const LeadupArticleEvent *
leadup_article_reading_get_event (LeadupArticleReading *self,
                                  guint32               index)
{
  return &g_array_index (self->article->events, LeadupArticleEvent, index);
}

/* Adds the actor and what it is a member of, where the story lacks them. */
static const char *
use_actor (LeadupArticleReading *self,
           guint32               index,
           guint                 depth)
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
add_participant (LeadupArticleReading *self,
                 GArray               *participants,
                 GPtrArray            *words,
                 gint32                actor,
                 LeadupSpan            span,
                 LeadupRole            role)
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
find_speaker (LeadupArticleReading     *self,
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
make_participants (LeadupArticleReading     *self,
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
make_values (LeadupArticleReading     *self,
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
add_evidence (LeadupArticleReading *self,
              GPtrArray            *evidence,
              LeadupSpan            span,
              const char           *first,
              const char           *second,
              const char           *third)
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
get_quote (LeadupArticleReading     *self,
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
make_evidence (LeadupArticleReading     *self,
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
make_event (LeadupArticleReading     *self,
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

/* The event with all that the article says of it, in as many places as it does. */
LeadupEvent *
leadup_article_reading_make_whole_event (LeadupArticleReading *self,
                                         guint32               index,
                                         const char           *id)
{
  LeadupEvent *event = make_event (self, leadup_article_reading_get_event (self, index), id);

  for (guint32 i = 0; i < self->article->events->len; i++)
    if (leadup_article_reading_get_event (self, i)->same_as == (gint32) index)
      {
        g_autoptr (LeadupEvent) first = event;
        g_autoptr (LeadupEvent) again =
            make_event (self, leadup_article_reading_get_event (self, i), id);

        event = leadup_agreement_join (first, again, self->now);
      }

  return event;
}

/* The actor and its groups, as far as the story lacks them. */
static void
bring (LeadupArticleReading *self,
       GPtrArray            *brought,
       const char           *id,
       guint                 depth)
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

LeadupCandidate *
leadup_article_reading_make_candidate (LeadupArticleReading     *self,
                                       const LeadupArticleEvent *found,
                                       LeadupEvent              *event,
                                       const char               *id)
{
  const LeadupEventFields *proposed = leadup_event_get_fields (event);
  g_autoptr (GPtrArray) brought = g_ptr_array_new ();
  g_autofree char *trigger = leadup_article_dup_span (self->article, found->trigger);
  g_autofree char *reason = NULL;
  LeadupCandidateFields fields = {
    .id = id,
    .source = leadup_record_get_id (LEADUP_RECORD (self->source)),
    .event = event,
    .confidence = CLAMP (found->confidence, 0, 1),
    .state = LEADUP_CANDIDATE_PENDING,
  };

  for (guint i = 0; i < proposed->n_participants; i++)
    bring (self, brought, proposed->participants[i].actor, 0);

  reason = leadup_candidate_reason_describe (trigger, found->modality, found->when);
  fields.reason = reason;
  fields.actors = (LeadupActor *const *) brought->pdata;
  fields.n_actors = brought->len;

  return leadup_candidate_new (&fields);
}
