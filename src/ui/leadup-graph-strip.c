/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-graph-strip.h"

#include "ui/leadup-labels.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_EVENTS  LEADUP_TIE_SIEVE_MOST_LEAST
#define MAX_OUTLETS 5

/* Of the choices below the sliders. */
static const double weights[] = { 0.0, 0.7, 1.0 };
static const guint tops[] = { 0, 10, 25, LEADUP_TIE_SIEVE_FEW, 50, 100 };

struct _LeadupGraphStrip
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *form;
  GtkWidget *density;
  GtkWidget *insights;
  GtkWidget *counts;
  GtkWidget *quality;
  GtkWidget *notice; /* of a crowd that was thinned */
  GtkWidget *notice_label;

  GtkWidget *min_events;
  GtkWidget *min_outlets;
  GtkWidget *certainty;
  GtkWidget *kinds[5];
  GtkWidget *top;
  GtkWidget *hops;
  GtkWidget *outside;
  GtkWidget *fold;
  GtkWidget *push;
  GtkWidget *reset;

  LeadupGraphState *state;
  LeadupWorkspace *workspace;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (LeadupGraphStrip, leadup_graph_strip, GTK_TYPE_WIDGET)

static const char *
name_form (LeadupGraphForm form)
{
  switch (form)
    {
    case LEADUP_GRAPH_FORM_RINGS:
      return _ ("Rings");
    case LEADUP_GRAPH_FORM_BLOCS:
      return _ ("Blocs");
    case LEADUP_GRAPH_FORM_MATRIX:
      return _ ("Matrix");
    case LEADUP_GRAPH_FORM_LANES:
      return _ ("Lanes");
    case LEADUP_GRAPH_FORM_MAP:
    default:
      return _ ("Map");
    }
}

/* The selected actors, around which the graph is looked at. */
static GStrv
list_selected (LeadupGraphStrip *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < leadup_workspace_get_n_selected (self->workspace); i++)
    {
      const LeadupSelected *selected = leadup_workspace_get_selected (self->workspace, i);

      if (selected->is_tie)
        {
          g_auto (GStrv) ends = g_strsplit (selected->id, " ", 2);

          g_strv_builder_addv (ids, (const char **) ends);
        }
      else if (selected->kind == LEADUP_RECORD_ACTOR)
        {
          g_strv_builder_add (ids, selected->id);
        }
    }

  return g_strv_builder_end (ids);
}

static guint
read_quads (LeadupGraphStrip *self)
{
  guint quads = 0;
  guint all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    {
      all |= 1u << i;
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->kinds[i])))
        quads |= 1u << i;
    }

  return quads == all ? 0 : quads;
}

/* What the rows say becomes what the graph shows. */
static void
changed_cb (LeadupGraphStrip *self)
{
  LeadupTieSieveFields fields;
  g_auto (GStrv) selected = NULL;
  g_auto (GStrv) groups = NULL;

  if (self->is_showing)
    return;

  fields = *leadup_tie_sieve_get_fields (leadup_graph_state_get_sieve (self->state));
  fields.min_events = (guint) gtk_range_get_value (GTK_RANGE (self->min_events));
  fields.min_outlets = (guint) gtk_range_get_value (GTK_RANGE (self->min_outlets));
  fields.min_weight = weights[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->certainty))];
  fields.quad_classes = read_quads (self);
  fields.top = tops[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->top))];
  fields.hops = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->hops));
  if (fields.hops > 0 && (fields.focus == NULL || fields.focus[0] == NULL))
    {
      selected = list_selected (self);
      fields.focus = (const char *const *) selected;
    }
  if (fields.hops == 0)
    fields.focus = NULL;
  if (gtk_switch_get_active (GTK_SWITCH (self->fold)) !=
      (fields.folded != NULL && fields.folded[0] != NULL))
    {
      g_autoptr (LeadupSnapshot) snapshot =
          leadup_story_snapshot (leadup_workspace_get_story (self->workspace));

      groups = leadup_tie_sieve_list_groups (snapshot);
      fields.folded =
          gtk_switch_get_active (GTK_SWITCH (self->fold)) ? (const char *const *) groups : NULL;
    }
  leadup_graph_state_set_sieve (self->state, &fields);
  leadup_graph_state_set_outside (
      self->state,
      (LeadupGraphOutside) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->outside)));
  leadup_graph_state_set_push (self->state, gtk_range_get_value (GTK_RANGE (self->push)) / 100);
}

static void
reset_cb (LeadupGraphStrip *self)
{
  leadup_graph_state_reset (self->state);
}

static guint
find_weight (double weight)
{
  for (guint i = G_N_ELEMENTS (weights); i > 0; i--)
    if (weight >= weights[i - 1])
      return i - 1;

  return 0;
}

static guint
find_top (guint top)
{
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    if (tops[i] == top)
      return i;

  return 0;
}

static void
show_state (LeadupGraphStrip *self)
{
  LeadupTieSieve *sieve = leadup_graph_state_get_sieve (self->state);
  const LeadupTieSieveFields *fields = leadup_tie_sieve_get_fields (sieve);
  gboolean is_open = leadup_tie_sieve_is_open (sieve) &&
                     leadup_graph_state_get_outside (self->state) == LEADUP_GRAPH_OUTSIDE_DIM;

  self->is_showing = TRUE;
  gtk_range_set_value (GTK_RANGE (self->min_events), MAX (fields->min_events, 1));
  gtk_range_set_value (GTK_RANGE (self->min_outlets), MAX (fields->min_outlets, 1));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->certainty), find_weight (fields->min_weight));
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[i]),
                                 fields->quad_classes == 0 ||
                                     (fields->quad_classes & (1u << i)) != 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->top), find_top (fields->top));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->hops), fields->hops);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->outside),
                              leadup_graph_state_get_outside (self->state));
  gtk_switch_set_active (GTK_SWITCH (self->fold),
                         fields->folded != NULL && fields->folded[0] != NULL);
  gtk_range_set_value (GTK_RANGE (self->push), 100 * leadup_graph_state_get_push (self->state));
  gtk_widget_set_sensitive (self->reset, !is_open);
  gtk_widget_set_visible (self->notice, leadup_graph_state_is_thinned (self->state));
  if (is_open)
    gtk_widget_remove_css_class (self->density, "accent");
  else
    gtk_widget_add_css_class (self->density, "accent");
  self->is_showing = FALSE;
}

/* “Showing the most involved of 300 actors. Pairs have at least 3 events.” */
static void
show_notice (LeadupGraphStrip *self)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  const LeadupTieSieveFields *fields;
  g_autoptr (GString) text = NULL;
  guint n;

  if (projection == NULL || !leadup_graph_state_is_thinned (self->state))
    return;

  fields = &leadup_graph_state_get_look (self->state)->sieve;
  n = leadup_ties_get_n_actors (leadup_projection_get_ties (projection));
  text = g_string_new (NULL);
  g_string_append_printf (text,
                          ngettext ("Showing the most involved of %u actor.",
                                    "Showing the most involved of %u actors.", n),
                          n);
  if (fields->min_events > 1)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("Pairs have at least %u event.",
                                        "Pairs have at least %u events.", fields->min_events),
                              fields->min_events);
    }
  gtk_label_set_label (GTK_LABEL (self->notice_label), text->str);
}

/* A focus needs somebody to be around. */
static void
selection_changed_cb (LeadupGraphStrip *self)
{
  const LeadupTieSieveFields *fields =
      leadup_tie_sieve_get_fields (leadup_graph_state_get_sieve (self->state));
  g_auto (GStrv) selected = list_selected (self);

  gtk_widget_set_sensitive (self->hops, fields->hops > 0 || selected[0] != NULL);
}

static void
leadup_graph_strip_dispose (GObject *object)
{
  LeadupGraphStrip *self = LEADUP_GRAPH_STRIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->state);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_graph_strip_parent_class)->dispose (object);
}

static void
leadup_graph_strip_class_init (LeadupGraphStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_graph_strip_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

/* A line of the popover: a label, and what it is about. */
static void
add_row (GtkWidget  *grid,
         int         row,
         const char *title,
         GtkWidget  *control)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_widget_set_hexpand (control, TRUE);
  gtk_grid_attach (GTK_GRID (grid), control, 1, row, 1, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static GtkWidget *
create_scale (LeadupGraphStrip *self,
              double            low,
              double            high,
              double            step)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, low, high, step);

  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return scale;
}

static GtkWidget *
create_choice (LeadupGraphStrip    *self,
               const char * const  *names)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return choice;
}

static GtkWidget *
create_kinds (LeadupGraphStrip *self)
{
  static const LeadupQuadClass order[] = {
    LEADUP_QUAD_CLASS_MATERIAL_CONFLICT,    LEADUP_QUAD_CLASS_VERBAL_CONFLICT,
    LEADUP_QUAD_CLASS_MATERIAL_COOPERATION, LEADUP_QUAD_CLASS_VERBAL_COOPERATION,
    LEADUP_QUAD_CLASS_NEUTRAL,
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      self->kinds[order[i]] =
          gtk_check_button_new_with_label (leadup_labels_quad_class (order[i]));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->kinds[order[i]]), TRUE);
      g_signal_connect_object (self->kinds[order[i]], "toggled", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->kinds[order[i]]);
    }

  return box;
}

static GtkWidget *
create_density (LeadupGraphStrip *self)
{
  const char *certainties[] = { _ ("All events"), _ ("Reported or better"), _ ("Confirmed only"),
                                NULL };
  const char *most[] = { _ ("All"), _ ("The 10 most involved"), _ ("The 25 most involved"),
                         _ ("The 40 most involved"), _ ("The 50 most involved"), _ ("The 100 most involved"), NULL };
  const char *near[] = { _ ("Everywhere"), _ ("One tie away"), _ ("Two ties away"),
                         _ ("Three ties away"), NULL };
  const char *outsides[] = { _ ("Dimmed"), _ ("Shown"), _ ("Hidden"), NULL };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);
  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  self->min_events = create_scale (self, 1, MAX_EVENTS, 1);
  add_row (grid, 0, _ ("Events per pair"), self->min_events);
  self->min_outlets = create_scale (self, 1, MAX_OUTLETS, 1);
  add_row (grid, 1, _ ("Outlets per pair"), self->min_outlets);
  self->certainty = create_choice (self, certainties);
  add_row (grid, 2, _ ("Certainty"), self->certainty);
  add_row (grid, 3, _ ("Kinds"), create_kinds (self));
  self->top = create_choice (self, most);
  add_row (grid, 4, _ ("Actors"), self->top);
  self->hops = create_choice (self, near);
  add_row (grid, 5, _ ("Around selected"), self->hops);
  self->outside = create_choice (self, outsides);
  add_row (grid, 6, _ ("Without a tie in the range"), self->outside);
  self->fold = gtk_switch_new ();
  gtk_widget_set_halign (self->fold, GTK_ALIGN_START);
  add_row (grid, 7, _ ("Fold groups"), self->fold);
  g_signal_connect_object (self->fold, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->push = create_scale (self, 0, 100, 5);
  add_row (grid, 8, _ ("Conflict pushes apart"), self->push);
  gtk_widget_set_tooltip_text (self->push,
                               _ ("Percent; counts when the map is tidied up the next time"));
  self->reset = gtk_button_new_with_label (_ ("Show Everything"));
  gtk_grid_attach (GTK_GRID (grid), self->reset, 0, 9, 2, 1);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);

  return grid;
}

static GtkWidget *
create_scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return scroller;
}

static GtkWidget *
create_menu_button (const char *tooltip)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);

  return button;
}

static GtkWidget *
create_note (double xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static GMenuModel *
create_forms (void)
{
  GMenu *menu = g_menu_new ();

  for (guint form = 0; form < LEADUP_N_GRAPH_FORMS; form++)
    {
      g_autofree char *action = g_strdup_printf (
          "win.graph-form::%s", leadup_graph_form_to_string ((LeadupGraphForm) form));

      g_menu_append (menu, name_form ((LeadupGraphForm) form), action);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_lines (void)
{
  static const char *const names[] = { N_ ("One Line a Direction"), N_ ("One Line a Pair"),
                                       N_ ("One Line an Event") };
  GMenu *menu = g_menu_new ();

  for (guint lines = 0; lines < LEADUP_N_GRAPH_LINES; lines++)
    {
      g_autofree char *action = g_strdup_printf (
          "win.graph-lines::%s", leadup_graph_lines_to_string ((LeadupGraphLines) lines));

      g_menu_append (menu, _ (names[lines]), action);
    }

  return G_MENU_MODEL (menu);
}

/* How it is shown, and with how many lines. */
static GMenuModel *
create_ways (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) forms = create_forms ();
  g_autoptr (GMenuModel) lines = create_lines ();

  g_menu_append_section (menu, NULL, forms);
  g_menu_append_section (menu, _ ("Lines Between Two Actors"), lines);

  return G_MENU_MODEL (menu);
}

/* That only a part of a crowd is shown, and how to see all of it. */
static GtkWidget *
create_notice (LeadupGraphStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *all = gtk_button_new_with_mnemonic (_ ("Show _All"));

  self->notice_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->notice_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->notice_label), TRUE);
  gtk_widget_set_hexpand (self->notice_label, TRUE);
  gtk_widget_set_valign (all, GTK_ALIGN_CENTER);
  g_signal_connect_object (all, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "leadup-graph-notice");
  gtk_box_append (GTK_BOX (box), self->notice_label);
  gtk_box_append (GTK_BOX (box), all);
  gtk_widget_set_visible (box, FALSE);

  return box;
}

static GMenuModel *
create_insights (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("What Changed Before the Range"), "win.graph-notes::changes");
  g_menu_append (menu, _ ("Questions to Ask"), "win.graph-notes::questions");
  g_menu_append (menu, _ ("Play the Story on the Map"), "win.graph-play");
  g_menu_append (menu, _ ("Shortest Path From the Selected Actor…"), "win.graph-path");
  g_menu_append (menu, _ ("Graph as Tables"), "win.graph-table");
  g_menu_append (menu, _ ("Timeline Below the Graph"), "win.graph-split");

  return G_MENU_MODEL (menu);
}

static void
leadup_graph_strip_init (LeadupGraphStrip *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* On a narrow screen what is shown matters more than how well it is drawn. */
  GtkWidget *squeezer = adw_squeezer_new ();
  g_autoptr (GMenuModel) ways = create_ways ();
  g_autoptr (GMenuModel) insights = create_insights ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (row, "leadup-graph-strip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the graph shows"), -1);

  self->form = create_menu_button (_ ("Ways to show the graph"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->form), ways);
  self->density = create_menu_button (_ ("How much of the graph is shown"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->density), _ ("Density"));
  gtk_popover_set_child (GTK_POPOVER (popover), create_scrolled (create_density (self)));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->density), popover);
  self->insights = create_menu_button (_ ("What the graph tells"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->insights), _ ("Insights"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->insights), insights);
  self->counts = create_note (0);
  gtk_widget_set_hexpand (self->counts, TRUE);
  self->quality = create_note (1);
  gtk_box_append (GTK_BOX (row), self->form);
  gtk_box_append (GTK_BOX (row), self->density);
  gtk_box_append (GTK_BOX (row), self->insights);
  gtk_box_append (GTK_BOX (row), self->counts);
  gtk_label_set_ellipsize (GTK_LABEL (self->quality), PANGO_ELLIPSIZE_NONE);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), self->quality);
  gtk_box_append (GTK_BOX (row), squeezer);
  self->notice = create_notice (self);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), self->notice);
  leadup_graph_strip_set_form (self, LEADUP_GRAPH_FORM_MAP);
}

GtkWidget *
leadup_graph_strip_new (void)
{
  return g_object_new (LEADUP_TYPE_GRAPH_STRIP, NULL);
}

void
leadup_graph_strip_set_state (LeadupGraphStrip *self,
                              LeadupGraphState *state,
                              LeadupWorkspace  *workspace)
{
  g_return_if_fail (LEADUP_IS_GRAPH_STRIP (self));
  g_return_if_fail (LEADUP_IS_GRAPH_STATE (state));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  if (!g_set_object (&self->state, state))
    return;

  g_signal_connect_object (state, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
  selection_changed_cb (self);
}

void
leadup_graph_strip_set_form (LeadupGraphStrip *self,
                             LeadupGraphForm   form)
{
  g_return_if_fail (LEADUP_IS_GRAPH_STRIP (self));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->form), name_form (form));
}

void
leadup_graph_strip_tell (LeadupGraphStrip *self,
                         const char       *counts,
                         const char       *quality)
{
  g_return_if_fail (LEADUP_IS_GRAPH_STRIP (self));

  gtk_label_set_label (GTK_LABEL (self->counts), counts != NULL ? counts : "");
  show_notice (self);
  gtk_label_set_label (GTK_LABEL (self->quality), quality != NULL ? quality : "");
  gtk_widget_set_tooltip_text (self->quality, quality);
}
