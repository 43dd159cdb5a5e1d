/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-extract-json.h"

#include "base/leadup-text.h"

static void
append_member (GString    *json,
               const char *name)
{
  g_string_append_printf (json, ",\"%s\":", name);
}

static void
append_text_member (GString    *json,
                    const char *name,
                    const char *text)
{
  append_member (json, name);
  leadup_text_append_json (json, text);
}

/* "start":0,"end":4 in code points. */
static void
append_span (GString             *json,
             const LeadupArticle *article,
             LeadupSpan           span)
{
  g_string_append_printf (json, "\"start\":%" G_GINT64_FORMAT ",\"end\":%" G_GINT64_FORMAT,
                          leadup_article_character (article, span.start),
                          leadup_article_character (article, span.end));
}

/* [0,4] in code points. */
static void
append_pair (GString             *json,
             const LeadupArticle *article,
             LeadupSpan           span)
{
  g_string_append_printf (json, "[%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT "]",
                          leadup_article_character (article, span.start),
                          leadup_article_character (article, span.end));
}

static void
append_span_text (GString             *json,
                  const LeadupArticle *article,
                  LeadupSpan           span)
{
  g_autofree char *text = g_strndup (article->text + span.start, span.end - span.start);

  append_text_member (json, "text", text);
}

/* An ISO day; null for what is not bounded. */
static void
append_day (GString      *json,
            const char   *name,
            LeadupInstant instant)
{
  LeadupCivil civil;

  append_member (json, name);
  if (instant == LEADUP_INSTANT_MIN || instant == LEADUP_INSTANT_MAX)
    {
      g_string_append (json, "null");
      return;
    }

  leadup_calendar_from_instant (instant, &civil);
  g_string_append_printf (json, "\"%s%04d-%02d-%02d\"", civil.year < 0 ? "-" : "", ABS (civil.year),
                          civil.month, civil.day);
}

static void
append_bounds (GString          *json,
               const LeadupWhen *when)
{
  const LeadupWhenBounds *bounds;
  LeadupInstant latest;

  g_string_append (json, "\"edtf\":");
  if (when == NULL)
    {
      g_string_append (json, "null,\"earliest\":null,\"latest\":null");
      return;
    }

  bounds = leadup_when_get_bounds (when);
  latest = bounds->end_latest;
  if (latest != LEADUP_INSTANT_MIN && latest != LEADUP_INSTANT_MAX)
    latest -= 1;

  leadup_text_append_json (json, leadup_when_get_edtf (when));
  append_day (json, "earliest", bounds->start_earliest);
  append_day (json, "latest", latest);
}

static void
append_furniture (GString             *json,
                  const LeadupArticle *article)
{
  append_member (json, "furniture");
  g_string_append_c (json, '[');
  for (guint i = 0; i < article->furniture->len; i++)
    {
      const LeadupFurniture *furniture = &g_array_index (article->furniture, LeadupFurniture, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      append_span (json, article, furniture->span);
      append_text_member (json, "rule", furniture->rule);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_sentences (GString             *json,
                  const LeadupArticle *article)
{
  append_member (json, "sentences");
  g_string_append_c (json, '[');
  for (guint i = 0; i < article->sentences->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_pair (json, article, g_array_index (article->sentences, LeadupSentence, i).span);
    }
  g_string_append_c (json, ']');
}

static void
append_dates (GString             *json,
              const LeadupArticle *article)
{
  append_member (json, "dates");
  g_string_append_c (json, '[');
  for (guint i = 0; i < article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (article->dates, LeadupDate, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      append_span (json, article, date->span);
      append_span_text (json, article, date->span);
      append_text_member (json, "type", date->type);
      append_text_member (json, "value", date->value);
      append_text_member (json, "mod", date->mod != NULL && *date->mod != '\0' ? date->mod : NULL);
      g_string_append_c (json, ',');
      append_bounds (json, date->when);
      append_text_member (json, "rule", date->rule);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_aliases (GString         *json,
                const GPtrArray *aliases)
{
  append_member (json, "aliases");
  g_string_append_c (json, '[');
  for (guint i = 0; aliases != NULL && i < aliases->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      leadup_text_append_json (json, g_ptr_array_index (aliases, i));
    }
  g_string_append_c (json, ']');
}

static void
append_actors (GString             *json,
               const LeadupArticle *article)
{
  append_member (json, "actors");
  g_string_append_c (json, '[');
  for (guint i = 0; i < article->actors->len; i++)
    {
      const LeadupArticleActor *actor = &g_array_index (article->actors, LeadupArticleActor, i);

      g_string_append_printf (json, "%s{\"id\":%u", i > 0 ? "," : "", i);
      append_text_member (json, "name", actor->name);
      append_text_member (json, "kind", leadup_actor_kind_to_string (actor->kind));
      append_text_member (json, "role", actor->role);
      append_aliases (json, actor->aliases);
      append_member (json, "member_of");
      g_string_append_c (json, '[');
      for (guint j = 0; actor->member_of != NULL && j < actor->member_of->len; j++)
        g_string_append_printf (json, "%s%u", j > 0 ? "," : "",
                                g_array_index (actor->member_of, guint32, j));
      g_string_append (json, "]}");
    }
  g_string_append_c (json, ']');
}

static void
append_mentions (GString             *json,
                 const LeadupArticle *article)
{
  append_member (json, "mentions");
  g_string_append_c (json, '[');
  for (guint i = 0; i < article->mentions->len; i++)
    {
      const LeadupMention *mention = &g_array_index (article->mentions, LeadupMention, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      append_span (json, article, mention->span);
      append_span_text (json, article, mention->span);
      append_text_member (json, "kind", leadup_actor_kind_to_string (mention->kind));
      if (mention->actor >= 0)
        g_string_append_printf (json, ",\"actor\":%d", mention->actor);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

/* {"actor":0,"start":0,"end":6}; the actor is left out where the words are nobody known. */
static void
append_argument (GString             *json,
                 const LeadupArticle *article,
                 gint32               actor,
                 LeadupSpan           span)
{
  g_string_append_c (json, '{');
  if (actor >= 0)
    g_string_append_printf (json, "\"actor\":%d,", actor);
  append_span (json, article, span);
  g_string_append_c (json, '}');
}

static void
append_arguments (GString             *json,
                  const LeadupArticle *article,
                  const char          *name,
                  const GArray        *arguments)
{
  append_member (json, name);
  g_string_append_c (json, '[');
  for (guint i = 0; arguments != NULL && i < arguments->len; i++)
    {
      const LeadupArgument *argument = &g_array_index (arguments, LeadupArgument, i);

      if (i > 0)
        g_string_append_c (json, ',');
      append_argument (json, article, argument->actor, argument->span);
    }
  g_string_append_c (json, ']');
}

static void
append_statements (GString             *json,
                   const LeadupArticle *article)
{
  append_member (json, "statements");
  g_string_append_c (json, '[');
  for (guint i = 0; i < article->statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (article->statements, LeadupStatement, i);

      g_string_append (json, i > 0 ? ",{\"speaker\":" : "{\"speaker\":");
      if (statement->speaker.end > statement->speaker.start)
        append_argument (json, article, statement->actor, statement->speaker);
      else
        g_string_append (json, "null");

      append_member (json, "cue");
      if (statement->cue.end > statement->cue.start)
        append_pair (json, article, statement->cue);
      else
        g_string_append (json, "null");

      append_member (json, "content");
      append_pair (json, article, statement->content);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_number (GString    *json,
               const char *name,
               double      number)
{
  append_member (json, name);
  leadup_text_append_number (json, number);
}

static void
append_values (GString      *json,
               const GArray *values)
{
  append_member (json, "values");
  g_string_append_c (json, '[');
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const LeadupArticleValue *value = &g_array_index (values, LeadupArticleValue, i);

      g_string_append (json, i > 0 ? ",{\"name\":" : "{\"name\":");
      leadup_text_append_json (json, value->name);
      append_number (json, "low", value->low);
      append_number (json, "high", value->high);
      append_text_member (json, "qualifier", value->qualifier);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_when (GString          *json,
             const LeadupWhen *when)
{
  append_member (json, "when");
  if (when == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '{');
  append_bounds (json, when);
  append_text_member (json, "precision",
                      leadup_precision_to_string (leadup_when_get_precision (when)));
  append_text_member (json, "stated",
                      leadup_when_get_stated (when) != NULL ? leadup_when_get_stated (when) : "");
  append_text_member (json, "rule", leadup_when_get_rule (when));
  g_string_append_c (json, '}');
}

/* Who says it, as the first statement of that actor in the event's sentence has it. */
static void
append_speaker (GString                  *json,
                const LeadupArticle      *article,
                const LeadupArticleEvent *event)
{
  LeadupSpan found = { 0, 0 };

  append_member (json, "speaker");
  if (event->speaker < 0)
    {
      g_string_append (json, "null");
      return;
    }

  for (guint i = 0; i < article->statements->len; i++)
    {
      const LeadupStatement *statement = &g_array_index (article->statements, LeadupStatement, i);

      if (statement->actor != event->speaker)
        continue;
      found = statement->speaker;
      if (statement->content.start <= event->trigger.start &&
          statement->content.end >= event->trigger.end)
        break;
    }

  append_argument (json, article, event->speaker, found);
}

static void
append_events (GString             *json,
               const LeadupArticle *article)
{
  append_member (json, "events");
  g_string_append_c (json, '[');
  for (guint i = 0; i < article->events->len; i++)
    {
      const LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, i);

      g_string_append_printf (json, "%s{\"sentence\":%u,", i > 0 ? "," : "", event->sentence);
      append_span (json, article, event->span);
      append_member (json, "trigger");
      append_pair (json, article, event->trigger);
      append_text_member (json, "category", event->category);
      append_text_member (json, "plover", *event->plover != '\0' ? event->plover : NULL);
      append_text_member (json, "quad", event->quad);
      append_number (json, "tone", event->tone);
      append_arguments (json, article, "initiators", event->initiators);
      append_arguments (json, article, "targets", event->targets);
      append_speaker (json, article, event);
      append_text_member (json, "modality", event->modality);
      append_text_member (json, "polarity", event->polarity);
      append_when (json, event->when);
      append_values (json, event->values);
      append_text_member (json, "title", event->title);
      append_number (json, "confidence", event->confidence);
      append_member (json, "same_as");
      if (event->same_as >= 0)
        g_string_append_printf (json, "%d", event->same_as);
      else
        g_string_append (json, "null");
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

/**
 * leadup_extract_json_append:
 * @article: an article that went through the stages
 * @json: what to append to
 *
 * Appends one JSON object without a line break: all that `leadup extract` prints of a document.
 * Offsets are in code points of the text as it was given (of the extracted text for HTML).
 */
void
leadup_extract_json_append (const LeadupArticle *article,
                            GString             *json)
{
  g_return_if_fail (article != NULL);
  g_return_if_fail (json != NULL);

  g_string_append (json, "{\"doc\":");
  leadup_text_append_json (json, article->doc != NULL ? article->doc : "");
  append_text_member (json, "title", article->title);
  append_text_member (json, "author", article->author);
  append_text_member (json, "outlet", article->outlet);
  append_text_member (json, "published", article->published);
  if (article->is_html)
    append_text_member (json, "text", article->text);
  append_furniture (json, article);
  append_sentences (json, article);
  append_dates (json, article);
  append_actors (json, article);
  append_mentions (json, article);
  append_statements (json, article);
  append_events (json, article);
  g_string_append_c (json, '}');
}
