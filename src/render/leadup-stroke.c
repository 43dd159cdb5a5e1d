/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "render/leadup-stroke.h"

/**
 * leadup_dash_get_lengths:
 * @dash: a dash
 * @width: of the stroke, pixels
 * @on: (out): length of a dash
 * @off: (out): length of the gap after it
 *
 * Returns: whether the stroke is broken at all
 */
gboolean
leadup_dash_get_lengths (LeadupDash dash,
                         double     width,
                         double    *on,
                         double    *off)
{
  switch (dash)
    {
    case LEADUP_DASH_DASHED:
      *on = width * 4;
      *off = width * 3;
      return TRUE;

    case LEADUP_DASH_DOTTED:
      *on = width;
      *off = width * 1.2;
      return TRUE;

    case LEADUP_DASH_SOLID:
    default:
      *on = *off = 0;
      return FALSE;
    }
}
