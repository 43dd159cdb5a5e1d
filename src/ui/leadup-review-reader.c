/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-review-reader.h"

#include "base/leadup-job-slot.h"
#include "model/leadup-category.h"
#include "ui/leadup-review-passage.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A passage that a candidate rests on, in characters of the text. */
typedef struct
{
  gint64 start;
  gint64 end;
  char *id;
} Mark;

struct _LeadupReviewReader
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextTag *furniture_tag;
  GtkTextTag *selected_tag;
  GtkPopover *popover;
  GtkLabel *popover_label;

  LeadupStory *story;
  LeadupSource *source;
  LeadupJobSlot *slot;
  GArray *marks;
  GArray *furniture;
  gint64 offered_start;
  gint64 offered_end;
};

enum
{
  CANDIDATE_CLICKED,
  PASSAGE_CHOSEN,
  N_SIGNALS,
};

enum
{
  PROP_0,
  PROP_HAS_SELECTION,
  N_PROPS,
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LeadupReviewReader, leadup_review_reader, GTK_TYPE_WIDGET)

static void
mark_clear (gpointer data)
{
  g_free (((Mark *) data)->id);
}

static void
apply_tag (LeadupReviewReader *self,
           GtkTextTag         *tag,
           gint64              start,
           gint64              end)
{
  int length = gtk_text_buffer_get_char_count (self->buffer);
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &first, (int) CLAMP (start, 0, length));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &last, (int) CLAMP (end, 0, length));
  gtk_text_buffer_apply_tag (self->buffer, tag, &first, &last);
}

/* The look of what a category was read from. */
static GtkTextTag *
get_category_tag (LeadupReviewReader *self,
                  const char         *id)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  LeadupCategory *category = leadup_story_lookup (self->story, LEADUP_RECORD_CATEGORY, id);
  g_autofree char *name = g_strconcat ("category:", id, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, name);
  GdkRGBA colour;

  if (tag != NULL)
    return tag;

  tag = gtk_text_buffer_create_tag (self->buffer, name, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  if (category != NULL && gdk_rgba_parse (&colour, leadup_category_get_fields (category)->colour))
    g_object_set (tag, "underline-rgba", &colour, NULL);

  return tag;
}

static void
add_mark (LeadupReviewReader *self,
          LeadupCandidate    *candidate)
{
  const LeadupCandidateFields *fields = leadup_candidate_get_fields (candidate);
  const LeadupEventFields *event = leadup_event_get_fields (fields->event);
  const char *source = leadup_record_get_id (LEADUP_RECORD (self->source));

  for (guint i = 0; i < event->n_evidence; i++)
    {
      const LeadupEvidenceFields *evidence = leadup_evidence_get_fields (event->evidence[i]);
      Mark mark = { evidence->span_start, evidence->span_end, NULL };

      if (evidence->span_start < 0 || !g_str_equal (evidence->source, source))
        continue;

      mark.id = g_strdup (fields->id);
      g_array_append_val (self->marks, mark);
      apply_tag (self, get_category_tag (self, event->category), mark.start, mark.end);
    }
}

static void
apply_furniture (LeadupReviewReader *self)
{
  for (guint i = 0; self->furniture != NULL && i < self->furniture->len; i++)
    {
      const LeadupReviewFurniture *furniture =
          &g_array_index (self->furniture, LeadupReviewFurniture, i);

      apply_tag (self, self->furniture_tag, furniture->start, furniture->end);
    }
}

static const LeadupReviewFurniture *
find_furniture (LeadupReviewReader *self,
                int                 offset)
{
  for (guint i = 0; self->furniture != NULL && i < self->furniture->len; i++)
    {
      const LeadupReviewFurniture *furniture =
          &g_array_index (self->furniture, LeadupReviewFurniture, i);

      if (furniture->start <= offset && offset < furniture->end)
        return furniture;
    }

  return NULL;
}

/* The shortest passage around the place: a clause in a sentence wins. */
static const Mark *
find_mark (LeadupReviewReader *self,
           int                 offset)
{
  const Mark *best = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (mark->start <= offset && offset < mark->end &&
          (best == NULL || mark->end - mark->start < best->end - best->start))
        best = mark;
    }

  return best;
}

static void
furniture_found_cb (gpointer      result,
                    const GError *error,
                    gpointer      user_data)
{
  LeadupReviewReader *self = user_data;

  /* The grey is an extra: without it the text reads as well. */
  if (result == NULL)
    return;

  g_clear_pointer (&self->furniture, g_array_unref);
  self->furniture = result;
  apply_furniture (self);
}

static gpointer
find_furniture_in_thread (gpointer      data,
                          GCancellable *cancellable,
                          GError      **error)
{
  return leadup_review_passage_find_furniture (data, cancellable, error);
}

static gboolean
get_offset_at (LeadupReviewReader *self,
               double              x,
               double              y,
               int                *offset)
{
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (self->view, &iter, buffer_x, buffer_y))
    return FALSE;

  *offset = gtk_text_iter_get_offset (&iter);

  return TRUE;
}

static void
offer_furniture (LeadupReviewReader          *self,
                 const LeadupReviewFurniture *furniture,
                 double                       x,
                 double                       y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  g_autofree char *text = NULL;

  self->offered_start = furniture->start;
  self->offered_end = furniture->end;
  /* Translators: %s is the name of the rule that left a passage out. */
  text = g_strdup_printf (_ ("Left out of the reading (%s)"), furniture->rule);
  gtk_label_set_label (self->popover_label, text);
  gtk_popover_set_pointing_to (self->popover, &place);
  gtk_popover_popup (self->popover);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         user_data)
{
  LeadupReviewReader *self = user_data;
  const LeadupReviewFurniture *furniture;
  const Mark *mark;
  int offset;

  if (gtk_text_buffer_get_has_selection (self->buffer) || !get_offset_at (self, x, y, &offset))
    return;

  mark = find_mark (self, offset);
  furniture = find_furniture (self, offset);
  if (mark != NULL)
    g_signal_emit (self, signals[CANDIDATE_CLICKED], 0, mark->id);
  else if (furniture != NULL)
    offer_furniture (self, furniture, x, y);
}

static void
bring_back_cb (GtkButton *button,
               gpointer   user_data)
{
  LeadupReviewReader *self = user_data;

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PASSAGE_CHOSEN], 0, self->offered_start, self->offered_end);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    is_keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  LeadupReviewReader *self = user_data;
  const LeadupReviewFurniture *furniture;
  g_autofree char *text = NULL;
  int offset;

  if (is_keyboard || !get_offset_at (self, x, y, &offset))
    return FALSE;

  furniture = find_furniture (self, offset);
  if (furniture == NULL)
    return FALSE;

  /* Translators: %s is the name of the rule that left a passage out. */
  text = g_strdup_printf (_ ("Left out of the reading (%s). Click to bring it back."),
                          furniture->rule);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
selection_changed_cb (LeadupReviewReader *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SELECTION]);
}

/* Grey that keeps 4.5 : 1 against the background of the text. */
static void
update_colours (LeadupReviewReader *self)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA grey;
  GdkRGBA highlight;

  gdk_rgba_parse (&grey, is_dark ? "#9a9a9a" : "#707070");
  gdk_rgba_parse (&highlight, is_dark ? "rgba(120, 174, 237, 0.28)" : "rgba(53, 132, 228, 0.18)");
  g_object_set (self->furniture_tag, "foreground-rgba", &grey, NULL);
  g_object_set (self->selected_tag, "background-rgba", &highlight, NULL);
}

static void
make_popover (LeadupReviewReader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Make an _Event From It"));

  self->popover_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->popover_label), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->popover_label));
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (bring_back_cb), self, 0);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, box);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->view));
}

static void
make_view (LeadupReviewReader *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_text_view_set_cursor_visible (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->view, 18);
  gtk_text_view_set_right_margin (self->view, 18);
  gtk_text_view_set_top_margin (self->view, 12);
  gtk_text_view_set_bottom_margin (self->view, 18);
  gtk_text_view_set_pixels_inside_wrap (self->view, 3);
  gtk_text_view_set_pixels_below_lines (self->view, 6);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the article"), -1);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self->buffer, "notify::has-selection", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);

  self->furniture_tag = gtk_text_buffer_create_tag (self->buffer, "furniture", NULL);
  self->selected_tag = gtk_text_buffer_create_tag (self->buffer, "selected", NULL);
}

static void
leadup_review_reader_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  LeadupReviewReader *self = LEADUP_REVIEW_READER (object);

  switch (property_id)
    {
    case PROP_HAS_SELECTION:
      g_value_set_boolean (value, gtk_text_buffer_get_has_selection (self->buffer));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
leadup_review_reader_dispose (GObject *object)
{
  LeadupReviewReader *self = LEADUP_REVIEW_READER (object);

  if (self->slot != NULL)
    leadup_job_slot_cancel (self->slot);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->slot);
  g_clear_object (&self->story);
  g_clear_object (&self->source);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->furniture, g_array_unref);

  G_OBJECT_CLASS (leadup_review_reader_parent_class)->dispose (object);
}

static void
leadup_review_reader_class_init (LeadupReviewReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = leadup_review_reader_get_property;
  object_class->dispose = leadup_review_reader_dispose;

  properties[PROP_HAS_SELECTION] =
      g_param_spec_boolean ("has-selection", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CANDIDATE_CLICKED] =
      g_signal_new ("candidate-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PASSAGE_CHOSEN] =
      g_signal_new ("passage-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
leadup_review_reader_init (LeadupReviewReader *self)
{
  self->slot = leadup_job_slot_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, mark_clear);

  make_view (self);
  make_popover (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  update_colours (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
}

/**
 * leadup_review_reader_show:
 * @self: a reader
 * @story: that the source is of
 * @source: (nullable): what to show
 *
 * Shows an article, its marks and, a moment later, its furniture.
 */
void
leadup_review_reader_show (LeadupReviewReader *self,
                           LeadupStory        *story,
                           LeadupSource       *source)
{
  const char *text = NULL;

  g_return_if_fail (LEADUP_IS_REVIEW_READER (self));
  g_return_if_fail (LEADUP_IS_STORY (story));

  if (self->source == source && self->story == story)
    {
      leadup_review_reader_update_marks (self);
      return;
    }

  g_set_object (&self->story, story);
  g_set_object (&self->source, source);
  g_clear_pointer (&self->furniture, g_array_unref);
  leadup_job_slot_cancel (self->slot);
  if (source != NULL)
    text = leadup_source_get_fields (source)->text;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  leadup_review_reader_update_marks (self);
  if (text != NULL)
    leadup_job_slot_start (self->slot, find_furniture_in_thread, g_object_ref (source),
                           g_object_unref, (GDestroyNotify) g_array_unref, furniture_found_cb,
                           self);
}

/* Marks anew what the pending candidates of the story rest on. */
void
leadup_review_reader_update_marks (LeadupReviewReader *self)
{
  GListModel *candidates;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (LEADUP_IS_REVIEW_READER (self));

  g_array_set_size (self->marks, 0);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  if (self->source == NULL)
    return;

  apply_furniture (self);
  candidates = leadup_story_get_model (self->story, LEADUP_RECORD_CANDIDATE);
  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr (LeadupCandidate) candidate = g_list_model_get_item (candidates, i);

      if (leadup_candidate_get_fields (candidate)->state == LEADUP_CANDIDATE_PENDING)
        add_mark (self, candidate);
    }
}

/* Highlights what @candidate (nullable) rests on and scrolls there. */
void
leadup_review_reader_select (LeadupReviewReader *self,
                             LeadupCandidate    *candidate)
{
  const char *id = candidate != NULL ? leadup_record_get_id (LEADUP_RECORD (candidate)) : NULL;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (LEADUP_IS_REVIEW_READER (self));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->selected_tag, &start, &end);

  for (guint i = self->marks->len; id != NULL && i > 0; i--)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i - 1);

      if (!g_str_equal (mark->id, id))
        continue;

      apply_tag (self, self->selected_tag, mark->start, mark->end);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) mark->start);
      gtk_text_buffer_place_cursor (self->buffer, &start);
      gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1,
                                    TRUE, 0, 0.3);
    }
}

/* Returns: whether text is selected by hand */
gboolean
leadup_review_reader_get_selection (LeadupReviewReader *self,
                                    gint64             *start,
                                    gint64             *end)
{
  GtkTextIter first;
  GtkTextIter last;

  g_return_val_if_fail (LEADUP_IS_REVIEW_READER (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &first, &last))
    return FALSE;

  /* The spaces at the ends are none of what is said. */
  while (gtk_text_iter_compare (&first, &last) < 0 &&
         g_unichar_isspace (gtk_text_iter_get_char (&first)))
    gtk_text_iter_forward_char (&first);
  while (gtk_text_iter_compare (&first, &last) < 0)
    {
      GtkTextIter before = last;

      gtk_text_iter_backward_char (&before);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&before)))
        break;
      last = before;
    }

  *start = gtk_text_iter_get_offset (&first);
  *end = gtk_text_iter_get_offset (&last);

  return *start < *end;
}

/* Emits `passage-chosen` for what is selected by hand. */
void
leadup_review_reader_choose_selection (LeadupReviewReader *self)
{
  gint64 start;
  gint64 end;

  g_return_if_fail (LEADUP_IS_REVIEW_READER (self));

  if (leadup_review_reader_get_selection (self, &start, &end))
    g_signal_emit (self, signals[PASSAGE_CHOSEN], 0, start, end);
}
