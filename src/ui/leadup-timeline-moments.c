/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-timeline-moments.h"

#include "base/leadup-zone.h"

void
leadup_timeline_moments_fill (LeadupWorkspace            *workspace,
                              LeadupTimelineIndex        *index,
                              LeadupTimelineSceneOptions *options)
{
  LeadupInstant as_of, now = g_get_real_time (), civil;
  const char *zone;

  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));
  g_return_if_fail (index != NULL && options != NULL);

  zone = leadup_timeline_index_get_zone (index);
  if (!leadup_zone_is_utc (zone) && leadup_zone_to_civil (zone, now, &civil))
    now = civil;
  options->now = now;

  as_of = leadup_filter_get_fields (leadup_workspace_get_filter (workspace))->as_of;
  options->known_until = as_of != LEADUP_INSTANT_MAX ? as_of : LEADUP_INSTANT_MIN;
}
