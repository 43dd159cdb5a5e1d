/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-headline-tagger.h"

/**
 * leadup_headline_tagger_is_plural:
 * @word: (not nullable): a word in small letters
 *
 * Whether a word ends as many do: “buses”, “workers”; no “bus”, “press” or “crisis”.
 *
 * Returns: whether it is so
 */
gboolean
leadup_headline_tagger_is_plural (const char *word)
{
  return g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "us") &&
         !g_str_has_suffix (word, "ss") && !g_str_has_suffix (word, "is");
}

/**
 * leadup_headline_tagger_names_violence:
 * @self: the tagger, at a clause
 * @at: a token of it
 *
 * Whether a bare form says that somebody was attacked: “bomb”, “ambush”.
 *
 * Returns: whether it is so
 */
gboolean
leadup_headline_tagger_names_violence (const LeadupTagger *self,
                                       guint32             at)
{
  const LeadupLexiconRow *row =
      leadup_lexicon_table_find_word (self->facts->verbs, self->tokens[at].word);

  return row != NULL && !self->tokens[at].is_capitalised &&
         strcmp (row->columns[LEADUP_VERB_PLOVER], "ASSAULT") == 0;
}

/* “Gunmen free 38 hostages”, “Rebels retake town”: in a headline, a deed of people. */
static gboolean
is_deed_in_headline (const LeadupTagger *self,
                     guint32             at)
{
  const LeadupLexiconRow *row =
      leadup_lexicon_table_find_word (self->facts->verbs, self->tokens[at].word);
  const char *who = at > self->first ? self->tokens[at - 1].folded : "";
  const char *plover = row != NULL ? row->columns[LEADUP_VERB_PLOVER] : "";

  return self->tokens[self->end - 1].kind == LEADUP_TOKEN_WORD && at <= self->first + 3 &&
         !self->tokens[at].is_capitalised &&
         (strcmp (plover, "ASSAULT") == 0 || strcmp (plover, "RETREAT") == 0 ||
          strcmp (plover, "COERCE") == 0) &&
         (leadup_tagger_get_fact (self, at)->forms & LEADUP_FORM_BASE) != 0 &&
         (g_str_has_suffix (who, "men") || leadup_headline_tagger_is_plural (who)) &&
         (leadup_tagger_opens_phrase (self, at + 1) || leadup_tagger_is_noun_like (self, at + 1));
}

/**
 * leadup_headline_tagger_is_deed_of_many:
 * @self: the tagger, at a clause
 * @at: a token of it
 *
 * Whether a word that names violence follows many, or a name, and has its object after it.
 *
 * Returns: whether it is so
 */
gboolean
leadup_headline_tagger_is_deed_of_many (const LeadupTagger *self,
                                        guint32             at)
{
  LeadupTag before = at > self->first ? (LeadupTag) self->grammar[at - 1].tag : LEADUP_TAG_BREAK;
  gboolean is_many =
      before == LEADUP_TAG_NOUN && leadup_headline_tagger_is_plural (self->tokens[at - 1].folded);

  if (at + 1 < self->end && is_deed_in_headline (self, at))
    return TRUE;
  if (at + 1 >= self->end || !leadup_headline_tagger_names_violence (self, at))
    return FALSE;

  return (is_many && self->tokens[at + 1].is_capitalised) ||
         ((is_many || before == LEADUP_TAG_NAME) &&
          (leadup_tagger_is (self, at + 1, "a") || leadup_tagger_is (self, at + 1, "an") ||
           leadup_tagger_is (self, at + 1, "the")));
}

/**
 * leadup_headline_tagger_is_subject_deed:
 * @self: the tagger, at a clause
 * @at: a token of it
 * @before: the tag of the token before
 *
 * Whether a gerund is a deed that is the subject: “Shelling along the border kills nine”,
 * but “Fighting in the east, they lost”.
 *
 * Returns: whether it is so
 */
gboolean
leadup_headline_tagger_is_subject_deed (const LeadupTagger *self,
                                        guint32             at,
                                        LeadupTag           before)
{
  if (before != LEADUP_TAG_BREAK || at + 2 >= self->end ||
      (leadup_tagger_get_fact (self, at + 1)->classes & LEADUP_WORD_PREPOSITION) == 0 ||
      leadup_lexicon_table_find_word (self->facts->event_nouns, self->tokens[at].word) == NULL)
    return FALSE;
  for (guint32 i = at + 2; i < self->end; i++)
    {
      const LeadupWordFact *fact = leadup_tagger_get_fact (self, i);

      if (self->tokens[i].kind == LEADUP_TOKEN_PUNCTUATION && !leadup_tagger_is (self, i, "-"))
        return FALSE;
      if (i > at + 2 && !self->tokens[i].is_capitalised &&
          (fact->forms & (LEADUP_FORM_THIRD | LEADUP_FORM_PAST)) != 0)
        return TRUE;
    }

  return FALSE;
}
