/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-review-row.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "model/leadup-category.h"
#include "ui/leadup-labels.h"
#include "ui/leadup-lazy-tooltip.h"

#include <glib/gi18n.h>

#define QUOTE_LENGTH 400
#define TITLE_LENGTH 200

struct _LeadupReviewRow
{
  GtkListBoxRow parent_instance;

  LeadupCandidate *candidate;
};

G_DEFINE_FINAL_TYPE (LeadupReviewRow, leadup_review_row, GTK_TYPE_LIST_BOX_ROW)

/* “early March” → March 2025: what was said and what was read out of it. */
static char *
describe_when (LeadupWhen *when)
{
  g_autofree char *read = NULL;
  g_autofree char *stated = NULL;

  if (when == NULL)
    return g_strdup (_ ("Not dated"));

  read = leadup_when_format (when, LEADUP_WHEN_STYLE_LONG);
  if (leadup_text_is_blank (leadup_when_get_stated (when)))
    return g_steal_pointer (&read);

  stated = leadup_text_single_line (leadup_when_get_stated (when), 60);

  /* Translators: the date as it was read, then the words of the article. */
  return g_strdup_printf (_ ("%s, from “%s”"), read, stated);
}

static const char *
find_actor_name (LeadupStory                 *story,
                 const LeadupCandidateFields *candidate,
                 const char                  *id)
{
  LeadupActor *actor = leadup_story_lookup (story, LEADUP_RECORD_ACTOR, id);

  for (guint i = 0; actor == NULL && i < candidate->n_actors; i++)
    if (g_str_equal (leadup_record_get_id (LEADUP_RECORD (candidate->actors[i])), id))
      actor = candidate->actors[i];

  return actor != NULL ? leadup_actor_get_name (actor) : NULL;
}

static char *
describe_actors (LeadupStory                 *story,
                 const LeadupCandidateFields *candidate)
{
  const LeadupEventFields *event = leadup_event_get_fields (candidate->event);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < event->n_participants; i++)
    {
      const char *name = find_actor_name (story, candidate, event->participants[i].actor);
      g_autofree char *line = NULL;

      if (name == NULL)
        continue;
      line = leadup_text_single_line (name, 80);
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: a role and who has it: “Initiator: United States”. */
      g_string_append_printf (text, _ ("%s: %s"), leadup_labels_role (event->participants[i].role),
                              line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
describe_confidence (double confidence)
{
  if (confidence >= 0.8)
    return _ ("Sure");
  if (confidence >= 0.6)
    return _ ("Likely");

  return confidence >= 0.4 ? _ ("Unsure") : _ ("Doubtful");
}

static GtkWidget *
make_label (GtkBox     *box,
            const char *text,
            const char *css_class,
            int         lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines > 1 ? lines : -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return label;
}

/* The category’s colour as a bar beside its name. */
static void
add_category (GtkBox                  *box,
              LeadupStory             *story,
              const LeadupEventFields *event)
{
  LeadupCategory *category = leadup_story_lookup (story, LEADUP_RECORD_CATEGORY, event->category);
  const LeadupCategoryFields *fields =
      category != NULL ? leadup_category_get_fields (category) : NULL;
  g_autofree char *name =
      leadup_text_single_line (fields != NULL ? fields->name : event->category, 60);
  g_autofree char *text = NULL;
  GtkWidget *label;
  PangoAttrList *attributes;
  GdkRGBA colour;

  /* Translators: a category and how far an event is verified. */
  text = g_strdup_printf (_ ("● %s · %s"), name, leadup_labels_verification (event->verification));
  label = make_label (box, text, "caption", 1);
  if (fields == NULL || !gdk_rgba_parse (&colour, fields->colour))
    return;

  attributes = pango_attr_list_new ();
  {
    PangoAttribute *attribute =
        pango_attr_foreground_new ((guint16) (colour.red * 65535), (guint16) (colour.green * 65535),
                                   (guint16) (colour.blue * 65535));

    attribute->start_index = 0;
    attribute->end_index = (guint) strlen ("●");
    pango_attr_list_insert (attributes, attribute);
  }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

static void
add_quote (GtkBox                  *box,
           const LeadupEventFields *event)
{
  g_autofree char *line = NULL;
  g_autofree char *quote = NULL;
  g_autoptr (GString) inner = NULL;

  if (event->n_evidence == 0 ||
      leadup_text_is_blank (leadup_evidence_get_fields (event->evidence[0])->quote))
    return;

  line = leadup_text_single_line (leadup_evidence_get_fields (event->evidence[0])->quote,
                                  QUOTE_LENGTH);
  /* What is quoted within the quote has the marks of the second level. */
  inner = g_string_new (line);
  g_string_replace (inner, "“", "‘", 0);
  g_string_replace (inner, "”", "’", 0);
  g_string_replace (inner, "\"", "'", 0);
  quote = g_strdup_printf (_ ("“%s”"), inner->str);
  make_label (box, quote, "dim-label", 3);
}

static void
add_confidence (GtkBox                      *box,
                const LeadupCandidateFields *fields)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);
  g_autofree char *text = NULL;
  g_autofree char *reason = NULL;
  GtkWidget *label;

  /* Translators: how sure the reading is, in words and in per cent. */
  text = g_strdup_printf (_ ("%s, %d %%"), describe_confidence (fields->confidence),
                          (int) (fields->confidence * 100 + 0.5));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), fields->confidence);
  gtk_widget_set_size_request (bar, 48, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Confidence"), -1);
  gtk_box_append (GTK_BOX (line), bar);
  make_label (GTK_BOX (line), text, "caption", 1);

  if (!leadup_text_is_blank (fields->reason))
    {
      reason = leadup_text_single_line (fields->reason, 300);
      label = make_label (GTK_BOX (line), reason, "caption", 2);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_hexpand (label, TRUE);
      leadup_lazy_tooltip_set (label, reason);
    }
  gtk_box_append (box, line);
}

static void
leadup_review_row_dispose (GObject *object)
{
  g_clear_object (&LEADUP_REVIEW_ROW (object)->candidate);

  G_OBJECT_CLASS (leadup_review_row_parent_class)->dispose (object);
}

static void
leadup_review_row_class_init (LeadupReviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_review_row_dispose;
}

static void
leadup_review_row_init (LeadupReviewRow *self)
{
}

/**
 * leadup_review_row_new:
 * @story: that knows the category and the actors
 * @candidate: what to show
 *
 * Returns: (transfer floating): a row
 */
LeadupReviewRow *
leadup_review_row_new (LeadupStory     *story,
                       LeadupCandidate *candidate)
{
  LeadupReviewRow *self;
  const LeadupCandidateFields *fields;
  const LeadupEventFields *event;
  GtkBox *box;
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;
  g_autofree char *actors = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (LEADUP_IS_STORY (story), NULL);
  g_return_val_if_fail (LEADUP_IS_CANDIDATE (candidate), NULL);

  self = g_object_new (LEADUP_TYPE_REVIEW_ROW, NULL);
  self->candidate = g_object_ref (candidate);
  fields = leadup_candidate_get_fields (candidate);
  event = leadup_event_get_fields (fields->event);
  box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_add_css_class (GTK_WIDGET (box), "leadup-candidate");

  title = leadup_text_single_line (event->title, TITLE_LENGTH);
  when = describe_when (event->when);
  actors = describe_actors (story, fields);
  make_label (box, *title != '\0' ? title : _ ("Untitled event"), "heading", 3);
  make_label (box, when, NULL, 2);
  add_category (box, story, event);
  if (*actors != '\0')
    make_label (box, actors, "caption", 2);
  add_quote (box, event);
  add_confidence (box, fields);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (box));

  /* Translators: for screen readers: title, date, how sure. */
  name = g_strdup_printf (_ ("%s. %s. %s"), title, when, describe_confidence (fields->confidence));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self;
}

LeadupCandidate *
leadup_review_row_get_candidate (LeadupReviewRow *self)
{
  g_return_val_if_fail (LEADUP_IS_REVIEW_ROW (self), NULL);

  return self->candidate;
}
