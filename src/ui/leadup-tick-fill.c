/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-tick-fill.h"

/* Rows that come with each frame: to measure one takes two to five milliseconds. */
#define EACH 2

static gboolean
add_some_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  LeadupTickFillFunc *add_one = user_data;

  for (guint i = 0; i < EACH; i++)
    if (!(*add_one) (widget))
      return G_SOURCE_REMOVE;

  return G_SOURCE_CONTINUE;
}

/**
 * leadup_tick_fill:
 * @widget: whose list is filled
 * @n_first: as many rows as are seen at first
 * @add_one: adds one more
 *
 * Widgets take long to make, and longer to measure: the first ones are there at once, the others
 * follow with the frames, a few with each, for as long as @widget lives.
 *
 * Returns: for gtk_widget_remove_tick_callback(), or 0 where all are there already
 */
guint
leadup_tick_fill (GtkWidget         *widget,
                  guint              n_first,
                  LeadupTickFillFunc add_one)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget) && add_one != NULL, 0);

  for (guint i = 0; i < n_first; i++)
    if (!add_one (widget))
      return 0;

  return gtk_widget_add_tick_callback (widget, add_some_cb, g_memdup2 (&add_one, sizeof add_one),
                                       g_free);
}
