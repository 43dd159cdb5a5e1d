/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-article.h"

G_BEGIN_DECLS

/**
 * LeadupWhenHeading:
 * @sentence: index of the first sentence of the entry
 * @end: index behind its last
 * @date: index of the date that heads it, −1 = a clock does
 * @edtf: what the clock means
 *
 * An entry of a chronology (“Feb. 3 – Rebels took the town”) or of a live blog (“21:40”).
 */
typedef struct
{
  guint32 sentence;
  guint32 end;
  gint32  date;
  char    edtf[24];
} LeadupWhenHeading;

GArray *leadup_when_heading_find (const LeadupArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
