/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* A number that stands for some bytes, the same on every machine and in every version: what an
 * input said is told from it when the input is read again. Not for secrets. */

guint64 leadup_import_hash       (guint64        seed,
                                  gconstpointer  bytes,
                                  gsize          length);

static inline guint64
leadup_import_hash_mix (guint64 state,
                        guint64 word)
{
  /* Odd, with bits all over. */
  state = (state ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return state ^ (state >> 29);
}

/* @text: (nullable): which is not the same as an empty one */
static inline guint64
leadup_import_hash_text (guint64     seed,
                         const char *text)
{
  return text != NULL ? leadup_import_hash (seed, text, strlen (text))
                      : leadup_import_hash_mix (seed, 0);
}

/* No letters that look like digits or make words. */
extern const char leadup_import_hash_alphabet[33];

/* Writes 5 bits a digit, at most 12 digits, without a NUL. */
static inline void
leadup_import_hash_write (guint64 hash,
                          char   *digits,
                          guint   n_digits)
{
  for (guint i = 0; i < n_digits; i++)
    digits[i] = leadup_import_hash_alphabet[hash >> 5 * i & 31];
}

G_END_DECLS
