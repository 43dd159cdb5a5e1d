/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "storage/leadup-json-value.h"

G_BEGIN_DECLS

/* What a JSON text may not pass, whoever wrote it. */
#define LEADUP_JSON_MAX_BYTES  ((gsize) 512 << 20)
#define LEADUP_JSON_MAX_DEPTH  (64)
#define LEADUP_JSON_MAX_KEY    ((gsize) 1 << 20)
#define LEADUP_JSON_MAX_STRING ((gsize) 16 << 20)

/**
 * LeadupJsonFlags:
 * @LEADUP_JSON_STRICT: for our own files
 * @LEADUP_JSON_REPAIR_SURROGATES: for imports: halves of surrogate pairs become U+FFFD instead of
 * an error
 * @LEADUP_JSON_ALLOW_NUL: “\u0000” is correct JSON, though no text of ours can hold it: only for
 * asking whether the syntax is right; values of such a text must not be read
 */
typedef enum
{
  LEADUP_JSON_STRICT = 0,
  LEADUP_JSON_REPAIR_SURROGATES = 1 << 0,
  LEADUP_JSON_ALLOW_NUL = 1 << 1,
} LeadupJsonFlags;

/**
 * LeadupJsonScanner:
 *
 * A text that was proven to be JSON (RFC 8259), the whole of it before anything is read: valid
 * UTF-8, one root, no deeper than %LEADUP_JSON_MAX_DEPTH, bounded strings, finite numbers. The
 * proof needs one pass, no recursion and no memory, and is the same with every version of
 * json-glib.
 *
 * Afterwards the values are walked in place with #LeadupJsonIter, and each record is handed to
 * json-glib alone, so that memory stays near the size of the result:
 *
 * |[<!-- language="C" -->
 * scanner = leadup_json_scanner_new (bytes, LEADUP_JSON_REPAIR_SURROGATES, error);
 * if (scanner == NULL)
 *   return NULL;
 *
 * if (!leadup_json_scanner_find_array (scanner, names, &array))    // [{…},{…}] or {"events":[{…}]}
 *   …
 * parser = json_parser_new ();
 * leadup_json_iter_init (&iter, &array);
 * while (leadup_json_iter_next (&iter, NULL, &record))
 *   {
 *     node = leadup_json_scanner_parse (scanner, parser, &record, error);    // owned by the parser
 *     …
 *   }
 * ]|
 *
 * Used by one thread at a time.
 */
typedef struct _LeadupJsonScanner LeadupJsonScanner;

LeadupJsonScanner *leadup_json_scanner_new           (GBytes                *bytes,
                                                      LeadupJsonFlags        flags,
                                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_json_scanner_free          (LeadupJsonScanner     *self);

void               leadup_json_scanner_get_root      (LeadupJsonScanner     *self,
                                                      LeadupJsonValue       *root);
gboolean           leadup_json_scanner_next          (LeadupJsonScanner     *self,
                                                      LeadupJsonIter        *iter,
                                                      LeadupJsonValue       *key,
                                                      LeadupJsonValue       *value);
guint              leadup_json_scanner_get_n_repairs (LeadupJsonScanner     *self);
guint              leadup_json_scanner_get_line      (LeadupJsonScanner     *self,
                                                      const char            *at);
gboolean           leadup_json_scanner_find_array    (LeadupJsonScanner     *self,
                                                      const char * const    *names,
                                                      LeadupJsonValue       *array);
JsonNode          *leadup_json_scanner_parse         (LeadupJsonScanner     *self,
                                                      JsonParser            *parser,
                                                      const LeadupJsonValue *value,
                                                      GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupJsonScanner, leadup_json_scanner_free)

G_END_DECLS
