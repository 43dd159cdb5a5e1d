/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-derived.h"

static void
keep (LeadupDerived *derived,
      const char    *key,
      GPtrArray     *value)
{
  leadup_derived_keep (derived, key, value, (GBoxedCopyFunc) g_ptr_array_ref,
                       (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
has (LeadupDerived *derived,
     const char    *key)
{
  g_autoptr (GPtrArray) value = leadup_derived_ref (derived, key);

  return value != NULL;
}

static void
test_values_are_kept_and_pushed_out (void)
{
  g_autoptr (LeadupDerived) derived = leadup_derived_new (3);
  const char *keys[] = { "one", "two", "three", "four" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GPtrArray) value = g_ptr_array_new ();
      g_autoptr (GPtrArray) kept = NULL;

      keep (derived, keys[i], value);
      kept = leadup_derived_ref (derived, keys[i]);
      g_assert_true (kept == value);
    }
  g_assert_false (has (derived, "one"));
}

static void
test_what_was_asked_for_last_stays (void)
{
  g_autoptr (LeadupDerived) derived = leadup_derived_new (2);
  g_autoptr (GPtrArray) value = g_ptr_array_new ();

  keep (derived, "one", value);
  keep (derived, "two", value);
  g_assert_true (has (derived, "one"));
  keep (derived, "three", value);
  g_assert_true (has (derived, "one"));
  g_assert_true (has (derived, "three"));
  g_assert_false (has (derived, "two"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derived/values-are-kept-and-pushed-out", test_values_are_kept_and_pushed_out);
  g_test_add_func ("/derived/what-was-asked-for-last-stays", test_what_was_asked_for_last_stays);

  return g_test_run ();
}
