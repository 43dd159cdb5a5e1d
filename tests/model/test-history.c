/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "fixtures.h"
#include "model/leadup-history.h"
#include "model/leadup-placement.h"

#include <string.h>

typedef struct
{
  LeadupStory *story;
  LeadupHistory *history;
  GString *log; /* notified properties and applied transactions */
} Fixture;

static void
note_property_cb (GObject    *object,
                  GParamSpec *pspec,
                  gpointer    user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->log, "%s ", pspec->name);
}

static void
note_applied_cb (LeadupHistory     *history,
                 LeadupTransaction *transaction,
                 gpointer           user_data)
{
  Fixture *fixture = user_data;
  const LeadupChange *change = leadup_transaction_get_change (transaction, 0);

  if (change->after == NULL || !LEADUP_IS_EVENT (change->after))
    return;

  g_string_append_printf (fixture->log, "applied:%s ",
                          leadup_event_get_title (LEADUP_EVENT (change->after)));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (LeadupEvent) event = make_event ("e1", "start", NULL);

  fixture->story = make_story ();
  g_assert_true (put (fixture->story, NULL, event, NULL));
  fixture->history = leadup_history_new (fixture->story);
  fixture->log = g_string_new (NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->story);
  g_string_free (fixture->log, TRUE);
}

static const char *
get_title (Fixture *fixture)
{
  return leadup_event_get_title (leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, "e1"));
}

/* Renames the event, as typing where there is a key; the label is the new title. */
static void
rename_event (Fixture    *fixture,
              const char *title,
              const char *key)
{
  LeadupEvent *event = leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, "e1");
  g_autoptr (LeadupEvent) edited = retitle (event, title);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new (title);
  g_autoptr (GError) error = NULL;

  leadup_transaction_replace (transaction, LEADUP_RECORD (event), LEADUP_RECORD (edited));
  if (key != NULL)
    leadup_history_push_coalesced (fixture->history, transaction, key, &error);
  else
    leadup_history_push (fixture->history, transaction, &error);
  g_assert_no_error (error);
}

static void
test_undo_restores (Fixture      *fixture,
                    gconstpointer data)
{
  LeadupRecord *before = leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, "e1");

  g_assert_true (leadup_history_get_story (fixture->history) == fixture->story);
  g_assert_false (leadup_history_undo (fixture->history));
  g_assert_false (leadup_history_redo (fixture->history));
  rename_event (fixture, "A", NULL);
  rename_event (fixture, "B", NULL);
  g_assert_cmpstr (leadup_history_get_undo_label (fixture->history), ==, "B");
  g_assert_null (leadup_history_get_redo_label (fixture->history));
  g_assert_true (leadup_history_undo (fixture->history));
  g_assert_cmpstr (get_title (fixture), ==, "A");
  g_assert_cmpstr (leadup_history_get_undo_label (fixture->history), ==, "A");
  g_assert_cmpstr (leadup_history_get_redo_label (fixture->history), ==, "B");
  g_assert_true (leadup_history_get_can_undo (fixture->history));
  g_assert_true (leadup_history_get_can_redo (fixture->history));
  g_assert_true (leadup_history_undo (fixture->history));
  g_assert_true (leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, "e1") ==
                 (gpointer) before);
  g_assert_false (leadup_history_get_can_undo (fixture->history));
  g_assert_true (leadup_history_redo (fixture->history));
  g_assert_true (leadup_history_redo (fixture->history));
  g_assert_cmpstr (get_title (fixture), ==, "B");
  g_assert_false (leadup_history_redo (fixture->history));
}

static void
test_push_ends_redo (Fixture      *fixture,
                     gconstpointer data)
{
  rename_event (fixture, "A", NULL);
  leadup_history_undo (fixture->history);
  rename_event (fixture, "B", NULL);
  g_assert_false (leadup_history_get_can_redo (fixture->history));
  g_assert_cmpstr (get_title (fixture), ==, "B");
}

static void
test_refused_push_changes_nothing (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (LeadupEvent) twin = make_event ("e1", "twin", NULL);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Add");
  g_autoptr (LeadupTransaction) nothing = leadup_transaction_new ("Nothing");
  g_autoptr (GError) error = NULL;

  rename_event (fixture, "A", NULL);
  leadup_history_undo (fixture->history);
  leadup_transaction_add (transaction, LEADUP_RECORD (twin));
  g_assert_false (leadup_history_push (fixture->history, transaction, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY);
  g_assert_true (leadup_history_get_can_redo (fixture->history));
  g_assert_false (leadup_history_get_modified (fixture->history));
  g_assert_true (leadup_history_push (fixture->history, nothing, NULL));
  g_assert_true (leadup_history_get_can_redo (fixture->history));
}

static void
test_save_mark (Fixture      *fixture,
                gconstpointer data)
{
  g_assert_false (leadup_history_get_modified (fixture->history));
  rename_event (fixture, "A", NULL);
  g_assert_true (leadup_history_get_modified (fixture->history));
  leadup_history_mark_saved (fixture->history);
  g_assert_false (leadup_history_get_modified (fixture->history));
  leadup_history_undo (fixture->history);
  g_assert_true (leadup_history_get_modified (fixture->history));
  leadup_history_redo (fixture->history);
  g_assert_false (leadup_history_get_modified (fixture->history));
}

static void
test_saved_state_that_was_cut_off (Fixture      *fixture,
                                   gconstpointer data)
{
  rename_event (fixture, "A", NULL);
  leadup_history_mark_saved (fixture->history);
  g_assert_true (leadup_history_undo (fixture->history));
  rename_event (fixture, "B", NULL);
  g_assert_true (leadup_history_get_modified (fixture->history));
  g_assert_true (leadup_history_undo (fixture->history));
  g_assert_true (leadup_history_get_modified (fixture->history));
  g_assert_true (leadup_history_redo (fixture->history));
  g_assert_true (leadup_history_get_modified (fixture->history));
}

static void
test_saving_takes_time (Fixture      *fixture,
                        gconstpointer data)
{
  guint64 state;

  rename_event (fixture, "A", "title");
  state = leadup_history_get_state (fixture->history);
  rename_event (fixture, "AB", "title");
  leadup_history_mark_state_saved (fixture->history, state);
  g_assert_true (leadup_history_get_modified (fixture->history));
  rename_event (fixture, "ABC", "title");
  leadup_history_undo (fixture->history);
  g_assert_cmpstr (get_title (fixture), ==, "AB");
  leadup_history_undo (fixture->history);
  g_assert_cmpstr (get_title (fixture), ==, "start");

  /* The state between, which is on disk, was joined away. */
  g_assert_true (leadup_history_get_modified (fixture->history));
}

static void
test_typing_is_one_step (Fixture      *fixture,
                         gconstpointer data)
{
  rename_event (fixture, "a", "title");
  rename_event (fixture, "ab", "title");
  rename_event (fixture, "abc", "title");
  leadup_history_undo (fixture->history);
  g_assert_cmpstr (get_title (fixture), ==, "start");
  leadup_history_redo (fixture->history);
  g_assert_cmpstr (get_title (fixture), ==, "abc");
}

static void
test_what_ends_a_step (Fixture      *fixture,
                       gconstpointer data)
{
  static const char *const titles[] = { "saved", "end", "key", "plain", "undone", "first" };

  rename_event (fixture, "first", "k");
  leadup_history_undo (fixture->history);
  leadup_history_redo (fixture->history);
  rename_event (fixture, "undone", "k");
  rename_event (fixture, "plain", NULL);
  rename_event (fixture, "key", "k");
  rename_event (fixture, "end", "other");
  leadup_history_end_coalescing (fixture->history);
  rename_event (fixture, "saved", "other");
  leadup_history_mark_saved (fixture->history);
  rename_event (fixture, "last", "other");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_assert_true (leadup_history_undo (fixture->history));
      g_assert_cmpstr (get_title (fixture), ==, titles[i]);
    }
}

/* Typed and taken back in one transaction of the same records: there is nothing left to undo. */
static void
test_step_without_change_goes (Fixture      *fixture,
                               gconstpointer data)
{
  LeadupEvent *event = leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, "e1");
  g_autoptr (LeadupEvent) edited = retitle (event, "A");
  g_autoptr (LeadupTransaction) there = leadup_transaction_new ("There");
  g_autoptr (LeadupTransaction) back = NULL;

  leadup_transaction_replace (there, LEADUP_RECORD (event), LEADUP_RECORD (edited));
  back = leadup_transaction_invert (there);
  g_assert_true (leadup_history_push_coalesced (fixture->history, there, "k", NULL));
  g_assert_true (leadup_history_get_modified (fixture->history));
  g_assert_true (leadup_history_push_coalesced (fixture->history, back, "k", NULL));
  g_assert_false (leadup_history_get_can_undo (fixture->history));
  g_assert_false (leadup_history_get_modified (fixture->history));
}

static void
test_notifies (Fixture      *fixture,
               gconstpointer data)
{
  gboolean can_undo, can_redo, modified;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  g_signal_connect (fixture->history, "notify", G_CALLBACK (note_property_cb), fixture);
  g_signal_connect (fixture->history, "applied", G_CALLBACK (note_applied_cb), fixture);
  rename_event (fixture, "A", NULL);
  g_assert_cmpstr (fixture->log->str, ==, "can-undo undo-label modified applied:A ");
  g_string_truncate (fixture->log, 0);
  rename_event (fixture, "B", NULL);
  g_assert_cmpstr (fixture->log->str, ==, "undo-label applied:B ");
  g_string_truncate (fixture->log, 0);
  leadup_history_undo (fixture->history);
  g_assert_cmpstr (fixture->log->str, ==, "can-redo undo-label redo-label applied:A ");
  g_string_truncate (fixture->log, 0);
  leadup_history_mark_saved (fixture->history);
  g_assert_cmpstr (fixture->log->str, ==, "modified ");

  g_object_get (fixture->history, "can-undo", &can_undo, "can-redo", &can_redo, "modified",
                &modified, "undo-label", &undo_label, "redo-label", &redo_label, NULL);
  g_assert_true (can_undo && can_redo && !modified);
  g_assert_cmpstr (undo_label, ==, "A");
  g_assert_cmpstr (redo_label, ==, "B");
}

static gboolean
is_same (LeadupSnapshot *a,
         LeadupSnapshot *b)
{
  guint n = leadup_snapshot_get_n (a, LEADUP_RECORD_EVENT);

  if (n != leadup_snapshot_get_n (b, LEADUP_RECORD_EVENT))
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (leadup_snapshot_get (a, LEADUP_RECORD_EVENT, i) !=
        leadup_snapshot_get (b, LEADUP_RECORD_EVENT, i))
      return FALSE;

  return TRUE;
}

static void
push_random (Fixture    *fixture,
             const char *key)
{
  g_autofree char *id = g_strdup_printf ("e%d", g_test_rand_int_range (1, 6));
  LeadupEvent *held = leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, id);
  g_autoptr (LeadupEvent) event = make_event (id, "Random", NULL);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Random");

  if (held == NULL)
    leadup_transaction_add (transaction, LEADUP_RECORD (event));
  else if (g_test_rand_bit ())
    leadup_transaction_remove (transaction, LEADUP_RECORD (held));
  else
    leadup_transaction_replace (transaction, LEADUP_RECORD (held), LEADUP_RECORD (event));
  g_assert_true (leadup_history_push_coalesced (fixture->history, transaction, key, NULL));
}

/* Against the plain idea of a history: a list of whole states and a place in it. */
static void
test_random_walk (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) states =
      g_ptr_array_new_with_free_func ((GDestroyNotify) leadup_snapshot_unref);
  guint at = 0;
  int saved = 0;

  g_ptr_array_add (states, leadup_story_snapshot (fixture->story));
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (LeadupSnapshot) now = NULL;
      int action = g_test_rand_int_range (0, 20);

      if (action == 0)
        {
          leadup_history_mark_saved (fixture->history);
          saved = (int) at;
        }
      else if (action < 7)
        {
          g_assert_cmpint (leadup_history_undo (fixture->history), ==, at > 0);
          at -= at > 0;
        }
      else if (action < 11)
        {
          g_assert_cmpint (leadup_history_redo (fixture->history), ==, at + 1 < states->len);
          at += at + 1 < states->len;
        }
      else
        {
          push_random (fixture, NULL);
          if (saved > (int) at)
            saved = -1;
          g_ptr_array_set_size (states, (int) ++at);
          g_ptr_array_add (states, leadup_story_snapshot (fixture->story));
        }

      now = leadup_story_snapshot (fixture->story);
      g_assert_true (is_same (now, states->pdata[at]));
      g_assert_cmpint (leadup_history_get_can_undo (fixture->history), ==, at > 0);
      g_assert_cmpint (leadup_history_get_can_redo (fixture->history), ==, at + 1 < states->len);
      g_assert_cmpint (leadup_history_get_modified (fixture->history), ==, saved != (int) at);
    }
}

/* With joined steps only the ends are known: all back is the start, all forth is the end. */
static void
test_random_typing (Fixture      *fixture,
                    gconstpointer data)
{
  static const char *const keys[] = { NULL, "one", "two" };

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (LeadupSnapshot) start = leadup_story_snapshot (fixture->story);
      g_autoptr (LeadupSnapshot) end = NULL;
      g_autoptr (LeadupSnapshot) now = NULL;
      LeadupHistory *history = leadup_history_new (fixture->story);

      g_object_unref (fixture->history);
      fixture->history = history;
      for (guint i = 0; i < 40; i++)
        push_random (fixture, keys[g_test_rand_int_range (0, 3)]);
      end = leadup_story_snapshot (fixture->story);
      while (leadup_history_undo (history))
        ;
      now = leadup_story_snapshot (fixture->story);
      g_assert_true (is_same (now, start));
      g_assert_false (leadup_history_get_modified (history));
      while (leadup_history_redo (history))
        ;
      leadup_snapshot_unref (now);
      now = leadup_story_snapshot (fixture->story);
      g_assert_true (is_same (now, end));
    }
}

static gboolean
amend_with_place (Fixture *fixture)
{
  LeadupActorFields actor_fields = { .id = "a-new", .name = "New" };
  LeadupPlacementFields place_fields = { .id = "a-new", .x = 1, .y = 2 };
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Place");
  g_autoptr (LeadupPlacement) place = leadup_placement_new (&place_fields);

  if (leadup_story_lookup (fixture->story, LEADUP_RECORD_ACTOR, "a-new") == NULL)
    {
      g_autoptr (LeadupTransaction) addition = leadup_transaction_new ("Add");
      g_autoptr (LeadupActor) actor = leadup_actor_new (&actor_fields);

      leadup_transaction_add (addition, LEADUP_RECORD (actor));
      g_assert_true (leadup_history_push (fixture->history, addition, NULL));
    }
  leadup_transaction_add (transaction, LEADUP_RECORD (place));

  return leadup_history_amend (fixture->history, transaction);
}

static void
test_amendments_go_with_their_step (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (LeadupTransaction) nothing = leadup_transaction_new ("Nothing");

  g_assert_true (leadup_history_amend (fixture->history, nothing));

  g_assert_true (amend_with_place (fixture));
  leadup_history_mark_saved (fixture->history);
  g_assert_cmpstr (leadup_history_get_undo_label (fixture->history), ==, "Add");
  g_assert_nonnull (leadup_story_lookup (fixture->story, LEADUP_RECORD_PLACEMENT, "a-new"));

  /* An actor with a place could not go alone. */
  g_assert_true (leadup_history_undo (fixture->history));
  g_assert_null (leadup_story_lookup (fixture->story, LEADUP_RECORD_PLACEMENT, "a-new"));
  g_assert_null (leadup_story_lookup (fixture->story, LEADUP_RECORD_ACTOR, "a-new"));
  g_assert_true (leadup_history_redo (fixture->history));
  g_assert_nonnull (leadup_story_lookup (fixture->story, LEADUP_RECORD_PLACEMENT, "a-new"));
  g_assert_false (leadup_history_get_modified (fixture->history));

  /* What is there already does not fit. */
  g_assert_false (amend_with_place (fixture));
  rename_event (fixture, "A", NULL);
  leadup_history_undo (fixture->history);
  g_assert_false (amend_with_place (fixture));
  g_assert_true (leadup_history_redo (fixture->history));
}

static void
test_amendments_before_the_first_step_stay (Fixture      *fixture,
                                            gconstpointer data)
{
  LeadupEvent *event = leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, "e1");
  g_autoptr (LeadupEvent) edited = retitle (event, "amended");
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Amend");

  leadup_transaction_replace (transaction, LEADUP_RECORD (event), LEADUP_RECORD (edited));
  g_assert_true (leadup_history_amend (fixture->history, transaction));
  g_assert_false (leadup_history_get_can_undo (fixture->history));
  g_assert_false (leadup_history_get_modified (fixture->history));
  rename_event (fixture, "A", NULL);
  leadup_history_undo (fixture->history);
  g_assert_cmpstr (get_title (fixture), ==, "amended");
}

static char *
describe (LeadupStory *story)
{
  GString *text = g_string_new (NULL);

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      GListModel *model = leadup_story_get_model (story, kind);

      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        {
          g_autoptr (LeadupRecord) record = g_list_model_get_item (model, i);

          g_string_append_printf (text, "%s:%p ", leadup_record_get_id (record), (void *) record);
          g_assert_true (leadup_story_lookup (story, kind, leadup_record_get_id (record)) ==
                         (gpointer) record);
        }
    }

  return g_string_free (text, FALSE);
}

/* Adds so many events that name actors, replaces e1 and removes nothing. */
static LeadupTransaction *
make_large_edit (Fixture *fixture)
{
  LeadupTransaction *transaction = leadup_transaction_new ("Import");
  LeadupEvent *event = leadup_story_lookup (fixture->story, LEADUP_RECORD_EVENT, "e1");
  g_autoptr (LeadupEvent) edited = retitle (event, "large");

  leadup_transaction_replace (transaction, LEADUP_RECORD (event), LEADUP_RECORD (edited));
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i * 7919 % 3000);
      g_autoptr (LeadupEvent) added =
          make_act (id, "talk", "2025", "i:a1 t:a2", LEADUP_VERIFICATION_UNVERIFIED);

      leadup_transaction_add (transaction, LEADUP_RECORD (added));
    }

  return transaction;
}

static gboolean
push_prepared (Fixture           *fixture,
               LeadupTransaction *transaction,
               GError           **error)
{
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (fixture->story);
  LeadupStoryEdit *edit = leadup_story_edit_prepare (snapshot, transaction, NULL, error);

  if (edit == NULL)
    return FALSE;

  g_assert_true (leadup_story_edit_fits (edit, snapshot));
  g_assert_true (leadup_story_edit_get_transaction (edit) == transaction);

  return leadup_history_push_edit (fixture->history, edit, error);
}

/* It is as if it had been done on the spot, there and back, also with other edits behind it. */
static void
test_prepared_edit_goes_to_and_fro (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (LeadupTransaction) transaction = make_large_edit (fixture);
  g_autofree char *before = describe (fixture->story);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (push_prepared (fixture, transaction, &error));
  g_assert_cmpstr (leadup_history_get_undo_label (fixture->history), ==, "Import");
  g_assert_cmpuint (leadup_story_get_n (fixture->story, LEADUP_RECORD_EVENT), ==, 3001);
  after = describe (fixture->story);
  rename_event (fixture, "later", NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_assert_true (leadup_history_undo (fixture->history));
      g_assert_true (leadup_history_undo (fixture->history));
      undone = describe (fixture->story);
      g_assert_true (g_str_equal (undone, before));
      g_assert_true (leadup_history_redo (fixture->history));
      redone = describe (fixture->story);
      g_assert_true (g_str_equal (redone, after));
      g_assert_true (leadup_history_redo (fixture->history));
      g_assert_cmpstr (get_title (fixture), ==, "later");
    }
}

/* What refers to what is known afterwards. */
static void
test_prepared_edit_counts_references (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (LeadupTransaction) transaction = make_large_edit (fixture);
  LeadupRecord *actor = leadup_story_lookup (fixture->story, LEADUP_RECORD_ACTOR, "a1");
  g_autoptr (GError) error = NULL;

  g_assert_true (push_prepared (fixture, transaction, &error));
  g_assert_false (put (fixture->story, actor, NULL, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY);
  g_clear_error (&error);
  g_assert_true (leadup_history_undo (fixture->history));
  g_assert_true (put (fixture->story, actor, NULL, &error));
}

static void
test_prepared_edit_is_refused (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (LeadupTransaction) transaction = make_large_edit (fixture);
  g_autoptr (LeadupTransaction) lost = leadup_transaction_new ("Lost");
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (fixture->story);
  g_autoptr (LeadupEvent) nowhere =
      make_act ("x", "talk", "2025", "i:nobody", LEADUP_VERIFICATION_UNVERIFIED);
  g_autoptr (LeadupSnapshot) later = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  LeadupStoryEdit *edit = leadup_story_edit_prepare (snapshot, transaction, NULL, &error);

  /* Somebody was faster. */
  rename_event (fixture, "faster", NULL);
  later = leadup_story_snapshot (fixture->story);
  g_assert_false (leadup_story_edit_fits (edit, later));
  g_assert_false (leadup_history_push_edit (fixture->history, edit, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpstr (get_title (fixture), ==, "faster");

  /* What would lead nowhere, and what is stopped, is not prepared. */
  leadup_transaction_add (lost, LEADUP_RECORD (nowhere));
  g_assert_false (push_prepared (fixture, lost, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_story_edit_prepare (snapshot, transaction, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A computed change goes and comes with the step. */
static void
test_prepared_edit_is_amended (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (LeadupTransaction) transaction = make_large_edit (fixture);
  g_autoptr (LeadupTransaction) amendment = leadup_transaction_new ("Place");
  LeadupPlacementFields fields = { .id = "a1", .x = 1, .y = 2 };
  g_autoptr (LeadupPlacement) placement = leadup_placement_new (&fields);
  g_autofree char *before = describe (fixture->story);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (push_prepared (fixture, transaction, &error));
  leadup_transaction_add (amendment, LEADUP_RECORD (placement));
  g_assert_true (leadup_history_amend (fixture->history, amendment));
  g_assert_true (leadup_history_undo (fixture->history));
  undone = describe (fixture->story);
  g_assert_true (g_str_equal (undone, before));
  g_assert_true (leadup_history_redo (fixture->history));
  g_assert_cmpuint (leadup_story_get_n (fixture->story, LEADUP_RECORD_PLACEMENT), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/history/undo-restores-the-record-before", test_undo_restores },
    { "/history/an-edit-ends-redo", test_push_ends_redo },
    { "/history/a-prepared-edit-goes-to-and-fro", test_prepared_edit_goes_to_and_fro },
    { "/history/a-prepared-edit-counts-references", test_prepared_edit_counts_references },
    { "/history/a-prepared-edit-is-refused-where-it-does-not-fit", test_prepared_edit_is_refused },
    { "/history/a-prepared-edit-is-amended", test_prepared_edit_is_amended },
    { "/history/a-refused-edit-changes-nothing", test_refused_push_changes_nothing },
    { "/history/knows-the-saved-state", test_save_mark },
    { "/history/a-saved-state-that-was-cut-off-stays-modified", test_saved_state_that_was_cut_off },
    { "/history/what-is-edited-while-saving-is-modified", test_saving_takes_time },
    { "/history/typing-is-one-step", test_typing_is_one_step },
    { "/history/saving-undo-and-another-key-end-a-step", test_what_ends_a_step },
    { "/history/a-step-without-change-goes", test_step_without_change_goes },
    { "/history/notifies-what-changed", test_notifies },
    { "/history/agrees-with-a-list-of-states", test_random_walk },
    { "/history/amendments-go-with-their-step", test_amendments_go_with_their_step },
    { "/history/amendments-before-the-first-step-stay",
      test_amendments_before_the_first_step_stay },
    { "/history/joined-steps-lead-to-both-ends", test_random_typing },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
