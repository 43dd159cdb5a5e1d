/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-selection.h"

static void
clear_selected (gpointer data)
{
  LeadupSelected *selected = data;

  g_clear_pointer (&selected->id, g_free);
}

static gboolean
record_exists (LeadupStory          *story,
               const LeadupSelected *selected)
{
  if (selected->is_tie)
    {
      g_auto (GStrv) ends = g_strsplit (selected->id, " ", 2);

      return ends[0] != NULL && ends[1] != NULL &&
             leadup_story_lookup (story, LEADUP_RECORD_ACTOR, ends[0]) != NULL &&
             leadup_story_lookup (story, LEADUP_RECORD_ACTOR, ends[1]) != NULL;
    }

  return leadup_story_lookup (story, selected->kind, selected->id) != NULL;
}

GArray *
leadup_selection_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (LeadupSelected));

  g_array_set_clear_func (self, clear_selected);

  return self;
}

/* Returns: where a record is, or %G_MAXUINT */
guint
leadup_selection_find (GArray          *self,
                       LeadupRecordKind kind,
                       const char      *id)
{
  for (guint i = 0; i < self->len; i++)
    {
      const LeadupSelected *selected = &g_array_index (self, LeadupSelected, i);

      if (!selected->is_tie && selected->kind == kind && g_str_equal (selected->id, id))
        return i;
    }

  return G_MAXUINT;
}

void
leadup_selection_append (GArray          *self,
                         LeadupRecordKind kind,
                         gboolean         is_tie,
                         const char      *id)
{
  LeadupSelected selected = { kind, is_tie, g_strdup (id) };

  g_array_append_val (self, selected);
}

/* Returns: whether something was selected that @story does not have */
gboolean
leadup_selection_drop_vanished (GArray      *self,
                                LeadupStory *story)
{
  guint before = self->len;

  for (guint i = self->len; i > 0; i--)
    if (!record_exists (story, &g_array_index (self, LeadupSelected, i - 1)))
      g_array_remove_index (self, i - 1);

  return self->len < before;
}
