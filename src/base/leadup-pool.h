/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory for what a story has a million of: one piece after the other in large chunks, which the
 * system hands out at once and not page by page. A chunk goes back when all of its pieces have
 * been freed, so that this is for what lives as long as its neighbours. Any thread may allocate,
 * and free what another one allocated. */

gpointer leadup_pool_alloc  (gsize    size) G_GNUC_WARN_UNUSED_RESULT G_GNUC_MALLOC G_GNUC_ALLOC_SIZE (1);
void     leadup_pool_free   (gpointer memory);

/**
 * LeadupPoolTexts:
 *
 * Texts of this thread that stand in pieces of the chunk that it takes from. Another piece of that
 * chunk may point to them, for a chunk goes back as a whole.
 */
typedef struct _LeadupPoolTexts LeadupPoolTexts;

LeadupPoolTexts *leadup_pool_get_texts (void);
const char *leadup_pool_texts_find (LeadupPoolTexts *self,
                                    const char      *text,
                                    gsize            length);
void     leadup_pool_texts_add      (LeadupPoolTexts *self,
                                     const char      *text,
                                     gsize            length);
gboolean leadup_pool_texts_are_near (LeadupPoolTexts *self,
                                     gconstpointer    piece);

/* One array that may become large, and then has chunks of its own. */
gpointer leadup_pool_resize (gpointer array,
                             gsize    old_size,
                             gsize    new_size) G_GNUC_WARN_UNUSED_RESULT;
gpointer leadup_pool_try_array (gsize    size,
                                gboolean is_filled) G_GNUC_WARN_UNUSED_RESULT;
void     leadup_pool_drop   (gpointer array,
                             gsize    size);

G_END_DECLS
