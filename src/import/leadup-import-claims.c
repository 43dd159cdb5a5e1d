/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-claims.h"

#include "base/leadup-pool.h"
#include "import/leadup-import-hash.h"

#include <string.h>

/* Slots that the table begins with; a power of two. */
#define FIRST_SLOTS 1024

/**
 * Claim:
 * @key: of the id; 0 = nobody’s
 * @hash: of all that the row says, as much of it as there is room for
 * @line: of the row
 */
typedef struct
{
  guint64 key;
  guint32 hash;
  guint32 line;
} Claim;

struct _LeadupImportClaims
{
  Claim *claims; /* open addressing */
  Claim *last;   /* that was added */
  guint n_claims;
  guint n_slots;
};

static Claim *
find (LeadupImportClaims *self,
      guint64             key)
{
  guint slot = (guint) (key ^ (key >> 32)) & (self->n_slots - 1);

  while (self->claims[slot].key != 0 && self->claims[slot].key != key)
    slot = (slot + 1) & (self->n_slots - 1);

  return &self->claims[slot];
}

static Claim *
new_claims (guint n_slots)
{
  gsize size = sizeof (Claim) * n_slots;

  return memset (leadup_pool_resize (NULL, 0, size), 0, size);
}

static void
free_claims (Claim *claims,
             guint  n_slots)
{
  leadup_pool_drop (claims, sizeof *claims * n_slots);
}

static void
grow (LeadupImportClaims *self)
{
  Claim *old = self->claims;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->claims = new_claims (self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].key != 0)
      *find (self, old[i].key) = old[i];
  free_claims (old, n_old);
}

/* Two rows of one id that differ are told apart but for one in four thousand millions of them. */
static guint32
shorten (guint64 hash)
{
  return (guint32) (hash ^ hash >> 32);
}

LeadupImportClaims *
leadup_import_claims_new (void)
{
  LeadupImportClaims *self = g_new0 (LeadupImportClaims, 1);

  self->n_slots = FIRST_SLOTS;
  self->claims = new_claims (FIRST_SLOTS);

  return self;
}

void
leadup_import_claims_free (LeadupImportClaims *self)
{
  if (self == NULL)
    return;

  free_claims (self->claims, self->n_slots);
  g_free (self);
}

/**
 * leadup_import_claims_add:
 * @self: the claims
 * @key: stands for the id of what a row becomes
 * @line: of the input, from 1
 *
 * Returns: 0 where this is the first row with this id, else the line of that one
 */
guint
leadup_import_claims_add (LeadupImportClaims *self,
                          guint64             key,
                          guint               line)
{
  Claim *claim;

  g_return_val_if_fail (self != NULL && key != 0, 0);

  claim = find (self, key);
  if (claim->key != 0)
    return claim->line;

  if (++self->n_claims > self->n_slots / 2)
    {
      grow (self);
      claim = find (self, key);
    }
  *claim = (Claim) { key, 0, MAX (line, 1) };
  self->last = claim;

  return 0;
}

/* @hash: of all that the row says whose id was added last */
void
leadup_import_claims_tell (LeadupImportClaims *self,
                           guint64             hash)
{
  g_return_if_fail (self != NULL && self->last != NULL);

  self->last->hash = shorten (hash);
}

/* It will be asked about @key soon: where that is goes from memory to the processor meanwhile. */
void
leadup_import_claims_expect (LeadupImportClaims *self,
                             guint64             key)
{
  g_return_if_fail (self != NULL);

  __builtin_prefetch (&self->claims[(guint) (key ^ (key >> 32)) & (self->n_slots - 1)], 1);
}

/* Returns: the line of the row that has this id, or 0 */
guint
leadup_import_claims_get_line (LeadupImportClaims *self,
                               guint64             key)
{
  g_return_val_if_fail (self != NULL && key != 0, 0);

  return find (self, key)->line;
}

/* Whether the row that has this id says the same. */
gboolean
leadup_import_claims_is_same (LeadupImportClaims *self,
                              guint64             key,
                              guint64             hash)
{
  const Claim *claim;

  g_return_val_if_fail (self != NULL && key != 0, FALSE);

  claim = find (self, key);

  return claim->key != 0 && claim->hash == shorten (hash);
}
