/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-ascii.h"

#include <string.h>

/* So many bytes are looked at together, in one register where the processor has such. */
typedef gint8 Bytes __attribute__ ((vector_size (16)));
typedef guint64 Halves __attribute__ ((vector_size (16)));

static inline Bytes
load (const char *text)
{
  Bytes bytes;

  memcpy (&bytes, text, sizeof bytes);

  return bytes;
}

/* Of a text that is too short for that, and has four bytes at least: some of them twice. */
static inline Bytes
load_short (const char *text,
            gsize       length)
{
  Halves halves;

  if (length >= sizeof (guint64))
    {
      guint64 first, last;

      memcpy (&first, text, sizeof first);
      memcpy (&last, text + length - sizeof last, sizeof last);
      halves = (Halves) { first, last };
    }
  else
    {
      guint32 first, last;

      memcpy (&first, text, sizeof first);
      memcpy (&last, text + length - sizeof last, sizeof last);
      halves = (Halves) { first | (guint64) last << 32, first | (guint64) last << 32 };
    }

  return (Bytes) halves;
}

static inline gboolean
has_any (Bytes bits)
{
  Halves halves = (Halves) bits;

  return (halves[0] | halves[1]) != 0;
}

/* Returns: how many bytes there are from @text on that are below 0x80 */
gsize
leadup_ascii_measure (const char *text,
                      gsize       length)
{
  gsize at = 0;

  g_return_val_if_fail (text != NULL || length == 0, 0);

  for (; length - at >= sizeof (Bytes); at += sizeof (Bytes))
    if (has_any (load (text + at) < 0))
      break;
  while (at < length && (guchar) text[at] < 0x80)
    at++;

  return at;
}

/* ASCII without control characters and two others; inlined, so that these are constants. Bytes have
 * a sign here: those above ASCII are less than any. */
static inline Bytes
find_others (Bytes bytes,
             char  first,
             char  second)
{
  return (bytes < 0x20) | (bytes == 0x7f) | (bytes == first) | (bytes == second);
}

static inline gsize
measure_without (const char *text,
                 gsize       length,
                 char        first,
                 char        second)
{
  gsize at = 0;

  if (length >= sizeof (Bytes))
    {
      for (; length - at >= sizeof (Bytes); at += sizeof (Bytes))
        if (has_any (find_others (load (text + at), first, second)))
          break;
      /* The last ones together with some before them. */
      if (length - at < sizeof (Bytes) &&
          !has_any (find_others (load (text + length - sizeof (Bytes)), first, second)))
        return length;
    }
  else if (length >= sizeof (guint32) &&
           !has_any (find_others (load_short (text, length), first, second)))
    return length;

  while (at < length && (guchar) text[at] >= 0x20 && (guchar) text[at] < 0x7f &&
         text[at] != first && text[at] != second)
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

  for (; length - at >= sizeof (Bytes); at += sizeof (Bytes))
    if (has_any (load (text + at) <= 0))
      break;
  while (at < length && text[at] != '\0' && (guchar) text[at] < 0x80)
    at++;

  return at == length || g_utf8_validate_len (text + at, length - at, NULL);
}
