/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-export-print.h"

#include "export/leadup-pages.h"

#include <glib/gi18n.h>

/**
 * Print:
 * @pages: laid out when the paper is known; where they are drawn, on the main thread
 * @error: why there are none
 */
typedef struct
{
  LeadupSnapshot *snapshot;
  LeadupExportOptions *options;
  LeadupPages *pages;
  GError *error;
} Print;

static void
print_clear (Print *self)
{
  leadup_snapshot_unref (self->snapshot);
  leadup_export_options_free (self->options);
  g_clear_pointer (&self->pages, leadup_pages_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Print *self = user_data;

  g_clear_pointer (&self->pages, leadup_pages_free);
  g_clear_error (&self->error);
  self->pages =
      leadup_pages_new (self->snapshot, self->options, gtk_print_context_get_width (context),
                        gtk_print_context_get_height (context), NULL, &self->error);
  if (self->pages == NULL)
    gtk_print_operation_cancel (operation);
  else
    gtk_print_operation_set_n_pages (operation, (int) leadup_pages_get_n (self->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Print *self = user_data;

  if (self->pages != NULL && page >= 0 && (guint) page < leadup_pages_get_n (self->pages))
    leadup_pages_paint (self->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/**
 * leadup_export_print:
 * @parent: the window that asks
 * @snapshot: the story
 * @options: what of it; the paper is chosen in the system’s dialogue
 * @error: return location
 *
 * Asks for a printer and prints. Blocks, while the main loop goes on.
 *
 * Returns: %FALSE where something went wrong; that the user thought better of it is no fault
 */
gboolean
leadup_export_print (GtkWindow                 *parent,
                     LeadupSnapshot            *snapshot,
                     const LeadupExportOptions *options,
                     GError                   **error)
{
  g_auto (Print) self = { leadup_snapshot_ref (snapshot), leadup_export_options_copy (options) };
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  const char *title = options->title;

  if (title == NULL)
    title = leadup_info_get_fields (leadup_snapshot_get_info (snapshot))->title;
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title != NULL ? title : _ ("Chart"));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), &self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), &self);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  if (self.error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&self.error));

  return *error == NULL;
}
