/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-place.h"

#include "base/leadup-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Characters of an id in a message. */
#define MAX_ID 60

static void
append_path (const LeadupRecordPlace *self,
             GString                 *path)
{
  if (self->parent == NULL)
    return;

  append_path (self->parent, path);
  if (self->name == NULL)
    g_string_append_printf (path, "[%u]", self->index);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->name);
}

/* The id of the record, where it has one that can be shown. */
static char *
dup_id (const LeadupRecordOrigin *origin)
{
  LeadupJsonValue root, record, id;
  g_autofree char *text = NULL;

  leadup_json_scanner_get_root (origin->scanner, &root);
  if (origin->record == NULL || *origin->record != '{')
    return NULL;

  record.start = origin->record;
  record.end = leadup_json_skip_value (record.start, root.end);
  if (leadup_json_value_get_member (&record, "id", &id))
    text = leadup_json_value_dup_string (&id);

  return text != NULL ? leadup_text_single_line (text, MAX_ID) : NULL;
}

/* Sets an error that names line, record and member. Returns %FALSE. */
gboolean
leadup_record_place_fail (const LeadupRecordPlace *self,
                          LeadupError              code,
                          GError                 **error,
                          const char              *problem)
{
  const LeadupRecordOrigin *origin;
  g_autoptr (GString) path = NULL;
  g_autofree char *id = NULL;
  guint line;

  g_return_val_if_fail (self != NULL && problem != NULL, FALSE);

  origin = self->origin;
  path = g_string_new (NULL);
  id = dup_id (origin);
  line = leadup_json_scanner_get_line (origin->scanner, self->start);
  append_path (self, path);

  if (id != NULL && path->len > 0)
    /* Translators: line 7, event “e1”, “when.edtf”: what is wrong */
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s “%s”, “%s”: %s"), line,
                 _ (origin->label), id, path->str, problem);
  else if (id != NULL)
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s “%s”: %s"), line, _ (origin->label), id,
                 problem);
  else if (path->len > 0)
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s, “%s”: %s"), line, _ (origin->label),
                 path->str, problem);
  else
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s: %s"), line, _ (origin->label),
                 problem);

  return FALSE;
}

gboolean
leadup_record_place_fail_schema (const LeadupRecordPlace *self,
                                 GError                 **error,
                                 const char              *problem)
{
  return leadup_record_place_fail (self, LEADUP_ERROR_SCHEMA, error, problem);
}
