/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-when-cache.h"

#include "import/leadup-import-hash.h"

#include <string.h>

/* The days of eleven years; a power of two. */
#define N_SLOTS 4096

/* Longer texts are not remembered. */
#define MAX_BYTES 40

/**
 * Slot:
 * @when: (nullable): %NULL where the slot is empty
 * @seen: hash of the texts that asked for the slot last and did not get it
 * @key: both texts, each with its NUL
 */
typedef struct
{
  LeadupWhen *when;
  guint64 seen;
  guint length;
  char key[MAX_BYTES];
} Slot;

struct _LeadupImportWhenCache
{
  Slot slots[N_SLOTS];
};

/* Returns: the length of the key, 0 where it is too long */
static guint
make_key (const char *start,
          const char *end,
          char       *key)
{
  gsize first = strlen (start) + 1;
  gsize second = end != NULL ? strlen (end) + 1 : 0;

  if (first + second > MAX_BYTES)
    return 0;

  memcpy (key, start, first);
  if (end != NULL)
    memcpy (key + first, end, second);

  return (guint) (first + second);
}

static Slot *
get_slot (LeadupImportWhenCache *self,
          guint64                hash)
{
  return &self->slots[hash & (N_SLOTS - 1)];
}

LeadupImportWhenCache *
leadup_import_when_cache_new (void)
{
  return g_new0 (LeadupImportWhenCache, 1);
}

void
leadup_import_when_cache_free (LeadupImportWhenCache *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_SLOTS; i++)
    g_clear_pointer (&self->slots[i].when, leadup_when_unref);
  g_free (self);
}

/**
 * leadup_import_when_cache_find:
 * @self: the cache
 * @start: a date as the table writes it
 * @end: (nullable): the end of what began then
 *
 * Returns: (transfer full) (nullable): what was read out of the same texts before
 */
LeadupWhen *
leadup_import_when_cache_find (LeadupImportWhenCache *self,
                               const char            *start,
                               const char            *end)
{
  char key[MAX_BYTES] = "";
  const Slot *slot;
  guint length;

  g_return_val_if_fail (self != NULL && start != NULL, NULL);

  length = make_key (start, end, key);
  slot = get_slot (self, leadup_import_hash (0, key, length));
  if (length == 0 || slot->when == NULL || slot->length != length ||
      memcmp (slot->key, key, length) != 0)
    return NULL;

  return leadup_when_ref (slot->when);
}

/* Of the texts that share a slot those have it that came twice in a row: a million times of the
 * day, each of them the only one, would drive out the days. */
void
leadup_import_when_cache_put (LeadupImportWhenCache *self,
                              const char            *start,
                              const char            *end,
                              LeadupWhen            *when)
{
  char key[MAX_BYTES] = "";
  Slot *slot;
  guint64 hash;
  guint length;

  g_return_if_fail (self != NULL && start != NULL && when != NULL);

  length = make_key (start, end, key);
  if (length == 0)
    return;

  hash = leadup_import_hash (0, key, length);
  slot = get_slot (self, hash);
  if (slot->when != NULL && slot->seen != hash)
    {
      slot->seen = hash;
      return;
    }

  leadup_when_ref (when);
  g_clear_pointer (&slot->when, leadup_when_unref);
  slot->when = when;
  slot->seen = 0;
  slot->length = length;
  memcpy (slot->key, key, length);
}
