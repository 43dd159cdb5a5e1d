/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-import-row.h"

#include "base/leadup-text.h"
#include "base/leadup-when-format.h"
#include "model/leadup-event.h"
#include "model/leadup-phase.h"

#include <glib/gi18n.h>

static const char *const icons[LEADUP_N_IMPORT_VERDICTS] = {
  [LEADUP_IMPORT_NEW] = "list-add-symbolic",
  [LEADUP_IMPORT_CHANGED] = "document-edit-symbolic",
  [LEADUP_IMPORT_UNCHANGED] = "emblem-ok-symbolic",
  [LEADUP_IMPORT_UNDATED] = "x-office-calendar-symbolic",
  [LEADUP_IMPORT_REJECTED] = "dialog-warning-symbolic",
  [LEADUP_IMPORT_VANISHED] = "list-remove-symbolic",
};

/* What a check button decides; it owns it. */
typedef struct
{
  LeadupImportPlan *plan;
  guint index;
  guint part; /* LEADUP_N_IMPORT_PARTS: the whole row */
  GtkWidget *row;
} Decision;

static void
decision_free (gpointer  data,
               GClosure *closure)
{
  Decision *decision = data;

  g_object_unref (decision->plan);
  g_free (decision);
}

/* Returns: (nullable): of an event or a phase */
static LeadupWhen *
get_when (LeadupRecord *record)
{
  if (record == NULL)
    return NULL;
  if (LEADUP_IS_EVENT (record))
    return leadup_event_get_when (LEADUP_EVENT (record));

  return LEADUP_IS_PHASE (record) ? leadup_phase_get_fields (LEADUP_PHASE (record))->when : NULL;
}

static char *
describe_row (const LeadupImportRow *row,
              const char            *verdict)
{
  g_autoptr (GString) text = g_string_new (verdict);
  LeadupWhen *when = get_when (row->after);

  if (row->line > 0)
    g_string_append_printf (text, _ (", line %u"), row->line);
  if (when != NULL)
    {
      g_autofree char *date = leadup_when_format (when, LEADUP_WHEN_STYLE_LONG);

      g_string_append_printf (text, " · %s", date);
    }
  if (row->reason != NULL)
    g_string_append_printf (text, ": %s", row->reason);

  return leadup_text_single_line (text->str, 300);
}

static void
toggled_cb (GtkCheckButton *button,
            gpointer        data)
{
  Decision *decision = data;
  gboolean is_active = gtk_check_button_get_active (button);
  guint taken = leadup_import_plan_get_row (decision->plan, decision->index)->taken;

  if (decision->part == LEADUP_N_IMPORT_PARTS)
    leadup_import_plan_choose (decision->plan, decision->index, is_active);
  else
    leadup_import_plan_take (decision->plan, decision->index,
                             is_active ? taken | 1u << decision->part
                                       : taken & ~(1u << decision->part));
  g_object_notify (G_OBJECT (decision->row), "sensitive");
}

static GtkWidget *
make_check (LeadupImportPlan *plan,
            guint             index,
            guint             part,
            GtkWidget        *row,
            const char       *label)
{
  const LeadupImportRow *of = leadup_import_plan_get_row (plan, index);
  GtkWidget *check = gtk_check_button_new ();
  Decision *decision = g_new0 (Decision, 1);

  decision->plan = g_object_ref (plan);
  decision->index = index;
  decision->part = part;
  decision->row = row;
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), part == LEADUP_N_IMPORT_PARTS
                                                             ? of->is_chosen
                                                             : (of->taken & 1u << part) != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* The decision goes with the button; the row holds the button. */
  g_signal_connect_data (check, "toggled", G_CALLBACK (toggled_cb), decision, decision_free, 0);

  return check;
}

static void
set_texts (GtkWidget  *row,
           const char *title,
           const char *subtitle)
{
  /* Foreign text is never markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
add_parts (GtkWidget        *row,
           LeadupImportPlan *plan,
           guint             index)
{
  const LeadupImportRow *of = leadup_import_plan_get_row (plan, index);
  const LeadupEventFields *mine = leadup_event_get_fields (LEADUP_EVENT (of->before));
  const LeadupEventFields *theirs = leadup_event_get_fields (LEADUP_EVENT (of->theirs));

  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    {
      LeadupImportPart part = (LeadupImportPart) i;
      GtkWidget *child;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *subtitle = NULL;

      if ((of->offered & 1u << i) == 0)
        continue;
      child = adw_action_row_new ();
      before = leadup_import_part_describe (part, mine, NULL);
      after = leadup_import_part_describe (part, theirs, NULL);
      /* Translators: what the story has, and what the input says. */
      subtitle =
          (of->conflicts & 1u << i) != 0
              ? g_strdup_printf (_ ("You changed it too: “%s”; the input: “%s”"), before, after)
              : g_strdup_printf (_ ("“%s” becomes “%s”"), before, after);
      set_texts (child, leadup_import_part_get_label (part), subtitle);
      adw_action_row_add_prefix (ADW_ACTION_ROW (child),
                                 make_check (plan, index, i, row, _ ("Take it from the input")));
      if ((of->conflicts & 1u << i) != 0)
        adw_action_row_add_suffix (ADW_ACTION_ROW (child),
                                   gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), child);
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), of->conflicts != 0);
}

/**
 * leadup_import_row_new:
 * @plan: a finished plan
 * @index: of its row
 * @verdict: what becomes of it, for people
 */
GtkWidget *
leadup_import_row_new (LeadupImportPlan *plan,
                       guint             index,
                       const char       *verdict)
{
  const LeadupImportRow *of = leadup_import_plan_get_row (plan, index);
  gboolean has_parts = of->theirs != NULL;
  gboolean can_be_chosen = of->is_chosen || of->verdict == LEADUP_IMPORT_VANISHED;
  GtkWidget *row = has_parts ? adw_expander_row_new () : adw_action_row_new ();
  g_autofree char *title = leadup_text_single_line (of->title, 200);
  g_autofree char *subtitle = describe_row (of, verdict);
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[of->verdict]);
  GtkWidget *check = NULL;

  set_texts (row, leadup_text_is_blank (title) ? _ ("Untitled") : title, subtitle);
  if (can_be_chosen)
    check = make_check (plan, index, LEADUP_N_IMPORT_PARTS, row,
                        of->verdict == LEADUP_IMPORT_VANISHED ? _ ("Remove it from the story")
                                                              : _ ("Import this row"));
  if (has_parts)
    {
      adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
      adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), check);
      add_parts (row, plan, index);
      return row;
    }

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (check != NULL)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
    }
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}
