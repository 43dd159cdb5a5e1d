/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-sample.h"

#include "base/leadup-text.h"

/* Characters of a cell that are shown. */
#define MAX_SHOWN 200

/* @columns: (transfer full); @mapping: (transfer none) */
LeadupImportSample *
leadup_import_sample_new (GStrv                columns,
                          LeadupImportMapping *mapping)
{
  LeadupImportSample *self;

  g_return_val_if_fail (columns != NULL && mapping != NULL, NULL);

  self = g_new0 (LeadupImportSample, 1);
  self->columns = columns;
  self->mapping = leadup_import_mapping_ref (mapping);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->fingerprint = leadup_import_mapping_fingerprint ((const char *const *) columns);

  return self;
}

void
leadup_import_sample_free (LeadupImportSample *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->columns);
  g_ptr_array_unref (self->rows);
  leadup_import_mapping_unref (self->mapping);
  g_free (self->fingerprint);
  g_free (self);
}

/* The first rows are kept, all others are not. @cells may hold %NULL. */
void
leadup_import_sample_add_row (LeadupImportSample  *self,
                              const char * const  *cells,
                              guint                n_cells)
{
  GStrvBuilder *builder;

  g_return_if_fail (self != NULL);

  if (self->rows->len >= LEADUP_IMPORT_SAMPLE_ROWS)
    return;

  builder = g_strv_builder_new ();
  for (guint i = 0; i < n_cells && i < g_strv_length (self->columns); i++)
    {
      g_autofree char *shown = leadup_text_single_line (cells[i], MAX_SHOWN);

      g_strv_builder_add (builder, shown);
    }
  g_ptr_array_add (self->rows, g_strv_builder_end (builder));
  g_strv_builder_unref (builder);
}

/**
 * leadup_import_choose_mapping:
 * @given: (nullable): what somebody asked for
 * @columns: (array zero-terminated=1): of the table
 * @is_known: (out): whether it was given or is that of a known kind of table
 *
 * Returns: (transfer full): what the columns are
 */
LeadupImportMapping *
leadup_import_choose_mapping (LeadupImportMapping *given,
                              const char * const  *columns,
                              gboolean            *is_known)
{
  LeadupImportMapping *mapping;

  g_return_val_if_fail (columns != NULL && is_known != NULL, NULL);

  *is_known = TRUE;
  if (given != NULL)
    return leadup_import_mapping_ref (given);

  mapping = leadup_import_mapping_find_preset (columns);
  if (mapping != NULL)
    return mapping;

  *is_known = FALSE;

  return leadup_import_mapping_guess (columns);
}
