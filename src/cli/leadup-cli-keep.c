/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-keep.h"

/* Reachable, for tools that look for what was lost. */
static GPtrArray *kept;

/**
 * leadup_cli_keep:
 * @data: (transfer full): a reference to what is large
 *
 * Nobody waits for the records of a story to be let go of one by one when the process ends with
 * its verb. Main thread.
 */
void
leadup_cli_keep (gpointer data)
{
  if (kept == NULL)
    kept = g_ptr_array_new ();
  g_ptr_array_add (kept, data);
}
