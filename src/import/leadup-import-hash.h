/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number that stands for some bytes, the same on every machine and in every version: what an
 * input said is told from it when the input is read again. Not for secrets. */

guint64 leadup_import_hash       (guint64        seed,
                                  gconstpointer  bytes,
                                  gsize          length);
guint64 leadup_import_hash_text  (guint64        seed,
                                  const char    *text);
void    leadup_import_hash_write (guint64        hash,
                                  char          *digits,
                                  guint          n_digits);

G_END_DECLS
