/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-graph-exporter.h"

#include "export/leadup-graph-data.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels per unit of placements in files that mean pixels. */
#define UNIT 100.0

/* A column of a table, a key of GraphML, an attribute of GEXF. */
typedef struct
{
  const char *name;
  const char *graphml_type;
  const char *gexf_type;
} Column;

static const Column node_columns[] = {
  { "kind", "string", "string" },    { "events", "int", "integer" }, { "role", "string", "string" },
  { "aliases", "string", "string" }, { "x", "double", "double" },    { "y", "double", "double" },
};

static const Column edge_columns[] = {
  { "events", "int", "integer" },
  { "state", "string", "string" },
  { "tone", "double", "double" },
  { "hostility", "double", "double" },
  { "verbal_cooperation", "int", "integer" },
  { "material_cooperation", "int", "integer" },
  { "verbal_conflict", "int", "integer" },
  { "material_conflict", "int", "integer" },
  { "certainty", "double", "double" },
  { "first", "string", "string" },
  { "last", "string", "string" },
  { "event_ids", "string", "string" },
};

static char *
format_count (guint count)
{
  return g_strdup_printf ("%u", count);
}

static char *
format_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return NULL;

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.6g", number));
}

/* Returns: (transfer full) (nullable): the value of one of node_columns */
static char *
get_node_value (const LeadupGraphDataNode *node,
                guint                      column)
{
  const LeadupActorFields *fields =
      node->record != NULL ? leadup_actor_get_fields (node->record) : NULL;

  switch (column)
    {
    case 0:
      return g_strdup (node->kind);
    case 1:
      return format_count (node->n_events);
    case 2:
      return fields != NULL ? g_strdup (fields->role) : NULL;
    case 3:
      return fields != NULL && fields->aliases != NULL ? g_strjoinv ("; ", (char **) fields->aliases)
                                                       : NULL;
    case 4:
      return node->has_place ? format_number (node->place.x) : NULL;
    default:
      return node->has_place ? format_number (node->place.y) : NULL;
    }
}

/* Returns: (transfer full) (nullable): the value of one of edge_columns */
static char *
get_edge_value (const LeadupGraphDataEdge *edge,
                guint                      column)
{
  const LeadupTieSummary *summary = &edge->summary;

  switch (column)
    {
    case 0:
      return format_count (summary->n);
    case 1:
      return g_strdup (leadup_tie_state_to_string (summary->state));
    case 2:
      return isnan (summary->hostility) ? NULL : format_number (summary->tone);
    case 3:
      return format_number (summary->hostility);
    case 4:
      return format_count (summary->n_by_quad[LEADUP_QUAD_CLASS_VERBAL_COOPERATION]);
    case 5:
      return format_count (summary->n_by_quad[LEADUP_QUAD_CLASS_MATERIAL_COOPERATION]);
    case 6:
      return format_count (summary->n_by_quad[LEADUP_QUAD_CLASS_VERBAL_CONFLICT]);
    case 7:
      return format_count (summary->n_by_quad[LEADUP_QUAD_CLASS_MATERIAL_CONFLICT]);
    case 8:
      return format_number (edge->certainty);
    case 9:
      return leadup_graph_data_format_day (summary->first);
    case 10:
      return leadup_graph_data_format_day (summary->last);
    default:
      return leadup_graph_data_list_events (edge);
    }
}

/* Text for XML: marked-up, and without the control characters that it must not have. */
static void
append_xml (GString    *out,
            const char *text)
{
  g_autofree char *clean = g_strdup (text);
  g_autofree char *escaped = NULL;
  char *to = clean;

  for (const char *from = clean; *from != '\0'; from++)
    if ((guchar) *from >= 0x20 || *from == '\n' || *from == '\t')
      *to++ = *from;
  *to = '\0';
  escaped = g_markup_escape_text (clean, -1);
  g_string_append (out, escaped);
}

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_xml (out, value);
  g_string_append_c (out, '"');
}

static void
append_graphml_keys (GString      *out,
                     const char   *what,
                     const Column *columns,
                     guint         n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (
        out, "  <key id=\"%s-%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", what,
        columns[i].name, what, columns[i].name, columns[i].graphml_type);
}

static void
append_graphml_datum (GString    *out,
                      const char *what,
                      const char *name,
                      const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (out, "      <data key=\"%s-%s\">", what, name);
  append_xml (out, value);
  g_string_append (out, "</data>\n");
}

static GBytes *
write_graphml (LeadupSnapshot            *snapshot,
               const LeadupExportOptions *options,
               GCancellable              *cancellable,
               GError                   **error)
{
  g_autoptr (LeadupGraphData) data = leadup_graph_data_new (snapshot, options, cancellable, error);
  GString *out;

  if (data == NULL)
    return NULL;

  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                      "  <key id=\"node-label\" for=\"node\" attr.name=\"label\" "
                      "attr.type=\"string\"/>\n");
  append_graphml_keys (out, "node", node_columns, G_N_ELEMENTS (node_columns));
  append_graphml_keys (out, "edge", edge_columns, G_N_ELEMENTS (edge_columns));
  g_string_append (out, "  <graph edgedefault=\"directed\">\n");
  if (data->title != NULL)
    {
      g_string_append (out, "    <desc>");
      append_xml (out, data->title);
      g_string_append (out, "</desc>\n");
    }
  for (guint i = 0; i < data->nodes->len; i++)
    {
      const LeadupGraphDataNode *node = &g_array_index (data->nodes, LeadupGraphDataNode, i);

      g_string_append_printf (out, "    <node id=\"n%u\">\n", i);
      append_graphml_datum (out, "node", "label", node->name);
      for (guint k = 0; k < G_N_ELEMENTS (node_columns); k++)
        {
          g_autofree char *value = get_node_value (node, k);

          append_graphml_datum (out, "node", node_columns[k].name, value);
        }
      g_string_append (out, "    </node>\n");
    }
  for (guint i = 0; i < data->edges->len; i++)
    {
      const LeadupGraphDataEdge *edge = &g_array_index (data->edges, LeadupGraphDataEdge, i);

      g_string_append_printf (out, "    <edge id=\"e%u\" source=\"n%u\" target=\"n%u\">\n", i,
                              edge->from, edge->to);
      for (guint k = 0; k < G_N_ELEMENTS (edge_columns); k++)
        {
          g_autofree char *value = get_edge_value (edge, k);

          append_graphml_datum (out, "edge", edge_columns[k].name, value);
        }
      g_string_append (out, "    </edge>\n");
    }
  g_string_append (out, "  </graph>\n</graphml>\n");

  return g_string_free_to_bytes (out);
}

static void
append_gexf_attributes (GString      *out,
                        const char   *what,
                        const Column *columns,
                        guint         n_columns)
{
  g_string_append_printf (out, "    <attributes class=\"%s\">\n", what);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (out, "      <attribute id=\"%u\" title=\"%s\" type=\"%s\"/>\n", i,
                            columns[i].name, columns[i].gexf_type);
  g_string_append (out, "    </attributes>\n");
}

static void
append_gexf_value (GString    *out,
                   guint       column,
                   const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (out, "          <attvalue for=\"%u\"", column);
  append_attribute (out, "value", value);
  g_string_append (out, "/>\n");
}

/* When an edge was: a spell for each dated event, from the first to the last day that it can have
 * been. */
static void
append_spells (GString                   *out,
               const LeadupGraphDataEdge *edge)
{
  g_autoptr (GString) spells = g_string_new (NULL);

  for (guint i = 0; i < edge->events->len; i++)
    {
      LeadupWhen *when = leadup_event_get_when (g_ptr_array_index (edge->events, i));
      const LeadupWhenBounds *bounds = when != NULL ? leadup_when_get_bounds (when) : NULL;
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;

      if (bounds == NULL)
        continue;
      start = leadup_graph_data_format_day (bounds->start_earliest);
      end = bounds->end_latest != LEADUP_INSTANT_MAX && bounds->end_latest != LEADUP_INSTANT_MIN
                ? leadup_graph_data_format_day (bounds->end_latest - 1)
                : NULL;
      if (start == NULL && end == NULL)
        continue;
      g_string_append (spells, "          <spell");
      if (start != NULL)
        append_attribute (spells, "start", start);
      if (end != NULL)
        append_attribute (spells, "end", end);
      g_string_append (spells, "/>\n");
    }
  if (spells->len > 0)
    g_string_append_printf (out, "        <spells>\n%s        </spells>\n", spells->str);
}

static void
append_gexf_node (GString                   *out,
                  const LeadupGraphDataNode *node,
                  guint                      index)
{
  g_string_append_printf (out, "      <node id=\"n%u\"", index);
  append_attribute (out, "label", node->name);
  g_string_append (out, ">\n        <attvalues>\n");
  for (guint k = 0; k < G_N_ELEMENTS (node_columns); k++)
    {
      g_autofree char *value = get_node_value (node, k);

      append_gexf_value (out, k, value);
    }
  g_string_append (out, "        </attvalues>\n");
  if (node->has_place)
    {
      /* Up is positive there. */
      g_autofree char *x = format_number (UNIT * node->place.x);
      g_autofree char *y = format_number (-UNIT * node->place.y);

      g_string_append_printf (out, "        <viz:position x=\"%s\" y=\"%s\" z=\"0\"/>\n", x, y);
    }
  g_string_append (out, "      </node>\n");
}

static void
append_gexf_edge (GString                   *out,
                  const LeadupGraphDataEdge *edge,
                  guint                      index)
{
  g_string_append_printf (out,
                          "      <edge id=\"e%u\" source=\"n%u\" target=\"n%u\" weight=\"%u\">\n"
                          "        <attvalues>\n",
                          index, edge->from, edge->to, edge->summary.n);
  for (guint k = 0; k < G_N_ELEMENTS (edge_columns); k++)
    {
      g_autofree char *value = get_edge_value (edge, k);

      append_gexf_value (out, k, value);
    }
  g_string_append (out, "        </attvalues>\n");
  append_spells (out, edge);
  g_string_append (out, "      </edge>\n");
}

static GBytes *
write_gexf (LeadupSnapshot            *snapshot,
            const LeadupExportOptions *options,
            GCancellable              *cancellable,
            GError                   **error)
{
  g_autoptr (LeadupGraphData) data = leadup_graph_data_new (snapshot, options, cancellable, error);
  GString *out;

  if (data == NULL)
    return NULL;

  out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<gexf xmlns=\"http://gexf.net/1.3\" "
                      "xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
                      "  <meta>\n    <creator>Leadup</creator>\n    <description>");
  append_xml (out, data->title != NULL ? data->title : "");
  g_string_append (out, "</description>\n  </meta>\n"
                        "  <graph mode=\"dynamic\" defaultedgetype=\"directed\" "
                        "timeformat=\"date\">\n");
  append_gexf_attributes (out, "node", node_columns, G_N_ELEMENTS (node_columns));
  append_gexf_attributes (out, "edge", edge_columns, G_N_ELEMENTS (edge_columns));
  g_string_append (out, "    <nodes>\n");
  for (guint i = 0; i < data->nodes->len; i++)
    append_gexf_node (out, &g_array_index (data->nodes, LeadupGraphDataNode, i), i);
  g_string_append (out, "    </nodes>\n    <edges>\n");
  for (guint i = 0; i < data->edges->len; i++)
    append_gexf_edge (out, &g_array_index (data->edges, LeadupGraphDataEdge, i), i);
  g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");

  return g_string_free_to_bytes (out);
}

/* A quoted string of DOT, in which only quotes and backslashes mean something. */
static void
append_dot_string (GString    *out,
                   const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, (guchar) *text < 0x20 ? ' ' : *text);
    }
  g_string_append_c (out, '"');
}

static const char *
get_dot_shape (const char *kind)
{
  static const char *const shapes[][2] = {
    { "state", "box" },    { "organisation", "hexagon" }, { "armed-group", "invhouse" },
    { "media", "note" },   { "place", "diamond" },        { "nationality", "doublecircle" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_equal (shapes[i][0], kind))
      return shapes[i][1];

  return "ellipse";
}

static void
append_dot_edge (GString                   *out,
                 const LeadupGraphDataEdge *edge)
{
  const LeadupTieSummary *summary = &edge->summary;
  guint n_deeds = leadup_tie_summary_count_deeds (summary);
  const char *colour = summary->state == LEADUP_TIE_STATE_HOSTILE       ? "#d55e00"
                       : summary->state == LEADUP_TIE_STATE_COOPERATIVE ? "#0072b2"
                       : summary->state == LEADUP_TIE_STATE_MIXED       ? "#d55e00:#0072b2"
                                                                        : "#6f6f78";
  g_autofree char *width = format_number (summary->n < 3 ? 1.0 : sqrt (summary->n));

  g_string_append_printf (
      out, "  n%u -> n%u [weight=%u, label=\"%u\", color=\"%s\", penwidth=%s, "
      "style=%s, arrowhead=%s];\n",
      edge->from, edge->to, summary->n, summary->n, colour, width,
      edge->certainty >= 0.85   ? "solid"
      : edge->certainty >= 0.55 ? "dashed"
                                : "dotted",
      2 * n_deeds >= summary->n && n_deeds > 0 ? "normal" : "empty");
}

static GBytes *
write_dot (LeadupSnapshot            *snapshot,
           const LeadupExportOptions *options,
           GCancellable              *cancellable,
           GError                   **error)
{
  g_autoptr (LeadupGraphData) data = leadup_graph_data_new (snapshot, options, cancellable, error);
  GString *out;

  if (data == NULL)
    return NULL;

  out = g_string_new ("digraph {\n  graph [charset=\"UTF-8\", overlap=false, label=");
  append_dot_string (out, data->title != NULL ? data->title : "");
  g_string_append (out, "];\n");
  for (guint i = 0; i < data->nodes->len; i++)
    {
      const LeadupGraphDataNode *node = &g_array_index (data->nodes, LeadupGraphDataNode, i);

      g_string_append_printf (out, "  n%u [label=", i);
      append_dot_string (out, node->name);
      g_string_append_printf (out, ", shape=%s", get_dot_shape (node->kind));
      if (g_str_equal (node->kind, "unattributed"))
        g_string_append (out, ", style=dashed");
      if (node->has_place)
        {
          g_autofree char *x = format_number (UNIT * node->place.x);
          g_autofree char *y = format_number (-UNIT * node->place.y);

          g_string_append_printf (out, ", pos=\"%s,%s\"", x, y);
        }
      g_string_append (out, "];\n");
    }
  for (guint i = 0; i < data->edges->len; i++)
    append_dot_edge (out, &g_array_index (data->edges, LeadupGraphDataEdge, i));
  g_string_append (out, "}\n");

  return g_string_free_to_bytes (out);
}

/* A cell of CSV. Spreadsheets must not take a name for a formula. */
static void
append_cell (GString    *out,
             const char *value)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  if (value == NULL)
    value = "";
  g_string_append_c (out, '"');
  if (*value != '\0' && strchr ("=+@\t\r", *value) != NULL)
    g_string_append_c (out, '\'');
  for (; *value != '\0'; value++)
    {
      if (*value == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *value);
    }
  g_string_append_c (out, '"');
}

static GBytes *
write_nodes_csv (LeadupSnapshot            *snapshot,
                 const LeadupExportOptions *options,
                 GCancellable              *cancellable,
                 GError                   **error)
{
  g_autoptr (LeadupGraphData) data = leadup_graph_data_new (snapshot, options, cancellable, error);
  GString *out;

  if (data == NULL)
    return NULL;

  out = g_string_new ("\"Id\",\"Label\"");
  for (guint k = 0; k < G_N_ELEMENTS (node_columns); k++)
    append_cell (out, node_columns[k].name);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < data->nodes->len; i++)
    {
      const LeadupGraphDataNode *node = &g_array_index (data->nodes, LeadupGraphDataNode, i);

      append_cell (out, node->id);
      append_cell (out, node->name);
      for (guint k = 0; k < G_N_ELEMENTS (node_columns); k++)
        {
          g_autofree char *value = get_node_value (node, k);

          append_cell (out, value);
        }
      g_string_append (out, "\r\n");
    }

  return g_string_free_to_bytes (out);
}

static GBytes *
write_edges_csv (LeadupSnapshot            *snapshot,
                 const LeadupExportOptions *options,
                 GCancellable              *cancellable,
                 GError                   **error)
{
  g_autoptr (LeadupGraphData) data = leadup_graph_data_new (snapshot, options, cancellable, error);
  GString *out;

  if (data == NULL)
    return NULL;

  out = g_string_new ("\"Source\",\"Target\",\"Type\",\"Weight\"");
  for (guint k = 0; k < G_N_ELEMENTS (edge_columns); k++)
    append_cell (out, edge_columns[k].name);
  g_string_append (out, "\r\n");
  for (guint i = 0; i < data->edges->len; i++)
    {
      const LeadupGraphDataEdge *edge = &g_array_index (data->edges, LeadupGraphDataEdge, i);
      g_autofree char *weight = format_count (edge->summary.n);

      append_cell (out, g_array_index (data->nodes, LeadupGraphDataNode, edge->from).id);
      append_cell (out, g_array_index (data->nodes, LeadupGraphDataNode, edge->to).id);
      append_cell (out, "Directed");
      append_cell (out, weight);
      for (guint k = 0; k < G_N_ELEMENTS (edge_columns); k++)
        {
          g_autofree char *value = get_edge_value (edge, k);

          append_cell (out, value);
        }
      g_string_append (out, "\r\n");
    }

  return g_string_free_to_bytes (out);
}

const LeadupExporter leadup_graphml_exporter = {
  .id = "graphml",
  .label = N_ ("GraphML graph"),
  .extension = "graphml",
  .content_type = "application/xml",
  .write = write_graphml,
};

const LeadupExporter leadup_gexf_exporter = {
  .id = "gexf",
  .label = N_ ("GEXF graph for Gephi"),
  .extension = "gexf",
  .content_type = "application/xml",
  .write = write_gexf,
};

const LeadupExporter leadup_dot_exporter = {
  .id = "dot",
  .label = N_ ("DOT graph"),
  .extension = "dot",
  .content_type = "text/vnd.graphviz",
  .write = write_dot,
};

const LeadupExporter leadup_nodes_csv_exporter = {
  .id = "csv-nodes",
  .label = N_ ("CSV table of actors"),
  .extension = "csv",
  .content_type = "text/csv",
  .write = write_nodes_csv,
};

const LeadupExporter leadup_edges_csv_exporter = {
  .id = "csv-edges",
  .label = N_ ("CSV table of ties"),
  .extension = "csv",
  .content_type = "text/csv",
  .write = write_edges_csv,
};
