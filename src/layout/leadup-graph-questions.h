/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-ties.h"

G_BEGIN_DECLS

/* A side of a triangle needs so many events. */
#define LEADUP_GRAPH_QUESTION_ENOUGH 3

/* Who has so many partners in common and nothing to do with each other is a silent neighbour. */
#define LEADUP_GRAPH_QUESTION_COMMON 3

/**
 * LeadupGraphQuestionKind:
 * @LEADUP_GRAPH_QUESTION_TORN: the first cooperates with two who are hostile to each other
 * @LEADUP_GRAPH_QUESTION_ALL_HOSTILE: each of three is hostile to the others
 * @LEADUP_GRAPH_QUESTION_BRIDGE: the only cooperative tie between two blocs
 * @LEADUP_GRAPH_QUESTION_SILENT: many partners in common, and no event
 */
typedef enum
{
  LEADUP_GRAPH_QUESTION_TORN,
  LEADUP_GRAPH_QUESTION_ALL_HOSTILE,
  LEADUP_GRAPH_QUESTION_BRIDGE,
  LEADUP_GRAPH_QUESTION_SILENT,
} LeadupGraphQuestionKind;

/**
 * LeadupGraphQuestion:
 * @actors: indices
 * @n_actors: 3 of a triangle, else 2
 * @n: events of the side with the fewest, or of the bridge; partners in common of the silent
 * @n_all: events of all sides
 * @last: the last of them
 *
 * Something that an editor may want to ask about; never a finding.
 */
typedef struct
{
  LeadupGraphQuestionKind kind;
  guint                   actors[3];
  guint                   n_actors;
  guint                   n;
  guint                   n_all;
  LeadupInstant           last;
} LeadupGraphQuestion;

GArray *leadup_graph_questions_find (LeadupTies    *ties,
                                     LeadupInstant  from,
                                     LeadupInstant  to,
                                     guint          max_of_kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
