/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "base/leadup-geometry.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "render/leadup-colour.h"
#include "render/leadup-theme.h"

G_BEGIN_DECLS

/**
 * LeadupScene:
 *
 * A display list: what a chart consists of, in the order of painting, with the id of what each part
 * stands for. The one thing that the painter, the SVG writer, the pointer, the arrow keys, the
 * screen reader and the golden tests read. Built by one thread, read-only after
 * leadup_scene_finish(), reference-counted (atomically).
 */
typedef struct _LeadupScene LeadupScene;

#define LEADUP_TYPE_SCENE (leadup_scene_get_type ())

/* What a group of shapes stands for. */
typedef enum
{
  LEADUP_SCENE_DECORATION, /* never picked */
  LEADUP_SCENE_EVENT,
  LEADUP_SCENE_CLUSTER,    /* id is that of its most important event */
  LEADUP_SCENE_ACTOR,
  LEADUP_SCENE_TIE,        /* id is “actor actor” */
  LEADUP_SCENE_LANE,
  LEADUP_SCENE_PHASE,
  LEADUP_SCENE_AXIS,
  LEADUP_SCENE_BREAK, /* a folded stretch of time; a click opens it */
} LeadupSceneKind;

typedef enum
{
  LEADUP_SHAPE_RECT,
  LEADUP_SHAPE_PATH,
  LEADUP_SHAPE_BOXES,
  LEADUP_SHAPE_TEXT,
  LEADUP_SHAPE_SYMBOL,
} LeadupShape;

typedef enum
{
  LEADUP_DASH_SOLID,
  LEADUP_DASH_DASHED,
  LEADUP_DASH_DOTTED,
} LeadupDash;

typedef enum
{
  LEADUP_PATTERN_NONE,
  LEADUP_PATTERN_HATCH,
} LeadupPattern;

typedef enum
{
  LEADUP_ANCHOR_START,
  LEADUP_ANCHOR_MIDDLE,
  LEADUP_ANCHOR_END,
} LeadupAnchor;

/**
 * LeadupPaint:
 * @stroke_width: pixels; 0 = no stroke
 * @fade_start: pixels over which a rect fades in from its left end
 * @fade_end: pixels over which it fades out towards its right end
 *
 * A hatched shape is filled with slanted lines in @fill instead of a surface of it.
 */
typedef struct
{
  LeadupColour  fill;
  LeadupColour  stroke;
  double        stroke_width;
  LeadupDash    dash;
  LeadupPattern pattern;
  double        fade_start;
  double        fade_end;
} LeadupPaint;

/**
 * LeadupPathOp:
 *
 * One segment: ‘M’ and ‘L’ use one point, ‘Q’ two (control, end), ‘C’ three, ‘Z’ none.
 */
typedef struct
{
  char        op;
  LeadupPoint points[3];
} LeadupPathOp;

/**
 * LeadupSceneGroup:
 * @layer: name of the layer (“phases”, “axis”, “events”, “labels”, “ties”, “actors”, “legend”,
 * “footer”)
 * @id: (nullable): of the record that it stands for
 * @event: (nullable): what it stands for, or the most important of the @n_events
 * @n_events: that it stands for
 * @verification: of @event, or of the least verified of them
 * @css_class: (nullable): see leadup_scene_group_dup_css_class()
 * @title: (nullable): see leadup_scene_group_dup_title()
 * @bounds: of its shapes, filled by the scene
 */
typedef struct
{
  LeadupSceneKind  kind;
  const char      *layer;
  const char      *id;
  const char      *css_class;
  const char      *title;
  LeadupEvent     *event;
  guint            n_events;
  LeadupVerification verification;
  LeadupRect       bounds;
  guint            first_item;
  guint            n_items;
} LeadupSceneGroup;

/**
 * LeadupSceneItem:
 *
 * One shape. Which members count depends on @shape: a rect uses @rect and @radius; a path @path;
 * boxes, which are the bars of a diagram, @boxes and @rect, which holds them all; a text @text,
 * @role, @anchor and @rect, whose x is the anchor’s, y the baseline, width and height as measured;
 * a symbol @symbol, @verification and @rect.
 */
typedef struct
{
  LeadupShape         shape;
  LeadupRect          rect;
  LeadupPaint         paint;
  double              radius;
  const LeadupPathOp *path;
  guint               n_path;
  const LeadupRect   *boxes;
  guint               n_boxes;
  const char         *text;
  LeadupTextRole      role;
  LeadupAnchor        anchor;
  double              rotation; /* of a text about its anchor, degrees */
  LeadupSymbol        symbol;
  LeadupVerification  verification;
} LeadupSceneItem;

guint                   leadup_path_op_get_n_points (const LeadupPathOp *self);

GType                   leadup_scene_get_type     (void);
LeadupScene            *leadup_scene_new          (const LeadupTheme     *theme,
                                                   double                 width,
                                                   double                 height) G_GNUC_WARN_UNUSED_RESULT;
LeadupScene            *leadup_scene_ref          (LeadupScene           *self);
void                    leadup_scene_unref        (LeadupScene           *self);

/* Building. Strings and paths are copied. */
void                    leadup_scene_set_height   (LeadupScene           *self,
                                                   double                 height);
void                    leadup_scene_begin        (LeadupScene           *self,
                                                   LeadupSceneKind        kind,
                                                   const char            *layer,
                                                   const char            *id,
                                                   const char            *css_class,
                                                   const char            *title);
void                    leadup_scene_begin_events (LeadupScene           *self,
                                                   LeadupSceneKind        kind,
                                                   const char            *layer,
                                                   LeadupEvent           *event,
                                                   guint                  n_events,
                                                   LeadupVerification     verification);
void                    leadup_scene_end          (LeadupScene           *self);
void                    leadup_scene_push_clip    (LeadupScene           *self,
                                                   const LeadupRect      *clip);
void                    leadup_scene_pop_clip     (LeadupScene           *self);
void                    leadup_scene_add_rect     (LeadupScene           *self,
                                                   const LeadupRect      *rect,
                                                   double                 radius,
                                                   const LeadupPaint     *paint);
void                    leadup_scene_add_line     (LeadupScene           *self,
                                                   double                 x1,
                                                   double                 y1,
                                                   double                 x2,
                                                   double                 y2,
                                                   const LeadupPaint     *paint);
void                    leadup_scene_add_path     (LeadupScene           *self,
                                                   const LeadupPathOp    *path,
                                                   guint                  n_path,
                                                   const LeadupPaint     *paint);
void                    leadup_scene_add_boxes    (LeadupScene           *self,
                                                   const LeadupRect      *boxes,
                                                   guint                  n_boxes,
                                                   const LeadupPaint     *paint);
void                    leadup_scene_add_text     (LeadupScene           *self,
                                                   const char            *text,
                                                   LeadupTextRole         role,
                                                   LeadupAnchor           anchor,
                                                   double                 x,
                                                   double                 baseline,
                                                   double                 width,
                                                   LeadupColour           colour);
void                    leadup_scene_add_text_full (LeadupScene          *self,
                                                   const char            *text,
                                                   LeadupTextRole         role,
                                                   LeadupAnchor           anchor,
                                                   double                 x,
                                                   double                 baseline,
                                                   double                 width,
                                                   double                 rotation,
                                                   LeadupColour           colour,
                                                   LeadupColour           halo);
void                    leadup_scene_add_symbol   (LeadupScene           *self,
                                                   LeadupSymbol           symbol,
                                                   LeadupVerification     verification,
                                                   const LeadupRect      *rect,
                                                   LeadupColour           colour);
/* Where the data are drawn, and how high all of them are, of which a scrolled plot shows a part. */
void                    leadup_scene_set_plot     (LeadupScene           *self,
                                                   const LeadupRect      *plot,
                                                   double                 content_height);
void                    leadup_scene_finish       (LeadupScene           *self);

/* Reading. */
const LeadupTheme      *leadup_scene_get_theme    (const LeadupScene     *self);
double                  leadup_scene_get_width    (const LeadupScene     *self);
double                  leadup_scene_get_height   (const LeadupScene     *self);
const LeadupRect       *leadup_scene_get_plot     (const LeadupScene     *self);
double                  leadup_scene_get_content_height (const LeadupScene *self);
guint                   leadup_scene_get_n_groups (const LeadupScene     *self);
const LeadupSceneGroup *leadup_scene_get_group    (const LeadupScene     *self,
                                                   guint                  index);
const LeadupSceneItem  *leadup_scene_get_item     (const LeadupScene     *self,
                                                   guint                  index);
/* (nullable): what a pointer or a screen reader is told */
char                   *leadup_scene_group_dup_title (const LeadupSceneGroup *self) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): words for the SVG’s classes (category and verification) */
char                   *leadup_scene_group_dup_css_class (const LeadupSceneGroup *self) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): the clip of a group’s items */
const LeadupRect       *leadup_scene_get_clip     (const LeadupScene     *self,
                                                   guint                  group);
const LeadupSceneGroup *leadup_scene_pick         (const LeadupScene     *self,
                                                   double                 x,
                                                   double                 y,
                                                   double                 tolerance);
const LeadupSceneGroup *leadup_scene_find         (const LeadupScene     *self,
                                                   LeadupSceneKind        kind,
                                                   const char            *id);
char                   *leadup_scene_to_text      (const LeadupScene     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupScene, leadup_scene_unref)

G_END_DECLS
