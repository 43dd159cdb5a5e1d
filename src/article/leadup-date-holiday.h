/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 leadup_date_holiday_find (const char *definition,
                                 int         year) G_GNUC_PURE;

G_END_DECLS
