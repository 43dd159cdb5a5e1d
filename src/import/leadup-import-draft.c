/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-draft.h"

#include "base/leadup-text.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A row without a title is known by the beginning of its text. */
#define DRAWN_TITLE 80

static void
clear_actor (gpointer data)
{
  g_free (((LeadupImportActor *) data)->name);
}

static void
clear_source (gpointer data)
{
  LeadupImportSource *source = data;

  g_free (source->url);
  g_free (source->outlet);
  g_free (source->title);
  g_free (source->author);
  g_free (source->published);
  g_free (source->quote);
}

/* @format: id of the importer, static */
void
leadup_import_draft_init (LeadupImportDraft *self,
                          const char        *format)
{
  g_return_if_fail (self != NULL && format != NULL);

  *self = (LeadupImportDraft) {
    .format = format,
  };
  self->actors = g_array_new (FALSE, FALSE, sizeof (LeadupImportActor));
  g_array_set_clear_func (self->actors, clear_actor);
  self->sources = g_array_new (FALSE, FALSE, sizeof (LeadupImportSource));
  g_array_set_clear_func (self->sources, clear_source);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_string_new (NULL);
  leadup_import_draft_reset (self, 0);
}

/* Forgets the row before. */
void
leadup_import_draft_reset (LeadupImportDraft *self,
                           guint              line)
{
  g_return_if_fail (self != NULL);

  self->line = line;
  g_clear_pointer (&self->own_id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->category, g_free);
  g_clear_pointer (&self->when, leadup_when_unref);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->place, g_free);
  self->latitude = self->longitude = NAN;
  g_array_set_size (self->actors, 0);
  g_array_set_size (self->sources, 0);
  g_ptr_array_set_size (self->tags, 0);
  g_ptr_array_set_size (self->left_out, 0);
  g_string_truncate (self->kept, 0);
  self->verification = -1;
}

void
leadup_import_draft_clear (LeadupImportDraft *self)
{
  if (self->kept == NULL)
    return;

  leadup_import_draft_reset (self, 0);
  g_clear_pointer (&self->actors, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_string_free (self->kept, TRUE);
  self->kept = NULL;
}

/* @name: (transfer full) (nullable): forgotten where it is blank */
void
leadup_import_draft_take_actor (LeadupImportDraft *self,
                                char              *name,
                                int                kind,
                                int                role)
{
  g_autofree char *owned = name;
  LeadupImportActor actor = {
    .kind = kind,
    .role = role,
  };

  g_return_if_fail (self != NULL);

  if (leadup_text_is_blank (name))
    return;

  actor.name = leadup_text_single_line (name, LEADUP_STORY_MAX_TITLE);
  g_array_append_val (self->actors, actor);
}

/* Takes the texts of @source over, which is empty afterwards; forgets it where it names nothing. */
void
leadup_import_draft_take_source (LeadupImportDraft  *self,
                                 LeadupImportSource *source)
{
  g_return_if_fail (self != NULL && source != NULL);

  if (leadup_text_is_blank (source->url) && leadup_text_is_blank (source->outlet) &&
      leadup_text_is_blank (source->title))
    clear_source (source);
  else
    g_array_append_vals (self->sources, source, 1);
  *source = (LeadupImportSource) {
    NULL,
  };
}

/* All that the row says, to know it by. */
static char *
make_digest (LeadupImportDraft *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const char *texts[] = {
    self->own_id,
    self->title,
    self->summary,
    self->category,
    self->when != NULL ? leadup_when_get_edtf (self->when) : self->date,
    self->place,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (all, "%s\n", texts[i] != NULL ? texts[i] : "");
  for (guint i = 0; i < self->actors->len; i++)
    {
      const LeadupImportActor *actor = &g_array_index (self->actors, LeadupImportActor, i);

      g_string_append_printf (all, "actor %d %d %s\n", actor->kind, actor->role, actor->name);
    }
  for (guint i = 0; i < self->sources->len; i++)
    {
      const LeadupImportSource *source = &g_array_index (self->sources, LeadupImportSource, i);

      g_string_append_printf (all, "source %s %s %s %s\n", source->url != NULL ? source->url : "",
                              source->outlet != NULL ? source->outlet : "",
                              source->title != NULL ? source->title : "",
                              source->published != NULL ? source->published : "");
    }
  for (guint i = 0; i < self->tags->len; i++)
    g_string_append_printf (all, "tag %s\n", (const char *) g_ptr_array_index (self->tags, i));
  leadup_text_append_number (all, self->latitude);
  leadup_text_append_number (all, self->longitude);
  g_string_append_printf (all, "\n%d\n%s", self->verification, self->kept->str);

  return leadup_import_make_id ('d', all->str, NULL);
}

/* {"imported":{"format":"json","id":"7","digest":"d-…","date":"soon","row":{…}}} */
static char *
make_extra (LeadupImportDraft *self,
            const char        *digest)
{
  g_autoptr (GString) extra = NULL;
  gboolean has_date = self->when == NULL && self->date != NULL;

  if (self->own_id == NULL && self->kept->len == 0 && !has_date)
    return NULL;

  extra = g_string_new ("{\"imported\":{\"format\":");
  leadup_text_append_json (extra, self->format);
  if (self->own_id != NULL)
    {
      g_string_append (extra, ",\"id\":");
      leadup_text_append_json (extra, self->own_id);
    }
  g_string_append_printf (extra, ",\"digest\":\"%s\"", digest);
  if (has_date)
    {
      /* Whoever dates the event by hand wants to see it. */
      g_string_append (extra, ",\"date\":");
      leadup_text_append_json (extra, self->date);
    }
  if (self->kept->len > 0)
    g_string_append_printf (extra, ",\"row\":{%s}", self->kept->str);
  g_string_append (extra, "}}");

  return g_string_free (g_steal_pointer (&extra), FALSE);
}

static char *
make_reason (LeadupImportDraft *self)
{
  GString *reason = g_string_new (self->problem);

  for (guint i = 0; i < self->left_out->len; i++)
    {
      const char *name = g_ptr_array_index (self->left_out, i);

      if (i == 0)
        g_string_append_printf (reason, "%s%s “%s”", reason->len > 0 ? "; " : "", _ ("left out:"),
                                name);
      else
        g_string_append_printf (reason, ", “%s”", name);
    }

  return g_string_free (reason, reason->len == 0);
}

static GArray *
make_participants (LeadupImportDraft   *self,
                   LeadupImportRecords *records)
{
  GArray *participants = g_array_new (FALSE, FALSE, sizeof (LeadupParticipant));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->actors->len && i < LEADUP_STORY_MAX_LIST; i++)
    {
      const LeadupImportActor *actor = &g_array_index (self->actors, LeadupImportActor, i);
      LeadupActorFields fields = {
        .name = actor->name,
        .kind = actor->kind != LEADUP_IMPORT_ANY_KIND ? (LeadupActorKind) actor->kind : 0,
      };
      LeadupParticipant participant = {
        .actor = leadup_import_records_use_actor (records, &fields, actor->kind),
        .as = actor->name,
        .role = (LeadupRole) actor->role,
      };

      if (g_hash_table_add (seen, (gpointer) participant.actor))
        g_array_append_val (participants, participant);
    }

  return participants;
}

static GPtrArray *
make_evidence (LeadupImportDraft   *self,
               LeadupImportRecords *records)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->sources->len && i < LEADUP_STORY_MAX_LIST; i++)
    {
      const LeadupImportSource *own = &g_array_index (self->sources, LeadupImportSource, i);
      LeadupSourceFields source = {
        .url = own->url,
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

      g_ptr_array_add (evidence, leadup_evidence_new (&fields));
    }

  return evidence;
}

/* What people did to the event meanwhile and what the row says nothing of. */
static void
keep_edits (LeadupEventFields *fields,
            LeadupEvent       *before)
{
  const LeadupEventFields *own = leadup_event_get_fields (before);

  fields->importance = own->importance;
  fields->tone = own->tone;
  fields->notes = own->notes;
  fields->embargo = own->embargo;
  fields->also = own->also;
  fields->links = own->links;
  fields->n_links = own->n_links;
  fields->values = own->values;
  fields->n_values = own->n_values;
}

static LeadupEvent *
make_event (LeadupImportDraft   *self,
            LeadupImportRecords *records,
            LeadupRecord        *before,
            const char          *id,
            const char          *digest)
{
  g_autoptr (GArray) participants = make_participants (self, records);
  g_autoptr (GPtrArray) evidence = make_evidence (self, records);
  g_autofree char *extra = make_extra (self, digest);
  LeadupPlace place = {
    .name = self->place,
    .latitude = self->latitude,
    .longitude = self->longitude,
  };
  LeadupEventFields fields = {
    .id = id,
    .title = self->title,
    .summary = self->summary,
    .category = leadup_import_records_use_category (records, self->category),
    .when = self->when,
    .place = self->place != NULL || isfinite (self->latitude) ? &place : NULL,
    .participants = (const LeadupParticipant *) (gpointer) participants->data,
    .n_participants = participants->len,
    .evidence = (LeadupEvidence *const *) evidence->pdata,
    .n_evidence = evidence->len,
    .tone = NAN,
    .extra = extra,
  };

  if (self->verification >= 0)
    fields.verification = (LeadupVerification) self->verification;
  else
    fields.verification =
        evidence->len > 0 ? LEADUP_VERIFICATION_SINGLE_SOURCE : LEADUP_VERIFICATION_UNVERIFIED;
  if (before != NULL)
    keep_edits (&fields, LEADUP_EVENT (before));
  fields.verification = leadup_event_constrain_verification (&fields, g_get_real_time ());

  g_ptr_array_add (self->tags, NULL);
  fields.tags = (const char *const *) self->tags->pdata;

  return leadup_event_new (&fields);
}

/* Returns whether the story has what the row says. */
static gboolean
is_known (LeadupImportDraft *self,
          LeadupRecord      *before,
          const char        *digest)
{
  const char *extra;

  if (before == NULL)
    return FALSE;
  if (self->own_id == NULL)
    return TRUE; /* It is known by all that it says. */

  extra = leadup_record_get_extra (before);

  return extra != NULL && strstr (extra, digest) != NULL;
}

static char *
make_id (LeadupImportDraft   *self,
         LeadupImportRecords *records,
         const char          *digest)
{
  g_autofree char *claim = NULL;
  guint first;

  if (self->own_id == NULL)
    return leadup_import_make_id ('e', "row", digest, NULL);

  claim = leadup_import_make_id ('i', self->format, self->own_id, NULL);
  first = leadup_import_records_claim (records, claim, self->line);
  if (first == 0)
    return leadup_import_make_id ('e', self->format, self->own_id, NULL);

  /* Two rows with one id: the later one is known by what it says. */
  if (self->problem == NULL)
    self->problem =
        g_strdup_printf (_ ("Its id, “%s”, is that of line %u too"), self->own_id, first);
  g_clear_pointer (&self->own_id, g_free);

  return leadup_import_make_id ('e', "row", digest, NULL);
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
  g_autoptr (LeadupEvent) event = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *id = NULL;
  g_autofree char *reason = NULL;
  LeadupImportPlan *plan;
  LeadupRecord *before;
  guint first;

  g_return_if_fail (self != NULL && records != NULL);

  if (leadup_text_is_blank (self->title) && !leadup_text_is_blank (self->summary))
    {
      g_free (self->title);
      self->title = leadup_text_single_line (self->summary, DRAWN_TITLE);
    }
  if (leadup_text_is_blank (self->title))
    {
      leadup_import_plan_add_row (leadup_import_records_get_plan (records), LEADUP_IMPORT_REJECTED,
                                  self->line, NULL,
                                  _ ("It says nothing: neither a title nor a text"), NULL, NULL);
      return;
    }

  plan = leadup_import_records_get_plan (records);
  digest = make_digest (self);
  first = leadup_import_records_claim (records, digest, self->line);
  if (first != 0)
    {
      reason = g_strdup_printf (_ ("The same as line %u"), first);
      leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, self->line, self->title, reason,
                                  NULL, NULL);
      return;
    }

  id = make_id (self, records, digest);
  before = leadup_import_records_lookup (records, LEADUP_RECORD_EVENT, id);
  if (is_known (self, before, digest))
    {
      leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, self->line, self->title,
                                  _ ("The story has it already"), before, NULL);
      return;
    }

  /* An event that was merged into another one gets its changes there. */
  event = make_event (self, records, before, before != NULL ? leadup_record_get_id (before) : id,
                      digest);
  reason = make_reason (self);
  leadup_import_records_add_row (records, self->line, reason, LEADUP_RECORD (event));
}
