/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-record-list.h"

G_BEGIN_DECLS

/**
 * LeadupRecordModel:
 *
 * The records of one kind as a list model that follows the story. Owned by the story, main thread.
 */
#define LEADUP_TYPE_RECORD_MODEL (leadup_record_model_get_type ())

G_DECLARE_FINAL_TYPE (LeadupRecordModel, leadup_record_model, LEADUP, RECORD_MODEL, GObject)

LeadupRecordModel *leadup_record_model_new      (GType              item_type,
                                                 LeadupRecordList  *list) G_GNUC_WARN_UNUSED_RESULT;
void               leadup_record_model_set_list (LeadupRecordModel *self,
                                                 LeadupRecordList  *list,
                                                 guint              n_same_before,
                                                 guint              n_same_after);

G_END_DECLS
