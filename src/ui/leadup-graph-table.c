/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-table.h"

#include "render/leadup-graph-describe.h"
#include "ui/leadup-graph-row.h"
#include "ui/leadup-lazy-tooltip.h"
#include "ui/leadup-sparkline.h"

#include <glib/gi18n.h>

#define RENEWAL_MS 150

typedef enum
{
  TABLE_ACTORS,
  TABLE_PAIRS,
  N_TABLES,
} Table;

/* What stands in which table, and how wide it is. */
static const struct
{
  Table table;
  LeadupGraphCell cell;
  const char *title;
  int width_px;
  gboolean is_number;
} columns[] = {
  { TABLE_ACTORS, LEADUP_GRAPH_CELL_NAME, N_ ("Actor"), 190, FALSE },
  { TABLE_ACTORS, LEADUP_GRAPH_CELL_OTHER, N_ ("Kind"), 110, FALSE },
  { TABLE_ACTORS, LEADUP_GRAPH_CELL_TIES, N_ ("Ties"), 60, TRUE },
  { TABLE_ACTORS, LEADUP_GRAPH_CELL_EVENTS, N_ ("Events"), 70, TRUE },
  { TABLE_ACTORS, LEADUP_GRAPH_CELL_DEEDS, N_ ("Deeds"), 70, TRUE },
  { TABLE_ACTORS, LEADUP_GRAPH_CELL_LAST, N_ ("Last"), 110, TRUE },
  { TABLE_ACTORS, LEADUP_GRAPH_CELL_PARTNERS, N_ ("Partners"), 260, FALSE },
  { TABLE_PAIRS, LEADUP_GRAPH_CELL_NAME, N_ ("Who Acted"), 180, FALSE },
  { TABLE_PAIRS, LEADUP_GRAPH_CELL_OTHER, N_ ("On Whom"), 180, FALSE },
  { TABLE_PAIRS, LEADUP_GRAPH_CELL_STATE, N_ ("State"), 110, FALSE },
  { TABLE_PAIRS, LEADUP_GRAPH_CELL_EVENTS, N_ ("Events"), 70, TRUE },
  { TABLE_PAIRS, LEADUP_GRAPH_CELL_DEEDS, N_ ("Deeds"), 70, TRUE },
  { TABLE_PAIRS, LEADUP_GRAPH_CELL_LAST, N_ ("Last"), 110, TRUE },
  { TABLE_PAIRS, LEADUP_GRAPH_CELL_TIDE, N_ ("In Time"), 100, FALSE },
};

struct _LeadupGraphTable
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *stack;
  GtkWidget *views[N_TABLES];
  GtkSortListModel *sorted[N_TABLES];
  LeadupWorkspace *workspace;
  LeadupGraphState *state;
  gboolean is_syncing;
  guint renewal;
};

G_DEFINE_FINAL_TYPE (LeadupGraphTable, leadup_graph_table, GTK_TYPE_WIDGET)

static guint
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label;
  guint column = get_column (factory);

  if (columns[column].cell == LEADUP_GRAPH_CELL_TIDE)
    {
      gtk_list_item_set_child (item, leadup_sparkline_new ());
      return;
    }

  label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), columns[column].is_number ? 1 : 0);
  if (columns[column].is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (columns[column].cell != LEADUP_GRAPH_CELL_NAME)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (item, label);
}

/* What it shows is told by the cells beside it, when it happened most by its name. */
static void
bind_tide (GtkListItem *item)
{
  LeadupSparkline *sparkline = LEADUP_SPARKLINE (gtk_list_item_get_child (item));
  LeadupTideSides sides = LEADUP_TIDE_BOTH;
  g_autoptr (LeadupTide) tide =
      leadup_graph_row_create_tide (gtk_list_item_get_item (item), &sides);
  g_autofree char *spoken = leadup_graph_describe_tide (tide, sides);

  leadup_sparkline_set_tide (sparkline, tide, sides);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sparkline), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  leadup_lazy_tooltip_set (GTK_WIDGET (sparkline), spoken);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  guint column = get_column (factory);
  const char *text;

  if (columns[column].cell == LEADUP_GRAPH_CELL_TIDE)
    {
      bind_tide (item);
      return;
    }

  text = leadup_graph_row_get_text (gtk_list_item_get_item (item), columns[column].cell);
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  leadup_lazy_tooltip_set (gtk_list_item_get_child (item), text);
}

static char *
get_sort_text_cb (LeadupGraphRow *row,
                  gpointer        user_data)
{
  return row != NULL
             ? g_strdup (leadup_graph_row_get_text (row, columns[get_column (user_data)].cell))
             : NULL;
}

static double
get_sort_number_cb (LeadupGraphRow *row,
                    gpointer        user_data)
{
  return row != NULL ? leadup_graph_row_get_number (row, columns[get_column (user_data)].cell) : 0;
}

static GtkSorter *
create_sorter (GtkColumnViewColumn *view_column)
{
  if (columns[get_column (view_column)].is_number)
    {
      GtkExpression *number = gtk_cclosure_expression_new (
          G_TYPE_DOUBLE, NULL, 0, NULL, G_CALLBACK (get_sort_number_cb), view_column, NULL);

      return GTK_SORTER (gtk_numeric_sorter_new (number));
    }

  return GTK_SORTER (gtk_string_sorter_new (gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_sort_text_cb), view_column, NULL)));
}

static void
add_column (LeadupGraphTable *self,
            guint             column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnView *view = GTK_COLUMN_VIEW (self->views[columns[column].table]);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  view_column = gtk_column_view_column_new (_ (columns[column].title), factory);
  g_object_set_data (G_OBJECT (view_column), "column", GUINT_TO_POINTER (column));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, columns[column].width_px);
  gtk_column_view_column_set_expand (view_column,
                                     columns[column].cell == LEADUP_GRAPH_CELL_PARTNERS ||
                                         (columns[column].table == TABLE_PAIRS &&
                                          columns[column].cell == LEADUP_GRAPH_CELL_OTHER));
  if (columns[column].cell != LEADUP_GRAPH_CELL_TIDE)
    {
      sorter = create_sorter (view_column);
      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_append_column (view, view_column);
  /* Who is in most events stands first. */
  if (columns[column].cell == LEADUP_GRAPH_CELL_EVENTS)
    gtk_column_view_sort_by_column (view, view_column, GTK_SORT_DESCENDING);
}

/* From the table to the workspace. */
static void
row_selected_cb (LeadupGraphTable   *self,
                 GParamSpec         *pspec,
                 GtkSingleSelection *selection)
{
  LeadupGraphRow *row = gtk_single_selection_get_selected_item (selection);

  if (self->is_syncing || row == NULL)
    return;

  self->is_syncing = TRUE;
  if (leadup_graph_row_get_other (row) != NULL)
    leadup_workspace_select_tie (self->workspace, leadup_graph_row_get_id (row),
                                 leadup_graph_row_get_other (row));
  else
    leadup_workspace_select (self->workspace, LEADUP_RECORD_ACTOR, leadup_graph_row_get_id (row));
  self->is_syncing = FALSE;
}

static gboolean
is_row_of (LeadupGraphRow       *row,
           const LeadupSelected *selected)
{
  g_autofree char *pair = NULL;

  if (selected == NULL || selected->kind != LEADUP_RECORD_ACTOR)
    return FALSE;
  if (leadup_graph_row_get_other (row) == NULL)
    return !selected->is_tie && g_str_equal (leadup_graph_row_get_id (row), selected->id);
  if (!selected->is_tie)
    return FALSE;
  pair = g_strdup_printf ("%s %s", leadup_graph_row_get_id (row), leadup_graph_row_get_other (row));

  return g_str_equal (pair, selected->id);
}

/* And back. */
static void
selection_changed_cb (LeadupGraphTable *self)
{
  const LeadupSelected *selected = leadup_workspace_get_primary (self->workspace);

  if (self->is_syncing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_syncing = TRUE;
  for (guint table = 0; table < N_TABLES; table++)
    {
      GtkSelectionModel *model =
          gtk_column_view_get_model (GTK_COLUMN_VIEW (self->views[table]));
      guint position = GTK_INVALID_LIST_POSITION;

      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
        {
          g_autoptr (LeadupGraphRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

          if (is_row_of (row, selected))
            position = i;
        }
      gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), position);
    }
  self->is_syncing = FALSE;
}

static void
row_activated_cb (LeadupGraphTable *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-selection", NULL);
}

static void
fill (LeadupGraphTable *self)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  LeadupInstant from = LEADUP_INSTANT_MIN, to = LEADUP_INSTANT_MAX;
  g_autoptr (LeadupTies) ties = NULL;
  g_autoptr (GListStore) actors = NULL;
  g_autoptr (GListStore) pairs = NULL;

  if (projection == NULL)
    return;
  if (!leadup_workspace_get_brush (self->workspace, &from, &to) || from >= to)
    {
      from = LEADUP_INSTANT_MIN;
      to = LEADUP_INSTANT_MAX;
    }

  ties = leadup_tie_sieve_apply (leadup_graph_state_get_sieve (self->state),
                                 leadup_projection_get_ties (projection), from, to);
  actors =
      leadup_graph_row_list_actors (leadup_projection_get_snapshot (projection), ties, from, to);
  pairs = leadup_graph_row_list_pairs (leadup_projection_get_snapshot (projection), ties, from, to);
  self->is_syncing = TRUE;
  gtk_sort_list_model_set_model (self->sorted[TABLE_ACTORS], G_LIST_MODEL (actors));
  gtk_sort_list_model_set_model (self->sorted[TABLE_PAIRS], G_LIST_MODEL (pairs));
  self->is_syncing = FALSE;
  selection_changed_cb (self);
}

static gboolean
renew_cb (gpointer user_data)
{
  LeadupGraphTable *self = LEADUP_GRAPH_TABLE (user_data);

  self->renewal = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

/* Once what changes rests; a table that nobody sees waits until it is seen. */
static void
changed_cb (LeadupGraphTable *self)
{
  g_clear_handle_id (&self->renewal, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->renewal = g_timeout_add (RENEWAL_MS, renew_cb, self);
}

static void
leadup_graph_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (leadup_graph_table_parent_class)->map (widget);
  fill (LEADUP_GRAPH_TABLE (widget));
}

static gboolean
leadup_graph_table_grab_focus (GtkWidget *widget)
{
  LeadupGraphTable *self = LEADUP_GRAPH_TABLE (widget);

  return gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)),
                                 GTK_DIR_TAB_FORWARD);
}

static void
leadup_graph_table_dispose (GObject *object)
{
  LeadupGraphTable *self = LEADUP_GRAPH_TABLE (object);

  g_clear_handle_id (&self->renewal, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  for (guint i = 0; i < N_TABLES; i++)
    g_clear_object (&self->sorted[i]);
  g_clear_object (&self->workspace);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (leadup_graph_table_parent_class)->dispose (object);
}

static void
leadup_graph_table_class_init (LeadupGraphTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_graph_table_dispose;
  widget_class->map = leadup_graph_table_map;
  widget_class->grab_focus = leadup_graph_table_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_table (LeadupGraphTable *self,
           Table             table,
           const char       *name,
           const char       *title)
{
  GtkWidget *view = gtk_column_view_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSingleSelection *selection;

  self->views[table] = view;
  self->sorted[table] = gtk_sort_list_model_new (
      NULL, g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view))));
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->sorted[table])));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_stack_add_titled (GTK_STACK (self->stack), scroller, name, title);
}

static void
leadup_graph_table_init (LeadupGraphTable *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 6);
  gtk_widget_set_margin_bottom (switcher, 6);
  gtk_box_append (GTK_BOX (self->box), switcher);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  add_table (self, TABLE_ACTORS, "actors", _ ("Actors"));
  add_table (self, TABLE_PAIRS, "pairs", _ ("Who Acted on Whom"));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, i);
}

GtkWidget *
leadup_graph_table_new (void)
{
  return g_object_new (LEADUP_TYPE_GRAPH_TABLE, NULL);
}

void
leadup_graph_table_set_workspace (LeadupGraphTable *self,
                                  LeadupWorkspace  *workspace,
                                  LeadupGraphState *state)
{
  g_return_if_fail (LEADUP_IS_GRAPH_TABLE (self));

  g_set_object (&self->state, state);
  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "brush-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "projection-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
