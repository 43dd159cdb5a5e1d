/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-name-kind.h"

#include <string.h>

#define WEAK LEADUP_VOTE_WEAK
#define FAIR LEADUP_VOTE_FAIR
#define STRONG LEADUP_VOTE_STRONG
#define N_KINDS LEADUP_N_ACTOR_KINDS

void
leadup_name_vote (LeadupName     *self,
                  LeadupActorKind kind,
                  guint           weight)
{
  g_return_if_fail (self != NULL);

  self->votes[kind] = (guint8) MIN (255, self->votes[kind] + weight);
}

/**
 * leadup_name_get:
 * @self: a name
 *
 * Returns: the kind for which most speaks
 */
LeadupActorKind
leadup_name_get (const LeadupName *self)
{
  LeadupActorKind best = LEADUP_ACTOR_KIND_PERSON;

  g_return_val_if_fail (self != NULL, best);

  for (guint i = 0; i < N_KINDS; i++)
    if (self->votes[i] > self->votes[best])
      best = (LeadupActorKind) i;

  return best;
}

static gboolean
is_one_of (const LeadupNameReader *reader,
           guint32                 at,
           const char    * const  *words)
{
  return at >= reader->first && at < reader->end &&
         leadup_token_is_any (&reader->tokens[at], words);
}

static gboolean
is_noun_of_place (const LeadupNameReader *reader,
                  guint32                 at)
{
  return at < reader->end && !reader->tokens[at].is_capitalised &&
         leadup_name_reader_has_row (reader, reader->tables.place_nouns, at) &&
         !leadup_name_reader_has_row (reader, reader->tables.directions, at);
}

/* “Kovel, Ukraine” is a place; “Kovel, Germany and France” is a list. */
static gboolean
stands_in_place (const LeadupNameReader *reader,
                 guint32                 end)
{
  const LeadupLexiconRow *row;
  LeadupNameType type;
  guint32 at = end + 1;

  if (!leadup_name_reader_is (reader, end, ",") || at >= reader->end ||
      !reader->tokens[at].is_capitalised)
    return FALSE;

  type = leadup_name_tables_match (&reader->tables, &reader->tokens[at], reader->end - at, &row);
  if (type != LEADUP_NAME_STATE && type != LEADUP_NAME_PLACE)
    return FALSE;
  at += row->n_words;

  return at >= reader->end || reader->tokens[at].kind == LEADUP_TOKEN_PUNCTUATION ||
         !reader->tokens[at].is_capitalised;
}

/* What a state has, and what rules it. */
static const char *const forces[] = { "navy",       "army",      "military",   "parliament",
                                      "government", "president", "coastguard", NULL };
static const char *const ministers[] = { "minister", "ministry", NULL };
static const char *const posts[] = { "foreign", "prime",   "defence", "defense",
                                     "interior", "finance", "justice", NULL };

/* “the foreign minister of Arvania”, “its border with Arvania”, “neighbouring Arvania”. */
static guint
weigh_state_before (const LeadupNameReader *reader,
                    guint32                 first)
{
  static const char *const beside[] = { "neighbouring", "neighboring", NULL };
  static const char *const envoys[] = { "ambassador", "envoy", NULL };
  static const char *const borders[] = { "border", "borders", NULL };

  if (first < reader->first + 2)
    return 0;
  if (is_one_of (reader, first - 1, beside))
    return 2 * STRONG;
  if (leadup_name_reader_is (reader, first - 1, "of"))
    return first >= reader->first + 3 && is_one_of (reader, first - 2, ministers) &&
                   is_one_of (reader, first - 3, posts)
               ? 2 * STRONG
           : is_one_of (reader, first - 2, forces) ? STRONG
                                                   : 0;

  return (leadup_name_reader_is (reader, first - 1, "to") &&
          is_one_of (reader, first - 2, envoys)) ||
                 (leadup_name_reader_is (reader, first - 1, "with") &&
                  is_one_of (reader, first - 2, borders))
             ? 2 * STRONG
             : 0;
}

/* “Arvania’s foreign minister”, “Arvania’s navy”: what only a state has, and what a ruler may have
 * as well. */
static guint
weigh_state_after (const LeadupNameReader *reader,
                   guint32                 end)
{
  static const char *const offices[]
    = { "parliament", "ambassador", "embassy", "constitution", "airspace", "border", "borders",
        NULL };
  static const char *const attributes[] = { "coastguard", "navy", "diplomats", "airspace", NULL };

  if (is_one_of (reader, end, attributes))
    return STRONG;
  if (!leadup_name_reader_is (reader, end, "'s"))
    return 0;
  if (is_one_of (reader, end + 1, posts) && is_one_of (reader, end + 2, ministers))
    return 4 * STRONG;
  /* Whatever acts may be a person, but no person has a president. */
  if (leadup_name_reader_is (reader, end + 1, "president"))
    return 4 * STRONG;
  if (is_one_of (reader, end + 1, offices))
    return 2 * STRONG;

  return is_one_of (reader, end + 1, forces) || (leadup_name_reader_is (reader, end + 1, "air") &&
                                                 leadup_name_reader_is (reader, end + 2, "force"))
             ? STRONG
             : 0;
}

static gboolean
is_common (const LeadupNameReader *reader,
           guint32                 at)
{
  return (leadup_name_reader_get_fact (reader, at)->classes & LEADUP_WORD_COMMON) != 0;
}

static void
judge_after (LeadupName             *self,
             const LeadupNameReader *reader)
{
  static const char *const says[] = { "said",    "says",      "told",    "added", "wrote",
                                      "tweeted", "argued",    "stated",  "who",   "himself",
                                      "herself", "testified", "replied", NULL };
  static const char *const people[] = { "born", "aged", "née", NULL };
  static const char *const gangs[] = { "gang", "cartel", "militia", NULL };
  static const char *const meetings[] = { "talks",     "accord",  "accords", "agreement",
                                          "agreements", "summit", "conference", NULL };
  guint32 end = self->end;

  leadup_name_vote (self, LEADUP_ACTOR_KIND_STATE, weigh_state_after (reader, end));
  if (is_one_of (reader, end, says))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, FAIR);
  if (leadup_name_reader_is (reader, end, ","))
    {
      if (leadup_name_reader_is (reader, end + 1, "who") ||
          (end + 1 < reader->end && reader->tokens[end + 1].kind == LEADUP_TOKEN_NUMBER &&
           strlen (reader->tokens[end + 1].folded) == 2 &&
           leadup_name_reader_is (reader, end + 2, ",")))
        leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, STRONG);
      if (stands_in_place (reader, end) && self->first > reader->first &&
          (reader->grammar[self->first - 1].tag == LEADUP_TAG_PREPOSITION ||
           reader->grammar[self->first - 1].tag == LEADUP_TAG_COMMA))
        leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, STRONG);
    }
  if (leadup_name_reader_is (reader, end, "(") && is_one_of (reader, end + 1, people))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, STRONG);
  if (is_noun_of_place (reader, end))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, STRONG + FAIR);
  /* “at Tarsk, where”. */
  if (leadup_name_reader_is (reader, end, ",") &&
      leadup_name_reader_is (reader, end + 1, "where") && !is_common (reader, end - 1))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, FAIR);
  if (is_one_of (reader, end, gangs) && !leadup_name_reader_is (reader, self->first - 1, "-"))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ARMED_GROUP, STRONG + FAIR);
  /* “the Tarsk talks” are called by where they were. */
  if (self->end == self->first + 1 && leadup_name_reader_is (reader, self->first - 1, "the") &&
      !reader->tokens[self->first].is_all_capitals && !is_common (reader, self->first) &&
      is_one_of (reader, end, meetings))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, STRONG);
}

/* “shelled Tarsk”, “air strikes on Tarsk”: what is shelled or besieged is a town. */
static gboolean
is_struck (const LeadupName       *self,
           const LeadupNameReader *reader)
{
  static const char *const verbs[] = { "shell", "bomb", "bombard", "pound", "besiege", NULL };
  static const char *const nouns[]
    = { "strike", "strikes", "airstrike", "airstrikes", "shelling", "bombing", "bombardment",
        "siege", NULL };
  guint32 before = self->first - 1;
  const LeadupGrammar *grammar = &reader->grammar[before];

  if (self->end != self->first + 1)
    return FALSE;
  if (grammar->tag == LEADUP_TAG_VERB && grammar->lemma != 0)
    return g_strv_contains (verbs, leadup_lexicon_get_word (reader->article->lexicon,
                                                            grammar->lemma));

  return before > reader->first && (leadup_name_reader_is (reader, before, "on") ||
                                    leadup_name_reader_is (reader, before, "of")) &&
         is_one_of (reader, before - 1, nouns);
}

/* “a co-accused, Ada Roe, was arrested”: who stands beside a word for people. */
static gboolean
stands_beside_person (const LeadupName       *self,
                      const LeadupNameReader *reader)
{
  guint32 before = self->first - 1;

  return self->end - self->first > 1 && before > reader->first &&
         leadup_name_reader_is (reader, before, ",") &&
         leadup_name_reader_is (reader, self->end, ",") &&
         !reader->tokens[before - 1].is_capitalised &&
         (leadup_name_reader_get_fact (reader, before - 1)->classes & LEADUP_WORD_PEOPLE) != 0 &&
         !leadup_name_reader_has_row (reader, reader->tables.organisation_nouns, before - 1) &&
         !leadup_name_reader_has_row (reader, reader->tables.organisation_nouns, self->end - 1);
}

/* “The post at Tarsk was shelled”, “The road from Tarsk”, but “an analyst at Zablin”, “word from
 * Zablin”. */
static gboolean
stands_at (const LeadupNameReader *reader,
           guint32                 at)
{
  static const char *const ways[] = { "road",   "border", "convoy", "withdrawal", "retreat",
                                      "miles",  "km",     "kilometres", "kilometers", "train",
                                      "flight", "bus",    "front",  NULL };

  if (at < reader->first + 2)
    return FALSE;
  if (leadup_name_reader_is (reader, at - 1, "from"))
    return is_one_of (reader, at - 2, ways);

  return leadup_name_reader_is (reader, at - 1, "at") &&
         reader->grammar[at - 2].tag == LEADUP_TAG_NOUN &&
         (leadup_name_reader_get_fact (reader, at - 2)->classes & LEADUP_WORD_PEOPLE) == 0;
}

/* In which nobody is. */
static const char *const inside[] = { "in",     "near",       "outside", "across",
                                      "around", "throughout", NULL };

/* What stands behind what is called so: “the magazine Zablin”, “the airline, Zablin,”. */
static void
judge_body (LeadupName             *self,
            const LeadupNameReader *reader)
{
  static const char *const bodies[] = { "company",  "firm",         "group",        "movement",
                                        "militia",  "organisation", "organization", "charity",
                                        "airline",  "contractor",   "manufacturer", "carmaker",
                                        "startup",  "party",        "faction",      "operator",
                                        "consultancy", "retailer",  "lender",       NULL };
  static const char *const papers[] = { "magazine", "newspaper", "broadcaster", "daily", "weekly",
                                        "tabloid",  NULL };
  guint32 before = self->first - 1;

  if (is_one_of (reader, before, papers) && !reader->tokens[before].is_capitalised)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_MEDIA, STRONG + FAIR);
  /* “the airline, Zablin,”. */
  if (before > reader->first && leadup_name_reader_is (reader, before, ",") &&
      leadup_name_reader_is (reader, self->end, ",") && is_one_of (reader, before - 1, bodies))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, STRONG);
  /* “the German company Zablin”, but “left the company Zablin led” is rare. */
  if (is_one_of (reader, before, bodies) && before > reader->first &&
      (reader->grammar[before - 1].tag == LEADUP_TAG_DETERMINER ||
       reader->grammar[before - 1].tag == LEADUP_TAG_ADJECTIVE ||
       reader->grammar[before - 1].tag == LEADUP_TAG_NOUN ||
       reader->grammar[before - 1].tag == LEADUP_TAG_NAME))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, STRONG);
}

/* What stands after the ways that lead there: “marched into Tarsk”, “at Tarsk and Tovel”. */
static void
judge_way (LeadupName             *self,
           const LeadupNameReader *reader)
{
  static const char *const going[] = { "marched", "moved",  "advanced", "crossed", "rolled",
                                       "swept",   "poured", "pushed",   "drove",   "streamed", NULL };
  guint32 before = self->first - 1;

  if (leadup_name_reader_is (reader, before, "into") && before > reader->first &&
      is_one_of (reader, before - 1, going))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, FAIR);
  if (before >= reader->first + 2 && leadup_name_reader_is (reader, before, "and") &&
      self->end == self->first + 1 && reader->tokens[before - 1].is_capitalised &&
      (is_one_of (reader, before - 2, inside) || stands_at (reader, before - 1)))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, FAIR);
}

static void
judge_before (LeadupName             *self,
              const LeadupNameReader *reader)
{
  static const char *const from[] = { "from", "at", "to", "towards", "toward", NULL };
  static const char *const beside[] = { "near", "outside", "off", NULL };
  static const char *const won[] = { "take", "took", "taken", "taking", NULL };
  static const char *const taken[] = { "retook",    "retake",  "retaken",  "recaptured", "recapture",
                                       "overran",   "besieged", "besiege", "shelled",    "shelling",
                                       "bombarded", "liberated", "entered",  "entering", NULL };
  guint32 before = self->first - 1;
  gboolean is_attribute = self->end < reader->end && !reader->tokens[self->end].is_capitalised &&
                          reader->grammar[self->end].tag == LEADUP_TAG_NOUN;

  if (self->first == reader->first)
    return;

  leadup_name_vote (self, LEADUP_ACTOR_KIND_STATE, weigh_state_before (reader, self->first));
  judge_body (self, reader);
  if (!is_attribute)
    judge_way (self, reader);
  if (is_one_of (reader, before, inside) && !is_attribute)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, FAIR);
  /* Nobody is near a person. */
  if (is_one_of (reader, before, beside) && !is_attribute)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, FAIR);
  if (leadup_name_reader_is (reader, before, "the") && before > reader->first &&
      is_one_of (reader, before - 1, beside) && !is_attribute)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, 2 * STRONG);
  if (is_struck (self, reader) && !is_attribute)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, FAIR);
  if (stands_beside_person (self, reader))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, STRONG);
  if (is_one_of (reader, before, from) && !is_attribute)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, WEAK);
  /* “They tried to take Tarsk”, but “took Roe hostage”, “took Roe to a cell”. */
  if (is_one_of (reader, before, won) && !is_attribute && self->end == self->first + 1 &&
      (self->end >= reader->end || reader->grammar[self->end].tag == LEADUP_TAG_BREAK ||
       reader->grammar[self->end].tag == LEADUP_TAG_COMMA ||
       leadup_name_reader_is (reader, self->end, "again")))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, FAIR);
  /* “The army retook Gao”. */
  if (is_one_of (reader, before, taken) && !is_attribute)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, FAIR);
  if ((leadup_name_reader_is (reader, before, "of") ||
       leadup_name_reader_is (reader, before, "at") ||
       leadup_name_reader_is (reader, before, "in")) &&
      before > reader->first && is_noun_of_place (reader, before - 1))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, STRONG);
  if (leadup_name_reader_is (reader, before, "the") && !is_attribute)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, FAIR);
  if (!reader->tokens[before].is_capitalised && reader->grammar[before].tag == LEADUP_TAG_NOUN &&
      (leadup_name_reader_get_fact (reader, before)->classes & LEADUP_WORD_PEOPLE) != 0)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, FAIR);
}

/* A word that no table knows: who acts is rather a person, what stands after a preposition or
 * before a noun is not. */
static void
judge_single (LeadupName             *self,
              const LeadupNameReader *reader)
{
  LeadupTag before = self->first > reader->first ? (LeadupTag) reader->grammar[self->first - 1].tag
                                                 : LEADUP_TAG_BREAK;
  LeadupTag after =
      self->end < reader->end ? (LeadupTag) reader->grammar[self->end].tag : LEADUP_TAG_BREAK;
  gboolean acts = leadup_tag_is_verbal (after) || after == LEADUP_TAG_POSSESSIVE ||
                  after == LEADUP_TAG_RELATIVE;

  if (after != LEADUP_TAG_NOUN && after != LEADUP_TAG_POSSESSIVE &&
      stands_at (reader, self->first))
    {
      leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, WEAK);
      return;
    }
  if (before == LEADUP_TAG_DETERMINER || (before == LEADUP_TAG_PREPOSITION && !acts) ||
      (before == LEADUP_TAG_HYPHEN && !acts) || after == LEADUP_TAG_NOUN)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, WEAK);
  else
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, acts ? WEAK + WEAK : WEAK);
}

/* What a name says by its own words. */
static void
judge_words (LeadupName             *self,
             const LeadupNameReader *reader)
{
  static const char *const realms[] = { "republic", "kingdom", "state", "emirate", "sultanate",
                                        "principality", NULL };
  const LeadupNameTables *tables = &reader->tables;
  guint32 length = self->end - self->first;
  gboolean has_of = FALSE, has_common = FALSE, has_initial = FALSE;

  for (guint32 i = self->first; i < self->end; i++)
    {
      has_of = has_of || leadup_name_reader_is (reader, i, "of") ||
               leadup_name_reader_is (reader, i, "for");
      has_common = has_common ||
                   (leadup_name_reader_get_fact (reader, i)->classes & LEADUP_WORD_COMMON) != 0;
      has_initial = has_initial || (i > self->first && reader->tokens[i].folded[1] == '\0' &&
                                    g_ascii_isalpha (reader->tokens[i].folded[0]));
    }

  if (length > 2 && leadup_name_reader_is (reader, self->first + 1, "of") &&
      is_one_of (reader, self->first, realms))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_STATE, 2 * STRONG);
  else if (length > 1 &&
           leadup_name_reader_has_row (reader, tables->organisation_nouns, self->end - 1))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, STRONG);
  else if (length > 1 && has_of &&
           leadup_name_reader_has_row (reader, tables->organisation_nouns, self->first))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, STRONG);
  else if (length > 1 && leadup_name_reader_has_row (reader, tables->place_nouns, self->end - 1))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, STRONG);
  else if (leadup_name_reader_is_given_name (reader, self->first))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, length > 1 ? STRONG : FAIR);
  else if (length > 1 && leadup_name_reader_has_row (reader, tables->place_nouns, self->first))
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PLACE, STRONG);
  else if (has_initial && !has_of)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, STRONG);
  else if (has_of)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, FAIR);
  else if (length >= 2 && has_common)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, WEAK);
  else if (length >= 2 && length <= 5)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_PERSON, FAIR);
  else if (length == 1 && reader->tokens[self->first].is_all_capitals && !reader->is_headline)
    leadup_name_vote (self, LEADUP_ACTOR_KIND_ORGANISATION, FAIR);
  else
    judge_single (self, reader);
}

/**
 * leadup_name_judge:
 * @self: a name that no table knows
 * @reader: the reader, at the sentence of the name
 *
 * Votes for its kind by its own words and by those beside it.
 */
void
leadup_name_judge (LeadupName             *self,
                   const LeadupNameReader *reader)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (reader != NULL);

  judge_words (self, reader);
  judge_after (self, reader);
  judge_before (self, reader);
}

/**
 * Key:
 *
 * The words of a name; folded words are interned, so pointers tell them apart.
 */
typedef struct
{
  const LeadupToken *tokens;
  guint32 n_tokens;
  guint votes[N_KINDS];
  gboolean is_doubtful;
  gboolean is_surname;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint hash = key->n_tokens;

  for (guint32 i = 0; i < key->n_tokens; i++)
    hash = hash * 31 + g_direct_hash (key->tokens[i].folded);

  return hash;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  if (x->n_tokens != y->n_tokens)
    return FALSE;
  for (guint32 i = 0; i < x->n_tokens; i++)
    if (x->tokens[i].folded != y->tokens[i].folded)
      return FALSE;

  return TRUE;
}

static Key *
find_key (GHashTable             *keys,
          const LeadupNameReader *reader,
          guint32                 first,
          guint32                 end,
          gboolean                add)
{
  Key key = { .tokens = &reader->tokens[first], .n_tokens = end - first, .is_doubtful = TRUE };
  Key *found = g_hash_table_lookup (keys, &key);

  if (found == NULL && add)
    {
      found = g_memdup2 (&key, sizeof key);
      g_hash_table_add (keys, found);
    }

  return found;
}

/* A full name of a person makes its surname one of a person, and its given name. */
static void
share_with_parts (GHashTable             *keys,
                  const LeadupNameReader *reader,
                  const LeadupName       *name)
{
  Key *surname;

  if (name->end - name->first < 2 || leadup_name_get (name) != LEADUP_ACTOR_KIND_PERSON)
    return;

  surname = find_key (keys, reader, name->end - 1, name->end, TRUE);
  surname->is_surname = TRUE;
  if (name->votes[LEADUP_ACTOR_KIND_PERSON] < STRONG)
    return;
  surname->votes[LEADUP_ACTOR_KIND_PERSON] += STRONG;
  surname->is_doubtful = FALSE;
}

/* “Isaias Afwerki” is Isaias to many. */
static void
share_with_given (GHashTable             *keys,
                  const LeadupNameReader *reader,
                  const LeadupName       *name)
{
  Key *given;

  if (name->is_sure || name->end != name->first + 2 ||
      leadup_name_get (name) != LEADUP_ACTOR_KIND_PERSON ||
      reader->tokens[name->first].is_all_capitals ||
      (leadup_name_reader_get_fact (reader, name->first)->classes & LEADUP_WORD_COMMON) != 0)
    return;
  given = find_key (keys, reader, name->first, name->first + 1, FALSE);
  if (given != NULL)
    given->votes[LEADUP_ACTOR_KIND_PERSON] += FAIR;
}

/* “Bo Lincoln spoke. Lincoln then left for Lincoln”: the surname of a person that is also a place
 * is the person where nothing says “in” or “from”. */
static gboolean
is_named_like_place (GHashTable             *keys,
                     const LeadupNameReader *reader,
                     const LeadupName       *name)
{
  const Key *surname;
  guint32 end = name->end;
  LeadupTag after;

  if (name->end != name->first + 1 || name->votes[LEADUP_ACTOR_KIND_PLACE] == 0 ||
      name->end >= reader->article->tokens->len)
    return FALSE;

  surname = find_key (keys, reader, name->first, name->end, FALSE);
  while (end + 1 < reader->article->tokens->len && reader->grammar[end].tag == LEADUP_TAG_ADVERB)
    end++;
  after = (LeadupTag) reader->grammar[end].tag;

  return surname != NULL && surname->votes[LEADUP_ACTOR_KIND_PERSON] >= STRONG &&
         leadup_tag_is_verbal (after) &&
         (name->first == 0 || reader->grammar[name->first - 1].tag != LEADUP_TAG_PREPOSITION);
}

/**
 * leadup_name_share:
 * @names: (element-type LeadupName): the names of a text
 * @reader: a reader of the text
 *
 * The same words are the same kind all over a text, a name that stands in the middle of a sentence
 * once is no plain word elsewhere, and the surname of a person is a person.
 */
void
leadup_name_share (GArray                 *names,
                   const LeadupNameReader *reader)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const LeadupName *name = &g_array_index (names, LeadupName, i);
      Key *key;

      if (name->is_sure)
        continue;
      key = find_key (keys, reader, name->first, name->end, TRUE);
      for (guint k = 0; k < N_KINDS; k++)
        key->votes[k] += name->votes[k];
      key->is_doubtful = key->is_doubtful && name->is_doubtful;
      share_with_parts (keys, reader, name);
    }

  for (guint i = 0; i < names->len; i++)
    share_with_given (keys, reader, &g_array_index (names, LeadupName, i));

  for (guint i = 0; i < names->len; i++)
    {
      LeadupName *name = &g_array_index (names, LeadupName, i);
      Key *key;

      if (name->is_sure && !is_named_like_place (keys, reader, name))
        continue;
      key = find_key (keys, reader, name->first, name->end, FALSE);
      /* “Stahn’s government” is that of Mikael Stahn, if nothing else makes it a state. */
      if (key->is_surname && key->votes[LEADUP_ACTOR_KIND_STATE] <= STRONG)
        key->votes[LEADUP_ACTOR_KIND_STATE] = 0;
      for (guint k = 0; k < N_KINDS; k++)
        name->votes[k] = (guint8) MIN (255, key->votes[k]);
      name->is_doubtful = key->is_doubtful;
    }
}
