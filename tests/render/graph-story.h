/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/* Invented stories of @n actors, with a few who are at the centre of most of it. */
LeadupSnapshot *graph_story_new (guint n);

G_END_DECLS
