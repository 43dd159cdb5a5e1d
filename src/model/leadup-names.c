/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-names.h"

/**
 * leadup_names_find:
 * @names: (array length=n_names): one name a value
 * @n_names: how many values there are
 * @name: (nullable): what stands in the file
 * @index: (out): the value; untouched where there is none
 *
 * Returns: whether @name is one of @names
 */
gboolean
leadup_names_find (const char * const  *names,
                   guint                n_names,
                   const char          *name,
                   guint               *index)
{
  for (guint i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}
