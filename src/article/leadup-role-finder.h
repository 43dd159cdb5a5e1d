/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-roles.h"

G_BEGIN_DECLS

/**
 * LeadupRoleFinder:
 * @frame: where to look
 * @event: whose initiators and targets are being filled
 *
 * A search for who did it to whom, and what its steps ask of phrases.
 */
typedef struct
{
  LeadupArticle *article;
  const LeadupClauses *clauses;
  const LeadupRoleFrame *frame;
  LeadupArticleEvent *event;
} LeadupRoleFinder;

gboolean leadup_role_finder_is_nobody (const LeadupRoleFinder *self, gint32 phrase);
gboolean leadup_role_finder_has_somebody (const LeadupRoleFinder *self, gint32 phrase);
gboolean leadup_role_finder_overlaps (const LeadupArgument *a, const LeadupArgument *b);
gboolean leadup_role_finder_has_preposition (const LeadupClauses *clauses,
                                             const LeadupPhrase *phrase,
                                             const char *name,
                                             gsize length);
gint32 leadup_role_finder_find_with (const LeadupRoleFinder *self,
                                     gint32 from,
                                     gint32 to,
                                     const char *name,
                                     gsize length);
gboolean leadup_role_finder_moves_troops (const LeadupRoleFinder *self);
gboolean leadup_role_finder_is_party (const LeadupRoleFinder *self, gint32 phrase);
gboolean leadup_role_finder_is_no_target (const LeadupRoleFinder *self, gint32 phrase);
void leadup_role_finder_add_list (const LeadupRoleFinder *self,
                                  GArray *arguments,
                                  gint32 phrase,
                                  guint32 end);
guint32 leadup_role_finder_end_of_reach (const LeadupRoleFinder *self);

G_END_DECLS
