/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "layout/leadup-lane-key.h"
#include "render/leadup-timeline-builder.h"

#include <glib/gi18n.h>
#include <math.h>

/* Under a lane’s labelled events runs a strip with all others: single marks, counts where they
 * crowd, and a density where even counts would. Its buckets lie on multiples of a power of two of
 * time, so that panning regroups nothing, and their number depends on pixels alone. */

#define BIN_WIDTH 5.0 /* pixels of a density’s bar: at least this, less than twice */
#define SMALL_SYMBOL 10.0
#define PILL_HEIGHT 16.0
#define PILL_SYMBOL 9.0
#define MIX_HEIGHT 2.0
#define MAX_BUCKETS 2000
#define MIN_TITLE 64.0
#define MIN_CUT_TITLE 112.0 /* less than that of a longer one says nothing */
#define MAX_TITLE 240.0
#define MAX_STILL_TITLE 480.0 /* where the window does not move */
#define TITLE_GAP 6.0   /* to its mark */
#define OTHER_GAP 18.0  /* to another’s, so that it is clear whose title it is */

/**
 * Strip:
 * @exponent: buckets are two to the power of that many microseconds wide
 * @taken: x up to which there are marks and titles
 */
typedef struct
{
  LeadupTimelineBuilder *builder;
  const LeadupLane *lane;
  const LeadupLanePacking *packing;
  double middle;
  int exponent;
  double bucket;
  gboolean is_dense;
  double taken;
} Strip;

/* What stands in a bucket; of a pill the title waits until it is known how much room there is. */
typedef struct
{
  LeadupLaneHidden hidden;
  guint first;
  guint end;
  double x;
  double width;
} Bucket;

static int
find_exponent (double pixels,
               double scale)
{
  return CLAMP ((int) ceil (log2 (pixels / scale)), 0, 61);
}

static gboolean
is_still (const Strip *self)
{
  return self->builder->options->is_chart || self->builder->options->is_still;
}

static double
get_max_title (const Strip *self)
{
  return is_still (self) ? MAX_STILL_TITLE : MAX_TITLE;
}

/* “1.2k” */
static void
format_count (guint n,
              char  text[16])
{
  if (n < 1000)
    g_snprintf (text, 16, "%u", n);
  else if (n < 9950)
    g_snprintf (text, 16, "%.1fk", n / 1000.0);
  else if (n < 999500)
    g_snprintf (text, 16, "%.0fk", n / 1000.0);
  else
    g_snprintf (text, 16, "%.1fM", n / 1e6);
}

/* Within its bucket, so that neighbours stay apart. */
static LeadupRect
find_single (const Strip  *self,
             const Bucket *bucket)
{
  const LeadupTimelineEntry *entry = &self->lane->entries[bucket->hidden.top];
  double x = leadup_timeline_builder_to_x (self->builder,
                                           (double) leadup_timeline_entry_get_anchor (entry));
  double room = SMALL_SYMBOL / 2 + 2;

  x = CLAMP (x, bucket->x + room, bucket->x + bucket->width - room);

  return (LeadupRect) { x - SMALL_SYMBOL / 2, self->middle - SMALL_SYMBOL / 2, SMALL_SYMBOL,
                        SMALL_SYMBOL };
}

/* @count_width: (out): pixels of the count in it */
static LeadupRect
find_pill (const Strip  *self,
           const Bucket *bucket,
           char          count[16],
           double       *count_width)
{
  double centre = ((double) self->lane->entries[bucket->first].start +
                   (double) self->lane->entries[bucket->end - 1].start) /
                  2;
  double x = leadup_timeline_builder_to_x (self->builder, centre);
  double width;

  format_count (bucket->hidden.n, count);
  *count_width = leadup_text_measure_get_width (self->builder->measure, LEADUP_TEXT_BADGE, count);
  width = MIN (MAX (*count_width + PILL_SYMBOL + 15, 30), bucket->width - 2);
  x = CLAMP (x, bucket->x + width / 2 + 1, bucket->x + bucket->width - width / 2 - 1);

  return (LeadupRect) { round (x - width / 2), round (self->middle - PILL_HEIGHT / 2),
                        round (width), PILL_HEIGHT };
}

/* How far a title may go that stands before a bucket. Where the window moves the bucket’s own edge
 * is the limit: it alone goes with the window. A density has no titles. */
static double
get_left (const Strip  *self,
          const Bucket *bucket)
{
  char count[16];
  double width;

  if (!is_still (self) || self->is_dense)
    return bucket->x;

  return bucket->hidden.n == 1 ? find_single (self, bucket).x
                               : find_pill (self, bucket, count, &width).x;
}

static gboolean
is_wider (const Strip *self,
          const char  *title,
          double       room)
{
  return leadup_text_measure_estimate (self->builder->measure, LEADUP_TEXT_CAPTION, title) > room;
}

/* Where the strip has room, it says what an event is, or the most important one of a pill: behind
 * its mark, and where nothing moves and there is more room, before it. @next_x is where what comes
 * next begins. */
static void
add_title (Strip                     *self,
           const LeadupTimelineEntry *top,
           const LeadupRect          *mark,
           double                     next_x)
{
  LeadupTimelineBuilder *builder = self->builder;
  const char *whole =
      leadup_event_get_title (leadup_timeline_index_get_event (builder->index, top));
  double before = mark->x - TITLE_GAP - self->taken - OTHER_GAP;
  double x = mark->x + mark->width + TITLE_GAP;
  double room = MIN (next_x - (is_still (self) ? OTHER_GAP : TITLE_GAP),
                     builder->plot.x + builder->plot.width) -
                x;
  LeadupAnchor anchor = LEADUP_ANCHOR_START;
  const char *title;
  double width;

  self->taken = mark->x + mark->width;
  if (is_still (self) && before > room && is_wider (self, whole, room))
    {
      anchor = LEADUP_ANCHOR_END;
      x = mark->x - TITLE_GAP;
      room = before;
    }
  if (room < MIN_TITLE || (room < MIN_CUT_TITLE && is_wider (self, whole, room)))
    return;

  /* Few widths, so that the cut ones are found again while the window moves. */
  room = MIN (is_still (self) ? room : floor (room / 32) * 32, get_max_title (self));
  title = leadup_text_measure_fit (builder->measure, LEADUP_TEXT_CAPTION, whole, room, &width);
  leadup_scene_add_text (builder->scene, title, LEADUP_TEXT_CAPTION, anchor, x,
                         round (self->middle + 4), width, builder->theme->text_dim);
  if (anchor == LEADUP_ANCHOR_START)
    self->taken = x + width;
}

static void
add_single (Strip        *self,
            const Bucket *bucket,
            double        next_x)
{
  LeadupTimelineBuilder *builder = self->builder;
  const LeadupTimelineEntry *entry = &self->lane->entries[bucket->hidden.top];
  LeadupRect box = find_single (self, bucket);

  leadup_timeline_builder_begin_event (builder, entry);
  leadup_scene_add_symbol (
      builder->scene, leadup_timeline_builder_get_symbol (builder, entry->category),
      entry->verification, &box,
      leadup_timeline_builder_get_lane_colour (builder, self->lane, entry->category));
  /* Where the window moves, it would come and go. */
  if (is_still (self))
    add_title (self, entry, &box, next_x);
  leadup_scene_end (builder->scene);
}

static void
begin_cluster (Strip                  *self,
               const LeadupLaneHidden *hidden)
{
  LeadupTimelineBuilder *builder = self->builder;

  leadup_scene_begin_events (
      builder->scene, LEADUP_SCENE_CLUSTER, "events",
      leadup_timeline_index_get_event (builder->index, &self->lane->entries[hidden->top]),
      hidden->n, leadup_verification_from_rank (hidden->least));
}

/* What kinds of events a pill holds, as a line of their colours. */
static void
add_mix (Strip            *self,
         const Bucket     *bucket,
         const LeadupRect *pill)
{
  LeadupTimelineBuilder *builder = self->builder;
  const LeadupLaneDensity *density = self->lane->density;
  guint n_kinds = leadup_lane_density_get_n_kinds (density);
  guint counts[LEADUP_LANE_MAX_KINDS + 1];
  guint sum = 0;
  double x = pill->x + 6, room = pill->width - 12;
  gint64 bin = self->lane->entries[bucket->first].start >> self->exponent;

  if (n_kinds < 2 || self->lane->colour != NULL)
    return;

  leadup_lane_density_count (density, self->exponent, bin, 1, counts);
  for (guint i = 0; i < n_kinds; i++)
    sum += counts[i];
  for (guint i = 0; i < n_kinds && sum > 0; i++)
    {
      LeadupPaint paint = { .fill = leadup_timeline_builder_get_colour (
                                builder, leadup_lane_density_get_kind (density, i)) };
      LeadupRect part = { x, pill->y + pill->height - MIX_HEIGHT - 1, room * counts[i] / sum,
                          MIX_HEIGHT };

      if (counts[i] > 0)
        leadup_scene_add_rect (builder->scene, &part, 0, &paint);
      x += part.width;
    }
}

/* A count, with the symbol of the most important one in the state of the least verified one. */
static void
add_pill (Strip        *self,
          const Bucket *bucket,
          double        next_x)
{
  LeadupTimelineBuilder *builder = self->builder;
  const LeadupTimelineEntry *top = &self->lane->entries[bucket->hidden.top];
  LeadupColour colour =
      leadup_timeline_builder_get_lane_colour (builder, self->lane, top->category);
  LeadupPaint paint = { .fill = leadup_colour_mix (builder->theme->background, colour, 0.12),
                        .stroke = leadup_colour_mix (builder->theme->background, colour, 0.6),
                        .stroke_width = 1 };
  char count[16];
  double width;
  LeadupRect rect = find_pill (self, bucket, count, &width);
  LeadupRect box;

  box = (LeadupRect) { rect.x + 5, rect.y + (PILL_HEIGHT - PILL_SYMBOL) / 2, PILL_SYMBOL,
                       PILL_SYMBOL };
  begin_cluster (self, &bucket->hidden);
  leadup_scene_add_rect (builder->scene, &rect, PILL_HEIGHT / 2, &paint);
  leadup_scene_add_symbol (builder->scene,
                           leadup_timeline_builder_get_symbol (builder, top->category),
                           leadup_verification_from_rank (bucket->hidden.least), &box, colour);
  leadup_scene_add_text (builder->scene, count, LEADUP_TEXT_BADGE, LEADUP_ANCHOR_START,
                         box.x + PILL_SYMBOL + 4, rect.y + 12, width, builder->theme->text);
  add_mix (self, bucket, &rect);
  add_title (self, top, &rect, next_x);
  leadup_scene_end (builder->scene);
}

static void
add_bucket (Strip        *self,
            const Bucket *bucket,
            double        next_x)
{
  if (bucket->hidden.n == 1)
    add_single (self, bucket, next_x);
  else if (bucket->hidden.n > 1)
    add_pill (self, bucket, next_x);
}

/* Calls for each bucket that has hidden events and may be seen, and tells where the next begins. */
static void
visit_buckets (Strip *self,
               void (*func) (Strip *self, const Bucket *bucket, double next_x))
{
  const LeadupTimelineBuilder *builder = self->builder;
  /* Beyond the window there are titles that reach into it. */
  gint64 n_beside = builder->options->is_chart
                        ? 0
                        : (gint64) ceil (get_max_title (self) / LEADUP_TIMELINE_BUCKET);
  gint64 number = (gint64) floor (builder->from / self->bucket) - n_beside;
  gint64 last = (gint64) floor (builder->to / self->bucket) + n_beside;
  Bucket before = { 0 };
  guint first;

  last = MIN (last, number + MAX_BUCKETS);
  number = MAX (number, self->lane->entries[0].start >> self->exponent);
  first = leadup_lane_density_find (self->lane->density, self->exponent, number);
  while (first < self->lane->n_entries)
    {
      Bucket bucket = { .first = first, .width = self->bucket * builder->scale };

      /* On to the next one that has events at all. */
      number = MAX (number, self->lane->entries[first].start >> self->exponent);
      if (number > last)
        break;
      bucket.end = leadup_lane_density_find (self->lane->density, self->exponent, number + 1);
      bucket.x = leadup_timeline_builder_to_x (builder, (double) number * self->bucket);
      bucket.hidden =
          leadup_lane_packing_get_hidden (self->packing, builder->scale, first, bucket.end);
      if (bucket.hidden.n > 0)
        {
          func (self, &before, get_left (self, &bucket));
          before = bucket;
        }
      first = MAX (bucket.end, first + 1);
    }
  func (self, &before, builder->plot.x + builder->plot.width + get_max_title (self));
}

/**
 * Bars:
 *
 * The bars of a density while they are stacked.
 */
typedef struct
{
  guint n_bins;
  guint width; /* numbers a bin */
  guint *counts;
  guint *sums; /* of all kinds of a bin */
  double *x;
  double *heights; /* of all kinds */
  guint *below;    /* how many are stacked already */
  GArray *solid;   /* LeadupRect: of one kind */
  GArray *hollow;
  double bottom;
} Bars;

/* How high all of a bin is: the root of the count, so that a quiet week beside a busy one is still
 * there. */
static double
get_bar_height (const Bars *bars,
                guint       bin,
                double      most)
{
  if (bars->sums[bin] == 0)
    return 0;

  return MAX (round (MIN (sqrt (bars->sums[bin] / most), 1) * (LEADUP_TIMELINE_STRIP - 3)), 2);
}

static void
init_bars (Strip *self,
           Bars  *bars)
{
  const LeadupTimelineBuilder *builder = self->builder;
  const LeadupLaneDensity *density = self->lane->density;
  int exponent = find_exponent (BIN_WIDTH, builder->scale);
  double bin = ldexp (1, exponent);
  double most = leadup_lane_density_get_typical (density, exponent) * 4;
  gint64 first = (gint64) floor (builder->from / bin);
  gint64 last = (gint64) floor (builder->to / bin);

  bars->n_bins = (guint) MIN (last - first + 1, 2 * builder->plot.width / BIN_WIDTH + 4);
  bars->width = leadup_lane_density_get_n_kinds (density) + 1;
  bars->counts = g_new (guint, (gsize) bars->n_bins * bars->width);
  bars->sums = g_new0 (guint, bars->n_bins);
  bars->x = g_new (double, bars->n_bins + 1);
  bars->heights = g_new (double, bars->n_bins);
  bars->below = g_new0 (guint, bars->n_bins);
  bars->solid = g_array_new (FALSE, FALSE, sizeof (LeadupRect));
  bars->hollow = g_array_new (FALSE, FALSE, sizeof (LeadupRect));
  bars->bottom = round (self->middle + LEADUP_TIMELINE_STRIP / 2 - 1);
  leadup_lane_density_count (density, exponent, first, bars->n_bins, bars->counts);
  for (guint i = 0; i <= bars->n_bins; i++)
    bars->x[i] = round (leadup_timeline_builder_to_x (builder, (double) (first + i) * bin));
  for (guint i = 0; i < bars->n_bins; i++)
    {
      for (guint kind = 0; kind + 1 < bars->width; kind++)
        bars->sums[i] += bars->counts[i * bars->width + kind];
      bars->heights[i] = get_bar_height (bars, i, most);
    }
}

static void
clear_bars (Bars *bars)
{
  g_free (bars->counts);
  g_free (bars->sums);
  g_free (bars->x);
  g_free (bars->heights);
  g_free (bars->below);
  g_array_unref (bars->solid);
  g_array_unref (bars->hollow);
}

/* One kind’s part of a bin, upon the kinds before it. What of the whole bar rests on little is
 * hollow, from the top down; its rim stays. */
static void
stack_part (Bars *bars,
            guint bin,
            guint kind)
{
  const guint *counts = &bars->counts[bin * bars->width];
  double room = bars->x[bin + 1] - bars->x[bin];
  double height = bars->heights[bin];
  double sum = bars->sums[bin], from, to, hollow;
  LeadupRect box = { .x = bars->x[bin], .width = room - (room > 2 ? 1 : 0) };

  if (counts[kind] == 0)
    return;

  from = round (height * bars->below[bin] / sum);
  bars->below[bin] += counts[kind];
  to = round (height * bars->below[bin] / sum);
  hollow = height - 1 - round ((height - 2) * counts[bars->width - 1] / sum);

  box.y = bars->bottom - to;
  box.height = to - from;
  if (box.height > 0)
    g_array_append_val (bars->solid, box);
  to = MIN (to, height - 1);
  from = MAX (from, hollow);
  box.y = bars->bottom - to;
  box.height = to - from;
  if (box.height > 0)
    g_array_append_val (bars->hollow, box);
}

static void
add_boxes (Strip       *self,
           GArray      *boxes,
           LeadupColour colour)
{
  LeadupPaint paint = { .fill = colour };

  if (boxes->len > 0)
    leadup_scene_add_boxes (self->builder->scene, (const LeadupRect *) (gconstpointer) boxes->data,
                            boxes->len, &paint);
  g_array_set_size (boxes, 0);
}

/* Bars, stacked by category; the part of them that rests on little is hollow. */
static void
add_density (Strip *self)
{
  LeadupTimelineBuilder *builder = self->builder;
  LeadupColour ground = builder->theme->background;
  Bars bars = { 0 };

  init_bars (self, &bars);
  leadup_scene_begin (builder->scene, LEADUP_SCENE_DECORATION, "events", NULL, "density", NULL);
  for (guint kind = 0; kind + 1 < bars.width; kind++)
    {
      LeadupColour colour = leadup_colour_mix (
          ground,
          leadup_timeline_builder_get_lane_colour (
              builder, self->lane, leadup_lane_density_get_kind (self->lane->density, kind)),
          0.8);

      for (guint i = 0; i < bars.n_bins; i++)
        stack_part (&bars, i, kind);
      add_boxes (self, bars.solid, colour);
      add_boxes (self, bars.hollow, leadup_colour_mix (colour, ground, 0.72));
    }
  leadup_scene_end (builder->scene);
  clear_bars (&bars);
}

/* Over a density lie the buckets, unseen, for the pointer and the keyboard. */
static void
add_dense_bucket (Strip        *self,
                  const Bucket *bucket,
                  double        next_x)
{
  LeadupPaint paint = { .stroke_width = 0 };
  LeadupRect rect = { bucket->x, self->middle - LEADUP_TIMELINE_STRIP / 2, bucket->width,
                      LEADUP_TIMELINE_STRIP };

  if (bucket->hidden.n == 0)
    return;

  begin_cluster (self, &bucket->hidden);
  leadup_scene_add_rect (self->builder->scene, &rect, 0, &paint);
  leadup_scene_end (self->builder->scene);
}

static void
init_strip (Strip *self,
            guint  lane)
{
  self->lane = leadup_timeline_index_get_lane (self->builder->index, lane);
  self->packing = g_ptr_array_index (self->builder->packings, lane);
  self->taken = self->builder->plot.x - OTHER_GAP;
  self->is_dense = self->lane->is_collapsed ||
                   g_array_index (self->builder->levels, LeadupTimelineLevel, lane) ==
                       LEADUP_TIMELINE_LEVEL_DENSITY;
  /* What lies unseen over a density need not be as narrow as a pill. */
  self->exponent =
      find_exponent (LEADUP_TIMELINE_BUCKET * (self->is_dense ? 2 : 1), self->builder->scale);
  self->bucket = ldexp (1, self->exponent);
}

static void
note_pill (Strip        *self,
           const Bucket *bucket,
           double        next_x)
{
  if (bucket->hidden.n > 1)
    self->middle = 1;
}

/**
 * leadup_timeline_builder_get_strip_kind:
 *
 * Returns: what in the strip of a lane, if it has one, stands for several events at once
 */
LeadupTimelineStripKind
leadup_timeline_builder_get_strip_kind (const LeadupTimelineBuilder *self,
                                        guint                        lane)
{
  Strip strip = { .builder = (LeadupTimelineBuilder *) self };

  if (!leadup_timeline_builder_needs_strip (self, lane))
    return LEADUP_TIMELINE_STRIP_SINGLE;

  init_strip (&strip, lane);
  if (strip.is_dense)
    return LEADUP_TIMELINE_STRIP_DENSITY;
  visit_buckets (&strip, note_pill);

  return strip.middle > 0 ? LEADUP_TIMELINE_STRIP_PILLS : LEADUP_TIMELINE_STRIP_SINGLE;
}

/**
 * leadup_timeline_builder_add_strip:
 * @top: of the strip
 *
 * Adds the events of a lane that have no place in a row at this scale.
 */
void
leadup_timeline_builder_add_strip (LeadupTimelineBuilder *self,
                                   guint                  lane,
                                   double                 top)
{
  Strip strip = { .builder = self, .middle = top + LEADUP_TIMELINE_STRIP / 2 };

  if (strip.middle + LEADUP_TIMELINE_STRIP < self->plot.y ||
      strip.middle - LEADUP_TIMELINE_STRIP > self->plot.y + self->plot.height)
    return;

  init_strip (&strip, lane);
  if (strip.is_dense)
    add_density (&strip);
  visit_buckets (&strip, strip.is_dense ? add_dense_bucket : add_bucket);
}
