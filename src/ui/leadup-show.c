/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/leadup-show.h"

#include "base/leadup-text.h"

#include <math.h>

/* How near, in parts of the stage, the eraser has to come to a line. */
#define ERASER_RADIUS 0.02

/* Points nearer than this add nothing to a line. */
#define MIN_PEN_STEP 0.0015

/* A hand that never lifts is bounded too. */
#define MAX_STROKE_POINTS 20000
#define MAX_STROKES 2000

#define NOTES_STEP 1.15
#define MIN_NOTES_SCALE 0.6
#define MAX_NOTES_SCALE 4.0

struct _LeadupShow
{
  GObject parent_instance;

  GPtrArray *steps; /* LeadupStep */
  GPtrArray *ink;   /* of each step: GPtrArray of strokes, GArray of LeadupPoint */
  guint index;

  gboolean is_blank;
  gboolean is_frozen;
  gboolean is_exploring;
  gboolean is_overview;
  double notes_scale;

  LeadupShowTool tool;
  LeadupPoint point;
  gboolean has_point;
  gboolean is_pen_down;

  gint64 started_us; /* of the running stretch */
  gint64 elapsed_us; /* of the stretches before */
  gboolean is_running;
};

enum
{
  STEP_CHANGED,
  STATE_CHANGED,
  INK_CHANGED,
  CLOCK_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LeadupShow, leadup_show, G_TYPE_OBJECT)

static void
emit_state_changed (LeadupShow *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
emit_ink_changed (LeadupShow *self)
{
  g_signal_emit (self, signals[INK_CHANGED], 0);
}

static void
set_flag (LeadupShow *self,
          gboolean   *flag,
          gboolean    value)
{
  if (*flag == !!value)
    return;

  *flag = !!value;
  emit_state_changed (self);
}

static void
leadup_show_finalize (GObject *object)
{
  LeadupShow *self = LEADUP_SHOW (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->ink, g_ptr_array_unref);

  G_OBJECT_CLASS (leadup_show_parent_class)->finalize (object);
}

static void
install_signal (LeadupShowClass *klass,
                guint            signal,
                const char      *name)
{
  signals[signal] = g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
leadup_show_class_init (LeadupShowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = leadup_show_finalize;

  install_signal (klass, STEP_CHANGED, "step-changed");
  install_signal (klass, STATE_CHANGED, "state-changed");
  install_signal (klass, INK_CHANGED, "ink-changed");
  install_signal (klass, CLOCK_CHANGED, "clock-changed");
}

static void
leadup_show_init (LeadupShow *self)
{
  self->notes_scale = 1;
  self->ink = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/**
 * leadup_show_new:
 * @steps: (element-type LeadupStep): in their order, at least one; referenced
 *
 * Returns: (transfer full): a show at its first step, its clock not started
 */
LeadupShow *
leadup_show_new (GPtrArray *steps)
{
  LeadupShow *self;

  g_return_val_if_fail (steps != NULL && steps->len > 0, NULL);

  self = g_object_new (LEADUP_TYPE_SHOW, NULL);
  self->steps = g_ptr_array_ref (steps);
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (self->ink, g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref));

  return self;
}

guint
leadup_show_get_n_steps (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), 0);

  return self->steps->len;
}

guint
leadup_show_get_index (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), 0);

  return self->index;
}

/* Returns: (transfer none) (nullable): %NULL beyond the last one */
LeadupStep *
leadup_show_get_step (LeadupShow *self,
                      guint       index)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), NULL);

  return index < self->steps->len ? self->steps->pdata[index] : NULL;
}

/**
 * leadup_show_go_to:
 * @self: a show
 * @index: of a step
 *
 * Ends exploring, the overview and a blank screen: who goes on wants to be seen. What is frozen
 * stays so.
 *
 * Returns: whether there is such a step
 */
gboolean
leadup_show_go_to (LeadupShow *self,
                   guint       index)
{
  gboolean was_elsewhere;

  g_return_val_if_fail (LEADUP_IS_SHOW (self), FALSE);

  if (index >= self->steps->len)
    return FALSE;

  was_elsewhere = self->is_exploring || self->is_overview || self->is_blank;
  if (index == self->index && !was_elsewhere)
    return TRUE;

  self->index = index;
  self->is_exploring = FALSE;
  self->is_overview = FALSE;
  self->is_blank = FALSE;
  self->is_pen_down = FALSE;
  if (was_elsewhere)
    emit_state_changed (self);
  g_signal_emit (self, signals[STEP_CHANGED], 0);
  emit_ink_changed (self);

  return TRUE;
}

/* Returns: FALSE at either end */
gboolean
leadup_show_go_by (LeadupShow *self,
                   int         steps)
{
  gint64 index;

  g_return_val_if_fail (LEADUP_IS_SHOW (self), FALSE);

  index = (gint64) self->index + steps;

  return index >= 0 && index < self->steps->len && leadup_show_go_to (self, (guint) index);
}

/**
 * leadup_show_find:
 * @self: a show
 * @text: a number from 1, or words of a caption
 *
 * Returns: index of the step, or the number of steps where there is none
 */
guint
leadup_show_find (LeadupShow *self,
                  const char *text)
{
  g_autofree char *wanted = NULL;
  guint64 number;

  g_return_val_if_fail (LEADUP_IS_SHOW (self), 0);
  g_return_val_if_fail (text != NULL, self->steps->len);

  wanted = leadup_text_fold (text);
  g_strstrip (wanted);
  if (*wanted == '\0')
    return self->steps->len;
  if (g_ascii_string_to_unsigned (wanted, 10, 1, self->steps->len, &number, NULL))
    return (guint) number - 1;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const char *caption = leadup_step_get_fields (self->steps->pdata[i])->caption;
      g_autofree char *folded = leadup_text_fold (caption != NULL ? caption : "");

      if (strstr (folded, wanted) != NULL)
        return i;
    }

  return self->steps->len;
}

gboolean
leadup_show_is_blank (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), FALSE);

  return self->is_blank;
}

void
leadup_show_set_blank (LeadupShow *self,
                       gboolean    is_blank)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  set_flag (self, &self->is_blank, is_blank);
}

gboolean
leadup_show_is_frozen (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), FALSE);

  return self->is_frozen;
}

/* While frozen the audience keeps what it sees and the presenter looks around. */
void
leadup_show_set_frozen (LeadupShow *self,
                        gboolean    is_frozen)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  set_flag (self, &self->is_frozen, is_frozen);
}

gboolean
leadup_show_is_exploring (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), FALSE);

  return self->is_exploring;
}

/* Whether what is shown is no longer what the step says: a question is being answered. */
void
leadup_show_set_exploring (LeadupShow *self,
                           gboolean    is_exploring)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  set_flag (self, &self->is_exploring, is_exploring);
}

gboolean
leadup_show_is_overview (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), FALSE);

  return self->is_overview;
}

void
leadup_show_set_overview (LeadupShow *self,
                          gboolean    is_overview)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  set_flag (self, &self->is_overview, is_overview);
}

/**
 * leadup_show_back_out:
 * @self: a show
 *
 * Leaves one state: the overview, exploring, the tool, the blank screen, the frozen one, in this
 * order.
 *
 * Returns: FALSE where there was none to leave, so that the show may end
 */
gboolean
leadup_show_back_out (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), FALSE);

  if (self->is_overview)
    leadup_show_set_overview (self, FALSE);
  else if (self->is_exploring)
    leadup_show_go_to (self, self->index);
  else if (self->tool != LEADUP_SHOW_TOOL_NONE)
    leadup_show_set_tool (self, LEADUP_SHOW_TOOL_NONE);
  else if (self->is_blank)
    leadup_show_set_blank (self, FALSE);
  else if (self->is_frozen)
    leadup_show_set_frozen (self, FALSE);
  else
    return FALSE;

  return TRUE;
}

double
leadup_show_get_notes_scale (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), 1);

  return self->notes_scale;
}

void
leadup_show_zoom_notes (LeadupShow *self,
                        int         steps)
{
  double scale;

  g_return_if_fail (LEADUP_IS_SHOW (self));

  scale = CLAMP (self->notes_scale * pow (NOTES_STEP, steps), MIN_NOTES_SCALE, MAX_NOTES_SCALE);
  if (scale == self->notes_scale)
    return;

  self->notes_scale = scale;
  emit_state_changed (self);
}

LeadupShowTool
leadup_show_get_tool (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), LEADUP_SHOW_TOOL_NONE);

  return self->tool;
}

void
leadup_show_set_tool (LeadupShow    *self,
                      LeadupShowTool tool)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));
  g_return_if_fail ((guint) tool < LEADUP_N_SHOW_TOOLS);

  if (self->tool == tool)
    return;

  self->tool = tool;
  self->is_pen_down = FALSE;
  emit_state_changed (self);
  emit_ink_changed (self);
}

/* Where the pointer or the light is. */
void
leadup_show_point_at (LeadupShow *self,
                      LeadupPoint point)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  self->point = point;
  self->has_point = TRUE;
  if (self->tool != LEADUP_SHOW_TOOL_NONE)
    emit_ink_changed (self);
}

/* Returns: whether there was one yet */
gboolean
leadup_show_get_point (LeadupShow  *self,
                       LeadupPoint *point)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  *point = self->point;

  return self->has_point;
}

static double
get_distance_to_line (LeadupPoint point,
                      LeadupPoint from,
                      LeadupPoint to)
{
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double length = dx * dx + dy * dy;
  double part = length > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / length : 0;

  part = CLAMP (part, 0, 1);

  return hypot (point.x - from.x - part * dx, point.y - from.y - part * dy);
}

static gboolean
is_near_stroke (GArray     *stroke,
                LeadupPoint point)
{
  const LeadupPoint *points = (const LeadupPoint *) (gpointer) stroke->data;

  for (guint i = 0; i < stroke->len; i++)
    if (get_distance_to_line (point, points[i > 0 ? i - 1 : 0], points[i]) < ERASER_RADIUS)
      return TRUE;

  return FALSE;
}

static void
erase_at (LeadupShow *self,
          LeadupPoint point)
{
  GPtrArray *strokes = leadup_show_get_strokes (self);

  for (guint i = strokes->len; i > 0; i--)
    if (is_near_stroke (strokes->pdata[i - 1], point))
      g_ptr_array_remove_index (strokes, i - 1);
}

/* Begins a line with the pen, or rubs out with the eraser; nothing with another tool. */
void
leadup_show_pen_down (LeadupShow *self,
                      LeadupPoint point)
{
  GPtrArray *strokes;

  g_return_if_fail (LEADUP_IS_SHOW (self));

  if (self->tool != LEADUP_SHOW_TOOL_PEN && self->tool != LEADUP_SHOW_TOOL_ERASER)
    return;

  self->is_pen_down = TRUE;
  strokes = leadup_show_get_strokes (self);
  if (self->tool == LEADUP_SHOW_TOOL_ERASER)
    {
      erase_at (self, point);
    }
  else if (strokes->len < MAX_STROKES)
    {
      GArray *stroke = g_array_new (FALSE, FALSE, sizeof (LeadupPoint));

      g_array_append_val (stroke, point);
      g_ptr_array_add (strokes, stroke);
    }
  leadup_show_point_at (self, point);
}

void
leadup_show_pen_move (LeadupShow *self,
                      LeadupPoint point)
{
  GPtrArray *strokes;

  g_return_if_fail (LEADUP_IS_SHOW (self));

  if (!self->is_pen_down)
    return;

  strokes = leadup_show_get_strokes (self);
  if (self->tool == LEADUP_SHOW_TOOL_ERASER)
    {
      erase_at (self, point);
    }
  else if (strokes->len > 0)
    {
      GArray *stroke = strokes->pdata[strokes->len - 1];
      LeadupPoint last = g_array_index (stroke, LeadupPoint, stroke->len - 1);

      if (stroke->len < MAX_STROKE_POINTS &&
          hypot (point.x - last.x, point.y - last.y) >= MIN_PEN_STEP)
        g_array_append_val (stroke, point);
    }
  leadup_show_point_at (self, point);
}

void
leadup_show_pen_up (LeadupShow *self)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  self->is_pen_down = FALSE;
}

/* Wipes the step that is on. */
void
leadup_show_clear_ink (LeadupShow *self)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  g_ptr_array_set_size (leadup_show_get_strokes (self), 0);
  emit_ink_changed (self);
}

/* Returns: (transfer none) (element-type GArray): the lines on the step that is on, each an array
 * of #LeadupPoint */
GPtrArray *
leadup_show_get_strokes (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), NULL);

  return self->ink->pdata[self->index];
}

/**
 * leadup_show_start_clock:
 * @self: a show
 * @now_us: the monotonic time
 *
 * Starts the clock, or lets it go on. Nothing happens while it runs.
 */
void
leadup_show_start_clock (LeadupShow *self,
                         gint64      now_us)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  if (self->is_running)
    return;

  self->is_running = TRUE;
  self->started_us = now_us;
  g_signal_emit (self, signals[CLOCK_CHANGED], 0);
}

void
leadup_show_pause_clock (LeadupShow *self,
                         gint64      now_us)
{
  g_return_if_fail (LEADUP_IS_SHOW (self));

  if (!self->is_running)
    return;

  self->elapsed_us = leadup_show_get_elapsed_us (self, now_us);
  self->is_running = FALSE;
  g_signal_emit (self, signals[CLOCK_CHANGED], 0);
}

/* Whether it stands, or was never started. */
gboolean
leadup_show_is_clock_paused (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), TRUE);

  return !self->is_running;
}

gint64
leadup_show_get_elapsed_us (LeadupShow *self,
                            gint64      now_us)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), 0);

  return self->elapsed_us + (self->is_running ? MAX (0, now_us - self->started_us) : 0);
}

static guint64
sum_planned (LeadupShow *self,
             guint       n_steps)
{
  guint64 sum = 0;

  for (guint i = 0; i < n_steps; i++)
    sum += leadup_step_get_fields (self->steps->pdata[i])->seconds;

  return sum;
}

/* Returns: seconds planned for all steps together, 0 where none has a plan */
guint
leadup_show_get_planned_s (LeadupShow *self)
{
  g_return_val_if_fail (LEADUP_IS_SHOW (self), 0);

  return (guint) MIN (sum_planned (self, self->steps->len), G_MAXUINT);
}

LeadupShowPace
leadup_show_get_pace (LeadupShow *self,
                      gint64      now_us)
{
  gint64 elapsed_us;

  g_return_val_if_fail (LEADUP_IS_SHOW (self), LEADUP_SHOW_PACE_UNPLANNED);

  if (sum_planned (self, self->steps->len) == 0)
    return LEADUP_SHOW_PACE_UNPLANNED;

  elapsed_us = leadup_show_get_elapsed_us (self, now_us);
  if (elapsed_us > (gint64) sum_planned (self, self->steps->len) * G_USEC_PER_SEC)
    return LEADUP_SHOW_PACE_OVER;
  if (elapsed_us > (gint64) sum_planned (self, self->index + 1) * G_USEC_PER_SEC)
    return LEADUP_SHOW_PACE_LATE;

  return LEADUP_SHOW_PACE_ON_TIME;
}
