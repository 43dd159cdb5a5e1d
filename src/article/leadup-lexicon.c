/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-lexicon.h"

#include "article/leadup-lexicon-image.h"

#include <string.h>

struct _LeadupLexiconTable
{
  const LeadupLexicon *lexicon;
  const char *name;
  const char **names; /* of the columns */
  guint n_names;
  guint64 bit;                /* in starts of the lexicon */
  const guint32 *first_words; /* of the rows */
  const guint32 *second_words; /* 0 of a row of one word */
  LeadupLexiconRow *rows;     /* by first word, longest first, then as in the file */
  guint n_rows;
};

struct _LeadupLexicon
{
  const char *language;
  const char *image;
  const guint32 *words; /* positions of their strings */
  guint32 n_words;
  const guint32 *slots;
  const guint32 *hashes;
  guint32 mask;
  const guint64 *starts; /* by word: bits of the tables of which it starts a phrase */
  const guint32 *firsts; /* by word: which of first_rows are its own, one for each of the bits */
  const LeadupLexiconImageStart *first_rows;
  LeadupLexiconTable *tables;
  guint n_tables;
};

static void
read_table (LeadupLexicon                 *self,
            LeadupLexiconTable            *table,
            const LeadupLexiconImageTable *image)
{
  const LeadupLexiconImageRow *rows = (gconstpointer) (self->image + image->rows);
  const guint32 *names = (gconstpointer) (self->image + image->columns);
  const char **cells;

  table->lexicon = self;
  table->name = self->image + image->name;
  table->n_names = image->n_columns;
  table->names = g_new (const char *, image->n_columns + 1);
  for (guint i = 0; i < image->n_columns; i++)
    table->names[i] = self->image + names[i];

  table->first_words = (gconstpointer) (self->image + image->first_words);
  table->second_words = (gconstpointer) (self->image + image->second_words);
  table->n_rows = image->n_rows;
  table->rows = g_new (LeadupLexiconRow, image->n_rows);
  cells = g_new (const char *, (gsize) image->n_rows * image->n_columns + 1);
  for (guint i = 0; i < image->n_rows; i++)
    {
      const guint32 *columns = (gconstpointer) (self->image + rows[i].columns);

      for (guint j = 0; j < image->n_columns; j++)
        cells[j] = self->image + columns[j];
      table->rows[i].phrase = cells[0];
      table->rows[i].columns = cells;
      table->rows[i].words = (gconstpointer) (self->image + rows[i].words);
      table->rows[i].n_words = rows[i].n_words;
      table->rows[i].line = rows[i].line;
      cells += image->n_columns;
    }
}

static LeadupLexicon *
load (const LeadupLexiconImageEntry *entry)
{
  const LeadupLexiconImage *header = entry->image;
  const char *image = entry->image;
  LeadupLexicon *self = g_new0 (LeadupLexicon, 1);
  const LeadupLexiconImageTable *tables = (gconstpointer) (image + header->tables);

  self->language = entry->language;
  self->image = image;
  self->words = (gconstpointer) (image + header->words);
  self->n_words = header->n_words;
  self->slots = (gconstpointer) (image + header->slots);
  self->hashes = (gconstpointer) (image + header->hashes);
  self->mask = header->n_slots - 1;
  self->starts = (gconstpointer) (image + header->starts);
  self->firsts = (gconstpointer) (image + header->firsts);
  self->first_rows = (gconstpointer) (image + header->first_rows);
  self->n_tables = header->n_tables;
  self->tables = g_new0 (LeadupLexiconTable, header->n_tables);

  for (guint i = 0; i < header->n_tables; i++)
    {
      self->tables[i].bit = G_GUINT64_CONSTANT (1) << i;
      read_table (self, &self->tables[i], &tables[i]);
    }

  return self;
}

static const LeadupLexiconImageEntry *
find_image (const char *language)
{
  for (const LeadupLexiconImageEntry *entry = leadup_lexicon_images; entry->language != NULL;
       entry++)
    if (g_str_equal (entry->language, language))
      return entry;

  return NULL;
}

/* Faster than counting them all at once: few tables share a word. */
static guint
count_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static gboolean
starts_with (const LeadupLexiconTable *self,
             guint32                   word)
{
  return word <= self->lexicon->n_words && (self->lexicon->starts[word] & self->bit) != 0;
}

/* Where the rows are that start with @word, of which there is one. */
static const LeadupLexiconImageStart *
find_start (const LeadupLexiconTable *self,
            guint32                   word)
{
  const LeadupLexicon *lexicon = self->lexicon;
  guint64 starts = lexicon->starts[word];

  return &lexicon->first_rows[lexicon->firsts[word] + count_bits (starts & (self->bit - 1))];
}

/* The row that is nothing but @word, from the first that could be on. */
static const LeadupLexiconRow *
get_single (const LeadupLexiconTable *self,
            guint32                   word,
            guint32                   at)
{
  return at < self->n_rows && self->first_words[at] == word ? &self->rows[at] : NULL;
}

/* Behind the first two words. */
static gboolean
matches (const LeadupLexiconRow *row,
         const LeadupToken      *tokens,
         gsize                   n_tokens)
{
  if (row->n_words > n_tokens)
    return FALSE;

  for (guint i = 2; i < row->n_words; i++)
    if (tokens[i].word != row->words[i])
      return FALSE;

  return TRUE;
}

/* The first row that starts with @word, of which there is one, and goes on as the tokens do. */
static const LeadupLexiconRow *
find_row (const LeadupLexiconTable *self,
          guint32                   word,
          const LeadupToken        *tokens,
          gsize                     n_tokens)
{
  const LeadupLexiconImageStart *start = find_start (self, word);
  guint32 second = n_tokens > 1 ? tokens[1].word : 0;

  for (guint at = start->first; second != 0 && at < start->single; at++)
    if (self->second_words[at] == second && matches (&self->rows[at], tokens, n_tokens))
      return &self->rows[at];

  return get_single (self, word, start->single);
}

/**
 * leadup_lexicon_get_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages that have a lexicon, English
 * first
 */
const char *const *
leadup_lexicon_get_languages (void)
{
  static gsize is_made;
  static const char **languages;

  if (g_once_init_enter (&is_made))
    {
      GPtrArray *list = g_ptr_array_new ();

      for (const LeadupLexiconImageEntry *entry = leadup_lexicon_images; entry->language != NULL;
           entry++)
        g_ptr_array_add (list, (gpointer) entry->language);
      g_ptr_array_add (list, NULL);
      languages = (const char **) g_ptr_array_free (list, FALSE);
      g_once_init_leave (&is_made, 1);
    }

  return languages;
}

/**
 * leadup_lexicon_get:
 * @language: (nullable): two letters; %NULL and what has no lexicon give English
 *
 * Opens a lexicon at its first use. Any thread.
 *
 * Returns: (transfer none): the lexicon, which lives as long as the program
 */
const LeadupLexicon *
leadup_lexicon_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *lexicons;
  const LeadupLexiconImageEntry *entry = language != NULL ? find_image (language) : NULL;
  LeadupLexicon *self;

  if (entry == NULL)
    entry = find_image ("en");

  g_mutex_lock (&mutex);

  if (lexicons == NULL)
    lexicons = g_hash_table_new (NULL, NULL);
  self = g_hash_table_lookup (lexicons, entry);
  if (self == NULL)
    {
      self = load (entry);
      g_hash_table_insert (lexicons, (gpointer) entry, self);
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
  guint32 hash;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (folded != NULL, 0);

  hash = leadup_word_pool_hash (folded, length);
  for (guint32 i = hash & self->mask; self->slots[i] != 0; i = (i + 1) & self->mask)
    if (self->hashes[i] == hash)
      {
        const char *word = self->image + self->words[self->slots[i]];

        if (strncmp (word, folded, length) == 0 && word[length] == '\0')
          return self->slots[i];
      }

  return 0;
}

const char *
leadup_lexicon_get_word (const LeadupLexicon *self,
                         guint32              word)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (word > 0 && word <= self->n_words, NULL);

  return self->image + self->words[word];
}

guint32
leadup_lexicon_get_n_words (const LeadupLexicon *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

/**
 * leadup_lexicon_get_facts:
 * @self: a lexicon
 *
 * Returns: (transfer none): what the tables say of each word, a LeadupWordFact for each number from
 *   0 on
 */
gconstpointer
leadup_lexicon_get_facts (const LeadupLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->image + ((const LeadupLexiconImage *) (gconstpointer) self->image)->facts;
}

/**
 * leadup_lexicon_get_starts:
 * @self: a lexicon
 * @word: the number of a word
 *
 * Returns: the bits of the tables of which @word starts a phrase, to ask many tables at once
 */
guint64
leadup_lexicon_get_starts (const LeadupLexicon *self,
                           guint32              word)
{
  g_return_val_if_fail (self != NULL, 0);

  return word <= self->n_words ? self->starts[word] : 0;
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

  for (guint i = 0; i < self->n_tables; i++)
    if (strcmp (self->tables[i].name, name) == 0)
      return &self->tables[i];

  return NULL;
}

/* That of the table in leadup_lexicon_get_starts(). */
guint64
leadup_lexicon_table_get_bit (const LeadupLexiconTable *self)
{
  return self != NULL ? self->bit : 0;
}

guint
leadup_lexicon_table_get_n_rows (const LeadupLexiconTable *self)
{
  return self != NULL ? self->n_rows : 0;
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
  g_return_val_if_fail (index < self->n_rows, NULL);

  return &self->rows[index];
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
  for (guint i = 0; self != NULL && i < self->n_names; i++)
    if (strcmp (self->names[i], name) == 0)
      return i;

  return 0;
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
  if (self == NULL || n_tokens == 0 || !starts_with (self, tokens[0].word))
    return NULL;

  return find_row (self, tokens[0].word, tokens, n_tokens);
}

/**
 * leadup_lexicon_table_match_as:
 * @self: (nullable): a table
 * @word: what stands in the table for the word of the first token, as the lemma of a verb
 * @tokens: (array length=n_tokens): tokens, the phrase has to start at the first
 * @n_tokens: how many there are at most to look at, at least one
 *
 * Returns: (transfer none) (nullable): as leadup_lexicon_table_match()
 */
const LeadupLexiconRow *
leadup_lexicon_table_match_as (const LeadupLexiconTable *self,
                               guint32                   word,
                               const LeadupToken        *tokens,
                               gsize                     n_tokens)
{
  if (self == NULL || !starts_with (self, word))
    return NULL;

  return find_row (self, word, tokens, n_tokens);
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
  if (next >= self->rows + self->n_rows ||
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
  if (self == NULL || !starts_with (self, word))
    return NULL;

  return get_single (self, word, find_start (self, word)->single);
}
