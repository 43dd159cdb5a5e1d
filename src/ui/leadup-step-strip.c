/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-step-strip.h"

#include "base/leadup-text.h"
#include "ui/leadup-step-edit.h"

#include <glib/gi18n.h>

/* Longest caption on a card, in characters. */
#define MAX_CAPTION 120

/* A list does not ask for the height of cards that are not there yet. */
#define MIN_CARD_HEIGHT 76

struct _LeadupStepStrip
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *hint;
  GListStore *steps;
  GtkSingleSelection *choice;
  LeadupWorkspace *workspace;
  GSignalGroup *story_signals;
  gboolean is_fixed;
  gboolean is_updating;
};

enum
{
  STEP_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupStepStrip, leadup_step_strip, GTK_TYPE_WIDGET)

static const char *
get_picture_icon (LeadupPicture picture)
{
  switch (picture)
    {
    case LEADUP_PICTURE_GRAPH:
      return "leadup-graph-symbolic";

    case LEADUP_PICTURE_BOTH:
      return "view-dual-symbolic";

    case LEADUP_PICTURE_TABLE:
      return "view-list-symbolic";

    case LEADUP_PICTURE_TIMELINE:
    case LEADUP_PICTURE_TIDES:
    case LEADUP_PICTURE_PERIODS:
    default:
      return "leadup-timeline-symbolic";
    }
}

static void
select_step (LeadupStepStrip *self,
             guint            position)
{
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->choice, position);
  self->is_updating = FALSE;
}

static guint
find_step (LeadupStepStrip *self,
           const char      *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->steps));

  for (guint i = 0; id != NULL && i < n; i++)
    {
      g_autoptr (LeadupRecord) step = g_list_model_get_item (G_LIST_MODEL (self->steps), i);

      if (g_str_equal (leadup_record_get_id (step), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_same (LeadupStepStrip *self,
         GPtrArray       *steps)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->steps));

  if (n != steps->len)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LeadupRecord) step = g_list_model_get_item (G_LIST_MODEL (self->steps), i);

      if (step != steps->pdata[i])
        return FALSE;
    }

  return TRUE;
}

static void
update (LeadupStepStrip *self)
{
  LeadupStory *story = leadup_workspace_get_story (self->workspace);
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *current = g_strdup (leadup_step_strip_get_current (self));

  if (story == NULL)
    return;

  steps = leadup_steps_list (story);
  gtk_widget_set_visible (self->hint, steps->len == 0);
  gtk_widget_set_visible (self->scroller, steps->len > 0);
  if (is_same (self, steps))
    return;

  self->is_updating = TRUE;
  g_list_store_splice (self->steps, 0, g_list_model_get_n_items (G_LIST_MODEL (self->steps)),
                       steps->pdata, steps->len);
  self->is_updating = FALSE;
  select_step (self, find_step (self, current));
}

static void
chosen_cb (LeadupStepStrip *self)
{
  const char *id = leadup_step_strip_get_current (self);

  if (!self->is_updating && id != NULL)
    g_signal_emit (self, signals[STEP_ACTIVATED], 0, id);
}

static gboolean
move_step (LeadupStepStrip *self,
           guint            from,
           guint            to)
{
  g_autoptr (LeadupStep) step = g_list_model_get_item (G_LIST_MODEL (self->steps), from);

  if (self->is_fixed || step == NULL || from == to)
    return FALSE;

  return leadup_steps_move (self->workspace, step, to);
}

static gboolean
move_current_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  LeadupStepStrip *self = LEADUP_STEP_STRIP (widget);
  guint from = gtk_single_selection_get_selected (self->choice);
  int by = g_variant_get_int32 (args);

  if (from == GTK_INVALID_LIST_POSITION || (by < 0 && from == 0) ||
      !move_step (self, from, (guint) ((int) from + by)))
    gtk_widget_error_bell (widget);

  return TRUE;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 gpointer       user_data)
{
  GtkListItem *item = GTK_LIST_ITEM (user_data);

  return gdk_content_provider_new_typed (G_TYPE_UINT, gtk_list_item_get_position (item));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  GtkListItem *item = GTK_LIST_ITEM (user_data);
  GtkWidget *card = gtk_list_item_get_child (item);
  GtkWidget *self = gtk_widget_get_ancestor (card, LEADUP_TYPE_STEP_STRIP);

  return self != NULL && move_step (LEADUP_STEP_STRIP (self), g_value_get_uint (value),
                                    gtk_list_item_get_position (item));
}

static GtkWidget *
card_label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  LeadupStepStrip *self = LEADUP_STEP_STRIP (user_data);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = card_label_new (NULL);
  GtkWidget *seconds = card_label_new ("dim-label");

  gtk_widget_add_css_class (card, "leadup-step");
  gtk_box_append (GTK_BOX (line), card_label_new ("heading"));
  gtk_box_append (GTK_BOX (line), gtk_image_new ());
  gtk_widget_set_hexpand (seconds, TRUE);
  gtk_widget_set_halign (seconds, GTK_ALIGN_END);
  gtk_widget_add_css_class (seconds, "caption");
  gtk_widget_add_css_class (seconds, "numeric");
  gtk_box_append (GTK_BOX (line), seconds);
  gtk_box_append (GTK_BOX (card), line);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (caption), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (caption), 2);
  gtk_label_set_width_chars (GTK_LABEL (caption), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 20);
  gtk_widget_add_css_class (caption, "caption");
  gtk_box_append (GTK_BOX (card), caption);
  gtk_list_item_set_child (item, card);

  if (!self->is_fixed)
    {
      GtkDragSource *source = gtk_drag_source_new ();
      GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

      gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
      /* The controllers go with the card, and the card with the item. */
      g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), item);
      g_signal_connect (target, "drop", G_CALLBACK (drop_cb), item);
      gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
      gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (target));
    }
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  LeadupStepStrip *self = LEADUP_STEP_STRIP (user_data);
  LeadupStep *step = gtk_list_item_get_item (item);
  const LeadupStepFields *fields = leadup_step_get_fields (step);
  LeadupView *view = leadup_steps_get_view (leadup_workspace_get_story (self->workspace), step);
  GtkWidget *line = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *number = gtk_widget_get_first_child (line);
  GtkWidget *icon = gtk_widget_get_next_sibling (number);
  GtkWidget *seconds = gtk_widget_get_next_sibling (icon);
  g_autofree char *number_text = g_strdup_printf ("%u", gtk_list_item_get_position (item) + 1);
  g_autofree char *seconds_text = NULL;
  g_autofree char *caption = NULL;

  caption = leadup_text_single_line (fields->caption != NULL ? fields->caption : "", MAX_CAPTION);
  if (fields->seconds > 0)
    seconds_text = g_strdup_printf ("%u:%02u", fields->seconds / 60, fields->seconds % 60);
  gtk_label_set_label (GTK_LABEL (number), number_text);
  gtk_image_set_from_icon_name (
      GTK_IMAGE (icon),
      get_picture_icon (view != NULL ? leadup_view_get_fields (view)->picture
                                     : LEADUP_PICTURE_TIMELINE));
  gtk_label_set_label (GTK_LABEL (seconds), seconds_text != NULL ? seconds_text : "");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (line)),
                       *caption != '\0' ? caption : _ ("No caption yet"));
}

static void
document_changed_cb (LeadupStepStrip *self)
{
  g_signal_group_set_target (self->story_signals, leadup_workspace_get_story (self->workspace));
  update (self);
}

static gboolean
leadup_step_strip_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEADUP_STEP_STRIP (widget)->list);
}

static void
leadup_step_strip_dispose (GObject *object)
{
  LeadupStepStrip *self = LEADUP_STEP_STRIP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->story_signals);
  g_clear_object (&self->workspace);
  g_clear_object (&self->steps);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (leadup_step_strip_parent_class)->dispose (object);
}

static void
leadup_step_strip_class_init (LeadupStepStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = leadup_step_strip_dispose;
  widget_class->grab_focus = leadup_step_strip_grab_focus;

  signals[STEP_ACTIVATED] =
      g_signal_new ("step-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_current_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_current_cb, "i", 1);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stepstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
leadup_step_strip_init (LeadupStepStrip *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->steps = g_list_store_new (LEADUP_TYPE_STEP);
  self->choice = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->steps)));
  gtk_single_selection_set_autoselect (self->choice, FALSE);
  gtk_single_selection_set_can_unselect (self->choice, TRUE);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);

  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->choice)), factory);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->list), GTK_ORIENTATION_HORIZONTAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MIN_CARD_HEIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps"), -1);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->hint = gtk_label_new (_ ("Capture what you see now as the first step (Ctrl+Shift+S)"));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_widget_set_hexpand (self->hint, TRUE);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps"), -1);

  self->story_signals = g_signal_group_new (LEADUP_TYPE_STORY);
  g_signal_group_connect_object (self->story_signals, "changed", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
}

void
leadup_step_strip_set_workspace (LeadupStepStrip *self,
                                 LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_STEP_STRIP (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "notify::document", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  document_changed_cb (self);
}

void
leadup_step_strip_set_fixed (LeadupStepStrip *self)
{
  g_return_if_fail (LEADUP_IS_STEP_STRIP (self));

  self->is_fixed = TRUE;
}

void
leadup_step_strip_set_current (LeadupStepStrip *self,
                               const char      *id)
{
  guint position;

  g_return_if_fail (LEADUP_IS_STEP_STRIP (self));

  position = find_step (self, id);
  select_step (self, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

const char *
leadup_step_strip_get_current (LeadupStepStrip *self)
{
  LeadupRecord *step;

  g_return_val_if_fail (LEADUP_IS_STEP_STRIP (self), NULL);

  step = gtk_single_selection_get_selected_item (self->choice);

  return step != NULL ? leadup_record_get_id (step) : NULL;
}
