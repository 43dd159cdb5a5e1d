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
static inline gsize
measure_without (const char *text,
                 gsize       length,
                 char        first,
                 char        second)
{
  gsize at = 0;

  for (; length - at >= sizeof (Bytes); at += sizeof (Bytes))
    {
      Bytes bytes = load (text + at);

      if (has_any ((bytes < 0x20) | (bytes == 0x7f) | (bytes == first) | (bytes == second)))
        break;
    }
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
