/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupEtag:
 * @device: of the file system; 0 where nothing was read yet
 * @inode: of the file
 * @mtime_ns: when its contents changed last
 * @size: in bytes
 * @sum: of its bytes, in hexadecimal; tells what changed by chance or by hand, not by malice
 *
 * Which contents of which file. A plain value.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64  mtime_ns;
  guint64 size;
  char    sum[65];
} LeadupEtag;

gboolean leadup_etag_is_set       (const LeadupEtag *self);
gboolean leadup_etag_same_file    (const LeadupEtag *self,
                                   const LeadupEtag *other);
gboolean leadup_etag_same_content (const LeadupEtag *self,
                                   const LeadupEtag *other);
char    *leadup_etag_to_string    (const LeadupEtag *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean leadup_etag_from_string  (LeadupEtag       *self,
                                   const char       *text);
void     leadup_etag_set_content  (LeadupEtag       *self,
                                   GBytes           *bytes);

G_END_DECLS
