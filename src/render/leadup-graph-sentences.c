/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-sentences.h"

#include "base/leadup-when-format.h"
#include "model/leadup-actor.h"
#include "render/leadup-graph-describe.h"

#include <glib/gi18n.h>

/* Returns: (transfer none): the kind in a word or two, as a heading */
const char *
leadup_graph_sentences_name_change (LeadupTieChangeKind kind)
{
  switch (kind)
    {
    case LEADUP_TIE_CHANGE_FLIPPED:
      return _ ("Turned round");
    case LEADUP_TIE_CHANGE_TO_DEEDS:
      return _ ("From words to deeds");
    case LEADUP_TIE_CHANGE_NEW:
      return _ ("New");
    case LEADUP_TIE_CHANGE_HOTTER:
      return _ ("Hotter");
    case LEADUP_TIE_CHANGE_COOLER:
      return _ ("Cooler");
    case LEADUP_TIE_CHANGE_ENDED:
      return _ ("Ended");
    case LEADUP_TIE_CHANGE_NONE:
    default:
      return _ ("Unchanged");
    }
}

const char *
leadup_graph_sentences_sign_change (LeadupTieChangeKind kind)
{
  static const char *const signs[] = { "⇄", "◆", "+", "▲", "▼", "×", "=" };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (signs), "");

  return signs[kind];
}

static void
add_count (GString    *text,
           guint       n,
           const char *words)
{
  if (n == 0)
    return;

  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, "%u %s", n, words);
}

/* “5 hostile deeds, 1 neutral event” */
static char *
count_kinds (const LeadupTieSummary *summary)
{
  const guint *n = summary->n_by_quad;
  GString *text = g_string_new (NULL);

  add_count (text, n[LEADUP_QUAD_CLASS_MATERIAL_CONFLICT],
             ngettext ("hostile deed", "hostile deeds", n[LEADUP_QUAD_CLASS_MATERIAL_CONFLICT]));
  add_count (text, n[LEADUP_QUAD_CLASS_VERBAL_CONFLICT],
             ngettext ("hostile statement", "hostile statements",
                       n[LEADUP_QUAD_CLASS_VERBAL_CONFLICT]));
  add_count (text, n[LEADUP_QUAD_CLASS_MATERIAL_COOPERATION],
             ngettext ("cooperative deed", "cooperative deeds",
                       n[LEADUP_QUAD_CLASS_MATERIAL_COOPERATION]));
  add_count (text, n[LEADUP_QUAD_CLASS_VERBAL_COOPERATION],
             ngettext ("cooperative statement", "cooperative statements",
                       n[LEADUP_QUAD_CLASS_VERBAL_COOPERATION]));
  add_count (
      text, n[LEADUP_QUAD_CLASS_NEUTRAL],
      ngettext ("neutral event", "neutral events", n[LEADUP_QUAD_CLASS_NEUTRAL]));
  if (summary->n == 0)
    g_string_append (text, _ ("no event"));

  return g_string_free (text, FALSE);
}

/**
 * leadup_graph_sentences_change:
 * @snapshot: the story
 * @ties: of it
 * @change: of one to another
 *
 * Returns: (transfer full): “A → B: 2 hostile statements → 5 hostile deeds; first deed 14 June 2025
 * (3 outlets)”; with a note where there are few events
 */
char *
leadup_graph_sentences_change (LeadupSnapshot        *snapshot,
                               LeadupTies            *ties,
                               const LeadupTieChange *change)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *outlets = NULL;

  g_return_val_if_fail (snapshot != NULL && ties != NULL && change != NULL, NULL);

  before = count_kinds (&change->before);
  after = count_kinds (&change->after);
  /* TRANSLATORS: an actor, on whom it acted, what there was before, what there was afterwards */
  g_string_append_printf (text, _ ("%s → %s: %s → %s"), leadup_ties_get_actor_name (ties, change->from),
                          leadup_ties_get_actor_name (ties, change->to), before, after);
  if (change->first_deed != LEADUP_INSTANT_MIN)
    {
      g_autofree char *day = leadup_instant_format (change->first_deed, LEADUP_UNIT_DAY);

      g_string_append_printf (text, _ ("; first deed %s"), day);
    }
  outlets =
      g_strdup_printf (ngettext ("%u outlet", "%u outlets", change->n_outlets), change->n_outlets);
  g_string_append_printf (text, " (%s)", outlets);
  if (change->before.n + change->after.n < LEADUP_TIE_CHANGE_FEW)
    g_string_append (text, _ (" – few events"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * leadup_graph_sentences_question:
 * @snapshot: the story
 * @ties: of it
 * @question: what was found
 *
 * Returns: (transfer full): what was counted, and a question; never a finding
 */
char *
leadup_graph_sentences_question (LeadupSnapshot            *snapshot,
                                 LeadupTies                *ties,
                                 const LeadupGraphQuestion *question)
{
  const char *a, *b, *c = NULL;

  g_return_val_if_fail (snapshot != NULL && ties != NULL && question != NULL, NULL);

  a = leadup_ties_get_actor_name (ties, question->actors[0]);
  b = leadup_ties_get_actor_name (ties, question->actors[1]);
  if (question->n_actors > 2)
    c = leadup_ties_get_actor_name (ties, question->actors[2]);
  switch (question->kind)
    {
    case LEADUP_GRAPH_QUESTION_TORN:
      /* TRANSLATORS: three actors: A, B, C, B, C, the number of events of all, A */
      return g_strdup_printf (
          _ ("%s cooperates with %s and with %s, but %s and %s are hostile to each other (%u "
             "events). How does %s manage both?"),
          a, b, c, b, c, question->n_all, a);
    case LEADUP_GRAPH_QUESTION_ALL_HOSTILE:
      return g_strdup_printf (_ ("%s, %s and %s are all hostile to each other (%u events). Do two "
                                 "of them side against the third anywhere?"),
                              a, b, c, question->n_all);
    case LEADUP_GRAPH_QUESTION_BRIDGE:
      return g_strdup_printf (ngettext ("%s and %s have the only cooperative tie between two blocs "
                                        "(%u event). What holds it?",
                                        "%s and %s have the only cooperative tie between two blocs "
                                        "(%u events). What holds it?",
                                        question->n),
                              a, b, question->n);
    case LEADUP_GRAPH_QUESTION_SILENT:
    default:
      return g_strdup_printf (
          ngettext ("%s and %s have %u partner in common, but no event of their own is reported. "
                    "Is there none?",
                    "%s and %s have %u partners in common, but no event of their own is reported. "
                    "Is there none?",
                    question->n),
          a, b, question->n);
    }
}
