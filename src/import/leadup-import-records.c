/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-records.h"

#include "base/leadup-text.h"
#include "import/leadup-import-kind.h"
#include "model/leadup-candidate.h"
#include "model/leadup-phase.h"
#include "model/leadup-step.h"
#include "model/leadup-view.h"
#include "storage/leadup-default-categories.h"
#include "storage/leadup-record-writer.h"

#include <string.h>

/* Characters of a title in a list of rows. */
#define TITLE_LENGTH 300

/* Of ids made here: 60 bits, as of those that leadup_record_make_id() makes. */
#define ID_DIGITS 12

struct _LeadupImportRecords
{
  LeadupSnapshot *snapshot;
  LeadupImportPlan *plan;

  GHashTable *made[LEADUP_N_RECORD_KINDS]; /* id → record that the plan adds */
  GHashTable *also[LEADUP_N_RECORD_KINDS]; /* id of a merged record → record that it went into */
  GHashTable *actors;                      /* folded name or alias → GPtrArray of LeadupActor */
  GHashTable *sources;                     /* URL or sha256 → LeadupSource */
  GHashTable *categories;                  /* folded name → id */
  GHashTable *claimed;                     /* id of a row → its line */
  GPtrArray *owned;                        /* what is in @made */
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
  self->claimed = new_table (NULL);
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
  g_hash_table_unref (self->claimed);
  g_ptr_array_unref (self->owned);
  g_clear_object (&self->plan);
  leadup_snapshot_unref (self->snapshot);
  g_free (self);
}

/* Returns: (transfer full): the plan; from then on the records may only be asked */
LeadupImportPlan *
leadup_import_records_finish (LeadupImportRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

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

  record = g_hash_table_lookup (self->made[kind], id);
  if (record == NULL)
    record = leadup_snapshot_lookup (self->snapshot, kind, id);
  if (record == NULL)
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

  folded = leadup_text_fold (wanted);
  g_strstrip (folded);
  id = g_hash_table_lookup (self->categories, folded);
  if (id != NULL)
    return id;

  existing = leadup_default_categories_find (folded);
  category = existing != NULL ? g_object_ref (existing) : make_category (wanted);
  id = leadup_record_get_id (LEADUP_RECORD (category));
  if (leadup_import_records_lookup (self, LEADUP_RECORD_CATEGORY, id) == NULL)
    {
      take_made (self, category);
      remember_category (self, category);
    }
  g_hash_table_insert (self->categories, g_strdup (folded), g_strdup (id));

  return g_hash_table_lookup (self->categories, folded);
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

/**
 * leadup_import_records_claim:
 * @self: the records
 * @id: of a row
 * @line: of the input, from 1
 *
 * Returns: 0 where this is the first row with this id, else the line of that one
 */
guint
leadup_import_records_claim (LeadupImportRecords *self,
                             const char          *id,
                             guint                line)
{
  gpointer first;

  g_return_val_if_fail (self != NULL && id != NULL, 0);

  first = g_hash_table_lookup (self->claimed, id);
  if (first == NULL)
    g_hash_table_insert (self->claimed, g_strdup (id), GUINT_TO_POINTER (MAX (line, 1)));

  return GPOINTER_TO_UINT (first);
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
  g_autofree char *title = NULL;

  g_return_if_fail (self != NULL && LEADUP_IS_RECORD (record));

  title = leadup_import_dup_title (record);
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
 * leadup_import_make_id:
 * @letter: that ids of the kind start with
 * @...: (nullable-terminated): texts that make out what it stands for
 *
 * Returns: (transfer full): a short id, the same for the same texts
 */
char *
leadup_import_make_id (char letter,
                       ...)
{
  /* As leadup_record_make_id(): no letters that look like digits or make words. */
  static const char digits[] = "0123456789bcdfghjkmnpqrstvwxyzae";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  char id[ID_DIGITS + 3];
  const char *text;
  va_list texts;

  va_start (texts, letter);
  while ((text = va_arg (texts, const char *)) != NULL)
    g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
  va_end (texts);

  g_checksum_get_digest (checksum, digest, &length);
  id[0] = letter;
  id[1] = '-';
  for (guint i = 0; i < ID_DIGITS; i++)
    id[i + 2] = digits[digest[i] & 31];
  id[ID_DIGITS + 2] = '\0';

  return g_strdup (id);
}

/**
 * leadup_import_dup_title:
 * @record: a record
 *
 * Returns: (transfer full): what people know it by, on one line
 */
char *
leadup_import_dup_title (LeadupRecord *record)
{
  g_autofree char *label = NULL;
  const char *title;

  g_return_val_if_fail (LEADUP_IS_RECORD (record), NULL);

  switch (leadup_record_get_kind (record))
    {
    case LEADUP_RECORD_CATEGORY:
      title = leadup_category_get_fields (LEADUP_CATEGORY (record))->name;
      break;
    case LEADUP_RECORD_ACTOR:
      title = leadup_actor_get_name (LEADUP_ACTOR (record));
      break;
    case LEADUP_RECORD_SOURCE:
      title = label = leadup_source_dup_label (LEADUP_SOURCE (record));
      break;
    case LEADUP_RECORD_EVENT:
      title = leadup_event_get_title (LEADUP_EVENT (record));
      break;
    case LEADUP_RECORD_CANDIDATE:
      title =
          leadup_event_get_title (leadup_candidate_get_fields (LEADUP_CANDIDATE (record))->event);
      break;
    case LEADUP_RECORD_PHASE:
      title = leadup_phase_get_fields (LEADUP_PHASE (record))->title;
      break;
    case LEADUP_RECORD_VIEW:
      title = leadup_view_get_fields (LEADUP_VIEW (record))->name;
      break;
    case LEADUP_RECORD_STEP:
      title = leadup_step_get_fields (LEADUP_STEP (record))->caption;
      break;
    case LEADUP_RECORD_INFO:
    case LEADUP_RECORD_PLACEMENT:
    default:
      title = leadup_record_get_id (record);
      break;
    }

  return leadup_text_single_line (title, TITLE_LENGTH);
}
