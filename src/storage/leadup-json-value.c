/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-json-value.h"

#include <string.h>

/* Longer than any double is ever written; what is longer still is read from a copy. */
#define NUMBER_LENGTH 64

/* Powers of ten that are exact. */
static const double powers[] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

/* Digits that a double holds exactly. */
#define EXACT_DIGITS 15

const char *
leadup_json_skip_space (const char *at,
                        const char *end)
{
  while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;

  return at;
}

/* As leadup_json_skip_string(), behind the quote. */
static const char *
skip_long_string (const char *from,
                  const char *end)
{
  for (;;)
    {
      const char *quote = memchr (from, '"', (gsize) (end - from));
      const char *back;

      g_assert (quote != NULL);
      back = quote;
      while (back > from && back[-1] == '\\')
        back--;
      from = quote + 1;
      if (((quote - back) & 1) == 0)
        return from;
    }
}

/* @at is the opening quote; returns what is behind the closing one. */
const char *
leadup_json_skip_string (const char *at,
                         const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const char *from = at + 1;

  /* Most end within a few bytes, for which a call takes longer than a look at eight of them
   * together: the first bit that is set is that of the first quote. */
  for (guint i = 0; i < 2 && end - from >= 8; i++, from += 8)
    {
      guint64 word, quote, found;

      memcpy (&word, from, sizeof word);
      quote = GUINT64_FROM_LE (word) ^ (ones * '"');
      found = (quote - ones) & ~quote & (ones << 7);
      if (found != 0)
        {
          from += __builtin_ctzll (found) / 8;
          if (from[-1] != '\\')
            return from + 1;
          break;
        }
    }

  return skip_long_string (at + 1, end);
}

static const char *
skip_container (const char *at,
                const char *end)
{
  guint depth = 0;

  for (;;)
    {
      g_assert (at < end);
      switch (*at)
        {
        case '"':
          at = leadup_json_skip_string (at, end);
          continue;
        case '{':
        case '[':
          depth++;
          break;
        case '}':
        case ']':
          depth--;
          break;
        default:
          break;
        }
      at++;
      if (depth == 0)
        return at;
    }
}

/* @at is the first byte of a value; returns what is behind its last one. */
const char *
leadup_json_skip_value (const char *at,
                        const char *end)
{
  if (*at == '"')
    return leadup_json_skip_string (at, end);
  if (*at == '{' || *at == '[')
    return skip_container (at, end);

  while (at < end && strchr (",]} \n\r\t", *at) == NULL)
    at++;

  return at;
}

static gunichar
read_hex (const char *at)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++)
    value = value << 4 | (gunichar) g_ascii_xdigit_value (at[i]);

  return value;
}

/* @at is behind the backslash; returns what is behind the escape. */
static const char *
decode_escape (const char *at,
               char      **text)
{
  static const char from[] = "bfnrt";
  static const char to[] = "\b\f\n\r\t";
  const char *found;
  gunichar unit;

  if (*at != 'u')
    {
      found = memchr (from, *at, sizeof from - 1);
      *(*text)++ = found != NULL ? to[found - from] : *at;
      return at + 1;
    }

  unit = read_hex (at + 1);
  at += 5;
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      /* The scanner lets only pairs through. */
      unit = 0x10000 + ((unit - 0xd800) << 10) + (read_hex (at + 2) - 0xdc00);
      at += 6;
    }
  *text += g_unichar_to_utf8 (unit, *text);

  return at;
}

LeadupJsonType
leadup_json_value_get_type (const LeadupJsonValue *self)
{
  g_return_val_if_fail (self != NULL && self->start < self->end, LEADUP_JSON_NULL);

  switch (*self->start)
    {
    case '{':
      return LEADUP_JSON_OBJECT;
    case '[':
      return LEADUP_JSON_ARRAY;
    case '"':
      return LEADUP_JSON_STRING;
    case 't':
    case 'f':
      return LEADUP_JSON_BOOLEAN;
    case 'n':
      return LEADUP_JSON_NULL;
    default:
      return LEADUP_JSON_NUMBER;
    }
}

/* In bytes. */
gsize
leadup_json_value_get_size (const LeadupJsonValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (gsize) (self->end - self->start);
}

/**
 * leadup_json_value_get_member:
 * @self: a value
 * @name: what to look for
 * @member: (out caller-allocates): its place
 *
 * Where a name stands more than once, the last one counts (as in json-glib and in browsers).
 *
 * Returns: whether @self is an object that has it
 */
gboolean
leadup_json_value_get_member (const LeadupJsonValue *self,
                              const char            *name,
                              LeadupJsonValue       *member)
{
  LeadupJsonIter iter;
  LeadupJsonValue key, value;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && name != NULL && member != NULL, FALSE);

  if (leadup_json_value_get_type (self) != LEADUP_JSON_OBJECT)
    return FALSE;

  leadup_json_iter_init (&iter, self);
  while (leadup_json_iter_next (&iter, &key, &value))
    {
      if (leadup_json_value_is_string (&key, name))
        {
          *member = value;
          found = TRUE;
        }
    }

  return found;
}

/* Whether it is a string that says @text, however it is escaped. */
gboolean
leadup_json_value_is_string (const LeadupJsonValue *self,
                             const char            *text)
{
  g_autofree char *decoded = NULL;
  const char *at, *end, *rest = text;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (*self->start != '"')
    return FALSE;

  /* Nearly always the first byte tells. */
  end = self->end - 1;
  for (at = self->start + 1; at < end && *at == *rest && *at != '\\'; at++)
    rest++;
  if (at == end)
    return *rest == '\0';
  if (*at != '\\')
    return FALSE;

  decoded = leadup_json_value_dup_string (self);
  return strcmp (decoded, text) == 0;
}

/**
 * leadup_json_value_copy_string:
 * @self: a string
 * @text: (out): gets its text and a NUL; as many bytes as the string has with its quotes suffice
 *
 * Returns: the length of the text in bytes
 */
gsize
leadup_json_value_copy_string (const LeadupJsonValue *self,
                               char                  *text)
{
  const char *at, *end;
  char *to = text;

  g_return_val_if_fail (self != NULL && *self->start == '"' && text != NULL, 0);

  at = self->start + 1;
  end = self->end - 1;
  while (at < end)
    {
      const char *escape = memchr (at, '\\', (gsize) (end - at));

      if (escape == NULL)
        escape = end;
      memcpy (to, at, (gsize) (escape - at));
      to += escape - at;
      at = escape;
      if (at < end)
        at = decode_escape (at + 1, &to);
    }
  *to = '\0';

  return (gsize) (to - text);
}

/* The text of a string, or %NULL where it is none. */
char *
leadup_json_value_dup_string (const LeadupJsonValue *self)
{
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (*self->start != '"')
    return NULL;

  text = g_malloc ((gsize) (self->end - self->start));
  leadup_json_value_copy_string (self, text);

  return text;
}

/* Numbers of few digits, without an exponent: exact in one division, as by the long way. */
static gboolean
read_short_number (const char *at,
                   const char *end,
                   double     *number)
{
  gboolean is_negative = *at == '-';
  guint64 digits = 0;
  guint n_digits = 0;
  guint n_behind = 0;
  gboolean is_behind = FALSE;

  for (at += is_negative ? 1 : 0; at < end; at++)
    {
      if (*at == '.')
        {
          is_behind = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*at) || ++n_digits > EXACT_DIGITS)
        return FALSE;
      digits = digits * 10 + (guint64) (*at - '0');
      n_behind += is_behind ? 1 : 0;
    }

  *number = (double) digits / powers[n_behind];
  if (is_negative)
    *number = -*number;

  return TRUE;
}

/* Returns: whether it is a number. */
gboolean
leadup_json_value_get_number (const LeadupJsonValue *self,
                              double                *number)
{
  char buffer[NUMBER_LENGTH];
  gsize length;

  g_return_val_if_fail (self != NULL && number != NULL, FALSE);

  if (leadup_json_value_get_type (self) != LEADUP_JSON_NUMBER)
    return FALSE;

  length = leadup_json_value_get_size (self);
  if (read_short_number (self->start, self->end, number))
    return TRUE;
  if (length < sizeof buffer)
    {
      memcpy (buffer, self->start, length);
      buffer[length] = '\0';
      *number = g_ascii_strtod (buffer, NULL);
    }
  else
    {
      g_autofree char *copy = g_strndup (self->start, length);

      *number = g_ascii_strtod (copy, NULL);
    }

  return TRUE;
}

/* Appends the value as it stands in the text, without the space between its tokens: on one line. */
void
leadup_json_value_append (const LeadupJsonValue *self,
                          GString               *text)
{
  const char *at;

  g_return_if_fail (self != NULL && text != NULL);

  at = self->start;
  while (at < self->end)
    {
      const char *from = at;

      /* Up to where there is space between two tokens. */
      while (at < self->end && *at != ' ' && *at != '\n' && *at != '\r' && *at != '\t')
        at = *at == '"' ? leadup_json_skip_string (at, self->end) : at + 1;
      g_string_append_len (text, from, at - from);
      at = leadup_json_skip_space (at, self->end);
    }
}

void
leadup_json_iter_init (LeadupJsonIter        *self,
                       const LeadupJsonValue *container)
{
  g_return_if_fail (self != NULL && container != NULL);
  g_return_if_fail (*container->start == '[' || *container->start == '{');

  self->is_object = *container->start == '{';
  self->end = container->end - 1;
  self->next = leadup_json_skip_space (container->start + 1, self->end);
}

/* Behind the value that ends at @at, and the comma behind it. */
static inline void
go_on (LeadupJsonIter *self,
       const char     *at)
{
  at = leadup_json_skip_space (at, self->end);
  if (at < self->end && *at == ',')
    at = leadup_json_skip_space (at + 1, self->end);
  self->next = at;
}

/* Where the end of a container is not known yet, its bracket tells. */
static inline gboolean
is_over (const LeadupJsonIter *self)
{
  return self->next >= self->end || *self->next == '}' || *self->next == ']';
}

static inline gboolean
next (LeadupJsonIter        *self,
      LeadupJsonValue       *key,
      LeadupJsonValue       *value,
      const LeadupJsonValue *known,
      guint                  n_known)
{
  const char *at;

  if (is_over (self))
    return FALSE;

  at = self->next;
  if (self->is_object)
    {
      const char *start = at;

      at = leadup_json_skip_string (at, self->end);
      if (key != NULL)
        *key = (LeadupJsonValue) { start, at };
      at = leadup_json_skip_space (at, self->end);
      at = leadup_json_skip_space (at + 1, self->end);
    }

  value->start = at;
  value->end = NULL;
  for (guint i = 0; i < n_known && value->end == NULL; i++)
    if (known[i].start == at)
      value->end = known[i].end;
  if (value->end == NULL)
    value->end = leadup_json_skip_value (at, self->end);
  go_on (self, value->end);

  return TRUE;
}

/**
 * leadup_json_iter_next:
 * @self: an iterator
 * @key: (out caller-allocates) (optional): the member’s name, a string; left alone in an array
 * @value: (out caller-allocates): the next element or member
 *
 * Returns: %FALSE behind the last one
 */
gboolean
leadup_json_iter_next (LeadupJsonIter  *self,
                       LeadupJsonValue *key,
                       LeadupJsonValue *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  return next (self, key, value, NULL, 0);
}

/**
 * leadup_json_iter_next_known:
 * @self: an iterator
 * @key: (out caller-allocates) (optional): as for leadup_json_iter_next()
 * @value: (out caller-allocates): likewise
 * @known: (array length=n_known): values whose end need not be looked for
 * @n_known: how many
 *
 * Returns: %FALSE behind the last one
 */
gboolean
leadup_json_iter_next_known (LeadupJsonIter        *self,
                             LeadupJsonValue       *key,
                             LeadupJsonValue       *value,
                             const LeadupJsonValue *known,
                             guint                  n_known)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  return next (self, key, value, known, n_known);
}

/**
 * leadup_json_iter_enter:
 * @self: an iterator over an array
 * @element: (out caller-allocates): where the next element begins; its end is not known yet, unless
 * it is no object
 * @members: (out caller-allocates): walks the members of an object; ends at once for anything else
 *
 * For readers that look at each member: the object is not walked twice, once to find its end and
 * once for its members. leadup_json_iter_leave() has to follow.
 *
 * Returns: %FALSE behind the last element
 */
gboolean
leadup_json_iter_enter (LeadupJsonIter  *self,
                        LeadupJsonValue *element,
                        LeadupJsonIter  *members)
{
  g_return_val_if_fail (self != NULL && element != NULL && members != NULL, FALSE);

  if (is_over (self))
    return FALSE;

  *members = (LeadupJsonIter) { self->end, self->end, TRUE };
  element->start = self->next;
  element->end = self->end;
  if (*element->start == '{')
    members->next = leadup_json_skip_space (element->start + 1, self->end);
  else
    element->end = leadup_json_skip_value (element->start, self->end);

  return TRUE;
}

/* Goes on behind an element that was entered; the members that were not asked for are left out. */
void
leadup_json_iter_leave (LeadupJsonIter       *self,
                        LeadupJsonValue      *element,
                        const LeadupJsonIter *members)
{
  LeadupJsonIter rest;
  LeadupJsonValue value;

  g_return_if_fail (self != NULL && element != NULL && members != NULL);

  if (*element->start == '{')
    {
      rest = *members;
      while (leadup_json_iter_next (&rest, NULL, &value))
        ;
      element->end = rest.next + 1;
    }
  go_on (self, element->end);
}
