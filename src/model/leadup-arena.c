/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-arena.h"

#include "base/leadup-ascii.h"
#include "base/leadup-pool.h"

#include <string.h>

#define ALIGNED(size) (((size) + 7) & ~(gsize) 7)

/* Larger than the largest fields struct; checked at run time. */
#define SCRATCH_WORDS 96

/* As many as a set of bits tells apart. */
#define MAX_WORDS 64

/* Strings of a block follow one another, so that all of them are looked at together. */
static gboolean
are_utf8 (const char *text,
          const char *end)
{
  if (leadup_ascii_measure (text, (gsize) (end - text)) == (gsize) (end - text))
    return TRUE;

  for (; text < end; text += strlen (text) + 1)
    if (!leadup_ascii_is_utf8 (text, strlen (text)))
      return FALSE;

  return TRUE;
}

/* The first pass, over a copy of the struct. */
static void
measure (LeadupArena   *arena,
         gpointer       scratch,
         gconstpointer  fields,
         gsize          size,
         LeadupPackFunc pack)
{
  arena->array_bytes = arena->text_bytes = 0;
  arena->arrays = arena->text = NULL;
  arena->n = 0;
  memcpy (scratch, fields, size);
  pack (arena, scratch);
}

/* The second pass, into @block, whose first @head bytes are the caller’s. */
static void
copy (LeadupArena   *arena,
      char          *block,
      gsize          head,
      gpointer       fields,
      LeadupPackFunc pack)
{
  arena->n = 0;
  arena->arrays = block + head;
  arena->text = arena->arrays + arena->array_bytes;
  pack (arena, fields);
}

/* Whether @block lies where the strings lie that it shares; else it is none, and shares nothing. */
static gboolean
is_near (LeadupArena *arena,
         gpointer     block)
{
  if (arena->texts == NULL || leadup_pool_texts_are_near (arena->texts, block))
    return TRUE;

  leadup_pool_free (block);
  arena->texts = NULL;

  return FALSE;
}

/* Returns: (nullable): @block, freed where its strings are none */
static gpointer
check (const LeadupArena *arena,
       gpointer           block)
{
  gboolean is_valid = are_utf8 (arena->text - arena->text_bytes, arena->text);

  if (!is_valid)
    leadup_pool_free (block);
  g_return_val_if_fail (is_valid, NULL);

  return block;
}

/**
 * leadup_arena_pack:
 * @fields: a struct
 * @size: of the struct in bytes, at most as large as the scratch
 * @pack: names the strings and arrays that belong to it
 *
 * Returns: (transfer full) (nullable): one block that starts with the copy of the struct, to be
 * freed with leadup_arena_free(); %NULL with a critical warning where a string is not UTF-8
 */
gpointer
leadup_arena_pack (gconstpointer  fields,
                   gsize          size,
                   LeadupPackFunc pack)
{
  LeadupArena arena;
  guint64 scratch[SCRATCH_WORDS];
  char *block;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (size <= sizeof scratch, NULL);

  arena.texts = NULL;
  measure (&arena, scratch, fields, size, pack);
  block = leadup_pool_alloc (ALIGNED (size) + arena.array_bytes + arena.text_bytes);
  memcpy (block, fields, size);
  copy (&arena, block, ALIGNED (size), block, pack);

  return check (&arena, block);
}

/**
 * leadup_arena_pack_words:
 * @fields: a struct of 64-bit words
 * @defaults: such a struct as it mostly is
 * @size: of both in bytes, at most 64 words
 * @pack: names the strings and arrays that belong to it
 *
 * As leadup_arena_pack(), for a struct that is largely empty and of which there are many.
 *
 * Returns: (transfer full) (nullable): one block that starts with #LeadupWords
 */
gpointer
leadup_arena_pack_words (gconstpointer  fields,
                         gconstpointer  defaults,
                         gsize          size,
                         LeadupPackFunc pack)
{
  LeadupArena arena;
  guint64 scratch[MAX_WORDS];
  const guint64 *usual = defaults;
  guint n_words = (guint) (size / sizeof (guint64)), n = 0;
  guint64 present;
  LeadupWords *words;

  g_return_val_if_fail (fields != NULL && defaults != NULL, NULL);
  g_return_val_if_fail (size % sizeof (guint64) == 0 && n_words <= MAX_WORDS, NULL);

  arena.texts = leadup_pool_get_texts ();
  do
    {
      measure (&arena, scratch, fields, size, pack);
      present = 0;
      for (guint i = 1; i < n_words; i++)
        present |= (guint64) (scratch[i] != usual[i]) << i;
      n = (guint) __builtin_popcountll (present);
      words = leadup_pool_alloc (sizeof *words + n * sizeof *words->rest + arena.array_bytes +
                                 arena.text_bytes);
    }
  while (!is_near (&arena, words));

  memcpy (scratch, fields, size);
  copy (&arena, (char *) words, sizeof *words + n * sizeof *words->rest, scratch, pack);

  memcpy (&words->first, scratch, sizeof words->first);
  words->present = present;
  for (guint64 *next = words->rest; present != 0; present &= present - 1)
    *next++ = scratch[__builtin_ctzll (present)];

  return check (&arena, words);
}

/**
 * leadup_arena_unpack_words:
 * @defaults: with which it was packed
 * @size: likewise
 * @fields: (out caller-allocates): the struct; its strings and arrays stay those of the block
 */
void
leadup_arena_unpack_words (const LeadupWords *words,
                           gconstpointer      defaults,
                           gsize              size,
                           gpointer           fields)
{
  guint64 *unpacked = fields;
  const guint64 *next = words->rest;

  memcpy (fields, defaults, size);
  memcpy (fields, &words->first, sizeof words->first);
  for (guint64 present = words->present; present != 0; present &= present - 1)
    unpacked[__builtin_ctzll (present)] = *next++;
}

/* @block: (transfer full) (nullable): what one of the two returned */
void
leadup_arena_free (gpointer block)
{
  leadup_pool_free (block);
}

/**
 * leadup_arena_keep_shared:
 * @arena: an arena
 * @string: (inout) (nullable): a member of the struct; points to the copy afterwards
 *
 * As leadup_arena_keep_string(), for what many records say in the same words: the copy may be that
 * of a neighbour.
 */
void
leadup_arena_keep_shared (LeadupArena *arena,
                          const char **string)
{
  guint index = arena->n;
  gsize length;

  if (*string == NULL || arena->texts == NULL || index >= LEADUP_ARENA_TEXTS)
    {
      leadup_arena_keep_string (arena, string);
      return;
    }

  if (arena->text != NULL)
    {
      if (arena->found[index] != NULL)
        {
          *string = arena->found[index];
          arena->n++;
          return;
        }
      leadup_arena_keep_string (arena, string);
      leadup_pool_texts_add (arena->texts, *string, arena->lengths[index]);
      return;
    }

  length = strlen (*string);
  arena->lengths[index] = length;
  arena->found[index] = leadup_pool_texts_find (arena->texts, *string, length);
  arena->text_bytes += arena->found[index] == NULL ? length + 1 : 0;
  arena->n++;
}

/**
 * leadup_arena_keep_strv:
 * @arena: an arena
 * @strv: (inout) (nullable): a member of the struct; an empty list becomes %NULL
 */
void
leadup_arena_keep_strv (LeadupArena          *arena,
                        const char * const  **strv)
{
  const char **copy;
  guint n;

  if (*strv == NULL)
    return;

  n = g_strv_length ((char **) *strv);
  if (n == 0)
    {
      *strv = NULL;
      return;
    }

  copy = leadup_arena_keep_array (arena, *strv, sizeof (char *), n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *string = (*strv)[i];

      leadup_arena_keep_string (arena, &string);
      if (copy != NULL)
        copy[i] = string;
    }

  if (copy != NULL)
    *strv = copy;
}

/**
 * leadup_arena_keep_array:
 * @arena: an arena
 * @array: (nullable): the elements
 * @element_size: bytes of one
 * @n_elements: how many
 *
 * Returns: (transfer none) (nullable): the copy, whose own strings are still the caller’s to keep;
 * %NULL while measuring and where there are no elements
 */
gpointer
leadup_arena_keep_array (LeadupArena  *arena,
                         gconstpointer array,
                         gsize         element_size,
                         guint         n_elements)
{
  gsize size = element_size * n_elements;
  gpointer copy;

  if (size == 0)
    return NULL;

  if (arena->arrays == NULL)
    {
      arena->array_bytes += ALIGNED (size);
      return NULL;
    }

  copy = arena->arrays;
  memcpy (copy, array, size);
  arena->arrays += ALIGNED (size);

  return copy;
}
