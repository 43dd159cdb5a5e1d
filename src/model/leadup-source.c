/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-source.h"

#include "base/leadup-edtf.h"
#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "model/leadup-record-private.h"

struct _LeadupSource
{
  LeadupRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LeadupSource, leadup_source, LEADUP_TYPE_RECORD)

static void
pack_source (LeadupArena *arena, gpointer data)
{
  LeadupSourceFields *fields = data;

  leadup_arena_keep_string (arena, &fields->id);
  leadup_arena_keep_string (arena, &fields->outlet);
  leadup_arena_keep_string (arena, &fields->title);
  leadup_arena_keep_string (arena, &fields->author);
  leadup_arena_keep_string (arena, &fields->url);
  leadup_arena_keep_string (arena, &fields->archived_url);
  leadup_arena_keep_string (arena, &fields->published);
  leadup_arena_keep_string (arena, &fields->retrieved);
  leadup_arena_keep_string (arena, &fields->language);
  leadup_arena_keep_string (arena, &fields->sha256);
  leadup_arena_keep_string (arena, &fields->text);
  leadup_arena_keep_strv (arena, &fields->also);
  leadup_arena_keep_string (arena, &fields->extra);
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_source_get_fields (LEADUP_SOURCE (record))->extra;
}

static void
leadup_source_class_init (LeadupSourceClass *klass)
{
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  record_class->kind = LEADUP_RECORD_SOURCE;
  record_class->get_extra = get_extra;
}

static void
leadup_source_init (LeadupSource *self)
{
}

/**
 * leadup_source_new:
 * @fields: what the record holds; copied
 *
 * Returns: (transfer full): the record
 */
LeadupSource *
leadup_source_new (const LeadupSourceFields *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);

  return leadup_record_new_packed (LEADUP_TYPE_SOURCE, fields, sizeof *fields, pack_source);
}

/**
 * leadup_source_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupSourceFields *
leadup_source_get_fields (LeadupSource *self)
{
  g_return_val_if_fail (LEADUP_IS_SOURCE (self), NULL);

  return leadup_record_get_block (self);
}

/**
 * leadup_source_dup_day:
 * @self: a source
 *
 * Returns: (transfer full) (nullable): the day when it was published, as people write it; what
 * cannot be read as one is shown as it stands
 */
char *
leadup_source_dup_day (LeadupSource *self)
{
  const LeadupSourceFields *fields;
  g_autofree char *iso = NULL;
  g_autoptr (LeadupWhen) when = NULL;

  g_return_val_if_fail (LEADUP_IS_SOURCE (self), NULL);

  fields = leadup_record_get_block (self);
  if (leadup_text_is_blank (fields->published))
    return NULL;

  /* The time of day is left out. */
  iso = g_utf8_substring (fields->published, 0, MIN (g_utf8_strlen (fields->published, -1), 10));
  when = leadup_when_new_from_edtf (iso, NULL);

  return when != NULL ? leadup_when_format (when, LEADUP_WHEN_STYLE_SHORT)
                      : g_strdup (fields->published);
}

/**
 * leadup_source_dup_label:
 * @self: a source
 *
 * A short name for lists and captions: “Outlet, 19 Dec 2025”, or what is known instead of it.
 *
 * Returns: (transfer full): the label; never empty
 */
char *
leadup_source_dup_label (LeadupSource *self)
{
  const LeadupSourceFields *fields;
  g_autofree char *day = NULL;
  const char *name = NULL;

  g_return_val_if_fail (LEADUP_IS_SOURCE (self), NULL);

  fields = leadup_record_get_block (self);
  if (!leadup_text_is_blank (fields->outlet))
    name = fields->outlet;
  else if (!leadup_text_is_blank (fields->title))
    name = fields->title;
  else if (!leadup_text_is_blank (fields->url))
    name = fields->url;
  else
    name = fields->id;

  day = leadup_source_dup_day (self);

  return day != NULL ? g_strdup_printf ("%s, %s", name, day) : g_strdup (name);
}

/* Returns: the first moment of what is said of its publication; %LEADUP_INSTANT_MAX where nothing
 * is said */
LeadupInstant
leadup_source_get_published (LeadupSource *self)
{
  const LeadupSourceFields *fields;
  LeadupEdtf edtf;

  g_return_val_if_fail (LEADUP_IS_SOURCE (self), LEADUP_INSTANT_MAX);

  fields = leadup_source_get_fields (self);
  if (fields->published == NULL ||
      !leadup_edtf_parse (fields->published, LEADUP_PART_NONE, &edtf, NULL) ||
      edtf.bounds.start_earliest == LEADUP_INSTANT_MIN)
    return LEADUP_INSTANT_MAX;

  return edtf.bounds.start_earliest;
}
