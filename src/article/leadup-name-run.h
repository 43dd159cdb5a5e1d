/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-name-reader.h"

G_BEGIN_DECLS

gboolean leadup_name_run_is_syllable (const LeadupNameReader *self, guint32 at);
guint32 leadup_name_run_find_end (const LeadupNameReader *self, guint32 at);
guint32 leadup_name_run_extend (const LeadupNameReader *self, guint32 first, guint32 end);

G_END_DECLS
