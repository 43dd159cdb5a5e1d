/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What making, loading, editing and tying many events takes in time and memory. */

#include "config.h"

#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-filter.h"
#include "model/leadup-story.h"
#include "model/leadup-ties.h"

#include <malloc.h>
#include <math.h>

#define N_ACTORS 500

static LeadupEvent *
make_event (guint       number,
            LeadupWhen *when)
{
  g_autofree char *id = g_strdup_printf ("e-%012u", number);
  char actors[2][16];
  LeadupParticipant participants[2] = { { .actor = actors[0] },
                                        { .actor = actors[1], .role = LEADUP_ROLE_TARGET } };
  LeadupEventFields fields = {
    .id = id,
    .title = "A title of sixty characters is what many of the events have.",
    .category = "strike",
    .when = when,
    .participants = participants,
    .n_participants = 2,
    .tone = NAN,
  };

  g_snprintf (actors[0], sizeof actors[0], "a%u", number % N_ACTORS);
  g_snprintf (actors[1], sizeof actors[1], "a%u", number * 7 % N_ACTORS);

  return leadup_event_new (&fields);
}

static GPtrArray *
make_others (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  LeadupCategoryFields category = { .id = "strike", .plover = "ASSAULT", .tone = -9.0 };

  g_ptr_array_add (records, leadup_category_new (&category));
  for (guint i = 0; i < N_ACTORS; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      LeadupActorFields actor = { .id = id, .name = id };

      g_ptr_array_add (records, leadup_actor_new (&actor));
    }

  return records;
}

static double
take_ms (GTimer *timer)
{
  double elapsed = g_timer_elapsed (timer, NULL);

  g_timer_start (timer);

  return 1000.0 * elapsed;
}

static void
edit (LeadupStory *story,
      guint        n_events,
      guint        n_edits,
      GTimer      *timer)
{
  g_timer_start (timer);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autofree char *id = g_strdup_printf ("e-%012u", i * 7919 % n_events);
      LeadupEvent *event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, id);
      LeadupEventFields fields = *leadup_event_get_fields (event);
      g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Edit");
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
      g_autoptr (LeadupEvent) edited = NULL;

      fields.title = "Edited";
      edited = leadup_event_new (&fields);
      leadup_transaction_replace (transaction, LEADUP_RECORD (event), LEADUP_RECORD (edited));
      g_assert_true (leadup_story_apply (story, transaction, NULL));
    }
  g_print ("  edit under a snapshot: %.3f ms\n", take_ms (timer) / n_edits);
}

static void
search (LeadupSnapshot *snapshot,
        guint           n_events,
        GTimer         *timer)
{
  LeadupFilterFields fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) filter = NULL;
  guint n_found = 0;

  fields.text = "sixty events";
  filter = leadup_filter_new (&fields);
  g_timer_start (timer);
  for (guint i = 0; i < n_events; i++)
    n_found +=
        leadup_filter_matches (filter, leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i));
  g_print ("  search for two words: %.1f ms, %u found\n", take_ms (timer), n_found);
}

static void
run (guint n_events)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GPtrArray) whens = g_ptr_array_new_full (n_events, (GDestroyNotify) leadup_when_unref);
  g_autoptr (GPtrArray) records = make_others ();
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (LeadupTies) ties = NULL;
  struct mallinfo2 before = mallinfo2 (), between, after;

  g_print ("%u events\n", n_events);
  for (guint i = 0; i < n_events; i++)
    {
      char edtf[16];

      g_snprintf (edtf, sizeof edtf, "20%02u-%02u-%02u", i % 26, i % 12 + 1, i % 28 + 1);
      g_ptr_array_add (whens, leadup_when_new_from_edtf (edtf, NULL));
    }
  g_print ("  make times: %.1f ms\n", take_ms (timer));

  between = mallinfo2 ();
  for (guint i = 0; i < n_events; i++)
    g_ptr_array_add (records, make_event (i, whens->pdata[i]));
  g_print ("  make events: %.1f ms\n", take_ms (timer));

  after = mallinfo2 ();
  g_print ("  an event with two participants: %.0f bytes, its time: %.0f bytes\n",
           (double) (after.uordblks + after.hblkhd - between.uordblks - between.hblkhd) / n_events,
           (double) (between.uordblks + between.hblkhd - before.uordblks - before.hblkhd) /
               n_events);

  g_timer_start (timer);
  story = leadup_story_new_from_records (records, NULL);
  g_assert_nonnull (story);
  g_print ("  load: %.1f ms\n", take_ms (timer));

  edit (story, n_events, 200, timer);
  snapshot = leadup_story_snapshot (story);
  search (snapshot, n_events, timer);
  ties = leadup_ties_new (snapshot, NULL, NULL);
  g_print ("  ties: %.1f ms, %u pairs\n", take_ms (timer), leadup_ties_get_n (ties));
}

int
main (void)
{
  static const guint sizes[] = { 10000, 100000, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    run (sizes[i]);

  return 0;
}
