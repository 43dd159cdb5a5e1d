/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-month.h"

#include "base/leadup-text.h"
#include "import/leadup-import-data.h"

#include <string.h>

/* name as it is folded → name in English */
static GHashTable *
load_months (void)
{
  GHashTable *months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) rows = leadup_import_data_read_rows ("import-months.tsv");

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      g_hash_table_insert (months, g_strdup (cells[0]), g_strdup (cells[1]));
    }

  return months;
}

static GHashTable *
get_months (void)
{
  static GHashTable *months;

  if (g_once_init_enter (&months))
    g_once_init_leave (&months, load_months ());

  return months;
}

/* “1.”, “1er” and “1º” are 1. Returns: whether it is a number that counts days */
static gboolean
is_ordinal (const char *word,
            gsize      *n_digits)
{
  static const char *const endings[] = { ".", "er", "e", "º", "ª", "o", "a" };

  *n_digits = strspn (word, "0123456789");
  if (*n_digits == 0 || *n_digits > 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (word + *n_digits, endings[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_of (const char *word)
{
  static const char *const words[] = { "de", "del", "di", "do", "le", "den", "der", "am", "im" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return TRUE;

  return FALSE;
}

/**
 * leadup_import_month_translate:
 * @text: “5. März 2024”, “1er mars 2024”, “5 de marzo de 2024”
 *
 * Returns: (transfer full) (nullable): the same in English, %NULL where no month is among its words
 */
char *
leadup_import_month_translate (const char *text)
{
  g_autoptr (GString) english = g_string_new (NULL);
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  guint n_months = 0;

  g_return_val_if_fail (text != NULL, NULL);

  folded = leadup_text_fold (text);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]), n_digits;
      const char *month;

      if (is_ordinal (words[i], &n_digits))
        words[i][n_digits] = '\0';
      else if (length > 1 && words[i][length - 1] == '.')
        words[i][length - 1] = '\0';
      if (*words[i] == '\0' || is_of (words[i]))
        continue;

      month = g_hash_table_lookup (get_months (), words[i]);
      n_months += month != NULL ? 1 : 0;
      g_string_append_printf (english, "%s%s", english->len > 0 ? " " : "",
                              month != NULL ? month : words[i]);
    }

  return n_months > 0 ? g_string_free (g_steal_pointer (&english), FALSE) : NULL;
}
