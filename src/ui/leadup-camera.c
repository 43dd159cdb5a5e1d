/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-camera.h"

/* How far back one can go. */
#define MAX_PAST 100

/* A window narrower than this shows nothing that a calendar can label. */
#define MIN_SPAN (LEADUP_USEC_SECOND / 100)

typedef struct
{
  LeadupInstant from;
  LeadupInstant to;
} TimeRange;

/**
 * _LeadupCamera:
 * @past: (element-type TimeRange): windows that were left by a jump
 * @position: how many of them lie behind the present one
 */
struct _LeadupCamera
{
  TimeRange  now;
  gboolean   is_set;
  GArray    *past;
  guint      position;
};

LeadupCamera *
leadup_camera_new (void)
{
  LeadupCamera *self = g_new0 (LeadupCamera, 1);

  self->past = g_array_new (FALSE, FALSE, sizeof (TimeRange));

  return self;
}

void
leadup_camera_free (LeadupCamera *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->past);
  g_free (self);
}

gboolean
leadup_camera_get (const LeadupCamera *self,
                   LeadupInstant      *from,
                   LeadupInstant      *to)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *from = self->now.from;
  *to = self->now.to;

  return self->is_set;
}

gboolean
leadup_camera_set (LeadupCamera *self,
                   LeadupInstant from,
                   LeadupInstant to)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (from >= to || to - from < MIN_SPAN ||
      (self->is_set && self->now.from == from && self->now.to == to))
    return FALSE;

  self->now = (TimeRange) { from, to };
  self->is_set = TRUE;

  return TRUE;
}

gboolean
leadup_camera_jump (LeadupCamera *self,
                    LeadupInstant from,
                    LeadupInstant to)
{
  TimeRange former;
  gboolean was_set;

  g_return_val_if_fail (self != NULL, FALSE);

  former = self->now;
  was_set = self->is_set;
  if (!leadup_camera_set (self, from, to))
    return FALSE;

  if (was_set)
    {
      g_array_set_size (self->past, self->position);
      if (self->past->len == MAX_PAST)
        g_array_remove_index (self->past, 0);
      g_array_append_val (self->past, former);
      self->position = self->past->len;
    }

  return TRUE;
}

gboolean
leadup_camera_back (LeadupCamera *self)
{
  TimeRange target;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->position == 0)
    return FALSE;

  if (self->position == self->past->len)
    g_array_append_val (self->past, self->now);
  target = g_array_index (self->past, TimeRange, --self->position);

  return leadup_camera_set (self, target.from, target.to);
}

gboolean
leadup_camera_forward (LeadupCamera *self)
{
  TimeRange target;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->position + 1 >= self->past->len)
    return FALSE;

  target = g_array_index (self->past, TimeRange, ++self->position);

  return leadup_camera_set (self, target.from, target.to);
}

/* Another story: no window, no past. */
void
leadup_camera_reset (LeadupCamera *self)
{
  g_return_if_fail (self != NULL);

  self->is_set = FALSE;
  g_array_set_size (self->past, 0);
  self->position = 0;
}
