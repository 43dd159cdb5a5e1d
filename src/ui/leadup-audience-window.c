/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-audience-window.h"

#include "ui/leadup-show-keys.h"
#include "ui/leadup-show-prompt.h"
#include "ui/leadup-step-overview.h"

#include <glib/gi18n.h>

/* Letters on the wall never get smaller than this, however small the window. */
#define MIN_MAGNIFICATION 0.8

struct _LeadupAudienceWindow
{
  AdwApplicationWindow parent_instance;

  GtkWidget *overlay;
  GtkWidget *stage;
  GtkWidget *prompt;
  GtkWidget *overview;
  GMenuModel *commands; /* (nullable) */
  GtkWidget *menu;      /* (nullable): until it is wanted */
};

G_DEFINE_FINAL_TYPE (LeadupAudienceWindow, leadup_audience_window, ADW_TYPE_APPLICATION_WINDOW)

/* The menu has more widgets than all the window: it comes when it is opened. */
static void
show_menu_at (LeadupAudienceWindow *self,
              double                x,
              double                y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->commands);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, self->overlay);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  show_menu_at (LEADUP_AUDIENCE_WINDOW (user_data), x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  show_menu_at (LEADUP_AUDIENCE_WINDOW (widget), gtk_widget_get_width (widget) / 2.0, 24);

  return TRUE;
}

/* Nobody sees the ground of the window below the stage. A GPU draws it for nothing, and what is
 * opaque by its style needs no blending by the compositor; the processor fills it in every frame.
 */
static void
leadup_audience_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (leadup_audience_window_parent_class)->realize (widget);
  if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (GTK_NATIVE (widget))))
    gtk_widget_add_css_class (widget, "leadup-covered");
}

static void
leadup_audience_window_dispose (GObject *object)
{
  LeadupAudienceWindow *self = LEADUP_AUDIENCE_WINDOW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->commands);

  G_OBJECT_CLASS (leadup_audience_window_parent_class)->dispose (object);
}

static void
leadup_audience_window_class_init (LeadupAudienceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_audience_window_dispose;
  widget_class->realize = leadup_audience_window_realize;

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
leadup_audience_window_init (LeadupAudienceWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Leadup – Audience"));
  leadup_show_keys_install (GTK_WIDGET (self));

  self->overlay = gtk_overlay_new ();
  self->prompt = leadup_show_prompt_new ();
  self->overview = leadup_step_overview_new ();
  gtk_widget_set_visible (self->overview, FALSE);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), self->overlay);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  /* The gesture goes with the window. */
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->overlay, GTK_EVENT_CONTROLLER (click));
}

/**
 * leadup_audience_window_new:
 * @application: whose window it is
 * @workspace: what the stage shows
 *
 * Returns: (transfer none): a window that is not shown yet; GTK owns it
 */
GtkWidget *
leadup_audience_window_new (GtkApplication  *application,
                            LeadupWorkspace *workspace)
{
  LeadupAudienceWindow *self =
      g_object_new (LEADUP_TYPE_AUDIENCE_WINDOW, "application", application, NULL);

  self->stage = leadup_stage_new (workspace, MIN_MAGNIFICATION);
  leadup_stage_hide_tooltips (LEADUP_STAGE (self->stage));
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->stage);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->overview);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->prompt);

  return GTK_WIDGET (self);
}

LeadupStage *
leadup_audience_window_get_stage (LeadupAudienceWindow *self)
{
  g_return_val_if_fail (LEADUP_IS_AUDIENCE_WINDOW (self), NULL);

  return LEADUP_STAGE (self->stage);
}

GtkWidget *
leadup_audience_window_get_prompt (LeadupAudienceWindow *self)
{
  g_return_val_if_fail (LEADUP_IS_AUDIENCE_WINDOW (self), NULL);

  return self->prompt;
}

GtkWidget *
leadup_audience_window_get_overview (LeadupAudienceWindow *self)
{
  g_return_val_if_fail (LEADUP_IS_AUDIENCE_WINDOW (self), NULL);

  return self->overview;
}

void
leadup_audience_window_set_menu (LeadupAudienceWindow *self,
                                 GMenuModel           *menu)
{
  g_return_if_fail (LEADUP_IS_AUDIENCE_WINDOW (self));

  g_set_object (&self->commands, menu);
  if (self->menu != NULL)
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
}
