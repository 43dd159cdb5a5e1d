/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-xml-importer.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-import-table.h"
#include "import/leadup-import-text.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <string.h>

/* GMarkup reads no document types and no entities but the five of XML: nothing can grow. What is
 * deeper than this is no timeline. */
#define MAX_DEPTH 64

/**
 * Reading:
 * @depth: of open elements
 * @row_depth: depth of the event or era that is open, or 0
 * @row: what it says: names and texts, one after the other
 * @child: (nullable): name of the element in it that is open
 * @text: of @child, or of the event itself
 */
typedef struct
{
  const LeadupImportInput *input;
  GCancellable *cancellable;
  LeadupImportTable *table;
  guint depth;
  guint row_depth;
  guint line;
  gboolean is_era;
  GPtrArray *row;
  char *child;
  GString *text;
} Reading;

static guint
sniff (const char *bytes,
       gsize       length)
{
  if (g_strstr_len (bytes, (gssize) length, "<timeline>") != NULL &&
      g_strstr_len (bytes, (gssize) length, "<!DOCTYPE html") == NULL)
    return 90;
  if (g_strstr_len (bytes, (gssize) length, "<data") != NULL &&
      g_strstr_len (bytes, (gssize) length, "<event ") != NULL)
    return 90;

  return 0;
}

static void
add_cell (Reading    *self,
          const char *name,
          const char *text)
{
  if (self->row->len >= 2 * LEADUP_IMPORT_MAX_COLUMNS || leadup_text_is_blank (text))
    return;

  g_ptr_array_add (self->row, g_strdup (name));
  g_ptr_array_add (self->row, leadup_text_make_valid (text, -1, LEADUP_STORY_MAX_STRING));
}

static void
start_element (GMarkupParseContext *context,
               const char          *name,
               const char         **attributes,
               const char         **values,
               gpointer             data,
               GError             **error)
{
  Reading *self = data;
  int line;

  if (++self->depth > MAX_DEPTH)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("elements within elements, more than 64 deep"));
      return;
    }
  if (self->row_depth == 0 && (g_str_equal (name, "event") || g_str_equal (name, "era")))
    {
      g_markup_parse_context_get_position (context, &line, NULL);
      self->row_depth = self->depth;
      self->line = (guint) line;
      self->is_era = g_str_equal (name, "era");
      g_ptr_array_set_size (self->row, 0);
      for (guint i = 0; attributes[i] != NULL; i++)
        add_cell (self, attributes[i], values[i]);
      g_string_truncate (self->text, 0);
    }
  else if (self->row_depth > 0 && self->depth == self->row_depth + 1)
    {
      self->child = g_strdup (name);
      g_string_truncate (self->text, 0);
    }
}

static void
end_row (Reading *self,
         GError **error)
{
  LeadupImportMapper *mapper = leadup_import_table_get_mapper (self->table);

  self->row_depth = 0;
  if (!leadup_import_table_begin_row (self->table, self->line, self->cancellable, error))
    return;

  if (self->is_era)
    add_cell (self, "kind", "era");
  for (guint i = 0; i < self->row->len; i += 2)
    leadup_import_table_set_text (
        self->table, leadup_import_mapper_add_column (mapper, g_ptr_array_index (self->row, i)),
        g_ptr_array_index (self->row, i + 1));
  leadup_import_table_end_row (self->table);
}

static void
end_element (GMarkupParseContext *context,
             const char          *name,
             gpointer             data,
             GError             **error)
{
  Reading *self = data;

  if (self->row_depth > 0 && self->depth == self->row_depth + 1)
    {
      add_cell (self, self->child, self->text->str);
      g_clear_pointer (&self->child, g_free);
      g_string_truncate (self->text, 0);
    }
  else if (self->row_depth > 0 && self->depth == self->row_depth)
    {
      add_cell (self, "description", self->text->str);
      end_row (self, error);
    }
  self->depth--;
}

static void
add_text (GMarkupParseContext *context,
          const char          *text,
          gsize                length,
          gpointer             data,
          GError             **error)
{
  Reading *self = data;

  if (self->row_depth > 0 && self->text->len + length <= LEADUP_STORY_MAX_STRING)
    g_string_append_len (self->text, text, (gssize) length);
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autoptr (GBytes) bytes = leadup_import_text_decode (input->bytes, error);
  g_autoptr (LeadupImportMapping) mapping = NULL;
  g_autoptr (LeadupImportTable) table = NULL;
  g_autoptr (GPtrArray) row = NULL;
  g_autoptr (GString) text = NULL;
  Reading self = { .input = input, .cancellable = cancellable };
  gboolean is_ok;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  mapping = input->mapping != NULL ? leadup_import_mapping_ref (input->mapping)
                                   : leadup_import_mapping_get_preset ("timeline-xml");
  table = leadup_import_table_new (input, mapping, leadup_xml_importer.id);
  row = g_ptr_array_new_with_free_func (g_free);
  text = g_string_new (NULL);
  self.table = table;
  self.row = row;
  self.text = text;
  is_ok = leadup_import_text_parse_markup (&parser, &self, bytes, error);
  g_free (self.child);

  return is_ok ? leadup_import_table_finish (table) : NULL;
}

static const char *const content_types[] = { "application/xml", "text/xml", NULL };

const LeadupImporter leadup_xml_importer = {
  .id = "xml",
  .label = N_ ("Timeline as XML"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
};
