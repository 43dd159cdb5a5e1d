/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "events-for-bench.h"
#include "import/leadup-importer.h"
#include "leadup-ui-resources.h"
#include "ui/leadup-application.h"
#include "ui/leadup-graph-page.h"
#include "ui/leadup-import-dialog.h"
#include "ui/leadup-timeline-view.h"
#include "ui/leadup-versions-dialog.h"
#include "ui/leadup-window-private.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

/* What a frame of the real window costs while it pans and zooms, beside one with a drawing area of
 * the same size that is only cleared, with both renderers; what the pointer, a brush over the graph
 * and doing nothing cost; the longest time that the main loop was not free, there and while a table
 * comes in; and how an empty window starts, beside a bare one. Every figure is of a process of its
 * own: CPU time of the whole of it, in its own X server.
 */

#define N_FRAMES 240
#define IDLE_MS 1500
#define PATIENCE_MS 90000
#define MAX_DISPATCHES 20000

typedef struct
{
  GtkWidget *canvas;
  LeadupWorkspace *workspace; /* NULL: a drawing area */
  LeadupStory *story; /* that is imported into */
  GMainLoop *loop;
  const char *mode;
  LeadupScene *scene; /* that was shown last; only compared */
  LeadupInstant from;
  LeadupInstant to;
  guint step;
  guint n_pictures;
  double cpu_ms;
  double thread_ms;
  gint64 last_us;
  double intervals_ms[N_FRAMES];
} Bench;

static double poll_left_ms;
static double longest_ms;
static double dispatches_ms[MAX_DISPATCHES];
static guint n_dispatches;
static GPollFunc poll_before;

static double
get_cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static double
get_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss / 1024;
}

static double
get_thread_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Between two polls the main loop is busy. What other processes take from it meanwhile is not its
 * fault: only its own time counts. */
static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  int result;

  if (poll_left_ms > 0)
    {
      double took = get_thread_ms () - poll_left_ms;

      longest_ms = MAX (longest_ms, took);
      if (n_dispatches < MAX_DISPATCHES)
        dispatches_ms[n_dispatches++] = took;
    }
  result = poll_before (fds, n_fds, timeout);
  poll_left_ms = get_thread_ms ();

  return result;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
report (Bench *self)
{
  qsort (self->intervals_ms, self->n_pictures, sizeof (double), compare_doubles);
  qsort (dispatches_ms, n_dispatches, sizeof (double), compare_doubles);
  g_print ("%.2f ms of CPU a frame, %.2f of them on the main thread, interval %.1f ms (p95 %.1f), "
           "dispatch %.2f ms of CPU (p95 %.2f, longest %.1f)",
           (get_cpu_ms () - self->cpu_ms) / self->n_pictures,
           (get_thread_ms () - self->thread_ms) / self->n_pictures,
           self->intervals_ms[self->n_pictures / 2],
           self->intervals_ms[self->n_pictures * 95 / 100], dispatches_ms[n_dispatches / 2],
           dispatches_ms[n_dispatches * 95 / 100], longest_ms);
}

static void
move_camera (Bench *self)
{
  double t = (double) self->step / N_FRAMES;
  double whole = (double) (self->to - self->from);
  double span = whole * pow (40, -sin (t * G_PI));
  double middle = (double) self->from + whole * (0.5 + 0.4 * sin (t * 7));

  leadup_workspace_set_camera (self->workspace, (LeadupInstant) (middle - span / 2),
                               (LeadupInstant) (middle + span / 2));
}

/* A range of a quarter of the time goes to and fro, each picture another one. */
static void
move_brush (Bench *self)
{
  double whole = (double) self->to - (double) self->from;
  double start = (double) self->from + whole * 0.375 * (1 + sin (self->step * 0.05));

  leadup_workspace_set_brush (self->workspace, (LeadupInstant) start,
                              (LeadupInstant) (start + whole / 4));
}

/* Moves what the pointer is over from event to event. */
static void
move_hover (Bench *self)
{
  LeadupScene *scene = leadup_canvas_get_scene (LEADUP_CANVAS (self->canvas));
  guint n = leadup_scene_get_n_groups (scene);

  for (guint i = 0; i < n; i++)
    {
      const LeadupSceneGroup *group = leadup_scene_get_group (scene, (self->step * 7 + i) % n);

      if (group->kind != LEADUP_SCENE_EVENT)
        continue;
      leadup_workspace_set_hover (self->workspace, LEADUP_RECORD_EVENT, FALSE, group->id);
      return;
    }
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Bench *self = user_data;
  gint64 now = g_get_monotonic_time ();
  LeadupScene *scene =
      self->workspace != NULL ? leadup_canvas_get_scene (LEADUP_CANVAS (self->canvas)) : NULL;
  gboolean is_hover = g_str_equal (self->mode, "hover");

  /* Only a new picture counts as a frame. */
  if (self->workspace == NULL || is_hover || scene != self->scene)
    {
      if (self->last_us != 0)
        self->intervals_ms[self->n_pictures++] = (double) (now - self->last_us) / 1e3;
      self->last_us = now;
      self->scene = scene;
    }
  if (self->n_pictures == N_FRAMES)
    {
      report (self);
      g_main_loop_quit (self->loop);
      return G_SOURCE_REMOVE;
    }

  self->step++;
  if (self->workspace == NULL)
    gtk_widget_queue_draw (self->canvas);
  else if (is_hover)
    move_hover (self);
  else if (g_str_equal (self->mode, "brush"))
    move_brush (self);
  else
    move_camera (self);

  return G_SOURCE_CONTINUE;
}

static void
count_frame_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  (*(guint *) user_data)++;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

static void
wait_ms (Bench *self,
         guint  ms)
{
  g_timeout_add (ms, quit_cb, self->loop);
  g_main_loop_run (self->loop);
}

static void
measure (Bench *self)
{
  guint n_frames = 0;

  longest_ms = 0;
  n_dispatches = 0;
  self->cpu_ms = get_cpu_ms ();
  self->thread_ms = get_thread_ms ();
  gtk_widget_add_tick_callback (self->canvas, tick_cb, self, NULL);
  g_main_loop_run (self->loop);

  g_signal_connect (gtk_widget_get_frame_clock (self->canvas), "paint", G_CALLBACK (count_frame_cb),
                    &n_frames);
  wait_ms (self, 300);
  n_frames = 0;
  wait_ms (self, IDLE_MS);
  g_print (", %u frames while idle, peak %.0f MB\n", n_frames, get_peak_mb ());
}

static void
clear_cb (GtkDrawingArea *area,
          cairo_t        *cr,
          int             width,
          int             height,
          gpointer        user_data)
{
  cairo_set_source_rgb (cr, 0.99, 0.99, 0.98);
  cairo_paint (cr);
}

static void
fill_document (LeadupDocument *document,
               guint           n_events)
{
  g_autoptr (GPtrArray) records = bench_events_records (n_events);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    leadup_transaction_add (transaction, records->pdata[i]);
  if (!leadup_story_apply (leadup_document_get_story (document), transaction, &error))
    g_error ("%s", error->message);
}

static GtkWidget *
make_timeline (Bench *self,
               guint  n_events)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  GtkWidget *view = g_object_new (LEADUP_TYPE_TIMELINE_VIEW, NULL);

  fill_document (document, n_events);
  self->workspace = leadup_workspace_new ();
  leadup_timeline_view_set_workspace (LEADUP_TIMELINE_VIEW (view), self->workspace);
  leadup_workspace_set_document (self->workspace, document);

  return view;
}

/* The graph as the window has it: strip, map, notes and time-lapse. */
static GtkWidget *
make_graph (Bench *self,
            guint  n_events)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  GtkWidget *page = g_object_new (LEADUP_TYPE_GRAPH_PAGE, NULL);

  fill_document (document, n_events);
  self->workspace = leadup_workspace_new ();
  leadup_graph_page_set_workspace (LEADUP_GRAPH_PAGE (page), self->workspace);
  leadup_workspace_set_document (self->workspace, document);
  self->canvas = GTK_WIDGET (leadup_graph_page_get_view (LEADUP_GRAPH_PAGE (page)));

  return page;
}

static gboolean
has_picture (Bench *self)
{
  return leadup_canvas_get_scene (LEADUP_CANVAS (self->canvas)) != NULL;
}

static gboolean
quit_at_picture_cb (gpointer user_data)
{
  Bench *self = user_data;

  if (!has_picture (self))
    return G_SOURCE_CONTINUE;

  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

static void
print_index_cb (LeadupWorkspace *workspace,
                gint64          *began)
{
  g_print ("index after %.0f ms, ", (double) (g_get_monotonic_time () - *began) / 1e3);
}

/* How long the timeline of a story that is there takes to its first picture, the density, and to
 * all that the other views show. */
static void
run_first (guint n_events)
{
  Bench self = { .mode = "first", .loop = g_main_loop_new (NULL, FALSE) };
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  GtkWidget *window;
  gint64 began;

  adw_init ();
  leadup_ui_register_resource ();
  fill_document (document, n_events);
  self.canvas = g_object_new (LEADUP_TYPE_TIMELINE_VIEW, NULL);
  self.workspace = leadup_workspace_new ();
  leadup_timeline_view_set_workspace (LEADUP_TIMELINE_VIEW (self.canvas), self.workspace);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_set_child (GTK_WINDOW (window), self.canvas);
  gtk_window_present (GTK_WINDOW (window));
  wait_ms (&self, 1000);

  g_signal_connect (self.workspace, "index-changed", G_CALLBACK (print_index_cb), &began);
  began = g_get_monotonic_time ();
  leadup_workspace_set_document (self.workspace, document);
  g_timeout_add (2, quit_at_picture_cb, &self);
  g_main_loop_run (self.loop);
  g_print ("first picture after %.0f ms", (double) (g_get_monotonic_time () - began) / 1e3);
  while (leadup_workspace_get_projection (self.workspace) == NULL)
    wait_ms (&self, 5);
  g_print (", projection after %.0f ms, peak %.0f MB\n",
           (double) (g_get_monotonic_time () - began) / 1e3, get_peak_mb ());
  exit (0);
}

static void
run_window (const char *mode,
            guint       n_events)
{
  Bench self = { .mode = mode, .loop = g_main_loop_new (NULL, FALSE) };
  GtkWidget *window, *child;

  adw_init ();
  leadup_ui_register_resource ();
  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watch_poll);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  if (g_str_equal (mode, "clear"))
    {
      child = self.canvas = gtk_drawing_area_new ();
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self.canvas), clear_cb, NULL, NULL);
    }
  else if (g_str_equal (mode, "brush"))
    {
      child = make_graph (&self, n_events);
    }
  else
    {
      child = self.canvas = make_timeline (&self, n_events);
    }
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));

  wait_ms (&self, 500);
  for (guint i = 0; self.workspace != NULL && i < PATIENCE_MS / 500; i++)
    {
      if (leadup_workspace_get_camera (self.workspace, &self.from, &self.to) &&
          i > n_events / 40000 && (child == self.canvas || has_picture (&self)))
        break;
      wait_ms (&self, 500);
    }
  measure (&self);
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
write_table (guint n_events)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (n_events);
  char *path = g_build_filename (g_get_tmp_dir (), "leadup-bench-window.csv", NULL);
  FILE *file = g_fopen (path, "w");

  if (file == NULL)
    g_error ("No file can be written");
  fputs ("id,date,title,category,actors\n", file);
  for (guint i = 0; i < n_events; i++)
    fprintf (file, "e%u,20%02d-%02d-%02d,Person %u meets person %d over a trade deal %u,Topic %d,"
                   "Person %u;Person %d\n",
             i, g_rand_int_range (random, 15, 25), g_rand_int_range (random, 1, 13),
             g_rand_int_range (random, 1, 29), i % 200, g_rand_int_range (random, 0, 200), i,
             g_rand_int_range (random, 0, 12), i % 200, g_rand_int_range (random, 0, 200));
  fclose (file);

  return path;
}

/* The same events as a story, another version of the one that is open. */
static GFile *
write_version (const char *table)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  LeadupStory *story = leadup_document_get_story (document);
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (table, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (mapped);
  LeadupImportInput input = { .bytes = bytes, .name = "version", .snapshot = snapshot };
  g_autofree char *path = g_strconcat (table, ".leadup", NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (LeadupImportPlan) plan =
      leadup_importers_detect (bytes)->parse (&input, NULL, NULL);
  g_autoptr (LeadupTransaction) transaction = leadup_import_plan_to_transaction (plan, snapshot);
  g_autoptr (GError) error = NULL;

  if (!leadup_history_push (leadup_document_get_history (document), transaction, &error) ||
      !leadup_document_save (document, file, FALSE, NULL, &error))
    g_error ("%s", error->message);

  return file;
}

static GtkWindow *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

/* Until @is_done says so, and then until everything that follows is over. */
static void
wait_until (Bench      *self,
            gboolean  (*is_done) (Bench *self))
{
  for (guint i = 0; i < PATIENCE_MS / 100 && !is_done (self); i++)
    wait_ms (self, 100);
  wait_ms (self, 3000);
}

static gboolean
is_read (Bench *self)
{
  return find_dialog (LEADUP_TYPE_IMPORT_DIALOG) != NULL;
}

static gboolean
is_compared (Bench *self)
{
  GtkWindow *dialog = find_dialog (LEADUP_TYPE_VERSIONS_DIALOG);

  return dialog != NULL &&
         leadup_versions_dialog_get_merge (LEADUP_VERSIONS_DIALOG (dialog)) != NULL;
}

static gboolean
is_applied (Bench *self)
{
  return leadup_story_get_n (self->story, LEADUP_RECORD_EVENT) > 0;
}

static gboolean
is_undone (Bench *self)
{
  return !is_applied (self);
}

static void
print_longest (const char *what)
{
  g_print ("%s %.1f ms", what, longest_ms);
  longest_ms = 0;
}

/* The longest dispatch while a table, or another version of the story, is read, shown, taken into
 * the story, and taken back. */
static void
run_import (guint    n_events,
            gboolean is_version)
{
  g_autoptr (LeadupApplication) application = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = write_table (n_events);
  Bench self = { .mode = "import", .loop = g_main_loop_new (NULL, FALSE) };
  LeadupWindow *window;
  GtkWindow *dialog;

  file = is_version ? write_version (path) : g_file_new_for_path (path);
  leadup_ui_register_resource ();
  application = leadup_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watch_poll);
  window = leadup_window_new (GTK_APPLICATION (application));
  self.story = leadup_document_get_story (
      leadup_workspace_get_document (leadup_window_get_workspace (window)));
  gtk_window_present (GTK_WINDOW (window));
  wait_ms (&self, 1000);

  longest_ms = 0;
  if (is_version)
    leadup_window_versions_merge (window, file, FALSE);
  else
    leadup_window_import_file (window, file);
  wait_until (&self, is_version ? is_compared : is_read);
  g_print ("longest dispatch of CPU: ");
  print_longest ("read");
  dialog = find_dialog (is_version ? LEADUP_TYPE_VERSIONS_DIALOG : LEADUP_TYPE_IMPORT_DIALOG);
  if (dialog == NULL)
    g_error ("Nothing was read");
  g_signal_emit_by_name (dialog, "activate-default");
  wait_until (&self, is_applied);
  print_longest (", applied");
  g_action_group_activate_action (G_ACTION_GROUP (window), "undo", NULL);
  wait_until (&self, is_undone);
  print_longest (", undone");
  g_print (", peak %.0f MB\n", get_peak_mb ());
  g_file_delete (file, NULL, NULL);
  g_unlink (path);
  exit (0);
}

static void
first_frame_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  const char *began = g_getenv ("BENCH_BEGAN");

  g_print ("first frame after %.0f ms, %.0f ms of CPU, peak %.0f MB\n",
           (double) (g_get_real_time () - g_ascii_strtoll (began, NULL, 10)) / 1e3, get_cpu_ms (),
           get_peak_mb ());
  exit (0);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb),
                    NULL);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realize_cb (GTK_WIDGET (window));
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

static void
run_start (gboolean is_bare)
{
  GtkWidget *window;

  if (!is_bare)
    {
      g_autoptr (LeadupApplication) application = NULL;

      leadup_ui_register_resource ();
      application = leadup_application_new ();
      g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
      g_application_run (G_APPLICATION (application), 0, NULL);
      return;
    }

  gtk_init ();
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_set_child (GTK_WINDOW (window), gtk_drawing_area_new ());
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

static void
spawn (const char *program,
       const char *renderer,
       const char *mode,
       const char *n_events)
{
  const char *args[] = { program, mode, n_events, NULL };
  g_autofree char *began = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_real_time ());
  g_autofree char *output = NULL;
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;

  environment = g_environ_setenv (environment, "GSK_RENDERER", renderer, TRUE);
  environment = g_environ_setenv (environment, "BENCH_BEGAN", began, TRUE);
  if (!g_spawn_sync (NULL, (char **) args, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                     &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  g_print ("%-5s %-8s %8s: %s", renderer, mode, n_events, *output != '\0' ? output : "no answer\n");
}

int
main (int    argc,
      char **argv)
{
  static const char *const renderers[] = { "cairo", "gl" };
  static const char *const sizes[] = { "1000", "10000", "1000000" };

  /* As the program does it. */
  mallopt (M_MMAP_THRESHOLD, 32 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 64 * 1024 * 1024);
  if (argc == 3 && g_str_has_prefix (argv[1], "start-"))
    run_start (g_str_equal (argv[1], "start-bare"));
  else if (argc == 3 && (g_str_equal (argv[1], "import") || g_str_equal (argv[1], "merge")))
    run_import ((guint) g_ascii_strtoull (argv[2], NULL, 10), g_str_equal (argv[1], "merge"));
  else if (argc == 3 && g_str_equal (argv[1], "first"))
    run_first ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  else if (argc == 3)
    run_window (argv[1], (guint) g_ascii_strtoull (argv[2], NULL, 10));
  if (argc == 3)
    return 0;

  /* Before anything could be left behind that is offered at the next start. */
  spawn (argv[0], "cairo", "start-bare", "0");
  spawn (argv[0], "cairo", "start-own", "0");
  for (guint i = 0; i < G_N_ELEMENTS (renderers); i++)
    {
      spawn (argv[0], renderers[i], "clear", "0");
      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        spawn (argv[0], renderers[i], "move", sizes[j]);
      spawn (argv[0], renderers[i], "hover", "1000000");
      spawn (argv[0], renderers[i], "brush", "10000");
    }
  spawn (argv[0], "cairo", "first", "1000000");
  spawn (argv[0], "cairo", "import", "100000");
  spawn (argv[0], "cairo", "import", "1000000");
  spawn (argv[0], "cairo", "merge", "1000000");

  return 0;
}
