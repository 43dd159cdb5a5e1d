/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-show-keys.h"

#include "ui/leadup-step-overview.h"

static const struct
{
  guint keyval;
  const char *action;
  const char *target; /* (nullable): of an action with a string */
} keys[] = {
  { GDK_KEY_Right, "win.next" },
  { GDK_KEY_KP_Right, "win.next" },
  { GDK_KEY_Down, "win.next" },
  { GDK_KEY_space, "win.next" },
  { GDK_KEY_Return, "win.next" },
  { GDK_KEY_KP_Enter, "win.next" },
  { GDK_KEY_Page_Down, "win.next" }, /* clickers, forwards */
  { GDK_KEY_KP_Page_Down, "win.next" },
  { GDK_KEY_Left, "win.previous" },
  { GDK_KEY_KP_Left, "win.previous" },
  { GDK_KEY_Up, "win.previous" },
  { GDK_KEY_BackSpace, "win.previous" },
  { GDK_KEY_Page_Up, "win.previous" }, /* clickers, backwards */
  { GDK_KEY_KP_Page_Up, "win.previous" },
  { GDK_KEY_Home, "win.first" },
  { GDK_KEY_End, "win.last" },
  { GDK_KEY_b, "win.blank" },
  { GDK_KEY_period, "win.blank" }, /* the black screen of clickers */
  { GDK_KEY_f, "win.freeze" },
  { GDK_KEY_Tab, "win.overview" },
  { GDK_KEY_g, "win.go-to" },
  { GDK_KEY_slash, "win.focus" },
  { GDK_KEY_r, "win.return" },
  { GDK_KEY_p, "win.pause" },
  { GDK_KEY_s, "win.start" },
  { GDK_KEY_1, "win.tool", "none" },
  { GDK_KEY_KP_1, "win.tool", "none" },
  { GDK_KEY_2, "win.tool", "pointer" },
  { GDK_KEY_KP_2, "win.tool", "pointer" },
  { GDK_KEY_3, "win.tool", "pen" },
  { GDK_KEY_KP_3, "win.tool", "pen" },
  { GDK_KEY_4, "win.tool", "eraser" },
  { GDK_KEY_KP_4, "win.tool", "eraser" },
  { GDK_KEY_5, "win.tool", "spotlight" },
  { GDK_KEY_KP_5, "win.tool", "spotlight" },
  { GDK_KEY_c, "win.clear-ink" },
  { GDK_KEY_n, "win.notes" },
  { GDK_KEY_plus, "win.notes-larger" },
  { GDK_KEY_equal, "win.notes-larger" },
  { GDK_KEY_KP_Add, "win.notes-larger" },
  { GDK_KEY_minus, "win.notes-smaller" },
  { GDK_KEY_KP_Subtract, "win.notes-smaller" },
  { GDK_KEY_F11, "win.full-screen" },
  { GDK_KEY_Escape, "win.back-out" },
};

/**
 * leadup_show_keys_activate:
 * @window: a window with the actions of a show
 * @keyval: the key
 * @state: what is held down with it
 *
 * Returns: whether the key means anything
 */
gboolean
leadup_show_keys_activate (GtkWidget      *window,
                           guint           keyval,
                           GdkModifierType state)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (gdk_keyval_to_lower (keyval) != keys[i].keyval)
        continue;

      if (keys[i].target != NULL)
        return gtk_widget_activate_action (window, keys[i].action, "s", keys[i].target);

      return gtk_widget_activate_action (window, keys[i].action, NULL);
    }

  return FALSE;
}

/* Who types, or chooses in a menu, has the keyboard; the overview has all but the ways out of it.
 */
static gboolean
is_taken (GtkWidget *focus,
          guint      keyval)
{
  if (focus == NULL)
    return FALSE;
  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return TRUE;

  return gtk_widget_get_ancestor (focus, LEADUP_TYPE_STEP_OVERVIEW) != NULL &&
         keyval != GDK_KEY_Tab && keyval != GDK_KEY_Escape && keyval != GDK_KEY_g;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (is_taken (focus, keyval))
    return GDK_EVENT_PROPAGATE;

  return leadup_show_keys_activate (window, keyval, state);
}

void
leadup_show_keys_install (GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  /* The controller goes with the window. */
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (window, controller);
}
