/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-play-bar.h"

#include "base/leadup-when-format.h"
#include "model/leadup-lapse.h"
#include "render/leadup-graph-spoken.h"
#include "ui/leadup-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Between two steps while it plays. */
#define STEP_MS 700

/* How much of the past is shown; 0 = all of it. */
static const int days[] = { 0, 7, 30, 90 };

struct _LeadupPlayBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *play;
  GtkWidget *scale;
  GtkWidget *day;
  GtkWidget *step;
  GtkWidget *past;
  LeadupWorkspace *workspace;
  LeadupInstant start;
  LeadupInstant end;
  LeadupInstant now;
  LeadupInstant told; /* up to here what happened has been said */
  gboolean is_active;
  gboolean is_showing;
  guint timeout;
};

enum
{
  STEPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupPlayBar, leadup_play_bar, GTK_TYPE_WIDGET)

static GPtrArray *
get_events (LeadupPlayBar *self)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);

  return projection != NULL ? leadup_projection_get_events (projection) : NULL;
}

/* Who takes part in what happened after @before and until now. */
static void
tell_arrivals (LeadupPlayBar *self,
               LeadupInstant  before)
{
  g_autoptr (GHashTable) actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *events = get_events (self);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const LeadupEventFields *fields = leadup_event_get_fields (events->pdata[i]);
      LeadupInstant time = LEADUP_INSTANT_MIN;

      if (fields->when != NULL)
        time = leadup_when_get_bounds (fields->when)->start_earliest;
      for (guint k = 0; time >= before && time < self->now && k < fields->n_participants; k++)
        g_hash_table_add (actors, g_strdup (fields->participants[k].actor));
    }
  g_signal_emit (self, signals[STEPPED], 0, actors);
}

/* The brush ends where the time-lapse is. */
static void
show_now (LeadupPlayBar *self)
{
  int past = days[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->past))];
  LeadupInstant from = self->start - LEADUP_USEC_DAY;
  g_autofree char *day = leadup_instant_format (self->now - 1, LEADUP_UNIT_DAY);
  g_autofree char *spoken = NULL;

  if (past > 0)
    from = self->now - (LeadupInstant) past * LEADUP_USEC_DAY;
  self->is_showing = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), (double) (self->now / LEADUP_USEC_DAY));
  self->is_showing = FALSE;
  gtk_label_set_label (GTK_LABEL (self->day), day);
  /* What a step brings, for whoever does not see the map; the label is a status of the window. */
  spoken = leadup_graph_spoken_step (
      get_events (self), self->told < self->now ? self->told : self->now - LEADUP_USEC_DAY,
      self->now);
  self->told = self->now;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_tooltip_text (self->day, spoken);
  leadup_workspace_set_brush (self->workspace, MIN (from, self->now - LEADUP_USEC_DAY), self->now);
}

static void
scrubbed_cb (LeadupPlayBar *self)
{
  if (self->is_showing || !self->is_active)
    return;

  self->now = (LeadupInstant) gtk_range_get_value (GTK_RANGE (self->scale)) * LEADUP_USEC_DAY;
  show_now (self);
}

static void
past_changed_cb (LeadupPlayBar *self)
{
  if (self->is_active)
    show_now (self);
}

static gboolean
play_cb (gpointer user_data)
{
  LeadupPlayBar *self = LEADUP_PLAY_BAR (user_data);

  if (leadup_play_bar_step (self, TRUE))
    return G_SOURCE_CONTINUE;

  self->timeout = 0;
  leadup_play_bar_set_playing (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
play_clicked_cb (LeadupPlayBar *self)
{
  leadup_play_bar_set_playing (self, !leadup_play_bar_is_playing (self));
}

static void
back_clicked_cb (LeadupPlayBar *self)
{
  leadup_play_bar_step (self, FALSE);
}

static void
on_clicked_cb (LeadupPlayBar *self)
{
  leadup_play_bar_step (self, TRUE);
}

static void
unmap_cb (LeadupPlayBar *self)
{
  leadup_play_bar_set_playing (self, FALSE);
}

static void
leadup_play_bar_dispose (GObject *object)
{
  LeadupPlayBar *self = LEADUP_PLAY_BAR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_play_bar_parent_class)->dispose (object);
}

static void
leadup_play_bar_class_init (LeadupPlayBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_play_bar_dispose;

  signals[STEPPED] = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_HASH_TABLE);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static GtkWidget *
add_button (LeadupPlayBar *self,
            const char    *icon,
            const char    *label,
            GCallback      callback)
{
  GtkWidget *button = leadup_form_icon_button_new (icon, label);

  gtk_box_append (GTK_BOX (self->box), button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_choice (GtkWidget  *box,
            GtkWidget  *choice,
            const char *label)
{
  gtk_widget_set_tooltip_text (choice, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (choice, "leadup-compact");
  gtk_box_append (GTK_BOX (box), choice);
}

static void
leadup_play_bar_init (LeadupPlayBar *self)
{
  /* On a narrow screen the choices give way. */
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *steps[] = { _ ("Day"), _ ("Week"), _ ("Event"), NULL };
  const char *pasts[] = { _ ("All until then"), _ ("7 days"), _ ("30 days"), _ ("90 days"), NULL };

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "leadup-status");
  add_button (self, "media-skip-backward-symbolic", _ ("Step Back"), G_CALLBACK (back_clicked_cb));
  self->play = add_button (self, "media-playback-start-symbolic", _ ("Play"),
                           G_CALLBACK (play_clicked_cb));
  add_button (self, "media-skip-forward-symbolic", _ ("Step On"), G_CALLBACK (on_clicked_cb));
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Day"), -1);
  gtk_box_append (GTK_BOX (self->box), self->scale);
  self->day = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->day), 11);
  gtk_label_set_xalign (GTK_LABEL (self->day), 0);
  gtk_widget_add_css_class (self->day, "numeric");
  gtk_box_append (GTK_BOX (self->box), self->day);
  self->step = gtk_drop_down_new_from_strings (steps);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->step), LEADUP_LAPSE_BY_EVENT);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), choices);
  gtk_box_append (GTK_BOX (self->box), squeezer);
  add_choice (choices, self->step, _ ("How far a step goes"));
  self->past = gtk_drop_down_new_from_strings (pasts);
  add_choice (choices, self->past, _ ("How much of the past is shown"));
  gtk_actionable_set_action_name (
      GTK_ACTIONABLE (add_button (self, "window-close-symbolic", _ ("Close"), G_CALLBACK (unmap_cb))),
      "win.graph-play");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->scale, "value-changed", G_CALLBACK (scrubbed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->past, "notify::selected", G_CALLBACK (past_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* On itself: lives as long as it. */
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
}

GtkWidget *
leadup_play_bar_new (void)
{
  return g_object_new (LEADUP_TYPE_PLAY_BAR, NULL);
}

void
leadup_play_bar_set_workspace (LeadupPlayBar   *self,
                               LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_PLAY_BAR (self));

  g_set_object (&self->workspace, workspace);
}

/* Begins at the end, where everything is seen. */
void
leadup_play_bar_set_active (LeadupPlayBar *self,
                            gboolean       is_active)
{
  GPtrArray *events;

  g_return_if_fail (LEADUP_IS_PLAY_BAR (self));

  events = get_events (self);
  leadup_play_bar_set_playing (self, FALSE);
  if (self->is_active && !is_active)
    leadup_workspace_clear_brush (self->workspace);
  self->is_active =
      is_active && events != NULL && leadup_lapse_range (events, &self->start, &self->end);
  gtk_widget_set_visible (GTK_WIDGET (self), is_active);
  gtk_widget_set_sensitive (self->box, self->is_active || !is_active);
  if (!self->is_active)
    return;

  self->is_showing = TRUE;
  gtk_range_set_range (GTK_RANGE (self->scale), (double) (self->start / LEADUP_USEC_DAY),
                       (double) MAX (self->end / LEADUP_USEC_DAY,
                                     self->start / LEADUP_USEC_DAY + 1));
  self->is_showing = FALSE;
  self->now = self->told = self->end;
  show_now (self);
}

gboolean
leadup_play_bar_is_playing (LeadupPlayBar *self)
{
  g_return_val_if_fail (LEADUP_IS_PLAY_BAR (self), FALSE);

  return self->timeout != 0;
}

/* Played from its end, it begins again. */
void
leadup_play_bar_set_playing (LeadupPlayBar *self,
                             gboolean       is_playing)
{
  const char *label = is_playing ? _ ("Pause") : _ ("Play");

  g_return_if_fail (LEADUP_IS_PLAY_BAR (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->box == NULL)
    return;

  gtk_button_set_icon_name (GTK_BUTTON (self->play), is_playing ? "media-playback-pause-symbolic"
                                                                : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (!is_playing || !self->is_active)
    return;

  if (self->now >= self->end)
    {
      self->now = self->start;
      show_now (self);
      tell_arrivals (self, LEADUP_INSTANT_MIN + 1);
    }
  self->timeout = g_timeout_add (STEP_MS, play_cb, self);
}

gboolean
leadup_play_bar_step (LeadupPlayBar *self,
                      gboolean       is_forward)
{
  LeadupInstant before;
  GPtrArray *events;

  g_return_val_if_fail (LEADUP_IS_PLAY_BAR (self), FALSE);

  events = get_events (self);
  if (!self->is_active || events == NULL)
    return FALSE;

  before = self->now;
  self->now = CLAMP (
      leadup_lapse_step (events, before,
                         (LeadupLapseStep) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->step)),
                         is_forward),
      self->start, self->end);
  if (self->now == before)
    return FALSE;

  show_now (self);
  if (is_forward)
    tell_arrivals (self, before);

  return TRUE;
}
