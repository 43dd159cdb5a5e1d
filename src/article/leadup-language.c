/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-language.h"

#include "article/leadup-lexicon.h"
#include "article/leadup-token-scanner.h"

#include <string.h>

/* So many words say which language it is. */
#define MAX_WORDS 400
#define MAX_LANGUAGES 16

/**
 * leadup_language_detect:
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Returns: (transfer none): two letters: of the languages that have a lexicon the one whose closed
 * classes of words fit most; the first, English, if none does
 */
const char *
leadup_language_detect (const char *text,
                        gsize       length)
{
  const char *const *languages = leadup_lexicon_get_languages ();
  const LeadupLexiconTable *tables[MAX_LANGUAGES];
  const LeadupLexicon *lexicons[MAX_LANGUAGES];
  guint hits[MAX_LANGUAGES] = { 0 };
  guint n_words = 0, n_languages = MIN (g_strv_length ((char **) languages), MAX_LANGUAGES);
  guint best = 0;
  LeadupTokenScanner scanner;

  g_return_val_if_fail (text != NULL, languages[0]);

  for (guint i = 0; i < n_languages; i++)
    {
      lexicons[i] = leadup_lexicon_get (languages[i]);
      tables[i] = leadup_lexicon_get_table (lexicons[i], "function-words");
    }

  leadup_token_scanner_init (&scanner, text, length);
  while (n_words < MAX_WORDS && leadup_token_scanner_next (&scanner))
    {
      if (scanner.kind != LEADUP_TOKEN_WORD)
        continue;
      n_words++;
      for (guint i = 0; i < n_languages; i++)
        {
          guint32 word =
              leadup_lexicon_find_word (lexicons[i], scanner.folded, scanner.folded_length);

          hits[i] += word != 0 && leadup_lexicon_table_find_word (tables[i], word) != NULL;
        }
    }

  for (guint i = 1; i < n_languages; i++)
    if (hits[i] > hits[best])
      best = i;

  return languages[best];
}
