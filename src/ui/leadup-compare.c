/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-compare.h"

#define COMPARE_KEY "leadup-compare"

typedef struct
{
  gboolean is_active;
  gboolean has_before;
  LeadupTieWindow before;
} Compare;

static Compare *
get_compare (LeadupWorkspace *workspace)
{
  Compare *self = g_object_get_data (G_OBJECT (workspace), COMPARE_KEY);

  if (self == NULL)
    {
      self = g_new0 (Compare, 1);
      g_object_set_data_full (G_OBJECT (workspace), COMPARE_KEY, self, g_free);
    }

  return self;
}

/* Whoever follows the brush follows both windows. */
static void
tell (LeadupWorkspace *workspace)
{
  g_signal_emit_by_name (workspace, "brush-changed");
}

void
leadup_compare_set_active (LeadupWorkspace *workspace,
                           gboolean         is_active)
{
  Compare *self;

  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  self = get_compare (workspace);
  if (self->is_active == is_active)
    return;

  *self = (Compare) { .is_active = is_active };
  tell (workspace);
}

gboolean
leadup_compare_is_active (LeadupWorkspace *workspace)
{
  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), FALSE);

  return get_compare (workspace)->is_active;
}

/**
 * leadup_compare_set_before:
 * @workspace: a workspace
 * @before: the first window of time
 *
 * The second one is the brush.
 */
void
leadup_compare_set_before (LeadupWorkspace       *workspace,
                           const LeadupTieWindow *before)
{
  Compare *self;

  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));
  g_return_if_fail (before != NULL && before->from < before->to);

  self = get_compare (workspace);
  self->has_before = TRUE;
  self->before = *before;
  tell (workspace);
}

/* Returns: whether two windows are being compared */
gboolean
leadup_compare_get (LeadupWorkspace *workspace,
                    LeadupTieWindow *before,
                    LeadupTieWindow *after)
{
  const Compare *self;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), FALSE);

  self = get_compare (workspace);
  if (!self->is_active || !leadup_workspace_get_brush (workspace, &after->from, &after->to) ||
      after->from >= after->to)
    return FALSE;

  before->from = after->from - (after->to - after->from);
  before->to = after->from;
  if (self->has_before)
    *before = self->before;

  return TRUE;
}
