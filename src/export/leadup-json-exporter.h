/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"

G_BEGIN_DECLS

extern const LeadupExporter leadup_json_exporter;

G_END_DECLS
