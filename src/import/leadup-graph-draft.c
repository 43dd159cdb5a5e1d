/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-graph-draft.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-import-table.h"
#include "model/leadup-actor.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of a name and of a text about a node or a link. */
#define MAX_NAME 200

/* What is said of one node or link. */
#define MAX_SAYINGS 100

/**
 * Part:
 * @id: (nullable): of a node
 * @source: (nullable): of a link: id of a node
 * @target: (nullable): likewise
 * @sayings: (element-type utf8): names and texts, one after the other
 */
typedef struct
{
  guint line;
  char *id;
  char *source;
  char *target;
  gboolean is_directed;
  GPtrArray *sayings;
} Part;

struct _LeadupGraphDraft
{
  GPtrArray *nodes;
  GPtrArray *links;
  GHashTable *by_id;
  Part *last;
  gboolean has_undirected;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->id);
  g_free (part->source);
  g_free (part->target);
  g_ptr_array_unref (part->sayings);
  g_free (part);
}

static Part *
new_part (guint line)
{
  Part *part = g_new0 (Part, 1);

  part->line = line;
  part->sayings = g_ptr_array_new_with_free_func (g_free);

  return part;
}

LeadupGraphDraft *
leadup_graph_draft_new (void)
{
  LeadupGraphDraft *self = g_new0 (LeadupGraphDraft, 1);

  self->nodes = g_ptr_array_new_with_free_func (part_free);
  self->links = g_ptr_array_new_with_free_func (part_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
leadup_graph_draft_free (LeadupGraphDraft *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->links);
  g_free (self);
}

static gboolean
check_room (guint    line,
            guint    n,
            guint    most,
            GError **error)
{
  if (n < most)
    return TRUE;

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
               _ ("Line %u: more than %u nodes or links; split the file"), line, most);

  return FALSE;
}

/* What is said from now on is said of this node. */
gboolean
leadup_graph_draft_add_node (LeadupGraphDraft *self,
                             guint             line,
                             const char       *id,
                             GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_room (line, self->nodes->len, LEADUP_STORY_MAX_ACTORS, error))
    return FALSE;

  self->last = new_part (line);
  self->last->id = g_strdup (id != NULL ? id : "");
  g_ptr_array_add (self->nodes, self->last);
  g_hash_table_insert (self->by_id, self->last->id, self->last);

  return TRUE;
}

/* What is said from now on is said of this link. */
gboolean
leadup_graph_draft_add_link (LeadupGraphDraft *self,
                             guint             line,
                             const char       *source,
                             const char       *target,
                             gboolean          is_directed,
                             GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_room (line, self->links->len, LEADUP_STORY_MAX_EVENTS, error))
    return FALSE;

  self->last = new_part (line);
  self->last->source = g_strdup (source);
  self->last->target = g_strdup (target);
  self->last->is_directed = is_directed;
  self->has_undirected = self->has_undirected || !is_directed;
  g_ptr_array_add (self->links, self->last);

  return TRUE;
}

/* Of the last node or link; forgotten where there is none, or where nothing is said. */
void
leadup_graph_draft_say (LeadupGraphDraft *self,
                        const char       *name,
                        const char       *text)
{
  g_return_if_fail (self != NULL);

  if (self->last == NULL || leadup_text_is_blank (name) || leadup_text_is_blank (text) ||
      self->last->sayings->len >= 2 * MAX_SAYINGS)
    return;

  g_ptr_array_add (self->last->sayings, leadup_text_single_line (name, MAX_NAME));
  g_ptr_array_add (self->last->sayings, leadup_text_make_valid (text, -1, LEADUP_STORY_MAX_STRING));
}

/* The first of @names that something is said under, whatever the case of its letters. */
static const char *
find (const Part          *part,
      const char * const  *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < part->sayings->len; j += 2)
      if (g_ascii_strcasecmp (g_ptr_array_index (part->sayings, j), names[i]) == 0)
        return g_ptr_array_index (part->sayings, j + 1);

  return NULL;
}

static const char *
get_name (const Part *node)
{
  static const char *const names[] = { "label", "name", "title", "fullname", NULL };
  const char *name = find (node, names);

  return name != NULL ? name : node->id;
}

static char *
dup_actor_name (const Part *node)
{
  return leadup_text_single_line (get_name (node), MAX_NAME);
}

static GStrv
split_aliases (const Part *node)
{
  static const char *const names[] = { "aliases", "alias", NULL };
  const char *text = find (node, names);
  GStrv aliases = text != NULL ? g_strsplit (text, ";", 50) : NULL;

  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    g_strstrip (aliases[i]);

  return aliases;
}

static void
submit_node (const Part          *node,
             LeadupImportRecords *records,
             GHashTable          *seen)
{
  static const char *const kinds[] = { "kind", "type", "category", NULL };
  static const char *const roles[] = { "role", "description", NULL };
  LeadupImportPlan *plan = leadup_import_records_get_plan (records);
  g_autofree char *name = dup_actor_name (node);
  g_auto (GStrv) aliases = split_aliases (node);
  g_autofree char *role = leadup_text_single_line (find (node, roles), 2 * MAX_NAME);
  const char *kind_name = find (node, kinds);
  LeadupActorFields fields = { .name = name, .aliases = (const char *const *) aliases };
  LeadupActorKind known;
  int kind = LEADUP_IMPORT_ANY_KIND;
  LeadupRecord *actor;
  const char *id;

  if (leadup_text_is_blank (name))
    {
      leadup_import_plan_add_row (plan, LEADUP_IMPORT_REJECTED, node->line, NULL,
                                  _ ("A node without a name"), NULL, NULL);
      return;
    }

  if (*role != '\0')
    fields.role = role;
  if (kind_name != NULL && leadup_actor_kind_from_string (kind_name, &known))
    kind = (int) (fields.kind = known);
  id = leadup_import_records_use_actor (records, &fields, kind);
  actor = leadup_import_records_lookup (records, LEADUP_RECORD_ACTOR, id);
  if (!g_hash_table_add (seen, actor))
    leadup_import_plan_add_row (plan, LEADUP_IMPORT_UNCHANGED, node->line, name,
                                _ ("Another node of the same name"), NULL, NULL);
  else
    leadup_import_records_add_row (records, node->line, NULL, actor);
}

/* What links say of themselves, under the usual names, and who is at their ends. */
static LeadupImportMapping *
make_mapping (void)
{
  static const struct
  {
    LeadupImportField field;
    const char *column;
  } rules[] = {
    { LEADUP_IMPORT_FIELD_DATE, "date" },        { LEADUP_IMPORT_FIELD_DATE, "when" },
    { LEADUP_IMPORT_FIELD_DATE, "start" },       { LEADUP_IMPORT_FIELD_DATE, "first" },
    { LEADUP_IMPORT_FIELD_DATE, "timestamp" },   { LEADUP_IMPORT_FIELD_DATE, "year" },
    { LEADUP_IMPORT_FIELD_END, "end" },          { LEADUP_IMPORT_FIELD_END, "last" },
    { LEADUP_IMPORT_FIELD_SUMMARY, "summary" },  { LEADUP_IMPORT_FIELD_SUMMARY, "description" },
    { LEADUP_IMPORT_FIELD_SUMMARY, "text" },     { LEADUP_IMPORT_FIELD_CATEGORY, "category" },
    { LEADUP_IMPORT_FIELD_PLACE, "place" },      { LEADUP_IMPORT_FIELD_TONE, "tone" },
    { LEADUP_IMPORT_FIELD_SOURCES, "sources" },  { LEADUP_IMPORT_FIELD_URL, "url" },
    { LEADUP_IMPORT_FIELD_QUOTE, "quote" },      { LEADUP_IMPORT_FIELD_TITLE, "leadup title" },
  };
  static const struct
  {
    const char *column;
    LeadupRole role;
  } ends[] = { { "leadup source", LEADUP_ROLE_INITIATOR }, { "leadup target", LEADUP_ROLE_TARGET } };
  LeadupImportMapping *mapping = leadup_import_mapping_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    leadup_import_mapping_add (mapping, rules[i].field, rules[i].column);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      LeadupImportRule *rule =
          leadup_import_mapping_add (mapping, LEADUP_IMPORT_FIELD_ACTORS, ends[i].column);

      rule->role = (int) ends[i].role;
      rule->separator = g_strdup ("\n");
    }

  return mapping;
}

static void
set_cell (LeadupImportTable *table,
          const char        *name,
          const char        *text)
{
  LeadupImportMapper *mapper = leadup_import_table_get_mapper (table);

  if (leadup_import_mapper_get_n_columns (mapper) < LEADUP_IMPORT_MAX_COLUMNS)
    leadup_import_table_set_text (table, leadup_import_mapper_add_column (mapper, name), text);
}

static const Part *
find_node (LeadupGraphDraft *self,
           const char       *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static void
submit_link (LeadupGraphDraft  *self,
             const Part        *link,
             LeadupImportTable *table)
{
  static const char *const words[] = { "label", "relation", "relationship", "type", "kind", "name",
                                       NULL };
  const Part *source = find_node (self, link->source);
  const Part *target = find_node (self, link->target);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *title = NULL;
  const char *word = find (link, words);

  if (source == NULL || target == NULL || leadup_text_is_blank (get_name (source)) ||
      leadup_text_is_blank (get_name (target)))
    {
      leadup_import_table_reject_row (table, _ ("A link to a node that is not there"));
      return;
    }
  if (source == target)
    {
      leadup_import_table_reject_row (table, _ ("A link of a node to itself"));
      return;
    }

  first = dup_actor_name (source);
  second = dup_actor_name (target);
  title = word != NULL ? g_strdup_printf ("%s – %s: %s", first, second, word)
                       : g_strdup_printf ("%s – %s", first, second);
  set_cell (table, "leadup title", title);
  set_cell (table, "leadup source", first);
  set_cell (table, "leadup target", second);
  for (guint i = 0; i < link->sayings->len; i += 2)
    set_cell (table, g_ptr_array_index (link->sayings, i),
              g_ptr_array_index (link->sayings, i + 1));
  leadup_import_table_end_row (table);
}

/**
 * leadup_graph_draft_plan:
 * @self: a graph that is complete
 * @input: what it was read from
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Nodes are rows that become actors, links are rows that become events; a link that says nothing of
 * its time still has to be dated.
 *
 * Returns: (transfer full) (nullable): the plan
 */
LeadupImportPlan *
leadup_graph_draft_plan (LeadupGraphDraft        *self,
                         const LeadupImportInput *input,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  g_autoptr (LeadupImportMapping) mapping = make_mapping ();
  g_autoptr (LeadupImportTable) table = leadup_import_table_new (input, mapping, "graph");
  LeadupImportRecords *records = leadup_import_table_get_records (table);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      if (i % LEADUP_IMPORT_STRIDE == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      submit_node (g_ptr_array_index (self->nodes, i), records, seen);
    }
  if (self->has_undirected)
    leadup_import_plan_add_warning (
        leadup_import_records_get_plan (records),
        _ ("Some links have no direction: the first node of each is taken for who acts on the "
           "second"));
  for (guint i = 0; i < self->links->len; i++)
    {
      const Part *link = g_ptr_array_index (self->links, i);

      if (!leadup_import_table_begin_row (table, link->line, cancellable, error))
        return NULL;
      submit_link (self, link, table);
      leadup_import_progress_tell (input->progress, i, self->links->len);
    }

  return leadup_import_table_finish (table);
}
