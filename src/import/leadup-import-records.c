/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-records.h"

#include "base/leadup-text.h"
#include "import/leadup-import-hash.h"
#include "import/leadup-import-kind.h"
#include "model/leadup-candidate.h"
#include "model/leadup-phase.h"
#include "storage/leadup-default-categories.h"
#include "storage/leadup-record-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* All kinds of actors, and “any”. */
#define LEADUP_N_KINDS (LEADUP_ACTOR_KIND_UNATTRIBUTED + 2)

/* Names that are found without a look into the tables; a power of two. */
#define N_RECENT 1024

/* Names of categories likewise. */
#define N_RECENT_CATEGORIES 64

/**
 * Recent:
 * @name: (nullable): as it stands in the table of its kind, like @id
 */
typedef struct
{
  const char *name;
  const char *id;
  int kind;
} Recent;

struct _LeadupImportRecords
{
  LeadupSnapshot *snapshot;
  LeadupImportPlan *plan;

  GHashTable *made[LEADUP_N_RECORD_KINDS]; /* id → record that the plan adds */
  GHashTable *also[LEADUP_N_RECORD_KINDS]; /* id of a merged record → record that it went into */
  GHashTable *actors;                      /* folded name or alias → GPtrArray of LeadupActor */
  GHashTable *sources;                     /* URL or sha256 → LeadupSource */
  GHashTable *categories;                  /* folded name → id */
  GHashTable *names[LEADUP_N_KINDS];       /* name as it stands there → id, by kind + 1 */
  Recent recent[N_RECENT];                 /* of @names, by hash */
  Recent recent_categories[N_RECENT_CATEGORIES]; /* likewise; none where @categories changed */
  LeadupImportClaims *claims;
  GPtrArray *owned; /* what is in @made */
  char *format;
  char *set;
  LeadupInstant now;
  gboolean holds_actors;
};

static GHashTable *
new_table (GDestroyNotify value_free)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
}

static void
remember_also (LeadupImportRecords *self,
               gpointer             record,
               const char * const  *also)
{
  LeadupRecordKind kind = leadup_record_get_kind (record);

  for (guint i = 0; also != NULL && also[i] != NULL; i++)
    g_hash_table_insert (self->also[kind], g_strdup (also[i]), record);
}

static void
remember_name (LeadupImportRecords *self,
               const char          *name,
               LeadupActor         *actor)
{
  g_autofree char *folded = leadup_text_fold (name);
  GPtrArray *actors = g_hash_table_lookup (self->actors, folded);

  if (actors == NULL)
    {
      actors = g_ptr_array_new ();
      g_hash_table_insert (self->actors, g_steal_pointer (&folded), actors);
    }
  if (!g_ptr_array_find (actors, actor, NULL))
    g_ptr_array_add (actors, actor);
}

static void
remember_actor (LeadupImportRecords *self,
                LeadupActor         *actor)
{
  const LeadupActorFields *fields = leadup_actor_get_fields (actor);

  remember_name (self, fields->name, actor);
  for (guint i = 0; fields->aliases != NULL && fields->aliases[i] != NULL; i++)
    remember_name (self, fields->aliases[i], actor);
  remember_also (self, actor, fields->also);
}

static void
remember_source (LeadupImportRecords *self,
                 LeadupSource        *source)
{
  const LeadupSourceFields *fields = leadup_source_get_fields (source);

  if (!leadup_text_is_blank (fields->url))
    g_hash_table_insert (self->sources, g_strdup (fields->url), source);
  if (!leadup_text_is_blank (fields->sha256))
    g_hash_table_insert (self->sources, g_strdup (fields->sha256), source);
  remember_also (self, source, fields->also);
}

static void
remember_category (LeadupImportRecords *self,
                   LeadupCategory      *category)
{
  const LeadupCategoryFields *fields = leadup_category_get_fields (category);

  memset (self->recent_categories, 0, sizeof self->recent_categories);
  g_hash_table_insert (self->categories, leadup_text_fold (fields->name), g_strdup (fields->id));
  g_hash_table_insert (self->categories, leadup_text_fold (fields->id), g_strdup (fields->id));
}

static void
take_made (LeadupImportRecords *self,
           gpointer             record)
{
  LeadupRecordKind kind = leadup_record_get_kind (record);

  if (kind != LEADUP_RECORD_ACTOR || !self->holds_actors)
    leadup_import_plan_add_support (self->plan, record);
  g_ptr_array_add (self->owned, g_object_ref (record));
  g_hash_table_replace (self->made[kind], g_strdup (leadup_record_get_id (record)), record);
}

/**
 * leadup_import_records_new:
 * @snapshot: the story that the input goes into
 * @label: of the plan
 *
 * Returns: (transfer full): the records of @snapshot, ready to be asked, and an empty plan
 */
LeadupImportRecords *
leadup_import_records_new (LeadupSnapshot *snapshot,
                           const char     *label)
{
  LeadupImportRecords *self;

  g_return_val_if_fail (snapshot != NULL, NULL);

  self = g_new0 (LeadupImportRecords, 1);
  self->snapshot = leadup_snapshot_ref (snapshot);
  self->plan = leadup_import_plan_new (label);
  self->actors = new_table ((GDestroyNotify) g_ptr_array_unref);
  self->sources = new_table (NULL);
  self->categories = new_table (g_free);
  for (guint i = 0; i < LEADUP_N_KINDS; i++)
    self->names[i] = new_table (g_free);
  self->claims = leadup_import_claims_new ();
  self->now = g_get_real_time ();
  self->owned = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      self->made[i] = new_table (NULL);
      self->also[i] = new_table (NULL);
    }

  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_ACTOR); i++)
    remember_actor (self, leadup_snapshot_get (snapshot, LEADUP_RECORD_ACTOR, i));
  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_SOURCE); i++)
    remember_source (self, leadup_snapshot_get (snapshot, LEADUP_RECORD_SOURCE, i));
  for (guint i = 0; i < leadup_snapshot_get_n (snapshot, LEADUP_RECORD_CATEGORY); i++)
    remember_category (self, leadup_snapshot_get (snapshot, LEADUP_RECORD_CATEGORY, i));

  return self;
}

void
leadup_import_records_free (LeadupImportRecords *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    {
      g_hash_table_unref (self->made[i]);
      g_hash_table_unref (self->also[i]);
    }
  g_hash_table_unref (self->actors);
  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->categories);
  for (guint i = 0; i < LEADUP_N_KINDS; i++)
    g_hash_table_unref (self->names[i]);
  leadup_import_claims_free (self->claims);
  g_free (self->format);
  g_free (self->set);
  g_ptr_array_unref (self->owned);
  g_clear_object (&self->plan);
  leadup_snapshot_unref (self->snapshot);
  g_free (self);
}

/**
 * leadup_import_records_set_origin:
 * @self: the records
 * @format: id of the importer
 * @name: (nullable): of the input, as people know it
 *
 * With a name, the events of earlier readings of the same input that it no longer has are found.
 */
void
leadup_import_records_set_origin (LeadupImportRecords *self,
                                  const char          *format,
                                  const char          *name)
{
  char digits[LEADUP_IMPORT_SET_DIGITS + 1] = "";

  g_return_if_fail (self != NULL && format != NULL);

  g_free (self->format);
  self->format = g_strdup (format);
  if (leadup_text_is_blank (name))
    return;

  leadup_import_hash_write (leadup_import_hash_text (leadup_import_hash_text (0, format), name),
                            digits, LEADUP_IMPORT_SET_DIGITS);
  g_free (self->set);
  self->set = g_strdup (digits);
}

/* Returns: (nullable): what events remember of the input that they came from */
const char *
leadup_import_records_get_set (LeadupImportRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->set;
}

/* The same moment for all rows. */
LeadupInstant
leadup_import_records_get_now (LeadupImportRecords *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->now;
}

/* What an earlier reading of this input brought, and what is not in it any more. */
static void
add_vanished (LeadupImportRecords *self)
{
  guint n = self->set != NULL ? leadup_snapshot_get_n (self->snapshot, LEADUP_RECORD_EVENT) : 0;
  g_autofree char *mark = g_strdup_printf ("\"set\":\"%s\"", self->set);

  for (guint i = 0; i < n; i++)
    {
      LeadupRecord *event = leadup_snapshot_get (self->snapshot, LEADUP_RECORD_EVENT, i);
      const char *extra = leadup_record_get_extra (event);
      g_autofree char *set = NULL;

      if (extra == NULL || strstr (extra, mark) == NULL ||
          leadup_import_claims_get_line (
              self->claims, leadup_import_claims_make_key (leadup_record_get_id (event))) != 0)
        continue;
      set = leadup_import_dup_imported (event, "set");
      if (g_strcmp0 (set, self->set) == 0)
        leadup_import_plan_add_row (self->plan, LEADUP_IMPORT_VANISHED, 0,
                                    leadup_event_get_title (LEADUP_EVENT (event)),
                                    _ ("The input no longer has it"), event, NULL);
    }
}

/* Returns: (transfer full): the plan; from then on the records may only be asked */
LeadupImportPlan *
leadup_import_records_finish (LeadupImportRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  add_vanished (self);

  return g_object_ref (self->plan);
}

/* Whether new actors stay out of the plan, because those who need them bring them along. */
void
leadup_import_records_hold_actors (LeadupImportRecords *self,
                                   gboolean             holds_actors)
{
  g_return_if_fail (self != NULL);

  self->holds_actors = holds_actors;
}

/* Returns: (transfer none): the plan that is being filled */
LeadupImportPlan *
leadup_import_records_get_plan (LeadupImportRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

/* Returns: (transfer none) (nullable): what the story has or will have by this id */
LeadupRecord *
leadup_import_records_lookup (LeadupImportRecords *self,
                              LeadupRecordKind     kind,
                              const char          *id)
{
  LeadupRecord *record;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < LEADUP_N_RECORD_KINDS && id != NULL, NULL);

  record =
      g_hash_table_size (self->made[kind]) > 0 ? g_hash_table_lookup (self->made[kind], id) : NULL;
  if (record == NULL)
    record = leadup_snapshot_lookup (self->snapshot, kind, id);
  if (record == NULL && g_hash_table_size (self->also[kind]) > 0)
    record = g_hash_table_lookup (self->also[kind], id);

  return record;
}

/* Colours for categories that nobody has chosen any for: those of the defaults. */
static LeadupCategory *
make_category (const char *name)
{
  GPtrArray *defaults = leadup_default_categories_get ();
  g_autofree char *slug = leadup_text_slug (name, 40);
  g_autofree char *id = *slug != '\0' ? g_strdup (slug) : leadup_import_make_id ('k', name, NULL);
  g_autofree char *label = leadup_text_single_line (name, 100);
  LeadupCategory *like = g_ptr_array_index (defaults, g_str_hash (id) % defaults->len);
  LeadupCategoryFields fields = {
    .id = id,
    .name = label,
    .family = id,
    .colour = leadup_category_get_fields (like)->colour,
    .symbol = LEADUP_SYMBOL_CIRCLE,
  };

  return leadup_category_new (&fields);
}

static const char *
find_category (LeadupImportRecords *self,
               const char          *name)
{
  Recent *recent =
      &self->recent_categories[leadup_import_hash_text (0, name) & (N_RECENT_CATEGORIES - 1)];
  gpointer known, id;

  if (recent->name != NULL && strcmp (recent->name, name) == 0)
    return recent->id;
  if (!g_hash_table_lookup_extended (self->categories, name, &known, &id))
    return NULL;

  *recent = (Recent) { known, id, LEADUP_IMPORT_ANY_KIND };

  return id;
}

/* What @name stands for; the one before is forgotten. */
static const char *
set_category (LeadupImportRecords *self,
              const char          *name,
              const char          *id)
{
  char *own = g_strdup (id);

  memset (self->recent_categories, 0, sizeof self->recent_categories);
  g_hash_table_insert (self->categories, g_strdup (name), own);

  return own;
}

/**
 * leadup_import_records_use_category:
 * @self: the records
 * @name: (nullable): the id or the name of a category as the input has it
 *
 * Finds the category in the story, else among the defaults, else makes it.
 *
 * Returns: its id, which the story will have
 */
const char *
leadup_import_records_use_category (LeadupImportRecords *self,
                                    const char          *name)
{
  const char *wanted = leadup_text_is_blank (name) ? "other" : name;
  g_autofree char *folded = NULL;
  g_autoptr (LeadupCategory) category = NULL;
  LeadupCategory *existing;
  const char *id;

  g_return_val_if_fail (self != NULL, NULL);

  id = find_category (self, wanted);
  if (id != NULL)
    return id;

  folded = leadup_text_fold (wanted);
  g_strstrip (folded);
  id = g_hash_table_lookup (self->categories, folded);
  if (id != NULL)
    return set_category (self, wanted, id);

  existing = leadup_default_categories_find (folded);
  category = existing != NULL ? g_object_ref (existing) : make_category (wanted);
  id = leadup_record_get_id (LEADUP_RECORD (category));
  if (leadup_import_records_lookup (self, LEADUP_RECORD_CATEGORY, id) == NULL)
    {
      take_made (self, category);
      remember_category (self, category);
    }

  return set_category (self, folded, id);
}

/* A person is no state; but whether an institution is a state or an organisation is a matter of
 * view. */
static gboolean
can_be (LeadupActor *actor,
        int          kind,
        gboolean     by_name)
{
  LeadupActorKind own = leadup_actor_get_fields (actor)->kind;

  if (kind == LEADUP_IMPORT_ANY_KIND || own == (LeadupActorKind) kind)
    return TRUE;

  return by_name && own != LEADUP_ACTOR_KIND_PERSON && kind != LEADUP_ACTOR_KIND_PERSON;
}

/* By name, else by an alias that only one actor has. */
static LeadupActor *
find_actor (LeadupImportRecords *self,
            const char          *name,
            int                  kind)
{
  g_autofree char *folded = leadup_text_fold (name);
  GPtrArray *actors = g_hash_table_lookup (self->actors, folded);
  LeadupActor *by_alias = NULL;
  guint n_by_alias = 0;

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    {
      LeadupActor *actor = g_ptr_array_index (actors, i);
      g_autofree char *own = leadup_text_fold (leadup_actor_get_name (actor));

      if (g_str_equal (own, folded) && can_be (actor, kind, TRUE))
        return actor;
      if (can_be (actor, kind, FALSE))
        {
          by_alias = actor;
          n_by_alias++;
        }
    }

  return n_by_alias == 1 ? by_alias : NULL;
}

/**
 * leadup_import_records_use_actor:
 * @self: the records
 * @fields: what the input says of the actor, with a name that is not blank and without an id
 * @kind: of actors that may be meant, or %LEADUP_IMPORT_ANY_KIND
 *
 * Finds the actor in the story by name or alias, else makes it. What the story says of it is left
 * as it is.
 *
 * Returns: its id, which the story will have
 */
const char *
leadup_import_records_use_actor (LeadupImportRecords     *self,
                                 const LeadupActorFields *fields,
                                 int                      kind)
{
  LeadupActorFields own;
  g_autoptr (LeadupActor) made = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *id = NULL;
  LeadupActor *actor;

  g_return_val_if_fail (self != NULL && fields != NULL, NULL);
  g_return_val_if_fail (!leadup_text_is_blank (fields->name), NULL);

  actor = find_actor (self, fields->name, kind);
  if (actor != NULL)
    return leadup_record_get_id (LEADUP_RECORD (actor));

  own = *fields;
  if (kind == LEADUP_IMPORT_ANY_KIND)
    own.kind = leadup_import_guess_kind (fields->name);

  /* Renamed or merged since an earlier import. */
  folded = leadup_text_fold (fields->name);
  id = leadup_import_make_id ('a', folded, leadup_actor_kind_to_string (own.kind), NULL);
  actor = (LeadupActor *) leadup_import_records_lookup (self, LEADUP_RECORD_ACTOR, id);
  if (actor != NULL)
    return leadup_record_get_id (LEADUP_RECORD (actor));

  own.id = id;
  made = leadup_actor_new (&own);
  take_made (self, made);
  remember_actor (self, made);

  return leadup_record_get_id (LEADUP_RECORD (made));
}

/**
 * leadup_import_records_use_name:
 * @self: the records
 * @name: of an actor, not blank
 * @kind: of actors that may be meant, or %LEADUP_IMPORT_ANY_KIND
 *
 * As leadup_import_records_use_actor(), for many rows with few names.
 *
 * Returns: the actor’s id, which the story will have
 */
const char *
leadup_import_records_use_name (LeadupImportRecords *self,
                                const char          *name,
                                int                  kind)
{
  Recent *recent;
  GHashTable *names;
  gpointer known, id;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  g_return_val_if_fail (kind + 1 >= 0 && kind + 1 < LEADUP_N_KINDS, NULL);

  recent = &self->recent[leadup_import_hash_text (0, name) & (N_RECENT - 1)];
  if (recent->name != NULL && recent->kind == kind && strcmp (recent->name, name) == 0)
    return recent->id;

  names = self->names[kind + 1];
  if (!g_hash_table_lookup_extended (names, name, &known, &id))
    {
      LeadupActorFields fields = {
        .name = name,
        .kind = kind != LEADUP_IMPORT_ANY_KIND ? (LeadupActorKind) kind : 0,
      };

      known = g_strdup (name);
      id = g_strdup (leadup_import_records_use_actor (self, &fields, kind));
      g_hash_table_insert (names, known, id);
    }
  *recent = (Recent) { known, id, kind };

  return id;
}

/* A source that was only named gets the text that is there now. */
static LeadupSource *
complete_source (LeadupImportRecords      *self,
                 LeadupSource             *source,
                 const LeadupSourceFields *fields)
{
  LeadupSourceFields own = *leadup_source_get_fields (source);
  g_autoptr (LeadupSource) completed = NULL;

  if (fields->text == NULL || own.text != NULL)
    return source;

  own.text = fields->text;
  own.sha256 = fields->sha256;
  own.title = leadup_text_is_blank (own.title) ? fields->title : own.title;
  own.outlet = leadup_text_is_blank (own.outlet) ? fields->outlet : own.outlet;
  own.author = leadup_text_is_blank (own.author) ? fields->author : own.author;
  own.published = leadup_text_is_blank (own.published) ? fields->published : own.published;
  own.language = leadup_text_is_blank (own.language) ? fields->language : own.language;
  completed = leadup_source_new (&own);
  take_made (self, completed);
  remember_source (self, completed);

  return completed;
}

/**
 * leadup_import_records_use_source:
 * @self: the records
 * @fields: what the input says of the source, without an id
 *
 * Finds the source in the story by its bytes or its address, else makes it.
 *
 * Returns: (transfer none): the source that the story will have
 */
LeadupSource *
leadup_import_records_use_source (LeadupImportRecords      *self,
                                  const LeadupSourceFields *fields)
{
  LeadupSourceFields own;
  g_autoptr (LeadupSource) made = NULL;
  g_autofree char *id = NULL;
  LeadupSource *source = NULL;

  g_return_val_if_fail (self != NULL && fields != NULL, NULL);

  if (!leadup_text_is_blank (fields->sha256))
    source = g_hash_table_lookup (self->sources, fields->sha256);
  if (source == NULL && !leadup_text_is_blank (fields->url))
    source = g_hash_table_lookup (self->sources, fields->url);

  if (source == NULL)
    {
      if (!leadup_text_is_blank (fields->url))
        id = leadup_import_make_id ('s', "url", fields->url, NULL);
      else if (!leadup_text_is_blank (fields->sha256))
        id = leadup_import_make_id ('s', "sha256", fields->sha256, NULL);
      else
        id = leadup_import_make_id ('s', "name", fields->outlet != NULL ? fields->outlet : "",
                                    fields->title != NULL ? fields->title : "",
                                    fields->published != NULL ? fields->published : "", NULL);
      source = (LeadupSource *) leadup_import_records_lookup (self, LEADUP_RECORD_SOURCE, id);
    }

  if (source != NULL)
    return complete_source (self, source, fields);

  own = *fields;
  own.id = id;
  made = leadup_source_new (&own);
  take_made (self, made);
  remember_source (self, made);

  return made;
}

/* Returns: (transfer none): which rows have which ids */
LeadupImportClaims *
leadup_import_records_get_claims (LeadupImportRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->claims;
}

static gboolean
is_same_text (LeadupRecord *a,
              LeadupRecord *b)
{
  g_autoptr (GString) x = g_string_new (NULL);
  g_autoptr (GString) y = g_string_new (NULL);

  leadup_record_writer_append (x, a);
  leadup_record_writer_append (y, b);

  return g_string_equal (x, y);
}

static gboolean
is_undated (LeadupRecord *record)
{
  if (LEADUP_IS_EVENT (record))
    return leadup_event_get_when (LEADUP_EVENT (record)) == NULL;

  return LEADUP_IS_CANDIDATE (record) &&
         leadup_event_get_when (leadup_candidate_get_fields (LEADUP_CANDIDATE (record))->event) ==
             NULL;
}

/**
 * leadup_import_records_add_row:
 * @self: the records
 * @line: of the input; 0 = not known
 * @reason: (nullable): what was left out, or why it has no date
 * @record: what the row says
 *
 * Adds a row to the plan: unchanged, changed, undated or new, as the story has it.
 */
void
leadup_import_records_add_row (LeadupImportRecords *self,
                               guint                line,
                               const char          *reason,
                               LeadupRecord        *record)
{
  LeadupImportVerdict verdict = LEADUP_IMPORT_NEW;
  LeadupRecord *before;
  g_autofree char *label = NULL;
  const char *title;

  g_return_if_fail (self != NULL && LEADUP_IS_RECORD (record));

  if (LEADUP_IS_EVENT (record))
    title = leadup_event_get_title (LEADUP_EVENT (record));
  else
    title = label = leadup_import_dup_title (record);
  before = leadup_snapshot_lookup (self->snapshot, leadup_record_get_kind (record),
                                   leadup_record_get_id (record));
  if (before != NULL)
    verdict = is_same_text (before, record) ? LEADUP_IMPORT_UNCHANGED : LEADUP_IMPORT_CHANGED;
  else if (is_undated (record))
    verdict = LEADUP_IMPORT_UNDATED;

  leadup_import_plan_add_row (self->plan, verdict, line, title, reason, before,
                              verdict != LEADUP_IMPORT_UNCHANGED ? record : NULL);
}

/**
 * leadup_import_records_add_era:
 * @self: the records
 * @line: of the input, from 1
 * @title: (nullable): of the era
 * @when: (nullable): its time
 * @problem: (nullable): what is wrong with its time
 *
 * Adds a row that becomes a phase.
 */
void
leadup_import_records_add_era (LeadupImportRecords *self,
                               guint                line,
                               const char          *title,
                               LeadupWhen          *when,
                               const char          *problem)
{
  LeadupPhaseFields fields = { .title = title, .when = when };
  g_autoptr (LeadupPhase) phase = NULL;
  g_autofree char *id = NULL;
  LeadupRecord *before;

  g_return_if_fail (self != NULL);

  if (when == NULL || leadup_text_is_blank (title))
    {
      leadup_import_plan_add_row (self->plan, LEADUP_IMPORT_REJECTED, line, title,
                                  problem != NULL ? problem : _ ("The era has no headline"), NULL,
                                  NULL);
      return;
    }

  id = leadup_import_make_id ('p', title, leadup_when_get_edtf (when), NULL);
  before = leadup_import_records_lookup (self, LEADUP_RECORD_PHASE, id);
  if (leadup_import_claims_add (self->claims, leadup_import_claims_make_key (id), line) != 0 ||
      before != NULL)
    {
      leadup_import_plan_add_row (self->plan, LEADUP_IMPORT_UNCHANGED, line, title,
                                  _ ("The story has it already"), before, NULL);
      return;
    }

  fields.id = id;
  phase = leadup_phase_new (&fields);
  leadup_import_records_add_row (self, line, problem, LEADUP_RECORD (phase));
}
