/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/leadup-when-format.h"
#include "layout/leadup-lane-key.h"
#include "render/leadup-timeline-builder.h"

#include <glib/gi18n.h>
#include <math.h>

/* Under a lane’s labelled events runs a strip with all others: single marks, counts where they
 * crowd, and a density where even counts would. Its buckets lie on multiples of a power of two of
 * time, so that panning regroups nothing, and their number depends on pixels alone. */

#define BUCKET_WIDTH 32.0 /* pixels: at least this, less than twice */
#define N_BINS 8          /* of a density, in a bucket */
#define DENSE 12.0        /* events a bucket */
#define SMALL_SYMBOL 10.0
#define PILL_HEIGHT 15.0
#define MAX_BUCKETS 2000

typedef struct
{
  LeadupTimelineBuilder *builder;
  const LeadupLane *lane;
  const LeadupLanePacking *packing;
  double middle;
  double bucket;  /* microseconds, a power of two */
  double typical; /* events a bin, for the height of a density */
  gboolean is_dense;
} Strip;

static const LeadupTimelineEntry *
get_entry (const Strip *self,
           guint        index)
{
  return &self->lane->entries[leadup_lane_packing_get_unit (self->packing, index)->entry];
}

static void
add_single (Strip *self,
            double bucket_x,
            double bucket_width,
            guint  index)
{
  LeadupTimelineBuilder *builder = self->builder;
  const LeadupTimelineEntry *entry = get_entry (self, index);
  double x = leadup_timeline_builder_to_x (
      builder, leadup_lane_packing_get_unit (self->packing, index)->anchor);
  LeadupRect box = { 0, self->middle - SMALL_SYMBOL / 2, SMALL_SYMBOL, SMALL_SYMBOL };
  g_autofree char *date =
      leadup_when_format (leadup_event_get_when (entry->event), LEADUP_WHEN_STYLE_LONG);
  g_autofree char *title = NULL;
  g_autofree char *css_class = NULL;

  title = g_strdup_printf ("%s — %s — %s", leadup_event_get_title (entry->event), date,
                           leadup_verification_get_label (entry->verification));
  css_class = g_strdup_printf ("%s %s",
                               leadup_event_get_fields (entry->event)->category != NULL
                                   ? leadup_event_get_fields (entry->event)->category
                                   : "none",
                               leadup_verification_to_string (entry->verification));
  /* Within its bucket, so that neighbours stay apart: a few pixels at most. */
  box.x =
      CLAMP (x, bucket_x + SMALL_SYMBOL / 2 + 2, bucket_x + bucket_width - SMALL_SYMBOL / 2 - 2) -
      SMALL_SYMBOL / 2;
  leadup_scene_begin (builder->scene, LEADUP_SCENE_EVENT, "events",
                      leadup_record_get_id (LEADUP_RECORD (entry->event)), css_class, title);
  leadup_scene_add_symbol (
      builder->scene, leadup_timeline_builder_get_symbol (builder, entry->category),
      entry->verification, &box, leadup_timeline_builder_get_colour (builder, entry->category));
  leadup_scene_end (builder->scene);
}

/* “1.2k” */
static char *
format_count (guint n)
{
  if (n < 1000)
    return g_strdup_printf ("%u", n);
  if (n < 9950)
    return g_strdup_printf ("%.1fk", n / 1000.0);
  if (n < 999500)
    return g_strdup_printf ("%.0fk", n / 1000.0);

  return g_strdup_printf ("%.1fM", n / 1e6);
}

static void
begin_cluster (Strip *self,
               guint  n,
               int    top)
{
  const LeadupTimelineEntry *entry = get_entry (self, (guint) top);
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  g_autofree char *title = g_strdup_printf ("%s: %s", count, leadup_event_get_title (entry->event));

  leadup_scene_begin (self->builder->scene, LEADUP_SCENE_CLUSTER, "events",
                      leadup_record_get_id (LEADUP_RECORD (entry->event)), "cluster", title);
}

static void
add_pill (Strip *self,
          double bucket_x,
          double bucket_width,
          guint  first,
          guint  end,
          guint  n,
          int    top)
{
  LeadupTimelineBuilder *builder = self->builder;
  LeadupColour colour =
      leadup_timeline_builder_get_colour (builder, get_entry (self, (guint) top)->category);
  LeadupPaint paint = { .fill = leadup_colour_mix (builder->theme->background, colour, 0.14),
                        .stroke = colour,
                        .stroke_width = 1 };
  g_autofree char *count = format_count (n);
  double width = leadup_text_measure_get_width (builder->measure, LEADUP_TEXT_BADGE, count);
  double pill = MIN (MAX (width + 11, 20), bucket_width - 2);
  double centre = (leadup_lane_packing_get_unit (self->packing, first)->anchor +
                   leadup_lane_packing_get_unit (self->packing, end - 1)->anchor) /
                  2;
  double x = leadup_timeline_builder_to_x (builder, centre);
  LeadupRect rect;

  x = CLAMP (x, bucket_x + pill / 2 + 1, bucket_x + bucket_width - pill / 2 - 1);
  rect = (LeadupRect) { x - pill / 2, self->middle - PILL_HEIGHT / 2, pill, PILL_HEIGHT };
  begin_cluster (self, n, top);
  leadup_scene_add_rect (builder->scene, &rect, PILL_HEIGHT / 2, &paint);
  leadup_scene_add_text (builder->scene, count, LEADUP_TEXT_BADGE, LEADUP_ANCHOR_MIDDLE, x,
                         round (self->middle + 4), width, builder->theme->text);
  leadup_scene_end (builder->scene);
}

/* Bars, their area by count; the height is the root of it, so that a quiet week beside a busy one
 * is still there. */
static void
add_density (Strip *self,
             double bucket_x,
             double bucket_width,
             double start,
             guint  first,
             guint  end,
             guint  n,
             int    top)
{
  LeadupTimelineBuilder *builder = self->builder;
  LeadupColour colour =
      leadup_timeline_builder_get_colour (builder, get_entry (self, (guint) top)->category);
  LeadupPaint paint = { .fill = leadup_colour_mix (builder->theme->background, colour, 0.75) };
  LeadupPathOp path[N_BINS * 5];
  double width = bucket_width / N_BINS;
  double bottom = self->middle + LEADUP_TIMELINE_STRIP / 2 - 1;
  guint n_path = 0;

  for (guint i = 0; i < N_BINS && first < end; i++)
    {
      guint next = i + 1 == N_BINS
                       ? end
                       : MIN (leadup_lane_packing_find (self->packing,
                                                        start + self->bucket * (i + 1) / N_BINS),
                              end);
      double count = next - first;
      double height = MIN (sqrt (count / (self->typical * 4)), 1) * (LEADUP_TIMELINE_STRIP - 3);
      double x = bucket_x + i * width;

      first = next;
      if (count == 0)
        continue;
      height = MAX (height, 1.5);
      path[n_path++] = (LeadupPathOp) { 'M', { { x, bottom } } };
      path[n_path++] = (LeadupPathOp) { 'L', { { x, bottom - height } } };
      path[n_path++] = (LeadupPathOp) { 'L', { { x + width - 0.6, bottom - height } } };
      path[n_path++] = (LeadupPathOp) { 'L', { { x + width - 0.6, bottom } } };
      path[n_path++] = (LeadupPathOp) { 'Z' };
    }

  begin_cluster (self, n, top);
  leadup_scene_add_path (builder->scene, path, n_path, &paint);
  leadup_scene_end (builder->scene);
}

static void
add_bucket (Strip *self,
            double start)
{
  LeadupTimelineBuilder *builder = self->builder;
  guint first = leadup_lane_packing_find (self->packing, start);
  guint end = leadup_lane_packing_find (self->packing, start + self->bucket);
  guint n = leadup_lane_packing_count_hidden (self->packing, builder->scale, first, end);
  double x = leadup_timeline_builder_to_x (builder, start);
  double width = self->bucket * builder->scale;
  int top;

  if (n == 0)
    return;

  top = leadup_lane_packing_top_hidden (self->packing, builder->scale, first, end);
  if (self->is_dense)
    add_density (self, x, width, start, first, end, n, top);
  else if (n == 1)
    add_single (self, x, width, (guint) top);
  else
    add_pill (self, x, width, first, end, n, top);
}

/* Sizes the buckets of a lane that has events. */
static void
init_strip (Strip *self)
{
  guint n = leadup_lane_packing_get_n (self->packing);
  double span;

  self->bucket = exp2 (ceil (log2 (BUCKET_WIDTH / self->builder->scale)));
  span = leadup_lane_packing_get_unit (self->packing, n - 1)->anchor -
         leadup_lane_packing_get_unit (self->packing, 0)->anchor;
  self->typical = n / MAX (span / self->bucket, 1);
  self->is_dense = self->typical > DENSE;
  self->typical /= N_BINS;
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
  Strip strip = { .builder = (LeadupTimelineBuilder *) self,
                  .packing = g_ptr_array_index (self->packings, lane) };
  double start;

  if (leadup_lane_packing_get_n (strip.packing) == 0 ||
      !leadup_timeline_builder_needs_strip (self, lane))
    return LEADUP_TIMELINE_STRIP_SINGLE;

  init_strip (&strip);
  if (strip.is_dense)
    return LEADUP_TIMELINE_STRIP_DENSITY;

  start = floor (self->from / strip.bucket) * strip.bucket;
  for (guint i = 0; i < MAX_BUCKETS && start < self->to; i++, start += strip.bucket)
    if (leadup_lane_packing_count_hidden (
            strip.packing, self->scale, leadup_lane_packing_find (strip.packing, start),
            leadup_lane_packing_find (strip.packing, start + strip.bucket)) > 1)
      return LEADUP_TIMELINE_STRIP_PILLS;

  return LEADUP_TIMELINE_STRIP_SINGLE;
}

/**
 * leadup_timeline_builder_add_strip:
 * @top: of the strip
 *
 * Adds the events of a lane that have no label at this scale.
 */
void
leadup_timeline_builder_add_strip (LeadupTimelineBuilder *self,
                                   guint                  lane,
                                   double                 top)
{
  Strip strip = { .builder = self,
                  .lane = leadup_timeline_index_get_lane (self->index, lane),
                  .packing = g_ptr_array_index (self->packings, lane),
                  .middle = top + LEADUP_TIMELINE_STRIP / 2 };
  double start;

  if (leadup_lane_packing_get_n (strip.packing) == 0 ||
      strip.middle + LEADUP_TIMELINE_STRIP < self->plot.y ||
      strip.middle - LEADUP_TIMELINE_STRIP > self->plot.y + self->plot.height)
    return;

  init_strip (&strip);
  start = floor (self->from / strip.bucket) * strip.bucket;
  for (guint i = 0; i < MAX_BUCKETS && start < self->to; i++, start += strip.bucket)
    add_bucket (&strip, start);
}
