/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-graph-importer.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-graph-draft.h"
#include "import/leadup-import-json.h"
#include "import/leadup-import-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_DEPTH 64

/* Of one text about a node or a link. */
#define MAX_TEXT ((gsize) 64 << 10)

/**
 * Reading:
 * @keys: ids of GraphML’s keys and of GEXF’s attributes, with their kind before them, and what they
 * are called
 * @kind: (nullable): of the node or link that is open: “node” or “edge”
 * @is_directed: whether links are where they do not say it
 * @key: (nullable): what the text is about that is being read
 */
typedef struct
{
  LeadupGraphDraft *draft;
  GHashTable *keys;
  guint depth;
  const char *kind;
  char *attributes_of;
  gboolean is_directed;
  char *key;
  GString *text;
} Reading;

static gboolean
has (const char *bytes,
     gsize       length,
     const char *text)
{
  return g_strstr_len (bytes, (gssize) length, text) != NULL;
}

static guint
sniff (const char *bytes,
       gsize       length)
{
  if (has (bytes, length, "<graphml") || has (bytes, length, "<gexf"))
    return has (bytes, length, "<!DOCTYPE html") ? 0 : 95;
  if (!leadup_import_json_starts (bytes, length) || has (bytes, length, "\"format\":\"leadup\""))
    return 0;
  if (has (bytes, length, "\"nodes\"") &&
      (has (bytes, length, "\"links\"") || has (bytes, length, "\"edges\"")))
    return 70;

  return 0;
}

static const char *
get_attribute (const char **names,
               const char **values,
               const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return values[i];

  return NULL;
}

static void
remember_key (Reading    *self,
              const char *kind,
              const char *id,
              const char *title)
{
  if (id != NULL && title != NULL && g_hash_table_size (self->keys) < LEADUP_IMPORT_MAX_COLUMNS)
    g_hash_table_insert (self->keys, g_strdup_printf ("%s %s", kind, id), g_strdup (title));
}

static const char *
look_up_key (Reading    *self,
             const char *id)
{
  g_autofree char *key = g_strdup_printf ("%s %s", self->kind, id != NULL ? id : "");
  g_autofree char *all = g_strdup_printf ("all %s", id != NULL ? id : "");
  const char *title = g_hash_table_lookup (self->keys, key);

  if (title == NULL)
    title = g_hash_table_lookup (self->keys, all);

  return title != NULL ? title : id;
}

/* Attributes of the element itself: its label, its time. */
static void
say_attributes (Reading     *self,
                const char **names,
                const char **values)
{
  static const char *const structural[] = { "id", "source", "target", "directed", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (structural, names[i]) &&
        !(g_str_equal (names[i], "type") &&
          (g_str_equal (values[i], "directed") || g_str_equal (values[i], "undirected"))))
      leadup_graph_draft_say (self->draft, names[i], values[i]);
}

static void
start_part (Reading     *self,
            gboolean     is_node,
            guint        line,
            const char **names,
            const char **values,
            GError     **error)
{
  const char *direction = get_attribute (names, values, "directed");
  const char *type = get_attribute (names, values, "type");
  gboolean is_directed = self->is_directed;
  gboolean is_there;

  if (direction != NULL)
    is_directed = g_str_equal (direction, "true");
  else if (type != NULL && g_str_equal (type, "undirected"))
    is_directed = FALSE;
  else if (type != NULL && g_str_equal (type, "directed"))
    is_directed = TRUE;

  self->kind = is_node ? "node" : "edge";
  is_there = is_node ? leadup_graph_draft_add_node (self->draft, line,
                                                    get_attribute (names, values, "id"), error)
                     : leadup_graph_draft_add_link (
                           self->draft, line, get_attribute (names, values, "source"),
                           get_attribute (names, values, "target"), is_directed, error);
  if (is_there)
    say_attributes (self, names, values);
}

static void
start_element (GMarkupParseContext *context,
               const char          *name,
               const char         **names,
               const char         **values,
               gpointer             data,
               GError             **error)
{
  Reading *self = data;
  const char *default_type = get_attribute (names, values, "defaultedgetype");
  int line;

  g_markup_parse_context_get_position (context, &line, NULL);
  if (++self->depth > MAX_DEPTH)
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                 _ ("elements within elements, more than 64 deep"));
  else if (g_str_equal (name, "graph"))
    {
      if (default_type == NULL)
        default_type = get_attribute (names, values, "edgedefault");
      self->is_directed = default_type != NULL && g_str_equal (default_type, "directed");
    }
  else if (g_str_equal (name, "key"))
    {
      const char *kind = get_attribute (names, values, "for");

      remember_key (self, kind != NULL ? kind : "all", get_attribute (names, values, "id"),
                    get_attribute (names, values, "attr.name"));
    }
  else if (g_str_equal (name, "attributes"))
    {
      g_free (self->attributes_of);
      self->attributes_of = g_strdup (get_attribute (names, values, "class"));
    }
  else if (g_str_equal (name, "attribute") && self->attributes_of != NULL)
    remember_key (self, self->attributes_of, get_attribute (names, values, "id"),
                  get_attribute (names, values, "title"));
  else if (g_str_equal (name, "node") || g_str_equal (name, "edge"))
    start_part (self, *name == 'n', (guint) line, names, values, error);
  else if (g_str_equal (name, "attvalue") && self->kind != NULL)
    {
      const char *id = get_attribute (names, values, "for");

      leadup_graph_draft_say (
          self->draft, look_up_key (self, id != NULL ? id : get_attribute (names, values, "id")),
          get_attribute (names, values, "value"));
    }
  else if (g_str_equal (name, "data") && self->kind != NULL)
    {
      g_free (self->key);
      self->key = g_strdup (look_up_key (self, get_attribute (names, values, "key")));
      g_string_truncate (self->text, 0);
    }
}

static void
end_element (GMarkupParseContext *context,
             const char          *name,
             gpointer             data,
             GError             **error)
{
  Reading *self = data;

  if (g_str_equal (name, "data") && self->key != NULL)
    {
      leadup_graph_draft_say (self->draft, self->key, self->text->str);
      g_clear_pointer (&self->key, g_free);
    }
  else if (g_str_equal (name, "node") || g_str_equal (name, "edge"))
    self->kind = NULL;
  self->depth--;
}

static void
add_text (GMarkupParseContext *context,
          const char          *text,
          gsize                length,
          gpointer             data,
          GError             **error)
{
  Reading *self = data;

  if (self->key != NULL && self->text->len + length <= MAX_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

static gboolean
read_markup (LeadupGraphDraft *draft,
             GBytes           *bytes,
             GError          **error)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading self = { .draft = draft, .keys = keys, .text = text };
  gboolean is_read = leadup_import_text_parse_markup (&parser, &self, bytes, error);

  g_free (self.key);
  g_free (self.attributes_of);

  return is_read;
}

/* Members of the node or link, and those of what holds them in some formats (“data”, “metadata”).
 */
static void
say_members (LeadupGraphDraft      *draft,
             const LeadupJsonValue *object,
             guint                  depth)
{
  static const char *const structural[] = { "id", "source", "target", "key", "index", "directed",
                                            NULL };
  LeadupJsonIter iter;
  LeadupJsonValue key, value;

  leadup_json_iter_init (&iter, object);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = leadup_json_value_dup_string (&key);
      g_autofree char *text = NULL;

      if (*value.start == '{')
        {
          if (depth == 0 && (g_str_equal (name, "data") || g_str_equal (name, "metadata") ||
                             g_str_equal (name, "attributes")))
            say_members (draft, &value, depth + 1);
          continue;
        }
      if (g_strv_contains (structural, name))
        continue;
      text = leadup_import_json_dup_plain (&value);
      leadup_graph_draft_say (draft, name, text);
    }
}

/* “id”, “source” or “target”, of the object itself or of its “data”; an object has an id itself. */
static char *
dup_reference (const LeadupJsonValue *object,
               const char            *name)
{
  LeadupJsonValue value, data;

  if (leadup_import_json_get (object, name, &value))
    {
      if (leadup_json_value_get_type (&value) == LEADUP_JSON_OBJECT)
        return leadup_import_json_dup_member (&value, "id");
      return leadup_import_json_dup_text (&value);
    }
  if (leadup_import_json_get (object, "data", &data) &&
      leadup_json_value_get_type (&data) == LEADUP_JSON_OBJECT)
    return leadup_import_json_dup_member (&data, name);

  return NULL;
}

static gboolean
is_true (const LeadupJsonValue *object,
         const char            *name)
{
  LeadupJsonValue value;

  return leadup_import_json_get (object, name, &value) && *value.start == 't';
}

/* A list of nodes, or an object with them under their ids. */
static gboolean
read_nodes (LeadupGraphDraft      *draft,
            LeadupJsonScanner     *scanner,
            const LeadupJsonValue *nodes,
            GError               **error)
{
  gboolean is_object = leadup_json_value_get_type (nodes) == LEADUP_JSON_OBJECT;
  LeadupJsonIter iter;
  LeadupJsonValue key, node;
  guint n = 0;

  leadup_json_iter_init (&iter, nodes);
  for (; leadup_json_iter_next (&iter, &key, &node); n++)
    {
      guint line = leadup_json_scanner_get_line (scanner, node.start);
      gboolean has_members = leadup_json_value_get_type (&node) == LEADUP_JSON_OBJECT;
      g_autofree char *id = is_object     ? leadup_json_value_dup_string (&key)
                            : has_members ? dup_reference (&node, "id")
                                          : leadup_import_json_dup_text (&node);

      /* Links of old D3 count the nodes, whose only name is “name”. */
      if (id == NULL)
        id = g_strdup_printf ("%u", n);
      if (!leadup_graph_draft_add_node (draft, line, id, error))
        return FALSE;
      if (has_members)
        say_members (draft, &node, 0);
    }

  return TRUE;
}

static gboolean
read_links (LeadupGraphDraft      *draft,
            LeadupJsonScanner     *scanner,
            const LeadupJsonValue *links,
            gboolean               is_directed,
            GError               **error)
{
  LeadupJsonIter iter;
  LeadupJsonValue link, own;

  leadup_json_iter_init (&iter, links);
  while (leadup_json_iter_next (&iter, NULL, &link))
    {
      guint line = leadup_json_scanner_get_line (scanner, link.start);
      gboolean has_members = leadup_json_value_get_type (&link) == LEADUP_JSON_OBJECT;
      g_autofree char *source = has_members ? dup_reference (&link, "source") : NULL;
      g_autofree char *target = has_members ? dup_reference (&link, "target") : NULL;
      gboolean is_arrow =
          has_members && leadup_import_json_get (&link, "directed", &own) ? *own.start == 't'
                                                                          : is_directed;

      /* Some say “from” and “to”. */
      if (source == NULL && has_members)
        source = dup_reference (&link, "from");
      if (target == NULL && has_members)
        target = dup_reference (&link, "to");
      if (!leadup_graph_draft_add_link (draft, line, source, target, is_arrow, error))
        return FALSE;
      if (has_members)
        say_members (draft, &link, 0);
    }

  return TRUE;
}

/* The object that holds nodes and links: the root, or one in it. */
static gboolean
find_graph (const LeadupJsonValue *root,
            LeadupJsonValue       *graph,
            LeadupJsonValue       *nodes,
            LeadupJsonValue       *links)
{
  static const char *const holders[] = { NULL, "graph", "elements", "data", "network" };

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      *graph = *root;
      if (holders[i] != NULL && !leadup_import_json_get (root, holders[i], graph))
        continue;
      if (leadup_import_json_get (graph, "nodes", nodes) &&
          (*nodes->start == '[' || *nodes->start == '{') &&
          (leadup_import_json_get (graph, "links", links) ||
           leadup_import_json_get (graph, "edges", links)) &&
          *links->start == '[')
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_json (LeadupGraphDraft *draft,
           GBytes           *bytes,
           GError          **error)
{
  g_autoptr (LeadupJsonScanner) scanner =
      leadup_json_scanner_new (bytes, LEADUP_JSON_REPAIR_SURROGATES, error);
  LeadupJsonValue root, graph, nodes, links;

  if (scanner == NULL)
    return FALSE;

  leadup_json_scanner_get_root (scanner, &root);
  if (!find_graph (&root, &graph, &nodes, &links))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("There is no graph in it: an object with lists “nodes” and “links”"));
      return FALSE;
    }

  return read_nodes (draft, scanner, &nodes, error) &&
         read_links (draft, scanner, &links,
                     is_true (&graph, "directed") || is_true (&root, "directed"), error);
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  g_autoptr (GBytes) bytes = leadup_import_text_decode (input->bytes, error);
  g_autoptr (LeadupGraphDraft) draft = NULL;
  const char *text;
  gsize length;
  gboolean is_read;

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  draft = leadup_graph_draft_new ();
  text = g_bytes_get_data (bytes, &length);
  is_read = leadup_import_json_starts (text, length) ? read_json (draft, bytes, error)
                                                     : read_markup (draft, bytes, error);

  return is_read ? leadup_graph_draft_plan (draft, input, cancellable, error) : NULL;
}

static const char *const content_types[] = { "application/graphml+xml", "application/gexf+xml",
                                             NULL };

const LeadupImporter leadup_graph_importer = {
  .id = "graph",
  .label = N_ ("Graph (GraphML, GEXF, JSON)"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
};
