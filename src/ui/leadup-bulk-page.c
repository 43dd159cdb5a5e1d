/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-bulk-page.h"

#include "base/leadup-text.h"
#include "model/leadup-category.h"
#include "ui/leadup-form.h"
#include "ui/leadup-labels.h"

#include <glib/gi18n.h>

struct _LeadupBulkPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *count;
  GtkWidget *category;
  GtkWidget *verification;
  GtkWidget *tag;
  LeadupWorkspace *workspace;
  GPtrArray *categories; /* ids; the first row changes nothing */
  gboolean is_showing;
};

/* Changes the fields of one event; returns whether there is something to change. */
typedef gboolean (*EditFunc) (LeadupEventFields *fields, gconstpointer value, GPtrArray *keep);

G_DEFINE_FINAL_TYPE (LeadupBulkPage, leadup_bulk_page, GTK_TYPE_WIDGET)

static gboolean
set_category (LeadupEventFields *fields, gconstpointer value, GPtrArray *keep)
{
  if (g_str_equal (fields->category, value))
    return FALSE;

  fields->category = value;

  return TRUE;
}

/* What the rules do not allow for an event is left out. */
static gboolean
set_verification (LeadupEventFields *fields,
                  gconstpointer      value,
                  GPtrArray         *keep)
{
  LeadupVerification former = fields->verification;

  fields->verification = (LeadupVerification) GPOINTER_TO_UINT (value);
  fields->verification = leadup_event_constrain_verification (fields, g_get_real_time ());

  return fields->verification != former;
}

static gboolean
add_tag (LeadupEventFields *fields,
         gconstpointer      value,
         GPtrArray         *keep)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char **tags;

  if (fields->tags != NULL && g_strv_contains (fields->tags, value))
    return FALSE;

  if (fields->tags != NULL)
    g_strv_builder_addv (builder, (const char **) (gpointer) fields->tags);
  g_strv_builder_add (builder, value);
  tags = g_strv_builder_end (builder);
  g_ptr_array_add (keep, tags);
  fields->tags = (const char *const *) tags;

  return TRUE;
}

/* Edits all selected events as one undo step. */
static void
edit_all (LeadupBulkPage *self,
          const char     *label,
          EditFunc        edit,
          gconstpointer   value)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (label);
  g_autoptr (GPtrArray) keep = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  guint n = leadup_workspace_get_n_selected (self->workspace);

  for (guint i = 0; i < n; i++)
    {
      const LeadupSelected *selected = leadup_workspace_get_selected (self->workspace, i);
      g_autoptr (LeadupEvent) after = NULL;
      LeadupEvent *event = NULL;
      LeadupEventFields fields;

      if (selected->kind == LEADUP_RECORD_EVENT)
        event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, selected->id);
      if (event == NULL)
        continue;

      fields = *leadup_event_get_fields (event);
      if (!edit (&fields, value, keep))
        continue;

      after = leadup_event_new (&fields);
      leadup_transaction_replace (transaction, LEADUP_RECORD (event), LEADUP_RECORD (after));
    }

  if (leadup_transaction_get_n_changes (transaction) > 0)
    leadup_workspace_push (self->workspace, transaction, NULL);
}

static void
category_changed_cb (LeadupBulkPage *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->category));

  if (self->is_showing || selected == 0 || selected > self->categories->len)
    return;

  edit_all (self, _ ("Change category of events"), set_category,
            g_ptr_array_index (self->categories, selected - 1));
}

static void
verification_changed_cb (LeadupBulkPage *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->verification));

  if (self->is_showing || selected == 0 || selected > LEADUP_N_VERIFICATIONS)
    return;

  edit_all (self, _ ("Change verification of events"), set_verification,
            GUINT_TO_POINTER (selected - 1));
}

static void
tag_applied_cb (LeadupBulkPage *self)
{
  g_autofree char *tag =
      leadup_text_single_line (gtk_editable_get_text (GTK_EDITABLE (self->tag)), 200);

  g_strstrip (tag);
  if (*tag == '\0')
    return;

  edit_all (self, _ ("Add tag to events"), add_tag, tag);
  gtk_editable_set_text (GTK_EDITABLE (self->tag), "");
}

/* What all selected events have in common; @index is 0 where they differ. */
static void
find_common (LeadupBulkPage *self,
             const char    **category,
             int            *verification)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  guint n = leadup_workspace_get_n_selected (self->workspace);
  gboolean is_first = TRUE;

  *category = NULL;
  *verification = -1;
  for (guint i = 0; i < n; i++)
    {
      const LeadupSelected *selected = leadup_workspace_get_selected (self->workspace, i);
      LeadupEvent *event = NULL;
      const LeadupEventFields *fields;

      if (selected->kind == LEADUP_RECORD_EVENT)
        event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, selected->id);
      if (event == NULL)
        continue;

      fields = leadup_event_get_fields (event);
      if (is_first)
        {
          *category = fields->category;
          *verification = (int) fields->verification;
          is_first = FALSE;
          continue;
        }
      if (g_strcmp0 (*category, fields->category) != 0)
        *category = NULL;
      if (*verification != (int) fields->verification)
        *verification = -1;
      if (*category == NULL && *verification < 0)
        break;
    }
}

static void
show_choices (LeadupBulkPage *self)
{
  GListModel *model =
      leadup_story_get_model (leadup_workspace_get_story (self->workspace), LEADUP_RECORD_CATEGORY);
  const char *verifications[LEADUP_N_VERIFICATIONS + 2] = { _ ("Various") };
  guint n = g_list_model_get_n_items (model);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *common_category;
  int common_verification;
  guint selected = 0;

  find_common (self, &common_category, &common_verification);
  g_ptr_array_set_size (self->categories, 0);
  g_ptr_array_add (names, g_strdup (_ ("Various")));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupCategory) category = g_list_model_get_item (model, i);
      const LeadupCategoryFields *fields = leadup_category_get_fields (category);

      if (g_strcmp0 (fields->id, common_category) == 0)
        selected = i + 1;
      g_ptr_array_add (self->categories, g_strdup (fields->id));
      g_ptr_array_add (names, leadup_text_single_line (fields->name, 100));
    }
  g_ptr_array_add (names, NULL);
  for (guint i = 0; i < LEADUP_N_VERIFICATIONS; i++)
    verifications[i + 1] = leadup_labels_verification ((LeadupVerification) i);

  self->is_showing = TRUE;
  leadup_form_set_names (ADW_COMBO_ROW (self->category), (const char *const *) names->pdata,
                         selected);
  leadup_form_set_names (ADW_COMBO_ROW (self->verification), verifications,
                         (guint) (common_verification + 1));
  self->is_showing = FALSE;
}

static void
leadup_bulk_page_dispose (GObject *object)
{
  LeadupBulkPage *self = LEADUP_BULK_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->categories, g_ptr_array_unref);

  G_OBJECT_CLASS (leadup_bulk_page_parent_class)->dispose (object);
}

static void
leadup_bulk_page_class_init (LeadupBulkPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_bulk_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_bulk_page_init (LeadupBulkPage *self)
{
  GtkWidget *group;
  GtkWidget *delete = gtk_button_new_with_mnemonic (_ ("_Delete Events"));

  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Several events"), -1);

  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_add_css_class (self->count, "title-4");
  gtk_box_append (GTK_BOX (self->box), self->count);
  group = leadup_form_add_group (self->box, NULL);
  self->category = leadup_form_add_combo (group, _ ("Category"));
  self->verification = leadup_form_add_combo (group, _ ("Verification"));
  self->tag = leadup_form_add_entry (group, _ ("Add a Tag to All"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->tag), TRUE);
  g_signal_connect_object (self->category, "notify::selected", G_CALLBACK (category_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verification, "notify::selected",
                           G_CALLBACK (verification_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tag, "apply", G_CALLBACK (tag_applied_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (delete), "win.delete");
  gtk_widget_add_css_class (delete, "destructive-action");
  gtk_box_append (GTK_BOX (self->box), delete);
}

GtkWidget *
leadup_bulk_page_new (void)
{
  return g_object_new (LEADUP_TYPE_BULK_PAGE, NULL);
}

void
leadup_bulk_page_show (LeadupBulkPage  *self,
                       LeadupWorkspace *workspace)
{
  g_autofree char *text = NULL;
  guint n;

  g_return_if_fail (LEADUP_IS_BULK_PAGE (self));

  g_set_object (&self->workspace, workspace);
  n = leadup_workspace_get_n_selected (workspace);
  text = g_strdup_printf (ngettext ("%u event selected", "%u events selected", n), n);
  gtk_label_set_label (GTK_LABEL (self->count), text);
  show_choices (self);
}
