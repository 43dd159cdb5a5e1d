/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-text.h"

#include "base/leadup-ascii.h"
#include "base/leadup-trigrams.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define REPLACEMENT (0xfffd)
#define ELLIPSIS (0x2026)

/* Whole numbers that a double tells apart. */
#define MAX_WHOLE (9007199254740992.0)

/* Valid UTF-8 for functions that are given text which nobody checked; @copy owns it if needed. */
static const char *
ensure_valid (const char *text,
              char      **copy)
{
  if (text == NULL)
    return "";
  if (leadup_ascii_is_utf8 (text, strlen (text)))
    return text;

  *copy = g_utf8_make_valid (text, -1);

  return *copy;
}

static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* Characters that XML 1.0 (Char) forbids, and noncharacters, which no text should hold. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || is_control (c) || c == 0x2028 || c == 0x2029;
}

static gboolean
is_regional_indicator (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* Whether text may be cut before @next, seen from what stands before. A short form of the grapheme
 * rules of UAX #29: marks, joined and coloured emoji, Hangul syllables and flags stay whole. */
static gboolean
may_cut (gunichar previous,
         gunichar next,
         guint    flags_before)
{
  if (g_unichar_ismark (next) || next == 0x200d || next == 0x200c)
    return FALSE;
  if (previous == 0x200d || (next >= 0x1f3fb && next <= 0x1f3ff))
    return FALSE;
  if ((next >= 0x1160 && next <= 0x11ff) || (next >= 0xe0020 && next <= 0xe007f))
    return FALSE;
  if (is_regional_indicator (next) && flags_before % 2 == 1)
    return FALSE;

  return TRUE;
}

/* The length in bytes of the longest beginning of whole graphemes with at most @max_characters. */
static gsize
cut_length (const char *text,
            gsize       max_characters)
{
  const char *cut = text;
  const char *p = text;
  gunichar previous = 0;
  guint flags_before = 0;

  for (gsize n = 0; n <= max_characters; n++, p = g_utf8_next_char (p))
    {
      gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;

      if (p == text || c == 0 || may_cut (previous, c, flags_before))
        cut = p;
      if (c == 0)
        break;
      flags_before = is_regional_indicator (c) ? flags_before + 1 : 0;
      previous = c;
    }

  return (gsize) (cut - text);
}

static void
append_ellipsized (GString    *string,
                   const char *text,
                   gsize       max_characters)
{
  gsize length;

  if (max_characters == 0)
    return;

  length = cut_length (text, max_characters);
  if (text[length] == '\0')
    {
      g_string_append (string, text);
      return;
    }

  length = cut_length (text, max_characters - 1);
  while (length > 0)
    {
      const char *last = g_utf8_prev_char (text + length);

      if (!is_space (g_utf8_get_char (last)))
        break;
      length = (gsize) (last - text);
    }
  g_string_append_len (string, text, (gssize) length);
  g_string_append_unichar (string, ELLIPSIS);
}

/* Accents and vowel points that are written on letters and left out when people search. */
static gboolean
is_diacritic (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0591 && c <= 0x05c7) ||
         (c >= 0x0610 && c <= 0x061a) || (c >= 0x064b && c <= 0x065f) || c == 0x0670 ||
         (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) ||
         (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe20 && c <= 0xfe2f);
}

/* ASCII for a character that has some (“ø”, “ł”, “’”), else the character. */
static void
append_transliterated (GString *string,
                       gunichar c)
{
  g_autofree char *ascii = NULL;
  char utf8[7] = { 0 };

  /* GLib writes “oe”, but whoever has no such key types “o”. */
  if (c == 0xf8)
    c = 'o';

  if (c >= 0x80)
    {
      g_unichar_to_utf8 (c, utf8);
      ascii = g_str_to_ascii (utf8, "C");
    }

  if (ascii != NULL && ascii[0] != '\0' && strchr (ascii, '?') == NULL)
    {
      for (const char *p = ascii; *p != '\0'; p++)
        g_string_append_c (string, g_ascii_tolower (*p));
    }
  else
    {
      g_string_append_unichar (string, c);
    }
}

/**
 * leadup_text_make_valid:
 * @bytes: (nullable): what came from outside
 * @length: how many bytes, or −1 if a NUL ends them
 * @max_bytes: the longest result; %G_MAXSIZE for no bound
 *
 * Makes text of bytes: what is not UTF-8 becomes U+FFFD, line ends become LF, a byte order mark at
 * the beginning and control characters but LF and TAB go. What is too long is cut between
 * graphemes.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
leadup_text_make_valid (const char *bytes,
                        gssize      length,
                        gsize       max_bytes)
{
  g_autoptr (GString) string = g_string_new (NULL);
  const char *p = bytes;
  const char *end;
  gunichar previous = 0;
  guint flags_before = 0;
  gsize cut = 0;

  if (bytes == NULL)
    return g_strdup ("");

  end = bytes + (length < 0 ? (gssize) strlen (bytes) : length);
  while (p < end)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);
      gssize width = 1;

      /* For a NUL, versions of GLib answer differently; −1 and −2 are broken or cut off. */
      if (*p == '\0')
        c = 0;
      else if (c == (gunichar) -1 || c == (gunichar) -2)
        c = REPLACEMENT;
      else
        width = g_unichar_to_utf8 (c, NULL);
      p += width;

      if (c == '\r')
        {
          if (p < end && *p == '\n')
            continue;
          c = '\n';
        }
      if ((is_control (c) && c != '\n' && c != '\t') || is_forbidden (c) ||
          (c == 0xfeff && string->len == 0))
        continue;

      if (may_cut (previous, c, flags_before))
        cut = string->len;
      g_string_append_unichar (string, c);
      if (string->len > max_bytes)
        {
          g_string_truncate (string, cut);
          break;
        }
      flags_before = is_regional_indicator (c) ? flags_before + 1 : 0;
      previous = c;
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * leadup_text_single_line:
 * @text: (nullable): any text
 * @max_characters: the longest result; %G_MAXSIZE for no bound
 *
 * Makes one line of a text: any run of white space and control characters becomes one space, at the
 * ends none. What is too long is cut as by leadup_text_ellipsize().
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
leadup_text_single_line (const char *text,
                         gsize       max_characters)
{
  g_autofree char *copy = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) result = g_string_new (NULL);
  const char *valid = ensure_valid (text, &copy);
  gboolean is_pending = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        {
          is_pending = line->len > 0;
          continue;
        }
      if (is_pending)
        g_string_append_c (line, ' ');
      is_pending = FALSE;
      g_string_append_unichar (line, c);
    }

  append_ellipsized (result, line->str, max_characters);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * leadup_text_ellipsize:
 * @text: (nullable): any text
 * @max_characters: the longest result in Unicode characters, the ellipsis included
 *
 * Returns: (transfer full): the text, or its beginning and “…”, never cut inside of a grapheme
 */
char *
leadup_text_ellipsize (const char *text,
                       gsize       max_characters)
{
  g_autofree char *copy = NULL;
  g_autoptr (GString) result = g_string_new (NULL);

  append_ellipsized (result, ensure_valid (text, &copy), max_characters);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * leadup_text_fold:
 * @text: (nullable): any text
 *
 * Makes text alike that people search as the same: no case, no accents, compatibility forms
 * resolved (NFKD), and ASCII for what has some (“Ærø” → “aero”, “’” → “'”). Other scripts keep
 * their letters. The same in every locale.
 *
 * Returns: (transfer full): valid UTF-8, for comparing only
 */
char *
leadup_text_fold (const char *text)
{
  g_autofree char *copy = NULL;
  g_autofree char *cased = NULL;
  g_autofree char *decomposed = NULL;
  g_autoptr (GString) folded = NULL;
  const char *valid = ensure_valid (text, &copy);

  if (g_str_is_ascii (valid))
    return g_ascii_strdown (valid, -1);

  cased = g_utf8_casefold (valid, -1);
  decomposed = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (decomposed));

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        g_string_append_c (folded, g_ascii_tolower ((char) c));
      else if (!is_diacritic (c))
        append_transliterated (folded, c);
    }

  return g_utf8_normalize (folded->str, (gssize) folded->len, G_NORMALIZE_DEFAULT_COMPOSE);
}

static G_GNUC_NO_INLINE gboolean
is_blank (const char *text)
{
  g_autofree char *copy = NULL;

  for (const char *p = ensure_valid (text, &copy); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_space (c) && !g_unichar_iszerowidth (c))
        return FALSE;
    }

  return TRUE;
}

/**
 * leadup_text_lower:
 * @text: UTF-8
 *
 * g_utf8_strdown() in a fraction of the time for texts that have no letters but those of ASCII;
 * punctuation like “’” may be among them.
 *
 * Returns: (transfer full): @text in lower case
 */
char *
leadup_text_lower (const char *text)
{
  char *lower, *end;

  g_return_val_if_fail (text != NULL, NULL);

  lower = end = g_malloc (strlen (text) + 1);
  for (const char *at = text; *at != '\0';)
    {
      /* U+2000 to U+203F have no case. */
      gsize length = (guchar) at[0] == 0xe2 && (guchar) at[1] == 0x80 ? 3 : 1;

      if ((guchar) at[0] >= 0x80 && length == 1)
        {
          g_free (lower);
          return g_utf8_strdown (text, -1);
        }
      for (gsize i = 0; i < length && *at != '\0'; i++, at++)
        *end++ = (char) (g_ascii_isupper (*at) ? *at + ('a' - 'A') : *at);
    }
  *end = '\0';

  return lower;
}

/**
 * leadup_text_is_blank:
 * @text: (nullable): any text
 *
 * Returns: whether there is nothing in it to see
 */
gboolean
leadup_text_is_blank (const char *text)
{
  /* Mostly the first byte tells. */
  if (text == NULL || *text == '\0')
    return TRUE;

  return !(*text > ' ' && *text < 0x7f) && is_blank (text);
}

/**
 * leadup_text_slug:
 * @text: (nullable): any text
 * @max_characters: the longest result
 *
 * Makes a name for ids and files: folded letters and digits (ASCII where there is some), and single
 * hyphens between them. A word is not cut if another one fits.
 *
 * Returns: (transfer full): the name; empty if @text has neither letter nor digit
 */
char *
leadup_text_slug (const char *text,
                  gsize       max_characters)
{
  g_autofree char *folded = leadup_text_fold (text);
  g_autoptr (GString) slug = g_string_new (NULL);
  gsize n = 0, last_hyphen = 0;
  gboolean is_pending = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\'')
        continue;
      if (!g_unichar_isalnum (c) && !(slug->len > 0 && g_unichar_ismark (c)))
        {
          is_pending = slug->len > 0;
          continue;
        }

      if (n + (is_pending ? 2 : 1) > max_characters)
        {
          if (!is_pending && last_hyphen > 0)
            g_string_truncate (slug, last_hyphen);
          break;
        }
      if (is_pending)
        {
          last_hyphen = slug->len;
          g_string_append_c (slug, '-');
          n++;
        }
      is_pending = FALSE;
      g_string_append_unichar (slug, c);
      n++;
    }

  return g_string_free (g_steal_pointer (&slug), FALSE);
}

/**
 * leadup_text_append_xml:
 * @string: what to append to
 * @text: (nullable): any text
 *
 * Appends @text for an element or a quoted attribute of XML 1.0. What XML forbids is left out.
 */
void
leadup_text_append_xml (GString    *string,
                        const char *text)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (string != NULL);

  for (const char *p = ensure_valid (text, &copy); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_forbidden (c))
        continue;
      if (c == '&')
        g_string_append (string, "&amp;");
      else if (c == '<')
        g_string_append (string, "&lt;");
      else if (c == '>')
        g_string_append (string, "&gt;");
      else if (c == '"')
        g_string_append (string, "&quot;");
      else if (c == '\'')
        g_string_append (string, "&apos;");
      else if (c == '\r' || (c >= 0x7f && c < 0xa0))
        g_string_append_printf (string, "&#%u;", c);
      else
        g_string_append_len (string, p, g_utf8_next_char (p) - p);
    }
}

/**
 * leadup_text_append_json:
 * @string: what to append to
 * @text: (nullable): any text; %NULL appends `null`
 *
 * Appends @text as a JSON string (RFC 8259) with its quotes. All control characters are escaped,
 * other characters stay what they are.
 */
void
leadup_text_append_json (GString    *string,
                         const char *text)
{
  static const char short_escapes[] = "\b\t\n\f\r\"\\";
  static const char short_letters[] = "btnfr\"\\";
  g_autofree char *copy = NULL;
  const char *run, *end;
  gsize length;

  g_return_if_fail (string != NULL);

  if (text == NULL)
    {
      g_string_append (string, "null");
      return;
    }

  /* Mostly there is nothing to escape. */
  length = strlen (text);
  if (leadup_ascii_measure_quoted (text, length) == length)
    {
      gsize at = string->len;

      g_string_set_size (string, at + length + 2);
      string->str[at] = string->str[at + length + 1] = '"';
      memcpy (string->str + at + 1, text, length);
      return;
    }

  run = ensure_valid (text, &copy);
  end = run + strlen (run);
  g_string_append_c (string, '"');
  for (const char *p = run; (p += leadup_ascii_measure_quoted (p, (gsize) (end - p))) < end; p++)
    {
      guchar c = (guchar) *p;
      gboolean is_c1 = c == 0xc2 && (guchar) p[1] < 0xa0;
      const char *found;

      if (c >= 0x80 && !is_c1)
        continue;

      g_string_append_len (string, run, p - run);
      found = strchr (short_escapes, c);
      if (found != NULL)
        {
          g_string_append_c (string, '\\');
          g_string_append_c (string, short_letters[found - short_escapes]);
        }
      else
        g_string_append_printf (string, "\\u%04x", is_c1 ? (guchar) p[1] : c);
      if (is_c1)
        p++;
      run = p + 1;
    }
  g_string_append_len (string, run, end - run);
  g_string_append_c (string, '"');
}

/**
 * leadup_text_append_number:
 * @string: what to append to
 * @number: what to write
 *
 * Appends a number for JSON, SVG and CSV in the fewest digits that read back as the same number,
 * the same in every locale. What is not finite becomes `null`.
 */
void
leadup_text_append_number (GString *string,
                           double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (string != NULL);

  if (!isfinite (number))
    {
      g_string_append (string, "null");
      return;
    }
  if (fabs (number) <= MAX_WHOLE && number >= floor (number) && number <= floor (number))
    {
      g_string_append_printf (string, "%" G_GINT64_FORMAT, (gint64) number);
      return;
    }

  /* 17 digits always suffice, mostly 15 do. */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (memcmp (&(double) { g_ascii_strtod (buffer, NULL) }, &number, sizeof number) != 0)
    g_ascii_formatd (buffer, sizeof buffer, "%.16g", number);
  if (memcmp (&(double) { g_ascii_strtod (buffer, NULL) }, &number, sizeof number) != 0)
    g_ascii_dtostr (buffer, sizeof buffer, number);
  g_string_append (string, buffer);
}

/**
 * leadup_text_similarity:
 * @a: (nullable): any text
 * @b: (nullable): any text
 *
 * How alike two titles or names are, whatever the order of their words: Dice's coefficient
 * 2 |A ∩ B| / (|A| + |B|) of the multisets of character trigrams of their folded words. The first
 * 1,024 characters count.
 *
 * Returns: 0 (nothing in common, or a text without letters) to 1
 */
double
leadup_text_similarity (const char *a,
                        const char *b)
{
  g_autoptr (GArray) first = leadup_trigrams_list (a);
  g_autoptr (GArray) second = leadup_trigrams_list (b);

  return leadup_trigrams_compare (first, second);
}
