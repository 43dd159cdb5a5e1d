/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Importing events as JSON and as CSV, and opening the story that was saved: the time of the
 * processor, of the clock, and peak memory, beside what json-glib needs to read the same JSON into
 * a tree. Every figure is of a process of its own.
 *
 * bench-import [NUMBER…]: makes so many events itself
 * bench-import FILE.json FILE.csv: reads those
 * bench-import FILE: imports it once, or opens it, in this process, for a profiler to watch */

#include "config.h"

#include "document/leadup-document.h"
#include "import/leadup-importer.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ACTORS 200
#define N_CATEGORIES 12
#define MAX_TITLE 120

/* The fastest of so many runs counts; of large inputs two have to do. */
#define N_ROUNDS 5
#define MANY_BYTES ((gsize) 64 << 20)

typedef struct
{
  double cpu;
  double wall;
  long peak_kib;
  guint n_events;
} Figures;

/* Returns what was made, which nobody frees: that is no part of the work. */
typedef gpointer (*Measure) (const char *path,
                             const char *to,
                             Figures    *figures);

static double
get_cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static void
append_title (GString *title,
              GRand   *random,
              guint    first,
              guint    second)
{
  static const char *const verbs[] = { "meets", "accuses", "signs with", "suspends", "rejects" };
  static const char words[] = "after weeks of talks in the capital amid growing pressure from "
                              "regional partners while observers question whether it can hold";
  double longer = g_rand_double (random);

  g_string_append_printf (title, "Person %u %s person %u over a trade deal ", first,
                          verbs[g_rand_int_range (random, 0, G_N_ELEMENTS (verbs))], second);
  g_string_append_len (title, words, (gssize) (longer * longer * (double) (sizeof words - 1)));
  g_string_truncate (title, MIN (title->len, MAX_TITLE));
  while (title->str[title->len - 1] == ' ')
    g_string_truncate (title, title->len - 1);
}

static void
append_date (GString *text,
             GRand   *random)
{
  g_string_append_printf (text, "20%02d-%02d-%02d", g_rand_int_range (random, 15, 25),
                          g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
  if (g_rand_double (random) < 0.6)
    g_string_append_printf (text, "T%02d:%02dZ", g_rand_int_range (random, 0, 24),
                            g_rand_int_range (random, 0, 60));
}

/* The same events as JSON and as CSV. */
static void
generate (const char *json_path,
          const char *csv_path,
          guint       n_events)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n_events);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) start = g_string_new (NULL);
  FILE *json = g_fopen (json_path, "w");
  FILE *csv = g_fopen (csv_path, "w");

  if (json == NULL || csv == NULL)
    g_error ("No file can be written");
  fputs ("[\n", json);
  fputs ("id,title,start,end,category,actors\n", csv);
  for (guint i = 0; i < n_events; i++)
    {
      guint first = (guint) g_rand_int_range (random, 0, N_ACTORS);
      guint second = (guint) g_rand_int_range (random, 0, N_ACTORS);
      int category = g_rand_int_range (random, 0, N_CATEGORIES);
      gboolean has_end = g_rand_double (random) < 0.15;

      g_string_truncate (title, 0);
      g_string_truncate (start, 0);
      append_title (title, random, first, second);
      append_date (start, random);
      fprintf (json, "{\"id\":\"e%u\",\"title\":\"%s\",\"start\":\"%s\",", i, title->str,
               start->str);
      if (has_end)
        fprintf (json, "\"end\":\"2025-06-01\",");
      fprintf (json, "\"category\":\"Topic %d\",\"actors\":[\"Person %u\",\"Person %u\"]}%s\n",
               category, first, second, i + 1 < n_events ? "," : "");
      fprintf (csv, "e%u,%s,%s,%s,Topic %d,Person %u;Person %u\n", i, title->str, start->str,
               has_end ? "2025-06-01" : "", category, first, second);
    }
  fputs ("]\n", json);
  fclose (json);
  fclose (csv);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  GMappedFile *file = g_mapped_file_new (path, FALSE, &error);
  GBytes *bytes;

  if (file == NULL)
    g_error ("%s", error->message);
  bytes = g_mapped_file_get_bytes (file);
  g_mapped_file_unref (file);

  return bytes;
}

/* As the command line does: the bytes are not needed any more when there is a plan. */
static LeadupImportPlan *
make_plan (const char     *path,
           LeadupSnapshot *snapshot)
{
  g_autoptr (GBytes) bytes = read_file (path);
  g_autofree char *name = g_path_get_basename (path);
  const LeadupImporter *importer = leadup_importers_detect (bytes);
  LeadupImportInput input = { .bytes = bytes, .name = name, .snapshot = snapshot };
  LeadupImportPlan *plan;
  g_autoptr (GError) error = NULL;

  plan = importer != NULL ? importer->parse (&input, NULL, &error) : NULL;
  if (plan == NULL)
    g_error ("%s: %s", path, error != NULL ? error->message : "of no format that is read");

  return plan;
}

static LeadupDocument *
import (const char *path)
{
  LeadupDocument *document = leadup_document_new ();
  LeadupStory *story = leadup_document_get_story (document);
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupImportPlan) plan = make_plan (path, snapshot);
  g_autoptr (LeadupTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  transaction = leadup_import_plan_to_transaction (plan, snapshot);
  if (!leadup_history_push (leadup_document_get_history (document), transaction, &error))
    g_error ("%s", error->message);

  return document;
}

static gpointer
measure_import (const char *path,
                const char *to,
                Figures    *figures)
{
  LeadupDocument *document = import (path);

  figures->n_events =
      leadup_story_get_n (leadup_document_get_story (document), LEADUP_RECORD_EVENT);

  return document;
}

static gpointer
save (const char *path,
      const char *to,
      Figures    *figures)
{
  LeadupDocument *document = import (path);
  g_autoptr (GFile) file = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  if (!leadup_document_save (document, file, FALSE, NULL, &error))
    g_error ("%s", error->message);

  return document;
}

static gpointer
measure_open (const char *path,
              const char *to,
              Figures    *figures)
{
  LeadupDocument *document = leadup_document_new ();
  g_autoptr (GFile) file = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  if (!leadup_document_load (document, file, NULL, &error))
    g_error ("%s", error->message);
  figures->n_events =
      leadup_story_get_n (leadup_document_get_story (document), LEADUP_RECORD_EVENT);

  return document;
}

static gpointer
measure_tree (const char *path,
              const char *to,
              Figures    *figures)
{
  JsonParser *parser = json_parser_new ();
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("%s", error->message);

  return parser;
}

static Figures
measure (Measure     work,
         const char *path,
         const char *to)
{
  Figures figures = { 0 };
  double cpu = get_cpu_seconds ();
  gint64 wall = g_get_monotonic_time ();
  struct rusage usage;

  work (path, to, &figures);
  getrusage (RUSAGE_SELF, &usage);
  figures.cpu = get_cpu_seconds () - cpu;
  figures.wall = (double) (g_get_monotonic_time () - wall) * 1e-6;
  figures.peak_kib = usage.ru_maxrss;

  return figures;
}

/* Runs @work in a child, so that its peak is its own. */
static Figures
run_once (Measure     work,
          const char *path,
          const char *to)
{
  Figures figures = { 0 };
  int ends[2];
  int status;
  pid_t child;

  if (pipe (ends) != 0)
    g_error ("There is no pipe");
  child = fork ();
  if (child == 0)
    {
      figures = measure (work, path, to);
      _exit (write (ends[1], &figures, sizeof figures) == sizeof figures ? 0 : 1);
    }
  close (ends[1]);
  if (child < 0 || read (ends[0], &figures, sizeof figures) != sizeof figures ||
      waitpid (child, &status, 0) != child || status != 0)
    g_error ("A measurement failed");
  close (ends[0]);

  return figures;
}

static Figures
run (Measure     work,
     const char *path,
     const char *to)
{
  GStatBuf status;
  gboolean is_small = g_stat (path, &status) == 0 && (gsize) status.st_size < MANY_BYTES;
  guint n_rounds = is_small ? N_ROUNDS : 2;
  Figures best = run_once (work, path, to);

  for (guint i = 1; i < n_rounds; i++)
    {
      Figures figures = run_once (work, path, to);

      best.wall = MIN (best.wall, figures.wall);
      best.cpu = MIN (best.cpu, figures.cpu);
      best.peak_kib = MIN (best.peak_kib, figures.peak_kib);
    }

  return best;
}

static void
print (const char    *what,
       const Figures *figures,
       const Figures *beside)
{
  g_print ("  %-22s %8.3f s CPU %8.3f s wall %8.1f MiB", what, figures->cpu, figures->wall,
           (double) figures->peak_kib / 1024.0);
  if (beside != NULL)
    g_print ("  = %.2f × CPU, %.2f × memory", figures->cpu / beside->cpu,
             (double) figures->peak_kib / (double) beside->peak_kib);
  g_print ("\n");
}

static void
bench (const char *json,
       const char *csv,
       const char *story)
{
  Figures tree = run (measure_tree, json, NULL);
  Figures from_json = run (measure_import, json, NULL);
  Figures from_csv = run (measure_import, csv, NULL);
  Figures opened;

  run_once (save, json, story);
  opened = run (measure_open, json, story);
  g_assert_cmpuint (from_json.n_events, ==, from_csv.n_events);
  g_assert_cmpuint (from_json.n_events, ==, opened.n_events);

  g_print ("%u events\n", from_json.n_events);
  print ("json-glib tree", &tree, NULL);
  print ("import JSON", &from_json, &tree);
  print ("import CSV", &from_csv, &tree);
  print ("open the saved story", &opened, &tree);
  g_print ("  JSON: goal 0.60 × the CPU and 0.50 × the memory of the tree; wall %.2f × its CPU\n"
           "  CSV %.2f × JSON (goal 0.50); open %.2f × JSON (goal 1)\n",
           from_json.wall / from_json.cpu, from_csv.cpu / from_json.cpu,
           opened.cpu / from_json.cpu);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *story = NULL;

  setlocale (LC_ALL, "");
  if (argc == 2 && g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      gboolean is_story = g_str_has_suffix (argv[1], ".leadup");
      Figures figures = measure (is_story ? measure_open : measure_import, argv[1], argv[1]);

      g_print ("%u events\n", figures.n_events);
      print (is_story ? "open" : "import", &figures, NULL);
      return 0;
    }

  folder = g_dir_make_tmp ("leadup-bench-XXXXXX", NULL);
  json = g_build_filename (folder, "bench.json", NULL);
  csv = g_build_filename (folder, "bench.csv", NULL);
  story = g_build_filename (folder, "bench.leadup", NULL);

  if (argc == 3 && g_file_test (argv[1], G_FILE_TEST_EXISTS))
    bench (argv[1], argv[2], story);
  else
    for (int i = argc > 1 ? 1 : 0; i < argc; i++)
      {
        guint n_events = i > 0 ? (guint) g_ascii_strtoull (argv[i], NULL, 10) : 100000;

        generate (json, csv, MAX (n_events, 1));
        bench (json, csv, story);
      }
  g_unlink (json);
  g_unlink (csv);
  g_unlink (story);
  g_rmdir (folder);

  return 0;
}
