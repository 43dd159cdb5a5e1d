/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-furniture-repeat.h"

/* Fewer tokens in common are a phrase, not a passage. */
#define MIN_TOKENS 8
/* How many slots a passage may be looked for in. */
#define MAX_PROBES 8
/* A text of many equal passages is a table; its repeats say nothing. */
#define MAX_REPEATS 256
/* Larger texts are collections, not articles. */
#define MAX_TOKENS (1 << 18)

static const char *
word_at (const LeadupArticle *article,
         guint32              index)
{
  return g_array_index (article->tokens, LeadupToken, index).folded;
}

/* A word of the lexicon is known by its number; never by its address, which would find other
 * repeats at each reading. */
static guint64
hash_at (const LeadupArticle *article,
         guint32              index)
{
  guint64 hash = G_GUINT64_CONSTANT (1469598103934665603);

  for (guint32 i = 0; i < MIN_TOKENS; i++)
    {
      const LeadupToken *token = &g_array_index (article->tokens, LeadupToken, index + i);
      guint32 word = token->word != 0 ? token->word : ~g_str_hash (token->folded);

      hash = (hash ^ word) * G_GUINT64_CONSTANT (1099511628211);
    }

  return hash ^ (hash >> 29);
}

static guint32
common_length (const LeadupArticle *article,
               guint32              first,
               guint32              second)
{
  guint32 length = 0;

  while (second + length < article->tokens->len && first + length < second &&
         word_at (article, first + length) == word_at (article, second + length))
    length++;

  return length;
}

/**
 * leadup_furniture_repeat_find:
 * @article: an article with its tokens
 *
 * Finds the passages of at least eight tokens that stand in the text twice. Cost and memory are
 * linear in the number of tokens.
 *
 * Returns: (transfer full) (element-type LeadupRepeat): the repeats by second place
 */
GArray *
leadup_furniture_repeat_find (const LeadupArticle *article)
{
  GArray *repeats = g_array_new (FALSE, FALSE, sizeof (LeadupRepeat));
  g_autofree guint32 *slots = NULL;
  guint32 n_slots = 1024;

  g_return_val_if_fail (article != NULL, repeats);

  if (article->tokens->len < 2 * MIN_TOKENS || article->tokens->len > MAX_TOKENS)
    return repeats;

  while (n_slots < article->tokens->len * 2)
    n_slots *= 2;
  slots = g_new0 (guint32, n_slots);

  /* The last place of a passage is kept. Where another has its slot, one of the next is taken. */
  for (guint32 i = 0; i + MIN_TOKENS <= article->tokens->len && repeats->len < MAX_REPEATS; i++)
    {
      guint32 slot = (guint32) (hash_at (article, i) & (n_slots - 1));
      LeadupRepeat repeat = { 0, i, 0 };

      for (guint probe = 0; probe < MAX_PROBES && slots[slot] > 0; probe++)
        {
          repeat.first = slots[slot] - 1;
          repeat.length = common_length (article, repeat.first, i);
          if (repeat.length >= MIN_TOKENS || probe + 1 == MAX_PROBES)
            break;
          slot = (slot + 1) & (n_slots - 1);
        }

      slots[slot] = i + 1;
      if (repeat.length >= MIN_TOKENS)
        {
          g_array_append_val (repeats, repeat);
          i += repeat.length - 1;
        }
    }

  return repeats;
}
