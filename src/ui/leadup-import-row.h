/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "import/leadup-import-plan.h"

G_BEGIN_DECLS

/* A row of an import plan as a row of a list: what becomes of it and why, and whether it is wanted;
 * of a row that changed each part, with what the story has and what the input says. The list is
 * told by “notify” when the choice changes. */

GtkWidget *leadup_import_row_new (LeadupImportPlan *plan, guint index, const char *verdict) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
