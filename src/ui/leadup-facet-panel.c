/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-facet-panel.h"

#include "base/leadup-when-format.h"
#include "ui/leadup-facet-section.h"

#include <glib/gi18n.h>

struct _LeadupFacetPanel
{
  GtkWidget        parent_instance;

  LeadupWorkspace *workspace;
  GtkWidget       *scroller;
  GtkWidget       *range_row;
  GtkWidget       *range_label;
  GtkWidget       *clear_button;
  GtkWidget       *sections[LEADUP_N_FACETS];
};

G_DEFINE_FINAL_TYPE (LeadupFacetPanel, leadup_facet_panel, GTK_TYPE_WIDGET)

static const char *const titles[] = {
  [LEADUP_FACET_CATEGORY] = N_ ("Category"), [LEADUP_FACET_ACTOR] = N_ ("Actor"),
  [LEADUP_FACET_SOURCE] = N_ ("Source"),     [LEADUP_FACET_VERIFICATION] = N_ ("Verification"),
  [LEADUP_FACET_PLACE] = N_ ("Place"),       [LEADUP_FACET_TAG] = N_ ("Tag"),
};

/* Verifications stand in the filter as bits; the facet names them. */
static char **
list_verifications (guint bits)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
    if ((bits & (1u << i)) != 0)
      g_strv_builder_add (builder, leadup_verification_to_string ((LeadupVerification) i));

  return g_strv_builder_end (builder);
}

static const char *const *
get_active (const LeadupFilterFields *fields,
            LeadupFacet               facet)
{
  switch (facet)
    {
    case LEADUP_FACET_CATEGORY:
      return fields->categories;

    case LEADUP_FACET_ACTOR:
      return fields->actors;

    case LEADUP_FACET_SOURCE:
      return fields->sources;

    case LEADUP_FACET_PLACE:
      return fields->places;

    case LEADUP_FACET_TAG:
      return fields->tags;

    case LEADUP_FACET_VERIFICATION:
    default:
      return NULL;
    }
}

static void
set_active (LeadupFilterFields *fields,
            LeadupFacet         facet,
            char              **keys)
{
  const char *const *list = keys != NULL && *keys != NULL ? (const char *const *) keys : NULL;

  switch (facet)
    {
    case LEADUP_FACET_CATEGORY:
      fields->categories = list;
      break;

    case LEADUP_FACET_ACTOR:
      fields->actors = list;
      break;

    case LEADUP_FACET_SOURCE:
      fields->sources = list;
      break;

    case LEADUP_FACET_PLACE:
      fields->places = list;
      break;

    case LEADUP_FACET_TAG:
      fields->tags = list;
      break;

    case LEADUP_FACET_VERIFICATION:
    default:
      break;
    }
}

/* @list with @key or without it. */
static char **
change_list (const char * const  *list,
             const char          *key,
             gboolean             is_active)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (!g_str_equal (list[i], key))
      g_strv_builder_add (builder, list[i]);
  if (is_active)
    g_strv_builder_add (builder, key);

  return g_strv_builder_end (builder);
}

static void
toggled_cb (LeadupFacetPanel   *self,
            const char         *key,
            gboolean            is_active,
            LeadupFacetSection *section)
{
  LeadupFilterFields fields =
    *leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace));
  g_autoptr (LeadupFilter) filter = NULL;
  g_auto (GStrv) keys = NULL;
  LeadupVerification verification;
  guint facet = 0;

  while (self->sections[facet] != GTK_WIDGET (section))
    facet++;

  if (facet == LEADUP_FACET_VERIFICATION)
    {
      if (leadup_verification_from_string (key, &verification))
        fields.verifications = is_active ? fields.verifications | (1u << verification)
                                         : fields.verifications & ~(1u << verification);
    }
  else
    {
      keys = change_list (get_active (&fields, (LeadupFacet) facet), key, is_active);
      set_active (&fields, (LeadupFacet) facet, keys);
    }

  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (self->workspace, filter);
}

static void
clear_range_cb (LeadupFacetPanel *self)
{
  LeadupFilterFields fields =
    *leadup_filter_get_fields (leadup_workspace_get_filter (self->workspace));
  g_autoptr (LeadupFilter) filter = NULL;

  fields.from = LEADUP_INSTANT_MIN;
  fields.to = LEADUP_INSTANT_MAX;
  filter = leadup_filter_new (&fields);
  leadup_workspace_set_filter (self->workspace, filter);
}

static void
update_range (LeadupFacetPanel         *self,
              const LeadupFilterFields *fields)
{
  gboolean has_range = fields->from != LEADUP_INSTANT_MIN || fields->to != LEADUP_INSTANT_MAX;

  gtk_widget_set_visible (self->range_row, has_range);
  if (has_range)
    {
      g_autofree char *range = leadup_range_format (fields->from, fields->to);

      gtk_label_set_label (GTK_LABEL (self->range_label), range);
    }
}

static void
update (LeadupFacetPanel *self)
{
  LeadupProjection *projection = leadup_workspace_get_projection (self->workspace);
  LeadupFilter *filter = leadup_workspace_get_filter (self->workspace);
  const LeadupFilterFields *fields = leadup_filter_get_fields (filter);
  g_auto (GStrv) verifications = list_verifications (fields->verifications);

  if (projection == NULL)
    return;

  for (guint facet = 0; facet < LEADUP_N_FACETS; facet++)
    {
      guint n_values;
      const LeadupFacetValue *values =
        leadup_projection_get_facet (projection, (LeadupFacet) facet, &n_values);
      const char *const *active = get_active (fields, (LeadupFacet) facet);

      if (facet == LEADUP_FACET_VERIFICATION)
        active = (const char *const *) verifications;
      leadup_facet_section_update (
        LEADUP_FACET_SECTION (self->sections[facet]), values, n_values, active);
    }

  update_range (self, fields);
  gtk_widget_set_sensitive (self->clear_button, !leadup_filter_is_empty (filter));
}

static void
leadup_facet_panel_dispose (GObject *object)
{
  LeadupFacetPanel *self = LEADUP_FACET_PANEL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (leadup_facet_panel_parent_class)->dispose (object);
}

static void
leadup_facet_panel_class_init (LeadupFacetPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_facet_panel_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_head (LeadupFacetPanel *self,
          GtkBox           *box)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_("Filter"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title-4");
  self->clear_button = gtk_button_new_with_label (_("Clear"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear_button), "win.clear-filter");
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->clear_button);
  gtk_box_append (box, head);
}

static void
add_range_row (LeadupFacetPanel *self,
               GtkBox           *box)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->range_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->range_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->range_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->range_label), TRUE);
  gtk_widget_set_hexpand (self->range_label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Show all times"));
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show all times"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_range_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->range_row), self->range_label);
  gtk_box_append (GTK_BOX (self->range_row), button);
  gtk_widget_add_css_class (self->range_row, "card");
  gtk_widget_add_css_class (self->range_row, "leadup-range");
  gtk_box_append (box, self->range_row);
}

static void
leadup_facet_panel_init (LeadupFacetPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "leadup-panel");
  add_head (self, GTK_BOX (box));
  add_range_row (self, GTK_BOX (box));
  for (guint facet = 0; facet < LEADUP_N_FACETS; facet++)
    {
      self->sections[facet] = leadup_facet_section_new (_(titles[facet]));
      g_signal_connect_object (
        self->sections[facet], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->sections[facet]);
    }

  self->scroller = gtk_scrolled_window_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Facets"), -1);
  gtk_scrolled_window_set_policy (
    GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
}

/**
 * leadup_facet_panel_set_workspace:
 * @self: a panel
 * @workspace: (transfer none): whose filter it makes
 */
void
leadup_facet_panel_set_workspace (LeadupFacetPanel *self,
                                  LeadupWorkspace  *workspace)
{
  g_return_if_fail (LEADUP_IS_FACET_PANEL (self));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (
    workspace, "projection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::filter", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
