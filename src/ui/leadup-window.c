/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-window.h"

#include "base/leadup-when-format.h"
#include "model/leadup-candidate.h"
#include "ui/leadup-settings.h"
#include "ui/leadup-window-lanes.h"
#include "ui/leadup-window-private.h"

#include <glib/gi18n.h>

/* Where all buttons of the header bar have room, pixels. */
#define MIN_WIDE_WIDTH 600

G_DEFINE_FINAL_TYPE (LeadupWindow, leadup_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
has_content (LeadupStory *story)
{
  return leadup_story_get_n (story, LEADUP_RECORD_EVENT) > 0 ||
         leadup_story_get_n (story, LEADUP_RECORD_CANDIDATE) > 0 ||
         leadup_story_get_n (story, LEADUP_RECORD_SOURCE) > 0;
}

static guint
count_pending (LeadupStory *story)
{
  GListModel *candidates = leadup_story_get_model (story, LEADUP_RECORD_CANDIDATE);
  guint n = g_list_model_get_n_items (candidates);
  guint n_pending = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupCandidate) candidate = g_list_model_get_item (candidates, i);

      n_pending += leadup_candidate_get_fields (candidate)->state == LEADUP_CANDIDATE_PENDING;
    }

  return n_pending;
}

static void
update_title (LeadupWindow *self)
{
  LeadupDocument *document = leadup_workspace_get_document (self->workspace);
  g_autofree char *title = leadup_document_dup_title (document);
  g_autofree char *shown = NULL;

  if (leadup_document_is_modified (document))
    shown = g_strdup_printf ("• %s", title);

  gtk_window_set_title (GTK_WINDOW (self), shown != NULL ? shown : title);
  adw_view_switcher_title_set_title (self->switcher, shown != NULL ? shown : title);
}

/* Below the views where the header bar has no room for the switcher, and there is something to
 * switch. */
static void
update_switcher_bar (LeadupWindow *self)
{
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar, adw_view_switcher_title_get_title_visible (self->switcher) &&
                              adw_view_switcher_title_get_view_switcher_enabled (self->switcher));
}

/* A narrow header bar leaves to the menu what has a key; by the window's width alone, for what fits
 * beside the switcher must not decide whether the switcher fits. */
static void
width_changed_cb (LeadupWindow *self)
{
  int width;
  int height;
  gboolean is_wide;

  /* GTK 4.8 wants both. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  is_wide = width <= 0 || width >= MIN_WIDE_WIDTH;
  gtk_widget_set_visible (GTK_WIDGET (self->recent_button), is_wide);
  gtk_widget_set_visible (self->open_button, is_wide);
  gtk_widget_set_visible (self->search_button, is_wide);
  gtk_widget_set_visible (self->export_button, is_wide);
  gtk_widget_set_visible (self->present_button, is_wide);
}

/* The keyboard goes where the user goes. */
static void
focus_view (LeadupWindow *self)
{
  GtkWidget *view = adw_view_stack_get_visible_child (self->views);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (view == NULL || !gtk_widget_get_mapped (view))
    return;
  /* From where it is in there it would go on to what comes next. */
  if (focus != NULL && (focus == view || gtk_widget_is_ancestor (focus, view)))
    return;

  if (!gtk_widget_grab_focus (view))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

/* A page that was never shown is not visible either: GTK would find the style and the size of all
 * that is in it for the first frame of a window that has no story yet. */
void
leadup_window_show_content (LeadupWindow *self,
                            const char   *name)
{
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->content, name), TRUE);
  gtk_stack_set_visible_child_name (self->content, name);
}

/* The page of the window that shows the story, or what to do where there is none. */
static void
show_page (LeadupWindow *self,
           gboolean      has_story)
{
  const char *name = has_story ? "story" : "empty";

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), name) == 0)
    return;

  leadup_window_show_content (self, name);
  if (has_story)
    focus_view (self);
  else
    gtk_widget_grab_focus (self->empty_paste_button);
}

/* Which page of the window the story calls for. */
static void
update_content (LeadupWindow *self)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  AdwViewStackPage *review = adw_view_stack_get_page (self->views, GTK_WIDGET (self->review_place));
  guint n_pending = count_pending (story);
  gboolean has_candidates = leadup_story_get_n (story, LEADUP_RECORD_CANDIDATE) > 0;

  if (has_candidates)
    leadup_window_review_create (self);
  show_page (self, has_content (story));
  adw_view_stack_page_set_badge_number (review, n_pending);
  adw_view_stack_page_set_needs_attention (review, n_pending > 0);
  if (!has_candidates &&
      g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "review") == 0)
    adw_view_stack_set_visible_child_name (self->views, "timeline");
  adw_view_stack_page_set_visible (review, has_candidates);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher, has_content (story));
  update_switcher_bar (self);
}

static void
update_status (LeadupWindow *self)
{
  LeadupTimelineIndex *index = leadup_workspace_get_index (self->workspace);
  double progress = leadup_workspace_get_progress (self->workspace);
  const char *zone;
  LeadupInstant from;
  LeadupInstant to;

  if (leadup_workspace_get_camera (self->workspace, &from, &to))
    {
      g_autofree char *range = leadup_range_format (from, to);
      g_autofree char *text = NULL;

      zone = leadup_info_get_fields (
                 leadup_story_get_info (leadup_workspace_get_story (self->workspace)))
                 ->zone;
      /* Translators: the visible range of time and the time zone, as “1 Sep – 19 Dec 2025 · UTC”.
       */
      text = g_strdup_printf (_ ("%s · %s"), range, zone != NULL ? zone : "UTC");
      gtk_label_set_label (self->status_range, text);
    }
  else
    {
      gtk_label_set_label (self->status_range, "");
    }

  if (progress >= 0)
    {
      /* Translators: how far the order of a very large story has been computed. */
      g_autofree char *text = g_strdup_printf (_ ("Arranging events… %.0f %%"), progress * 100);

      gtk_label_set_label (self->status_count, text);
    }
  else if (index != NULL)
    {
      guint n_all = leadup_timeline_index_get_n_all (index);
      guint n_shown = 0;
      g_autofree char *text = NULL;

      leadup_timeline_index_get_n_hidden_lanes (index, &n_shown);
      n_shown += leadup_timeline_index_get_n_shown (index) +
                 leadup_timeline_index_get_n_undated (index);
      text = g_strdup_printf (ngettext ("%u of %u event shown", "%u of %u events shown", n_all),
                              n_shown, n_all);
      gtk_label_set_label (self->status_count, text);
    }
}

static void
document_changed_cb (LeadupWindow *self)
{
  update_title (self);
  leadup_window_update_actions (self);
}

static void
story_changed_cb (LeadupWindow *self)
{
  update_content (self);
  document_changed_cb (self);
}

static void
projection_changed_cb (LeadupWindow *self)
{
  update_status (self);
  leadup_window_update_actions (self);
}

static void
selection_changed_cb (LeadupWindow *self)
{
  leadup_window_update_actions (self);
}

static void
edit_failed_cb (LeadupWindow *self,
                const char   *message)
{
  leadup_window_add_message (self, message);
}

static void
search_changed_cb (LeadupWindow *self)
{
  LeadupFilterFields fields =
      *leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (LeadupFilter) filter = NULL;

  fields.text = *text != '\0' ? text : NULL;
  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (self->workspace, filter);
}

static void
filter_changed_cb (LeadupWindow *self)
{
  const char *text = leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace))->text;

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
                 text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text != NULL ? text : "");
  leadup_window_update_actions (self);
}

static void
visible_view_changed_cb (LeadupWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  /* What is under review is not in the story yet: a piece of its time chooses nothing there. */
  gtk_widget_set_visible (GTK_WIDGET (self->overview_strip), g_strcmp0 (name, "review") != 0);
  focus_view (self);
  leadup_window_update_actions (self);
}

static gboolean
leadup_window_close_request (GtkWindow *window)
{
  LeadupWindow *self = LEADUP_WINDOW (window);

  if (!leadup_window_files_may_close (self))
    return GDK_EVENT_STOP;

  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (leadup_window_parent_class)->close_request (window);
}

static void
leadup_window_dispose (GObject *object)
{
  LeadupWindow *self = LEADUP_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  leadup_window_steps_dispose (self);
  leadup_window_import_dispose (self);
  leadup_window_draft_dispose (self);
  leadup_window_duplicates_dispose (self);
  leadup_window_apply_dispose (self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (leadup_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, content);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, views);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, facet_flap);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, status_range);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, status_count);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, recent_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, empty_paste_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, timeline_view);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, graph_page);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, table_view);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, sources_view);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, review_place);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, facet_panel);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, overview_strip);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, step_strip);
  gtk_widget_class_bind_template_child (widget_class, LeadupWindow, as_of_bar);
}

static void
ensure_types (void)
{
  g_type_ensure (LEADUP_TYPE_TIMELINE_VIEW);
  g_type_ensure (LEADUP_TYPE_GRAPH_PAGE);
  g_type_ensure (LEADUP_TYPE_TABLE_VIEW);
  g_type_ensure (LEADUP_TYPE_SOURCES_VIEW);
  g_type_ensure (LEADUP_TYPE_FACET_PANEL);
  g_type_ensure (LEADUP_TYPE_INSPECTOR);
  g_type_ensure (LEADUP_TYPE_OVERVIEW_STRIP);
  g_type_ensure (LEADUP_TYPE_STEP_STRIP);
  g_type_ensure (LEADUP_TYPE_AS_OF_BAR);
}

static void
leadup_window_class_init (LeadupWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = leadup_window_dispose;
  window_class->close_request = leadup_window_close_request;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_view_changed_cb);
}

static void
connect_workspace (LeadupWindow *self)
{
  g_signal_connect_object (self->workspace, "projection-changed",
                           G_CALLBACK (projection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "camera-changed", G_CALLBACK (update_status), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "index-changed", G_CALLBACK (update_status), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "progress-changed", G_CALLBACK (update_status), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "brush-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "edit-failed", G_CALLBACK (edit_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::filter", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
restore_settings (LeadupWindow *self)
{
  leadup_settings_follow ("window-width", G_OBJECT (self), "default-width");
  leadup_settings_follow ("window-height", G_OBJECT (self), "default-height");
  leadup_settings_follow ("window-maximized", G_OBJECT (self), "maximized");
  adw_flap_set_reveal_flap (self->facet_flap, leadup_settings_get_boolean ("show-facets", TRUE));
  adw_flap_set_reveal_flap (self->inspector_flap,
                            leadup_settings_get_boolean ("show-inspector", TRUE));
}

/* The menu has more widgets than the empty window around it: it comes when it is opened. */
static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, LEADUP_WINDOW (user_data)->main_menu);
}

static void
leadup_window_init (LeadupWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->workspace = leadup_workspace_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  leadup_timeline_view_set_workspace (self->timeline_view, self->workspace);
  leadup_window_install_lanes (self);
  leadup_graph_page_set_workspace (self->graph_page, self->workspace);
  self->graph_view = leadup_graph_page_get_view (self->graph_page);
  leadup_table_view_set_workspace (self->table_view, self->workspace);
  leadup_sources_view_set_workspace (self->sources_view, self->workspace);
  leadup_facet_panel_set_workspace (self->facet_panel, self->workspace);
  leadup_inspector_set_workspace (self->inspector, self->workspace);
  leadup_overview_strip_set_workspace (self->overview_strip, self->workspace);

  g_signal_connect_object (self->switcher, "notify::title-visible",
                           G_CALLBACK (update_switcher_bar), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_menu, self, NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  /* On itself: lives as long as it. */
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_changed_cb), NULL);
  restore_settings (self);
  connect_workspace (self);
  leadup_window_install_actions (self);
  leadup_window_edit_install (self);
  leadup_window_files_install (self);
  leadup_window_import_install (self);
  leadup_window_export_install (self);
  leadup_window_review_install (self);
  leadup_window_go_install (self);
  leadup_window_graph_install (self);
  leadup_window_steps_install (self);
  leadup_window_draft_install (self);
  leadup_window_duplicates_install (self);
  leadup_window_apply_install (self);
  leadup_window_versions_install (self);
}

LeadupWindow *
leadup_window_new (GtkApplication *application)
{
  LeadupWindow *self = g_object_new (LEADUP_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (LeadupDocument) document = leadup_document_new ();

  leadup_window_show_document (self, document);

  return self;
}

LeadupWorkspace *
leadup_window_get_workspace (LeadupWindow *self)
{
  g_return_val_if_fail (LEADUP_IS_WINDOW (self), NULL);

  return self->workspace;
}

gboolean
leadup_window_is_pristine (LeadupWindow *self)
{
  LeadupDocument *document;

  g_return_val_if_fail (LEADUP_IS_WINDOW (self), FALSE);

  /* What is being read belongs here, and nothing else may come before it. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "loading") == 0)
    return FALSE;

  document = leadup_workspace_get_document (self->workspace);

  return leadup_document_get_file (document) == NULL && !leadup_document_is_modified (document) &&
         !has_content (leadup_document_get_story (document));
}

gboolean
leadup_window_show_document (LeadupWindow   *self,
                             LeadupDocument *document)
{
  LeadupDocument *former;

  g_return_val_if_fail (LEADUP_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (LEADUP_IS_DOCUMENT (document), FALSE);

  former = leadup_workspace_get_document (self->workspace);
  if (former != NULL)
    {
      g_signal_handlers_disconnect_by_data (former, self);
      g_signal_handlers_disconnect_by_data (leadup_document_get_story (former), self);
      g_signal_handlers_disconnect_by_data (leadup_document_get_history (former), self);
      leadup_document_discard_journal (former);
    }

  leadup_workspace_set_document (self->workspace, document);
  g_signal_connect_object (document, "notify", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (leadup_document_get_story (document), "changed",
                           G_CALLBACK (story_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (leadup_document_get_history (document), "notify",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  story_changed_cb (self);
  leadup_window_files_show_warnings (self, document);

  return leadup_window_files_start_journal (self, document);
}

void
leadup_window_show_view (LeadupWindow *self,
                         const char   *name)
{
  g_return_if_fail (LEADUP_IS_WINDOW (self));

  adw_view_stack_set_visible_child_name (self->views, name);
}

/**
 * leadup_window_add_message:
 * @self: a window
 * @message: one sentence; shown as it is, never as markup
 *
 * Shows a toast.
 */
void
leadup_window_add_message (LeadupWindow *self,
                           const char   *message)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (LEADUP_IS_WINDOW (self));

  /* Toast titles are Pango markup. */
  escaped = g_markup_escape_text (message, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* As leadup_window_add_message(), of the edit that was made last, with a button to take it back. */
void
leadup_window_add_undo (LeadupWindow *self,
                        const char   *message)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (LEADUP_IS_WINDOW (self));

  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}
