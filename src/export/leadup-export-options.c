/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-export-options.h"

#include "model/leadup-step.h"

/* Points, lying on their side. */
static const struct
{
  const char *name;
  double width;
  double height;
} papers[LEADUP_N_PAPERS] = {
  [LEADUP_PAPER_NONE] = { "none", 0, 0 },
  [LEADUP_PAPER_A4] = { "a4", 841.89, 595.276 },
  [LEADUP_PAPER_A3] = { "a3", 1190.551, 841.89 },
  [LEADUP_PAPER_LETTER] = { "letter", 792, 612 },
  [LEADUP_PAPER_TABLOID] = { "tabloid", 1224, 792 },
};

/* Returns: (transfer full): options with texts of their own, which a worker can take */
LeadupExportOptions *
leadup_export_options_copy (const LeadupExportOptions *self)
{
  LeadupExportOptions *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  if (self->filter != NULL)
    copy->filter = leadup_filter_ref (self->filter);
  if (self->lanes != NULL)
    copy->lanes = g_object_ref (self->lanes);
  if (self->style != NULL)
    copy->style = leadup_house_style_ref (self->style);
  copy->graph.middle = g_strdup (self->graph.middle);
  copy->graph.sieve.focus = (const char *const *) g_strdupv ((GStrv) self->graph.sieve.focus);
  copy->graph.sieve.folded = (const char *const *) g_strdupv ((GStrv) self->graph.sieve.folded);
  copy->pairs = (const char *const *) g_strdupv ((GStrv) self->pairs);
  copy->still = g_memdup2 (self->still, sizeof *self->still);
  copy->theme = g_strdup (self->theme);
  copy->title = g_strdup (self->title);
  copy->subtitle = g_strdup (self->subtitle);
  copy->source_line = g_strdup (self->source_line);
  copy->byline = g_strdup (self->byline);
  copy->alt = g_strdup (self->alt);
  copy->as_of = g_strdup (self->as_of);

  return copy;
}

/* Frees what leadup_export_options_copy() made. */
void
leadup_export_options_free (LeadupExportOptions *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->filter, leadup_filter_unref);
  g_clear_object (&self->lanes);
  g_clear_pointer (&self->style, leadup_house_style_unref);
  g_free ((char *) self->graph.middle);
  g_strfreev ((GStrv) self->graph.sieve.focus);
  g_strfreev ((GStrv) self->graph.sieve.folded);
  g_strfreev ((GStrv) self->pairs);
  g_free ((gpointer) self->still);
  g_free ((char *) self->theme);
  g_free ((char *) self->title);
  g_free ((char *) self->subtitle);
  g_free ((char *) self->source_line);
  g_free ((char *) self->byline);
  g_free ((char *) self->alt);
  g_free ((char *) self->as_of);
  g_free (self);
}

/**
 * leadup_export_options_prepare:
 * @snapshot: a story
 * @prepared: (out): the same with a filter that knows @snapshot and the day; borrows all but the
 * filter, which is to be unreferenced where it is set
 *
 * What asks which events are shown asks these: the one place where filter and day meet.
 */
void
leadup_export_options_prepare (const LeadupExportOptions *self,
                               LeadupSnapshot            *snapshot,
                               LeadupExportOptions       *prepared)
{
  g_autoptr (LeadupFilter) filter = NULL;

  g_return_if_fail (self != NULL && snapshot != NULL && prepared != NULL);

  *prepared = *self;
  prepared->as_of = NULL;
  prepared->filter = NULL;
  if (self->filter == NULL && self->as_of == NULL)
    return;

  filter = leadup_filter_new_known_by (self->filter, self->as_of);
  prepared->filter = leadup_filter_prepare (filter, snapshot);
}

/* Sets the size, the scale, the paper and whether there are texts around; nothing else. */
void
leadup_export_options_set_preset (LeadupExportOptions      *self,
                                  const LeadupExportPreset *preset)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (preset != NULL);

  self->width = preset->width;
  self->height = preset->height;
  self->scale = preset->scale;
  self->zoom = preset->zoom;
  self->is_plain = preset->is_plain;
  if (preset->paper == NULL || !leadup_paper_from_string (preset->paper, &self->paper))
    self->paper = LEADUP_PAPER_NONE;
}

/**
 * leadup_export_options_count_steps:
 * @snapshot: a story
 *
 * Returns: how many steps it is presented in
 */
guint
leadup_export_options_count_steps (LeadupSnapshot *snapshot)
{
  g_return_val_if_fail (snapshot != NULL, 0);

  return leadup_snapshot_get_n (snapshot, LEADUP_RECORD_STEP);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const LeadupStepFields *first = leadup_step_get_fields (*(LeadupStep *const *) a);
  const LeadupStepFields *second = leadup_step_get_fields (*(LeadupStep *const *) b);

  return first->position < second->position ? -1 : first->position > second->position;
}

/**
 * leadup_export_options_set_step:
 * @self: options; what it gets from the story is only valid as long as @snapshot
 * @snapshot: a story
 * @number: of the step in the order of presenting, from 1
 *
 * Chooses what a step shows: picture, range of time, filter, lanes, look of the graph, day, and its
 * caption as the subtitle.
 *
 * Returns: whether there is such a step
 */
gboolean
leadup_export_options_set_step (LeadupExportOptions *self,
                                LeadupSnapshot      *snapshot,
                                guint                number)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  guint n = leadup_export_options_count_steps (snapshot);
  const LeadupStepFields *step;
  LeadupView *view = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (number < 1 || number > n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (steps, leadup_snapshot_get (snapshot, LEADUP_RECORD_STEP, i));
  g_ptr_array_sort (steps, compare_steps);
  step = leadup_step_get_fields (g_ptr_array_index (steps, number - 1));

  if (step->view != NULL)
    view = leadup_snapshot_lookup (snapshot, LEADUP_RECORD_VIEW, step->view);
  if (view != NULL)
    {
      const LeadupViewFields *fields = leadup_view_get_fields (view);

      self->picture = fields->picture;
      self->from = fields->from;
      self->to = fields->to;
      self->lanes_by = fields->lanes_by;
      self->lanes = view;
      self->filter = fields->filter;
      self->graph = fields->graph;
      /* A graph alone shows the range that is brushed, or all of the time, wherever the timeline
       * beside it is. */
      if (fields->picture == LEADUP_PICTURE_GRAPH)
        {
          self->from = fields->graph.range.from;
          self->to = fields->graph.range.to;
        }
    }
  if (step->caption != NULL && *step->caption != '\0')
    self->subtitle = step->caption;
  if (step->as_of != NULL && *step->as_of != '\0')
    self->as_of = step->as_of;

  return TRUE;
}

const char *
leadup_paper_to_string (LeadupPaper paper)
{
  g_return_val_if_fail ((guint) paper < LEADUP_N_PAPERS, NULL);

  return papers[paper].name;
}

gboolean
leadup_paper_from_string (const char  *name,
                          LeadupPaper *paper)
{
  g_return_val_if_fail (name != NULL && paper != NULL, FALSE);

  for (guint i = 0; i < LEADUP_N_PAPERS; i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      {
        *paper = (LeadupPaper) i;
        return TRUE;
      }

  return FALSE;
}

/* Points, lying on its side; 0 × 0 for none. */
void
leadup_paper_get_size (LeadupPaper paper,
                       double     *width,
                       double     *height)
{
  g_return_if_fail ((guint) paper < LEADUP_N_PAPERS);
  g_return_if_fail (width != NULL && height != NULL);

  *width = papers[paper].width;
  *height = papers[paper].height;
}
