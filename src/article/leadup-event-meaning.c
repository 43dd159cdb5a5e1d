/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-event-meaning.h"

#include <string.h>

/* Columns of the tables. */
enum
{
  VERB_CATEGORY = 1,
  VERB_PLOVER,
  VERB_TONE,
  VERB_TARGETS,
};

enum
{
  NOUN_CATEGORY = 2,
  NOUN_PLOVER,
  NOUN_TONE,
  NOUN_TARGETS,
};

/* A measure of coercion that is no harsher than this is a matter of courts and words. */
#define TONE_OF_WORDS (-4.0)

/* What is said, asked for, decided or talked over; people who flee and disasters are of no class.
 */
static gboolean
is_words (const char *category)
{
  return !g_str_equal (category, "migration") && !g_str_equal (category, "humanitarian");
}

void
leadup_event_meaning_init (LeadupEventMeaning *self,
                           const char         *category,
                           const char         *plover,
                           double              tone)
{
  g_return_if_fail (self != NULL);

  memset (self, 0, sizeof *self);
  self->category = category;
  self->plover = plover != NULL && *plover != '\0' ? plover : is_words (category) ? "CONSULT" : "";
  self->targets = "o|to|with|on|against|for";
  self->modality = "asserted";
  self->tone = tone;
  /* What is only said is CONSULT by its form and neither conflict nor cooperation. */
  self->quad = plover != NULL && *plover != '\0' ? leadup_quad_class_from_plover (plover)
                                                 : LEADUP_QUAD_CLASS_NEUTRAL;
  /* A measure is declared, a charge is brought: neither is carried out by force, and coders of news
   * count both among the words. */
  if (g_str_equal (self->plover, "SANCTION") ||
      (g_str_equal (self->plover, "COERCE") && tone >= TONE_OF_WORDS))
    self->quad = LEADUP_QUAD_CLASS_VERBAL_CONFLICT;
}

void
leadup_event_meaning_init_verb (LeadupEventMeaning     *self,
                                const LeadupLexiconRow *row)
{
  leadup_event_meaning_init (self, row->columns[VERB_CATEGORY], row->columns[VERB_PLOVER],
                             g_ascii_strtod (row->columns[VERB_TONE], NULL));
  self->targets = row->columns[VERB_TARGETS];
}

void
leadup_event_meaning_init_noun (LeadupEventMeaning     *self,
                                const LeadupLexiconRow *row)
{
  leadup_event_meaning_init (self, row->columns[NOUN_CATEGORY], row->columns[NOUN_PLOVER],
                             g_ascii_strtod (row->columns[NOUN_TONE], NULL));
  self->targets = row->columns[NOUN_TARGETS];
}

gboolean
leadup_event_meaning_is_conflict (const LeadupEventMeaning *self)
{
  return self->quad == LEADUP_QUAD_CLASS_MATERIAL_CONFLICT ||
         self->quad == LEADUP_QUAD_CLASS_VERBAL_CONFLICT;
}

gboolean
leadup_event_meaning_is_cooperation (const LeadupEventMeaning *self)
{
  return self->quad == LEADUP_QUAD_CLASS_MATERIAL_COOPERATION ||
         self->quad == LEADUP_QUAD_CLASS_VERBAL_COOPERATION;
}

static void
become (LeadupEventMeaning *self,
        const char         *category,
        const char         *plover,
        double              tone)
{
  self->category = category;
  self->plover = plover;
  self->tone = tone;
  self->quad = g_str_equal (plover, "SANCTION") ? LEADUP_QUAD_CLASS_VERBAL_CONFLICT
                                                : leadup_quad_class_from_plover (plover);
}

static void
become_words (LeadupEventMeaning *self,
              const char         *modality)
{
  self->category = "statement";
  self->plover = "CONSULT";
  self->tone = 0.0;
  self->quad = LEADUP_QUAD_CLASS_NEUTRAL;
  self->modality = modality;
}

/* “rejected the accusation”: somebody did say that, which is mere words. */
void
leadup_event_meaning_deny (LeadupEventMeaning *self)
{
  become_words (self, "asserted");
}

/**
 * leadup_event_meaning_reverse:
 * @self: a class
 *
 * Ending a conflict is a step back, ending cooperation is a sanction, ending words is a rejection.
 */
void
leadup_event_meaning_reverse (LeadupEventMeaning *self)
{
  g_return_if_fail (self != NULL);

  switch (self->quad)
    {
    case LEADUP_QUAD_CLASS_MATERIAL_CONFLICT:
      if (g_str_equal (self->plover, "SANCTION") || g_str_equal (self->plover, "COERCE"))
        become (self, "concession", "RETREAT", 4.5);
      else
        become (self, "withdrawal", "RETREAT", 6.5);
      break;

    case LEADUP_QUAD_CLASS_VERBAL_CONFLICT:
      become (self, "concession", "RETREAT", 4.5);
      break;

    case LEADUP_QUAD_CLASS_MATERIAL_COOPERATION:
      become (self, "sanction", "SANCTION", -6.0);
      break;

    case LEADUP_QUAD_CLASS_VERBAL_COOPERATION:
      become (self, "rejection", "REJECT", -4.0);
      break;

    case LEADUP_QUAD_CLASS_NEUTRAL:
    default:
      break;
    }
}

static void
negate (LeadupEventMeaning *self)
{
  /* “did not sign”: to refuse is what happened. */
  if (leadup_event_meaning_is_cooperation (self))
    {
      become (self, "rejection", "REJECT", -2.0);
      return;
    }
  become_words (self, self->modality);
  self->is_negative = TRUE;
}

/* “refused to order them to fire”: to refuse is what happened, nobody asked for anything. */
static void
refuse (LeadupEventMeaning *self)
{
  if (!g_str_equal (self->modality, "requested"))
    {
      negate (self);
      return;
    }
  become (self, "rejection", "REJECT", -2.0);
  self->modality = "asserted";
}

/* “tried to kill him” is an attack, “tried to help” nothing yet. */
static void
apply_attempt (LeadupEventMeaning *self)
{
  if (g_str_equal (self->plover, "ASSAULT"))
    self->modality = "attempted";
  else
    become_words (self, "possible");
}

/* A deed that is planned is words; troops are offered to those who are to get them. */
static void
plan (LeadupEventMeaning *self,
      gboolean            is_offer)
{
  self->modality = "planned";
  if (self->quad == LEADUP_QUAD_CLASS_MATERIAL_COOPERATION ||
      (is_offer && g_str_equal (self->plover, "MOBILIZE")))
    become (self, "agreement", "AGREE", 2.5);
  else if (self->quad == LEADUP_QUAD_CLASS_MATERIAL_CONFLICT)
    /* “troops are due to arrive”: a move that is planned threatens, but is a move. */
    become (self, g_str_equal (self->plover, "MOBILIZE") ? self->category : "threat", "THREATEN",
            -3.5);
}

/**
 * leadup_event_meaning_apply:
 * @self: a class
 * @effect: what governs it
 *
 * A deed that is planned or threatened is words; what is only possible or wanted is a statement; a
 * cooperation that is refused is a rejection; what is negated did not happen.
 */
void
leadup_event_meaning_apply (LeadupEventMeaning *self,
                            LeadupEffect        effect)
{
  g_return_if_fail (self != NULL);

  switch (effect)
    {
    case LEADUP_EFFECT_PLANNED:
    case LEADUP_EFFECT_OFFERED:
      plan (self, effect == LEADUP_EFFECT_OFFERED);
      break;

    case LEADUP_EFFECT_THREATENED:
      become (self, "threat", "THREATEN", -3.5);
      self->modality = "threatened";
      break;

    case LEADUP_EFFECT_REQUESTED:
      if (leadup_event_meaning_is_conflict (self))
        become (self, "demand", "REQUEST", -1.0);
      else
        become_words (self, "requested");
      self->modality = "requested";
      break;

    case LEADUP_EFFECT_NEGATED:
      negate (self);
      break;

    case LEADUP_EFFECT_REFUSED:
      refuse (self);
      break;

    case LEADUP_EFFECT_ENDED:
      leadup_event_meaning_reverse (self);
      break;

    case LEADUP_EFFECT_ATTEMPTED:
      apply_attempt (self);
      break;

    case LEADUP_EFFECT_WANTED:
    case LEADUP_EFFECT_POSSIBLE:
    case LEADUP_EFFECT_HYPOTHETICAL:
      become_words (self, effect == LEADUP_EFFECT_HYPOTHETICAL ? "hypothetical" : "possible");
      break;

    case LEADUP_EFFECT_CLAIMED:
      self->modality = "claimed";
      break;

    case LEADUP_EFFECT_DENIED:
      become_words (self, "denied");
      self->is_negative = TRUE;
      break;

    case LEADUP_EFFECT_NONE:
    case LEADUP_EFFECT_ASSERTED:
    default:
      break;
    }
}

/* The quad class in the words of `leadup extract`. */
const char *
leadup_event_meaning_get_quad (const LeadupEventMeaning *self)
{
  switch (self->quad)
    {
    case LEADUP_QUAD_CLASS_VERBAL_COOPERATION:
      return "verbal cooperation";
    case LEADUP_QUAD_CLASS_MATERIAL_COOPERATION:
      return "material cooperation";
    case LEADUP_QUAD_CLASS_VERBAL_CONFLICT:
      return "verbal conflict";
    case LEADUP_QUAD_CLASS_MATERIAL_CONFLICT:
      return "material conflict";
    case LEADUP_QUAD_CLASS_NEUTRAL:
    default:
      return "neutral";
    }
}

LeadupEffect
leadup_effect_from_string (const char *name)
{
  static const char *const names[] = { "",       "asserted", "planned",   "threatened",
                                       "wanted", "possible", "requested", "negated",
                                       "ended",  "claimed",  "denied",    "hypothetical",
                                       "attempted", "offered",  "refused" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return (LeadupEffect) i;

  return LEADUP_EFFECT_NONE;
}

/* Main clauses first, deeds and stances before mere words, what hangs on others last. */
double
leadup_event_meaning_get_rank (const LeadupEventMeaning *self,
                               LeadupRelation            relation)
{
  double rank = 0.0;

  switch (relation)
    {
    case LEADUP_RELATION_MAIN:
      break;

    case LEADUP_RELATION_CONTENT:
      rank = 0.5;
      break;

    case LEADUP_RELATION_INFINITIVE:
    case LEADUP_RELATION_GERUND:
    case LEADUP_RELATION_PARTICIPLE:
      rank = 1.7;
      break;

    case LEADUP_RELATION_RELATIVE:
    case LEADUP_RELATION_ADVERBIAL:
    default:
      rank = 2.0;
      break;
    }

  if (self->quad == LEADUP_QUAD_CLASS_NEUTRAL)
    rank += 1.0;

  return rank;
}
