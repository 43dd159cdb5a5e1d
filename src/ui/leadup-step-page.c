/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-step-page.h"

#include "ui/leadup-field-binder.h"
#include "ui/leadup-form.h"
#include "ui/leadup-step-edit.h"

#include <glib/gi18n.h>

/* Longest time that can be planned for one step. */
#define MAX_SECONDS 3600

struct _LeadupStepPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *picture;
  GtkWidget *rest_faded;
  GtkWidget *seconds;
  GtkWidget *cut;

  LeadupFieldBinder *binder;
  LeadupWorkspace *workspace;
  LeadupStep *step;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (LeadupStepPage, leadup_step_page, GTK_TYPE_WIDGET)

static void
picture_changed_cb (LeadupStepPage *self)
{
  if (self->is_showing || self->step == NULL)
    return;

  leadup_steps_set_picture (
      self->workspace, self->step,
      (LeadupPicture) adw_combo_row_get_selected (ADW_COMBO_ROW (self->picture)),
      gtk_switch_get_active (GTK_SWITCH (self->rest_faded)));
}

static void
replace (LeadupStepPage         *self,
         const LeadupStepFields *fields,
         const char             *label)
{
  g_autoptr (LeadupStep) after = leadup_step_new (fields);
  g_autofree char *key = g_strdup_printf ("%s/%s", fields->id, label);

  leadup_workspace_replace (self->workspace, label, LEADUP_RECORD (self->step),
                            LEADUP_RECORD (after), key);
}

static void
seconds_changed_cb (LeadupStepPage *self)
{
  LeadupStepFields fields;

  if (self->is_showing || self->step == NULL)
    return;

  fields = *leadup_step_get_fields (self->step);
  fields.seconds = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->seconds));
  replace (self, &fields, _ ("Change time of a step"));
}

static void
cut_changed_cb (LeadupStepPage *self)
{
  LeadupStepFields fields;

  if (self->is_showing || self->step == NULL)
    return;

  fields = *leadup_step_get_fields (self->step);
  fields.is_cut = gtk_switch_get_active (GTK_SWITCH (self->cut));
  replace (self, &fields, _ ("Change how a step enters"));
}

static void
leadup_step_page_dispose (GObject *object)
{
  LeadupStepPage *self = LEADUP_STEP_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->binder);
  g_clear_object (&self->workspace);
  g_clear_object (&self->step);

  G_OBJECT_CLASS (leadup_step_page_parent_class)->dispose (object);
}

static void
leadup_step_page_class_init (LeadupStepPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_step_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_switch (GtkWidget  *group,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return toggle;
}

static GtkWidget *
add_seconds (GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_SECONDS, 5);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Planned Seconds"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Planned seconds, 0 for no plan"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return spin;
}

static void
add_buttons (LeadupStepPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const struct
  {
    const char *label;
    const char *action;
  } buttons[] = {
    { N_ ("Present from Here"), "win.present-from-here" },
    { N_ ("Capture Anew from What Is Shown"), "win.recapture-step" },
    { N_ ("Delete Step"), "win.delete-step" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (buttons[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (self->box), box);
}

static void
leadup_step_page_init (LeadupStepPage *self)
{
  const char *const pictures[] = { _ ("Timeline"), _ ("Graph"), _ ("Timeline and Graph"), NULL };
  GtkWidget *group;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Step"),
                                  -1);
  self->binder = leadup_field_binder_new (LEADUP_RECORD_STEP);

  leadup_field_binder_add (self->binder, leadup_form_add_text (self->box, _ ("Caption")),
                           G_STRUCT_OFFSET (LeadupStepFields, caption), LEADUP_FIELD_TEXT,
                           _ ("Change caption"));
  leadup_field_binder_add (self->binder, leadup_form_add_text (self->box, _ ("Speaker Notes")),
                           G_STRUCT_OFFSET (LeadupStepFields, notes), LEADUP_FIELD_TEXT,
                           _ ("Change speaker notes"));
  group = leadup_form_add_group (self->box, _ ("Step"));
  self->picture = leadup_form_add_combo (group, _ ("Shows"));
  leadup_form_set_names (ADW_COMBO_ROW (self->picture), pictures, 0);
  self->seconds = add_seconds (group);
  leadup_field_binder_add (self->binder,
                           leadup_form_add_entry (group, _ ("As of (What Was Known on That Day)")),
                           G_STRUCT_OFFSET (LeadupStepFields, as_of), LEADUP_FIELD_DAY,
                           _ ("Change the day of a step"));
  self->rest_faded = add_switch (group, _ ("Fade the Rest"),
                                 _ ("What is not selected stands back"));
  self->cut = add_switch (group, _ ("Cut"), _ ("Enter at once, without a move"));
  add_buttons (self);

  g_signal_connect_object (self->picture, "notify::selected", G_CALLBACK (picture_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rest_faded, "notify::active", G_CALLBACK (picture_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->seconds, "value-changed", G_CALLBACK (seconds_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cut, "notify::active", G_CALLBACK (cut_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_step_page_new (void)
{
  return g_object_new (LEADUP_TYPE_STEP_PAGE, NULL);
}

void
leadup_step_page_show (LeadupStepPage  *self,
                       LeadupWorkspace *workspace,
                       LeadupStep      *step)
{
  const LeadupStepFields *fields;
  LeadupView *view;

  g_return_if_fail (LEADUP_IS_STEP_PAGE (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));
  g_return_if_fail (LEADUP_IS_STEP (step));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->step, step);
  self->is_showing = TRUE;
  fields = leadup_step_get_fields (step);
  leadup_field_binder_show (self->binder, workspace, fields->id);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->seconds), fields->seconds);
  gtk_switch_set_active (GTK_SWITCH (self->cut), fields->is_cut);
  view = leadup_steps_get_view (leadup_workspace_get_story (workspace), step);
  if (view != NULL)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->picture),
                                  leadup_view_get_fields (view)->picture);
      gtk_switch_set_active (GTK_SWITCH (self->rest_faded),
                             leadup_view_get_fields (view)->is_rest_faded);
    }
  self->is_showing = FALSE;
}
