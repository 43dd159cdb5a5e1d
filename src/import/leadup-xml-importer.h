/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-importer.h"

G_BEGIN_DECLS

/* Timelines as XML: files of The Timeline Project (.timeline) and of SIMILE. */
extern const LeadupImporter leadup_xml_importer;

G_END_DECLS
