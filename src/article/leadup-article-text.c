/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-article-text.h"

#include <string.h>

/* How far into a page its encoding may be declared, and how far it is asked whether it is one. */
#define HEAD_BYTES 4096

/* What Windows-1252 has where ISO 8859-1 has control characters; 0xfffd is unassigned. */
static const guint16 windows_1252[32] = {
  0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static char *
decode_windows_1252 (const char *bytes,
                     gsize       length)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];

      if (byte < 0x80)
        g_string_append_c (text, (char) byte);
      else
        g_string_append_unichar (text, byte < 0xa0 ? windows_1252[byte - 0x80] : byte);
    }

  return g_string_free (text, FALSE);
}

/* NUL cannot stand in our texts, and C1 controls are Windows-1252 that somebody took for Latin 1.
 * Either way one character stays one character. */
static char *
clean (const char *bytes,
       gsize       length)
{
  GString *text = g_string_sized_new (length + 16);
  const char *end = bytes + length;
  const char *kept = bytes;

  for (const char *at = bytes; at < end; at++)
    {
      guchar next = at + 1 < end ? (guchar) at[1] : 0;
      gboolean is_c1 = (guchar) *at == 0xc2 && next >= 0x80 && next < 0xa0 && next != 0x85;

      if (*at != '\0' && !is_c1)
        continue;

      g_string_append_len (text, kept, at - kept);
      g_string_append_unichar (text, is_c1 ? windows_1252[next - 0x80] : 0xfffd);
      at += is_c1;
      kept = at + 1;
    }

  if (kept < end)
    g_string_append_len (text, kept, end - kept);

  return g_string_free (text, FALSE);
}

/* g_utf8_validate() stops at NUL, which clean() takes out later. */
static gboolean
is_utf8 (const char *bytes,
         gsize       length)
{
  const char *at = bytes;
  const char *end = bytes + length;

  while (at < end)
    {
      const char *stop;

      if (g_utf8_validate (at, end - at, &stop))
        return TRUE;
      if (stop == end || *stop != '\0')
        return FALSE;
      at = stop + 1;
    }

  return TRUE;
}

static gboolean
is_latin (const char *charset)
{
  static const char *const names[] = { "iso-8859-1", "latin1",   "windows-1252",
                                       "cp1252",     "us-ascii", "ascii" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (charset, names[i]) == 0)
      return TRUE;

  return FALSE;
}

static char *
convert (const char *bytes,
         gsize       length,
         const char *charset)
{
  gsize written = 0;
  g_autofree char *text = g_convert_with_fallback (bytes, (gssize) length, "UTF-8", charset,
                                                   "\357\277\275", NULL, &written, NULL);

  return text != NULL ? clean (text, written) : NULL;
}

/**
 * leadup_article_text_decode:
 * @bytes: text in some encoding
 * @length: its bytes
 * @declared: (nullable): the encoding that it claims to be in
 * @decoded_length: (out) (optional): bytes of the result
 *
 * Tries in this order: byte order mark, valid UTF-8, @declared, Windows-1252. Nothing is refused.
 *
 * Returns: (transfer full): valid UTF-8 without NUL and byte order mark
 */
char *
leadup_article_text_decode (const char *bytes,
                            gsize       length,
                            const char *declared,
                            gsize      *decoded_length)
{
  char *text = NULL;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (bytes == NULL)
    bytes = "";
  if (length >= 3 && memcmp (bytes, "\357\273\277", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  else if (length >= 2 &&
           (memcmp (bytes, "\377\376", 2) == 0 || memcmp (bytes, "\376\377", 2) == 0))
    text = convert (bytes + 2, (length - 2) & ~(gsize) 1,
                    (guchar) bytes[0] == 0xff ? "UTF-16LE" : "UTF-16BE");

  if (text == NULL && is_utf8 (bytes, length))
    text = clean (bytes, length);
  if (text == NULL && declared != NULL && !is_latin (declared))
    text = convert (bytes, length, declared);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *latin = decode_windows_1252 (bytes, length);

      g_free (text);
      text = clean (latin, strlen (latin));
    }

  if (decoded_length != NULL)
    *decoded_length = strlen (text);

  return text;
}

/* Case-blind search in bytes. */
static const char *
find (const char *bytes,
      gsize       length,
      const char *what)
{
  gsize n = strlen (what);
  char first = g_ascii_tolower (what[0]);

  for (gsize i = 0; i + n <= length; i++)
    if (g_ascii_tolower (bytes[i]) == first && g_ascii_strncasecmp (bytes + i, what, n) == 0)
      return bytes + i;

  return NULL;
}

/**
 * leadup_article_text_find_declared:
 * @bytes: an HTML page
 * @length: its bytes
 *
 * Returns: (transfer full) (nullable): the encoding that its head declares
 */
char *
leadup_article_text_find_declared (const char *bytes,
                                   gsize       length)
{
  const char *at;
  const char *end;
  gsize n = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  length = MIN (length, HEAD_BYTES);
  end = bytes + length;
  at = find (bytes, length, "charset=");
  if (at == NULL)
    at = find (bytes, length, "encoding=");
  if (at == NULL)
    return NULL;

  for (at = strchr (at, '=') + 1; at < end && (*at == '"' || *at == '\'' || *at == ' '); at++)
    ;
  while (at + n < end && n < 40 && (g_ascii_isalnum (at[n]) || strchr ("-_.:", at[n]) != NULL) &&
         at[n] != '\0')
    n++;

  return n > 0 ? g_strndup (at, n) : NULL;
}

/**
 * leadup_article_text_is_html:
 * @bytes: the beginning of a text
 * @length: its bytes
 *
 * Returns: whether it looks like an HTML page rather than plain text
 */
gboolean
leadup_article_text_is_html (const char *bytes,
                             gsize       length)
{
  static const char *const signs[] = { "<!doctype html", "<html",   "<head>", "<body", "<style",
                                       "<script",        "<title>", "<p>",    "<h1",   "<meta ",
                                       "<article",       "<div" };

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  length = MIN (length, HEAD_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (find (bytes, length, signs[i]) != NULL)
      return TRUE;

  return FALSE;
}
