/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths in pixels of the target at scale 1; x to the right, y down. */

typedef struct
{
  double x;
  double y;
} LeadupPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} LeadupRect;

gboolean   leadup_rect_contains   (const LeadupRect *self,
                                   double            x,
                                   double            y);
gboolean   leadup_rect_intersects (const LeadupRect *a,
                                   const LeadupRect *b);
LeadupRect leadup_rect_union      (const LeadupRect *a,
                                   const LeadupRect *b);
LeadupRect leadup_rect_inset      (const LeadupRect *self,
                                   double            by);

G_END_DECLS
