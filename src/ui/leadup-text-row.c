/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-text-row.h"

/* A pause in typing that is worth an edit; the journal promises at most two seconds of loss. */
#define COMMIT_DELAY_MS 600

#define MIN_HEIGHT_PX 60
#define MAX_HEIGHT_PX 240

struct _LeadupTextRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *view;
  guint commit_source;
  gboolean is_setting;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

enum
{
  COMMITTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupTextRow, leadup_text_row, GTK_TYPE_WIDGET)

static void
commit (LeadupTextRow *self)
{
  g_clear_handle_id (&self->commit_source, g_source_remove);
  g_signal_emit (self, signals[COMMITTED], 0);
}

static gboolean
commit_cb (gpointer user_data)
{
  LeadupTextRow *self = LEADUP_TEXT_ROW (user_data);

  self->commit_source = 0;
  commit (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (LeadupTextRow *self)
{
  if (self->is_setting)
    return;

  g_clear_handle_id (&self->commit_source, g_source_remove);
  self->commit_source = g_timeout_add (COMMIT_DELAY_MS, commit_cb, self);
}

static void
set_title (LeadupTextRow *self,
           const char    *title)
{
  gtk_label_set_label (GTK_LABEL (self->label), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  /* A scrolled window can have the keyboard as well. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (self->view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
}

static void
leadup_text_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LeadupTextRow *self = LEADUP_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
leadup_text_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LeadupTextRow *self = LEADUP_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
leadup_text_row_dispose (GObject *object)
{
  LeadupTextRow *self = LEADUP_TEXT_ROW (object);

  g_clear_handle_id (&self->commit_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (leadup_text_row_parent_class)->dispose (object);
}

static void
leadup_text_row_class_init (LeadupTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = leadup_text_row_get_property;
  object_class->set_property = leadup_text_row_set_property;
  object_class->dispose = leadup_text_row_dispose;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_text_row_init (LeadupTextRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->label = gtk_label_new (NULL);
  self->view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT_PX);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT_PX);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "leadup-text");
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
}

GtkWidget *
leadup_text_row_new (const char *title)
{
  return g_object_new (LEADUP_TYPE_TEXT_ROW, "title", title, NULL);
}

char *
leadup_text_row_dup_text (LeadupTextRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (LEADUP_IS_TEXT_ROW (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
leadup_text_row_set_text (LeadupTextRow *self,
                          const char    *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (LEADUP_IS_TEXT_ROW (self));

  if (self->commit_source != 0)
    return;

  shown = leadup_text_row_dup_text (self);
  if (text == NULL)
    text = "";
  if (g_str_equal (shown, text))
    return;

  self->is_setting = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
  self->is_setting = FALSE;
}

void
leadup_text_row_flush (LeadupTextRow *self)
{
  g_return_if_fail (LEADUP_IS_TEXT_ROW (self));

  if (self->commit_source != 0)
    commit (self);
}
