/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-hash.h"

#include <string.h>

/* Odd, with bits all over. */
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static guint64
mix (guint64 state,
     guint64 word)
{
  state = (state ^ word) * FACTOR;

  return state ^ (state >> 29);
}

/* @seed: 0, or the hash of what stands before */
guint64
leadup_import_hash (guint64       seed,
                    gconstpointer bytes,
                    gsize         length)
{
  const guint8 *at = bytes;
  guint64 state = mix (seed, (guint64) length + 1);
  guint64 word;

  for (; length >= sizeof word; at += sizeof word, length -= sizeof word)
    {
      memcpy (&word, at, sizeof word);
      state = mix (state, GUINT64_FROM_LE (word));
    }
  word = 0;
  memcpy (&word, at, length);
  state = mix (state, GUINT64_FROM_LE (word));
  state = mix (state, state >> 32);

  return state ^ (state >> 32);
}

/* @text: (nullable): which is not the same as an empty one */
guint64
leadup_import_hash_text (guint64     seed,
                         const char *text)
{
  return text != NULL ? leadup_import_hash (seed, text, strlen (text)) : mix (seed, 0);
}

/* Writes 5 bits a digit, without a NUL. No letters that look like digits or make words. */
void
leadup_import_hash_write (guint64 hash,
                          char   *digits,
                          guint   n_digits)
{
  static const char alphabet[] = "0123456789bcdfghjkmnpqrstvwxyzae";

  g_return_if_fail (digits != NULL && n_digits <= 12);

  for (guint i = 0; i < n_digits; i++)
    {
      digits[i] = alphabet[hash & 31];
      hash >>= 5;
    }
}
