/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "render/leadup-scene.h"

G_BEGIN_DECLS

#define LEADUP_SYMBOL_MAX_OPS   128
#define LEADUP_SYMBOL_MAX_PARTS 4

/* What a part of a mark is filled or stroked with. */
typedef enum
{
  LEADUP_INK_NONE,
  LEADUP_INK_MARK,       /* the item’s colour */
  LEADUP_INK_BACKGROUND, /* the theme’s background */
} LeadupInk;

/**
 * LeadupSymbolPart:
 * @first_op: index into the path’s ops
 * @stroke_width: pixels
 */
typedef struct
{
  guint      first_op;
  guint      n_ops;
  LeadupInk  fill;
  LeadupInk  stroke;
  double     stroke_width;
  LeadupDash dash;
} LeadupSymbolPart;

/**
 * LeadupSymbolPath:
 *
 * The geometry of a mark: parts to paint one after the other. The painter and the SVG writer draw
 * the same from it. Plain data, meant to live on the stack.
 */
typedef struct
{
  LeadupPathOp     ops[LEADUP_SYMBOL_MAX_OPS];
  guint            n_ops;
  LeadupSymbolPart parts[LEADUP_SYMBOL_MAX_PARTS];
  guint            n_parts;
} LeadupSymbolPath;

void leadup_symbol_path_init (LeadupSymbolPath   *self,
                              LeadupSymbol        symbol,
                              LeadupVerification  verification,
                              const LeadupRect   *rect);

G_END_DECLS
