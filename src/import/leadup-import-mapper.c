/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-mapper.h"

#include "base/leadup-text.h"
#include "import/leadup-import-cell.h"
#include "import/leadup-import-when.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define NO_COLUMN (G_MAXUINT)

/* Characters of a text that a row is found by. */
#define MAX_SHOWN 80

/* Columns that are compared one by one before a name is folded and looked up. */
#define N_LOOKED_AT 32

/* What became of a cell. What a template mentions can still be taken by a rule. */
enum
{
  UNUSED,
  MENTIONED,
  TAKEN,
};

/**
 * Rule:
 * @column: index of the column, or %NO_COLUMN for a template
 */
typedef struct
{
  const LeadupImportRule *rule;
  guint column;
} Rule;

/**
 * LeadupImportMapper:
 * @columns: names, in the order in which they appeared
 * @lengths: (element-type gsize): of these in bytes; 0 for those that JSON has to escape
 * @indices: folded name → index + 1
 * @rules: those whose columns are there, in the order of the mapping
 * @cells: (element-type LeadupImportCell): of this row
 * @used: bytes, for each cell what became of it
 */
struct _LeadupImportMapper
{
  LeadupImportMapping *mapping;
  LeadupImportDateStyle style;
  GPtrArray *columns;
  GArray *lengths;
  GHashTable *indices;
  GArray *rules;
  GArray *cells;
  GByteArray *used;
  LeadupImportWhen when;
  LeadupImportWhenCache *dates;
  LeadupImportSource source;
};

LeadupImportMapper *
leadup_import_mapper_new (LeadupImportMapping *mapping,
                          const char          *as_of)
{
  LeadupImportMapper *self;

  g_return_val_if_fail (mapping != NULL, NULL);

  self = g_new0 (LeadupImportMapper, 1);
  self->mapping = leadup_import_mapping_ref (mapping);
  self->style.as_of = as_of;
  self->style.zone = mapping->zone;
  self->style.order = mapping->order;
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->cells = g_array_new (FALSE, TRUE, sizeof (LeadupImportCell));
  self->used = g_byte_array_new ();
  self->dates = leadup_import_when_cache_new ();
  for (guint i = 0; i < mapping->rules->len; i++)
    {
      Rule rule = { g_ptr_array_index (mapping->rules, i), NO_COLUMN };

      if (rule.rule->column == NULL && rule.rule->template != NULL)
        g_array_append_val (self->rules, rule);
    }

  return self;
}

void
leadup_import_mapper_free (LeadupImportMapper *self)
{
  if (self == NULL)
    return;

  leadup_import_mapping_unref (self->mapping);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->lengths);
  g_hash_table_unref (self->indices);
  g_array_unref (self->rules);
  g_array_unref (self->cells);
  g_byte_array_unref (self->used);
  leadup_import_when_cache_free (self->dates);
  g_free (self);
}

/* What the dates themselves told, where the mapping does not say it. */
void
leadup_import_mapper_set_order (LeadupImportMapper *self,
                                LeadupImportOrder   order)
{
  g_return_if_fail (self != NULL);

  if (self->style.order == order)
    return;

  self->style.order = order;
  leadup_import_when_cache_free (self->dates);
  self->dates = leadup_import_when_cache_new ();
}

static int
compare_rules (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  GPtrArray *order = data;
  guint x, y;

  g_ptr_array_find (order, ((const Rule *) a)->rule, &x);
  g_ptr_array_find (order, ((const Rule *) b)->rule, &y);

  return x < y ? -1 : 1;
}

static char *
fold (const char *name)
{
  g_autofree char *folded = leadup_text_fold (name);

  return g_strdup (g_strstrip (folded));
}

/* Returns: the index of the column of this name, which is new or was there already */
guint
leadup_import_mapper_add_column (LeadupImportMapper *self,
                                 const char         *name)
{
  g_autofree char *folded = NULL;
  LeadupImportCell none = { NULL };
  guint8 unused = 0;
  gsize length;
  guint index;

  g_return_val_if_fail (self != NULL && name != NULL, 0);

  folded = fold (name);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, folded));
  if (index > 0)
    return index - 1;

  index = self->columns->len;
  g_ptr_array_add (self->columns, g_strdup (name));
  length = strchr (name, '\\') == NULL ? strlen (name) : 0;
  g_array_append_val (self->lengths, length);
  g_array_append_val (self->cells, none);
  g_byte_array_append (self->used, &unused, 1);
  for (guint i = 0; i < self->mapping->rules->len; i++)
    {
      Rule rule = { g_ptr_array_index (self->mapping->rules, i), index };
      g_autofree char *wanted = rule.rule->column != NULL ? fold (rule.rule->column) : NULL;

      if (g_strcmp0 (wanted, folded) == 0)
        g_array_append_val (self->rules, rule);
    }
  g_array_sort_with_data (self->rules, compare_rules, self->mapping->rules);
  g_hash_table_insert (self->indices, g_steal_pointer (&folded), GUINT_TO_POINTER (index + 1));

  return index;
}

guint
leadup_import_mapper_get_n_columns (LeadupImportMapper *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

static inline gboolean
is_column (LeadupImportMapper *self,
           guint               column,
           const char         *name,
           gsize               length)
{
  return g_array_index (self->lengths, gsize, column) == length &&
         memcmp (g_ptr_array_index (self->columns, column), name, length) == 0;
}

/**
 * leadup_import_mapper_find_json:
 * @self: a mapper
 * @name: of a member, as it stands there
 * @expected: the column that it is most likely
 * @column: (out): the column that it is
 *
 * Returns: %FALSE where it has to be read, and perhaps added, first
 */
gboolean
leadup_import_mapper_find_json (LeadupImportMapper    *self,
                                const LeadupJsonValue *name,
                                guint                  expected,
                                guint                 *column)
{
  guint n;
  gsize length;

  g_return_val_if_fail (self != NULL && name != NULL && column != NULL, FALSE);

  n = self->columns->len;
  length = leadup_json_value_get_size (name) - 2;
  if (length == 0)
    return FALSE;
  if (expected < n && is_column (self, expected, name->start + 1, length))
    {
      *column = expected;
      return TRUE;
    }

  for (guint i = 0; i < MIN (n, N_LOOKED_AT); i++)
    if (is_column (self, i, name->start + 1, length))
      {
        *column = i;
        return TRUE;
      }

  return FALSE;
}

/* Whether the mapping names members of the object @name (“properties.date”). */
gboolean
leadup_import_mapper_is_prefix (LeadupImportMapper *self,
                                const char         *name)
{
  gsize length;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  length = strlen (name);
  for (guint i = 0; i < self->mapping->rules->len; i++)
    {
      const LeadupImportRule *rule = g_ptr_array_index (self->mapping->rules, i);

      if (rule->column != NULL && g_ascii_strncasecmp (rule->column, name, length) == 0 &&
          rule->column[length] == '.')
        return TRUE;
    }

  return FALSE;
}

/* Whether numeric dates may stand in the column, whose order has to be found out. */
gboolean
leadup_import_mapper_is_date (LeadupImportMapper *self,
                              guint               column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      if (rule->column == column && (rule->rule->field == LEADUP_IMPORT_FIELD_DATE ||
                                     rule->rule->field == LEADUP_IMPORT_FIELD_END))
        return TRUE;
    }

  return FALSE;
}

/* Forgets the cells of the row before. */
void
leadup_import_mapper_begin (LeadupImportMapper *self)
{
  g_return_if_fail (self != NULL);

  if (self->cells->len > 0)
    {
      memset (self->cells->data, 0, self->cells->len * sizeof (LeadupImportCell));
      memset (self->used->data, 0, self->used->len);
    }
}

/* @text: (nullable): lives until the row is filled */
void
leadup_import_mapper_set_text (LeadupImportMapper *self,
                               guint               column,
                               const char         *text)
{
  g_return_if_fail (self != NULL && column < self->cells->len);

  g_array_index (self->cells, LeadupImportCell, column).text = text;
}

/* Where a member stands twice, the first counts. */
void
leadup_import_mapper_set_json (LeadupImportMapper    *self,
                               guint                  column,
                               const LeadupJsonValue *value)
{
  LeadupImportCell *cell;

  g_return_if_fail (self != NULL && column < self->cells->len);

  cell = &g_array_index (self->cells, LeadupImportCell, column);
  if (cell->json.start == NULL && *value->start != 'n')
    cell->json = *value;
}

static LeadupImportCell *
find_cell (LeadupImportMapper *self,
           const char         *name,
           gsize               length)
{
  g_autofree char *text = g_strndup (name, length);
  g_autofree char *folded = fold (text);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, folded));

  if (index == 0)
    return NULL;
  if (self->used->data[index - 1] == UNUSED)
    self->used->data[index - 1] = MENTIONED;

  return &g_array_index (self->cells, LeadupImportCell, index - 1);
}

/* The words of a placeholder “column” or “column|map”. */
static const char *
look_up (LeadupImportMapper *self,
         LeadupImportDraft  *draft,
         const char         *from,
         const char         *to)
{
  const char *bar = memchr (from, '|', (gsize) (to - from));
  LeadupImportCell *cell = find_cell (self, from, (gsize) ((bar != NULL ? bar : to) - from));
  const char *text = cell != NULL ? leadup_import_cell_get_plain (cell, draft) : NULL;
  g_autofree char *map = NULL;
  GHashTable *words;
  const char *word = NULL;

  if (text == NULL || bar == NULL)
    return text;

  map = g_strndup (bar + 1, (gsize) (to - bar - 1));
  words = g_hash_table_lookup (self->mapping->maps, map);
  if (words != NULL)
    word = g_hash_table_lookup (words, text);

  return word != NULL ? word : text;
}

/* Writes a template; what stands in square brackets goes where a column in it is blank. */
static const char *
expand (LeadupImportMapper *self,
        LeadupImportDraft  *draft,
        const char         *template)
{
  GString *text = g_string_new (NULL);
  gsize bracket = 0;
  gboolean is_inside = FALSE, is_blank = FALSE;

  for (const char *at = template; *at != '\0'; at++)
    {
      const char *end = *at == '{' ? strchr (at, '}') : NULL;

      if (end != NULL)
        {
          const char *word = look_up (self, draft, at + 1, end);

          if (leadup_text_is_blank (word))
            is_blank = TRUE;
          else
            g_string_append (text, word);
          at = end;
        }
      else if (*at == '[' && !is_inside)
        {
          is_inside = TRUE;
          is_blank = FALSE;
          bracket = text->len;
        }
      else if (*at == ']' && is_inside)
        {
          if (is_blank)
            g_string_truncate (text, bracket);
          is_inside = FALSE;
        }
      else
        g_string_append_c (text, *at);
    }

  return leadup_import_draft_keep (draft, g_strstrip (g_string_free (text, FALSE)));
}

static const char *
translate (const LeadupImportRule *rule,
           const char             *text)
{
  const char *word = NULL;

  if (rule->values != NULL && text != NULL)
    {
      word = g_hash_table_lookup (rule->values, text);
      if (word == NULL)
        word = g_hash_table_lookup (rule->values, "*");
    }

  return word != NULL ? word : text;
}

static void
set_once (const char **field,
          const char  *text)
{
  if (*field == NULL)
    *field = text;
}

static double
read_number (const char *text)
{
  double number = (double) NAN;

  return leadup_import_cell_read_number (text, &number) ? number : (double) NAN;
}

static void
set_verification (LeadupImportDraft *draft,
                  const char        *text)
{
  g_autofree char *folded = leadup_text_fold (text);
  LeadupVerification known;

  if (leadup_verification_from_string (g_strdelimit (folded, " _", '-'), &known))
    draft->verification = (int) known;
  else if (g_str_equal (folded, "confirmed"))
    draft->verification = -1;
  else if (g_str_equal (folded, "pending"))
    draft->verification = LEADUP_VERIFICATION_UNVERIFIED;
  else if (g_str_equal (folded, "predicted"))
    draft->verification = LEADUP_VERIFICATION_ANNOUNCED;
}

static void
add_value (LeadupImportDraft      *draft,
           const LeadupImportRule *rule,
           const char             *text)
{
  double number = read_number (text);

  if (isfinite (number))
    leadup_import_draft_add_value (draft, rule->name != NULL ? rule->name : "value", number,
                                   number);
}

/* What is of the source, put together at the end of the row. */
static gboolean
set_source (LeadupImportSource *source,
            LeadupImportField   field,
            const char         *text)
{
  switch ((int) field)
    {
    case LEADUP_IMPORT_FIELD_URL:
      set_once (&source->url, text);
      return TRUE;
    case LEADUP_IMPORT_FIELD_SOURCE_TITLE:
      set_once (&source->title, text);
      return TRUE;
    case LEADUP_IMPORT_FIELD_AUTHOR:
      set_once (&source->author, text);
      return TRUE;
    case LEADUP_IMPORT_FIELD_PUBLISHED:
      set_once (&source->published, text);
      return TRUE;
    case LEADUP_IMPORT_FIELD_QUOTE:
      set_once (&source->quote, text);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
set_number (LeadupImportDraft *draft,
            LeadupImportField  field,
            const char        *text)
{
  double number = read_number (text);

  if (field == LEADUP_IMPORT_FIELD_LATITUDE && isnan (draft->latitude))
    draft->latitude = number;
  else if (field == LEADUP_IMPORT_FIELD_LONGITUDE && isnan (draft->longitude))
    draft->longitude = number;
  else if (field == LEADUP_IMPORT_FIELD_TONE && fabs (number) <= 10)
    draft->tone = number;
  else if (field == LEADUP_IMPORT_FIELD_IMPORTANCE && number >= 1 && number <= 5)
    draft->importance = (guint) number;
}

static void
set_text (LeadupImportMapper     *self,
          LeadupImportDraft      *draft,
          const LeadupImportRule *rule,
          const char             *text)
{
  if (set_source (&self->source, rule->field, text) ||
      leadup_import_when_set (&self->when, rule->field, text))
    return;

  switch ((int) rule->field)
    {
    case LEADUP_IMPORT_FIELD_ID:
      set_once (&draft->own_id, text);
      break;
    case LEADUP_IMPORT_FIELD_TITLE:
      leadup_import_draft_set_title (draft, text);
      break;
    case LEADUP_IMPORT_FIELD_SUMMARY:
      set_once (&draft->summary, text);
      break;
    case LEADUP_IMPORT_FIELD_CATEGORY:
      set_once (&draft->category, text);
      break;
    case LEADUP_IMPORT_FIELD_PLACE:
      set_once (&draft->place, text);
      break;
    case LEADUP_IMPORT_FIELD_COUNTRY:
      set_once (&draft->country, text);
      break;
    case LEADUP_IMPORT_FIELD_NOTES:
      set_once (&draft->notes, text);
      break;
    case LEADUP_IMPORT_FIELD_VERIFICATION:
      set_verification (draft, text);
      break;
    case LEADUP_IMPORT_FIELD_VALUE:
      add_value (draft, rule, text);
      break;
    default:
      set_number (draft, rule->field, text);
      break;
    }
}

static gboolean
is_set (LeadupImportMapper *self,
        LeadupImportDraft  *draft,
        LeadupImportField   field)
{
  switch ((int) field)
    {
    case LEADUP_IMPORT_FIELD_ID:
      return draft->own_id != NULL;
    case LEADUP_IMPORT_FIELD_TITLE:
      return draft->title != NULL;
    case LEADUP_IMPORT_FIELD_SUMMARY:
      return draft->summary != NULL;
    case LEADUP_IMPORT_FIELD_CATEGORY:
      return draft->category != NULL;
    case LEADUP_IMPORT_FIELD_PLACE:
      return draft->place != NULL;
    case LEADUP_IMPORT_FIELD_COUNTRY:
      return draft->country != NULL;
    case LEADUP_IMPORT_FIELD_NOTES:
      return draft->notes != NULL;
    case LEADUP_IMPORT_FIELD_LATITUDE:
      return !isnan (draft->latitude);
    case LEADUP_IMPORT_FIELD_LONGITUDE:
      return !isnan (draft->longitude);
    case LEADUP_IMPORT_FIELD_URL:
      return self->source.url != NULL;
    default:
      return leadup_import_when_is_set (&self->when, field);
    }
}

/* Lists may be JSON; what is a text is one everywhere. */
static gboolean
apply_list (LeadupImportMapper     *self,
            LeadupImportDraft      *draft,
            const LeadupImportRule *rule,
            LeadupImportCell       *cell)
{
  switch ((int) rule->field)
    {
    case LEADUP_IMPORT_FIELD_ACTORS:
      leadup_import_cell_add_actors (cell, draft, rule->separator, rule->role, rule->values);
      return TRUE;
    case LEADUP_IMPORT_FIELD_TAGS:
      leadup_import_cell_add_tags (cell, draft, rule->separator, rule->values);
      return TRUE;
    case LEADUP_IMPORT_FIELD_SOURCES:
      leadup_import_cell_add_sources (cell, draft, rule->separator, rule->values);
      return TRUE;
    case LEADUP_IMPORT_FIELD_PLACE:
      return leadup_import_cell_read_place (cell, draft);
    case LEADUP_IMPORT_FIELD_DATE:
      return leadup_import_when_set_json (&self->when, cell, draft);
    default:
      return FALSE;
    }
}

static LeadupImportRowKind
read_kind (const char *text)
{
  if (g_ascii_strcasecmp (text, "era") == 0 || g_ascii_strcasecmp (text, "background") == 0)
    return LEADUP_IMPORT_KIND_ERA;
  if (g_ascii_strcasecmp (text, "title") == 0)
    return LEADUP_IMPORT_KIND_TITLE;
  if (g_ascii_strcasecmp (text, "skip") == 0)
    return LEADUP_IMPORT_KIND_OTHER;

  return LEADUP_IMPORT_KIND_EVENT;
}

static void
apply (LeadupImportMapper  *self,
       LeadupImportDraft   *draft,
       const Rule          *rule,
       LeadupImportRowKind *kind)
{
  LeadupImportCell expanded = { NULL };
  LeadupImportCell *cell = &expanded;
  const char *text;

  if (is_set (self, draft, rule->rule->field))
    return;

  if (rule->column == NO_COLUMN)
    expanded.text = expand (self, draft, rule->rule->template);
  else
    {
      cell = &g_array_index (self->cells, LeadupImportCell, rule->column);
      if (self->used->data[rule->column] == TAKEN || !leadup_import_cell_is_there (cell))
        return;
      self->used->data[rule->column] = TAKEN;
    }
  if (rule->rule->field == LEADUP_IMPORT_FIELD_IGNORE ||
      rule->rule->field == LEADUP_IMPORT_FIELD_WEIGHT || apply_list (self, draft, rule->rule, cell))
    return;

  text = translate (rule->rule, leadup_import_cell_get_plain (cell, draft));
  /* What cannot be one text, or not in full, stays beside the event. */
  if (rule->column != NO_COLUMN && (text == NULL || leadup_import_cell_is_several (cell)))
    self->used->data[rule->column] = UNUSED;
  if (leadup_text_is_blank (text))
    return;
  if (rule->rule->field == LEADUP_IMPORT_FIELD_KIND)
    *kind = read_kind (text);
  else
    set_text (self, draft, rule->rule, text);
}

/* Columns that no rule took stay beside the event. */
static void
keep_others (LeadupImportMapper *self,
             LeadupImportDraft  *draft)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const LeadupImportCell *cell = &g_array_index (self->cells, LeadupImportCell, i);

      if (self->used->data[i] == UNUSED && leadup_import_cell_is_there (cell))
        leadup_import_cell_keep (cell, draft, g_ptr_array_index (self->columns, i));
    }
}

/**
 * leadup_import_mapper_fill:
 * @self: a mapper with the cells of a row
 * @draft: as leadup_import_draft_reset() leaves it; its texts live as long as the cells
 *
 * Returns: what the row is
 */
LeadupImportRowKind
leadup_import_mapper_fill (LeadupImportMapper *self,
                           LeadupImportDraft  *draft)
{
  LeadupImportRowKind kind = LEADUP_IMPORT_KIND_EVENT;

  g_return_val_if_fail (self != NULL && draft != NULL, kind);

  leadup_import_when_init (&self->when);
  self->source = (LeadupImportSource) { NULL };
  draft->verification = self->mapping->verification;
  for (guint i = 0; i < self->rules->len; i++)
    apply (self, draft, &g_array_index (self->rules, Rule, i), &kind);

  leadup_import_when_finish (&self->when, &self->style, self->dates, draft);
  if (!(fabs (draft->latitude) <= 90) || !(fabs (draft->longitude) <= 180))
    draft->latitude = draft->longitude = (double) NAN;
  if (draft->sources->len == 0)
    leadup_import_draft_add_source (draft, &self->source);
  else if (self->source.url != NULL || self->source.quote != NULL)
    leadup_import_cell_complete_source (draft, &self->source);
  keep_others (self, draft);

  return kind;
}

/* Returns: (nullable): on one line, the first text among the cells of the row */
const char *
leadup_import_mapper_get_first (LeadupImportMapper *self,
                                LeadupImportDraft  *draft)
{
  g_return_val_if_fail (self != NULL && draft != NULL, NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      LeadupImportCell *cell = &g_array_index (self->cells, LeadupImportCell, i);
      const char *text =
          leadup_import_cell_is_there (cell) ? leadup_import_cell_get_plain (cell, draft) : NULL;

      if (text != NULL)
        return leadup_import_draft_keep (draft, leadup_text_single_line (text, MAX_SHOWN));
    }

  return NULL;
}

/* How many reports of the event this row stands for; 1 where the table does not say. */
double
leadup_import_mapper_get_weight (LeadupImportMapper *self,
                                 LeadupImportDraft  *draft)
{
  g_return_val_if_fail (self != NULL && draft != NULL, 1);

  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);

      if (rule->rule->field == LEADUP_IMPORT_FIELD_WEIGHT && rule->column != NO_COLUMN)
        {
          double weight = read_number (leadup_import_cell_get_plain (
              &g_array_index (self->cells, LeadupImportCell, rule->column), draft));

          return isfinite (weight) ? MAX (weight, 0) : 1;
        }
    }

  return 1;
}
