/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-role-finder.h"

G_BEGIN_DECLS

gboolean leadup_role_limits_is_weapon (const LeadupRoleFinder *self, gint32 object);
gboolean leadup_role_limits_suffers_blamed (const LeadupRoleFinder *self, gint32 phrase);
gboolean leadup_role_limits_is_wish (const LeadupRoleFinder *self, const LeadupPhrase *phrase);
gboolean leadup_role_limits_is_beside (const LeadupRoleFinder *self, const LeadupPhrase *phrase);
gboolean leadup_role_limits_takes_people (const LeadupRoleFinder *self);
gboolean leadup_role_limits_is_what_is_meant (const LeadupRoleFinder *self, gint32 found);
gboolean leadup_role_limits_is_where_agreed (const LeadupRoleFinder *self, gint32 phrase);

G_END_DECLS
