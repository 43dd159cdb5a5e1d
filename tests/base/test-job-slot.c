/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-discard.h"
#include "base/leadup-job-slot.h"

#include "base/leadup-error.h"

/* What the callbacks of one test have done, all in the main context. */
typedef struct
{
  LeadupJobSlot *slot;
  int data_freed;
  int done;
  int failed;
  char *last_result;
  GThread *done_thread;
} Fixture;

/* What a job is to do. Works live on the stacks of the tests. */
typedef struct
{
  Fixture *fixture;
  const char *result;
  int gate; /* 0: wait, 1: go on; accessed atomically */
  int started;
  gboolean waits;
  gboolean heeds_cancel;
  gboolean fails;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  work->fixture->data_freed++;
}

static gpointer
run_work (gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  Work *work = data;

  g_atomic_int_set (&work->started, 1);
  while (work->waits && g_atomic_int_get (&work->gate) == 0)
    {
      if (work->heeds_cancel && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_usleep (500);
    }

  if (work->fails)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_LIMIT, "too much");
      return NULL;
    }

  return g_strdup (work->result);
}

static void
done_cb (gpointer      result,
         const GError *error,
         gpointer      user_data)
{
  Fixture *fixture = user_data;

  g_assert_false (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_assert_true ((result == NULL) == (error != NULL));
  fixture->done++;
  fixture->failed += error != NULL ? 1 : 0;
  fixture->done_thread = g_thread_self ();
  g_free (fixture->last_result);
  fixture->last_result = result;
}

static void
start (Fixture *fixture,
       Work    *work)
{
  work->fixture = fixture;
  leadup_job_slot_start (fixture->slot, run_work, work, work_free, g_free, done_cb, fixture);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->slot = leadup_job_slot_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->slot != NULL)
    g_assert_finalize_object (fixture->slot);
  g_free (fixture->last_result);
}

static void
wait_until_freed (Fixture *fixture,
                  int      count)
{
  while (fixture->data_freed < count)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture->data_freed, ==, count);
}

static void
wait_until_started (Work *work)
{
  while (g_atomic_int_get (&work->started) == 0)
    g_usleep (200);
}

static void
test_the_result_comes_to_the_main_context (Fixture      *fixture,
                                           gconstpointer data)
{
  Work work = { .result = "a" };

  g_assert_false (leadup_job_slot_is_busy (fixture->slot));
  start (fixture, &work);
  g_assert_true (leadup_job_slot_is_busy (fixture->slot));
  wait_until_freed (fixture, 1);
  g_assert_false (leadup_job_slot_is_busy (fixture->slot));
  g_assert_cmpint (fixture->done, ==, 1);
  g_assert_cmpstr (fixture->last_result, ==, "a");
  g_assert_true (fixture->done_thread == g_thread_self ());
}

static void
test_a_failure_comes_with_its_error (Fixture      *fixture,
                                     gconstpointer data)
{
  Work work = { .fails = TRUE };

  start (fixture, &work);
  wait_until_freed (fixture, 1);
  g_assert_cmpint (fixture->done, ==, 1);
  g_assert_cmpint (fixture->failed, ==, 1);
}

static void
test_only_the_newest_of_many_is_heard (Fixture      *fixture,
                                       gconstpointer data)
{
  Work works[20] = { { 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      works[i].result = i + 1 == G_N_ELEMENTS (works) ? "newest" : "old";
      works[i].heeds_cancel = i % 2 == 0;
      works[i].waits = works[i].heeds_cancel && i + 1 < G_N_ELEMENTS (works);
      start (fixture, &works[i]);
    }
  wait_until_freed (fixture, G_N_ELEMENTS (works));
  g_assert_cmpint (fixture->done, ==, 1);
  g_assert_cmpstr (fixture->last_result, ==, "newest");
}

static void
test_an_older_job_that_ends_later_is_not_heard (Fixture      *fixture,
                                                gconstpointer data)
{
  Work old = { .result = "old", .waits = TRUE };
  Work newest = { .result = "newest" };

  start (fixture, &old);
  wait_until_started (&old);
  start (fixture, &newest);
  wait_until_freed (fixture, 1);
  g_assert_cmpstr (fixture->last_result, ==, "newest");

  g_atomic_int_set (&old.gate, 1);
  wait_until_freed (fixture, 2);
  g_assert_cmpint (fixture->done, ==, 1);
  g_assert_cmpstr (fixture->last_result, ==, "newest");
}

static void
test_a_cancelled_job_is_not_heard (Fixture      *fixture,
                                   gconstpointer data)
{
  Work heeding = { .waits = TRUE, .heeds_cancel = TRUE };
  Work deaf = { .result = "too late", .waits = TRUE };

  leadup_job_slot_cancel (fixture->slot);
  start (fixture, &heeding);
  wait_until_started (&heeding);
  leadup_job_slot_cancel (fixture->slot);
  g_assert_false (leadup_job_slot_is_busy (fixture->slot));
  wait_until_freed (fixture, 1);

  start (fixture, &deaf);
  wait_until_started (&deaf);
  leadup_job_slot_cancel (fixture->slot);
  g_atomic_int_set (&deaf.gate, 1);
  wait_until_freed (fixture, 2);
  g_assert_cmpint (fixture->done, ==, 0);
}

static void
test_a_result_that_is_ready_is_dropped_by_cancel (Fixture      *fixture,
                                                  gconstpointer data)
{
  Work work = { .result = "ready" };

  start (fixture, &work);
  wait_until_started (&work);
  g_usleep (20000);
  leadup_job_slot_cancel (fixture->slot);
  wait_until_freed (fixture, 1);
  g_assert_cmpint (fixture->done, ==, 0);
}

static void
test_the_slot_may_go_while_a_job_runs (Fixture      *fixture,
                                       gconstpointer data)
{
  Work work = { .result = "nobody", .waits = TRUE };
  LeadupJobSlot *slot;

  start (fixture, &work);
  wait_until_started (&work);
  slot = g_steal_pointer (&fixture->slot);
  g_assert_finalize_object (slot);

  g_atomic_int_set (&work.gate, 1);
  wait_until_freed (fixture, 1);
  g_assert_cmpint (fixture->done, ==, 0);
}

static void
restart_cb (gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  Fixture *fixture = user_data;
  static Work second = { .result = "second" };

  g_assert_cmpstr (result, ==, "first");
  g_free (result);
  g_assert_false (leadup_job_slot_is_busy (fixture->slot));
  start (fixture, &second);
}

static void
test_the_next_job_may_start_in_the_callback (Fixture      *fixture,
                                             gconstpointer data)
{
  Work first = { .result = "first", .fixture = fixture };

  leadup_job_slot_start (fixture->slot, run_work, &first, work_free, g_free, restart_cb, fixture);
  wait_until_freed (fixture, 2);
  g_assert_cmpint (fixture->done, ==, 1);
  g_assert_cmpstr (fixture->last_result, ==, "second");
}

static void
drop_cb (gpointer      result,
         const GError *error,
         gpointer      user_data)
{
  Fixture *fixture = user_data;

  g_free (result);
  g_clear_object (&fixture->slot);
}

static void
test_the_callback_may_drop_the_slot (Fixture      *fixture,
                                     gconstpointer data)
{
  Work work = { .result = "a", .fixture = fixture };

  leadup_job_slot_start (fixture->slot, run_work, &work, work_free, g_free, drop_cb, fixture);
  wait_until_freed (fixture, 1);
  g_assert_null (fixture->slot);
}

static void
test_a_result_that_nobody_takes_is_freed (Fixture      *fixture,
                                          gconstpointer data)
{
  Work work = { .result = "a", .fixture = fixture };

  /* The leak check of the sanitizer build is the judge. */
  leadup_job_slot_start (fixture->slot, run_work, &work, work_free, g_free, NULL, NULL);
  wait_until_freed (fixture, 1);
  g_assert_false (leadup_job_slot_is_busy (fixture->slot));
}

static void
note_thread (gpointer data)
{
  g_atomic_pointer_set ((gpointer *) data, g_thread_self ());
}

static void
test_what_is_discarded_is_freed_elsewhere (Fixture      *fixture,
                                           gconstpointer data)
{
  gpointer thread = NULL;

  leadup_discard_in_thread (NULL, note_thread);
  leadup_discard_in_thread (&thread, note_thread);
  while (g_atomic_pointer_get (&thread) == NULL)
    g_usleep (1000);
  g_assert_true (thread != (gpointer) g_thread_self ());
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "the-result-comes-to-the-main-context", test_the_result_comes_to_the_main_context },
    { "a-failure-comes-with-its-error", test_a_failure_comes_with_its_error },
    { "only-the-newest-of-many-is-heard", test_only_the_newest_of_many_is_heard },
    { "an-older-job-that-ends-later-is-not-heard", test_an_older_job_that_ends_later_is_not_heard },
    { "a-cancelled-job-is-not-heard", test_a_cancelled_job_is_not_heard },
    { "a-result-that-is-ready-is-dropped-by-cancel",
      test_a_result_that_is_ready_is_dropped_by_cancel },
    { "the-slot-may-go-while-a-job-runs", test_the_slot_may_go_while_a_job_runs },
    { "the-next-job-may-start-in-the-callback", test_the_next_job_may_start_in_the_callback },
    { "the-callback-may-drop-the-slot", test_the_callback_may_drop_the_slot },
    { "a-result-that-nobody-takes-is-freed", test_a_result_that_nobody_takes_is_freed },
    { "what-is-discarded-is-freed-elsewhere", test_what_is_discarded_is_freed_elsewhere },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/job-slot/", tests[i].path, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }

  return g_test_run ();
}
