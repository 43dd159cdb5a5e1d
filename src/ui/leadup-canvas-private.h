/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-canvas-renderer.h"
#include "ui/leadup-canvas-transition.h"
#include "ui/leadup-canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the role files of the canvas share. */
typedef struct
{
  LeadupWorkspace   *workspace;
  LeadupScene       *scene;
  LeadupRaster       raster;        /* what is shown */
  GskRenderNode     *node;          /* the same, for the renderer */
  const LeadupTheme *theme;
  LeadupCanvasRenderer *renderer;   /* (nullable): the worker has it */
  gboolean           is_ahead;      /* makes pictures before it is shown */
  guint              ahead_source;
  gboolean           is_rendering;
  gboolean           needs_render;
  gint64             rendered_frame; /* during which the last picture was begun */
  gboolean           wants_transition; /* to the next picture */
  LeadupCanvasTransition *transition;  /* while things move */
  AdwAnimation      *transition_animation;
  guint              tick;
  int                shown_width;
  int                shown_height;
  double             magnification; /* 0 = as large as the user wants text */

  gboolean           is_rest_faded;
  GHashTable        *arrivals; /* (nullable): ids of groups that are new in the picture */
  AdwAnimation      *greeting;

  GHashTable        *lit; /* (nullable): ids of groups; all else stands back */
  GdkTexture        *lit_texture;
  GdkTexture        *halo_texture;
  char              *halo_id; /* (nullable): the pair that it is around */
  LeadupTextMeasure *lit_measure;
  guint              lit_timeout;

  GtkWidget         *focus_widget;
  LeadupSceneKind    focus_kind;
  char              *focus_id;

  double             pointer_x;
  double             pointer_y;
  double             drag_x;
  double             drag_y;
  double             last_dx;
  double             last_dy;
  double             pinch_scale;
  double             speed_x;       /* of a pan, pixels per second */
  double             speed_y;
  gint64             motion_time;
  guint              kinetic_tick;
  GtkEventController *drag;
  LeadupRect         rubber_band;
  gboolean           is_rubber_banding;
  gboolean           is_own_drag;
  gboolean           is_pan_drag;
} LeadupCanvasPrivate;

LeadupCanvasPrivate *leadup_canvas_get_private      (LeadupCanvas *self);
double               leadup_canvas_get_text_scale   (LeadupCanvas *self);
void                 leadup_canvas_install_input    (LeadupCanvas *self);
void                 leadup_canvas_append_picture   (LeadupCanvas *self,
                                                     GtkSnapshot  *snapshot);
void                 leadup_canvas_append_marks     (LeadupCanvas *self,
                                                     GtkSnapshot  *snapshot);
void                 leadup_canvas_install_lit      (LeadupCanvas *self);
void                 leadup_canvas_dispose_lit      (LeadupCanvas *self);
void                 leadup_canvas_renew_lit        (LeadupCanvas *self);
void                 leadup_canvas_append_lit       (LeadupCanvas *self,
                                                     GtkSnapshot  *snapshot);
void                 leadup_canvas_append_halos     (LeadupCanvas *self,
                                                     GtkSnapshot  *snapshot);
void                 leadup_canvas_select_group     (LeadupCanvas           *self,
                                                     const LeadupSceneGroup *group,
                                                     GdkModifierType         state);
gboolean             leadup_canvas_group_record     (const LeadupSceneGroup *group,
                                                     LeadupRecordKind       *kind,
                                                     gboolean               *is_tie);

G_END_DECLS
