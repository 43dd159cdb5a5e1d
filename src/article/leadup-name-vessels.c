/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-name-vessels.h"

#include "base/leadup-text.h"

void
leadup_name_vessels_init (LeadupNameVessels *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last_end = G_MAXUINT32;
}

void
leadup_name_vessels_clear (LeadupNameVessels *self)
{
  g_clear_pointer (&self->names, g_hash_table_unref);
}

/* Whether what stands before the name [at, end) says that it is that of a ship: “the frigate
 * Sarena”, “two boats, the Hvalen and the Sterna”. */
static gboolean
is_called_vessel (const LeadupNameVessels *self,
                  const LeadupNameReader  *reader,
                  guint32                  at,
                  guint32                  end)
{
  guint32 before = at - 1;
  gboolean has_article = FALSE;

  if (at <= reader->first + 1)
    return FALSE;
  /* “the Liberian-flagged Sarena”. */
  if (leadup_name_reader_is (reader, before, "flagged"))
    return TRUE;
  if (leadup_name_reader_is (reader, before, "the"))
    {
      has_article = TRUE;
      before--;
    }
  /* “the frigates Sarena and Poe”. */
  if ((has_article || self->is_several) && before == self->last_end && before > reader->first &&
      (leadup_name_reader_is (reader, before, "and") ||
       leadup_name_reader_is (reader, before, ",")))
    return TRUE;
  /* “the Sarena 39,”. */
  if (end < reader->end && reader->tokens[end].kind == LEADUP_TOKEN_NUMBER)
    end++;
  if (has_article)
    {
      if (!leadup_name_reader_is (reader, before, ",") || before == reader->first ||
          !(leadup_name_reader_is (reader, end, ",") || leadup_name_reader_is (reader, end, "and")))
        return FALSE;
      before--;
    }

  return !reader->tokens[before].is_capitalised &&
         leadup_name_reader_has_row (reader, reader->tables.vessels, before);
}

/* “the frigate Limnos”: right behind the noun for one ship, a name that is that of a place, too. */
static gboolean
is_right_behind (const LeadupNameReader *reader,
                 guint32                 at)
{
  return at > reader->first + 1 &&
         !g_str_has_suffix (reader->tokens[at - 1].folded, "s") &&
         leadup_name_reader_has_row (reader, reader->tables.vessels, at - 1);
}

/**
 * leadup_name_vessels_take:
 * @self: the ships of a text so far
 * @reader: the reader, at the sentence
 * @at: first word of a run of capitalised words
 * @end: token behind its last
 *
 * Returns: whether the run is the name of a ship, which does nothing by itself
 */
gboolean
leadup_name_vessels_take (LeadupNameVessels      *self,
                          const LeadupNameReader *reader,
                          guint32                 at,
                          guint32                 end)
{
  LeadupSpan span = { reader->tokens[at].span.start, reader->tokens[end - 1].span.end };
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  const LeadupLexiconRow *row;
  gboolean is_called = is_called_vessel (self, reader, at, end);

  if (!is_called && g_hash_table_size (self->names) == 0)
    return FALSE;
  words = leadup_article_dup_span (reader->article, span);
  name = leadup_text_lower (words);
  if (g_hash_table_contains (self->names, name))
    return TRUE;
  if (!is_called ||
      (!is_right_behind (reader, at) &&
       leadup_name_tables_match (&reader->tables, &reader->tokens[at], reader->end - at, &row) !=
           LEADUP_NAME_NONE &&
       row->n_words >= end - at))
    return FALSE;
  g_hash_table_add (self->names, g_steal_pointer (&name));
  self->last_end = end;
  self->is_several = g_str_has_suffix (reader->tokens[at - 1].folded, "s") ||
                     (self->is_several && !reader->tokens[at - 1].is_capitalised &&
                      (leadup_name_reader_is (reader, at - 1, "and") ||
                       leadup_name_reader_is (reader, at - 1, ",")));

  return TRUE;
}
