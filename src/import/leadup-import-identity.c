/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-identity.h"

#include "base/leadup-text.h"
#include "import/leadup-import-hash.h"
#include "model/leadup-actor.h"
#include "model/leadup-candidate.h"
#include "model/leadup-category.h"
#include "model/leadup-phase.h"
#include "model/leadup-source.h"
#include "model/leadup-step.h"
#include "model/leadup-view.h"
#include "storage/leadup-json-value.h"

#include <string.h>

/* Characters of a title in a list of rows. */
#define TITLE_LENGTH 300

/* Of ids made here: 60 bits, as of those that leadup_record_make_id() makes. */
#define ID_DIGITS 12

/**
 * leadup_import_make_id:
 * @letter: that ids of the kind start with
 * @...: (nullable-terminated): texts that make out what it stands for
 *
 * Returns: (transfer full): a short id, the same for the same texts
 */
char *
leadup_import_make_id (int letter,
                       ...)
{
  char id[ID_DIGITS + 3] = { (char) letter, '-' };
  guint64 hash = 0;
  const char *text;
  va_list texts;

  va_start (texts, letter);
  while ((text = va_arg (texts, const char *)) != NULL)
    hash = leadup_import_hash_text (hash, text);
  va_end (texts);

  leadup_import_hash_write (hash, id + 2, ID_DIGITS);

  return g_strdup (id);
}

/**
 * leadup_import_dup_imported:
 * @record: an event of the story
 * @member: of what it remembers of its import: “format”, “id”, “set”, “was”, “date”
 *
 * Returns: (transfer full) (nullable): the text, where the event was imported and remembers it
 */
char *
leadup_import_dup_imported (LeadupRecord *record,
                            const char   *member)
{
  const char *extra = leadup_record_get_extra (record);
  LeadupJsonValue all, imported, value;

  g_return_val_if_fail (member != NULL, NULL);

  if (extra == NULL || *extra != '{')
    return NULL;

  all = (LeadupJsonValue) { extra, extra + strlen (extra) };
  if (!leadup_json_value_get_member (&all, "imported", &imported) ||
      !leadup_json_value_get_member (&imported, member, &value))
    return NULL;

  return leadup_json_value_dup_string (&value);
}

/**
 * leadup_import_dup_title:
 * @record: a record
 *
 * Returns: (transfer full): what people know it by, on one line; its id where it has no name
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

  if (leadup_text_is_blank (title))
    title = leadup_record_get_id (record);

  return leadup_text_single_line (title, TITLE_LENGTH);
}
