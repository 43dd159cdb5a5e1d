/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-caption.h"

#include "base/leadup-text.h"

#define MAX_LINES 3

/* Longest caption that is shown, in characters. */
#define MAX_CHARACTERS 400

struct _LeadupCaption
{
  GtkWidget parent_instance;

  PangoLayout *layout;
  char *text;
};

G_DEFINE_FINAL_TYPE (LeadupCaption, leadup_caption, GTK_TYPE_WIDGET)

static void
leadup_caption_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  LeadupCaption *self = LEADUP_CAPTION (widget);
  GdkRGBA colour;

  if (self->layout == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
}

static void
leadup_caption_dispose (GObject *object)
{
  LeadupCaption *self = LEADUP_CAPTION (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (leadup_caption_parent_class)->dispose (object);
}

static void
leadup_caption_class_init (LeadupCaptionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_caption_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = leadup_caption_snapshot;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
leadup_caption_init (LeadupCaption *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
leadup_caption_new (void)
{
  return g_object_new (LEADUP_TYPE_CAPTION, NULL);
}

void
leadup_caption_set_text (LeadupCaption *self,
                         const char    *text)
{
  g_return_if_fail (LEADUP_IS_CAPTION (self));

  g_free (self->text);
  self->text = leadup_text_single_line (text != NULL ? text : "", MAX_CHARACTERS);
  g_strstrip (self->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
leadup_caption_lay_out (LeadupCaption *self,
                        int            width_px,
                        double         font_px)
{
  PangoFontDescription *font;
  int height = 0;

  g_return_val_if_fail (LEADUP_IS_CAPTION (self), 0);

  g_clear_object (&self->layout);
  if (self->text == NULL || *self->text == '\0' || width_px < 1)
    return 0;

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, font_px * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (self->layout, width_px * PANGO_SCALE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (self->layout, -MAX_LINES);
  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return height;
}
