/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/leadup-job-slot.h"
#include "import/leadup-import-plan.h"
#include "ui/leadup-as-of-bar.h"
#include "ui/leadup-facet-panel.h"
#include "ui/leadup-graph-page.h"
#include "ui/leadup-graph-view.h"
#include "ui/leadup-inspector.h"
#include "ui/leadup-overview-strip.h"
#include "ui/leadup-presentation.h"
#include "ui/leadup-review-view.h"
#include "ui/leadup-sources-view.h"
#include "ui/leadup-step-strip.h"
#include "ui/leadup-table-view.h"
#include "ui/leadup-timeline-view.h"
#include "ui/leadup-window.h"

G_BEGIN_DECLS

struct _LeadupWindow
{
  AdwApplicationWindow parent_instance;

  LeadupWorkspace *workspace;
  GCancellable *cancellable;
  gboolean is_closing;
  GQueue *imports; /* what waits to be imported; the head is being read */
  LeadupJobSlot *importing;
  GQueue *accepted; /* changes that are to be carried out; a worker is at the head */
  LeadupJobSlot *applying;
  guint n_imports; /* of the batch: read, being read and waiting */
  LeadupJobSlot *drafting;
  LeadupJobSlot *comparing;
  AdwToast *import_toast;
  guint import_timeout; /* tells how far it is */

  AdwToastOverlay *toasts;
  AdwViewSwitcherTitle *switcher;
  AdwViewSwitcherBar *switcher_bar;
  GtkStack *content;
  AdwViewStack *views;
  AdwFlap *facet_flap;
  AdwFlap *inspector_flap;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *status_range;
  GtkLabel *status_count;
  GtkMenuButton *menu_button;
  GtkMenuButton *recent_button;
  GtkWidget *open_button;
  GtkWidget *search_button;
  GtkWidget *export_button;
  GtkWidget *empty_paste_button;
  GtkWidget *present_button;
  GtkProgressBar *progress;
  GtkDropDown *lanes_choice;
  GMenuModel *main_menu;

  LeadupTimelineView *timeline_view;
  LeadupGraphPage *graph_page;
  LeadupGraphView *graph_view; /* of that page */
  LeadupTableView *table_view;
  LeadupSourcesView *sources_view;
  AdwBin *review_place;
  LeadupReviewView *review_view; /* (nullable): in there, once there was something to review */
  LeadupFacetPanel *facet_panel;
  LeadupInspector *inspector;
  LeadupOverviewStrip *overview_strip;
  LeadupStepStrip *step_strip;
  LeadupPresentation *presentation; /* (nullable): while one is running */
  LeadupAsOfBar *as_of_bar;
};

/**
 * LeadupWindowChange:
 * @make: (transfer full): what @data does to the story as it is in @snapshot, as one edit; in a
 * worker, and once more where the story was changed meanwhile
 * @done: tells of it, when @n_changes records changed
 * @data_free: in any thread
 */
typedef struct
{
  LeadupTransaction *(*make) (gpointer data, LeadupSnapshot *snapshot);
  void (*done) (LeadupWindow *self, gpointer data, guint n_changes);
  gpointer data;
  GDestroyNotify data_free;
} LeadupWindowChange;

/* Shows the page “empty”, “loading” or “story”. */
void leadup_window_show_content (LeadupWindow *self, const char *name);

/* The role files of the window. */
void leadup_window_install_actions (LeadupWindow *self);
void leadup_window_update_actions (LeadupWindow *self);
void leadup_window_edit_install (LeadupWindow *self);
void leadup_window_files_install (LeadupWindow *self);
gboolean leadup_window_files_may_close (LeadupWindow *self);
void leadup_window_files_show_warnings (LeadupWindow *self, LeadupDocument *document);
gboolean leadup_window_files_start_journal (LeadupWindow *self, LeadupDocument *document);
void leadup_window_files_show_error (LeadupWindow *self, const char *heading, const GError *error);
void leadup_window_files_add_filters (GtkFileChooser *chooser);
void leadup_window_files_save_merged (LeadupWindow *self, GFile *file, const LeadupEtag *etag);
void leadup_window_export_install   (LeadupWindow *self);
void leadup_window_apply_install (LeadupWindow *self);
void leadup_window_apply_dispose (LeadupWindow *self);
void leadup_window_apply (LeadupWindow *self, const LeadupWindowChange *change);
void leadup_window_import_install (LeadupWindow *self);
void leadup_window_import_dispose (LeadupWindow *self);
void leadup_window_review_install (LeadupWindow *self);
void leadup_window_review_create  (LeadupWindow *self);
void leadup_window_go_install (LeadupWindow *self);
void leadup_window_graph_install (LeadupWindow *self);
void leadup_window_steps_install (LeadupWindow *self);
void leadup_window_steps_dispose (LeadupWindow *self);
void leadup_window_draft_install (LeadupWindow *self);
void leadup_window_draft_dispose (LeadupWindow *self);
void leadup_window_duplicates_install (LeadupWindow *self);
void leadup_window_duplicates_dispose (LeadupWindow *self);
void leadup_window_versions_install (LeadupWindow *self);
void leadup_window_versions_merge (LeadupWindow *self, GFile *file, gboolean saves_then);
void leadup_window_duplicates_check (LeadupWindow *self, LeadupSnapshot *before);

G_END_DECLS
