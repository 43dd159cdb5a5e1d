/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-story-writer.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "model/leadup-placement.h"
#include "storage/leadup-json-scanner.h"
#include "storage/leadup-record-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many records are written between two looks at the cancellable. */
#define STRIDE 256

typedef struct
{
  LeadupSnapshot *snapshot;
  GCancellable *cancellable;
} Job;

static gboolean
is_cancelled (const Job *job,
              guint      index)
{
  return index % STRIDE == 0 && g_cancellable_is_cancelled (job->cancellable);
}

static void
write_list (GString         *text,
            LeadupRecordKind kind,
            const Job       *job)
{
  guint n = leadup_snapshot_get_n (job->snapshot, kind);

  g_string_append_c (text, '[');
  for (guint i = 0; i < n && !is_cancelled (job, i); i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "\n");
      leadup_record_writer_append (text, leadup_snapshot_get (job->snapshot, kind, i));
    }
  g_string_append_c (text, ']');
}

static void
write_positions (GString   *text,
                 const Job *job)
{
  guint n = leadup_snapshot_get_n (job->snapshot, LEADUP_RECORD_PLACEMENT);

  g_string_append_c (text, '{');
  for (guint i = 0; i < n && !is_cancelled (job, i); i++)
    {
      const LeadupPlacementFields *fields = leadup_placement_get_fields (
          leadup_snapshot_get (job->snapshot, LEADUP_RECORD_PLACEMENT, i));

      g_string_append (text, i > 0 ? ",\n" : "\n");
      leadup_text_append_json (text, fields->id);
      g_string_append (text, ":[");
      leadup_text_append_number (text, fields->x);
      g_string_append_c (text, ',');
      leadup_text_append_number (text, fields->y);
      g_string_append (text, fields->is_pinned ? ",\"pinned\"]" : "]");
    }
  g_string_append_c (text, '}');
}

/* What stands at the top of the file beside the info. */
static gboolean
write_elsewhere (GString    *text,
                 const char *name,
                 gpointer    user_data)
{
  const Job *job = user_data;

  if (strcmp (name, "format") == 0)
    g_string_append (text, "\"leadup\"");
  else if (strcmp (name, "version") == 0)
    g_string_append_printf (text, "%d", LEADUP_STORY_VERSION);
  else if (strcmp (name, "positions") == 0)
    write_positions (text, job);

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    if (g_strcmp0 (leadup_record_shape_get_list (kind), name) == 0)
      write_list (text, kind, job);

  return TRUE;
}

/**
 * leadup_story_writer_write:
 * @snapshot: what to write
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Makes the text of a story file. The same snapshot always gives the same bytes: one record a line,
 * records by id, a newline at the end. Any thread.
 *
 * Returns: (transfer full) (nullable): the text; %NULL with %LEADUP_ERROR_LIMIT where it would be
 * too large to be read again
 */
GBytes *
leadup_story_writer_write (LeadupSnapshot *snapshot,
                           GCancellable   *cancellable,
                           GError        **error)
{
  g_autoptr (GString) text = NULL;
  Job job = { snapshot, cancellable };

  g_return_val_if_fail (snapshot != NULL, NULL);

  text = g_string_new (NULL);
  leadup_record_writer_append_with (text, LEADUP_RECORD (leadup_snapshot_get_info (snapshot)),
                                    write_elsewhere, &job);
  g_string_append_c (text, '\n');

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (text->len > LEADUP_JSON_MAX_BYTES)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("The story is larger than 512 MiB; split it into several"));
      return NULL;
    }

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
