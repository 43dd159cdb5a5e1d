/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-etag.h"

#include <string.h>

gboolean
leadup_etag_is_set (const LeadupEtag *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->sha256[0] != '\0';
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
         && strcmp (self->sha256, other->sha256) == 0;
}

char *
leadup_etag_to_string (const LeadupEtag *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT
                          ":%" G_GUINT64_FORMAT ":%s",
                          self->device, self->inode, self->mtime_ns, self->size, self->sha256);
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
  if (g_strv_length (parts) != 5 || strlen (parts[4]) >= sizeof self->sha256
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, G_MAXUINT64, &self->device, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, 0, G_MAXUINT64, &self->inode, NULL)
      || !g_ascii_string_to_signed (parts[2], 10, G_MININT64, G_MAXINT64, &self->mtime_ns, NULL)
      || !g_ascii_string_to_unsigned (parts[3], 10, 0, G_MAXUINT64, &self->size, NULL))
    return FALSE;

  g_strlcpy (self->sha256, parts[4], sizeof self->sha256);

  return TRUE;
}

void
leadup_etag_set_content (LeadupEtag *self,
                         GBytes     *bytes)
{
  g_autofree char *sum = NULL;

  g_return_if_fail (self != NULL && bytes != NULL);

  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->size = g_bytes_get_size (bytes);
  g_strlcpy (self->sha256, sum, sizeof self->sha256);
}
