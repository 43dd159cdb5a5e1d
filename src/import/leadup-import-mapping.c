/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-mapping.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "import/leadup-import-data.h"
#include "import/leadup-import-hash.h"
#include "model/leadup-event.h"
#include "storage/leadup-json-scanner.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of a mapping that somebody wrote. */
#define MAX_RULES 2000

#define FINGERPRINT_DIGITS 12

static const struct
{
  const char *name;
  const char *label;
} fields[LEADUP_N_IMPORT_FIELDS] = {
  { "id", N_ ("Id") },
  { "title", N_ ("Title") },
  { "summary", N_ ("Summary") },
  { "category", N_ ("Category") },
  { "date", N_ ("Date") },
  { "time", N_ ("Time of day") },
  { "end", N_ ("End") },
  { "end-time", N_ ("End: time of day") },
  { "year", N_ ("Year") },
  { "month", N_ ("Month") },
  { "day", N_ ("Day") },
  { "end-year", N_ ("End: year") },
  { "end-month", N_ ("End: month") },
  { "end-day", N_ ("End: day") },
  { "stated", N_ ("Date in words") },
  { "precision", N_ ("Precision of the date") },
  { "actors", N_ ("Actors") },
  { "place", N_ ("Place") },
  { "country", N_ ("Country") },
  { "latitude", N_ ("Latitude") },
  { "longitude", N_ ("Longitude") },
  { "sources", N_ ("Source") },
  { "url", N_ ("Link to the source") },
  { "source-title", N_ ("Title of the source") },
  { "author", N_ ("Author of the source") },
  { "published", N_ ("Day of the source") },
  { "quote", N_ ("Quote") },
  { "tags", N_ ("Tags") },
  { "verification", N_ ("Verification") },
  { "value", N_ ("Number") },
  { "importance", N_ ("Importance") },
  { "tone", N_ ("Tone") },
  { "notes", N_ ("Notes") },
  { "kind", N_ ("Kind of row") },
  { "weight", N_ ("Number of reports") },
  { "ignore", N_ ("Leave out") },
};

static void
rule_free (gpointer data)
{
  LeadupImportRule *rule = data;

  g_free (rule->column);
  g_free (rule->template);
  g_free (rule->separator);
  g_free (rule->name);
  g_clear_pointer (&rule->values, g_hash_table_unref);
  g_free (rule);
}

LeadupImportMapping *
leadup_import_mapping_new (void)
{
  LeadupImportMapping *self = g_new0 (LeadupImportMapping, 1);

  g_atomic_ref_count_init (&self->refs);
  self->verification = -1;
  self->rules = g_ptr_array_new_with_free_func (rule_free);
  self->maps =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  return self;
}

LeadupImportMapping *
leadup_import_mapping_ref (LeadupImportMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
leadup_import_mapping_unref (LeadupImportMapping *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->id);
  g_free (self->label);
  g_free (self->zone);
  g_free (self->warning);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->match, g_ptr_array_unref);
  g_hash_table_unref (self->maps);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

/**
 * leadup_import_mapping_add:
 * @self: a mapping that is still being made
 * @field: what the column is
 * @column: (nullable): its name
 *
 * Returns: (transfer none): the rule, for what else there is to say
 */
LeadupImportRule *
leadup_import_mapping_add (LeadupImportMapping *self,
                           LeadupImportField    field,
                           const char          *column)
{
  LeadupImportRule *rule;

  g_return_val_if_fail (self != NULL && field < LEADUP_N_IMPORT_FIELDS, NULL);

  rule = g_new0 (LeadupImportRule, 1);
  rule->field = field;
  rule->column = g_strdup (column);
  rule->role = LEADUP_ROLE_MENTIONED;
  g_ptr_array_add (self->rules, rule);

  return rule;
}

/* In mappings; not translated. */
const char *
leadup_import_field_to_string (LeadupImportField field)
{
  g_return_val_if_fail (field < LEADUP_N_IMPORT_FIELDS, NULL);

  return fields[field].name;
}

gboolean
leadup_import_field_from_string (const char        *string,
                                 LeadupImportField *field)
{
  for (guint i = 0; i < LEADUP_N_IMPORT_FIELDS; i++)
    if (g_strcmp0 (string, fields[i].name) == 0)
      {
        *field = (LeadupImportField) i;
        return TRUE;
      }

  return FALSE;
}

/* For people. */
const char *
leadup_import_field_get_label (LeadupImportField field)
{
  g_return_val_if_fail (field < LEADUP_N_IMPORT_FIELDS, NULL);

  return _ (fields[field].label);
}

/* Whether several columns can be it together. */
gboolean
leadup_import_field_is_list (LeadupImportField field)
{
  return field == LEADUP_IMPORT_FIELD_ACTORS || field == LEADUP_IMPORT_FIELD_TAGS ||
         field == LEADUP_IMPORT_FIELD_SOURCES || field == LEADUP_IMPORT_FIELD_VALUE ||
         field == LEADUP_IMPORT_FIELD_IGNORE;
}

static char *
dup_member (const LeadupJsonValue *object,
            const char            *name)
{
  LeadupJsonValue value;

  return leadup_json_value_get_member (object, name, &value) ? leadup_json_value_dup_string (&value)
                                                             : NULL;
}

static GPtrArray *
read_names (const LeadupJsonValue *object,
            const char            *name)
{
  LeadupJsonValue list, value;
  LeadupJsonIter iter;
  GPtrArray *names;

  if (!leadup_json_value_get_member (object, name, &list) ||
      leadup_json_value_get_type (&list) != LEADUP_JSON_ARRAY)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  leadup_json_iter_init (&iter, &list);
  while (names->len < MAX_RULES && leadup_json_iter_next (&iter, NULL, &value))
    {
      char *text = leadup_json_value_dup_string (&value);

      if (text != NULL)
        g_ptr_array_add (names, text);
    }

  return names;
}

static GHashTable *
read_words (const LeadupJsonValue *object)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  LeadupJsonValue key, value;
  LeadupJsonIter iter;

  if (leadup_json_value_get_type (object) != LEADUP_JSON_OBJECT)
    return words;

  leadup_json_iter_init (&iter, object);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      char *text = leadup_json_value_dup_string (&value);

      if (text != NULL)
        g_hash_table_insert (words, leadup_json_value_dup_string (&key), text);
    }

  return words;
}

static gboolean
read_rule (LeadupImportMapping   *self,
           const LeadupJsonValue *object,
           GError               **error)
{
  g_autofree char *name = dup_member (object, "field");
  g_autofree char *role = dup_member (object, "role");
  LeadupJsonValue values;
  LeadupImportRule *rule;
  LeadupImportField field;
  LeadupRole known;

  if (!leadup_import_field_from_string (name, &field))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("The mapping has an unknown field “%s”"), name != NULL ? name : "");
      return FALSE;
    }

  rule = leadup_import_mapping_add (self, field, NULL);
  rule->column = dup_member (object, "column");
  rule->template = dup_member (object, "template");
  rule->separator = dup_member (object, "separator");
  rule->name = dup_member (object, "name");
  if (rule->separator != NULL && *rule->separator == '\0')
    g_clear_pointer (&rule->separator, g_free);
  if (role != NULL && leadup_role_from_string (role, &known))
    rule->role = (int) known;
  if (leadup_json_value_get_member (object, "values", &values))
    rule->values = read_words (&values);

  return TRUE;
}

static gboolean
read_rules (LeadupImportMapping   *self,
            const LeadupJsonValue *object,
            GError               **error)
{
  LeadupJsonValue list, value;
  LeadupJsonIter iter;

  if (!leadup_json_value_get_member (object, "rules", &list) ||
      leadup_json_value_get_type (&list) != LEADUP_JSON_ARRAY)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA, _ ("The mapping has no list “rules”"));
      return FALSE;
    }

  leadup_json_iter_init (&iter, &list);
  while (leadup_json_iter_next (&iter, NULL, &value))
    {
      if (self->rules->len >= MAX_RULES)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                       _ ("The mapping has more than 2,000 rules"));
          return FALSE;
        }
      if (!read_rule (self, &value, error))
        return FALSE;
    }

  return TRUE;
}

static void
read_maps (LeadupImportMapping   *self,
           const LeadupJsonValue *object)
{
  LeadupJsonValue maps, key, value;
  LeadupJsonIter iter;

  if (!leadup_json_value_get_member (object, "maps", &maps) ||
      leadup_json_value_get_type (&maps) != LEADUP_JSON_OBJECT)
    return;

  leadup_json_iter_init (&iter, &maps);
  while (leadup_json_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->maps, leadup_json_value_dup_string (&key), read_words (&value));
}

static LeadupImportMapping *
read_mapping (const LeadupJsonValue *object,
              GError               **error)
{
  g_autoptr (LeadupImportMapping) self = leadup_import_mapping_new ();
  g_autofree char *order = dup_member (object, "date_order");
  g_autofree char *verification = dup_member (object, "verification");
  LeadupVerification known;
  LeadupJsonValue value;

  if (leadup_json_value_get_type (object) != LEADUP_JSON_OBJECT)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("A mapping is an object in braces"));
      return NULL;
    }

  self->id = dup_member (object, "id");
  self->label = dup_member (object, "label");
  self->zone = dup_member (object, "zone");
  self->warning = dup_member (object, "warning");
  self->columns = read_names (object, "columns");
  self->match = read_names (object, "match");
  if (order != NULL && !leadup_import_order_from_string (order, &self->order))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("“date_order” is “auto”, “dmy” or “mdy”, not “%s”"), order);
      return NULL;
    }
  if (verification != NULL && leadup_verification_from_string (verification, &known))
    self->verification = (int) known;
  if (leadup_json_value_get_member (object, "collapses", &value))
    self->collapses = *value.start == 't';
  read_maps (self, object);

  return read_rules (self, object, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * leadup_import_mapping_from_json:
 * @text: a mapping as leadup_import_mapping_to_json() makes it, or as somebody wrote it
 * @length: of @text
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the mapping
 */
LeadupImportMapping *
leadup_import_mapping_from_json (const char *text,
                                 gsize       length,
                                 GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (LeadupJsonScanner) scanner =
      leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, error);
  LeadupJsonValue root;

  if (scanner == NULL)
    return NULL;

  leadup_json_scanner_get_root (scanner, &root);

  return read_mapping (&root, error);
}

static void
append_member (GString    *text,
               const char *name,
               const char *value)
{
  if (value == NULL)
    return;

  if (text->len > 0 && text->str[text->len - 1] != '{')
    g_string_append_c (text, ',');
  leadup_text_append_json (text, name);
  g_string_append_c (text, ':');
  leadup_text_append_json (text, value);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
append_words (GString    *text,
              const char *name,
              GHashTable *words)
{
  g_autofree const char **keys = NULL;
  guint n;

  if (words == NULL)
    return;

  keys = (const char **) g_hash_table_get_keys_as_array (words, &n);
  qsort (keys, n, sizeof *keys, compare_texts);
  if (text->str[text->len - 1] != '{')
    g_string_append_c (text, ',');
  leadup_text_append_json (text, name);
  g_string_append (text, ":{");
  for (guint i = 0; i < n; i++)
    append_member (text, keys[i], g_hash_table_lookup (words, keys[i]));
  g_string_append_c (text, '}');
}

static void
append_names (GString    *text,
              const char *name,
              GPtrArray  *names)
{
  if (names == NULL)
    return;

  g_string_append_printf (text, ",\"%s\":[", name);
  for (guint i = 0; i < names->len; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      leadup_text_append_json (text, g_ptr_array_index (names, i));
    }
  g_string_append_c (text, ']');
}

static void
append_rule (GString                *text,
             const LeadupImportRule *rule)
{
  g_string_append_c (text, '{');
  append_member (text, "field", fields[rule->field].name);
  append_member (text, "column", rule->column);
  append_member (text, "template", rule->template);
  append_member (text, "separator", rule->separator);
  append_member (text, "name", rule->name);
  if (rule->field == LEADUP_IMPORT_FIELD_ACTORS)
    append_member (text, "role", leadup_role_to_string ((LeadupRole) rule->role));
  append_words (text, "values", rule->values);
  g_string_append_c (text, '}');
}

/* Returns: (transfer full): the mapping as a file that can be kept, edited and read again */
char *
leadup_import_mapping_to_json (const LeadupImportMapping *self)
{
  GString *text = g_string_new ("{");
  g_autofree const char **maps = NULL;
  guint n_maps;

  g_return_val_if_fail (self != NULL, NULL);

  append_member (text, "id", self->id != NULL ? self->id : "table");
  append_member (text, "label", self->label);
  append_member (text, "date_order", leadup_import_order_to_string (self->order));
  append_member (text, "zone", self->zone);
  append_member (text, "warning", self->warning);
  if (self->verification >= 0)
    append_member (text, "verification",
                   leadup_verification_to_string ((LeadupVerification) self->verification));
  if (self->collapses)
    g_string_append (text, ",\"collapses\":true");
  append_names (text, "columns", self->columns);
  append_names (text, "match", self->match);
  maps = (const char **) g_hash_table_get_keys_as_array (self->maps, &n_maps);
  qsort (maps, n_maps, sizeof *maps, compare_texts);
  if (n_maps > 0)
    g_string_append (text, ",\"maps\":{");
  for (guint i = 0; i < n_maps; i++)
    append_words (text, maps[i], g_hash_table_lookup (self->maps, maps[i]));
  if (n_maps > 0)
    g_string_append_c (text, '}');
  g_string_append (text, ",\n\"rules\":[\n");
  for (guint i = 0; i < self->rules->len; i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "");
      append_rule (text, g_ptr_array_index (self->rules, i));
    }
  g_string_append (text, "]}\n");

  return g_string_free (text, FALSE);
}

/* What the presets warn of, here for those who translate. */
static const char *const own_warnings[] = {
  N_ ("These events were coded by a machine. Reports of the same day, actors, kind and place are "
      "counted as one event; all are unverified."),
};

/**
 * leadup_import_mapping_get_warning:
 * @self: a mapping
 *
 * Returns: (transfer none) (nullable): what people have to know of tables like this; that of a
 * preset in their language, what somebody wrote into a mapping of their own as it stands there
 */
const char *
leadup_import_mapping_get_warning (const LeadupImportMapping *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (own_warnings); i++)
    if (g_strcmp0 (self->warning, own_warnings[i]) == 0)
      return _ (own_warnings[i]);

  return self->warning;
}

/* The presets lie in the resource as a list of mappings. */
static GPtrArray *
load_presets (void)
{
  g_autoptr (GBytes) bytes = leadup_import_data_get ("import-presets.json");
  g_autoptr (LeadupJsonScanner) scanner = NULL;
  GPtrArray *presets =
      g_ptr_array_new_with_free_func ((GDestroyNotify) leadup_import_mapping_unref);
  LeadupJsonValue root, value;
  LeadupJsonIter iter;

  scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_STRICT, NULL);
  g_assert (scanner != NULL);
  leadup_json_scanner_get_root (scanner, &root);
  leadup_json_iter_init (&iter, &root);
  while (leadup_json_iter_next (&iter, NULL, &value))
    {
      g_autoptr (GError) error = NULL;
      LeadupImportMapping *preset = read_mapping (&value, &error);

      g_assert_no_error (error);
      g_ptr_array_add (presets, preset);
    }

  return presets;
}

static GPtrArray *
get_presets (void)
{
  static GPtrArray *presets;

  if (g_once_init_enter (&presets))
    g_once_init_leave (&presets, load_presets ());

  return presets;
}

static gboolean
has_column (const char * const  *columns,
            const char          *name)
{
  for (guint i = 0; columns[i] != NULL; i++)
    if (g_ascii_strcasecmp (columns[i], name) == 0)
      return TRUE;

  return FALSE;
}

/**
 * leadup_import_mapping_find_preset:
 * @columns: (array zero-terminated=1): of a table
 *
 * Returns: (transfer full) (nullable): the known kind of table of which all telling columns are
 * there; of several the one with the most
 */
LeadupImportMapping *
leadup_import_mapping_find_preset (const char *const *columns)
{
  GPtrArray *presets = get_presets ();
  LeadupImportMapping *best = NULL;
  guint best_n = 0;

  g_return_val_if_fail (columns != NULL, NULL);

  for (guint i = 0; i < presets->len; i++)
    {
      LeadupImportMapping *preset = g_ptr_array_index (presets, i);
      guint n = 0;

      if (preset->match == NULL)
        continue;
      while (n < preset->match->len && has_column (columns, g_ptr_array_index (preset->match, n)))
        n++;
      if (n == preset->match->len && n > best_n)
        {
          best = preset;
          best_n = n;
        }
    }

  return best != NULL ? leadup_import_mapping_ref (best) : NULL;
}

/**
 * leadup_import_mapping_find_headerless:
 * @n_columns: of a table
 * @cells: (array length=n_columns): of its first row
 *
 * Returns: (transfer full) (nullable): the known kind of table that has so many columns and no
 * header, where the row looks like one of it
 */
LeadupImportMapping *
leadup_import_mapping_find_headerless (guint                n_columns,
                                       const char * const  *cells)
{
  GPtrArray *presets = get_presets ();

  g_return_val_if_fail (cells != NULL || n_columns == 0, NULL);

  for (guint i = 0; i < presets->len; i++)
    {
      LeadupImportMapping *preset = g_ptr_array_index (presets, i);

      /* All of them begin with a number and a day. */
      if (preset->columns != NULL && preset->columns->len == n_columns && n_columns > 1 &&
          *cells[0] != '\0' && strspn (cells[0], "0123456789") == strlen (cells[0]) &&
          strlen (cells[1]) == 8 && strspn (cells[1], "0123456789") == 8)
        return leadup_import_mapping_ref (preset);
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): the known kind of table with this id */
LeadupImportMapping *
leadup_import_mapping_get_preset (const char *id)
{
  GPtrArray *presets = get_presets ();

  for (guint i = 0; i < presets->len; i++)
    {
      LeadupImportMapping *preset = g_ptr_array_index (presets, i);

      if (g_strcmp0 (preset->id, id) == 0)
        return leadup_import_mapping_ref (preset);
    }

  return NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * leadup_import_mapping_fingerprint:
 * @columns: (array zero-terminated=1): of a table
 *
 * Returns: (transfer full): what tables with the same columns, in whatever order, have in common
 */
char *
leadup_import_mapping_fingerprint (const char *const *columns)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  char digits[FINGERPRINT_DIGITS + 1] = "";
  guint64 hash = 0;

  g_return_val_if_fail (columns != NULL, NULL);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      char *folded = leadup_text_fold (columns[i]);

      g_ptr_array_add (names, g_strstrip (folded));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    hash = leadup_import_hash_text (hash, g_ptr_array_index (names, i));
  leadup_import_hash_write (hash, digits, FINGERPRINT_DIGITS);

  return g_strdup (digits);
}
