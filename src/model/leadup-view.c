/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-view.h"

#include "model/leadup-names.h"
#include "model/leadup-record-private.h"

#include <math.h>

struct _LeadupView
{
  LeadupRecord parent_instance;
};

static const char *const lanes_by_names[] = {
  "category", "actor", "source", "place", "verification", "tag", "none",
};

static const char *const lanes_order_names[] = { "natural", "hand", "first", "count", "name" };

static const char *const picture_names[] = {
  "timeline",
  "graph",
  "both",
  "table",
  "tides",
  "periods",
};

G_DEFINE_FINAL_TYPE (LeadupView, leadup_view, LEADUP_TYPE_RECORD)

static void
pack_lanes (LeadupArena      *arena,
            LeadupViewFields *fields)
{
  LeadupLaneOptions *copies =
      leadup_arena_keep_array (arena, fields->lanes, sizeof *copies, fields->n_lanes);

  for (guint i = 0; i < fields->n_lanes; i++)
    {
      LeadupLaneOptions one = fields->lanes[i];

      if (one.key == NULL)
        one.key = "";
      if (!isfinite (one.height) || one.height <= 0)
        one.height = 0;
      else
        one.height = CLAMP (one.height, LEADUP_LANE_MIN_HEIGHT, LEADUP_LANE_MAX_HEIGHT);
      leadup_arena_keep_string (arena, &one.key);
      leadup_arena_keep_string (arena, &one.colour);
      leadup_arena_keep_string (arena, &one.extra);
      if (copies != NULL)
        copies[i] = one;
    }

  if (copies != NULL || fields->n_lanes == 0)
    fields->lanes = copies;
}

static void
pack_opened (LeadupArena      *arena,
             LeadupViewFields *fields)
{
  LeadupStretch *copies =
      leadup_arena_keep_array (arena, fields->opened, sizeof *copies, fields->n_opened);

  for (guint i = 0; i < fields->n_opened; i++)
    {
      LeadupStretch one = fields->opened[i];

      leadup_arena_keep_string (arena, &one.extra);
      if (copies != NULL)
        copies[i] = one;
    }

  if (copies != NULL || fields->n_opened == 0)
    fields->opened = copies;
}

static void
pack_view (LeadupArena *arena,
           gpointer     data)
{
  LeadupViewFields *fields = data;

  if (fields->name == NULL)
    fields->name = "";
  if (!isfinite (fields->graph_x) || !isfinite (fields->graph_y))
    fields->graph_x = fields->graph_y = 0.0;
  if (!isfinite (fields->graph_zoom) || fields->graph_zoom < 0.0)
    fields->graph_zoom = 0.0;

  leadup_graph_look_settle (&fields->graph);

  leadup_arena_keep_string (arena, &fields->id);
  leadup_arena_keep_string (arena, &fields->name);
  pack_lanes (arena, fields);
  leadup_arena_keep_string (arena, &fields->second_zone);
  pack_opened (arena, fields);
  leadup_arena_keep_strv (arena, &fields->selection);
  leadup_arena_keep_string (arena, &fields->graph.middle);
  leadup_arena_keep_strv (arena, &fields->graph.sieve.focus);
  leadup_arena_keep_strv (arena, &fields->graph.sieve.folded);
  leadup_arena_keep_string (arena, &fields->extra);
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_view_get_fields (LEADUP_VIEW (record))->extra;
}

static void
leadup_view_finalize (GObject *object)
{
  LeadupViewFields *fields = leadup_record_get_block (object);

  g_clear_pointer (&fields->filter, leadup_filter_unref);

  G_OBJECT_CLASS (leadup_view_parent_class)->finalize (object);
}

static void
leadup_view_class_init (LeadupViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  object_class->finalize = leadup_view_finalize;

  record_class->kind = LEADUP_RECORD_VIEW;
  record_class->get_extra = get_extra;
}

static void
leadup_view_init (LeadupView *self)
{
}

/**
 * leadup_view_new:
 * @fields: what the record holds; copied
 *
 * A camera that is not finite becomes that which fits all.
 *
 * Returns: (transfer full): the record
 */
LeadupView *
leadup_view_new (const LeadupViewFields *fields)
{
  LeadupView *self;
  const LeadupViewFields *kept;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);
  g_return_val_if_fail ((guint) fields->picture < G_N_ELEMENTS (picture_names), NULL);
  g_return_val_if_fail ((guint) fields->lanes_by < G_N_ELEMENTS (lanes_by_names), NULL);
  g_return_val_if_fail ((guint) fields->lanes_order < G_N_ELEMENTS (lanes_order_names), NULL);

  self = leadup_record_new_packed (LEADUP_TYPE_VIEW, fields, sizeof *fields, pack_view);
  if (self == NULL)
    return NULL;

  kept = leadup_record_get_block (self);
  if (kept->filter != NULL)
    leadup_filter_ref (kept->filter);

  return self;
}

/**
 * leadup_view_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupViewFields *
leadup_view_get_fields (LeadupView *self)
{
  g_return_val_if_fail (LEADUP_IS_VIEW (self), NULL);

  return leadup_record_get_block (self);
}

static gboolean
lane_is_equal (const LeadupLaneOptions *a,
               const LeadupLaneOptions *b)
{
  return g_strcmp0 (a->key, b->key) == 0 && a->is_pinned == b->is_pinned &&
         a->is_collapsed == b->is_collapsed && a->is_hidden == b->is_hidden &&
         g_strcmp0 (a->colour, b->colour) == 0 && a->height == b->height &&
         g_strcmp0 (a->extra, b->extra) == 0;
}

static gboolean
stretch_is_equal (const LeadupStretch *a,
                  const LeadupStretch *b)
{
  return a->from == b->from && a->to == b->to && g_strcmp0 (a->extra, b->extra) == 0;
}

/* Whether two views lay the same events out in the same way: their lanes, and what is folded. */
gboolean
leadup_view_has_lanes_of (LeadupView *self,
                          LeadupView *other)
{
  const LeadupViewFields *a, *b;

  g_return_val_if_fail (LEADUP_IS_VIEW (self) && LEADUP_IS_VIEW (other), FALSE);

  a = leadup_view_get_fields (self);
  b = leadup_view_get_fields (other);
  if (a->lanes_by != b->lanes_by || a->lanes_order != b->lanes_order || a->n_lanes != b->n_lanes ||
      a->top != b->top || g_strcmp0 (a->second_zone, b->second_zone) != 0 ||
      a->is_quiet_folded != b->is_quiet_folded || a->n_opened != b->n_opened)
    return FALSE;

  for (guint i = 0; i < a->n_lanes; i++)
    if (!lane_is_equal (&a->lanes[i], &b->lanes[i]))
      return FALSE;
  for (guint i = 0; i < a->n_opened; i++)
    if (!stretch_is_equal (&a->opened[i], &b->opened[i]))
      return FALSE;

  return TRUE;
}

/* In files and on the command line. */
const char *
leadup_lanes_by_to_string (LeadupLanesBy lanes_by)
{
  g_return_val_if_fail ((guint) lanes_by < G_N_ELEMENTS (lanes_by_names), NULL);

  return lanes_by_names[lanes_by];
}

gboolean
leadup_lanes_by_from_string (const char    *name,
                             LeadupLanesBy *lanes_by)
{
  guint index;

  g_return_val_if_fail (lanes_by != NULL, FALSE);

  if (!leadup_names_find (lanes_by_names, G_N_ELEMENTS (lanes_by_names), name, &index))
    return FALSE;

  *lanes_by = (LeadupLanesBy) index;

  return TRUE;
}

const char *
leadup_lanes_order_to_string (LeadupLanesOrder order)
{
  g_return_val_if_fail ((guint) order < G_N_ELEMENTS (lanes_order_names), NULL);

  return lanes_order_names[order];
}

gboolean
leadup_lanes_order_from_string (const char       *name,
                                LeadupLanesOrder *order)
{
  guint index;

  g_return_val_if_fail (order != NULL, FALSE);

  if (!leadup_names_find (lanes_order_names, G_N_ELEMENTS (lanes_order_names), name, &index))
    return FALSE;

  *order = (LeadupLanesOrder) index;

  return TRUE;
}

/* In files and on the command line. */
const char *
leadup_picture_to_string (LeadupPicture picture)
{
  g_return_val_if_fail ((guint) picture < G_N_ELEMENTS (picture_names), NULL);

  return picture_names[picture];
}

gboolean
leadup_picture_from_string (const char    *name,
                            LeadupPicture *picture)
{
  guint index;

  g_return_val_if_fail (picture != NULL, FALSE);

  if (!leadup_names_find (picture_names, G_N_ELEMENTS (picture_names), name, &index))
    return FALSE;

  *picture = (LeadupPicture) index;

  return TRUE;
}
