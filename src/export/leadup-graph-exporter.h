/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"

G_BEGIN_DECLS

/* The actor graph for other programs: nodes are actors, edges what one did to another. */
extern const LeadupExporter leadup_graphml_exporter;
extern const LeadupExporter leadup_gexf_exporter;
extern const LeadupExporter leadup_dot_exporter;
extern const LeadupExporter leadup_nodes_csv_exporter;
extern const LeadupExporter leadup_edges_csv_exporter;

G_END_DECLS
