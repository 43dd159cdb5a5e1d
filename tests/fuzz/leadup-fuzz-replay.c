/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs a fuzz target over the files of a folder, and over damaged copies of each: cut, and with
 * bytes changed, the same ones every time. Finds what any change to a reader would break at once;
 * looking for what nobody thought of is libFuzzer’s part. */

#include "config.h"

#include "fuzz.h"

#include <string.h>

/* Damaged copies of each file. */
#define N_CUTS 60
#define N_CHANGES 120
#define MAX_CHANGED_BYTES 4

/* Letters that mean something to most readers. */
static const char marks[] = "{}[]\",:\\/<>&;=0129eE+-.\n\t \0\x7f\x80\xc3\xff";

/* As slow as a single input may be. */
#define MAX_SECONDS 1.0

static guint n_inputs;

/* In a block of exactly its size, so that a sanitizer sees a step beyond. */
static void
try_input (const char *data,
           gsize       size,
           const char *name)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);
  gint64 start = g_get_monotonic_time ();
  double seconds;

  LLVMFuzzerTestOneInput (copy, size);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  if (seconds > MAX_SECONDS)
    g_test_message ("%s: %.1f s for %" G_GSIZE_FORMAT " bytes", name, seconds, size);
  n_inputs++;
}

static void
damage (const char *data,
        gsize       size,
        const char *name)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_str_hash (name));

  for (guint i = 0; i < N_CUTS && size > 0; i++)
    try_input (data, (gsize) (g_rand_double (random) * (double) size), name);

  for (guint i = 0; i < N_CHANGES && size > 0; i++)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      gint32 n = g_rand_int_range (random, 1, MAX_CHANGED_BYTES + 1);

      for (gint32 j = 0; j < n; j++)
        copy[(gsize) (g_rand_double (random) * (double) size)] =
            marks[g_rand_int_range (random, 0, sizeof marks - 1)];
      try_input (copy, size, name);
    }
}

static void
test_corpus (gconstpointer data)
{
  const char *folder = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize size;

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      g_assert_true (g_file_get_contents (path, &text, &size, &error));
      try_input (text, size, name);
      damage (text, size, name);
    }
  try_input ("", 0, "nothing");
  g_assert_cmpuint (n_inputs, >, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *base = g_path_get_basename (argv[i]);
      g_autofree char *name = g_strdup_printf ("/fuzz/the-corpus-of-%s-is-survived", base);

      g_test_add_data_func (name, argv[i], test_corpus);
    }

  return g_test_run ();
}
