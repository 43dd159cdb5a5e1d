/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupArena:
 *
 * Copies a struct with all its strings and arrays into one block of memory. A pack function names
 * what belongs to the struct; it runs twice, first to measure, then to copy, so that sizes and
 * copies cannot disagree. A million records cost a million blocks instead of ten million, and one
 * leadup_arena_free() each.
 */
typedef struct
{
  gsize    array_bytes;
  gsize    text_bytes;
  char    *arrays; /* where the next array goes; %NULL while measuring */
  char    *text;   /* where the next string goes; %NULL while measuring */
  gboolean is_valid;
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

void     leadup_arena_keep_string (LeadupArena           *arena,
                                   const char           **string);
void     leadup_arena_keep_strv   (LeadupArena           *arena,
                                   const char * const   **strv);
gpointer leadup_arena_keep_array  (LeadupArena           *arena,
                                   gconstpointer          array,
                                   gsize                  element_size,
                                   guint                  n_elements);

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
