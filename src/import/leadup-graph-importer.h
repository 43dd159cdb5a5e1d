/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/leadup-importer.h"

G_BEGIN_DECLS

/* Graphs: GraphML, GEXF, and JSON with nodes and links (as of NetworkX, D3, Cytoscape and the JSON
 * Graph Format). Nodes become actors; a link becomes an event between two of them, dated where the
 * link is, which is what ties are made of. */
extern const LeadupImporter leadup_graph_importer;

G_END_DECLS
