/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/* The version of the format that is written; a file of a higher one is only read. */
#define LEADUP_STORY_VERSION (1)

GBytes *leadup_story_writer_write (LeadupSnapshot  *snapshot,
                                   GCancellable    *cancellable,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
