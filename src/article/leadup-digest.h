/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LEADUP_DIGEST_DAYS 20
#define LEADUP_DIGEST_SENTENCES 2
/* As many as a person could ever read. */
#define LEADUP_DIGEST_MAX 10000

/**
 * LeadupDigest:
 *
 * A pile of articles on one subject, boiled down to notes as they are added, so that none of them
 * has to be kept; from the notes a first draft of a timeline is made. One thread at a time.
 */
typedef struct _LeadupDigest LeadupDigest;

/**
 * LeadupDigestLimits:
 * @from: (nullable): the first ISO day that counts
 * @to: (nullable): the last one
 * @n_days: how many days at most
 * @n_sentences: how many sentences a day at most
 */
typedef struct
{
  const char *from;
  const char *to;
  guint       n_days;
  guint       n_sentences;
} LeadupDigestLimits;

/**
 * LeadupDigestSentence:
 * @text: on one line
 * @document: number of the article, in the order in which they were added
 * @start: where it stands there, in code points
 * @end: exclusive
 * @also: (element-type guint32): other articles that tell the same
 */
typedef struct
{
  char   *text;
  guint32 document;
  gint64  start;
  gint64  end;
  GArray *also;
} LeadupDigestSentence;

/**
 * LeadupDigestDay:
 * @day: ISO day
 * @weight: how much it matters; means something only beside other days
 * @sentences: (element-type LeadupDigestSentence): the best first
 */
typedef struct
{
  char       day[11];
  double     weight;
  GPtrArray *sentences;
} LeadupDigestDay;

LeadupDigest *leadup_digest_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void          leadup_digest_free            (LeadupDigest             *self);

void          leadup_digest_add             (LeadupDigest             *self,
                                             const LeadupArticle      *article);
guint         leadup_digest_get_n_documents (LeadupDigest             *self);
GPtrArray    *leadup_digest_make            (LeadupDigest             *self,
                                             const LeadupDigestLimits *limits,
                                             GCancellable             *cancellable,
                                             GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupDigest, leadup_digest_free)

G_END_DECLS
