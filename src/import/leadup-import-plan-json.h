/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-duplicates.h"
#include "import/leadup-import-plan.h"

G_BEGIN_DECLS

/* A plan for scripts. */

char *leadup_import_plan_to_json (LeadupImportPlan *self,
                                  const char       *name,
                                  GArray           *duplicates) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
