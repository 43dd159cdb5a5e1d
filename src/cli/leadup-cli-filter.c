/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-filter.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "base/leadup-typed-date.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-source.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  KEY_ACTOR,
  KEY_CATEGORY,
  KEY_SOURCE,
  KEY_PLACE,
  KEY_TAG,
  KEY_VERIFICATION,
  KEY_TEXT,
  KEY_WHEN,
  KEY_AS_OF,
  N_KEYS,
} Key;

static const char *const key_names[N_KEYS] = {
  "actor", "category", "source", "place", "tag", "verification", "text", "when", "as-of",
};

static gboolean
is_called (LeadupRecord *record,
           const char   *name,
           const char   *folded)
{
  g_autofree char *label = NULL;
  g_autofree char *own = NULL;

  if (g_str_equal (leadup_record_get_id (record), name))
    return TRUE;
  if (LEADUP_IS_ACTOR (record))
    return leadup_actor_is_called (LEADUP_ACTOR (record), name);

  if (LEADUP_IS_SOURCE (record))
    label = g_strdup (leadup_source_get_fields (LEADUP_SOURCE (record))->outlet);
  else
    label = g_strdup (leadup_category_get_fields (LEADUP_CATEGORY (record))->name);
  own = leadup_text_fold (label);

  return g_str_equal (own, folded);
}

/* Adds ids of all that are called so: a filter speaks of names, the story of ids. Returns: whether
 * there are any */
gboolean
leadup_cli_filter_add_ids (LeadupSnapshot  *snapshot,
                           LeadupRecordKind kind,
                           const char      *name,
                           GPtrArray       *ids)
{
  g_autofree char *folded = leadup_text_fold (name);
  guint before = ids->len;

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, kind); i++)
    {
      LeadupRecord *record = leadup_snapshot_get (snapshot, kind, i);

      if (is_called (record, name, folded))
        g_ptr_array_add (ids, g_strdup (leadup_record_get_id (record)));
    }

  return ids->len > before;
}

static gboolean
refuse (GError    **error,
        const char *word,
        const char *problem)
{
  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA, "%s: %s", word, problem);

  return FALSE;
}

/* A date as it is typed: what can have happened then passes, or what was known by its end. */
static gboolean
read_when (const char         *word,
           const char         *text,
           gboolean            is_as_of,
           LeadupFilterFields *fields,
           GError            **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GError) local_error = NULL;
  g_autoptr (LeadupWhen) when = leadup_typed_date_read (text, today, &local_error);

  if (when == NULL)
    return refuse (error, word, local_error->message);

  if (is_as_of)
    {
      fields->as_of = leadup_when_get_bounds (when)->end_latest;
      return TRUE;
    }
  fields->from = leadup_when_get_bounds (when)->start_earliest;
  fields->to = leadup_when_get_bounds (when)->end_latest;

  return TRUE;
}

static gboolean
read_word (const char         *word,
           LeadupSnapshot     *snapshot,
           GPtrArray         **lists,
           LeadupFilterFields *fields,
           GError            **error)
{
  static const LeadupRecordKind kinds[] = { LEADUP_RECORD_ACTOR, LEADUP_RECORD_CATEGORY,
                                            LEADUP_RECORD_SOURCE };
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : NULL;
  LeadupVerification verification;
  guint key = 0;

  while (name != NULL && key < N_KEYS && !g_str_equal (key_names[key], name))
    key++;
  if (name == NULL || key == N_KEYS || equals[1] == '\0')
    return refuse (error, word,
                   _ ("write KEY=VALUE with one of the keys actor, category, source, place, tag, "
                      "verification, text, when, as-of"));

  if (key <= KEY_SOURCE)
    return leadup_cli_filter_add_ids (snapshot, kinds[key], equals + 1, lists[key]) ||
           refuse (error, word, _ ("not in this story"));
  if (key == KEY_VERIFICATION)
    {
      if (!leadup_verification_from_string (equals + 1, &verification))
        return refuse (error, word, _ ("no such verification"));
      fields->verifications |= 1U << verification;
      return TRUE;
    }
  if (key == KEY_WHEN || key == KEY_AS_OF)
    return read_when (word, equals + 1, key == KEY_AS_OF, fields, error);
  g_ptr_array_add (lists[key], g_strdup (equals + 1));

  return TRUE;
}

static const char *const *
get_list (GPtrArray *list)
{
  if (list->len == 0)
    return NULL;

  g_ptr_array_add (list, NULL);

  return (const char *const *) list->pdata;
}

/**
 * leadup_cli_filter_read:
 * @words: (nullable) (array zero-terminated=1): KEY=VALUE, as typed
 * @snapshot: the story, whose actors, categories and sources may be named or given by id
 * @filter: (out) (nullable): the filter; %NULL where there are no words
 * @error: return location
 *
 * Any of the values of one key is enough; all keys must match.
 *
 * Returns: whether all words are understood
 */
gboolean
leadup_cli_filter_read (const char * const  *words,
                        LeadupSnapshot      *snapshot,
                        LeadupFilter       **filter,
                        GError             **error)
{
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  GPtrArray *lists[N_KEYS];
  g_autofree char *text = NULL;
  g_autoptr (LeadupFilter) words_filter = NULL;
  gboolean is_right = TRUE;

  g_return_val_if_fail (snapshot != NULL && filter != NULL, FALSE);

  *filter = NULL;
  if (words == NULL || words[0] == NULL)
    return TRUE;

  for (guint i = 0; i < N_KEYS; i++)
    lists[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; is_right && words[i] != NULL; i++)
    is_right = read_word (words[i], snapshot, lists, &fields, error);

  if (is_right)
    {
      fields.actors = get_list (lists[KEY_ACTOR]);
      fields.categories = get_list (lists[KEY_CATEGORY]);
      fields.sources = get_list (lists[KEY_SOURCE]);
      fields.places = get_list (lists[KEY_PLACE]);
      fields.tags = get_list (lists[KEY_TAG]);
      if (lists[KEY_TEXT]->len > 0)
        text = g_strjoinv (" ", (char **) get_list (lists[KEY_TEXT]));
      fields.text = text;
      words_filter = leadup_filter_new (&fields);
      *filter = leadup_filter_prepare (words_filter, snapshot);
    }

  for (guint i = 0; i < N_KEYS; i++)
    g_ptr_array_unref (lists[i]);

  return is_right;
}
