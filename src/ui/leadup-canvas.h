/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "render/leadup-scene.h"
#include "render/leadup-text-measure.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupCanvas:
 *
 * Shows a scene: what timeline, graph and overview have in common. A subclass prepares a job on the
 * main thread; a worker composes the scene and paints it into a texture; hover, selection, focus
 * and rubber band are native nodes above the texture, so that they cost nothing. Only one picture
 * is in the making at any time; when something changed meanwhile, the next one follows.
 *
 * One child widget without a picture carries the keyboard focus and the accessible name of the
 * focused item.
 */
#define LEADUP_TYPE_CANVAS (leadup_canvas_get_type ())

G_DECLARE_DERIVABLE_TYPE (LeadupCanvas, leadup_canvas, LEADUP, CANVAS, GtkWidget)

typedef enum
{
  LEADUP_CANVAS_MOVE_LEFT,
  LEADUP_CANVAS_MOVE_RIGHT,
  LEADUP_CANVAS_MOVE_UP,
  LEADUP_CANVAS_MOVE_DOWN,
  LEADUP_CANVAS_MOVE_FIRST,
  LEADUP_CANVAS_MOVE_LAST,
} LeadupCanvasMove;

/**
 * LeadupCanvasClass:
 * @prepare: main thread: (transfer full) (nullable): what the worker needs for a picture of that
 * size; %NULL shows nothing
 * @compose: worker: (transfer full) (nullable): the scene
 * @job_free: any thread
 * @draws_ties: whether a new projection calls for a new picture
 * @scene_changed: (nullable): main thread: a new scene is on the screen
 * @pan: the picture follows the pointer by that many pixels
 * @zoom: about a point; @factor > 1 shows less
 * @activate: (nullable): double click or Enter; @group is %NULL on empty ground
 * @move_focus: (nullable): an arrow key
 * @drag_begin: (nullable): whether the subclass wants this drag for itself (brushing, moving what
 * is under the pointer)
 * @drag_update: (nullable): of a drag that it wanted; offsets from where it began
 * @drag_end: (nullable): with whether it was given up
 * @list_lit: (nullable): (transfer full) (nullable) (element-type utf8 utf8): ids of the groups
 * that belong to what the pointer is over, here or in another view; all else stands back
 * @key: (nullable): a key that the canvas does not know; whether it was one of the subclass
 * @wheel: (nullable): an unmodified wheel, in notches; %NULL pans
 */
struct _LeadupCanvasClass
{
  GtkWidgetClass parent_class;

  gpointer      (*prepare)       (LeadupCanvas           *self,
                                  double                  width,
                                  double                  height,
                                  const LeadupTheme      *theme);
  LeadupScene  *(*compose)       (gpointer                job,
                                  LeadupTextMeasure      *measure);
  GDestroyNotify  job_free;
  gboolean        draws_ties;
  void          (*scene_changed) (LeadupCanvas           *self);
  void          (*pan)           (LeadupCanvas           *self,
                                  double                  dx,
                                  double                  dy);
  void          (*zoom)          (LeadupCanvas           *self,
                                  double                  x,
                                  double                  y,
                                  double                  factor);
  void          (*activate)      (LeadupCanvas           *self,
                                  const LeadupSceneGroup *group,
                                  double                  x,
                                  double                  y);
  void          (*move_focus)    (LeadupCanvas           *self,
                                  LeadupCanvasMove        move);
  gboolean      (*drag_begin)    (LeadupCanvas           *self,
                                  const LeadupSceneGroup *group,
                                  double                  x,
                                  double                  y);
  void          (*drag_update)   (LeadupCanvas           *self,
                                  double                  dx,
                                  double                  dy);
  void          (*drag_end)      (LeadupCanvas           *self,
                                  gboolean                is_cancelled);
  GHashTable   *(*list_lit)      (LeadupCanvas           *self);
  gboolean      (*key)           (LeadupCanvas           *self,
                                  guint                   keyval,
                                  GdkModifierType         state);
  void          (*wheel)         (LeadupCanvas           *self,
                                  double                  dx,
                                  double                  dy,
                                  gboolean                is_discrete);
};

/* (nullable): %NULL before the first picture. Valid until the next scene_changed. */
LeadupScene     *leadup_canvas_get_scene      (LeadupCanvas     *self);
LeadupWorkspace *leadup_canvas_get_workspace  (LeadupCanvas     *self);
void             leadup_canvas_set_workspace  (LeadupCanvas     *self,
                                               LeadupWorkspace  *workspace);
/* The picture is out of date. */
void             leadup_canvas_queue_scene    (LeadupCanvas     *self);
void             leadup_canvas_draw_ahead     (LeadupCanvas     *self);
/* What is in this picture and in the next one moves there. */
void             leadup_canvas_animate_next   (LeadupCanvas     *self);
/* Size of the scene: the widget’s, divided by the text scale. */
void             leadup_canvas_get_size       (LeadupCanvas     *self,
                                               double           *width,
                                               double           *height);
/* The item that has the keyboard; @title is spoken. %NULL = none. */
void             leadup_canvas_set_focus_item (LeadupCanvas     *self,
                                               LeadupSceneKind   kind,
                                               const char       *id,
                                               const char       *title);
/* The same item, of which there is something else to say. */
void             leadup_canvas_tell_focus_item (LeadupCanvas    *self,
                                               const char       *title);
const char      *leadup_canvas_get_focus_id   (LeadupCanvas     *self,
                                               LeadupSceneKind  *kind);
/* The theme that goes with the looks of the program. */
const LeadupTheme *leadup_canvas_choose_theme (void);
const LeadupTheme *leadup_canvas_get_theme    (LeadupCanvas     *self);
/* Everything is drawn that many times as large; 0 = as large as the user wants text. */
void             leadup_canvas_set_magnification (LeadupCanvas  *self,
                                               double            magnification);
gboolean         leadup_canvas_is_on_stage    (LeadupCanvas     *self);
gboolean         leadup_canvas_is_opaque      (LeadupCanvas     *self);
/* Whether what is not selected stands back, as long as anything is selected. */
void             leadup_canvas_set_rest_faded (LeadupCanvas     *self,
                                               gboolean          is_rest_faded);
/* Points for a moment at what is new: ids of events or actors (element-type utf8). */
void             leadup_canvas_greet          (LeadupCanvas     *self,
                                               GHashTable       *arrivals);
/* The accessible name of the whole picture. */
void             leadup_canvas_set_summary    (LeadupCanvas     *self,
                                               const char       *summary);

G_END_DECLS
