/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-word-pool.h"

#include <string.h>

struct _LeadupWordPool
{
  GStringChunk *strings;
  GPtrArray *words; /* (element-type utf8): by number; 0 is no word */
  guint32 *slots;   /* open addressing: numbers of words */
  guint32 *hashes;  /* beside the slots, so that most mismatches need no look at the string */
  guint32 mask;
};

/**
 * leadup_word_pool_hash:
 * @word: bytes without NUL
 * @length: how many
 *
 * FNV-1a: short keys, nobody chooses them to collide for long because chains stay within one
 * document.
 *
 * Returns: the hash by which a word is found
 */
guint32
leadup_word_pool_hash (const char *word,
                       gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

static gboolean
find_slot (const LeadupWordPool *self,
           const char           *word,
           gsize                 length,
           guint32               hash,
           guint32              *slot)
{
  for (guint32 i = hash & self->mask;; i = (i + 1) & self->mask)
    {
      const char *other;

      *slot = i;
      if (self->slots[i] == 0)
        return FALSE;

      if (self->hashes[i] != hash)
        continue;

      other = g_ptr_array_index (self->words, self->slots[i]);
      if (strncmp (other, word, length) == 0 && other[length] == '\0')
        return TRUE;
    }
}

static void
allocate_slots (LeadupWordPool *self,
                guint32         n_slots)
{
  self->slots = g_new0 (guint32, n_slots);
  self->hashes = g_new0 (guint32, n_slots);
  self->mask = n_slots - 1;
}

static void
grow (LeadupWordPool *self)
{
  g_autofree guint32 *old_slots = self->slots;
  g_autofree guint32 *old_hashes = self->hashes;
  guint32 n_old = self->mask + 1;

  allocate_slots (self, n_old * 2);

  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 j;

      if (old_slots[i] == 0)
        continue;

      for (j = old_hashes[i] & self->mask; self->slots[j] != 0; j = (j + 1) & self->mask)
        ;

      self->slots[j] = old_slots[i];
      self->hashes[j] = old_hashes[i];
    }
}

/**
 * leadup_word_pool_new:
 * @expected: how many words it will about hold
 *
 * Returns: (transfer full): an empty pool
 */
LeadupWordPool *
leadup_word_pool_new (gsize expected)
{
  LeadupWordPool *self = g_new0 (LeadupWordPool, 1);
  guint32 n_slots = 64;

  while (n_slots < expected * 2 && n_slots < (1u << 20))
    n_slots *= 2;

  self->strings = g_string_chunk_new (4096);
  self->words = g_ptr_array_sized_new (n_slots / 2);
  g_ptr_array_add (self->words, NULL);
  allocate_slots (self, n_slots);

  return self;
}

void
leadup_word_pool_free (LeadupWordPool *self)
{
  if (self == NULL)
    return;

  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->words);
  g_free (self->slots);
  g_free (self->hashes);
  g_free (self);
}

/**
 * leadup_word_pool_add:
 * @self: a pool
 * @word: bytes without NUL
 * @length: how many
 *
 * Returns: the number of @word, which is new if it was not in the pool
 */
guint32
leadup_word_pool_add (LeadupWordPool *self,
                      const char     *word,
                      gsize           length)
{
  guint32 hash, slot;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (word != NULL, 0);

  hash = leadup_word_pool_hash (word, length);
  if (find_slot (self, word, length, hash, &slot))
    return self->slots[slot];

  if (self->words->len * 2 > self->mask)
    {
      grow (self);
      (void) find_slot (self, word, length, hash, &slot);
    }

  self->slots[slot] = self->words->len;
  self->hashes[slot] = hash;
  g_ptr_array_add (self->words, g_string_chunk_insert_len (self->strings, word, (gssize) length));

  return self->slots[slot];
}

/**
 * leadup_word_pool_find:
 * @self: a pool
 * @word: bytes without NUL
 * @length: how many
 *
 * Returns: the number of @word, 0 if it is not in the pool
 */
guint32
leadup_word_pool_find (const LeadupWordPool *self,
                       const char           *word,
                       gsize                 length)
{
  guint32 slot;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (word != NULL, 0);

  if (!find_slot (self, word, length, leadup_word_pool_hash (word, length), &slot))
    return 0;

  return self->slots[slot];
}

/**
 * leadup_word_pool_get:
 * @self: a pool
 * @id: the number of a word
 *
 * Returns: (transfer none): the word, the same pointer as long as the pool lives
 */
const char *
leadup_word_pool_get (const LeadupWordPool *self,
                      guint32               id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id > 0 && id < self->words->len, NULL);

  return g_ptr_array_index (self->words, id);
}

guint32
leadup_word_pool_get_n_words (const LeadupWordPool *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->words->len - 1;
}
