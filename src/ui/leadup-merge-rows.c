/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-merge-rows.h"

#include "ui/leadup-choice-cards.h"
#include "ui/leadup-merge-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define OURS "leadup-ours"
#define THEIRS "leadup-theirs"

static GtkWidget *
make_choice (const LeadupMergeConflict *conflict,
             gboolean                   is_theirs,
             LeadupRecord              *record,
             LeadupSnapshot            *snapshot)
{
  const char *caption = is_theirs ? _ ("Other version") : _ ("Yours");
  g_autofree char *value = leadup_merge_words_dup_value (conflict, is_theirs, record, snapshot);
  g_autofree char *label = NULL;

  /* Translators: whose value it is, and the value. */
  label = g_strdup_printf (_ ("%s: %s"), caption, *value != '\0' ? value : _ ("Nothing"));

  return leadup_choice_cards_make_choice (caption, value, label);
}

/**
 * leadup_merge_rows_make_conflict:
 * @record: what the two differ in
 * @snapshot: of the own story
 *
 * Returns: (transfer floating): a heading and the two values to choose from
 */
GtkWidget *
leadup_merge_rows_make_conflict (const LeadupMergeConflict *conflict,
                                 LeadupRecord              *record,
                                 LeadupSnapshot            *snapshot)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *ours, *theirs, *heading;
  g_autofree char *title = leadup_merge_words_dup_title (record);
  g_autofree char *member = NULL;
  g_autofree char *text = NULL;

  member = conflict->member != NULL ? leadup_merge_words_dup_member (conflict->member)
                                    : g_strdup (_ ("Kept or removed"));
  /* Translators: what differs, and in what: “Date · The port was closed”. */
  text = g_strdup_printf (_ ("%s · %s"), member, title);
  heading = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (heading, LEADUP_CHOICE_CARDS_PADDING);
  ours = make_choice (conflict, FALSE, record, snapshot);
  theirs = make_choice (conflict, TRUE, record, snapshot);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (ours));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (conflict->takes_theirs ? theirs : ours), TRUE);
  g_object_set_data (G_OBJECT (group), OURS, ours);
  g_object_set_data (G_OBJECT (group), THEIRS, theirs);
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), leadup_choice_cards_make_pair (ours, theirs));

  return group;
}

/* Returns: (transfer floating): what comes in, and whether it is taken */
GtkWidget *
leadup_merge_rows_make_change (const LeadupMergeChange *change)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title =
      leadup_merge_words_dup_title (change->after != NULL ? change->after : change->before);
  g_autofree char *subtitle = leadup_merge_words_dup_change (change);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), change->is_taken);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), THEIRS, check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  return row;
}

/* Returns: (transfer none): the button of @row that takes their value, or keeps ours */
GtkWidget *
leadup_merge_rows_get_choice (GtkWidget *row,
                              gboolean   is_theirs)
{
  return g_object_get_data (G_OBJECT (row), is_theirs ? THEIRS : OURS);
}
