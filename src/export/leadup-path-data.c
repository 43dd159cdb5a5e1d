/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-path-data.h"

#include "base/leadup-error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Segments of one path. */
#define MAX_OPS 20000

/**
 * Parser:
 * @at: where the path stands
 * @start: where its part began
 * @control: the last control point, for smooth segments
 * @last: the last command in upper case
 */
typedef struct
{
  const char *next;
  GArray *ops;
  LeadupPoint at;
  LeadupPoint start;
  LeadupPoint control;
  char last;
} Parser;

static void
skip_space (Parser *parser)
{
  while (*parser->next != '\0' && strchr (" \t\r\n,", *parser->next) != NULL)
    parser->next++;
}

static gboolean
read_number (Parser *parser,
             double *number)
{
  char *end = NULL;

  skip_space (parser);
  if (*parser->next == '\0' || strchr ("+-.0123456789", *parser->next) == NULL)
    return FALSE;
  /* “0x1” is a zero and then nonsense, not a one. */
  if (parser->next[0] == '0' && (parser->next[1] == 'x' || parser->next[1] == 'X'))
    return FALSE;

  *number = g_ascii_strtod (parser->next, &end);
  if (end == parser->next || !(fabs (*number) < 1e6))
    return FALSE;
  parser->next = end;

  return TRUE;
}

static gboolean
read_point (Parser      *parser,
            gboolean     is_relative,
            LeadupPoint *point)
{
  if (!read_number (parser, &point->x) || !read_number (parser, &point->y))
    return FALSE;
  if (is_relative)
    {
      point->x += parser->at.x;
      point->y += parser->at.y;
    }

  return TRUE;
}

static void
add (Parser            *parser,
     char               op,
     const LeadupPoint *points,
     guint              n_points)
{
  LeadupPathOp entry = { .op = op };

  for (guint i = 0; i < n_points; i++)
    entry.points[i] = points[i];
  g_array_append_val (parser->ops, entry);
  if (n_points == 0)
    {
      parser->at = parser->start;
      return;
    }
  parser->at = points[n_points - 1];
  parser->control = n_points > 1 ? points[n_points - 2] : parser->at;
  if (op == 'M')
    parser->start = parser->at;
}

/* The last control point on the other side of where the path stands; without one, there itself. */
static LeadupPoint
reflect (const Parser *parser,
         const char   *after)
{
  if (strchr (after, parser->last) == NULL)
    return parser->at;

  return (LeadupPoint) { 2 * parser->at.x - parser->control.x,
                         2 * parser->at.y - parser->control.y };
}

static gboolean
read_straight (Parser  *parser,
               char     command,
               gboolean is_relative)
{
  LeadupPoint to = parser->at;
  double value;

  if (command == 'M' || command == 'L')
    {
      if (!read_point (parser, is_relative, &to))
        return FALSE;
    }
  else
    {
      if (!read_number (parser, &value))
        return FALSE;
      if (command == 'H')
        to.x = value + (is_relative ? parser->at.x : 0);
      else
        to.y = value + (is_relative ? parser->at.y : 0);
    }
  add (parser, command == 'M' ? 'M' : 'L', &to, 1);

  return TRUE;
}

static gboolean
read_curve (Parser  *parser,
            char     command,
            gboolean is_relative)
{
  LeadupPoint points[3];
  guint n_points = command == 'C' || command == 'S' ? 3 : 2;
  guint first = 0;

  if (command == 'S')
    points[first++] = reflect (parser, "CS");
  if (command == 'T')
    points[first++] = reflect (parser, "QT");
  for (guint i = first; i < n_points; i++)
    if (!read_point (parser, is_relative, &points[i]))
      return FALSE;
  add (parser, n_points == 3 ? 'C' : 'Q', points, n_points);

  return TRUE;
}

static gboolean
read_segment (Parser *parser,
              char    letter)
{
  char command = g_ascii_toupper (letter);
  gboolean is_relative = g_ascii_islower (letter);
  gboolean is_read;

  switch (command)
    {
    case 'M':
    case 'L':
    case 'H':
    case 'V':
      is_read = read_straight (parser, command, is_relative);
      break;

    case 'C':
    case 'S':
    case 'Q':
    case 'T':
      is_read = read_curve (parser, command, is_relative);
      break;

    case 'Z':
      add (parser, 'Z', NULL, 0);
      is_read = TRUE;
      break;

    default:
      is_read = FALSE;
    }
  parser->last = command;

  return is_read;
}

/* A letter may stand for several segments: what follows a moveto are lines. */
static gboolean
read_all (Parser *parser)
{
  char letter = '\0';

  for (skip_space (parser); *parser->next != '\0'; skip_space (parser))
    {
      if (g_ascii_isalpha (*parser->next))
        letter = *parser->next++;
      else if (letter == 'M')
        letter = 'L';
      else if (letter == 'm')
        letter = 'l';
      else if (letter == '\0' || letter == 'Z' || letter == 'z')
        return FALSE;

      if (parser->ops->len == 0 && letter != 'M' && letter != 'm')
        return FALSE;
      if (parser->ops->len >= MAX_OPS || !read_segment (parser, letter))
        return FALSE;
    }

  return parser->ops->len > 0;
}

/**
 * leadup_path_data_parse:
 * @data: the attribute “d” of a path
 * @error: return location
 *
 * Reads all commands but arcs.
 *
 * Returns: (transfer full) (element-type LeadupPathOp): the segments, or %NULL
 */
GArray *
leadup_path_data_parse (const char *data,
                        GError    **error)
{
  Parser parser = { .next = data };

  g_return_val_if_fail (data != NULL, NULL);

  parser.ops = g_array_new (FALSE, FALSE, sizeof (LeadupPathOp));
  if (read_all (&parser))
    return parser.ops;

  g_set_error (
      error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
      _ ("The path cannot be read at character %u: it may hold M, L, H, V, C, S, Q, T and Z. "
         "Convert arcs to curves in your drawing program."),
      (guint) (parser.next - data) + 1);
  g_array_unref (parser.ops);

  return NULL;
}
