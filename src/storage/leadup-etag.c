/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-etag.h"

#include <string.h>

#define N_SUMS 4
G_STATIC_ASSERT (sizeof ((LeadupEtag *) NULL)->sum == N_SUMS * 16 + 1);

gboolean
leadup_etag_is_set (const LeadupEtag *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->sum[0] != '\0';
}

/* Whether nothing has touched the file: cheap, for its contents need not be read. */
gboolean
leadup_etag_same_file (const LeadupEtag *self,
                       const LeadupEtag *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->device == other->device && self->inode == other->inode
         && self->mtime_ns == other->mtime_ns && self->size == other->size;
}

/* Whether the bytes are the same, wherever they stand. */
gboolean
leadup_etag_same_content (const LeadupEtag *self,
                          const LeadupEtag *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return leadup_etag_is_set (self) && self->size == other->size
         && strcmp (self->sum, other->sum) == 0;
}

char *
leadup_etag_to_string (const LeadupEtag *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT
                          ":%" G_GUINT64_FORMAT ":%s",
                          self->device, self->inode, self->mtime_ns, self->size, self->sum);
}

/* Returns: whether @text is what leadup_etag_to_string() makes */
gboolean
leadup_etag_from_string (LeadupEtag *self,
                         const char *text)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  memset (self, 0, sizeof *self);
  parts = g_strsplit (text, ":", 6);
  if (g_strv_length (parts) != 5 || strlen (parts[4]) >= sizeof self->sum
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXUINT64, &self->device, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXUINT64, &self->inode, NULL)
      || !g_ascii_string_to_signed (parts[2], 10, G_MININT64, G_MAXINT64, &self->mtime_ns, NULL)
      || !g_ascii_string_to_unsigned (parts[3], 10, 0, G_MAXUINT64, &self->size, NULL))
    return FALSE;

  g_strlcpy (self->sum, parts[4], sizeof self->sum);

  return TRUE;
}

/* Four sums beside each other, for the processor to work on all of them at once. A story of half a
 * gigabyte is summed up whenever it is opened or saved; a checksum that nobody could forge would
 * take a quarter of that time. Each step can be undone, so that other bytes at one place make
 * another sum. */
static void
sum_up (const guint8 *at,
        gsize         length,
        guint64      *sums)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 words[N_SUMS] = { 0 };

  for (guint i = 0; i < N_SUMS; i++)
    sums[i] = ((guint64) length + i + 1) * factor;
  for (; length > 0; length -= MIN (length, sizeof words), at += sizeof words)
    {
      memset (words, 0, sizeof words);
      memcpy (words, at, MIN (length, sizeof words));
      for (guint i = 0; i < N_SUMS; i++)
        {
          sums[i] = (sums[i] ^ GUINT64_FROM_LE (words[i])) * factor;
          sums[i] ^= sums[i] >> 29;
        }
    }
}

void
leadup_etag_set_content (LeadupEtag *self,
                         GBytes     *bytes)
{
  guint64 sums[N_SUMS];
  gsize length;
  const guint8 *data;

  g_return_if_fail (self != NULL && bytes != NULL);

  data = g_bytes_get_data (bytes, &length);
  sum_up (data, length, sums);
  self->size = length;
  for (guint i = 0; i < N_SUMS; i++)
    g_snprintf (self->sum + 16 * i, 17, "%016" G_GINT64_MODIFIER "x", sums[i]);
}
