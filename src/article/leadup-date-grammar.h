/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-lexicon.h"

G_BEGIN_DECLS

/**
 * LeadupDateClass:
 *
 * Kinds of words in expressions of time. The tables date-words and date-rules call them by the
 * names in leadup-date-grammar.c.
 */
typedef enum
{
  LEADUP_DATE_MONTH,     /* 1 … 12 */
  LEADUP_DATE_WEEKDAY,   /* 1 … 7 */
  LEADUP_DATE_WEEKDAYS,  /* “Mondays” */
  LEADUP_DATE_UNIT,      /* “week”: letter of the TIMEX3 unit, see LeadupDateUnit */
  LEADUP_DATE_UNITS,     /* “weeks” */
  LEADUP_DATE_NUM,       /* a number */
  LEADUP_DATE_VAGUE,     /* “several”, “a few” */
  LEADUP_DATE_ORD,       /* “third” */
  LEADUP_DATE_DAY,       /* 1 … 31 in digits */
  LEADUP_DATE_YEAR,      /* four digits */
  LEADUP_DATE_SHORTYEAR, /* “'03” */
  LEADUP_DATE_DECADE,    /* “1990s”, “'90s”, “nineties”: its first year */
  LEADUP_DATE_DAYPART,   /* “morning” */
  LEADUP_DATE_DAYPARTS,  /* “mornings” */
  LEADUP_DATE_SEASON,    /* 0 spring … 3 winter */
  LEADUP_DATE_HOLIDAY,
  LEADUP_DATE_PART,      /* “early”, “the end of” */
  LEADUP_DATE_DEICTIC,   /* “last”, “this”, “next”: how many units from now */
  LEADUP_DATE_NARRATIVE, /* “the following”, “the previous”: how many units from then */
  LEADUP_DATE_DAYREF,    /* “yesterday”: days from now */
  LEADUP_DATE_REF,       /* “now”, “recently” */
  LEADUP_DATE_RECENT,    /* “recent”, “coming” */
  LEADUP_DATE_AMPM,      /* hours to add, see there */
  LEADUP_DATE_ZONE,      /* minutes from UTC */
  LEADUP_DATE_AGO,       /* −1 “ago”, 1 “from now” */
  LEADUP_DATE_LATER,     /* −1 “earlier”, 1 “later” */
  LEADUP_DATE_APPROX,    /* “about”, “more than” */
  LEADUP_DATE_SET,       /* “daily” */
  LEADUP_DATE_EACH,      /* “every” */
  LEADUP_DATE_FULL,      /* 2025-12-19, 12/19/2025 */
  LEADUP_DATE_CLOCK,     /* 15:30 */
  LEADUP_DATE_ERA,       /* −1 BC, 1 AD */
  LEADUP_DATE_FISCAL,
  LEADUP_DATE_HALF,
  LEADUP_DATE_QUARTER,   /* “Q3” */
  LEADUP_DATE_CENTURY,   /* “century” behind its number */
  LEADUP_DATE_YEAREND,
  LEADUP_DATE_OLDYEAR,   /* three digits */
  LEADUP_DATE_BYGONE,    /* “past” without a unit */
  LEADUP_N_DATE_CLASSES,
} LeadupDateClass;

#define LEADUP_DATE_BIT(class) (G_GUINT64_CONSTANT (1) << (class))

/* The units of durations, as values of the classes unit and units. */
typedef enum
{
  LEADUP_DATE_UNIT_SECOND,
  LEADUP_DATE_UNIT_MINUTE,
  LEADUP_DATE_UNIT_HOUR,
  LEADUP_DATE_UNIT_NIGHT,
  LEADUP_DATE_UNIT_DAY,
  LEADUP_DATE_UNIT_WEEKEND,
  LEADUP_DATE_UNIT_WEEK,
  LEADUP_DATE_UNIT_FORTNIGHT,
  LEADUP_DATE_UNIT_MONTH,
  LEADUP_DATE_UNIT_QUARTER,
  LEADUP_DATE_UNIT_SEASON,
  LEADUP_DATE_UNIT_YEAR,
  LEADUP_DATE_UNIT_DECADE,
  LEADUP_DATE_UNIT_CENTURY,
  LEADUP_DATE_UNIT_MILLENNIUM,
} LeadupDateUnit;

#define LEADUP_DATE_MAX_ELEMENTS 14

/**
 * LeadupDateElement:
 * @classes: bits of the classes that fit
 * @words: or the words that fit, 0 = none
 */
typedef struct
{
  guint64  classes;
  guint32  words[4];
  gboolean is_optional;
} LeadupDateElement;

/**
 * LeadupDateRule:
 * @name: “family:name”, of LeadupWhen
 * @action: name of what computes the value
 * @argument: for the action
 * @guard: name of the condition under which it is a date at all, may be empty
 */
typedef struct
{
  const char        *name;
  const char        *action;
  const char        *argument;
  const char        *guard;
  guint              n_elements;
  LeadupDateElement  elements[LEADUP_DATE_MAX_ELEMENTS];
} LeadupDateRule;

#define LEADUP_DATE_MAX_RULES 192

/* Rules by their place in the table. */
typedef struct
{
  guint64 bits[LEADUP_DATE_MAX_RULES / 64];
} LeadupDateRuleSet;

/**
 * LeadupDateWord:
 * @classes: bits of all classes of the phrase
 * @row: first of its rows
 */
typedef struct
{
  guint64                 classes;
  const LeadupLexiconRow *row;
} LeadupDateWord;

/**
 * LeadupDateGrammar:
 *
 * The words and rules of one language's dates, compiled from its tables date-words and
 * date-rules. Made once, lives as long as its lexicon, any thread.
 */
typedef struct _LeadupDateGrammar LeadupDateGrammar;

const LeadupDateGrammar *leadup_date_grammar_get       (const LeadupLexicon     *lexicon);
gboolean                 leadup_date_grammar_is_used   (const LeadupDateGrammar *self,
                                                        guint32                  word);
gboolean                 leadup_date_grammar_find      (const LeadupDateGrammar *self,
                                                        const LeadupToken       *tokens,
                                                        gsize                    n_tokens,
                                                        LeadupDateWord          *word);
int                      leadup_date_grammar_get_value (const LeadupDateGrammar *self,
                                                        const LeadupLexiconRow  *row,
                                                        LeadupDateClass          class,
                                                        const char             **text);
const char              *leadup_date_grammar_get_context (const LeadupDateGrammar *self,
                                                        guint32                  word);
const LeadupDateRule    *leadup_date_grammar_get_rules (const LeadupDateGrammar *self);
void                     leadup_date_grammar_get_starts (const LeadupDateGrammar *self,
                                                        guint64                  classes,
                                                        guint32                  word,
                                                        LeadupDateRuleSet       *starts);
void                     leadup_date_grammar_narrow    (const LeadupDateGrammar *self,
                                                        guint64                  classes,
                                                        guint32                  word,
                                                        LeadupDateRuleSet       *rules);

G_END_DECLS
