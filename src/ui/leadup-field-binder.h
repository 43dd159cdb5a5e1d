/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupFieldBinder:
 *
 * Ties text widgets to the text members of one record: shows them, and makes an undo step of what
 * is typed. A widget is an editable or a #LeadupTextRow. Owned by the page with the widgets.
 */
#define LEADUP_TYPE_FIELD_BINDER (leadup_field_binder_get_type ())

G_DECLARE_FINAL_TYPE (LeadupFieldBinder, leadup_field_binder, LEADUP, FIELD_BINDER, GObject)

/**
 * LeadupFieldFlags:
 * @LEADUP_FIELD_REQUIRED: not saved while blank
 * @LEADUP_FIELD_LIST: the member is a list of strings, shown with commas between
 * @LEADUP_FIELD_DAY: an ISO day or time; not saved while it cannot be read
 */
typedef enum
{
  LEADUP_FIELD_TEXT = 0,
  LEADUP_FIELD_REQUIRED = 1 << 0,
  LEADUP_FIELD_LIST = 1 << 1,
  LEADUP_FIELD_DAY = 1 << 2,
} LeadupFieldFlags;

LeadupFieldBinder *leadup_field_binder_new  (LeadupRecordKind   kind) G_GNUC_WARN_UNUSED_RESULT;

/* @offset: of a `const char *` (or `const char * const *`) in the record’s fields struct;
 * @label: name of the undo step */
void               leadup_field_binder_add  (LeadupFieldBinder *self,
                                             GtkWidget         *widget,
                                             gsize              offset,
                                             LeadupFieldFlags   flags,
                                             const char        *label);
/* Shows the record as it is now; %NULL: none. Typing that has not been handed on goes to the former
 * record. */
void               leadup_field_binder_show (LeadupFieldBinder *self,
                                             LeadupWorkspace   *workspace,
                                             const char        *id);

G_END_DECLS
