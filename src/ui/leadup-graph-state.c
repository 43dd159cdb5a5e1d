/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-state.h"

#include "layout/leadup-graph-map.h"

#define STATE_KEY "leadup-graph-state"

/* What nobody has changed. */
static const LeadupGraphLook plain = {
  .range = { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX },
  .before = { LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX },
};

struct _LeadupGraphState
{
  GObject parent_instance;

  LeadupGraphLook look; /* borrows from the next two */
  LeadupTieSieve *sieve;
  char *middle;
  double push;
  gboolean is_decided; /* somebody has said how many are shown */
  gboolean is_thinned;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupGraphState, leadup_graph_state, G_TYPE_OBJECT)

static void
leadup_graph_state_finalize (GObject *object)
{
  LeadupGraphState *self = LEADUP_GRAPH_STATE (object);

  g_clear_pointer (&self->sieve, leadup_tie_sieve_unref);
  g_clear_pointer (&self->middle, g_free);

  G_OBJECT_CLASS (leadup_graph_state_parent_class)->finalize (object);
}

static void
leadup_graph_state_class_init (LeadupGraphStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = leadup_graph_state_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
keep_sieve (LeadupGraphState           *self,
            const LeadupTieSieveFields *fields)
{
  /* It may be made from fields of the former one. */
  LeadupTieSieve *sieve = leadup_tie_sieve_new (fields);

  g_clear_pointer (&self->sieve, leadup_tie_sieve_unref);
  self->sieve = sieve;
  self->look.sieve = *leadup_tie_sieve_get_fields (sieve);
}

static void
leadup_graph_state_init (LeadupGraphState *self)
{
  self->look = plain;
  keep_sieve (self, &plain.sieve);
  self->push = LEADUP_GRAPH_MAP_DEFAULT_PUSH;
}

static gboolean
is_same_list (const char * const  *a,
              const char * const  *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

static gboolean
is_same_sieve (const LeadupTieSieveFields *a,
               const LeadupTieSieveFields *b)
{
  return a->min_events == b->min_events && a->min_outlets == b->min_outlets &&
         a->quad_classes == b->quad_classes && a->top == b->top && a->hops == b->hops &&
         !(a->min_weight < b->min_weight) && !(a->min_weight > b->min_weight) &&
         is_same_list (a->focus, b->focus) && is_same_list (a->folded, b->folded);
}

static void
take_look (LeadupGraphState      *self,
           const LeadupGraphLook *look)
{
  gboolean has_same_sieve, is_same;
  char *middle;

  has_same_sieve = is_same_sieve (&self->look.sieve, &look->sieve);
  is_same = has_same_sieve && self->look.form == look->form && self->look.lines == look->lines &&
            self->look.outside == look->outside && g_strcmp0 (self->middle, look->middle) == 0;
  if (is_same)
    return;

  middle = g_strdup (look->middle);
  g_free (self->middle);
  self->middle = middle;
  self->look.middle = middle;
  self->look.form = look->form;
  self->look.lines = look->lines;
  self->look.outside = look->outside;
  if (!has_same_sieve)
    {
      keep_sieve (self, &look->sieve);
      self->is_thinned = FALSE;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
document_changed_cb (LeadupGraphState *self)
{
  take_look (self, &plain);
  self->is_decided = self->is_thinned = FALSE;
}

LeadupGraphState *
leadup_graph_state_get (LeadupWorkspace *workspace)
{
  LeadupGraphState *self;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), NULL);

  self = g_object_get_data (G_OBJECT (workspace), STATE_KEY);
  if (self != NULL)
    return self;

  self = g_object_new (LEADUP_TYPE_GRAPH_STATE, NULL);
  g_object_set_data_full (G_OBJECT (workspace), STATE_KEY, self, g_object_unref);
  g_signal_connect_object (workspace, "notify::document", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

LeadupTieSieve *
leadup_graph_state_get_sieve (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), NULL);

  return self->sieve;
}

void
leadup_graph_state_set_sieve (LeadupGraphState           *self,
                              const LeadupTieSieveFields *fields)
{
  LeadupGraphLook look;

  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));
  g_return_if_fail (fields != NULL);

  look = self->look;
  look.sieve = *fields;
  leadup_graph_state_set_look (self, &look);
}

LeadupGraphOutside
leadup_graph_state_get_outside (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), LEADUP_GRAPH_OUTSIDE_DIM);

  return self->look.outside;
}

void
leadup_graph_state_set_outside (LeadupGraphState  *self,
                                LeadupGraphOutside outside)
{
  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));

  if (self->look.outside == outside)
    return;

  self->look.outside = outside;
  g_signal_emit (self, signals[CHANGED], 0);
}

LeadupGraphLines
leadup_graph_state_get_lines (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), LEADUP_GRAPH_LINES_DIRECTION);

  return self->look.lines;
}

void
leadup_graph_state_set_lines (LeadupGraphState *self,
                              LeadupGraphLines  lines)
{
  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));

  if (self->look.lines == lines)
    return;

  self->look.lines = lines;
  g_signal_emit (self, signals[CHANGED], 0);
}

LeadupGraphForm
leadup_graph_state_get_form (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), LEADUP_GRAPH_FORM_MAP);

  return self->look.form;
}

void
leadup_graph_state_set_form (LeadupGraphState *self,
                             LeadupGraphForm   form,
                             const char       *middle)
{
  LeadupGraphLook look;

  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));

  look = self->look;
  look.form = form;
  if (middle != NULL)
    look.middle = middle;
  take_look (self, &look);
}

const LeadupGraphLook *
leadup_graph_state_get_look (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), NULL);

  return &self->look;
}

void
leadup_graph_state_set_look (LeadupGraphState      *self,
                             const LeadupGraphLook *look)
{
  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));
  g_return_if_fail (look != NULL);

  /* Whoever chooses how many are shown has decided, whatever it is. */
  self->is_decided = TRUE;
  take_look (self, look);
}

double
leadup_graph_state_get_push (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), LEADUP_GRAPH_MAP_DEFAULT_PUSH);

  return self->push;
}

void
leadup_graph_state_set_push (LeadupGraphState *self,
                             double            push)
{
  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));

  push = CLAMP (push, 0, 1);
  if (!(push < self->push) && !(push > self->push))
    return;

  self->push = push;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
leadup_graph_state_reset (LeadupGraphState *self)
{
  LeadupGraphLook look;

  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));

  look = self->look;
  look.outside = plain.outside;
  look.sieve = plain.sieve;
  leadup_graph_state_set_look (self, &look);
}

gboolean
leadup_graph_state_is_thinned (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), FALSE);

  return self->is_thinned;
}

void
leadup_graph_state_offer (LeadupGraphState *self,
                          LeadupTies       *ties)
{
  LeadupTieSieveFields fields;

  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));
  g_return_if_fail (ties != NULL);

  if (self->is_decided || self->is_thinned || !leadup_tie_sieve_is_open (self->sieve) ||
      !leadup_tie_sieve_offer (&self->look.sieve, ties, &fields))
    return;

  keep_sieve (self, &fields);
  self->is_thinned = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}
