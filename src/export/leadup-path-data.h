/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-scene.h"

G_BEGIN_DECLS

/* The path data of SVG (“M0 0h4v4z”), for shapes that come from drawing programs. */

GArray *leadup_path_data_parse (const char  *data,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
