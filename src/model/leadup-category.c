/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/leadup-category.h"

#include "model/leadup-names.h"
#include "model/leadup-record-private.h"

#include <math.h>

struct _LeadupCategory
{
  LeadupRecord parent_instance;
};

static const char *const quad_class_names[] = {
  "neutral", "verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict",
};

static const char *const symbol_names[] = {
  "circle", "burst", "square",  "diamond",  "triangle", "triangle-down",
  "speech", "cross", "hexagon", "pentagon", "flag",     "star",
};

/* The sixteen classes of the PLOVER manual 0.8, then older names for some of them. */
static const struct
{
  const char *plover;
  LeadupQuadClass quad_class;
} plover_classes[] = {
  { "AGREE", LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
  { "CONSULT", LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
  { "SUPPORT", LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
  { "CONCEDE", LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
  { "COOPERATE", LEADUP_QUAD_CLASS_MATERIAL_COOPERATION },
  { "AID", LEADUP_QUAD_CLASS_MATERIAL_COOPERATION },
  { "RETREAT", LEADUP_QUAD_CLASS_MATERIAL_COOPERATION },
  { "REQUEST", LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
  { "ACCUSE", LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
  { "REJECT", LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
  { "THREATEN", LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
  { "DEMAND", LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
  { "DISAPPROVE", LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
  { "INVESTIGATE", LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
  { "PROTEST", LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
  { "SANCTION", LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
  { "MOBILIZE", LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
  { "COERCE", LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
  { "ASSAULT", LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
  { "FIGHT", LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
  { "CRIME", LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
};

G_DEFINE_FINAL_TYPE (LeadupCategory, leadup_category, LEADUP_TYPE_RECORD)

static void
pack_category (LeadupArena *arena, gpointer data)
{
  LeadupCategoryFields *fields = data;

  if (fields->name == NULL)
    fields->name = "";
  if (fields->family == NULL)
    fields->family = "";
  if (fields->colour == NULL)
    fields->colour = "#777777";
  if (isnan (fields->tone))
    fields->tone = 0.0;
  fields->tone = CLAMP (fields->tone, -10.0, 10.0);

  leadup_arena_keep_string (arena, &fields->id);
  leadup_arena_keep_string (arena, &fields->name);
  leadup_arena_keep_string (arena, &fields->family);
  leadup_arena_keep_string (arena, &fields->colour);
  leadup_arena_keep_string (arena, &fields->plover);
  leadup_arena_keep_string (arena, &fields->extra);
}

static const char *
get_extra (LeadupRecord *record)
{
  return leadup_category_get_fields (LEADUP_CATEGORY (record))->extra;
}

static void
leadup_category_class_init (LeadupCategoryClass *klass)
{
  LeadupRecordClass *record_class = LEADUP_RECORD_CLASS (klass);

  record_class->kind = LEADUP_RECORD_CATEGORY;
  record_class->get_extra = get_extra;
}

static void
leadup_category_init (LeadupCategory *self)
{
}

/**
 * leadup_category_new:
 * @fields: what the record holds; copied
 *
 * The tone is clamped to −10 … +10; a category without a colour is grey.
 *
 * Returns: (transfer full): the record
 */
LeadupCategory *
leadup_category_new (const LeadupCategoryFields *fields)
{
  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && *fields->id != '\0', NULL);
  g_return_val_if_fail ((guint) fields->symbol < LEADUP_N_SYMBOLS, NULL);

  return leadup_record_new_packed (LEADUP_TYPE_CATEGORY, fields, sizeof *fields, pack_category);
}

/**
 * leadup_category_get_fields:
 * @self: the record
 *
 * Returns: (transfer none): what it holds; lives as long as @self
 */
const LeadupCategoryFields *
leadup_category_get_fields (LeadupCategory *self)
{
  g_return_val_if_fail (LEADUP_IS_CATEGORY (self), NULL);

  return leadup_record_get_block (self);
}

/**
 * leadup_category_get_quad_class:
 * @self: a category
 *
 * That of the PLOVER class. A category without one is judged by its tone, and counts as words where
 * its family is “statement”, as deeds otherwise.
 *
 * Returns: the quad class
 */
LeadupQuadClass
leadup_category_get_quad_class (LeadupCategory *self)
{
  const LeadupCategoryFields *fields;
  gboolean is_verbal;

  g_return_val_if_fail (LEADUP_IS_CATEGORY (self), LEADUP_QUAD_CLASS_NEUTRAL);

  fields = leadup_record_get_block (self);
  if (fields->plover != NULL && *fields->plover != '\0')
    return leadup_quad_class_from_plover (fields->plover);

  is_verbal = g_str_equal (fields->family, "statement");
  if (fields->tone < 0.0)
    return is_verbal ? LEADUP_QUAD_CLASS_VERBAL_CONFLICT : LEADUP_QUAD_CLASS_MATERIAL_CONFLICT;
  if (fields->tone > 0.0)
    return is_verbal ? LEADUP_QUAD_CLASS_VERBAL_COOPERATION
                     : LEADUP_QUAD_CLASS_MATERIAL_COOPERATION;

  return LEADUP_QUAD_CLASS_NEUTRAL;
}

/**
 * leadup_quad_class_from_plover:
 * @plover: (nullable): a class of the PLOVER manual, version 0.8, or one of the names that earlier
 *   versions and the gold records use (DEMAND, DISAPPROVE, INVESTIGATE, FIGHT …); case does not
 * matter
 *
 * Returns: its quad class, neutral for what is not known
 */
LeadupQuadClass
leadup_quad_class_from_plover (const char *plover)
{
  if (plover == NULL)
    return LEADUP_QUAD_CLASS_NEUTRAL;

  for (guint i = 0; i < G_N_ELEMENTS (plover_classes); i++)
    if (g_ascii_strcasecmp (plover, plover_classes[i].plover) == 0)
      return plover_classes[i].quad_class;

  return LEADUP_QUAD_CLASS_NEUTRAL;
}

/* Returns: whether something is done, for good or bad; words and what is neither are no deeds */
gboolean
leadup_quad_class_is_deed (LeadupQuadClass quad_class)
{
  return quad_class == LEADUP_QUAD_CLASS_MATERIAL_CONFLICT ||
         quad_class == LEADUP_QUAD_CLASS_MATERIAL_COOPERATION;
}

/* In files and on the command line. */
const char *
leadup_quad_class_to_string (LeadupQuadClass quad_class)
{
  g_return_val_if_fail ((guint) quad_class < G_N_ELEMENTS (quad_class_names), NULL);

  return quad_class_names[quad_class];
}

gboolean
leadup_quad_class_from_string (const char      *name,
                               LeadupQuadClass *quad_class)
{
  guint index;

  g_return_val_if_fail (quad_class != NULL, FALSE);

  if (!leadup_names_find (quad_class_names, G_N_ELEMENTS (quad_class_names), name, &index))
    return FALSE;

  *quad_class = (LeadupQuadClass) index;

  return TRUE;
}

/* In files and on the command line. */
const char *
leadup_symbol_to_string (LeadupSymbol symbol)
{
  g_return_val_if_fail ((guint) symbol < G_N_ELEMENTS (symbol_names), NULL);

  return symbol_names[symbol];
}

gboolean
leadup_symbol_from_string (const char   *name,
                           LeadupSymbol *symbol)
{
  guint index;

  g_return_val_if_fail (symbol != NULL, FALSE);

  if (!leadup_names_find (symbol_names, G_N_ELEMENTS (symbol_names), name, &index))
    return FALSE;

  *symbol = (LeadupSymbol) index;

  return TRUE;
}
