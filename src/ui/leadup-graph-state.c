/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-state.h"

#include "layout/leadup-graph-map.h"

struct _LeadupGraphState
{
  GObject parent_instance;

  LeadupTieSieve *sieve;
  LeadupGraphOutside outside;
  double push;
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
leadup_graph_state_init (LeadupGraphState *self)
{
  LeadupTieSieveFields open = { 0 };

  self->sieve = leadup_tie_sieve_new (&open);
  self->push = LEADUP_GRAPH_MAP_DEFAULT_PUSH;
}

LeadupGraphState *
leadup_graph_state_new (void)
{
  return g_object_new (LEADUP_TYPE_GRAPH_STATE, NULL);
}

LeadupTieSieve *
leadup_graph_state_get_sieve (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), NULL);

  return self->sieve;
}

static gboolean
is_same_list (const char * const  *a,
              const char * const  *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

void
leadup_graph_state_set_sieve (LeadupGraphState           *self,
                              const LeadupTieSieveFields *fields)
{
  const LeadupTieSieveFields *old;
  LeadupTieSieve *sieve;

  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));
  g_return_if_fail (fields != NULL);

  old = leadup_tie_sieve_get_fields (self->sieve);
  if (old->min_events == fields->min_events && old->min_outlets == fields->min_outlets &&
      old->quad_classes == fields->quad_classes && old->top == fields->top &&
      old->hops == fields->hops && !(old->min_weight < fields->min_weight) &&
      !(old->min_weight > fields->min_weight) && is_same_list (old->focus, fields->focus) &&
      is_same_list (old->folded, fields->folded))
    return;

  /* It may be made from fields of the former one. */
  sieve = leadup_tie_sieve_new (fields);
  leadup_tie_sieve_unref (self->sieve);
  self->sieve = sieve;
  g_signal_emit (self, signals[CHANGED], 0);
}

LeadupGraphOutside
leadup_graph_state_get_outside (LeadupGraphState *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_STATE (self), LEADUP_GRAPH_OUTSIDE_DIM);

  return self->outside;
}

void
leadup_graph_state_set_outside (LeadupGraphState  *self,
                                LeadupGraphOutside outside)
{
  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));

  if (self->outside == outside)
    return;

  self->outside = outside;
  g_signal_emit (self, signals[CHANGED], 0);
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
  LeadupTieSieveFields open = { 0 };

  g_return_if_fail (LEADUP_IS_GRAPH_STATE (self));

  leadup_graph_state_set_outside (self, LEADUP_GRAPH_OUTSIDE_DIM);
  leadup_graph_state_set_sieve (self, &open);
}
