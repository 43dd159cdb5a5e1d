/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-grammar.h"

#include <string.h>

struct _LeadupDateGrammar
{
  const LeadupLexicon *lexicon;
  const LeadupLexiconTable *words;
  const LeadupLexiconTable *context;
  GArray *rules;   /* (element-type LeadupDateRule) */
  guint8 *classes; /* by row of date-words: its class */
  guint8 *used;    /* by word: whether a rule or a row of date-words has it */
  guint32 n_used;
  LeadupDateRuleSet starts[LEADUP_N_DATE_CLASSES]; /* by class */
  GHashTable *word_starts;                         /* word → LeadupDateRuleSet */
  LeadupDateRuleSet seconds[LEADUP_N_DATE_CLASSES];
  GHashTable *word_seconds;
  LeadupDateRuleSet fits_one; /* those that one piece can be enough for */
  guint class_column;
  guint value_column;
  guint form_column;
};

static const char *const class_names[LEADUP_N_DATE_CLASSES] = {
  "month",  "weekday", "weekdays",  "unit",    "units",   "num",      "vague",  "ord",
  "day",    "year",    "shortyear", "decade",  "daypart", "dayparts", "season", "holiday",
  "part",   "deictic", "narrative", "dayref",  "ref",     "recent",   "ampm",   "zone",
  "ago",    "later",   "approx",    "set",     "each",    "full",     "clock",  "era",
  "fiscal", "half",    "quarter",   "century", "yearend", "oldyear",  "bygone",
};

static int
find_class (const char *name,
            gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (class_names); i++)
    if (strlen (class_names[i]) == length && strncmp (class_names[i], name, length) == 0)
      return (int) i;

  return -1;
}

static void
use_word (LeadupDateGrammar *self,
          guint32            word)
{
  if (word > 0 && word < self->n_used)
    self->used[word] = TRUE;
}

/* One alternative of an element: the name of a class or a word in quotes. */
static void
read_alternative (LeadupDateGrammar *self,
                  LeadupDateElement *element,
                  const char        *text)
{
  gsize length = strlen (text);
  int class = find_class (text, length);

  if (class >= 0)
    {
      element->classes |= LEADUP_DATE_BIT (class);
      return;
    }

  if (length >= 3 && text[0] == '\'' && text[length - 1] == '\'')
    {
      text++;
      length -= 2;
    }

  for (guint i = 0; i < G_N_ELEMENTS (element->words); i++)
    if (element->words[i] == 0)
      {
        element->words[i] = leadup_lexicon_find_word (self->lexicon, text, length);
        if (element->words[i] == 0)
          g_error ("date-rules: the word “%s” is in no table of the lexicon", text);
        use_word (self, element->words[i]);
        return;
      }

  g_error ("date-rules: too many words in one place at “%s”", text);
}

static void
read_rule (LeadupDateGrammar      *self,
           const LeadupLexiconRow *row)
{
  g_auto (GStrv) parts = g_strsplit (row->columns[1], " ", -1);
  LeadupDateRule rule = {
    0,
  };

  rule.name = row->phrase;
  rule.action = row->columns[2];
  rule.argument = row->columns[3];
  rule.guard = row->columns[4];

  for (guint i = 0; parts[i] != NULL; i++)
    {
      LeadupDateElement *element = &rule.elements[rule.n_elements];
      g_auto (GStrv) alternatives = NULL;
      gsize length = strlen (parts[i]);

      if (length == 0)
        continue;
      if (rule.n_elements == LEADUP_DATE_MAX_ELEMENTS)
        g_error ("date-rules: “%s” is too long", rule.name);

      if (length > 1 && parts[i][length - 1] == '?')
        {
          element->is_optional = TRUE;
          parts[i][length - 1] = '\0';
        }

      alternatives = g_strsplit (parts[i], "|", -1);
      for (guint j = 0; alternatives[j] != NULL; j++)
        read_alternative (self, element, alternatives[j]);
      rule.n_elements++;
    }

  g_array_append_val (self->rules, rule);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const LeadupLexiconRow *const *x = a;
  const LeadupLexiconRow *const *y = b;

  return (*x)->line<(*y)->line ? -1 : (*x)->line> (*y)->line;
}

/* In the order of the file, since the first of equally long matches wins. */
static void
read_rules (LeadupDateGrammar *self)
{
  const LeadupLexiconTable *table = leadup_lexicon_get_table (self->lexicon, "date-rules");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < leadup_lexicon_table_get_n_rows (table); i++)
    g_ptr_array_add (rows, (gpointer) leadup_lexicon_table_get_row (table, i));

  g_ptr_array_sort (rows, compare_lines);
  for (guint i = 0; i < rows->len; i++)
    read_rule (self, g_ptr_array_index (rows, i));
}

static void
read_words (LeadupDateGrammar *self)
{
  guint n_rows = leadup_lexicon_table_get_n_rows (self->words);

  self->classes = g_new0 (guint8, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      const LeadupLexiconRow *row = leadup_lexicon_table_get_row (self->words, i);
      const char *name = row->columns[self->class_column];
      int class = find_class (name, strlen (name));

      self->classes[i] = (guint8) (class >= 0 ? class : LEADUP_N_DATE_CLASSES);
      use_word (self, row->words[0]);
    }
}

static void
add_rule (LeadupDateRuleSet *set,
          guint              rule)
{
  set->bits[rule / 64] |= G_GUINT64_CONSTANT (1) << (rule % 64);
}

static void
add_word (GHashTable *sets,
          guint32     word,
          guint       rule)
{
  LeadupDateRuleSet *set = g_hash_table_lookup (sets, GUINT_TO_POINTER (word));

  if (set == NULL)
    {
      set = g_new0 (LeadupDateRuleSet, 1);
      g_hash_table_insert (sets, GUINT_TO_POINTER (word), set);
    }
  add_rule (set, rule);
}

static void
add_element (const LeadupDateElement *element,
             guint                    rule,
             LeadupDateRuleSet       *by_class,
             GHashTable              *by_word)
{
  for (guint class = 0; class < LEADUP_N_DATE_CLASSES; class ++)
    if (element->classes & LEADUP_DATE_BIT (class))
      add_rule (&by_class[class], rule);
  for (guint i = 0; i < G_N_ELEMENTS (element->words) && element->words[i] != 0; i++)
    add_word (by_word, element->words[i], rule);
}

/* Which rules can start and go on with what, so that most are never looked at. */
static void
index_rules (LeadupDateGrammar *self)
{
  if (self->rules->len > LEADUP_DATE_MAX_RULES)
    g_error ("date-rules: there are more than %u", LEADUP_DATE_MAX_RULES);

  self->word_starts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->word_seconds = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const LeadupDateRule *rule = &g_array_index (self->rules, LeadupDateRule, i);
      guint n_needed = 0;

      for (guint j = 0; j < rule->n_elements; j++)
        {
          if (n_needed == 0)
            add_element (&rule->elements[j], i, self->starts, self->word_starts);
          if (n_needed <= 1)
            add_element (&rule->elements[j], i, self->seconds, self->word_seconds);
          n_needed += !rule->elements[j].is_optional;
        }
      if (n_needed <= 1)
        add_rule (&self->fits_one, i);
    }
}

static LeadupDateGrammar *
compile (const LeadupLexicon *lexicon)
{
  LeadupDateGrammar *self = g_new0 (LeadupDateGrammar, 1);

  self->lexicon = lexicon;
  self->words = leadup_lexicon_get_table (lexicon, "date-words");
  self->context = leadup_lexicon_get_table (lexicon, "date-context");
  self->class_column = leadup_lexicon_table_get_column (self->words, "class");
  self->value_column = leadup_lexicon_table_get_column (self->words, "value");
  self->form_column = leadup_lexicon_table_get_column (self->words, "form");
  self->n_used = leadup_lexicon_get_n_words (lexicon) + 1;
  self->used = g_new0 (guint8, self->n_used);
  self->rules = g_array_new (FALSE, FALSE, sizeof (LeadupDateRule));

  read_words (self);
  read_rules (self);
  index_rules (self);

  return self;
}

/**
 * leadup_date_grammar_get:
 * @lexicon: a lexicon
 *
 * Returns: (transfer none): its grammar of dates
 */
const LeadupDateGrammar *
leadup_date_grammar_get (const LeadupLexicon *lexicon)
{
  static GMutex mutex;
  static GHashTable *grammars;
  LeadupDateGrammar *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  g_mutex_lock (&mutex);
  if (grammars == NULL)
    grammars = g_hash_table_new (NULL, NULL);
  self = g_hash_table_lookup (grammars, lexicon);
  if (self == NULL)
    {
      self = compile (lexicon);
      g_hash_table_insert (grammars, (gpointer) lexicon, self);
    }
  g_mutex_unlock (&mutex);

  return self;
}

/**
 * leadup_date_grammar_is_used:
 * @self: a grammar
 * @word: of a token
 *
 * Returns: whether any expression of time can contain @word; most words cannot
 */
gboolean
leadup_date_grammar_is_used (const LeadupDateGrammar *self,
                             guint32                  word)
{
  return word < self->n_used && self->used[word] != 0;
}

/**
 * leadup_date_grammar_find:
 * @self: a grammar
 * @tokens: (array length=n_tokens): where the phrase may start
 * @n_tokens: how many
 * @word: (out): what was found
 *
 * Looks for the longest phrase of date-words. Rows whose form is “capital” need a capitalised word.
 *
 * Returns: whether there is one
 */
gboolean
leadup_date_grammar_find (const LeadupDateGrammar *self,
                          const LeadupToken       *tokens,
                          gsize                    n_tokens,
                          LeadupDateWord          *word)
{
  const LeadupLexiconRow *row = leadup_lexicon_table_match (self->words, tokens, n_tokens);

  word->row = row;
  word->classes = 0;

  for (; row != NULL; row = leadup_lexicon_table_next_same (self->words, row))
    {
      guint class = self->classes[row - leadup_lexicon_table_get_row (self->words, 0)];
      const char *form = row->columns[self->form_column];

      if (class < LEADUP_N_DATE_CLASSES &&
          (form[0] == '\0' || ((tokens[0].is_capitalised || strcmp (form, "capital") != 0) &&
                               (tokens[0].is_all_capitals || strcmp (form, "capitals") != 0))))
        word->classes |= LEADUP_DATE_BIT (class);
    }

  return word->classes != 0;
}

/**
 * leadup_date_grammar_get_value:
 * @self: a grammar
 * @row: a row that leadup_date_grammar_find() gave
 * @class: one of its classes
 * @text: (out) (optional): the value as it stands in the table
 *
 * Returns: the value as a number, 0 if it is none
 */
int
leadup_date_grammar_get_value (const LeadupDateGrammar *self,
                               const LeadupLexiconRow  *row,
                               LeadupDateClass          class,
                               const char             **text)
{
  for (; row != NULL; row = leadup_lexicon_table_next_same (self->words, row))
    if (self->classes[row - leadup_lexicon_table_get_row (self->words, 0)] == class)
      {
        const char *value = row->columns[self->value_column];

        if (text != NULL)
          *text = value;
        return (int) g_ascii_strtoll (value, NULL, 10);
      }

  return 0;
}

/**
 * leadup_date_grammar_get_context:
 * @self: a grammar
 * @word: of a token beside an expression
 *
 * Returns: (transfer none): what the table date-context says of it, "" if nothing
 */
const char *
leadup_date_grammar_get_context (const LeadupDateGrammar *self,
                                 guint32                  word)
{
  const LeadupLexiconRow *row = leadup_lexicon_table_find_word (self->context, word);

  return row != NULL ? row->columns[1] : "";
}

const LeadupDateRule *
leadup_date_grammar_get_rules (const LeadupDateGrammar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const LeadupDateRule *) (gpointer) self->rules->data;
}

static void
add_fitting (LeadupDateRuleSet       *rules,
             const LeadupDateRuleSet *by_class,
             GHashTable              *by_word,
             guint64                  classes,
             guint32                  word)
{
  const LeadupDateRuleSet *of_word =
      word != 0 ? g_hash_table_lookup (by_word, GUINT_TO_POINTER (word)) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules->bits) && of_word != NULL; i++)
    rules->bits[i] |= of_word->bits[i];
  for (; classes != 0; classes &= classes - 1)
    {
      const LeadupDateRuleSet *set = &by_class[__builtin_ctzll (classes)];

      for (guint i = 0; i < G_N_ELEMENTS (rules->bits); i++)
        rules->bits[i] |= set->bits[i];
    }
}

/**
 * leadup_date_grammar_get_starts:
 * @self: a grammar
 * @classes: bits of the classes of a piece
 * @word: the word of the piece
 * @starts: (out): the rules that an expression starting with such a piece can follow
 */
void
leadup_date_grammar_get_starts (const LeadupDateGrammar *self,
                                guint64                  classes,
                                guint32                  word,
                                LeadupDateRuleSet       *starts)
{
  memset (starts, 0, sizeof *starts);
  add_fitting (starts, self->starts, self->word_starts, classes, word);
}

/**
 * leadup_date_grammar_narrow:
 * @self: a grammar
 * @classes: bits of the classes of the second piece, 0 if there is none
 * @word: its word, 0 if there is none
 * @rules: (inout): rules that the first piece can start
 *
 * Drops the rules that need a second piece and cannot go on with this one.
 */
void
leadup_date_grammar_narrow (const LeadupDateGrammar *self,
                            guint64                  classes,
                            guint32                  word,
                            LeadupDateRuleSet       *rules)
{
  LeadupDateRuleSet fitting = self->fits_one;

  add_fitting (&fitting, self->seconds, self->word_seconds, classes, word);
  for (guint i = 0; i < G_N_ELEMENTS (rules->bits); i++)
    rules->bits[i] &= fitting.bits[i];
}
