/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiles the tables of the lexicons into a C file, at build time.
 *
 *   leadup-lexicon-compiler OUTPUT.c OUTPUT.d COMPUTED-FOLDER LANGUAGE-FOLDER…
 */

#include "config.h"

#include "article/leadup-lexicon-image.h"
#include "article/leadup-token-scanner.h"
#include "article/leadup-word-facts.h"
#include "article/leadup-word-pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PHRASE_WORDS 16
/* The bits of LeadupLexiconImage.starts. */
#define MAX_TABLES 64

typedef struct
{
  char **cells; /* NULL-terminated */
  guint32 words[MAX_PHRASE_WORDS];
  guint n_words;
  guint line;
} Row;

typedef struct
{
  char *name;
  GPtrArray *columns; /* (element-type utf8) */
  GArray *rows;       /* (element-type Row) */
} Table;

typedef struct
{
  LeadupWordPool *pool;
  GPtrArray *tables; /* (element-type Table) */
  GByteArray *image;
  GHashTable *strings; /* utf8 → position */
  FILE *depends;
} Compiler;

G_GNUC_PRINTF (1, 2)
static void
fail (const char *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputc ('\n', stderr);
  exit (1);
}

/* Splits a phrase as an article is split; every stop after a word belongs to the word. */
static guint
read_phrase (Compiler   *self,
             const char *phrase,
             guint32    *words)
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
read_line (Compiler   *self,
           Table      *table,
           const char *line,
           guint       number)
{
  Row row = { .line = number };

  row.cells = g_strsplit (line, "\t", -1);
  for (guint i = 0; row.cells[i] != NULL; i++)
    g_strstrip (row.cells[i]);
  row.n_words = read_phrase (self, row.cells[0], row.words);
  if (row.n_words == 0)
    g_strfreev (row.cells);
  else
    g_array_append_val (table->rows, row);
}

static void
read_file (Compiler   *self,
           const char *path,
           const char *name)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  Table *table = g_new0 (Table, 1);

  if (!g_file_get_contents (path, &text, NULL, &error))
    fail ("%s", error->message);
  if (!g_utf8_validate (text, -1, NULL))
    fail ("%s is no UTF-8", path);

  table->name = g_strndup (name, strlen (name) - strlen (".tsv"));
  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_ptr_array_add (self->tables, table);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (table->columns->len > 0)
        {
          read_line (self, table, lines[i], i + 1);
          continue;
        }

      g_auto (GStrv) names = g_strsplit (lines[i], "\t", -1);

      for (guint j = 0; names[j] != NULL; j++)
        g_ptr_array_add (table->columns, g_strdup (g_strstrip (names[j])));
    }
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All tables of a folder; those that are computed are called LANGUAGE-name.tsv. */
static void
read_folder (Compiler   *self,
             const char *path,
             const char *prefix)
{
  g_autoptr (GError) error = NULL;
  GDir *folder = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    fail ("%s", error->message);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".tsv"))
      g_ptr_array_add (names, g_strdup (name));
  g_dir_close (folder);

  /* Same input, same bytes. */
  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      fprintf (self->depends, " %s", file);
      read_file (self, file, (const char *) g_ptr_array_index (names, i) + strlen (prefix));
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = a;
  const Row *y = b;

  if (x->words[0] != y->words[0])
    return x->words[0] < y->words[0] ? -1 : 1;

  if (x->n_words != y->n_words)
    return x->n_words > y->n_words ? -1 : 1;

  for (guint i = 1; i < x->n_words; i++)
    if (x->words[i] != y->words[i])
      return x->words[i] < y->words[i] ? -1 : 1;

  return x->line < y->line ? -1 : x->line > y->line;
}

static const Table *
find_table (const Compiler *self,
            const char     *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const Table *table = g_ptr_array_index (self->tables, i);

      if (strcmp (table->name, name) == 0)
        return table;
    }

  return NULL;
}

static guint
count_rows (const Table *table)
{
  return table != NULL ? table->rows->len : 0;
}

static const char *
get_cell (const Row *row,
          guint      column)
{
  return column < g_strv_length (row->cells) ? row->cells[column] : "";
}

static guint32
closed_class (const char *name)
{
  static const struct
  {
    const char *name;
    LeadupWordClasses class;
  } classes[] = {
    { "determiner", LEADUP_WORD_DETERMINER },   { "preposition", LEADUP_WORD_PREPOSITION },
    { "conjunction", LEADUP_WORD_CONJUNCTION }, { "subordinator", LEADUP_WORD_SUBORDINATOR },
    { "conditional", LEADUP_WORD_CONDITIONAL }, { "relative", LEADUP_WORD_RELATIVE },
    { "auxiliary", LEADUP_WORD_AUXILIARY },     { "modal", LEADUP_WORD_MODAL },
    { "negation", LEADUP_WORD_NEGATION },       { "pronoun", LEADUP_WORD_PRONOUN },
    { "adverb", LEADUP_WORD_ADVERB },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i].name, name))
      return classes[i].class;

  return 0;
}

static void
read_function_words (const Compiler *self,
                     LeadupWordFact *facts)
{
  const Table *table = find_table (self, "function-words");

  for (guint i = 0; i < count_rows (table); i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);

      if (row->n_words == 1)
        facts[row->words[0]].classes |= closed_class (get_cell (row, 1));
    }
}

static void
read_common_words (const Compiler *self,
                   LeadupWordFact *facts)
{
  const Table *table = find_table (self, "common-words");

  for (guint i = 0; i < count_rows (table); i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);
      LeadupWordFact *word = &facts[row->words[0]];

      if (row->n_words != 1)
        continue;

      word->primary = get_cell (row, 1)[0];
      word->classes |= LEADUP_WORD_COMMON;
      for (const char *letter = get_cell (row, 1); *letter != '\0'; letter++)
        word->classes |= *letter == 'n'   ? LEADUP_WORD_NOUN
                         : *letter == 'v' ? LEADUP_WORD_VERB
                         : *letter == 'a' ? LEADUP_WORD_ADJECTIVE
                                          : LEADUP_WORD_ADVERB;
    }
}

static guint8
read_forms (const char *letters)
{
  static const char names[] = "bsdngfc";
  guint8 forms = 0;

  for (; *letters != '\0'; letters++)
    {
      const char *at = strchr (names, *letters);

      if (at != NULL)
        forms |= (guint8) (1 << (at - names));
    }

  return forms;
}

static void
read_verb_forms (const Compiler *self,
                 LeadupWordFact *facts)
{
  const Table *table = find_table (self, "verb-forms");

  for (guint i = 0; i < count_rows (table); i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);
      LeadupWordFact *word = &facts[row->words[0]];
      const char *verb = get_cell (row, 1);
      guint32 lemma = leadup_word_pool_find (self->pool, verb, strlen (verb));

      if (lemma != 0 && facts[lemma].past == 0 && strchr (get_cell (row, 2), 'd') != NULL)
        facts[lemma].past = row->words[0];
      /* The first row of a form is the verb that the lexicons of events know. */
      if (row->n_words != 1 || word->lemma != 0 || lemma == 0)
        continue;

      word->lemma = lemma;
      word->forms = read_forms (get_cell (row, 2));
      if (word->forms & (LEADUP_FORM_FUTURE | LEADUP_FORM_CONDITIONAL))
        word->forms |= LEADUP_FORM_THIRD;
    }
}

static void
mark_nouns (const Compiler *self,
            LeadupWordFact *facts,
            const char     *name,
            guint32         classes)
{
  const Table *table = find_table (self, name);

  for (guint i = 0; i < count_rows (table); i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);

      facts[row->words[row->n_words - 1]].classes |= classes;
    }
}

static void
read_facts (const Compiler *self,
            LeadupWordFact *facts)
{
  read_function_words (self, facts);
  read_common_words (self, facts);
  read_verb_forms (self, facts);
  mark_nouns (self, facts, "event-nouns", LEADUP_WORD_NOUN);
  mark_nouns (self, facts, "people-nouns",
              LEADUP_WORD_NOUN | LEADUP_WORD_PEOPLE | LEADUP_WORD_PARTY);
  mark_nouns (self, facts, "party-nouns", LEADUP_WORD_PARTY);
  mark_nouns (self, facts, "calendar-names", LEADUP_WORD_CALENDAR);
}

static guint32
put (Compiler     *self,
     gconstpointer data,
     gsize         size)
{
  static const guint8 zeros[8];
  guint32 at;

  while (self->image->len % 8 != 0)
    g_byte_array_append (self->image, zeros, 1);
  at = self->image->len;
  if (size > 0)
    g_byte_array_append (self->image, data, (guint) size);

  return at;
}

static guint32
put_string (Compiler   *self,
            const char *string)
{
  gpointer at;

  if (g_hash_table_lookup_extended (self->strings, string, NULL, &at))
    return GPOINTER_TO_UINT (at);

  at = GUINT_TO_POINTER (self->image->len);
  g_byte_array_append (self->image, (const guint8 *) string, (guint) strlen (string) + 1);
  g_hash_table_insert (self->strings, g_strdup (string), at);

  return GPOINTER_TO_UINT (at);
}

static void
put_table (Compiler                *self,
           const Table             *table,
           LeadupLexiconImageTable *out,
           guint64                 *starts,
           guint64                  bit)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (LeadupLexiconImageRow));
  guint32 at;

  g_array_sort (table->rows, compare_rows);
  out->name = put_string (self, table->name);
  out->n_columns = table->columns->len;
  for (guint i = 0; i < table->columns->len; i++)
    {
      at = put_string (self, g_ptr_array_index (table->columns, i));
      g_array_append_val (numbers, at);
    }
  out->columns = put (self, numbers->data, numbers->len * sizeof (guint32));

  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);
      LeadupLexiconImageRow image_row = { .n_words = row->n_words, .line = row->line };

      g_array_set_size (numbers, 0);
      for (guint j = 0; j < table->columns->len; j++)
        {
          at = put_string (self, get_cell (row, j));
          g_array_append_val (numbers, at);
        }
      image_row.columns = put (self, numbers->data, numbers->len * sizeof (guint32));
      image_row.words = put (self, row->words, row->n_words * sizeof (guint32));
      g_array_append_val (rows, image_row);
      starts[row->words[0]] |= bit;
    }

  g_array_set_size (numbers, 0);
  for (guint i = 0; i < table->rows->len; i++)
    g_array_append_val (numbers, g_array_index (table->rows, Row, i).words[0]);
  out->n_rows = table->rows->len;
  out->first_words = put (self, numbers->data, numbers->len * sizeof (guint32));
  g_array_set_size (numbers, 0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = &g_array_index (table->rows, Row, i);

      at = row->n_words > 1 ? row->words[1] : 0;
      g_array_append_val (numbers, at);
    }
  out->second_words = put (self, numbers->data, numbers->len * sizeof (guint32));
  out->rows = put (self, rows->data, rows->len * sizeof (LeadupLexiconImageRow));
}

static void
put_words (Compiler           *self,
           LeadupLexiconImage *header)
{
  guint32 n_words = header->n_words;
  g_autofree guint32 *positions = g_new0 (guint32, n_words + 1);
  g_autofree guint32 *slots = NULL;
  g_autofree guint32 *hashes = NULL;

  for (header->n_slots = 64; header->n_slots < n_words * 2;)
    header->n_slots *= 2;
  slots = g_new0 (guint32, header->n_slots);
  hashes = g_new0 (guint32, header->n_slots);

  for (guint32 i = 1; i <= n_words; i++)
    {
      const char *word = leadup_word_pool_get (self->pool, i);
      guint32 hash = leadup_word_pool_hash (word, strlen (word));
      guint32 slot = hash & (header->n_slots - 1);

      positions[i] = put_string (self, word);
      while (slots[slot] != 0)
        slot = (slot + 1) & (header->n_slots - 1);
      slots[slot] = i;
      hashes[slot] = hash;
    }

  header->words = put (self, positions, (n_words + 1) * sizeof (guint32));
  header->slots = put (self, slots, header->n_slots * sizeof (guint32));
  header->hashes = put (self, hashes, header->n_slots * sizeof (guint32));
}

/* @tables: (element-type Table): those of the bits of @starts, with their rows in order */
static void
put_first_rows (Compiler           *self,
                LeadupLexiconImage *header,
                GPtrArray          *tables,
                const guint64      *starts)
{
  g_autofree guint32 *firsts = g_new0 (guint32, header->n_words + 2);
  g_autofree LeadupLexiconImageStart *first_rows = NULL;

  for (guint32 word = 0; word <= header->n_words; word++)
    firsts[word + 1] = firsts[word] + (guint32) __builtin_popcountll (starts[word]);
  first_rows = g_new0 (LeadupLexiconImageStart, firsts[header->n_words + 1] + 1);

  for (guint i = 0; i < tables->len; i++)
    {
      const Table *table = g_ptr_array_index (tables, i);

      for (guint j = table->rows->len; j > 0; j--)
        {
          const Row *row = &g_array_index (table->rows, Row, j - 1);
          guint32 word = row->words[0];
          guint64 before = starts[word] & ((G_GUINT64_CONSTANT (1) << i) - 1);
          LeadupLexiconImageStart *start =
            &first_rows[firsts[word] + (guint32) __builtin_popcountll (before)];

          start->first = j - 1;
          /* The longest come first. */
          if (row->n_words == 1 || start->single == 0)
            start->single = row->n_words == 1 ? j - 1 : j;
        }
    }

  header->first_rows = put (self, first_rows, firsts[header->n_words + 1] * sizeof *first_rows);
  header->firsts = put (self, firsts, (header->n_words + 1) * sizeof (guint32));
}

/* Tables that only say something of single words are all in the facts; others only make computed
 * ones. */
static gboolean
is_needed (const Table *table)
{
  static const char *const names[] = { "common-words", "verb-forms",       "irregular-verbs",
                                       "nouns",        "doubling-verbs", "role-nouns",
                                       "state-names",  "verb-endings", "verb-irregular",
                                       "plural-endings", "party-nouns" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (table->name, names[i]) == 0)
      return FALSE;

  return TRUE;
}

static void
make_image (Compiler *self)
{
  LeadupLexiconImage header = { .n_words = leadup_word_pool_get_n_words (self->pool) };
  g_autofree guint64 *starts = g_new0 (guint64, header.n_words + 1);
  g_autofree LeadupWordFact *facts = g_new0 (LeadupWordFact, header.n_words + 1);
  g_autoptr (GPtrArray) needed = g_ptr_array_new ();
  LeadupLexiconImageTable tables[MAX_TABLES];

  put (self, &header, sizeof header);
  (void) put_string (self, "");
  put_words (self, &header);
  read_facts (self, facts);
  header.facts = put (self, facts, (header.n_words + 1) * sizeof (LeadupWordFact));

  memset (tables, 0, sizeof tables);
  for (guint i = 0; i < self->tables->len; i++)
    {
      Table *table = g_ptr_array_index (self->tables, i);

      if (!is_needed (table))
        continue;
      if (header.n_tables == MAX_TABLES)
        fail ("More than %u tables", MAX_TABLES);
      put_table (self, table, &tables[header.n_tables], starts,
                 G_GUINT64_CONSTANT (1) << header.n_tables);
      header.n_tables++;
      g_ptr_array_add (needed, table);
    }

  put_first_rows (self, &header, needed, starts);
  header.starts = put (self, starts, (header.n_words + 1) * sizeof (guint64));
  header.tables = put (self, tables, header.n_tables * sizeof (LeadupLexiconImageTable));
  memcpy (self->image->data, &header, sizeof header);
}

static void
write_image (FILE             *out,
             const char       *language,
             const GByteArray *image)
{
  gboolean after_octal = FALSE;

  fprintf (out, "static const union\n{\n  char bytes[%u];\n  guint64 align;\n} image_%s = {\n  .bytes =",
           image->len + 1, language);
  for (guint i = 0; i < image->len; i++)
    {
      guint8 byte = image->data[i];

      if (i % 64 == 0)
        {
          fputs (i == 0 ? "\n    \"" : "\"\n    \"", out);
          after_octal = FALSE;
        }
      if (g_ascii_isprint (byte) && byte != '"' && byte != '\\' && byte != '?' &&
          !(after_octal && g_ascii_isdigit (byte)))
        {
          fputc (byte, out);
          after_octal = FALSE;
        }
      else
        {
          fprintf (out, "\\%o", byte);
          after_octal = byte < 64;
        }
    }
  fputs ("\"\n};\n\n", out);
}

static void
free_table (gpointer data)
{
  Table *table = data;

  for (guint i = 0; i < table->rows->len; i++)
    g_strfreev (g_array_index (table->rows, Row, i).cells);
  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_array_unref (table->rows);
  g_free (table);
}

/* The generated tables lie in @computed for all languages. */
static void
compile (FILE       *out,
         FILE       *depends,
         const char *computed,
         const char *folder)
{
  g_autofree char *language = g_path_get_basename (folder);
  g_autofree char *prefix = g_strdup_printf ("%s-", language);
  Compiler self = { .depends = depends };

  self.pool = leadup_word_pool_new (65536);
  self.tables = g_ptr_array_new_with_free_func (free_table);
  self.image = g_byte_array_new ();
  self.strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_folder (&self, folder, "");
  read_folder (&self, computed, prefix);
  make_image (&self);
  write_image (out, language, self.image);

  leadup_word_pool_free (self.pool);
  g_ptr_array_unref (self.tables);
  g_byte_array_unref (self.image);
  g_hash_table_unref (self.strings);
}

int
main (int   argc,
      char *argv[])
{
  FILE *out, *depends;

  if (argc < 5)
    fail ("Usage: %s OUTPUT.c OUTPUT.d COMPUTED-FOLDER LANGUAGE-FOLDER…", argv[0]);

  out = fopen (argv[1], "w");
  depends = fopen (argv[2], "w");
  if (out == NULL || depends == NULL)
    fail ("%s cannot be written", argv[1]);
  fprintf (depends, "%s:", argv[1]);

  fputs ("/* Made by leadup-lexicon-compiler. */\n\n#include \"article/leadup-lexicon-image.h\"\n\n",
         out);
  for (int i = 4; i < argc; i++)
    {
      /* A new file changes its folder. */
      fprintf (depends, " %s", argv[i]);
      compile (out, depends, argv[3], argv[i]);
    }
  fputc ('\n', depends);

  fputs ("const LeadupLexiconImageEntry leadup_lexicon_images[] = {\n", out);
  for (int i = 4; i < argc; i++)
    {
      g_autofree char *language = g_path_get_basename (argv[i]);

      fprintf (out, "  { \"%s\", image_%s.bytes },\n", language, language);
    }
  fputs ("  { NULL, NULL },\n};\n", out);

  if (ferror (out) || fclose (out) != 0 || fclose (depends) != 0)
    fail ("%s could not be written", argv[1]);

  return 0;
}
