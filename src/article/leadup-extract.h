/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "article/leadup-article.h"

G_BEGIN_DECLS

/* The largest article that is read. */
#define LEADUP_EXTRACT_MAX_BYTES ((gsize) 32 << 20)

/**
 * LeadupExtractStages:
 * @LEADUP_EXTRACT_DATES: text, furniture, sentences and dates only
 * @LEADUP_EXTRACT_ALL: everything up to candidates
 */
typedef enum
{
  LEADUP_EXTRACT_DATES,
  LEADUP_EXTRACT_ALL,
} LeadupExtractStages;

LeadupArticle *leadup_article_read          (GBytes              *bytes,
                                             const char          *name,
                                             const char          *published,
                                             GCancellable        *cancellable,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupArticle *leadup_article_read_presumed (GBytes              *bytes,
                                             const char          *name,
                                             const char          *presumed,
                                             GCancellable        *cancellable,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupArticle *leadup_article_read_text     (const char          *text,
                                             gsize                length,
                                             const char          *name,
                                             const char          *published,
                                             GCancellable        *cancellable,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       leadup_extract_run           (LeadupArticle       *article,
                                             LeadupExtractStages  stages,
                                             GCancellable        *cancellable,
                                             GError             **error);

G_END_DECLS
