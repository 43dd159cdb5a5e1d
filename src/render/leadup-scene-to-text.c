/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-scene-private.h"
#include "render/leadup-scene.h"

#include <math.h>

static const char *const kind_names[] = {
  [LEADUP_SCENE_DECORATION] = "decoration",
  [LEADUP_SCENE_EVENT] = "event",
  [LEADUP_SCENE_CLUSTER] = "cluster",
  [LEADUP_SCENE_ACTOR] = "actor",
  [LEADUP_SCENE_TIE] = "tie",
  [LEADUP_SCENE_LANE] = "lane",
  [LEADUP_SCENE_PHASE] = "phase",
  [LEADUP_SCENE_AXIS] = "axis",
  [LEADUP_SCENE_BREAK] = "break",
};

static const char *const role_names[] = {
  [LEADUP_TEXT_TITLE] = "title", [LEADUP_TEXT_SUBTITLE] = "subtitle",
  [LEADUP_TEXT_LABEL] = "label", [LEADUP_TEXT_LABEL_STRONG] = "label-strong",
  [LEADUP_TEXT_LANE] = "lane",   [LEADUP_TEXT_CONTEXT] = "context",
  [LEADUP_TEXT_TICK] = "tick",   [LEADUP_TEXT_CAPTION] = "caption",
  [LEADUP_TEXT_BADGE] = "badge",
};

/* Whole pixels; never “-0”. */
static int
pixel (double value)
{
  return (int) floor (CLAMP (value, -1e8, 1e8) + 0.5);
}

static void
append_colour (GString     *text,
               const char  *name,
               LeadupColour colour)
{
  g_autofree char *hex = NULL;

  if (colour.alpha == 0)
    return;

  hex = leadup_colour_to_string (colour);
  g_string_append_printf (text, " %s %s", name, hex);
  if (colour.alpha != 255)
    g_string_append_printf (text, "/%d%%", (colour.alpha * 100 + 127) / 255);
}

static void
append_paint (GString           *text,
              const LeadupPaint *paint)
{
  append_colour (text, paint->pattern == LEADUP_PATTERN_HATCH ? "hatch" : "fill", paint->fill);
  if (paint->stroke_width > 0)
    append_colour (text, "stroke", paint->stroke);
  if (paint->dash == LEADUP_DASH_DASHED)
    g_string_append (text, " dashed");
  else if (paint->dash == LEADUP_DASH_DOTTED)
    g_string_append (text, " dotted");
  if (paint->fade_start > 0 || paint->fade_end > 0)
    g_string_append_printf (text, " fades %d %d", pixel (paint->fade_start),
                            pixel (paint->fade_end));
}

static void
append_path (GString               *text,
             const LeadupSceneItem *item)
{
  for (guint i = 0; i < item->n_path; i++)
    {
      const LeadupPathOp *op = &item->path[i];

      g_string_append_printf (text, " %c", op->op);
      for (guint j = 0; j < leadup_path_op_get_n_points (op); j++)
        g_string_append_printf (text, "%s%d,%d", j > 0 ? " " : "", pixel (op->points[j].x),
                                pixel (op->points[j].y));
    }
}

static void
append_text (GString               *text,
             const LeadupSceneItem *item)
{
  static const char *const anchors[] = {
    [LEADUP_ANCHOR_START] = "start",
    [LEADUP_ANCHOR_MIDDLE] = "middle",
    [LEADUP_ANCHOR_END] = "end",
  };

  g_string_append_printf (text, "  text %s %d,%d %s", role_names[item->role], pixel (item->rect.x),
                          pixel (item->rect.y), anchors[item->anchor]);
  if (item->rotation != 0)
    g_string_append_printf (text, " turned %d", pixel (item->rotation));
  append_colour (text, "fill", item->paint.fill);
  g_string_append_printf (text, " “%s”\n", item->text);
}

static void
append_item (GString               *text,
             const LeadupSceneItem *item)
{
  switch (item->shape)
    {
    case LEADUP_SHAPE_RECT:
      g_string_append_printf (text, "  rect %d,%d %d×%d", pixel (item->rect.x),
                              pixel (item->rect.y), pixel (item->rect.width),
                              pixel (item->rect.height));
      append_paint (text, &item->paint);
      g_string_append_c (text, '\n');
      break;
    case LEADUP_SHAPE_BOXES:
      g_string_append (text, "  boxes");
      for (guint i = 0; i < item->n_boxes; i++)
        g_string_append_printf (text, " %d,%d %d×%d", pixel (item->boxes[i].x),
                                pixel (item->boxes[i].y), pixel (item->boxes[i].width),
                                pixel (item->boxes[i].height));
      append_paint (text, &item->paint);
      g_string_append_c (text, '\n');
      break;
    case LEADUP_SHAPE_PATH:
      g_string_append (text, "  path");
      append_path (text, item);
      append_paint (text, &item->paint);
      g_string_append_c (text, '\n');
      break;
    case LEADUP_SHAPE_TEXT:
      append_text (text, item);
      break;
    case LEADUP_SHAPE_SYMBOL:
      g_string_append_printf (text, "  symbol %s %s %d,%d %d",
                              leadup_symbol_to_string (item->symbol),
                              leadup_verification_to_string (item->verification),
                              pixel (item->rect.x), pixel (item->rect.y), pixel (item->rect.width));
      append_colour (text, "fill", item->paint.fill);
      g_string_append_c (text, '\n');
      break;
    default:
      break;
    }
}

/**
 * leadup_scene_to_text:
 *
 * Prints the display list, a line a group and a line a shape, in the order of painting, in whole
 * pixels: stable, so that two scenes can be compared by their texts.
 *
 * Returns: (transfer full): the text
 */
char *
leadup_scene_to_text (const LeadupScene *self)
{
  GString *text;
  const char *layer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "scene %d×%d %s\n", pixel (self->width), pixel (self->height),
                          self->theme->id);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (self, i);
      const LeadupRect *clip = leadup_scene_get_clip (self, i);
      g_autofree char *css_class = leadup_scene_group_dup_css_class (group);
      g_autofree char *title = leadup_scene_group_dup_title (group);

      if (layer == NULL || !g_str_equal (layer, group->layer))
        g_string_append_printf (text, "[%s]\n", group->layer);
      layer = group->layer;

      g_string_append (text, kind_names[group->kind]);
      if (group->id != NULL)
        g_string_append_printf (text, " %s", group->id);
      if (css_class != NULL)
        g_string_append_printf (text, " .%s", css_class);
      if (title != NULL)
        g_string_append_printf (text, " “%s”", title);
      if (clip != NULL)
        g_string_append_printf (text, " clip %d,%d %d×%d", pixel (clip->x), pixel (clip->y),
                                pixel (clip->width), pixel (clip->height));
      g_string_append_c (text, '\n');

      for (guint j = 0; j < group->n_items; j++)
        append_item (text, leadup_scene_peek_item (self, group->first_item + j));
    }

  return g_string_free (text, FALSE);
}
