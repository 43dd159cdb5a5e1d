/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

/**
 * LeadupEventPlace:
 * @inner: predicate that says what happened, LEADUP_NONE = a noun does
 * @outer: predicate whose subject acts
 * @noun: phrase of the noun that says it, LEADUP_NONE = none
 * @predicate: predicate that tells it
 * @token: first token of what names it
 * @first_statement: index of a statement; those before it end before the sentence
 * @is_deed: whether something is done, not said
 *
 * Where in a sentence an event stands.
 */
typedef struct
{
  gint32 inner;
  gint32 outer;
  gint32 noun;
  gint32 predicate;
  guint32 token;
  guint first_statement;
  gboolean is_deed;
} LeadupEventPlace;

void leadup_event_dates_find_foreign (const LeadupClauses    *clauses,
                                      const LeadupEventPlace *place,
                                      guint                   first_date,
                                      LeadupArticleEvent     *event);

G_END_DECLS
