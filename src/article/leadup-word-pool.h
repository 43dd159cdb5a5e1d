/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LeadupWordPool:
 *
 * Keeps each word once and numbers it from 1, so that words are compared by number or by pointer.
 * Owned by one
 * lexicon (then read-only, any thread) or one article (one thread).
 */
typedef struct _LeadupWordPool LeadupWordPool;

LeadupWordPool *leadup_word_pool_new         (gsize                 expected) G_GNUC_WARN_UNUSED_RESULT;
void            leadup_word_pool_free        (LeadupWordPool       *self);

guint32         leadup_word_pool_add         (LeadupWordPool       *self,
                                              const char           *word,
                                              gsize                 length);
guint32         leadup_word_pool_find        (const LeadupWordPool *self,
                                              const char           *word,
                                              gsize                 length);
const char     *leadup_word_pool_get         (const LeadupWordPool *self,
                                              guint32               id);
guint32         leadup_word_pool_get_n_words (const LeadupWordPool *self);
guint32         leadup_word_pool_hash        (const char           *word,
                                              gsize                 length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupWordPool, leadup_word_pool_free)

G_END_DECLS
