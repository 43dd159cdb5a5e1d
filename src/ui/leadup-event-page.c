/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-event-page.h"

#include "base/leadup-text.h"
#include "model/leadup-category.h"
#include "ui/leadup-evidence-list.h"
#include "ui/leadup-field-binder.h"
#include "ui/leadup-form.h"
#include "ui/leadup-labels.h"
#include "ui/leadup-participants-editor.h"
#include "ui/leadup-values-editor.h"
#include "ui/leadup-when-editor.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_TONE 10.0

struct _LeadupEventPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *category;
  GtkWidget *verification;
  GtkWidget *when;
  GtkWidget *place;
  GtkWidget *country;
  GtkWidget *position;
  GtkWidget *participants;
  GtkWidget *evidence;
  GtkWidget *values;
  GtkWidget *importance;
  GtkWidget *own_tone;
  GtkWidget *tone;
  GtkWidget *tone_row;

  LeadupFieldBinder *binder;
  LeadupWorkspace *workspace;
  char *id;
  GPtrArray *categories; /* ids in the order of the rows */
  GArray *verifications; /* LeadupVerification in the order of the rows */
  gboolean is_showing;
  gboolean is_placing;
};

G_DEFINE_FINAL_TYPE (LeadupEventPage, leadup_event_page, GTK_TYPE_WIDGET)

static LeadupEvent *
lookup (LeadupEventPage *self)
{
  LeadupStory *story =
      self->workspace != NULL ? leadup_workspace_get_story (self->workspace) : NULL;

  if (story == NULL || self->id == NULL || self->is_showing)
    return NULL;

  return leadup_story_lookup (story, LEADUP_RECORD_EVENT, self->id);
}

static void
category_changed_cb (LeadupEventPage *self)
{
  LeadupEvent *event = lookup (self);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->category));
  LeadupEventFields fields;

  if (event == NULL || selected >= self->categories->len)
    return;

  fields = *leadup_event_get_fields (event);
  if (g_str_equal (fields.category, g_ptr_array_index (self->categories, selected)))
    return;

  fields.category = g_ptr_array_index (self->categories, selected);
  leadup_workspace_replace_event (self->workspace, _ ("Change category"), event, &fields, NULL);
}

static void
verification_changed_cb (LeadupEventPage *self)
{
  LeadupEvent *event = lookup (self);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->verification));
  LeadupEventFields fields;

  if (event == NULL || selected >= self->verifications->len)
    return;

  fields = *leadup_event_get_fields (event);
  if (fields.verification == g_array_index (self->verifications, LeadupVerification, selected))
    return;

  fields.verification = g_array_index (self->verifications, LeadupVerification, selected);
  leadup_workspace_replace_event (self->workspace, _ ("Change verification"), event, &fields, NULL);
}

static void
importance_changed_cb (LeadupEventPage *self)
{
  LeadupEvent *event = lookup (self);
  guint importance = adw_combo_row_get_selected (ADW_COMBO_ROW (self->importance));
  LeadupEventFields fields;

  if (event == NULL)
    return;

  fields = *leadup_event_get_fields (event);
  if (fields.importance == importance || importance > 5)
    return;

  fields.importance = importance;
  leadup_workspace_replace_event (self->workspace, _ ("Change importance"), event, &fields, NULL);
}

static double
get_category_tone (LeadupEventPage *self,
                   LeadupEvent     *event)
{
  LeadupCategory *category =
      leadup_story_lookup (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_CATEGORY,
                           leadup_event_get_fields (event)->category);

  return category != NULL ? leadup_category_get_fields (category)->tone : (double) NAN;
}

static void
tone_changed_cb (LeadupEventPage *self)
{
  LeadupEvent *event = lookup (self);
  g_autofree char *key = NULL;
  LeadupEventFields fields;
  double tone = NAN;

  if (event == NULL)
    return;

  if (gtk_switch_get_active (GTK_SWITCH (self->own_tone)))
    tone = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->tone));
  fields = *leadup_event_get_fields (event);
  if (fields.tone == tone || (isnan (fields.tone) && isnan (tone)))
    return;

  fields.tone = tone;
  key = g_strdup_printf ("event/%s/tone", self->id);
  leadup_workspace_replace_event (self->workspace, _ ("Change tone"), event, &fields, key);
}

/* “38.9, -77.04”: degrees north and east. Nothing at all is a position that is not known. */
static gboolean
parse_position (const char *text,
                double     *latitude,
                double     *longitude)
{
  char *rest;

  *latitude = NAN;
  *longitude = NAN;
  if (leadup_text_is_blank (text))
    return TRUE;

  *latitude = g_ascii_strtod (text, &rest);
  if (rest == text)
    return FALSE;
  rest += strspn (rest, ", ");
  text = rest;
  *longitude = g_ascii_strtod (text, &rest);

  return rest != text && *rest == '\0' && fabs (*latitude) <= 90 && fabs (*longitude) <= 180;
}

static void
place_changed_cb (LeadupEventPage *self)
{
  LeadupEvent *event = lookup (self);
  LeadupPlace place = { .latitude = NAN, .longitude = NAN };
  g_autofree char *key = NULL;
  LeadupEventFields fields;

  if (event == NULL)
    return;

  fields = *leadup_event_get_fields (event);
  if (fields.place != NULL)
    place = *fields.place;
  place.name = gtk_editable_get_text (GTK_EDITABLE (self->place));
  place.country = gtk_editable_get_text (GTK_EDITABLE (self->country));
  if (*place.country == '\0')
    place.country = NULL;
  if (!parse_position (gtk_editable_get_text (GTK_EDITABLE (self->position)), &place.latitude,
                       &place.longitude))
    {
      gtk_widget_add_css_class (self->position, "error");
      return;
    }

  gtk_widget_remove_css_class (self->position, "error");
  fields.place = &place;
  if (*place.name == '\0' && place.country == NULL && isnan (place.latitude))
    fields.place = NULL;
  key = g_strdup_printf ("event/%s/place", self->id);
  /* Half a position is a number already: what is being typed stays. */
  self->is_placing = TRUE;
  leadup_workspace_replace_event (self->workspace, _ ("Change place"), event, &fields, key);
  self->is_placing = FALSE;
}

static void
show_categories (LeadupEventPage *self,
                 const char      *current)
{
  GListModel *model =
      leadup_story_get_model (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_CATEGORY);
  guint n = g_list_model_get_n_items (model);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_ptr_array_set_size (self->categories, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupCategory) category = g_list_model_get_item (model, i);
      const LeadupCategoryFields *fields = leadup_category_get_fields (category);

      if (g_str_equal (fields->id, current))
        selected = i;
      g_ptr_array_add (self->categories, g_strdup (fields->id));
      g_ptr_array_add (names, leadup_text_single_line (fields->name, 100));
    }
  g_ptr_array_add (names, NULL);
  leadup_form_set_names (ADW_COMBO_ROW (self->category), (const char *const *) names->pdata,
                         selected);
}

/* Only what the rules allow, and what the event has. */
static void
show_verifications (LeadupEventPage         *self,
                    const LeadupEventFields *fields)
{
  const char *names[LEADUP_N_VERIFICATIONS + 1] = { NULL };
  guint selected = 0;
  guint n = 0;

  g_array_set_size (self->verifications, 0);
  for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
    {
      LeadupEventFields wanted = *fields;
      LeadupVerification verification = (LeadupVerification) i;

      wanted.verification = verification;
      if (verification != fields->verification &&
          leadup_event_constrain_verification (&wanted, g_get_real_time ()) != verification)
        continue;

      if (verification == fields->verification)
        selected = n;
      names[n++] = leadup_labels_verification (verification);
      g_array_append_val (self->verifications, verification);
    }
  leadup_form_set_names (ADW_COMBO_ROW (self->verification), names, selected);
}

static void
show_place (LeadupEventPage   *self,
            const LeadupPlace *place)
{
  g_autoptr (GString) position = g_string_new (NULL);

  if (self->is_placing)
    return;

  if (place != NULL && !isnan (place->latitude))
    {
      leadup_text_append_number (position, place->latitude);
      g_string_append (position, ", ");
      leadup_text_append_number (position, place->longitude);
    }
  leadup_form_set_text (self->place, place != NULL ? place->name : NULL);
  leadup_form_set_text (self->country, place != NULL ? place->country : NULL);
  leadup_form_set_text (self->position, position->str);
  gtk_widget_remove_css_class (self->position, "error");
}

static void
show_tone (LeadupEventPage         *self,
           LeadupEvent             *event,
           const LeadupEventFields *fields)
{
  double tone = get_category_tone (self, event);
  gboolean has_own = !isnan (fields->tone);
  g_autofree char *text = NULL;

  if (has_own)
    text = g_strdup (_ ("−10 hostile … +10 cooperative"));
  else if (isnan (tone))
    text = g_strdup (_ ("The category has none"));
  else
    /* Translators: the tone of a category, a number from −10 to +10. */
    text = g_strdup_printf (_ ("As the category: %+.1f"), tone);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->tone_row), text);
  gtk_widget_set_visible (self->tone, has_own);
  gtk_switch_set_active (GTK_SWITCH (self->own_tone), has_own);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->tone), has_own        ? fields->tone
                                                           : isnan (tone) ? 0
                                                                          : tone);
}

static void
leadup_event_page_dispose (GObject *object)
{
  LeadupEventPage *self = LEADUP_EVENT_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->binder);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->verifications, g_array_unref);

  G_OBJECT_CLASS (leadup_event_page_parent_class)->dispose (object);
}

static void
leadup_event_page_class_init (LeadupEventPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_event_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
connect_changes (LeadupEventPage *self,
                 GtkWidget       *widget,
                 const char      *signal,
                 GCallback        callback)
{
  g_signal_connect_object (widget, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
create_tone_row (LeadupEventPage *self,
                 GtkWidget       *group)
{
  self->tone_row = adw_action_row_new ();
  self->tone = gtk_spin_button_new_with_range (-MAX_TONE, MAX_TONE, 0.5);
  self->own_tone = gtk_switch_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->tone_row), _ ("Own Tone"));
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (self->tone), 1);
  gtk_widget_set_valign (self->tone, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->own_tone, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tone), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tone of this event"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own_tone), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Own tone"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->tone_row), self->tone);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->tone_row), self->own_tone);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->tone_row);
  connect_changes (self, self->tone, "value-changed", G_CALLBACK (tone_changed_cb));
  connect_changes (self, self->own_tone, "notify::active", G_CALLBACK (tone_changed_cb));
}

static void
create_first_rows (LeadupEventPage *self)
{
  GtkWidget *group = leadup_form_add_group (self->box, NULL);

  self->title = leadup_form_add_entry (group, _ ("Title"));
  self->category = leadup_form_add_combo (group, _ ("Category"));
  self->verification = leadup_form_add_combo (group, _ ("Verification"));
  self->when = leadup_when_editor_new ();
  gtk_box_append (GTK_BOX (self->box), self->when);
  connect_changes (self, self->category, "notify::selected", G_CALLBACK (category_changed_cb));
  connect_changes (self, self->verification, "notify::selected",
                   G_CALLBACK (verification_changed_cb));
  leadup_field_binder_add (self->binder, self->title, G_STRUCT_OFFSET (LeadupEventFields, title),
                           LEADUP_FIELD_REQUIRED, _ ("Change title"));
}

static void
create_middle (LeadupEventPage *self)
{
  GtkWidget *group;

  self->participants = leadup_participants_editor_new ();
  gtk_box_append (GTK_BOX (self->box), self->participants);
  self->evidence = leadup_evidence_list_new ();
  gtk_box_append (GTK_BOX (self->box), self->evidence);

  group = leadup_form_add_group (self->box, _ ("Where"));
  self->place = leadup_form_add_entry (group, _ ("Place"));
  self->country = leadup_form_add_entry (group, _ ("Country Code"));
  self->position = leadup_form_add_entry (group, _ ("Latitude, Longitude"));
  connect_changes (self, self->place, "changed", G_CALLBACK (place_changed_cb));
  connect_changes (self, self->country, "changed", G_CALLBACK (place_changed_cb));
  connect_changes (self, self->position, "changed", G_CALLBACK (place_changed_cb));

  self->values = leadup_values_editor_new ();
  gtk_box_append (GTK_BOX (self->box), self->values);
}

static void
create_last_rows (LeadupEventPage *self)
{
  const char *const importances[] = { _ ("Computed"), "1", "2", "3", "4", "5", NULL };
  GtkWidget *group = leadup_form_add_group (self->box, _ ("Weight"));
  GtkWidget *delete = gtk_button_new_with_mnemonic (_ ("_Delete Event"));
  GtkWidget *tags;

  self->importance = leadup_form_add_combo (group, _ ("Importance"));
  leadup_form_set_names (ADW_COMBO_ROW (self->importance), importances, 0);
  connect_changes (self, self->importance, "notify::selected", G_CALLBACK (importance_changed_cb));
  create_tone_row (self, group);

  group = leadup_form_add_group (self->box, NULL);
  tags = leadup_form_add_entry (group, _ ("Tags, with Commas"));
  leadup_field_binder_add (self->binder, tags, G_STRUCT_OFFSET (LeadupEventFields, tags),
                           LEADUP_FIELD_LIST, _ ("Change tags"));
  leadup_field_binder_add (self->binder, leadup_form_add_text (self->box, _ ("Summary")),
                           G_STRUCT_OFFSET (LeadupEventFields, summary), LEADUP_FIELD_TEXT,
                           _ ("Change summary"));
  leadup_field_binder_add (self->binder, leadup_form_add_text (self->box, _ ("Notes")),
                           G_STRUCT_OFFSET (LeadupEventFields, notes), LEADUP_FIELD_TEXT,
                           _ ("Change notes"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (delete), "win.delete");
  gtk_widget_add_css_class (delete, "destructive-action");
  gtk_box_append (GTK_BOX (self->box), delete);
}

static void
leadup_event_page_init (LeadupEventPage *self)
{
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->verifications = g_array_new (FALSE, FALSE, sizeof (LeadupVerification));
  self->binder = leadup_field_binder_new (LEADUP_RECORD_EVENT);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Event"),
                                  -1);

  create_first_rows (self);
  create_middle (self);
  create_last_rows (self);
}

GtkWidget *
leadup_event_page_new (void)
{
  return g_object_new (LEADUP_TYPE_EVENT_PAGE, NULL);
}

void
leadup_event_page_show (LeadupEventPage *self,
                        LeadupWorkspace *workspace,
                        LeadupEvent     *event)
{
  const LeadupEventFields *fields;

  g_return_if_fail (LEADUP_IS_EVENT_PAGE (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  fields = leadup_event_get_fields (event);
  leadup_field_binder_show (self->binder, workspace, fields->id);
  g_set_object (&self->workspace, workspace);
  g_free (self->id);
  self->id = g_strdup (fields->id);

  self->is_showing = TRUE;
  show_categories (self, fields->category);
  show_verifications (self, fields);
  show_place (self, fields->place);
  show_tone (self, event, fields);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->importance), MIN (fields->importance, 5));
  self->is_showing = FALSE;

  leadup_when_editor_show (LEADUP_WHEN_EDITOR (self->when), workspace, event);
  leadup_participants_editor_show (LEADUP_PARTICIPANTS_EDITOR (self->participants), workspace,
                                   event);
  leadup_evidence_list_show (LEADUP_EVIDENCE_LIST (self->evidence), workspace, event);
  leadup_values_editor_show (LEADUP_VALUES_EDITOR (self->values), workspace, event);
}

void
leadup_event_page_focus_title (LeadupEventPage *self)
{
  g_return_if_fail (LEADUP_IS_EVENT_PAGE (self));

  gtk_widget_grab_focus (self->title);
  gtk_editable_select_region (GTK_EDITABLE (self->title), 0, -1);
}
