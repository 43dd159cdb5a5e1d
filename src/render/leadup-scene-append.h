/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-scene.h"

G_BEGIN_DECLS

/* Pictures in pictures: all of a finished scene goes into another that is being built. */

void leadup_scene_append (LeadupScene       *self,
                          const LeadupScene *other,
                          double             x,
                          double             y);

G_END_DECLS
