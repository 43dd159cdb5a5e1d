/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-pool.h"

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Of so many strings the lengths are remembered between the passes. */
#define LEADUP_ARENA_TEXTS (32)

/**
 * LeadupArena:
 * @arrays: where the next array goes; %NULL while measuring
 * @text: where the next string goes; %NULL while measuring
 * @texts: (nullable): what neighbours have of strings that may be shared
 * @n: strings so far, in each pass
 *
 * Copies a struct with all its strings and arrays into one block of memory. A pack function names
 * what belongs to the struct; it runs twice, first to measure, then to copy, so that sizes and
 * copies cannot disagree. A million records cost a million blocks instead of ten million, and one
 * leadup_arena_free() each.
 */
typedef struct
{
  gsize            array_bytes;
  gsize            text_bytes;
  char            *arrays;
  char            *text;
  LeadupPoolTexts *texts;
  guint            n;
  gsize            lengths[LEADUP_ARENA_TEXTS];
  const char      *found[LEADUP_ARENA_TEXTS];
} LeadupArena;

/**
 * LeadupWords:
 * @first: the first word of the struct
 * @present: which of its words follow, the first one left out
 * @rest: these, in their order
 *
 * A struct of 64-bit words of which most are as they always are: only the others are stored.
 */
typedef struct
{
  gpointer first;
  guint64  present;
  guint64  rest[];
} LeadupWords;

/**
 * LeadupPackFunc:
 * @arena: the arena
 * @fields: a copy of the struct, whose pointers are to be kept, and whose values may be corrected
 *
 * Must do the same in both passes; may not take references.
 */
typedef void (*LeadupPackFunc) (LeadupArena *arena, gpointer fields);

gpointer leadup_arena_pack        (gconstpointer          fields,
                                   gsize                  size,
                                   LeadupPackFunc         pack) G_GNUC_WARN_UNUSED_RESULT;
gpointer leadup_arena_pack_words  (gconstpointer          fields,
                                   gconstpointer          defaults,
                                   gsize                  size,
                                   LeadupPackFunc         pack) G_GNUC_WARN_UNUSED_RESULT;
void     leadup_arena_unpack_words (const LeadupWords    *words,
                                   gconstpointer          defaults,
                                   gsize                  size,
                                   gpointer               fields);
void     leadup_arena_free        (gpointer               block);

void     leadup_arena_keep_shared (LeadupArena           *arena,
                                   const char           **string);
void     leadup_arena_keep_strv   (LeadupArena           *arena,
                                   const char * const   **strv);
gpointer leadup_arena_keep_array  (LeadupArena           *arena,
                                   gconstpointer          array,
                                   gsize                  element_size,
                                   guint                  n_elements);

/**
 * leadup_arena_keep_string:
 * @arena: an arena
 * @string: (inout) (nullable): a member of the struct; points to the copy afterwards
 */
static inline void
leadup_arena_keep_string (LeadupArena *arena,
                          const char **string)
{
  guint index;
  gsize length;

  if (*string == NULL)
    return;

  index = arena->n++;
  if (arena->text == NULL)
    {
      length = strlen (*string);
      if (index < LEADUP_ARENA_TEXTS)
        {
          arena->lengths[index] = length;
          arena->found[index] = NULL;
        }
      arena->text_bytes += length + 1;
      return;
    }

  length = index < LEADUP_ARENA_TEXTS ? arena->lengths[index] : strlen (*string);
  memcpy (arena->text, *string, length + 1);
  *string = arena->text;
  arena->text += length + 1;
}

/* Returns: a word of the struct without unpacking it; 0 where it is as always */
static inline guint64
leadup_words_get (const LeadupWords *self,
                  guint              word)
{
  guint64 bit = (guint64) 1 << word;

  return (self->present & bit) != 0
             ? self->rest[__builtin_popcountll (self->present & (bit - 1))]
             : 0;
}

G_END_DECLS
