/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-extract.h"

G_BEGIN_DECLS

/**
 * EventRow:
 * @expected: “PLOVER quad modality: initiators > targets” of its main event, empty if it has none
 *
 * A text and what it tells of. Tables end with a row without a text.
 */
typedef struct
{
  const char *text;
  const char *expected;
} EventRow;

LeadupArticle *event_rows_read (const char *text);
void event_rows_append_arguments (GString             *line,
                                  const LeadupArticle *article,
                                  const GArray        *arguments);
char *event_rows_describe_main (const LeadupArticle *article);
void event_rows_check (gconstpointer data);
void event_rows_check_all (gconstpointer data);

G_END_DECLS
