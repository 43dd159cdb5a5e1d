/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-latin.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* So much of a text is looked at. */
#define MAX_BYTES 1024

/* Latin letters take more room than some others. */
#define MAX_UNITS (4 * MAX_BYTES)

static void
close_transliterator (gpointer data)
{
  utrans_close (data);
}

/* Each thread has its own: they are not safe to share. */
static GPrivate transliterators = G_PRIVATE_INIT (close_transliterator);

static UTransliterator *
get_transliterator (void)
{
  static const char id[] = "Any-Latin; Latin-ASCII";
  UTransliterator *self = g_private_get (&transliterators);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[sizeof id];

  if (self != NULL)
    return self;

  u_charsToUChars (id, name, sizeof id);
  self = utrans_openU (name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    return NULL;
  g_private_set (&transliterators, self);

  return self;
}

/**
 * leadup_latin_write:
 * @text: UTF-8
 *
 * Writes names and words of other scripts in Latin letters (“Київ” → “Kyiv”), so that they can be
 * compared with how others write them. Looks at the first 1,024 bytes.
 *
 * Returns: (transfer full): for comparing only; @text itself where it cannot be written so
 */
char *
leadup_latin_write (const char *text)
{
  gsize length;
  UTransliterator *transliterator;
  UErrorCode status = U_ZERO_ERROR;
  UChar units[MAX_UNITS];
  int32_t n_units = 0, limit, n_bytes = 0;
  char *latin;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  if (length > MAX_BYTES)
    length = (gsize) (g_utf8_find_prev_char (text, text + MAX_BYTES) - text);
  if (g_str_is_ascii (text))
    return g_strndup (text, length);

  transliterator = get_transliterator ();
  u_strFromUTF8 (units, MAX_UNITS, &n_units, text, (int32_t) length, &status);
  limit = n_units;
  if (transliterator != NULL)
    utrans_transUChars (transliterator, units, &n_units, MAX_UNITS, 0, &limit, &status);
  if (transliterator == NULL || U_FAILURE (status))
    return g_strndup (text, length);

  latin = g_malloc ((gsize) n_units * 3 + 1);
  u_strToUTF8 (latin, n_units * 3 + 1, &n_bytes, units, n_units, &status);
  if (U_FAILURE (status))
    {
      g_free (latin);
      return g_strndup (text, length);
    }

  return latin;
}
