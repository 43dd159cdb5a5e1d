/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "export/leadup-export-preset.h"
#include "export/leadup-house-style.h"
#include "model/leadup-filter.h"
#include "model/leadup-graph-look.h"
#include "model/leadup-snapshot.h"
#include "model/leadup-view.h"

G_BEGIN_DECLS

/* Pages of a PDF. */
typedef enum
{
  LEADUP_PAPER_NONE, /* one page as large as the picture */
  LEADUP_PAPER_A4,
  LEADUP_PAPER_A3,
  LEADUP_PAPER_LETTER,
  LEADUP_PAPER_TABLOID,
} LeadupPaper;

#define LEADUP_N_PAPERS (LEADUP_PAPER_TABLOID + 1)

/**
 * LeadupExportOptions:
 * @picture: which picture
 * @lanes: (nullable): what it says of lanes and titles counts where its lanes are made from
 * @lanes_by
 * @graph: how the graph is looked at; its range counts before @from and @to
 * @pairs: (nullable) (array zero-terminated=1): of the tides, ids of both actors with a space
 * between; %NULL = the pairs with the most events
 * @period: a map for each of these; 0 = as long as makes a sheet of maps that can be looked over
 * @still: (nullable): a map is one of several of this time, on which nobody moves
 * @from: %LEADUP_INSTANT_MIN = the first event
 * @to: exclusive; %LEADUP_INSTANT_MAX = the last event
 * @width: pixels at scale 1
 * @height: 0 = as high as the content needs
 * @scale: 1 … 4, pixels of the picture per pixel (PNG)
 * @zoom: letters and marks are that many times as large, in a picture of the same size
 * @theme: id of a theme
 * @style: (nullable): the house style, in place of @theme
 * @title, @subtitle, @source_line, @byline, @alt: (nullable): %NULL = the story’s, or drafted from
 * it; “” = none
 * @as_of: (nullable): an ISO day; what no source had published by then is not shown
 * @is_plain: the picture alone, without texts around it
 * @has_tension: whether the curve of conflict and cooperation stands above the lanes
 * @is_quiet_folded: whether long stretches without events are folded, even if @lanes does not
 * @for_insiders: whether embargoed events and notes may leave
 * @is_cleared: somebody answers for what is not verified: no watermark
 * @paper: of a PDF, lying on its side
 * @is_tiled: @width is kept, and what does not fit on one page goes on on the next
 * @has_steps: a PDF has a page for each step of the story
 * @is_paged: the table goes on on other pages; this one begins with row @first_row
 *
 * What of a story goes out, and how it looks.
 */
typedef struct
{
  LeadupPicture picture;
  LeadupGraphLook graph;
  const char *const *pairs;
  LeadupUnit period;
  const LeadupTieWindow *still;
  LeadupFilter *filter;
  LeadupLanesBy lanes_by;
  LeadupView *lanes;
  LeadupInstant from;
  LeadupInstant to;
  double width;
  double height;
  double scale;
  double zoom;
  const char *theme;
  LeadupHouseStyle *style;
  const char *title;
  const char *subtitle;
  const char *source_line;
  const char *byline;
  const char *alt;
  const char *as_of;
  gboolean is_plain;
  gboolean has_tension;
  gboolean is_quiet_folded;
  gboolean for_insiders;
  gboolean is_cleared;
  LeadupPaper paper;
  gboolean is_tiled;
  gboolean has_steps;
  gboolean is_paged;
  guint first_row;
} LeadupExportOptions;

#define LEADUP_EXPORT_OPTIONS_INIT                                                                 \
  { .from = LEADUP_INSTANT_MIN,                                                                    \
    .to = LEADUP_INSTANT_MAX,                                                                      \
    .width = 1200,                                                                                 \
    .scale = 1,                                                                                    \
    .zoom = 1,                                                                                     \
    .theme = "light" }

LeadupExportOptions *leadup_export_options_copy         (const LeadupExportOptions *self) G_GNUC_WARN_UNUSED_RESULT;
void                 leadup_export_options_free         (LeadupExportOptions       *self);
void                 leadup_export_options_prepare      (const LeadupExportOptions *self,
                                                         LeadupSnapshot            *snapshot,
                                                         LeadupExportOptions       *prepared);
void                 leadup_export_options_set_preset   (LeadupExportOptions       *self,
                                                         const LeadupExportPreset  *preset);
gboolean             leadup_export_options_set_step     (LeadupExportOptions       *self,
                                                         LeadupSnapshot            *snapshot,
                                                         guint                      number);
guint                leadup_export_options_count_steps  (LeadupSnapshot            *snapshot);

const char          *leadup_paper_to_string             (LeadupPaper                paper);
gboolean             leadup_paper_from_string           (const char                *name,
                                                         LeadupPaper               *paper);
void                 leadup_paper_get_size              (LeadupPaper                paper,
                                                         double                    *width,
                                                         double                    *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupExportOptions, leadup_export_options_free)

G_END_DECLS
