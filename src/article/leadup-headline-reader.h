/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"

G_BEGIN_DECLS

#define LEADUP_HEADLINE_MAX_DEPTH 4

/* Places where a title could end. */
#define LEADUP_HEADLINE_MAX_ENDS 32

/**
 * LeadupHeadlineReader:
 * @ends: tokens before which the title can end, in order
 * @outer: the predicate that the title tells
 * @is_broken: whether what was read last lacks what it says
 *
 * Finds where in a sentence a title can end without cutting a thing.
 */
typedef struct
{
  const LeadupClauses *clauses;
  const LeadupArticle *article;
  guint32 ends[LEADUP_HEADLINE_MAX_ENDS];
  guint n_ends;
  gboolean is_broken;
  gint32 outer;
} LeadupHeadlineReader;

gint32 leadup_headline_reader_phrase_from (const LeadupHeadlineReader *self, guint32 at);
guint32 leadup_headline_reader_unit_end (const LeadupHeadlineReader *self, gint32 phrase);
guint32 leadup_headline_reader_skip_date (const LeadupHeadlineReader *self, guint32 at);
gboolean leadup_headline_reader_is_plain_gap (const LeadupHeadlineReader *self,
                                              guint32 from,
                                              guint32 to);
gint32 leadup_headline_reader_find_complement (const LeadupHeadlineReader *self,
                                               gint32 index,
                                               guint32 end);
guint32 leadup_headline_reader_verb_end (const LeadupHeadlineReader *self,
                                         const LeadupPredicate *predicate);
guint32 leadup_headline_reader_core_end (LeadupHeadlineReader *self, gint32 index, guint depth);
void leadup_headline_reader_find_ends (LeadupHeadlineReader *self, guint32 core);
guint32 leadup_headline_reader_find_plan (const LeadupHeadlineReader *self, guint32 verb);
void leadup_headline_reader_balance_quotes (GString *text);

G_END_DECLS
