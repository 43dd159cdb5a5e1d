/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-palette.h"

#include "base/leadup-text.h"

#include <string.h>

/* More are found by typing more. */
#define MAX_ROWS 60

#define WIDTH 480
#define HEIGHT 420

struct _LeadupPalette
{
  GtkWindow parent_instance;

  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *note;
  GtkWidget *scroller;
  guint n_rows;

  LeadupPaletteFill fill;
  gpointer data; /* lives as long as the parent */
};

G_DEFINE_FINAL_TYPE (LeadupPalette, leadup_palette, GTK_TYPE_WINDOW)

static void
refill (LeadupPalette *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->n_rows = 0;
  leadup_palette_tell (self, NULL);
  self->fill (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->data);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_widget_set_visible (self->scroller, self->n_rows > 0);
}

static void
choose (LeadupPalette *self,
        GtkListBoxRow *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *action = g_object_get_data (G_OBJECT (row), "action");
  GVariant *target = g_object_get_data (G_OBJECT (row), "target");
  g_autofree char *name = g_strdup (action);
  g_autoptr (GVariant) parameter = target != NULL ? g_variant_ref (target) : NULL;

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, parameter);
}

static void
row_activated_cb (LeadupPalette *self,
                  GtkListBoxRow *row)
{
  choose (self, row);
}

static void
activated_cb (LeadupPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    choose (self, row);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The keyboard stays in the field; the arrows walk the list. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  LeadupPalette *self = LEADUP_PALETTE (user_data);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (keyval == GDK_KEY_Escape)
    {
      gtk_window_close (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Down)
    index++;
  else if (keyval == GDK_KEY_Up)
    index--;
  else
    return GDK_EVENT_PROPAGATE;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (index, 0));
  if (row != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      /* Scrolls it into view; typing goes on in the field. */
      gtk_widget_grab_focus (GTK_WIDGET (row));
      gtk_widget_grab_focus (self->entry);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }

  return GDK_EVENT_STOP;
}

static void
leadup_palette_class_init (LeadupPaletteClass *klass)
{
}

static void
leadup_palette_init (LeadupPalette *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  self->note = gtk_label_new (NULL);
  self->list = gtk_list_box_new ();
  self->scroller = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_set_margin_start (self->note, 6);
  gtk_widget_set_margin_end (self->note, 6);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_titlebar (GTK_WINDOW (self), adw_header_bar_new ());
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * leadup_palette_new:
 * @parent: the window whose actions the rows activate
 * @title: what it is for
 * @hint: what may be typed
 * @fill: (scope notified): finds the rows
 * @data: for @fill; lives as long as @parent
 *
 * Returns: (transfer none): a window; present it
 */
LeadupPalette *
leadup_palette_new (GtkWindow        *parent,
                    const char       *title,
                    const char       *hint,
                    LeadupPaletteFill fill,
                    gpointer          data)
{
  LeadupPalette *self;
  int width = gtk_widget_get_width (GTK_WIDGET (parent));

  self = g_object_new (LEADUP_TYPE_PALETTE, "transient-for", parent, "title", title, NULL);
  self->fill = fill;
  self->data = data;
  g_object_set (self->entry, "placeholder-text", hint, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (width - 48, 280, WIDTH), HEIGHT);
  refill (self);

  return self;
}

static GtkWidget *
make_label (const char *text,
            gboolean    is_detail)
{
  g_autofree char *line = leadup_text_single_line (text, 200);
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), is_detail ? 1 : 0);
  gtk_widget_set_hexpand (label, !is_detail);
  if (is_detail)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/**
 * leadup_palette_add:
 * @label: what the row says
 * @detail: (nullable): more, at its end
 * @action: what it activates in the parent
 * @target: (nullable): with what; a floating one is taken
 *
 * Returns: whether there is room for more
 */
gboolean
leadup_palette_add (LeadupPalette *self,
                    const char    *label,
                    const char    *detail,
                    const char    *action,
                    GVariant      *target)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *spoken =
      detail != NULL ? g_strdup_printf ("%s, %s", label, detail) : g_strdup (label);

  g_return_val_if_fail (LEADUP_IS_PALETTE (self), FALSE);

  gtk_box_append (GTK_BOX (box), make_label (label, FALSE));
  if (detail != NULL)
    gtk_box_append (GTK_BOX (box), make_label (detail, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "action", g_strdup (action), g_free);
  if (target != NULL)
    g_object_set_data_full (G_OBJECT (row), "target", g_variant_ref_sink (target),
                            (GDestroyNotify) g_variant_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->n_rows++;

  return self->n_rows < MAX_ROWS;
}

/* A line above the list: what was understood, or what to type. %NULL takes it away. */
void
leadup_palette_tell (LeadupPalette *self,
                     const char    *text)
{
  g_return_if_fail (LEADUP_IS_PALETTE (self));

  gtk_label_set_label (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL);
}

/**
 * leadup_palette_matches:
 * @label: what is offered
 * @typed: what was typed
 *
 * Returns: whether every word of @typed begins a word of @label, in any order
 */
gboolean
leadup_palette_matches (const char *label,
                        const char *typed)
{
  g_autofree char *folded = leadup_text_fold (label);
  g_autofree char *wanted = leadup_text_fold (typed);
  g_auto (GStrv) words = g_strsplit_set (wanted, " \t", -1);
  g_autofree char *padded = g_strconcat (" ", folded, NULL);

  g_strdelimit (padded, "-/()\"'", ' ');
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", words[i], NULL);

      if (*words[i] != '\0' && strstr (padded, start) == NULL)
        return FALSE;
    }

  return TRUE;
}
