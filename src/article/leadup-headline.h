/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

#define LEADUP_HEADLINE_CHARACTERS 80

/**
 * LeadupHeadlineFrame:
 * @outer: predicate whose subject acts, LEADUP_NONE where a noun alone tells the event
 * @inner: predicate that tells the event; often @outer itself
 * @noun: phrase that tells the event where no predicate does
 * @said: predicate of what is said before the verb of saying, LEADUP_NONE where that follows
 * @speaker: phrase of who says that
 *
 * Where in the parse of its sentence an event stands.
 */
typedef struct
{
  gint32 outer;
  gint32 inner;
  gint32 noun;
  gint32 said;
  gint32 speaker;
} LeadupHeadlineFrame;

char *leadup_headline_make (const LeadupClauses       *clauses,
                            const LeadupHeadlineFrame *frame,
                            const LeadupArticleEvent  *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
