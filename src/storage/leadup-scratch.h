/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupScratch:
 *
 * What a record is made from and no longer needs when it is made: memory that is taken piece by
 * piece and given back all at once, and the objects that wait there. Used again for each record, so
 * that a million records cost a handful of allocations. One thread at a time.
 */
typedef struct _LeadupScratch LeadupScratch;

LeadupScratch *leadup_scratch_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void           leadup_scratch_free    (LeadupScratch  *self);

gpointer       leadup_scratch_alloc   (LeadupScratch  *self,
                                       gsize           size);
gpointer       leadup_scratch_take    (LeadupScratch  *self,
                                       gpointer        object,
                                       GDestroyNotify  release);
void           leadup_scratch_reset   (LeadupScratch  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupScratch, leadup_scratch_free)

G_END_DECLS
