/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-graph-look.h"

#include "model/leadup-names.h"

#include <math.h>

static const char *const form_names[] = { "graph", "rings", "blocs", "matrix", "lanes" };
static const char *const line_names[] = { "direction", "pair", "event" };
static const char *const outside_names[] = { "dim", "show", "hide" };

G_STATIC_ASSERT (G_N_ELEMENTS (form_names) == LEADUP_N_GRAPH_FORMS);
G_STATIC_ASSERT (G_N_ELEMENTS (line_names) == LEADUP_N_GRAPH_LINES);
G_STATIC_ASSERT (G_N_ELEMENTS (outside_names) == LEADUP_N_GRAPH_OUTSIDES);

static void
settle_window (LeadupTieWindow *window)
{
  if (window->from >= window->to)
    *window = (LeadupTieWindow) { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX };
}

/**
 * leadup_graph_look_settle:
 * @self: a look, of a file or empty
 *
 * Puts right what cannot be: a window that ends before it begins is none.
 */
void
leadup_graph_look_settle (LeadupGraphLook *self)
{
  g_return_if_fail (self != NULL);

  settle_window (&self->range);
  settle_window (&self->before);
  if (!isfinite (self->sieve.min_weight))
    self->sieve.min_weight = 0;
  self->sieve.hops = MIN (self->sieve.hops, LEADUP_TIE_SIEVE_MAX_HOPS);
}

gboolean
leadup_graph_look_has_range (const LeadupGraphLook *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->range.from < self->range.to && self->range.from != LEADUP_INSTANT_MIN &&
         self->range.to != LEADUP_INSTANT_MAX;
}

/* Returns: whether two windows are compared; @before gets the first of them */
gboolean
leadup_graph_look_get_before (const LeadupGraphLook *self,
                              LeadupTieWindow       *before)
{
  g_return_val_if_fail (self != NULL && before != NULL, FALSE);

  if (!self->is_compared || !leadup_graph_look_has_range (self))
    return FALSE;

  *before = self->before;
  if (before->from >= before->to || before->from == LEADUP_INSTANT_MIN ||
      before->to == LEADUP_INSTANT_MAX)
    *before = (LeadupTieWindow) { self->range.from - (self->range.to - self->range.from),
                                  self->range.from };

  return TRUE;
}

/* In files and on the command line. */
const char *
leadup_graph_form_to_string (LeadupGraphForm form)
{
  g_return_val_if_fail ((guint) form < G_N_ELEMENTS (form_names), NULL);

  return form_names[form];
}

gboolean
leadup_graph_form_from_string (const char      *name,
                               LeadupGraphForm *form)
{
  guint index;

  g_return_val_if_fail (form != NULL, FALSE);

  if (!leadup_names_find (form_names, G_N_ELEMENTS (form_names), name, &index))
    return FALSE;

  *form = (LeadupGraphForm) index;

  return TRUE;
}

const char *
leadup_graph_lines_to_string (LeadupGraphLines lines)
{
  g_return_val_if_fail ((guint) lines < G_N_ELEMENTS (line_names), NULL);

  return line_names[lines];
}

gboolean
leadup_graph_lines_from_string (const char       *name,
                                LeadupGraphLines *lines)
{
  guint index;

  g_return_val_if_fail (lines != NULL, FALSE);

  if (!leadup_names_find (line_names, G_N_ELEMENTS (line_names), name, &index))
    return FALSE;

  *lines = (LeadupGraphLines) index;

  return TRUE;
}

const char *
leadup_graph_outside_to_string (LeadupGraphOutside outside)
{
  g_return_val_if_fail ((guint) outside < G_N_ELEMENTS (outside_names), NULL);

  return outside_names[outside];
}

gboolean
leadup_graph_outside_from_string (const char         *name,
                                  LeadupGraphOutside *outside)
{
  guint index;

  g_return_val_if_fail (outside != NULL, FALSE);

  if (!leadup_names_find (outside_names, G_N_ELEMENTS (outside_names), name, &index))
    return FALSE;

  *outside = (LeadupGraphOutside) index;

  return TRUE;
}
