/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/leadup-canvas.h"

G_BEGIN_DECLS

/* What one view shows of what the pointer is over in another. */

/* (transfer container) (element-type LeadupEvent): the events of the tie or actor under the
 * pointer, or of the selected tie; valid until the next projection. */
GPtrArray  *leadup_linked_list_events (LeadupWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): the ids of the selected tie, or of the selected actor’s ties, those
 * with most events first; %NULL where nothing of the kind is selected. */
GStrv       leadup_linked_list_pairs  (LeadupWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
/* The list_lit of canvases that show events. */
GHashTable *leadup_linked_list_lit    (LeadupCanvas    *canvas);

G_END_DECLS
