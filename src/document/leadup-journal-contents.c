/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/leadup-journal-contents.h"

#include "document/leadup-journal-line.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"

/**
 * Description:
 *
 * What stands in a line about the file.
 */
typedef struct
{
  guint mark;
  GFile *file;
  LeadupEtag etag;
  char *title;
  gboolean is_modified;
} Description;

/**
 * Line:
 *
 * One line of the journal, in place.
 */
typedef struct
{
  LeadupJournalLineType type;
  const char *payload;
  gsize length;
} Line;

static void
description_clear (Description *description)
{
  g_clear_object (&description->file);
  g_clear_pointer (&description->title, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Description, description_clear)

static char *
get_string (const LeadupJsonValue *object, const char *name)
{
  LeadupJsonValue value;

  if (!leadup_json_value_get_member (object, name, &value))
    return NULL;

  return leadup_json_value_dup_string (&value);
}

static gboolean
describe (const Line  *line,
          Description *description)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (line->payload, line->length);
  g_autoptr (LeadupJsonScanner) scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, NULL);
  g_autofree char *uri = NULL;
  g_autofree char *etag = NULL;
  LeadupJsonValue root, value;
  double mark = 0;

  if (scanner == NULL)
    return FALSE;

  leadup_json_scanner_get_root (scanner, &root);
  if (leadup_json_value_get_member (&root, "mark", &value))
    leadup_json_value_get_number (&value, &mark);
  if (mark < 0 || mark > G_MAXUINT)
    return FALSE;

  description->mark = (guint) mark;
  description->title = get_string (&root, "title");
  description->is_modified = leadup_json_value_get_member (&root, "modified", &value);
  uri = get_string (&root, "uri");
  if (uri != NULL)
    description->file = g_file_new_for_uri (uri);
  etag = get_string (&root, "etag");

  return etag == NULL || leadup_etag_from_string (&description->etag, etag);
}

static GArray *
read_lines (GBytes *journal)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gsize size;
  const char *at = g_bytes_get_data (journal, &size);
  const char *end = at + size;
  Line line;

  while (size > 0 && leadup_journal_line_read (&at, end, &line.type, &line.payload, &line.length))
    g_array_append_val (lines, line);

  return lines;
}

static gboolean
holds (GFile            *file,
       const LeadupEtag *etag)
{
  g_autoptr (GBytes) bytes = NULL;
  LeadupEtag now;

  bytes = leadup_file_reader_read (file, LEADUP_JSON_MAX_BYTES, &now, NULL, NULL);

  return bytes != NULL && leadup_etag_same_content (etag, &now);
}

static guint
find_mark (GArray *lines,
           guint   mark)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_auto (Description) description = { 0 };

      if (line->type == LEADUP_JOURNAL_MARK && describe (line, &description) &&
          description.mark == mark)
        return i + 1;
    }

  return 0;
}

/* A save that the journal announced, and that the file shows to have happened, makes the edits up
 * to its mark part of the file. Returns the first line behind them, or 0. */
static guint
find_saved (LeadupJournalContents *self,
            GArray                *lines)
{
  for (guint i = lines->len; i > 0; i--)
    {
      const Line *line = &g_array_index (lines, Line, i - 1);
      g_auto (Description) description = { 0 };
      guint behind;

      if (line->type != LEADUP_JOURNAL_SAVING || !describe (line, &description) ||
          description.file == NULL || !holds (description.file, &description.etag))
        continue;

      behind = find_mark (lines, description.mark);
      if (behind == 0)
        continue;

      g_set_object (&self->file, description.file);
      self->etag = description.etag;
      return behind;
    }

  return 0;
}

/**
 * leadup_journal_contents_read:
 * @journal: the bytes of a journal
 *
 * Reads a journal up to the first line that is torn or spoilt, and looks at the file which it
 * speaks of.
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL where not even its beginning can be
 * read
 */
LeadupJournalContents *
leadup_journal_contents_read (GBytes *journal)
{
  g_autoptr (LeadupJournalContents) self = NULL;
  g_autoptr (GArray) lines = NULL;
  g_auto (Description) start = { 0 };
  guint from;

  g_return_val_if_fail (journal != NULL, NULL);

  lines = read_lines (journal);
  if (lines->len == 0 || g_array_index (lines, Line, 0).type != LEADUP_JOURNAL_START ||
      !describe (&g_array_index (lines, Line, 0), &start))
    return NULL;

  self = g_new0 (LeadupJournalContents, 1);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->title = g_strdup (start.title != NULL ? start.title : "");

  from = find_saved (self, lines);
  if (from == 0)
    {
      g_set_object (&self->file, start.file);
      self->etag = start.etag;
      self->is_modified = start.is_modified;
      self->is_changed = start.file != NULL && !holds (start.file, &start.etag);
    }
  for (guint i = from; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      gsize offset = (gsize) (line->payload - (const char *) g_bytes_get_data (journal, NULL));

      if (line->type == LEADUP_JOURNAL_EDIT)
        g_ptr_array_add (self->edits, g_bytes_new_from_bytes (journal, offset, line->length));
      else if (line->type == LEADUP_JOURNAL_FULL && self->full == NULL)
        self->full = g_bytes_new_from_bytes (journal, offset, line->length);
    }

  return g_steal_pointer (&self);
}

void
leadup_journal_contents_free (LeadupJournalContents *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->file);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->full, g_bytes_unref);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_free (self);
}
