/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LeadupJobSlot:
 *
 * Runs one worker job at a time for one purpose and drops all but the newest result: starting a job
 * cancels the one before. Owned by the object that shows the result, used from its main context.
 */
#define LEADUP_TYPE_JOB_SLOT (leadup_job_slot_get_type ())

G_DECLARE_FINAL_TYPE (LeadupJobSlot, leadup_job_slot, LEADUP, JOB_SLOT, GObject)

/**
 * LeadupJobFunc:
 * @data: what the job works on; belongs to the worker thread while it runs
 * @cancellable: tested in loops
 * @error: return location
 *
 * Runs in a worker thread.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with @error set
 */
typedef gpointer (*LeadupJobFunc) (gpointer       data,
                                   GCancellable  *cancellable,
                                   GError       **error);

/**
 * LeadupJobDoneFunc:
 * @result: (transfer full) (nullable): what the job returned
 * @error: (nullable): why there is no result; never %G_IO_ERROR_CANCELLED
 * @user_data: of the starter
 *
 * Runs in the main context of the starter, only for the newest job.
 */
typedef void (*LeadupJobDoneFunc) (gpointer      result,
                                   const GError *error,
                                   gpointer      user_data);

LeadupJobSlot *leadup_job_slot_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void           leadup_job_slot_start   (LeadupJobSlot     *self,
                                        LeadupJobFunc      func,
                                        gpointer           data,
                                        GDestroyNotify     data_free,
                                        GDestroyNotify     result_free,
                                        LeadupJobDoneFunc  done,
                                        gpointer           user_data);
void           leadup_job_slot_cancel  (LeadupJobSlot     *self);
gboolean       leadup_job_slot_is_busy (LeadupJobSlot     *self);

G_END_DECLS
