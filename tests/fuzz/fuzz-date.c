/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a date that somebody typed, which may be EDTF: read or refused with a reason, and
 * what was read can be told and is read again as itself. */

#include "config.h"

#include "fuzz.h"

#include "base/leadup-typed-date.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupWhen) when = leadup_typed_date_read (text, "2025-03-12", &error);
  g_autoptr (LeadupWhen) again = NULL;
  g_autofree char *echo = NULL;
  const LeadupWhenBounds *bounds;

  if (when == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  bounds = leadup_when_get_bounds (when);
  g_assert_cmpint (bounds->start_earliest, <=, bounds->start_latest);
  g_assert_cmpint (bounds->end_earliest, <=, bounds->end_latest);
  g_assert_cmpint (bounds->start_earliest, <, bounds->end_latest);
  echo = leadup_typed_date_echo (when);
  g_assert_true (g_utf8_validate (echo, -1, NULL));
  again = leadup_typed_date_read (leadup_when_get_edtf (when), "2025-03-12", NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (leadup_when_get_edtf (again), ==, leadup_when_get_edtf (when));

  return 0;
}
