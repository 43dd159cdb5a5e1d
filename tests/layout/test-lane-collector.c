/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-collector.h"
#include "model/leadup-event.h"

#include <math.h>

/* So many that several threads collect them, where the machine has several. */
#define N_EVENTS 150000

#define N_PLACES 7
#define UNDATED_EVERY 97
#define N_DAYS 28

static LeadupEvent *
make_event (guint number)
{
  g_autofree char *id = g_strdup_printf ("e%06u", number);
  g_autofree char *name = g_strdup_printf ("Place %u", number % N_PLACES);
  g_autofree char *edtf = g_strdup_printf ("2025-02-%02u", number * 13 % N_DAYS + 1);
  LeadupPlace place = { .name = name, .latitude = NAN, .longitude = NAN };
  LeadupWhenFields when_fields = { .edtf = edtf };
  g_autoptr (LeadupWhen) when = NULL;
  LeadupEventFields fields = { .id = id, .title = id, .place = &place, .tone = NAN };

  if (number % UNDATED_EVERY != 0)
    fields.when = when = leadup_when_new (&when_fields, NULL);

  return leadup_event_new (&fields);
}

static LeadupSnapshot *
make_snapshot (void)
{
  GPtrArray *records[LEADUP_N_RECORD_KINDS] = { NULL };
  LeadupSnapshot *snapshot;

  records[LEADUP_RECORD_EVENT] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_EVENTS; i++)
    g_ptr_array_add (records[LEADUP_RECORD_EVENT], make_event (i));
  snapshot = leadup_snapshot_new (records);
  g_ptr_array_unref (records[LEADUP_RECORD_EVENT]);

  return snapshot;
}

static guint
get_number (LeadupEvent *event)
{
  return (guint) g_ascii_strtoull (leadup_record_get_id (LEADUP_RECORD (event)) + 1, NULL, 10);
}

/* Every event is in the lane of its place, once, and in its order there. */
static void
check_lane (LeadupTimelineIndex *index,
            const LeadupLane    *lane,
            guint8              *seen)
{
  for (guint i = 0; i < lane->n_entries; i++)
    {
      const LeadupTimelineEntry *entry = &lane->entries[i];
      LeadupEvent *event = leadup_timeline_index_get_event (index, entry);
      guint number = get_number (event);
      g_autofree char *place = g_strdup_printf ("Place %u", number % N_PLACES);

      g_assert_cmpstr (lane->key, ==, place);
      g_assert_cmpuint (seen[number], ==, 0);
      seen[number] = 1;
      g_assert_cmpuint (entry->event, ==, number);
      g_assert_true (i == 0 || leadup_timeline_entry_compare (entry - 1, entry) < 0);
      g_assert_true (entry->end <= lane->entries[entry->longest].end);
    }
}

static void
test_threads_leave_no_trace (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (LeadupTimelineIndex) index = NULL;
  g_autofree guint8 *seen = g_new0 (guint8, N_EVENTS);
  guint n_undated = (N_EVENTS - 1) / UNDATED_EVERY + 1;

  index = leadup_timeline_index_new (snapshot, NULL, LEADUP_LANES_BY_PLACE, NULL);
  g_assert_cmpuint (leadup_timeline_index_get_n_lanes (index), ==, N_PLACES);
  for (guint i = 0; i < N_PLACES; i++)
    check_lane (index, leadup_timeline_index_get_lane (index, i), seen);

  g_assert_cmpuint (leadup_timeline_index_get_n_undated (index), ==, n_undated);
  for (guint i = 0; i < n_undated; i++)
    g_assert_cmpuint (get_number (leadup_timeline_index_get_undated (index, i)), ==,
                      i * UNDATED_EVERY);
  for (guint i = 0; i < N_EVENTS; i++)
    g_assert_cmpuint (seen[i], ==, i % UNDATED_EVERY != 0);
}

static void
test_lanes_come_in_the_order_of_their_first_events (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (GArray) undated = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) bodies = NULL;
  int permille = -1;

  bodies = leadup_lane_bodies_collect (snapshot, LEADUP_LANES_BY_PLACE, NULL, undated, &permille,
                                       NULL);
  g_assert_cmpuint (bodies->len, ==, N_PLACES);
  for (guint i = 0; i < N_PLACES; i++)
    {
      const LeadupLaneBody *body = g_ptr_array_index (bodies, i);
      g_autofree char *key = g_strdup_printf ("Place %u", (i + 1) % N_PLACES);

      g_assert_cmpstr (body->key, ==, key);
    }
  g_assert_cmpint (permille, ==, 1000);
}

static void
test_all_threads_can_be_cancelled (void)
{
  g_autoptr (LeadupSnapshot) snapshot = make_snapshot ();
  g_autoptr (GArray) undated = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_lane_bodies_collect (snapshot, LEADUP_LANES_BY_PLACE, NULL, undated, NULL,
                                             cancellable));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-collector/threads-leave-no-trace", test_threads_leave_no_trace);
  g_test_add_func ("/lane-collector/lanes-come-in-the-order-of-their-first-events",
                   test_lanes_come_in_the_order_of_their_first_events);
  g_test_add_func ("/lane-collector/all-threads-can-be-cancelled",
                   test_all_threads_can_be_cancelled);

  return g_test_run ();
}
