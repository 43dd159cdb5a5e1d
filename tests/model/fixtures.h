/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-source.h"
#include "model/leadup-story.h"

G_BEGIN_DECLS

/* Small records for the tests of the model. All return what the caller owns. */

LeadupWhen     *make_when     (const char         *edtf);
LeadupCategory *make_category (const char         *id,
                               const char         *plover,
                               double              tone);
LeadupActor    *make_actor    (const char         *id);
LeadupSource   *make_source   (const char         *id);
LeadupEvent    *make_event    (const char         *id,
                               const char         *title,
                               const char         *edtf);

/* @actors: ids with the first letter of their role in front: "i:a1 t:a2" */
LeadupEvent    *make_act      (const char         *id,
                               const char         *category,
                               const char         *edtf,
                               const char         *actors,
                               LeadupVerification  verification);
LeadupEvent    *retitle       (LeadupEvent        *event,
                               const char         *title);

/* A story with the categories talk (cooperation in words, +2), strike (conflict in deeds, −9) and
 * note (neutral), the actors a1 … a5 and the sources s1 … s3. */
GPtrArray      *make_records  (void);
LeadupStory    *make_story    (void);

gboolean        put           (LeadupStory        *story,
                               gpointer            before,
                               gpointer            after,
                               GError            **error);

G_END_DECLS
