/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"

G_BEGIN_DECLS

/**
 * LeadupCliExportArguments:
 * @pairs: “FIRST=SECOND”, for tides
 * @periods: name of a unit
 * @each: name of a unit: a file for each
 *
 * The options as they were typed.
 */
typedef struct
{
  char *output;
  char *view;
  char *format;
  char *preset;
  char *theme;
  char *from;
  char *to;
  char *lanes;
  char *title;
  char *subtitle;
  char *source_line;
  char *byline;
  char *alt;
  char *as_of;
  char *paper;
  char *house_style;
  char *lines;
  char *compare_from;
  char *compare_to;
  char *periods;
  char *each;
  char **pairs;
  char **filters;
  char **files;
  double width;
  double height;
  double scale;
  double zoom;
  int step;
  int top;
  int min_events;
  gboolean has_steps;
  gboolean is_tiled;
  gboolean is_plain;
  gboolean is_cleared;
  gboolean has_tension;
  gboolean is_quiet_folded;
  gboolean for_insiders;
} LeadupCliExportArguments;

gboolean leadup_cli_export_arguments_parse (LeadupCliExportArguments       *self,
                                            int                            *argc,
                                            char                         ***argv);
void     leadup_cli_export_arguments_clear (LeadupCliExportArguments       *self);
gboolean leadup_cli_export_arguments_read  (const LeadupCliExportArguments *self,
                                            LeadupExportOptions            *options);

/* (transfer full): ids of the pairs that were named, as LeadupExportOptions.pairs wants them. */
gboolean leadup_cli_export_arguments_find_pairs (const LeadupCliExportArguments *self,
                                                 LeadupSnapshot                 *snapshot,
                                                 GStrv                          *pairs,
                                                 GError                        **error);
gboolean leadup_cli_export_arguments_get_each   (const LeadupCliExportArguments *self,
                                                 LeadupUnit                     *unit);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LeadupCliExportArguments, leadup_cli_export_arguments_clear)

G_END_DECLS
