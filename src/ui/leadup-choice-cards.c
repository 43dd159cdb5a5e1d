/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-choice-cards.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Where two stand side by side. */
#define CARD_WIDTH 240

GtkWidget *
leadup_choice_cards_make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (*text != '\0' ? text : _ ("Nothing"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_set_hexpand (label, TRUE);
  if (*text == '\0')
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/**
 * leadup_choice_cards_make_choice:
 * @caption: (nullable): whose text it is
 * @text: what can be chosen; empty where that is nothing
 * @label: for who hears it
 *
 * Returns: (transfer floating): a check button, to be grouped with the other one
 */
GtkWidget *
leadup_choice_cards_make_choice (const char *caption,
                                 const char *text,
                                 const char *label)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *child = leadup_choice_cards_make_text (text);

  if (caption != NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *heading = gtk_label_new (caption);

      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "caption");
      gtk_widget_add_css_class (heading, "dim-label");
      gtk_box_append (GTK_BOX (box), heading);
      gtk_box_append (GTK_BOX (box), child);
      child = box;
    }
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

GtkWidget *
leadup_choice_cards_make_card (GtkWidget *child)
{
  GtkWidget *card = adw_bin_new ();

  gtk_widget_set_margin_top (child, 10);
  gtk_widget_set_margin_bottom (child, 10);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  gtk_widget_set_valign (child, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (card), child);
  gtk_widget_add_css_class (card, "card");

  return card;
}

GtkWidget *
leadup_choice_cards_make_pair (GtkWidget *first,
                               GtkWidget *second)
{
  GtkWidget *cards = gtk_flow_box_new ();
  GtkWidget *both[] = { first, second };

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (cards), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (cards), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (cards), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (cards), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (cards), 6);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();
      GtkWidget *card = leadup_choice_cards_make_card (both[i]);

      gtk_widget_set_size_request (card, CARD_WIDTH, -1);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (cards), child);
    }

  return cards;
}
