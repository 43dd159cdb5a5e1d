/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-trigrams.h"

#include "base/leadup-text.h"

/* No more than this of each text is looked at. */
#define MAX_COMPARED (1024)

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

/**
 * leadup_trigrams_list:
 * @text: (nullable): any text, of which the first 1,024 characters count
 *
 * A word has two spaces before and one behind it, so that its beginning weighs more than its end.
 *
 * Returns: (transfer full) (element-type guint64): the trigrams of each word, folded, sorted
 */
GArray *
leadup_trigrams_list (const char *text)
{
  g_autofree char *folded = leadup_text_fold (text);
  GArray *trigrams = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 window = ((guint64) ' ' << 21) | ' ';
  gboolean in_word = FALSE;
  gsize n = 0;

  for (const char *p = folded;; p = g_utf8_next_char (p), n++)
    {
      gunichar c = *p != '\0' && n < MAX_COMPARED ? g_utf8_get_char (p) : 0;
      gboolean is_letter = c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c));

      if (is_letter || in_word)
        {
          /* 21 bits hold any character. */
          window = (window << 21 | (is_letter ? c : ' ')) & ((G_GUINT64_CONSTANT (1) << 63) - 1);
          g_array_append_val (trigrams, window);
        }
      if (!is_letter)
        window = ((guint64) ' ' << 21) | ' ';
      in_word = is_letter;
      if (c == 0)
        break;
    }

  g_array_sort (trigrams, compare_keys);

  return trigrams;
}

/**
 * leadup_trigrams_compare:
 * @a: of a text
 * @b: of another
 *
 * Returns: Dice’s coefficient 2 |A ∩ B| / (|A| + |B|) of the multisets; 0 for two empty ones
 */
double
leadup_trigrams_compare (const GArray *a,
                         const GArray *b)
{
  guint i = 0, j = 0, common = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  while (i < a->len && j < b->len)
    {
      guint64 x = g_array_index (a, guint64, i), y = g_array_index (b, guint64, j);

      common += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }

  return a->len + b->len == 0 ? 0.0 : 2.0 * common / (a->len + b->len);
}
