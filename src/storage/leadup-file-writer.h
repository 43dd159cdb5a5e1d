/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "storage/leadup-etag.h"

G_BEGIN_DECLS

gboolean leadup_file_writer_write (GFile             *file,
                                   GBytes            *bytes,
                                   const LeadupEtag  *expected,
                                   LeadupEtag        *written,
                                   GCancellable      *cancellable,
                                   GError           **error);

G_END_DECLS
