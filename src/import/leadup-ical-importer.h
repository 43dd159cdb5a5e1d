/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-importer.h"

G_BEGIN_DECLS

/* Calendars (RFC 5545), leniently. */
extern const LeadupImporter leadup_ical_importer;

G_END_DECLS
