/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-markwhen-importer.h"

#include "base/leadup-text.h"
#include "import/leadup-import-date.h"
#include "import/leadup-import-table.h"
#include "import/leadup-import-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer texts before a colon are no dates. */
#define MAX_DATE 80

/**
 * Entry:
 * @cells: names and texts of columns, one after the other
 * @text: what follows on further lines
 */
typedef struct
{
  guint line;
  GPtrArray *cells;
  GString *text;
} Entry;

static void
entry_clear (Entry *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  self->text = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

/* The colon behind a date; a colon of a time of day has digits on both sides. */
static const char *
find_colon (const char *line)
{
  for (const char *at = line; *at != '\0' && at - line <= MAX_DATE; at++)
    if (*at == ':' && (at[1] == ' ' || at[1] == '\0' || at[1] == '\t') && at > line)
      return at;

  return NULL;
}

/* A date in words, with its year. */
static gboolean
is_date (const char *text)
{
  g_autoptr (LeadupWhen) when = leadup_import_date_read (text, NULL, NULL);

  return when != NULL;
}

static gboolean
is_entry (const char *line)
{
  const char *colon;
  g_autofree char *date = NULL;

  if (g_ascii_isspace (*line) || *line == '#' || *line == '/')
    return FALSE;

  colon = find_colon (line);
  if (colon == NULL)
    return FALSE;
  if (g_ascii_isdigit (*line) || g_str_has_prefix (line, "now") ||
      g_str_has_prefix (line, "after ") || *line == '!' || *line == '-')
    return TRUE;

  date = g_strndup (line, (gsize) (colon - line));

  return is_date (date);
}

static guint
sniff (const char *bytes,
       gsize       length)
{
  g_autofree char *text = g_strndup (bytes, length);
  g_auto (GStrv) lines = NULL;
  guint n = 0, n_entries = 0;

  if (*text == '{' || *text == '[' || *text == '<' || !g_utf8_validate (text, -1, NULL))
    return 0;

  lines = g_strsplit (text, "\n", 400);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      n += *lines[i] != '\0' && !g_ascii_isspace (*lines[i]) && *lines[i] != '#' ? 1 : 0;
      n_entries += is_entry (lines[i]) ? 1 : 0;
    }

  return n_entries >= 2 && n_entries * 2 >= n ? 50 : 0;
}

static void
set_cell (Entry      *entry,
          const char *name,
          char       *text)
{
  g_ptr_array_add (entry->cells, g_strdup (name));
  g_ptr_array_add (entry->cells, text);
}

/* #tags in the text are tags of the event; the text stays as it is without them. */
static char *
take_tags (const char *text,
           GString    *tags)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == '#' && words[i][1] != '\0' && words[i][1] != '#')
      g_string_append_printf (tags, "%s%s", tags->len > 0 ? ";" : "", words[i] + 1);
    else
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", words[i]);

  return g_string_free (rest, FALSE);
}

/* “a - b”, “a to b” and “a/b” are from the one to the other. */
static void
set_dates (Entry      *entry,
           const char *date)
{
  static const char *const marks[] = { " - ", " to ", " – ", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (date, marks[i]);
      /* 12/7/1941 has slashes of its own; dates that begin with the year have none. */
      gboolean is_range =
          mark != NULL && (*mark != '/' || (mark - date >= 4 && strchr (mark + 1, '/') == NULL));

      if (is_range)
        {
          g_autofree char *start = g_strstrip (g_strndup (date, (gsize) (mark - date)));

          /* The year of “28 February - 4 March 2025” stands behind both. */
          if (!is_date (start) && is_date (date))
            break;
          set_cell (entry, "date", g_steal_pointer (&start));
          set_cell (entry, "end", g_strstrip (g_strdup (mark + strlen (marks[i]))));
          return;
        }
    }
  set_cell (entry, "date", g_strdup (date));
}

static void
begin_entry (Entry      *entry,
             const char *line,
             guint       number,
             const char *section)
{
  const char *colon = find_colon (line);
  g_autofree char *date = g_strstrip (g_strndup (line, (gsize) (colon - line)));
  g_autoptr (GString) tags = g_string_new (NULL);
  char *title = take_tags (colon + 1, tags);

  entry->line = number;
  g_ptr_array_set_size (entry->cells, 0);
  g_string_truncate (entry->text, 0);
  set_dates (entry, date);
  set_cell (entry, "title", g_strstrip (title));
  if (section != NULL)
    set_cell (entry, "category", g_strdup (section));
  if (tags->len > 0)
    set_cell (entry, "tags", g_strdup (tags->str));
}

/* “key: value” right below an entry is a property of it. */
static void
add_line (Entry      *entry,
          const char *line)
{
  g_autofree char *text = g_strstrip (g_strdup (line));

  if (entry->text->len == 0 && g_ascii_isspace (*line) && g_str_has_prefix (text, "id:"))
    {
      set_cell (entry, "id", g_strstrip (g_strdup (text + 3)));
      return;
    }
  if (*text != '\0')
    g_string_append_printf (entry->text, "%s%s", entry->text->len > 0 ? "\n" : "", text);
}

static gboolean
end_entry (Entry             *entry,
           LeadupImportTable *table,
           GCancellable      *cancellable,
           GError           **error)
{
  LeadupImportMapper *mapper = leadup_import_table_get_mapper (table);

  if (entry->line == 0)
    return TRUE;
  if (!leadup_import_table_begin_row (table, entry->line, cancellable, error))
    return FALSE;

  if (entry->text->len > 0)
    set_cell (entry, "description", g_strdup (entry->text->str));
  for (guint i = 0; i < entry->cells->len; i += 2)
    leadup_import_table_set_text (
        table, leadup_import_mapper_add_column (mapper, g_ptr_array_index (entry->cells, i)),
        g_ptr_array_index (entry->cells, i + 1));
  leadup_import_table_end_row (table);
  entry->line = 0;

  return TRUE;
}

/* “dateFormat: d/M/y” above the entries says what stands first. */
static void
read_header (const char        *line,
             LeadupImportTable *table)
{
  const char *value;

  if (!g_str_has_prefix (line, "dateFormat:"))
    return;

  value = line + strlen ("dateFormat:");
  while (g_ascii_isspace (*value))
    value++;
  leadup_import_mapper_set_order (leadup_import_table_get_mapper (table),
                                  g_ascii_tolower (*value) == 'd'
                                      ? LEADUP_IMPORT_ORDER_DAY_FIRST
                                      : LEADUP_IMPORT_ORDER_MONTH_FIRST);
}

static LeadupImportOrder
find_order (char **lines)
{
  LeadupImportDateEvidence evidence = { 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    if (is_entry (lines[i]))
      {
        g_autofree char *date = g_strndup (lines[i], (gsize) (find_colon (lines[i]) - lines[i]));

        leadup_import_date_look (&evidence, date);
      }

  return leadup_import_date_decide (&evidence);
}

static gboolean
read_lines (char             **lines,
            LeadupImportTable *table,
            GCancellable      *cancellable,
            GError           **error)
{
  g_auto (Entry) entry = { 0 };
  g_autofree char *section = NULL;

  entry.cells = g_ptr_array_new_with_free_func (g_free);
  entry.text = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (g_str_has_prefix (lines[i], "//") || g_str_has_prefix (lines[i], "---"))
        continue;
      if (lines[i][0] == '#' && (lines[i][1] == ' ' || lines[i][1] == '#'))
        {
          g_free (section);
          section = g_strstrip (g_strdup (lines[i] + strspn (lines[i], "#")));
        }
      else if (is_entry (lines[i]))
        {
          if (!end_entry (&entry, table, cancellable, error))
            return FALSE;
          begin_entry (&entry, lines[i], i + 1, section);
        }
      else if (entry.line == 0)
        read_header (lines[i], table);
      else
        add_line (&entry, lines[i]);
    }

  return end_entry (&entry, table, cancellable, error);
}

static LeadupImportPlan *
parse (const LeadupImportInput *input,
       GCancellable            *cancellable,
       GError                 **error)
{
  g_autoptr (GBytes) bytes = leadup_import_text_decode (input->bytes, error);
  g_autoptr (LeadupImportMapping) mapping = NULL;
  g_autoptr (LeadupImportTable) table = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  static const char *const columns[] = { "date", "end", "title",       "category",
                                         "tags", "id",  "description", NULL };

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  mapping = input->mapping != NULL ? leadup_import_mapping_ref (input->mapping)
                                   : leadup_import_mapping_guess (columns);
  table = leadup_import_table_new (input, mapping, leadup_markwhen_importer.id);
  leadup_import_mapper_set_order (leadup_import_table_get_mapper (table),
                                  input->order != LEADUP_IMPORT_ORDER_UNKNOWN ? input->order
                                                                              : find_order (lines));
  if (!read_lines (lines, table, cancellable, error))
    return NULL;

  return leadup_import_table_finish (table);
}

static const char *const content_types[] = { "text/plain", NULL };

const LeadupImporter leadup_markwhen_importer = {
  .id = "markwhen",
  .label = N_ ("Markwhen"),
  .content_types = content_types,
  .sniff = sniff,
  .parse = parse,
};
