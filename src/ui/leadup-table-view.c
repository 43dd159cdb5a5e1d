/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-table-view.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event-order.h"
#include "ui/leadup-event-list.h"
#include "ui/leadup-labels.h"
#include "ui/leadup-lazy-tooltip.h"

#include <glib/gi18n.h>
#include <math.h>

/* Longest text of a cell, in characters. */
#define MAX_CELL 300

#define MAX_ACTORS 6

/* However narrow the window, a title has so much, in pixels. */
#define MIN_TITLE 120

typedef enum
{
  COLUMN_DATE,
  COLUMN_TITLE,
  COLUMN_CATEGORY,
  COLUMN_ACTORS,
  COLUMN_PLACE,
  COLUMN_VERIFICATION,
  COLUMN_SOURCES,
  COLUMN_TONE,
  N_COLUMNS,
} Column;

static const struct
{
  const char *title;
  int width_px;
  gboolean is_number;
} columns[N_COLUMNS] = {
  [COLUMN_DATE] = { N_ ("Date"), 150, FALSE },
  [COLUMN_TITLE] = { N_ ("Title"), 280, FALSE },
  [COLUMN_CATEGORY] = { N_ ("Category"), 130, FALSE },
  [COLUMN_ACTORS] = { N_ ("Actors"), 200, FALSE },
  [COLUMN_PLACE] = { N_ ("Place"), 130, FALSE },
  [COLUMN_VERIFICATION] = { N_ ("Verification"), 120, FALSE },
  [COLUMN_SOURCES] = { N_ ("Sources"), 80, TRUE },
  [COLUMN_TONE] = { N_ ("Tone"), 70, TRUE },
};

struct _LeadupTableView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *table;
  LeadupEventList *events;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
  LeadupWorkspace *workspace;
  gboolean is_syncing;
  gboolean needs_sync;
  gboolean needs_events;
  int title_width; /* that the title had of itself last */
  guint fitting;
  LeadupDocument *shown; /* only compared: whose events the table has */
};

G_DEFINE_FINAL_TYPE (LeadupTableView, leadup_table_view, GTK_TYPE_WIDGET)

static gpointer
lookup (LeadupTableView *self, LeadupRecordKind kind, const char *id)
{
  LeadupStory *story =
      self->workspace != NULL ? leadup_workspace_get_story (self->workspace) : NULL;

  return story != NULL && id != NULL ? leadup_story_lookup (story, kind, id) : NULL;
}

static char *
dup_actors (LeadupTableView         *self,
            const LeadupEventFields *fields)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (fields->n_participants, MAX_ACTORS); i++)
    {
      LeadupActor *actor = lookup (self, LEADUP_RECORD_ACTOR, fields->participants[i].actor);

      if (i > 0)
        g_string_append (text, _ (", "));
      g_string_append (text, actor != NULL ? leadup_actor_get_name (actor)
                                           : fields->participants[i].actor);
    }
  if (fields->n_participants > MAX_ACTORS)
    g_string_append (text, _ (", …"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static LeadupCategory *
get_category (LeadupTableView         *self,
              const LeadupEventFields *fields)
{
  return lookup (self, LEADUP_RECORD_CATEGORY, fields->category);
}

static double
get_tone (LeadupTableView         *self,
          const LeadupEventFields *fields)
{
  LeadupCategory *category = get_category (self, fields);

  if (!isnan (fields->tone))
    return fields->tone;

  return category != NULL ? leadup_category_get_fields (category)->tone : (double) NAN;
}

/* The text of one cell, one line, bounded. */
static char *
dup_text (LeadupTableView *self,
          LeadupEvent     *event,
          Column           column)
{
  const LeadupEventFields *fields = leadup_event_get_fields (event);
  g_autofree char *text = NULL;
  LeadupCategory *category;
  double tone;

  switch (column)
    {
    case COLUMN_DATE:
      text = fields->when != NULL ? leadup_when_format (fields->when, LEADUP_WHEN_STYLE_SHORT)
                                  : g_strdup (_ ("Not dated"));
      break;

    case COLUMN_TITLE:
      text = g_strdup (fields->title);
      break;

    case COLUMN_CATEGORY:
      category = get_category (self, fields);
      text = g_strdup (category != NULL ? leadup_category_get_fields (category)->name
                                        : fields->category);
      break;

    case COLUMN_ACTORS:
      text = dup_actors (self, fields);
      break;

    case COLUMN_PLACE:
      text = g_strdup (fields->place != NULL ? fields->place->name : NULL);
      break;

    case COLUMN_VERIFICATION:
      text = g_strdup (leadup_labels_verification (fields->verification));
      break;

    case COLUMN_SOURCES:
      text = g_strdup_printf ("%u", fields->n_evidence);
      break;

    case COLUMN_TONE:
      tone = get_tone (self, fields);
      text = isnan (tone) ? NULL : g_strdup_printf ("%+.1f", tone);
      break;

    case N_COLUMNS:
    default:
      g_assert_not_reached ();
    }

  return leadup_text_single_line (text != NULL ? text : "", MAX_CELL);
}

static Column
get_column (gpointer object)
{
  return (Column) GPOINTER_TO_UINT (g_object_get_data (object, "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  Column column = get_column (factory);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), columns[column].is_number ? 1 : 0);
  if (columns[column].is_number || column == COLUMN_DATE)
    gtk_widget_add_css_class (label, "numeric");
  if (column != COLUMN_TITLE)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  LeadupTableView *self = LEADUP_TABLE_VIEW (user_data);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = dup_text (self, gtk_list_item_get_item (item), get_column (factory));

  gtk_label_set_label (GTK_LABEL (label), text);
  leadup_lazy_tooltip_set (label, text);
}

static char *
get_sort_text_cb (LeadupEvent *event,
                  gpointer     user_data)
{
  LeadupTableView *self = LEADUP_TABLE_VIEW (g_object_get_data (user_data, "view"));

  return event != NULL ? dup_text (self, event, get_column (user_data)) : NULL;
}

static double
get_sort_number_cb (LeadupEvent *event,
                    gpointer     user_data)
{
  LeadupTableView *self = LEADUP_TABLE_VIEW (g_object_get_data (user_data, "view"));
  const LeadupEventFields *fields;

  if (event == NULL)
    return 0;

  fields = leadup_event_get_fields (event);
  if (get_column (user_data) == COLUMN_SOURCES)
    return fields->n_evidence;
  if (get_column (user_data) == COLUMN_VERIFICATION)
    return fields->verification;

  return get_tone (self, fields);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return leadup_event_order_compare ((LeadupEvent *) a, (LeadupEvent *) b);
}

/* Texts and numbers are asked once per row: the sorters make keys of them. */
static GtkSorter *
create_sorter (GtkColumnViewColumn *view_column,
               Column               column)
{
  GtkExpression *expression;

  if (column == COLUMN_DATE)
    return GTK_SORTER (gtk_custom_sorter_new (compare_dates, NULL, NULL));

  if (columns[column].is_number || column == COLUMN_VERIFICATION)
    {
      expression = gtk_cclosure_expression_new (G_TYPE_DOUBLE, NULL, 0, NULL,
                                                G_CALLBACK (get_sort_number_cb), view_column, NULL);
      return GTK_SORTER (gtk_numeric_sorter_new (expression));
    }

  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                            G_CALLBACK (get_sort_text_cb), view_column, NULL);

  return GTK_SORTER (gtk_string_sorter_new (expression));
}

static void
add_column (LeadupTableView *self,
            Column           column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  view_column = gtk_column_view_column_new (_ (columns[column].title), factory);
  g_object_set_data (G_OBJECT (view_column), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (view_column), "view", self);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (column == COLUMN_TITLE)
    gtk_column_view_column_set_expand (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, columns[column].width_px);
  sorter = create_sorter (view_column, column);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), view_column);
}

/* From the table to the workspace. */
static void
selection_changed_cb (LeadupTableView *self)
{
  g_autoptr (GPtrArray) chosen = NULL;
  GtkBitset *positions;
  GtkBitsetIter iter;
  guint position;

  if (self->is_syncing || self->workspace == NULL)
    return;

  chosen = g_ptr_array_new_with_free_func (g_object_unref);
  positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_iter_init_first (&iter, positions, &position))
    do
      g_ptr_array_add (chosen, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
    while (gtk_bitset_iter_next (&iter, &position));
  gtk_bitset_unref (positions);

  self->is_syncing = TRUE;
  if (chosen->len > 0)
    leadup_workspace_select_events (self->workspace, chosen);
  else
    leadup_workspace_select_none (self->workspace);
  self->is_syncing = FALSE;
}

static GHashTable *
dup_selected_ids (LeadupTableView *self)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = leadup_workspace_get_n_selected (self->workspace);

  for (guint i = 0; i < n; i++)
    {
      const LeadupSelected *selected = leadup_workspace_get_selected (self->workspace, i);

      if (selected->kind == LEADUP_RECORD_EVENT)
        g_hash_table_add (ids, selected->id);
    }

  return ids;
}

/* From the workspace to the table; while nobody sees the table it can wait. */
static void
sync_selection (LeadupTableView *self)
{
  g_autoptr (GHashTable) ids = NULL;
  GtkBitset *chosen;
  GtkBitset *all;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_left;
  guint first = GTK_INVALID_LIST_POSITION;

  if (self->is_syncing || self->workspace == NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->needs_sync = TRUE;
      return;
    }

  self->needs_sync = FALSE;
  ids = dup_selected_ids (self);
  n_left = g_hash_table_size (ids);
  chosen = gtk_bitset_new_empty ();
  for (guint i = 0; i < n && n_left > 0; i++)
    {
      g_autoptr (LeadupRecord) event = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!g_hash_table_contains (ids, leadup_record_get_id (event)))
        continue;

      gtk_bitset_add (chosen, i);
      n_left--;
      if (first == GTK_INVALID_LIST_POSITION)
        first = i;
    }

  all = gtk_bitset_new_range (0, n);
  self->is_syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), chosen, all);
  if (first != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (self->table), "list.scroll-to-item", "u",
                                first);
  self->is_syncing = FALSE;
  gtk_bitset_unref (chosen);
  gtk_bitset_unref (all);
}

static void
set_events (LeadupTableView *self,
            GPtrArray       *events)
{
  self->is_syncing = TRUE;
  leadup_event_list_set_events (self->events, events);
  self->is_syncing = FALSE;
}

/* GTK makes two hundred rows as soon as there are so many, seen or not: they wait until they are.
 */
static void
projection_changed_cb (LeadupTableView *self)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);

  if (projection == NULL)
    return;

  self->needs_events = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->needs_events)
    {
      self->shown = leadup_workspace_get_document (self->workspace);
      set_events (self, leadup_projection_get_events (projection));
    }
  else if (self->shown != leadup_workspace_get_document (self->workspace))
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      /* No story is kept that was closed. */
      self->shown = NULL;
      set_events (self, none);
    }
  sync_selection (self);
}

static void
activated_cb (LeadupTableView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-selection", NULL);
}

/* A title that would end at the edge of a narrow window, where nothing says so, gets what the date
 * leaves; one that was made wider by hand stays so. */
static gboolean
fit_title_cb (gpointer user_data)
{
  LeadupTableView *self = LEADUP_TABLE_VIEW (user_data);
  GtkAdjustment *across =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GListModel *all = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));
  g_autoptr (GtkColumnViewColumn) title = g_list_model_get_item (all, COLUMN_TITLE);
  int room = (int) gtk_adjustment_get_page_size (across) - columns[COLUMN_DATE].width_px;
  int width = CLAMP (room, MIN_TITLE, columns[COLUMN_TITLE].width_px);

  self->fitting = 0;
  if (gtk_column_view_column_get_fixed_width (title) == self->title_width)
    {
      self->title_width = width;
      gtk_column_view_column_set_fixed_width (title, width);
    }

  return G_SOURCE_REMOVE;
}

/* While sizes are given out none can be asked for. */
static void
resized_cb (LeadupTableView *self)
{
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_title_cb, self, NULL);
}

static void
leadup_table_view_map (GtkWidget *widget)
{
  LeadupTableView *self = LEADUP_TABLE_VIEW (widget);

  GTK_WIDGET_CLASS (leadup_table_view_parent_class)->map (widget);
  if (self->needs_events)
    projection_changed_cb (self);
  else if (self->needs_sync)
    sync_selection (self);
}

static gboolean
leadup_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEADUP_TABLE_VIEW (widget)->table);
}

static void
leadup_table_view_dispose (GObject *object)
{
  LeadupTableView *self = LEADUP_TABLE_VIEW (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->events);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_table_view_parent_class)->dispose (object);
}

static void
leadup_table_view_class_init (LeadupTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leadup_table_view_dispose;
  widget_class->map = leadup_table_view_map;
  widget_class->grab_focus = leadup_table_view_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-table",
                                       NULL);
}

static void
leadup_table_view_init (LeadupTableView *self)
{
  self->events = leadup_event_list_new ();
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->events)), NULL);
  /* A hundred thousand rows are sorted in slices, between which the window answers. */
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  self->table = gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->table), FALSE);
  gtk_widget_add_css_class (self->table, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Table of events"), -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, (Column) i);
  gtk_sort_list_model_set_sorter (self->sorted,
                                  gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->table)));

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->table);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->title_width = columns[COLUMN_TITLE].width_px;
  g_signal_connect_object (
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
      "notify::page-size", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}

void
leadup_table_view_set_workspace (LeadupTableView *self,
                                 LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_TABLE_VIEW (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "projection-changed", G_CALLBACK (projection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (sync_selection), self,
                           G_CONNECT_SWAPPED);
  projection_changed_cb (self);
}
