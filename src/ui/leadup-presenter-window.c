/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-presenter-window.h"

#include "ui/leadup-show-keys.h"
#include "ui/leadup-show-prompt.h"
#include "ui/leadup-step-overview.h"
#include "ui/leadup-step-strip.h"

#include <glib/gi18n.h>

#define CLOCK_MS 500

/* Narrower than this there is no room for the notes beside the picture. */
#define MIN_WIDE_WIDTH 760

/* Narrower than this the tools have no room beside the other buttons. */
#define MIN_ROW_WIDTH 1060

#define MIN_SIDE_WIDTH 260

struct _LeadupPresenterWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *heading;
  GtkMenuButton *menu_button;
  GtkWidget *overview_button;
  GtkOverlay *overlay;
  GtkAspectFrame *current_frame;
  GtkAspectFrame *next_frame;
  GtkBox *controls;
  GtkBox *tools;
  GtkBox *side;
  GtkWidget *return_button;
  LeadupStepStrip *strip;
  GtkLabel *elapsed;
  GtkLabel *time;
  GtkLabel *plan;
  GtkLabel *next_heading;
  GtkLabel *notes;
  GtkWidget *stage;
  GtkWidget *next;
  GtkWidget *prompt;
  GtkWidget *overview;

  LeadupShow *show;
  guint ticking;
};

enum
{
  STEP_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupPresenterWindow, leadup_presenter_window, ADW_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char *label;
  const char *tooltip;
  const char *target;
} tools[] = {
  { N_ ("Hand"), N_ ("Explore the picture (1)"), "none" },
  { N_ ("Pointer"), N_ ("Point with a dot (2)"), "pointer" },
  { N_ ("Pen"), N_ ("Draw over the picture (3)"), "pen" },
  { N_ ("Eraser"), N_ ("Rub out what was drawn (4)"), "eraser" },
  { N_ ("Light"), N_ ("Darken all but a circle (5)"), "spotlight" },
};

static char *
format_seconds (gint64 seconds)
{
  guint64 size = (guint64) ABS (seconds);
  const char *sign = seconds < 0 ? "−" : "";

  if (size >= 3600)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT ":%02u:%02u", sign, size / 3600,
                            (guint) (size / 60 % 60), (guint) (size % 60));

  return g_strdup_printf ("%s%u:%02u", sign, (guint) (size / 60), (guint) (size % 60));
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_clock (LeadupPresenterWindow *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 elapsed_s = leadup_show_get_elapsed_us (self->show, now) / G_USEC_PER_SEC;
  guint planned_s = leadup_show_get_planned_s (self->show);
  LeadupShowPace pace = leadup_show_get_pace (self->show, now);
  g_autofree char *elapsed = format_seconds (elapsed_s);
  g_autofree char *remaining = format_seconds ((gint64) planned_s - elapsed_s);
  g_autofree char *planned = format_seconds (planned_s);
  g_autoptr (GDateTime) local = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (local, "%H:%M");
  g_autofree char *plan = NULL;

  /* Translators: first the time that is left, then the time planned for all steps. */
  plan = g_strdup_printf (pace == LEADUP_SHOW_PACE_OVER   ? _ ("%s over the plan of %s")
                          : pace == LEADUP_SHOW_PACE_LATE ? _ ("late · %s left of %s")
                                                          : _ ("%s left of %s"),
                          remaining, planned);
  gtk_label_set_label (self->elapsed, elapsed);
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->plan, pace == LEADUP_SHOW_PACE_UNPLANNED ? _ ("no plan") : plan);
  set_css_class (GTK_WIDGET (self->elapsed), "dim-label",
                 leadup_show_is_clock_paused (self->show));
  set_css_class (GTK_WIDGET (self->plan), "leadup-late", pace == LEADUP_SHOW_PACE_LATE);
  set_css_class (GTK_WIDGET (self->plan), "leadup-over", pace == LEADUP_SHOW_PACE_OVER);
}

static gboolean
tick_cb (gpointer user_data)
{
  show_clock (LEADUP_PRESENTER_WINDOW (user_data));

  return G_SOURCE_CONTINUE;
}

static void
show_notes (LeadupPresenterWindow *self)
{
  LeadupStep *step = leadup_show_get_step (self->show, leadup_show_get_index (self->show));
  const char *notes = leadup_step_get_fields (step)->notes;
  PangoAttrList *attributes = pango_attr_list_new ();
  gboolean has_notes = notes != NULL && *notes != '\0';

  pango_attr_list_insert (attributes,
                          pango_attr_scale_new (1.3 * leadup_show_get_notes_scale (self->show)));
  gtk_label_set_attributes (self->notes, attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_label (self->notes, has_notes ? notes : _ ("No notes for this step"));
  set_css_class (GTK_WIDGET (self->notes), "dim-label", !has_notes);
}

static void
show_state (LeadupPresenterWindow *self)
{
  guint index = leadup_show_get_index (self->show);
  g_autofree char *position =
      g_strdup_printf (_ ("Step %u of %u"), index + 1, leadup_show_get_n_steps (self->show));
  const char *state = "";

  if (leadup_show_is_blank (self->show))
    state = _ ("The audience sees a black screen");
  else if (leadup_show_is_frozen (self->show))
    state = _ ("Frozen: the audience does not see what you do");
  else if (leadup_show_is_exploring (self->show))
    state = _ ("Exploring: R returns to the step");
  adw_window_title_set_title (self->heading, position);
  adw_window_title_set_subtitle (self->heading, state);
  gtk_widget_set_sensitive (self->return_button, leadup_show_is_exploring (self->show));
  show_notes (self);
}

static void
show_step (LeadupPresenterWindow *self)
{
  guint index = leadup_show_get_index (self->show);
  LeadupStep *step = leadup_show_get_step (self->show, index);
  LeadupStep *next = leadup_show_get_step (self->show, index + 1);

  leadup_step_strip_set_current (self->strip, leadup_record_get_id (LEADUP_RECORD (step)));
  gtk_label_set_label (self->next_heading, next != NULL ? _ ("Next") : _ ("This is the last step"));
  show_state (self);
}

static void
step_activated_cb (LeadupPresenterWindow *self,
                   const char            *id)
{
  for (guint i = 0; i < leadup_show_get_n_steps (self->show); i++)
    if (g_str_equal (leadup_record_get_id (LEADUP_RECORD (leadup_show_get_step (self->show, i))),
                     id))
      g_signal_emit (self, signals[STEP_CHOSEN], 0, i);
}

/* A narrow window keeps the clock and the notes, which nobody else shows, below the picture. */
static void
width_changed_cb (LeadupPresenterWindow *self)
{
  GtkWidget *body = gtk_widget_get_parent (GTK_WIDGET (self->side));
  int width = 0;
  int height = 0;
  gboolean is_wide;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  is_wide = width <= 0 || width >= MIN_WIDE_WIDTH;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (body), is_wide ? GTK_ORIENTATION_HORIZONTAL
                                                                 : GTK_ORIENTATION_VERTICAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->controls),
                                  width <= 0 || width >= MIN_ROW_WIDTH
                                      ? GTK_ORIENTATION_HORIZONTAL
                                      : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->side),
                               is_wide ? MAX (MIN_SIDE_WIDTH, width * 3 / 10) : -1, -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->current_frame), is_wide);
  gtk_widget_set_visible (GTK_WIDGET (self->next_heading), is_wide);
  gtk_widget_set_visible (GTK_WIDGET (self->next_frame), is_wide);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), is_wide);
  /* The menu has it too. */
  gtk_widget_set_visible (self->overview_button, is_wide);
}

static void
leadup_presenter_window_dispose (GObject *object)
{
  LeadupPresenterWindow *self = LEADUP_PRESENTER_WINDOW (object);

  if (self->ticking != 0)
    g_source_remove (self->ticking);
  self->ticking = 0;
  g_clear_object (&self->show);

  G_OBJECT_CLASS (leadup_presenter_window_parent_class)->dispose (object);
}

static void
leadup_presenter_window_class_init (LeadupPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_presenter_window_dispose;

  signals[STEP_CHOSEN] = g_signal_new ("step-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (LEADUP_TYPE_STEP_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-presenter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, overview_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, current_frame);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, next_frame);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, controls);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, side);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, return_button);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, elapsed);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, time);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, plan);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, next_heading);
  gtk_widget_class_bind_template_child (widget_class, LeadupPresenterWindow, notes);
}

static void
leadup_presenter_window_init (LeadupPresenterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (tools[i].label));

      gtk_widget_set_tooltip_text (button, _ (tools[i].tooltip));
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.tool");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tools[i].target);
      gtk_box_append (self->tools, button);
    }
  self->prompt = leadup_show_prompt_new ();
  self->overview = leadup_step_overview_new ();
  gtk_widget_set_visible (self->overview, FALSE);
  gtk_overlay_add_overlay (self->overlay, self->overview);
  gtk_overlay_add_overlay (self->overlay, self->prompt);

  leadup_step_strip_set_fixed (self->strip);
  g_signal_connect_object (self->strip, "step-activated", G_CALLBACK (step_activated_cb), self,
                           G_CONNECT_SWAPPED);
  /* On itself: lives as long as it. */
  g_signal_connect (self, "notify::default-width", G_CALLBACK (width_changed_cb), NULL);
  leadup_show_keys_install (GTK_WIDGET (self));
}

/**
 * leadup_presenter_window_new:
 * @application: whose window it is
 * @workspace: what the audience sees
 * @next_workspace: what it will see next
 * @show: the meeting
 *
 * Returns: (transfer none): a window that is not shown yet; GTK owns it
 */
GtkWidget *
leadup_presenter_window_new (GtkApplication  *application,
                             LeadupWorkspace *workspace,
                             LeadupWorkspace *next_workspace,
                             LeadupShow      *show)
{
  LeadupPresenterWindow *self =
      g_object_new (LEADUP_TYPE_PRESENTER_WINDOW, "application", application, NULL);

  self->show = g_object_ref (show);
  self->stage = leadup_stage_new (workspace, 0);
  self->next = leadup_stage_new (next_workspace, 0);
  leadup_stage_set_show (LEADUP_STAGE (self->stage), show);
  gtk_widget_set_can_target (self->next, FALSE);
  gtk_widget_set_can_focus (self->next, FALSE);
  gtk_aspect_frame_set_child (self->current_frame, self->stage);
  gtk_aspect_frame_set_child (self->next_frame, self->next);
  leadup_step_strip_set_workspace (self->strip, workspace);

  g_signal_connect_object (show, "step-changed", G_CALLBACK (show_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "state-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "clock-changed", G_CALLBACK (show_clock), self, G_CONNECT_SWAPPED);
  self->ticking = g_timeout_add (CLOCK_MS, tick_cb, self);
  show_step (self);
  show_clock (self);
  width_changed_cb (self);

  return GTK_WIDGET (self);
}

LeadupStage *
leadup_presenter_window_get_stage (LeadupPresenterWindow *self)
{
  g_return_val_if_fail (LEADUP_IS_PRESENTER_WINDOW (self), NULL);

  return LEADUP_STAGE (self->stage);
}

LeadupStage *
leadup_presenter_window_get_next (LeadupPresenterWindow *self)
{
  g_return_val_if_fail (LEADUP_IS_PRESENTER_WINDOW (self), NULL);

  return LEADUP_STAGE (self->next);
}

GtkWidget *
leadup_presenter_window_get_prompt (LeadupPresenterWindow *self)
{
  g_return_val_if_fail (LEADUP_IS_PRESENTER_WINDOW (self), NULL);

  return self->prompt;
}

GtkWidget *
leadup_presenter_window_get_overview (LeadupPresenterWindow *self)
{
  g_return_val_if_fail (LEADUP_IS_PRESENTER_WINDOW (self), NULL);

  return self->overview;
}

void
leadup_presenter_window_set_menu (LeadupPresenterWindow *self,
                                  GMenuModel            *menu)
{
  g_return_if_fail (LEADUP_IS_PRESENTER_WINDOW (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

/* The pictures have the shape of the audience’s. */
void
leadup_presenter_window_set_aspect (LeadupPresenterWindow *self,
                                    double                 aspect)
{
  g_return_if_fail (LEADUP_IS_PRESENTER_WINDOW (self));
  g_return_if_fail (aspect > 0);

  gtk_aspect_frame_set_ratio (self->current_frame, (float) aspect);
  gtk_aspect_frame_set_ratio (self->next_frame, (float) aspect);
}
