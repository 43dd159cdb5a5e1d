/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "events-for-bench.h"
#include "leadup-ui-resources.h"
#include "ui/leadup-application.h"
#include "ui/leadup-audience-window.h"
#include "ui/leadup-canvas.h"
#include "ui/leadup-show-keys.h"
#include "ui/leadup-step-edit.h"
#include "ui/leadup-window-private.h"

#include <adwaita.h>
#include <malloc.h>
#include <stdlib.h>
#include <time.h>

/* How long the audience waits: from the command to present, in a window that shows the story, until
 * the first picture of the first step is on the screen, and from the key for the next step until
 * something moves; and what the frames of the moves in between cost the main thread. Not to be run
 * with a real-time priority: its workers would keep the X server from the processor, and cairo
 * takes new memory for every frame that X has not shown yet, which costs as much as all the rest.
 */

#define N_STEPS 12
#define PATIENCE_MS 10000
#define MAX_FRAMES 4000

typedef struct
{
  GtkWidget *audience;
  gint64 began_us;
  double first_ms; /* until the first frame with a picture; 0 = not yet */
  guint n_frames;
  guint n_before; /* when the key was pressed */
  double frame_began_ms;
  double frames_ms[MAX_FRAMES];
} Bench;

static double
get_thread_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Whether every chart that can be seen below @widget has its picture. */
static gboolean
has_pictures (GtkWidget *widget)
{
  if (LEADUP_IS_CANVAS (widget))
    return !gtk_widget_get_mapped (widget) ||
           leadup_canvas_get_scene (LEADUP_CANVAS (widget)) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!has_pictures (child))
      return FALSE;

  return TRUE;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *self)
{
  self->frame_began_ms = get_thread_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  if (self->n_frames < MAX_FRAMES)
    self->frames_ms[self->n_frames++] = get_thread_ms () - self->frame_began_ms;
  if (self->first_ms <= 0 && gtk_widget_get_mapped (self->audience) &&
      has_pictures (self->audience))
    self->first_ms = (double) (g_get_monotonic_time () - self->began_us) / 1e3;
}

static void
watch (GtkWidget *audience,
       Bench     *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (audience);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Bench          *self)
{
  if (!LEADUP_IS_AUDIENCE_WINDOW (window))
    return;

  self->audience = GTK_WIDGET (window);
  if (gtk_widget_get_realized (self->audience))
    watch (self->audience, self);
  else
    g_signal_connect (window, "realize", G_CALLBACK (watch), self);
}

/* The steps look at parts of the time; with @is_mixed half of them at the graph and at both. */
static void
fill_story (LeadupWorkspace *workspace,
            guint            n_events,
            gboolean         is_mixed)
{
  g_autoptr (GPtrArray) records = bench_events_records (n_events);
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Fill");
  static const LeadupPicture pictures[] = { LEADUP_PICTURE_TIMELINE, LEADUP_PICTURE_TIMELINE,
                                            LEADUP_PICTURE_GRAPH, LEADUP_PICTURE_BOTH };
  LeadupInstant from, to;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    leadup_transaction_add (transaction, records->pdata[i]);
  if (!leadup_story_apply (leadup_workspace_get_story (workspace), transaction, &error))
    g_error ("%s", error->message);

  from = leadup_calendar_date_instant (2015, 1, 1);
  to = leadup_calendar_date_instant (2025, 1, 1);
  for (guint i = 0; i < N_STEPS; i++)
    {
      LeadupViewFields view = { .picture = is_mixed ? pictures[i % 4] : LEADUP_PICTURE_TIMELINE,
                                .lanes_by = LEADUP_LANES_BY_CATEGORY,
                                .from = from + (to - from) / N_STEPS * i,
                                .to = from + (to - from) / N_STEPS * (i + 2) };
      g_autofree char *id = leadup_steps_capture (workspace, &view, NULL);

      if (id == NULL)
        g_error ("no step");
    }
}

static gboolean
over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_CONTINUE;
}

/* Sleeps where nothing happens: to ask again and again would count as work of the program.
 * @is_done: (nullable): when not to wait any longer */
static void
wait_ms (guint      ms,
         gboolean (*is_done) (Bench *self),
         Bench     *self)
{
  gboolean is_over = FALSE;
  guint timeout = g_timeout_add (ms, over_cb, &is_over);

  while (!is_over && (is_done == NULL || !is_done (self)))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gboolean
has_picture (Bench *self)
{
  return self->first_ms > 0;
}

static gboolean
has_moved (Bench *self)
{
  return self->n_frames != self->n_before;
}

/* Presses the key for the next step. Returns: milliseconds until a new frame of the audience. */
static double
go_on (Bench *self)
{
  gint64 began_us = g_get_monotonic_time ();
  double waited_ms;

  self->n_before = self->n_frames;
  leadup_show_keys_activate (self->audience, GDK_KEY_Page_Down, 0);
  wait_ms (PATIENCE_MS, has_moved, self);
  waited_ms = (double) (g_get_monotonic_time () - began_us) / 1e3;
  wait_ms (1000, NULL, NULL);

  return waited_ms;
}

static void
run (GtkApplication *application,
     guint           n_events,
     gboolean        is_mixed)
{
  LeadupWindow *window = leadup_window_new (application);
  g_autofree Bench *self = g_new0 (Bench, 1);
  gulong watching;
  double waits_ms[N_STEPS - 1];
  double cpu_ms;

  fill_story (leadup_window_get_workspace (window), n_events, is_mixed);
  gtk_window_present (GTK_WINDOW (window));
  wait_ms (2000, NULL, NULL);
  watching = g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), self);

  cpu_ms = get_thread_ms ();
  self->began_us = g_get_monotonic_time ();
  g_action_group_activate_action (G_ACTION_GROUP (window), "present", NULL);
  wait_ms (PATIENCE_MS, has_picture, self);
  g_print ("%6u events, %s: first picture after %.0f ms (%.0f ms of CPU of the main thread)", n_events,
           is_mixed ? "timeline and graph" : "timeline alone",
           self->first_ms, get_thread_ms () - cpu_ms);
  wait_ms (1000, NULL, NULL);

  self->n_frames = 0;
  for (guint i = 0; i < N_STEPS - 1; i++)
    waits_ms[i] = go_on (self);
  qsort (waits_ms, N_STEPS - 1, sizeof (double), compare_doubles);
  qsort (self->frames_ms, self->n_frames, sizeof (double), compare_doubles);
  g_print ("; next step moves after %.1f ms (longest %.1f); %u frames, CPU median %.1f ms, "
           "p95 %.1f, longest %.1f\n",
           waits_ms[(N_STEPS - 1) / 2], waits_ms[N_STEPS - 2], self->n_frames,
           self->frames_ms[self->n_frames / 2], self->frames_ms[self->n_frames * 95 / 100],
           self->frames_ms[MAX (self->n_frames, 1) - 1]);

  g_signal_handler_disconnect (application, watching);
  leadup_presentation_end (window->presentation);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_ms (500, NULL, NULL);
}

int
main (void)
{
  static const guint sizes[] = { 300, 3000 };
  g_autoptr (LeadupApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  /* As the program does it. */
  mallopt (M_MMAP_THRESHOLD, 32 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 64 * 1024 * 1024);
  leadup_ui_register_resource ();
  application = leadup_application_new ();
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint mixed = 0; mixed < 2; mixed++)
      run (GTK_APPLICATION (application), sizes[i], mixed == 1);

  return 0;
}
