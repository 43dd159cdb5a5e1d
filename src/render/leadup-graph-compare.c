/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-graph-builder.h"
#include "render/leadup-graph-sentences.h"

static gint64
make_key (guint from,
          guint to)
{
  return (gint64) from << 32 | to;
}

/**
 * leadup_graph_builder_compare:
 * @self: with strands, before they are numbered anew
 *
 * Marks each line with what became of it since the window before; lines that ended come back.
 */
void
leadup_graph_builder_compare (LeadupGraphBuilder *self)
{
  LeadupTieWindow after = { self->options->from, self->options->to };
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GHashTable) lines = NULL;

  if (self->options->before == NULL)
    return;

  changes = leadup_tie_changes_list (self->ties, self->options->before, &after);
  lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->strands->len; i++)
    {
      LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, i);
      gint64 key = make_key (strand->from, strand->to);

      strand->is_compared = TRUE;
      strand->change = LEADUP_TIE_CHANGE_NONE;
      g_hash_table_insert (lines, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const LeadupTieChange *change = &g_array_index (changes, LeadupTieChange, i);
      gint64 key = make_key (change->from, change->to);
      guint line = GPOINTER_TO_UINT (g_hash_table_lookup (lines, &key));

      if (line > 0)
        {
          LeadupGraphStrand *strand = &g_array_index (self->strands, LeadupGraphStrand, line - 1);

          strand->change = change->kind;
          strand->n_before = change->before.n;
        }
      else if (change->kind == LEADUP_TIE_CHANGE_ENDED)
        {
          LeadupGraphStrand strand = { change->from, change->to, change->before,
                                       .dash = LEADUP_DASH_DOTTED, .is_compared = TRUE,
                                       .change = change->kind, .n_before = change->before.n };

          g_array_append_val (self->strands, strand);
        }
    }
}

/* Returns: (transfer full): what stands on a line: “5”, or “▲ 2 → 5” where windows are compared */
char *
leadup_graph_builder_dup_count (const LeadupGraphStrand *strand)
{
  if (!strand->is_compared)
    return g_strdup_printf ("%u", strand->summary.n);
  if (strand->change == LEADUP_TIE_CHANGE_ENDED)
    return g_strdup_printf ("%s %u → 0", leadup_graph_sentences_sign_change (strand->change),
                            strand->n_before);

  return g_strdup_printf ("%s %u → %u", leadup_graph_sentences_sign_change (strand->change),
                          strand->n_before, strand->summary.n);
}
