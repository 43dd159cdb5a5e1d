/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-role-finder.h"

G_BEGIN_DECLS

gint32 leadup_role_targets_find_destination (const LeadupRoleFinder *self);
void leadup_role_targets_find (const LeadupRoleFinder *self);

G_END_DECLS
