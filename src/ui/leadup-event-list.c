/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-event-list.h"

#include "model/leadup-event.h"

struct _LeadupEventList
{
  GObject parent_instance;

  GPtrArray *events;
};

static GType
leadup_event_list_get_item_type (GListModel *model)
{
  return LEADUP_TYPE_EVENT;
}

static guint
leadup_event_list_get_n_items (GListModel *model)
{
  LeadupEventList *self = LEADUP_EVENT_LIST (model);

  return self->events != NULL ? self->events->len : 0;
}

static gpointer
leadup_event_list_get_item (GListModel *model,
                            guint       position)
{
  LeadupEventList *self = LEADUP_EVENT_LIST (model);

  if (self->events == NULL || position >= self->events->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->events, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = leadup_event_list_get_item_type;
  iface->get_n_items = leadup_event_list_get_n_items;
  iface->get_item = leadup_event_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LeadupEventList,
                               leadup_event_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
leadup_event_list_finalize (GObject *object)
{
  g_clear_pointer (&LEADUP_EVENT_LIST (object)->events, g_ptr_array_unref);

  G_OBJECT_CLASS (leadup_event_list_parent_class)->finalize (object);
}

static void
leadup_event_list_class_init (LeadupEventListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = leadup_event_list_finalize;
}

static void
leadup_event_list_init (LeadupEventList *self)
{
}

LeadupEventList *
leadup_event_list_new (void)
{
  return g_object_new (LEADUP_TYPE_EVENT_LIST, NULL);
}

void
leadup_event_list_set_events (LeadupEventList *self,
                              GPtrArray       *events)
{
  g_autoptr (GPtrArray) former = NULL;
  guint n_former;
  guint n_before = 0;
  guint n_after = 0;
  guint n_both;

  g_return_if_fail (LEADUP_IS_EVENT_LIST (self));
  g_return_if_fail (events != NULL);

  former = self->events;
  self->events = g_ptr_array_ref (events);
  n_former = former != NULL ? former->len : 0;
  n_both = MIN (n_former, events->len);
  while (n_before < n_both && former->pdata[n_before] == events->pdata[n_before])
    n_before++;
  while (n_after < n_both - n_before &&
         former->pdata[n_former - 1 - n_after] == events->pdata[events->len - 1 - n_after])
    n_after++;

  if (n_former != events->len || n_before != n_former)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, n_former - n_before - n_after,
                                events->len - n_before - n_after);
}
