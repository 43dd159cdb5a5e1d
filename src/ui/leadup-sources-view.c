/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-sources-view.h"

#include "base/leadup-text.h"
#include "model/leadup-category.h"
#include "model/leadup-source.h"
#include "ui/leadup-field-binder.h"
#include "ui/leadup-form.h"
#include "ui/leadup-lazy-tooltip.h"
#include "ui/leadup-source-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define LIST_WIDTH_PX 260

/* Where there is less beside the list, one stands in place of the other. */
#define PAGE_WIDTH_PX 280

/* Longest title that is made of marked words, in characters. */
#define MAX_TITLE 120

struct _LeadupSourcesView
{
  GtkWidget parent_instance;

  GtkWidget *leaflet;
  GtkWidget *list;
  GtkWidget *page;
  GtkWidget *back;
  GtkWidget *heading;
  GtkWidget *create_button;
  GtkWidget *link;
  GtkWidget *details;
  GtkWidget *text;
  GtkWidget *empty;
  GtkSingleSelection *selection;
  GHashTable *bound; /* GtkListItem: the rows on screen */
  LeadupFieldBinder *binder;
  LeadupWorkspace *workspace;
  GSignalGroup *story_signals;
};

/* The fields of a source that can be edited. */
static const struct
{
  const char *title;
  gsize offset;
  LeadupFieldFlags flags;
} fields[] = {
  { N_ ("Outlet"), G_STRUCT_OFFSET (LeadupSourceFields, outlet), LEADUP_FIELD_TEXT },
  { N_ ("Title"), G_STRUCT_OFFSET (LeadupSourceFields, title), LEADUP_FIELD_TEXT },
  { N_ ("Author"), G_STRUCT_OFFSET (LeadupSourceFields, author), LEADUP_FIELD_TEXT },
  { N_ ("Published, as 2025-03-04"), G_STRUCT_OFFSET (LeadupSourceFields, published),
    LEADUP_FIELD_DAY },
  { N_ ("Address"), G_STRUCT_OFFSET (LeadupSourceFields, url), LEADUP_FIELD_TEXT },
};

G_DEFINE_FINAL_TYPE (LeadupSourcesView, leadup_sources_view, GTK_TYPE_WIDGET)

static LeadupSource *
get_source (LeadupSourcesView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static guint
count_events (LeadupSourcesView *self,
              const char        *id)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  const LeadupFacetValue *values;
  guint n = 0;

  if (projection == NULL)
    return 0;

  values = leadup_projection_get_facet (projection, LEADUP_FACET_SOURCE, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (values[i].key, id))
      return values[i].n_all;

  return 0;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
      if (i == 0)
        gtk_widget_add_css_class (label, "heading");
      if (i == 2)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "leadup-indented");
  gtk_list_item_set_child (item, box);
}

static void
set_line (GtkWidget  *label,
          const char *text)
{
  g_autofree char *line = leadup_text_single_line (text != NULL ? text : "", 300);

  gtk_label_set_label (GTK_LABEL (label), line);
  gtk_widget_set_visible (label, *line != '\0');
}

static void
update_row (LeadupSourcesView *self,
            GtkListItem       *item)
{
  LeadupSource *source = gtk_list_item_get_item (item);
  const LeadupSourceFields *source_fields = leadup_source_get_fields (source);
  GtkWidget *outlet = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_next_sibling (outlet);
  guint n = count_events (self, source_fields->id);
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  g_autofree char *label = leadup_source_dup_label (source);
  g_autofree char *day = leadup_source_dup_day (source);
  g_autofree char *below = NULL;

  if (day != NULL)
    /* Translators: the day when a source was published, and how many events rest on it. */
    below = g_strdup_printf (_ ("%s · %s"), day, count);
  set_line (outlet, source_fields->outlet != NULL ? source_fields->outlet : label);
  set_line (title, source_fields->title);
  set_line (gtk_widget_get_next_sibling (title), below != NULL ? below : count);
  leadup_lazy_tooltip_set (gtk_list_item_get_child (item), label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  LeadupSourcesView *self = LEADUP_SOURCES_VIEW (user_data);

  g_hash_table_add (self->bound, item);
  update_row (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_hash_table_remove (LEADUP_SOURCES_VIEW (user_data)->bound, item);
}

static gboolean
is_web_address (const char *url)
{
  return url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"));
}

/* Shows the chosen source as it is now. */
static void
update_source (LeadupSourcesView *self)
{
  LeadupSource *source = get_source (self);
  const LeadupSourceFields *source_fields;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->page, source != NULL);
  gtk_widget_set_visible (self->empty, source == NULL);
  if (source == NULL || self->workspace == NULL)
    return;

  source_fields = leadup_source_get_fields (source);
  label = leadup_source_dup_label (source);
  set_line (self->heading, label);
  gtk_widget_set_visible (self->link, is_web_address (source_fields->url));
  if (is_web_address (source_fields->url))
    {
      g_autofree char *address = leadup_text_single_line (source_fields->url, 300);

      gtk_button_set_label (GTK_BUTTON (self->link), address);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->link))),
                               PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_set_tooltip_text (self->link, address);
    }
  leadup_field_binder_show (self->binder, self->workspace, source_fields->id);
  leadup_source_text_show (LEADUP_SOURCE_TEXT (self->text), self->workspace, source);
  gtk_widget_set_visible (self->create_button, source_fields->text != NULL);
}

static void
chosen_cb (LeadupSourcesView *self)
{
  update_source (self);
}

static void
activated_cb (LeadupSourcesView *self)
{
  adw_leaflet_navigate (ADW_LEAFLET (self->leaflet), ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_clicked_cb (LeadupSourcesView *self)
{
  adw_leaflet_navigate (ADW_LEAFLET (self->leaflet), ADW_NAVIGATION_DIRECTION_BACK);
}

/* The one place that opens an address, after a click on that very address. */
static void
link_clicked_cb (LeadupSourcesView *self)
{
  LeadupSource *source = get_source (self);

  if (source != NULL && is_web_address (leadup_source_get_fields (source)->url))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                  leadup_source_get_fields (source)->url, GDK_CURRENT_TIME);
}

static void
marked_cb (LeadupSourcesView *self,
           gboolean           is_marked)
{
  gtk_widget_set_sensitive (self->create_button, is_marked);
}

static void
story_changed_cb (LeadupSourcesView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_source (self);
}

static void
projection_changed_cb (LeadupSourcesView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    update_row (self, item);
}

static gboolean
choose_source (LeadupSourcesView *self,
               const char        *id)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupRecord) source = g_list_model_get_item (model, i);

      if (g_str_equal (leadup_record_get_id (source), id))
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
          return TRUE;
        }
    }

  return FALSE;
}

/* An event that is chosen anywhere is shown here where this source knows it, else in its first
 * source. */
static void
selection_changed_cb (LeadupSourcesView *self)
{
  const LeadupSelected *primary = leadup_workspace_get_primary (self->workspace);
  LeadupSource *source;
  const LeadupEventFields *event_fields;
  LeadupEvent *event;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  source = get_source (self);
  update_source (self);
  if (primary == NULL || primary->kind != LEADUP_RECORD_EVENT)
    return;

  event = leadup_story_lookup (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_EVENT,
                               primary->id);
  if (event == NULL)
    return;

  event_fields = leadup_event_get_fields (event);
  for (guint i = 0; source != NULL && i < event_fields->n_evidence; i++)
    if (g_str_equal (leadup_evidence_get_fields (event_fields->evidence[i])->source,
                     leadup_record_get_id (LEADUP_RECORD (source))))
      {
        leadup_source_text_scroll_to (LEADUP_SOURCE_TEXT (self->text), event, G_MAXUINT);
        return;
      }
  if (event_fields->n_evidence > 0)
    leadup_sources_view_show_evidence (self, event, 0);
}

static void
document_changed_cb (LeadupSourcesView *self)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);

  g_signal_group_set_target (self->story_signals, story);
  if (self->leaflet == NULL)
    return;

  if (story != NULL)
    gtk_single_selection_set_model (self->selection,
                                    leadup_story_get_model (story, LEADUP_RECORD_SOURCE));
  update_source (self);
}

static void
create_list (LeadupSourcesView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->selection = gtk_single_selection_new (NULL);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sources"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, LIST_WIDTH_PX, -1);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), scroller);
  adw_leaflet_page_set_navigatable (
      adw_leaflet_append (ADW_LEAFLET (self->leaflet),
                          gtk_separator_new (GTK_ORIENTATION_VERTICAL)),
      FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
create_heading (LeadupSourcesView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->back = leadup_form_icon_button_new ("go-previous-symbolic", _ ("Back to the sources"));
  self->heading = gtk_label_new (NULL);
  self->create_button = gtk_button_new_with_mnemonic (_ ("_Make an Event of the Selection"));
  gtk_button_set_child (GTK_BUTTON (self->create_button), NULL);
  gtk_button_set_icon_name (GTK_BUTTON (self->create_button), "list-add-symbolic");
  gtk_widget_set_tooltip_text (self->create_button, _ ("Make an event of the selection"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->create_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Make an event of the selection"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->create_button),
                                  "win.new-event-from-source");
  gtk_widget_set_sensitive (self->create_button, FALSE);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_add_css_class (line, "leadup-range");
  gtk_box_append (GTK_BOX (line), self->back);
  gtk_box_append (GTK_BOX (line), self->heading);
  gtk_box_append (GTK_BOX (line), self->create_button);
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return line;
}

static GtkWidget *
create_details (LeadupSourcesView *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("_Details"));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    leadup_field_binder_add (self->binder, leadup_form_add_entry (group, _ (fields[i].title)),
                             fields[i].offset, fields[i].flags, _ ("Change source"));
  gtk_widget_set_margin_top (group, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), group);
  gtk_widget_set_margin_start (expander, 12);
  gtk_widget_set_margin_end (expander, 12);
  gtk_widget_set_margin_bottom (expander, 6);

  return expander;
}

static void
create_page (LeadupSourcesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->link = gtk_button_new_with_label ("");
  self->details = create_details (self);
  self->text = leadup_source_text_new ();
  gtk_widget_add_css_class (self->link, "flat");
  gtk_widget_add_css_class (self->link, "link");
  gtk_widget_set_halign (self->link, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->page), create_heading (self));
  gtk_box_append (GTK_BOX (self->page), self->link);
  gtk_box_append (GTK_BOX (self->page), self->details);
  gtk_box_append (GTK_BOX (self->page), self->text);
  gtk_widget_set_vexpand (self->text, TRUE);
  g_signal_connect_object (self->link, "clicked", G_CALLBACK (link_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);

  self->empty = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "leadup-sources-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), _ ("No Sources Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty),
                                   _ ("Paste or import an article: its text stands here, with the "
                                      "words that each event rests on."));
  gtk_widget_set_vexpand (self->empty, TRUE);
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_size_request (box, PAGE_WIDTH_PX, -1);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), box);
}

/* Makes what is in the view, once it is shown or asked: a window that starts is not to wait for
 * it. */
static void
ensure (LeadupSourcesView *self)
{
  if (self->leaflet != NULL || self->workspace == NULL)
    return;

  self->leaflet = adw_leaflet_new ();
  adw_leaflet_set_can_navigate_back (ADW_LEAFLET (self->leaflet), TRUE);
  create_list (self);
  create_page (self);
  gtk_widget_set_parent (self->leaflet, GTK_WIDGET (self));
  document_changed_cb (self);
}

static void
leadup_sources_view_map (GtkWidget *widget)
{
  ensure (LEADUP_SOURCES_VIEW (widget));

  GTK_WIDGET_CLASS (leadup_sources_view_parent_class)->map (widget);
  if (LEADUP_SOURCES_VIEW (widget)->workspace != NULL)
    update_source (LEADUP_SOURCES_VIEW (widget));
}

static void
leadup_sources_view_dispose (GObject *object)
{
  LeadupSourcesView *self = LEADUP_SOURCES_VIEW (object);

  g_clear_pointer (&self->leaflet, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->binder);
  g_clear_object (&self->story_signals);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->bound, g_hash_table_unref);

  G_OBJECT_CLASS (leadup_sources_view_parent_class)->dispose (object);
}

static void
leadup_sources_view_class_init (LeadupSourcesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_sources_view_dispose;
  widget_class->map = leadup_sources_view_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
leadup_sources_view_init (LeadupSourcesView *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->binder = leadup_field_binder_new (LEADUP_RECORD_SOURCE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sources"), -1);

  self->story_signals = g_signal_group_new (LEADUP_TYPE_STORY);
  g_signal_group_connect_object (self->story_signals, "changed", G_CALLBACK (story_changed_cb),
                                 self, G_CONNECT_SWAPPED);
}

void
leadup_sources_view_set_workspace (LeadupSourcesView *self,
                                   LeadupWorkspace   *workspace)
{
  g_return_if_fail (LEADUP_IS_SOURCES_VIEW (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "notify::document", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "projection-changed", G_CALLBACK (projection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  document_changed_cb (self);
}

void
leadup_sources_view_show_evidence (LeadupSourcesView *self,
                                   LeadupEvent       *event,
                                   guint              index)
{
  const LeadupEventFields *event_fields;

  g_return_if_fail (LEADUP_IS_SOURCES_VIEW (self));
  g_return_if_fail (LEADUP_IS_EVENT (event));

  ensure (self);
  event_fields = leadup_event_get_fields (event);
  if (index >= event_fields->n_evidence ||
      !choose_source (self, leadup_evidence_get_fields (event_fields->evidence[index])->source))
    return;

  adw_leaflet_navigate (ADW_LEAFLET (self->leaflet), ADW_NAVIGATION_DIRECTION_FORWARD);
  leadup_source_text_scroll_to (LEADUP_SOURCE_TEXT (self->text), event, index);
}

gboolean
leadup_sources_view_create_event (LeadupSourcesView *self)
{
  LeadupSource *source;
  g_autoptr (LeadupCategory) category = NULL;
  g_autoptr (LeadupEvidence) evidence = NULL;
  g_autoptr (LeadupEvent) event = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *line = NULL;
  g_autofree char *title = NULL;
  g_autofree char *id = leadup_record_make_id (LEADUP_RECORD_EVENT);
  LeadupEvidenceFields evidence_fields = { 0 };
  LeadupEventFields event_fields = { .tone = (double) NAN };

  g_return_val_if_fail (LEADUP_IS_SOURCES_VIEW (self), FALSE);

  ensure (self);
  source = get_source (self);
  if (source == NULL)
    return FALSE;

  quote = leadup_source_text_dup_selection (LEADUP_SOURCE_TEXT (self->text),
                                            &evidence_fields.span_start, &evidence_fields.span_end);
  if (leadup_text_is_blank (quote))
    return FALSE;

  category = g_list_model_get_item (
      leadup_story_get_model (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_CATEGORY),
      0);
  if (category == NULL)
    return FALSE;

  evidence_fields.source = leadup_record_get_id (LEADUP_RECORD (source));
  evidence_fields.quote = quote;
  evidence = leadup_evidence_new (&evidence_fields);
  line = leadup_text_single_line (quote, MAX_TITLE * 4);
  title = leadup_text_ellipsize (line, MAX_TITLE);
  event_fields.id = id;
  event_fields.title = title;
  event_fields.category = leadup_record_get_id (LEADUP_RECORD (category));
  event_fields.evidence = &evidence;
  event_fields.n_evidence = 1;
  event_fields.verification = LEADUP_VERIFICATION_SINGLE_SOURCE;
  event = leadup_event_new (&event_fields);
  if (!leadup_workspace_replace (self->workspace, _ ("New event"), NULL, LEADUP_RECORD (event),
                                 NULL))
    return FALSE;

  leadup_workspace_select (self->workspace, LEADUP_RECORD_EVENT, id);

  return TRUE;
}
