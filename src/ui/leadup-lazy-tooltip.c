/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-lazy-tooltip.h"

#define KEY "leadup-lazy-tooltip"

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    is_keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (widget), KEY));

  return TRUE;
}

/**
 * leadup_lazy_tooltip_set:
 * @text: (nullable): nothing to be told where it is %NULL or empty
 *
 * What gtk_widget_set_tooltip_text() does, which asks the display server each time where the
 * pointer is, and waits for the answer: a table of which all cells are bound anew would stand still
 * for half a second. Here that is asked of the widget under the pointer alone.
 */
void
leadup_lazy_tooltip_set (GtkWidget  *widget,
                         const char *text)
{
  const char *before = g_object_get_data (G_OBJECT (widget), KEY);

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (before, text) == 0)
    return;

  if (!GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), KEY "-is-asked")))
    {
      g_object_set_data (G_OBJECT (widget), KEY "-is-asked", GINT_TO_POINTER (TRUE));
      /* Of itself: it goes with the widget. */
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  g_object_set_data_full (G_OBJECT (widget), KEY, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0)
    gtk_widget_trigger_tooltip_query (widget);
}
