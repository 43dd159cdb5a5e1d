/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-scene-axis.h"

#include "layout/leadup-axis.h"

#include <math.h>

static double
measure_label (const char *text,
               gboolean    is_context,
               gpointer    data)
{
  return leadup_text_measure_get_width (
      data, is_context ? LEADUP_TEXT_CONTEXT : LEADUP_TEXT_TICK, text);
}

/* Returns: pixels that both rows take up */
double
leadup_scene_axis_get_height (LeadupTextMeasure *measure)
{
  return leadup_text_measure_get_height (measure, LEADUP_TEXT_CONTEXT) +
         leadup_text_measure_get_height (measure, LEADUP_TEXT_TICK);
}

/**
 * leadup_scene_add_axis:
 * @scene: being built, with no open group
 * @measure: of this thread, for @theme
 * @theme: how it looks
 * @axis: which time, and where
 *
 * Adds the lines of the ticks, which are to lie below what is drawn later, and the two rows.
 */
void
leadup_scene_add_axis (LeadupScene           *scene,
                       LeadupTextMeasure     *measure,
                       const LeadupTheme     *theme,
                       const LeadupSceneAxis *axis)
{
  LeadupAxisOptions options = {
    .finest = axis->finest, .measure = measure_label, .measure_data = measure
  };
  LeadupPaint faint = { .stroke = theme->line_faint, .stroke_width = 1.0 };
  double bottom = axis->plot.y + axis->plot.height;
  double height = leadup_text_measure_get_height (measure, LEADUP_TEXT_CONTEXT);
  double ascent = leadup_text_measure_get_ascent (measure, LEADUP_TEXT_CONTEXT);
  g_autoptr (LeadupAxis) calendar = NULL;

  leadup_time_scale_init (&options.scale, NULL, axis->from, axis->to, 0, axis->plot.width);
  calendar = leadup_axis_new (&options);
  leadup_scene_begin (scene, LEADUP_SCENE_AXIS, "axis", NULL, NULL, NULL);
  for (guint i = 0; i < leadup_axis_get_n_contexts (calendar); i++)
    {
      const LeadupAxisContext *context = leadup_axis_get_context (calendar, i);

      if (context->label != NULL)
        leadup_scene_add_text (scene, context->label, LEADUP_TEXT_CONTEXT, LEADUP_ANCHOR_START,
                               axis->plot.x + context->x, axis->top + ascent,
                               measure_label (context->label, TRUE, measure), theme->text);
    }
  for (guint i = 0; i < leadup_axis_get_n_ticks (calendar); i++)
    {
      const LeadupAxisTick *tick = leadup_axis_get_tick (calendar, i);
      double x = round (axis->plot.x + tick->x) + 0.5;

      leadup_scene_add_line (scene, x, axis->plot.y, x, bottom, &faint);
      if (tick->label != NULL)
        leadup_scene_add_text (scene, tick->label, LEADUP_TEXT_TICK, LEADUP_ANCHOR_START, x,
                               axis->top + height + ascent,
                               measure_label (tick->label, FALSE, measure), theme->text_dim);
    }
  leadup_scene_end (scene);
}
