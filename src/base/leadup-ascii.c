/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-ascii.h"

#include <string.h>

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH (ONES << 7)

/* Sets the high bit of the bytes that are @c, and perhaps of bytes above such a one. */
static guint64
find_byte (guint64 word,
           guchar  c)
{
  guint64 zero = word ^ (ONES * c);

  return (zero - ONES) & ~zero;
}

/* Returns: how many bytes there are from @text on that are below 0x80 */
gsize
leadup_ascii_measure (const char *text,
                      gsize       length)
{
  gsize at = 0;

  g_return_val_if_fail (text != NULL || length == 0, 0);

  for (; length - at >= sizeof (guint64); at += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, text + at, sizeof word);
      if ((word & HIGH) != 0)
        break;
    }
  while (at < length && (guchar) text[at] < 0x80)
    at++;

  return at;
}

/* ASCII without control characters and two others; inlined, so that these are constants. */
static inline gsize
measure_without (const char *text,
                 gsize       length,
                 guchar      first,
                 guchar      second)
{
  gsize at = 0;

  for (; length - at >= sizeof (guint64); at += sizeof (guint64))
    {
      guint64 word, control;

      memcpy (&word, text + at, sizeof word);
      control = (word - ONES * 0x20) & ~word;
      if (((word | control | find_byte (word, 0x7f) | find_byte (word, first) |
            find_byte (word, second)) &
           HIGH) != 0)
        break;
    }
  while (at < length && (guchar) text[at] >= 0x20 && (guchar) text[at] < 0x7f &&
         (guchar) text[at] != first && (guchar) text[at] != second)
    at++;

  return at;
}

/* Returns: how many bytes there are from @text on that stand for themselves wherever they stand:
 * ASCII without control characters, “<” and “&” */
gsize
leadup_ascii_measure_plain (const char *text,
                            gsize       length)
{
  g_return_val_if_fail (text != NULL || length == 0, 0);

  return measure_without (text, length, '<', '&');
}

/* Returns: how many bytes there are from @text on that stand for themselves in a string of JSON:
 * ASCII without control characters, quotes and backslashes */
gsize
leadup_ascii_measure_quoted (const char *text,
                             gsize       length)
{
  g_return_val_if_fail (text != NULL || length == 0, 0);

  return measure_without (text, length, '"', '\\');
}

/* As g_utf8_validate_len(), for text that mostly is ASCII: NUL is not allowed. */
gboolean
leadup_ascii_is_utf8 (const char *text,
                      gsize       length)
{
  gsize at = 0;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  for (; length - at >= sizeof (guint64); at += sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, text + at, sizeof word);
      if (((word | find_byte (word, '\0')) & HIGH) != 0)
        break;
    }
  while (at < length && text[at] != '\0' && (guchar) text[at] < 0x80)
    at++;

  return at == length || g_utf8_validate_len (text + at, length - at, NULL);
}
