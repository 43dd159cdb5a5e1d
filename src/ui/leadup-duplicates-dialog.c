/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-duplicates-dialog.h"

#include "base/leadup-job-slot.h"
#include "import/leadup-duplicates.h"
#include "import/leadup-event-merge.h"
#include "ui/leadup-choice-cards.h"

#include <glib/gi18n.h>

/**
 * LeadupDuplicatesDialog:
 * @pairs: (nullable): what was found; some are dealt with since
 * @index: of the pair that is shown
 * @taken: bit n says that part n is that of the second event
 */
struct _LeadupDuplicatesDialog
{
  AdwWindow parent_instance;

  LeadupWorkspace *workspace;
  LeadupJobSlot *job;
  GArray *pairs;
  guint index;
  guint taken;

  AdwWindowTitle *heading;
  AdwToastOverlay *toasts;
  AdwStatusPage *none_page;
  GtkStack *stack;
  GtkScrolledWindow *scroll;
  GtkLabel *summary;
  GtkBox *parts;
  GtkRevealer *buttons;
  GtkWidget *merge_button;
};

G_DEFINE_FINAL_TYPE (LeadupDuplicatesDialog, leadup_duplicates_dialog, ADW_TYPE_WINDOW)

static LeadupEvent *
look_up (LeadupDuplicatesDialog *self,
         LeadupEvent            *event)
{
  return leadup_story_lookup (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_EVENT,
                              leadup_record_get_id (LEADUP_RECORD (event)));
}

/* The two as the story has them now; FALSE where they are dealt with. */
static gboolean
get_pair (LeadupDuplicatesDialog *self,
          guint                   index,
          LeadupDuplicate        *pair)
{
  if (self->pairs == NULL || index >= self->pairs->len)
    return FALSE;

  *pair = g_array_index (self->pairs, LeadupDuplicate, index);
  pair->first = look_up (self, pair->first);
  pair->second = look_up (self, pair->second);

  return pair->first != NULL && pair->second != NULL &&
         !leadup_event_merge_are_apart (
             leadup_story_get_info (leadup_workspace_get_story (self->workspace)), pair->first,
             pair->second);
}

static guint
count_open (LeadupDuplicatesDialog *self,
            guint                   end)
{
  LeadupDuplicate pair;
  guint n = 0;

  for (guint i = 0; i < end; i++)
    n += get_pair (self, i, &pair) ? 1 : 0;

  return n;
}

static char *
describe_pair (const LeadupDuplicate *pair)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Titles %.0f %% alike"), pair->title * 100);
  if (pair->n_actors > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (
          text, ngettext ("%u actor in common", "%u actors in common", pair->n_actors),
          pair->n_actors);
    }
  if (pair->is_same_category)
    g_string_append_printf (text, " · %s", _ ("same category"));
  if (pair->is_same_place)
    g_string_append_printf (text, " · %s", _ ("same place"));

  return g_string_free (text, FALSE);
}

static void
toggled_cb (LeadupDuplicatesDialog *self,
            GtkCheckButton         *button)
{
  guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "part"));

  if (gtk_check_button_get_active (button))
    self->taken |= 1u << part;
  else
    self->taken &= ~(1u << part);
}

/* A part in which both say the same needs no choice; of lists both are kept. */
static void
add_part (LeadupDuplicatesDialog *self,
          const LeadupDuplicate  *pair,
          LeadupImportPart        part,
          LeadupSnapshot         *snapshot)
{
  const char *label = leadup_import_part_get_label (part);
  gboolean is_choice = (LEADUP_EVENT_MERGE_CHOICES & 1u << part) != 0;
  g_autofree char *a =
      leadup_import_part_describe (part, leadup_event_get_fields (pair->first), snapshot);
  g_autofree char *b =
      leadup_import_part_describe (part, leadup_event_get_fields (pair->second), snapshot);
  GtkWidget *group, *heading, *first, *second;

  if (*a == '\0' && *b == '\0')
    return;

  group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  heading = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_margin_start (heading, LEADUP_CHOICE_CARDS_PADDING);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (self->parts, group);
  if (g_str_equal (a, b))
    {
      GtkWidget *card = leadup_choice_cards_make_card (leadup_choice_cards_make_text (a));

      /* As wide as those that stand side by side. */
      gtk_widget_set_margin_start (card, LEADUP_CHOICE_CARDS_PADDING);
      gtk_widget_set_margin_end (card, LEADUP_CHOICE_CARDS_PADDING);
      gtk_box_append (GTK_BOX (group), card);
      return;
    }
  if (!is_choice)
    {
      /* Translators: %s is “Sources”, “Actors” and the like. */
      g_autofree char *both = g_strdup_printf (_ ("%s: both are kept"), label);

      if (part != LEADUP_IMPORT_PART_VERIFICATION)
        gtk_label_set_label (GTK_LABEL (heading), both);
      gtk_box_append (GTK_BOX (group),
                      leadup_choice_cards_make_pair (leadup_choice_cards_make_text (a),
                                                     leadup_choice_cards_make_text (b)));
      return;
    }

  first = leadup_choice_cards_make_choice (NULL, a, label);
  second = leadup_choice_cards_make_choice (NULL, b, label);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (second), GTK_CHECK_BUTTON (first));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON ((self->taken & 1u << part) != 0 ? second : first), TRUE);
  g_object_set_data (G_OBJECT (second), "part", GUINT_TO_POINTER (part));
  g_signal_connect_object (second, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (group), leadup_choice_cards_make_pair (first, second));
}

/* What only one says is taken; of two times the finer one. */
static guint
choose_parts (const LeadupDuplicate *pair)
{
  const LeadupEventFields *a = leadup_event_get_fields (pair->first);
  const LeadupEventFields *b = leadup_event_get_fields (pair->second);
  guint taken = 0;

  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    {
      g_autofree char *first = leadup_import_part_describe ((LeadupImportPart) i, a, NULL);
      g_autofree char *second = leadup_import_part_describe ((LeadupImportPart) i, b, NULL);

      if (*first == '\0' && *second != '\0')
        taken |= 1u << i;
    }
  if (a->when != NULL && b->when != NULL &&
      leadup_when_get_precision (b->when) < leadup_when_get_precision (a->when))
    taken |= 1u << LEADUP_IMPORT_PART_WHEN;

  /* A kind that nobody gave says less than one that somebody did. */
  if (g_str_equal (a->category, "other") && !g_str_equal (b->category, "other"))
    taken |= 1u << LEADUP_IMPORT_PART_CATEGORY;

  return taken & LEADUP_EVENT_MERGE_CHOICES;
}

static void
fill_parts (LeadupDuplicatesDialog *self,
            const LeadupDuplicate  *pair)
{
  g_autoptr (LeadupSnapshot) snapshot =
      leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  g_autofree char *summary = describe_pair (pair);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  gtk_label_set_label (self->summary, summary);
  for (guint i = 0; i < LEADUP_N_IMPORT_PARTS; i++)
    add_part (self, pair, (LeadupImportPart) i, snapshot);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
show_pair (LeadupDuplicatesDialog *self)
{
  guint n = self->pairs != NULL ? count_open (self, self->pairs->len) : 0;
  LeadupDuplicate pair;
  g_autofree char *place = NULL;

  /* The next one that is not dealt with, from here on or from the beginning. */
  for (guint i = 0; n > 0 && i < self->pairs->len && !get_pair (self, self->index, &pair); i++)
    self->index = (self->index + 1) % self->pairs->len;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.merge", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.apart", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.next", n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.previous", n > 1);
  gtk_revealer_set_reveal_child (self->buttons, n > 0);
  if (n == 0)
    {
      adw_window_title_set_subtitle (self->heading, "");
      if (self->pairs != NULL && self->pairs->len > 0)
        adw_status_page_set_description (self->none_page, _ ("All pairs have been dealt with."));
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  get_pair (self, self->index, &pair);
  /* Translators: which of the pairs is shown: “2 of 14”. */
  place = g_strdup_printf (_ ("%u of %u"), count_open (self, self->index) + 1, n);
  adw_window_title_set_subtitle (self->heading, place);
  self->taken = choose_parts (&pair);
  fill_parts (self, &pair);
  gtk_stack_set_visible_child_name (self->stack, "pair");
}

static void
move (LeadupDuplicatesDialog *self,
      int                     step)
{
  LeadupDuplicate pair;
  guint n = self->pairs != NULL ? self->pairs->len : 0;

  for (guint i = 0; i < n; i++)
    {
      self->index = (self->index + n + (guint) step) % n;
      if (get_pair (self, self->index, &pair))
        break;
    }
  show_pair (self);
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  move (LEADUP_DUPLICATES_DIALOG (widget), g_str_equal (name, "duplicates.next") ? 1 : -1);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  LeadupDuplicatesDialog *self = LEADUP_DUPLICATES_DIALOG (widget);

  leadup_history_undo (leadup_workspace_get_history (self->workspace));
  show_pair (self);
}

/* Makes one event of the two that are shown, or remembers that they are two. */
static void
settle (LeadupDuplicatesDialog *self,
        gboolean                are_same)
{
  g_autoptr (LeadupSnapshot) snapshot =
      leadup_story_snapshot (leadup_workspace_get_story (self->workspace));
  g_autoptr (LeadupTransaction) transaction = NULL;
  LeadupDuplicate pair;
  AdwToast *toast;

  if (!get_pair (self, self->index, &pair))
    return;

  transaction = are_same ? leadup_event_merge_join (snapshot, pair.first, pair.second, self->taken,
                                                    g_get_real_time ())
                         : leadup_event_merge_tell_apart (snapshot, pair.first, pair.second);
  if (!leadup_workspace_push (self->workspace, transaction, NULL))
    return;

  toast = adw_toast_new (are_same ? _ ("Events merged") : _ ("Remembered as two events"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "duplicates.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  show_pair (self);
}

static void
settle_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  settle (LEADUP_DUPLICATES_DIALOG (widget), g_str_equal (name, "duplicates.merge"));
}

static gpointer
find_in_thread (gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return leadup_duplicates_find (data, NULL, cancellable, error);
}

static void
found_cb (gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  LeadupDuplicatesDialog *self = user_data;

  g_clear_pointer (&self->pairs, g_array_unref);
  self->pairs = result;
  self->index = 0;
  show_pair (self);
  if (self->pairs != NULL && self->pairs->len > 0)
    gtk_widget_grab_focus (self->merge_button);
}

static void
leadup_duplicates_dialog_dispose (GObject *object)
{
  LeadupDuplicatesDialog *self = LEADUP_DUPLICATES_DIALOG (object);

  if (self->job != NULL)
    leadup_job_slot_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->pairs, g_array_unref);

  G_OBJECT_CLASS (leadup_duplicates_dialog_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_m, 0, "duplicates.merge" },
    { GDK_KEY_n, 0, "duplicates.apart" },
    { GDK_KEY_Page_Down, 0, "duplicates.next" },
    { GDK_KEY_Page_Up, 0, "duplicates.previous" },
    { GDK_KEY_j, 0, "duplicates.next" },
    { GDK_KEY_k, 0, "duplicates.previous" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "duplicates.undo" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

static void
leadup_duplicates_dialog_class_init (LeadupDuplicatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_duplicates_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leadup/Leadup/ui/leadup-duplicates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, none_page);
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, scroll);
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, parts);
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, LeadupDuplicatesDialog, merge_button);
  gtk_widget_class_install_action (widget_class, "duplicates.merge", NULL, settle_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.apart", NULL, settle_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.next", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.previous", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "duplicates.undo", NULL, undo_cb);
  install_keys (widget_class);
}

static void
leadup_duplicates_dialog_init (LeadupDuplicatesDialog *self)
{
  self->job = leadup_job_slot_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < 4; i++)
    {
      static const char *const actions[] = { "duplicates.merge", "duplicates.apart",
                                             "duplicates.next", "duplicates.previous" };

      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
    }
}

/**
 * leadup_duplicates_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: whose story is looked through
 *
 * Returns: (transfer none): a dialog, to be presented; GTK owns it
 */
LeadupDuplicatesDialog *
leadup_duplicates_dialog_new (GtkWindow       *parent,
                              LeadupWorkspace *workspace)
{
  LeadupDuplicatesDialog *self;

  g_return_val_if_fail (LEADUP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (LEADUP_TYPE_DUPLICATES_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  leadup_job_slot_start (self->job, find_in_thread,
                         leadup_story_snapshot (leadup_workspace_get_story (workspace)),
                         (GDestroyNotify) leadup_snapshot_unref, (GDestroyNotify) g_array_unref,
                         found_cb, self);

  return self;
}

/* How many pairs are not dealt with. */
guint
leadup_duplicates_dialog_count (LeadupDuplicatesDialog *self)
{
  g_return_val_if_fail (LEADUP_IS_DUPLICATES_DIALOG (self), 0);

  return self->pairs != NULL ? count_open (self, self->pairs->len) : 0;
}
