/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-inspector.h"

#include "model/leadup-category.h"
#include "ui/leadup-actor-page.h"
#include "ui/leadup-bulk-page.h"
#include "ui/leadup-event-page.h"
#include "ui/leadup-step-page.h"
#include "ui/leadup-story-page.h"
#include "ui/leadup-tie-page.h"

#include <glib/gi18n.h>
#include <math.h>

typedef enum
{
  PAGE_STORY,
  PAGE_EVENT,
  PAGE_ACTOR,
  PAGE_TIE,
  PAGE_BULK,
  PAGE_STEP,
  N_PAGES,
} Page;

struct _LeadupInspector
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *stack;
  GtkWidget *pages[N_PAGES]; /* (nullable): those that were needed so far */
  char *shown; /* kind and id of what is shown, to know when it is another one */

  LeadupWorkspace *workspace;
  GSignalGroup *story_signals;
};

G_DEFINE_FINAL_TYPE (LeadupInspector, leadup_inspector, GTK_TYPE_WIDGET)

/* Most of what a window is made of are the pages of its inspector: each comes when it is needed. */
static gpointer
get_page (LeadupInspector *self,
          Page             page)
{
  static GtkWidget *(*const create[N_PAGES]) (void) = {
    [PAGE_STORY] = leadup_story_page_new, [PAGE_EVENT] = leadup_event_page_new,
    [PAGE_ACTOR] = leadup_actor_page_new, [PAGE_TIE] = leadup_tie_page_new,
    [PAGE_BULK] = leadup_bulk_page_new,   [PAGE_STEP] = leadup_step_page_new,
  };

  if (self->pages[page] == NULL)
    {
      self->pages[page] = create[page]();
      gtk_widget_set_valign (self->pages[page], GTK_ALIGN_START);
      gtk_stack_add_child (GTK_STACK (self->stack), self->pages[page]);
    }

  return self->pages[page];
}

/* Another record starts at its top; an edit of the same one stays where it is. */
static void
show_page (LeadupInspector *self,
           Page             page,
           const char      *id)
{
  g_autofree char *shown = g_strdup_printf ("%d %s", (int) page, id);

  gtk_stack_set_visible_child (GTK_STACK (self->stack), get_page (self, page));
  if (g_strcmp0 (shown, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
show_record (LeadupInspector      *self,
             const LeadupSelected *selected)
{
  gpointer record = leadup_story_lookup (leadup_workspace_get_story (self->workspace),
                                         selected->kind, selected->id);
  g_autofree char *id = g_strdup (selected->id);

  if (selected->is_tie)
    {
      leadup_tie_page_show (get_page (self, PAGE_TIE), self->workspace, id);
      show_page (self, PAGE_TIE, id);
    }
  else if (LEADUP_IS_EVENT (record))
    {
      leadup_event_page_show (get_page (self, PAGE_EVENT), self->workspace, record);
      show_page (self, PAGE_EVENT, id);
    }
  else if (LEADUP_IS_ACTOR (record))
    {
      leadup_actor_page_show (get_page (self, PAGE_ACTOR), self->workspace, record);
      show_page (self, PAGE_ACTOR, id);
    }
  else if (LEADUP_IS_STEP (record))
    {
      leadup_step_page_show (get_page (self, PAGE_STEP), self->workspace, record);
      show_page (self, PAGE_STEP, id);
    }
  else
    {
      leadup_story_page_show (get_page (self, PAGE_STORY), self->workspace);
      show_page (self, PAGE_STORY, "");
    }
}

static guint
count_events (LeadupInspector *self)
{
  guint n = leadup_workspace_get_n_selected (self->workspace);
  guint n_events = 0;

  for (guint i = 0; i < n; i++)
    n_events += leadup_workspace_get_selected (self->workspace, i)->kind == LEADUP_RECORD_EVENT;

  return n_events;
}

static void
update (LeadupInspector *self)
{
  const LeadupSelected *primary;

  if (self->workspace == NULL || leadup_workspace_get_story (self->workspace) == NULL)
    return;

  primary = leadup_workspace_get_primary (self->workspace);
  /* Where nothing is chosen, nobody asks for what is not shown. */
  if (primary == NULL && self->shown == NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (primary == NULL)
    {
      leadup_story_page_show (get_page (self, PAGE_STORY), self->workspace);
      show_page (self, PAGE_STORY, "");
    }
  else if (primary->kind == LEADUP_RECORD_EVENT && count_events (self) > 1)
    {
      leadup_bulk_page_show (get_page (self, PAGE_BULK), self->workspace);
      show_page (self, PAGE_BULK, "");
    }
  else
    {
      show_record (self, primary);
    }
}

/* Ties are counted by the projection. */
static void
projection_changed_cb (LeadupInspector *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  if (page != NULL && (page == self->pages[PAGE_TIE] || page == self->pages[PAGE_ACTOR]))
    update (self);
}

static void
document_changed_cb (LeadupInspector *self)
{
  g_signal_group_set_target (self->story_signals, leadup_workspace_get_story (self->workspace));
  update (self);
}

/* The first thing that can be edited, whatever had the focus last. */
static gboolean
leadup_inspector_grab_focus (GtkWidget *widget)
{
  LeadupInspector *self = LEADUP_INSPECTOR (widget);
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return page != NULL && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
leadup_inspector_map (GtkWidget *widget)
{
  LeadupInspector *self = LEADUP_INSPECTOR (widget);

  GTK_WIDGET_CLASS (leadup_inspector_parent_class)->map (widget);
  if (self->shown == NULL)
    update (self);
}

static void
leadup_inspector_dispose (GObject *object)
{
  LeadupInspector *self = LEADUP_INSPECTOR (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->story_signals);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (leadup_inspector_parent_class)->dispose (object);
}

static void
leadup_inspector_class_init (LeadupInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = leadup_inspector_dispose;
  widget_class->grab_focus = leadup_inspector_grab_focus;
  widget_class->map = leadup_inspector_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
leadup_inspector_init (LeadupInspector *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Inspector"), -1);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_add_css_class (self->stack, "leadup-panel");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->stack);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Inspector"), -1);

  self->story_signals = g_signal_group_new (LEADUP_TYPE_STORY);
  g_signal_group_connect_object (self->story_signals, "changed", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
}

void
leadup_inspector_set_workspace (LeadupInspector *self,
                                LeadupWorkspace *workspace)
{
  g_return_if_fail (LEADUP_IS_INSPECTOR (self));
  g_return_if_fail (LEADUP_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_connect_object (workspace, "notify::document", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "selection-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "projection-changed", G_CALLBACK (projection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  document_changed_cb (self);
}

/* An event needs a category; a story without any gets its first one. */
static const char *
find_category (LeadupStory       *story,
               LeadupTransaction *transaction)
{
  LeadupCategoryFields fields = {
    .id = "event",
    .name = _ ("Event"),
    .family = "other",
    .colour = "#5e7f9c",
    .symbol = LEADUP_SYMBOL_CIRCLE,
    .tone = 0,
  };
  GListModel *categories = leadup_story_get_model (story, LEADUP_RECORD_CATEGORY);
  g_autoptr (LeadupCategory) category = g_list_model_get_item (categories, 0);

  if (category == NULL)
    {
      category = leadup_category_new (&fields);
      leadup_transaction_add (transaction, LEADUP_RECORD (category));
    }

  /* The story or the transaction keeps it. */
  return leadup_record_get_id (LEADUP_RECORD (category));
}

void
leadup_inspector_create_event (LeadupInspector *self,
                               LeadupWhen      *when)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (_ ("New event"));
  g_autoptr (LeadupEvent) event = NULL;
  g_autofree char *id = leadup_record_make_id (LEADUP_RECORD_EVENT);
  LeadupEventFields fields = { .tone = (double) NAN };

  g_return_if_fail (LEADUP_IS_INSPECTOR (self));
  g_return_if_fail (self->workspace != NULL);

  fields.id = id;
  fields.title = _ ("New event");
  fields.category = find_category (leadup_workspace_get_story (self->workspace), transaction);
  fields.when = when;
  fields.verification = leadup_event_constrain_verification (&fields, g_get_real_time ());
  event = leadup_event_new (&fields);
  leadup_transaction_add (transaction, LEADUP_RECORD (event));
  if (!leadup_workspace_push (self->workspace, transaction, NULL))
    return;

  leadup_workspace_select (self->workspace, LEADUP_RECORD_EVENT, id);
  leadup_event_page_focus_title (get_page (self, PAGE_EVENT));
}
