/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/**
 * LeadupWhenAway:
 * @clause: tokens behind “three days after”, the first and the one behind the last
 * @first_token: first of “three days”
 * @days: how many days the clause is before what the rest of the sentence tells, negative = after
 * it
 *
 * A clause that says how far from it something else happened: “imposed tariffs, a day after Chad
 * froze the assets”.
 */
typedef struct
{
  guint32 first_token;
  guint32 clause[2];
  int     days;
} LeadupWhenAway;

/* Whether a token stands in the clause. */
static inline gboolean
leadup_when_away_is_inside (const LeadupWhenAway *self,
                            guint32               token)
{
  return token >= self->clause[0] && token < self->clause[1];
}

gboolean    leadup_when_away_find  (const LeadupArticle  *article,
                                    guint                 first_date,
                                    guint32               sentence,
                                    LeadupWhenAway       *away);
LeadupWhen *leadup_when_away_move  (const LeadupArticle  *article,
                                    const LeadupWhenAway *away,
                                    guint                 first_date,
                                    guint32               token,
                                    const LeadupDate    **other) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
