/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "export/leadup-export-options.h"

G_BEGIN_DECLS

/* Printing: the pages of a PDF on paper. */

gboolean leadup_export_print (GtkWindow                  *parent,
                              LeadupSnapshot             *snapshot,
                              const LeadupExportOptions  *options,
                              GError                    **error);

G_END_DECLS
