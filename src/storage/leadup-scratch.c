/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-scratch.h"

/* Most records, and batches of rows, fit into one block. What is larger gets a block of its own,
 * until the next reset. */
#define BLOCK_BYTES ((gsize) 64 << 10)

#define ALIGNED(size) (((size) + 7) & ~(gsize) 7)

typedef struct
{
  gpointer object;
  GDestroyNotify release;
} Guest;

struct _LeadupScratch
{
  char *block;
  gsize used;
  GPtrArray *more; /* further blocks */
  gsize left;      /* of the last of them */
  char *at;
  GArray *guests;
};

LeadupScratch *
leadup_scratch_new (void)
{
  LeadupScratch *self = g_new0 (LeadupScratch, 1);

  self->block = g_malloc (BLOCK_BYTES);
  self->more = g_ptr_array_new_with_free_func (g_free);
  self->guests = g_array_new (FALSE, FALSE, sizeof (Guest));

  return self;
}

void
leadup_scratch_free (LeadupScratch *self)
{
  if (self == NULL)
    return;

  leadup_scratch_reset (self);
  g_free (self->block);
  g_ptr_array_unref (self->more);
  g_array_unref (self->guests);
  g_free (self);
}

/* Returns: (transfer none): @size bytes, aligned for any struct, not cleared */
gpointer
leadup_scratch_alloc (LeadupScratch *self,
                      gsize          size)
{
  gpointer bytes;

  g_return_val_if_fail (self != NULL, NULL);

  size = ALIGNED (size);
  if (BLOCK_BYTES - self->used >= size)
    {
      bytes = self->block + self->used;
      self->used += size;
      return bytes;
    }

  if (self->left < size)
    {
      self->left = MAX (size, BLOCK_BYTES);
      self->at = g_malloc (self->left);
      g_ptr_array_add (self->more, self->at);
    }
  bytes = self->at;
  self->at += size;
  self->left -= size;

  return bytes;
}

/* Returns: @object, which is let go of by @release with the next reset */
gpointer
leadup_scratch_take (LeadupScratch *self,
                     gpointer       object,
                     GDestroyNotify release)
{
  Guest guest = { object, release };

  g_return_val_if_fail (self != NULL && release != NULL, NULL);

  g_array_append_val (self->guests, guest);

  return object;
}

/* Lets go of everything. */
void
leadup_scratch_reset (LeadupScratch *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->guests->len; i++)
    {
      const Guest *guest = &g_array_index (self->guests, Guest, i);

      guest->release (guest->object);
    }
  g_array_set_size (self->guests, 0);
  if (self->more->len > 0)
    g_ptr_array_set_size (self->more, 0);
  self->used = 0;
  self->left = 0;
}
