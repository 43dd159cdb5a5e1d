/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-review-passage.h"

#include "article/leadup-extract.h"
#include "base/leadup-error.h"
#include "base/leadup-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define TITLE_LENGTH 80
#define MAX_MENTIONED 8

/**
 * Passage:
 * @article: that was read: the whole one, or the passage alone
 * @span: of the passage in @article
 * @actors: (element-type LeadupActor): one for each of those of @article that is needed
 * @actor_of: what index each of them has there
 */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupArticle *article;
  LeadupSpan span;
  GPtrArray *actors;
  GHashTable *actor_of;
  GArray *participants;
} Passage;

static void
furniture_clear (gpointer data)
{
  g_free (((LeadupReviewFurniture *) data)->rule);
}

/**
 * leadup_review_passage_find_furniture:
 * @source: an article
 * @cancellable: (nullable): tested between stages
 * @error: return location
 *
 * Finds again what the reading left out. Any thread.
 *
 * Returns: (transfer full) (element-type LeadupReviewFurniture): in order, not overlapping
 */
GArray *
leadup_review_passage_find_furniture (LeadupSource *source,
                                      GCancellable *cancellable,
                                      GError      **error)
{
  const LeadupSourceFields *fields;
  g_autoptr (LeadupArticle) article = NULL;
  GArray *found;

  g_return_val_if_fail (LEADUP_IS_SOURCE (source), NULL);

  fields = leadup_source_get_fields (source);
  article = leadup_article_new (fields->text != NULL ? fields->text : "", -1);
  article->published = g_strdup (fields->published);
  if (!leadup_extract_run (article, LEADUP_EXTRACT_DATES, cancellable, error))
    return NULL;

  found = g_array_new (FALSE, FALSE, sizeof (LeadupReviewFurniture));
  g_array_set_clear_func (found, furniture_clear);
  for (guint i = 0; i < article->furniture->len; i++)
    {
      const LeadupFurniture *furniture = &g_array_index (article->furniture, LeadupFurniture, i);
      LeadupReviewFurniture copy = {
        .start = leadup_article_character (article, furniture->span.start),
        .end = leadup_article_character (article, furniture->span.end),
        .rule = g_strdup (furniture->rule),
      };

      g_array_append_val (found, copy);
    }

  return found;
}

static gboolean
is_inside (const Passage *passage,
           LeadupSpan     span)
{
  return span.start >= passage->span.start && span.start < passage->span.end;
}

/* Whether the article's reading skipped the passage. */
static gboolean
is_furniture (const Passage *passage)
{
  for (guint i = 0; i < passage->article->furniture->len; i++)
    {
      const LeadupFurniture *furniture =
          &g_array_index (passage->article->furniture, LeadupFurniture, i);

      if (furniture->span.start <= passage->span.start && passage->span.start < furniture->span.end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_article (Passage                  *passage,
              const LeadupSourceFields *source,
              gint64                    start,
              gint64                    end,
              GCancellable             *cancellable,
              GError                  **error)
{
  const char *first = g_utf8_offset_to_pointer (source->text, start);
  const char *last = g_utf8_offset_to_pointer (first, end - start);

  passage->article = leadup_article_read_text (source->text, strlen (source->text), NULL,
                                               source->published, cancellable, error);
  if (passage->article == NULL)
    return FALSE;

  passage->span =
      (LeadupSpan) { (guint32) (first - source->text), (guint32) (last - source->text) };
  if (!is_furniture (passage))
    return TRUE;

  /* What the reading of the whole passes over is read by itself. */
  g_clear_pointer (&passage->article, leadup_article_free);
  passage->span = (LeadupSpan) { 0, (guint32) (last - first) };
  passage->article = leadup_article_read_text (first, (gsize) (last - first), NULL,
                                               source->published, cancellable, error);

  return passage->article != NULL;
}

static const LeadupArticleEvent *
find_event (const Passage *passage)
{
  const LeadupArticleEvent *best = NULL;

  for (guint i = 0; i < passage->article->events->len; i++)
    {
      const LeadupArticleEvent *event =
          &g_array_index (passage->article->events, LeadupArticleEvent, i);

      if (is_inside (passage, event->trigger) &&
          (best == NULL || event->confidence > best->confidence))
        best = event;
    }

  return best;
}

static const char *
use_actor (Passage *passage,
           gint32   index)
{
  const LeadupArticleActor *found;
  LeadupActor *actor = g_hash_table_lookup (passage->actor_of, GINT_TO_POINTER (index));
  LeadupActorFields fields = { 0 };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) aliases = NULL;

  if (actor != NULL)
    return leadup_record_get_id (LEADUP_RECORD (actor));

  found = &g_array_index (passage->article->actors, LeadupArticleActor, index);
  id = leadup_record_make_id (LEADUP_RECORD_ACTOR);
  fields.id = id;
  fields.name = found->name;
  fields.kind = found->kind;
  fields.role = found->role;
  if (found->aliases != NULL && found->aliases->len > 0)
    {
      aliases = g_ptr_array_new ();
      for (guint i = 0; i < found->aliases->len; i++)
        g_ptr_array_add (aliases, g_ptr_array_index (found->aliases, i));
      g_ptr_array_add (aliases, NULL);
      fields.aliases = (const char *const *) aliases->pdata;
    }

  actor = leadup_actor_new (&fields);
  g_ptr_array_add (passage->actors, actor);
  g_hash_table_insert (passage->actor_of, GINT_TO_POINTER (index), actor);

  return leadup_record_get_id (LEADUP_RECORD (actor));
}

static void
add_participant (Passage   *passage,
                 gint32     actor,
                 LeadupRole role)
{
  LeadupParticipant participant = { 0 };

  if (actor < 0 || (guint) actor >= passage->article->actors->len)
    return;

  participant.actor = use_actor (passage, actor);
  participant.role = role;
  for (guint i = 0; i < passage->participants->len; i++)
    if (g_array_index (passage->participants, LeadupParticipant, i).actor == participant.actor)
      return;

  g_array_append_val (passage->participants, participant);
}

static void
add_arguments (Passage   *passage,
               GArray    *arguments,
               LeadupRole role)
{
  for (guint i = 0; arguments != NULL && i < arguments->len; i++)
    add_participant (passage, g_array_index (arguments, LeadupArgument, i).actor, role);
}

static void
find_participants (Passage                  *passage,
                   const LeadupArticleEvent *event)
{
  if (event != NULL)
    {
      add_participant (passage, event->speaker, LEADUP_ROLE_SPEAKER);
      add_arguments (passage, event->initiators, LEADUP_ROLE_INITIATOR);
      add_arguments (passage, event->targets, LEADUP_ROLE_TARGET);
    }

  for (guint i = 0;
       i < passage->article->mentions->len && passage->participants->len < MAX_MENTIONED; i++)
    {
      const LeadupMention *mention = &g_array_index (passage->article->mentions, LeadupMention, i);

      if (is_inside (passage, mention->span))
        add_participant (passage, mention->actor, LEADUP_ROLE_MENTIONED);
    }
}

/* The date of the event, else the first one in the passage, else only that it was known when the
 * article came out. */
static LeadupWhen *
find_when (const Passage            *passage,
           const LeadupArticleEvent *event,
           const char               *published)
{
  g_autofree char *edtf = NULL;
  LeadupWhenFields fields = { .rule = "published-bound" };

  if (event != NULL && event->when != NULL)
    return leadup_when_ref (event->when);

  for (guint i = 0; i < passage->article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (passage->article->dates, LeadupDate, i);

      if (date->when != NULL && is_inside (passage, date->span))
        return leadup_when_ref (date->when);
    }

  if (published == NULL || strlen (published) < 10)
    return NULL;

  fields.edtf = edtf = g_strdup_printf ("../%.10s", published);

  return leadup_when_new (&fields, NULL);
}

static const char *
find_category (const Passage            *passage,
               const LeadupArticleEvent *event,
               GError                  **error)
{
  LeadupRecord *category = NULL;

  if (event != NULL)
    category = leadup_snapshot_lookup (passage->snapshot, LEADUP_RECORD_CATEGORY, event->category);
  if (category == NULL)
    category = leadup_snapshot_lookup (passage->snapshot, LEADUP_RECORD_CATEGORY, "report");
  if (category == NULL && leadup_snapshot_get_n (passage->snapshot, LEADUP_RECORD_CATEGORY) > 0)
    category = leadup_snapshot_get (passage->snapshot, LEADUP_RECORD_CATEGORY, 0);
  if (category != NULL)
    return leadup_record_get_id (category);

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY,
               _ ("The story has no category yet. Add an event first."));

  return NULL;
}

static LeadupCandidate *
make_candidate (Passage    *passage,
                const char *source,
                const char *published,
                const char *quote,
                gint64      start,
                gint64      end,
                GError    **error)
{
  static const char *const supports[] = { "title", "when", "participants", NULL };
  const LeadupArticleEvent *found = find_event (passage);
  g_autofree char *title = leadup_text_ellipsize (quote, TITLE_LENGTH);
  g_autofree char *event_id = leadup_record_make_id (LEADUP_RECORD_EVENT);
  g_autofree char *id = leadup_record_make_id (LEADUP_RECORD_CANDIDATE);
  g_autoptr (LeadupWhen) when = find_when (passage, found, published);
  LeadupEvidenceFields words = {
    .source = source, .quote = quote, .span_start = start, .span_end = end, .supports = supports
  };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&words);
  g_autoptr (LeadupEvent) event = NULL;
  LeadupEventFields fields = { .id = event_id, .tone = NAN, .when = when };
  LeadupCandidateFields candidate = { .id = id, .source = source, .confidence = 1 };

  fields.category = find_category (passage, found, error);
  if (fields.category == NULL)
    return NULL;

  find_participants (passage, found);
  fields.title = found != NULL && found->title != NULL ? found->title : title;
  fields.participants = (const LeadupParticipant *) (gpointer) passage->participants->data;
  fields.n_participants = passage->participants->len;
  fields.evidence = &evidence;
  fields.n_evidence = 1;
  fields.verification = LEADUP_VERIFICATION_SINGLE_SOURCE;
  event = leadup_event_new (&fields);

  candidate.event = event;
  candidate.actors = (LeadupActor *const *) passage->actors->pdata;
  candidate.n_actors = passage->actors->len;
  candidate.reason = _ ("chosen by hand");

  return leadup_candidate_new (&candidate);
}

/**
 * leadup_review_passage_read:
 * @snapshot: the story
 * @source: id of one of its sources
 * @start: code points into the source’s text
 * @end: exclusive
 * @cancellable: (nullable): tested between stages
 * @error: return location
 *
 * Makes a candidate of a passage that a person chose, with the date, the actors and the category
 * that stand in it. Any thread.
 *
 * Returns: (transfer full): a pending candidate that the story does not have yet
 */
LeadupCandidate *
leadup_review_passage_read (LeadupSnapshot *snapshot,
                            const char     *source,
                            gint64          start,
                            gint64          end,
                            GCancellable   *cancellable,
                            GError        **error)
{
  Passage passage = { .snapshot = snapshot };
  LeadupSource *record;
  const LeadupSourceFields *fields;
  g_autofree char *quote = NULL;
  LeadupCandidate *candidate = NULL;

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  record = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_SOURCE, source);
  g_return_val_if_fail (record != NULL, NULL);
  fields = leadup_source_get_fields (record);
  g_return_val_if_fail (fields->text != NULL && start >= 0 && start < end, NULL);
  g_return_val_if_fail (end <= g_utf8_strlen (fields->text, -1), NULL);

  quote = g_utf8_substring (fields->text, start, end);
  passage.actors = g_ptr_array_new_with_free_func (g_object_unref);
  passage.actor_of = g_hash_table_new (NULL, NULL);
  passage.participants = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));
  if (read_article (&passage, fields, start, end, cancellable, error))
    candidate = make_candidate (&passage, source, fields->published, quote, start, end, error);

  g_clear_pointer (&passage.article, leadup_article_free);
  g_array_unref (passage.participants);
  g_hash_table_unref (passage.actor_of);
  g_ptr_array_unref (passage.actors);

  return candidate;
}
