/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"

static void
test_keeps_changes (void)
{
  LeadupTransaction *transaction = leadup_transaction_new ("Edit");
  LeadupEvent *one = make_event ("e1", "One", NULL);
  LeadupEvent *other = retitle (one, "Other");
  g_autoptr (LeadupActor) actor = make_actor ("a1");

  leadup_transaction_add (transaction, LEADUP_RECORD (actor));
  leadup_transaction_replace (transaction, LEADUP_RECORD (one), LEADUP_RECORD (other));
  leadup_transaction_remove (transaction, LEADUP_RECORD (actor));
  g_assert_cmpstr (leadup_transaction_get_label (transaction), ==, "Edit");
  g_assert_cmpuint (leadup_transaction_get_n_changes (transaction), ==, 3);
  g_assert_null (leadup_transaction_get_change (transaction, 0)->before);
  g_assert_true (leadup_transaction_get_change (transaction, 0)->after == (gpointer) actor);
  g_assert_true (leadup_transaction_get_change (transaction, 1)->before == (gpointer) one);
  g_assert_true (leadup_transaction_get_change (transaction, 1)->after == (gpointer) other);
  g_assert_null (leadup_transaction_get_change (transaction, 2)->after);
  g_assert_true (leadup_transaction_touches (transaction, LEADUP_RECORD_ACTOR));
  g_assert_true (leadup_transaction_touches (transaction, LEADUP_RECORD_EVENT));
  g_assert_false (leadup_transaction_touches (transaction, LEADUP_RECORD_INFO));

  g_assert_true (leadup_transaction_ref (transaction) == transaction);
  leadup_transaction_unref (transaction);
  leadup_transaction_unref (transaction);
  g_assert_finalize_object (one);
  g_assert_finalize_object (other);
}

static void
test_inverse (void)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Edit");
  g_autoptr (LeadupEvent) one = make_event ("e1", "One", NULL);
  g_autoptr (LeadupEvent) other = retitle (one, "Other");
  g_autoptr (LeadupActor) actor = make_actor ("a1");
  g_autoptr (LeadupTransaction) inverse = NULL;

  leadup_transaction_add (transaction, LEADUP_RECORD (actor));
  leadup_transaction_replace (transaction, LEADUP_RECORD (one), LEADUP_RECORD (other));
  inverse = leadup_transaction_invert (transaction);

  g_assert_cmpstr (leadup_transaction_get_label (inverse), ==, "Edit");
  g_assert_cmpuint (leadup_transaction_get_n_changes (inverse), ==, 2);
  g_assert_true (leadup_transaction_get_change (inverse, 0)->before == (gpointer) other);
  g_assert_true (leadup_transaction_get_change (inverse, 0)->after == (gpointer) one);
  g_assert_true (leadup_transaction_get_change (inverse, 1)->before == (gpointer) actor);
  g_assert_null (leadup_transaction_get_change (inverse, 1)->after);
}

/* What is joined, as ids of versions of one record; 0 stands for none. */
static void
test_join (void)
{
  static const struct
  {
    guint first[2];
    guint second[2];
    guint joined[2];
  } rows[] = {
    { { 0, 1 }, { 1, 2 }, { 0, 2 } }, { { 1, 2 }, { 2, 3 }, { 1, 3 } },
    { { 1, 2 }, { 2, 0 }, { 1, 0 } }, { { 1, 0 }, { 0, 2 }, { 1, 2 } },
    { { 0, 1 }, { 1, 0 }, { 0, 0 } }, { { 1, 2 }, { 2, 1 }, { 0, 0 } },
    { { 1, 0 }, { 0, 1 }, { 0, 0 } },
  };
  g_autoptr (LeadupEvent) one = make_event ("e1", "One", NULL);
  g_autoptr (LeadupEvent) two = retitle (one, "Two");
  g_autoptr (LeadupEvent) three = retitle (one, "Three");
  LeadupRecord *versions[] = { NULL, LEADUP_RECORD (one), LEADUP_RECORD (two),
                               LEADUP_RECORD (three) };
  g_autoptr (LeadupActor) actor = make_actor ("e1"); /* the same id, another kind */

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupTransaction *parts[2] = { leadup_transaction_new ("First"),
                                      leadup_transaction_new ("Second") };
      g_autoptr (LeadupTransaction) joined = NULL;
      gboolean is_gone = rows[i].joined[0] == rows[i].joined[1];
      const LeadupChange *change;

      for (guint j = 0; j < 2; j++)
        {
          const guint *row = j == 0 ? rows[i].first : rows[i].second;

          if (row[0] == 0)
            leadup_transaction_add (parts[j], versions[row[1]]);
          else if (row[1] == 0)
            leadup_transaction_remove (parts[j], versions[row[0]]);
          else
            leadup_transaction_replace (parts[j], versions[row[0]], versions[row[1]]);
        }
      leadup_transaction_add (parts[1], LEADUP_RECORD (actor));

      joined = leadup_transaction_join (parts[0], parts[1]);
      g_assert_cmpstr (leadup_transaction_get_label (joined), ==, "First");
      g_assert_cmpuint (leadup_transaction_get_n_changes (joined), ==, is_gone ? 1 : 2);
      if (!is_gone)
        {
          change = leadup_transaction_get_change (joined, 0);
          g_assert_true (change->before == versions[rows[i].joined[0]]);
          g_assert_true (change->after == versions[rows[i].joined[1]]);
        }
      change = leadup_transaction_get_change (joined, is_gone ? 0 : 1);
      g_assert_true (change->after == (gpointer) actor);
      g_clear_pointer (&parts[1], leadup_transaction_unref);
      g_clear_pointer (&parts[0], leadup_transaction_unref);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/transaction/keeps-its-changes", test_keeps_changes);
  g_test_add_func ("/transaction/the-inverse-is-the-swap", test_inverse);
  g_test_add_func ("/transaction/joining-leaves-the-ends", test_join);

  return g_test_run ();
}
