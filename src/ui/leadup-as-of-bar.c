/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-as-of-bar.h"

#include "base/leadup-when-format.h"
#include "model/leadup-source.h"

#include <glib/gi18n.h>

struct _LeadupAsOfBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *scale;
  GtkWidget *day;

  LeadupWorkspace *workspace;
  gboolean is_active;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (LeadupAsOfBar, leadup_as_of_bar, GTK_TYPE_WIDGET)

/* From the first to the last day on which something was published; FALSE where no day is known. */
static gboolean
get_days (LeadupAsOfBar *self,
          double        *first,
          double        *last)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  GListModel *sources = leadup_story_get_model (story, LEADUP_RECORD_SOURCE);
  gboolean has_any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (LeadupSource) source = g_list_model_get_item (sources, i);
      LeadupInstant published = leadup_source_get_published (source);
      double day = (double) (leadup_calendar_floor (published, LEADUP_UNIT_DAY, 1) /
                             LEADUP_USEC_DAY);

      if (published == LEADUP_INSTANT_MAX)
        continue;
      *first = has_any ? MIN (*first, day) : day;
      *last = has_any ? MAX (*last, day) : day;
      has_any = TRUE;
    }

  return has_any;
}

static void
tell_day (LeadupAsOfBar *self)
{
  double value = gtk_range_get_value (GTK_RANGE (self->scale));
  g_autofree char *day =
      leadup_instant_format ((LeadupInstant) value * LEADUP_USEC_DAY, LEADUP_UNIT_DAY);

  gtk_label_set_label (GTK_LABEL (self->day), day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  day, -1);
}

static void
set_as_of (LeadupAsOfBar *self,
           LeadupInstant  as_of)
{
  LeadupFilterFields fields =
      *leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace));
  g_autoptr (LeadupFilter) filter = NULL;

  if (fields.as_of == as_of)
    return;

  fields.as_of = as_of;
  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (self->workspace, filter);
}

/* Up to the end of that day. */
static void
value_changed_cb (LeadupAsOfBar *self)
{
  double value = gtk_range_get_value (GTK_RANGE (self->scale));

  tell_day (self);
  if (self->is_active && !self->is_showing)
    set_as_of (self, ((LeadupInstant) value + 1) * LEADUP_USEC_DAY);
}

/* A view, or the button that clears the filter, may have set it too. */
static void
filter_changed_cb (LeadupAsOfBar *self)
{
  LeadupInstant as_of =
      leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace))->as_of;

  double first, last;

  /* What hides events is to be seen. */
  if (as_of != LEADUP_INSTANT_MAX && !self->is_active && get_days (self, &first, &last))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-as-of", NULL);
  if (!self->is_active)
    return;

  self->is_showing = TRUE;
  if (as_of == LEADUP_INSTANT_MAX)
    gtk_range_set_value (GTK_RANGE (self->scale),
                         gtk_adjustment_get_upper (
                             gtk_range_get_adjustment (GTK_RANGE (self->scale))));
  else
    gtk_range_set_value (GTK_RANGE (self->scale), (double) ((as_of - 1) / LEADUP_USEC_DAY));
  self->is_showing = FALSE;
}

static void
leadup_as_of_bar_dispose (GObject *object)
{
  LeadupAsOfBar *self = LEADUP_AS_OF_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_as_of_bar_parent_class)->dispose (object);
}

static void
leadup_as_of_bar_class_init (LeadupAsOfBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_as_of_bar_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_as_of_bar_init (LeadupAsOfBar *self)
{
  GtkWidget *label = gtk_label_new (_ ("Known by"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  self->day = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->day), 12);
  gtk_label_set_xalign (GTK_LABEL (self->day), 0);
  gtk_widget_add_css_class (self->day, "numeric");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Show All Again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.show-as-of");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Hide what was published after this day"), -1);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), self->scale);
  gtk_box_append (GTK_BOX (self->box), self->day);
  gtk_box_append (GTK_BOX (self->box), close);
  gtk_widget_add_css_class (self->box, "leadup-status");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
leadup_as_of_bar_set_workspace (LeadupAsOfBar   *self,
                                LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_AS_OF_BAR (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "notify::filter", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
leadup_as_of_bar_set_active (LeadupAsOfBar *self,
                             gboolean       is_active)
{
  double first = 0, last = 0;
  gboolean has_days;

  g_return_if_fail (LEADUP_IS_AS_OF_BAR (self));

  self->is_active = FALSE;
  has_days = is_active && get_days (self, &first, &last);
  if (has_days)
    {
      gtk_range_set_range (GTK_RANGE (self->scale), first, MAX (last, first + 1));
      gtk_range_set_value (GTK_RANGE (self->scale), last);
      tell_day (self);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (self->day), _ ("No source is dated"));
      set_as_of (self, LEADUP_INSTANT_MAX);
    }
  gtk_widget_set_sensitive (self->scale, has_days);
  gtk_widget_set_visible (GTK_WIDGET (self), is_active);
  self->is_active = has_days;
  filter_changed_cb (self);
}
