/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-category.h"

G_BEGIN_DECLS

/* The categories that a new story starts with: data in resources/categories.json. Any thread. */

GPtrArray      *leadup_default_categories_get  (void);
LeadupCategory *leadup_default_categories_find (const char *name);

G_END_DECLS
