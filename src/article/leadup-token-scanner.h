/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

#define LEADUP_TOKEN_MAX_FOLDED 256

/**
 * LeadupTokenScanner:
 * @at: byte where the next token is looked for; a caller may move it forward over what belongs to
 *   the last token
 * @span: of the last token
 * @has_stop: the last token is a chain of letters with stops (“U.S.”) and holds its final one
 * @folded: of the last token, @folded_length bytes, cut at a limit
 *
 * Splits text into words, numbers and punctuation without knowing any word. Lives on the stack of
 * its user.
 */
typedef struct
{
  const char      *text;
  gsize            length;
  gsize            at;
  LeadupSpan       span;
  LeadupTokenKind  kind;
  guint            folded_length;
  gboolean         is_capitalised;
  gboolean         is_all_capitals;
  gboolean         has_stop;
  char             folded[LEADUP_TOKEN_MAX_FOLDED + 8];
} LeadupTokenScanner;

void     leadup_token_scanner_init (LeadupTokenScanner *self,
                                    const char         *text,
                                    gsize               length);
gboolean leadup_token_scanner_next (LeadupTokenScanner *self);

G_END_DECLS
