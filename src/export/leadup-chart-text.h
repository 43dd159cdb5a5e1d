/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"

G_BEGIN_DECLS

/* Drafts of the texts around a chart, for an editor to change. */

char *leadup_chart_text_draft_source_line (LeadupSnapshot            *snapshot,
                                           const LeadupExportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
char *leadup_chart_text_draft_alt         (LeadupSnapshot            *snapshot,
                                           const LeadupExportOptions *options,
                                           const char                *title) G_GNUC_WARN_UNUSED_RESULT;
char *leadup_chart_text_draft_as_of (LeadupSnapshot *snapshot,
                                     const LeadupExportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

char *leadup_chart_text_draft_limits (LeadupSnapshot *snapshot,
                                      const LeadupExportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
