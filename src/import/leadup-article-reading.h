/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"
#include "import/leadup-import-records.h"
#include "import/leadup-importer.h"
#include "model/leadup-candidate.h"

G_BEGIN_DECLS

/**
 * LeadupArticleReading:
 * @article: what was found
 * @source: as the story has or will have it; its text may be older than the article's
 * @is_same_text: whether it is not
 * @actors: for each of the article's actors its id in the story, once it was asked for
 * @lines: offsets of the line ends of @article
 * @joined: ids of records of the story to what they become, as reports of this article are added
 *
 * An article on its way into a story. One thread.
 */
typedef struct
{
  const LeadupImportInput *input;
  LeadupArticle *article;
  LeadupImportRecords *records;
  LeadupSource *source;
  gboolean is_same_text;
  GPtrArray *actors;
  GArray *lines;
  GHashTable *joined;
  LeadupInstant now;
} LeadupArticleReading;

const LeadupArticleEvent *leadup_article_reading_get_event (LeadupArticleReading *self,
                                                            guint32 index);
LeadupEvent *leadup_article_reading_make_whole_event (LeadupArticleReading *self,
                                                      guint32 index,
                                                      const char *id) G_GNUC_WARN_UNUSED_RESULT;
LeadupCandidate *leadup_article_reading_make_candidate (LeadupArticleReading *self,
                                                        const LeadupArticleEvent *found,
                                                        LeadupEvent *event,
                                                        const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
