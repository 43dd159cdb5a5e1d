/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-ties.h"

G_BEGIN_DECLS

GPtrArray *leadup_tie_path_find (LeadupTies *ties,
                                 const char *from,
                                 const char *to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
