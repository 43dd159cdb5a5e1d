/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-headline-reader.h"

G_BEGIN_DECLS

/* How much is left out, each step on top of those before. */
typedef enum
{
  LEADUP_HEADLINE_SHORT_NONE,
  LEADUP_HEADLINE_SHORT_ARTICLES,   /* “the”, “a”, and “that” */
  LEADUP_HEADLINE_SHORT_SUBJECT,    /* the name alone */
  LEADUP_HEADLINE_SHORT_ADJECTIVES, /* what stands before a noun */
  LEADUP_HEADLINE_N_SHORT,
} LeadupHeadlineShortness;

/**
 * LeadupHeadlineWriter:
 * @is_governed: whether its verb brings another: “threatening to bomb”
 * @is_opened_by_person: whether a person, or nobody that is known, acts in it
 * @is_after_open: whether the last token opened a quotation
 * @last: token written last
 *
 * A title in the making.
 */
typedef struct
{
  LeadupHeadlineReader reader;
  const LeadupArticleEvent *event;
  LeadupHeadlineShortness shortness;
  gboolean is_governed;
  gboolean is_opened_by_person;
  gboolean is_after_open;
  GString *text;
  guint32 last;
} LeadupHeadlineWriter;

LeadupTag leadup_headline_writer_tag_at (const LeadupHeadlineWriter *self, guint32 at);
gboolean leadup_headline_writer_is_article (const LeadupHeadlineWriter *self, guint32 at);
void leadup_headline_writer_append_words (LeadupHeadlineWriter *self,
                                          const char *words,
                                          gsize length,
                                          gboolean has_space);
void leadup_headline_writer_write_tokens (LeadupHeadlineWriter *self, guint32 first, guint32 end);
void leadup_headline_writer_write_subject (LeadupHeadlineWriter *self, gint32 subject);
void leadup_headline_writer_write_predicate (LeadupHeadlineWriter *self,
                                             gint32 outer,
                                             guint32 end);
gsize leadup_headline_writer_count_characters (const LeadupHeadlineWriter *self);
void leadup_headline_writer_finish (LeadupHeadlineWriter *self);

G_END_DECLS
