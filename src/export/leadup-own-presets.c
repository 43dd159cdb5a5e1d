/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-own-presets.h"

#include "base/leadup-error.h"
#include "base/leadup-text.h"
#include "export/leadup-export-options.h"
#include "storage/leadup-file-reader.h"

#include <glib/gi18n.h>

#define MAX_BYTES (256 * 1024)
#define MAX_ID 40

struct _LeadupOwnPresets
{
  char *path;
  GKeyFile *file; /* as it is on the disk, with what others wrote there */
  GPtrArray *presets;
};

static void
free_preset (gpointer data)
{
  LeadupExportPreset *preset = data;

  g_free ((char *) preset->id);
  g_free ((char *) preset->label);
  g_free ((char *) preset->paper);
  g_free (preset);
}

/* Returns: (transfer full): where they are kept for whoever runs the program */
char *
leadup_own_presets_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "leadup", "sizes.ini", NULL);
}

/* A number that lacks is 0. */
static gboolean
read_number (const LeadupOwnPresets *self,
             const char             *id,
             const char             *key,
             double                  least,
             double                  most,
             double                 *number,
             GError                **error)
{
  g_autoptr (GError) local = NULL;

  if (!g_key_file_has_key (self->file, id, key, NULL))
    return TRUE;

  *number = g_key_file_get_double (self->file, id, key, &local);
  if (local == NULL && *number >= least && *number <= most)
    return TRUE;

  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
               _ ("%s: “%s” of the size [%s] has to be a number from %g to %g. Correct it, or "
                  "remove the file."),
               self->path, key, id, least, most);

  return FALSE;
}

static gboolean
read_preset (LeadupOwnPresets *self,
             const char       *id,
             GError          **error)
{
  LeadupExportPreset preset = { .width = 1200, .scale = 1, .zoom = 1 };
  g_autofree char *label = g_key_file_get_string (self->file, id, "label", NULL);
  g_autofree char *paper = g_key_file_get_string (self->file, id, "paper", NULL);
  LeadupPaper known;

  if (!read_number (self, id, "width", LEADUP_EXPORT_MIN_WIDTH, LEADUP_EXPORT_MAX_SIDE,
                    &preset.width, error) ||
      !read_number (self, id, "height", 0, LEADUP_EXPORT_MAX_SIDE, &preset.height, error) ||
      !read_number (self, id, "scale", 1, LEADUP_EXPORT_MAX_SCALE, &preset.scale, error) ||
      !read_number (self, id, "zoom", LEADUP_EXPORT_MIN_ZOOM, LEADUP_EXPORT_MAX_ZOOM, &preset.zoom,
                    error))
    return FALSE;
  if (paper != NULL && !leadup_paper_from_string (paper, &known))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("%s: there is no paper “%s”, which the size [%s] asks for. Correct it, or "
                      "remove the file."),
                   self->path, paper, id);
      return FALSE;
    }

  preset.id = g_strdup (id);
  preset.label = label != NULL && *label != '\0' ? g_steal_pointer (&label) : g_strdup (id);
  preset.paper = g_steal_pointer (&paper);
  preset.is_plain = g_key_file_get_boolean (self->file, id, "plain", NULL);
  g_ptr_array_add (self->presets, g_memdup2 (&preset, sizeof preset));

  return TRUE;
}

static gboolean
read_presets (LeadupOwnPresets *self,
              GError          **error)
{
  g_auto (GStrv) ids = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (self->presets->len >= LEADUP_OWN_PRESETS_MAX)
        {
          g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                       _ ("%s holds more than %d sizes. Remove some."), self->path,
                       LEADUP_OWN_PRESETS_MAX);
          return FALSE;
        }
      if (!read_preset (self, ids[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_file (LeadupOwnPresets *self,
           GError          **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GBytes) bytes = leadup_file_reader_read (file, MAX_BYTES, NULL, NULL, &local);

  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (bytes == NULL)
    {
      /* It names the file. */
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!g_key_file_load_from_bytes (self->file, bytes,
                                   G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SYNTAX,
                   _ ("%s cannot be read: %s. Correct it, or remove the file."), self->path,
                   local->message);
      return FALSE;
    }

  return read_presets (self, error);
}

/**
 * leadup_own_presets_load:
 * @path: of the file, in which a group looks like this:
 * |[
 * [front-page]
 * label=Front page
 * width=1480
 * height=0
 * scale=2
 * zoom=1
 * plain=false
 * paper=a4
 * ]|
 * @error: return location
 *
 * Returns: (transfer full): the sizes, none where there is no such file; %NULL where something in
 * it is wrong, so that it is not written over
 */
LeadupOwnPresets *
leadup_own_presets_load (const char *path,
                         GError    **error)
{
  g_autoptr (LeadupOwnPresets) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (LeadupOwnPresets, 1);
  self->path = g_strdup (path);
  self->file = g_key_file_new ();
  self->presets = g_ptr_array_new_with_free_func (free_preset);

  return read_file (self, error) ? g_steal_pointer (&self) : NULL;
}

void
leadup_own_presets_free (LeadupOwnPresets *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_key_file_unref (self->file);
  g_ptr_array_unref (self->presets);
  g_free (self);
}

guint
leadup_own_presets_get_n (const LeadupOwnPresets *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->presets->len;
}

/* Returns: (transfer none): a size, until the next change */
const LeadupExportPreset *
leadup_own_presets_get (const LeadupOwnPresets *self,
                        guint                   index)
{
  g_return_val_if_fail (self != NULL && index < self->presets->len, NULL);

  return g_ptr_array_index (self->presets, index);
}

/* Returns: (transfer none) (nullable): the size of that id, until the next change */
const LeadupExportPreset *
leadup_own_presets_find (const LeadupOwnPresets *self,
                         const char             *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->presets->len; i++)
    {
      const LeadupExportPreset *preset = g_ptr_array_index (self->presets, i);

      if (g_str_equal (preset->id, id))
        return preset;
    }

  return NULL;
}

/* Writes the file whole or not at all. */
static gboolean
save (LeadupOwnPresets *self,
      GError          **error)
{
  g_autofree char *directory = g_path_get_dirname (self->path);

  /* Where it cannot be made, writing says so. */
  g_mkdir_with_parents (directory, 0700);
  if (g_key_file_save_to_file (self->file, self->path, error))
    return TRUE;

  g_prefix_error (error, "%s: ", _ ("The sizes cannot be kept"));

  return FALSE;
}

static void
write_preset (LeadupOwnPresets         *self,
              const char               *id,
              const char               *label,
              const LeadupExportPreset *preset)
{
  g_key_file_set_string (self->file, id, "label", label);
  g_key_file_set_double (self->file, id, "width", preset->width);
  g_key_file_set_double (self->file, id, "height", preset->height);
  g_key_file_set_double (self->file, id, "scale", preset->scale);
  g_key_file_set_double (self->file, id, "zoom", preset->zoom);
  g_key_file_set_boolean (self->file, id, "plain", preset->is_plain);
  if (preset->paper != NULL)
    g_key_file_set_string (self->file, id, "paper", preset->paper);
  else
    g_key_file_remove_key (self->file, id, "paper", NULL);
}

/* Writes what was changed, and reads it back: what is in memory is what is on the disk, whether it
 * could be written or not. */
static gboolean
commit (LeadupOwnPresets *self,
        GError          **error)
{
  gboolean is_saved = save (self, error);

  g_ptr_array_set_size (self->presets, 0);
  g_key_file_unref (self->file);
  self->file = g_key_file_new ();

  return read_file (self, is_saved ? error : NULL) && is_saved;
}

/**
 * leadup_own_presets_keep:
 * @self: own sizes
 * @label: name for people, of which the id is made; one that is there already is replaced
 * @preset: the numbers; its id and label do not count
 * @error: return location
 *
 * Returns: (transfer none): the size as it is kept, or %NULL
 */
const LeadupExportPreset *
leadup_own_presets_keep (LeadupOwnPresets         *self,
                         const char               *label,
                         const LeadupExportPreset *preset,
                         GError                  **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && label != NULL && preset != NULL, NULL);

  id = leadup_text_slug (label, MAX_ID);
  if (*id == '\0' || leadup_export_presets_find (id) != NULL)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA,
                   _ ("“%s” cannot be the name of a size of your own: it has no letters, or the "
                      "program has one of that name. Choose another one."),
                   label);
      return NULL;
    }
  if (leadup_own_presets_find (self, id) == NULL && self->presets->len >= LEADUP_OWN_PRESETS_MAX)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT,
                   _ ("There are %d sizes already. Forget one first."), LEADUP_OWN_PRESETS_MAX);
      return NULL;
    }

  write_preset (self, id, label, preset);

  return commit (self, error) ? leadup_own_presets_find (self, id) : NULL;
}

/* Returns: whether the size is no longer kept */
gboolean
leadup_own_presets_forget (LeadupOwnPresets *self,
                           const char       *id,
                           GError          **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  g_key_file_remove_group (self->file, id, NULL);

  return commit (self, error);
}
