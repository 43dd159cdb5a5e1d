/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

#include "article/leadup-word-pool.h"
#include "base/leadup-when.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"

G_BEGIN_DECLS

/**
 * LeadupArticle:
 *
 * The working paper of one document: its text and, filled stage by stage, what was found in it. A
 * plain struct that
 * one thread owns. All positions are byte offsets into @text, ends exclusive;
 * leadup_article_character() turns one
 * into the code points that leave the module.
 */
typedef struct _LeadupArticle LeadupArticle;
typedef struct _LeadupLexicon LeadupLexicon;

typedef struct
{
  guint32 start;
  guint32 end;
} LeadupSpan;

typedef enum
{
  LEADUP_TOKEN_WORD,
  LEADUP_TOKEN_NUMBER,
  LEADUP_TOKEN_PUNCTUATION,
  LEADUP_TOKEN_QUOTE_OPEN,
  LEADUP_TOKEN_QUOTE_CLOSE,
} LeadupTokenKind;

/**
 * LeadupToken:
 * @folded: the word in lower case without a final full stop (“u.s”, “sept”), typographic
 *   apostrophes, hyphens and
 *   dashes as ', - and --, soft hyphens and ligatures undone; interned for the article (compare
 *   pointers of
 *   leadup_article_intern())
 * @word: its number in the article's lexicon, 0 = none of its words
 * @sentence: index of its sentence
 * @kind: what starts with a digit is a number (“19th”, “1980s”, “1,000”, “3.5”, “10pm”). A
 *   possessive “'s” and
 *   contracted verbs (“'ll”, “'ve”) are words of their own; hyphens and slashes stand alone
 * @furniture: whether it is in a passage that makes no event, actor or date
 * @is_dated: whether one of the article's dates holds it, see leadup_article_date_at()
 */
typedef struct
{
  LeadupSpan       span;
  const char      *folded;
  guint32          word;
  guint32          sentence;
  LeadupTokenKind  kind;
  guint            is_capitalised  : 1;
  guint            is_all_capitals : 1;
  guint            is_furniture    : 1;
  guint            is_quoted       : 1;
  guint            is_dated        : 1;
  guint            starts_sentence : 1;
} LeadupToken;

/* Whether a token is this word; most are told apart by their first byte, without a call. */
static inline gboolean
leadup_token_is (const LeadupToken *token,
                 const char        *word)
{
  return token->folded[0] == word[0] && strcmp (token->folded, word) == 0;
}

/* Whether it is one of these; NULL ends them. */
static inline gboolean
leadup_token_is_any (const LeadupToken   *token,
                     const char * const  *words)
{
  for (; *words != NULL; words++)
    if (leadup_token_is (token, *words))
      return TRUE;

  return FALSE;
}

typedef struct
{
  LeadupSpan  span;
  const char *rule; /* static or interned */
} LeadupFurniture;

/* Tokens [first_token, end_token). */
typedef struct
{
  LeadupSpan span;
  guint32    first_token;
  guint32    end_token;
  guint32    paragraph;
  gboolean   is_furniture;
} LeadupSentence;

/**
 * LeadupDate:
 * @type: “DATE”, “TIME”, “DURATION” or “SET” (TIMEX3)
 * @value: TIMEX3 value
 * @mod: (nullable): TIMEX3 modifier
 * @when: (nullable): bounds, where the expression has any
 */
typedef struct
{
  LeadupSpan  span;
  guint32     first_token;
  guint32     end_token;
  const char *type;
  char       *value;
  const char *mod;
  const char *rule;
  LeadupWhen *when;
} LeadupDate;

typedef struct
{
  LeadupSpan      span;
  guint32         first_token;
  guint32         end_token;
  LeadupActorKind kind;
  gint32          actor; /* index into actors, −1 = none */
} LeadupMention;

typedef struct
{
  char            *name;
  LeadupActorKind  kind;
  char            *role;      /* (nullable) */
  char             pronoun;   /* first letter of “he” or “she”, 0 = not known */
  GPtrArray       *aliases;   /* (element-type utf8) */
  GArray          *member_of; /* (element-type guint32) */
} LeadupArticleActor;

typedef struct
{
  LeadupSpan speaker;
  gint32     actor;
  LeadupSpan cue;
  LeadupSpan content;
} LeadupStatement;

typedef struct
{
  LeadupSpan span;
  gint32     actor;
} LeadupArgument;

typedef struct
{
  const char *name;
  double      low;
  double      high;
  char       *qualifier; /* (nullable) */
  gboolean    is_sum;    /* of all that are named: no more than that */
} LeadupArticleValue;

typedef struct
{
  LeadupSpan   span;    /* of the clause */
  LeadupSpan   trigger;
  guint32      sentence;
  const char  *category; /* id of a category */
  const char  *plover;
  const char  *quad; /* “verbal conflict” …, “neutral” for mere words */
  double       tone;
  GArray      *initiators; /* (element-type LeadupArgument) */
  GArray      *targets;    /* (element-type LeadupArgument) */
  GArray      *values;     /* (element-type LeadupArticleValue) */
  gint32       speaker;    /* actor, −1 = none */
  const char  *modality;   /* “asserted”, “possible”, “planned”, “threatened”, “claimed” … */
  const char  *polarity;   /* “positive”, “negative” */
  LeadupWhen  *when;
  gint32       date;       /* index of the date that governs it, −1 = none */
  guint        first_date; /* of its sentence */
  guint32      foreign_dates; /* a bit for each date of its sentence that dates something else */
  gboolean     is_aside;   /* told in a relative clause, beside what the sentence tells */
  char        *title;
  double       confidence; /* 0 … 1 */
  gint32       same_as;    /* index of the event that tells the same, −1 = none */
} LeadupArticleEvent;

struct _LeadupArticle
{
  char                *doc;       /* (nullable): name of the document */
  char                *text;      /* valid UTF-8 */
  gsize                length;
  gboolean             is_html;   /* @text was extracted from HTML */
  char                *title;     /* (nullable), as the next four */
  char                *author;
  char                *outlet;
  char                *url;
  char                *language;
  char                *published; /* (nullable): ISO day */
  char                *presumed;  /* (nullable): the same, where the article says none */
  LeadupSpan           headline;  /* of the line of a plain text that is @title */
  guint32              dateline_first; /* token of “CARACAS, Dec 3 (Reuters) —” */
  guint32              dateline_end;   /* 0 = there is none */
  const LeadupLexicon *lexicon;   /* of @language, else of English */
  LeadupWordPool      *words;     /* those that are not in the lexicon */
  guint32             *marks;     /* code points before each block of bytes */
  GArray              *furniture;  /* (element-type LeadupFurniture): in order, not overlapping */
  GArray              *sentences;  /* (element-type LeadupSentence) */
  GArray              *tokens;     /* (element-type LeadupToken) */
  GArray              *grammar;    /* (element-type LeadupGrammar): of each token */
  GArray              *parses;     /* (element-type LeadupParse): of the sentences, in order */
  GArray              *phrases;    /* (element-type LeadupPhrase): of all parses */
  GArray              *predicates; /* (element-type LeadupPredicate): of all parses */
  GArray              *dates;      /* (element-type LeadupDate): in order, not overlapping */
  GHashTable          *lands;      /* (element-type utf8 utf8): lands of this text by other names */
  GArray              *mentions;   /* (element-type LeadupMention) */
  GArray              *actors;     /* (element-type LeadupArticleActor) */
  gint32               issuer;     /* actor who is “we” in a statement, −1 = nobody */
  GArray              *statements; /* (element-type LeadupStatement) */
  GArray              *events;     /* (element-type LeadupArticleEvent) */
};

LeadupArticle *leadup_article_new       (const char          *text,
                                         gssize               length) G_GNUC_WARN_UNUSED_RESULT;
void           leadup_article_free      (LeadupArticle       *self);

const char    *leadup_article_intern    (LeadupArticle       *self,
                                         const char          *string);
char          *leadup_article_dup_span  (const LeadupArticle *self,
                                         LeadupSpan           span) G_GNUC_WARN_UNUSED_RESULT;
gint64         leadup_article_character (const LeadupArticle *self,
                                         guint32              byte);
guint          leadup_article_count_mentions (const LeadupArticle *self,
                                              guint32              token);
const LeadupDate *leadup_article_date_at     (const LeadupArticle *self,
                                              guint32              token);

static inline LeadupMention *
leadup_article_get_mention (const LeadupArticle *self,
                            guint                index)
{
  return &g_array_index (self->mentions, LeadupMention, index);
}

static inline LeadupArticleActor *
leadup_article_get_actor (const LeadupArticle *self,
                          gint32               index)
{
  return &g_array_index (self->actors, LeadupArticleActor, index);
}

/* Whether an actor is somebody; −1 is nobody. */
static inline gboolean
leadup_article_is_person (const LeadupArticle *self,
                          gint32               actor)
{
  return actor >= 0 && leadup_article_get_actor (self, actor)->kind == LEADUP_ACTOR_KIND_PERSON;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupArticle, leadup_article_free)

G_END_DECLS
