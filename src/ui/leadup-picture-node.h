/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "render/leadup-raster.h"

G_BEGIN_DECLS

/* What a window shows of pixels that are in memory, in the way that is the cheapest for its
 * renderer. Main thread. */

GskRenderNode *leadup_picture_node_new     (GtkWidget          *widget,
                                            const LeadupRaster *raster) G_GNUC_WARN_UNUSED_RESULT;
GskRenderNode *leadup_picture_node_flatten (GtkWidget          *widget,
                                            GskRenderNode      *node,
                                            int                 width,
                                            int                 height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
