/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-json-importer.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-import-json.h"
#include "import/leadup-import-table.h"
#include "import/leadup-import-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Rows that tell the members. */
#define SAMPLE_ROWS 100

/* Members of objects in objects are columns too, so deep (“properties.date”). */
#define MAX_DEPTH 3

#define MAX_NAME 200

/**
 * Walk:
 * @scanner: (nullable): of the whole text; %NULL where each line is a text of its own
 * @rows: where @scanner has them
 * @line: (nullable): the scanner of the line that was read last
 * @at: the line to read next
 * @number: of that line
 *
 * Objects one after the other, from a list or from lines.
 */
typedef struct
{
  GBytes *text;
  LeadupJsonScanner *scanner;
  LeadupJsonValue rows;
  LeadupJsonIter iter;
  LeadupJsonScanner *line_scanner;
  const char *at;
  const char *end;
  guint number;
} Walk;

static void
walk_clear (Walk *self)
{
  g_clear_pointer (&self->scanner, leadup_json_scanner_free);
  g_clear_pointer (&self->line_scanner, leadup_json_scanner_free);
  g_clear_pointer (&self->text, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static guint
sniff (const char *bytes, gsize length)
{
  return leadup_import_json_starts (bytes, length) ? 60 : 0;
}

/* Whether the first line is an object by itself, and more follows. */
static gboolean
has_lines (GBytes *text)
{
  gsize length;
  const char *start = g_bytes_get_data (text, &length);
  const char *newline = memchr (start, '\n', length);
  const char *next = newline;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (LeadupJsonScanner) scanner = NULL;

  if (newline == NULL || *start != '{')
    return FALSE;
  while (next < start + length && g_ascii_isspace (*next))
    next++;
  if (next == start + length)
    return FALSE;

  first = g_bytes_new_from_bytes (text, 0, (gsize) (newline - start));
  scanner = leadup_json_scanner_new (first, LEADUP_JSON_REPAIR_SURROGATES, NULL);

  return scanner != NULL;
}

static gboolean
walk_init (Walk                    *self,
           const LeadupImportInput *input,
           GError                 **error)
{
  static const char *const members[] = { "events",  "items",   "data", "articles",
                                         "results", "records", NULL };
  const char *text;
  gsize length;

  self->text = leadup_import_text_decode (input->bytes, error);
  if (self->text == NULL)
    return FALSE;

  text = g_bytes_get_data (self->text, &length);
  if (has_lines (self->text))
    {
      self->at = text;
      self->end = text + length;
      return TRUE;
    }

  self->scanner = leadup_json_scanner_new (self->text, LEADUP_JSON_REPAIR_SURROGATES, error);
  if (self->scanner == NULL)
    return FALSE;
  if (!leadup_json_scanner_find_array (self->scanner, members, &self->rows))
    {
      g_set_error (
          error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
          _ ("There is no list of events in it: a list, or an object with a list “events”, "
             "“items” or “data”"));
      return FALSE;
    }

  return TRUE;
}

static void
walk_start (Walk *self)
{
  if (self->scanner != NULL)
    {
      leadup_json_iter_init (&self->iter, &self->rows);
      return;
    }

  self->at = g_bytes_get_data (self->text, NULL);
  self->number = 0;
}

/* The next line that holds anything; @problem is set where it is no JSON. */
static gboolean
next_line (Walk            *self,
           LeadupJsonValue *row,
           guint           *line,
           char           **problem)
{
  while (self->at < self->end)
    {
      const char *start = self->at;
      const char *newline = memchr (start, '\n', (gsize) (self->end - start));
      const char *stop = newline != NULL ? newline : self->end;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      self->at = newline != NULL ? newline + 1 : self->end;
      self->number++;
      while (stop > start && g_ascii_isspace (stop[-1]))
        stop--;
      if (stop == start)
        continue;

      *line = self->number;
      g_clear_pointer (&self->line_scanner, leadup_json_scanner_free);
      bytes = g_bytes_new_from_bytes (
          self->text, (gsize) (start - (const char *) g_bytes_get_data (self->text, NULL)),
          (gsize) (stop - start));
      self->line_scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_REPAIR_SURROGATES, &error);
      if (self->line_scanner == NULL)
        *problem = g_strdup (error->message);
      else
        leadup_json_scanner_get_root (self->line_scanner, row);
      return TRUE;
    }

  return FALSE;
}

/* The next row, to be read member by member and then left with walk_leave(). A line of its own was
 * walked as a whole already. */
static gboolean
walk_enter (Walk            *self,
            LeadupJsonValue *row,
            LeadupJsonIter  *members,
            guint           *line,
            char           **problem)
{
  if (self->scanner == NULL)
    {
      if (!next_line (self, row, line, problem))
        return FALSE;
      if (*problem == NULL && leadup_json_value_get_type (row) == LEADUP_JSON_OBJECT)
        leadup_json_iter_init (members, row);
      return TRUE;
    }
  if (!leadup_json_iter_enter (&self->iter, row, members))
    return FALSE;

  *line = leadup_json_scanner_get_line (self->scanner, row->start);

  return TRUE;
}

static void
walk_leave (Walk                 *self,
            LeadupJsonValue      *row,
            const LeadupJsonIter *members)
{
  if (self->scanner != NULL)
    leadup_json_iter_leave (&self->iter, row, members);
}

static gboolean
walk_next (Walk            *self,
           LeadupJsonValue *row,
           guint           *line,
           char           **problem)
{
  if (self->scanner == NULL)
    return next_line (self, row, line, problem);
  if (!leadup_json_iter_next (&self->iter, NULL, row))
    return FALSE;

  *line = leadup_json_scanner_get_line (self->scanner, row->start);

  return TRUE;
}

/* Members are columns; those of an object in it only where the mapping names them. */
static void
set_members (LeadupImportMapper *mapper,
             LeadupJsonIter     *members,
             const char         *prefix,
             guint              *hint,
             guint               depth)
{
  LeadupJsonValue key, value;
  LeadupJsonIter inner;

  while (leadup_json_iter_next (members, &key, &value))
    {
      guint column;
      g_autofree char *name = NULL;
      g_autofree char *full = NULL;

      if (*value.start == 'n')
        continue;

      /* Mostly the members stand in the order of the row before. */
      if (*prefix == '\0' && *value.start != '{' &&
          leadup_import_mapper_find_json (mapper, &key, *hint, &column))
        {
          leadup_import_mapper_set_json (mapper, column, &value);
          *hint = column + 1;
          continue;
        }

      name = leadup_json_value_dup_string (&key);
      if (strlen (name) > MAX_NAME)
        continue;
      full = *prefix != '\0' ? g_strdup_printf ("%s.%s", prefix, name) : g_steal_pointer (&name);
      if (*value.start == '{' && depth < MAX_DEPTH && leadup_import_mapper_is_prefix (mapper, full))
        {
          leadup_json_iter_init (&inner, &value);
          set_members (mapper, &inner, full, hint, depth + 1);
          continue;
        }
      if (leadup_import_mapper_get_n_columns (mapper) >= LEADUP_IMPORT_MAX_COLUMNS)
        continue;
      column = leadup_import_mapper_add_column (mapper, full);
      leadup_import_mapper_set_json (mapper, column, &value);
      *hint = column + 1;
    }
}

static void
collect_columns (GPtrArray             *columns,
                 const LeadupJsonValue *object,
                 const char            *prefix,
                 guint                  depth)
{
  LeadupJsonValue key, value;
  LeadupJsonIter iter;

  leadup_json_iter_init (&iter, object);
  while (columns->len < LEADUP_IMPORT_MAX_COLUMNS && leadup_json_iter_next (&iter, &key, &value))
    {
      g_autofree char *name = leadup_json_value_dup_string (&key);
      char *full = *prefix != '\0' ? g_strdup_printf ("%s.%s", prefix, name) : g_strdup (name);

      if (*value.start == '{' && depth < MAX_DEPTH)
        collect_columns (columns, &value, full, depth + 1);
      if (strlen (full) <= MAX_NAME &&
          !g_ptr_array_find_with_equal_func (columns, full, g_str_equal, NULL))
        g_ptr_array_add (columns, full);
      else
        g_free (full);
    }
}

/* The names of the members of the first rows, each once. */
static GStrv
find_columns (Walk *walk,
              guint n_rows)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  LeadupJsonValue row;
  guint line;

  walk_start (walk);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *problem = NULL;

      if (!walk_next (walk, &row, &line, &problem))
        break;
      if (problem == NULL && leadup_json_value_get_type (&row) == LEADUP_JSON_OBJECT)
        collect_columns (columns, &row, "", 0);
    }
  g_ptr_array_add (columns, NULL);

  return (GStrv) g_ptr_array_steal (columns, NULL);
}

/* A kind of table is known by members that stand in one object together; what the others are is
 * told from all that there are. */
static LeadupImportMapping *
choose_mapping (Walk                    *walk,
                const LeadupImportInput *input,
                char                   **columns,
                gboolean                *is_known)
{
  g_auto (GStrv) first = NULL;
  LeadupImportMapping *mapping;

  *is_known = TRUE;
  if (input->mapping != NULL)
    return leadup_import_mapping_ref (input->mapping);

  first = find_columns (walk, 1);
  mapping = leadup_import_mapping_find_preset ((const char *const *) first);
  if (mapping != NULL)
    return mapping;
  *is_known = FALSE;

  return leadup_import_mapping_guess ((const char *const *) columns);
}

/* A mapping that can be added to. */
static LeadupImportMapping *
copy_mapping (LeadupImportMapping *mapping)
{
  g_autofree char *json = leadup_import_mapping_to_json (mapping);

  return leadup_import_mapping_from_json (json, strlen (json), NULL);
}

/* @word stands for @meaning in the columns of @field whose name is @column or begins with it. */
static void
add_word (LeadupImportMapping *mapping,
          LeadupImportField    field,
          const char          *column,
          const char          *word,
          const char          *meaning)
{
  for (guint i = 0; i < mapping->rules->len; i++)
    {
      LeadupImportRule *rule = g_ptr_array_index (mapping->rules, i);

      if (rule->field != field || rule->column == NULL || !g_str_has_prefix (rule->column, column))
        continue;
      if (rule->values == NULL)
        rule->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (rule->values, g_strdup (word), g_strdup (meaning));
    }
}

/* The names of what rows refer to by ids: the groups of vis-timeline, the sources and associations
 * of TimeMap, which stand beside the rows in lists or under their ids. */
static void
add_beside (LeadupImportMapping *mapping,
            Walk                *walk)
{
  static const struct
  {
    const char *list;
    LeadupImportField field;
    const char *members[4];
  } lists[] = {
    { "groups", LEADUP_IMPORT_FIELD_CATEGORY, { "content", NULL } },
    { "sources", LEADUP_IMPORT_FIELD_SOURCES, { "url", "title", NULL } },
    { "associations", LEADUP_IMPORT_FIELD_TAGS, { "title", NULL } },
  };
  static const char *const columns[] = { "group", "source", "association" };
  LeadupJsonValue root, list, key, one;
  LeadupJsonIter iter;

  leadup_json_scanner_get_root (walk->scanner, &root);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (!leadup_import_json_get (&root, lists[i].list, &list) ||
          (*list.start != '[' && *list.start != '{'))
        continue;
      leadup_json_iter_init (&iter, &list);
      while (leadup_json_iter_next (&iter, &key, &one))
        {
          g_autofree char *id = leadup_import_json_dup_member (&one, "id");
          g_autofree char *name = NULL;

          for (guint j = 0; lists[i].members[j] != NULL && name == NULL; j++)
            name = leadup_import_json_dup_member (&one, lists[i].members[j]);
          if (id == NULL && *list.start == '{')
            id = leadup_json_value_dup_string (&key);
          if (id != NULL && name != NULL)
            add_word (mapping, lists[i].field, columns[i], id, name);
        }
    }
}

/* FollowTheMoney has people and companies on lines of their own, and refers to them by ids. */
static void
add_entities (LeadupImportMapping *mapping,
              Walk                *walk)
{
  LeadupJsonValue row, properties;
  guint line;

  walk_start (walk);
  for (;;)
    {
      g_autofree char *problem = NULL;
      g_autofree char *id = NULL;
      g_autofree char *name = NULL;
      LeadupJsonValue names, first;
      LeadupJsonIter iter;

      if (!walk_next (walk, &row, &line, &problem))
        break;
      if (problem != NULL || leadup_json_value_get_type (&row) != LEADUP_JSON_OBJECT ||
          !leadup_import_json_get (&row, "properties", &properties) ||
          !leadup_import_json_get (&properties, "name", &names) || *names.start != '[')
        continue;
      leadup_json_iter_init (&iter, &names);
      if (leadup_json_iter_next (&iter, NULL, &first))
        name = leadup_import_json_dup_text (&first);
      id = leadup_import_json_dup_member (&row, "id");
      if (id != NULL && name != NULL)
        add_word (mapping, LEADUP_IMPORT_FIELD_ACTORS, "properties.", id, name);
    }
}

/* What ids in the rows stand for. */
static LeadupImportMapping *
add_words (LeadupImportMapping *mapping,
           Walk                *walk)
{
  gboolean is_money = g_strcmp0 (mapping->id, "ftm") == 0;
  LeadupImportMapping *own;

  if (walk->scanner == NULL && !is_money)
    return mapping;

  own = copy_mapping (mapping);
  leadup_import_mapping_unref (mapping);
  if (walk->scanner != NULL)
    add_beside (own, walk);
  if (is_money)
    add_entities (own, walk);

  return own;
}

static gboolean
find_dates (Walk                     *walk,
            LeadupImportMapping      *mapping,
            LeadupImportDateEvidence *evidence,
            GCancellable             *cancellable,
            GError                  **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  LeadupJsonValue row, value;
  guint line;

  memset (evidence, 0, sizeof *evidence);
  for (guint i = 0; i < mapping->rules->len; i++)
    {
      const LeadupImportRule *rule = g_ptr_array_index (mapping->rules, i);

      if ((rule->field == LEADUP_IMPORT_FIELD_DATE || rule->field == LEADUP_IMPORT_FIELD_END) &&
          rule->column != NULL)
        g_ptr_array_add (names, rule->column);
    }

  walk_start (walk);
  for (guint n = 0;; n++)
    {
      g_autofree char *problem = NULL;

      if (n % LEADUP_IMPORT_STRIDE == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!walk_next (walk, &row, &line, &problem))
        break;
      for (guint i = 0; problem == NULL && i < names->len; i++)
        if (leadup_import_json_get (&row, g_ptr_array_index (names, i), &value) &&
            leadup_json_value_get_type (&value) == LEADUP_JSON_STRING)
          {
            g_autofree char *text = leadup_json_value_dup_string (&value);

            leadup_import_date_look (evidence, text);
          }
      /* Dates that begin with the year need no evidence. */
      if (n == LEADUP_IMPORT_STRIDE &&
          evidence->n_day_first + evidence->n_month_first + evidence->n_open == 0)
        break;
    }

  return TRUE;
}

static void
read_row (LeadupImportTable *table,
          LeadupJsonIter    *members)
{
  guint hint = 0;

  set_members (leadup_import_table_get_mapper (table), members, "", &hint, 0);
  leadup_import_table_end_row (table);
}

static gboolean
read_rows (Walk                    *walk,
           const LeadupImportInput *input,
           LeadupImportTable       *table,
           GCancellable            *cancellable,
           GError                 **error)
{
  const char *start = g_bytes_get_data (walk->text, NULL);
  LeadupJsonIter members = { NULL };
  LeadupJsonValue row;
  guint line;

  walk_start (walk);
  for (;;)
    {
      g_autofree char *problem = NULL;

      if (!walk_enter (walk, &row, &members, &line, &problem))
        return TRUE;
      if (!leadup_import_table_begin_row (table, line, cancellable, error))
        return FALSE;

      if (problem != NULL)
        leadup_import_table_reject_row (table, problem);
      else if (leadup_json_value_get_type (&row) != LEADUP_JSON_OBJECT)
        leadup_import_table_reject_row (table, _ ("It is no object in braces"));
      else
        read_row (table, &members);
      walk_leave (walk, &row, &members);
      if (walk->scanner == NULL)
        leadup_import_progress_tell (input->progress, (gsize) (walk->at - start),
                                     g_bytes_get_size (walk->text));
      else
        leadup_import_progress_tell (input->progress, (gsize) (row.end - start),
                                     g_bytes_get_size (walk->text));
    }
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  g_auto (Walk) walk = { NULL };
  g_autoptr (LeadupImportMapping) mapping = NULL;
  g_autoptr (LeadupImportTable) table = NULL;
  g_auto (GStrv) columns = NULL;
  LeadupImportDateEvidence evidence;
  gboolean is_known;

  if (!walk_init (&walk, input, error))
    return NULL;

  columns = find_columns (&walk, SAMPLE_ROWS);
  mapping = add_words (choose_mapping (&walk, input, columns, &is_known), &walk);
  table = leadup_import_table_new (
      input, mapping, is_known && mapping->id != NULL ? mapping->id : leadup_json_importer.id);
  if (walk.scanner != NULL)
    leadup_import_json_warn (
        walk.scanner, leadup_import_records_get_plan (leadup_import_table_get_records (table)));

  if (input->order != LEADUP_IMPORT_ORDER_UNKNOWN)
    leadup_import_mapper_set_order (leadup_import_table_get_mapper (table), input->order);
  else if (mapping->order == LEADUP_IMPORT_ORDER_UNKNOWN)
    {
      if (!find_dates (&walk, mapping, &evidence, cancellable, error))
        return NULL;
      leadup_import_mapper_set_order (leadup_import_table_get_mapper (table),
                                      leadup_import_date_decide (&evidence));
    }
  if (!read_rows (&walk, input, table, cancellable, error))
    return NULL;

  return leadup_import_table_finish (table);
}

static void
add_sample_row (LeadupImportSample    *result,
                const LeadupJsonValue *row)
{
  guint n = g_strv_length (result->columns);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      LeadupJsonValue value = *row;
      g_auto (GStrv) names = g_strsplit (result->columns[i], ".", MAX_DEPTH + 1);
      gboolean is_there = leadup_import_json_get (row, result->columns[i], &value);

      /* A name with a point in it is one name first. */
      if (!is_there)
        {
          is_there = TRUE;
          value = *row;
          for (guint j = 0; names[j] != NULL && is_there; j++)
            {
              LeadupJsonValue object = value;

              is_there = leadup_import_json_get (&object, names[j], &value);
            }
        }
      g_ptr_array_add (cells, is_there ? leadup_import_json_dup_raw (&value) : g_strdup (""));
    }
  leadup_import_sample_add_row (result, (const char *const *) cells->pdata, n);
}

static LeadupImportSample *
sample (const LeadupImportInput *input,
        GCancellable            *cancellable,
        GError                 **error)
{
  g_auto (Walk) walk = { NULL };
  g_autoptr (LeadupImportMapping) mapping = NULL;
  g_auto (GStrv) columns = NULL;
  g_autoptr (LeadupImportSample) result = NULL;
  LeadupJsonValue row;
  gboolean is_known;
  guint line;

  if (!walk_init (&walk, input, error))
    return NULL;

  columns = find_columns (&walk, SAMPLE_ROWS);
  mapping = choose_mapping (&walk, input, columns, &is_known);
  result = leadup_import_sample_new (g_steal_pointer (&columns), mapping);
  result->is_known = is_known;
  result->is_given = input->mapping != NULL;
  walk_start (&walk);
  for (guint i = 0; i < LEADUP_IMPORT_SAMPLE_ROWS; i++)
    {
      g_autofree char *problem = NULL;

      if (!walk_next (&walk, &row, &line, &problem))
        break;
      if (problem == NULL && leadup_json_value_get_type (&row) == LEADUP_JSON_OBJECT)
        add_sample_row (result, &row);
    }
  if (!find_dates (&walk, mapping, &result->evidence, cancellable, error))
    return NULL;

  return g_steal_pointer (&result);
}

static const char *const content_types[] = { "application/json", NULL };

const LeadupImporter leadup_json_importer = {
  .id = "json",
  .label = N_ ("Events as JSON"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
  .sample = sample,
};
