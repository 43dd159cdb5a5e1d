/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-discard.h"

#include <gio/gio.h>

static void
free_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  gpointer *pair = task_data;
  GDestroyNotify free_func = (GDestroyNotify) pair[1];

  free_func (pair[0]);
  g_task_return_boolean (task, TRUE);
}

/**
 * leadup_discard_in_thread:
 * @data: (transfer full) (nullable): what nobody needs any more
 * @free_func: frees it, in any thread
 *
 * A million records take long to free, and nobody waits for it.
 */
void
leadup_discard_in_thread (gpointer       data,
                          GDestroyNotify free_func)
{
  g_autoptr (GTask) task = NULL;
  gpointer *pair;

  g_return_if_fail (free_func != NULL);

  if (data == NULL)
    return;

  pair = g_new (gpointer, 2);
  pair[0] = data;
  pair[1] = (gpointer) free_func;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, leadup_discard_in_thread);
  g_task_set_task_data (task, pair, g_free);
  g_task_run_in_thread (task, free_in_thread);
}
