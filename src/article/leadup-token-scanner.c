/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-token-scanner.h"

#include <string.h>

#define SOFT_HYPHEN 0xad
#define RIGHT_QUOTE 0x2019

typedef enum
{
  CLASS_SPACE,
  CLASS_LETTER,
  CLASS_DIGIT,
  CLASS_JOINER, /* invisible inside words: soft hyphen, zero-width characters */
  CLASS_APOSTROPHE,
  CLASS_OTHER,
} CharacterClass;

/* Latin ligatures of typesetting, U+FB00 … U+FB06. */
static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

static CharacterClass
classify_wide (gunichar character)
{
  if (character == RIGHT_QUOTE || character == 0x02bc)
    return CLASS_APOSTROPHE;
  if (character == SOFT_HYPHEN || (character >= 0x200b && character <= 0x200f) ||
      character == 0x2060 || character == 0xfeff)
    return CLASS_JOINER;
  if (g_unichar_isspace (character))
    return CLASS_SPACE;
  if (g_unichar_isalpha (character) || g_unichar_ismark (character))
    return CLASS_LETTER;
  if (g_unichar_isdigit (character))
    return CLASS_DIGIT;

  return CLASS_OTHER;
}

static CharacterClass
classify_ascii (guchar byte)
{
  if (g_ascii_isalpha (byte))
    return CLASS_LETTER;
  if (g_ascii_isdigit (byte))
    return CLASS_DIGIT;
  if (byte <= ' ' || byte == 0x7f)
    return CLASS_SPACE;
  if (byte == '\'')
    return CLASS_APOSTROPHE;

  return CLASS_OTHER;
}

/* The class of the character at @at, and its number of bytes. */
static CharacterClass
peek (const LeadupTokenScanner *self,
      gsize                     at,
      gsize                    *n_bytes)
{
  guchar byte;

  *n_bytes = 1;
  if (at >= self->length)
    return CLASS_SPACE;

  byte = (guchar) self->text[at];
  if (byte < 0x80)
    return classify_ascii (byte);

  *n_bytes = MIN ((gsize) g_utf8_skip[byte], self->length - at);

  return classify_wide (g_utf8_get_char (self->text + at));
}

static CharacterClass
class_at (const LeadupTokenScanner *self,
          gsize                     at)
{
  gsize n_bytes;

  return peek (self, at, &n_bytes);
}

static char
byte_at (const LeadupTokenScanner *self,
         gsize                     at)
{
  return at < self->length ? self->text[at] : '\0';
}

static void
fold_bytes (LeadupTokenScanner *self,
            const char         *bytes,
            gsize               length)
{
  if (self->folded_length + length > LEADUP_TOKEN_MAX_FOLDED)
    return;

  memcpy (self->folded + self->folded_length, bytes, length);
  self->folded_length += (guint) length;
}

static void
fold_character (LeadupTokenScanner *self,
                gsize               at)
{
  guchar byte = (guchar) self->text[at];
  gunichar character;
  char utf8[6];

  if (byte < 0x80)
    {
      char lower = g_ascii_tolower ((char) byte);

      fold_bytes (self, &lower, 1);
      return;
    }

  character = g_utf8_get_char (self->text + at);
  if (character >= 0xfb00 && character <= 0xfb06)
    {
      const char *letters = ligatures[character - 0xfb00];

      fold_bytes (self, letters, strlen (letters));
      return;
    }

  fold_bytes (self, utf8, (gsize) g_unichar_to_utf8 (g_unichar_tolower (character), utf8));
}

static gboolean
is_upper_at (const LeadupTokenScanner *self,
             gsize                     at)
{
  guchar byte = (guchar) self->text[at];

  return byte < 0x80 ? g_ascii_isupper (byte)
                     : g_unichar_isupper (g_utf8_get_char (self->text + at));
}

/* “'s”, “'ll” and the like are words of their own; “o'clock”, “Ja'han”, “don't” are not split. */
static gboolean
is_clitic (const LeadupTokenScanner *self,
           gsize                     at)
{
  static const char *const clitics[] = { "s", "ll", "re", "ve", "m", "d" };

  for (guint i = 0; i < G_N_ELEMENTS (clitics); i++)
    {
      gsize n = strlen (clitics[i]);

      if (at + n <= self->length && g_ascii_strncasecmp (self->text + at, clitics[i], n) == 0 &&
          class_at (self, at + n) != CLASS_LETTER && class_at (self, at + n) != CLASS_DIGIT)
        return TRUE;
    }

  return FALSE;
}

/* A text that begins with an apostrophe is a row of the lexicon: “'ll”. */
static gboolean
follows_word (const LeadupTokenScanner *self)
{
  return self->at == 0 || (guchar) self->text[self->at - 1] >= 0x80 ||
         g_ascii_isalnum (self->text[self->at - 1]);
}

/* The '80s, the class of '03. */
static gboolean
is_short_year (const LeadupTokenScanner *self,
               gsize                     at)
{
  return g_ascii_isdigit (byte_at (self, at)) && g_ascii_isdigit (byte_at (self, at + 1)) &&
         !g_ascii_isdigit (byte_at (self, at + 2));
}

/**
 * WordScan:
 * @n_letters: since the last stop
 * @is_chain: only single letters with stops so far (“U.S.”)
 */
typedef struct
{
  guint n_letters;
  guint n_total;
  guint n_upper;
  gboolean is_chain;
} WordScan;

/* “test-fired”, “co-operation”: words with a hyphen that the lexicon has, for their parts say
 * something else. */
static gboolean
is_hyphened_word (const LeadupTokenScanner *self,
                  gsize                     hyphen)
{
  static const char *const stems[] = { "air-drop",    "carpet-bomb", "co-operat",
                                       "court-marti", "de-escalat",  "petrol-bomb",
                                       "re-arrest",   "tear-gass",   "test-fir" };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      gsize n = strlen (stems[i]);

      if (self->span.start + n <= self->length &&
          self->text + self->span.start + (strchr (stems[i], '-') - stems[i]) ==
              self->text + hyphen &&
          g_ascii_strncasecmp (self->text + self->span.start, stems[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What may stand between two letters of one word: apostrophes, “&” between capitals, stops that
 * only join single letters (“a.m.”) and names of machines (“example.org”). Gives its bytes or 0. */
static gsize
scan_joint (LeadupTokenScanner *self,
            gsize               at,
            WordScan           *scan)
{
  gsize n_bytes, n_next;
  CharacterClass class = peek (self, at, &n_bytes);
  gboolean is_single;

  if (class == CLASS_APOSTROPHE && class_at (self, at + n_bytes) == CLASS_LETTER &&
      !is_clitic (self, at + n_bytes))
    {
      fold_bytes (self, "'", 1);
      scan->is_chain = FALSE;
      return n_bytes;
    }

  if (byte_at (self, at) == '&' && class_at (self, at + 1) == CLASS_LETTER &&
      scan->n_upper == scan->n_total)
    {
      fold_bytes (self, "&", 1);
      scan->is_chain = FALSE;
      return 1;
    }

  if (byte_at (self, at) == '-' && is_hyphened_word (self, at))
    {
      fold_bytes (self, "-", 1);
      scan->is_chain = FALSE;
      return 1;
    }

  if (byte_at (self, at) != '.' || peek (self, at + 1, &n_next) != CLASS_LETTER)
    return 0;

  is_single =
      scan->n_letters == 1 && scan->is_chain && class_at (self, at + 1 + n_next) != CLASS_LETTER;
  if (!is_single && is_upper_at (self, at + 1))
    return 0;

  fold_bytes (self, ".", 1);
  scan->is_chain = is_single;
  scan->n_letters = 0;

  return 1;
}

/* Letters, with what may stand between two of them. */
static void
scan_word (LeadupTokenScanner *self)
{
  WordScan scan = { 0, 0, 0, TRUE };
  gsize at = self->at;
  gsize n_bytes;

  for (;; at += n_bytes)
    {
      CharacterClass class;

      /* Most characters are plain letters. */
      if (at < self->length && g_ascii_isalpha (self->text[at]) &&
          self->folded_length < LEADUP_TOKEN_MAX_FOLDED)
        {
          gboolean is_upper = self->text[at] < 'a';

          self->folded[self->folded_length++] =
              (char) (is_upper ? self->text[at] + ('a' - 'A') : self->text[at]);
          scan.n_upper += is_upper;
          scan.n_total++;
          scan.n_letters++;
          n_bytes = 1;
          continue;
        }

      class = peek (self, at, &n_bytes);
      if (class == CLASS_LETTER || class == CLASS_DIGIT)
        {
          fold_character (self, at);
          scan.n_upper += class == CLASS_LETTER && is_upper_at (self, at);
          scan.n_total += class == CLASS_LETTER;
          scan.n_letters++;
        }
      else if (class != CLASS_JOINER)
        {
          n_bytes = scan_joint (self, at, &scan);
          if (n_bytes == 0)
            break;
        }
    }

  /* “J.”, “U.S.”, “p.m.”: the stop belongs to them. */
  if (byte_at (self, at) == '.' && scan.is_chain && scan.n_letters == 1 &&
      (scan.n_total > 1 ||
       (scan.n_upper == 1 && self->folded[0] != 'i' && byte_at (self, at + 1) == ' ')))
    {
      self->has_stop = TRUE;
      at++;
    }

  self->kind = LEADUP_TOKEN_WORD;
  self->is_capitalised = is_upper_at (self, self->span.start);
  self->is_all_capitals = scan.n_total >= 2 && scan.n_upper == scan.n_total;
  self->at = at;
}

static gboolean
is_thousands_group (const LeadupTokenScanner *self,
                    gsize                     at)
{
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isdigit (byte_at (self, at + i)))
      return FALSE;

  return !g_ascii_isdigit (byte_at (self, at + 3));
}

/* Digits with group and decimal separators, and the letters at their end: “1,000”, “3.5”, “19th”,
 * “1980s”. */
static void
scan_number (LeadupTokenScanner *self)
{
  gsize at = self->at;

  for (;;)
    {
      gsize n_bytes;
      CharacterClass class = peek (self, at, &n_bytes);
      char byte = byte_at (self, at);

      if (class == CLASS_DIGIT || class == CLASS_LETTER)
        fold_character (self, at);
      else if ((byte == '.' && g_ascii_isdigit (byte_at (self, at + 1))) ||
               (byte == ',' && is_thousands_group (self, at + 1)))
        fold_bytes (self, &byte, 1);
      else
        break;

      at += n_bytes;
    }

  self->kind = LEADUP_TOKEN_NUMBER;
  self->at = at;
}

static const char *
fold_punctuation (gunichar character)
{
  switch (character)
    {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      return "-";
    case 0x2014:
    case 0x2015:
      return "--";
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2bc:
    case 0x2039:
    case 0x203a:
      return "'";
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xab:
    case 0xbb:
      return "\"";
    case 0x2026:
      return "...";
    default:
      return NULL;
    }
}

/* Runs of equal hyphens, stops, back quotes and apostrophes are one token (--, ..., ``, ''). */
static void
scan_punctuation (LeadupTokenScanner *self)
{
  gsize n_bytes;
  char byte = byte_at (self, self->at);
  const char *folded = NULL;

  (void) peek (self, self->at, &n_bytes);
  self->kind = LEADUP_TOKEN_PUNCTUATION;

  if ((guchar) byte >= 0x80)
    folded = fold_punctuation (g_utf8_get_char (self->text + self->at));

  if (folded != NULL)
    fold_bytes (self, folded, strlen (folded));
  else
    fold_bytes (self, self->text + self->at, n_bytes);

  self->at += n_bytes;

  while (byte != '\0' && strchr ("-.`'", byte) != NULL && byte_at (self, self->at) == byte)
    {
      if (self->folded_length < 3)
        fold_bytes (self, &byte, 1);
      self->at++;
    }
}

/* Addresses are one word up to the next space; of a long one the first characters. */
static gboolean
scan_address (LeadupTokenScanner *self)
{
  const char *cut;
  gsize end = self->at;

  if (self->at + 3 > self->length ||
      (strncmp (self->text + self->at, "://", 3) != 0 &&
       !(self->text[self->at] == '@' && class_at (self, self->at + 1) == CLASS_LETTER)))
    return FALSE;

  while (end < self->length && !g_ascii_isspace (self->text[end]) &&
         strchr ("<>\"", self->text[end]) == NULL)
    end++;
  while (end > self->at && g_ascii_ispunct (self->text[end - 1]) && self->text[end - 1] != '/')
    end--;

  fold_bytes (self, self->text + self->at, MIN (end - self->at, 64));
  if (!g_utf8_validate (self->folded, (gssize) self->folded_length, &cut))
    self->folded_length = (guint) (cut - self->folded);
  self->at = end;

  return TRUE;
}

/**
 * leadup_token_scanner_init:
 * @self: uninitialised memory
 * @text: valid UTF-8, lives as long as the scanner is used
 * @length: its bytes
 */
void
leadup_token_scanner_init (LeadupTokenScanner *self,
                           const char         *text,
                           gsize               length)
{
  self->text = text;
  self->length = length;
  self->at = 0;
}

/**
 * leadup_token_scanner_next:
 * @self: a scanner
 *
 * Returns: whether there was another token, which is then in the fields of @self
 */
gboolean
leadup_token_scanner_next (LeadupTokenScanner *self)
{
  CharacterClass class = CLASS_SPACE;
  gsize n_bytes = 0;

  while (self->at < self->length)
    {
      class = peek (self, self->at, &n_bytes);
      if (class != CLASS_SPACE && class != CLASS_JOINER)
        break;
      self->at += n_bytes;
    }

  if (self->at >= self->length)
    return FALSE;

  self->span.start = (guint32) self->at;
  self->folded_length = 0;
  self->is_capitalised = FALSE;
  self->is_all_capitals = FALSE;
  self->has_stop = FALSE;

  if (class == CLASS_LETTER)
    {
      scan_word (self);
      if (scan_address (self))
        self->has_stop = FALSE;
    }
  else if (class == CLASS_DIGIT)
    scan_number (self);
  else if (class == CLASS_APOSTROPHE && follows_word (self) && is_clitic (self, self->at + n_bytes))
    {
      fold_bytes (self, "'", 1);
      self->at += n_bytes;
      scan_word (self);
    }
  else if (class == CLASS_APOSTROPHE && (self->at == 0 || !follows_word (self)) &&
           is_short_year (self, self->at + n_bytes))
    {
      fold_bytes (self, "'", 1);
      self->at += n_bytes;
      scan_number (self);
    }
  else
    scan_punctuation (self);

  self->folded[self->folded_length] = '\0';
  self->span.end = (guint32) self->at;

  return TRUE;
}
