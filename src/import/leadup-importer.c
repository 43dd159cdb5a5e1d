/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-importer.h"

#include "import/leadup-article-importer.h"
#include "import/leadup-csv-importer.h"
#include "import/leadup-graph-importer.h"
#include "import/leadup-ical-importer.h"
#include "import/leadup-json-importer.h"
#include "import/leadup-markwhen-importer.h"
#include "import/leadup-story-importer.h"
#include "import/leadup-timelinejs-importer.h"
#include "import/leadup-xml-importer.h"

#include <glib/gi18n.h>
#include <string.h>

/* As much as tells what something is. */
#define SNIFF_BYTES ((gsize) 64 << 10)

/* The one place to add a format. */
static const LeadupImporter *const importers[] = {
  &leadup_article_importer,
  &leadup_story_importer,
  &leadup_json_importer,
  &leadup_timelinejs_importer,
  &leadup_csv_importer,
  &leadup_graph_importer,
  &leadup_ical_importer,
  &leadup_xml_importer,
  &leadup_markwhen_importer,
  NULL,
};

/* Returns: (transfer none) (array zero-terminated=1): all formats */
const LeadupImporter *const *
leadup_importers_get_all (void)
{
  return importers;
}

/* Returns: (nullable): the format of this id */
const LeadupImporter *
leadup_importers_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; importers[i] != NULL; i++)
    if (g_str_equal (importers[i]->id, id))
      return importers[i];

  return NULL;
}

/**
 * leadup_importers_detect:
 * @bytes: an input
 *
 * Asks each format how sure it is from the first bytes; a name is never looked at.
 *
 * Returns: (nullable): the format that is surest; %NULL where none can be it (a picture, a PDF,
 * nothing at all)
 */
const LeadupImporter *
leadup_importers_detect (GBytes *bytes)
{
  const LeadupImporter *best = NULL;
  const char *data;
  guint best_score = 0;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  for (guint i = 0; length > 0 && importers[i] != NULL; i++)
    {
      guint score = importers[i]->sniff (data, MIN (length, SNIFF_BYTES));

      if (score > best_score)
        {
          best = importers[i];
          best_score = score;
        }
    }

  return best;
}

/* Any thread. */
void
leadup_import_progress_tell (LeadupImportProgress *self,
                             gsize                 done,
                             gsize                 all)
{
  if (self != NULL && all > 0)
    g_atomic_int_set (&self->permille, (gint) ((double) done / (double) all * 1000));
}

/**
 * leadup_importers_advise:
 * @bytes: an input that is of no format
 *
 * Returns: (transfer none): what it is, where its first bytes tell, and what to do instead
 */
const char *
leadup_importers_advise (GBytes *bytes)
{
  static const struct
  {
    const char *start;
    const char *advice;
  } known[] = {
    { "PK\x03\x04", N_ ("It is a document of an office program: save a table as CSV there, and a text "
                        "as HTML or plain text") },
    { "\xd0\xcf\x11\xe0", N_ ("It is a document of an older office program: save a table as CSV there, "
                              "and a text as HTML or plain text") },
    { "%PDF", N_ ("It is a PDF: select its text and copy it, then paste it") },
  };
  gsize length;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length == 0)
    return _ ("The file is empty");
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (length >= strlen (known[i].start) &&
        memcmp (data, known[i].start, strlen (known[i].start)) == 0)
      return _ (known[i].advice);

  return _ ("It is in no format that can be read; articles (text or HTML), tables (CSV, JSON), "
            "calendars and stories can");
}
