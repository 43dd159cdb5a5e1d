/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-verb-tagger.h"

#include "article/leadup-headline-tagger.h"

#define TAG_BIT(tag) (1u << (tag))
#define NO_TOKEN G_MAXUINT32

/* A verb of the lexicon with its words: “turn down”. */
#define MAX_VERB_WORDS 4

/* An apposition longer than this is a clause. */
#define MAX_APPOSITION 16

/* How far before “as” stands that somebody is quoted. */
#define MAX_QUOTED_TOKENS 8

static const LeadupWordFact *
fact_of (const LeadupTagger *self,
         guint32             at)
{
  return leadup_tagger_get_fact (self, at);
}

static gboolean
is_word (const LeadupTagger *self,
         guint32             at,
         const char         *word)
{
  return leadup_tagger_is (self, at, word);
}

static gboolean
begins_verb_phrase (const LeadupTagger *self,
                    guint32             at)
{
  const LeadupWordFact *fact = fact_of (self, at);
  LeadupToken words[MAX_VERB_WORDS];
  guint n_words = 0;
  const LeadupLexiconRow *row;

  for (guint32 i = at; i < self->end && n_words < MAX_VERB_WORDS; i++)
    words[n_words++] = self->tokens[i];
  if ((fact->forms & LEADUP_FORM_THIRD) != 0 && fact->lemma != 0)
    words[0].word = fact->lemma;
  row = leadup_lexicon_table_match (self->facts->verbs, words, n_words);

  return row != NULL && row->n_words > 1;
}

/* “policies leaving poor people behind”: in a clause that has its verb, what follows a plural and
 * has an object of its own tells of it, though “leaving” can be a noun. */
static gboolean
tells_of_plural (const LeadupTagger *self,
                 guint32             at)
{
  const char *before = at > self->first ? self->tokens[at - 1].folded : "";

  return self->has_finite && self->grammar[at - 1].tag == LEADUP_TAG_NOUN &&
         g_str_has_suffix (before, "s") && !g_str_has_suffix (before, "ss") && at + 2 < self->end &&
         (leadup_tagger_opens_phrase (self, at + 1) ||
          ((fact_of (self, at + 1)->forms & LEADUP_FORM_PARTICIPLE) != 0 &&
           leadup_tagger_is_noun_like (self, at + 2)));
}

/* The last token before @at in its clause that has one of the tags; %NO_TOKEN if there is none. */
static guint32
find_in_clause (const LeadupTagger *self,
                guint32             at,
                guint32             tags)
{
  const guint32 closers = TAG_BIT (LEADUP_TAG_SUBORDINATOR) | TAG_BIT (LEADUP_TAG_RELATIVE) |
                          TAG_BIT (LEADUP_TAG_BREAK) | TAG_BIT (LEADUP_TAG_QUOTE) |
                          TAG_BIT (LEADUP_TAG_COMMA);

  for (guint32 i = at; i > self->first; i--)
    {
      guint32 bit = TAG_BIT (self->grammar[i - 1].tag);

      if (bit & tags)
        return i - 1;
      if (bit & closers)
        break;
    }

  return NO_TOKEN;
}

/* “is the path to more trade or reduced tension”: beside a verb of the present, no past is joined
 * to a noun; the participle belongs to the noun after it. */
static gboolean
is_joined_to_present (const LeadupTagger *self,
                      guint32             at)
{
  guint32 verb;

  if (at < self->first + 2 || self->grammar[at - 1].tag != LEADUP_TAG_CONJUNCTION ||
      self->grammar[at - 2].tag != LEADUP_TAG_NOUN || self->tokens[at + 1].is_capitalised)
    return FALSE;

  verb = find_in_clause (self, at - 2, TAG_BIT (LEADUP_TAG_VERB) | TAG_BIT (LEADUP_TAG_AUXILIARY));
  if (verb == NO_TOKEN)
    return FALSE;
  if (self->grammar[verb].tag == LEADUP_TAG_AUXILIARY)
    return is_word (self, verb, "is") || is_word (self, verb, "are");

  return (self->grammar[verb].forms & (LEADUP_FORM_THIRD | LEADUP_FORM_PAST)) ==
         LEADUP_FORM_THIRD;
}

/* “the 12 strikes”, “Near Mosul, three attacks”, but not “Flight 12 leaves”. */
static gboolean
is_counted (const LeadupTagger *self,
            guint32             at)
{
  LeadupTag before;

  if (at == self->first || self->grammar[at - 1].tag != LEADUP_TAG_NUMBER ||
      is_word (self, at - 1, "one") || is_word (self, at - 1, "1"))
    return FALSE;
  before = at - 1 > self->first ? (LeadupTag) self->grammar[at - 2].tag : LEADUP_TAG_BREAK;

  return before != LEADUP_TAG_NOUN && before != LEADUP_TAG_NAME && before != LEADUP_TAG_HYPHEN;
}

/* “strikes killed”, “rebels loyal to him” are nouns; “attacks armed civilians” has none. */
static gboolean
is_told_of_next (const LeadupTagger *self,
                 guint32             at)
{
  const LeadupWordFact *next, *lemma;

  if (at + 1 >= self->end || self->tokens[at + 1].is_capitalised)
    return FALSE;
  next = fact_of (self, at + 1);
  if ((fact_of (self, at)->classes & LEADUP_WORD_PEOPLE) &&
      (next->primary == 'a' || (next->forms & LEADUP_FORM_PAST)))
    return TRUE;
  /* “remains committed”: the noun “remains” is none of the verb. */
  lemma = &self->facts->words[fact_of (self, at)->lemma];

  return (next->forms & LEADUP_FORM_PAST) != 0 &&
         ((next->classes & LEADUP_WORD_ADJECTIVE) == 0 ||
          (!leadup_tagger_is_noun_like (self, at + 2) && (lemma->classes & LEADUP_WORD_NOUN) != 0));
}

/* “a drone attack blamed on them”: no bare form is the verb of one thing; “police” are many. */
static gboolean
is_singular (const LeadupTagger *self,
             guint32             at)
{
  static const char *const many[] = { "people",   "police",  "men",       "women",
                                      "children", "militia", "military",  "staff",
                                      "youth",    "media",   "personnel", "crew" };

  if (self->grammar[at].tag != LEADUP_TAG_NOUN || self->tokens[at].is_capitalised ||
      (fact_of (self, at)->classes & LEADUP_WORD_NOUN) == 0 ||
      leadup_headline_tagger_is_plural (self->tokens[at].folded) || at == self->first ||
      self->grammar[at - 1].tag == LEADUP_TAG_CONJUNCTION)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    if (is_word (self, at, many[i]) || g_str_has_suffix (self->tokens[at].folded, "men"))
      return FALSE;

  return TRUE;
}

/* “lifted the trade and travel limits”: no bare form is joined to a past. */
static gboolean
is_joined_to_past (const LeadupTagger *self,
                   guint32             at)
{
  guint32 verb = find_in_clause (self, at,
                                 TAG_BIT (LEADUP_TAG_VERB) | TAG_BIT (LEADUP_TAG_AUXILIARY) |
                                     TAG_BIT (LEADUP_TAG_MODAL) | TAG_BIT (LEADUP_TAG_TO));

  return verb != NO_TOKEN && self->grammar[verb].tag == LEADUP_TAG_VERB &&
         (self->grammar[verb].forms & LEADUP_FORM_PAST) != 0 &&
         (self->grammar[verb].forms & LEADUP_FORM_BASE) == 0;
}

/* “proposes that the commission meet”: after a wish, one thing has a bare form too. */
static gboolean
is_wished (const LeadupTagger *self,
           guint32             at)
{
  static const char *const wishes[] = { "propos", "demand", "insist", "request", "recommend",
                                        "ask",    "order",  "urg",    "suggest" };

  for (guint32 i = at; i > self->first + 1 && i + 6 > at; i--)
    {
      LeadupTag tag = (LeadupTag) self->grammar[i - 1].tag;

      if (tag == LEADUP_TAG_SUBORDINATOR)
        {
          for (guint j = 0; is_word (self, i - 1, "that") && j < G_N_ELEMENTS (wishes); j++)
            if (g_str_has_prefix (self->tokens[i - 2].folded, wishes[j]))
              return TRUE;
          return FALSE;
        }
      if (tag == LEADUP_TAG_VERB || tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_BREAK)
        return FALSE;
    }

  return FALSE;
}

/* A bare form: after a plural, or joined to a verb before it; “hand over” is nothing else. */
static gboolean
is_bare_verb (const LeadupTagger   *self,
              guint32               at,
              const LeadupWordFact *fact,
              LeadupTag             before)
{
  gboolean only_verb = (fact->classes & (LEADUP_WORD_NOUN | LEADUP_WORD_ADJECTIVE)) == 0;

  if (leadup_tagger_is_nominal (before) && !self->has_finite && begins_verb_phrase (self, at))
    return TRUE;
  if (before == LEADUP_TAG_CONJUNCTION && !only_verb && is_joined_to_past (self, at))
    return FALSE;
  /* “Gunmen of the front ambush a convoy”, “Turkish jets bomb Erbil”: nothing else can be the verb
   * of those, and no noun stands before an article. */
  if (!self->has_finite && leadup_headline_tagger_is_deed_of_many (self, at))
    return TRUE;
  /* “to fund terror and flood the streets”: no noun stands before a determiner. */
  if (before == LEADUP_TAG_CONJUNCTION && at + 1 < self->end &&
      (fact->classes & LEADUP_WORD_VERB) != 0 &&
      (fact_of (self, at + 1)->classes & LEADUP_WORD_FUNCTION) == LEADUP_WORD_DETERMINER)
    return TRUE;
  /* “an American offer to leave”: no bare form is the verb of one. */
  if (before == LEADUP_TAG_NAME && at >= self->first + 2 && !only_verb &&
      (is_word (self, at - 2, "a") || is_word (self, at - 2, "an")))
    return FALSE;
  /* “two aid workers”. */
  if (before == LEADUP_TAG_NUMBER && !only_verb && at + 1 < self->end &&
      (fact_of (self, at + 1)->classes & LEADUP_WORD_FUNCTION) == 0)
    return FALSE;
  if (fact->primary == 'v' && leadup_tagger_is_nominal (before) && is_wished (self, at))
    return TRUE;
  if (at > self->first &&
      (is_singular (self, at - 1) || (is_word (self, at - 1, "one") && !only_verb)))
    return FALSE;
  return (leadup_tagger_is_nominal (before) || before == LEADUP_TAG_CONJUNCTION) &&
         fact->primary == 'v' &&
         (leadup_tagger_opens_phrase (self, at + 1) || only_verb || is_word (self, at + 1, "to")) &&
         (!self->has_finite || only_verb || before == LEADUP_TAG_CONJUNCTION);
}

/* “accused of pushing migrants”, but “following devastating floods”. */
static gboolean
takes_gerund (const LeadupTagger *self,
              guint32             preposition)
{
  static const char *const words[] = { "of", "for",     "by",    "from",   "in",   "at",
                                       "on", "without", "after", "before", "about" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_word (self, preposition, words[i]))
      return TRUE;

  return FALSE;
}

/* “was quoted as warning”, “cited the army as saying”. */
static gboolean
follows_quoted (const LeadupTagger *self,
                guint32             at)
{
  if (!is_word (self, at - 1, "as"))
    return FALSE;
  for (guint32 i = at - 1; i > self->first && i + MAX_QUOTED_TOKENS > at; i--)
    if (is_word (self, i - 1, "quoted") || is_word (self, i - 1, "cited") ||
        is_word (self, i - 1, "quoting") || is_word (self, i - 1, "citing"))
      return TRUE;

  return FALSE;
}

/* “rebels” of “in which rebels killed nine”. */
static gboolean
follows_governed_relative (const LeadupTagger *self,
                           guint32             at)
{
  return at > self->first + 1 && self->grammar[at - 1].tag == LEADUP_TAG_RELATIVE &&
         self->grammar[at - 2].tag == LEADUP_TAG_PREPOSITION;
}

/* “of pushing migrants”: a verb with its object, where “the shelling of” is a noun and “devastating
 * floods” has an adjective. */
static gboolean
governs_gerund (const LeadupTagger   *self,
                guint32               at,
                const LeadupWordFact *fact)
{
  gboolean is_gerund = takes_gerund (self, at - 1);

  if (follows_quoted (self, at))
    return TRUE;
  /* “in peacekeeping missions”, “by bookkeeping”. */
  if (fact->forms == 0 && g_str_has_suffix (self->tokens[at].folded, "keeping"))
    return FALSE;
  if (!leadup_tagger_opens_phrase (self, at + 1))
    return FALSE;
  /* “of planting the bomb”: no noun stands before an article. */
  if (fact->primary == 'n' && (fact_of (self, at + 1)->classes & LEADUP_WORD_DETERMINER) != 0)
    return is_gerund;
  if (fact->primary == 'n')
    return is_gerund && (fact_of (self, at + 1)->classes & LEADUP_WORD_PEOPLE) != 0 &&
           g_str_has_suffix (self->tokens[at + 1].folded, "s");

  return is_gerund || fact->primary != 'a' || !leadup_tagger_is_noun_like (self, at + 1) ||
         self->tokens[at + 1].is_capitalised;
}

static gboolean
is_count (const LeadupTagger *self,
          guint32             at)
{
  return self->tokens[at].kind == LEADUP_TOKEN_NUMBER ||
         leadup_lexicon_table_find_word (self->facts->quantities, self->tokens[at].word) != NULL;
}

/* “rebels holding the city”, “a deal ending two decades of war”: no noun goes on so, but “the car
 * bombing the front claimed”. */
static gboolean
has_object_after (const LeadupTagger *self,
                  guint32             at)
{
  return at + 1 < self->end &&
         ((fact_of (self, at + 1)->classes & LEADUP_WORD_DETERMINER) != 0 ||
          (self->grammar[at - 1].tag == LEADUP_TAG_NOUN && is_count (self, at + 1))) &&
         leadup_lexicon_table_find_word (self->facts->event_nouns, self->tokens[at].word) == NULL;
}

/* “told visiting generals”, “killed fleeing farmers”: what is done to persons, who are doing
 * something else. */
static gboolean
is_describing (const LeadupTagger *self,
               guint32             at,
               LeadupTag           before)
{
  static const char *const doings[] = {
    "told",    "met",      "meet",     "meets",  "urged",   "urges",  "warned",   "warns",
    "asked",   "asks",     "blamed",   "blames", "accused", "killed", "received", "welcomed",
    "greeted", "captured", "ambushed", "shot",   "wounded", "hosted", "attacked", NULL,
  };

  if (before != LEADUP_TAG_VERB || !leadup_tagger_is_noun_like (self, at + 1))
    return FALSE;
  /* “fired warning shots”. */
  if (is_word (self, at, "warning"))
    return is_word (self, at + 1, "shots") || is_word (self, at + 1, "shot");

  return leadup_token_is_any (&self->tokens[at - 1], doings);
}

/* “Presiding Judge Ada Roe said”: what stands before a title, and a verb right behind the name. */
static gboolean
is_before_title (const LeadupTagger *self,
                 guint32             at,
                 LeadupTag           before)
{
  guint32 end = at + 2;

  if (before != LEADUP_TAG_BREAK || end >= self->end || !self->tokens[at + 1].is_capitalised ||
      (fact_of (self, at + 1)->classes & LEADUP_WORD_PEOPLE) == 0)
    return FALSE;
  while (end < self->end && self->tokens[end].is_capitalised)
    end++;

  return end > at + 2 && end < self->end &&
         (fact_of (self, end)->forms & (LEADUP_FORM_PAST | LEADUP_FORM_THIRD)) != 0;
}

/* “faced shelling by the army” has one verb, “began shelling the town” two. */
static gboolean
is_gerund_here (const LeadupTagger   *self,
                guint32               at,
                const LeadupWordFact *fact,
                LeadupTag             before)
{
  gboolean noun_next = leadup_tagger_is_noun_like (self, at + 1);

  if (is_describing (self, at, before) || is_before_title (self, at, before) ||
      leadup_headline_tagger_is_subject_deed (self, at, before))
    return FALSE;
  /* “the UN peacekeeping mission”: of no verb that is known. */
  if (fact->forms == 0 && leadup_tagger_is_nominal (before) && noun_next &&
      !self->tokens[at + 1].is_capitalised)
    return FALSE;
  /* “as fighting spread”, “after shelling had stopped”. */
  if ((fact->classes & LEADUP_WORD_NOUN) != 0 && at + 1 < self->end &&
      (((before == LEADUP_TAG_SUBORDINATOR || before == LEADUP_TAG_BREAK) &&
        (fact_of (self, at + 1)->forms & LEADUP_FORM_PAST) != 0) ||
       ((fact_of (self, at + 1)->classes & (LEADUP_WORD_AUXILIARY | LEADUP_WORD_MODAL)) != 0 &&
        !leadup_tagger_is_possessive (self, at + 1))))
    return FALSE;

  return before == LEADUP_TAG_COMMA || before == LEADUP_TAG_SUBORDINATOR ||
         before == LEADUP_TAG_BREAK ||
         (leadup_tagger_is_nominal (before) &&
          (fact->primary != 'n' || tells_of_plural (self, at) || has_object_after (self, at))) ||
         (before == LEADUP_TAG_VERB && (noun_next || leadup_tagger_opens_phrase (self, at + 1) ||
                                        (fact->classes & LEADUP_WORD_NOUN) == 0)) ||
         before == LEADUP_TAG_CONJUNCTION;
}

/* “Ada Roe, 26, died after”. */
static gboolean
is_after_age (const LeadupTagger *self,
              guint32             at)
{
  return at >= self->first + 4 && self->tokens[at - 2].kind == LEADUP_TOKEN_NUMBER &&
         is_word (self, at - 3, ",") && self->grammar[at - 4].tag == LEADUP_TAG_NAME;
}

/* “Ada Roe, the minister, threatened to leave”: the comma before it closes an apposition. */
static gboolean
closes_apposition (const LeadupTagger *self,
                   guint32             at)
{
  for (guint32 i = at - 1; i > self->first + 1 && i + MAX_APPOSITION > at; i--)
    {
      LeadupTag tag = (LeadupTag) self->grammar[i - 1].tag;

      if (tag == LEADUP_TAG_COMMA)
        return i + 1 < at && leadup_tagger_is_nominal ((LeadupTag) self->grammar[i - 2].tag) &&
               leadup_tagger_is_nominal ((LeadupTag) self->grammar[at - 2].tag);
      if (tag == LEADUP_TAG_VERB || tag == LEADUP_TAG_AUXILIARY || tag == LEADUP_TAG_BREAK ||
          tag == LEADUP_TAG_SUBORDINATOR || tag == LEADUP_TAG_RELATIVE)
        return FALSE;
    }

  return FALSE;
}

static gboolean
is_in_relative (const LeadupTagger *self,
                guint32             at)
{
  for (guint32 i = at; i > self->first && i + MAX_APPOSITION > at; i--)
    {
      LeadupTag tag = (LeadupTag) self->grammar[i - 1].tag;

      if (tag == LEADUP_TAG_RELATIVE)
        return TRUE;
      if (tag == LEADUP_TAG_COMMA || tag == LEADUP_TAG_BREAK || tag == LEADUP_TAG_VERB ||
          tag == LEADUP_TAG_SUBORDINATOR)
        return FALSE;
    }

  return FALSE;
}

/* “The king, on a visit to Peru, promised more aid”: what stands between the commas is a place or
 * an occasion, and the first verb follows. */
static gboolean
closes_occasion (const LeadupTagger *self,
                 guint32             at)
{
  if (self->has_finite)
    return FALSE;
  for (guint32 i = at - 1; i > self->first + 1 && i + MAX_APPOSITION > at; i--)
    if (self->grammar[i - 1].tag == LEADUP_TAG_COMMA)
      return self->grammar[i].tag == LEADUP_TAG_PREPOSITION &&
             leadup_tagger_is_nominal ((LeadupTag) self->grammar[i - 2].tag);

  return FALSE;
}

/* “14 wounded soldiers had”, “two armoured vehicles”: a participle that says which of them. */
static gboolean
belongs_to_counted (const LeadupTagger *self,
                    guint32             at)
{
  guint32 noun = at + 1;
  const char *count = self->tokens[at - 1].folded;
  const LeadupWordFact *after;

  /* “in August 2024 left two wounded”: a year counts nothing. */
  if (strlen (count) == 4 && strspn (count, "0123456789") == 4)
    return FALSE;
  if (fact_of (self, at)->primary == 'a')
    return TRUE;
  if (noun + 1 >= self->end || self->tokens[noun].is_capitalised ||
      !(g_str_has_suffix (self->tokens[noun].folded, "s") || is_word (self, noun, "people")))
    return FALSE;
  after = fact_of (self, noun + 1);
  /* “Nine alleged members of the gang”. */
  if (is_word (self, noun + 1, "of") &&
      (fact_of (self, noun)->classes & (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) != 0)
    return TRUE;

  return (after->classes & (LEADUP_WORD_AUXILIARY | LEADUP_WORD_MODAL)) != 0 ||
         ((after->forms & LEADUP_FORM_PAST) != 0 && (after->classes & LEADUP_WORD_NOUN) == 0);
}

/* A past or a participle: no verb where it belongs to the noun after it. */
static gboolean
is_past_here (const LeadupTagger *self,
              guint32             at,
              guint8              forms,
              LeadupTag           before,
              gboolean            only_verb)
{
  gboolean noun_next = leadup_tagger_is_noun_like (self, at + 1);

  /* “A doctor whose brothers were murdered testified”. */
  if (before == LEADUP_TAG_VERB && only_verb && at >= self->first + 2 &&
      self->grammar[at - 2].tag == LEADUP_TAG_AUXILIARY && !noun_next &&
      is_in_relative (self, at - 2))
    return TRUE;
  /* “after leaked letters showed it”. */
  if (before == LEADUP_TAG_VERB || (before == LEADUP_TAG_SUBORDINATOR && noun_next) ||
      (noun_next && is_joined_to_present (self, at)))
    return FALSE;
  /* “freed the 20 captured soldiers”. */
  if (before == LEADUP_TAG_NUMBER && noun_next && at >= self->first + 2 &&
      (self->grammar[at - 2].tag == LEADUP_TAG_DETERMINER ||
       self->grammar[at - 2].tag == LEADUP_TAG_PREPOSITION))
    return FALSE;
  /* “14 wounded soldiers had”, “two dozen armoured vehicles”: what follows them does something. */
  if (at > self->first && noun_next && is_count (self, at - 1) &&
      belongs_to_counted (self, at))
    return FALSE;
  /* “evacuated 26 wounded”, but “left 26 wounded”. */
  if (before == LEADUP_TAG_NUMBER && at >= self->first + 2 &&
      self->grammar[at - 2].tag == LEADUP_TAG_VERB && !is_word (self, at - 2, "left") &&
      !leadup_tagger_opens_phrase (self, at + 1))
    return FALSE;
  /* “Libya's internationally recognised government”. */
  if (before == LEADUP_TAG_ADVERB && noun_next && (forms & LEADUP_FORM_PARTICIPLE) &&
      at >= self->first + 3 &&
      (self->grammar[at - 2].tag == LEADUP_TAG_DETERMINER ||
       self->grammar[at - 2].tag == LEADUP_TAG_POSSESSIVE))
    return FALSE;
  if (before == LEADUP_TAG_BREAK)
    return !noun_next;
  /* “went” is no participle. */
  if (before == LEADUP_TAG_COMMA && !(forms & LEADUP_FORM_PARTICIPLE) && only_verb)
    return TRUE;
  if (before == LEADUP_TAG_CONJUNCTION || before == LEADUP_TAG_COMMA)
    return self->has_finite || is_word (self, at + 1, "by") ||
           leadup_tagger_opens_phrase (self, at + 1) || at == self->first + 1 ||
           is_after_age (self, at) ||
           (before == LEADUP_TAG_COMMA && ((!noun_next && closes_apposition (self, at)) ||
                                           closes_occasion (self, at)));
  return TRUE;
}

/* “nine lives”, “strikes killed”: many of what tolls count, or what the next verb is told of. */
static gboolean
is_plural_here (const LeadupTagger *self,
                guint32             at,
                LeadupTag           before,
                gboolean            only_verb)
{
  if (is_counted (self, at) &&
      leadup_lexicon_table_find_word (self->facts->tolls, self->tokens[at].word) != NULL)
    return TRUE;

  /* “where shells fired from the hills landed”. */
  if (before == LEADUP_TAG_RELATIVE && !only_verb && is_word (self, at - 1, "where"))
    return is_told_of_next (self, at);

  return !only_verb && (leadup_tagger_is_nominal (before) || before == LEADUP_TAG_COMMA) &&
         (is_counted (self, at) || is_told_of_next (self, at));
}

/* “did not strike it”: nothing but a verb, though “did harm” has a noun. */
static gboolean
is_negated (const LeadupTagger *self,
            guint32             at)
{
  return at >= self->first + 2 && self->grammar[at - 1].tag == LEADUP_TAG_NEGATION &&
         (is_word (self, at - 2, "did") || is_word (self, at - 2, "does") ||
          is_word (self, at - 2, "do"));
}

static gboolean
closes_sentence (const LeadupTagger *self,
                 guint32             at)
{
  return at >= self->end || is_word (self, at, ".") || is_word (self, at, ";");
}

/* “collapses”, “begins”: what becomes of the event that is the subject. */
static gboolean
tells_of_subject (const LeadupTagger   *self,
                  const LeadupWordFact *fact,
                  guint32               at)
{
  guint32 lemma = fact->lemma != 0 ? fact->lemma : self->tokens[at].word;
  const LeadupLexiconRow *row = leadup_lexicon_table_find_word (self->facts->light_verbs, lemma);

  return row != NULL && row->columns[2][0] != '\0';
}

/* “Chad suspended gas exports to Togo”: what somebody did something to, not what the gas does. */
static gboolean
ends_object (const LeadupTagger *self,
             guint32             at)
{
  return at >= self->first + 3 && self->grammar[at - 1].tag == LEADUP_TAG_NOUN &&
         (fact_of (self, at - 1)->classes & (LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY)) == 0 &&
         self->grammar[at - 2].tag == LEADUP_TAG_VERB && !is_word (self, at - 2, "said") &&
         (self->grammar[at - 2].forms & LEADUP_FORM_PAST) != 0 &&
         leadup_tagger_is_nominal ((LeadupTag) self->grammar[at - 3].tag);
}

/* A third person of the present. */
static gboolean
is_third_here (const LeadupTagger   *self,
               guint32               at,
               const LeadupWordFact *fact,
               LeadupTag             before)
{
  gboolean only_verb = (fact->classes & (LEADUP_WORD_NOUN | LEADUP_WORD_ADJECTIVE)) == 0;
  gboolean is_party = before == LEADUP_TAG_NOUN && at > self->first &&
                      (fact_of (self, at - 1)->classes & LEADUP_WORD_PARTY) != 0;

  /* “The council appeals for a halt”, “Chad hits back at Togo”. */
  if (!self->has_finite && (before == LEADUP_TAG_NAME || is_party) &&
      begins_verb_phrase (self, at))
    return TRUE;
  /* “A round of talks in Accra collapses.” */
  if (!self->has_finite && leadup_tagger_is_nominal (before) && closes_sentence (self, at + 1) &&
      tells_of_subject (self, fact, at))
    return TRUE;
  if (!only_verb && ends_object (self, at))
    return FALSE;
  /* “Chadian jets bomb Lome”. */
  if (before == LEADUP_TAG_NAME && !only_verb && at + 2 < self->end &&
      self->tokens[at + 2].is_capitalised && leadup_headline_tagger_names_violence (self, at + 1))
    return FALSE;

  return (leadup_tagger_is_nominal (before) || before == LEADUP_TAG_COMMA ||
          before == LEADUP_TAG_CONJUNCTION) &&
         (!self->has_finite || only_verb || fact->primary == 'v') &&
         (only_verb || leadup_tagger_opens_phrase (self, at + 1) || is_word (self, at + 1, "to") ||
          is_word (self, at + 1, "that")) &&
         (before != LEADUP_TAG_CONJUNCTION || only_verb || self->has_finite);
}

/* “arms dealer”, “arms shipments”, but “arms rebels”. */
static gboolean
is_arms_trade (const LeadupTagger *self,
               guint32             at)
{
  static const char *const traders[] = { "dealers",   "traders",    "smugglers", "traffickers",
                                         "exporters", "merchants", "makers",    NULL };

  return is_word (self, at, "arms") && leadup_tagger_is_noun_like (self, at + 1) &&
         !self->tokens[at + 1].is_capitalised &&
         (leadup_token_is_any (&self->tokens[at + 1], traders) ||
          (fact_of (self, at + 1)->classes & LEADUP_WORD_PEOPLE) == 0 ||
          !g_str_has_suffix (self->tokens[at + 1].folded, "s"));
}

/* A word that can be a verb and something else. */
gboolean
leadup_verb_tagger_is_verb (const LeadupTagger   *self,
                            guint32               at,
                            const LeadupWordFact *fact,
                            guint8                forms)
{
  LeadupTag before = leadup_tagger_tag_before (self, at);
  gboolean noun_next = leadup_tagger_is_noun_like (self, at + 1);
  gboolean only_verb;

  /* The tables have “camp”, not “camps”, and “remains” is more often the verb. */
  if ((forms & LEADUP_FORM_THIRD) && fact->lemma != 0 &&
      (fact->primary == 0 || (self->facts->words[fact->lemma].classes &
                              (LEADUP_WORD_NOUN | LEADUP_WORD_VERB)) == LEADUP_WORD_VERB))
    fact = &self->facts->words[fact->lemma];
  only_verb = (fact->classes & (LEADUP_WORD_NOUN | LEADUP_WORD_ADJECTIVE)) == 0;

  /* “whose shares fell”. */
  if (at > self->first && is_word (self, at - 1, "whose"))
    return FALSE;
  if (before == LEADUP_TAG_TO || before == LEADUP_TAG_MODAL)
    return (forms & LEADUP_FORM_BASE) != 0;
  /* “is willing to help”. */
  if (before == LEADUP_TAG_AUXILIARY && is_word (self, at, "willing"))
    return FALSE;
  if (before == LEADUP_TAG_AUXILIARY)
    return (forms & (LEADUP_FORM_PARTICIPLE | LEADUP_FORM_ING)) != 0 ||
           ((forms & LEADUP_FORM_BASE) && (only_verb || is_negated (self, at)));
  /* “a weeklong cease-fire”. */
  if ((forms & LEADUP_FORM_BASE) && leadup_tagger_is_nominal (before) &&
      is_word (self, at + 1, "-") &&
      self->tokens[at].span.end == self->tokens[at + 1].span.start)
    return FALSE;
  /* “the army’s armed wing”, “forces launched”, “strikes killed”: no verb, though it could be. */
  if (before == LEADUP_TAG_HYPHEN || (noun_next && is_word (self, at, "armed")) ||
      is_arms_trade (self, at))
    return FALSE;
  if ((forms & LEADUP_FORM_THIRD) && is_plural_here (self, at, before, only_verb))
    return FALSE;
  if (before == LEADUP_TAG_DETERMINER || before == LEADUP_TAG_POSSESSIVE ||
      before == LEADUP_TAG_ADJECTIVE)
    return FALSE;
  if (before == LEADUP_TAG_PREPOSITION)
    return (forms & LEADUP_FORM_ING) && governs_gerund (self, at, fact);
  if (forms & LEADUP_FORM_ING)
    return is_gerund_here (self, at, fact, before);
  if (forms & (LEADUP_FORM_PAST | LEADUP_FORM_PARTICIPLE))
    return is_past_here (self, at, forms, before, only_verb);
  if (before == LEADUP_TAG_PRONOUN || before == LEADUP_TAG_RELATIVE)
    return only_verb || !follows_governed_relative (self, at);
  if (forms & LEADUP_FORM_THIRD)
    return is_third_here (self, at, fact, before);

  return is_bare_verb (self, at, fact, before);
}
