/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-file-writer.h"

#include "base/leadup-error.h"
#include "storage/leadup-file-reader.h"
#include "storage/leadup-json-scanner.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* How much is written or compared at once. */
#define CHUNK ((gsize) 1 << 20)

/* As the kernel does. */
#define MAX_LINKS 40

/* Random letters at the end of the name of a temporary file. */
#define N_RANDOM 6

/**
 * Save:
 * @name: of the file, for messages
 * @target: the path that is replaced, links resolved
 * @folder: that holds it
 * @prefix: how the names of temporary files of this target begin
 * @temporary: (nullable): the new contents, beside the target
 * @kept: (nullable): a second name of the file as it was, where it must stay the same file
 * @status: of the target, where it exists
 *
 * One save on its way.
 */
typedef struct
{
  GBytes *bytes;
  GCancellable *cancellable;
  char *name;
  char *target;
  char *folder;
  char *prefix;
  char *temporary;
  char *kept;
  struct stat status;
  gboolean exists;
  gboolean must_keep;
  int fd;
  int kept_fd;
} Save;

static void
close_quietly (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

static void
save_clear (Save *save)
{
  close_quietly (&save->fd);
  close_quietly (&save->kept_fd);
  if (save->temporary != NULL)
    g_unlink (save->temporary);
  if (save->kept != NULL)
    g_unlink (save->kept);
  g_free (save->temporary);
  g_free (save->kept);
  g_free (save->name);
  g_free (save->target);
  g_free (save->folder);
  g_free (save->prefix);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

static gboolean
fail (const Save *save, int code, const char *message, GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s: %s", save->name, message,
               g_strerror (code));

  return FALSE;
}

static gboolean
fail_write (const Save *save,
            int         code,
            GError    **error)
{
  return fail (save, code, _ ("could not be written, and is as it was"), error);
}

/* Follows links by hand: the last one may point to what does not exist yet. */
static char *
resolve (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (at, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (link == NULL)
        return g_steal_pointer (&at);

      folder = g_path_get_dirname (at);
      next = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
      g_free (at);
      at = next;
    }

  errno = ELOOP;

  return NULL;
}

/* Tells the temporary files of one target from those of others in the same folder, however long its
 * name is. */
static char *
make_prefix (const char *target)
{
  g_autofree char *name = g_path_get_basename (target);

  return g_strdup_printf (".leadup-%08x-", g_str_hash (name));
}

static gboolean
find_target (Save    *save,
             GFile   *file,
             GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  save->name = g_file_get_parse_name (file);
  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("%s: only files on this computer can be written; save a copy here"),
                   save->name);
      return FALSE;
    }

  save->target = resolve (path);
  if (save->target == NULL)
    return fail_write (save, errno, error);
  save->folder = g_path_get_dirname (save->target);
  save->prefix = make_prefix (save->target);

  if (stat (save->target, &save->status) != 0)
    return errno == ENOENT ? TRUE : fail_write (save, errno, error);

  save->exists = TRUE;
  if (!S_ISREG (save->status.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   _ ("%s: is not a file; save under another name"), save->name);
      return FALSE;
    }
  /* A rename would get round it. */
  if (access (save->target, W_OK) != 0)
    return fail (save, errno, _ ("is write-protected; save a copy under another name"), error);

  return TRUE;
}

/* Whether the file is still what was read. A new time alone is no conflict. */
static gboolean
check_expected (const Save       *save,
                const LeadupEtag *expected,
                GError          **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LeadupEtag now;

  if (expected == NULL || !leadup_etag_is_set (expected))
    return TRUE;

  if (!save->exists)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT,
                   _ ("%s: was moved or deleted since it was opened"), save->name);
      return FALSE;
    }

  file = g_file_new_for_path (save->target);
  if (!leadup_file_reader_stat (file, &now, error))
    return FALSE;
  if (leadup_etag_same_file (expected, &now))
    return TRUE;

  if (now.size == expected->size)
    {
      bytes = leadup_file_reader_read (file, LEADUP_JSON_MAX_BYTES, &now, save->cancellable, error);
      if (bytes == NULL)
        return FALSE;
      if (leadup_etag_same_content (expected, &now))
        return TRUE;
    }

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT,
               _ ("%s: was changed by somebody else since it was opened"), save->name);

  return FALSE;
}

/* Tells remove_stale() of other programs that somebody works on this file. Where the file system
 * knows no locks, nothing is removed either. */
static void
mark_in_use (int fd)
{
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    g_debug ("A temporary file cannot be locked: %s", g_strerror (errno));
}

static gboolean
create_temporary (Save    *save,
                  GError **error)
{
  /* A file that has no mode yet gets the one that the user’s mask gives it. */
  int mode = save->exists ? 0600 : 0666;
  g_autofree char *name = g_strconcat (save->prefix, "XXXXXX", NULL);

  save->temporary = g_build_filename (save->folder, name, NULL);
  save->fd = g_mkstemp_full (save->temporary, O_RDWR | O_CLOEXEC, mode);
  if (save->fd >= 0)
    {
      mark_in_use (save->fd);
      return TRUE;
    }

  g_clear_pointer (&save->temporary, g_free);
  if (errno == EACCES || errno == EPERM || errno == EROFS)
    return fail (save, errno,
                 _ ("its folder does not let new files be made, without which saving is not safe; "
                    "save a copy in another folder"),
                 error);

  return fail_write (save, errno, error);
}

static gboolean
write_all (const Save *save,
           int         fd,
           GError    **error)
{
  gsize size;
  const char *data = g_bytes_get_data (save->bytes, &size);
  gsize done = 0;

  while (done < size)
    {
      gssize n;

      if (fd == save->fd && g_cancellable_set_error_if_cancelled (save->cancellable, error))
        return FALSE;
      n = write (fd, data + done, MIN (CHUNK, size - done));
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail_write (save, n < 0 ? errno : EIO, error);
      done += (gsize) n;
    }

  return TRUE;
}

/* Reads back what was written: a disk may say yes and mean no. */
static gboolean
compare (const Save *save,
         int         fd,
         GError    **error)
{
  gsize size;
  const char *data = g_bytes_get_data (save->bytes, &size);
  g_autofree char *buffer = g_malloc (CHUNK);
  gsize done = 0;

  for (;;)
    {
      gssize n = pread (fd, buffer, CHUNK, (off_t) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_write (save, errno, error);
      if (n == 0 && done == size)
        return TRUE;
      if (n == 0 || (gsize) n > size - done || memcmp (data + done, buffer, (gsize) n) != 0)
        return fail_write (save, EIO, error);
      done += (gsize) n;
    }
}

static int
sync_fd (int fd)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);

  return result;
}

/* Gives the new file the mode and the owner of the old one. */
static gboolean
copy_owner (Save    *save,
            GError **error)
{
  struct stat status;

  if (!save->exists)
    return TRUE;

  if (fstat (save->fd, &status) != 0)
    return fail_write (save, errno, error);
  if ((status.st_uid != save->status.st_uid || status.st_gid != save->status.st_gid)
      && fchown (save->fd, save->status.st_uid, save->status.st_gid) != 0)
    save->must_keep = TRUE;
  /* After the owner, whose change clears bits. */
  if (fchmod (save->fd, save->status.st_mode & 07777) != 0)
    return fail_write (save, errno, error);
  if (save->status.st_nlink > 1)
    save->must_keep = TRUE;

  return TRUE;
}

static gboolean
fill_temporary (Save    *save,
                GError **error)
{
  int result;

  if (!write_all (save, save->fd, error) || !copy_owner (save, error))
    return FALSE;
  if (sync_fd (save->fd) != 0)
    return fail_write (save, errno, error);
  if (!compare (save, save->fd, error))
    return FALSE;

  result = close (save->fd);
  save->fd = -1;
  if (result != 0 && errno != EINTR)
    return fail_write (save, errno, error);

  return !g_cancellable_set_error_if_cancelled (save->cancellable, error);
}

static gboolean
sync_folder (const Save *save,
             GError    **error)
{
  int fd = g_open (save->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int result = fd < 0 ? -1 : sync_fd (fd);
  int code = errno;

  close_quietly (&fd);
  /* Some file systems have no such thing. */
  if (result == 0 || code == EINVAL || code == ENOTSUP || code == EACCES)
    return TRUE;

  return fail (save, code, _ ("was written, but the disk does not confirm it; save again"), error);
}

/* Takes a second name of the file as it is, so that it can be the same file afterwards. */
static gboolean
keep_file (Save    *save,
           GError **error)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *path = NULL;

      g_clear_pointer (&name, g_free);
      name = g_strdup_printf ("%s%0*x", save->prefix, N_RANDOM, g_random_int_range (0, 1 << 24));
      path = g_build_filename (save->folder, name, NULL);
      if (link (save->target, path) == 0)
        {
          save->kept = g_steal_pointer (&path);
          save->kept_fd = g_open (save->kept, O_RDWR | O_CLOEXEC, 0);
          if (save->kept_fd < 0)
            return fail_write (save, errno, error);
          mark_in_use (save->kept_fd);
          return TRUE;
        }
      if (errno != EEXIST)
        break;
    }

  return fail_write (save, errno, error);
}

/* The new contents stand safely under the target’s name; now they go into the old file as well,
 * which other names or another owner hold on to, and it gets its name back. */
static gboolean
refill_kept (Save    *save,
             GError **error)
{
  gsize size = g_bytes_get_size (save->bytes);
  int result = 0;

  /* A full disk is to show before the first byte is overwritten. */
  if (size > (gsize) save->status.st_size)
    result = posix_fallocate (save->kept_fd, 0, (off_t) size);
  if (result != 0 && result != EOPNOTSUPP && result != EINVAL)
    errno = result;
  else if (write_all (save, save->kept_fd, NULL) && ftruncate (save->kept_fd, (off_t) size) == 0
           && sync_fd (save->kept_fd) == 0 && compare (save, save->kept_fd, NULL)
           && g_rename (save->kept, save->target) == 0)
    {
      g_clear_pointer (&save->kept, g_free);
      return sync_folder (save, error);
    }

  return fail (save, errno,
               _ ("was written, but is no longer the same file as its other names (hard links)"),
               error);
}

static gboolean
replace_target (Save    *save,
                GError **error)
{
  if (save->must_keep && !keep_file (save, error))
    return FALSE;
  if (g_rename (save->temporary, save->target) != 0)
    return fail_write (save, errno, error);
  g_clear_pointer (&save->temporary, g_free);

  return TRUE;
}

/* Removes @path unless somebody works on it, or it is not ours. */
static void
remove_if_stale (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC, 0);
  struct stat status;

  if (fd >= 0 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode)
      && status.st_uid == geteuid () && flock (fd, LOCK_EX | LOCK_NB) == 0)
    g_unlink (path);
  close_quietly (&fd);
}

/* Takes away what saves of this file left that were killed. Only now that the file holds the new
 * contents: until then it may be the best that there is. Nobody waits for it to work. */
static void
remove_stale (const Save *save)
{
  g_autoptr (GDir) folder = g_dir_open (save->folder, 0, NULL);
  gsize length = strlen (save->prefix);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, save->prefix) && strlen (name) == length + N_RANDOM)
      {
        g_autofree char *path = g_build_filename (save->folder, name, NULL);

        remove_if_stale (path);
      }
}

static void
tell_written (const Save *save,
              LeadupEtag *written)
{
  g_autoptr (GFile) file = g_file_new_for_path (save->target);

  if (!leadup_file_reader_stat (file, written, NULL))
    *written = (LeadupEtag) { 0 };
  leadup_etag_set_content (written, save->bytes);
}

/**
 * leadup_file_writer_write:
 * @file: where to; a symbolic link is followed and stays
 * @bytes: the new contents
 * @expected: (nullable): what the file must still be, or else %LEADUP_ERROR_CONFLICT; %NULL or
 * unset to overwrite whatever is there
 * @written: (out caller-allocates) (optional): what was written. Set whenever the file has the new
 * contents, even if the function fails for what came after; otherwise unset
 * @cancellable: (nullable): to stop it; only before the file is touched
 * @error: return location; the message names the file and says how it is now
 *
 * Replaces the contents of a file such that at every moment, be it a crash or a full disk, it has
 * either the old ones or the new ones: a temporary file beside it is written, synced, read back,
 * and renamed. Mode and owner stay.
 *
 * Where the file has further names (hard links) or an owner that we cannot give to a new file, it
 * stays the same file: after the rename the old file, held by a second name, gets the new contents
 * too and then its name back.
 *
 * A save that is killed leaves a hidden file `.leadup-…` beside the target; the next one that
 * succeeds takes it away.
 *
 * Any thread.
 *
 * Returns: whether the file has the new contents and the disk confirmed them
 */
gboolean
leadup_file_writer_write (GFile            *file,
                          GBytes           *bytes,
                          const LeadupEtag *expected,
                          LeadupEtag       *written,
                          GCancellable     *cancellable,
                          GError          **error)
{
  g_auto (Save) save = { .bytes = bytes, .cancellable = cancellable, .fd = -1, .kept_fd = -1 };
  gboolean done;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  if (written != NULL)
    *written = (LeadupEtag) { 0 };

  if (!find_target (&save, file, error) || !check_expected (&save, expected, error)
      || !create_temporary (&save, error) || !fill_temporary (&save, error)
      || !replace_target (&save, error))
    return FALSE;

  done = sync_folder (&save, error) && (!save.must_keep || refill_kept (&save, error));
  if (done)
    remove_stale (&save);
  if (written != NULL)
    tell_written (&save, written);

  return done;
}
