/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/* Stories of our own for pictures and properties. All places and people in them are invented. */

typedef enum
{
  SAMPLE_LATIN,
  SAMPLE_ARABIC,
  SAMPLE_CHINESE,
} SampleScript;

LeadupSnapshot *sample_story_written (guint        n_events) G_GNUC_WARN_UNUSED_RESULT;
LeadupSnapshot *sample_story_random  (guint        n_events,
                                      guint32      seed,
                                      SampleScript script) G_GNUC_WARN_UNUSED_RESULT;
LeadupSnapshot *sample_story_quiet   (guint        n_events,
                                      guint32      seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
