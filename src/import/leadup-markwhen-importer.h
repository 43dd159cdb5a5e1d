/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-importer.h"

G_BEGIN_DECLS

/* Timelines as text: “12/7/1941: Pearl Harbor attacked #war”. */
extern const LeadupImporter leadup_markwhen_importer;

G_END_DECLS
