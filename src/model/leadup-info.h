/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupInfo:
 *
 * What is said once in a story: its title, zone and language, the chart’s texts, the graph engine’s
 * seed. Its id is always “story”.
 */
#define LEADUP_TYPE_INFO (leadup_info_get_type ())

G_DECLARE_FINAL_TYPE (LeadupInfo, leadup_info, LEADUP, INFO, LeadupRecord)

typedef struct
{
  const char *title;
  const char *zone;            /* IANA name in which times of day are shown */
  const char *language;        /* BCP 47 */
  const char *chart_title;
  const char *chart_subtitle;
  const char *chart_byline;
  const char *chart_source_line;
  const char *chart_alt;
  const char *chart_notes;     /* never leaves in an export for outsiders */
  guint       graph_engine;    /* version of the engine that made the positions; 0 = none yet */
  guint64     graph_seed;
  const char *extra;
  const char *chart_extra;
  const char *graph_extra;
} LeadupInfoFields;

LeadupInfo *leadup_info_new (const LeadupInfoFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupInfoFields *leadup_info_get_fields (LeadupInfo *self);

#define LEADUP_INFO_ID "story"

G_END_DECLS
