/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-importer.h"

G_BEGIN_DECLS

/* Tables as text: with commas, semicolons, tabs or bars. Known kinds of tables are told by their
 * columns, any other is read by a mapping. */
extern const LeadupImporter leadup_csv_importer;

G_END_DECLS
