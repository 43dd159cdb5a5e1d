/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-json-scanner.h"

#include "base/leadup-error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* One bit a level says whether it is an object. */
G_STATIC_ASSERT (LEADUP_JSON_MAX_DEPTH <= 64);

/* Integers of so many digits always fit into 64 bits. */
#define SAFE_DIGITS 18

/* Numbers without an exponent are finite up to this length. */
#define FINITE_DIGITS 300

/* Lists and objects right in the root of which it is remembered where they stand: of a story and of
 * what is like one all of them, and they make up all of it. */
#define MAX_PARTS 32

struct _LeadupJsonScanner
{
  GBytes *bytes;
  char *repaired; /* (nullable): a copy, where halves of surrogate pairs had to go */
  const char *text;
  const char *end;
  const char *root;
  const char *root_end;
  LeadupJsonValue parts[MAX_PARTS];
  guint n_parts;

  /* Where the line begins that was asked for last, and to where it is known to go on: questions
   * mostly go forward, and a text may be one line. */
  const char *line_at;
  const char *line_known;
  guint line;

  guint n_repairs;
  gboolean has_long_integers;
};

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_KEY,
  EXPECT_KEY_OR_END,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expect;

/**
 * Pass:
 * @at: the byte to read next; after an error, the place of the error
 * @message: (nullable): what is wrong there
 * @objects: bit n says whether level n is an object
 */
typedef struct
{
  LeadupJsonScanner *scanner;
  LeadupJsonFlags flags;
  const char *at;
  const char *end;
  const char *message;
  LeadupError code;
  guint64 objects;
  guint depth;
} Pass;

static gboolean
fail (Pass       *pass,
      const char *at,
      const char *message)
{
  pass->at = at;
  pass->message = message;
  pass->code = LEADUP_ERROR_SYNTAX;

  return FALSE;
}

static gboolean
fail_limit (Pass       *pass,
            const char *at,
            const char *message)
{
  fail (pass, at, message);
  pass->code = LEADUP_ERROR_LIMIT;

  return FALSE;
}

/* RFC 3629: the length of the character that begins with a byte ≥ 0x80, or 0. */
static gsize
measure_character (const char *at,
                   const char *end)
{
  const guchar *c = (const guchar *) at;
  gsize left = (gsize) (end - at);
  gsize length;

  if (c[0] >= 0xc2 && c[0] < 0xe0)
    length = 2;
  else if (c[0] >= 0xe0 && c[0] < 0xf0)
    length = 3;
  else if (c[0] >= 0xf0 && c[0] < 0xf5)
    length = 4;
  else
    return 0;

  if (left < length)
    return 0;
  for (gsize i = 1; i < length; i++)
    if ((c[i] & 0xc0) != 0x80)
      return 0;

  /* Overlong forms, surrogates, and what is above U+10FFFF. */
  if ((c[0] == 0xe0 && c[1] < 0xa0) || (c[0] == 0xed && c[1] > 0x9f)
      || (c[0] == 0xf0 && c[1] < 0x90) || (c[0] == 0xf4 && c[1] > 0x8f))
    return 0;

  return length;
}

/* Skips what needs no look: neither a quote, a backslash, a control character nor a byte ≥ 0x80.
 * Eight bytes at a time; each test sets the high bit of the bytes that it means, and perhaps of
 * bytes behind such a one: the first bit that is set tells. */
static const char *
skip_plain (const char *at,
            const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 high = ones << 7;

  while (end - at >= 8)
    {
      guint64 word, quote, backslash, control, found;

      memcpy (&word, at, sizeof word);
      word = GUINT64_FROM_LE (word);
      quote = word ^ (ones * '"');
      backslash = word ^ (ones * '\\');
      control = (word - ones * 0x20) & ~word;
      quote = (quote - ones) & ~quote;
      backslash = (backslash - ones) & ~backslash;
      found = (word | control | quote | backslash) & high;
      if (found != 0)
        return at + __builtin_ctzll (found) / 8;
      at += 8;
    }

  while (at < end && (guchar) *at >= 0x20 && (guchar) *at < 0x80 && *at != '"' && *at != '\\')
    at++;

  return at;
}

static gboolean
read_unit (const char *at,
           const char *end,
           guint      *unit)
{
  *unit = 0;
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return FALSE;

  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      *unit = *unit << 4 | (guint) g_ascii_xdigit_value (at[i]);
    }

  return TRUE;
}

/* Writes U+FFFD over half a surrogate pair; it is as long. */
static gboolean
repair_surrogate (Pass       *pass,
                  const char *at)
{
  LeadupJsonScanner *self = pass->scanner;
  gsize size = (gsize) (self->end - self->text);
  gsize offset = (gsize) (at - self->text);

  if ((pass->flags & LEADUP_JSON_REPAIR_SURROGATES) == 0)
    return fail (pass, at, N_ ("half a surrogate pair; write the character itself"));

  if (self->repaired == NULL)
    {
      self->repaired = g_try_malloc (size);
      if (self->repaired == NULL)
        return fail_limit (pass, at, N_ ("there is not enough memory to read this"));
      memcpy (self->repaired, self->text, size);
      self->root = self->repaired + (self->root - self->text);
      for (guint i = 0; i < MAX_PARTS && self->parts[i].start != NULL; i++)
        {
          self->parts[i].start = self->repaired + (self->parts[i].start - self->text);
          self->parts[i].end = self->repaired + (self->parts[i].end - self->text);
        }
      self->text = self->repaired;
      self->end = self->text + size;
      self->line_at = self->line_known = self->text;
      pass->end = self->end;
    }

  memcpy (self->repaired + offset, "\\ufffd", 6);
  self->n_repairs++;
  pass->at = self->text + offset + 6;

  return TRUE;
}

/* pass->at is at the backslash. */
static gboolean
scan_escape (Pass *pass)
{
  const char *at = pass->at;
  guint unit, second;

  if (pass->end - at < 2)
    return fail (pass, pass->end, N_ ("the text ends within a string"));

  if (at[1] != 'u')
    {
      if (at[1] == '\0' || strchr ("\"\\/bfnrt", at[1]) == NULL)
        return fail (pass, at, N_ ("no such escape; after a backslash only \" \\ / b f n r t u"));
      pass->at = at + 2;
      return TRUE;
    }

  if (!read_unit (at, pass->end, &unit))
    return fail (pass, at, N_ ("\\u needs four hexadecimal digits"));
  if (unit == 0 && (pass->flags & LEADUP_JSON_ALLOW_NUL) == 0)
    return fail (pass, at, N_ ("the character U+0000 cannot be part of a text"));
  if (unit >= 0xd800 && unit < 0xe000)
    {
      if (unit >= 0xdc00 || !read_unit (at + 6, pass->end, &second) || second < 0xdc00
          || second >= 0xe000)
        return repair_surrogate (pass, at);
      at += 6;
    }
  pass->at = at + 6;

  return TRUE;
}

/* pass->at is at the opening quote. Lengths are those of the text, escapes as written. */
static gboolean
scan_string (Pass *pass,
             gsize max)
{
  gsize start = (gsize) (pass->at - pass->scanner->text);
  gsize length;

  pass->at++;
  for (;;)
    {
      pass->at = skip_plain (pass->at, pass->end);
      if (pass->at >= pass->end)
        return fail (pass, pass->end, N_ ("the text ends within a string"));
      if (*pass->at == '"')
        break;
      if (*pass->at == '\\')
        {
          if (!scan_escape (pass))
            return FALSE;
        }
      else if ((guchar) *pass->at < 0x20)
        return fail (pass, pass->at, N_ ("a control character within a string (a missing quote?)"));
      else
        {
          gsize bytes = measure_character (pass->at, pass->end);

          if (bytes == 0)
            return fail (pass, pass->at, N_ ("these bytes are not UTF-8"));
          pass->at += bytes;
        }
    }
  pass->at++;

  length = (gsize) (pass->at - pass->scanner->text) - start - 2;
  if (length > max)
    return fail_limit (pass, pass->scanner->text + start,
                       max == LEADUP_JSON_MAX_KEY ? N_ ("a name of more than 1 MiB")
                                                  : N_ ("a string of more than 16 MiB"));

  return TRUE;
}

static const char *
skip_digits (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at;
}

static gboolean
check_finite (Pass       *pass,
              const char *start)
{
  LeadupJsonValue value = { start, pass->at };
  double number;

  if (leadup_json_value_get_number (&value, &number) && isfinite (number))
    return TRUE;

  return fail_limit (pass, start, N_ ("a number too large to be counted with"));
}

static gboolean
scan_number (Pass *pass)
{
  const char *start = pass->at;
  const char *at = start + (*start == '-' ? 1 : 0);
  const char *digits = at;
  gboolean is_integer = TRUE;
  gboolean has_exponent = FALSE;

  at = skip_digits (at, pass->end);
  if (at == digits)
    return fail (pass, start, N_ ("a number needs a digit after its sign"));
  if (*digits == '0' && at - digits > 1)
    return fail (pass, start, N_ ("a number cannot begin with a zero"));

  if (at < pass->end && *at == '.')
    {
      digits = at + 1;
      at = skip_digits (digits, pass->end);
      is_integer = FALSE;
      if (at == digits)
        return fail (pass, start, N_ ("a number needs a digit after its point"));
    }
  if (at < pass->end && (*at == 'e' || *at == 'E'))
    {
      at++;
      if (at < pass->end && (*at == '+' || *at == '-'))
        at++;
      digits = at;
      at = skip_digits (digits, pass->end);
      is_integer = FALSE;
      has_exponent = TRUE;
      if (at == digits)
        return fail (pass, start, N_ ("a number needs a digit in its exponent"));
    }

  pass->at = at;
  if (is_integer && at - start > SAFE_DIGITS)
    pass->scanner->has_long_integers = TRUE;

  return (!has_exponent && at - start < FINITE_DIGITS) || check_finite (pass, start);
}

static gboolean
scan_literal (Pass *pass)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (pass->end - pass->at) >= length && memcmp (pass->at, words[i], length) == 0)
        {
          pass->at += length;
          return TRUE;
        }
    }

  return fail (pass, pass->at, N_ ("neither a value nor a bracket (is a quote missing?)"));
}

static gboolean
open_container (Pass   *pass,
                Expect *expect)
{
  gboolean is_object = *pass->at == '{';

  if (pass->depth == LEADUP_JSON_MAX_DEPTH)
    return fail_limit (pass, pass->at, N_ ("brackets within brackets, more than 64 deep"));

  if (pass->depth == 1 && pass->scanner->n_parts < MAX_PARTS)
    pass->scanner->parts[pass->scanner->n_parts] = (LeadupJsonValue) { pass->at, pass->at };
  pass->objects = pass->objects << 1 | (is_object ? 1 : 0);
  pass->depth++;
  pass->at++;
  *expect = is_object ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;

  return TRUE;
}

static gboolean
close_container (Pass   *pass,
                 Expect *expect)
{
  if ((*pass->at == '}') != ((pass->objects & 1) == 1))
    return fail (pass, pass->at, N_ ("a bracket of the other kind is open"));

  pass->objects >>= 1;
  pass->depth--;
  pass->at++;
  *expect = pass->depth == 0 ? EXPECT_NOTHING : EXPECT_COMMA_OR_END;
  if (pass->depth == 1 && pass->scanner->n_parts < MAX_PARTS)
    pass->scanner->parts[pass->scanner->n_parts++].end = pass->at;

  return TRUE;
}

static gboolean
scan_value (Pass   *pass,
            Expect *expect)
{
  if (*pass->at == '{' || *pass->at == '[')
    return open_container (pass, expect);

  *expect = pass->depth == 0 ? EXPECT_NOTHING : EXPECT_COMMA_OR_END;
  if (*pass->at == '"')
    return scan_string (pass, LEADUP_JSON_MAX_STRING);
  if (*pass->at == '-' || g_ascii_isdigit (*pass->at))
    return scan_number (pass);

  return scan_literal (pass);
}

static void
skip_space (Pass *pass)
{
  while (pass->at < pass->end
         && (*pass->at == ' ' || *pass->at == '\n' || *pass->at == '\r' || *pass->at == '\t'))
    pass->at++;
}

static gboolean
scan_key (Pass   *pass,
          Expect *expect)
{
  if (*pass->at != '"')
    return fail (pass, pass->at, N_ ("a name in double quotes should stand here"));
  if (!scan_string (pass, LEADUP_JSON_MAX_KEY))
    return FALSE;

  skip_space (pass);
  if (pass->at >= pass->end || *pass->at != ':')
    return fail (pass, pass->at, N_ ("a colon should stand here"));
  pass->at++;
  *expect = EXPECT_VALUE;

  return TRUE;
}

/* One token; pass->at is at its first byte. */
static gboolean
scan_token (Pass   *pass,
            Expect *expect)
{
  gboolean closes = *pass->at == ']' || *pass->at == '}';

  switch (*expect)
    {
    case EXPECT_VALUE:
      return scan_value (pass, expect);

    case EXPECT_VALUE_OR_END:
      return closes ? close_container (pass, expect) : scan_value (pass, expect);

    case EXPECT_KEY:
      return scan_key (pass, expect);

    case EXPECT_KEY_OR_END:
      return closes ? close_container (pass, expect) : scan_key (pass, expect);

    case EXPECT_COMMA_OR_END:
      if (closes)
        return close_container (pass, expect);
      if (*pass->at != ',')
        return fail (pass, pass->at, N_ ("a comma or a closing bracket should stand here"));
      pass->at++;
      *expect = (pass->objects & 1) == 1 ? EXPECT_KEY : EXPECT_VALUE;
      return TRUE;

    case EXPECT_NOTHING:
    default:
      return fail (pass, pass->at, N_ ("the text should be over here"));
    }
}

static gboolean
scan (Pass *pass)
{
  Expect expect = EXPECT_VALUE;

  for (;;)
    {
      skip_space (pass);
      if (pass->at >= pass->end)
        break;
      if (!scan_token (pass, &expect))
        return FALSE;
      if (expect == EXPECT_NOTHING && pass->scanner->root_end == NULL)
        pass->scanner->root_end = pass->at;
    }

  if (pass->scanner->root_end != NULL)
    return TRUE;

  return fail (pass, pass->end,
               pass->depth > 0 ? N_ ("the text ends before its brackets are closed")
                               : N_ ("the text ends before its first value"));
}

static void
set_error (const Pass *pass,
           GError    **error)
{
  const char *line_start = pass->scanner->text;
  guint line = 1;
  guint column = 1;

  for (const char *at = line_start; at < pass->at; at++)
    {
      if (*at == '\n')
        {
          line++;
          line_start = at + 1;
        }
    }
  /* Characters, not bytes: whatever does not go on a character begins one. */
  for (const char *at = line_start; at < pass->at; at++)
    column += ((guchar) *at & 0xc0) != 0x80 ? 1 : 0;

  g_set_error (error, LEADUP_ERROR, pass->code, _ ("Line %u, column %u: %s"), line, column,
               _ (pass->message));
}

static gboolean
check_size (GBytes  *bytes,
            GError **error)
{
  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, _ ("The file is empty"));
      return FALSE;
    }
  if (g_bytes_get_size (bytes) > LEADUP_JSON_MAX_BYTES)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("The file is larger than 512 MiB; split it into several"));
      return FALSE;
    }

  return TRUE;
}

/* json-glib wraps integers beyond 64 bits round; as a fraction they keep their size. */
static void
append_with_long_integers (const LeadupJsonValue *value,
                           GString               *text)
{
  const char *at = value->start;

  while (at < value->end)
    {
      const char *from = at;

      if (*at == '"')
        at = leadup_json_skip_string (at, value->end);
      else if (*at == '-' || g_ascii_isdigit (*at))
        while (at < value->end && strchr ("+-.eE0123456789", *at) != NULL)
          at++;
      else
        at++;
      g_string_append_len (text, from, at - from);
      if ((*from == '-' || g_ascii_isdigit (*from)) && at - from > SAFE_DIGITS
          && skip_digits (from + 1, at) == at)
        g_string_append (text, "e0");
    }
}

/**
 * leadup_json_scanner_new:
 * @bytes: a text from outside
 * @flags: how strict
 * @error: return location; the message names line and column
 *
 * Proves that @bytes are one JSON text. A byte order mark in front is skipped.
 *
 * Returns: (nullable): the proven text; %NULL with %LEADUP_ERROR_SYNTAX or %LEADUP_ERROR_LIMIT
 */
LeadupJsonScanner *
leadup_json_scanner_new (GBytes         *bytes,
                         LeadupJsonFlags flags,
                         GError        **error)
{
  g_autoptr (LeadupJsonScanner) self = NULL;
  Pass pass = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_size (bytes, error))
    return NULL;

  self = g_new0 (LeadupJsonScanner, 1);
  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, NULL);
  self->end = self->text + g_bytes_get_size (bytes);
  if (self->end - self->text >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    self->text += 3;

  pass.scanner = self;
  pass.flags = flags;
  pass.at = self->text;
  pass.end = self->end;
  skip_space (&pass);
  self->root = pass.at;
  if (!scan (&pass))
    {
      set_error (&pass, error);
      return NULL;
    }

  self->line_at = self->line_known = self->text;
  self->line = 1;

  return g_steal_pointer (&self);
}

void
leadup_json_scanner_free (LeadupJsonScanner *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_free (self->repaired);
  g_free (self);
}

/**
 * leadup_json_scanner_next:
 * @self: a scanner
 * @iter: over the members of its root
 * @key: (out caller-allocates) (optional): as for leadup_json_iter_next()
 * @value: (out caller-allocates): likewise
 *
 * A list of a million records is not walked once more to find its end.
 *
 * Returns: %FALSE behind the last one
 */
gboolean
leadup_json_scanner_next (LeadupJsonScanner *self,
                          LeadupJsonIter    *iter,
                          LeadupJsonValue   *key,
                          LeadupJsonValue   *value)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return leadup_json_iter_next_known (iter, key, value, self->parts, self->n_parts);
}

void
leadup_json_scanner_get_root (LeadupJsonScanner *self,
                              LeadupJsonValue   *root)
{
  g_return_if_fail (self != NULL && root != NULL);

  root->start = self->root;
  root->end = self->root_end;
}

/* How many halves of surrogate pairs became U+FFFD. */
guint
leadup_json_scanner_get_n_repairs (LeadupJsonScanner *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_repairs;
}

/* The line, from 1, of a place in the text. Cheap when the places come in order. */
guint
leadup_json_scanner_get_line (LeadupJsonScanner *self,
                              const char        *at)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (at >= self->text && at <= self->end, 0);

  if (at < self->line_at)
    {
      self->line_at = self->line_known = self->text;
      self->line = 1;
    }
  while (self->line_known < at)
    {
      const char *newline = memchr (self->line_known, '\n', (gsize) (at - self->line_known));

      if (newline != NULL)
        {
          self->line++;
          self->line_at = newline + 1;
        }
      self->line_known = newline != NULL ? self->line_at : at;
    }

  return self->line;
}

/**
 * leadup_json_scanner_find_array:
 * @self: a scanner
 * @names: (array zero-terminated=1) (nullable): names under which the array may stand, the best
 * first
 * @array: (out caller-allocates): the array
 *
 * Finds the records of a file: the root itself where it is an array, or else the first of @names
 * that is an array in the root.
 *
 * Returns: whether there is one
 */
gboolean
leadup_json_scanner_find_array (LeadupJsonScanner   *self,
                                const char * const  *names,
                                LeadupJsonValue     *array)
{
  LeadupJsonValue root, key, value;
  LeadupJsonIter at;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && array != NULL, FALSE);

  leadup_json_scanner_get_root (self, &root);
  if (leadup_json_value_get_type (&root) == LEADUP_JSON_ARRAY)
    {
      *array = root;
      return TRUE;
    }

  /* Where a name stands more than once, the last one counts. */
  for (guint i = 0; *root.start == '{' && !found && names != NULL && names[i] != NULL; i++)
    for (leadup_json_iter_init (&at, &root); leadup_json_scanner_next (self, &at, &key, &value);)
      if (leadup_json_value_is_string (&key, names[i]))
        {
          found = *value.start == '[';
          *array = value;
        }

  return found;
}

/**
 * leadup_json_scanner_parse:
 * @self: a scanner
 * @parser: a parser, used again for each record
 * @value: a value of @self
 * @error: return location
 *
 * Reads one value with json-glib. Whole numbers that do not fit into 64 bits arrive as doubles. Of
 * names that stand twice in an object the last one counts.
 *
 * Returns: (transfer none) (nullable): the value, until @parser is used again
 */
JsonNode *
leadup_json_scanner_parse (LeadupJsonScanner     *self,
                           JsonParser            *parser,
                           const LeadupJsonValue *value,
                           GError               **error)
{
  g_autoptr (GString) copy = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL && parser != NULL && value != NULL, NULL);

  if (self->has_long_integers)
    {
      copy = g_string_new (NULL);
      append_with_long_integers (value, copy);
      done = json_parser_load_from_data (parser, copy->str, (gssize) copy->len, error);
    }
  else
    done = json_parser_load_from_data (parser, value->start, value->end - value->start, error);

  if (done && json_parser_get_root (parser) != NULL)
    return json_parser_get_root (parser);

  /* Cannot happen with what the scanner let through, but is not for json-glib to decide. */
  if (error != NULL && *error == NULL)
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, _ ("Line %u: cannot be read"),
                 leadup_json_scanner_get_line (self, value->start));

  return NULL;
}
