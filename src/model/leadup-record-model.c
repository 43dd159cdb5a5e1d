/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-record-model.h"

struct _LeadupRecordModel
{
  GObject parent_instance;

  GType item_type;
  LeadupRecordList *list;
};

static void leadup_record_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LeadupRecordModel,
                               leadup_record_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      leadup_record_model_list_model_init))

static GType
leadup_record_model_get_item_type (GListModel *model)
{
  return LEADUP_RECORD_MODEL (model)->item_type;
}

static guint
leadup_record_model_get_n_items (GListModel *model)
{
  return leadup_record_list_get_n (LEADUP_RECORD_MODEL (model)->list);
}

static gpointer
leadup_record_model_get_item (GListModel *model,
                              guint       position)
{
  LeadupRecordModel *self = LEADUP_RECORD_MODEL (model);

  if (position >= leadup_record_list_get_n (self->list))
    return NULL;

  return g_object_ref (leadup_record_list_get (self->list, position));
}

static void
leadup_record_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = leadup_record_model_get_item_type;
  iface->get_n_items = leadup_record_model_get_n_items;
  iface->get_item = leadup_record_model_get_item;
}

static void
leadup_record_model_finalize (GObject *object)
{
  LeadupRecordModel *self = LEADUP_RECORD_MODEL (object);

  leadup_record_list_unref (self->list);

  G_OBJECT_CLASS (leadup_record_model_parent_class)->finalize (object);
}

static void
leadup_record_model_class_init (LeadupRecordModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = leadup_record_model_finalize;
}

static void
leadup_record_model_init (LeadupRecordModel *self)
{
}

/**
 * leadup_record_model_new:
 * @item_type: of the records
 * @list: (transfer none): the records at first
 *
 * Returns: (transfer full): the model
 */
LeadupRecordModel *
leadup_record_model_new (GType             item_type,
                         LeadupRecordList *list)
{
  LeadupRecordModel *self = g_object_new (LEADUP_TYPE_RECORD_MODEL, NULL);

  self->item_type = item_type;
  self->list = leadup_record_list_ref (list);

  return self;
}

/**
 * leadup_record_model_set_list:
 * @self: a model
 * @list: (transfer none): the records from now on
 * @n_same_before: how many records at the start are the same as until now
 * @n_same_after: how many at the end
 *
 * Emits items-changed once, for what lies between.
 */
void
leadup_record_model_set_list (LeadupRecordModel *self,
                              LeadupRecordList  *list,
                              guint              n_same_before,
                              guint              n_same_after)
{
  guint n_same = n_same_before + n_same_after;
  guint n_old, n_new;

  g_return_if_fail (LEADUP_IS_RECORD_MODEL (self));

  n_old = leadup_record_list_get_n (self->list);
  n_new = leadup_record_list_get_n (list);
  g_return_if_fail (n_same <= n_old && n_same <= n_new);

  leadup_record_list_ref (list);
  leadup_record_list_unref (self->list);
  self->list = list;

  g_list_model_items_changed (G_LIST_MODEL (self), n_same_before, n_old - n_same, n_new - n_same);
}
