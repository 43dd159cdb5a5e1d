/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-name-run.h"

#include <string.h>

/* Of a name that is written with a hyphen. */
#define MAX_SYLLABLE 6

static gboolean
is_particle (const LeadupNameReader *self,
             guint32                 at)
{
  if (at < self->end && leadup_name_tables_is_particle (&self->tokens[at]))
    return TRUE;

  return leadup_name_reader_is (self, at, "as") && leadup_name_reader_is (self, at + 1, "-");
}

/**
 * leadup_name_run_is_syllable:
 * @self: a reader
 * @at: a token
 *
 * Returns: whether it ends a given name behind a family name: “hung” of “Lin Kuan-hung”
 */
gboolean
leadup_name_run_is_syllable (const LeadupNameReader *self,
                             guint32                 at)
{
  return at >= self->first + 3 && at < self->end &&
         self->tokens[at].kind == LEADUP_TOKEN_WORD && !self->tokens[at].is_capitalised &&
         strlen (self->tokens[at].folded) <= MAX_SYLLABLE &&
         leadup_name_reader_is (self, at - 1, "-") &&
         self->tokens[at].span.start == self->tokens[at - 1].span.end &&
         self->tokens[at - 1].span.start == self->tokens[at - 2].span.end &&
         self->tokens[at - 2].is_capitalised && self->tokens[at - 3].is_capitalised &&
         leadup_name_reader_has_row (self, self->tables.family_names, at - 3);
}

/* What joins words of a name in lower case: “de”, “al-”, “bin”. */
static guint32
connector_end (const LeadupNameReader *self,
               guint32                 at)
{
  guint32 next = at;

  if (at >= self->end)
    return at;

  if (leadup_name_run_is_syllable (self, at + 1))
    return at + 2;
  /* “People's Republic”. */
  if (leadup_name_reader_is (self, at, "'s") && leadup_name_reader_is (self, at - 1, "people") &&
      self->tokens[at - 1].is_capitalised && leadup_name_reader_is_name (self, at + 1))
    return at + 1;
  if (leadup_name_reader_is (self, at, "-") && self->tokens[at].span.start == self->tokens[at - 1].span.end)
    {
      if (leadup_name_reader_is_name (self, at + 1))
        return at + 1;
      /* “Tehreek-e-Taliban”. */
      if ((leadup_name_reader_is (self, at + 1, "e") || leadup_name_reader_is (self, at + 1, "i")) &&
          leadup_name_reader_is (self, at + 2, "-") && leadup_name_reader_is_name (self, at + 3))
        return at + 3;
      /* “Deir al-Zor”, “Al-qaida”. */
      return is_particle (self, at + 1) && leadup_name_reader_is (self, at + 2, "-") && leadup_name_reader_is_name (self, at + 3)
                 ? at + 3
                 : at;
    }

  /* “Hands Without Borders”. */
  if (self->tokens[at].is_capitalised && leadup_name_reader_is (self, at, "without") && leadup_name_reader_is_name (self, at + 1) &&
      !self->is_headline)
    return at + 1;
  /* “Farmers’ Union”. */
  if (leadup_name_reader_is (self, at, "'") && self->tokens[at].span.start == self->tokens[at - 1].span.end &&
      g_str_has_suffix (self->tokens[at - 1].folded, "s") && leadup_name_reader_is_name (self, at + 1) &&
      leadup_name_reader_has_row (self, self->tables.organisation_nouns, at + 1))
    return at + 1;
  if (!is_particle (self, at))
    return at;

  next = at + 1;
  if (leadup_name_reader_is (self, next, "-"))
    next++;
  if (leadup_name_reader_is (self, next, "la") || leadup_name_reader_is (self, next, "los"))
    next++;

  return leadup_name_reader_is_name (self, next) ? next : at;
}

/**
 * leadup_name_run_find_end:
 * @self: a reader
 * @at: the first word of a name
 *
 * Returns: the token behind the run of words in capitals, and of what joins them
 */
guint32
leadup_name_run_find_end (const LeadupNameReader *self,
                          guint32                 at)
{
  const LeadupLexiconRow *title =
      leadup_lexicon_table_match (self->tables.titles, &self->tokens[at], self->end - at);
  guint32 end = at + (title != NULL ? title->n_words : 1);

  while (end < self->end)
    {
      guint32 next;

      /* A line that ends ends a name. */
      if (leadup_name_reader_is_name (self, end) && !self->tokens[end].starts_sentence)
        {
          /* “U.S. Secretary of Defense”. */
          title = leadup_lexicon_table_match (self->tables.titles, &self->tokens[end],
                                              self->end - end);
          end += title != NULL ? title->n_words : 1;
          continue;
        }
      next = connector_end (self, end);
      if (next == end)
        break;
      end = next;
    }

  return end;
}

/* “Malian” of “the 5th Brigade of the Malian army”, but not of “the Bank of Scottish Widows”. */
static gboolean
is_of_nation (const LeadupNameReader *self,
              guint32                 at)
{
  return leadup_name_reader_has_row (self, self->tables.demonyms, at) && at + 1 < self->end &&
         !self->tokens[at + 1].is_capitalised && self->grammar[at + 1].tag == LEADUP_TAG_NOUN;
}

/**
 * leadup_name_run_extend:
 * @self: a reader
 * @first: the first word of a run
 * @end: the token behind it
 *
 * Returns: the token behind what a head noun with “of” brings along (“Ministry of Foreign
 * Affairs”, “Gulf of Aden”); @end if there is nothing
 */
guint32
leadup_name_run_extend (const LeadupNameReader *self,
                        guint32                 first,
                        guint32                 end)
{
  guint32 at = end;
  guint32 first_of;
  gboolean is_head = FALSE;

  if (!leadup_name_reader_is (self, end, "of") && !leadup_name_reader_is (self, end, "for"))
    return end;
  for (guint32 i = first; i < end && !is_head; i++)
    is_head = leadup_name_reader_has_row (self, self->tables.organisation_nouns, i) ||
              leadup_name_reader_has_row (self, self->tables.place_nouns, i);
  if (!is_head)
    return end;

  at++;
  if (leadup_name_reader_is (self, at, "the"))
    at++;
  if (!leadup_name_reader_is_name (self, at) || is_of_nation (self, at))
    return end;
  first_of = at;
  at = leadup_name_run_find_end (self, at);
  /* “Government of the Republic of Chad”. */
  if (at == first_of + 1 && leadup_name_reader_is (self, at, "of") && leadup_name_reader_is_name (self, at + 1) &&
      (leadup_name_reader_has_row (self, self->tables.place_nouns, first_of) || leadup_name_reader_is (self, end, "for")))
    return leadup_name_run_find_end (self, at + 1);
  while ((leadup_name_reader_is (self, at, "and") || leadup_name_reader_is (self, at, "&")) && leadup_name_reader_is_name (self, at + 1) &&
         leadup_name_reader_has_row (self, self->tables.organisation_nouns, first) &&
         leadup_name_reader_get_fact (self, at + 1)->primary == 'n')
    at = leadup_name_run_find_end (self, at + 1);

  return at;
}
