/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-name-kind.h"

G_BEGIN_DECLS

void leadup_name_land_find (GArray                 *names,
                            const LeadupNameReader *reader,
                            GHashTable             *lands);

G_END_DECLS
