/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-json.h"

#include "article/leadup-html-tree.h"
#include "base/leadup-text.h"
#include "import/leadup-import-date.h"
#include "import/leadup-import-text.h"
#include "storage/leadup-record-shape.h"

#include <glib/gi18n.h>
#include <string.h>

/* A value that is only shown is cut here. */
#define MAX_KEPT 4096

/* Characters of a value that is only shown. */
#define MAX_RAW 200

/**
 * leadup_import_json_open:
 * @input: an input in any encoding, with or without a byte order mark
 * @error: return location; the message names the line
 *
 * Returns: (transfer full) (nullable): the proven text
 */
LeadupJsonScanner *
leadup_import_json_open (const LeadupImportInput *input,
                         GError                 **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (input != NULL, NULL);

  bytes = leadup_import_text_decode (input->bytes, error);
  if (bytes == NULL)
    return NULL;

  return leadup_json_scanner_new (bytes, LEADUP_JSON_REPAIR_SURROGATES, error);
}

/* Whether it starts as JSON does that holds objects. */
gboolean
leadup_import_json_starts (const char *bytes,
                           gsize       length)
{
  g_autoptr (GString) marks = g_string_new (NULL);

  /* NUL stands between the characters of UTF-16. */
  for (gsize i = 0; i < length && marks->len < 2; i++)
    if ((guchar) bytes[i] < 0x80 && bytes[i] != '\0' && !g_ascii_isspace (bytes[i]))
      g_string_append_c (marks, bytes[i]);
    else if ((guchar) bytes[i] >= 0x80 && i > 2)
      break;

  return g_str_equal (marks->str, "[{") || g_str_equal (marks->str, "[]") ||
         g_str_equal (marks->str, "{\"") || g_str_equal (marks->str, "{}") ||
         g_str_equal (marks->str, "[[");
}

/* Says what the scanner put right. */
void
leadup_import_json_warn (LeadupJsonScanner *scanner,
                         LeadupImportPlan  *plan)
{
  guint n = leadup_json_scanner_get_n_repairs (scanner);
  g_autofree char *message = NULL;

  if (n == 0)
    return;

  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u character that does not exist was replaced by “�”",
                   "%u characters that do not exist were replaced by “�”", n),
      n);
  leadup_import_plan_add_warning (plan, message);
}

/* Whether @object is an object with a member of this name that is not null. */
gboolean
leadup_import_json_get (const LeadupJsonValue *object,
                        const char            *name,
                        LeadupJsonValue       *value)
{
  return leadup_json_value_get_type (object) == LEADUP_JSON_OBJECT &&
         leadup_json_value_get_member (object, name, value) &&
         leadup_json_value_get_type (value) != LEADUP_JSON_NULL;
}

/* Returns: (transfer full) (nullable): the text of a string or a number; %NULL for anything else
 * and for blanks */
char *
leadup_import_json_dup_text (const LeadupJsonValue *value)
{
  g_autofree char *text = NULL;
  LeadupJsonType type = leadup_json_value_get_type (value);

  if (type == LEADUP_JSON_STRING)
    {
      g_autofree char *raw = leadup_json_value_dup_string (value);

      text = leadup_text_make_valid (raw, -1, LEADUP_STORY_MAX_STRING);
    }
  else if (type == LEADUP_JSON_NUMBER)
    text = g_strndup (value->start, leadup_json_value_get_size (value));

  return leadup_text_is_blank (text) ? NULL : g_steal_pointer (&text);
}

/* The value as it stands there, to show it: the text of a string, anything else as JSON, cut where
 * it is long. */
char *
leadup_import_json_dup_raw (const LeadupJsonValue *value)
{
  g_autofree char *text = leadup_import_json_dup_text (value);

  if (text == NULL)
    text = g_strndup (value->start, MIN (leadup_json_value_get_size (value), MAX_KEPT));

  return leadup_text_single_line (text, MAX_RAW);
}

static gboolean
has_markup (const char *text)
{
  for (const char *at = text; (at = strpbrk (at, "<&")) != NULL; at++)
    if (g_ascii_isalpha (at[1]) || (*at == '<' && at[1] == '/') || (*at == '&' && at[1] == '#'))
      return TRUE;

  return FALSE;
}

/* As leadup_import_json_dup_text(), without the tags of HTML. */
char *
leadup_import_json_dup_plain (const LeadupJsonValue *value)
{
  g_autofree char *text = leadup_import_json_dup_text (value);
  g_autoptr (LeadupHtmlTree) tree = NULL;
  g_autofree char *plain = NULL;

  if (text == NULL || !has_markup (text))
    return g_steal_pointer (&text);

  tree = leadup_html_tree_new (text, strlen (text));
  plain = leadup_html_tree_dup_text (tree, 0);
  g_strstrip (plain);

  return *plain != '\0' ? g_steal_pointer (&plain) : NULL;
}

char *
leadup_import_json_dup_member (const LeadupJsonValue *object,
                               const char            *name)
{
  LeadupJsonValue value;

  return leadup_import_json_get (object, name, &value) ? leadup_import_json_dup_plain (&value)
                                                       : NULL;
}

/* Numbers come as numbers or as texts, with spaces and commas in them. Absent is %FALSE; wrong is
 * %FALSE and a
 * @problem. */
static gboolean
read_part (const LeadupJsonValue *object,
           const char            *name,
           gint64                 minimum,
           gint64                 maximum,
           gint64                *part,
           char                 **problem)
{
  g_autofree char *text = leadup_import_json_dup_member (object, name);
  g_autoptr (GString) digits = NULL;

  if (text == NULL || *problem != NULL)
    return FALSE;

  digits = g_string_new (NULL);
  for (const char *at = text; *at != '\0' && *at != '.'; at++)
    if (*at != ' ' && *at != ',')
      g_string_append_c (digits, *at);

  if (g_ascii_string_to_signed (digits->str, 10, minimum, maximum, part, NULL))
    return TRUE;

  *problem = g_strdup_printf (_ ("Its date has the %s “%s”"), name, text);

  return FALSE;
}

static void
append_time (const LeadupJsonValue *object,
             GString               *edtf,
             char                 **problem)
{
  gint64 hour, minute = 0, second = 0;

  if (!read_part (object, "hour", 0, 23, &hour, problem))
    return;

  read_part (object, "minute", 0, 59, &minute, problem);
  read_part (object, "second", 0, 59, &second, problem);
  g_string_append_printf (edtf, "T%02d:%02d:%02d", (int) hour, (int) minute, (int) second);
}

/* {"year":"1815","month":"12","day":"","hour":…}: what is absent makes it less precise. */
static LeadupWhen *
read_parts (const LeadupJsonValue *object,
            const char            *as_of,
            char                 **problem)
{
  g_autoptr (GString) edtf = g_string_new (NULL);
  gint64 year, month, day;

  if (!read_part (object, "year", -9999, 9999, &year, problem))
    {
      if (*problem == NULL)
        *problem = g_strdup (_ ("Its date has no year"));
      return NULL;
    }

  g_string_append_printf (edtf, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
  if (read_part (object, "month", 1, 12, &month, problem))
    {
      g_string_append_printf (edtf, "-%02d", (int) month);
      if (read_part (object, "day", 1, 31, &day, problem))
        {
          g_string_append_printf (edtf, "-%02d", (int) day);
          append_time (object, edtf, problem);
        }
    }

  return *problem == NULL ? leadup_import_date_read (edtf->str, NULL, problem) : NULL;
}

/**
 * leadup_import_json_read_date:
 * @value: a text, a number, or an object with the parts of a date
 * @as_of: (nullable): ISO day that words are relative to
 * @problem: (out): why there is none
 *
 * Returns: (transfer full) (nullable): when it is
 */
LeadupWhen *
leadup_import_json_read_date (const LeadupJsonValue *value,
                              const char            *as_of,
                              char                 **problem)
{
  static const char *const members[] = { "edtf", "date", "start", "value", "stated" };
  g_autofree char *text = NULL;
  const LeadupImportDateStyle style = { .as_of = as_of };
  LeadupJsonValue part;
  double number;

  switch (leadup_json_value_get_type (value))
    {
    case LEADUP_JSON_NUMBER:
      if (leadup_json_value_get_number (value, &number))
        return leadup_import_date_from_number (number, problem);
      break;

    case LEADUP_JSON_STRING:
      text = leadup_import_json_dup_plain (value);
      return leadup_import_date_read (text, &style, problem);

    case LEADUP_JSON_OBJECT:
      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        if (leadup_import_json_get (value, members[i], &part) &&
            leadup_json_value_get_type (&part) != LEADUP_JSON_OBJECT)
          return leadup_import_json_read_date (&part, as_of, problem);
      return read_parts (value, as_of, problem);

    case LEADUP_JSON_NULL:
    case LEADUP_JSON_BOOLEAN:
    case LEADUP_JSON_ARRAY:
    default:
      break;
    }

  *problem = g_strdup (_ ("Its date is neither a text nor a number"));

  return NULL;
}
