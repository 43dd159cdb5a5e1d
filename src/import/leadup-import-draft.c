/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-draft.h"

#include "base/leadup-ascii.h"
#include "base/leadup-text.h"
#include "import/leadup-import-hash.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A row without a title is known by the beginning of its text. */
#define DRAWN_TITLE 80

/* Columns that we do not know are kept up to this size, all together. */
#define MAX_KEPT_ROW 65536
#define MAX_KEPT 4096

/* Of a row that there is room for at first. */
#define FIRST_ACTORS 8

#define ID_DIGITS 12
G_STATIC_ASSERT (sizeof ((LeadupImportDraft *) NULL)->id == ID_DIGITS + 3);

/* Digits of the event’s parts, as the row says them. */
typedef char Was[LEADUP_N_IMPORT_PARTS * LEADUP_IMPORT_PART_DIGITS + 1];

/**
 * leadup_import_draft_init:
 * @self: a draft
 * @format: id of the importer; outlives the draft
 * @scratch: (nullable): where the texts of several rows lie side by side; its owner resets it
 */
void
leadup_import_draft_init (LeadupImportDraft *self,
                          const char        *format,
                          LeadupScratch     *scratch)
{
  g_return_if_fail (self != NULL && format != NULL);

  *self = (LeadupImportDraft) {
    .format = format,
  };
  self->owns_scratch = scratch == NULL;
  self->scratch = scratch != NULL ? scratch : leadup_scratch_new ();
  self->sources = g_array_new (FALSE, FALSE, sizeof (LeadupImportSource));
  self->values = g_array_new (FALSE, FALSE, sizeof (LeadupValue));
  self->tags = g_ptr_array_new ();
  self->left_out = g_ptr_array_new ();
  self->kept = g_string_new (NULL);
  self->extra = g_string_new (NULL);
  leadup_import_draft_reset (self, 0);
}

/* Forgets the row before. */
void
leadup_import_draft_reset (LeadupImportDraft *self,
                           guint              line)
{
  g_return_if_fail (self != NULL);

  if (self->owns_scratch)
    leadup_scratch_reset (self->scratch);
  g_clear_pointer (&self->when, leadup_when_unref);
  self->line = line;
  self->own_id = self->title = self->shown = self->summary = self->category = NULL;
  self->date = self->problem = self->notes = NULL;
  self->place = self->country = self->place_precision = NULL;
  self->latitude = self->longitude = self->tone = (double) NAN;
  self->n_actors = 0;
  if (self->sources->len > 0)
    g_array_set_size (self->sources, 0);
  if (self->values->len > 0)
    g_array_set_size (self->values, 0);
  if (self->tags->len > 0)
    g_ptr_array_set_size (self->tags, 0);
  if (self->left_out->len > 0)
    g_ptr_array_set_size (self->left_out, 0);
  if (self->kept->len > 0)
    g_string_truncate (self->kept, 0);
  self->is_counted = FALSE;
  *self->id = '\0';
  self->key = 0;
  self->verification = -1;
  self->importance = 0;
}

void
leadup_import_draft_clear (LeadupImportDraft *self)
{
  if (self->kept == NULL)
    return;

  leadup_import_draft_reset (self, 0);
  if (self->owns_scratch)
    leadup_scratch_free (self->scratch);
  self->scratch = NULL;
  g_clear_pointer (&self->actors, g_free);
  self->actors_room = 0;
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_string_free (self->kept, TRUE);
  g_string_free (self->extra, TRUE);
  self->kept = self->extra = NULL;
}

/* @text: (transfer full) (nullable): returned, and freed with the next row */
const char *
leadup_import_draft_keep (LeadupImportDraft *self,
                          char              *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  return text != NULL ? leadup_scratch_take (self->scratch, text, g_free) : NULL;
}

/* Whether it is one line already, of plain letters, and short enough. */
static gboolean
is_simple_line (const char *text,
                gsize       max_bytes)
{
  gsize length = strlen (text);

  return length <= max_bytes && *text != ' ' && (length == 0 || text[length - 1] != ' ') &&
         leadup_ascii_measure_plain (text, length) == length && strstr (text, "  ") == NULL;
}

static const char *
make_line (LeadupImportDraft *self,
           const char        *text)
{
  if (is_simple_line (text, LEADUP_STORY_MAX_TITLE))
    return text;

  return leadup_import_draft_keep (self, leadup_text_single_line (text, LEADUP_STORY_MAX_TITLE));
}

/* @text: (nullable): of any length and any number of lines; lives as long as the row */
void
leadup_import_draft_set_title (LeadupImportDraft *self,
                               const char        *text)
{
  g_return_if_fail (self != NULL);

  self->title = text != NULL ? make_line (self, text) : NULL;
}

/* @name: (nullable): forgotten where it is blank */
void
leadup_import_draft_add_actor (LeadupImportDraft *self,
                               const char        *name,
                               int                kind,
                               int                role)
{
  g_return_if_fail (self != NULL);

  if (leadup_text_is_blank (name) || self->n_actors >= LEADUP_STORY_MAX_LIST)
    return;

  if (self->n_actors == self->actors_room)
    {
      self->actors_room = MAX (2 * self->actors_room, FIRST_ACTORS);
      self->actors = g_renew (LeadupImportActor, self->actors, self->actors_room);
    }
  self->actors[self->n_actors++] = (LeadupImportActor) { make_line (self, name), kind, role };
}

/* Forgotten where it names nothing. */
void
leadup_import_draft_add_source (LeadupImportDraft        *self,
                                const LeadupImportSource *source)
{
  g_return_if_fail (self != NULL && source != NULL);

  if (self->sources->len < LEADUP_STORY_MAX_LIST &&
      (!leadup_text_is_blank (source->url) || !leadup_text_is_blank (source->outlet) ||
       !leadup_text_is_blank (source->title)))
    g_array_append_vals (self->sources, source, 1);
}

/* @tag: (nullable): forgotten where it is blank or there already */
void
leadup_import_draft_add_tag (LeadupImportDraft *self,
                             const char        *tag)
{
  g_return_if_fail (self != NULL);

  if (!leadup_text_is_blank (tag) && self->tags->len < LEADUP_STORY_MAX_LIST &&
      !g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, NULL))
    g_ptr_array_add (self->tags, (gpointer) make_line (self, tag));
}

/* @name: static, or living as long as the row */
void
leadup_import_draft_add_value (LeadupImportDraft *self,
                               const char        *name,
                               double             low,
                               double             high)
{
  LeadupValue value = { .name = name, .low = low, .high = high };

  g_return_if_fail (self != NULL && name != NULL);

  if (isfinite (low) && isfinite (high))
    g_array_append_val (self->values, value);
}

/* Keeps a column that we do not know beside the event, or tells that it was left out. */
void
leadup_import_draft_keep_member (LeadupImportDraft *self,
                                 const char        *name,
                                 const char        *text)
{
  gsize size;

  g_return_if_fail (self != NULL && name != NULL && text != NULL);

  size = strlen (name) + strlen (text);
  if (size > MAX_KEPT || self->kept->len + size > MAX_KEPT_ROW)
    {
      g_ptr_array_add (self->left_out, (gpointer) leadup_import_draft_keep (
                                           self, leadup_text_single_line (name, 40)));
      return;
    }

  if (self->kept->len > 0)
    g_string_append_c (self->kept, ',');
  leadup_text_append_json (self->kept, name);
  g_string_append_c (self->kept, ':');
  leadup_text_append_json (self->kept, text);
}

static guint64
hash_double (guint64 seed,
             double  number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return leadup_import_hash_text (seed, NULL);

  return leadup_import_hash_text (seed, g_ascii_dtostr (text, sizeof text, number));
}

static guint64
hash_actors (LeadupImportDraft *self,
             guint64            hash)
{
  for (guint i = 0; i < self->n_actors; i++)
    {
      const LeadupImportActor *actor = &self->actors[i];

      hash =
          leadup_import_hash_text (hash, actor->name) + (guint64) (actor->kind * 8 + actor->role);
    }

  return hash;
}

static guint64
hash_sources (LeadupImportDraft *self,
              guint64            hash)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const LeadupImportSource *source = &g_array_index (self->sources, LeadupImportSource, i);

      hash = leadup_import_hash_text (hash, source->url);
      hash = leadup_import_hash_text (hash, source->outlet);
      hash = leadup_import_hash_text (hash, source->title);
      hash = leadup_import_hash_text (hash, source->published);
      hash = leadup_import_hash_text (hash, source->quote);
    }

  return hash;
}

/* All that the row says, to know it by. */
static guint64
hash_row (LeadupImportDraft *self)
{
  const char *texts[] = {
    self->own_id,
    self->title,
    self->summary,
    self->category,
    self->place,
    self->country,
    self->notes,
    self->place_precision,
    self->when != NULL ? leadup_when_get_edtf (self->when) : self->date,
  };
  guint64 hash = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    hash = leadup_import_hash_text (hash, texts[i]);
  hash = hash_sources (self, hash_actors (self, hash));
  for (guint i = 0; i < self->values->len; i++)
    {
      const LeadupValue *value = &g_array_index (self->values, LeadupValue, i);

      hash = hash_double (leadup_import_hash_text (hash, value->name), value->low);
      hash = hash_double (hash, value->high);
    }
  for (guint i = 0; i < self->tags->len; i++)
    hash = leadup_import_hash_text (hash, g_ptr_array_index (self->tags, i));
  hash = hash_double (hash_double (hash, self->latitude), self->longitude);
  hash = leadup_import_hash (hash, self->kept->str, self->kept->len);

  return leadup_import_hash (hash, &(int) { GINT_TO_LE (self->verification) }, sizeof (int));
}

/* As hash_row(), to tell rows of one id from one another: @hash is that of the parts of the event,
 * and has most of it already. */
static guint64
hash_rest (LeadupImportDraft *self,
           guint64            hash)
{
  hash = hash_sources (self, hash_actors (self, hash));
  hash = leadup_import_hash_text (hash, self->notes);
  hash = leadup_import_hash_text (hash, self->place_precision);
  if (self->when == NULL)
    hash = leadup_import_hash_text (hash, self->date);

  return self->kept->len > 0 ? leadup_import_hash (hash, self->kept->str, self->kept->len) : hash;
}

/* Returns: behind what was written */
static inline char *
append (char       *at,
        const char *bytes,
        gsize       length)
{
  memcpy (at, bytes, length);

  return at + length;
}

/* What stands before the id of a row; of the rows that a draft is used for it is the same. */
static void
start_extra (LeadupImportDraft *self,
             const char        *id)
{
  GString *extra = self->extra;

  if (self->extra_start == 0)
    {
      g_string_assign (extra, "{\"imported\":{\"format\":");
      leadup_text_append_json (extra, self->format);
      g_string_append (extra, ",\"id\":");
      self->extra_start = extra->len;
    }
  g_string_truncate (extra, self->extra_start);
  if (id != NULL)
    {
      leadup_text_append_json (extra, id);
      return;
    }

  g_string_truncate (extra, extra->len - strlen (",\"id\":"));
  self->extra_start = 0;
}

/* {"imported":{"format":"json","id":"7","set":"…","was":"…","date":"soon","row":{…}}}
 *
 * The text is used again for each row: one thread would have to free what the other made. */
static const char *
make_extra (LeadupImportDraft   *self,
            LeadupImportRecords *records,
            const Was            was)
{
  const char *set = leadup_import_records_get_set (records);
  gboolean has_date = self->when == NULL && self->date != NULL;
  GString *extra = self->extra;

  if (self->own_id == NULL && self->kept->len == 0 && !has_date)
    return NULL;

  start_extra (self, self->own_id);
  if (self->own_id != NULL)
    {
      char rest[sizeof (Was) + LEADUP_IMPORT_SET_DIGITS + 24];
      char *at = rest;

      if (set != NULL)
        at =
            append (append (append (at, ",\"set\":\"", 8), set, LEADUP_IMPORT_SET_DIGITS), "\"", 1);
      at = append (append (append (at, ",\"was\":\"", 8), was, sizeof (Was) - 1), "\"", 1);
      g_string_append_len (extra, rest, at - rest);
    }
  if (has_date)
    {
      /* Whoever dates the event by hand wants to see it. */
      g_string_append (extra, ",\"date\":");
      leadup_text_append_json (extra, self->date);
    }
  if (self->kept->len > 0)
    {
      g_string_append (extra, ",\"row\":{");
      g_string_append_len (extra, self->kept->str, (gssize) self->kept->len);
      g_string_append_c (extra, '}');
    }
  g_string_append_len (extra, "}}", 2);

  return extra->str;
}

static char *
make_reason (LeadupImportDraft *self)
{
  GString *reason;

  if (self->problem == NULL && self->left_out->len == 0)
    return NULL;

  reason = g_string_new (self->problem);
  for (guint i = 0; i < self->left_out->len; i++)
    {
      const char *name = g_ptr_array_index (self->left_out, i);

      if (i == 0)
        g_string_append_printf (reason, "%s%s “%s”", reason->len > 0 ? "; " : "", _ ("left out:"),
                                name);
      else
        g_string_append_printf (reason, ", “%s”", name);
    }

  return g_string_free (reason, FALSE);
}

static guint
make_participants (LeadupImportDraft   *self,
                   LeadupImportRecords *records,
                   LeadupParticipant  **participants)
{
  guint n = 0;

  if (self->n_actors == 0)
    return 0;

  *participants = leadup_scratch_alloc (self->scratch, sizeof **participants * self->n_actors);
  for (guint i = 0; i < self->n_actors; i++)
    {
      const LeadupImportActor *actor = &self->actors[i];
      const char *id = leadup_import_records_use_name (records, actor->name, actor->kind);
      gboolean is_new = TRUE;

      for (guint j = 0; j < n && is_new; j++)
        is_new = !g_str_equal ((*participants)[j].actor, id);
      if (is_new)
        (*participants)[n++] = (LeadupParticipant) { .actor = id,
                                                     .as = actor->name,
                                                     .role = (LeadupRole) actor->role };
    }

  return n;
}

static guint
make_evidence (LeadupImportDraft   *self,
               LeadupImportRecords *records,
               LeadupEvidence    ***evidence)
{
  if (self->sources->len == 0)
    return 0;

  *evidence = leadup_scratch_alloc (self->scratch, sizeof **evidence * self->sources->len);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const LeadupImportSource *own = &g_array_index (self->sources, LeadupImportSource, i);
      LeadupSourceFields source = {
        .url = own->url,
        .archived_url = own->archived_url,
        .outlet = own->outlet,
        .title = own->title,
        .author = own->author,
        .published = own->published,
      };
      LeadupEvidenceFields fields = {
        .source = leadup_record_get_id (
            LEADUP_RECORD (leadup_import_records_use_source (records, &source))),
        .quote = own->quote,
        .span_start = -1,
        .span_end = -1,
      };

      (*evidence)[i] =
          leadup_scratch_take (self->scratch, leadup_evidence_new (&fields), g_object_unref);
    }

  return self->sources->len;
}

/* What the row says, as an event with @identity’s id and without the extra. */
static void
fill_fields (LeadupImportDraft   *self,
             LeadupImportRecords *records,
             LeadupEventFields   *fields,
             LeadupPlace         *place)
{
  LeadupParticipant *participants = NULL;
  LeadupEvidence **evidence = NULL;

  *place = (LeadupPlace) {
    .name = self->place,
    .country = self->country,
    .latitude = self->latitude,
    .longitude = self->longitude,
    .precision = self->place_precision,
  };
  fields->title = self->title;
  fields->summary = self->summary;
  fields->category = leadup_import_records_use_category (records, self->category);
  fields->when = self->when;
  fields->place = self->place != NULL || isfinite (self->latitude) ? place : NULL;
  fields->n_participants = make_participants (self, records, &participants);
  fields->participants = participants;
  fields->n_evidence = make_evidence (self, records, &evidence);
  fields->evidence = evidence;
  fields->n_values = self->values->len;
  fields->values = (const LeadupValue *) (gpointer) self->values->data;
  fields->importance = self->importance;
  fields->tone = self->tone;
  fields->notes = self->notes;

  /* Who says so, where only one does. */
  if (fields->n_evidence > 0)
    for (guint i = 0; i < self->values->len; i++)
      g_array_index (self->values, LeadupValue, i).source =
          leadup_evidence_get_fields (evidence[0])->source;

  if (self->verification >= 0)
    fields->verification = (LeadupVerification) self->verification;
  else
    fields->verification =
        fields->n_evidence > 0 ? LEADUP_VERIFICATION_SINGLE_SOURCE : LEADUP_VERIFICATION_UNVERIFIED;
  fields->verification =
      leadup_event_constrain_verification (fields, leadup_import_records_get_now (records));

  if (self->tags->len > 0)
    {
      g_ptr_array_add (self->tags, NULL);
      fields->tags = (const char *const *) self->tags->pdata;
    }
}

static void
write_id (LeadupImportDraft *self,
          guint64            hash)
{
  self->id[0] = 'e';
  self->id[1] = '-';
  leadup_import_hash_write (hash, self->id + 2, ID_DIGITS);
  self->id[ID_DIGITS + 2] = '\0';
  self->key = leadup_import_claims_make_key (self->id);
}

static void
make_id (LeadupImportDraft *self)
{
  if (self->own_id != NULL)
    write_id (self,
              leadup_import_hash_text (leadup_import_hash_text (0, self->format), self->own_id));
  else
    write_id (self, hash_row (self));
}

/* The event has been read before: what changed since, here and there? */
static void
submit_update (LeadupImportDraft       *self,
               LeadupImportRecords     *records,
               LeadupEvent             *before,
               const LeadupEventFields *fields,
               const char              *now)
{
  LeadupImportPlan *plan = leadup_import_records_get_plan (records);
  Was own;
  g_autofree char *was = leadup_import_dup_imported (LEADUP_RECORD (before), "was");
  g_autoptr (LeadupEvent) theirs = NULL;
  g_autofree char *reason = NULL;
  guint offered, conflicts;

  leadup_import_parts_write (leadup_event_get_fields (before), own);
  if (was == NULL || strlen (was) != sizeof own - 1)
    {
      /* Nobody knows what was read then: what people have now is theirs. */
      g_free (was);
      was = g_strdup (now);
    }
  offered = leadup_import_parts_compare (now, was) & leadup_import_parts_compare (now, own);
  conflicts = offered & leadup_import_parts_compare (was, own);

  if (offered == 0)
    {
      leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, self->line, self->title,
                                  _ ("The story has it already"), LEADUP_RECORD (before), NULL);
      return;
    }

  reason = make_reason (self);
  theirs = leadup_event_new (fields);
  leadup_import_plan_add_update (plan, self->line, reason, before, theirs, offered, conflicts);
}

/* The event that the row is, and the digits and the hash of its parts, which only an event with an
 * id of its own needs. */
typedef struct
{
  LeadupEventFields fields;
  LeadupPlace place;
  Was was;
  guint64 hash;
} Prepared;

static void
prepare (LeadupImportDraft   *self,
         LeadupImportRecords *records,
         Prepared            *prepared)
{
  prepared->fields = (LeadupEventFields) {
    .tone = (double) NAN,
  };
  *prepared->was = '\0';
  fill_fields (self, records, &prepared->fields, &prepared->place);
  if (self->own_id != NULL)
    prepared->hash = hash_rest (self, leadup_import_parts_write (&prepared->fields, prepared->was));
}

/* @prepared: filled by now where the row has an id of its own */
static void
submit_event (LeadupImportDraft   *self,
              LeadupImportRecords *records,
              Prepared            *prepared)
{
  LeadupRecord *before = leadup_import_records_lookup (records, LEADUP_RECORD_EVENT, self->id);

  if (before != NULL && self->own_id == NULL)
    {
      /* It is known by all that it says. */
      leadup_import_plan_add_row (leadup_import_records_get_plan (records), LEADUP_IMPORT_UNCHANGED,
                                  self->line, self->title, _ ("The story has it already"), before,
                                  NULL);
      return;
    }

  if (self->own_id == NULL)
    prepare (self, records, prepared);
  prepared->fields.id = self->id;
  prepared->fields.extra = make_extra (self, records, prepared->was);
  if (before != NULL)
    {
      /* An event that was merged into another one gets its changes there. */
      prepared->fields.id = leadup_record_get_id (before);
      submit_update (self, records, LEADUP_EVENT (before), &prepared->fields, prepared->was);
      return;
    }

  /* The time that came from the other thread goes on without being counted. */
  leadup_import_plan_take_new (leadup_import_records_get_plan (records), self->line,
                               make_reason (self),
                               leadup_event_new_taking_when (&prepared->fields));
  self->when = NULL;
}

/**
 * leadup_import_draft_settle:
 * @self: a row that is complete
 *
 * Works out what the row is known by. Any thread, before it is submitted, which does it otherwise.
 */
void
leadup_import_draft_settle (LeadupImportDraft *self)
{
  g_return_if_fail (self != NULL);

  if (*self->id != '\0')
    return;

  if (leadup_text_is_blank (self->title) && !leadup_text_is_blank (self->summary))
    self->title =
        leadup_import_draft_keep (self, leadup_text_single_line (self->summary, DRAWN_TITLE));
  make_id (self);
}

/* Two rows with one id: the later one is known by what it says. Returns: 0, or the line of the row
 * that says the same */
static guint
part_from (LeadupImportDraft  *self,
           LeadupImportClaims *claims,
           guint               first)
{
  if (self->problem == NULL)
    self->problem = leadup_import_draft_keep (
        self, g_strdup_printf (_ ("Its id, “%s”, is that of line %u too"), self->own_id, first));
  write_id (self, hash_row (self));
  self->own_id = NULL;

  return leadup_import_claims_add (claims, self->key, self->line);
}

/**
 * leadup_import_draft_submit:
 * @self: a row
 * @records: where it goes
 *
 * Adds the row to the plan, in exactly one of its lists.
 */
void
leadup_import_draft_submit (LeadupImportDraft   *self,
                            LeadupImportRecords *records)
{
  LeadupImportClaims *claims;
  LeadupImportPlan *plan;
  Prepared prepared;
  guint first;

  g_return_if_fail (self != NULL && records != NULL);

  claims = leadup_import_records_get_claims (records);
  plan = leadup_import_records_get_plan (records);
  leadup_import_draft_settle (self);
  if (leadup_text_is_blank (self->title))
    {
      leadup_import_plan_add_row (plan, LEADUP_IMPORT_REJECTED, self->line, self->shown,
                                  _ ("It says nothing: neither a title nor a text"), NULL, NULL);
      return;
    }

  first = leadup_import_claims_add (claims, self->key, self->line);
  /* Of the rows that are one event the first one tells. */
  if (self->own_id != NULL && (first == 0 || !self->is_counted))
    {
      prepare (self, records, &prepared);
      if (first == 0)
        leadup_import_claims_tell (claims, prepared.hash);
      else if (!leadup_import_claims_is_same (claims, self->key, prepared.hash))
        first = part_from (self, claims, first);
    }
  if (first != 0)
    {
      g_autofree char *reason = g_strdup_printf (_ ("The same as line %u"), first);

      leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, self->line, self->title, reason,
                                  NULL, NULL);
      return;
    }

  submit_event (self, records, &prepared);
  /* Here it is counted, so that its count need not travel. */
  g_clear_pointer (&self->when, leadup_when_unref);
}
