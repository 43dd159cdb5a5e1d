/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-row.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "model/leadup-actor.h"
#include "model/leadup-tie-changes.h"
#include "ui/leadup-labels.h"

#include <glib/gi18n.h>

#define MAX_NAME     200
#define MAX_PARTNERS 12

/* Of a tide in a cell. */
#define MAX_BINS 24

struct _LeadupGraphRow
{
  GObject parent_instance;

  char *id;
  char *other;
  char *texts[LEADUP_N_GRAPH_CELLS];
  double numbers[LEADUP_N_GRAPH_CELLS];

  LeadupTies *ties; /* (nullable): of a pair, with the time over which its tide is drawn */
  const LeadupTie *tie;
  gboolean is_forward;
  LeadupInstant from;
  LeadupInstant to;
};

G_DEFINE_FINAL_TYPE (LeadupGraphRow, leadup_graph_row, G_TYPE_OBJECT)

static void
leadup_graph_row_finalize (GObject *object)
{
  LeadupGraphRow *self = LEADUP_GRAPH_ROW (object);

  g_free (self->id);
  g_free (self->other);
  g_clear_pointer (&self->ties, leadup_ties_unref);
  for (guint i = 0; i < LEADUP_N_GRAPH_CELLS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (leadup_graph_row_parent_class)->finalize (object);
}

static void
leadup_graph_row_class_init (LeadupGraphRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = leadup_graph_row_finalize;
}

static void
leadup_graph_row_init (LeadupGraphRow *self)
{
}

static LeadupActor *
get_actor (LeadupSnapshot *snapshot,
           LeadupTies     *ties,
           guint           index)
{
  return leadup_snapshot_lookup (snapshot, LEADUP_RECORD_ACTOR,
                                 leadup_ties_get_actor (ties, index));
}

static char *
dup_name (LeadupSnapshot *snapshot,
          LeadupTies     *ties,
          guint           index)
{
  LeadupActor *actor = get_actor (snapshot, ties, index);

  return leadup_text_single_line (actor != NULL ? leadup_actor_get_name (actor)
                                                : leadup_ties_get_actor (ties, index),
                                  MAX_NAME);
}

static void
set_number (LeadupGraphRow *self,
            LeadupGraphCell cell,
            guint           number)
{
  self->numbers[cell] = number;
  g_free (self->texts[cell]);
  self->texts[cell] = g_strdup_printf ("%u", number);
}

static void
set_last (LeadupGraphRow *self,
          LeadupInstant   last)
{
  self->numbers[LEADUP_GRAPH_CELL_LAST] = (double) last;
  g_free (self->texts[LEADUP_GRAPH_CELL_LAST]);
  self->texts[LEADUP_GRAPH_CELL_LAST] =
      last != LEADUP_INSTANT_MIN ? leadup_instant_format (last, LEADUP_UNIT_DAY) : g_strdup ("");
}

/* Another partner of an actor. */
static void
add_partner (LeadupGraphRow         *self,
             const LeadupTieSummary *summary,
             const char             *partner)
{
  guint n_ties = (guint) self->numbers[LEADUP_GRAPH_CELL_TIES] + 1;
  char *partners = self->texts[LEADUP_GRAPH_CELL_PARTNERS];

  set_number (self, LEADUP_GRAPH_CELL_TIES, n_ties);
  set_number (self, LEADUP_GRAPH_CELL_EVENTS,
              (guint) self->numbers[LEADUP_GRAPH_CELL_EVENTS] + summary->n);
  set_number (self, LEADUP_GRAPH_CELL_DEEDS,
              (guint) self->numbers[LEADUP_GRAPH_CELL_DEEDS] +
                  leadup_tie_summary_count_deeds (summary));
  if (summary->last != LEADUP_INSTANT_MIN &&
      (double) summary->last > self->numbers[LEADUP_GRAPH_CELL_LAST])
    set_last (self, summary->last);
  if (n_ties > MAX_PARTNERS + 1)
    return;
  self->texts[LEADUP_GRAPH_CELL_PARTNERS] =
      partners == NULL ? g_strdup (partner)
                       : g_strconcat (partners, _ (", "), n_ties > MAX_PARTNERS ? "…" : partner,
                                      NULL);
  g_free (partners);
}

GListStore *
leadup_graph_row_list_actors (LeadupSnapshot *snapshot,
                              LeadupTies     *ties,
                              LeadupInstant   from,
                              LeadupInstant   to)
{
  GListStore *rows = g_list_store_new (LEADUP_TYPE_GRAPH_ROW);
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (snapshot != NULL && ties != NULL, rows);

  for (guint i = 0; i < leadup_ties_get_n_actors (ties); i++)
    {
      LeadupGraphRow *row = g_object_new (LEADUP_TYPE_GRAPH_ROW, NULL);
      LeadupActor *actor = get_actor (snapshot, ties, i);

      row->id = g_strdup (leadup_ties_get_actor (ties, i));
      row->texts[LEADUP_GRAPH_CELL_NAME] = dup_name (snapshot, ties, i);
      row->texts[LEADUP_GRAPH_CELL_OTHER] = g_strdup (
          actor != NULL ? leadup_labels_actor_kind (leadup_actor_get_fields (actor)->kind) : "");
      set_number (row, LEADUP_GRAPH_CELL_TIES, 0);
      set_number (row, LEADUP_GRAPH_CELL_EVENTS, 0);
      set_number (row, LEADUP_GRAPH_CELL_DEEDS, 0);
      set_last (row, LEADUP_INSTANT_MIN);
      g_ptr_array_add (actors, row);
    }
  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    {
      const LeadupTie *tie = leadup_ties_get (ties, i);
      LeadupGraphRow *a = actors->pdata[tie->a], *b = actors->pdata[tie->b];
      LeadupTieSummary summary;

      leadup_tie_summarize (tie, from, to, &summary);
      if (summary.n == 0)
        continue;
      add_partner (a, &summary, b->texts[LEADUP_GRAPH_CELL_NAME]);
      add_partner (b, &summary, a->texts[LEADUP_GRAPH_CELL_NAME]);
    }
  g_list_store_splice (rows, 0, 0, actors->pdata, actors->len);

  return rows;
}

GListStore *
leadup_graph_row_list_pairs (LeadupSnapshot *snapshot,
                             LeadupTies     *ties,
                             LeadupInstant   from,
                             LeadupInstant   to)
{
  GListStore *rows = g_list_store_new (LEADUP_TYPE_GRAPH_ROW);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_object_unref);
  LeadupInstant first = from, last = to;

  g_return_val_if_fail (snapshot != NULL && ties != NULL, rows);

  if (from == LEADUP_INSTANT_MIN || to == LEADUP_INSTANT_MAX)
    leadup_ties_get_span (ties, &first, &last);
  for (guint i = 0; i < leadup_ties_get_n (ties); i++)
    for (guint back = 0; back < 2; back++)
      {
        const LeadupTie *tie = leadup_ties_get (ties, i);
        guint actor = back ? tie->b : tie->a, other = back ? tie->a : tie->b;
        LeadupTieSummary summary;
        LeadupGraphRow *row;

        leadup_tie_summarize_one (tie, !back, from, to, &summary);
        if (summary.n == 0)
          continue;
        row = g_object_new (LEADUP_TYPE_GRAPH_ROW, NULL);
        row->id = g_strdup (leadup_ties_get_actor (ties, actor));
        row->other = g_strdup (leadup_ties_get_actor (ties, other));
        row->texts[LEADUP_GRAPH_CELL_NAME] = dup_name (snapshot, ties, actor);
        row->texts[LEADUP_GRAPH_CELL_OTHER] = dup_name (snapshot, ties, other);
        row->texts[LEADUP_GRAPH_CELL_STATE] = g_strdup (leadup_labels_tie_state (summary.state));
        set_number (row, LEADUP_GRAPH_CELL_EVENTS, summary.n);
        set_number (row, LEADUP_GRAPH_CELL_DEEDS, leadup_tie_summary_count_deeds (&summary));
        set_last (row, summary.last);
        row->ties = leadup_ties_ref (ties);
        row->tie = tie;
        row->is_forward = !back;
        row->from = first;
        row->to = last;
        g_ptr_array_add (pairs, row);
      }
  g_list_store_splice (rows, 0, 0, pairs->pdata, pairs->len);

  return rows;
}

const char *
leadup_graph_row_get_id (LeadupGraphRow *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_ROW (self), NULL);

  return self->id;
}

const char *
leadup_graph_row_get_other (LeadupGraphRow *self)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_ROW (self), NULL);

  return self->other;
}

const char *
leadup_graph_row_get_text (LeadupGraphRow *self,
                           LeadupGraphCell cell)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_ROW (self), NULL);
  g_return_val_if_fail (cell < LEADUP_N_GRAPH_CELLS, NULL);

  return self->texts[cell] != NULL ? self->texts[cell] : "";
}

double
leadup_graph_row_get_number (LeadupGraphRow *self,
                             LeadupGraphCell cell)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_ROW (self), 0);
  g_return_val_if_fail (cell < LEADUP_N_GRAPH_CELLS, 0);

  return self->numbers[cell];
}

LeadupTide *
leadup_graph_row_create_tide (LeadupGraphRow  *self,
                              LeadupTideSides *sides)
{
  g_return_val_if_fail (LEADUP_IS_GRAPH_ROW (self), NULL);
  g_return_val_if_fail (sides != NULL, NULL);

  if (self->tie == NULL || self->from >= self->to)
    return NULL;

  *sides = self->is_forward ? LEADUP_TIDE_FORWARD : LEADUP_TIDE_BACKWARD;

  return leadup_tide_new (self->tie, self->from, self->to, MAX_BINS);
}
