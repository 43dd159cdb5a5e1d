/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-facet-section.h"

#include "base/leadup-text.h"
#include "ui/leadup-lazy-tooltip.h"

#include <glib/gi18n.h>

/* Rows that are shown before the rest is asked for. */
#define N_FIRST_ROWS 8

/* A list of thousands of values is no facet any more: the search finds them. */
#define MAX_ROWS 200

struct _LeadupFacetSection
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *rows;
  GtkWidget *more;
  GPtrArray *checks; /* GtkCheckButton, in order; the key is its data */
  gboolean shows_all;
  gboolean is_updating;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupFacetSection, leadup_facet_section, GTK_TYPE_WIDGET)

static void
toggled_cb (LeadupFacetSection *self, GtkCheckButton *check)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[TOGGLED], 0, g_object_get_data (G_OBJECT (check), "key"),
                   gtk_check_button_get_active (check));
}

static GtkWidget *
add_row (LeadupFacetSection *self)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), count);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), line);
  g_object_set_data (G_OBJECT (check), "label", label);
  g_object_set_data (G_OBJECT (check), "count", count);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->rows), check);
  g_ptr_array_add (self->checks, check);

  return check;
}

static void
update_row (GtkWidget              *check,
            const LeadupFacetValue *value,
            gboolean                is_active)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (check), "label");
  GtkLabel *count = g_object_get_data (G_OBJECT (check), "count");
  g_autofree char *name = leadup_text_single_line (value->label, 120);
  g_autofree char *number = NULL;
  g_autofree char *spoken = NULL;

  if (value->n_shown == value->n_all)
    number = g_strdup_printf ("%u", value->n_all);
  else
    number = g_strdup_printf ("%u/%u", value->n_shown, value->n_all);
  /* Translators: a value of a facet, how many of its events are shown, and how many it has. */
  spoken = g_strdup_printf (_ ("%s, %u of %u events"), name, value->n_shown, value->n_all);

  gtk_label_set_label (label, name);
  gtk_label_set_label (count, number);
  leadup_lazy_tooltip_set (GTK_WIDGET (label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (check), "key", g_strdup (value->key), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_active);
  gtk_widget_set_opacity (GTK_WIDGET (label), value->n_shown > 0 || is_active ? 1 : 0.6);
}

static void
update_visibility (LeadupFacetSection *self,
                   guint               n_values)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);
      gboolean is_first =
          i < N_FIRST_ROWS || gtk_check_button_get_active (GTK_CHECK_BUTTON (check));

      gtk_widget_set_visible (check, i < n_values && (self->shows_all || is_first));
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n_values > 0);
  gtk_widget_set_visible (self->more, n_values > N_FIRST_ROWS);
  if (self->shows_all)
    {
      gtk_button_set_label (GTK_BUTTON (self->more), _ ("Show Fewer"));
    }
  else
    {
      g_autofree char *label = g_strdup_printf (_ ("Show All %u"), n_values);

      gtk_button_set_label (GTK_BUTTON (self->more), label);
    }
}

static void
more_clicked_cb (LeadupFacetSection *self)
{
  guint n_values = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (self), "n-values"));

  self->shows_all = !self->shows_all;
  update_visibility (self, n_values);
}

static void
leadup_facet_section_dispose (GObject *object)
{
  LeadupFacetSection *self = LEADUP_FACET_SECTION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (leadup_facet_section_parent_class)->dispose (object);
}

static void
leadup_facet_section_class_init (LeadupFacetSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_facet_section_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_facet_section_init (LeadupFacetSection *self)
{
  self->checks = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "leadup-more");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * leadup_facet_section_new:
 * @title: name of the facet, for people
 *
 * Returns: (transfer floating): a section without values, not visible yet
 */
GtkWidget *
leadup_facet_section_new (const char *title)
{
  LeadupFacetSection *self = g_object_new (LEADUP_TYPE_FACET_SECTION, NULL);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  return GTK_WIDGET (self);
}

/**
 * leadup_facet_section_update:
 * @self: a section
 * @values: (array length=n_values): the most frequent first
 * @n_values: how many
 * @active: (nullable) (array zero-terminated=1): keys that are ticked
 *
 * Shows @values in the rows that are there already, so that the keyboard keeps its place.
 */
void
leadup_facet_section_update (LeadupFacetSection     *self,
                             const LeadupFacetValue *values,
                             guint                   n_values,
                             const char    * const  *active)
{
  g_return_if_fail (LEADUP_IS_FACET_SECTION (self));

  n_values = MIN (n_values, MAX_ROWS);
  self->is_updating = TRUE;
  for (guint i = 0; i < n_values; i++)
    {
      GtkWidget *check =
          i < self->checks->len ? g_ptr_array_index (self->checks, i) : add_row (self);

      update_row (check, &values[i], active != NULL && g_strv_contains (active, values[i].key));
    }
  self->is_updating = FALSE;

  g_object_set_data (G_OBJECT (self), "n-values", GUINT_TO_POINTER (n_values));
  update_visibility (self, n_values);
}
