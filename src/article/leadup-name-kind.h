/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-name-reader.h"

G_BEGIN_DECLS

/* Evidence for the kind of a name, summed over the text. */
#define LEADUP_VOTE_WEAK 1
#define LEADUP_VOTE_FAIR 3
#define LEADUP_VOTE_STRONG 8

#define LEADUP_N_ACTOR_KINDS (LEADUP_ACTOR_KIND_UNATTRIBUTED + 1)

/**
 * LeadupName:
 * @first: first token
 * @end: token after the last
 * @votes: for each kind, how much speaks for it
 * @is_sure: whether a table has it
 * @is_doubtful: whether the capital alone, where any word has one, says that it is a name
 *
 * A name that was found, and what speaks for which kind.
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint8  votes[LEADUP_N_ACTOR_KINDS];
  guint   is_sure     : 1;
  guint   is_doubtful : 1;
} LeadupName;

void            leadup_name_vote  (LeadupName             *self,
                                   LeadupActorKind         kind,
                                   guint                   weight);
LeadupActorKind leadup_name_get   (const LeadupName       *self);
void            leadup_name_judge (LeadupName             *self,
                                   const LeadupNameReader *reader);
void            leadup_name_share (GArray                 *names,
                                   const LeadupNameReader *reader);

G_END_DECLS
