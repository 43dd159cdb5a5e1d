/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-default-categories.h"

#include <string.h>

static void
test_all_can_be_told_apart (void)
{
  GPtrArray *categories = leadup_default_categories_get ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (categories->len, >=, 10);
  for (guint i = 0; i < categories->len; i++)
    {
      const LeadupCategoryFields *fields =
          leadup_category_get_fields (g_ptr_array_index (categories, i));

      g_assert_true (g_hash_table_add (seen, (gpointer) fields->id));
      g_assert_true (g_hash_table_add (seen, (gpointer) fields->name));
      g_assert_true (g_hash_table_add (seen, (gpointer) fields->colour));
      g_assert_cmpuint (strlen (fields->colour), ==, 7);
    }
}

static void
test_the_families_that_people_think_in_are_there (void)
{
  static const char *const ids[] = { "strike", "policy", "statement", "other" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (leadup_default_categories_find (ids[i]));
}

static void
test_names_are_found_whatever_their_case (void)
{
  LeadupCategory *strike = leadup_default_categories_find ("strike");

  g_assert_true (leadup_default_categories_find ("STRIKE") == strike);
  g_assert_cmpstr (leadup_record_get_id (
                       LEADUP_RECORD (leadup_default_categories_find ("arrest or LEGAL action"))),
                   ==, "legal-action");
  g_assert_null (leadup_default_categories_find ("weather"));
  g_assert_null (leadup_default_categories_find (""));
  g_assert_null (leadup_default_categories_find (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/default-categories/all-can-be-told-apart", test_all_can_be_told_apart);
  g_test_add_func ("/default-categories/the-families-that-people-think-in-are-there",
                   test_the_families_that_people_think_in_are_there);
  g_test_add_func ("/default-categories/names-are-found-whatever-their-case",
                   test_names_are_found_whatever_their_case);

  return g_test_run ();
}
