/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-kind.h"

#include "article/leadup-extract.h"

#include <string.h>

/* Longer ones are no names. */
#define MAX_BYTES 200

/**
 * leadup_import_guess_kind:
 * @name: of an actor, as a table has it
 *
 * Reads the name as an article would be read.
 *
 * Returns: the kind of the one actor that the whole name is; an organisation where that is not
 * known
 */
LeadupActorKind
leadup_import_guess_kind (const char *name)
{
  g_autoptr (LeadupArticle) article = NULL;
  gsize length;

  g_return_val_if_fail (name != NULL, LEADUP_ACTOR_KIND_ORGANISATION);

  length = strlen (name);
  if (length <= MAX_BYTES)
    article = leadup_article_read_text (name, length, NULL, NULL, NULL, NULL);

  for (guint i = 0; article != NULL && i < article->mentions->len; i++)
    {
      const LeadupMention *mention = &g_array_index (article->mentions, LeadupMention, i);

      if (mention->span.start == 0 && mention->span.end == length)
        return mention->kind;
    }

  return LEADUP_ACTOR_KIND_ORGANISATION;
}
