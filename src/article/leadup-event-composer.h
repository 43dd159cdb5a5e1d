/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"
#include "article/leadup-event-meaning.h"

G_BEGIN_DECLS

/**
 * LeadupReading:
 * @class: what happened
 * @counts: (nullable): what a number in the object counts
 * @noun: phrase of the noun that says what happened, LEADUP_NONE = the verb says it
 * @outer: predicate whose subject acts: the outermost that only colours this one
 * @words: how many words the phrase of the lexicon has
 * @helper: what its own helpers make of it
 * @is_event: whether it is an event at all
 * @is_consumed: whether it only colours another (“began” in “began to withdraw”)
 *
 * What a predicate says happened, with all that governs it taken into account.
 */
typedef struct
{
  LeadupEventMeaning class;
  const char *counts;
  gint32 noun;
  gint32 outer;
  guint              words;
  LeadupEffect helper;
  gboolean is_event;
  gboolean is_consumed;
} LeadupReading;

void leadup_event_composer_read (const LeadupClauses *clauses, GArray *readings);
const LeadupLexiconRow *leadup_event_composer_noun (const LeadupClauses *clauses, gint32 phrase);
const LeadupStatement *leadup_event_composer_statement (const LeadupClauses *clauses, guint32 verb);
gboolean leadup_event_composer_is_noun_of (const LeadupLexiconRow *row, const char *category);
gboolean leadup_event_composer_is_deed (const LeadupLexiconRow *row);
gboolean leadup_event_composer_is_disaster (const LeadupLexiconRow *row);
gboolean leadup_event_composer_is_agreement (const LeadupLexiconRow *row);
gboolean leadup_event_composer_is_conflict (const LeadupLexiconRow *row);
gboolean leadup_event_composer_is_assault (const LeadupLexiconRow *row);
gboolean leadup_event_composer_leads (const LeadupClauses *clauses, gint32 phrase);

G_END_DECLS
