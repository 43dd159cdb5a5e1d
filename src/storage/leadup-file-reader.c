/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-file-reader.h"

#include "base/leadup-error.h"
#include "base/leadup-pool.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* How much is read between two looks at the cancellable. */
#define CHUNK ((gsize) 4 << 20)

static void
set_errno (GError    **error,
           int         code,
           const char *message,
           GFile      *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s: %s", name, message,
               g_strerror (code));
}

static char *
get_path (GFile   *file,
          GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("%s: only files on this computer can be opened; save a copy here first"),
                   uri);
    }

  return path;
}

static void
fill_etag (LeadupEtag        *etag,
           const struct stat *status)
{
  etag->device = (guint64) status->st_dev;
  etag->inode = (guint64) status->st_ino;
  etag->mtime_ns = (gint64) status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
  etag->size = (guint64) status->st_size;
}

static gboolean
check_status (const struct stat *status,
              gsize              max_bytes,
              GFile             *file,
              GError           **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (S_ISDIR (status->st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("%s: is a folder, not a file"),
                   name);
    }
  else if (!S_ISREG (status->st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("%s: is a device or a pipe, not a file"), name);
    }
  else if ((guint64) status->st_size > max_bytes)
    {
      g_autofree char *most = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT, _ ("%s: is larger than %s"), name, most);
    }
  else
    {
      return TRUE;
    }

  return FALSE;
}

/**
 * Buffer:
 * @data: @size bytes from the pool, for a file can be large
 */
typedef struct
{
  char *data;
  gsize size;
} Buffer;

static void
buffer_free (gpointer data)
{
  Buffer *self = data;

  leadup_pool_drop (self->data, self->size);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Buffer, buffer_free)

static GBytes *
read_all (int           fd,
          gsize         size,
          GFile        *file,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (Buffer) buffer = g_new0 (Buffer, 1);
  gsize length = 0;

  /* One byte more shows the end without another read, and a file that grows meanwhile. */
  buffer->size = size + 1;
  buffer->data = leadup_pool_try_array (buffer->size, TRUE);
  if (buffer->data == NULL)
    {
      set_errno (error, ENOMEM, _ ("cannot be read"), file);
      return NULL;
    }

  while (length <= size)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = read (fd, buffer->data + length, MIN (CHUNK, size + 1 - length));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno (error, errno, _ ("cannot be read"), file);
          return NULL;
        }
      if (n == 0)
        {
          const char *data = buffer->data;

          return g_bytes_new_with_free_func (data, length, buffer_free, g_steal_pointer (&buffer));
        }
      length += (gsize) n;
    }

  set_errno (error, EAGAIN, _ ("is being written by another program; try again"), file);

  return NULL;
}

/**
 * leadup_file_reader_read:
 * @file: a file
 * @max_bytes: more is refused before it is read
 * @etag: (out caller-allocates) (optional): which contents these are
 * @cancellable: (nullable): to stop it
 * @error: return location; the message names the file
 *
 * Reads a regular file, and only that: a pipe or a device would block or never end. Any thread.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
leadup_file_reader_read (GFile        *file,
                         gsize         max_bytes,
                         LeadupEtag   *etag,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autofree char *path = NULL;
  struct stat status;
  GBytes *bytes = NULL;
  int fd;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = get_path (file, error);
  if (path == NULL)
    return NULL;

  fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      set_errno (error, errno, _ ("cannot be opened"), file);
      return NULL;
    }

  if (fstat (fd, &status) != 0)
    set_errno (error, errno, _ ("cannot be opened"), file);
  else if (check_status (&status, max_bytes, file, error))
    bytes = read_all (fd, (gsize) status.st_size, file, cancellable, error);
  close (fd);

  if (bytes != NULL && etag != NULL)
    {
      fill_etag (etag, &status);
      leadup_etag_set_content (etag, bytes);
    }

  return bytes;
}

/* Asks for the file’s place, time and size; the checksum stays empty. A link is followed. */
gboolean
leadup_file_reader_stat (GFile      *file,
                         LeadupEtag *etag,
                         GError    **error)
{
  g_autofree char *path = NULL;
  struct stat status;

  g_return_val_if_fail (G_IS_FILE (file) && etag != NULL, FALSE);

  path = get_path (file, error);
  if (path == NULL)
    return FALSE;
  if (stat (path, &status) != 0)
    {
      set_errno (error, errno, _ ("cannot be found"), file);
      return FALSE;
    }

  *etag = (LeadupEtag) { 0 };
  fill_etag (etag, &status);

  return TRUE;
}
