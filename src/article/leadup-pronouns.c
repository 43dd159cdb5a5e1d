/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-pronouns.h"

#include "article/leadup-actors.h"
#include "article/leadup-grammar.h"
#include "article/leadup-issuer.h"
#include "article/leadup-name-tables.h"
#include "article/leadup-pronoun-body.h"

#include <string.h>

/* How far back a pronoun or “the president” looks. */
#define MAX_BACK_MENTIONS 40
#define MAX_BACK_SENTENCES 3
/* How far after a quotation its speaker is named. */
#define MAX_SPEAKER_TOKENS 8
/* No token. */
#define NOBODY G_MAXUINT32
/* A pronoun of a pronoun of a pronoun … */
#define MAX_PASSES 4
/* “her former press officer, Bo Roe”: how far before a name its owner stands. */
#define MAX_OFFICE_TOKENS 5

/* “Poe’s lawyer, Bo Roe, said”: who only owns what the person after it is. */
static gboolean
is_owner_of (const LeadupArticle *article,
             const LeadupMention *owner,
             guint32              person)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;

  if (owner->end_token >= person || grammar[owner->end_token].tag != LEADUP_TAG_POSSESSIVE)
    return FALSE;
  for (guint32 i = owner->end_token + 1; i < person; i++)
    if (grammar[i].tag != LEADUP_TAG_NOUN && grammar[i].tag != LEADUP_TAG_NAME &&
        grammar[i].tag != LEADUP_TAG_ADJECTIVE && grammar[i].tag != LEADUP_TAG_COMMA &&
        strcmp (g_array_index (article->tokens, LeadupToken, i).folded, ".") != 0)
      return FALSE;

  return TRUE;
}

/* Whether nobody else is named from the sentence of the last mention of a person on. */
static gboolean
is_alone (const LeadupArticle *article,
          guint                at,
          guint32              sentence,
          gint32               person)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;

  while (at > 0)
    {
      const LeadupMention *mention = leadup_article_get_mention (article, --at);

      if (tokens[mention->first_token].sentence + 1 < sentence)
        break;
      if (mention->kind == LEADUP_ACTOR_KIND_PERSON && mention->actor != person)
        return FALSE;
    }

  return TRUE;
}

/* What the given name or the title of a person says: a “Mary” or a “Mrs” is no “he”. */
static char
read_pronoun (const LeadupArticle    *article,
              const LeadupNameTables *tables,
              const LeadupMention    *mention)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const LeadupLexiconRow *row = NULL;

  if (mention->first_token > 0)
    row = leadup_lexicon_table_find_word (tables->titles, tokens[mention->first_token - 1].word);
  if (row != NULL && row->columns[2][0] != '\0')
    return row->columns[2][0];
  row =
      mention->end_token > mention->first_token + 1
          ? leadup_lexicon_table_find_word (tables->given_names, tokens[mention->first_token].word)
          : NULL;

  return row != NULL ? row->columns[1][0] : '\0';
}

/* 'h' of “he” and its forms, 's' of “she”, 0 of any other word. */
static char
get_pronoun (const LeadupToken *token)
{
  static const char *const he[] = { "he", "him", "his", "himself", NULL };
  static const char *const she[] = { "she", "her", "hers", "herself", NULL };

  if (token->folded[0] != 'h' && token->folded[0] != 's')
    return '\0';

  return leadup_token_is_any (token, he) ? 'h' : leadup_token_is_any (token, she) ? 's' : '\0';
}

/* “The driver told him”: whoever he is, not the driver. */
static gboolean
is_subject_form (const LeadupToken *token)
{
  return leadup_token_is (token, "he") || leadup_token_is (token, "she");
}

/* “Her lawyer, Bo Roe, said she”: whoever she is, not Bo Roe. */
static gboolean
is_somebodys (const LeadupArticle *article,
              const LeadupMention *mention,
              char                 pronoun)
{
  static const char *const owners[] = { "his", "her", NULL };
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;

  for (guint32 i = mention->first_token; i > 0 && i + MAX_OFFICE_TOKENS > mention->first_token; i--)
    if (tokens[i - 1].sentence != tokens[mention->first_token].sentence)
      return FALSE;
    else if (leadup_token_is_any (&tokens[i - 1], owners))
      return get_pronoun (&tokens[i - 1]) == pronoun;

  return FALSE;
}

/* A noun of @kinds, #LeadupWordClasses, for one or for many: “nurse”, “nurses”. */
static gboolean
is_noun_of (const LeadupArticle *article,
            guint32              at,
            guint32              kinds,
            gboolean             is_many)
{
  const LeadupToken *token = &g_array_index (article->tokens, LeadupToken, at);
  const LeadupWordFacts *facts = leadup_word_facts_get (article->lexicon);

  return g_array_index (article->grammar, LeadupGrammar, at).tag == LEADUP_TAG_NOUN &&
         token->word <= facts->n_words && (facts->words[token->word].classes & kinds) != 0 &&
         (g_str_has_suffix (token->folded, "s") || leadup_token_is (token, "people")) == is_many;
}

/* “Two nurses of the union were freed. They …”, “A friend warned Ada Roe. She …”: somebody without
 * a name does something in a sentence, so that the pronoun need not mean whom it names. The noun,
 * NOBODY if there is none. */
static guint32
find_nameless_subject (const LeadupArticle *article,
                       guint32              sentence,
                       gboolean             is_many)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  const LeadupSentence *here = &g_array_index (article->sentences, LeadupSentence, sentence);
  /* A ship or a government is no “he”. */
  const guint32 kinds = LEADUP_WORD_PEOPLE | (is_many ? LEADUP_WORD_PARTY : 0);

  for (guint32 i = here->first_token; i < here->end_token; i++)
    {
      if (leadup_tag_is_verbal ((LeadupTag) grammar[i].tag) ||
          grammar[i].tag == LEADUP_TAG_PREPOSITION || grammar[i].tag == LEADUP_TAG_COMMA)
        return NOBODY;
      if (is_noun_of (article, i, kinds, is_many) && i + 1 < here->end_token &&
          (leadup_tag_is_verbal ((LeadupTag) grammar[i + 1].tag) ||
           (is_many && grammar[i + 1].tag == LEADUP_TAG_PREPOSITION)) &&
          leadup_actors_at (article, here->first_token, i + 1) < 0)
        return i;
    }

  return NOBODY;
}

/* Whether @text has the word, which is in lower case, as a word of its own and not as an owner:
 * “the North’s leader” is not the North. */
static gboolean
contains_folded (const char *text,
                 const char *word)
{
  gsize length = strlen (word);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_tolower (*at) == *word && g_ascii_strncasecmp (at, word, length) == 0 &&
        !g_ascii_isalnum (at[length]) && at[length] != '\'' && !g_str_has_prefix (at + length, "’") &&
        (at == text || !g_ascii_isalnum (at[-1])))
      return TRUE;

  return FALSE;
}

/* Whether somebody without a name does something from the sentence of a person on, as far as the
 * pronoun: “Bo Roe left. The driver said he saw nothing.” But “the president” may be that person.
 */
static gboolean
has_nameless_rival (const LeadupArticle *article,
                    const LeadupToken   *token,
                    guint32              from,
                    gint32               person)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const char *role = leadup_article_get_actor (article, person)->role;

  for (guint32 sentence = from; sentence <= token->sentence; sentence++)
    {
      guint32 noun = find_nameless_subject (article, sentence, FALSE);

      /* “No soldier can win it,” said Ada Roe. But she warned … */
      if (noun == NOBODY || (role != NULL && contains_folded (role, tokens[noun].folded)) ||
          (tokens[noun].is_quoted && !token->is_quoted))
        continue;
      if (sentence < token->sentence ||
          (from < sentence && &tokens[noun] < token && is_subject_form (token) &&
           tokens[noun].is_quoted == token->is_quoted))
        return TRUE;
    }

  return FALSE;
}

/* Whom “he” or “she” in @token means: of the nearest sentence that names such a person the first.
 */
static gint32
behind_person (const LeadupArticle *article,
               guint                at,
               const LeadupToken   *token)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  guint32 nearest = G_MAXUINT32;
  const char pronoun = get_pronoun (token);
  const guint32 sentence = token->sentence;
  guint32 person = 0;
  gint32 found = -1;

  for (guint n = 0; at > 0 && n < MAX_BACK_MENTIONS; n++)
    {
      const LeadupMention *mention = leadup_article_get_mention (article, --at);
      guint32 there = tokens[mention->first_token].sentence;

      if (there + MAX_BACK_SENTENCES < sentence || (found >= 0 && there != nearest))
        break;
      if (mention->kind != LEADUP_ACTOR_KIND_PERSON || mention->actor < 0 ||
          (leadup_article_get_actor (article, mention->actor)->pronoun != '\0' &&
           leadup_article_get_actor (article, mention->actor)->pronoun != pronoun) ||
          is_somebodys (article, mention, pronoun) ||
          /* “He knew Roe,” he said: that is not Roe. */
          (there == sentence && tokens[mention->first_token].is_quoted && !token->is_quoted))
        continue;
      if (found < 0 && has_nameless_rival (article, token, there, mention->actor))
        return -1;
      nearest = there;
      if (found >= 0 && is_owner_of (article, mention, person))
        continue;
      found = mention->actor;
      person = mention->first_token;
    }

  return found;
}

/* Who says the quotation that @token is in: the first person after it in the paragraph, or who was
 * named last before it. */
static gint32
behind_quotation (const LeadupArticle *article,
                  const GArray        *names,
                  guint                next,
                  guint32              token)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const LeadupSentence *sentence =
      &g_array_index (article->sentences, LeadupSentence, tokens[token].sentence);
  gboolean goes_on;
  guint32 end = token;

  while (end < article->tokens->len && tokens[end].is_quoted)
    end++;
  /* After a full stop somebody else may follow, not after “why?”. */
  goes_on = strcmp (tokens[end - 1].folded, ".") != 0 &&
            (end < 2 || strcmp (tokens[end - 2].folded, ".") != 0);

  /* “I phoned,” he said: whoever he is. */
  for (guint32 i = end; i < end + 3 && i < article->tokens->len && goes_on; i++)
    if (get_pronoun (&tokens[i]) != '\0')
      {
        while (next < names->len && g_array_index (names, LeadupMention, next).first_token < i)
          next++;
        return behind_person (article, next, &tokens[i]);
      }
  for (guint i = next; i < names->len; i++)
    {
      const LeadupMention *mention = &g_array_index (names, LeadupMention, i);
      const LeadupToken *first = &tokens[mention->first_token];

      if (mention->first_token > end + MAX_SPEAKER_TOKENS || (first->starts_sentence && !goes_on) ||
          g_array_index (article->sentences, LeadupSentence, first->sentence).paragraph !=
              sentence->paragraph)
        break;
      if (mention->first_token >= end && mention->kind == LEADUP_ACTOR_KIND_PERSON)
        return mention->actor;
    }

  for (guint i = next; i > 0; i--)
    {
      const LeadupMention *mention = &g_array_index (names, LeadupMention, i - 1);

      if (tokens[mention->first_token].sentence + MAX_BACK_SENTENCES < tokens[token].sentence)
        break;
      if (mention->kind == LEADUP_ACTOR_KIND_PERSON && !tokens[mention->first_token].is_quoted)
        return mention->actor;
    }

  return -1;
}

/* Whom “he” or “she” means: in a quotation nobody speaks so of himself. */
static gint32
behind_third_person (const LeadupArticle *article,
                     const GArray        *names,
                     guint                at,
                     guint32              token)
{
  const LeadupToken *pronoun = &g_array_index (article->tokens, LeadupToken, token);
  gint32 actor = behind_person (article, at, pronoun);

  return actor >= 0 && pronoun->is_quoted &&
                 actor == behind_quotation (article, names, at, token)
             ? -1
             : actor;
}

/* “the president”: the latest person whose role has the word. */
static gint32
behind_title (const LeadupArticle *article,
              guint                at,
              const char          *word)
{
  for (guint n = 0; at > 0 && n < MAX_BACK_MENTIONS; n++)
    {
      const LeadupMention *mention = leadup_article_get_mention (article, --at);
      const char *role;

      if (mention->kind != LEADUP_ACTOR_KIND_PERSON || mention->actor < 0)
        continue;
      role = leadup_article_get_actor (article, mention->actor)->role;
      if (role != NULL && contains_folded (role, word))
        return mention->actor;
    }

  return -1;
}

/* “a camp at Sokode”: where something is, though nobody says that it is a place. */
static gboolean
stands_for_place (const LeadupToken   *tokens,
                  const LeadupMention *mention)
{
  static const char *const places[] = { "at", "in", "near", "outside", NULL };

  return mention->first_token > 0 && tokens[mention->first_token].is_capitalised &&
         leadup_token_is_any (&tokens[mention->first_token - 1], places);
}

/* “They were later released”. */
static gboolean
is_passive (const LeadupArticle *article,
            guint32              pronoun)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  guint32 at = pronoun + 1;

  if (at >= article->tokens->len || grammar[at].tag != LEADUP_TAG_AUXILIARY)
    return FALSE;
  while (at < article->tokens->len &&
         (grammar[at].tag == LEADUP_TAG_AUXILIARY || grammar[at].tag == LEADUP_TAG_ADVERB))
    at++;

  return at < article->tokens->len && grammar[at].tag == LEADUP_TAG_VERB &&
         (grammar[at].forms & LEADUP_FORM_PARTICIPLE) != 0 &&
         (grammar[at].forms & LEADUP_FORM_ING) == 0;
}

/* “The court jailed a colonel, Bo Poe, and his wife”: whether persons suffer what is done there. */
static gboolean
has_persons_as_objects (const LeadupArticle *article,
                        guint32              sentence)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  const LeadupSentence *there = &g_array_index (article->sentences, LeadupSentence, sentence);
  guint32 at = there->first_token;

  while (at < there->end_token && grammar[at].tag != LEADUP_TAG_VERB)
    at++;
  for (guint i = leadup_article_count_mentions (article, at); i < article->mentions->len; i++)
    {
      const LeadupMention *mention = leadup_article_get_mention (article, i);

      if (mention->first_token >= there->end_token)
        break;
      if (mention->first_token >= at && mention->kind == LEADUP_ACTOR_KIND_PERSON &&
          grammar[mention->first_token - 1].tag != LEADUP_TAG_PREPOSITION)
        return TRUE;
    }

  return FALSE;
}

/* “The army detained nine students”: the noun for those without a name who suffer what is done
 * there, NOBODY if there are none. */
static guint32
find_nameless_object (const LeadupArticle *article,
                      guint32              sentence)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  const LeadupSentence *there = &g_array_index (article->sentences, LeadupSentence, sentence);
  gboolean is_object = FALSE;

  for (guint32 i = there->first_token; i < there->end_token; i++)
    if (grammar[i].tag == LEADUP_TAG_VERB)
      is_object = TRUE;
    else if (grammar[i].tag == LEADUP_TAG_PREPOSITION || grammar[i].tag == LEADUP_TAG_COMMA)
      is_object = FALSE;
    else if (is_object && is_noun_of (article, i, LEADUP_WORD_PEOPLE, TRUE) &&
             leadup_actors_at (article, i, i + 1) < 0)
      return i;

  return NOBODY;
}

/* “the rebels”, “UN experts”, “police”: whether a name stands for many. */
static gboolean
is_of_many (const LeadupArticle *article,
            const LeadupMention *mention)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const LeadupToken *last = &tokens[mention->end_token - 1];

  /* “the United Nations”, “the RTS”: one body all the same. */
  gboolean is_title = last->is_all_capitals ||
                      (last->is_capitalised && mention->end_token > mention->first_token + 1);

  return (!is_title &&
          (g_str_has_suffix (last->folded, "s") || g_str_has_suffix (last->folded, "men") ||
           leadup_token_is (last, "police"))) ||
         (mention->end_token < article->tokens->len &&
          is_noun_of (article, mention->end_token, LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY, TRUE));
}

/* “The front said …, they”: whether one body acts in a sentence where nobody else does who are
 * many: of “when boats approached, the company said” it is the boats. */
static gboolean
acts_alone (const LeadupArticle *article,
            const LeadupMention *mention,
            guint32              before)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const LeadupSentence *there = &g_array_index (article->sentences, LeadupSentence,
                                                tokens[mention->first_token].sentence);
  const guint32 end = MIN (before, there->end_token);
  guint32 at = mention->end_token;

  while (at < end && (grammar[at].tag == LEADUP_TAG_NOUN || grammar[at].tag == LEADUP_TAG_ADVERB ||
                      grammar[at].tag == LEADUP_TAG_POSSESSIVE))
    at++;
  if (at >= end || !leadup_tag_is_verbal ((LeadupTag) grammar[at].tag))
    return FALSE;
  for (guint32 i = there->first_token; i + 1 < end; i++)
    if (grammar[i].tag == LEADUP_TAG_NOUN && g_str_has_suffix (tokens[i].folded, "s") &&
        leadup_tag_is_verbal ((LeadupTag) grammar[i + 1].tag))
      return FALSE;

  return TRUE;
}

/* “Ada Roe and her Chadian counterpart, Bo Poe, met. They …”: they are those two. */
static gboolean
begins_with_two (const LeadupArticle *article,
                 guint32              sentence)
{
  const LeadupGrammar *grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  const LeadupSentence *there = &g_array_index (article->sentences, LeadupSentence, sentence);
  guint32 at = there->first_token;
  gboolean is_joined = FALSE;

  for (; at < there->end_token && !leadup_tag_is_verbal ((LeadupTag) grammar[at].tag); at++)
    is_joined = is_joined || (grammar[at].tag == LEADUP_TAG_CONJUNCTION &&
                              leadup_article_count_mentions (article, at) >
                                  leadup_article_count_mentions (article, there->first_token));

  return is_joined && at < there->end_token;
}

/* “They”: the first of those who were named in the nearest sentence that can be many; of who
 * suffers something, not who did something there to others without a name. */
static gint32
behind_many (const LeadupArticle *article,
             guint                at,
             guint32              pronoun)
{
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  const guint32 sentence = tokens[pronoun].sentence;
  guint32 nearest = G_MAXUINT32;
  gint32 found = -1;

  for (guint n = 0; at > 0 && n < MAX_BACK_MENTIONS; n++)
    {
      const LeadupMention *mention = leadup_article_get_mention (article, --at);
      const LeadupToken *last = &tokens[mention->end_token - 1];
      guint32 there = last->sentence;

      if (there + 2 < sentence || (found >= 0 && there != nearest) ||
          (there + 1 < sentence && begins_with_two (article, sentence - 1)))
        break;
      if (mention->actor < 0 || mention->kind == LEADUP_ACTOR_KIND_STATE ||
          mention->kind == LEADUP_ACTOR_KIND_PLACE || stands_for_place (tokens, mention) ||
          (mention->kind == LEADUP_ACTOR_KIND_PERSON && last->is_capitalised) ||
          (mention->kind == LEADUP_ACTOR_KIND_NATIONALITY && !g_str_has_suffix (last->folded, "s")))
        continue;
      if (!is_of_many (article, mention) && (mention->kind == LEADUP_ACTOR_KIND_PERSON ||
                                             !acts_alone (article, mention, pronoun)))
        continue;
      /* “The army killed ten militants. They had …”: one body is not as likely as many men. */
      if (found < 0 && (find_nameless_subject (article, there, TRUE) != NOBODY ||
                        ((is_passive (article, pronoun) || !g_str_has_suffix (last->folded, "s")) &&
                         find_nameless_object (article, there) != NOBODY) ||
                        (is_passive (article, pronoun) && has_persons_as_objects (article, there))))
        return -1;
      nearest = there;
      found = mention->actor;
    }

  return found;
}

/* What the names of people say of them, for “he” and “she”. */
static void
read_people (LeadupArticle *article)
{
  LeadupNameTables tables;

  leadup_name_tables_init (&tables, article->lexicon);
  for (guint32 i = 0; i < article->mentions->len; i++)
    {
      const LeadupMention *name = leadup_article_get_mention (article, i);
      LeadupArticleActor *actor;

      if (name->kind != LEADUP_ACTOR_KIND_PERSON || name->actor < 0)
        continue;
      actor = leadup_article_get_actor (article, name->actor);
      if (actor->pronoun == '\0')
        actor->pronoun = read_pronoun (article, &tables, name);
    }
}

/* The pronouns of a text by the mentions that it has already. */
static void
add_pronouns (LeadupArticle *article)
{
  static const char *const owned[] = { "his", "her", "hers", NULL };
  static const char *const own[] = { "i", "me", "myself", NULL };
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  g_autoptr (GArray) names = g_array_copy (article->mentions);
  GArray *all = g_array_sized_new (FALSE, TRUE, sizeof (LeadupMention), names->len);
  guint next = 0;

  for (guint32 i = 0; i < article->tokens->len; i++)
    {
      LeadupMention pronoun = { .first_token = i, .end_token = i + 1, .span = tokens[i].span };

      /* With these all of them begin. */
      if (strchr ("hsim", tokens[i].folded[0]) == NULL)
        continue;
      while (next < names->len && g_array_index (names, LeadupMention, next).first_token <= i)
        g_array_append_val (all, g_array_index (names, LeadupMention, next++));
      if (tokens[i].is_furniture || tokens[i].kind != LEADUP_TOKEN_WORD ||
          (next > 0 && g_array_index (names, LeadupMention, next - 1).first_token == i))
        continue;
      pronoun.kind = LEADUP_ACTOR_KIND_PERSON;
      if (get_pronoun (&tokens[i]) != '\0')
        {
          pronoun.actor = behind_third_person (article, names, next, i);
          if (pronoun.actor >= 0 && is_alone (article, next, tokens[i].sentence, pronoun.actor))
            leadup_article_get_actor (article, pronoun.actor)->pronoun = get_pronoun (&tokens[i]);
          if (leadup_token_is_any (&tokens[i], owned))
            continue;
        }
      else if (tokens[i].is_quoted && leadup_token_is_any (&tokens[i], own))
        pronoun.actor = behind_quotation (article, names, next, i);
      else
        continue;
      if (pronoun.actor >= 0)
        g_array_append_val (all, pronoun);
    }
  while (next < names->len)
    g_array_append_val (all, g_array_index (names, LeadupMention, next++));

  g_array_unref (article->mentions);
  article->mentions = all;
}

/**
 * leadup_pronouns_find:
 * @article: an article with actors
 *
 * “He” and “she” are mentions of whom they mean, where that is clear, and “I” of who is quoted.
 */
void
leadup_pronouns_find (LeadupArticle *article)
{
  guint n_mentions;

  article->issuer = leadup_issuer_find (article);
  read_people (article);
  /* “She refused. … All of them lost their jobs, she said.” goes on from the first “she”. */
  for (guint pass = 0; pass < MAX_PASSES; pass++)
    {
      n_mentions = article->mentions->len;
      add_pronouns (article);
      if (article->mentions->len == n_mentions)
        break;
    }
}

/**
 * leadup_pronouns_find_nameless:
 * @article: an article with actors
 * @token: “they”
 * @words: where the words are put that say who that is, if that is known
 *
 * “The army detained nine students. They were freed”: those without a name to whom something was
 * done in the sentence before, and again.
 *
 * Returns: whether that is clear
 */
gboolean
leadup_pronouns_find_nameless (const LeadupArticle *article,
                               guint32              token,
                               LeadupSpan          *words)
{
  const LeadupGrammar *grammar;
  const LeadupToken *tokens;
  guint32 noun, first;

  g_return_val_if_fail (article != NULL, FALSE);
  g_return_val_if_fail (token < article->tokens->len, FALSE);

  grammar = (const LeadupGrammar *) (gpointer) article->grammar->data;
  tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  if (!leadup_token_is (&tokens[token], "they") || !tokens[token].starts_sentence ||
      tokens[token].sentence == 0 || tokens[token].is_quoted || !is_passive (article, token))
    return FALSE;
  noun = find_nameless_object (article, tokens[token].sentence - 1);
  /* “Two nurses were abducted. They were freed.” */
  if (noun == NOBODY)
    {
      noun = find_nameless_subject (article, tokens[token].sentence - 1, TRUE);
      if (noun != NOBODY && !is_passive (article, noun))
        return FALSE;
    }
  if (noun == NOBODY || tokens[noun].is_quoted)
    return FALSE;
  for (first = noun; first > 0 && (grammar[first - 1].tag == LEADUP_TAG_ADJECTIVE ||
                                   grammar[first - 1].tag == LEADUP_TAG_NOUN ||
                                   grammar[first - 1].tag == LEADUP_TAG_NAME ||
                                   grammar[first - 1].tag == LEADUP_TAG_NUMBER);)
    first--;
  words->start = tokens[first].span.start;
  words->end = tokens[noun].span.end;

  return TRUE;
}

/**
 * leadup_pronouns_get_actor:
 * @article: an article with actors
 * @token: a pronoun, or the noun of “the president”
 *
 * Returns: the actor that it means, −1 if that is not clear
 */
gint32
leadup_pronouns_get_actor (const LeadupArticle *article,
                           guint32              token)
{
  const LeadupToken *tokens;
  const char *word;
  guint at;

  g_return_val_if_fail (article != NULL, -1);
  g_return_val_if_fail (token < article->tokens->len, -1);

  tokens = (const LeadupToken *) (gpointer) article->tokens->data;
  word = tokens[token].folded;
  at = leadup_article_count_mentions (article, token);

  if (get_pronoun (&tokens[token]) != '\0')
    return behind_third_person (article, article->mentions, at, token);
  if (g_str_equal (word, "they") || g_str_equal (word, "them"))
    return behind_many (article, at, token);
  if (g_str_equal (word, "it"))
    return leadup_pronoun_body_find (article, token);
  if ((g_str_equal (word, "we") || g_str_equal (word, "us")) && !tokens[token].is_quoted)
    return article->issuer;
  /* “I”: no title of anybody. */
  if (((const LeadupGrammar *) (gpointer) article->grammar->data)[token].tag == LEADUP_TAG_PRONOUN)
    return -1;

  return behind_title (article, at, word);
}
