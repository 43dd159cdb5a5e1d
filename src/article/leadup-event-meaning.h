/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-clauses.h"
#include "article/leadup-word-facts.h"
#include "model/leadup-category.h"

G_BEGIN_DECLS

/* What a verb or helper makes of the event that hangs on it; the names are those of “modal-verbs”.
 */
typedef enum
{
  LEADUP_EFFECT_NONE,
  LEADUP_EFFECT_ASSERTED,
  LEADUP_EFFECT_PLANNED,
  LEADUP_EFFECT_THREATENED,
  LEADUP_EFFECT_WANTED,
  LEADUP_EFFECT_POSSIBLE,
  LEADUP_EFFECT_REQUESTED,
  LEADUP_EFFECT_NEGATED,
  LEADUP_EFFECT_ENDED,
  LEADUP_EFFECT_CLAIMED,
  LEADUP_EFFECT_DENIED,
  LEADUP_EFFECT_HYPOTHETICAL,
  LEADUP_EFFECT_ATTEMPTED,
  LEADUP_EFFECT_OFFERED,
  LEADUP_EFFECT_REFUSED,
} LeadupEffect;

/**
 * LeadupEventMeaning:
 * @category: id of a category
 * @plover: PLOVER class
 * @targets: frame: how the target stands, e.g. “o|against”
 * @modality: “asserted”, “planned” …
 *
 * What happened, as a lexicon says or as composed. Strings are static or of the lexicon.
 */
typedef struct
{
  const char *category;
  const char *plover;
  const char *targets;
  const char *modality;
  double tone;
  LeadupQuadClass quad;
  gboolean is_negative;
} LeadupEventMeaning;

void leadup_event_meaning_init_verb (LeadupEventMeaning *self, const LeadupLexiconRow *row);
void leadup_event_meaning_init_noun (LeadupEventMeaning *self, const LeadupLexiconRow *row);
void leadup_event_meaning_init (LeadupEventMeaning *self,
                                const char *category,
                                const char *plover,
                                double tone);
void leadup_event_meaning_apply (LeadupEventMeaning *self, LeadupEffect effect);
void leadup_event_meaning_deny (LeadupEventMeaning *self);
void leadup_event_meaning_reverse (LeadupEventMeaning *self);
gboolean leadup_event_meaning_is_conflict (const LeadupEventMeaning *self);
gboolean leadup_event_meaning_is_cooperation (const LeadupEventMeaning *self);
const char *leadup_event_meaning_get_quad (const LeadupEventMeaning *self);
LeadupEffect leadup_effect_from_string (const char *name);
double leadup_event_meaning_get_rank (const LeadupEventMeaning *self, LeadupRelation relation);

G_END_DECLS
