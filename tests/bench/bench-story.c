/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening and saving a story: CPU time and peak memory, beside what json-glib needs to read the
 * same bytes into a tree. Every figure is of a process of its own. */

#include "config.h"

#include "document/leadup-document.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-source.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ACTORS 200
#define N_SOURCES 50

/* What is promised of a story of 100,000 events. */
#define MAX_RATIO 2.5

typedef struct
{
  double seconds;
  long peak_kib;
} Figures;

typedef double (*Measure) (const char *path, guint n_events);

static double
get_cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static LeadupRecord *
make_event (GRand *random,
            guint  number)
{
  static const char *const verbs[] = { "meets", "warns", "accuses", "strikes", "blocks", "signs" };
  static const char *const tags[] = { "harbour", "trade", NULL };
  static const char *const supports[] = { "when", "actors", NULL };
  guint first = (guint) g_rand_int_range (random, 0, N_ACTORS);
  guint second = (guint) g_rand_int_range (random, 0, N_ACTORS);
  g_autofree char *id = g_strdup_printf ("e%06u", number);
  g_autofree char *actor = g_strdup_printf ("a%u", first);
  g_autofree char *target = g_strdup_printf ("a%u", second);
  g_autofree char *source = g_strdup_printf ("s%d", g_rand_int_range (random, 0, N_SOURCES));
  g_autofree char *title = g_strdup_printf ("Delegation %u %s delegation %u over pier %u", first,
                                            verbs[number % 6], second, number);
  g_autofree char *edtf =
      g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (random, 0, 25),
                       g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
  LeadupWhenFields when_fields = { .stated = "on that day", .edtf = edtf, .rule = "explicit" };
  g_autoptr (LeadupWhen) when = leadup_when_new (&when_fields, NULL);
  LeadupParticipant participants[] = {
    { .actor = actor, .as = "the delegation", .role = LEADUP_ROLE_INITIATOR },
    { .actor = target, .role = LEADUP_ROLE_TARGET },
  };
  LeadupEvidenceFields evidence_fields = { .source = source,
                                           .quote = "the boats stay where they are",
                                           .span_start = 120,
                                           .span_end = 149,
                                           .supports = supports };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&evidence_fields);
  LeadupPlace place = { .name = "Northport", .latitude = 54.25, .longitude = 9.5 };
  LeadupValue value = {
    .name = "detained", .low = number % 9, .high = number % 9 + 1, .source = source
  };
  LeadupEventFields fields = { .id = id,
                               .title = title,
                               .category = "c0",
                               .summary =
                                   "Both sides said afterwards that the talks had been open, "
                                   "and that nothing was decided before the spring.",
                               .when = when,
                               .place = &place,
                               .participants = participants,
                               .n_participants = 2,
                               .evidence = &evidence,
                               .n_evidence = 1,
                               .values = &value,
                               .n_values = number % 3 == 0 ? 1 : 0,
                               .tags = tags,
                               .verification = LEADUP_VERIFICATION_SINGLE_SOURCE,
                               .importance = number % 6,
                               .tone = (double) NAN };

  return LEADUP_RECORD (leadup_event_new (&fields));
}

static void
apply (LeadupDocument *document,
       GPtrArray      *records)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    leadup_transaction_add (transaction, records->pdata[i]);
  if (!leadup_history_push (leadup_document_get_history (document), transaction, &error))
    g_error ("%s", error->message);
}

static double
generate (const char *path,
          guint       n_events)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (n_events);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  LeadupCategoryFields category = { .id = "c0", .name = "Talks", .family = "talks" };

  g_ptr_array_add (records, leadup_category_new (&category));
  for (guint i = 0; i < MAX (N_ACTORS, N_SOURCES); i++)
    {
      g_autofree char *actor_id = g_strdup_printf ("a%u", i);
      g_autofree char *source_id = g_strdup_printf ("s%u", i);
      LeadupActorFields actor = { .id = actor_id, .name = actor_id };
      LeadupSourceFields source = { .id = source_id, .title = source_id };

      if (i < N_ACTORS)
        g_ptr_array_add (records, leadup_actor_new (&actor));
      if (i < N_SOURCES)
        g_ptr_array_add (records, leadup_source_new (&source));
    }
  for (guint i = 0; i < n_events; i++)
    g_ptr_array_add (records, make_event (random, i));

  apply (document, records);
  if (!leadup_document_save (document, file, FALSE, NULL, &error))
    g_error ("%s", error->message);

  return get_cpu_seconds ();
}

static LeadupDocument *
open_story (const char *path,
            guint       n_events)
{
  LeadupDocument *document = leadup_document_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!leadup_document_load (document, file, NULL, &error))
    g_error ("%s", error->message);
  g_assert_cmpuint (leadup_story_get_n (leadup_document_get_story (document), LEADUP_RECORD_EVENT),
                    ==, n_events);

  return document;
}

static double
measure_open (const char *path,
              guint       n_events)
{
  double before = get_cpu_seconds ();
  LeadupDocument *document = open_story (path, n_events);
  double seconds = get_cpu_seconds () - before;

  g_object_unref (document);

  return seconds;
}

static double
measure_save (const char *path,
              guint       n_events)
{
  g_autoptr (LeadupDocument) document = open_story (path, n_events);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  double before = get_cpu_seconds ();

  if (!leadup_document_save (document, file, FALSE, NULL, &error))
    g_error ("%s", error->message);

  return get_cpu_seconds () - before;
}

static double
measure_tree (const char *path,
              guint       n_events)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  double before = get_cpu_seconds ();
  double seconds;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error) ||
      !json_parser_load_from_data (parser, text, (gssize) length, &error))
    g_error ("%s", error->message);
  seconds = get_cpu_seconds () - before;

  return seconds;
}

/* Runs @measure in a child, so that its peak is its own. */
static Figures
run (Measure     measure,
     const char *path,
     guint       n_events)
{
  Figures figures = { 0, 0 };
  int ends[2];
  int status;
  pid_t child;

  if (pipe (ends) != 0)
    g_error ("There is no pipe");
  child = fork ();
  if (child == 0)
    {
      struct rusage usage;

      figures.seconds = measure (path, n_events);
      getrusage (RUSAGE_SELF, &usage);
      figures.peak_kib = usage.ru_maxrss;
      _exit (write (ends[1], &figures, sizeof figures) == sizeof figures ? 0 : 1);
    }
  close (ends[1]);
  if (child < 0 || read (ends[0], &figures, sizeof figures) != sizeof figures ||
      waitpid (child, &status, 0) != child || status != 0)
    g_error ("A measurement failed");
  close (ends[0]);

  return figures;
}

static void
print (const char *what,
       Figures     figures)
{
  g_print ("  %-24s %8.3f s CPU  %8.1f MiB peak\n", what, figures.seconds,
           (double) figures.peak_kib / 1024.0);
}

static void
bench (const char *path,
       guint       n_events)
{
  Figures opened, saved, tree;
  GStatBuf status;

  run (generate, path, n_events);
  if (g_stat (path, &status) != 0)
    g_error ("There is no story");
  opened = run (measure_open, path, n_events);
  saved = run (measure_save, path, n_events);
  tree = run (measure_tree, path, n_events);

  g_print ("%u events, %.1f MiB\n", n_events, (double) status.st_size / 1048576.0);
  print ("open", opened);
  print ("open and save (save)", saved);
  print ("json-glib tree", tree);
  g_print ("  open / tree: %.2f times the CPU (goal: at most %.1f), %.2f times the memory (goal: "
           "below 1)\n",
           opened.seconds / tree.seconds, MAX_RATIO,
           (double) opened.peak_kib / (double) tree.peak_kib);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  setlocale (LC_ALL, "");
  folder = g_dir_make_tmp ("leadup-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "bench.leadup", NULL);
  bench (path, 10000);
  bench (path, 100000);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
