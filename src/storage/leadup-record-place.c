/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-place.h"

#include <glib/gi18n.h>

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

/* Finds where it stands in the text. */
void
leadup_record_place_locate (LeadupRecordPlace *self)
{
  LeadupRecordPlace *parent = self->parent;

  if (self->is_located)
    return;

  leadup_record_place_locate (parent);
  self->slice = parent->slice;
  self->is_located = TRUE;
  if (self->name != NULL)
    {
      leadup_json_value_get_member (&parent->slice, self->name, &self->slice);
      return;
    }

  if (!parent->is_walked)
    {
      leadup_json_iter_init (&parent->iter, &parent->slice);
      parent->is_walked = TRUE;
    }
  while (parent->n_walked <= self->index &&
         leadup_json_iter_next (&parent->iter, NULL, &self->slice))
    parent->n_walked++;
}

/* Sets an error that names line, record and member. Returns %FALSE. */
gboolean
leadup_record_place_fail (LeadupRecordPlace *self,
                          LeadupError        code,
                          GError           **error,
                          const char        *problem)
{
  const LeadupRecordOrigin *origin;
  g_autoptr (GString) path = NULL;
  guint line;

  g_return_val_if_fail (self != NULL && problem != NULL, FALSE);

  origin = self->origin;
  path = g_string_new (NULL);
  leadup_record_place_locate (self);
  line = leadup_json_scanner_get_line (origin->scanner, self->slice.start);
  append_path (self, path);

  if (origin->id != NULL && path->len > 0)
    /* Translators: line 7, event “e1”, “when.edtf”: what is wrong */
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s “%s”, “%s”: %s"), line,
                 _ (origin->label), origin->id, path->str, problem);
  else if (origin->id != NULL)
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s “%s”: %s"), line, _ (origin->label),
                 origin->id, problem);
  else if (path->len > 0)
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s, “%s”: %s"), line, _ (origin->label),
                 path->str, problem);
  else
    g_set_error (error, LEADUP_ERROR, code, _ ("Line %u, %s: %s"), line, _ (origin->label),
                 problem);

  return FALSE;
}

gboolean
leadup_record_place_fail_schema (LeadupRecordPlace *self,
                                 GError           **error,
                                 const char        *problem)
{
  return leadup_record_place_fail (self, LEADUP_ERROR_SCHEMA, error, problem);
}
