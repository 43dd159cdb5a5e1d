/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-record.h"

G_BEGIN_DECLS

/**
 * LeadupCategory:
 *
 * A kind of event: a row of data, not code.
 */
#define LEADUP_TYPE_CATEGORY (leadup_category_get_type ())

G_DECLARE_FINAL_TYPE (LeadupCategory, leadup_category, LEADUP, CATEGORY, LeadupRecord)

/* Verbal or material, cooperation or conflict. */
typedef enum
{
  LEADUP_QUAD_CLASS_NEUTRAL,
  LEADUP_QUAD_CLASS_VERBAL_COOPERATION,
  LEADUP_QUAD_CLASS_MATERIAL_COOPERATION,
  LEADUP_QUAD_CLASS_VERBAL_CONFLICT,
  LEADUP_QUAD_CLASS_MATERIAL_CONFLICT,
} LeadupQuadClass;

#define LEADUP_N_QUAD_CLASSES (LEADUP_QUAD_CLASS_MATERIAL_CONFLICT + 1)

/* The mark of a category on a chart. */
typedef enum
{
  LEADUP_SYMBOL_CIRCLE,
  LEADUP_SYMBOL_BURST,
  LEADUP_SYMBOL_SQUARE,
  LEADUP_SYMBOL_DIAMOND,
  LEADUP_SYMBOL_TRIANGLE,
  LEADUP_SYMBOL_TRIANGLE_DOWN,
  LEADUP_SYMBOL_SPEECH,
  LEADUP_SYMBOL_CROSS,
  LEADUP_SYMBOL_HEXAGON,
  LEADUP_SYMBOL_PENTAGON,
  LEADUP_SYMBOL_FLAG,
  LEADUP_SYMBOL_STAR,
} LeadupSymbol;

#define LEADUP_N_SYMBOLS (LEADUP_SYMBOL_STAR + 1)

/**
 * LeadupCategoryFields:
 * @family: “strike”, “policy”, “statement” or another word that groups categories
 * @colour: “#rrggbb”
 * @plover: (nullable): PLOVER class (“ASSAULT”)
 * @tone: −10 (most hostile) … +10 (most cooperative)
 */
typedef struct
{
  const char   *id;
  const char   *name;
  const char   *family;
  const char   *colour;
  LeadupSymbol  symbol;
  const char   *plover;
  double        tone;
  const char   *extra;
} LeadupCategoryFields;

LeadupCategory *leadup_category_new (const LeadupCategoryFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const LeadupCategoryFields *leadup_category_get_fields (LeadupCategory *self);

LeadupQuadClass leadup_category_get_quad_class (LeadupCategory *self);
LeadupQuadClass leadup_quad_class_from_plover (const char *plover);
const char *leadup_quad_class_to_string (LeadupQuadClass quad_class);
gboolean leadup_quad_class_is_deed (LeadupQuadClass quad_class);
gboolean leadup_quad_class_from_string (const char *name, LeadupQuadClass *quad_class);
const char *leadup_symbol_to_string (LeadupSymbol symbol);
gboolean leadup_symbol_from_string (const char *name, LeadupSymbol *symbol);

G_END_DECLS
