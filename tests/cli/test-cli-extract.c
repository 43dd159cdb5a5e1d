/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-extract.h"
#include "cli/leadup-cli.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static const LeadupCliVerb verbs[] = { { "extract", leadup_cli_extract } };

static void
test_a_program_has_its_own_verbs (void)
{
  char *other[] = { (char *) "leadup", (char *) "story.leadup", NULL };

  g_assert_cmpint (leadup_cli_run (verbs, G_N_ELEMENTS (verbs), 2, other), ==, 2);
  g_assert_cmpint (leadup_cli_run (verbs, G_N_ELEMENTS (verbs), 1, other), ==, 2);
}

static int
run (const char *a,
     const char *b,
     const char *c)
{
  char *argv[] = { g_strdup ("leadup"), g_strdup ("extract"), g_strdup (a),
                   g_strdup (b),        g_strdup (c),         NULL };
  char *kept[G_N_ELEMENTS (argv)];
  int argc = 0;
  int status;

  while (argv[argc] != NULL)
    argc++;

  /* The parser of options takes out what it has read. */
  memcpy (kept, argv, sizeof argv);
  status = leadup_cli_run (verbs, G_N_ELEMENTS (verbs), argc, argv);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_free (kept[i]);

  return status;
}

/* What is wrong with the command line is 2, what is wrong with a file is 1. */
static void
test_exit_codes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("leadup-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "good.jsonl", NULL);
  g_autofree char *bad = g_build_filename (folder, "bad.jsonl", NULL);

  g_assert_true (g_file_set_contents (
      good, "{\"doc\":\"a\",\"text\":\"It sank on Tuesday.\",\"dct\":\"2025-12-19\"}\n", -1, NULL));
  g_assert_true (g_file_set_contents (bad, "{\"doc\":\"a\"}\n{\n", -1, NULL));

  if (g_test_subprocess ())
    {
      g_assert_cmpint (run (NULL, NULL, NULL), ==, 2);
      g_assert_cmpint (run ("--date", "2025-02-30", good), ==, 2);
      g_assert_cmpint (run ("--format", "xml", good), ==, 2);
      g_assert_cmpint (run ("/nowhere/at/all.txt", NULL, NULL), ==, 1);
      g_assert_cmpint (run (bad, NULL, NULL), ==, 1);
      g_assert_cmpint (run (good, NULL, NULL), ==, 0);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*{\"doc\":\"a\",*\"value\":\"2025-12-16\"*}*");
  g_test_trap_assert_stderr ("*line 2*");
  g_unlink (good);
  g_unlink (bad);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/a-program-has-its-own-verbs", test_a_program_has_its_own_verbs);
  g_test_add_func ("/cli/extract-tells-by-its-exit-code-what-is-wrong", test_exit_codes);

  return g_test_run ();
}
