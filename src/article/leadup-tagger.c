/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-tagger.h"

LeadupTag
leadup_tagger_tag_before (const LeadupTagger *self,
                          guint32             at)
{
  while (at > self->first)
    {
      LeadupTag tag = self->grammar[--at].tag;

      if (tag != LEADUP_TAG_ADVERB && tag != LEADUP_TAG_NEGATION && tag != LEADUP_TAG_QUOTE)
        return tag;
    }

  return LEADUP_TAG_BREAK;
}

gboolean
leadup_tagger_is_nominal (LeadupTag tag)
{
  return tag == LEADUP_TAG_NOUN || tag == LEADUP_TAG_NAME || tag == LEADUP_TAG_NUMBER ||
         tag == LEADUP_TAG_PRONOUN;
}

/* Whether what stands at @at can begin or go on a noun phrase. */
gboolean
leadup_tagger_opens_phrase (const LeadupTagger *self,
                            guint32             at)
{
  const LeadupWordFact *fact;

  if (at >= self->end)
    return FALSE;

  if (self->tokens[at].kind != LEADUP_TOKEN_WORD)
    return self->tokens[at].kind == LEADUP_TOKEN_NUMBER || leadup_tagger_is (self, at, "$");

  fact = leadup_tagger_get_fact (self, at);
  if (self->tokens[at].is_capitalised ||
      (fact->classes & (LEADUP_WORD_DETERMINER | LEADUP_WORD_PRONOUN)) != 0)
    return TRUE;
  if (fact->classes & LEADUP_WORD_FUNCTION)
    return FALSE;

  return fact->primary == 'n' || fact->primary == 'a' || fact->primary == 0 ||
         (fact->classes & LEADUP_WORD_PEOPLE) != 0;
}

gboolean
leadup_tagger_is_noun_like (const LeadupTagger *self,
                            guint32             at)
{
  const LeadupWordFact *fact;

  if (at >= self->end || self->tokens[at].kind != LEADUP_TOKEN_WORD)
    return FALSE;

  fact = leadup_tagger_get_fact (self, at);
  if (fact->classes & (LEADUP_WORD_FUNCTION & ~LEADUP_WORD_ADVERB))
    return FALSE;
  return self->tokens[at].is_capitalised || (fact->classes & LEADUP_WORD_NOUN) != 0 ||
         (fact->classes & LEADUP_WORD_ADJECTIVE) != 0 || fact->classes == 0;
}

/* “Monday's talks”, not “Monday's over”. */
gboolean
leadup_tagger_is_possessive (const LeadupTagger *self,
                             guint32             at)
{
  guint8 forms;

  if (!leadup_tagger_is (self, at, "'s") && !leadup_tagger_is (self, at, "'"))
    return FALSE;
  if (leadup_tagger_is_noun_like (self, at + 1) || leadup_tagger_opens_phrase (self, at + 1))
    return TRUE;
  if (at + 1 >= self->end || at == self->first)
    return FALSE;
  /* “Libya's internationally recognised government”. */
  if (g_str_has_suffix (self->tokens[at + 1].folded, "ly") && at + 3 < self->end &&
      (leadup_tagger_get_fact (self, at + 2)->forms & LEADUP_FORM_PARTICIPLE) != 0 &&
      leadup_tagger_is_noun_like (self, at + 3) && !self->tokens[at + 3].is_capitalised)
    return TRUE;

  /* “the king's offer”: no bare form follows “is”. */
  forms = leadup_tagger_get_fact (self, at + 1)->forms;

  return (forms & LEADUP_FORM_BASE) != 0 &&
         (forms & (LEADUP_FORM_PARTICIPLE | LEADUP_FORM_ING)) == 0 &&
         (self->grammar[at - 1].tag == LEADUP_TAG_NOUN ||
          self->grammar[at - 1].tag == LEADUP_TAG_NAME);
}
