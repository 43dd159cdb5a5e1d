/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-hash.h"

#include <string.h>

const char leadup_import_hash_alphabet[33] = "0123456789bcdfghjkmnpqrstvwxyzae";

/* The last bytes of a text, fewer than a word has, as the low ones of a word; without a call for
 * each of a few bytes. @length: of all of it */
static inline guint64
read_rest (const guint8 *at,
           gsize         n,
           gsize         length)
{
  guint64 word;
  guint32 low, high;

  if (n == 0)
    return 0;

  if (length >= sizeof word)
    {
      memcpy (&word, at + n - sizeof word, sizeof word);
      return GUINT64_FROM_LE (word) >> 8 * (sizeof word - n);
    }
  if (n >= sizeof low)
    {
      memcpy (&low, at, sizeof low);
      memcpy (&high, at + n - sizeof high, sizeof high);
      return GUINT32_FROM_LE (low) | (guint64) GUINT32_FROM_LE (high) << 8 * (n - sizeof high);
    }

  return at[0] | (guint64) at[n / 2] << 8 * (n / 2) | (guint64) at[n - 1] << 8 * (n - 1);
}

/* @seed: 0, or the hash of what stands before */
guint64
leadup_import_hash (guint64       seed,
                    gconstpointer bytes,
                    gsize         length)
{
  const guint8 *at = bytes;
  guint64 state = leadup_import_hash_mix (seed, (guint64) length + 1);
  guint64 word;
  gsize n = length;

  for (; n >= sizeof word; at += sizeof word, n -= sizeof word)
    {
      memcpy (&word, at, sizeof word);
      state = leadup_import_hash_mix (state, GUINT64_FROM_LE (word));
    }
  state = leadup_import_hash_mix (state, read_rest (at, n, length));
  state = leadup_import_hash_mix (state, state >> 32);

  return state ^ (state >> 32);
}
