/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/**
 * LeadupRepeat:
 * @length: tokens
 *
 * The same words at two places, the first before the second.
 */
typedef struct
{
  guint32 first;
  guint32 second;
  guint32 length;
} LeadupRepeat;

GArray *leadup_furniture_repeat_find (const LeadupArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
