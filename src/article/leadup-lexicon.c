/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-lexicon.h"

#include "article/leadup-token-scanner.h"
#include "leadup-article-lexicon.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_ROOT "/org/leadup/Leadup/lexicon"
#define MAX_PHRASE_WORDS 16

struct _LeadupLexiconTable
{
  char *name;
  GPtrArray *names; /* (element-type utf8): of the columns */
  GArray *
      rows; /* (element-type LeadupLexiconRow): by first word, longest first, then as in the file */
  guint32 *first; /* by word: index + 1 of the first row that starts with it */
  guint32 n_first;
};

struct _LeadupLexicon
{
  char *language;
  LeadupWordPool *pool;
  GHashTable *tables; /* utf8 → LeadupLexiconTable */
  GStringChunk *strings;
  GPtrArray *blocks; /* what the rows point to */
};

static void
table_free (LeadupLexiconTable *table)
{
  g_free (table->name);
  g_ptr_array_unref (table->names);
  g_array_unref (table->rows);
  g_free (table->first);
  g_free (table);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const LeadupLexiconRow *x = a;
  const LeadupLexiconRow *y = b;

  if (x->words[0] != y->words[0])
    return x->words[0] < y->words[0] ? -1 : 1;

  if (x->n_words != y->n_words)
    return x->n_words > y->n_words ? -1 : 1;

  for (guint i = 1; i < x->n_words; i++)
    if (x->words[i] != y->words[i])
      return x->words[i] < y->words[i] ? -1 : 1;

  return x->line < y->line ? -1 : x->line > y->line;
}

/* Splits a phrase as an article is split; every stop after a word belongs to the word. */
static guint
read_phrase (LeadupLexicon *self,
             const char    *phrase,
             guint32       *words)
{
  LeadupTokenScanner scanner;
  guint n_words = 0;

  leadup_token_scanner_init (&scanner, phrase, strlen (phrase));
  while (n_words < MAX_PHRASE_WORDS && leadup_token_scanner_next (&scanner))
    {
      words[n_words++] = leadup_word_pool_add (self->pool, scanner.folded, scanner.folded_length);
      if (scanner.kind == LEADUP_TOKEN_WORD && phrase[scanner.at] == '.')
        scanner.at++;
    }

  return n_words;
}

static void
read_line (LeadupLexicon      *self,
           LeadupLexiconTable *table,
           const char         *line,
           guint               number)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  LeadupLexiconRow row = {
    0,
  };
  guint32 words[MAX_PHRASE_WORDS];
  const char **columns;
  guint n_cells = g_strv_length (cells);

  row.n_words = read_phrase (self, cells[0], words);
  if (row.n_words == 0)
    return;

  columns = g_new (const char *, table->names->len);
  g_ptr_array_add (self->blocks, columns);
  for (guint i = 0; i < table->names->len; i++)
    columns[i] =
        i < n_cells ? g_string_chunk_insert_const (self->strings, g_strstrip (cells[i])) : "";

  row.phrase = columns[0];
  row.columns = columns;
  row.words = g_memdup2 (words, row.n_words * sizeof (guint32));
  row.line = number;
  g_ptr_array_add (self->blocks, (gpointer) row.words);
  g_array_append_val (table->rows, row);
}

static void
read_table (LeadupLexicon *self,
            const char    *name,
            const char    *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  LeadupLexiconTable *table = g_new0 (LeadupLexiconTable, 1);

  table->name = g_strdup (name);
  table->names = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_array_new (FALSE, FALSE, sizeof (LeadupLexiconRow));
  g_hash_table_insert (self->tables, table->name, table);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;

      if (table->names->len > 0)
        {
          read_line (self, table, lines[i], i + 1);
          continue;
        }

      g_auto (GStrv) names = g_strsplit (lines[i], "\t", -1);

      for (guint j = 0; names[j] != NULL; j++)
        g_ptr_array_add (table->names, g_strdup (g_strstrip (names[j])));
    }
}

static void
index_table (LeadupLexicon      *self,
             LeadupLexiconTable *table)
{
  g_array_sort (table->rows, compare_rows);
  table->n_first = leadup_word_pool_get_n_words (self->pool) + 1;
  table->first = g_new0 (guint32, table->n_first);

  for (guint i = table->rows->len; i > 0; i--)
    {
      const LeadupLexiconRow *row = &g_array_index (table->rows, LeadupLexiconRow, i - 1);

      table->first[row->words[0]] = i;
    }
}

static LeadupLexicon *
load (const char *language)
{
  g_autofree char *folder = g_strdup_printf (RESOURCE_ROOT "/%s", language);
  GResource *resource = leadup_article_lexicon_get_resource ();
  g_auto (GStrv) files =
      g_resource_enumerate_children (resource, folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  LeadupLexicon *self;
  GHashTableIter iter;
  gpointer table;

  if (files == NULL)
    return NULL;

  self = g_new0 (LeadupLexicon, 1);
  self->language = g_strdup (language);
  self->pool = leadup_word_pool_new (16384);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) table_free);
  self->strings = g_string_chunk_new (16384);
  self->blocks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", folder, files[i]);
      g_autoptr (GBytes) bytes =
          g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *text = NULL;
      g_autofree char *name = NULL;

      if (bytes == NULL || !g_str_has_suffix (files[i], ".tsv"))
        continue;

      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      name = g_strndup (files[i], strlen (files[i]) - strlen (".tsv"));
      read_table (self, name, text);
    }

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    index_table (self, table);

  return self;
}

static gboolean
matches (const LeadupLexiconRow *row,
         const LeadupToken      *tokens,
         gsize                   n_tokens)
{
  if (row->n_words > n_tokens)
    return FALSE;

  for (guint i = 1; i < row->n_words; i++)
    if (tokens[i].word != row->words[i])
      return FALSE;

  return TRUE;
}

/**
 * leadup_lexicon_get:
 * @language: (nullable): two letters; %NULL and what has no lexicon give English
 *
 * Loads a lexicon at its first use. Any thread.
 *
 * Returns: (transfer none): the lexicon, which lives as long as the program
 */
const LeadupLexicon *
leadup_lexicon_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *lexicons;
  LeadupLexicon *self;

  g_mutex_lock (&mutex);

  if (lexicons == NULL)
    lexicons = g_hash_table_new (g_str_hash, g_str_equal);

  if (language == NULL || *language == '\0')
    language = "en";

  self = g_hash_table_lookup (lexicons, language);
  if (self == NULL && strlen (language) == 2 && g_ascii_islower (language[0]) &&
      g_ascii_islower (language[1]))
    {
      self = load (language);
      if (self != NULL)
        g_hash_table_insert (lexicons, self->language, self);
    }

  if (self == NULL)
    self = g_hash_table_lookup (lexicons, "en");

  if (self == NULL)
    {
      self = load ("en");
      g_hash_table_insert (lexicons, self->language, self);
    }

  g_mutex_unlock (&mutex);

  return self;
}

/**
 * leadup_lexicon_find_word:
 * @self: a lexicon
 * @folded: a word as tokens fold it
 * @length: its bytes
 *
 * Returns: the number of the word, 0 if no table of the lexicon has it
 */
guint32
leadup_lexicon_find_word (const LeadupLexicon *self,
                          const char          *folded,
                          gsize                length)
{
  g_return_val_if_fail (self != NULL, 0);

  return leadup_word_pool_find (self->pool, folded, length);
}

const char *
leadup_lexicon_get_word (const LeadupLexicon *self,
                         guint32              word)
{
  g_return_val_if_fail (self != NULL, NULL);

  return leadup_word_pool_get (self->pool, word);
}

guint32
leadup_lexicon_get_n_words (const LeadupLexicon *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return leadup_word_pool_get_n_words (self->pool);
}

/**
 * leadup_lexicon_get_table:
 * @self: a lexicon
 * @name: the name of a file without its ending
 *
 * Returns: (transfer none) (nullable): the table, %NULL if the language has none of that name,
 * which the functions of a table take for an empty one
 */
const LeadupLexiconTable *
leadup_lexicon_get_table (const LeadupLexicon *self,
                          const char          *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->tables, name);
}

guint
leadup_lexicon_table_get_n_rows (const LeadupLexiconTable *self)
{
  return self != NULL ? self->rows->len : 0;
}

/**
 * leadup_lexicon_table_get_row:
 * @self: a table
 * @index: below leadup_lexicon_table_get_n_rows()
 *
 * The order is that of the matcher, not that of the file.
 *
 * Returns: (transfer none): the row
 */
const LeadupLexiconRow *
leadup_lexicon_table_get_row (const LeadupLexiconTable *self,
                              guint                     index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, LeadupLexiconRow, index);
}

/**
 * leadup_lexicon_table_get_column:
 * @self: (nullable): a table
 * @name: of a column
 *
 * Returns: the index of the column in #LeadupLexiconRow.columns; 0, the phrase, if there is none of
 * that name
 */
guint
leadup_lexicon_table_get_column (const LeadupLexiconTable *self,
                                 const char               *name)
{
  guint index = 0;

  if (self == NULL || !g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &index))
    return 0;

  return index;
}

/**
 * leadup_lexicon_table_match:
 * @self: (nullable): a table
 * @tokens: (array length=n_tokens): tokens, the phrase has to start at the first
 * @n_tokens: how many there are at most to look at
 *
 * Returns: (transfer none) (nullable): the row with the longest phrase that stands there; it covers
 *   #LeadupLexiconRow.n_words tokens
 */
const LeadupLexiconRow *
leadup_lexicon_table_match (const LeadupLexiconTable *self,
                            const LeadupToken        *tokens,
                            gsize                     n_tokens)
{
  guint32 at;

  if (self == NULL || n_tokens == 0 || tokens[0].word == 0 || tokens[0].word >= self->n_first)
    return NULL;

  at = self->first[tokens[0].word];
  if (at == 0)
    return NULL;

  for (at--; at < self->rows->len; at++)
    {
      const LeadupLexiconRow *row = &g_array_index (self->rows, LeadupLexiconRow, at);

      if (row->words[0] != tokens[0].word)
        return NULL;
      if (matches (row, tokens, n_tokens))
        return row;
    }

  return NULL;
}

/**
 * leadup_lexicon_table_next_same:
 * @self: a table
 * @row: one of its rows
 *
 * Returns: (transfer none) (nullable): the next row with the same phrase (a word with two meanings)
 */
const LeadupLexiconRow *
leadup_lexicon_table_next_same (const LeadupLexiconTable *self,
                                const LeadupLexiconRow   *row)
{
  const LeadupLexiconRow *next;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  next = row + 1;
  if (next >= &g_array_index (self->rows, LeadupLexiconRow, 0) + self->rows->len ||
      next->n_words != row->n_words ||
      memcmp (next->words, row->words, row->n_words * sizeof (guint32)) != 0)
    return NULL;

  return next;
}

/**
 * leadup_lexicon_table_find_word:
 * @self: (nullable): a table
 * @word: the number of a word
 *
 * Returns: (transfer none) (nullable): the row whose phrase is this one word
 */
const LeadupLexiconRow *
leadup_lexicon_table_find_word (const LeadupLexiconTable *self,
                                guint32                   word)
{
  LeadupToken token = { .word = word };

  return leadup_lexicon_table_match (self, &token, 1);
}
