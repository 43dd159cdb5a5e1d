/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-job-slot.h"

struct _LeadupJobSlot
{
  GObject parent_instance;

  GCancellable *cancellable; /* of the newest job while it runs */
};

/* One run. It holds no reference to the slot, so that the slot may go while a job runs. */
typedef struct
{
  GWeakRef slot;
  GCancellable *cancellable;
  LeadupJobFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  LeadupJobDoneFunc done;
  gpointer user_data;
} Job;

G_DEFINE_FINAL_TYPE (LeadupJobSlot, leadup_job_slot, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_weak_ref_clear (&job->slot);
  g_clear_object (&job->cancellable);
  g_free (job);
}

static void
job_run_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gpointer result;

  /* It may have waited behind others for a thread. */
  if (g_task_return_error_if_cancelled (task))
    return;

  result = job->func (job->data, cancellable, &error);
  if (error != NULL)
    {
      if (result != NULL && job->result_free != NULL)
        job->result_free (result);
      g_task_return_error (task, error);
    }
  else
    {
      g_task_return_pointer (task, result, job->result_free);
    }
}

static void
job_done_cb (GObject      *source_object,
             GAsyncResult *async_result,
             gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (LeadupJobSlot) slot = g_weak_ref_get (&job->slot);
  g_autoptr (GError) error = NULL;
  gpointer result;

  /* Whatever belongs to an older job stays in the task, which frees it. */
  if (slot != NULL && slot->cancellable == job->cancellable)
    {
      g_clear_object (&slot->cancellable);

      result = g_task_propagate_pointer (G_TASK (async_result), &error);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          if (job->done != NULL)
            job->done (result, error, job->user_data);
          else if (result != NULL && job->result_free != NULL)
            job->result_free (result);
        }
    }

  job_free (job);
}

static void
leadup_job_slot_dispose (GObject *object)
{
  leadup_job_slot_cancel (LEADUP_JOB_SLOT (object));

  G_OBJECT_CLASS (leadup_job_slot_parent_class)->dispose (object);
}

static void
leadup_job_slot_class_init (LeadupJobSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = leadup_job_slot_dispose;
}

static void
leadup_job_slot_init (LeadupJobSlot *self)
{
}

LeadupJobSlot *
leadup_job_slot_new (void)
{
  return g_object_new (LEADUP_TYPE_JOB_SLOT, NULL);
}

/**
 * leadup_job_slot_start:
 * @self: a slot
 * @func: runs in a worker thread
 * @data: (transfer full): for @func; freed in the main context of the caller when the job has
 * ended, after @done
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees a result that nobody takes
 * @done: (nullable): takes the result, in the thread-default main context of the caller. It may
 * start the next job, and may drop the last reference to @self
 * @user_data: for @done. The slot does not keep it alive: its owner is expected to own the slot too
 *
 * Starts a job and cancels the one before. @done is called once at most: not if the job is
 * cancelled, is no longer the newest, or @self is gone.
 */
void
leadup_job_slot_start (LeadupJobSlot    *self,
                       LeadupJobFunc     func,
                       gpointer          data,
                       GDestroyNotify    data_free,
                       GDestroyNotify    result_free,
                       LeadupJobDoneFunc done,
                       gpointer          user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (LEADUP_IS_JOB_SLOT (self));
  g_return_if_fail (func != NULL);

  leadup_job_slot_cancel (self);
  self->cancellable = g_cancellable_new ();

  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->slot, self);
  job->cancellable = g_object_ref (self->cancellable);
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  job->done = done;
  job->user_data = user_data;

  /* The callback runs even for a cancelled task and frees the job. */
  task = g_task_new (NULL, self->cancellable, job_done_cb, job);
  g_task_set_source_tag (task, leadup_job_slot_start);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, job_run_in_thread);
}

/**
 * leadup_job_slot_cancel:
 *
 * Asks the running job to stop and drops its result. The slot is free at once.
 */
void
leadup_job_slot_cancel (LeadupJobSlot *self)
{
  g_return_if_fail (LEADUP_IS_JOB_SLOT (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/**
 * leadup_job_slot_is_busy:
 *
 * Returns: whether a job runs whose result is still wanted
 */
gboolean
leadup_job_slot_is_busy (LeadupJobSlot *self)
{
  g_return_val_if_fail (LEADUP_IS_JOB_SLOT (self), FALSE);

  return self->cancellable != NULL;
}
