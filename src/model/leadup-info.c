/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-info.h"

#include "model/leadup-record-private.h"

struct _LeadupInfo
{
  LeadupRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LeadupInfo, leadup_info, LEADUP_TYPE_RECORD)

static void
pack_info (LeadupArena *arena, gpointer data)
{
  LeadupInfoFields *fields = data;

  if (fields->title == NULL)
    fields->title = "";
  if (fields->zone == NULL)
    fields->zone = "UTC";
  if (fields->language == NULL)
    fields->language = "";

  leadup_arena_keep_string (arena, &fields->title);
  leadup_arena_keep_string (arena, &fields->zone);
  leadup_arena_keep_string (arena, &fields->language);
  leadup_arena_keep_string (arena, &fields->chart_title);
  leadup_arena_keep_string (arena, &fields->chart_subtitle);
  leadup_arena_keep_string (arena, &fields->chart_byline);
  leadup_arena_keep_string (arena, &fields->chart_source_line);
  leadup_arena_keep_string (arena, &fields->chart_alt);
  leadup_arena_keep_string (arena, &fields->chart_notes);
  leadup_arena_keep_string (arena, &fields->extra);
  leadup_arena_keep_string (arena, &fields->chart_extra);
  leadup_arena_keep_string (arena, &fields->graph_extra);
}

static const char *
get_id (LeadupRecord *record)
{
  return LEADUP_INFO_ID;
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_info_get_fields (LEADUP_INFO (record))->extra;
}

static void
leadup_info_class_init (LeadupInfoClass *klass)
{
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  record_class->kind = LEADUP_RECORD_INFO;
  record_class->get_id = get_id;
  record_class->get_extra = get_extra;
}

static void
leadup_info_init (LeadupInfo *self)
{
}

/**
 * leadup_info_new:
 * @fields: what the record holds; copied
 *
 * The title and the language default to "", the zone to “UTC”.
 *
 * Returns: (transfer full): the record
 */
LeadupInfo *
leadup_info_new (const LeadupInfoFields *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);

  return leadup_record_new_packed (LEADUP_TYPE_INFO, fields, sizeof *fields, pack_info);
}

/**
 * leadup_info_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupInfoFields *
leadup_info_get_fields (LeadupInfo *self)
{
  g_return_val_if_fail (LEADUP_IS_INFO (self), NULL);

  return leadup_record_get_block (self);
}
