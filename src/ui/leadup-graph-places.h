/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/leadup-geometry.h"
#include "layout/leadup-graph-map.h"
#include "model/leadup-story.h"

G_BEGIN_DECLS

/**
 * LeadupGraphPlaces:
 *
 * Where actors stand that the story has not placed, or that are on their way. A table of points by
 * id; one owner, one thread at a time.
 */
typedef struct _LeadupGraphPlaces LeadupGraphPlaces;

LeadupGraphPlaces *leadup_graph_places_new         (void) G_GNUC_WARN_UNUSED_RESULT;
LeadupGraphPlaces *leadup_graph_places_new_mapped  (LeadupSnapshot           *snapshot,
                                                    LeadupGraphMapMode        mode,
                                                    double                    push,
                                                    GCancellable             *cancellable,
                                                    GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_graph_places_free        (LeadupGraphPlaces        *self);

void               leadup_graph_places_set         (LeadupGraphPlaces        *self,
                                                    const char               *id,
                                                    LeadupPoint               point);
gboolean           leadup_graph_places_get         (const LeadupGraphPlaces  *self,
                                                    const char               *id,
                                                    LeadupPoint              *point);
void               leadup_graph_places_mix         (LeadupGraphPlaces        *self,
                                                    const LeadupGraphPlaces  *from,
                                                    const LeadupGraphPlaces  *to,
                                                    double                    part);
void               leadup_graph_places_add_changes (const LeadupGraphPlaces  *self,
                                                    LeadupStory              *story,
                                                    LeadupTransaction        *transaction,
                                                    const char               *pinned);
void               leadup_graph_places_drop_stored (LeadupGraphPlaces        *self,
                                                    LeadupStory              *story);
/* (transfer container): the ids, owned by the table */
GPtrArray         *leadup_graph_places_list        (const LeadupGraphPlaces  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupGraphPlaces, leadup_graph_places_free)

G_END_DECLS
