/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/leadup-event.h"
#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/**
 * LeadupDuplicate:
 * @first: an event, the one with the lesser id
 * @second: another, which may be the same
 * @likeness: 0 … 1, of all together
 * @title: 0 … 1, of the titles
 * @n_actors: how many actors take part in both in the same role
 * @is_same_category: whether they are of one kind
 * @is_same_place: whether both say where, and it is the same
 */
typedef struct
{
  LeadupEvent *first;
  LeadupEvent *second;
  double       likeness;
  double       title;
  guint        n_actors;
  gboolean     is_same_category;
  gboolean     is_same_place;
} LeadupDuplicate;

/* More are not listed. */
#define LEADUP_DUPLICATES_MAX (5000)

gboolean leadup_duplicates_weigh (LeadupEvent      *a,
                                  LeadupEvent      *b,
                                  LeadupDuplicate  *duplicate);
GArray  *leadup_duplicates_find  (LeadupSnapshot   *snapshot,
                                  LeadupSnapshot   *before,
                                  GCancellable     *cancellable,
                                  GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
