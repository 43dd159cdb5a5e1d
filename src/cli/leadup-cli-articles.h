/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/**
 * LeadupCliDocument:
 * @bytes: (nullable): a whole file; or else
 * @text: (nullable): the text of one line
 * @name: what it is called
 * @published: (nullable): ISO day
 * @is_presumed: whether a day that it says itself wins over @published
 * @place: for messages
 *
 * One article as it stands in the files of the command line, not read yet.
 */
typedef struct
{
  GBytes  *bytes;
  char    *text;
  char    *name;
  char    *published;
  gboolean is_presumed;
  char    *place;
} LeadupCliDocument;

typedef void     (*LeadupCliDocumentFunc) (LeadupCliDocument *document,
                                           gpointer           user_data);
typedef gpointer (*LeadupCliArticleFunc)  (LeadupArticle     *article,
                                           gpointer           user_data);
typedef void     (*LeadupCliResultFunc)   (gpointer           result,
                                           gpointer           user_data);

void leadup_cli_document_free (LeadupCliDocument *self);

int  leadup_cli_documents_each (char                 **files,
                                const char            *published,
                                LeadupCliDocumentFunc  take,
                                gpointer               user_data);
int  leadup_cli_articles_read  (char                 **files,
                                const char            *published,
                                LeadupCliArticleFunc   work,
                                LeadupCliResultFunc    take,
                                gpointer               user_data);

G_END_DECLS
