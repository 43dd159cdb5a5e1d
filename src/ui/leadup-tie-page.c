/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-tie-page.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "model/leadup-actor.h"
#include "model/leadup-source.h"
#include "model/leadup-tide.h"
#include "ui/leadup-form.h"
#include "ui/leadup-labels.h"
#include "ui/leadup-linked.h"
#include "ui/leadup-tide-chart.h"

#include <glib/gi18n.h>
#include <math.h>

/* Events that are listed; the table, filtered, has all. */
#define MAX_EVENTS 100

/* Longest quote of a row, in characters; the source has all of it. */
#define MAX_QUOTE 300

#define RENEWAL_MS 150

/* Turning points that are listed. */
#define MAX_TURNS 12

struct _LeadupTiePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *names;
  GtkWidget *state;
  GtkWidget *counts;
  GtkWidget *classes;
  GtkWidget *events;
  GtkWidget *more;
  GtkWidget *select;
  GtkWidget *tide_section;
  GtkWidget *tide;
  GtkWidget *turns;
  LeadupWorkspace *workspace;
  char *first; /* names */
  char *second;
  LeadupInstant from; /* of the brush */
  LeadupInstant to;
  guint n_outlets;
  char *id;      /* (nullable): the pair that is shown */
  guint renewal; /* soon, after the brush moved */
};

G_DEFINE_FINAL_TYPE (LeadupTiePage, leadup_tie_page, GTK_TYPE_WIDGET)

static char *
dup_name (LeadupWorkspace *workspace, const char *id)
{
  LeadupActor *actor =
      leadup_story_lookup (leadup_workspace_get_story (workspace), LEADUP_RECORD_ACTOR, id);

  return leadup_text_single_line (actor != NULL ? leadup_actor_get_name (actor) : id, 200);
}

static void
event_activated_cb (LeadupTiePage *self,
                    GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  leadup_workspace_select (self->workspace, LEADUP_RECORD_EVENT, id);
}

static void
add_count (GtkWidget  *list,
           const char *title,
           guint       n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *spoken = g_strdup_printf ("%s: %u", title, n);
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
show_counts (LeadupTiePage          *self,
             const char             *first,
             const char             *second,
             const LeadupTieSummary *summary)
{
  /* Translators: an actor who acted on another one. */
  g_autofree char *forward = g_strdup_printf (_ ("%s → %s"), first, second);
  g_autofree char *backward = g_strdup_printf (_ ("%s → %s"), second, first);

  add_count (self->counts, forward, summary->n_forward);
  add_count (self->counts, backward, summary->n_backward);
  for (guint i = 0; i < G_N_ELEMENTS (summary->n_by_quad); i++)
    if (summary->n_by_quad[i] > 0)
      add_count (self->classes, leadup_labels_quad_class ((LeadupQuadClass) i),
                 summary->n_by_quad[i]);
}

/* “Threat, −3.5 · Verified”: category first, number second, then how sure it is. */
static char *
describe_kind (LeadupStory          *story,
               const LeadupTieEvent *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event->event);
  LeadupCategory *category = leadup_story_lookup (story, LEADUP_RECORD_CATEGORY, fields->category);
  const char *name =
      category != NULL ? leadup_category_get_fields (category)->name : fields->category;
  const char *certainty = leadup_labels_verification (fields->verification);
  g_autofree char *number = NULL;

  if (isnan (event->tone) || fabs (event->tone) < 0.05)
    return g_strdup_printf ("%s · %s", name, certainty);

  number = g_strdup_printf ("%s%.1f", event->tone < 0 ? "−" : "+", fabs (event->tone));

  /* TRANSLATORS: category, tone (with a * where it is the event’s own), certainty of an event */
  return g_strdup_printf (_ ("%s, %s%s · %s"), name, number, isnan (fields->tone) ? "" : "*",
                          certainty);
}

/* The first words that are quoted, and who has them; or only who tells of it. */
static char *
describe_evidence (LeadupStory *story,
                   LeadupEvent *event)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  const LeadupEvidenceFields *best = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;
  LeadupSource *source;

  for (guint i = 0; i < fields->n_evidence; i++)
    {
      const LeadupEvidenceFields *evidence = leadup_evidence_get_fields (fields->evidence[i]);

      if (best == NULL || (best->quote == NULL && evidence->quote != NULL))
        best = evidence;
    }
  if (best == NULL)
    return NULL;

  source = leadup_story_lookup (story, LEADUP_RECORD_SOURCE, best->source);
  label = source != NULL ? leadup_source_dup_label (source) : g_strdup (best->source);
  if (best->quote == NULL)
    return leadup_text_single_line (label, MAX_QUOTE);

  line = leadup_text_single_line (best->quote, MAX_QUOTE);

  return g_strdup_printf (_ ("“%s” — %s"), line, label);
}

static GtkWidget *
create_line (const char *text,
             const char *css_class,
             int         n_lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }

  return label;
}

static void
add_event (LeadupTiePage        *self,
           const LeadupTieEvent *event,
           gboolean              is_mutual)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  LeadupWhen *when = leadup_event_get_when (event->event);
  g_autofree char *date = when != NULL ? leadup_when_format (when, LEADUP_WHEN_STYLE_SHORT)
                                       : g_strdup (_ ("Not dated"));
  g_autofree char *title = leadup_text_single_line (leadup_event_get_title (event->event), 300);
  g_autofree char *kind = describe_kind (story, event);
  g_autofree char *told = describe_evidence (story, event->event);
  const char *from = event->forward ? self->first : self->second;
  const char *to = event->forward ? self->second : self->first;
  g_autofree char *who = NULL;
  g_autofree char *line = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  who = is_mutual ? g_strdup (_ ("both acted")) : g_strdup_printf (_ ("%s → %s"), from, to);
  line = g_strdup_printf ("%s · %s", date, who);
  gtk_widget_add_css_class (box, "leadup-evidence");
  gtk_box_append (GTK_BOX (box), create_line (line, "dim-label", 2));
  gtk_box_append (GTK_BOX (box), create_line (title, NULL, 3));
  gtk_box_append (GTK_BOX (box), create_line (kind, "dim-label", 2));
  if (told != NULL)
    gtk_box_append (GTK_BOX (box), create_line (told, "leadup-quote", 4));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id",
                          g_strdup (leadup_record_get_id (LEADUP_RECORD (event->event))), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->events), row);
}

/* The chart’s numbers, with the events that turned it. */
static void
show_tide (LeadupTiePage   *self,
           const LeadupTie *tie)
{
  g_autoptr (LeadupTide) tide = NULL;

  gtk_widget_set_visible (self->tide_section, tie != NULL);
  if (tie == NULL)
    return;

  leadup_tide_chart_show (LEADUP_TIDE_CHART (self->tide), self->workspace, self->id);
  tide = leadup_tide_new (tie, LEADUP_INSTANT_MIN, LEADUP_INSTANT_MAX,
                          leadup_tide_chart_get_max_bins (LEADUP_TIDE_CHART (self->tide)));
  leadup_form_clear (self->turns);
  for (guint i = 0; i < MIN (tide->n_turns, MAX_TURNS); i++)
    {
      const LeadupTideTurn *turn = &tide->turns[i];
      LeadupWhen *when = leadup_event_get_when (turn->event);
      g_autofree char *date = leadup_when_format (when, LEADUP_WHEN_STYLE_SHORT);
      /* TRANSLATORS: number of a turning point in the chart, and its event */
      g_autofree char *title = g_strdup_printf (_ ("%u. %s"), i + 1,
                                                leadup_event_get_title (turn->event));
      g_autofree char *subtitle = g_strdup_printf (
          "%s · %s", date, turn->is_down ? _ ("towards conflict") : _ ("towards cooperation"));
      GtkWidget *row = leadup_form_add_link (self->turns, title, subtitle);

      g_object_set_data_full (G_OBJECT (row), "id",
                              g_strdup (leadup_record_get_id (LEADUP_RECORD (turn->event))),
                              g_free);
    }
  gtk_widget_set_visible (self->tide, tide->n_bins > 0);
  gtk_widget_set_visible (gtk_widget_get_parent (self->turns), tide->n_turns > 0);
}

static gboolean
is_in_range (const LeadupTieEvent *event,
             LeadupInstant         from,
             LeadupInstant         to)
{
  if (from == LEADUP_INSTANT_MIN && to == LEADUP_INSTANT_MAX)
    return TRUE;

  return event->time != LEADUP_INSTANT_MIN && event->time >= from && event->time < to;
}

/* The newest first. */
static void
show_events (LeadupTiePage   *self,
             const LeadupTie *tie)
{
  g_autoptr (GHashTable) outlets = g_hash_table_new (g_str_hash, g_str_equal);
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  guint n = 0;

  for (guint i = tie != NULL ? tie->n_events : 0; i > 0; i--)
    {
      const LeadupTieEvent *event = &tie->events[i - 1];
      /* What each did to the other in one event stands twice in a row. */
      gboolean is_mutual = i > 1 && event[-1].event == event->event;

      if (!is_in_range (event, self->from, self->to))
        continue;
      leadup_ties_add_outlets (leadup_projection_get_snapshot (projection), event->event, outlets);
      i -= is_mutual;
      if (n++ < MAX_EVENTS)
        add_event (self, event, is_mutual);
    }
  self->n_outlets = g_hash_table_size (outlets);

  gtk_widget_set_visible (self->more, n > MAX_EVENTS);
  if (n > MAX_EVENTS)
    {
      g_autofree char *text = NULL;

      text =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_EVENTS), n - MAX_EVENTS);
      gtk_label_set_label (GTK_LABEL (self->more), text);
    }
}

/* “Hostile · 7 events · 3 outlets · 2–19 June 2025” */
static char *
describe_state (LeadupTiePage          *self,
                const LeadupTieSummary *summary)
{
  g_autofree char *events = NULL;
  g_autofree char *outlets = NULL;
  g_autofree char *range = NULL;
  g_autofree char *text = NULL;

  events = g_strdup_printf (ngettext ("%u event", "%u events", summary->n), summary->n);
  outlets =
      g_strdup_printf (ngettext ("%u outlet", "%u outlets", self->n_outlets), self->n_outlets);
  text = g_strdup_printf ("%s · %s · %s", leadup_labels_tie_state (summary->state), events, outlets);
  if (summary->n == 0 || summary->first == LEADUP_INSTANT_MIN ||
      summary->last == LEADUP_INSTANT_MIN)
    return g_steal_pointer (&text);

  range = leadup_range_format (summary->first, summary->last + 1);

  return g_strdup_printf ("%s · %s", text, range);
}

static void
select_events_cb (LeadupTiePage *self)
{
  g_autoptr (GPtrArray) events = leadup_linked_list_events (self->workspace);

  if (events->len > 0)
    leadup_workspace_select_events (self->workspace, events);
}

static gboolean
renew_cb (gpointer user_data)
{
  LeadupTiePage *self = LEADUP_TIE_PAGE (user_data);
  g_autofree char *id = g_strdup (self->id);

  self->renewal = 0;
  leadup_tie_page_show (self, self->workspace, id);

  return G_SOURCE_REMOVE;
}

/* Once the brush rests: rows for each of its steps would make it stutter. */
static void
brush_changed_cb (LeadupTiePage *self)
{
  g_clear_handle_id (&self->renewal, g_source_remove);
  if (self->id != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->renewal = g_timeout_add (RENEWAL_MS, renew_cb, self);
}

static void
leadup_tie_page_dispose (GObject *object)
{
  LeadupTiePage *self = LEADUP_TIE_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_handle_id (&self->renewal, g_source_remove);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->second, g_free);

  G_OBJECT_CLASS (leadup_tie_page_parent_class)->dispose (object);
}

static void
leadup_tie_page_class_init (LeadupTiePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_tie_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_tie_page_init (LeadupTiePage *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Two actors"), -1);

  self->names = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->names), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->names), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->names), 0);
  gtk_widget_add_css_class (self->names, "title-4");
  self->state = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_label_set_wrap (GTK_LABEL (self->state), TRUE);
  gtk_box_append (GTK_BOX (top), self->names);
  gtk_box_append (GTK_BOX (top), self->state);
  gtk_box_append (GTK_BOX (self->box), top);

  self->tide_section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->tide = leadup_tide_chart_new ();
  gtk_widget_add_css_class (self->tide, "card");
  gtk_widget_set_tooltip_text (self->tide, NULL);
  gtk_box_append (GTK_BOX (self->tide_section), self->tide);
  self->turns = leadup_form_add_list (self->tide_section, _ ("Turning Points"), NULL);
  gtk_box_append (GTK_BOX (self->box), self->tide_section);
  g_signal_connect_object (self->turns, "row-activated", G_CALLBACK (event_activated_cb), self,
                           G_CONNECT_SWAPPED);

  self->counts = leadup_form_add_list (self->box, _ ("Who Acted"), NULL);
  self->classes = leadup_form_add_list (self->box, _ ("Words and Deeds"), NULL);
  self->events = leadup_form_add_list (self->box, _ ("Evidence, Newest First"), NULL);
  self->more = leadup_form_note_new ("");
  gtk_box_append (GTK_BOX (self->box), self->more);
  self->select = gtk_button_new_with_label (_ ("Select These Events"));
  gtk_widget_set_tooltip_text (self->select, _ ("In the timeline and the table"));
  gtk_box_append (GTK_BOX (self->box), self->select);
  g_signal_connect_object (self->select, "clicked", G_CALLBACK (select_events_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->events, "row-activated", G_CALLBACK (event_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
leadup_tie_page_new (void)
{
  return g_object_new (LEADUP_TYPE_TIE_PAGE, NULL);
}

void
leadup_tie_page_show (LeadupTiePage   *self,
                      LeadupWorkspace *workspace,
                      const char      *id)
{
  LeadupProjection *projection;
  g_auto (GStrv) ends = NULL;
  g_autofree char *names = NULL;
  g_autofree char *state = NULL;
  const LeadupTie *tie = NULL;
  LeadupTieSummary summary = { 0 };

  g_return_if_fail (LEADUP_IS_TIE_PAGE (self));

  if (g_set_object (&self->workspace, workspace))
    g_signal_connect_object (workspace, "brush-changed", G_CALLBACK (brush_changed_cb), self,
                             G_CONNECT_SWAPPED);
  ends = g_strsplit (id, " ", 2);
  if (ends[0] == NULL || ends[1] == NULL)
    return;

  g_free (self->id);
  self->id = g_strdup (id);
  projection = leadup_workspace_get_projection (workspace);
  if (projection != NULL)
    tie = leadup_ties_find (leadup_projection_get_ties (projection), ends[0], ends[1]);
  if (!leadup_workspace_get_brush (workspace, &self->from, &self->to))
    {
      self->from = LEADUP_INSTANT_MIN;
      self->to = LEADUP_INSTANT_MAX;
    }
  g_free (self->first);
  g_free (self->second);
  if (tie != NULL)
    {
      LeadupTies *ties = leadup_projection_get_ties (projection);

      leadup_tie_summarize (tie, self->from, self->to, &summary);
      self->first = dup_name (workspace, leadup_ties_get_actor (ties, tie->a));
      self->second = dup_name (workspace, leadup_ties_get_actor (ties, tie->b));
    }
  else
    {
      self->first = dup_name (workspace, ends[0]);
      self->second = dup_name (workspace, ends[1]);
    }

  /* Translators: two actors and what is between them. */
  names = g_strdup_printf (_ ("%s – %s"), self->first, self->second);
  gtk_label_set_label (GTK_LABEL (self->names), names);

  leadup_form_clear (self->counts);
  leadup_form_clear (self->classes);
  leadup_form_clear (self->events);
  show_counts (self, self->first, self->second, &summary);
  show_events (self, tie);
  show_tide (self, tie);
  state = describe_state (self, &summary);
  gtk_label_set_label (GTK_LABEL (self->state), state);
  gtk_widget_set_visible (gtk_widget_get_parent (self->classes), summary.n > 0);
  gtk_widget_set_visible (gtk_widget_get_parent (self->events), summary.n > 0);
  gtk_widget_set_sensitive (self->select, summary.n > 0);
}
