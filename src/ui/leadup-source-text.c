/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-source-text.h"

#include "base/leadup-text.h"
#include "model/leadup-category.h"

#include <glib/gi18n.h>

/* Characters that are laid out at once; a longer text is shown in parts of this length. */
#define PART_CHARACTERS 200000

typedef struct
{
  gint64 start;
  gint64 end;
  char *event;
} Span;

struct _LeadupSourceText
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *view;
  GtkWidget *bar;
  GtkWidget *bar_label;
  GtkWidget *former_button;
  GtkWidget *next_button;
  GtkTextTag *highlight;
  GArray *spans; /* Span, of the whole text */
  gint64 n_characters;
  gint64 part_start;
  LeadupWorkspace *workspace;
  LeadupSource *source;
};

enum
{
  MARKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupSourceText, leadup_source_text, GTK_TYPE_WIDGET)

static void
clear_span (gpointer data)
{
  g_free (((Span *) data)->event);
}

static GtkTextBuffer *
get_buffer (LeadupSourceText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* One tag a category: its colour below the words. */
static GtkTextTag *
get_tag (LeadupSourceText *self,
         const char       *category_id)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), category_id);
  LeadupCategory *category;
  GdkRGBA colour = { 0.5f, 0.5f, 0.5f, 1 };

  if (tag != NULL)
    return tag;

  category = leadup_story_lookup (leadup_workspace_get_story (self->workspace),
                                  LEADUP_RECORD_CATEGORY, category_id);
  if (category != NULL && leadup_category_get_fields (category)->colour != NULL)
    gdk_rgba_parse (&colour, leadup_category_get_fields (category)->colour);

  return gtk_text_buffer_create_tag (buffer, category_id, "underline", PANGO_UNDERLINE_SINGLE,
                                     "underline-rgba", &colour, NULL);
}

/* Cuts a span to the part that is shown; returns whether anything of it is there. */
static gboolean
get_iters (LeadupSourceText *self,
           gint64            start,
           gint64            end,
           GtkTextIter      *first,
           GtkTextIter      *last)
{
  gint64 n_shown = gtk_text_buffer_get_char_count (get_buffer (self));

  start = MAX (start - self->part_start, 0);
  end = MIN (end - self->part_start, n_shown);
  if (start >= end)
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), first, (int) start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), last, (int) end);

  return TRUE;
}

static void
add_spans_of (LeadupSourceText *self,
              LeadupEvent      *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  const char *id = leadup_record_get_id (LEADUP_RECORD (self->source));

  for (guint i = 0; i < fields->n_evidence; i++)
    {
      const LeadupEvidenceFields *evidence = leadup_evidence_get_fields (fields->evidence[i]);
      GtkTextIter first;
      GtkTextIter last;
      Span span;

      if (evidence->span_start < 0 || !g_str_equal (evidence->source, id))
        continue;

      span = (Span) { evidence->span_start, evidence->span_end, g_strdup (fields->id) };
      g_array_append_val (self->spans, span);
      if (get_iters (self, span.start, span.end, &first, &last))
        gtk_text_buffer_apply_tag (get_buffer (self), get_tag (self, fields->category), &first,
                                   &last);
    }
}

static void
mark_selected (LeadupSourceText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_bounds (buffer, &first, &last);
  gtk_text_buffer_remove_tag (buffer, self->highlight, &first, &last);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (leadup_workspace_is_selected (self->workspace, LEADUP_RECORD_EVENT, span->event) &&
          get_iters (self, span->start, span->end, &first, &last))
        gtk_text_buffer_apply_tag (buffer, self->highlight, &first, &last);
    }
}

static void
update_spans (LeadupSourceText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GListModel *events;
  GtkTextIter first;
  GtkTextIter last;
  guint n;

  g_array_set_size (self->spans, 0);
  gtk_text_buffer_get_bounds (buffer, &first, &last);
  gtk_text_buffer_remove_all_tags (buffer, &first, &last);
  if (self->source == NULL)
    return;

  events =
      leadup_story_get_model (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_EVENT);
  n = g_list_model_get_n_items (events);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupEvent) event = g_list_model_get_item (events, i);

      add_spans_of (self, event);
    }
  mark_selected (self);
}

static void
show_part (LeadupSourceText *self,
           gint64            start)
{
  const char *text = self->source != NULL ? leadup_source_get_fields (self->source)->text : NULL;
  const char *first;
  const char *last;
  gint64 end;

  self->part_start = start;
  if (text == NULL)
    text = "";
  end = MIN (start + PART_CHARACTERS, self->n_characters);
  first = g_utf8_offset_to_pointer (text, start);
  last = g_utf8_offset_to_pointer (first, end - start);
  gtk_text_buffer_set_text (get_buffer (self), first, (int) (last - first));
  gtk_widget_set_visible (self->bar, self->n_characters > PART_CHARACTERS);
  if (self->n_characters > PART_CHARACTERS)
    {
      g_autofree char *label = NULL;

      label = g_strdup_printf (_ ("Part %d of %d"), (int) (start / PART_CHARACTERS) + 1,
                               (int) ((self->n_characters - 1) / PART_CHARACTERS) + 1);
      gtk_label_set_label (GTK_LABEL (self->bar_label), label);
      gtk_widget_set_sensitive (self->former_button, start > 0);
      gtk_widget_set_sensitive (self->next_button, end < self->n_characters);
    }
  update_spans (self);
}

static void
former_clicked_cb (LeadupSourceText *self)
{
  show_part (self, MAX (self->part_start - PART_CHARACTERS, 0));
}

static void
next_clicked_cb (LeadupSourceText *self)
{
  show_part (self, self->part_start + PART_CHARACTERS);
}

/* The shortest span at a place is the one that was meant. */
static const Span *
find_span (LeadupSourceText *self,
           gint64            offset)
{
  const Span *found = NULL;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (span->start <= offset && offset < span->end &&
          (found == NULL || span->end - span->start < found->end - found->start))
        found = span;
    }

  return found;
}

static const Span *
find_span_at (LeadupSourceText *self,
              double            x,
              double            y)
{
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET,
                                         (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), &iter, buffer_x, buffer_y))
    return NULL;

  return find_span (self, self->part_start + gtk_text_iter_get_offset (&iter));
}

static void
released_cb (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             gpointer         user_data)
{
  LeadupSourceText *self = LEADUP_SOURCE_TEXT (user_data);
  const Span *span;

  if (gtk_text_buffer_get_has_selection (get_buffer (self)))
    return;

  span = find_span_at (self, x, y);
  if (span != NULL)
    {
      g_autofree char *id = g_strdup (span->event);

      leadup_workspace_select (self->workspace, LEADUP_RECORD_EVENT, id);
    }
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           gpointer                  user_data)
{
  LeadupSourceText *self = LEADUP_SOURCE_TEXT (user_data);

  gtk_widget_set_cursor_from_name (self->view,
                                   find_span_at (self, x, y) != NULL ? "pointer" : "text");
}

static void
has_selection_cb (LeadupSourceText *self)
{
  g_signal_emit (self, signals[MARKED], 0, gtk_text_buffer_get_has_selection (get_buffer (self)));
}

static void
leadup_source_text_dispose (GObject *object)
{
  LeadupSourceText *self = LEADUP_SOURCE_TEXT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_object (&self->workspace);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (leadup_source_text_parent_class)->dispose (object);
}

static void
leadup_source_text_class_init (LeadupSourceTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_source_text_dispose;

  signals[MARKED] = g_signal_new ("marked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
create_view (LeadupSourceText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GdkRGBA yellow = { 0.97f, 0.80f, 0.20f, 0.35f };

  self->view = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), TRUE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 18);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 24);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view), 3);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self->view), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the source"), -1);
  self->highlight =
      gtk_text_buffer_create_tag (get_buffer (self), NULL, "background-rgba", &yellow, NULL);

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (self->view, motion);
  g_signal_connect_object (get_buffer (self), "notify::has-selection",
                           G_CALLBACK (has_selection_cb), self, G_CONNECT_SWAPPED);
}

static void
leadup_source_text_init (LeadupSourceText *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (self->spans, clear_span);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  create_view (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->former_button = gtk_button_new_with_mnemonic (_ ("_Former Part"));
  self->bar_label = gtk_label_new (NULL);
  self->next_button = gtk_button_new_with_mnemonic (_ ("_Next Part"));
  gtk_widget_set_halign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->bar, "toolbar");
  gtk_box_append (GTK_BOX (self->bar), self->former_button);
  gtk_box_append (GTK_BOX (self->bar), self->bar_label);
  gtk_box_append (GTK_BOX (self->bar), self->next_button);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  g_signal_connect_object (self->former_button, "clicked", G_CALLBACK (former_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next_button, "clicked", G_CALLBACK (next_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_source_text_new (void)
{
  return g_object_new (LEADUP_TYPE_SOURCE_TEXT, NULL);
}

void
leadup_source_text_show (LeadupSourceText *self,
                         LeadupWorkspace  *workspace,
                         LeadupSource     *source)
{
  const char *former;
  const char *text;
  gboolean is_same;

  g_return_if_fail (LEADUP_IS_SOURCE_TEXT (self));

  former = self->source != NULL ? leadup_source_get_fields (self->source)->text : NULL;
  text = source != NULL ? leadup_source_get_fields (source)->text : NULL;
  is_same = self->source != NULL && source != NULL && g_strcmp0 (former, text) == 0 &&
            g_str_equal (leadup_record_get_id (LEADUP_RECORD (self->source)),
                         leadup_record_get_id (LEADUP_RECORD (source)));
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->source, source);
  if (is_same)
    {
      update_spans (self);
      return;
    }

  self->n_characters = text != NULL ? g_utf8_strlen (text, -1) : 0;
  show_part (self, 0);
}

void
leadup_source_text_scroll_to (LeadupSourceText *self,
                              LeadupEvent      *event,
                              guint             index)
{
  const LeadupEventFields *fields;
  const LeadupEvidenceFields *found = NULL;
  GtkTextIter first;
  GtkTextIter last;

  g_return_if_fail (LEADUP_IS_SOURCE_TEXT (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  if (self->source == NULL)
    return;

  fields = leadup_event_get_fields (event);
  for (guint i = 0; i < fields->n_evidence; i++)
    {
      const LeadupEvidenceFields *evidence = leadup_evidence_get_fields (fields->evidence[i]);

      if (evidence->span_start >= 0 && evidence->span_start < self->n_characters &&
          g_str_equal (evidence->source, leadup_record_get_id (LEADUP_RECORD (self->source))) &&
          (found == NULL || i == index))
        found = evidence;
    }
  if (found == NULL)
    return;

  if (found->span_start < self->part_start ||
      found->span_start >= self->part_start + PART_CHARACTERS)
    show_part (self, found->span_start / PART_CHARACTERS * PART_CHARACTERS);
  mark_selected (self);
  if (get_iters (self, found->span_start, found->span_end, &first, &last))
    {
      GtkTextMark *mark = gtk_text_buffer_create_mark (get_buffer (self), "shown", &first, TRUE);

      gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), mark, 0.1, TRUE, 0, 0.3);
    }
}

char *
leadup_source_text_dup_selection (LeadupSourceText *self,
                                  gint64           *start,
                                  gint64           *end)
{
  GtkTextIter first;
  GtkTextIter last;

  g_return_val_if_fail (LEADUP_IS_SOURCE_TEXT (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &first, &last))
    return NULL;

  *start = self->part_start + gtk_text_iter_get_offset (&first);
  *end = self->part_start + gtk_text_iter_get_offset (&last);

  return gtk_text_buffer_get_text (get_buffer (self), &first, &last, TRUE);
}
