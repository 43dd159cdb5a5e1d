/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-scene.h"

#include "base/leadup-when-format.h"
#include "layout/leadup-lane-key.h"
#include "render/leadup-scene-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define BLOCK_SIZE 16384

G_DEFINE_BOXED_TYPE (LeadupScene, leadup_scene, leadup_scene_ref, leadup_scene_unref)

/* Memory for strings and paths that lives as long as the scene. */
static gpointer
allocate (LeadupScene *self, gsize size)
{
  gpointer memory;

  size = (size + 7) & ~(gsize) 7;
  if (self->block_used + size > self->block_size)
    {
      self->block_size = MAX (size, BLOCK_SIZE);
      self->block_used = 0;
      g_ptr_array_add (self->blocks, g_malloc (self->block_size));
    }

  memory = (char *) g_ptr_array_index (self->blocks, self->blocks->len - 1) + self->block_used;
  self->block_used += size;

  return memory;
}

static const char *
copy_string (LeadupScene *self,
             const char  *text)
{
  gsize size;
  char *copy;

  if (text == NULL)
    return NULL;

  size = strlen (text) + 1;
  copy = allocate (self, size);
  memcpy (copy, text, size);

  return copy;
}

static LeadupSceneItem *
append_item (LeadupScene *self,
             LeadupShape  shape)
{
  LeadupSceneItem *item;

  if (self->n_items % LEADUP_SCENE_CHUNK == 0)
    g_ptr_array_add (self->items, g_new (LeadupSceneItem, LEADUP_SCENE_CHUNK));

  item = leadup_scene_peek_item (self, self->n_items++);
  *item = (LeadupSceneItem) { .shape = shape };

  return item;
}

static LeadupSceneNode *
append_node (LeadupScene *self)
{
  LeadupSceneNode *node;

  if (self->n_nodes % LEADUP_SCENE_CHUNK == 0)
    g_ptr_array_add (self->nodes, g_new (LeadupSceneNode, LEADUP_SCENE_CHUNK));

  node = leadup_scene_peek_node (self, self->n_nodes++);
  *node = (LeadupSceneNode) { .clip = LEADUP_SCENE_NO_CLIP };

  return node;
}

static gboolean
can_add (const LeadupScene *self)
{
  return self != NULL && self->is_open && !self->is_finished;
}

static LeadupRect
path_bounds (const LeadupPathOp *path,
             guint               n_path)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n_path; i++)
    for (guint j = 0; j < leadup_path_op_get_n_points (&path[i]); j++)
      {
        const LeadupPoint *point = &path[i].points[j];

        left = MIN (left, point->x);
        top = MIN (top, point->y);
        right = MAX (right, point->x);
        bottom = MAX (bottom, point->y);
      }

  if (left > right)
    return (LeadupRect) { 0 };

  return (LeadupRect) { left, top, right - left, bottom - top };
}

LeadupRect
leadup_scene_item_get_bounds (const LeadupSceneItem *item)
{
  LeadupRect bounds = item->rect;

  if (item->shape == LEADUP_SHAPE_PATH)
    return path_bounds (item->path, item->n_path);

  if (item->shape == LEADUP_SHAPE_TEXT)
    {
      bounds.y -= bounds.height * 0.78;
      if (item->anchor == LEADUP_ANCHOR_MIDDLE)
        bounds.x -= bounds.width / 2;
      else if (item->anchor == LEADUP_ANCHOR_END)
        bounds.x -= bounds.width;
      if (item->rotation != 0)
        {
          /* Turned about its anchor: the circle that it can reach is near enough. */
          bounds.x = item->rect.x - bounds.width;
          bounds.y = item->rect.y - bounds.width;
          bounds.width = bounds.height = bounds.width * 2;
        }
    }

  return bounds;
}

/**
 * leadup_path_op_get_n_points:
 *
 * Returns: how many of the segment’s points count
 */
guint
leadup_path_op_get_n_points (const LeadupPathOp *self)
{
  switch (self->op)
    {
    case 'M':
    case 'L':
      return 1;
    case 'Q':
      return 2;
    case 'C':
      return 3;
    default:
      return 0;
    }
}

/**
 * leadup_scene_new:
 * @theme: what the colours were taken from; has to outlive the scene
 * @width: pixels at scale 1
 * @height: may be set later with leadup_scene_set_height()
 *
 * Returns: (transfer full): an empty scene, to be filled and finished
 */
LeadupScene *
leadup_scene_new (const LeadupTheme *theme,
                  double             width,
                  double             height)
{
  LeadupScene *self;

  g_return_val_if_fail (theme != NULL, NULL);

  self = g_new0 (LeadupScene, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->theme = theme;
  self->width = width;
  self->height = height;
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->nodes = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->clips = g_array_new (FALSE, FALSE, sizeof (LeadupRect));
  self->clip_stack = g_array_new (FALSE, FALSE, sizeof (int));

  return self;
}

LeadupScene *
leadup_scene_ref (LeadupScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
leadup_scene_unref (LeadupScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_nodes; i++)
    g_clear_object (&leadup_scene_peek_node (self, i)->group.event);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->clips);
  g_array_unref (self->clip_stack);
  g_free (self);
}

/**
 * leadup_scene_set_height:
 *
 * For scenes whose height is only known once their content is laid out. Before
 * leadup_scene_finish().
 */
void
leadup_scene_set_height (LeadupScene *self,
                         double       height)
{
  g_return_if_fail (self != NULL && !self->is_finished);

  self->height = height;
}

/**
 * leadup_scene_set_plot:
 * @plot: where the data are drawn; on a timeline its width is the time window
 * @content_height: of all data, of which a scrolled plot shows a part
 *
 * What a window needs to know to pan, zoom and scroll. Before leadup_scene_finish().
 */
void
leadup_scene_set_plot (LeadupScene      *self,
                       const LeadupRect *plot,
                       double            content_height)
{
  g_return_if_fail (self != NULL && !self->is_finished);

  self->plot = *plot;
  self->content_height = content_height;
}

/* Empty where nobody has set it. */
const LeadupRect *
leadup_scene_get_plot (const LeadupScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->plot;
}

double
leadup_scene_get_content_height (const LeadupScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->content_height;
}

/**
 * leadup_scene_begin:
 * @id: (nullable): of the record that the shapes stand for
 * @css_class: (nullable): words for the SVG’s classes
 * @title: (nullable): what a pointer or a screen reader is told
 *
 * Starts a group; what is added until leadup_scene_end() belongs to it. Groups do not nest.
 */
void
leadup_scene_begin (LeadupScene    *self,
                    LeadupSceneKind kind,
                    const char     *layer,
                    const char     *id,
                    const char     *css_class,
                    const char     *title)
{
  LeadupSceneNode *node;

  g_return_if_fail (self != NULL && !self->is_finished);
  g_return_if_fail (!self->is_open);
  g_return_if_fail (layer != NULL);

  node = append_node (self);
  node->group.kind = kind;
  /* Layers are few and mostly the same literal again; intern them. */
  node->group.layer = g_intern_string (layer);
  node->group.id = copy_string (self, id);
  node->group.css_class = copy_string (self, css_class);
  node->group.title = copy_string (self, title);
  node->group.first_item = self->n_items;
  if (self->clip_stack->len > 0)
    node->clip = g_array_index (self->clip_stack, int, self->clip_stack->len - 1);
  self->is_open = TRUE;
}

/**
 * leadup_scene_begin_events:
 * @kind: %LEADUP_SCENE_EVENT or %LEADUP_SCENE_CLUSTER
 * @event: what the shapes stand for, or the most important of several
 * @n_events: how many they stand for
 * @verification: of @event, or of the least verified of them
 *
 * Starts a group whose words are made when someone asks for them: a picture that moves has hundreds
 * of such groups, and a pointer over one of them at most.
 */
void
leadup_scene_begin_events (LeadupScene       *self,
                           LeadupSceneKind    kind,
                           const char        *layer,
                           LeadupEvent       *event,
                           guint              n_events,
                           LeadupVerification verification)
{
  LeadupSceneGroup *group;

  leadup_scene_begin (self, kind, layer, NULL, NULL, NULL);
  group = &leadup_scene_peek_node (self, self->n_nodes - 1)->group;
  group->event = g_object_ref (event);
  group->id = leadup_record_get_id (LEADUP_RECORD (event));
  group->n_events = n_events;
  group->verification = verification;
}

void
leadup_scene_end (LeadupScene *self)
{
  LeadupSceneGroup *group;

  g_return_if_fail (can_add (self));

  group = &leadup_scene_peek_node (self, self->n_nodes - 1)->group;
  group->n_items = self->n_items - group->first_item;
  for (guint i = 0; i < group->n_items; i++)
    {
      LeadupRect bounds =
          leadup_scene_item_get_bounds (leadup_scene_peek_item (self, group->first_item + i));

      group->bounds = i == 0 ? bounds : leadup_rect_union (&group->bounds, &bounds);
    }
  self->is_open = FALSE;
}

/**
 * leadup_scene_push_clip:
 * @clip: the groups that follow are cut off outside of it, and of the clip before it
 */
void
leadup_scene_push_clip (LeadupScene      *self,
                        const LeadupRect *clip)
{
  LeadupRect cut = *clip;
  int index;

  g_return_if_fail (self != NULL && !self->is_finished && !self->is_open);

  if (self->clip_stack->len > 0)
    {
      const LeadupRect *outer =
          &g_array_index (self->clips, LeadupRect,
                          g_array_index (self->clip_stack, int, self->clip_stack->len - 1));
      double right = MIN (cut.x + cut.width, outer->x + outer->width);
      double bottom = MIN (cut.y + cut.height, outer->y + outer->height);

      cut.x = MAX (cut.x, outer->x);
      cut.y = MAX (cut.y, outer->y);
      cut.width = MAX (right - cut.x, 0);
      cut.height = MAX (bottom - cut.y, 0);
    }

  index = (int) self->clips->len;
  g_array_append_val (self->clips, cut);
  g_array_append_val (self->clip_stack, index);
}

void
leadup_scene_pop_clip (LeadupScene *self)
{
  g_return_if_fail (self != NULL && self->clip_stack->len > 0 && !self->is_open);

  g_array_set_size (self->clip_stack, self->clip_stack->len - 1);
}

void
leadup_scene_add_rect (LeadupScene       *self,
                       const LeadupRect  *rect,
                       double             radius,
                       const LeadupPaint *paint)
{
  LeadupSceneItem *item;

  g_return_if_fail (can_add (self));

  item = append_item (self, LEADUP_SHAPE_RECT);
  item->rect = *rect;
  item->radius = radius;
  item->paint = *paint;
}

void
leadup_scene_add_line (LeadupScene       *self,
                       double             x1,
                       double             y1,
                       double             x2,
                       double             y2,
                       const LeadupPaint *paint)
{
  LeadupPathOp path[2] = { { .op = 'M', .points = { { x1, y1 } } },
                           { .op = 'L', .points = { { x2, y2 } } } };

  leadup_scene_add_path (self, path, G_N_ELEMENTS (path), paint);
}

void
leadup_scene_add_path (LeadupScene        *self,
                       const LeadupPathOp *path,
                       guint               n_path,
                       const LeadupPaint  *paint)
{
  LeadupSceneItem *item;
  LeadupPathOp *copy;

  g_return_if_fail (can_add (self));

  copy = allocate (self, sizeof (LeadupPathOp) * MAX (n_path, 1));
  memcpy (copy, path, sizeof (LeadupPathOp) * n_path);

  item = append_item (self, LEADUP_SHAPE_PATH);
  item->path = copy;
  item->n_path = n_path;
  item->paint = *paint;
}

/**
 * leadup_scene_add_boxes:
 * @boxes: (array length=n_boxes): at least one; none lies upon another
 * @paint: its fill counts
 */
void
leadup_scene_add_boxes (LeadupScene       *self,
                        const LeadupRect  *boxes,
                        guint              n_boxes,
                        const LeadupPaint *paint)
{
  LeadupSceneItem *item;
  LeadupRect *copy;

  g_return_if_fail (can_add (self));
  g_return_if_fail (n_boxes > 0);

  copy = allocate (self, sizeof (LeadupRect) * n_boxes);
  memcpy (copy, boxes, sizeof (LeadupRect) * n_boxes);

  item = append_item (self, LEADUP_SHAPE_BOXES);
  item->boxes = copy;
  item->n_boxes = n_boxes;
  item->rect = boxes[0];
  for (guint i = 1; i < n_boxes; i++)
    item->rect = leadup_rect_union (&item->rect, &boxes[i]);
  item->paint = *paint;
}

/**
 * leadup_scene_add_text:
 * @text: valid UTF-8, one line
 * @width: as leadup_text_measure_get_width() says
 */
void
leadup_scene_add_text (LeadupScene   *self,
                       const char    *text,
                       LeadupTextRole role,
                       LeadupAnchor   anchor,
                       double         x,
                       double         baseline,
                       double         width,
                       LeadupColour   colour)
{
  leadup_scene_add_text_full (self, text, role, anchor, x, baseline, width, 0, colour,
                              (LeadupColour) { 0 });
}

/**
 * leadup_scene_add_text_full:
 * @rotation: degrees, clockwise about the anchor
 * @halo: drawn as a soft edge around the letters where its alpha is not 0; for text over lines
 */
void
leadup_scene_add_text_full (LeadupScene   *self,
                            const char    *text,
                            LeadupTextRole role,
                            LeadupAnchor   anchor,
                            double         x,
                            double         baseline,
                            double         width,
                            double         rotation,
                            LeadupColour   colour,
                            LeadupColour   halo)
{
  LeadupSceneItem *item;

  g_return_if_fail (can_add (self));
  g_return_if_fail (text != NULL);

  item = append_item (self, LEADUP_SHAPE_TEXT);
  item->text = copy_string (self, text);
  item->role = role;
  item->anchor = anchor;
  item->rect = (LeadupRect) { x, baseline, width, self->theme->fonts[role].size * 1.3 };
  item->rotation = rotation;
  item->paint.fill = colour;
  if (halo.alpha != 0)
    {
      item->paint.stroke = halo;
      item->paint.stroke_width = 3;
    }
}

/**
 * leadup_scene_add_symbol:
 * @rect: the box that the mark fills; a square
 * @colour: of the category, already readable on the background
 */
void
leadup_scene_add_symbol (LeadupScene       *self,
                         LeadupSymbol       symbol,
                         LeadupVerification verification,
                         const LeadupRect  *rect,
                         LeadupColour       colour)
{
  LeadupSceneItem *item;

  g_return_if_fail (can_add (self));

  item = append_item (self, LEADUP_SHAPE_SYMBOL);
  item->symbol = symbol;
  item->verification = verification;
  item->rect = *rect;
  item->paint.fill = colour;
}

/* Nothing can be added any more; from here on any thread may read. */
void
leadup_scene_finish (LeadupScene *self)
{
  g_return_if_fail (self != NULL && !self->is_open);

  self->is_finished = TRUE;
}

const LeadupTheme *
leadup_scene_get_theme (const LeadupScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->theme;
}

double
leadup_scene_get_width (const LeadupScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

double
leadup_scene_get_height (const LeadupScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

guint
leadup_scene_get_n_groups (const LeadupScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_nodes;
}

const LeadupSceneGroup *
leadup_scene_get_group (const LeadupScene *self,
                        guint              index)
{
  g_return_val_if_fail (self != NULL && index < self->n_nodes, NULL);

  return &leadup_scene_peek_node (self, index)->group;
}

char *
leadup_scene_group_dup_title (const LeadupSceneGroup *self)
{
  const char *title;
  g_autofree char *first = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->event == NULL)
    return g_strdup (self->title);

  title = leadup_event_get_title (self->event);
  if (self->kind == LEADUP_SCENE_CLUSTER)
    {
      first = g_strdup_printf (ngettext ("%u event", "%u events", self->n_events), self->n_events);
      return g_strdup_printf ("%s: %s — %s", first, title,
                              leadup_verification_get_label (self->verification));
    }

  first = leadup_when_format (leadup_event_get_when (self->event), LEADUP_WHEN_STYLE_LONG);

  return g_strdup_printf ("%s — %s — %s", title, first,
                          leadup_verification_get_label (self->verification));
}

char *
leadup_scene_group_dup_css_class (const LeadupSceneGroup *self)
{
  const LeadupEventFields *fields;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->event == NULL)
    return g_strdup (self->css_class);
  if (self->kind == LEADUP_SCENE_CLUSTER)
    return g_strdup ("cluster");

  fields = leadup_event_get_fields (self->event);

  return g_strdup_printf ("%s %s", fields->category != NULL ? fields->category : "none",
                          leadup_verification_to_string (self->verification));
}

const LeadupSceneItem *
leadup_scene_get_item (const LeadupScene *self,
                       guint              index)
{
  g_return_val_if_fail (self != NULL && index < self->n_items, NULL);

  return leadup_scene_peek_item (self, index);
}

const LeadupRect *
leadup_scene_get_clip (const LeadupScene *self,
                       guint              group)
{
  int clip;

  g_return_val_if_fail (self != NULL && group < self->n_nodes, NULL);

  clip = leadup_scene_peek_node (self, group)->clip;

  return clip == LEADUP_SCENE_NO_CLIP ? NULL : &g_array_index (self->clips, LeadupRect, clip);
}
