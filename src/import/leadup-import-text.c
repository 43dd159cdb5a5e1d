/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-text.h"

#include "article/leadup-article-text.h"
#include "base/leadup-ascii.h"
#include "base/leadup-error.h"
#include "storage/leadup-json-scanner.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

/**
 * leadup_import_text_decode:
 * @bytes: in any encoding, with or without a byte order mark
 * @error: return location; %LEADUP_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable): UTF-8 without a byte order mark; the same bytes where they
 * are that already
 */
GBytes *
leadup_import_text_decode (GBytes  *bytes,
                           GError **error)
{
  const char *data;
  gsize length, decoded;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (data == NULL)
    data = "";
  if (length > LEADUP_JSON_MAX_BYTES)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("The file has %u MB; up to %u MB are read"), (guint) (length >> 20),
                   (guint) (LEADUP_JSON_MAX_BYTES >> 20));
      return NULL;
    }

  if (length >= strlen (BOM) && memcmp (data, BOM, strlen (BOM)) == 0 &&
      leadup_ascii_is_utf8 (data, length))
    return g_bytes_new_from_bytes (bytes, strlen (BOM), length - strlen (BOM));
  if (length > 0 && leadup_ascii_is_utf8 (data, length))
    return g_bytes_ref (bytes);

  text = leadup_article_text_decode (data, length, NULL, &decoded);

  return g_bytes_new_take (text, decoded);
}

/**
 * leadup_import_text_parse_markup:
 * @parser: what to do with elements and texts
 * @data: for its functions
 * @bytes: UTF-8
 * @error: return location; %LEADUP_ERROR_SYNTAX where it is no XML, else what @parser found
 *
 * Returns: whether @parser went through all of it
 */
gboolean
leadup_import_text_parse_markup (const GMarkupParser *parser,
                                 gpointer             data,
                                 GBytes              *bytes,
                                 GError             **error)
{
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (parser, G_MARKUP_TREAT_CDATA_AS_TEXT, data, NULL);
  g_autoptr (GError) problem = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (g_markup_parse_context_parse (context, text, (gssize) length, &problem) &&
      g_markup_parse_context_end_parse (context, &problem))
    return TRUE;

  if (problem->domain == G_MARKUP_ERROR)
    g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX, "%s", problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}
