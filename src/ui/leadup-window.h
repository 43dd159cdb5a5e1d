/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/leadup-document.h"
#include "ui/leadup-workspace.h"

G_BEGIN_DECLS

/**
 * LeadupWindow:
 *
 * The main window: one document, shown by the views of one workspace. Every command is an action of
 * the window, so that menus, keys and the session bus reach it alike.
 */
#define LEADUP_TYPE_WINDOW (leadup_window_get_type ())

G_DECLARE_FINAL_TYPE (LeadupWindow, leadup_window, LEADUP, WINDOW, AdwApplicationWindow)

LeadupWindow    *leadup_window_new           (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

LeadupWorkspace *leadup_window_get_workspace (LeadupWindow   *self);
/* Whether the window shows a new story that nobody has touched, so that a file can be opened into
 * it. */
gboolean         leadup_window_is_pristine   (LeadupWindow   *self);
void             leadup_window_open          (LeadupWindow   *self,
                                              GFile          *file);
/* Takes over a document that is loaded already (a new one, a restored one). Returns whether its
 * edits are journalled now. */
gboolean         leadup_window_show_document (LeadupWindow   *self,
                                              LeadupDocument *document);
void             leadup_window_import_file   (LeadupWindow   *self,
                                              GFile          *file);
void             leadup_window_import_bytes  (LeadupWindow   *self,
                                              GBytes         *bytes,
                                              const char     *name);
void             leadup_window_show_view     (LeadupWindow   *self,
                                              const char     *name);
void             leadup_window_add_message   (LeadupWindow   *self,
                                              const char     *message);
void             leadup_window_add_undo      (LeadupWindow   *self,
                                              const char     *message);

G_END_DECLS
