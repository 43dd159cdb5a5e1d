/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-story-page.h"

#include "model/leadup-info.h"
#include "ui/leadup-field-binder.h"
#include "ui/leadup-form.h"

#include <glib/gi18n.h>

struct _LeadupStoryPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  LeadupFieldBinder *binder;
};

G_DEFINE_FINAL_TYPE (LeadupStoryPage, leadup_story_page, GTK_TYPE_WIDGET)

/* One-line fields of the two groups. */
static const struct
{
  const char *title;
  gsize offset;
} fields[] = {
  { N_ ("Title"), G_STRUCT_OFFSET (LeadupInfoFields, title) },
  { N_ ("Language Code"), G_STRUCT_OFFSET (LeadupInfoFields, language) },
  { N_ ("Time Zone"), G_STRUCT_OFFSET (LeadupInfoFields, zone) },
  { N_ ("Chart Title"), G_STRUCT_OFFSET (LeadupInfoFields, chart_title) },
  { N_ ("Subtitle"), G_STRUCT_OFFSET (LeadupInfoFields, chart_subtitle) },
  { N_ ("Byline"), G_STRUCT_OFFSET (LeadupInfoFields, chart_byline) },
  { N_ ("Source Line"), G_STRUCT_OFFSET (LeadupInfoFields, chart_source_line) },
};

#define N_STORY_FIELDS 3

static void
leadup_story_page_dispose (GObject *object)
{
  LeadupStoryPage *self = LEADUP_STORY_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->binder);

  G_OBJECT_CLASS (leadup_story_page_parent_class)->dispose (object);
}

static void
leadup_story_page_class_init (LeadupStoryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_story_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_story_page_init (LeadupStoryPage *self)
{
  GtkWidget *story;
  GtkWidget *chart;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Story"),
                                  -1);
  self->binder = leadup_field_binder_new (LEADUP_RECORD_INFO);

  gtk_box_append (
      GTK_BOX (self->box),
      leadup_form_note_new (_ ("Select an event, an actor or the line between two actors "
                               "to see and edit it here.")));
  story = leadup_form_add_group (self->box, _ ("Story"));
  chart = leadup_form_add_group (self->box, _ ("Chart"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row =
          leadup_form_add_entry (i < N_STORY_FIELDS ? story : chart, _ (fields[i].title));

      leadup_field_binder_add (self->binder, row, fields[i].offset, LEADUP_FIELD_TEXT,
                               _ ("Change story details"));
    }
  leadup_field_binder_add (
      self->binder,
      leadup_form_add_text (self->box, _ ("Text for People Who Cannot See the Chart")),
      G_STRUCT_OFFSET (LeadupInfoFields, chart_alt), LEADUP_FIELD_TEXT,
      _ ("Change alternative text"));
}

GtkWidget *
leadup_story_page_new (void)
{
  return g_object_new (LEADUP_TYPE_STORY_PAGE, NULL);
}

void
leadup_story_page_show (LeadupStoryPage *self,
                        LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_STORY_PAGE (self));

  leadup_field_binder_show (self->binder, workspace, LEADUP_INFO_ID);
}
