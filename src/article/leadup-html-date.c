/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-html-date.h"

#include "base/leadup-calendar.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

/* Pages are of these years. */
#define MIN_YEAR 1990
#define MAX_YEAR 2100
#define MAX_TEXT 400
#define N_MONTHS 12

static gboolean
set_day (int     year,
         int     month,
         int     day,
         gint64 *number)
{
  if (year < MIN_YEAR || year > MAX_YEAR || !leadup_calendar_is_valid_date (year, month, day))
    return FALSE;

  *number = leadup_calendar_day_number (year, month, day);

  return TRUE;
}

static guint
read_digits (const char *at,
             int        *value)
{
  guint n = 0;

  for (*value = 0; n < 9 && g_ascii_isdigit (at[n]); n++)
    *value = *value * 10 + at[n] - '0';

  return n;
}

/* 2025-12-19, 2025/12/19, 20251219, 19.12.2025, 12/19/2025 at @at. Slashes have the month first in
 * American English only. */
static gboolean
read_numeric (const LeadupHtmlDateSearch *self,
              const char                 *at,
              gint64                     *day)
{
  int values[3];
  guint lengths[3];
  const char *p = at;
  char separator;

  lengths[0] = read_digits (p, &values[0]);
  if (lengths[0] == 8)
    return set_day (values[0] / 10000, values[0] / 100 % 100, values[0] % 100, day);

  p += lengths[0];
  separator = *p;
  if (lengths[0] == 0 || lengths[0] > 4 || separator == '\0' || strchr ("-/.", separator) == NULL)
    return FALSE;

  for (guint i = 1; i < 3; i++)
    {
      if (*p != separator)
        return FALSE;
      p++;
      if (*p == ' ')
        p++;
      lengths[i] = read_digits (p, &values[i]);
      if (lengths[i] == 0 || lengths[i] > 4)
        return FALSE;
      p += lengths[i];
    }

  if (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
    return set_day (values[0], values[1], values[2], day);

  if (lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 4 || lengths[2] == 2))
    {
      int year = lengths[2] == 4 ? values[2] : 2000 + values[2];
      gboolean month_first =
          separator != '.' && (self->language == NULL || strcmp (self->language, "en") == 0);

      if (values[0] > 12 || (!month_first && values[1] <= 12))
        return set_day (year, values[1], values[0], day);

      return set_day (year, values[0], values[1], day);
    }

  return FALSE;
}

typedef struct
{
  char *names[2][N_MONTHS]; /* long, short; folded */
} Months;

static void
months_free (gpointer data)
{
  Months *months = data;

  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_free (months->names[0][i]);
      g_free (months->names[1][i]);
    }
  g_free (months);
}

static char *
dup_symbol (const UDateFormat    *format,
            UDateFormatSymbolType type,
            int                   index)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar units[64];
  char bytes[256];
  g_autofree char *lower = NULL;
  int32_t n = udat_getSymbols (format, type, index, units, G_N_ELEMENTS (units), &status);

  if (U_FAILURE (status) || n <= 0 || n >= (int32_t) G_N_ELEMENTS (units))
    return g_strdup ("");

  u_strToUTF8 (bytes, sizeof bytes, NULL, units, n, &status);
  if (U_FAILURE (status))
    return g_strdup ("");

  lower = g_utf8_strdown (bytes, -1);
  if (g_str_has_suffix (lower, "."))
    lower[strlen (lower) - 1] = '\0';

  return g_steal_pointer (&lower);
}

/* The names of the months in a language, from CLDR; each thread reads them once. */
static const Months *
get_months (const char *language)
{
  static GPrivate private = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *table = g_private_get (&private);
  Months *months;
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format;

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, months_free);
      g_private_set (&private, table);
    }

  if (language == NULL)
    language = "en";
  months = g_hash_table_lookup (table, language);
  if (months != NULL)
    return months;

  format = udat_open (UDAT_NONE, UDAT_LONG, language, NULL, 0, NULL, 0, &status);
  if (U_FAILURE (status))
    return NULL;

  months = g_new0 (Months, 1);
  for (int i = 0; i < N_MONTHS; i++)
    {
      months->names[0][i] = dup_symbol (format, UDAT_MONTHS, i);
      months->names[1][i] = dup_symbol (format, UDAT_SHORT_MONTHS, i);
    }
  udat_close (format);
  g_hash_table_insert (table, g_strdup (language), months);

  return months;
}

/* The month whose name starts at @at in a folded text, 0 if none; @length is that of the name. */
static int
read_month (const char *language,
            const char *at,
            gsize      *length)
{
  const Months *months = get_months (language);

  for (guint kind = 0; months != NULL && kind < 2; kind++)
    for (int i = 0; i < N_MONTHS; i++)
      {
        const char *name = months->names[kind][i];
        gsize n = strlen (name);

        if (n >= 3 && strncmp (at, name, n) == 0 && !g_unichar_isalpha (g_utf8_get_char (at + n)))
          {
            *length = n;
            return i + 1;
          }
      }

  return 0;
}

static const char *
skip_filler (const char *at)
{
  static const char *const fillers[] = { "de ", "del ", "st", "nd", "rd", "th", "º", "er ", "of " };

  for (gboolean moved = TRUE; moved;)
    {
      moved = FALSE;
      while (*at == ' ' || *at == '.' || *at == ',' || *at == '-')
        at++;
      for (guint i = 0; i < G_N_ELEMENTS (fillers) && !moved; i++)
        if (g_str_has_prefix (at, fillers[i]))
          {
            at += strlen (fillers[i]);
            moved = TRUE;
          }
    }

  return at;
}

/* “19. Dezember 2019”, “19 décembre 2019” where digits start; “December 19, 2019” where the name
 * does. */
static gboolean
read_named (const char *language,
            const char *at,
            gint64     *day)
{
  int in_month = 0;
  int year, month;
  gsize length = 0;
  gboolean day_first = g_ascii_isdigit (*at);

  if (day_first)
    {
      guint n = read_digits (at, &in_month);

      if (n > 2)
        return FALSE;
      at = skip_filler (at + n);
    }

  month = read_month (language, at, &length);
  if (month == 0)
    return FALSE;

  at = skip_filler (at + length);
  if (!day_first)
    {
      guint n = read_digits (at, &in_month);

      if (n == 0 || n > 2)
        return FALSE;
      at = skip_filler (at + n);
    }

  return read_digits (at, &year) == 4 && set_day (year, month, in_month, day);
}

/**
 * leadup_html_date_parse:
 * @self: with the language of the page
 * @text: (nullable): what may hold a day: an attribute, a short text
 * @day: (out): the first day in it
 *
 * Returns: whether there is one
 */
gboolean
leadup_html_date_parse (const LeadupHtmlDateSearch *self,
                        const char                 *text,
                        gint64                     *day)
{
  g_autofree char *folded = NULL;
  g_autofree char *cut = NULL;
  gboolean after_word = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  cut = g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_TEXT));
  folded = g_utf8_strdown (cut, -1);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean is_word = g_unichar_isalnum (character);

      if (is_word && !after_word)
        {
          if (g_unichar_isdigit (character) && read_numeric (self, at, day))
            return TRUE;
          if (read_named (self->language, at, day) ||
              (self->language != NULL && strcmp (self->language, "en") != 0 &&
               read_named ("en", at, day)))
            return TRUE;
        }
      after_word = is_word;
    }

  return FALSE;
}

static gboolean
is_called (const LeadupHtmlNode *node,
           const char  * const  *words)
{
  static const char *const attributes[] = { "class", "id", "itemprop", "data-testid" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = leadup_html_node_attribute (node, attributes[i]);
      g_autofree char *lower =
          value != NULL ? g_ascii_strdown (value, (gssize) MIN (strlen (value), 300)) : NULL;

      for (guint j = 0; lower != NULL && words[j] != NULL; j++)
        if (strstr (lower, words[j]) != NULL)
          return TRUE;
    }

  return FALSE;
}

static gboolean
read_element (const LeadupHtmlDateSearch *self,
              guint32                     index,
              gint64                     *day)
{
  static const char *const attributes[] = { "datetime",      "content",   "title",
                                            "data-datetime", "data-date", "data-timestamp" };
  const LeadupHtmlNode *node = leadup_html_tree_get (self->tree, index);

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (leadup_html_date_parse (self, leadup_html_node_attribute (node, attributes[i]), day))
      return TRUE;

  if (node->text_length > 0 && node->text_length < 200)
    {
      g_autofree char *text = leadup_html_tree_dup_text (self->tree, index);

      return leadup_html_date_parse (self, text, day);
    }

  return FALSE;
}

/**
 * leadup_html_date_find_in_elements:
 * @self: a page
 * @day: (out): the day
 *
 * Looks at elements that say that they hold the day: by `itemprop`, as `<time>`, by class or id.
 *
 * Returns: whether there is one
 */
gboolean
leadup_html_date_find_in_elements (const LeadupHtmlDateSearch *self,
                                   gint64                     *day)
{
  static const char *const published[] = { "datepublished", "pubdate",   "publish",
                                           "date-posted",   "posted-on", NULL };
  static const char *const dated[] = { "date",       "dateline",     "timestamp", "time",
                                       "byline",     "datum",        "fecha",     "post-meta",
                                       "entry-meta", "article-info", "meta",      NULL };
  static const char *const changed[] = {
    "modified", "update", "comment", "related", "sidebar", NULL
  };

  for (guint pass = 0; pass < 3; pass++)
    for (guint32 i = 1; i < self->tree->nodes->len; i++)
      {
        const LeadupHtmlNode *node = leadup_html_tree_get (self->tree, i);
        gboolean is_time = node->tag == GUMBO_TAG_TIME;

        if (node->is_text || node->tag == GUMBO_TAG_META || node->tag == GUMBO_TAG_SCRIPT ||
            node->tag == GUMBO_TAG_BODY || is_called (node, changed))
          continue;

        if ((pass == 0 && (is_called (node, published) ||
                           leadup_html_node_attribute (node, "pubdate") != NULL)) ||
            (pass == 1 && is_time) || (pass == 2 && is_called (node, dated)))
          if (read_element (self, i, day))
            return TRUE;
      }

  return FALSE;
}

/**
 * leadup_html_date_find_in_url:
 * @url: (nullable): the address of a page
 * @day: (out): the day
 *
 * “…/2025/12/19/…”, “…-20251219-…”, “…/2025-12-19-…”.
 *
 * Returns: whether there is one
 */
gboolean
leadup_html_date_find_in_url (const char *url,
                              gint64     *day)
{
  LeadupHtmlDateSearch search = { NULL, NULL };

  g_return_val_if_fail (day != NULL, FALSE);

  for (const char *at = url; at != NULL && *at != '\0'; at++)
    {
      int value;
      guint n;

      if (!g_ascii_isdigit (*at) || (at > url && g_ascii_isdigit (at[-1])))
        continue;
      n = read_digits (at, &value);
      if ((n == 4 || n == 8) && read_numeric (&search, at, day))
        return TRUE;
    }

  return FALSE;
}

/**
 * leadup_html_date_find_in_text:
 * @self: a page
 * @day: (out): the day
 *
 * The first day in a short text of the page, for pages that say nothing about themselves.
 *
 * Returns: whether there is one
 */
gboolean
leadup_html_date_find_in_text (const LeadupHtmlDateSearch *self,
                               gint64                     *day)
{
  for (guint32 i = 1; i < self->tree->nodes->len; i++)
    {
      const LeadupHtmlNode *node = leadup_html_tree_get (self->tree, i);
      GumboTag parent = leadup_html_tree_get (self->tree, node->parent)->tag;

      if (!node->is_text || node->text_length < 8 || node->text_length > 120 ||
          node->node->type == GUMBO_NODE_COMMENT || parent == GUMBO_TAG_SCRIPT ||
          parent == GUMBO_TAG_STYLE)
        continue;

      if (leadup_html_date_parse (self, node->node->v.text.text, day))
        return TRUE;
    }

  return FALSE;
}
