/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-job-slot.h"
#include "export/leadup-exporter.h"
#include "export/leadup-own-presets.h"
#include "ui/leadup-export-dialog.h"
#include "ui/leadup-export-job.h"

G_BEGIN_DECLS

/* What the parts of the dialogue share: its rows (leadup-export-dialog.c), the house style
 * (leadup-export-style.c), and what leaves it (leadup-export-output.c). */

/* What of the story. */
typedef enum
{
  LEADUP_EXPORT_ALL,
  LEADUP_EXPORT_FILTERED,
  LEADUP_EXPORT_VISIBLE,
  LEADUP_EXPORT_SELECTED,
  LEADUP_EXPORT_STEPS, /* all */
  LEADUP_EXPORT_STEP,  /* one */
} LeadupExportEvents;

/* An entry of the list of events. */
typedef struct
{
  LeadupExportEvents events;
  guint step;
} LeadupExportChoice;

struct _LeadupExportDialog
{
  AdwWindow parent_instance;

  LeadupWorkspace *workspace;
  LeadupHouseStyle *style;
  GPtrArray *presets; /* in the order of the list; of the program, of the style, and own ones */
  LeadupOwnPresets *own_presets; /* NULL: they cannot be read */
  GArray *choices;
  LeadupJobSlot *previewing;
  LeadupJobSlot *writing;
  LeadupJobSlot *copying;
  LeadupJobSlot *loading;
  GStrv pairs; /* of the selection when they were last collected */
  LeadupDoubts doubts;
  gboolean is_cleared;
  gboolean is_filling;
  guint delay;
  guint turning;
  GFile *target;

  GtkWidget *content;
  GtkPicture *preview;
  GtkLabel *notice;
  AdwComboRow *picture_row;
  AdwComboRow *period_row;
  AdwComboRow *events_row;
  AdwComboRow *format_row;
  AdwComboRow *size_row;
  GtkWidget *size_forget;
  GtkEditable *own_size_row;
  GtkSpinButton *width_spin;
  GtkSpinButton *height_spin;
  AdwComboRow *scale_row;
  GtkSpinButton *zoom_spin;
  AdwComboRow *theme_row;
  AdwActionRow *style_row;
  GtkWidget *style_clear;
  AdwComboRow *paper_row;
  GtkWidget *tile_row;
  GtkSwitch *tile_switch;
  GtkSwitch *texts_switch;
  GtkSwitch *insiders_switch;
  GtkEditable *title_row;
  GtkEditable *subtitle_row;
  GtkEditable *source_row;
  GtkEditable *byline_row;
  GtkEditable *alt_row;
  GtkWidget *export_button;
  GtkWidget *copy_button;
  GtkWidget *print_button;
};

LeadupInfo           *leadup_export_dialog_get_info      (LeadupExportDialog  *self);
const LeadupExporter *leadup_export_dialog_get_exporter  (LeadupExportDialog  *self);
const char           *leadup_export_dialog_get_text      (GtkEditable         *row);
const LeadupExportChoice *
leadup_export_dialog_get_choice (LeadupExportDialog *self);
void                  leadup_export_dialog_collect       (LeadupExportDialog  *self,
                                                          LeadupSnapshot      *snapshot,
                                                          LeadupExportOptions *options);
LeadupSnapshot       *leadup_export_dialog_take_snapshot (LeadupExportDialog  *self) G_GNUC_WARN_UNUSED_RESULT;
LeadupExportJob      *leadup_export_dialog_make_job      (LeadupExportDialog  *self) G_GNUC_WARN_UNUSED_RESULT;
char                 *leadup_export_dialog_describe_doubts (const LeadupDoubts *doubts) G_GNUC_WARN_UNUSED_RESULT;
void                  leadup_export_dialog_preview       (LeadupExportDialog  *self);
void                  leadup_export_dialog_exported      (LeadupExportDialog  *self);

void                  leadup_export_dialog_changed_cb    (LeadupExportDialog  *self);
void                  leadup_export_dialog_set_labels    (AdwComboRow         *row,
                                                          GPtrArray           *labels);

void                  leadup_export_dialog_fill_sizes    (LeadupExportDialog  *self);
char                 *leadup_export_dialog_dup_size      (LeadupExportDialog  *self) G_GNUC_WARN_UNUSED_RESULT;
void                  leadup_export_dialog_select_size   (LeadupExportDialog  *self,
                                                          const char          *id);
void                  leadup_export_dialog_size_changed_cb (LeadupExportDialog *self);
void                  leadup_export_dialog_keep_size_cb  (LeadupExportDialog  *self);
void                  leadup_export_dialog_forget_size_cb (LeadupExportDialog *self);

void                  leadup_export_dialog_use_style     (LeadupExportDialog  *self,
                                                          LeadupHouseStyle    *style);
void                  leadup_export_dialog_load_style    (LeadupExportDialog  *self);
void                  leadup_export_dialog_style_clicked_cb (LeadupExportDialog *self);
void                  leadup_export_dialog_style_clear_cb (LeadupExportDialog *self);

void                  leadup_export_dialog_report        (LeadupExportDialog  *self,
                                                          const char          *heading,
                                                          const char          *message);
void                  leadup_export_dialog_export_clicked_cb (LeadupExportDialog *self);
void                  leadup_export_dialog_copy_cb       (GtkWidget           *widget,
                                                          const char          *name,
                                                          GVariant            *parameter);
void                  leadup_export_dialog_print_cb      (GtkWidget           *widget,
                                                          const char          *name,
                                                          GVariant            *parameter);

G_END_DECLS
