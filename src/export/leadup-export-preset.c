/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-export-preset.h"

#include <glib/gi18n.h>

/* The one place to add a size. */
static const LeadupExportPreset presets[] = {
  { "wide", N_ ("Full width"), 1200, 0, 2, 1, FALSE, NULL },
  { "full", N_ ("Column"), 600, 0, 2, 1, FALSE, NULL },
  { "plain", N_ ("Column, picture alone"), 600, 0, 2, 1, TRUE, NULL },
  { "link-card", N_ ("Link card"), 1200, 675, 1, 1, FALSE, NULL },
  { "square", N_ ("Square"), 1080, 1080, 1, 1.5, FALSE, NULL },
  { "portrait", N_ ("Portrait"), 1080, 1350, 1, 1.5, FALSE, NULL },
  { "vertical", N_ ("Vertical"), 1080, 1920, 1, 1.5, FALSE, NULL },
  { "slide", N_ ("Slide"), 1920, 1080, 1, 1.5, FALSE, NULL },
  { "broadcast", N_ ("Broadcast"), 640, 450, 2, 1, FALSE, NULL },
  { "a4", N_ ("A4 landscape"), 1123, 794, 2, 1, FALSE, "a4" },
  { "a3", N_ ("A3 landscape"), 1587, 1123, 2, 1, FALSE, "a3" },
};

/**
 * leadup_export_presets_get_all:
 * @n_presets: (out): how many
 *
 * Returns: (array length=n_presets): all sizes, in the order in which they are offered; the first
 * is the one to start with
 */
const LeadupExportPreset *
leadup_export_presets_get_all (guint *n_presets)
{
  g_return_val_if_fail (n_presets != NULL, NULL);

  *n_presets = G_N_ELEMENTS (presets);

  return presets;
}

/**
 * leadup_export_presets_find:
 * @id: of a preset
 *
 * Returns: (nullable): the preset
 */
const LeadupExportPreset *
leadup_export_presets_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].id, id))
      return &presets[i];

  return NULL;
}

/* Returns: its name for people, translated */
const char *
leadup_export_preset_get_label (const LeadupExportPreset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ (self->label);
}
