/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-error.h"
#include "fixtures.h"
#include "model/leadup-record-list.h"
#include "model/leadup-record-model.h"

#include <string.h>

static LeadupRecord *
make (guint number)
{
  g_autofree char *id = g_strdup_printf ("%06u", number);

  return LEADUP_RECORD (make_actor (id));
}

/* Actors with the numbers 0, 2, 4 …, backwards where asked for. */
static GPtrArray *
make_many (guint    n,
           gboolean is_backward)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, make (2 * (is_backward ? n - 1 - i : i)));

  return records;
}

static LeadupRecordList *
make_list (GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  LeadupRecordList *list =
      leadup_record_list_new ((LeadupRecord **) records->pdata, records->len, &error);

  g_assert_no_error (error);

  return list;
}

static void
assert_sorted (const LeadupRecordList *list)
{
  guint n = leadup_record_list_get_n (list);

  for (guint i = 0; i < n; i++)
    {
      LeadupRecord *record = leadup_record_list_get (list, i);
      guint position;

      if (i > 0)
        g_assert_cmpint (strcmp (leadup_record_get_id (leadup_record_list_get (list, i - 1)),
                                 leadup_record_get_id (record)),
                         <, 0);
      g_assert_true (leadup_record_list_find (list, leadup_record_get_id (record), &position) ==
                     record);
      g_assert_cmpuint (position, ==, i);
    }
}

static void
test_sorts (void)
{
  static const guint sizes[] = { 0, 1, 2, 1023, 1024, 1025, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autoptr (GPtrArray) records = make_many (sizes[i], j == 1);
        g_autoptr (LeadupRecordList) list = make_list (records);
        guint position;

        g_assert_cmpuint (leadup_record_list_get_n (list), ==, sizes[i]);
        assert_sorted (list);
        for (guint k = 0; k <= sizes[i]; k++)
          {
            g_autofree char *id = g_strdup_printf ("%06u-", 2 * k);

            g_assert_null (leadup_record_list_find (list, id, &position));
            g_assert_cmpuint (position, ==, MIN (k + 1, sizes[i]));
          }
      }
}

static void
test_refuses_twins (void)
{
  g_autoptr (GPtrArray) records = make_many (10, TRUE);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, make (4));
  g_assert_null (leadup_record_list_new ((LeadupRecord **) records->pdata, records->len, &error));
  g_assert_error (error, LEADUP_ERROR, LEADUP_ERROR_INTEGRITY);
  g_assert_nonnull (strstr (error->message, "000004"));
}

static void
test_old_list_stays (void)
{
  g_autoptr (GPtrArray) records = make_many (5000, FALSE);
  g_autoptr (LeadupRecordList) list = make_list (records);
  g_autoptr (LeadupRecord) added = make (4001);
  LeadupRecordEdit edits[] = { { "000010", records->pdata[5], NULL },
                               { leadup_record_get_id (added), NULL, added } };
  g_autoptr (LeadupRecordList) edited =
      leadup_record_list_edit (list, edits, G_N_ELEMENTS (edits), NULL);

  g_assert_cmpuint (leadup_record_list_get_n (list), ==, 5000);
  g_assert_cmpuint (leadup_record_list_get_n (edited), ==, 5000);
  g_assert_nonnull (leadup_record_list_find (list, "000010", NULL));
  g_assert_null (leadup_record_list_find (edited, "000010", NULL));
  g_assert_null (leadup_record_list_find (list, "004001", NULL));
  g_assert_true (leadup_record_list_find (edited, "004001", NULL) == added);
  assert_sorted (list);
  assert_sorted (edited);
  g_assert_true (leadup_record_list_ref (list) == list);
  leadup_record_list_unref (list);
}

static void
test_checks_what_it_replaces (void)
{
  g_autoptr (GPtrArray) records = make_many (10, FALSE);
  g_autoptr (LeadupRecordList) list = make_list (records);
  g_autoptr (LeadupRecord) twin = make (4);
  g_autoptr (LeadupRecord) unknown = make (5);
  const struct
  {
    LeadupRecordEdit edit;
    int code;
  } rows[] = {
    { { "000004", NULL, twin }, LEADUP_ERROR_INTEGRITY },
    { { "000004", twin, NULL }, LEADUP_ERROR_CONFLICT },
    { { "000005", unknown, NULL }, LEADUP_ERROR_CONFLICT },
    { { "000005", unknown, unknown }, LEADUP_ERROR_CONFLICT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (leadup_record_list_edit (list, &rows[i].edit, 1, &error));
      g_assert_error (error, LEADUP_ERROR, rows[i].code);
    }
}

static int
compare_edits (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const LeadupRecordEdit *) a)->id, ((const LeadupRecordEdit *) b)->id);
}

/* Random edits of random size against a table of what should be there. */
static void
test_random_edits (void)
{
  g_autoptr (GPtrArray) none = make_many (0, FALSE);
  LeadupRecordList *list = make_list (none);
  g_autofree LeadupRecord **expected = g_new0 (LeadupRecord *, 8000);

  for (guint round = 0; round < 300; round++)
    {
      guint n = g_test_rand_bit () ? 1 : (guint) g_test_rand_int_range (1, 3000);
      gboolean is_shrinking = round % 3 == 2;
      g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LeadupRecordEdit));
      g_autoptr (GPtrArray) garbage = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree guint8 *is_used = g_new0 (guint8, 8000);
      LeadupRecordList *next;
      guint n_expected = 0;

      for (guint i = 0; i < n; i++)
        {
          guint number = (guint) g_test_rand_int_range (0, 8000);
          LeadupRecordEdit edit = { NULL, expected[number], NULL };

          if (is_used[number] || (is_shrinking && edit.before == NULL))
            continue;
          is_used[number] = 1;
          if (!is_shrinking || (edit.before != NULL && g_test_rand_bit () && g_test_rand_bit ()))
            edit.after = make (number);
          edit.id = leadup_record_get_id (edit.after != NULL ? edit.after : edit.before);
          if (edit.before != NULL)
            g_ptr_array_add (garbage, edit.before);
          expected[number] = edit.after;
          g_array_append_val (edits, edit);
        }
      if (edits->len == 0)
        continue;

      g_array_sort (edits, compare_edits);
      next = leadup_record_list_edit (list, (LeadupRecordEdit *) edits->data, edits->len, NULL);
      g_assert_nonnull (next);
      leadup_record_list_unref (list);
      list = next;

      for (guint i = 0; i < 8000; i++)
        if (expected[i] != NULL)
          g_assert_true (leadup_record_list_get (list, n_expected++) == expected[i]);
      g_assert_cmpuint (leadup_record_list_get_n (list), ==, n_expected);
    }

  assert_sorted (list);
  leadup_record_list_unref (list);
  for (guint i = 0; i < 8000; i++)
    if (expected[i] != NULL)
      g_assert_finalize_object (expected[i]);
}

static void
note_change_cb (GListModel *model,
                guint       position,
                guint       removed,
                guint       added,
                gpointer    user_data)
{
  guint *noted = user_data;

  noted[0] = position;
  noted[1] = removed;
  noted[2] = added;
  noted[3]++;
}

static void
test_model_tells_what_changed (void)
{
  g_autoptr (GPtrArray) records = make_many (4, FALSE);
  g_autoptr (LeadupRecordList) list = make_list (records);
  LeadupRecordEdit edit = { "000002", records->pdata[1], NULL };
  g_autoptr (LeadupRecordList) edited = leadup_record_list_edit (list, &edit, 1, NULL);
  g_autoptr (LeadupRecordModel) model = leadup_record_model_new (LEADUP_TYPE_ACTOR, list);
  g_autoptr (GObject) item = NULL;
  guint noted[4] = { 0 };

  g_signal_connect (model, "items-changed", G_CALLBACK (note_change_cb), noted);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 4);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == LEADUP_TYPE_ACTOR);
  leadup_record_model_set_list (model, edited, 1, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  g_assert_cmpuint (noted[0], ==, 1);
  g_assert_cmpuint (noted[1], ==, 1);
  g_assert_cmpuint (noted[2], ==, 0);
  g_assert_cmpuint (noted[3], ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true ((gpointer) item == records->pdata[2]);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 3));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-list/sorts-and-finds", test_sorts);
  g_test_add_func ("/record-list/refuses-an-id-that-occurs-twice", test_refuses_twins);
  g_test_add_func ("/record-list/an-edit-leaves-the-old-list-alone", test_old_list_stays);
  g_test_add_func ("/record-list/checks-what-an-edit-expects", test_checks_what_it_replaces);
  g_test_add_func ("/record-list/random-edits-agree-with-a-table", test_random_edits);
  g_test_add_func ("/record-model/tells-what-changed", test_model_tells_what_changed);

  return g_test_run ();
}
