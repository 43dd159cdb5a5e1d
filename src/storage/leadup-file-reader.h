/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "storage/leadup-etag.h"

G_BEGIN_DECLS

GBytes  *leadup_file_reader_read (GFile         *file,
                                  gsize          max_bytes,
                                  LeadupEtag    *etag,
                                  GCancellable  *cancellable,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean leadup_file_reader_stat (GFile         *file,
                                  LeadupEtag    *etag,
                                  GError       **error);

G_END_DECLS
